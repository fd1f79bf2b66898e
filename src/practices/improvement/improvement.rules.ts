// What the commands of an improvement mean: nothing starts without a measure and an owner, and nothing is done without the measurement.
import { effectOf, monthsAfter } from '../../calculus/effect.ts';
import { localDate } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { improvement } from './improvement.record.ts';
import type { Evidence, PeriodValue } from './improvement.shapes.record.ts';

/** What the rules of an improvement are told. */
export type ImprovementGiven = {
  readonly zone: string;
  /** How many are being done now, and how many there may be at a time. */
  readonly doing: number;
  readonly limit: number;
  /** Values that the measure itself gives; null when it is not one of ours. */
  readonly values: { readonly before: readonly PeriodValue[]; readonly after: readonly PeriodValue[] } | null;
};
export type ImprovementRow = RowOf<typeof improvement>;
type The = Case<Case['row'], ImprovementGiven>;
type Planned = Pick<ImprovementRow, 'owner' | 'measure' | 'unit' | 'better' | 'baseline' | 'expected'>;
const needed = ['measure', 'unit', 'better', 'expected'] as const;
export const monthsOf = (row: Pick<ImprovementRow, 'window_months'>): number => row.window_months ?? 3;

export const improvementRules: Rules<ImprovementGiven> = {
  propose,
  edit,
  accept: () => ({}),
  start,
  deliver,
  measure,
  finish,
  stop: () => ({}),
  note: () => ({}),
};

function propose({ input, actor }: The): Decision | Refusal {
  const wrong = wrongAim(input as Partial<Planned>);
  if (wrong) return wrong;
  return { changes: { level: input.level ?? 'operational', source_kind: input.source_kind ?? 'idea', proposed_by: actor.person } };
}

/** What a measurement was about; when one of these changes it says nothing any more. */
const measuredBy = ['measure', 'unit', 'better', 'baseline', 'starts_on', 'window_months', 'customer'] as const;
const unmeasured = { measured: null, effect: null, proven: null, evidence: null, measured_at: null } as const;

function edit({ row, input }: The): Decision | Refusal {
  const own = row as ImprovementRow;
  const wrong = wrongAim({ ...own, ...input });
  if (wrong) return wrong;
  const other = measuredBy.some((name) => Object.hasOwn(input, name) && input[name] !== own[name]);
  return own.measured_at !== null && other ? { changes: unmeasured } : {};
}

function start({ row, input, given: { doing, limit } }: The): Decision | Refusal {
  const after = { ...(row as ImprovementRow), ...input } as Planned;
  if (!after.owner) return refuse('improvement.needs_owner', 'owner');
  const missing = needed.find((name) => after[name] === null || after[name] === undefined);
  if (missing) return refuse('improvement.needs_measure', missing, { field: missing });
  const wrong = wrongAim(after);
  if (wrong) return wrong;
  if (doing >= limit && input.beyond_limit !== true) return refuse('improvement.start.limit', 'beyond_limit', { doing, limit });
  return { params: { doing: doing + 1, limit } };
}

/** What is expected must lie on the better side of the baseline, once both are known. */
function wrongAim({ better, baseline, expected }: Partial<Planned>): Refusal | null {
  if (!better || typeof baseline !== 'number' || typeof expected !== 'number') return null;
  const right = better === 'higher' ? expected > baseline : expected < baseline;
  return right ? null : refuse('improvement.expected_no_better', 'expected', { expected, baseline, better });
}

function deliver({ row, input, given, at }: The): Decision {
  const starts_on = (input.starts_on as string | null | undefined) ?? (row as ImprovementRow).starts_on ?? localDate(given.zone, at);
  // Measured anew: what was measured before said something about another time.
  return { changes: { starts_on, ...unmeasured }, params: { starts_on } };
}

function measure(the: The): Decision | Refusal {
  const { row, at } = the;
  const own = row as ImprovementRow;
  const early = tooEarly(the);
  if (early) return early;
  const found = valuesOf(the);
  if (isRefusal(found)) return found;
  const { before, after, from } = found;
  const told = effectOf({ before: before.map((each) => each.value), after: after.map((each) => each.value), better: own.better ?? 'higher' });
  const limits = told.limits && { lower: Math.round(told.limits.lower), upper: Math.round(told.limits.upper) };
  const [baseline, measured, effect] = [Math.round(told.baseline), Math.round(told.measured), Math.round(told.effect)];
  const evidence: Evidence = { before, after, baseline, measured, limits, word: told.word, from };
  const proven = told.word === 'beyond_noise' && told.effect > 0;
  return { changes: { baseline, measured, effect, proven, evidence, measured_at: at }, params: { baseline, measured } };
}

/** The months after must be over: a month that still runs says nothing. */
function tooEarly({ row, given, at }: The): Refusal | null {
  const own = row as ImprovementRow;
  const starts_on = own.starts_on ?? localDate(given.zone, at);
  const months = monthsOf(own);
  const [year = 0, month = 1] = (monthsAfter(starts_on, months).at(-1) ?? starts_on).split('-').map(Number);
  const until = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return localDate(given.zone, at) < until ? refuse('improvement.measure.too_early', 'window_months', { months, starts_on, until }) : null;
}

/** Of the measure itself when it has values on both sides, else as they were written, with a source. */
function valuesOf({ row, input, given }: The): { before: readonly PeriodValue[]; after: readonly PeriodValue[]; from: string } | Refusal {
  const { measure: name } = row as ImprovementRow;
  const written = { before: (input.before as readonly PeriodValue[] | null) ?? [], after: (input.after as readonly PeriodValue[] | null) ?? [] };
  if (written.before.length && written.after.length)
    return input.from ? { ...written, from: input.from as string } : refuse('improvement.measure.needs_source', 'from');
  const { before = [], after = [] } = given.values ?? {};
  if (before.length && after.length) return { before, after, from: name ?? '' };
  return refuse('improvement.measure.no_values', before.length ? 'after' : 'before', { missing: before.length ? 'after' : 'before' });
}

function finish({ row }: The): Decision | Refusal {
  const { measured, evidence, measure: name, baseline, starts_on } = row as ImprovementRow;
  const missing = Object.entries({ measure: name, starts_on, baseline, measured, evidence }).flatMap(([field, value]) => (value === null ? [field] : []));
  return missing.length ? refuse('improvement.finish.not_measured', missing[0], { missing: missing.join(', ') }) : {};
}
