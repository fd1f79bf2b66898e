// Hierarchic escalation: at which shares of its target a clock tells whom, and when it does so next.
import { addWorking, nextOpening } from './calendar.ts';
import type { ClockState, ClockTerms } from './clock.ts';

/** From `share` (ppm of the target used, above 0) on it is the business of `role`. */
export type Rung = { readonly share: number; readonly role: string };
export type Ladder = readonly Rung[];

/** What holds where a promise says nothing else: the common pattern of 50, 75 and 100 % of the target. `agent` is the team that has the work. */
export const houseLadder: Ladder = [
  { share: 500_000, role: 'agent' },
  { share: 750_000, role: 'process_manager' },
  { share: 1_000_000, role: 'service_level_manager' },
];

/** A rung that has been or will be reached: `at` is an epoch millisecond within the service hours, never before the share is used. */
export type Reached = Rung & { readonly at: number };

/** The ladder that holds, lowest share first and each share once; of two rungs with one share the later one counts. Null: the house's. */
export function ladderOf(own: Ladder | null | undefined): Ladder {
  if (!own) return houseLadder;
  const known = new Map(own.filter(({ share }) => Number.isInteger(share) && share > 0).map(({ share, role }) => [share, { share, role }]));
  return [...known.values()].sort((a, b) => a.share - b.share);
}

/**
 * The rungs above `warned` (ppm) that a running clock reaches by `until`, in order of time; of those reached at one instant only
 * the highest, because it says all that the others say. Empty for a clock that does not run.
 */
export function reached(clock: { state: ClockState; terms: ClockTerms; ladder: Ladder; warned: number }, until: number): Reached[] {
  const found: Reached[] = [];
  for (const rung of clock.ladder) {
    if (rung.share <= clock.warned) continue;
    const at = reachesAt(clock.state, clock.terms, rung.share);
    if (at === null || at > until) break;
    if (found.at(-1)?.at === at) found.pop();
    found.push({ ...rung, at });
  }
  return found;
}

/** Who is told next, and when; null when nobody is left to be told, or the clock does not run. */
export function nextReached(clock: { state: ClockState; terms: ClockTerms; ladder: Ladder; warned: number }): Reached | null {
  const next = clock.ladder.find((rung) => rung.share > clock.warned);
  const at = next ? reachesAt(clock.state, clock.terms, next.share) : null;
  return at === null ? null : (reached(clock, at)[0] ?? null);
}

/**
 * The instant at which a running clock has used `share` (ppm) of its target; its last mark when it has already. At closing time it is
 * the next opening, because nothing of a clock happens outside its hours. Null when it does not run or never gets there.
 */
export function reachesAt(state: ClockState, terms: ClockTerms, share: number): number | null {
  if (state.phase !== 'running' || state.since === null) return null;
  const at = addWorking(terms.calendar, state.since, Math.ceil((terms.target_ms * share) / 1_000_000) - state.used_ms);
  return at === null ? null : nextOpening(terms.calendar, at);
}

/** What is still said of a clock whose target changed: the shares that the new target has used, as far as they were told. */
export function warnedAfter(warned: number, state: ClockState, terms: ClockTerms): number {
  if (state.used_ms >= Math.ceil((terms.target_ms * warned) / 1_000_000)) return warned;
  return Math.floor((state.used_ms / terms.target_ms) * 1_000_000);
}
