-- The scorecards a board was shown: figures as they were when they were frozen.

create sequence scorecard_number;
create table scorecard (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  period text not null,
  edition integer not null,
  frozen_at timestamptz not null,
  figures jsonb not null,
  reason text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
create unique index scorecard_period_taken on scorecard (period, edition);
create index scorecard_name on scorecard (name, id);
create index scorecard_opened_at on scorecard (opened_at, id);
create index scorecard_updated_at on scorecard (updated_at, id);
create index scorecard_open_due on scorecard (coalesce(due, 'infinity'::timestamptz), id) where open;
create index scorecard_due on scorecard (coalesce(due, 'infinity'::timestamptz), id);
create index scorecard_search on scorecard using gin (search);
