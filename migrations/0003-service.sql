-- Services and what they are composed of.

create sequence service_number;
create table service (
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
  aliases text[] not null,
  description text,
  provider text not null,
  team text,
  criticality text not null,
  composition jsonb,
  customers text[] not null,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', code), 'A') || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
  ) stored
);
create unique index service_code_key on service (code);
create index service_name on service (name, id);
create index service_criticality on service (criticality, id);
create index service_provider on service (provider, id);
create index service_aliases on service using gin (aliases);
create index service_customers on service using gin (customers);
create index service_opened on service (opened_at, id);
create index service_search on service using gin (search);

-- The edges of the composition graph, read from the compositions themselves: there is no second truth to keep in step.
create view service_part as
select distinct whole.id as service, found.part #>> '{}' as part
from service as whole
cross join lateral jsonb_path_query(whole.composition, 'strict $.**.part') as found (part)
where whole.open and whole.composition is not null;
