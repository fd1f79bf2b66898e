// Did it help? Values of a measure by month before and after a change, and whether the difference is more than the variation before.
import { individuals, signals } from './control-chart.ts';

export type Better = 'higher' | 'lower';
export type Effect = {
  /** Mean before and mean after, in the unit of the values. */
  readonly baseline: number;
  readonly measured: number;
  /** Measured less baseline; positive when it became better. */
  readonly effect: number;
  /** Natural limits of the values before (mean +- 2.66 mean moving range); null when there are fewer than `fewest`. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  readonly word: 'beyond_noise' | 'within_noise' | 'too_few';
};

/** With fewer values before, limits say little (Wheeler 1993 works with six and more). */
export const fewest = 6;

/**
 * Individuals chart whose limits come from the values before; it is beyond noise when a Western Electric rule is met at a
 * value after on the side it moved to. Both lists oldest first and not empty. Errors: RangeError when one is empty.
 */
export function effectOf({ before, after, better }: { before: readonly number[]; after: readonly number[]; better: Better }): Effect {
  if (!before.length || !after.length) throw new RangeError('an effect needs values before and after');
  const [baseline, measured] = [mean(before), mean(after)];
  const difference = measured - baseline;
  const effect = better === 'higher' ? difference : 0 - difference;
  if (before.length < fewest) return { baseline, measured, effect, limits: null, word: 'too_few' };
  const chart = individuals([...before, ...after], before.length);
  const { lower = baseline, upper = baseline } = chart.points[0] ?? {};
  const special = signals(chart, 'western_electric').some(
    ({ at }) => at >= before.length && sameSide((after[at - before.length] ?? baseline) - baseline, difference),
  );
  return { baseline, measured, effect, limits: { lower, upper }, word: special ? 'beyond_noise' : 'within_noise' };
}

/** The whole months, 'YYYY-MM', before the month of the day ('YYYY-MM-DD') on which something came into effect; oldest first. */
export function monthsBefore(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => shifted(day, i - count));
}

/** The whole months from that day on: its own month when it is the first, else from the next. */
export function monthsAfter(day: string, count: number): string[] {
  const first = day.slice(8) === '01' ? 0 : 1;
  return Array.from({ length: count }, (_, i) => shifted(day, first + i));
}

function shifted(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((((at % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const sameSide = (a: number, b: number): boolean => Math.sign(a) === Math.sign(b) && a !== 0;
