// The values that calculations are made of: shares, numbers, money, times and durations as ISO 8601, names.
import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../calculus/calendar-zone.ts';
import { type Read, type Shape, wrong } from './shape.ts';

/** A finite number within bounds; `above` leaves the lower bound out. */
export function number({ low, high, above = false }: { low: number; high: number; above?: boolean }): Shape<number> {
  const schema = { type: 'number', ...(above ? { exclusiveMinimum: low } : { minimum: low }), maximum: high };
  const read = (value: unknown, at: string): Read<number> => {
    if (typeof value !== 'number') return wrong('value.not_number', at);
    const right = Number.isFinite(value) && (above ? value > low : value >= low) && value <= high;
    return right ? { value } : wrong(above ? 'value.not_more' : 'value.out_of_range', at, { low, high });
  };
  return { schema, read };
}

export function whole({ low, high }: { low: number; high: number }): Shape<number> {
  const read = (value: unknown, at: string): Read<number> =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high ? { value: value as number } : wrong('value.not_whole', at, { low, high });
  return { schema: { type: 'integer', minimum: low, maximum: high }, read };
}

/** What is nearer to nothing than 1e-12 is nothing, so that no quotient outgrows what a number can hold. */
function orNothing(shape: Shape<number>): Shape<number> {
  const read = (value: unknown, at: string): Read<number> => {
    const found = shape.read(value, at);
    return 'value' in found && Math.abs(found.value) < 1e-12 ? { value: 0 } : found;
  };
  return { ...shape, read };
}

/** A measurement: any number that leaves room to square and sum it. */
export const measure = orNothing(number({ low: -1e12, high: 1e12 }));

export const share: Shape<number> = orNothing({
  schema: { type: 'number', minimum: 0, maximum: 1 },
  read: (value, at) => (typeof value === 'number' && value >= 0 && value <= 1 ? { value } : wrong('value.not_share', at)),
});

/** Of all, but not all of it. */
export const shareBelowOne: Shape<number> = orNothing({
  schema: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
  read: (value, at) => (typeof value === 'number' && value >= 0 && value < 1 ? { value } : wrong('value.not_below_one', at)),
});

/** Whole minor units, such as cents. */
export const money = whole({ low: 0, high: 10_000_000_000_000 });

export const name: Shape<string> = {
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  read: (value, at) =>
    typeof value === 'string' && value !== '' && value.length <= 100 && value.isWellFormed() ? { value } : wrong('value.not_text', at, { most: 100 }),
};

export function choice<const T extends string>(options: readonly T[]): Shape<T> {
  return {
    schema: { type: 'string', enum: options },
    read: (value, at) => {
      const found = options.find((each) => each === value);
      return found === undefined ? wrong('field.not_choice', at, { options: options.join(', ') }) : { value: found };
    },
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (value, at) => (typeof value === 'boolean' ? { value } : wrong('field.not_boolean', at)),
};

export const zone: Shape<string> = {
  schema: { type: 'string', maxLength: 100, description: 'IANA time zone, such as Europe/Amsterdam' },
  // One spelling for each: what is remembered per zone must not grow with the ways to write it.
  read: (value, at) =>
    isZone(value) ? { value: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId } : wrong('field.not_zone', at),
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2060, 0, 1);

/** ISO 8601 with its offset, read as epoch milliseconds. */
export const instant: Shape<number> = {
  schema: { type: 'string', format: 'date-time', description: 'ISO 8601 with zone, 2000 to 2060, such as 2026-03-02T09:00:00+01:00' },
  read: (value, at) => {
    const ms = typeof value === 'string' && INSTANT.test(value) && isDate(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
    return ms >= EARLIEST && ms < LATEST ? { value: ms } : wrong('value.not_instant', at);
  },
};

const DURATION = /^P(?=.)(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,10})(?:\.(\d{1,3}))?S)?)?$/;
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];
const LONGEST_MS = 100 * 366 * 86_400_000;

/** ISO 8601 duration of weeks (7 days), days (24 hours), hours, minutes and seconds, read as milliseconds; at least `low_ms`. */
export function durationOf(low_ms = 0): Shape<number> {
  return {
    schema: { type: 'string', format: 'duration', description: 'ISO 8601, such as PT4H; a day is 24 hours, a week 7 days; no months or years' },
    read: (value, at) => {
      const parts = typeof value === 'string' ? DURATION.exec(value) : null;
      const ms = parts === null ? Number.NaN : UNITS.reduce((sum, unit, i) => sum + unit * Number(parts[i + 1] ?? 0), Number((parts[6] ?? '0').padEnd(3, '0')));
      return ms >= low_ms && ms <= LONGEST_MS ? { value: ms } : wrong('value.not_duration', at, { low: durationText(low_ms) });
    },
  };
}
export const duration = durationOf(0);
/** More than nothing. */
export const someDuration = durationOf(1);

/** Milliseconds as an ISO 8601 duration in hours, minutes and seconds; a negative one begins with a minus (RFC 9557, ISO 8601-2). */
export function durationText(ms: number): string {
  const whole_ms = Math.round(Math.abs(ms));
  const hours = Math.floor(whole_ms / 3_600_000);
  const minutes = Math.floor(whole_ms / 60_000) % 60;
  const seconds = (whole_ms % 60_000) / 1_000;
  const text = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 || whole_ms === 0 ? `${seconds}S` : ''}`;
  return `${ms < 0 && whole_ms > 0 ? '-' : ''}PT${text}`;
}

/** Epoch milliseconds as ISO 8601 with the offset of a zone. */
export function instantText(ms: number, zone_name: string): string {
  const smallestUnit = ms % 1_000 === 0 ? 'second' : 'millisecond';
  const text = Temporal.Instant.fromEpochMilliseconds(Math.round(ms)).toZonedDateTimeISO(zone_name).toString({ timeZoneName: 'never', smallestUnit });
  return text.replace(/\+00:00$/, 'Z');
}

function isDate(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
