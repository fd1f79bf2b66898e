// The arithmetic of a capacity plan: where use is going, on which day it passes what is contracted, and whether the peak fits.
import { type At, crossing, peakOf } from '../../calculus/crossing.ts';
import { type Ahead, type Forecast, forecast } from '../../calculus/forecast.ts';
import { periodOf } from '../../calculus/period.ts';
import { fewest, type Smoothing } from '../../calculus/smoothing.ts';
import type { Demand, UsePoint } from './capacity-plan.record.ts';
import type { World } from './facts.ts';
import type { CapacityFigures, ForecastPoint, Verdict } from './figures.record.ts';
import { dateAfter, monthAfter } from './plan.ts';

export type CapacityRow = {
  readonly id: string;
  readonly service: string;
  readonly unit: string;
  readonly contracted: number | null;
  readonly headroom: number;
  readonly horizon: number;
  readonly method: Smoothing;
  readonly demands: readonly Demand[];
  readonly cost_minor: number | null;
  readonly currency: string | null;
};
const million = 1_000_000;
/** Four cases in five lie within the interval: wide enough to plan by, narrow enough to say something. */
const level = 0.8;

/** A season of a year needs two years; with less the trend alone is followed, with less than that the level. */
export function forecastOf(
  points: readonly UsePoint[],
  { method, horizon }: Pick<CapacityRow, 'method' | 'horizon'>,
): { readonly method: Smoothing; readonly found: Forecast } | null {
  const values = points.map((each) => each.value);
  const order: Smoothing[] = method === 'holt_winters' ? ['holt_winters', 'holt', 'ses'] : method === 'holt' ? ['holt', 'ses'] : ['ses'];
  const usable = order.find((each) => values.length >= Math.max(fewest({ method: each, season: 12 }), 4));
  const found = usable ? forecast(values, { method: usable, ...(usable === 'holt_winters' ? { season: 12 } : {}), weights: {}, steps: horizon, level }) : null;
  return usable && found ? { method: usable, found } : null;
}

export function capacityFigures(row: CapacityRow, points: readonly UsePoint[], world: World): CapacityFigures {
  const contracted = row.contracted ?? 0;
  const whole = unbroken(points);
  const made = forecastOf(whole, row);
  const last = whole.at(-1);
  const ahead = last && made ? made.found.ahead.map((each, at): ForecastPoint => pointAt(last.period, at, each)) : [];
  const day = (which: 'value' | 'lower' | 'upper', limit: number): string | null =>
    dayOf(series(last, made?.found.ahead ?? [], { which, zone: world.zone }), limit, world.zone);
  const crosses_on = day('value', contracted);
  const earliest_on = day('upper', contracted);
  const peak = peakOf(row.service, world.graph, Object.fromEntries(row.demands.map((each) => [each.service, each.peak])));
  const used = last?.value ?? null;
  const left = used === null || contracted === 0 ? null : Math.floor(((contracted - used) * million) / contracted);
  return {
    plan: row.id,
    service: row.service,
    unit: row.unit,
    contracted,
    points: whole,
    ahead,
    method: made?.method ?? null,
    mape: made?.found.accuracy.mape ?? null,
    naive_mape: made?.found.naive.mape ?? null,
    crosses_on,
    earliest_on,
    latest_on: day('lower', contracted),
    headroom_gone_on: day('value', contracted * (1 - row.headroom / million)),
    headroom_ppm: left,
    headroom_wanted_ppm: row.headroom,
    unused_minor: row.cost_minor === null || left === null ? null : Math.round((row.cost_minor * Math.max(0, left)) / million),
    currency: row.currency ?? 'EUR',
    peak: { ...peak, spare: contracted - peak.sum },
    verdict: verdictOf({
      left,
      wanted: row.headroom,
      crosses_on,
      earliest_on,
      over: peak.sum > contracted,
      known: made !== null || row.demands.length > 0,
      soon: dateAfter(world.today, 184),
    }),
  };
}

type Judging = { left: number | null; wanted: number; crosses_on: string | null; earliest_on: string | null; over: boolean; known: boolean; soon: string };

/** What is short now, or will be within half a year, is bad; what may be, or has less room than wanted, is a warning. */
function verdictOf({ left, wanted, crosses_on, earliest_on, over, known, soon }: Judging): Verdict {
  if (!known) return 'unknown';
  if (over || (left !== null && left < 0) || (crosses_on !== null && crosses_on <= soon)) return 'bad';
  return crosses_on !== null || (earliest_on !== null && earliest_on <= soon) || (left !== null && left < wanted) ? 'warn' : 'good';
}

/** The latest run of months without a gap: a month that is missing is no month of nothing. */
function unbroken(points: readonly UsePoint[]): UsePoint[] {
  const run: UsePoint[] = [];
  for (const each of [...points].reverse()) {
    if (run[0] && monthAfter(each.period, 1) !== run[0].period) break;
    run.unshift(each);
  }
  return run;
}

const pointAt = (last: string, at: number, each: { value: number; lower: number; upper: number }): ForecastPoint => ({
  period: monthAfter(last, at + 1),
  value: Math.round(each.value),
  lower: Math.max(0, Math.round(each.lower)),
  upper: Math.round(each.upper),
});

/** What was used in a month is where the line stands at its end. */
function series(last: UsePoint | undefined, ahead: readonly Ahead[], { which, zone }: { which: 'value' | 'lower' | 'upper'; zone: string }): At[] {
  if (!last) return [];
  return [
    { at: periodOf(last.period, zone).to, value: last.value },
    ...ahead.map((each, i) => ({ at: periodOf(monthAfter(last.period, i + 1), zone).to, value: each[which] })),
  ];
}

function dayOf(values: readonly At[], limit: number, zone: string): string | null {
  const at = crossing(values, limit);
  return at === null ? null : new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}
