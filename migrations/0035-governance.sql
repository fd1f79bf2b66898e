-- Governance and improvement: forums, their meetings, decisions and actions; improvements, audits, findings and maturity assessments.

create sequence forum_number;
create table forum (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A')
      || setweight(to_tsvector('simple', coalesce(purpose, '')), 'B')
  ) stored
);
create index forum_open_due on forum (coalesce(due, 'infinity'::timestamptz), id) where open;
create index forum_due on forum (coalesce(due, 'infinity'::timestamptz), id);
create index forum_opened_at on forum (opened_at, id);
create index forum_updated_at on forum (updated_at, id);
create index forum_name on forum (name, id);
create index forum_parties on forum using gin (parties);
create index forum_customer on forum (customer, id) where customer is not null;
-- Which forums escalate to one.
create index forum_escalates_to on forum (escalates_to, id) where escalates_to is not null;
create index forum_search on forum using gin (search);

create sequence meeting_number;
create table meeting (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  forum text not null,
  kind text not null,
  level text not null,
  customer text,
  starts_at timestamptz not null,
  period text,
  chair text not null,
  present text[] not null,
  parties text[] not null,
  agenda jsonb,
  explained jsonb,
  proposals text[],
  shared_at timestamptz,
  report_version integer,
  minutes text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', coalesce(minutes, '')), 'B')
  ) stored
);
create index meeting_open_due on meeting (coalesce(due, 'infinity'::timestamptz), id) where open;
create index meeting_due on meeting (coalesce(due, 'infinity'::timestamptz), id);
create index meeting_opened_at on meeting (opened_at, id);
create index meeting_updated_at on meeting (updated_at, id);
create index meeting_starts_at on meeting (starts_at, id);
create index meeting_parties on meeting using gin (parties);
create index meeting_forum on meeting (forum, starts_at);
create index meeting_customer on meeting (customer, period) where customer is not null;
-- One sitting of a forum at a time.
create unique index meeting_starts_at_taken on meeting (forum, starts_at) where state <> 'cancelled';
create index meeting_search on meeting using gin (search);

create sequence decision_number;
create table decision (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  text text,
  forum text not null,
  meeting text,
  level text not null,
  taken_on date not null,
  parties text[] not null,
  effects jsonb not null,
  touches text[] not null,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', coalesce(text, '')), 'B')
  ) stored
);
create index decision_open_due on decision (coalesce(due, 'infinity'::timestamptz), id) where open;
create index decision_due on decision (coalesce(due, 'infinity'::timestamptz), id);
create index decision_opened_at on decision (opened_at, id);
create index decision_updated_at on decision (updated_at, id);
create index decision_taken_on on decision (taken_on, id);
create index decision_parties on decision using gin (parties);
create index decision_forum on decision (forum, taken_on);
create index decision_meeting on decision (meeting, id) where meeting is not null;
-- From a record to the decisions about it.
create index decision_touches on decision using gin (touches);
create index decision_search on decision using gin (search);

create sequence action_number;
create table action (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', coalesce(text, '')), 'B')
  ) stored
);
create index action_open_due on action (coalesce(due, 'infinity'::timestamptz), id) where open;
create index action_due on action (coalesce(due, 'infinity'::timestamptz), id);
create index action_opened_at on action (opened_at, id);
create index action_updated_at on action (updated_at, id);
create index action_due_on on action (due_on, id);
create index action_parties on action using gin (parties);
create index action_owner on action (owner, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index action_team on action (team, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index action_forum on action (forum, due_on) where forum is not null;
create index action_meeting on action (meeting, id) where meeting is not null;
create index action_about on action (about, id) where about is not null;
create index action_escalated_to on action (escalated_to, id) where open and escalated_to is not null;
create index action_search on action using gin (search);

create sequence improvement_number;
create table improvement (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  measured_at timestamptz,
  saved_minutes integer,
  lesson text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', coalesce(text, '')), 'B')
  ) stored
);
create index improvement_open_due on improvement (coalesce(due, 'infinity'::timestamptz), id) where open;
create index improvement_due on improvement (coalesce(due, 'infinity'::timestamptz), id);
create index improvement_opened_at on improvement (opened_at, id);
create index improvement_updated_at on improvement (updated_at, id);
create index improvement_state on improvement (state, id);
create index improvement_process on improvement (process, id) where process is not null;
create index improvement_source on improvement (source, id) where source is not null;
create index improvement_customer on improvement (customer, id) where customer is not null;
create index improvement_search on improvement using gin (search);

create sequence audit_number;
create table audit (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', coalesce(scope, '')), 'B')
  ) stored
);
create index audit_open_due on audit (coalesce(due, 'infinity'::timestamptz), id) where open;
create index audit_due on audit (coalesce(due, 'infinity'::timestamptz), id);
create index audit_opened_at on audit (opened_at, id);
create index audit_updated_at on audit (updated_at, id);
create index audit_planned_on on audit (planned_on, id);
create index audit_process on audit (process, id) where process is not null;
create index audit_search on audit using gin (search);

create sequence finding_number;
create table finding (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', statement), 'B')
  ) stored
);
create index finding_open_due on finding (coalesce(due, 'infinity'::timestamptz), id) where open;
create index finding_due on finding (coalesce(due, 'infinity'::timestamptz), id);
create index finding_opened_at on finding (opened_at, id);
create index finding_updated_at on finding (updated_at, id);
create index finding_due_on on finding (due_on, id);
create index finding_audit on finding (audit, id) where audit is not null;
create index finding_process on finding (process, id) where process is not null;
create index finding_search on finding using gin (search);

create sequence maturity_assessment_number;
create table maturity_assessment (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  process text not null,
  assessor text,
  assessed_on date not null,
  answers jsonb not null,
  score integer,
  previous integer,
  goal integer,
  held_by text[] not null,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A')
  ) stored
);
create index maturity_assessment_open_due on maturity_assessment (coalesce(due, 'infinity'::timestamptz), id) where open;
create index maturity_assessment_due on maturity_assessment (coalesce(due, 'infinity'::timestamptz), id);
create index maturity_assessment_opened_at on maturity_assessment (opened_at, id);
create index maturity_assessment_updated_at on maturity_assessment (updated_at, id);
create index maturity_assessment_assessed_on on maturity_assessment (assessed_on, id);
create index maturity_assessment_process on maturity_assessment (process, assessed_on);
create index maturity_assessment_search on maturity_assessment using gin (search);
