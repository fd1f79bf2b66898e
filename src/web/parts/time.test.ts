// Local times as people type them, in their own zone, on the nights the clocks change too.
import { expect, it } from 'vitest';
import { fromLocal, toLocal } from './time.tsx';

it('reads a local time in the zone of the reader', () => {
  expect(fromLocal('2026-04-28T13:27', 'Europe/Amsterdam')).toBe('2026-04-28T11:27:00.000Z');
  expect(fromLocal('2026-01-28T13:27', 'Europe/Amsterdam')).toBe('2026-01-28T12:27:00.000Z');
  expect(fromLocal('2026-04-28T13:27', 'America/St_Johns')).toBe('2026-04-28T15:57:00.000Z');
  expect(fromLocal('', 'UTC')).toBeNull();
});

it('writes what it read, also around a change of the clocks', () => {
  for (const local of ['2026-03-29T01:30', '2026-03-29T03:30', '2026-10-25T01:30', '2026-10-25T03:30', '2026-07-01T00:00']) {
    expect(toLocal(fromLocal(local, 'Europe/Amsterdam') ?? '', 'Europe/Amsterdam')).toBe(local);
  }
});
