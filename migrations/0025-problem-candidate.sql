-- Problem candidates: rises in incidents that arithmetic found, for a person to judge.
create sequence problem_candidate_number;
create table problem_candidate (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  key text not null,
  kind text not null,
  service text,
  services text[] not null,
  item text,
  supplier text,
  change text,
  words text[] not null,
  incidents text[] not null,
  seen integer not null,
  expected_milli integer not null,
  odds_one_in integer not null,
  window_days integer not null,
  since date not null,
  until date not null,
  last_at timestamptz not null,
  yearly_cost_minor integer not null,
  currency text not null,
  also text[] not null,
  dismissed_reason text,
  dismissed_seen integer,
  problem text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A')) stored
);
-- One open candidate for each thing that rose.
create unique index problem_candidate_key_taken on problem_candidate (key) where open;
create index problem_candidate_open_due on problem_candidate (coalesce(due, 'infinity'::timestamptz), id) where open;
create index problem_candidate_due on problem_candidate (coalesce(due, 'infinity'::timestamptz), id);
create index problem_candidate_opened_at on problem_candidate (opened_at, id);
create index problem_candidate_updated_at on problem_candidate (updated_at, id);
create index problem_candidate_search on problem_candidate using gin (search);
create index problem_candidate_seen on problem_candidate (seen, id);
create index problem_candidate_odds_one_in on problem_candidate (odds_one_in, id);
create index problem_candidate_last_at on problem_candidate (last_at, id);
create index problem_candidate_yearly_cost_minor on problem_candidate (yearly_cost_minor, id);
create index problem_candidate_open_yearly_cost_minor on problem_candidate (yearly_cost_minor, id) where open;
create index problem_candidate_incidents on problem_candidate using gin (incidents);
create index problem_candidate_problem on problem_candidate (problem) where problem is not null;
-- A scan reads incidents by when they began, a page at a time.
create index incident_started_at on incident (started_at, id);
