-- Events: what monitoring systems said, one open row per source and key.
create sequence event_number;
create table event (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  dedup_key text not null,
  source text not null,
  summary text not null,
  severity text not null,
  service text,
  customer text,
  started_at timestamptz not null,
  cleared_at timestamptz,
  last_seen_at timestamptz not null,
  count integer not null,
  labels jsonb,
  incident text,
  search tsvector generated always as (setweight(to_tsvector('simple', summary), 'A') || setweight(to_tsvector('simple', dedup_key), 'B')) stored
);
-- One open event per source and key, however many deliveries race; sources of different customers may have the same name.
create unique index event_dedup_key_taken on event (source, coalesce(customer, ''), dedup_key) where open;
create index event_key on event (source, dedup_key, id);
create index event_open_due on event (coalesce(due, 'infinity'::timestamptz), id) where open;
create index event_opened_at on event (opened_at, id);
create index event_updated_at on event (updated_at, id);
create index event_customer on event (customer, opened_at) where customer is not null;
create index event_service on event (service, opened_at) where service is not null;
create index event_incident on event (incident) where incident is not null;
create index event_search on event using gin (search);
