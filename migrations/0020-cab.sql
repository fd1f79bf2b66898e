-- Meetings of the change advisory board: what was planned, the agenda as it was frozen, the times, and the minutes.
create sequence cab_meeting_number;
create table cab_meeting (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  kind text not null,
  mode text not null,
  starts_at timestamptz not null,
  planned_minutes integer,
  item_minutes integer,
  cut_off timestamptz,
  deadline timestamptz,
  chair text not null,
  members text[] not null,
  filter jsonb,
  rule jsonb,
  repeats text,
  previous text,
  parties text[] not null,
  agenda jsonb,
  present text[] not null,
  started_at timestamptz,
  ended_at timestamptz,
  current text,
  timing jsonb,
  reminded_at timestamptz,
  settled jsonb,
  actions jsonb,
  minutes jsonb,
  corrections jsonb,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A')) stored
);
create index cab_meeting_open_due on cab_meeting (coalesce(due, 'infinity'::timestamptz), id) where open;
create index cab_meeting_due on cab_meeting (coalesce(due, 'infinity'::timestamptz), id);
create index cab_meeting_opened_at on cab_meeting (opened_at, id);
create index cab_meeting_updated_at on cab_meeting (updated_at, id);
create index cab_meeting_starts_at on cab_meeting (starts_at, id);
-- Whom is a vote asked of: the few that are open, by their members.
create index cab_meeting_members on cab_meeting using gin (members) where open;
create index cab_meeting_parties on cab_meeting using gin (parties);
-- One meeting follows on another.
create unique index cab_meeting_previous_taken on cab_meeting (previous) where previous is not null;
create index cab_meeting_search on cab_meeting using gin (search);
