-- Custody that is on its way: who is asked and who keeps it meanwhile; and disputes about whose time it was.
alter table incident add column handed_to text;
alter table incident add column handed_by text;
alter table incident add column declined integer;

create sequence dispute_number;
create table dispute (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  about text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  held text not null,
  claimed text not null,
  counterparty text not null,
  raised_by text not null,
  asked text not null,
  reason text not null,
  answer text,
  agrees boolean,
  ruling text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', reason), 'B')) stored
);
create index dispute_open_due on dispute (coalesce(due, 'infinity'::timestamptz), id) where open;
create index dispute_due on dispute (coalesce(due, 'infinity'::timestamptz), id);
create index dispute_opened_at on dispute (opened_at, id);
create index dispute_updated_at on dispute (updated_at, id);
create index dispute_about on dispute (about, starts_at);
create index dispute_counterparty on dispute (counterparty, opened_at, id);
create index dispute_search on dispute using gin (search);
