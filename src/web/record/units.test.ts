// Figures as people type them.
import { expect, it } from 'vitest';
import { decimalsOf, readMinutes, readMoney, readPercent, writeMinutes, writeMoney, writePercent } from './units.ts';

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

it('reads money with the separators of any country, and keeps every cent', () => {
  const written = ['2500', '2.500,00', '2,500.00', "2'500.50", '2500,5', '0,07', '1.234.567', '19.99'];
  expect(written.map((text) => readMoney(text, 2))).toEqual([250_000, 250_000, 250_000, 250_050, 250_050, 7, 123_456_700, 1_999]);
  for (const wrong of ['', 'free', '-5', '1.2.3', '12,345,6789', '1.999,999']) expect(readMoney(wrong, 2), wrong).toBeNull();
  expect(readMoney('2500', 0)).toBe(2_500);
  expect(readMoney('2500,50', 0)).toBeNull();
  expect([decimalsOf('EUR'), decimalsOf('JPY'), decimalsOf('??')]).toEqual([2, 0, 2]);
  for (const minor of [0, 7, 250_050]) expect(readMoney(writeMoney(minor, 2), 2)).toBe(minor);
});
