// Measured availability: when a composed service was down, from when its parts were, in whole milliseconds.
import { type Calendar, workingMs } from './calendar.ts';
import { type Graph, plan, type Step } from './composition.ts';

/** `[from, to)` in epoch milliseconds. */
export type Interval = { readonly from: number; readonly to: number };

/**
 * When `root` was down within the window, merged and in order, given when its parts were (composed ones may be named
 * too, and intervals may overlap). One sweep over all the changes; each is followed only as far up as it matters.
 */
export function outages(root: string, graph: Graph, down: Readonly<Record<string, readonly Interval[] | undefined>>, window: Interval): Interval[] {
  const { steps } = plan(root, graph);
  const service = running(steps);
  const found: Interval[] = [];
  let since: number | null = null;
  for (const { at, changes } of sweep(steps, down, window)) {
    for (const { step, isUp } of changes) service.turn(step, isUp);
    if (!service.isUp()) since ??= at;
    else if (since !== null) {
      found.push({ from: since, to: at });
      since = null;
    }
  }
  return since !== null && since < window.to ? [...found, { from: since, to: window.to }] : found;
}

/**
 * Availability over a window in the agreed hours of a calendar: (agreed - down) / agreed as a fraction of whole
 * milliseconds and in hundredths of a per cent, rounded down; null when no hours were agreed. `outages` counts those
 * that touched agreed hours; `longest_ms` is the longest of them, in agreed hours.
 */
export type Measured = {
  readonly agreed_ms: number;
  readonly down_ms: number;
  readonly availability: { readonly num: number; readonly den: number };
  readonly permyriad: number | null;
  readonly outages: number;
  readonly longest_ms: number;
};

export function measured(intervals: readonly Interval[], window: Interval, calendar: Calendar): Measured {
  const clipped = intervals.map((each) => ({ from: Math.max(each.from, window.from), to: Math.min(each.to, window.to) }));
  const lengths = joined(clipped.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from))
    .map((each) => workingMs(calendar, each.from, each.to))
    .filter((each) => each > 0);
  const agreed_ms = window.from < window.to ? workingMs(calendar, window.from, window.to) : 0;
  const down_ms = lengths.reduce((sum, each) => sum + each, 0);
  const num = agreed_ms - down_ms;
  return {
    agreed_ms,
    down_ms,
    availability: { num, den: agreed_ms },
    permyriad: agreed_ms > 0 ? Math.floor((num * 10_000) / agreed_ms) : null,
    outages: lengths.length,
    longest_ms: lengths.reduce((most, each) => Math.max(most, each), 0),
  };
}

/**
 * Mean times in milliseconds (ITIL): between service incidents (agreed / outages), between failures (up / outages) and
 * to restore service (down / outages). Null without an outage: there is nothing to take a mean of.
 */
export function meanTimes({ agreed_ms, down_ms, outages: count }: Pick<Measured, 'agreed_ms' | 'down_ms' | 'outages'>) {
  if (count === 0) return null;
  return { mtbsi_ms: agreed_ms / count, mtbf_ms: (agreed_ms - down_ms) / count, mtrs_ms: down_ms / count };
}

/** How long a service promised at `availability` (0 to 1) may be down in a window of this length, in milliseconds. */
export function downtimeBudget(availability: number, window_ms: number): number {
  return Math.round((1 - availability) * window_ms);
}

type Change = { readonly step: number; readonly isUp: boolean };

/** The changes of the parts themselves, instant by instant; the first instant is the beginning of the window. */
function sweep(steps: readonly Step[], down: Readonly<Record<string, readonly Interval[] | undefined>>, window: Interval) {
  const moments = new Map<number, Change[]>([[window.from, []]]);
  const note = (at: number, change: Change) => {
    const known = moments.get(at);
    if (known === undefined) moments.set(at, [change]);
    else known.push(change);
  };
  for (const [step, { part }] of steps.entries()) {
    const given = part !== null && Object.hasOwn(down, part) ? (down[part] ?? []) : [];
    const inside = given.map((each) => ({ from: Math.max(each.from, window.from), to: Math.min(each.to, window.to) })).filter((each) => each.from < each.to);
    for (const each of joined(inside.sort((a, b) => a.from - b.from))) {
      note(each.from, { step, isUp: false });
      note(each.to, { step, isUp: true });
    }
  }
  return [...moments].sort(([a], [b]) => a - b).map(([at, changes]) => ({ at, changes }));
}

/** The composition as it runs: a part turns, and what rests on it is told only when it turns too. */
function running(steps: readonly Step[]) {
  const users: number[][] = steps.map(() => []);
  for (const [i, { of }] of steps.entries()) for (const child of of ?? []) users[child]?.push(i);
  const own = steps.map(() => true);
  const upBelow = steps.map(() => 0);
  const state: boolean[] = [];
  const judge = (i: number) => own[i] === true && (steps[i]?.of === null || (upBelow[i] ?? 0) >= (steps[i]?.need ?? 0));
  for (const [i, { of }] of steps.entries()) {
    upBelow[i] = (of ?? []).filter((child) => state[child]).length;
    state[i] = judge(i);
  }
  const settle = (changed: number) => {
    const rest = [changed];
    for (let i = rest.pop(); i !== undefined; i = rest.pop()) {
      const now = judge(i);
      if (now === state[i]) continue;
      state[i] = now;
      for (const user of users[i] ?? []) {
        upBelow[user] = (upBelow[user] ?? 0) + (now ? 1 : -1);
        rest.push(user);
      }
    }
  };
  const turn = (step: number, isUp: boolean) => {
    own[step] = isUp;
    settle(step);
  };
  return { isUp: () => state.at(-1) === true, turn };
}

/** Sorted intervals, with those that overlap or touch made one. */
function joined(sorted: readonly Interval[]): Interval[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
