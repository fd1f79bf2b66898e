-- The journal, the clocks derived from it, the work that follows from it, and the settings of the installation.

create table setting (
  key text primary key,
  value jsonb not null
);

-- What happened. One command makes one fact; the command's id is unique, so that a retry changes nothing.
create table journal (
  id bigint generated always as identity primary key,
  record text not null,
  record_id text not null,
  version integer not null,
  fact text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text,
  actor_name text not null,
  actor_party text,
  channel text not null,
  command_id text not null,
  request_hash text not null,
  cause bigint,
  changes jsonb not null,
  note text,
  params jsonb not null default '{}',
  audience text[] not null,
  -- The terms of the record's clocks that apply from this fact on; null when they did not change.
  terms jsonb
);
create unique index journal_command_key on journal (command_id);
create unique index journal_record_version_key on journal (record_id, version);
create index journal_cause on journal (cause) where cause is not null;

-- Service calendars by content: a clock keeps the calendar it was computed with, whatever becomes of the calendar record.
create table calendar_content (
  hash text primary key,
  content jsonb not null
);

-- A cache of the fold of the journal's terms and states (see src/platform/journal/clockwork.ts); `tessera verify` recomputes it.
create table clock (
  record text not null,
  record_id text not null,
  clock text not null,
  key text not null,
  side text not null,
  promise text,
  provider text,
  customer text,
  target_minutes integer not null,
  calendar text not null references calendar_content (hash),
  pauses text[] not null,
  audience text[] not null,
  phase text not null,
  reason text,
  started_at timestamptz,
  since timestamptz,
  used_ms bigint not null,
  paused_ms bigint not null,
  stopped_at timestamptz,
  due timestamptz,
  breached_at timestamptz,
  primary key (record_id, clock, key)
);
create index clock_promise_started on clock (promise, started_at);

create table job (
  id bigint generated always as identity primary key,
  queue text not null,
  key text,
  run_at timestamptz not null,
  payload jsonb not null,
  attempts integer not null default 0,
  locked_until timestamptz,
  locked_by text,
  dead boolean not null default false,
  last_error text,
  created_at timestamptz not null default now()
);
create unique index job_key on job (queue, key) where key is not null;
create index job_ready on job (run_at, id) where not dead;
