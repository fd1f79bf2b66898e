// What a clock's badge says, from the server's figures and the time that passed since.
import { expect, it } from 'vitest';
import { say as sayText } from '../../kernel/text.ts';
import type { Clock } from '../contract.ts';
import { formatFor } from '../formats.ts';
import { badgeText, pressing, readClock } from './clock.ts';

const minute = 60_000;
const as_of = Date.parse('2026-04-28T09:00:00Z');
const clock = (change: Partial<Clock> = {}): Clock => ({
  clock: 'restore',
  key: 'customer:ORG-2',
  label: { en: 'Restoration', nl: 'Herstel', de: 'Wiederherstellung' },
  side: 'customer',
  promise: 'PRM-1',
  provider: 'ORG-1',
  customer: 'ORG-2',
  phase: 'running',
  target_minutes: 100,
  used_ms: 0,
  paused_ms: 0,
  left_ms: 100 * minute,
  share: 0,
  due: '2026-04-28T10:40:00Z',
  outside_hours: false,
  resumes_at: null,
  breached_at: null,
  zone: 'Europe/Amsterdam',
  started_at: '2026-04-28T09:00:00Z',
  stopped_at: null,
  reason: null,
  warned: 0,
  next_warning: null,
  ...change,
});
const used = (minutes: number): Partial<Clock> => ({ used_ms: minutes * minute, left_ms: (100 - minutes) * minute });
const toneAfter = (minutes: number, change: Partial<Clock> = {}) => readClock(clock({ ...used(minutes), ...change }), as_of, as_of).tone;
const tongue = { say: (text: { en: string; nl: string; de: string }, params = {}) => sayText(text, 'en', params), format: formatFor('en', 'Europe/Amsterdam') };
const textOf = (one: Clock, now = as_of) => badgeText(one, readClock(one, as_of, now), tongue);

it('turns yellow at half, orange at three quarters and red when the time is up', () => {
  expect([49, 50, 74, 75, 99].map((minutes) => toneAfter(minutes))).toEqual(['neutral', 'yellow', 'yellow', 'orange', 'orange']);
  expect(toneAfter(100)).toBe('red');
});

it('counts on from what the server said while the clock runs, and not outside hours or while paused', () => {
  const later = as_of + 60 * minute;
  expect(readClock(clock(), as_of, later)).toMatchObject({ tone: 'yellow', left_ms: 40 * minute, used_ms: 60 * minute });
  expect(readClock(clock({ outside_hours: true }), as_of, later)).toMatchObject({ tone: 'outside', left_ms: 100 * minute });
  expect(readClock(clock({ phase: 'paused', ...used(62) }), as_of, later)).toMatchObject({ tone: 'paused', permille: 620 });
  // An answer that seems to come from the future (clocks differ a little) never gives time back.
  expect(readClock(clock(used(10)), as_of, as_of - minute).used_ms).toBe(10 * minute);
});

it('says every state in words, never by colour alone', () => {
  expect(textOf(clock(used(10)))).toBe('1h 30m');
  expect(textOf(clock(used(165)))).toBe('+1h 05m');
  expect(textOf(clock({ phase: 'paused', ...used(62) }))).toBe('paused 62%');
  expect(textOf(clock({ outside_hours: true, resumes_at: '2026-05-04T06:00:00Z' }))).toBe('resumes Mon 08:00');
  expect(textOf(clock({ phase: 'met', ...used(72) }))).toBe('met, 1h 12m used');
  expect(textOf(clock({ phase: 'missed', ...used(120) }))).toBe('missed, 2h used');
});

it('shows one badge per clock and side, the one that is due first, and how many there are', () => {
  const others = [
    clock({ key: 'customer:ORG-3', due: '2026-04-28T10:00:00Z' }),
    clock(),
    clock({ clock: 'repair', side: 'supplier', due: '2026-04-28T09:30:00Z' }),
  ];
  expect(pressing(others).map((each) => [each.clock.clock, each.clock.key, each.times])).toEqual([
    ['repair', 'customer:ORG-2', 1],
    ['restore', 'customer:ORG-3', 2],
  ]);
  expect(pressing([clock({ phase: 'cancelled' })])).toEqual([]);
});
