-- Measures the house steers by, the objectives they serve, and the scorecards a board was shown.

create sequence measure_number;
create table measure (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  code text not null,
  level text not null,
  process text not null,
  unit text not null,
  better text not null,
  definition text,
  target integer,
  owner text,
  charted text,
  baselines jsonb,
  board_group text,
  board_place integer,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A')) stored
);
-- One formula, one measure.
create unique index measure_code_taken on measure (code) where open;
create index measure_open_due on measure (coalesce(due, 'infinity'::timestamptz), id) where open;
create index measure_due on measure (coalesce(due, 'infinity'::timestamptz), id);
create index measure_name on measure (name, id);
create index measure_opened_at on measure (opened_at, id);
create index measure_updated_at on measure (updated_at, id);
create index measure_search on measure using gin (search);

create sequence objective_number;
create table objective (
  id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}',
  name text not null,
  level text not null,
  why text,
  parent text,
  measure text,
  target integer,
  by date,
  owner text,
  ended text,
  search tsvector generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(why, '')), 'B')) stored
);
create index objective_open_due on objective (coalesce(due, 'infinity'::timestamptz), id) where open;
create index objective_due on objective (coalesce(due, 'infinity'::timestamptz), id);
create index objective_name on objective (name, id);
create index objective_by on objective (by, id);
create index objective_parent on objective (parent, id) where parent is not null;
create index objective_measure on objective (measure, id) where measure is not null;
create index objective_opened_at on objective (opened_at, id);
create index objective_updated_at on objective (updated_at, id);
create index objective_search on objective using gin (search);

-- Incidents by the end of their impact, whatever the service; and the facts that moved them on, which figures about custody and flow read.
create index incident_resolved_at on incident (resolved_at, id) where resolved_at is not null;
create index incident_rated_at on incident (rated_at) where rated_at is not null;
create index journal_moves on journal (record_id, version) where record = 'incident' and changes ?| array['team', 'party', 'state'];
