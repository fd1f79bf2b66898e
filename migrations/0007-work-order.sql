-- Work orders: work handed to a supplier or an internal team.
create sequence work_order_number;
create table work_order (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  title text not null,
  instruction text not null,
  parent text,
  service text,
  supplier text not null,
  team text,
  agent text,
  holder text not null,
  priority integer not null,
  their_reference text,
  reject_reason text,
  waiting_reason text,
  waiting_on text,
  waiting_until timestamptz,
  completed_at timestamptz,
  result text,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(their_reference, '')), 'A')
    || setweight(to_tsvector('simple', instruction), 'B')
  ) stored
);
create index work_order_open_due on work_order (coalesce(due, 'infinity'::timestamptz), id) where open;
create index work_order_due on work_order (coalesce(due, 'infinity'::timestamptz), id);
create index work_order_opened_at on work_order (opened_at, id);
create index work_order_updated_at on work_order (updated_at, id);
create index work_order_priority on work_order (priority, id);
create index work_order_supplier on work_order (supplier, (coalesce(due, 'infinity'::timestamptz)), id);
create index work_order_team on work_order (team, (coalesce(due, 'infinity'::timestamptz)), id) where open;
create index work_order_parent on work_order (parent, id) where parent is not null;
create index work_order_search on work_order using gin (search);
