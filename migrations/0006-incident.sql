-- Incidents, the reasons why work waits, and the matrix that ranks it.
create sequence incident_number;
create table incident (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  description text,
  requester text,
  customer text not null,
  affected_customers text[] not null,
  service text not null,
  part text,
  effect text,
  fan_out jsonb,
  impact text not null,
  urgency text not null,
  priority integer not null,
  priority_overridden boolean not null,
  source text not null,
  party text not null,
  team text not null,
  agent text,
  owner_team text not null,
  waiting_reason text,
  waiting_on text,
  waiting_until timestamptz,
  started_at timestamptz not null,
  cleared_at timestamptz,
  restored_at timestamptz,
  resolved_at timestamptz,
  resolution text,
  reopened integer not null,
  parent text,
  external_id text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored,
  constraint incident_external_id_key unique (external_id)
);
create index incident_open_due on incident (coalesce(due, 'infinity'::timestamptz), id) where open;
create index incident_due on incident (coalesce(due, 'infinity'::timestamptz), id);
create index incident_opened_at on incident (opened_at, id);
create index incident_updated_at on incident (updated_at, id);
create index incident_priority on incident (priority, id);
create index incident_open_priority on incident (priority, id) where open;
create index incident_team on incident (team, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index incident_agent on incident (agent, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index incident_customer on incident (customer, opened_at, id);
create index incident_affected_customers on incident using gin (affected_customers);
create index incident_service on incident (service, started_at);
create index incident_part on incident (part) where open;
create index incident_parent on incident (parent) where parent is not null;
create index incident_search on incident using gin (search);

create sequence reason_number;
create table reason (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  code text not null,
  kind text not null,
  waits_on text not null,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored,
  constraint reason_code_key unique (code)
);
create index reason_open_due on reason (coalesce(due, 'infinity'::timestamptz), id) where open;
create index reason_search on reason using gin (search);

create sequence priority_rule_number;
create table priority_rule (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  impact text not null,
  urgency text not null,
  priority integer not null,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
-- One rule in use per cell of the matrix.
create unique index priority_rule_urgency_taken on priority_rule (impact, urgency) where open;
create index priority_rule_open_due on priority_rule (coalesce(due, 'infinity'::timestamptz), id) where open;
create index priority_rule_search on priority_rule using gin (search);
