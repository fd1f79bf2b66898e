-- Service hours, and the promises that count in them.

create sequence calendar_number;
create table calendar (
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
  zone text not null,
  week jsonb not null,
  holidays jsonb not null,
  used_by text[] not null,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index calendar_name on calendar (name, id);
create index calendar_used_by on calendar using gin (used_by);
create index calendar_opened on calendar (opened_at, id);
create index calendar_search on calendar using gin (search);

create sequence promise_number;
create table promise (
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
  service text not null,
  provider text not null,
  customer text not null,
  team text,
  metric text not null,
  targets jsonb,
  availability integer,
  attainment integer,
  measured_per text not null,
  calendar text not null,
  valid_from date,
  valid_to date,
  pauses text[] not null,
  exclusions text,
  credit text,
  accepted_risk text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index promise_name on promise (name, id);
create index promise_metric on promise (metric, id);
-- What gathering the terms of a record asks: the promises in force on some services.
create index promise_in_force on promise (service, metric) where state = 'active';
create index promise_provider on promise (provider, id);
create index promise_customer on promise (customer, id);
create index promise_calendar on promise (calendar) where open;
create index promise_opened on promise (opened_at, id);
create index promise_search on promise using gin (search);
