// Every formula counts its own worked example, and nothing else; figures and the lists behind them agree; on both databases.
import { beforeAll, describe, expect, it } from 'vitest';
import { countedWith, counted as ofTheHouse, valuesOf as valuesOfCode } from '../src/app/measures.ts';
import { packaged } from '../src/app/packaged.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Db } from '../src/platform/db/types.ts';
import type { Source } from '../src/practices/measurement/counting.queries.ts';
import { formulaNames } from '../src/practices/measurement/names.record.ts';
import type { ReportedSection } from '../src/practices/measurement/promise-figures.ts';
import { recordsBehind, valuesOf } from '../src/practices/measurement/queries.ts';
import { eachDatabase } from './db-env.ts';
import { bareWorld, put } from './measures-given.ts';

const zone = 'Europe/Amsterdam';
const now = Date.parse('2026-04-10T09:00:00Z');
const asking = { zone, house: 'ORG-1', now };
const empty = {
  service: 'SVC-1',
  customer: 'ORG-2',
  times: [],
  throughput: [],
  satisfaction: [],
  availability: [],
  suppliers: [],
  credits: { owed: [], recoverable: [] },
  mood: null,
};

it('has a formula for every name, and a name for every formula', () => {
  expect([...ofTheHouse.keys()].toSorted()).toEqual(Object.keys(formulaNames).toSorted());
});

eachDatabase('measures', (open) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
    await migrate(db, packaged('migrations'));
  }, 120_000);

  describe.each([...ofTheHouse.keys()])('%s', (code) => {
    it('counts its worked example, in its month and in no other', async () => {
      await bareWorld(db);
      const { example } = ofTheHouse.get(code)?.formula ?? {};
      if (!example) throw new Error(`${code} has no example`);
      await put(db, example.given);
      const told = (table: string) => example.given.filter((each) => each.table === table).map((each) => each.row);
      const sections = told('figures').map((row) => ({ ...empty, ...row }) as ReportedSection);
      const judged = told('judgement').map(({ id, num, den }) => ({ period: '2026-03', id: String(id), num: Number(num), den: Number(den) }));
      const source: Source = { rows: async (_, { windows }) => judged.filter((each) => windows.some(({ period }) => period === each.period)) };
      const all = countedWith(async (_, { months }) => new Map(months.map((month) => [month, month === '2026-03' ? sections : []])), {
        'promise.feasible': source,
        'growth.stage_index': source,
      });
      const own = all.get(code);
      if (!own) throw new Error(`${code} is not counted`);
      const [before, value, after] = await valuesOf(db, own, { ...asking, periods: ['2026-01', '2026-03', '2026-07'] });
      expect(value).toEqual({ period: '2026-03', numerator: example.numerator, denominator: example.denominator, value: example.value });
      expect(before?.value ?? 0).toBe(0);
      expect(after).toMatchObject({ value: null, numerator: null });
      const listed = await recordsBehind(db, own, { ...asking, period: '2026-03', part: 'numerator', after: null, limit: 1000 });
      const sum = listed.reduce((total, each) => total + each.num, 0);
      if (example.numerator !== null) expect(Math.round(sum)).toBe(example.numerator);
      const whole = await recordsBehind(db, own, { ...asking, period: '2026-03', part: 'denominator', after: null, limit: 1000 });
      if (example.denominator !== null) expect(Math.round(whole.reduce((total, each) => total + each.den, 0))).toBe(example.denominator);
      const other = await valuesOf(db, own, { ...asking, periods: ['2026-03'], ...(own.formula.by.includes('service') ? { service: 'SVC-9' } : {}) });
      if (own.formula.by.includes('service') && sections.length + judged.length === 0) expect(other[0]?.numerator ?? 0).toBe(0);
    });
  });

  it('is a RangeError for whoever asks for a formula that is not there', async () => {
    await expect(valuesOfCode(db, { code: 'incident.nothing', periods: ['2026-03'], now })).rejects.toThrow('incident.nothing');
  });

  it('pages the list behind a figure by numbers, and misses none', async () => {
    await bareWorld(db);
    await put(db, [{ table: 'incident', times: 25, row: { resolved_at: '2026-03-10T09:00:00Z' } }]);
    const mtrs = ofTheHouse.get('incident.mtrs_wall');
    if (!mtrs) throw new Error('there is a formula for it');
    const found: string[] = [];
    for (let after: string | null = null; ; after = found.at(-1) ?? null) {
      const page: readonly { id: string }[] = await recordsBehind(db, mtrs, { ...asking, period: '2026-03', part: 'denominator', after, limit: 10 });
      found.push(...page.map((each) => each.id));
      if (page.length < 10) break;
    }
    expect(new Set(found).size).toBe(25);
    expect(found).toHaveLength(25);
  });
});
