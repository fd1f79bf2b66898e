// Dates as other systems write them: a pattern such as "d/M/yyyy HH:mm", read in a time zone, becomes an instant.
import { Temporal } from 'temporal-polyfill';

/** Answers the ISO instant or, for dates without time, `yyyy-mm-dd`; null when the text does not fit. */
export type DateReader = { readonly instant: (text: string) => string | null; readonly date: (text: string) => string | null };

type Part = 'yyyy' | 'yy' | 'MM' | 'M' | 'dd' | 'd' | 'HH' | 'H' | 'mm' | 'm' | 'ss' | 's' | 'SSS';
const token = /yyyy|yy|MM|M|dd|d|HH|H|mm|m|ss|s|SSS/g;
const digits: Readonly<Record<Part, string>> = {
  yyyy: '(\\d{4})',
  yy: '(\\d{2})',
  MM: '(\\d{2})',
  M: '(\\d{1,2})',
  dd: '(\\d{2})',
  d: '(\\d{1,2})',
  HH: '(\\d{2})',
  H: '(\\d{1,2})',
  mm: '(\\d{2})',
  m: '(\\d{1,2})',
  ss: '(\\d{2})',
  s: '(\\d{1,2})',
  SSS: '(\\d{3})',
};
const named = new Set(['iso', 'epoch_s', 'epoch_ms']);

/** What is wrong with a pattern, or null: it needs a year, a month and a day, each once, and no other letters than these. */
export function wrongPattern(pattern: string): string | null {
  if (named.has(pattern)) return null;
  if (pattern.length > 40) return 'at most 40 characters';
  const parts = [...pattern.matchAll(token)].map(([part]) => part[0] as string);
  if (new Set(parts).size !== parts.length) return 'each part once';
  if (!['y', 'M', 'd'].every((part) => parts.includes(part)))
    return 'iso, epoch_s, epoch_ms, or a pattern with yyyy, MM or M, dd or d, and HH, mm, ss, such as d/M/yyyy HH:mm';
  return /[A-Za-z]/.test(pattern.replaceAll(token, '').replaceAll('T', '')) ? 'no other letters than yyyy MM dd HH mm ss SSS T' : null;
}

/** A local time that does not exist (spring) is taken as the later one, one that exists twice (autumn) as the first of the two. */
export function dateReader(pattern: string, zone: string): DateReader {
  const local = named.has(pattern) ? null : patternReader(pattern);
  const read = local ? (text: string) => atZone(local(text), zone) : namedReader(pattern, zone);
  return {
    instant: remembering(read),
    date: remembering((text) => {
      if (local) return dayOf(local(text));
      const plain = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
      return plain ? dayOf(fieldsOf(plain.slice(1, 4).map(Number))) : null;
    }),
  };
}

type Local = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
};

/** The same few thousand moments come again and again in one file. */
function remembering(read: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > 20_000) known.clear();
    const value = text.length > 60 ? null : read(text.trim());
    known.set(text, value);
    return value;
  };
}

function patternReader(pattern: string): (text: string) => Local | null {
  const parts = [...pattern.matchAll(token)].map(([part]) => part as Part);
  const literals = pattern.split(token).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${literals.map((text, at) => text + (parts[at] ? digits[parts[at] as Part] : '')).join('')}$`);
  return (text) => {
    const found = expression.exec(text);
    if (!found) return null;
    const value = (letter: string): number => {
      const at = parts.findIndex((part) => part[0] === letter);
      return at < 0 ? 0 : Number(found[at + 1]);
    };
    const short = parts.includes('yy') ? 2000 : 0;
    return fieldsOf([value('y') + short, value('M'), value('d'), value('H'), value('m'), value('s'), value('S')]);
  };
}

const fieldsOf = ([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0]: readonly number[]): Local => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  ms,
});

const utcMs = (at: Local): number => Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second, at.ms);

/** 31 February is nobody's birthday: what comes out must be what went in. */
function real(at: Local | null): at is Local {
  if (!at || at.year < 1900 || at.hour > 23 || at.minute > 59 || at.second > 59) return false;
  const check = new Date(utcMs(at));
  return check.getUTCMonth() === at.month - 1 && check.getUTCDate() === at.day;
}

const dayOf = (at: Local | null): string | null => (real(at) ? new Date(utcMs(at)).toISOString().slice(0, 10) : null);

function atZone(at: Local | null, zone: string): string | null {
  if (!real(at)) return null;
  if (zone === 'UTC') return new Date(utcMs(at)).toISOString();
  const { ms, ...rest } = at;
  const instant = Temporal.ZonedDateTime.from({ ...rest, millisecond: ms, timeZone: zone }, { disambiguation: 'compatible' });
  return new Date(instant.epochMilliseconds).toISOString();
}

const isoPattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?$/;

function namedReader(pattern: string, zone: string): (text: string) => string | null {
  if (pattern === 'iso') return (text) => isoInstant(text, zone);
  const factor = pattern === 'epoch_s' ? 1_000 : 1;
  return (text) => {
    const ms = /^-?\d{1,14}(\.\d{1,9})?$/.test(text) ? Math.floor(Number(text) * factor) : Number.NaN;
    return Math.abs(ms) < 8.64e15 && ms > -2_208_988_800_000 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : null;
  };
}

function isoInstant(text: string, zone: string): string | null {
  const found = isoPattern.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = found;
  const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const at = fieldsOf([...[year, month, day, hour, minute, second].map((part) => Number(part ?? 0)), ms]);
  if (!offset || !real(at)) return atZone(at, zone);
  if (offset === 'Z') return new Date(utcMs(at)).toISOString();
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 18 || minutes > 59) return null;
  return new Date(utcMs(at) - (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000).toISOString();
}
