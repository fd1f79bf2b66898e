// What is kept of periods that are over equals what is counted anew, whatever comes late; it is read without counting; a fact that comes while it is counted is not lost.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Patience, valuesOfAll, wholly } from '../src/app/measure-values.ts';
import { counted as ofTheHouse } from '../src/app/measures.ts';
import { packaged } from '../src/app/packaged.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Db } from '../src/platform/db/types.ts';
import type { Counted } from '../src/practices/measurement/counting.queries.ts';
import { eachDatabase } from './db-env.ts';
import { bareWorld, put } from './measures-given.ts';

const zone = 'Europe/Amsterdam';
const start = Date.parse('2026-04-10T09:00:00Z');
const periods = ['2026-W10', '2026-W11', '2026-02', '2026-03', '2026-Q1'];
const keptOnes = [...ofTheHouse.values()].filter((each) => each.source.about && !each.source.about.includes('judged'));

/** Something for every formula to count: what was down and rated, what is measured by promises, and what was frozen. */
const ground = [
  {
    table: 'incident',
    row: {
      id: 'INC-900',
      effect: 'down',
      opened_at: '2026-03-04T09:00:00Z',
      started_at: '2026-03-04T08:00:00Z',
      resolved_at: '2026-03-04T11:00:00Z',
      restored_at: '2026-03-04T10:00:00Z',
      satisfaction: 5,
      rated_at: '2026-03-05T09:00:00Z',
    },
  },
  { table: 'incident', row: { id: 'INC-901', state: 'in_progress', opened_at: '2026-02-20T09:00:00Z', started_at: '2026-02-20T09:00:00Z' } },
  { table: 'incident', row: { id: 'INC-902', opened_at: '2026-03-11T09:00:00Z', started_at: '2026-03-11T09:00:00Z', resolved_at: '2026-03-11T09:20:00Z' } },
  { table: 'clock', row: { record_id: 'INC-900', phase: 'met', due: '2026-03-04T13:00:00Z', used_ms: 3_600_000 } },
  { table: 'clock', row: { record_id: 'INC-901', phase: 'running', due: '2026-03-06T13:00:00Z', breached_at: '2026-03-06T13:00:00Z' } },
  {
    table: 'journal',
    row: { record_id: 'INC-900', version: 1, at: '2026-03-04T09:00:00Z', command_id: 'g1', changes: { state: 'registered', team: 'TEAM-1', party: 'ORG-1' } },
  },
  { table: 'journal', row: { record_id: 'INC-900', version: 2, at: '2026-03-04T09:30:00Z', command_id: 'g2', changes: { state: 'in_progress' } } },
  { table: 'promise', row: { id: 'PRM-2', metric: 'availability', availability: 999_000, valid_from: '2026-01-01' } },
  { table: 'problem', row: { id: 'PRB-900', incidents: ['INC-900'], fixed_at: '2026-03-01T09:00:00Z' } },
  { table: 'change', row: { id: 'CHG-900', implemented_at: '2026-03-04T09:00:00Z', outcome: 'success', incidents: [], within_window: true } },
];

const incident = (set: string): string => `update incident set ${set}`;
const late: readonly (readonly [string, string])[] = [
  ['a record is reopened', incident("resolved_at = null, restored_at = null, state = 'in_progress', reopened = reopened + 1")],
  ['the instant of resolving is corrected', incident("resolved_at = resolved_at - interval '10 days'")],
  ['the instant of restoring is corrected', incident("restored_at = coalesce(restored_at, resolved_at) + interval '3 hours'")],
  ['the beginning is corrected', incident("started_at = started_at - interval '2 hours'")],
  ['the opening is corrected', incident("opened_at = opened_at - interval '9 days'")],
  ['a record turns out to be none', incident("state = 'cancelled'")],
  ['another service was meant', incident("service = 'SVC-9'")],
  ['another customer was meant', incident("customer = 'ORG-9', affected_customers = '{ORG-9}'")],
  ['a case came back more often', incident('reopened = reopened + 1')],
  ['it came by another way', incident("source = 'monitoring'")],
  ['a known error is found to fit', incident("known_errors = '{KE-1}'")],
  ['a customer changes an answer', incident('satisfaction = 1')],
  ['an answer was given earlier', incident("rated_at = rated_at - interval '20 days'")],
  ['what lay there had been closed', incident("closed_at = '2026-02-25T09:00:00Z'")],
  ['what was down was not', incident("effect = 'degraded'")],
  [
    'an incident of an earlier month is imported',
    `insert into incident (id, version, state, open, opened_at, updated_at, title, customer, affected_customers, service, impact, urgency, priority, priority_overridden, source, party, team, owner_team, started_at, resolved_at, reopened, rated_at, satisfaction)
     select 'INC-950', 1, 'resolved', true, '2026-03-02T09:00:00Z', updated_at, title, customer, affected_customers, service, impact, urgency, priority, priority_overridden, 'phone', party, team, owner_team, '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z', 0, '2026-03-03T10:00:00Z', 1 from incident limit 1`,
  ],
  ['an incident is lost', "delete from incident where id = 'INC-900'"],
  ['a clock is corrected', "update clock set used_ms = used_ms + 600000, phase = 'met'"],
  ['a clock turns out to be late', "update clock set breached_at = due, phase = 'missed' where breached_at is null"],
  ['a clock was due in another month', "update clock set due = due - interval '20 days', breached_at = breached_at - interval '20 days'"],
  ['a clock belongs to another promise', "update clock set promise = 'PRM-9'"],
  [
    'a hand-over is told afterwards',
    `insert into journal (record, record_id, version, fact, at, recorded_at, actor_name, channel, command_id, request_hash, changes, params, audience)
     select 'incident', id, 90, 'incident.handed_over', resolved_at, now(), 'x', 'web', 'late ' || id, 'h', '{"team": "TEAM-8", "party": "ORG-8"}', '{}', '{}' from incident where resolved_at is not null`,
  ],
  [
    'what lay between is told afterwards',
    `insert into journal (record, record_id, version, fact, at, recorded_at, actor_name, channel, command_id, request_hash, changes, params, audience)
     select 'incident', id, 91, 'incident.returned', resolved_at - interval '15 minutes', now(), 'x', 'web', 'late ' || id, 'h', '{"state": "registered"}', '{}', '{}' from incident where resolved_at is not null`,
  ],
  [
    'waiting is told afterwards',
    `insert into journal (record, record_id, version, fact, at, recorded_at, actor_name, channel, command_id, request_hash, changes, params, audience)
     select 'incident', id, 92, 'incident.waited', resolved_at, now(), 'x', 'web', 'late ' || id, 'h', '{"state": "pending"}', '{}', '{}' from incident where resolved_at is not null`,
  ],
  ['a promise ended earlier', "update promise set valid_to = '2026-01-31'"],
  ['a promise is with another service', "update promise set service = 'SVC-9'"],
  ['hours were agreed otherwise', `update calendar set week = '[{"days": [1, 2, 3, 4, 5], "from": "10:00", "to": "11:00"}]'`],
  ['a change had failed', "update change set outcome = 'failed', type = 'emergency'"],
  ['a change was done earlier', "update change set implemented_at = implemented_at - interval '20 days'"],
  ['a change had a consequence', "update change set incidents = '{INC-900}'"],
  ['a problem explains other cases', "update problem set incidents = '{}'"],
  ['a problem was fixed later', "update problem set fixed_at = '2026-04-01T09:00:00Z'"],
  [
    'a report of a month is frozen',
    `insert into service_report (id, version, state, open, opened_at, updated_at, name, customer, period_from, period_to, figures)
     values ('REP-1', 1, 'frozen', false, now(), now(), 'x', 'ORG-2', '2026-03-01', '2026-03-31', '{"sections": []}')`,
  ],
];

/** A fact about the present, or one that no figure reads, leaves all that is kept. */
const present: readonly (readonly [string, string])[] = [
  ['a case of last month is closed', incident("state = 'closed', open = false, closed_at = '2026-04-10T08:00:00Z' where resolved_at is not null")],
  ['a case that lay there is resolved', incident("state = 'resolved', resolved_at = '2026-04-10T08:00:00Z' where resolved_at is null")],
  ['a case is given another title and another hand', incident("title = 'y', agent = 'PER-9', team = 'TEAM-9', version = version + 1")],
  [
    'the journal tells of the closing',
    `insert into journal (record, record_id, version, fact, at, recorded_at, actor_name, channel, command_id, request_hash, changes, params, audience)
     select 'incident', id, 93, 'incident.closed', '2026-04-10T08:00:00Z', now(), 'x', 'web', 'now ' || id, 'h', '{"state": "closed"}', '{}', '{}' from incident`,
  ],
  ['a clock that is late runs on', "update clock set used_ms = used_ms + 1, since = now() where phase = 'running'"],
];

class Undone extends Error {}
const undone = (error: unknown): void => {
  if (!(error instanceof Undone)) throw error;
};

eachDatabase('kept answers', (open, engine) => {
  let db: Db;
  let now = start;
  let asks: string[] = [];
  const cuts = [{}, { service: 'SVC-1', customer: 'ORG-2' }];
  /** Later each time: nothing that is remembered for an instant is taken for what was kept. */
  const asking = (names: readonly string[]) => {
    now += 1;
    return { zone, house: 'ORG-1', now, periods: names };
  };
  /** The values of all formulas, by the periods that each can be told for. */
  const all = async (list: readonly Counted[], patience?: Patience): Promise<Record<string, unknown>> => {
    const answers: Record<string, unknown> = {};
    for (const cut of cuts)
      for (const grain of ['week', 'month'] as const) {
        const able = list.filter(({ formula }) => formula.grains.includes(grain));
        const told = await valuesOfAll(db, able, { ...asking(periods.filter((each) => each.includes('W') === (grain === 'week'))), ...cut }, patience);
        for (const [i, { formula }] of able.entries()) answers[`${formula.code} by ${grain} ${Object.keys(cut)}`] = told[i];
      }
    return answers;
  };
  const fresh = (): Promise<Record<string, unknown>> =>
    all(keptOnes.map(({ formula, source }) => ({ formula, source: { ...source, about: undefined } as Counted['source'] })));
  const kept = (): Promise<Record<string, unknown>> => all(keptOnes);
  const rows = async (): Promise<number> =>
    (await db.query<{ n: number }>('select count(*)::int as n from measure_kept where counted_at is not null'))[0]?.n ?? 0;

  beforeAll(async () => {
    const opened = await open();
    await migrate(opened, packaged('migrations'));
    db = {
      ...opened,
      query: (sql, ...rest) => {
        asks.push(sql);
        return opened.query(sql, ...rest) as never;
      },
      batch: (statements) => {
        asks.push('batch');
        return opened.batch(statements);
      },
    };
    await bareWorld(db);
    await put(db, ground);
    await all(
      keptOnes,
      wholly(() => now),
    );
  }, 120_000);

  describe('a fact that comes late', () => {
    it.each(late)('%s', async (_, sql) => {
      const before = await kept();
      await db
        .tx(async () => {
          await db.exec(sql);
          const after = await fresh();
          expect(await kept()).toEqual(after);
          expect(after, 'it changes some figure').not.toEqual(before);
          throw new Undone();
        })
        .catch(undone);
      expect(await kept()).toEqual(before);
    });
  });

  it.each(present)('stays when %s', async (_, sql) => {
    const count = await rows();
    expect(count).toBeGreaterThan(100);
    await db
      .tx(async () => {
        await db.exec(sql);
        expect(await rows()).toBe(count);
        expect(await kept()).toEqual(await fresh());
        throw new Undone();
      })
      .catch(undone);
  });

  it('reads what is kept of all measures in one round trip, and counts nothing', async () => {
    asks = [];
    await valuesOfAll(
      db,
      keptOnes,
      asking(['2026-02', '2026-03']),
      wholly(() => now),
    );
    expect(asks).toEqual(['batch']);
  });

  it('finds what is kept by its key, and what a fact concerns by the end of its period', async () => {
    await db
      .tx(async () => {
        await db.query(`insert into measure_kept select 'x' || g, '', '', '2020-' || g, timestamptz '2020-01-01' + make_interval(hours => g), timestamptz '2020-01-02' + make_interval(hours => g), 'e', '{solved}',
        timestamptz '2020-01-01' + make_interval(hours => g), 't', now(), now(), 1, 1, 1, 1 from generate_series(1, 20000) g`);
        await db.exec('analyze measure_kept');
        const planOf = async (sql: string): Promise<string> =>
          (await db.query<{ 'QUERY PLAN': string }>(`explain ${sql}`)).map((each) => each['QUERY PLAN']).join('\n');
        expect(await planOf("select 1 from measure_kept where code = 'x1' and customer = '' and service = '' and period = '2020-1'")).toContain(
          'measure_kept_pkey',
        );
        expect(await planOf("delete from measure_kept k where k.ends_at > '2026-04-10' and k.since_at <= '2026-04-10' and 'solved' = any(k.about)")).toContain(
          'measure_kept_ends_at',
        );
        throw new Undone();
      })
      .catch(undone);
  });

  it('is counted anew when the formula, the house or the zone is another, and when it was emptied', async () => {
    const one = keptOnes.find((each) => each.formula.code === 'incident.mtrs_wall');
    if (!one || !('sql' in one.source)) throw new Error('there is a formula for it');
    const other = { ...one, source: { ...one.source, sql: `${one.source.sql} and i.id <> 'INC-902'` } };
    const value = async (counted: Counted, around: object = {}) => {
      asks = [];
      const [told] = await valuesOfAll(
        db,
        [counted],
        { ...asking(['2026-03']), ...around },
        wholly(() => now),
      );
      return [told?.values[0]?.denominator, asks.length > 1];
    };
    expect(await value(one)).toEqual([2, false]);
    expect(await value(other)).toEqual([1, true]);
    expect(await value(one)).toEqual([2, true]);
    expect(await value(one, { house: 'ORG-7' })).toEqual([2, true]);
    expect(await value(one, { zone: 'Asia/Tokyo' })).toEqual([2, true]);
    await db.exec('truncate measure_kept');
    expect(await value(one)).toEqual([2, true]);
    expect(await value(one)).toEqual([2, false]);
    await all(
      keptOnes,
      wholly(() => now),
    );
  });

  it('leaves out what there is no time for, says so, and goes on when it is asked again', async () => {
    await db.exec('truncate measure_kept');
    const left = async (): Promise<number> => {
      let turns = 0;
      const told = await valuesOfAll(db, keptOnes, asking(['2026-02', '2026-03']), { now: () => now, going: () => ++turns <= 3, whole: false });
      return told.reduce((sum, each) => sum + each.left, 0);
    };
    const before = await left();
    expect(before).toBeGreaterThan(0);
    expect(await left()).toBeLessThan(before);
    await all(
      keptOnes,
      wholly(() => now),
    );
    expect(await kept()).toEqual(await fresh());
  });

  it('does not keep what a fact changed while it was being counted', async () => {
    const one = keptOnes.find((each) => each.formula.code === 'incident.mtrs_wall');
    if (!one || !('sql' in one.source)) throw new Error('there is a formula for it');
    const { sql } = one.source;
    let meanwhile = (): Promise<unknown> => Promise.resolve();
    const slow: Counted = {
      formula: one.formula,
      source: {
        about: ['solved'],
        rows: async (own, asked) => {
          const found = await own.query<{ period: string; id: string; num: number; den: number }>(
            sql.replace(
              'asked a',
              "(select '2026-03'::text as period, '2026-03-01'::timestamptz as from_at, '2026-04-01'::timestamptz as to_at, null::text as customer, null::text as service) a",
            ),
          );
          await meanwhile();
          return asked.windows.length ? found.map((each) => ({ ...each, num: Number(each.num), den: Number(each.den) })) : [];
        },
      },
    };
    const value = async () =>
      (
        await valuesOfAll(
          db,
          [slow],
          asking(['2026-03']),
          wholly(() => now),
        )
      )[0]?.values[0]?.denominator;
    meanwhile = () => db.query("update incident set resolved_at = '2026-02-20T09:00:00Z' where id = 'INC-902'");
    expect(await value()).toBe(2);
    meanwhile = () => Promise.resolve();
    expect(await value()).toBe(1);
    await db.query("update incident set resolved_at = '2026-03-11T09:20:00Z' where id = 'INC-902'");
    expect(await value()).toBe(2);
  });

  it.skipIf(engine === 'pglite')('does not keep what was counted while a fact was on its way', async () => {
    const one = keptOnes.find((each) => each.formula.code === 'incident.mtrs_agreed');
    if (!one) throw new Error('there is a formula for it');
    const value = async () =>
      (
        await valuesOfAll(
          db,
          [one],
          asking(['2026-03']),
          wholly(() => now),
        )
      )[0]?.values[0]?.denominator;
    await db.query("delete from measure_kept where code = 'incident.mtrs_agreed'");
    let written = (): void => undefined;
    let end = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      written = resolve;
    });
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const writing = db.tx(async () => {
      await db.query("update incident set resolved_at = '2026-02-20T09:00:00Z' where id = 'INC-902'");
      written();
      await ended;
    });
    await started;
    expect(await value()).toBe(2);
    end();
    await writing;
    expect(await value()).toBe(1);
    await db.query("update incident set resolved_at = '2026-03-11T09:20:00Z' where id = 'INC-902'");
  });

  it('watches every column of an incident that a kept formula reads', async () => {
    const [{ source: watched } = { source: '' }] = await db.query<{ source: string }>(
      "select prosrc as source from pg_proc where proname = 'measure_forget_incident'",
    );
    const read = new Set(keptOnes.flatMap(({ source }) => ('sql' in source ? [...source.sql.matchAll(/\bi\.(\w+)/g)].map((each) => each[1] ?? '') : [])));
    expect(read.size).toBeGreaterThan(10);
    for (const column of read) if (column !== 'id') expect(watched, column).toContain(`new.${column}`);
  });
});
