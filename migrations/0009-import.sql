-- Imports: what is being brought in from elsewhere, how far it is, and which rows could not be.
create sequence import_number;
create table import (
  id text primary key,
  name text not null,
  record text not null,
  format text not null check (format in ('csv', 'json')),
  -- Null until somebody has said which column fills which field.
  mapping jsonb,
  dry_run boolean not null,
  state text not null check (state in ('new', 'uploaded', 'running', 'paused', 'done', 'failed', 'cancelled')),
  -- The refusal that stopped it, when it failed.
  failure jsonb,
  bytes bigint not null default 0,
  content_sha256 text,
  -- The form of the file: header, encoding, separators, and where the rows begin.
  form jsonb,
  -- Where the next batch begins. They move in the transaction that writes what lies before them.
  byte_offset bigint not null default 0,
  row_number bigint not null default 0,
  rows_read bigint not null default 0,
  records_added bigint not null default 0,
  facts_added bigint not null default 0,
  rows_known bigint not null default 0,
  rows_bad bigint not null default 0,
  -- Kind of record -> names that were made, or in a dry run would be.
  created jsonb not null default '{}',
  -- Who asked, with the rights they had: as an Actor.
  actor jsonb not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);

-- The content in pieces of equal size, so that any node can go on from any byte; gone when the import is done.
create table import_chunk (
  import text not null references import (id) on delete cascade,
  seq integer not null,
  content bytea not null,
  primary key (import, seq)
);
-- Compressing what lives for minutes costs more than it saves.
alter table import_chunk alter column content set storage external;

create table import_bad_row (
  import text not null references import (id) on delete cascade,
  id bigint generated always as identity,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  field text,
  params jsonb,
  value text not null,
  -- Which record of the source it belongs to: its later rows are held back too.
  key text not null,
  primary key (import, id)
);
create index import_bad_row_key on import_bad_row (import, key);
