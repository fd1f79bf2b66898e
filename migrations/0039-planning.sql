-- Tactical registers: plans for availability, capacity and continuity with their tests, cost models, risks and the portfolio.

create sequence availability_plan_number;
create table availability_plan (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  service text not null,
  target integer,
  months integer not null,
  owner text not null,
  steps jsonb not null,
  review_on date,
  reviewed_on date,
  finding text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index availability_plan_open_due on availability_plan (coalesce(due, 'infinity'::timestamptz), id) where open;
create index availability_plan_due on availability_plan (coalesce(due, 'infinity'::timestamptz), id);
create index availability_plan_opened_at on availability_plan (opened_at, id);
create index availability_plan_updated_at on availability_plan (updated_at, id);
create index availability_plan_search on availability_plan using gin (search);
create index availability_plan_name on availability_plan (name, id);
create index availability_plan_review_on on availability_plan (review_on, id);
create index availability_plan_service on availability_plan (service, id);
create index availability_plan_owner on availability_plan (owner, id);

create sequence capacity_plan_number;
create table capacity_plan (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', resource), 'B')) stored
);
create index capacity_plan_open_due on capacity_plan (coalesce(due, 'infinity'::timestamptz), id) where open;
create index capacity_plan_due on capacity_plan (coalesce(due, 'infinity'::timestamptz), id);
create index capacity_plan_opened_at on capacity_plan (opened_at, id);
create index capacity_plan_updated_at on capacity_plan (updated_at, id);
create index capacity_plan_search on capacity_plan using gin (search);
create index capacity_plan_name on capacity_plan (name, id);
create index capacity_plan_review_on on capacity_plan (review_on, id);
create index capacity_plan_service on capacity_plan (service, id);
create index capacity_plan_owner on capacity_plan (owner, id);

create sequence continuity_plan_number;
create table continuity_plan (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index continuity_plan_open_due on continuity_plan (coalesce(due, 'infinity'::timestamptz), id) where open;
create index continuity_plan_due on continuity_plan (coalesce(due, 'infinity'::timestamptz), id);
create index continuity_plan_opened_at on continuity_plan (opened_at, id);
create index continuity_plan_updated_at on continuity_plan (updated_at, id);
create index continuity_plan_search on continuity_plan using gin (search);
create index continuity_plan_name on continuity_plan (name, id);
create index continuity_plan_review_on on continuity_plan (review_on, id);
create index continuity_plan_service on continuity_plan (service, id);
create index continuity_plan_owner on continuity_plan (owner, id);

create sequence continuity_test_number;
create table continuity_test (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index continuity_test_open_due on continuity_test (coalesce(due, 'infinity'::timestamptz), id) where open;
create index continuity_test_due on continuity_test (coalesce(due, 'infinity'::timestamptz), id);
create index continuity_test_opened_at on continuity_test (opened_at, id);
create index continuity_test_updated_at on continuity_test (updated_at, id);
create index continuity_test_search on continuity_test using gin (search);
create index continuity_test_name on continuity_test (name, id);
create index continuity_test_planned_on on continuity_test (planned_on, id);
create index continuity_test_plan on continuity_test (plan, id);
create index continuity_test_service on continuity_test (service, id);
create index continuity_test_owner on continuity_test (owner, id);
create index continuity_test_problem on continuity_test (problem, id);

create sequence cost_model_number;
create table cost_model (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  starts_on date not null,
  ends_on date not null,
  currency text not null,
  method text not null,
  pools jsonb not null,
  departments jsonb not null,
  drivers jsonb not null,
  owner text not null,
  ran_at timestamptz,
  total integer,
  line_sums jsonb,
  outcome jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index cost_model_open_due on cost_model (coalesce(due, 'infinity'::timestamptz), id) where open;
create index cost_model_due on cost_model (coalesce(due, 'infinity'::timestamptz), id);
create index cost_model_opened_at on cost_model (opened_at, id);
create index cost_model_updated_at on cost_model (updated_at, id);
create index cost_model_search on cost_model using gin (search);
create index cost_model_name on cost_model (name, id);
create index cost_model_starts_on on cost_model (starts_on, id);
create index cost_model_owner on cost_model (owner, id);

create sequence cost_line_number;
create table cost_line (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  model text not null,
  pool text not null,
  amount_minor integer not null,
  behaviour text,
  supplier text,
  reference text,
  booked_on date,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(reference, '')), 'B')) stored
);
create index cost_line_open_due on cost_line (coalesce(due, 'infinity'::timestamptz), id) where open;
create index cost_line_due on cost_line (coalesce(due, 'infinity'::timestamptz), id);
create index cost_line_opened_at on cost_line (opened_at, id);
create index cost_line_updated_at on cost_line (updated_at, id);
create index cost_line_search on cost_line using gin (search);
create index cost_line_amount_minor on cost_line (amount_minor, id);
create index cost_line_model on cost_line (model, id);
create index cost_line_supplier on cost_line (supplier, id);

create sequence risk_number;
create table risk (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create index risk_open_due on risk (coalesce(due, 'infinity'::timestamptz), id) where open;
create index risk_due on risk (coalesce(due, 'infinity'::timestamptz), id);
create index risk_opened_at on risk (opened_at, id);
create index risk_updated_at on risk (updated_at, id);
create index risk_search on risk using gin (search);
create index risk_title on risk (title, id);
create index risk_score on risk (score, id);
create index risk_due_on on risk (due_on, id);
create index risk_accepted_until on risk (accepted_until, id);
create index risk_service on risk (service, id);
create index risk_customer on risk (customer, id);
create index risk_supplier on risk (supplier, id);
create index risk_about on risk (about, id);
create index risk_team on risk (team, id);
create index risk_owner on risk (owner, id);

create sequence risk_appetite_number;
create table risk_appetite (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  customer text,
  service text,
  most integer not null,
  because text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index risk_appetite_open_due on risk_appetite (coalesce(due, 'infinity'::timestamptz), id) where open;
create index risk_appetite_due on risk_appetite (coalesce(due, 'infinity'::timestamptz), id);
create index risk_appetite_opened_at on risk_appetite (opened_at, id);
create index risk_appetite_updated_at on risk_appetite (updated_at, id);
create index risk_appetite_search on risk_appetite using gin (search);
create index risk_appetite_customer on risk_appetite (customer, id);
create index risk_appetite_service on risk_appetite (service, id);

create sequence portfolio_entry_number;
create table portfolio_entry (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(business_case, '')), 'B')) stored
);
create index portfolio_entry_open_due on portfolio_entry (coalesce(due, 'infinity'::timestamptz), id) where open;
create index portfolio_entry_due on portfolio_entry (coalesce(due, 'infinity'::timestamptz), id);
create index portfolio_entry_opened_at on portfolio_entry (opened_at, id);
create index portfolio_entry_updated_at on portfolio_entry (updated_at, id);
create index portfolio_entry_search on portfolio_entry using gin (search);
create index portfolio_entry_name on portfolio_entry (name, id);
create index portfolio_entry_review_on on portfolio_entry (review_on, id);
create index portfolio_entry_service on portfolio_entry (service, id);
create index portfolio_entry_owner on portfolio_entry (owner, id);
create index portfolio_entry_supplier on portfolio_entry (supplier, id);
