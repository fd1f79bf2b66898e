// A past period under another promise: attainment, breaches and credits before and after, and the records that change sides.
import { type CreditBands, creditAmount, creditOf } from '../../calculus/credit.ts';
import { startOfDay } from '../../calculus/terms.ts';
import type { Figures } from './what-if.record.ts';

/** One clock as it ended: decided when it was missed, or kept; null while neither. Instants are epoch milliseconds. */
export type Ended = { readonly decided_at: number | null; readonly kept: boolean; readonly used_ms: number; readonly target_minutes: number };
export type Case = { readonly record: string; readonly id: string; readonly key: string; readonly before: Ended; readonly after: Ended };

/** What a promise pays: attainment it needs (ppm, null: every case), its bands and the fee per window in minor units. */
export type Paying = { readonly attainment: number | null; readonly bands: CreditBands | null; readonly fee_minor: number | null };
export type Period = { readonly from: number; readonly to: number };

export type WindowFigures = Figures & Period;
export type Side = Figures & { readonly windows: readonly WindowFigures[] };

/** The figures of the period and of each window; a case counts in the window in which it was decided. Credits are summed over the windows. */
export function figuresOf(ended: readonly Ended[], { windows, paying }: { windows: readonly Period[]; paying: Paying }): Side {
  const told = windows.map((window) => ({ ...window, ...figures(inside(ended, window), paying) }));
  const whole = figures(
    windows.flatMap((window) => inside(ended, window)),
    paying,
  );
  const credit_minor = paying.fee_minor === null ? null : told.reduce((sum, each) => sum + (each.credit_minor ?? 0), 0);
  return { ...whole, credit: told.length === 1 ? (told[0]?.credit ?? 0) : whole.credit, credit_minor, windows: told };
}

/** Cases that are kept on one side and missed, or not counted, on the other. */
export function changedSides(cases: readonly Case[], windows: readonly Period[]): Case[] {
  const verdict = (ended: Ended): string => (windows.some((window) => inside([ended], window).length) ? (ended.kept ? 'met' : 'missed') : 'none');
  return cases.filter((each) => verdict(each.before) !== verdict(each.after));
}

/**
 * The windows of a period of local dates 'YYYY-MM-DD', first and last day included, cut where a month, quarter or year of the zone
 * begins. A window at either end that the period covers only in part counts as one.
 */
export function windowsOf({ from, to, zone, measured }: { from: string; to: string; zone: string; measured: string }): Period[] {
  const end = startOfDay(zone, next(to));
  const cuts = measured === 'rolling' ? [] : beginnings(from, to, months[measured as keyof typeof months] ?? 1).map((day) => startOfDay(zone, day));
  const edges = [startOfDay(zone, from), ...cuts, end];
  return edges.slice(0, -1).map((at, index) => ({ from: at, to: edges[index + 1] ?? end }));
}

const months = { month: 1, quarter: 3, year: 12 } as const;
const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** First days of months, quarters or years after `from` and not after `to`. */
function beginnings(from: string, to: string, every: number): string[] {
  const found: string[] = [];
  const [year, month] = from.split('-').map(Number) as [number, number];
  for (let index = year * 12 + month; ; index += 1) {
    const day = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
    if (day > to) return found;
    if (index % every === 0) found.push(day);
  }
}

const inside = (ended: readonly Ended[], { from, to }: Period): Ended[] =>
  ended.filter(({ decided_at }) => decided_at !== null && decided_at >= from && decided_at < to);

function figures(ended: readonly Ended[], { attainment, bands, fee_minor }: Paying): Figures {
  const met = ended.filter((each) => each.kept).length;
  const cases = ended.length;
  const attained = cases ? Math.floor((met * 1_000_000) / cases) : null;
  const credit = attained === null || !bands ? 0 : creditOf(bands, attained);
  return {
    cases,
    met,
    missed: cases - met,
    attained,
    kept: attained === null ? null : attained >= (attainment ?? 1_000_000),
    credit,
    credit_minor: fee_minor === null ? null : creditAmount(fee_minor, credit),
  };
}
