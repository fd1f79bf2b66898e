-- Competences, who has them, and how much people work.

create sequence competence_number;
create table competence (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  description text,
  demands jsonb not null,
  services text[] not null,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create unique index competence_name_taken on competence (lower(name)) where open;
create index competence_open_due on competence (coalesce(due, 'infinity'::timestamptz), id) where open;
create index competence_name on competence (name, id);
create index competence_opened_at on competence (opened_at, id);
create index competence_updated_at on competence (updated_at, id);
create index competence_services on competence using gin (services);
create index competence_search on competence using gin (search);

create sequence skill_number;
create table skill (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  person text not null,
  competence text not null,
  level integer not null,
  valid_until date,
  evidence text,
  confirmed_by text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(evidence, '')), 'B')) stored
);
create unique index skill_competence_taken on skill (person, competence) where open;
create index skill_open_due on skill (coalesce(due, 'infinity'::timestamptz), id) where open;
create index skill_opened_at on skill (opened_at, id);
create index skill_updated_at on skill (updated_at, id);
create index skill_valid_until on skill (valid_until, id);
create index skill_person on skill (person, id);
create index skill_competence on skill (competence, id);
create index skill_search on skill using gin (search);

create sequence capacity_number;
create table capacity (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  person text not null,
  weekly integer not null,
  starts_on date not null,
  ends_on date,
  absence integer not null,
  calendar text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A')) stored
);
create index capacity_open_due on capacity (coalesce(due, 'infinity'::timestamptz), id) where open;
create index capacity_opened_at on capacity (opened_at, id);
create index capacity_updated_at on capacity (updated_at, id);
create index capacity_starts_on on capacity (starts_on, id);
create index capacity_person on capacity (person, starts_on);
create index capacity_search on capacity using gin (search);
