// What a clock says now: the server's figures carried forward to this moment, and the tone and words of its badge.
import type { Text } from '../../kernel/text.ts';
import type { Clock } from '../contract.ts';
import type { Format } from '../format.ts';
import type { Say } from '../language.tsx';
import type { IconName } from '../parts/icons.tsx';
import { clockTexts } from '../texts/record.ts';

export type Tone = 'neutral' | 'yellow' | 'orange' | 'red' | 'paused' | 'outside' | 'met' | 'missed' | 'cancelled';
/** What a clock is called; one that a definition no longer declares keeps its name. */
export const clockLabel = (clock: Clock): Text => clock.label ?? { en: clock.clock, nl: clock.clock, de: clock.clock };

export type Reading = { readonly tone: Tone; readonly left_ms: number; readonly used_ms: number; readonly permille: number };

/** `as_of` and `now` in milliseconds: when the server said it, and this moment by the server's clock. */
export function readClock(clock: Clock, as_of: number, now: number): Reading {
  const ticking = clock.phase === 'running' && !clock.outside_hours;
  const passed = ticking ? Math.max(0, now - as_of) : 0;
  const target = clock.target_minutes * 60_000;
  const used_ms = clock.used_ms + passed;
  const left_ms = clock.left_ms - passed;
  const permille = target > 0 ? Math.floor((used_ms / target) * 1_000) : clock.share;
  return { tone: toneOf(clock, left_ms, permille), left_ms, used_ms, permille };
}

function toneOf(clock: Clock, left_ms: number, permille: number): Tone {
  if (clock.phase === 'idle') return 'neutral';
  if (clock.phase !== 'running') return clock.phase;
  if (clock.breached_at || left_ms <= 0) return 'red';
  if (clock.outside_hours) return 'outside';
  if (permille >= 750) return 'orange';
  return permille >= 500 ? 'yellow' : 'neutral';
}

export const clockIcons: Readonly<Record<Tone, IconName>> = {
  neutral: 'clock',
  yellow: 'clock',
  orange: 'alarm',
  red: 'exclamation',
  paused: 'pause',
  outside: 'moon',
  met: 'check',
  missed: 'cross',
  cancelled: 'close',
};

/** The short text on the badge: never colour alone. */
export function badgeText(clock: Clock, reading: Reading, { say, format }: { say: Say; format: Format }): string {
  switch (reading.tone) {
    case 'red':
      return say(clockTexts.late, { span: format.span(-reading.left_ms) });
    case 'paused':
      return say(clockTexts.paused, { percent: format.percent(reading.permille / 1_000) });
    case 'outside':
      return clock.resumes_at ? say(clockTexts.resumes, { when: format.weekdayTime(clock.resumes_at) }) : say(clockTexts.outside);
    case 'met':
      return say(clockTexts.met, { span: format.span(reading.used_ms) });
    case 'missed':
      return say(clockTexts.missed, { span: format.span(reading.used_ms) });
    case 'cancelled':
      return say(clockTexts.cancelled);
    default:
      return format.span(reading.left_ms);
  }
}

/** The state in one word, read aloud when it changes. */
export function toneText(tone: Tone) {
  const words = {
    neutral: clockTexts.running,
    yellow: clockTexts.half,
    orange: clockTexts.nearly,
    red: clockTexts.breached,
    paused: clockTexts.is_paused,
    outside: clockTexts.outside,
    met: clockTexts.is_met,
    missed: clockTexts.is_missed,
    cancelled: clockTexts.cancelled,
  };
  return words[tone];
}

/** The clocks worth a badge, the most pressing first: running ones by what is due, then paused, then (if nothing runs) the last one stopped. */
export function pressing(clocks: readonly Clock[]): Pressing[] {
  const running = clocks.filter((clock) => clock.phase === 'running').sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  const paused = clocks.filter((clock) => clock.phase === 'paused');
  if (running.length + paused.length > 0) return together([...running, ...paused]);
  return together(clocks.filter((clock) => clock.phase === 'met' || clock.phase === 'missed').slice(-1));
}

/** The same clock for several customers is one badge: the most pressing, and how many there are. */
export type Pressing = { readonly clock: Clock; readonly times: number };

function together(clocks: readonly Clock[]): Pressing[] {
  const kinds = new Map<string, Pressing>();
  for (const clock of clocks) {
    const kind = `${clock.clock} ${clock.side}`;
    const first = kinds.get(kind);
    kinds.set(kind, { clock: first?.clock ?? clock, times: (first?.times ?? 0) + 1 });
  }
  return [...kinds.values()];
}
