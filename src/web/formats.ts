// The one place where instants, spans, money and numbers become words, for a language and zone; screens and printed reports share it.
import type { Language } from '../kernel/text.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL', de: 'de-DE' };
const units: Readonly<Record<Language, { d: string; h: string; m: string; s: string }>> = {
  en: { d: 'd', h: 'h', m: 'm', s: 's' },
  nl: { d: 'd', h: 'u', m: 'm', s: 's' },
  de: { d: 'T', h: 'h', m: 'm', s: 's' },
};

export type Format = ReturnType<typeof formatFor>;

export function formatFor(language: Language, zone: string) {
  const locale = locales[language];
  const instants = (options: Intl.DateTimeFormatOptions, timeZone = zone) => cached(locale, { ...options, timeZone });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  return {
    language,
    zone,
    /** 28 Apr 2026, 13:27 */
    instant: (iso: string, other?: string) =>
      instants({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }, other).format(Date.parse(iso)),
    /** Tue 28 April 2026 at 13:27:05 CEST */
    full: (iso: string, other?: string) =>
      instants(
        { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
        other,
      ).format(Date.parse(iso)),
    /** 13:27 today, otherwise Tue 28 Apr 13:27 */
    short: (iso: string, now: number, other?: string) => {
      const day = instants({ day: 'numeric', month: 'numeric', year: 'numeric' }, other);
      const at = Date.parse(iso);
      const time = instants({ hour: '2-digit', minute: '2-digit' }, other).format(at);
      if (day.format(at) === day.format(now)) return time;
      const near = Math.abs(at - now) < 6 * 86_400_000;
      return near
        ? `${instants({ weekday: 'short' }, other).format(at)} ${time}`
        : `${instants({ day: 'numeric', month: 'short', ...(Math.abs(at - now) > 300 * 86_400_000 ? { year: 'numeric' } : {}) }, other).format(at)} ${time}`;
    },
    time: (iso: string, other?: string) => instants({ hour: '2-digit', minute: '2-digit' }, other).format(Date.parse(iso)),
    weekdayTime: (iso: string, other?: string) => instants({ weekday: 'short', hour: '2-digit', minute: '2-digit' }, other).format(Date.parse(iso)),
    /** A calendar date (no zone): 2026-04-28 -> 28 April 2026 */
    date: (day: string) =>
      cached(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${day.slice(0, 10)}T00:00:00Z`)),
    /** 2026-04 -> April 2026 */
    month: (month: string) => cached(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01T00:00:00Z`)),
    /** 1 = Monday */
    weekday: (day: number, width: 'short' | 'long' = 'long') => cached(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)),
    number: (value: number) => number.format(value),
    /** Minor units of a currency that is not said here: 125000 -> 1,250.00 */
    cents: (minor: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / 100),
    /** Parts per million as a percentage with as many decimals as matter. */
    ppm: (ppm: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(ppm / 1_000_000),
    /** A share of cases: one decimal is all that a count can tell. */
    share: (ppm: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(ppm / 1_000_000),
    percent: (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    span: (ms: number) => span(language, ms),
    minutes: (minutes: number) => span(language, minutes * 60_000),
    /** Minutes as hours, however many: a week of opening hours is no number of days. */
    hours: (minutes: number) =>
      minutes < 60 ? `${minutes}${units[language].m}` : two(Math.floor(minutes / 60), units[language].h, minutes % 60, units[language].m),
    /** Whole minor units (cents) as an amount of their currency. */
    money: (minor: number, currency: string) => {
      const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return amounts.format(minor / 10 ** (amounts.resolvedOptions().maximumFractionDigits ?? 2));
    },
    /** The same without cents, for amounts of a year side by side. */
    amount: (minor: number, currency: string) => {
      const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
      return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(minor / 10 ** digits);
    },
    list: (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
  };
}

/** 40s, 48m, 5h 10m, 3d 4h: never more than two units. */
function span(language: Language, ms: number): string {
  const { d, h, m, s } = units[language];
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds}${s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 5) return `${minutes}${m} ${String(seconds % 60).padStart(2, '0')}${s}`;
  if (minutes < 60) return `${minutes}${m}`;
  if (minutes < 48 * 60) return two(Math.floor(minutes / 60), h, minutes % 60, m);
  return two(Math.floor(minutes / 1_440), d, Math.floor((minutes % 1_440) / 60), h);
}

const two = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big}${bigUnit}` : `${big}${bigUnit} ${String(small).padStart(2, '0')}${smallUnit}`;

const formats = new Map<string, Intl.DateTimeFormat>();
function cached(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const found = formats.get(name) ?? new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
  formats.set(name, found);
  return found;
}
