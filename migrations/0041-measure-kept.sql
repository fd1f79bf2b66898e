-- Answers of measures for periods that are over, so that nobody waits while a year is counted again. A projection: it may be emptied at
-- any time and is counted anew from the records. What is in it is never older than the facts: the triggers below empty, in the transaction of
-- a fact, whatever that fact could have changed. A fact about the present touches none of it, for only what is over is kept.

create table measure_kept (
  code text not null,
  -- The cut, by number; nothing for all customers, all services.
  customer text not null,
  service text not null,
  period text not null,
  from_at timestamptz not null,
  ends_at timestamptz not null,
  -- The formula as it was counted, with the house and its zone: another formula has another answer.
  edition text not null,
  -- The kinds of facts that it is made of, and from when on such a fact bears on it.
  about text[] not null,
  since_at timestamptz not null,
  -- Who is counting, since when. Without `counted_at` there is no answer yet; the row stands so that a fact that comes meanwhile can take it away.
  token text not null,
  begun_at timestamptz not null,
  counted_at timestamptz,
  n integer,
  num double precision,
  den double precision,
  told double precision,
  primary key (code, customer, service, period)
);
create index measure_kept_ends_at on measure_kept (ends_at);

-- A fact of this kind at this instant: what is over and was counted from such facts is counted anew.
create function measure_forget(kind text, at timestamptz) returns void language sql as $$
  delete from measure_kept k where k.ends_at > at and k.since_at <= at and kind = any(k.about)
$$;

-- Only what a figure can read of an incident, before and after. Closing a case of last month, or writing in it, changes no figure.
create function measure_forget_incident() returns trigger language plpgsql as $$
declare
  solved boolean := (old.resolved_at, old.opened_at, old.started_at, old.restored_at, old.state = 'cancelled', old.service, old.customer, old.affected_customers, old.reopened, old.source, old.known_errors)
    is distinct from (new.resolved_at, new.opened_at, new.started_at, new.restored_at, new.state = 'cancelled', new.service, new.customer, new.affected_customers, new.reopened, new.source, new.known_errors);
  rated boolean := (old.rated_at, old.satisfaction, old.service, old.customer) is distinct from (new.rated_at, new.satisfaction, new.service, new.customer);
  -- One that only came to its end lay there before as long as ever.
  moved boolean := (old.opened_at, old.state = 'cancelled', old.service, old.affected_customers) is distinct from (new.opened_at, new.state = 'cancelled', new.service, new.affected_customers);
  began boolean := (old.started_at, old.service, old.affected_customers) is distinct from (new.started_at, new.service, new.affected_customers);
  downed boolean := (old.part, old.effect, old.fan_out) is distinct from (new.part, new.effect, new.fan_out);
  old_end timestamptz := coalesce(old.resolved_at, old.closed_at, 'infinity');
  new_end timestamptz := coalesce(new.resolved_at, new.closed_at, 'infinity');
  old_up timestamptz := coalesce(old.restored_at, old.resolved_at, old.closed_at, 'infinity');
  new_up timestamptz := coalesce(new.restored_at, new.resolved_at, new.closed_at, 'infinity');
begin
  delete from measure_kept k where k.ends_at > least(old.opened_at, new.opened_at, old.started_at, new.started_at, old.resolved_at, new.resolved_at, old.rated_at, new.rated_at) and (
    (solved and 'solved' = any(k.about) and (old.resolved_at >= k.since_at and old.resolved_at < k.ends_at or new.resolved_at >= k.since_at and new.resolved_at < k.ends_at))
    or (rated and 'rated' = any(k.about) and (old.rated_at >= k.since_at and old.rated_at < k.ends_at or new.rated_at >= k.since_at and new.rated_at < k.ends_at))
    or (began and 'began' = any(k.about) and (old.started_at >= k.since_at and old.started_at < k.ends_at or new.started_at >= k.since_at and new.started_at < k.ends_at))
    or ('lying' = any(k.about) and (moved or (old_end >= k.ends_at) is distinct from (new_end >= k.ends_at)))
    or ('down' = any(k.about) and (old.part is not null or old.effect = 'down' or new.part is not null or new.effect = 'down')
      and (solved or began or downed or least(old_up, k.ends_at) is distinct from least(new_up, k.ends_at))
      and (old_up >= k.since_at or new_up >= k.since_at)));
  return null;
end $$;
create trigger measure_forget after insert or update or delete on incident for each row execute function measure_forget_incident();

-- Who had an incident when. What happened to it after it was resolved changes no figure, but for another team or party, and waiting.
create function measure_forget_move() returns trigger language plpgsql as $$
declare
  solved timestamptz := (select i.resolved_at from incident i where i.id = new.record_id);
begin
  if new.at < solved or new.changes ?| array['team', 'party'] or new.changes ->> 'state' = 'pending' then
    perform measure_forget('solved', solved);
  end if;
  return null;
end $$;
create trigger measure_forget after insert on journal for each row
  when (new.record = 'incident' and new.version > 1 and new.changes ?| array['team', 'party', 'state']) execute function measure_forget_move();

-- A clock bears on the period it was due or late in: by its verdict, and by the time it used once it stands still.
create function measure_forget_clock() returns trigger language plpgsql as $$
begin
  if (old.promise, coalesce(old.breached_at, old.due), old.breached_at is not null, old.phase = 'running', old.phase = 'met', case when old.phase in ('met', 'missed') then old.used_ms end)
    is distinct from (new.promise, coalesce(new.breached_at, new.due), new.breached_at is not null, new.phase = 'running', new.phase = 'met', case when new.phase in ('met', 'missed') then new.used_ms end) then
    perform measure_forget('clock', coalesce(old.breached_at, old.due));
    perform measure_forget('clock', coalesce(new.breached_at, new.due));
  end if;
  return null;
end $$;
create trigger measure_forget after insert or update or delete on clock for each row execute function measure_forget_clock();

create function measure_forget_change() returns trigger language plpgsql as $$
begin
  perform measure_forget('change', coalesce(old.implemented_at, case when old.outcome is not null then old.started_at end));
  perform measure_forget('change', coalesce(new.implemented_at, case when new.outcome is not null then new.started_at end));
  return null;
end $$;
create trigger measure_forget after insert or update or delete on change for each row execute function measure_forget_change();

-- A problem says of its incidents whether they came back.
create function measure_forget_problem() returns trigger language plpgsql as $$
begin
  if (old.incidents, old.fixed_at, old.verify_until) is distinct from (new.incidents, new.fixed_at, new.verify_until) then
    perform measure_forget('began', i.started_at) from incident i where i.id = any(coalesce(old.incidents, '{}') || coalesce(new.incidents, '{}'));
  end if;
  return null;
end $$;
create trigger measure_forget after insert or update or delete on problem for each row execute function measure_forget_problem();

-- What was agreed, and of what services are made, is rarely changed and bears on every period.
create function measure_forget_all() returns trigger language plpgsql as $$
begin
  delete from measure_kept where tg_argv[0] = any(about);
  return null;
end $$;
create trigger measure_forget after insert or update or delete on promise execute function measure_forget_all('agreed');
create trigger measure_forget after insert or update or delete on calendar execute function measure_forget_all('agreed');
create trigger measure_forget after insert or update or delete on service execute function measure_forget_all('composed');

-- A report is told in its own month; its middle is in that month in every zone.
create function measure_forget_report() returns trigger language plpgsql as $$
begin
  delete from measure_kept k where 'reported' = any(k.about) and exists (select 1 from unnest(array[old.period_from, new.period_from]) r where r + 14 >= k.from_at and r + 14 < k.ends_at);
  return null;
end $$;
create trigger measure_forget after insert or update or delete on service_report for each row execute function measure_forget_report();
