-- The model of the organisation: processes, roles in them, who does what, duties kept apart, and the versions of the whole.

create sequence process_number;
create table process (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
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
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', code), 'B') || setweight(to_tsvector('simple', coalesce(purpose, '')), 'B')
  ) stored
);
create unique index process_code_taken on process (code) where open;
create index process_open_due on process (coalesce(due, 'infinity'::timestamptz), id) where open;
create index process_due on process (coalesce(due, 'infinity'::timestamptz), id);
create index process_opened_at on process (opened_at, id);
create index process_updated_at on process (updated_at, id);
create index process_code on process (code, id);
create index process_name on process (name, id);
create index process_search on process using gin (search);

create sequence process_role_number;
create table process_role (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  party text not null,
  organisation text,
  holders text[] not null,
  description text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
  ) stored
);
create index process_role_open_due on process_role (coalesce(due, 'infinity'::timestamptz), id) where open;
create index process_role_due on process_role (coalesce(due, 'infinity'::timestamptz), id);
create index process_role_opened_at on process_role (opened_at, id);
create index process_role_updated_at on process_role (updated_at, id);
create index process_role_name on process_role (name, id);
create index process_role_search on process_role using gin (search);

create sequence raci_number;
create table raci (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  process text not null,
  number integer not null,
  rows jsonb not null,
  in_force_at timestamptz,
  author text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A')) stored,
  constraint raci_number_key unique (process, number)
);
create index raci_open_due on raci (coalesce(due, 'infinity'::timestamptz), id) where open;
create index raci_due on raci (coalesce(due, 'infinity'::timestamptz), id);
create index raci_opened_at on raci (opened_at, id);
create index raci_updated_at on raci (updated_at, id);
create index raci_in_force on raci (process) where state = 'in_force';
create index raci_search on raci using gin (search);

create sequence separation_number;
create table separation (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  record text not null,
  first text not null,
  second text not null,
  first_fact text,
  second_fact text,
  enforced boolean not null,
  why text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(why, '')), 'B')
  ) stored
);
create unique index separation_second_taken on separation (record, first, second) where open;
create index separation_open_due on separation (coalesce(due, 'infinity'::timestamptz), id) where open;
create index separation_due on separation (coalesce(due, 'infinity'::timestamptz), id);
create index separation_opened_at on separation (opened_at, id);
create index separation_updated_at on separation (updated_at, id);
create index separation_name on separation (name, id);
create index separation_search on separation using gin (search);

create sequence operating_model_number;
create table operating_model (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  number integer not null,
  language text not null,
  based_on text,
  steps jsonb not null,
  content jsonb,
  records_off text[] not null,
  published_at timestamptz,
  published_by text,
  description text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
  ) stored,
  constraint operating_model_number_key unique (number)
);
create index operating_model_open_due on operating_model (coalesce(due, 'infinity'::timestamptz), id) where open;
create index operating_model_due on operating_model (coalesce(due, 'infinity'::timestamptz), id);
create index operating_model_opened_at on operating_model (opened_at, id);
create index operating_model_updated_at on operating_model (updated_at, id);
create index operating_model_name on operating_model (name, id);
create index operating_model_published on operating_model (published_at) where state = 'published';
create index operating_model_search on operating_model using gin (search);
