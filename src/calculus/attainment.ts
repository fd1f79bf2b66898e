// Attainment, satisfaction and restoration of a period as whole parts per million and milliseconds: what a service-level report counts.
import { type Calendar, workingMs } from './calendar.ts';

const million = 1_000_000;

/** `missed` holds the open ones that were overdue: an open case must not look better than a closed one. */
export type Counted = { readonly met: number; readonly missed: number };

/** met / (met + missed) in ppm, rounded down so that nothing looks better than it was; null when nothing was due. */
export function attained({ met, missed }: Counted): number | null {
  const all = met + missed;
  return all === 0 ? null : Math.floor((met * million) / all);
}

/** Whether a share is at least the promised one (ppm), judged on the counts and not on the rounded share; null when nothing was due. */
export function keeps({ met, missed }: Counted, promised_ppm: number): boolean | null {
  const all = met + missed;
  return all === 0 ? null : met * million >= promised_ppm * all;
}

/** One restored interruption: from the start of the impact to service restored, epoch milliseconds. */
export type Restored = { readonly from: number; readonly to: number };

/**
 * Mean time to restore service (5.27 of the domain: mean of restored - start of impact, pauses not subtracted), by the wall
 * clock and in agreed hours, in whole milliseconds rounded half up; null without a case.
 */
export function meanRestoration(cases: readonly Restored[], calendar: Calendar): { readonly wall_ms: number; readonly agreed_ms: number } | null {
  if (cases.length === 0) return null;
  const sum = (length: (each: Restored) => number): number => cases.reduce((total, each) => total + Math.max(0, length(each)), 0);
  return {
    wall_ms: Math.round(sum(({ from, to }) => to - from) / cases.length),
    agreed_ms: Math.round(sum(({ from, to }) => workingMs(calendar, from, to)) / cases.length),
  };
}

/** Below this share of content answers (ppm) customers are unhappy even where nothing was promised about it. */
export const contentEnough = 800_000;
/** Fewer answers say nothing about a mood. */
const fewestAnswers = 3;

export type Mood = 'green_but_unhappy' | 'red_but_happy';

/**
 * Figures and mood that contradict each other: everything promised was kept and the customers are not content, or something
 * was missed and they are. `kept` are the verdicts of the promises without the one on satisfaction (null: undecided);
 * `promised_ppm` is the promised share of content answers, when there is one.
 */
export function mood(
  kept: readonly (boolean | null)[],
  answers: { readonly count: number; readonly content: number; readonly promised_ppm: number | null },
): Mood | null {
  const decided = kept.filter((each) => each !== null);
  if (decided.length === 0 || answers.count < fewestAnswers) return null;
  const enough = answers.promised_ppm ?? contentEnough;
  const isContent = answers.content * million >= enough * answers.count;
  const isGreen = decided.every(Boolean);
  if (isGreen === isContent) return null;
  return isGreen ? 'green_but_unhappy' : 'red_but_happy';
}
