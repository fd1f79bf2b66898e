-- How a supplier's mails about maintenance are read: what stands after which words, kept with the sample it was tried on.
create sequence notice_template_number;
create table notice_template (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  provider text not null,
  supplier text,
  marks text[] not null,
  starts_after text[] not null,
  ends_after text[] not null,
  key_after text[] not null,
  account_after text[] not null,
  objects_after text[] not null,
  objects_below boolean,
  date_order text not null,
  zone text,
  impact text,
  cancelled_says text[] not null,
  moved_says text[] not null,
  completed_says text[] not null,
  sample text not null,
  search tsvector generated always as (setweight(to_tsvector('simple', provider), 'A')) stored
);
create index notice_template_open_due on notice_template (coalesce(due, 'infinity'::timestamptz), id) where open;
create index notice_template_due on notice_template (coalesce(due, 'infinity'::timestamptz), id);
create index notice_template_opened_at on notice_template (opened_at, id);
create index notice_template_updated_at on notice_template (updated_at, id);
create index notice_template_supplier on notice_template (supplier, opened_at, id);
create index notice_template_search on notice_template using gin (search);
