// Before work is handed over: what the receiver promised, whether that fits in what is left of the customers' promises, and who else could.
import type { Calendar } from '../../calculus/calendar.ts';
import { bestFirst, type HandoverFit, type HandoverVerdict, handoverFit, honestTime } from '../../calculus/handover.ts';
import { type Promised, selectTerms, type Terms } from '../../calculus/terms.ts';

const MINUTE_MS = 60_000;

/** A clock of a customer that runs or waits. `handover_minutes`: what its promise allows for handing over. */
export type CustomerClock = {
  readonly clock: string;
  readonly key: string;
  readonly metric: string;
  readonly promise: string | null;
  readonly customer: string | null;
  readonly calendar: Calendar;
  readonly paused: boolean;
  readonly left_ms: number;
  readonly handover_minutes: number;
};

/** A promise to the house, with how far its service is from each service that the work may be about. */
export type Near = Promised & { readonly seed: string; readonly distance: number };
export type Receiver = { readonly party: string; readonly team: string | null; readonly service: string | null };
export type Asked = {
  readonly house: string;
  readonly priority: number;
  /** ISO instant. */
  readonly at: string;
  readonly clocks: readonly CustomerClock[];
  readonly promises: readonly Near[];
};

export type Promise = { readonly promise: string | null; readonly minutes: number };
export type Check = Pick<CustomerClock, 'clock' | 'key' | 'promise' | 'customer'> & { readonly zone: string; readonly left_ms: number } & HandoverFit;
/** What a receiver promised, each customer's clock against it, and the worst of the verdicts; no verdict when no clock runs. */
export type Checked = Receiver & {
  readonly accept: Promise | null;
  readonly repair: Promise | null;
  readonly checks: readonly Check[];
  readonly verdict: HandoverVerdict | null;
};

export function check(receiver: Receiver, asked: Asked): Checked {
  const { accept, repair } = termsOf(receiver, asked);
  const told = { accept: promiseOf(accept), repair: promiseOf(repair) };
  const checks = asked.clocks.flatMap((clock) => {
    const found = against(clock, { accept, repair, now: Date.parse(asked.at) });
    return found ? [found] : [];
  });
  return { ...receiver, ...told, checks, verdict: worst(checks)?.verdict ?? null };
}

/** Everybody else who promised to repair the same service or part, what fits first and most to spare first. */
export function others(asked: Asked, not: Receiver | null): Checked[] {
  const parties = new Map<string, Receiver>();
  for (const { metric, provider, team, service } of asked.promises) {
    if (metric !== 'repair') continue;
    const same = not?.party === provider && (provider !== asked.house || team === null || team === not.team);
    if (!same) parties.set(`${provider} ${team}`, parties.get(`${provider} ${team}`) ?? { party: provider, team, service });
  }
  const found = [...parties.values()].map((each) => check(each, asked)).filter((each) => each.repair !== null);
  return bestFirst(
    found.flatMap((each) => {
      const leading = worst(each.checks);
      return leading ? [{ each, handover: leading }] : [];
    }),
  ).map(({ each }) => each);
}

/** Of the checks of a receiver the one that decides: the customer worst off. */
export function worst(checks: readonly Check[]): Check | null {
  return checks.toSorted((a, b) => gravity[b.verdict] - gravity[a.verdict] || slack(a) - slack(b))[0] ?? null;
}

/** The honest new time for a customer, by the receiver's promise: null when there is none to give, or the old one holds. */
export function newTime(found: Check, { clocks }: Asked): number | null {
  const clock = clocks.find((each) => each.clock === found.clock && each.key === found.key);
  return found.verdict === 'fits' || !clock ? null : honestTime(found, clock.calendar);
}

const gravity: Readonly<Record<HandoverVerdict, number>> = { fits: 0, no_promise: 1, short: 2, late: 2, never: 3 };
const slack = (found: Check): number => (found.spare_ms ?? 0) - (found.short_ms ?? 0);
const promiseOf = (terms: Terms | null): Promise | null => terms && { promise: terms.promise, minutes: terms.target_minutes };

/** The same choice of promises as for the clocks of a work order: about this service, else the nearest that it is part of. */
function termsOf({ party, team, service }: Receiver, { promises, house, priority, at }: Asked): { accept: Terms | null; repair: Terms | null } {
  const near = promises.filter((each) => each.seed === service);
  const services = new Map(near.map((each) => [each.service, each.distance]));
  const { terms } = selectTerms({
    clocks: { accept: { metric: 'accept' }, repair: { metric: 'repair' } },
    promises: near,
    services,
    customers: [],
    providers: [party],
    team,
    priority,
    house,
    at,
  });
  return { accept: terms.find((each) => each.clock === 'accept') ?? null, repair: terms.find((each) => each.clock === 'repair') ?? null };
}

/** A response is given by whoever accepts the work, so it is judged by that promise alone, and not at all when there is none. */
function against(clock: CustomerClock, { accept, repair, now }: { accept: Terms | null; repair: Terms | null; now: number }): Check | null {
  const answers = clock.metric === 'respond';
  if (answers && !accept) return null;
  const { key, promise, customer, calendar, left_ms, paused, handover_minutes } = clock;
  const hours = repair?.calendar ?? accept?.calendar ?? calendar;
  const receiver = {
    accept_ms: accept && accept.target_minutes * MINUTE_MS,
    repair_ms: answers ? 0 : repair && repair.target_minutes * MINUTE_MS,
    calendar: hours,
    ...(accept ? { accept_calendar: accept.calendar } : {}),
  };
  const found = handoverFit({ now, customer: { left_ms, calendar, paused }, receiver, handover_ms: handover_minutes * MINUTE_MS });
  return { clock: clock.clock, key, promise, customer, zone: calendar.zone, left_ms, ...found };
}
