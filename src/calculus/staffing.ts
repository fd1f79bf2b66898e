// How many people a desk needs in each half hour: arrivals by day of the week and time, their forecast, and Erlang C.
import { meanWait, occupancy, offeredLoad, rostered, serversFor, serviceLevel } from './erlang.ts';
import { type Forecast, forecast } from './forecast.ts';

export const slotSeconds = 1_800;
export const slotsPerDay = 48;

/** Seconds; `share` (0.5 to 0.99 makes sense) of arrivals is to wait no longer than `within`; `shrinkage` is the share of paid time that is absence or breaks. */
export type StaffingTerms = { readonly handling: number; readonly within: number; readonly share: number; readonly shrinkage: number };

/** `wait` is the mean in seconds, null when the line would grow for ever. */
export type Answered = { readonly servers: number; readonly service_level: number; readonly wait: number | null; readonly occupancy: number };

/** What so many people do with so many arrivals in a half hour (Erlang C, domain of M/M/c: everybody waits until served). */
export function answering(arrivals: number, servers: number, { handling, within }: Pick<StaffingTerms, 'handling' | 'within'>): Answered {
  const load = offeredLoad(arrivals / slotSeconds, handling);
  if (servers <= 0) return { servers: 0, service_level: load > 0 ? 0 : 1, wait: load > 0 ? null : 0, occupancy: load > 0 ? 1 : 0 };
  const wait = meanWait(servers, load, handling);
  return {
    servers,
    service_level: load === 0 ? 1 : serviceLevel(servers, load, { handling, within }),
    wait: Number.isFinite(wait) ? wait : null,
    occupancy: occupancy(servers, load),
  };
}

/** The fewest people who answer in time, how many must be on the roster for that, and what one fewer and one more would do. */
export type Staffed = { readonly load: number; readonly needed: Answered; readonly rostered: number; readonly beside: readonly Answered[] };

/** Null when nobody comes: then nobody is needed to answer. */
export function staffFor(arrivals: number, terms: StaffingTerms): Staffed | null {
  if (arrivals <= 0) return null;
  const load = offeredLoad(arrivals / slotSeconds, terms.handling);
  const servers = serversFor(load, terms.share, terms);
  return {
    load,
    needed: answering(arrivals, servers, terms),
    rostered: rostered(servers, terms.shrinkage),
    beside: [servers - 1, servers + 1].map((each) => answering(arrivals, each, terms)),
  };
}

/** Arrivals counted in a half hour: `week` from 0 (the oldest whole week), `day` 1 (Monday) to 7, `slot` 0 to 47 by the wall clock. */
export type Arrived = { readonly week: number; readonly day: number; readonly slot: number; readonly count: number };

/**
 * What is expected in each half hour of the coming week. The total of the week is forecast from the totals of the weeks before it and
 * divided as arrivals were divided over the week so far: half hours by themselves hold too few to forecast each. `low` and `high` are
 * the ends of the interval of the total, divided likewise; chance within a half hour comes on top of it and is what Erlang C reckons with.
 */
export type Expected = {
  readonly totals: readonly number[];
  readonly forecast: Forecast | null;
  readonly method: 'ses' | 'holt' | 'mean';
  readonly week: { readonly value: number; readonly low: number; readonly high: number };
  readonly slots: readonly {
    readonly day: number;
    readonly slot: number;
    readonly seen: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
};

/** With fewer than four weeks the mean of what there is, and no interval that means anything: low and high are then the value. */
export function expectArrivals(arrived: readonly Arrived[], weeks: number, level = 0.8): Expected {
  const totals = Array.from({ length: weeks }, () => 0);
  const seen = new Map<number, number>();
  for (const { week, day, slot, count } of arrived) {
    totals[week] = (totals[week] ?? 0) + count;
    seen.set(day * slotsPerDay + slot, (seen.get(day * slotsPerDay + slot) ?? 0) + count);
  }
  const all = totals.reduce((sum, each) => sum + each, 0);
  const { method, found } = best(totals, level);
  const ahead = found?.ahead[0];
  const mean = weeks > 0 ? all / weeks : 0;
  const value = Math.max(0, ahead?.value ?? mean);
  const week = { value, low: Math.max(0, ahead?.lower ?? mean), high: Math.max(0, ahead?.upper ?? mean) };
  const slots = [...seen]
    .sort(([a], [b]) => a - b)
    .map(([place, count]) => {
      const part = all > 0 ? count / all : 0;
      return {
        day: Math.floor(place / slotsPerDay),
        slot: place % slotsPerDay,
        seen: count,
        value: value * part,
        low: week.low * part,
        high: week.high * part,
      };
    });
  return { totals, forecast: found, method, week, slots };
}

/** Whichever of simple smoothing and smoothing with a trend errs least one week ahead; a trend needs eight weeks to be one. */
function best(totals: readonly number[], level: number): { method: Expected['method']; found: Forecast | null } {
  if (totals.length < 4) return { method: 'mean', found: null };
  const simple = forecast(totals, { method: 'ses', weights: {}, steps: 1, level });
  const trend = totals.length >= 8 ? forecast(totals, { method: 'holt', weights: {}, steps: 1, level }) : null;
  const holt = trend && simple && trend.accuracy.mse < simple.accuracy.mse;
  return holt ? { method: 'holt', found: trend } : { method: 'ses', found: simple };
}
