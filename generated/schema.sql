-- The schema after all migrations, generated: read it, do not run it.

create table action (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  text text,
  forum text,
  meeting text,
  about text,
  level text not null,
  owner text,
  party text not null,
  team text,
  parties text[] not null,
  due_on date not null,
  waiting_reason text,
  done_note text,
  escalated_to text,
  escalation text,
  escalated_share integer,
  acknowledged_by text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(text, ''::text)), 'B'::"char"))) stored,
  constraint action_pkey primary key (id)
);
create index action_about on action using btree (about, id) where (about is not null);
create index action_due on action using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index action_due_on on action using btree (due_on, id);
create index action_escalated_to on action using btree (escalated_to, id) where (open and (escalated_to is not null));
create index action_forum on action using btree (forum, due_on) where (forum is not null);
create index action_meeting on action using btree (meeting, id) where (meeting is not null);
create index action_open_due on action using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index action_opened_at on action using btree (opened_at, id);
create index action_owner on action using btree (owner, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index action_parties on action using gin (parties);
create index action_search on action using gin (search);
create index action_team on action using btree (team, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index action_updated_at on action using btree (updated_at, id);

create table allocation (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  process text not null,
  level text not null,
  person text,
  team text,
  starts_on date not null,
  ends_on date not null,
  hours integer not null,
  protected boolean not null,
  windows jsonb not null,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char")) stored,
  constraint allocation_pkey primary key (id)
);
create index allocation_open_due on allocation using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index allocation_opened_at on allocation using btree (opened_at, id);
create index allocation_person on allocation using btree (person, starts_on);
create index allocation_process on allocation using btree (process, starts_on);
create index allocation_search on allocation using gin (search);
create index allocation_starts_on on allocation using btree (starts_on, id);
create index allocation_team on allocation using btree (team, starts_on);
create index allocation_updated_at on allocation using btree (updated_at, id);

create table audit (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  checklist text not null,
  process text,
  scope text,
  auditor text not null,
  owner text,
  planned_on date not null,
  clauses jsonb,
  answers jsonb,
  conclusion text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(scope, ''::text)), 'B'::"char"))) stored,
  constraint audit_pkey primary key (id)
);
create index audit_due on audit using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index audit_open_due on audit using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index audit_opened_at on audit using btree (opened_at, id);
create index audit_planned_on on audit using btree (planned_on, id);
create index audit_process on audit using btree (process, id) where (process is not null);
create index audit_search on audit using gin (search);
create index audit_updated_at on audit using btree (updated_at, id);

create table availability_plan (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  service text not null,
  target integer,
  months integer not null,
  owner text not null,
  steps jsonb not null,
  review_on date,
  reviewed_on date,
  finding text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint availability_plan_pkey primary key (id)
);
create index availability_plan_due on availability_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index availability_plan_name on availability_plan using btree (name, id);
create index availability_plan_open_due on availability_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index availability_plan_opened_at on availability_plan using btree (opened_at, id);
create index availability_plan_owner on availability_plan using btree (owner, id);
create index availability_plan_review_on on availability_plan using btree (review_on, id);
create index availability_plan_search on availability_plan using gin (search);
create index availability_plan_service on availability_plan using btree (service, id);
create index availability_plan_updated_at on availability_plan using btree (updated_at, id);

create table baseline (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  description text,
  types text[] not null,
  owners text[] not null,
  services text[] not null,
  items text[] not null,
  taken_at timestamp with time zone not null,
  item_count integer not null,
  relation_count integer not null,
  picture jsonb not null,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint baseline_pkey primary key (id)
);
create index baseline_name on baseline using btree (name, id);
create index baseline_open_due on baseline using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index baseline_opened_at on baseline using btree (opened_at, id);
create index baseline_search on baseline using gin (search);
create index baseline_taken_at on baseline using btree (taken_at, id);
create index baseline_updated_at on baseline using btree (updated_at, id);

create table borrowing (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  allocation text not null,
  person text,
  process text not null,
  level text not null,
  minutes integer not null,
  borrowed_on date not null,
  reason text not null,
  by text,
  entry text,
  lead text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, reason), 'B'::"char"))) stored,
  constraint borrowing_pkey primary key (id)
);
create index borrowing_allocation on borrowing using btree (allocation, borrowed_on);
create index borrowing_borrowed_on on borrowing using btree (borrowed_on, id);
create index borrowing_entry on borrowing using btree (entry) where (entry is not null);
create index borrowing_open_due on borrowing using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index borrowing_opened_at on borrowing using btree (opened_at, id);
create index borrowing_person on borrowing using btree (person, borrowed_on);
create index borrowing_search on borrowing using gin (search);
create index borrowing_updated_at on borrowing using btree (updated_at, id);

create table cab_meeting (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  kind text not null,
  mode text not null,
  starts_at timestamp with time zone not null,
  planned_minutes integer,
  item_minutes integer,
  cut_off timestamp with time zone,
  deadline timestamp with time zone,
  chair text not null,
  members text[] not null,
  filter jsonb,
  rule jsonb,
  repeats text,
  previous text,
  parties text[] not null,
  agenda jsonb,
  present text[] not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  current text,
  timing jsonb,
  reminded_at timestamp with time zone,
  settled jsonb,
  actions jsonb,
  minutes jsonb,
  corrections jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A'::"char")) stored,
  constraint cab_meeting_pkey primary key (id)
);
create index cab_meeting_due on cab_meeting using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index cab_meeting_members on cab_meeting using gin (members) where open;
create index cab_meeting_open_due on cab_meeting using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index cab_meeting_opened_at on cab_meeting using btree (opened_at, id);
create index cab_meeting_parties on cab_meeting using gin (parties);
create unique index cab_meeting_previous_taken on cab_meeting using btree (previous) where (previous is not null);
create index cab_meeting_search on cab_meeting using gin (search);
create index cab_meeting_starts_at on cab_meeting using btree (starts_at, id);
create index cab_meeting_updated_at on cab_meeting using btree (updated_at, id);

create table calendar (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  zone text not null,
  week jsonb not null,
  holidays jsonb not null,
  used_by text[] not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint calendar_pkey primary key (id)
);
create index calendar_name on calendar using btree (name, id);
create index calendar_opened on calendar using btree (opened_at, id);
create index calendar_search on calendar using gin (search);
create index calendar_used_by on calendar using gin (used_by);

create table calendar_content (
  hash text not null,
  content jsonb not null,
  constraint calendar_content_pkey primary key (hash)
);

create table calendar_feed (
  id text not null,
  token_hash bytea not null,
  person text not null,
  name text not null,
  view jsonb not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint calendar_feed_pkey primary key (id)
);
create index calendar_feed_person on calendar_feed using btree (person, id);
create unique index calendar_feed_token on calendar_feed using btree (token_hash);

create table capacity (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  person text not null,
  weekly integer not null,
  starts_on date not null,
  ends_on date,
  absence integer not null,
  calendar text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char")) stored,
  constraint capacity_pkey primary key (id)
);
create index capacity_open_due on capacity using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index capacity_opened_at on capacity using btree (opened_at, id);
create index capacity_person on capacity using btree (person, starts_on);
create index capacity_search on capacity using gin (search);
create index capacity_starts_on on capacity using btree (starts_on, id);
create index capacity_updated_at on capacity using btree (updated_at, id);

create table capacity_plan (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  service text not null,
  resource text not null,
  unit text not null,
  source text not null,
  contracted integer,
  promise text,
  headroom integer not null,
  horizon integer not null,
  method text not null,
  points jsonb not null,
  demands jsonb not null,
  cost_minor integer,
  currency text,
  owner text not null,
  review_on date,
  reviewed_on date,
  finding text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, resource), 'B'::"char"))) stored,
  constraint capacity_plan_pkey primary key (id)
);
create index capacity_plan_due on capacity_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index capacity_plan_name on capacity_plan using btree (name, id);
create index capacity_plan_open_due on capacity_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index capacity_plan_opened_at on capacity_plan using btree (opened_at, id);
create index capacity_plan_owner on capacity_plan using btree (owner, id);
create index capacity_plan_review_on on capacity_plan using btree (review_on, id);
create index capacity_plan_search on capacity_plan using gin (search);
create index capacity_plan_service on capacity_plan using btree (service, id);
create index capacity_plan_updated_at on capacity_plan using btree (updated_at, id);

create table change (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  type text not null,
  category text,
  planned_start timestamp with time zone,
  planned_end timestamp with time zone,
  notice text,
  outage_minutes integer,
  description text,
  model text,
  services text[] default '{}'::text[] not null,
  items text[] default '{}'::text[] not null,
  affected_customers text[] default '{}'::text[] not null,
  informed_customers text[] default '{}'::text[] not null,
  lead_party text not null,
  suppliers text[] default '{}'::text[] not null,
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
  related text[] default '{}'::text[] not null,
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
  decided_at timestamp with time zone,
  deferred_until timestamp with time zone,
  backout_plan text,
  backout_minutes integer,
  backout_tested boolean,
  test_evidence text,
  item_updates jsonb,
  debts text[] default '{}'::text[] not null,
  started_at timestamp with time zone,
  implemented_at timestamp with time zone,
  unauthorised boolean default false not null,
  outcome text,
  within_window boolean,
  incidents text[] default '{}'::text[] not null,
  lessons text,
  actions text,
  review_due timestamp with time zone,
  reviewed_at timestamp with time zone,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(reason, ''::text)), 'C'::"char"))) stored,
  excepted jsonb,
  constraint change_pkey primary key (id)
);
create index change_due on change using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index change_implemented_at on change using btree (implemented_at) where (implemented_at is not null);
create index change_incident on change using btree (incident) where (incident is not null);
create index change_informed_customers on change using gin (informed_customers);
create index change_items on change using gin (items);
create index change_meeting on change using btree (meeting) where (meeting is not null);
create index change_model_of on change using btree (model, opened_at) where (model is not null);
create index change_open_due on change using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index change_opened_at on change using btree (opened_at, id);
create index change_planned_start on change using btree (planned_start, id);
create index change_problem on change using btree (problem) where (problem is not null);
create index change_release on change using btree (release) where (release is not null);
create index change_review_due on change using btree (review_due, id);
create index change_risk_score on change using btree (risk_score, id);
create index change_search on change using gin (search);
create index change_services on change using gin (services);
create index change_suppliers on change using gin (suppliers);
create index change_updated_at on change using btree (updated_at, id);
create index change_window_of_time on change using btree (planned_start, planned_end) where open;

create table change_model (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  description text,
  services text[] default '{}'::text[] not null,
  items text[] default '{}'::text[] not null,
  parties text[] default '{}'::text[] not null,
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
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint change_model_pkey primary key (id)
);
create index change_model_due on change_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index change_model_open_due on change_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index change_model_opened_at on change_model using btree (opened_at, id);
create index change_model_parties on change_model using gin (parties);
create index change_model_search on change_model using gin (search);
create index change_model_updated_at on change_model using btree (updated_at, id);

create table change_task (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  after text[] default '{}'::text[] not null,
  planned_start timestamp with time zone,
  planned_end timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  evidence text,
  failure text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(instruction, ''::text)), 'B'::"char"))) stored,
  constraint change_task_pkey primary key (id)
);
create index change_task_after on change_task using gin (after);
create index change_task_change on change_task using btree (change, "position") where (change is not null);
create index change_task_due on change_task using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index change_task_open_due on change_task using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index change_task_opened_at on change_task using btree (opened_at, id);
create index change_task_party on change_task using btree (party, planned_start, id) where open;
create index change_task_planned_start on change_task using btree (planned_start, id);
create index change_task_release on change_task using btree (release, "position") where (release is not null);
create index change_task_search on change_task using gin (search);
create index change_task_updated_at on change_task using btree (updated_at, id);

create table change_window (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  kind text not null,
  severity text not null,
  organisation text,
  services text[] not null,
  items text[] not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  recurrence jsonb,
  zone text,
  reason text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(reason, ''::text)), 'B'::"char"))) stored,
  constraint change_window_pkey primary key (id)
);
create index change_window_due on change_window using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index change_window_in_force on change_window using btree (COALESCE(ends_at, 'infinity'::timestamp with time zone), starts_at) where open;
create index change_window_open_due on change_window using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index change_window_opened_at on change_window using btree (opened_at, id);
create index change_window_organisation on change_window using btree (organisation, opened_at, id);
create index change_window_search on change_window using gin (search);
create index change_window_updated_at on change_window using btree (updated_at, id);

create table clock (
  record text not null,
  record_id text not null,
  clock text not null,
  key text not null,
  side text not null,
  promise text,
  provider text,
  customer text,
  target_minutes integer not null,
  calendar text not null,
  pauses text[] not null,
  audience text[] not null,
  phase text not null,
  reason text,
  started_at timestamp with time zone,
  since timestamp with time zone,
  used_ms bigint not null,
  paused_ms bigint not null,
  stopped_at timestamp with time zone,
  due timestamp with time zone,
  breached_at timestamp with time zone,
  escalation jsonb,
  warned integer default 0 not null,
  constraint clock_pkey primary key (record_id, clock, key),
  constraint clock_calendar_fkey foreign key (calendar) references calendar_content(hash)
);
create index clock_live_promise on clock using btree (promise, record_id) where (phase = any (array['idle'::text, 'running'::text, 'paused'::text]));
create index clock_promise_due on clock using btree (promise, COALESCE(breached_at, due));
create index clock_promise_started on clock using btree (promise, started_at);

create table competence (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  description text,
  demands jsonb not null,
  services text[] not null,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint competence_pkey primary key (id)
);
create index competence_name on competence using btree (name, id);
create unique index competence_name_taken on competence using btree (lower(name)) where open;
create index competence_open_due on competence using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index competence_opened_at on competence using btree (opened_at, id);
create index competence_search on competence using gin (search);
create index competence_services on competence using gin (services);
create index competence_updated_at on competence using btree (updated_at, id);

create table configuration_item (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  type text not null,
  attributes jsonb not null,
  owner text not null,
  team text,
  source text not null,
  source_key text,
  seen_at timestamp with time zone not null,
  aliases text[] not null,
  description text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(source_key, ''::text)), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'C'::"char"))) stored,
  constraint configuration_item_pkey primary key (id)
);
create index configuration_item_aliases on configuration_item using gin (aliases);
create index configuration_item_due on configuration_item using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index configuration_item_lower_name on configuration_item using btree (lower(name));
create index configuration_item_name on configuration_item using btree (name, id);
create index configuration_item_open_due on configuration_item using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index configuration_item_opened_at on configuration_item using btree (opened_at, id);
create index configuration_item_owner on configuration_item using btree (owner, id);
create index configuration_item_search on configuration_item using gin (search);
create index configuration_item_seen_at on configuration_item using btree (seen_at, id);
create unique index configuration_item_source_key_taken on configuration_item using btree (source, source_key);
create index configuration_item_type on configuration_item using btree (type, id);
create index configuration_item_updated_at on configuration_item using btree (updated_at, id);

create table continuity_plan (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  service text not null,
  rto integer not null,
  rpo integer not null,
  tolerable integer,
  strategy text not null,
  restore_order text not null,
  steps jsonb not null,
  impact jsonb not null,
  evidence jsonb not null,
  owner text not null,
  review_on date,
  reviewed_on date,
  finding text,
  tested_on date,
  last_test text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint continuity_plan_pkey primary key (id)
);
create index continuity_plan_due on continuity_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index continuity_plan_name on continuity_plan using btree (name, id);
create index continuity_plan_open_due on continuity_plan using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index continuity_plan_opened_at on continuity_plan using btree (opened_at, id);
create index continuity_plan_owner on continuity_plan using btree (owner, id);
create index continuity_plan_review_on on continuity_plan using btree (review_on, id);
create index continuity_plan_search on continuity_plan using gin (search);
create index continuity_plan_service on continuity_plan using btree (service, id);
create index continuity_plan_updated_at on continuity_plan using btree (updated_at, id);

create table continuity_test (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  plan text not null,
  service text not null,
  kind text not null,
  scope text,
  planned_on date not null,
  owner text not null,
  ran_on date,
  restored boolean,
  rto_achieved integer,
  rpo_achieved integer,
  rto_wanted integer,
  rpo_wanted integer,
  finding text,
  problem text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint continuity_test_pkey primary key (id)
);
create index continuity_test_due on continuity_test using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index continuity_test_name on continuity_test using btree (name, id);
create index continuity_test_open_due on continuity_test using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index continuity_test_opened_at on continuity_test using btree (opened_at, id);
create index continuity_test_owner on continuity_test using btree (owner, id);
create index continuity_test_plan on continuity_test using btree (plan, id);
create index continuity_test_planned_on on continuity_test using btree (planned_on, id);
create index continuity_test_problem on continuity_test using btree (problem, id);
create index continuity_test_search on continuity_test using gin (search);
create index continuity_test_service on continuity_test using btree (service, id);
create index continuity_test_updated_at on continuity_test using btree (updated_at, id);

create table cost_line (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  model text not null,
  pool text not null,
  amount_minor integer not null,
  behaviour text,
  supplier text,
  reference text,
  booked_on date,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(reference, ''::text)), 'B'::"char"))) stored,
  constraint cost_line_pkey primary key (id)
);
create index cost_line_amount_minor on cost_line using btree (amount_minor, id);
create index cost_line_due on cost_line using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index cost_line_model on cost_line using btree (model, id);
create index cost_line_open_due on cost_line using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index cost_line_opened_at on cost_line using btree (opened_at, id);
create index cost_line_search on cost_line using gin (search);
create index cost_line_supplier on cost_line using btree (supplier, id);
create index cost_line_updated_at on cost_line using btree (updated_at, id);

create table cost_model (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  currency text not null,
  method text not null,
  pools jsonb not null,
  departments jsonb not null,
  drivers jsonb not null,
  owner text not null,
  ran_at timestamp with time zone,
  total integer,
  line_sums jsonb,
  outcome jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint cost_model_pkey primary key (id)
);
create index cost_model_due on cost_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index cost_model_name on cost_model using btree (name, id);
create index cost_model_open_due on cost_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index cost_model_opened_at on cost_model using btree (opened_at, id);
create index cost_model_owner on cost_model using btree (owner, id);
create index cost_model_search on cost_model using gin (search);
create index cost_model_starts_on on cost_model using btree (starts_on, id);
create index cost_model_updated_at on cost_model using btree (updated_at, id);

create table credential (
  person text not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  constraint credential_pkey primary key (person)
);

create table decision (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  text text,
  forum text not null,
  meeting text,
  level text not null,
  taken_on date not null,
  parties text[] not null,
  effects jsonb not null,
  touches text[] not null,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(text, ''::text)), 'B'::"char"))) stored,
  constraint decision_pkey primary key (id)
);
create index decision_due on decision using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index decision_forum on decision using btree (forum, taken_on);
create index decision_meeting on decision using btree (meeting, id) where (meeting is not null);
create index decision_open_due on decision using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index decision_opened_at on decision using btree (opened_at, id);
create index decision_parties on decision using gin (parties);
create index decision_search on decision using gin (search);
create index decision_taken_on on decision using btree (taken_on, id);
create index decision_touches on decision using gin (touches);
create index decision_updated_at on decision using btree (updated_at, id);

create table dispute (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  about text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  held text not null,
  claimed text not null,
  counterparty text not null,
  raised_by text not null,
  asked text not null,
  reason text not null,
  answer text,
  agrees boolean,
  ruling text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, reason), 'B'::"char"))) stored,
  constraint dispute_pkey primary key (id)
);
create index dispute_about on dispute using btree (about, starts_at);
create index dispute_counterparty on dispute using btree (counterparty, opened_at, id);
create index dispute_due on dispute using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index dispute_open_due on dispute using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index dispute_opened_at on dispute using btree (opened_at, id);
create index dispute_search on dispute using gin (search);
create index dispute_updated_at on dispute using btree (updated_at, id);

create table event (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  dedup_key text not null,
  source text not null,
  summary text not null,
  severity text not null,
  service text,
  customer text,
  started_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  last_seen_at timestamp with time zone not null,
  count integer not null,
  labels jsonb,
  incident text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, summary), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, dedup_key), 'B'::"char"))) stored,
  item text,
  constraint event_pkey primary key (id)
);
create index event_customer on event using btree (customer, opened_at) where (customer is not null);
create unique index event_dedup_key_taken on event using btree (source, COALESCE(customer, ''::text), dedup_key) where open;
create index event_incident on event using btree (incident) where (incident is not null);
create index event_item on event using btree (item, opened_at) where (item is not null);
create index event_key on event using btree (source, dedup_key, id);
create index event_open_due on event using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index event_opened_at on event using btree (opened_at, id);
create index event_search on event using gin (search);
create index event_service on event using btree (service, opened_at) where (service is not null);
create index event_updated_at on event using btree (updated_at, id);

create table finding (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  audit text,
  clause text,
  process text,
  grade text not null,
  statement text not null,
  cause text,
  corrective_action text,
  owner text,
  due_on date,
  effect text,
  evidence text[] not null,
  verified_by text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, statement), 'B'::"char"))) stored,
  constraint finding_pkey primary key (id)
);
create index finding_audit on finding using btree (audit, id) where (audit is not null);
create index finding_due on finding using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index finding_due_on on finding using btree (due_on, id);
create index finding_open_due on finding using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index finding_opened_at on finding using btree (opened_at, id);
create index finding_process on finding using btree (process, id) where (process is not null);
create index finding_search on finding using gin (search);
create index finding_updated_at on finding using btree (updated_at, id);

create table forum (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  kind text not null,
  level text not null,
  purpose text,
  decides text,
  chair text not null,
  members text[] not null,
  parties text[] not null,
  customer text,
  open_table boolean,
  cadence text not null,
  starts_on date,
  begins text,
  calendar text,
  escalates_to text,
  escalates_after integer,
  points text[],
  obligations jsonb,
  attested jsonb,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(purpose, ''::text)), 'B'::"char"))) stored,
  constraint forum_pkey primary key (id)
);
create index forum_customer on forum using btree (customer, id) where (customer is not null);
create index forum_due on forum using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index forum_escalates_to on forum using btree (escalates_to, id) where (escalates_to is not null);
create index forum_name on forum using btree (name, id);
create index forum_open_due on forum using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index forum_opened_at on forum using btree (opened_at, id);
create index forum_parties on forum using gin (parties);
create index forum_search on forum using gin (search);
create index forum_updated_at on forum using btree (updated_at, id);

create table import (
  id text not null,
  name text not null,
  record text not null,
  format text not null,
  mapping jsonb,
  dry_run boolean not null,
  state text not null,
  failure jsonb,
  bytes bigint default 0 not null,
  content_sha256 text,
  form jsonb,
  byte_offset bigint default 0 not null,
  row_number bigint default 0 not null,
  rows_read bigint default 0 not null,
  records_added bigint default 0 not null,
  facts_added bigint default 0 not null,
  rows_known bigint default 0 not null,
  rows_bad bigint default 0 not null,
  created jsonb default '{}'::jsonb not null,
  actor jsonb not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint import_pkey primary key (id),
  constraint import_format_check check ((format = any (array['csv'::text, 'json'::text]))),
  constraint import_state_check check ((state = any (array['new'::text, 'uploaded'::text, 'running'::text, 'paused'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

create table import_bad_row (
  import text not null,
  id bigint generated always as identity not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  field text,
  params jsonb,
  value text not null,
  key text not null,
  constraint import_bad_row_pkey primary key (import, id),
  constraint import_bad_row_import_fkey foreign key (import) references import(id) on delete cascade
);
create index import_bad_row_key on import_bad_row using btree (import, key);

create table import_chunk (
  import text not null,
  seq integer not null,
  content bytea not null,
  constraint import_chunk_pkey primary key (import, seq),
  constraint import_chunk_import_fkey foreign key (import) references import(id) on delete cascade
);

create table improvement (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  text text,
  level text not null,
  process text,
  customer text,
  owner text,
  source_kind text not null,
  source text,
  proposed_by text,
  measure text,
  unit text,
  better text,
  baseline integer,
  expected integer,
  starts_on date,
  window_months integer,
  measured integer,
  effect integer,
  proven boolean,
  evidence jsonb,
  measured_at timestamp with time zone,
  saved_minutes integer,
  lesson text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(text, ''::text)), 'B'::"char"))) stored,
  constraint improvement_pkey primary key (id)
);
create index improvement_customer on improvement using btree (customer, id) where (customer is not null);
create index improvement_due on improvement using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index improvement_open_due on improvement using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index improvement_opened_at on improvement using btree (opened_at, id);
create index improvement_process on improvement using btree (process, id) where (process is not null);
create index improvement_search on improvement using gin (search);
create index improvement_source on improvement using btree (source, id) where (source is not null);
create index improvement_state on improvement using btree (state, id);
create index improvement_updated_at on improvement using btree (updated_at, id);

create table incident (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  waiting_until timestamp with time zone,
  started_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  restored_at timestamp with time zone,
  resolved_at timestamp with time zone,
  resolution text,
  reopened integer not null,
  parent text,
  external_id text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  handed_to text,
  handed_by text,
  declined integer,
  satisfaction integer,
  rated_at timestamp with time zone,
  rerated_at timestamp with time zone,
  escalated_to text,
  escalation text,
  escalated_share integer,
  acknowledged_by text,
  workaround text,
  known_errors text[],
  dismissed_errors text[],
  item text,
  computed_effect text,
  computed_impact text,
  impact_reason text,
  constraint incident_pkey primary key (id),
  constraint incident_external_id_key unique (external_id)
);
create index incident_affected_customers on incident using gin (affected_customers);
create index incident_agent on incident using btree (agent, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index incident_customer on incident using btree (customer, opened_at, id);
create index incident_down on incident using gist (tstzrange(started_at, GREATEST(started_at, COALESCE(restored_at, resolved_at, closed_at, 'infinity'::timestamp with time zone)), '[]'::text)) where ((part is not null) or (effect = 'down'::text));
create index incident_due on incident using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index incident_escalated on incident using btree (escalated_to, COALESCE(due, 'infinity'::timestamp with time zone), id) where (open and (escalated_to is not null));
create index incident_item on incident using btree (item) where (item is not null);
create index incident_known_errors on incident using gin (known_errors);
create index incident_open_due on incident using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index incident_open_priority on incident using btree (priority, id) where open;
create index incident_opened_at on incident using btree (opened_at, id);
create index incident_parent on incident using btree (parent) where (parent is not null);
create index incident_part on incident using btree (part) where open;
create index incident_priority on incident using btree (priority, id);
create index incident_rated_at on incident using btree (rated_at) where (rated_at is not null);
create index incident_resolved_at on incident using btree (resolved_at, id) where (resolved_at is not null);
create index incident_search on incident using gin (search);
create index incident_service on incident using btree (service, started_at);
create index incident_service_rated on incident using btree (service, rated_at) where (rated_at is not null);
create index incident_service_resolved on incident using btree (service, resolved_at) where (resolved_at is not null);
create index incident_started_at on incident using btree (started_at, id);
create index incident_team on incident using btree (team, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index incident_updated_at on incident using btree (updated_at, id);

create table item_relation (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  subject text not null,
  kind text not null,
  object text not null,
  redundancy text,
  need integer,
  source text not null,
  source_key text,
  seen_at timestamp with time zone not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char")) stored,
  constraint item_relation_pkey primary key (id)
);
create index item_relation_above on item_relation using btree (object, kind) include (subject, redundancy, need) where (closed_at is null);
create index item_relation_below on item_relation using btree (subject, kind) include (object, redundancy, need) where (closed_at is null);
create index item_relation_due on item_relation using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index item_relation_object on item_relation using btree (object, kind) where open;
create unique index item_relation_object_taken on item_relation using btree (subject, kind, object) where open;
create index item_relation_object_then on item_relation using btree (object, opened_at);
create index item_relation_open_due on item_relation using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index item_relation_opened_at on item_relation using btree (opened_at, id);
create index item_relation_search on item_relation using gin (search);
create index item_relation_seen_at on item_relation using btree (seen_at, id);
create unique index item_relation_source_key_taken on item_relation using btree (source, source_key) where open;
create index item_relation_subject on item_relation using btree (subject, kind) where open;
create index item_relation_subject_then on item_relation using btree (subject, opened_at);
create index item_relation_updated_at on item_relation using btree (updated_at, id);

create table item_type (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  code text not null,
  attributes jsonb not null,
  description text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, code), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint item_type_pkey primary key (id),
  constraint item_type_code_key unique (code)
);
create index item_type_name on item_type using btree (name, id);
create index item_type_open_due on item_type using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index item_type_opened_at on item_type using btree (opened_at, id);
create index item_type_search on item_type using gin (search);

create table job (
  id bigint generated always as identity not null,
  queue text not null,
  key text,
  run_at timestamp with time zone not null,
  payload jsonb not null,
  attempts integer default 0 not null,
  locked_until timestamp with time zone,
  locked_by text,
  dead boolean default false not null,
  last_error text,
  created_at timestamp with time zone default now() not null,
  constraint job_pkey primary key (id)
);
create unique index job_key on job using btree (queue, key) where (key is not null);
create index job_ready on job using btree (run_at, id) where (not dead);

create table journal (
  id bigint generated always as identity not null,
  record text not null,
  record_id text not null,
  version integer not null,
  fact text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor text,
  actor_name text not null,
  actor_party text,
  channel text not null,
  command_id text not null,
  request_hash text not null,
  cause bigint,
  changes jsonb not null,
  note text,
  params jsonb default '{}'::jsonb not null,
  audience text[] not null,
  terms jsonb,
  constraint journal_pkey primary key (id)
);
create index journal_cause on journal using btree (cause) where (cause is not null);
create unique index journal_command_key on journal using btree (command_id);
create index journal_fact_actor on journal using btree (fact, record_id, actor) where (actor is not null);
create index journal_moves on journal using btree (record_id, version) where ((record = 'incident'::text) and (changes ?| array['team'::text, 'party'::text, 'state'::text]));
create unique index journal_record_version_key on journal using btree (record_id, version);
create index journal_time_of_others on journal using btree (record_id) where (fact = any (array['incident.waited'::text, 'incident.custody_passed'::text, 'incident.imported'::text]));

create table known_device (
  token_hash bytea not null,
  person text not null,
  last_seen_at timestamp with time zone not null,
  constraint known_device_pkey primary key (token_hash, person)
);

create table known_error (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(symptoms, ''::text)), 'B'::"char"))) stored,
  constraint known_error_pkey primary key (id)
);
create index known_error_due on known_error using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index known_error_open_due on known_error using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index known_error_opened_at on known_error using btree (opened_at, id);
create index known_error_problem on known_error using btree (problem) where (problem is not null);
create index known_error_published_to on known_error using gin (published_to);
create index known_error_search on known_error using gin (search);
create index known_error_services on known_error using gin (services);
create index known_error_updated_at on known_error using btree (updated_at, id);
create index known_error_used on known_error using btree (used, id);
create index known_error_used_by on known_error using gin (used_by);

create table login_attempt (
  subject text not null,
  failures integer not null,
  window_from timestamp with time zone not null,
  constraint login_attempt_pkey primary key (subject)
);
create index login_attempt_window on login_attempt using btree (window_from);

create table login_link (
  token_hash bytea not null,
  purpose text not null,
  person text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint login_link_pkey primary key (token_hash),
  constraint login_link_check check (((person is not null) or (purpose = 'setup'::text))),
  constraint login_link_purpose_check check ((purpose = any (array['setup'::text, 'reset'::text, 'invite'::text])))
);

create table maintenance_notice (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  supplier text,
  provider text not null,
  notice_key text,
  account text,
  status text,
  sequence integer,
  stamp timestamp with time zone,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  objects jsonb,
  items text[] not null,
  services text[] not null,
  problem text,
  raw text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(notice_key, ''::text)), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, provider), 'B'::"char"))) stored,
  constraint maintenance_notice_pkey primary key (id)
);
create index maintenance_notice_due on maintenance_notice using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create unique index maintenance_notice_notice_key_taken on maintenance_notice using btree (lower(provider), notice_key) where (notice_key is not null);
create index maintenance_notice_open_due on maintenance_notice using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index maintenance_notice_opened_at on maintenance_notice using btree (opened_at, id);
create index maintenance_notice_planned on maintenance_notice using btree (ends_at, starts_at) where (state = any (array['planned'::text, 'completed'::text]));
create index maintenance_notice_search on maintenance_notice using gin (search);
create index maintenance_notice_supplier on maintenance_notice using btree (supplier, opened_at, id);
create index maintenance_notice_updated_at on maintenance_notice using btree (updated_at, id);

create table maturity_assessment (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  process text not null,
  assessor text,
  assessed_on date not null,
  answers jsonb not null,
  score integer,
  previous integer,
  goal integer,
  held_by text[] not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A'::"char")) stored,
  constraint maturity_assessment_pkey primary key (id)
);
create index maturity_assessment_assessed_on on maturity_assessment using btree (assessed_on, id);
create index maturity_assessment_due on maturity_assessment using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index maturity_assessment_open_due on maturity_assessment using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index maturity_assessment_opened_at on maturity_assessment using btree (opened_at, id);
create index maturity_assessment_process on maturity_assessment using btree (process, assessed_on);
create index maturity_assessment_search on maturity_assessment using gin (search);
create index maturity_assessment_updated_at on maturity_assessment using btree (updated_at, id);

create table measure (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  code text not null,
  level text not null,
  process text not null,
  unit text not null,
  better text not null,
  definition text,
  target integer,
  owner text,
  charted text,
  baselines jsonb,
  board_group text,
  board_place integer,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint measure_pkey primary key (id)
);
create unique index measure_code_taken on measure using btree (code) where open;
create index measure_due on measure using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index measure_name on measure using btree (name, id);
create index measure_open_due on measure using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index measure_opened_at on measure using btree (opened_at, id);
create index measure_search on measure using gin (search);
create index measure_updated_at on measure using btree (updated_at, id);

create table measure_kept (
  code text not null,
  customer text not null,
  service text not null,
  period text not null,
  from_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  edition text not null,
  about text[] not null,
  since_at timestamp with time zone not null,
  token text not null,
  begun_at timestamp with time zone not null,
  counted_at timestamp with time zone,
  n integer,
  num double precision,
  den double precision,
  told double precision,
  constraint measure_kept_pkey primary key (code, customer, service, period)
);
create index measure_kept_ends_at on measure_kept using btree (ends_at);

create table meeting (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  forum text not null,
  kind text not null,
  level text not null,
  customer text,
  starts_at timestamp with time zone not null,
  period text,
  chair text not null,
  present text[] not null,
  parties text[] not null,
  agenda jsonb,
  explained jsonb,
  proposals text[],
  shared_at timestamp with time zone,
  report_version integer,
  minutes text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(minutes, ''::text)), 'B'::"char"))) stored,
  constraint meeting_pkey primary key (id)
);
create index meeting_customer on meeting using btree (customer, period) where (customer is not null);
create index meeting_due on meeting using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index meeting_forum on meeting using btree (forum, starts_at);
create index meeting_open_due on meeting using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index meeting_opened_at on meeting using btree (opened_at, id);
create index meeting_parties on meeting using gin (parties);
create index meeting_search on meeting using gin (search);
create index meeting_starts_at on meeting using btree (starts_at, id);
create unique index meeting_starts_at_taken on meeting using btree (forum, starts_at) where (state <> 'cancelled'::text);
create index meeting_updated_at on meeting using btree (updated_at, id);

create table membership (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  person text not null,
  organisation text not null,
  team text,
  role text not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, role), 'A'::"char")) stored,
  constraint membership_pkey primary key (id)
);
create index membership_opened on membership using btree (opened_at, id);
create index membership_organisation on membership using btree (organisation, id);
create index membership_role on membership using btree (role, id);
create unique index membership_role_taken on membership using btree (person, organisation, COALESCE(team, ''::text), role) where open;
create index membership_search on membership using gin (search);
create index membership_team on membership using btree (team) where (open and (team is not null));

create table migration (
  name text collate "C" not null,
  checksum text not null,
  breaking boolean not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey primary key (name)
);

create table notice_template (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  provider text not null,
  supplier text,
  marks text[] not null,
  starts_after text[] not null,
  ends_after text[] not null,
  key_after text[] not null,
  account_after text[] not null,
  objects_after text[] not null,
  objects_below boolean,
  date_order text not null,
  zone text,
  impact text,
  cancelled_says text[] not null,
  moved_says text[] not null,
  completed_says text[] not null,
  sample text not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, provider), 'A'::"char")) stored,
  constraint notice_template_pkey primary key (id)
);
create index notice_template_due on notice_template using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index notice_template_open_due on notice_template using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index notice_template_opened_at on notice_template using btree (opened_at, id);
create index notice_template_search on notice_template using gin (search);
create index notice_template_supplier on notice_template using btree (supplier, opened_at, id);
create index notice_template_updated_at on notice_template using btree (updated_at, id);

create table objective (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  level text not null,
  why text,
  parent text,
  measure text,
  target integer,
  by date,
  owner text,
  ended text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(why, ''::text)), 'B'::"char"))) stored,
  constraint objective_pkey primary key (id)
);
create index objective_by on objective using btree (by, id);
create index objective_due on objective using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index objective_measure on objective using btree (measure, id) where (measure is not null);
create index objective_name on objective using btree (name, id);
create index objective_open_due on objective using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index objective_opened_at on objective using btree (opened_at, id);
create index objective_parent on objective using btree (parent, id) where (parent is not null);
create index objective_search on objective using gin (search);
create index objective_updated_at on objective using btree (updated_at, id);

create table operating_model (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  number integer not null,
  language text not null,
  based_on text,
  steps jsonb not null,
  content jsonb,
  records_off text[] not null,
  published_at timestamp with time zone,
  published_by text,
  description text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint operating_model_pkey primary key (id),
  constraint operating_model_number_key unique (number)
);
create index operating_model_due on operating_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index operating_model_name on operating_model using btree (name, id);
create index operating_model_open_due on operating_model using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index operating_model_opened_at on operating_model using btree (opened_at, id);
create index operating_model_published on operating_model using btree (published_at) where (state = 'published'::text);
create index operating_model_search on operating_model using gin (search);
create index operating_model_updated_at on operating_model using btree (updated_at, id);

create table organisation (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  code text not null,
  language text not null,
  zone text not null,
  phone text,
  email text,
  address text,
  parent text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, code), 'A'::"char"))) stored,
  constraint organisation_pkey primary key (id)
);
create unique index organisation_code_key on organisation using btree (code);
create index organisation_name on organisation using btree (name, id);
create index organisation_opened on organisation using btree (opened_at, id);
create index organisation_parent on organisation using btree (parent) where (parent is not null);
create index organisation_search on organisation using gin (search);

create table person (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  email text,
  phone text,
  organisation text not null,
  site text,
  language text,
  zone text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(email, ''::text)), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(phone, ''::text)), 'B'::"char"))) stored,
  constraint person_pkey primary key (id)
);
create unique index person_email_key on person using btree (email);
create index person_name on person using btree (name, id);
create index person_opened on person using btree (opened_at, id);
create index person_organisation on person using btree (organisation, name, id);
create index person_search on person using gin (search);

create table portfolio_entry (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  business_case text,
  service text,
  value_minor integer,
  cost_minor integer,
  investment_minor integer,
  currency text,
  risk integer,
  wanted_by text[] not null,
  owner text not null,
  sourcing text,
  supplier text,
  assumptions text,
  decided_on date,
  review_on date,
  reviewed_on date,
  finding text,
  value_now_minor integer,
  cost_now_minor integer,
  launched_on date,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(business_case, ''::text)), 'B'::"char"))) stored,
  constraint portfolio_entry_pkey primary key (id)
);
create index portfolio_entry_due on portfolio_entry using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index portfolio_entry_name on portfolio_entry using btree (name, id);
create index portfolio_entry_open_due on portfolio_entry using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index portfolio_entry_opened_at on portfolio_entry using btree (opened_at, id);
create index portfolio_entry_owner on portfolio_entry using btree (owner, id);
create index portfolio_entry_review_on on portfolio_entry using btree (review_on, id);
create index portfolio_entry_search on portfolio_entry using gin (search);
create index portfolio_entry_service on portfolio_entry using btree (service, id);
create index portfolio_entry_supplier on portfolio_entry using btree (supplier, id);
create index portfolio_entry_updated_at on portfolio_entry using btree (updated_at, id);

create table preference (
  person text not null,
  language text,
  zone text,
  theme text,
  density text,
  shortcuts boolean,
  vocabulary text,
  constraint preference_pkey primary key (person),
  constraint preference_density_check check ((density = any (array['comfortable'::text, 'compact'::text, 'dense'::text]))),
  constraint preference_language_check check ((language = any (array['en'::text, 'nl'::text, 'de'::text]))),
  constraint preference_theme_check check ((theme = any (array['auto'::text, 'light'::text, 'dark'::text])))
);

create table priority_rule (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  impact text not null,
  urgency text not null,
  priority integer not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint priority_rule_pkey primary key (id)
);
create index priority_rule_open_due on priority_rule using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index priority_rule_search on priority_rule using gin (search);
create unique index priority_rule_urgency_taken on priority_rule using btree (impact, urgency) where open;

create table problem (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  waiting_until timestamp with time zone,
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
  fixed_at timestamp with time zone,
  baseline_days integer,
  verify_until timestamp with time zone,
  proof jsonb,
  risk_owner text,
  risk_until timestamp with time zone,
  risk_reason text,
  review text,
  escalated_to text,
  escalation text,
  escalated_share integer,
  acknowledged_by text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(briefing, ''::text)), 'B'::"char"))) stored,
  constraint problem_pkey primary key (id)
);
create index problem_agent on problem using btree (agent, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index problem_changes on problem using gin (changes);
create index problem_due on problem using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index problem_escalated on problem using btree (escalated_to, COALESCE(due, 'infinity'::timestamp with time zone), id) where (open and (escalated_to is not null));
create index problem_incidents on problem using gin (incidents);
create index problem_items on problem using gin (items);
create index problem_open_due on problem using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index problem_open_priority on problem using btree (priority, id) where open;
create index problem_opened_at on problem using btree (opened_at, id);
create index problem_priority on problem using btree (priority, id);
create index problem_search on problem using gin (search);
create index problem_service on problem using btree (service, opened_at, id);
create index problem_supplier on problem using btree (supplier, opened_at, id);
create index problem_team on problem using btree (team, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index problem_team_parties on problem using gin (team_parties);
create index problem_updated_at on problem using btree (updated_at, id);

create table problem_candidate (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  last_at timestamp with time zone not null,
  yearly_cost_minor integer not null,
  currency text not null,
  also text[] not null,
  dismissed_reason text,
  dismissed_seen integer,
  problem text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A'::"char")) stored,
  constraint problem_candidate_pkey primary key (id)
);
create index problem_candidate_due on problem_candidate using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index problem_candidate_incidents on problem_candidate using gin (incidents);
create unique index problem_candidate_key_taken on problem_candidate using btree (key) where open;
create index problem_candidate_last_at on problem_candidate using btree (last_at, id);
create index problem_candidate_odds_one_in on problem_candidate using btree (odds_one_in, id);
create index problem_candidate_open_due on problem_candidate using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index problem_candidate_open_yearly_cost_minor on problem_candidate using btree (yearly_cost_minor, id) where open;
create index problem_candidate_opened_at on problem_candidate using btree (opened_at, id);
create index problem_candidate_problem on problem_candidate using btree (problem) where (problem is not null);
create index problem_candidate_search on problem_candidate using gin (search);
create index problem_candidate_seen on problem_candidate using btree (seen, id);
create index problem_candidate_updated_at on problem_candidate using btree (updated_at, id);
create index problem_candidate_yearly_cost_minor on problem_candidate using btree (yearly_cost_minor, id);

create table process (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  code text not null,
  name text not null,
  level text not null,
  purpose text,
  inputs text,
  throughput text,
  outputs text,
  control text,
  outcome text,
  records text[] not null,
  activities jsonb,
  owner text,
  manager text,
  team text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, code), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(purpose, ''::text)), 'B'::"char"))) stored,
  constraint process_pkey primary key (id)
);
create index process_code on process using btree (code, id);
create unique index process_code_taken on process using btree (code) where open;
create index process_due on process using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index process_name on process using btree (name, id);
create index process_open_due on process using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index process_opened_at on process using btree (opened_at, id);
create index process_search on process using gin (search);
create index process_updated_at on process using btree (updated_at, id);

create table process_role (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  party text not null,
  organisation text,
  holders text[] not null,
  description text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint process_role_pkey primary key (id)
);
create index process_role_due on process_role using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index process_role_name on process_role using btree (name, id);
create index process_role_open_due on process_role using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index process_role_opened_at on process_role using btree (opened_at, id);
create index process_role_search on process_role using gin (search);
create index process_role_updated_at on process_role using btree (updated_at, id);

create table promise (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
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
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  throughput integer,
  satisfied integer,
  rolling_days integer,
  support_calendar text,
  maintenance jsonb,
  escalation jsonb,
  routing jsonb,
  fee_minor integer,
  currency text,
  credit_bands jsonb,
  notice_days integer,
  level text,
  version_of text,
  edition integer not null,
  risk_owner text,
  risk_until date,
  constraint promise_pkey primary key (id)
);
create index promise_calendar on promise using btree (calendar) where open;
create index promise_customer on promise using btree (customer, id);
create index promise_in_force on promise using btree (service, metric) where (state = 'active'::text);
create index promise_metric on promise using btree (metric, id);
create index promise_name on promise using btree (name, id);
create index promise_opened on promise using btree (opened_at, id);
create index promise_provider on promise using btree (provider, id);
create index promise_search on promise using gin (search);
create index promise_support_calendar on promise using btree (support_calendar) where (open and (support_calendar is not null));
create index promise_version_of on promise using btree (version_of) where (version_of is not null);

create table raci (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  process text not null,
  number integer not null,
  rows jsonb not null,
  in_force_at timestamp with time zone,
  author text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A'::"char")) stored,
  constraint raci_pkey primary key (id),
  constraint raci_number_key unique (process, number)
);
create index raci_due on raci using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index raci_in_force on raci using btree (process) where (state = 'in_force'::text);
create index raci_open_due on raci using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index raci_opened_at on raci using btree (opened_at, id);
create index raci_search on raci using gin (search);
create index raci_updated_at on raci using btree (updated_at, id);

create table reason (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  code text not null,
  kind text not null,
  waits_on text not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint reason_pkey primary key (id),
  constraint reason_code_key unique (code)
);
create index reason_open_due on reason using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index reason_search on reason using gin (search);

create table release (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  version_name text,
  description text,
  notice text,
  changes text[] default '{}'::text[] not null,
  services text[] default '{}'::text[] not null,
  suppliers text[] default '{}'::text[] not null,
  team text,
  builder text,
  planned_start timestamp with time zone,
  planned_end timestamp with time zone,
  acceptance jsonb,
  agreed_by text,
  test_evidence text,
  backout_plan text,
  accepted_by text,
  deployed_at timestamp with time zone,
  early_life_until timestamp with time zone,
  exit jsonb,
  incidents text[] default '{}'::text[] not null,
  lessons text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(version_name, ''::text)), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint release_pkey primary key (id)
);
create index release_changes on release using gin (changes);
create index release_due on release using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index release_early_life_until on release using btree (early_life_until, id);
create index release_open_due on release using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index release_opened_at on release using btree (opened_at, id);
create index release_planned_start on release using btree (planned_start, id);
create index release_search on release using gin (search);
create index release_suppliers on release using gin (suppliers);
create index release_updated_at on release using btree (updated_at, id);

create table risk (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  description text,
  service text,
  customer text,
  supplier text,
  about text,
  likelihood integer not null,
  impact integer not null,
  score integer not null,
  aimed_likelihood integer,
  aimed_impact integer,
  party text not null,
  team text,
  owner text,
  waiting_reason text,
  treatment text,
  response text,
  due_on date,
  accepted_until date,
  accepted_because text,
  expired_on date,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint risk_pkey primary key (id)
);
create index risk_about on risk using btree (about, id);
create index risk_accepted_until on risk using btree (accepted_until, id);
create index risk_customer on risk using btree (customer, id);
create index risk_due on risk using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index risk_due_on on risk using btree (due_on, id);
create index risk_open_due on risk using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index risk_opened_at on risk using btree (opened_at, id);
create index risk_owner on risk using btree (owner, id);
create index risk_score on risk using btree (score, id);
create index risk_search on risk using gin (search);
create index risk_service on risk using btree (service, id);
create index risk_supplier on risk using btree (supplier, id);
create index risk_team on risk using btree (team, id);
create index risk_title on risk using btree (title, id);
create index risk_updated_at on risk using btree (updated_at, id);

create table risk_appetite (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  customer text,
  service text,
  most integer not null,
  because text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint risk_appetite_pkey primary key (id)
);
create index risk_appetite_customer on risk_appetite using btree (customer, id);
create index risk_appetite_due on risk_appetite using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index risk_appetite_open_due on risk_appetite using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index risk_appetite_opened_at on risk_appetite using btree (opened_at, id);
create index risk_appetite_search on risk_appetite using gin (search);
create index risk_appetite_service on risk_appetite using btree (service, id);
create index risk_appetite_updated_at on risk_appetite using btree (updated_at, id);

create table scorecard (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  period text not null,
  edition integer not null,
  frozen_at timestamp with time zone not null,
  figures jsonb not null,
  reason text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint scorecard_pkey primary key (id)
);
create index scorecard_due on scorecard using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index scorecard_name on scorecard using btree (name, id);
create index scorecard_open_due on scorecard using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index scorecard_opened_at on scorecard using btree (opened_at, id);
create unique index scorecard_period_taken on scorecard using btree (period, edition);
create index scorecard_search on scorecard using gin (search);
create index scorecard_updated_at on scorecard using btree (updated_at, id);

create table separation (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  record text not null,
  first text not null,
  second text not null,
  first_fact text,
  second_fact text,
  enforced boolean not null,
  why text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(why, ''::text)), 'B'::"char"))) stored,
  constraint separation_pkey primary key (id)
);
create index separation_due on separation using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index separation_name on separation using btree (name, id);
create index separation_open_due on separation using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index separation_opened_at on separation using btree (opened_at, id);
create index separation_search on separation using gin (search);
create unique index separation_second_taken on separation using btree (record, first, second) where open;
create index separation_updated_at on separation using btree (updated_at, id);

create table service (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  code text not null,
  aliases text[] not null,
  description text,
  provider text not null,
  team text,
  criticality text not null,
  composition jsonb,
  customers text[] not null,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, code), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint service_pkey primary key (id)
);
create index service_aliases on service using gin (aliases);
create unique index service_code_key on service using btree (code);
create index service_criticality on service using btree (criticality, id);
create index service_customers on service using gin (customers);
create index service_name on service using btree (name, id);
create index service_opened on service using btree (opened_at, id);
create index service_parts on service using gin (jsonb_path_query_array(composition, '$.**."part"'::jsonpath)) where open;
create index service_provider on service using btree (provider, id);
create index service_search on service using gin (search);

create table service_report (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  customer text not null,
  period_from date not null,
  period_to date not null,
  frozen_at timestamp with time zone,
  definition_version integer,
  figures jsonb,
  corrections jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint service_report_pkey primary key (id)
);
create index service_report_name on service_report using btree (name, id);
create index service_report_opened on service_report using btree (opened_at, id);
create index service_report_period on service_report using btree (period_from, id);
create unique index service_report_period_from_taken on service_report using btree (customer, period_from);
create index service_report_search on service_report using gin (search);

create table session (
  token_hash bytea not null,
  person text not null,
  csrf text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  idle_until timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  user_agent text,
  constraint session_pkey primary key (token_hash)
);
create index session_expires on session using btree (expires_at);
create index session_person on session using btree (person);

create table setting (
  key text not null,
  value jsonb not null,
  constraint setting_pkey primary key (key)
);

create table site (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  organisation text not null,
  address text,
  zone text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(address, ''::text)), 'B'::"char"))) stored,
  constraint site_pkey primary key (id)
);
create index site_name on site using btree (name, id);
create index site_opened on site using btree (opened_at, id);
create index site_organisation on site using btree (organisation, id);
create index site_search on site using gin (search);

create table skill (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  person text not null,
  competence text not null,
  level integer not null,
  valid_until date,
  evidence text,
  confirmed_by text,
  lead text,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(evidence, ''::text)), 'B'::"char"))) stored,
  constraint skill_pkey primary key (id)
);
create index skill_competence on skill using btree (competence, id);
create unique index skill_competence_taken on skill using btree (person, competence) where open;
create index skill_open_due on skill using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index skill_opened_at on skill using btree (opened_at, id);
create index skill_person on skill using btree (person, id);
create index skill_search on skill using gin (search);
create index skill_updated_at on skill using btree (updated_at, id);
create index skill_valid_until on skill using btree (valid_until, id);

create table team (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  organisation text not null,
  email text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, name), 'A'::"char")) stored,
  constraint team_pkey primary key (id)
);
create index team_name on team using btree (name, id);
create index team_opened on team using btree (opened_at, id);
create index team_organisation on team using btree (organisation, id);
create index team_search on team using gin (search);

create table time_entry (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text,
  person text not null,
  team text,
  process text not null,
  level text not null,
  record text,
  started_at timestamp with time zone not null,
  minutes integer,
  how text not null,
  note text,
  reason text,
  lent jsonb not null,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, COALESCE(title, ''::text)), 'A'::"char")) stored,
  constraint time_entry_pkey primary key (id)
);
create index time_entry_open_due on time_entry using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index time_entry_opened_at on time_entry using btree (opened_at, id);
create index time_entry_person on time_entry using btree (person, started_at);
create unique index time_entry_person_taken on time_entry using btree (person) where open;
create index time_entry_process on time_entry using btree (process, started_at);
create index time_entry_record on time_entry using btree (record, person) where (record is not null);
create index time_entry_search on time_entry using gin (search);
create index time_entry_started_at on time_entry using btree (started_at, id);
create index time_entry_updated_at on time_entry using btree (updated_at, id);

create table token (
  id text not null,
  token_hash bytea not null,
  name text not null,
  person text,
  organisation text,
  side text,
  scopes text[] not null,
  created_by text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint token_pkey primary key (id),
  constraint token_check check (((person is null) <> (organisation is null))),
  constraint token_check1 check (((organisation is null) or (side is not null))),
  constraint token_check2 check ((expires_at <= (created_at + '366 days'::interval))),
  constraint token_side_check check ((side = any (array['integrator'::text, 'customer'::text, 'supplier'::text])))
);
create unique index token_hash_key on token using btree (token_hash);
create index token_person on token using btree (person, id);

create table verification (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  name text not null,
  description text,
  types text[] not null,
  owners text[] not null,
  services text[] not null,
  items text[] not null,
  found jsonb,
  seen text[] not null,
  differences jsonb,
  compared_at timestamp with time zone,
  checked integer,
  matching integer,
  missing integer,
  unexpected integer,
  differing integer,
  accuracy integer,
  search tsvector generated always as ((setweight(to_tsvector('simple'::regconfig, name), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(description, ''::text)), 'B'::"char"))) stored,
  constraint verification_pkey primary key (id)
);
create index verification_name on verification using btree (name, id);
create index verification_open_due on verification using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index verification_opened_at on verification using btree (opened_at, id);
create index verification_search on verification using gin (search);
create index verification_updated_at on verification using btree (updated_at, id);

create table work_order (
  id text not null,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamp with time zone,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  extra jsonb default '{}'::jsonb not null,
  title text not null,
  instruction text not null,
  parent text,
  service text,
  supplier text not null,
  team text,
  agent text,
  holder text not null,
  priority integer not null,
  their_reference text,
  reject_reason text,
  waiting_reason text,
  waiting_on text,
  waiting_until timestamp with time zone,
  completed_at timestamp with time zone,
  result text,
  search tsvector generated always as (((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(their_reference, ''::text)), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, instruction), 'B'::"char"))) stored,
  escalated_to text,
  escalation text,
  escalated_share integer,
  acknowledged_by text,
  constraint work_order_pkey primary key (id)
);
create index work_order_due on work_order using btree (COALESCE(due, 'infinity'::timestamp with time zone), id);
create index work_order_escalated on work_order using btree (escalated_to, COALESCE(due, 'infinity'::timestamp with time zone), id) where (open and (escalated_to is not null));
create index work_order_open_due on work_order using btree (COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index work_order_opened_at on work_order using btree (opened_at, id);
create index work_order_parent on work_order using btree (parent, id) where (parent is not null);
create index work_order_priority on work_order using btree (priority, id);
create index work_order_search on work_order using gin (search);
create index work_order_supplier on work_order using btree (supplier, COALESCE(due, 'infinity'::timestamp with time zone), id);
create index work_order_team on work_order using btree (team, COALESCE(due, 'infinity'::timestamp with time zone), id) where open;
create index work_order_updated_at on work_order using btree (updated_at, id);

create sequence action_number;

create sequence allocation_number;

create sequence audit_number;

create sequence availability_plan_number;

create sequence baseline_number;

create sequence borrowing_number;

create sequence cab_meeting_number;

create sequence calendar_feed_number;

create sequence calendar_number;

create sequence capacity_number;

create sequence capacity_plan_number;

create sequence change_model_number;

create sequence change_number;

create sequence change_task_number;

create sequence change_window_number;

create sequence competence_number;

create sequence configuration_item_number;

create sequence continuity_plan_number;

create sequence continuity_test_number;

create sequence cost_line_number;

create sequence cost_model_number;

create sequence decision_number;

create sequence dispute_number;

create sequence event_number;

create sequence finding_number;

create sequence forum_number;

create sequence import_number;

create sequence improvement_number;

create sequence incident_number;

create sequence item_relation_number;

create sequence item_type_number;

create sequence known_error_number;

create sequence maintenance_notice_number;

create sequence maturity_assessment_number;

create sequence measure_number;

create sequence meeting_number;

create sequence membership_number;

create sequence notice_template_number;

create sequence objective_number;

create sequence operating_model_number;

create sequence organisation_number;

create sequence person_number;

create sequence portfolio_entry_number;

create sequence priority_rule_number;

create sequence problem_candidate_number;

create sequence problem_number;

create sequence process_number;

create sequence process_role_number;

create sequence promise_number;

create sequence raci_number;

create sequence reason_number;

create sequence release_number;

create sequence risk_appetite_number;

create sequence risk_number;

create sequence scorecard_number;

create sequence separation_number;

create sequence service_number;

create sequence service_report_number;

create sequence site_number;

create sequence skill_number;

create sequence team_number;

create sequence time_entry_number;

create sequence token_number;

create sequence verification_number;

create sequence work_order_number;

create view item_dependency as
 SELECT item_relation.id,
    item_relation.subject AS dependent,
    item_relation.object AS supporter,
    item_relation.kind,
    item_relation.redundancy,
    item_relation.need,
    item_relation.opened_at AS since,
    item_relation.closed_at AS until
   FROM item_relation
  WHERE item_relation.kind = ANY (ARRAY['needs'::text, 'any_of'::text, 'k_of_n'::text, 'hosted_on'::text])
UNION ALL
 SELECT item_relation.id,
    item_relation.object AS dependent,
    item_relation.subject AS supporter,
    item_relation.kind,
    item_relation.redundancy,
    item_relation.need,
    item_relation.opened_at AS since,
    item_relation.closed_at AS until
   FROM item_relation
  WHERE item_relation.kind = 'contains'::text;

create view promise_hours as
 SELECT p.id AS promise,
    jsonb_build_object('id', c.id, 'zone', c.zone, 'week', c.week, 'holidays', c.holidays) ||
        CASE
            WHEN p.maintenance IS NULL THEN '{}'::jsonb
            ELSE jsonb_build_object('excluded', p.maintenance)
        END AS hours
   FROM promise p
     JOIN calendar c ON c.id =
        CASE
            WHEN p.metric = 'availability'::text THEN p.calendar
            ELSE COALESCE(p.support_calendar, p.calendar)
        END;

create view service_part as
 SELECT DISTINCT whole.id AS service,
    found.part #>> '{}'::text[] AS part
   FROM service whole
     CROSS JOIN LATERAL jsonb_path_query(whole.composition, 'strict $.**."part"'::jsonpath) found(part)
  WHERE whole.open AND whole.composition IS NOT NULL;

CREATE OR REPLACE FUNCTION public.measure_forget(kind text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from measure_kept k where k.ends_at > at and k.since_at <= at and kind = any(k.about)
$function$;

CREATE OR REPLACE FUNCTION public.measure_forget_all()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from measure_kept where tg_argv[0] = any(about);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform measure_forget('change', coalesce(old.implemented_at, case when old.outcome is not null then old.started_at end));
  perform measure_forget('change', coalesce(new.implemented_at, case when new.outcome is not null then new.started_at end));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_clock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.promise, coalesce(old.breached_at, old.due), old.breached_at is not null, old.phase = 'running', old.phase = 'met', case when old.phase in ('met', 'missed') then old.used_ms end)
    is distinct from (new.promise, coalesce(new.breached_at, new.due), new.breached_at is not null, new.phase = 'running', new.phase = 'met', case when new.phase in ('met', 'missed') then new.used_ms end) then
    perform measure_forget('clock', coalesce(old.breached_at, old.due));
    perform measure_forget('clock', coalesce(new.breached_at, new.due));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_incident()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  solved boolean := (old.resolved_at, old.opened_at, old.started_at, old.restored_at, old.state = 'cancelled', old.service, old.customer, old.affected_customers, old.reopened, old.source, old.known_errors)
    is distinct from (new.resolved_at, new.opened_at, new.started_at, new.restored_at, new.state = 'cancelled', new.service, new.customer, new.affected_customers, new.reopened, new.source, new.known_errors);
  rated boolean := (old.rated_at, old.satisfaction, old.service, old.customer) is distinct from (new.rated_at, new.satisfaction, new.service, new.customer);
  -- One that only came to its end lay there before as long as ever.
  moved boolean := (old.opened_at, old.state = 'cancelled', old.service, old.affected_customers) is distinct from (new.opened_at, new.state = 'cancelled', new.service, new.affected_customers);
  began boolean := (old.started_at, old.service, old.affected_customers) is distinct from (new.started_at, new.service, new.affected_customers);
  downed boolean := (old.part, old.effect, old.fan_out) is distinct from (new.part, new.effect, new.fan_out);
  old_end timestamptz := coalesce(old.resolved_at, old.closed_at, 'infinity');
  new_end timestamptz := coalesce(new.resolved_at, new.closed_at, 'infinity');
  old_up timestamptz := coalesce(old.restored_at, old.resolved_at, old.closed_at, 'infinity');
  new_up timestamptz := coalesce(new.restored_at, new.resolved_at, new.closed_at, 'infinity');
begin
  delete from measure_kept k where k.ends_at > least(old.opened_at, new.opened_at, old.started_at, new.started_at, old.resolved_at, new.resolved_at, old.rated_at, new.rated_at) and (
    (solved and 'solved' = any(k.about) and (old.resolved_at >= k.since_at and old.resolved_at < k.ends_at or new.resolved_at >= k.since_at and new.resolved_at < k.ends_at))
    or (rated and 'rated' = any(k.about) and (old.rated_at >= k.since_at and old.rated_at < k.ends_at or new.rated_at >= k.since_at and new.rated_at < k.ends_at))
    or (began and 'began' = any(k.about) and (old.started_at >= k.since_at and old.started_at < k.ends_at or new.started_at >= k.since_at and new.started_at < k.ends_at))
    or ('lying' = any(k.about) and (moved or (old_end >= k.ends_at) is distinct from (new_end >= k.ends_at)))
    or ('down' = any(k.about) and (old.part is not null or old.effect = 'down' or new.part is not null or new.effect = 'down')
      and (solved or began or downed or least(old_up, k.ends_at) is distinct from least(new_up, k.ends_at))
      and (old_up >= k.since_at or new_up >= k.since_at)));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  solved timestamptz := (select i.resolved_at from incident i where i.id = new.record_id);
begin
  if new.at < solved or new.changes ?| array['team', 'party'] or new.changes ->> 'state' = 'pending' then
    perform measure_forget('solved', solved);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_problem()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.incidents, old.fixed_at, old.verify_until) is distinct from (new.incidents, new.fixed_at, new.verify_until) then
    perform measure_forget('began', i.started_at) from incident i where i.id = any(coalesce(old.incidents, '{}') || coalesce(new.incidents, '{}'));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_forget_report()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from measure_kept k where 'reported' = any(k.about) and exists (select 1 from unnest(array[old.period_from, new.period_from]) r where r + 14 >= k.from_at and r + 14 < k.ends_at);
  return null;
end $function$;

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.calendar FOR EACH STATEMENT EXECUTE FUNCTION measure_forget_all('agreed');

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.change FOR EACH ROW EXECUTE FUNCTION measure_forget_change();

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.clock FOR EACH ROW EXECUTE FUNCTION measure_forget_clock();

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.incident FOR EACH ROW EXECUTE FUNCTION measure_forget_incident();

CREATE TRIGGER measure_forget AFTER INSERT ON public.journal FOR EACH ROW WHEN (((new.record = 'incident'::text) AND (new.version > 1) AND (new.changes ?| ARRAY['team'::text, 'party'::text, 'state'::text]))) EXECUTE FUNCTION measure_forget_move();

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.problem FOR EACH ROW EXECUTE FUNCTION measure_forget_problem();

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.promise FOR EACH STATEMENT EXECUTE FUNCTION measure_forget_all('agreed');

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.service FOR EACH STATEMENT EXECUTE FUNCTION measure_forget_all('composed');

CREATE TRIGGER measure_forget AFTER INSERT OR DELETE OR UPDATE ON public.service_report FOR EACH ROW EXECUTE FUNCTION measure_forget_report();
