-- What a promise says beyond targets and hours: versions, excluded windows, credits, notice, and a risk that somebody answers for.

alter table promise add column throughput integer;
alter table promise add column satisfied integer;
alter table promise add column rolling_days integer;
alter table promise add column support_calendar text;
alter table promise add column maintenance jsonb;
alter table promise add column escalation jsonb;
alter table promise add column routing jsonb;
alter table promise add column fee_minor integer;
alter table promise add column currency text;
alter table promise add column credit_bands jsonb;
alter table promise add column notice_days integer;
alter table promise add column level text;
alter table promise add column version_of text;
alter table promise add column edition integer not null default 1;
alter table promise alter column edition drop default;
alter table promise add column risk_owner text;
alter table promise add column risk_until date;
create index promise_version_of on promise (version_of) where version_of is not null;
create index promise_support_calendar on promise (support_calendar) where open and support_calendar is not null;

-- The hours a promise counts in, with what is excluded from them: availability in the service hours, all else in the support hours.
create view promise_hours as
select p.id as promise,
  jsonb_build_object('id', c.id, 'zone', c.zone, 'week', c.week, 'holidays', c.holidays)
    || case when p.maintenance is null then '{}'::jsonb else jsonb_build_object('excluded', p.maintenance) end as hours
from promise p
join calendar c on c.id = case when p.metric = 'availability' then p.calendar else coalesce(p.support_calendar, p.calendar) end;
