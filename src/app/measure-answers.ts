// Answers about measures: the values of one with its control chart, the records behind one value, and how all that are in use stand.
import { type Grain, isMeasured, lastPeriods } from '../calculus/measuring.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor } from '../kernel/scope.ts';
import type { Row } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import type { BehindAnswer, Chosen, FiguresAnswer, ValuesAnswer } from '../practices/measurement/answers.record.ts';
import type { Counted } from '../practices/measurement/counting.queries.ts';
import { type Part, recordsBehind } from '../practices/measurement/queries.ts';
import { behaviourOf, capabilityOf } from '../practices/measurement/steering.ts';
import { chosenColumns, monthsOver, phasesOf, standing } from './measure-standing.ts';
import { briefly, valuesOfAll } from './measure-values.ts';
import { counted } from './measures.ts';

export type ValuesAsked = { readonly code: string; readonly per: string; readonly periods: string; readonly customer?: string; readonly service?: string };

/** So many periods a board looks back, the one that runs included. */
const usual = 14;
const mostPeriods = 60;

export async function valuesAnswer(house: House, actor: Actor, asked: ValuesAsked): Promise<ValuesAnswer | Refusal> {
  const found = await measureOf(house, asked.code);
  if (isRefusal(found)) return found;
  const { formula, measure } = found;
  const wrong = notAsked(found, asked);
  if (wrong) return wrong;
  const grain = (asked.per || measure?.charted || (formula.grains.includes('week') ? 'month' : formula.grains[0])) as Grain;
  const count = asked.periods === '' ? usual : Number(asked.periods);
  const { zone } = await settings(house);
  const now = house.clock.now();
  const periods = lastPeriods(count, { now, grain, zone });
  const [told] = await valuesOfAll(house.db, [found], { ...(await around(house)), periods, ...narrowed(asked) }, briefly(house.clock.now));
  const { values = [], left = 0 } = told ?? {};
  const behaviour = behaviourOf(formula, values, { phases: phasesOf(measure?.baselines ?? [], periods, grain), rest: 1 });
  return {
    formula,
    measure,
    grain,
    values,
    running: true,
    left,
    behaviour,
    capability: capabilityOf(behaviour, { target: measure?.target ?? null, better: formula.better }),
    refs: await labelsOf(house, { actor, ids: measure?.owner ? [measure.owner] : [] }),
    now: new Date(now).toISOString(),
  };
}

type BehindAsked = {
  readonly code: string;
  readonly period: string;
  readonly part: string;
  readonly after: string;
  readonly limit: string;
  readonly customer?: string;
  readonly service?: string;
};

export async function behindAnswer(house: House, actor: Actor, asked: BehindAsked): Promise<BehindAnswer | Refusal> {
  const found = await measureOf(house, asked.code);
  if (isRefusal(found)) return found;
  const { period, part } = asked;
  if (!isMeasured(period)) return refuse('view.wrong_value', 'period', { field: 'period', value: period.slice(0, 20) });
  if (part !== 'numerator' && part !== 'denominator') return refuse('view.wrong_value', 'part', { field: 'part', value: part.slice(0, 20) });
  const limit = asked.limit === '' ? 50 : Number(asked.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) return refuse('view.wrong_value', 'limit', { field: 'limit', value: asked.limit.slice(0, 20) });
  const wrong = notAsked(found, { ...asked, per: '', periods: '' });
  if (wrong) return wrong;
  const after = asked.after || null;
  const rows = await recordsBehind(house.db, found, { ...(await around(house)), period, part: part as Part, after, limit: limit + 1, ...narrowed(asked) });
  const shown = rows.slice(0, limit);
  const refs = await labelsOf(house, { actor, ids: shown.map((each) => each.id) });
  return {
    code: found.formula.code,
    period,
    part,
    data: shown.map((each) => ({ ...each, title: refs[each.id] ?? null })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    now: new Date(house.clock.now()).toISOString(),
  };
}

/** How the measures in use stand by the months that are over. One read of measures and one of what is kept; what is missing is counted as far as the time allows. */
export async function figuresAnswer(house: House, actor: Actor): Promise<FiguresAnswer> {
  const { zone } = await settings(house);
  const now = house.clock.now();
  const data = await standing(house.db, { ...(await around(house)), periods: monthsOver({ now, zone }), board: false }, briefly(house.clock.now));
  const used = new Set<string>(data.map((each) => each.code));
  return {
    data,
    unused: [...counted.values()].map((each) => each.formula.code).filter((code) => !used.has(code)),
    refs: await labelsOf(house, { actor, ids: data.flatMap((each) => (each.owner ? [each.owner] : [])) }),
    now: new Date(now).toISOString(),
  };
}

/** By the code of a formula or the number of a measure. */
async function measureOf(house: House, asked: string): Promise<(Counted & { readonly measure: Chosen | null }) | Refusal> {
  const [known] = await house.db.query<Row & Chosen & { code: string }>(
    `select ${chosenColumns} from measure where (code = $1 or id = $1) order by open desc, opened_at desc limit 1`,
    [asked.slice(0, 100)],
  );
  const found = counted.get(known?.code ?? asked);
  if (!found) return refuse('not_found');
  if (!known) return { ...found, measure: null };
  const { code: _code, ...measure } = known;
  return { ...found, measure };
}

function notAsked({ formula }: Counted, { per, periods, customer, service }: Omit<ValuesAsked, 'code'>): Refusal | null {
  const wrong = (field: string, value: string): Refusal => refuse('view.wrong_value', field, { field, value: value.slice(0, 20) });
  if (per !== '' && !formula.grains.includes(per as Grain)) return wrong('per', per);
  if (periods !== '' && !(Number.isInteger(Number(periods)) && Number(periods) >= 1 && Number(periods) <= mostPeriods)) return wrong('periods', periods);
  if (customer && !formula.by.includes('customer')) return wrong('customer', customer);
  return service && !formula.by.includes('service') ? wrong('service', service) : null;
}

const narrowed = ({ customer, service }: { customer?: string; service?: string }) => ({ ...(customer ? { customer } : {}), ...(service ? { service } : {}) });

async function around(house: House): Promise<{ zone: string; house: string; now: number }> {
  const { zone, house: own } = await settings(house);
  return { zone, house: own ?? '', now: house.clock.now() };
}
