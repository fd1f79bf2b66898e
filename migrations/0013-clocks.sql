-- Escalation: who is told of a clock at which share of its target, how far they were told, and whose business a record has become.

-- Null: the ladder of the house.
alter table clock add column escalation jsonb;
-- The highest share of the target, in parts per million, that somebody was told of.
alter table clock add column warned integer not null default 0;

alter table incident
  add column escalated_to text,
  add column escalation text,
  add column escalated_share integer,
  add column acknowledged_by text;
create index incident_escalated on incident (escalated_to, (coalesce(due, 'infinity'::timestamptz)), id) where open and escalated_to is not null;

alter table work_order
  add column escalated_to text,
  add column escalation text,
  add column escalated_share integer,
  add column acknowledged_by text;
create index work_order_escalated on work_order (escalated_to, (coalesce(due, 'infinity'::timestamptz)), id) where open and escalated_to is not null;

-- The live clocks under a promise, for the day its successor takes effect; what still runs is few.
create index clock_live_promise on clock (promise, record_id) where phase in ('idle', 'running', 'paused');
