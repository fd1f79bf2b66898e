// What recurs keeps its local time across clock changes, and monthly its weekday.
import { expect, it } from 'vitest';
import { nextOccurrence } from './same-time.ts';

const zone = 'Europe/Amsterdam';
const next = (at: string, every: Parameters<typeof nextOccurrence>[1]): string => new Date(nextOccurrence(Date.parse(at), every, zone)).toISOString();

it('keeps ten o’clock at ten when summer time begins', () => {
  expect(next('2026-03-24T09:00:00Z', 'weekly')).toBe('2026-03-31T08:00:00.000Z');
  expect(next('2026-03-17T09:00:00Z', 'two_weekly')).toBe('2026-03-31T08:00:00.000Z');
});

it('keeps the second Tuesday, and takes the last one for a fifth', () => {
  expect(next('2026-03-10T09:00:00Z', 'monthly')).toBe('2026-04-14T08:00:00.000Z');
  expect(next('2026-03-31T08:00:00Z', 'monthly')).toBe('2026-04-28T08:00:00.000Z');
  expect(next('2026-12-01T09:00:00Z', 'monthly')).toBe('2027-01-05T09:00:00.000Z');
});
