-- The calendar of changes: freezes, agreed windows and customers' events, suppliers' maintenance notices, and feeds for other calendars.
create sequence change_window_number;
create table change_window (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  kind text not null,
  severity text not null,
  organisation text,
  services text[] not null,
  items text[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  recurrence jsonb,
  zone text,
  reason text,
  search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(reason, '')), 'B')) stored
);
create index change_window_open_due on change_window (coalesce(due, 'infinity'::timestamptz), id) where open;
create index change_window_due on change_window (coalesce(due, 'infinity'::timestamptz), id);
create index change_window_opened_at on change_window (opened_at, id);
create index change_window_updated_at on change_window (updated_at, id);
create index change_window_organisation on change_window (organisation, opened_at, id);
-- What is in force in a period: what began before its end, of what has not ended.
create index change_window_in_force on change_window (coalesce(ends_at, 'infinity'::timestamptz), starts_at) where open;
create index change_window_search on change_window using gin (search);

create sequence maintenance_notice_number;
create table maintenance_notice (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  supplier text,
  provider text not null,
  notice_key text,
  account text,
  status text,
  sequence integer,
  stamp timestamptz,
  starts_at timestamptz,
  ends_at timestamptz,
  objects jsonb,
  items text[] not null,
  services text[] not null,
  problem text,
  raw text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(notice_key, '')), 'A') || setweight(to_tsvector('simple', provider), 'B')
  ) stored
);
-- One notice per number of a provider, however many deliveries race.
create unique index maintenance_notice_notice_key_taken on maintenance_notice (lower(provider), notice_key) where notice_key is not null;
create index maintenance_notice_open_due on maintenance_notice (coalesce(due, 'infinity'::timestamptz), id) where open;
create index maintenance_notice_due on maintenance_notice (coalesce(due, 'infinity'::timestamptz), id);
create index maintenance_notice_opened_at on maintenance_notice (opened_at, id);
create index maintenance_notice_updated_at on maintenance_notice (updated_at, id);
create index maintenance_notice_supplier on maintenance_notice (supplier, opened_at, id);
create index maintenance_notice_planned on maintenance_notice (ends_at, starts_at) where state in ('planned', 'completed');
create index maintenance_notice_search on maintenance_notice using gin (search);

-- A view of the calendar that another calendar reads with a token; it shows what its person may see at that moment.
create sequence calendar_feed_number;
create table calendar_feed (
  id text primary key,
  token_hash bytea not null,
  person text not null,
  name text not null,
  view jsonb not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create index calendar_feed_person on calendar_feed (person, id);
