// What-if on both databases: given a year of the demo world, when a period is told again, then the baseline is what is stored and every change is explained.
import { beforeAll, expect, it } from 'vitest';
import { predictionsFor } from '../src/app/doors/predictions.ts';
import { whatIf } from '../src/app/doors/what-if.ts';
import { casesOf } from '../src/app/what-if.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Row } from '../src/platform/db/types.ts';
import { calendarsBy, fromStored, loadClocks, type StoredTerms, toRow } from '../src/platform/journal/clock-store.ts';
import { replay, type Told } from '../src/platform/journal/replay.ts';
import { factsOfMany, promiseTerms } from '../src/practices/reporting/what-if.queries.ts';
import { eachDatabase } from './db-env.ts';
import { monday, openWorld, type World } from './world.ts';

type Side = { cases: number; met: number; missed: number; attained: number | null; credit_minor: number | null };
type Answer = {
  before: Side;
  after: Side;
  looked_at: number;
  changed: { id: string; before: { kept: boolean }; after: { kept: boolean; used_ms: number }; why: string[] }[];
  changed_count: number;
};

eachDatabase('what-if', (open) => {
  let world: World;
  const period = { from: '2025-04-01', to: '2026-02-28' };
  const ask = async (code: string, change: object): Promise<Answer> => {
    const found = await whatIf(world.house, { actor: world.actor('kees'), id: world.id(code), body: { ...period, change } });
    if (isRefusal(found)) throw new Error(JSON.stringify(found));
    return found as Answer;
  };
  const restore = 'promise.workplace.restore.waterschap-noord';

  beforeAll(async () => {
    world = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }), { months: 12 });
  }, 300_000);

  it('the baseline is the stored clocks exactly, for every record of the world', async () => {
    const rows = await world.house.db.query<{ record: string; record_id: string }>('select distinct record, record_id from clock order by record_id');
    const ids = rows.map((row) => row.record_id);
    const stored = await loadClocks(world.house.db, ids);
    const facts = await factsOfMany<Row & Omit<Told, 'terms'> & { terms: StoredTerms[] | null }>(world.house.db, ids);
    const known = await calendarsBy(
      world.house.db,
      facts.flatMap((fact) => (fact.terms ?? []).map((terms) => terms.calendar)),
    );
    const same = (list: readonly Parameters<typeof toRow>[2][]) => list.map((each) => JSON.stringify(toRow('r', 'x', each))).sort();
    for (const { record, record_id } of rows) {
      const definition = world.house.registry.practices.get(record)?.definition;
      const own = facts
        .filter((fact) => fact.record_id === record_id)
        .map((fact) => ({ ...fact, terms: fact.terms?.map((terms) => fromStored(terms, known)) }));
      if (!definition) throw new Error(record);
      expect(same(replay({ definition, facts: own })), record_id).toEqual(same(stored.get(record_id) ?? []));
    }
    expect(rows.length).toBeGreaterThan(100);
  }, 120_000);

  it('the figures before are those of the stored clocks that were decided in the period', async () => {
    const own = await promiseTerms(world.house.db, world.id(restore));
    const found = await ask(restore, { attainment: 950_000 });
    const [from, to] = [new Date('2025-04-01T00:00:00+02:00').toISOString(), new Date('2026-03-01T00:00:00+01:00').toISOString()];
    const counted = await world.house.db.query<{ phase: string; breached_at: string | null }>(
      `select phase, breached_at from clock where promise = any($1) and coalesce(breached_at, case when phase in ('met', 'missed') then stopped_at end) >= $2
         and coalesce(breached_at, stopped_at) < $3`,
      [[...(own?.family ?? [])], from, to],
    );
    expect(found.before).toMatchObject({
      cases: counted.length,
      met: counted.filter((each) => each.breached_at === null && each.phase === 'met').length,
    });
    expect(found.before.cases).toBeGreaterThan(5);
    expect(found.after).toMatchObject({ cases: found.before.cases, met: found.before.met });
    expect(found.changed).toEqual([]);
  });

  it('a tighter target misses more, a wider one keeps more, and each case says why', async () => {
    const tight = await ask(restore, { targets: { '1': 1, '2': 1, '3': 1, '4': 1, '5': 1 } });
    expect(tight.after.missed).toBe(tight.after.cases);
    expect(tight.changed_count).toBe(tight.before.met);
    for (const each of tight.changed) expect(each).toMatchObject({ before: { kept: true }, after: { kept: false }, why: ['targets'] });
    const year = 525_600;
    const wide = await ask(restore, { targets: { '1': year, '2': year, '3': year, '4': year, '5': year } });
    expect(wide.after.missed).toBe(0);
    const fewer = await ask(restore, { targets: { '1': 240 } });
    expect(fewer.after.cases).toBeLessThan(fewer.before.cases);
  });

  it('without pauses what waited counts, and credits follow the bands', async () => {
    const bands = { bands: [{ below: 1_000_000, credit: 100_000 }], cap: 100_000 };
    const found = await ask(restore, { pauses: [], credit_bands: bands, fee_minor: 100_000, targets: { '1': 1, '2': 1, '3': 1, '4': 1, '5': 1 } });
    expect(found.after.credit_minor).toBeGreaterThan(0);
    const paused = await ask(restore, { pauses: [] });
    expect(paused.after.met).toBeLessThanOrEqual(paused.before.met);
  });

  it('another supplier takes what its promise allows: a slower one never keeps more', async () => {
    const other = world.id('promise.printing.repair.delta');
    const found = await ask(restore, { supplier: { promise: other } });
    expect(found.after.cases).toBeGreaterThan(0);
    expect(found.after.met).toBeLessThanOrEqual(found.before.met);
    expect(found.changed.every((each) => each.why.includes('supplier'))).toBe(true);
  });

  it('refuses by name what it cannot tell', async () => {
    const refusal = (body: object, id = world.id(restore)) => whatIf(world.house, { actor: world.actor('kees'), id, body: body as Record<string, unknown> });
    expect(await refusal({ to: '2026-01-01', change: {} })).toMatchObject({ refused: 'field.required', field: 'from' });
    expect(await refusal({ ...period, from: 'yesterday', change: {} })).toMatchObject({ field: 'from' });
    expect(await refusal({ from: '2026-02-01', to: '2026-01-01', change: { attainment: 1 } })).toMatchObject({ refused: 'what_if.period' });
    expect(await refusal({ ...period, change: {} })).toMatchObject({ refused: 'what_if.nothing' });
    expect(await refusal({ ...period, change: { colour: 1 } })).toMatchObject({ refused: 'field.unknown', field: 'colour' });
    expect(await refusal({ ...period, change: { targets: { '9': 1 } } })).toMatchObject({ field: 'targets' });
    expect(await refusal({ ...period, change: { calendar: 'CAL-999' } })).toMatchObject({ refused: 'field.not_there', field: 'calendar' });
    expect(await refusal({ ...period, change: { supplier: { promise: world.id(restore) } } })).toMatchObject({ refused: 'what_if.not_a_supplier' });
    expect(await refusal({ ...period, change: { attainment: 1 } }, world.id('promise.hosting.availability.delta'))).toMatchObject({
      refused: 'what_if.metric',
    });
  });

  it('touches nothing', async () => {
    const count = async () => (await world.house.db.query<{ n: number }>('select count(*)::int as n from journal'))[0]?.n;
    const before = await count();
    await casesOf(world.house, {
      promises: [world.id(restore)],
      windows: [{ from: monday - 30 * 86_400_000, to: monday }],
      altered: { targets: { '3': 1 } },
      now: monday,
    });
    expect(await count()).toBe(before);
  });

  it('predicts the queue from the finished work of the year', async () => {
    const found = (await predictionsFor(world.house, world.actor('anna'))) as {
      data: { id: string; probability: number | null; likely_late: boolean; cases: number }[];
      likely_late: number;
      looked_at: number;
      handled: number;
      tested: { cases: number; brier: number };
    };
    expect(found.handled).toBeGreaterThan(50);
    expect(found.looked_at).toBe(found.data.length);
    expect(found.looked_at).toBeGreaterThan(3);
    expect(found.likely_late).toBe(found.data.filter((each) => each.likely_late).length);
    for (const each of found.data) expect(each.probability).toBeGreaterThan(0);
    expect(found.tested.cases).toBeGreaterThan(20);
    expect(found.tested.brier).toBeLessThan(0.25);
  });
});
