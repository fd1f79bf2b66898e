// Figures as people type them.
import { expect, it } from 'vitest';
import { readMinutes, readPercent, writeMinutes, writePercent } from './units.ts';

it('reads minutes in the ways people write them, and nothing else', () => {
  const written = ['90', '90m', '1h 30m', '1:30', '1u30m', '2d', ' 4H '];
  expect(written.map(readMinutes)).toEqual([90, 90, 90, 90, 90, 2_880, 240]);
  for (const wrong of ['', 'soon', '1:75', '4 h maybe', '-5', '1.5h']) expect(readMinutes(wrong), wrong).toBeNull();
});

it('writes minutes so that they are read back the same', () => {
  for (const minutes of [0, 1, 59, 60, 61, 240, 270, 2_880]) expect(readMinutes(writeMinutes(minutes))).toBe(minutes);
});

it('reads percentages with point or comma as parts per million', () => {
  expect(['99.95', '99,95 %', '100', '0'].map(readPercent)).toEqual([999_500, 999_500, 1_000_000, 0]);
  for (const wrong of ['101', '100.0001', 'high', '', '9.99999']) expect(readPercent(wrong), wrong).toBeNull();
  expect(readPercent(writePercent(999_875))).toBe(999_875);
});
