-- How customers say it went, the report of a customer's month as it was frozen, and the indexes that its figures are read by.

alter table incident
  add column satisfaction integer,
  add column rated_at timestamptz,
  add column rerated_at timestamptz;

create sequence service_report_number;
create table service_report (
  id text primary key,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  extra jsonb not null default '{}',
  name text not null,
  customer text not null,
  period_from date not null,
  period_to date not null,
  frozen_at timestamptz,
  definition_version integer,
  figures jsonb,
  corrections jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
-- One report of a customer's month.
create unique index service_report_period_from_taken on service_report (customer, period_from);
create index service_report_period on service_report (period_from, id);
create index service_report_name on service_report (name, id);
create index service_report_opened on service_report (opened_at, id);
create index service_report_search on service_report using gin (search);

-- The targets of a promise by the instant they were due: what an attainment counts.
create index clock_promise_due on clock (promise, (coalesce(breached_at, due)));
-- The cases that came to an end in a period, and those that were rated in it.
create index incident_service_resolved on incident (service, resolved_at) where resolved_at is not null;
create index incident_service_rated on incident (service, rated_at) where rated_at is not null;
-- What took a service or a part of it down, by the time it was down.
create index incident_down on incident
  using gist (tstzrange(started_at, greatest(started_at, coalesce(restored_at, resolved_at, closed_at, 'infinity'::timestamptz)), '[]'))
  where part is not null or effect = 'down';
-- Records whose time was not all the house's own: only their ledgers are read.
create index journal_time_of_others on journal (record_id) where fact in ('incident.waited', 'incident.custody_passed', 'incident.imported');
