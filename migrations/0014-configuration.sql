-- Configuration: types of items, items, how they hang together, baselines to compare with and verifications.

create sequence item_type_number;
create table item_type (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  code text not null,
  attributes jsonb not null,
  description text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', code), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
  ) stored,
  constraint item_type_code_key unique (code)
);
create index item_type_open_due on item_type (coalesce(due, 'infinity'::timestamptz), id) where open;
create index item_type_name on item_type (name, id);
create index item_type_opened_at on item_type (opened_at, id);
create index item_type_search on item_type using gin (search);

create sequence configuration_item_number;
create table configuration_item (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  type text not null,
  attributes jsonb not null,
  owner text not null,
  team text,
  source text not null,
  source_key text,
  seen_at timestamptz not null,
  aliases text[] not null,
  description text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(source_key, '')), 'B')
      || setweight(to_tsvector('simple', coalesce(description, '')), 'C')
  ) stored
);
-- A source names each of its things once; what is kept by hand needs no key.
create unique index configuration_item_source_key_taken on configuration_item (source, source_key);
create index configuration_item_open_due on configuration_item (coalesce(due, 'infinity'::timestamptz), id) where open;
create index configuration_item_due on configuration_item (coalesce(due, 'infinity'::timestamptz), id);
create index configuration_item_opened_at on configuration_item (opened_at, id);
create index configuration_item_updated_at on configuration_item (updated_at, id);
create index configuration_item_name on configuration_item (name, id);
create index configuration_item_lower_name on configuration_item (lower(name));
create index configuration_item_seen_at on configuration_item (seen_at, id);
create index configuration_item_type on configuration_item (type, id);
create index configuration_item_owner on configuration_item (owner, id);
create index configuration_item_aliases on configuration_item using gin (aliases);
create index configuration_item_search on configuration_item using gin (search);

create sequence item_relation_number;
create table item_relation (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  subject text not null,
  kind text not null,
  object text not null,
  redundancy text,
  need integer,
  source text not null,
  source_key text,
  seen_at timestamptz not null,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A')) stored
);
-- The same said once at a time; and once per key of a source.
create unique index item_relation_object_taken on item_relation (subject, kind, object) where open;
create unique index item_relation_source_key_taken on item_relation (source, source_key) where open;
create index item_relation_open_due on item_relation (coalesce(due, 'infinity'::timestamptz), id) where open;
create index item_relation_due on item_relation (coalesce(due, 'infinity'::timestamptz), id);
create index item_relation_opened_at on item_relation (opened_at, id);
create index item_relation_updated_at on item_relation (updated_at, id);
create index item_relation_seen_at on item_relation (seen_at, id);
-- Both ends, now and as of any moment.
create index item_relation_subject on item_relation (subject, kind) where open;
create index item_relation_object on item_relation (object, kind) where open;
create index item_relation_subject_then on item_relation (subject, opened_at);
create index item_relation_object_then on item_relation (object, opened_at);
create index item_relation_search on item_relation using gin (search);

-- Who stands on whom, and from when to when: what contains is a support of what it contains, what connects is none.
create view item_dependency as
select id, subject as dependent, object as supporter, kind, redundancy, need, opened_at as since, closed_at as until
from item_relation where kind in ('needs', 'any_of', 'k_of_n', 'hosted_on')
union all
select id, object as dependent, subject as supporter, kind, redundancy, need, opened_at as since, closed_at as until
from item_relation where kind = 'contains';

create sequence baseline_number;
create table baseline (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  description text,
  types text[] not null,
  owners text[] not null,
  services text[] not null,
  items text[] not null,
  taken_at timestamptz not null,
  item_count integer not null,
  relation_count integer not null,
  picture jsonb not null,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create index baseline_open_due on baseline (coalesce(due, 'infinity'::timestamptz), id) where open;
create index baseline_opened_at on baseline (opened_at, id);
create index baseline_updated_at on baseline (updated_at, id);
create index baseline_name on baseline (name, id);
create index baseline_taken_at on baseline (taken_at, id);
create index baseline_search on baseline using gin (search);

create sequence verification_number;
create table verification (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  description text,
  types text[] not null,
  owners text[] not null,
  services text[] not null,
  items text[] not null,
  found jsonb,
  seen text[] not null,
  differences jsonb,
  compared_at timestamptz,
  checked integer,
  matching integer,
  missing integer,
  unexpected integer,
  differing integer,
  accuracy integer,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')) stored
);
create index verification_open_due on verification (coalesce(due, 'infinity'::timestamptz), id) where open;
create index verification_opened_at on verification (opened_at, id);
create index verification_updated_at on verification (updated_at, id);
create index verification_name on verification (name, id);
create index verification_search on verification using gin (search);
