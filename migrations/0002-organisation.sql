-- Organisations, their sites, teams and people, and the roles that people have.

create sequence organisation_number;
create table organisation (
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
  code text not null,
  language text not null,
  zone text not null,
  phone text,
  email text,
  address text,
  parent text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', code), 'A')) stored
);
create unique index organisation_code_key on organisation (code);
create index organisation_name on organisation (name, id);
create index organisation_parent on organisation (parent) where parent is not null;
create index organisation_opened on organisation (opened_at, id);
create index organisation_search on organisation using gin (search);

create sequence site_number;
create table site (
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
  organisation text not null,
  address text,
  zone text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(address, '')), 'B')) stored
);
create index site_name on site (name, id);
create index site_organisation on site (organisation, id);
create index site_opened on site (opened_at, id);
create index site_search on site using gin (search);

create sequence team_number;
create table team (
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
  organisation text not null,
  email text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create index team_name on team (name, id);
create index team_organisation on team (organisation, id);
create index team_opened on team (opened_at, id);
create index team_search on team using gin (search);

create sequence person_number;
create table person (
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
  email text,
  phone text,
  organisation text not null,
  site text,
  language text,
  zone text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(email, '')), 'A') || setweight(to_tsvector('simple', coalesce(phone, '')), 'B')
  ) stored
);
-- Addresses are stored in lower case, so that one mailbox is one person.
create unique index person_email_key on person (email);
create index person_name on person (name, id);
create index person_organisation on person (organisation, name, id);
create index person_opened on person (opened_at, id);
create index person_search on person using gin (search);

create sequence membership_number;
create table membership (
  id text primary key,
  version integer not null,
  state text not null,
  open boolean not null,
  due timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  extra jsonb not null default '{}',
  person text not null,
  organisation text not null,
  team text,
  role text not null,
  search tsvector generated always as (setweight(to_tsvector('simple', role), 'A')) stored
);
create unique index membership_role_taken on membership (person, organisation, coalesce(team, ''), role) where open;
create index membership_role on membership (role, id);
create index membership_organisation on membership (organisation, id);
create index membership_team on membership (team) where open and team is not null;
create index membership_opened on membership (opened_at, id);
create index membership_search on membership using gin (search);
