// Dates of other systems: patterns, zones with their odd nights, and texts that only look like dates.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateReader, wrongPattern } from './dates.ts';

describe('dates by pattern', () => {
  const utc = dateReader('d/M/yyyy HH:mm', 'UTC');
  it.each([
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['5/3/2016 12:00', '2016-03-05T12:00:00.000Z'],
    ['31/12/1999 23:59', '1999-12-31T23:59:00.000Z'],
  ])('reads %s', (text, instant) => expect(utc.instant(text)).toBe(instant));
  it.each(['29/2/2015 01:16', '31/4/2016 00:00', '1/13/2016 00:00', '1/1/2016 24:00', '1/1/2016', '1/1/1816 00:00', '', '1/1/2016 00:00 pm', '0/1/2016 00:00'])(
    'refuses %s',
    (text) => expect(utc.instant(text)).toBeNull(),
  );
  it('takes the later moment of a night that skips it, and the first of a night that has it twice', () => {
    const amsterdam = dateReader('d-M-yyyy HH:mm', 'Europe/Amsterdam');
    expect(amsterdam.instant('27-3-2016 02:30')).toBe('2016-03-27T01:30:00.000Z');
    expect(amsterdam.instant('30-10-2016 02:30')).toBe('2016-10-30T00:30:00.000Z');
    expect(amsterdam.instant('1-7-2016 12:00')).toBe('2016-07-01T10:00:00.000Z');
  });
  it('agrees with another way to compute the zone, through two years of hours', () => {
    const lisbon = dateReader('yyyy-MM-dd HH:mm', 'Europe/Lisbon');
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Lisbon', dateStyle: 'short', timeStyle: 'short' });
    for (let at = Date.UTC(2015, 0, 1); at < Date.UTC(2017, 0, 1); at += 7 * 3_600_000) {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Lisbon');
      const text = `${local.toPlainDate().toString()} ${local.toPlainTime().toString().slice(0, 5)}`;
      const read = Date.parse(lisbon.instant(text) ?? '');
      expect(clock.format(read)).toBe(clock.format(at));
    }
  });
  it('reads two digits of a year, seconds and milliseconds', () => {
    expect(dateReader('dd.MM.yy HH:mm:ss.SSS', 'UTC').instant('01.02.26 03:04:05.678')).toBe('2026-02-01T03:04:05.678Z');
  });
  it('reads a day without a time, in no zone at all', () => {
    expect(dateReader('d/M/yyyy', 'Pacific/Auckland').date('9/3/2016')).toBe('2016-03-09');
    expect(dateReader('d/M/yyyy', 'UTC').date('30/2/2016')).toBeNull();
  });
});

describe('dates by name', () => {
  it.each([
    ['iso', '2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'],
    ['iso', '2026-03-01T09:30:00+02:00', '2026-03-01T07:30:00.000Z'],
    ['iso', '2026-03-01 09:30', '2026-03-01T08:30:00.000Z'],
    ['iso', '2026-03-01', '2026-02-28T23:00:00.000Z'],
    ['epoch_s', '1456708560', '2016-02-29T01:16:00.000Z'],
    ['epoch_ms', '1456708560000', '2016-02-29T01:16:00.000Z'],
  ])('%s reads %s', (pattern, text, instant) => expect(dateReader(pattern, 'Europe/Amsterdam').instant(text)).toBe(instant));
  it.each(['2026-02-30T00:00:00Z', '2026-03-01T09:30:00+25:00', 'yesterday', '2026-3-1', '9'.repeat(70)])('iso refuses %s', (text) =>
    expect(dateReader('iso', 'UTC').instant(text)).toBeNull(),
  );
});

it.each([
  ['d/M/yyyy HH:mm', true],
  ['iso', true],
  ["yyyy-MM-dd'T'HH:mm", true],
  ['d/M', false],
  ['d/d/yyyy', false],
  ['EEEE d MMMM yyyy', false],
  ['yyyy/MM/dd hh:mm a', false],
])('the pattern %s is right: %s', (pattern, right) => expect(wrongPattern(pattern) === null).toBe(right));
