// The formulas the house can measure by, each with where its figures come from: those of the practices put together in one list.
import { localDate } from '../calculus/terms.ts';
import { asSystem } from '../kernel/scope.ts';
import type { Db, Row } from '../platform/db/types.ts';
import { settings } from '../platform/house.ts';
import type { Counted, Source } from '../practices/measurement/counting.queries.ts';
import type { Contribution } from '../practices/measurement/formula.record.ts';
import { formulas } from '../practices/measurement/formulas.ts';
import { futureSources } from '../practices/measurement/future.queries.ts';
import { incidentSources } from '../practices/measurement/incident.queries.ts';
import type { ValuesOf } from '../practices/measurement/measure.record.ts';
import type { FormulaCode } from '../practices/measurement/names.record.ts';
import type { ReportedSection } from '../practices/measurement/promise-figures.ts';
import { reportedSources, type SectionsOf } from '../practices/measurement/queries.ts';
import { workSources } from '../practices/measurement/work.queries.ts';
import { judgeAll } from '../practices/promise/feasibility.ts';
import { chainOfAll } from '../practices/promise/queries.ts';
import { figuresOf } from '../practices/reporting/figures.ts';
import { sourcesOf } from '../practices/reporting/queries.ts';
import { stagesOf } from './growth.ts';
import { valuesOfAll } from './measure-values.ts';

/** Figures that are judged and not counted in one select: by the chain of promises, and by the ladder of contracting. */
type Judged = Readonly<Record<'promise.feasible' | 'growth.stage_index', Source>>;

/** Every formula with its source. `sectionsOf` says what the service reports of some months hold. */
export function countedWith(sectionsOf: SectionsOf, judged: Judged): ReadonlyMap<string, Counted> {
  const sources: Readonly<Partial<Record<FormulaCode, Source>>> = {
    ...incidentSources,
    ...workSources,
    ...reportedSources(sectionsOf),
    ...futureSources,
    ...judged,
  };
  return new Map(
    formulas.flatMap((formula) => {
      const source = sources[formula.code];
      return source ? [[formula.code, { formula, source }] as const] : [];
    }),
  );
}

export const counted = countedWith(sectionsOf, {
  'promise.feasible': { rows: carried, about: ['judged'] },
  'growth.stage_index': { rows: stagesOf, about: ['judged'] },
});

/** The values of one measure, for other practices. Errors: RangeError for a formula that is not there. */
export const valuesOf: ValuesOf<Db> = async (db, { code, periods, customer, service, now }) => {
  const found = counted.get(code);
  if (!found) throw new RangeError(`there is no formula ${code}`);
  const { house, zone } = await settings({ db, clock: { now: () => now } });
  const [told] = await valuesOfAll(db, [found], { periods, zone, house: house ?? '', now, ...(customer ? { customer } : {}), ...(service ? { service } : {}) });
  return told?.values ?? [];
};

type Sections = ReadonlyMap<string, readonly ReportedSection[]>;
/** Several figures of one answer come from the same reports: each month of them is read once for it. */
const read = new WeakMap<object, Map<string, Promise<Sections>>>();

async function sectionsOf(db: Db, asked: Parameters<SectionsOf>[1]): Promise<Sections> {
  const known = read.get(asked.answer) ?? new Map<string, Promise<Sections>>();
  read.set(asked.answer, known);
  const missing = asked.months.filter((each) => !known.has(each));
  const found = readSections(db, { ...asked, months: missing });
  for (const month of missing) known.set(month, found);
  const all = await Promise.all(asked.months.map(async (month) => [month, (await known.get(month))?.get(month) ?? []] as const));
  return new Map(all);
}

type Kept = { month: string; sections: readonly ReportedSection[] | null };

/** Frozen reports in one read; months without any are computed as a report would be, without whose time the cases were. */
async function readSections(db: Db, { months, now, house, zone }: Parameters<SectionsOf>[1]): Promise<Sections> {
  if (!months.length) return new Map();
  const frozen = await db.query<Row & Kept>(
    `select to_char(r.period_from, 'YYYY-MM') as month, (select jsonb_agg(s - 'breaches' - 'parties' - 'restoration')
       from jsonb_array_elements(coalesce(r.corrections -> -1 -> 'figures', r.figures) -> 'sections') s) as sections
     from service_report r where r.state <> 'draft' and r.period_from = any($1::date[])`,
    [months.map((each) => `${each}-01`)],
  );
  const found = new Map<string, readonly ReportedSection[]>();
  for (const { month, sections } of frozen) found.set(month, [...(found.get(month) ?? []), ...(sections ?? [])]);
  for (const month of months) {
    if (found.has(month)) continue;
    const asking = { actor: asSystem('figures of a month that is not frozen'), period: month, zone, now, customer: null, service: null, house };
    found.set(month, figuresOf(await sourcesOf(db, asking, async () => new Map())).sections);
  }
  return found;
}

/** Of the promises in force at the end of each period, those that the promises beneath carry. */
async function carried(
  db: Db,
  { windows, house, zone, customer, service }: Parameters<Extract<Source, { rows: unknown }>['rows']>[1],
): Promise<Contribution[]> {
  const days = windows.map((each) => ({ period: each.period, day: localDate(zone, each.to) }));
  const first = days.map((each) => each.day).sort()[0];
  if (!first) return [];
  const data = await chainOfAll(db, { house, today: first });
  const dates = new Map(data.promises.map((each) => [each.id, each]));
  const inForce = (id: string, day: string): boolean => {
    const promise = dates.get(id);
    return promise !== undefined && (promise.valid_from ?? '') <= day && day <= (promise.valid_to ?? '9999');
  };
  return days.flatMap(({ period, day }) =>
    judgeAll({ ...data, today: day, promises: data.promises.filter((each) => (each.valid_to ?? '9999') >= day) }, new Map())
      .filter((each) => inForce(each.promise, day) && (!customer || each.customer === customer) && (!service || each.service === service))
      .map((each) => ({ period, id: each.promise, num: each.ok ? 1 : 0, den: 1 })),
  );
}
