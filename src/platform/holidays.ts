// Public holidays by country and region, from a library of country data that is loaded only when somebody asks for them.
import type Holidays from 'date-holidays';
import { type Refusal, refuse } from '../kernel/refusal.ts';

export type Asking = {
  /** ISO 3166-1, such as NL. */
  readonly country: string;
  /** ISO 3166-2 without the country, such as BY; a part of it after a slash, such as BY/A. */
  readonly region?: string | null | undefined;
  /** First and last year, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** ISO 639-1: names come in it where the library has them, otherwise in the country's own language. */
  readonly language: string;
};
/** `date` is the local date in that country: a day in a calendar, no instant. */
export type PublicHoliday = { readonly date: string; readonly name: string };
export type Place = { readonly code: string; readonly name: string };

const mostYears = 10;
const [earliest, latest] = [1970, 2100];

/** Public holidays that close a whole day, in order of date, each date once. Refuses an unknown country or region, and years it cannot answer for. */
export async function publicHolidays({ country, region, from, to, language }: Asking): Promise<readonly PublicHoliday[] | Refusal> {
  const years = refuseYears(from, to);
  if (years) return years;
  const library = await loaded();
  const place = placeOf(new library(), { country, region: region || null });
  if ('refused' in place) return place;
  const known = new library(place, { types: ['public'] });
  const found = new Map<string, string[]>();
  for (let year = from; year <= to; year++)
    for (const each of known.getHolidays(year, language))
      for (const date of wholeDays(each)) if (!found.get(date)?.includes(each.name)) found.set(date, [...(found.get(date) ?? []), each.name]);
  return [...found].map(([date, names]) => ({ date, name: names.join(' / ') })).sort((a, b) => a.date.localeCompare(b.date));
}

/** Countries the library knows, named in the language asked for, in the order of that language. */
export async function holidayCountries(language: string): Promise<readonly Place[]> {
  const library = await loaded();
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const places = Object.entries(new library().getCountries(language)).map(([code, name]) => ({ code, name: names.of(code) ?? name }));
  return places.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Regions of a country, and parts of regions that differ; empty when the whole country has the same days. */
export async function holidayRegions(country: string, language: string): Promise<readonly Place[] | Refusal> {
  const known = new (await loaded())();
  if (!hasCountry(known, country)) return unknownCountry(country);
  const states = Object.entries(known.getStates(country, language) ?? {});
  return states.flatMap(([state, name]) => [
    { code: state, name },
    ...Object.entries(known.getRegions(country, state, language) ?? {}).map(([part, partName]) => ({ code: `${state}/${part}`, name: `${name}: ${partName}` })),
  ]);
}

type Library = typeof Holidays;
let library: Promise<Library> | undefined;

/** 12 MB of rules and names: not read before the first question. */
function loaded(): Promise<Library> {
  library ??= import('date-holidays').then((found) => found.default);
  return library;
}

const hasCountry = (known: Holidays, country: string): boolean => Object.hasOwn(known.getCountries('en'), country);
const unknownCountry = (country: string): Refusal => refuse('holidays.country_unknown', 'country', { country: country.slice(0, 20) });

function placeOf(
  known: Holidays,
  { country, region }: { country: string; region: string | null },
): { country: string; state?: string; region?: string } | Refusal {
  if (!hasCountry(known, country)) return unknownCountry(country);
  if (region === null) return { country };
  const [state = '', part] = region.split('/');
  const unknown = refuse('holidays.region_unknown', 'region', { region: region.slice(0, 20), country });
  if (!Object.hasOwn(known.getStates(country, 'en') ?? {}, state)) return unknown;
  if (part === undefined) return { country, state };
  return Object.hasOwn(known.getRegions(country, state, 'en') ?? {}, part) ? { country, state, region: part } : unknown;
}

function refuseYears(from: number, to: number): Refusal | null {
  for (const [field, year] of [['from', from] as const, ['to', to] as const])
    if (!Number.isInteger(year) || year < earliest || year > latest) return refuse('holidays.year_wrong', field, { earliest, latest });
  return to < from || to - from >= mostYears ? refuse('holidays.years_wrong', 'to', { from, most: mostYears }) : null;
}

/**
 * The local dates that a holiday closes whole. The library writes the local date in words and an instant beside it, in the
 * zone of the country: the instant's own date is that of the day before as soon as it is read in another zone.
 */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const [first = '', time] = date.split(' ');
  // Half days at the end of several do not close a whole one; a day on which the clock is turned has 23 hours.
  const days = time === '00:00:00' ? Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1) : 0;
  return Array.from({ length: days }, (_, index) => new Date(Date.parse(`${first}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10));
}
