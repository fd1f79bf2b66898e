// Measures computed from the records: values of many periods in one go, and the records behind any of them, from the same select.
import { isMeasured, monthsOf, spanOf } from '../../calculus/measuring.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { askedParams, askedSql } from './asked.queries.ts';
import type { Asked, AskedWindow, Counted, Source } from './counting.queries.ts';
import type { Aggregate, Contribution, Formula, Unit } from './formula.record.ts';
import type { MeasureValue } from './measure.record.ts';
import type { FormulaCode } from './names.record.ts';
import { type ReportedSection, reported } from './promise-figures.ts';

/** `zone` and `house` are those of the house; `now` in epoch milliseconds. */
export type Asking = {
  readonly periods: readonly string[];
  readonly zone: string;
  readonly house: string;
  readonly now: number;
  readonly customer?: string;
  readonly service?: string;
};
export type Sums = { readonly period: string; readonly n: number; readonly num: number | null; readonly den: number | null; readonly told: number | null };

/** Values in the order of the periods asked, counted now. Periods that have not begun, or ended before the house's first record, have none. */
export async function valuesOf(db: Db, counted: Counted, asking: Asking): Promise<readonly MeasureValue[]> {
  const asked = askedOf(asking);
  const windows = asked.windows.filter(sinceFirst(await firstRecord(db)));
  return toldValues(counted.formula, asking.periods, await sumsOf(db, counted, { ...asked, windows }));
}

/** What the records add up to in each of the windows. */
export async function sumsOf(db: Db, { formula, source }: Counted, asked: Asked): Promise<readonly Sums[]> {
  if (!asked.windows.length) return [];
  if ('sql' in source) return summed(db, asked, { sql: source.sql, aggregate: formula.aggregate });
  return folded(await source.rows(db, asked), asked, formula.aggregate);
}

export function toldValues(formula: Formula, periods: readonly string[], sums: readonly Sums[]): readonly MeasureValue[] {
  const known = new Map(sums.map((each) => [each.period, each]));
  return periods.map((period) => {
    const found = known.get(period);
    return found ? toldValue(formula, found) : nothing(period);
  });
}

const nothing = (period: string): MeasureValue => ({ period, value: null, numerator: null, denominator: null });

export function askedOf({ periods, zone, house, now, customer, service }: Asking): Asked {
  const iso = (at: number): string => new Date(at).toISOString();
  const windows = periods.filter(isMeasured).flatMap((period) => {
    const { from, to } = spanOf(period, zone);
    return from < now ? [{ period, from: iso(from), to: iso(Math.min(to, now)), ends: iso(to) }] : [];
  });
  return { windows, now: iso(now), zone, house, customer: customer ?? null, service: service ?? null, answer: {} };
}

/** When the house's first record began; null while there is none. */
export const firstSql = 'select least((select min(opened_at) from incident), (select min(opened_at) from change), (select min(opened_at) from promise)) as at';
const firstRecord = async (db: Db): Promise<string | null> => (await db.query<{ at: string | null }>(firstSql))[0]?.at ?? null;

/** Before its first record a house has no figures, not even zero. */
export const sinceFirst =
  (first: string | null) =>
  ({ to }: AskedWindow): boolean =>
    first !== null && to > first;

const told: Readonly<Record<Aggregate, string>> = {
  ratio: 'null::float8',
  sum: 'null::float8',
  longest: 'max(x.num)::float8',
  median: 'percentile_disc(0.5) within group (order by x.num)::float8',
  p90: 'percentile_disc(0.9) within group (order by x.num)::float8',
};

async function summed(db: Db, asked: Asked, { sql, aggregate }: { sql: string; aggregate: Aggregate }): Promise<Sums[]> {
  return db.query<Row & Sums>(
    `select w.period, coalesce(f.n, 0) as n, coalesce(f.num, 0) as num, coalesce(f.den, 0) as den, f.told
     from ${askedSql} w
     left join (select x.period, count(*)::int as n, sum(x.num)::float8 as num, sum(x.den)::float8 as den, ${told[aggregate]} as told from (${withAsked(sql)}) x group by x.period) f
       on f.period = w.period`,
    askedParams(asked),
  );
}

const withAsked = (sql: string): string => sql.replace('asked a', `${askedSql} a`);

function folded(rows: readonly Contribution[], { windows }: Asked, aggregate: Aggregate): Sums[] {
  return windows.flatMap(({ period }) => {
    const own = rows.filter((each) => each.period === period);
    const nums = own.map((each) => each.num).sort((a, b) => a - b);
    const sum = (name: 'num' | 'den'): number => own.reduce((total, each) => total + each[name], 0);
    return [{ period, n: own.length, num: sum('num'), den: sum('den'), told: aggregate === 'ratio' || aggregate === 'sum' ? null : ranked(nums, aggregate) }];
  });
}

/** The smallest of the values that at least that share of them does not exceed. */
function ranked(sorted: readonly number[], aggregate: Aggregate): number | null {
  const share = { longest: 1, median: 0.5, p90: 0.9, ratio: 1, sum: 1 }[aggregate];
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const scale: Readonly<Record<Unit, number>> = { share: 1_000_000, score: 1_000, count: 1, minutes: 1, money: 1 };

/** Shares are rounded down, so that nothing looks better than it was; everything else half up, to whole units. */
function toldValue({ unit, aggregate }: Formula, { period, n, num, den, told: picked }: Sums): MeasureValue {
  if (aggregate === 'sum') return { period, value: Math.round(num ?? 0), numerator: Math.round(num ?? 0), denominator: null };
  if (aggregate !== 'ratio') return { period, value: picked === null ? null : Math.round(picked), numerator: null, denominator: n };
  const [top, bottom] = [num ?? 0, den ?? 0];
  if (bottom === 0) return { period, value: null, numerator: Math.round(top), denominator: 0 };
  const exact = (top * scale[unit]) / bottom;
  return { period, value: unit === 'share' ? Math.floor(exact + 1e-9) : Math.round(exact), numerator: Math.round(top), denominator: Math.round(bottom) };
}

export type Part = 'numerator' | 'denominator';
export type Behind = { readonly id: string; readonly num: number; readonly den: number };
export type BehindAsked = Omit<Asking, 'periods'> & { readonly period: string; readonly part: Part; readonly after: string | null; readonly limit: number };

/** The records behind one value, by their numbers: those that add to the numerator, or all that were looked at. At most `limit` after `after`. */
export async function recordsBehind(db: Db, { source }: Counted, { period, part, after, limit, ...asking }: BehindAsked): Promise<readonly Behind[]> {
  const asked = askedOf({ ...asking, periods: [period] });
  if (!asked.windows.length) return [];
  const column = part === 'numerator' ? 'num' : 'den';
  if ('sql' in source)
    return db.query<Row & Behind>(
      `select x.id, sum(x.num)::float8 as num, sum(x.den)::float8 as den from (${withAsked(source.sql)}) x
       where ($10::text is null or (length(x.id), x.id) > (length($10), $10)) group by x.id having sum(x.${column}) <> 0 order by length(x.id), x.id limit $11`,
      [...askedParams(asked), after, limit],
    );
  const sums = new Map<string, Behind>();
  for (const { id, num, den } of await source.rows(db, asked)) {
    const known = sums.get(id);
    sums.set(id, { id, num: (known?.num ?? 0) + num, den: (known?.den ?? 0) + den });
  }
  const ordered = [...sums.values()].filter((each) => each[column] !== 0).sort((a, b) => before(a.id, b.id));
  return ordered.filter((each) => after === null || before(after, each.id) < 0).slice(0, limit);
}

const before = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Sections of the reports of some months, by month: frozen ones where there are, the same computation where there are none. */
export type SectionsOf = (
  db: Db,
  asked: { readonly months: readonly string[]; readonly now: number; readonly house: string; readonly zone: string; readonly answer: object },
) => Promise<ReadonlyMap<string, readonly ReportedSection[]>>;

/** The formulas that service reports tell, from the same months. */
export function reportedSources(sectionsOf: SectionsOf): Readonly<Partial<Record<FormulaCode, Source>>> {
  const source = (of: (sections: readonly ReportedSection[]) => readonly Omit<Contribution, 'period'>[]): Source => ({
    about: ['reported', 'clock', 'solved', 'rated', 'down', 'agreed', 'composed'],
    rows: async (db, { windows, now, house, zone, answer, customer, service }) => {
      const months = [...new Set(windows.flatMap((each) => monthsOf(each.period)))];
      const found = await sectionsOf(db, { months, now: Date.parse(now), house, zone, answer });
      return windows.flatMap(({ period }) =>
        monthsOf(period).flatMap((month) => {
          const own = (found.get(month) ?? []).filter(
            (each) => (customer === null || each.customer === customer) && (service === null || each.service === service),
          );
          return of(own).map((each) => ({ period, ...each }));
        }),
      );
    },
  });
  return Object.fromEntries(Object.entries(reported).map(([code, of]) => [code, source(of)]));
}
