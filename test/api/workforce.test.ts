// The hours of people at the doors: who sees what, figures that equal what lies behind them, protected time that is lent with a reason, and next month's plan.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

type Row = { id: string; capacity: number; allocated: number; spent: { timer: number; hand: number; derived: number } };

eachDatabase('people and their hours', (open) => {
  let w: World;
  let statements = 0;
  let clients: Record<'manager' | 'agent' | 'user_a' | 'agent_x', Client>;
  let processes: { incident: string; problem: string };
  const counting = (db: Db): Db => ({
    ...db,
    query: (sql, params, options) => {
      statements += 1;
      return db.query(sql, params, options);
    },
  });
  const march = 'from=2026-03-01&to=2026-03-31';
  const hour = 3_600_000;

  beforeAll(async () => {
    w = await world(await open(), { wrap: counting });
    clients = { manager: await w.as('manager'), agent: await w.as('agent'), user_a: await w.as('user_a'), agent_x: await w.as('agent_x') };
    processes = {
      incident: await w.act('process', 'open', {
        input: { code: 'fires', name: 'Fires', level: 'operational', records: ['incident'], owner: w.id('person.manager'), active: true },
      }),
      problem: await w.act('process', 'open', { input: { code: 'causes', name: 'Causes', level: 'tactical', owner: w.id('person.manager'), active: true } }),
    };
  });
  afterAll(() => w.close());

  const rowOf = async (client: Client, person: string): Promise<Row> => {
    const answer = await client.get(`/api/workforce?${march}`);
    return answer.body.data.rows.find((each: Row) => each.id === person);
  };
  const behind = async (client: Client, what: string): Promise<number> =>
    (await client.get(`/api/workforce/behind?${march}&${what}`)).body.data.reduce((sum: number, each: { minutes: number }) => sum + each.minutes, 0);

  it('is nothing for customers and suppliers, one’s own for an agent, and everybody’s for who oversees', async () => {
    for (const who of ['user_a', 'agent_x'] as const)
      for (const path of [
        '',
        '/behind?what=spent',
        '/trend',
        '/timer',
        '/competent?service=SVC-1',
        '/staffing',
        '/staffing/arrivals',
        '/copy?from=2026-03&to=2026-04',
      ])
        expect((await clients[who].get(`/api/workforce${path}`)).status, `${who} ${path}`).toBe(403);
    const people = async (client: Client) =>
      (await client.get(`/api/workforce?${march}`)).body.data.rows.filter((each: { kind: string }) => each.kind === 'person').map((each: Row) => each.id);
    expect(await people(clients.agent)).toEqual([w.id('person.agent')]);
    expect((await people(clients.manager)).length).toBeGreaterThan(2);
    expect((await clients.agent.get('/api/workforce/copy?from=2026-03&to=2026-04')).status).toBe(403);
  });

  it('lends protected hours with a reason, to the account of who booked, and takes it back when the entry is struck', async () => {
    // 2 March 2026 is a Monday; the house is in Amsterdam, where 09:00 is 08:00 UTC.
    const plan = { process: processes.problem, person: w.id('person.agent'), hours: 20, starts_on: '2026-03-01', ends_on: '2026-03-31' };
    const allocation = await w.act('allocation', 'open', { input: { ...plan, windows: [{ days: [1], from: '13:00', to: '17:00' }] } });
    w.later(6 * hour);
    const body = { record: w.id('incident.a'), minutes: 90, started_at: '2026-03-02T11:30:00Z' };
    const refused = await clients.agent.send({ method: 'POST', path: '/api/time_entries', json: body });
    expect(refused.body).toMatchObject({ status: 422, code: 'time_entry.inside_protected', field: 'reason' });
    expect(refused.body.detail).toContain('60 minutes');
    const before = await rowOf(clients.manager, w.id('person.agent'));
    const booked = await clients.agent.send({ method: 'POST', path: '/api/time_entries', json: { ...body, reason: 'Everything is down' } });
    expect(booked.body.data).toMatchObject({ process: processes.incident, level: 'operational', how: 'hand', state: 'booked' });
    await w.settle();
    const lent = async () => (await clients.manager.get(`/api/borrowings?q=allocation:${allocation}`)).body.data;
    expect(await lent()).toMatchObject([{ minutes: 60, by: w.id('person.agent'), reason: 'Everything is down', state: 'owed', borrowed_on: '2026-03-02' }]);
    const { data } = (await clients.manager.get(`/api/workforce?${march}`)).body;
    expect(data.future.lent).toBe(60 + 120);
    expect(await behind(clients.manager, 'what=lent')).toBe(data.future.lent);
    expect((await rowOf(clients.manager, w.id('person.agent'))).spent.hand).toBe(before.spent.hand + 90);
    await clients.agent.send({ method: 'POST', path: `/api/time_entries/${booked.body.data.id}/strike`, json: {} });
    await w.settle();
    expect(await lent()).toMatchObject([{ state: 'revoked' }]);
    expect((await rowOf(clients.manager, w.id('person.agent'))).spent.hand).toBe(before.spent.hand);
  });

  it('finds an allocation by its whole title, and offers the running month before those that are over', async () => {
    const plan = { process: processes.problem, person: w.id('person.manager'), hours: 20 };
    for (const month of ['2026-01', '2026-02']) await w.act('allocation', 'open', { input: { ...plan, starts_on: `${month}-01`, ends_on: `${month}-28` } });
    const found = async (words: string): Promise<string[]> =>
      (await clients.manager.get(`/api/refs/allocation?q=${encodeURIComponent(words)}`)).body.data.map((each: { title: string }) => each.title.slice(-10));
    const name = (await clients.manager.get(`/api/people/${w.id('person.manager')}`)).body.data.name;
    expect(await found(name)).toEqual(['2026-03-01', '2026-01-01', '2026-02-01']);
    expect(await found(`Causes · ${name} · 2026-02-01`)).toEqual(['2026-02-01']);
    expect(await found(`${name} 2026-0`)).toHaveLength(3);
  });

  it('runs one timer at a time, which stopping turns into time', async () => {
    const start = () => clients.manager.send({ method: 'POST', path: '/api/time_entries', json: { record: w.id('incident.b') } });
    const running = (await start()).body.data;
    expect((await clients.manager.get('/api/workforce/timer')).body.data).toMatchObject({ id: running.id, record: w.id('incident.b') });
    expect((await start()).body).toMatchObject({ code: 'time_entry.already_running' });
    w.later(25 * 60_000);
    const stopped = await clients.manager.send({ method: 'POST', path: `/api/time_entries/${running.id}/stop`, json: {} });
    expect(stopped.body.data).toMatchObject({ state: 'booked', minutes: 25, how: 'timer' });
    expect((await clients.manager.get('/api/workforce/timer')).body.data).toBeNull();
  });

  it('derives time from records in hand, within working hours, unless time was booked on them', async () => {
    await w.act('incident', 'assign', { target: w.id('incident.a'), input: { agent: w.id('person.agent'), team: w.id('team.house') } });
    w.later(24 * hour);
    // A session does not outlast a day without a word.
    clients = { ...clients, manager: await w.as('manager'), agent: await w.as('agent') };
    const row = await rowOf(clients.manager, w.id('person.agent'));
    // From 15:00 UTC, that is 16:00, until 17:00; and the next day until 16:00: an hour and seven and a half; capped by a day of 7 h 12 m.
    expect(row.spent.derived).toBeGreaterThan(60);
    expect(row.spent.derived).toBeLessThanOrEqual(2 * 432);
    for (const what of ['spent', 'allocated', 'capacity']) {
      const figure = what === 'spent' ? row.spent.timer + row.spent.hand + row.spent.derived : row[what as 'capacity'];
      expect(await behind(clients.manager, `what=${what}&person=${w.id('person.agent')}`), what).toBe(figure);
    }
    const entry = { record: w.id('incident.a'), minutes: 10, started_at: '2026-03-03T09:00:00Z' };
    expect((await clients.agent.send({ method: 'POST', path: '/api/time_entries', json: entry })).status).toBe(201);
    const after = await rowOf(clients.manager, w.id('person.agent'));
    expect(after.spent).toEqual({ ...row.spent, hand: row.spent.hand + 10, derived: 0 });
    // Each narrower figure opens no more than it counts.
    const { data } = (await clients.manager.get(`/api/workforce?${march}`)).body;
    const cells: { level: string; allocated: number; spent: Row['spent'] }[] = data.cells;
    const ahead = (of: (cell: (typeof cells)[number]) => number) =>
      cells.filter((each) => each.level !== 'operational').reduce((sum, each) => sum + of(each), 0);
    expect(data.future.protected).toBeGreaterThan(0);
    expect(await behind(clients.manager, 'what=protected')).toBe(data.future.protected);
    expect(await behind(clients.manager, 'what=allocated&level=future')).toBe(ahead((each) => each.allocated));
    expect(await behind(clients.manager, 'what=spent&level=future')).toBe(data.future.worked);
    for (const how of ['timer', 'hand', 'derived'] as const)
      expect(await behind(clients.manager, `what=spent&how=${how}&person=${w.id('person.agent')}`), how).toBe(after.spent[how]);
    expect((await clients.manager.get(`/api/workforce/behind?${march}&what=spent&level=past`)).body).toMatchObject({ status: 422, field: 'level' });
    const trend = (await clients.manager.get('/api/workforce/trend?to=2026-03-31')).body.data;
    expect(trend).toHaveLength(13);
    expect(trend.at(-1)).toEqual({ month: '2026-03', planned: data.future.planned, actual: data.future.actual, lent: data.future.lent });
  });

  it('plans the next month as the last, once', async () => {
    const path = '/api/workforce/copy?from=2026-03&to=2026-04';
    const preview = (await clients.manager.get(path)).body.data;
    expect(preview.length).toBe(3);
    expect(preview.every((each: { exists: string | null; starts_on: string }) => each.exists === null && each.starts_on === '2026-04-01')).toBe(true);
    // A plan of last month for somebody who has left since is not made again, and that is said.
    const gone = await w.act('person', 'open', { input: { name: 'Gone', organisation: w.id('organisation.house') } });
    const old = { process: processes.problem, person: gone, hours: 4, starts_on: '2026-03-01', ends_on: '2026-03-31' };
    const theirs = await w.act('allocation', 'open', { input: old });
    await w.act('person', 'leave', { target: gone });
    const copied = (await clients.manager.send({ method: 'POST', path, json: {} })).body.data;
    expect(copied.made).toHaveLength(3);
    expect(copied.skipped).toEqual([{ allocation: theirs, exists: null, why: expect.stringContaining('Gone') }]);
    const again = (await clients.manager.send({ method: 'POST', path, json: {} })).body.data;
    expect(again.made).toEqual([]);
    expect(again.skipped.filter((each: { exists: string | null }) => each.exists !== null)).toHaveLength(3);
    expect((await clients.manager.get('/api/workforce/copy?from=2026-03&to=2026-Q2')).body).toMatchObject({ status: 422, field: 'to' });
  });

  it('asks the same number of questions however much there is', async () => {
    const cost = async (path: string): Promise<number> => {
      await clients.manager.get('/api/session');
      const before = statements;
      expect((await clients.manager.get(path)).status, path).toBe(200);
      return statements - before;
    };
    const paths = [
      `/api/workforce?${march}`,
      `/api/workforce/behind?${march}&what=spent`,
      '/api/workforce/trend',
      '/api/workforce/staffing',
      '/api/workforce/copy?from=2026-03&to=2026-05',
    ];
    const short = Object.fromEntries(await inTurn(paths, cost));
    for (let n = 0; n < 12; n += 1) {
      await w.act('incident', 'open', { input: { title: `More ${n}`, service: w.id('service.a'), customer: w.id('organisation.a') } });
      const started_at = new Date(w.house.clock.now() - (n + 1) * hour).toISOString();
      await w.act('time_entry', 'open', { input: { process: processes.incident, person: w.id('person.admin'), minutes: 20, started_at } });
    }
    expect(Object.fromEntries(await inTurn(paths, cost))).toEqual(short);
    expect(Math.max(...Object.values(short))).toBeLessThan(12);
  });
});

async function inTurn(paths: readonly string[], cost: (path: string) => Promise<number>): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const path of paths) found.push([path, await cost(path)]);
  return found;
}
