// Public holidays: right to the day whatever the zone, whole days only, named in the language asked for, and refused in words.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { type Asking, holidayCountries, holidayRegions, publicHolidays } from './holidays.ts';

async function days(asking: Partial<Asking>): Promise<ReadonlyMap<string, string>> {
  const found = await publicHolidays({ country: 'NL', from: 2026, to: 2026, language: 'nl', ...asking });
  if (isRefusal(found)) throw new Error(found.refused);
  return new Map(found.map((each) => [each.date, each.name]));
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8), days after it added. */
function easter(year: number, after: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return new Date(Date.UTC(year, month - 1, day + after)).toISOString().slice(0, 10);
}

describe('public holidays', () => {
  it('gives the days of the Netherlands in 2026, in Dutch', async () => {
    expect([...(await days({})).keys()]).toEqual([
      '2026-01-01',
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect((await days({})).get('2026-05-14')).toBe('Hemelvaartsdag');
    expect((await days({ language: 'en' })).get('2026-04-06')).toBe('Easter Monday');
  });

  it.each([
    ['NL', null, [1, 39, 50]],
    ['DE', 'BY', [-2, 1, 39, 50, 60]],
    ['AU', 'NSW', [-2, 1]],
    ['NZ', null, [-2, 1]],
    ['BR', null, [-2]],
  ] as const)('moves with Easter in %s %s, to the day and in every year', async (country, region, offsets) => {
    for (const from of [2020, 2030]) {
      const found = await days({ country, region, from, to: from + 9 });
      for (let year = from; year < from + 10; year++)
        for (const after of offsets) expect(found.has(easter(year, after)), `${country} ${easter(year, after)}`).toBe(true);
    }
  });

  it('moves King’s Day to the Saturday when it falls on a Sunday', async () => {
    const found = await days({ from: 2025, to: 2025 });
    expect(found.get('2025-04-26')).toBe('Koningsdag');
    expect(found.has('2025-04-27')).toBe(false);
  });

  it('takes a feast of several days apart, and leaves out half days', async () => {
    const saudi = await days({ country: 'SA', language: 'en' });
    expect(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29'].every((each) => saudi.has(each))).toBe(true);
    const china = await days({ country: 'CN', language: 'en' });
    expect(china.has('2026-05-01')).toBe(true);
    expect(china.has('2026-05-04')).toBe(false);
  });

  it('knows regions that differ', async () => {
    expect((await days({ country: 'DE', region: 'BY' })).has('2026-06-04')).toBe(true);
    expect((await days({ country: 'DE', region: 'BE' })).has('2026-06-04')).toBe(false);
    const regions = await holidayRegions('DE', 'de');
    expect(regions).toContainEqual({ code: 'BY', name: 'Bayern' });
    expect((await days({ country: 'DE', region: 'BY/A' })).has('2026-08-08')).toBe(true);
    expect((await holidayCountries('nl')).find((each) => each.code === 'DE')?.name).toBe('Duitsland');
  });

  it('refuses what it does not know, and names the field', async () => {
    const refused = async (asking: Partial<Asking>) => {
      const found = await publicHolidays({ country: 'NL', from: 2026, to: 2026, language: 'en', ...asking });
      return isRefusal(found) ? [found.refused, found.field] : null;
    };
    expect(await refused({ country: 'XX' })).toEqual(['holidays.country_unknown', 'country']);
    expect(await refused({ country: 'constructor' })).toEqual(['holidays.country_unknown', 'country']);
    expect(await refused({ region: 'BY' })).toEqual(['holidays.region_unknown', 'region']);
    expect(await refused({ country: 'DE', region: 'BY/ZZ' })).toEqual(['holidays.region_unknown', 'region']);
    expect(await refused({ from: Number.NaN })).toEqual(['holidays.year_wrong', 'from']);
    expect(await refused({ to: 2500 })).toEqual(['holidays.year_wrong', 'to']);
    expect(await refused({ to: 2025 })).toEqual(['holidays.years_wrong', 'to']);
    expect(await refused({ to: 2036 })).toEqual(['holidays.years_wrong', 'to']);
  });
});
