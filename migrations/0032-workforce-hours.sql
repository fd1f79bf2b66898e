-- Hours that are meant for a process at a level, time that was spent, and protected time that was borrowed.

create sequence allocation_number;
create table allocation (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  process text not null,
  level text not null,
  person text,
  team text,
  starts_on date not null,
  ends_on date not null,
  hours integer not null,
  protected boolean not null,
  windows jsonb not null,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A')) stored
);
create index allocation_open_due on allocation (coalesce(due, 'infinity'::timestamptz), id) where open;
create index allocation_opened_at on allocation (opened_at, id);
create index allocation_updated_at on allocation (updated_at, id);
create index allocation_starts_on on allocation (starts_on, id);
create index allocation_person on allocation (person, starts_on);
create index allocation_team on allocation (team, starts_on);
create index allocation_process on allocation (process, starts_on);
create index allocation_search on allocation using gin (search);

create sequence time_entry_number;
create table time_entry (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  person text not null,
  team text,
  process text not null,
  level text not null,
  record text,
  started_at timestamptz not null,
  minutes integer,
  how text not null,
  note text,
  reason text,
  lent jsonb not null,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A')) stored
);
-- One timer runs for one person.
create unique index time_entry_person_taken on time_entry (person) where open;
create index time_entry_open_due on time_entry (coalesce(due, 'infinity'::timestamptz), id) where open;
create index time_entry_opened_at on time_entry (opened_at, id);
create index time_entry_updated_at on time_entry (updated_at, id);
create index time_entry_started_at on time_entry (started_at, id);
create index time_entry_person on time_entry (person, started_at);
create index time_entry_process on time_entry (process, started_at);
create index time_entry_record on time_entry (record, person) where record is not null;
create index time_entry_search on time_entry using gin (search);

create sequence borrowing_number;
create table borrowing (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text,
  allocation text not null,
  person text,
  process text not null,
  level text not null,
  minutes integer not null,
  borrowed_on date not null,
  reason text not null,
  by text,
  entry text,
  lead text,
  search tsvector generated always as (setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', reason), 'B')) stored
);
create index borrowing_open_due on borrowing (coalesce(due, 'infinity'::timestamptz), id) where open;
create index borrowing_opened_at on borrowing (opened_at, id);
create index borrowing_updated_at on borrowing (updated_at, id);
create index borrowing_borrowed_on on borrowing (borrowed_on, id);
create index borrowing_allocation on borrowing (allocation, borrowed_on);
create index borrowing_person on borrowing (person, borrowed_on);
create index borrowing_entry on borrowing (entry) where entry is not null;
create index borrowing_search on borrowing using gin (search);
