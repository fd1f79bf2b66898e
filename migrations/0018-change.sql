-- Changes: the models they are made from, their tasks per party, and the releases they are deployed in.
create sequence change_model_number;
create table change_model (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  description text,
  services text[] not null default '{}',
  items text[] not null default '{}',
  parties text[] not null default '{}',
  duration_minutes integer,
  outage_minutes integer,
  steps jsonb,
  backout_plan text,
  backout_minutes integer,
  test_evidence text,
  notice text,
  author text,
  approver text,
  failed_change text,
  review_note text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create index change_model_open_due on change_model (coalesce(due, 'infinity'::timestamptz), id) where open;
create index change_model_due on change_model (coalesce(due, 'infinity'::timestamptz), id);
create index change_model_opened_at on change_model (opened_at, id);
create index change_model_updated_at on change_model (updated_at, id);
create index change_model_search on change_model using gin (search);

create sequence change_number;
create table change (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  type text not null,
  category text,
  planned_start timestamptz,
  planned_end timestamptz,
  notice text,
  outage_minutes integer,
  description text,
  model text,
  services text[] not null default '{}',
  items text[] not null default '{}',
  affected_customers text[] not null default '{}',
  informed_customers text[] not null default '{}',
  lead_party text not null,
  suppliers text[] not null default '{}',
  team text,
  problem text,
  incident text,
  release text,
  requester text,
  reason text,
  benefit text,
  risks text,
  resources text,
  builder text,
  tester text,
  implementer text,
  relations text,
  related text[] not null default '{}',
  risk_score integer,
  risk jsonb,
  hurt jsonb,
  authority text,
  approver text,
  service_level_manager text,
  answers jsonb,
  exception text,
  meeting text,
  votes jsonb,
  decision text,
  decision_reason text,
  conditions text,
  decided_at timestamptz,
  deferred_until timestamptz,
  backout_plan text,
  backout_minutes integer,
  backout_tested boolean,
  test_evidence text,
  item_updates jsonb,
  debts text[] not null default '{}',
  started_at timestamptz,
  implemented_at timestamptz,
  unauthorised boolean not null default false,
  outcome text,
  within_window boolean,
  incidents text[] not null default '{}',
  lessons text,
  actions text,
  review_due timestamptz,
  reviewed_at timestamptz,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B') || setweight(to_tsvector('simple', coalesce(reason, '')), 'C')) stored
);
create index change_open_due on change (coalesce(due, 'infinity'::timestamptz), id) where open;
create index change_due on change (coalesce(due, 'infinity'::timestamptz), id);
create index change_opened_at on change (opened_at, id);
create index change_updated_at on change (updated_at, id);
create index change_planned_start on change (planned_start, id);
create index change_risk_score on change (risk_score, id);
create index change_review_due on change (review_due, id);
create index change_search on change using gin (search);

create sequence change_task_number;
create table change_task (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  instruction text,
  change text,
  release text,
  phase text not null,
  ring text,
  party text not null,
  team text,
  assignee text,
  position integer not null,
  after text[] not null default '{}',
  planned_start timestamptz,
  planned_end timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  evidence text,
  failure text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(instruction, '')), 'B')) stored
);
create index change_task_open_due on change_task (coalesce(due, 'infinity'::timestamptz), id) where open;
create index change_task_due on change_task (coalesce(due, 'infinity'::timestamptz), id);
create index change_task_opened_at on change_task (opened_at, id);
create index change_task_updated_at on change_task (updated_at, id);
create index change_task_planned_start on change_task (planned_start, id);
create index change_task_search on change_task using gin (search);

create sequence release_number;
create table release (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  version_name text,
  description text,
  notice text,
  changes text[] not null default '{}',
  services text[] not null default '{}',
  suppliers text[] not null default '{}',
  team text,
  builder text,
  planned_start timestamptz,
  planned_end timestamptz,
  acceptance jsonb,
  agreed_by text,
  test_evidence text,
  backout_plan text,
  accepted_by text,
  deployed_at timestamptz,
  early_life_until timestamptz,
  exit jsonb,
  incidents text[] not null default '{}',
  lessons text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(version_name, '')), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create index release_open_due on release (coalesce(due, 'infinity'::timestamptz), id) where open;
create index release_due on release (coalesce(due, 'infinity'::timestamptz), id);
create index release_opened_at on release (opened_at, id);
create index release_updated_at on release (updated_at, id);
create index release_planned_start on release (planned_start, id);
create index release_early_life_until on release (early_life_until, id);
create index release_search on release using gin (search);

create index change_services on change using gin (services);
create index change_items on change using gin (items);
create index change_suppliers on change using gin (suppliers);
create index change_informed_customers on change using gin (informed_customers);
create index change_window_of_time on change (planned_start, planned_end) where open;
create index change_implemented_at on change (implemented_at) where implemented_at is not null;
create index change_model_of on change (model, opened_at) where model is not null;
create index change_problem on change (problem) where problem is not null;
create index change_incident on change (incident) where incident is not null;
create index change_release on change (release) where release is not null;
create index change_meeting on change (meeting) where meeting is not null;
create index change_model_parties on change_model using gin (parties);
create index change_task_change on change_task (change, position) where change is not null;
create index change_task_release on change_task (release, position) where release is not null;
create index change_task_party on change_task (party, planned_start, id) where open;
create index change_task_after on change_task using gin (after);
create index release_changes on release using gin (changes);
create index release_suppliers on release using gin (suppliers);
