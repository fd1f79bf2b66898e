-- Problems: the causes behind incidents; known errors: what is told of a cause and the way round it.
create sequence problem_number;
create table problem (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  description text,
  symptoms text,
  service text,
  services text[] not null,
  items text[] not null,
  incidents text[] not null,
  changes text[] not null,
  supplier text,
  source text not null,
  candidate text,
  priority integer not null,
  party text not null,
  team text not null,
  agent text,
  waiting_reason text,
  waiting_on text,
  waiting_until timestamptz,
  team_parties text[] not null,
  members text[] not null,
  briefing text,
  hypotheses jsonb,
  timeline jsonb,
  whys jsonb,
  fishbone jsonb,
  factors text[] not null,
  root_cause text,
  answerable text,
  workaround text,
  no_workaround boolean not null,
  solution text,
  matches text,
  fixed_at timestamptz,
  baseline_days integer,
  verify_until timestamptz,
  proof jsonb,
  risk_owner text,
  risk_until timestamptz,
  risk_reason text,
  review text,
  escalated_to text,
  escalation text,
  escalated_share integer,
  acknowledged_by text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
    || setweight(to_tsvector('simple', coalesce(symptoms, '')), 'B')
  ) stored
);
create index problem_open_due on problem (coalesce(due, 'infinity'::timestamptz), id) where open;
create index problem_due on problem (coalesce(due, 'infinity'::timestamptz), id);
create index problem_opened_at on problem (opened_at, id);
create index problem_updated_at on problem (updated_at, id);
create index problem_search on problem using gin (search);
create index problem_priority on problem (priority, id);
create index problem_open_priority on problem (priority, id) where open;
create index problem_team on problem (team, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index problem_agent on problem (agent, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index problem_escalated on problem (escalated_to, (coalesce(due, 'infinity'::timestamptz)), id) where open and escalated_to is not null;
create index problem_service on problem (service, opened_at, id);
create index problem_supplier on problem (supplier, opened_at, id);
create index problem_incidents on problem using gin (incidents);
create index problem_changes on problem using gin (changes);
create index problem_items on problem using gin (items);
create index problem_team_parties on problem using gin (team_parties);

create sequence known_error_number;
create table known_error (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  problem text,
  symptoms text,
  cause text,
  workaround text,
  no_workaround boolean not null,
  customer_text text,
  services text[] not null,
  published_to text[] not null,
  used integer not null,
  used_by text[] not null,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(symptoms, '')), 'B')
  ) stored
);
create index known_error_open_due on known_error (coalesce(due, 'infinity'::timestamptz), id) where open;
create index known_error_due on known_error (coalesce(due, 'infinity'::timestamptz), id);
create index known_error_opened_at on known_error (opened_at, id);
create index known_error_updated_at on known_error (updated_at, id);
create index known_error_search on known_error using gin (search);
create index known_error_used on known_error (used, id);
create index known_error_problem on known_error (problem) where problem is not null;
create index known_error_services on known_error using gin (services);
create index known_error_published_to on known_error using gin (published_to);
create index known_error_used_by on known_error using gin (used_by);

-- What of it an incident uses.
alter table incident
  add column workaround text,
  add column known_errors text[],
  add column dismissed_errors text[];
create index incident_known_errors on incident using gin (known_errors);
