// A service calendar as input of a calculation: zone, opening hours, holidays and hours that do not count.
import { type Calendar, calendarFault, type Exclusion, nextOpening } from '../../calculus/calendar.ts';
import { checked, described, join, list, object, optional, type Read, type Shape, wrong } from './shape.ts';
import { name, whole, zone } from './values.ts';

const clock: Shape<string> = {
  schema: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description: 'By the wall clock of the zone; "24:00" is the end of the day' },
  read: (value, at) => (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value) ? { value } : wrong('value.not_clock', at)),
};

const date: Shape<string> = {
  schema: { type: 'string', format: 'date' },
  read: (value, at) => (typeof value === 'string' && isDate(value) ? { value } : wrong('field.not_date', at)),
};

const days = described(list(whole({ low: 1, high: 7 }), { least: 1, most: 7 }), '1 is Monday, 7 is Sunday');
const opening = object({ days, from: clock, to: clock });
const holiday = object({ date, name: optional(name) });
const window = { from: clock, to: clock };
const onDate = object({ date, ...window });
const onDays = object({
  days,
  weeks: optional(described(list(whole({ low: -1, high: 5 }), { least: 1, most: 6 }), '1 is the first such weekday of the month, -1 the last')),
  ...window,
});
const exclusion: Shape<Exclusion> = {
  schema: { anyOf: [onDays.schema, onDate.schema] },
  read: (value, at) => (typeof value === 'object' && value !== null && 'date' in value ? onDate : onDays).read(value, at) as Read<Exclusion>,
};

const written = object({
  zone,
  week: list(opening, { least: 1, most: 100 }),
  holidays: optional(described(list(holiday, { most: 500 }), 'Local dates that are closed as a whole')),
  excluded: optional(described(list(exclusion, { most: 100 }), 'Hours that do not count although they are open, such as maintenance')),
});

/** Reads into a calendar that opens at some time. */
export const calendar: Shape<Calendar> = {
  schema: { ...written.schema, description: 'Service hours: openings may overlap, what counts is their union' },
  read: (value, at) => {
    const found = written.read(value, at);
    if ('wrong' in found) return found;
    const { holidays = [], excluded = [], ...rest } = found.value;
    const made = { id: 'given', ...rest, holidays: holidays.map((each) => ({ date: each.date, name: each.name ?? '' })), excluded };
    const fault = calendarFault(made);
    if (fault !== null) return faultAt(fault, at);
    return nextOpening(made, Date.UTC(2000, 0, 1)) === null ? wrong('value.never_open', at) : { value: made };
  },
};

/** Round the clock when it is left out. */
export const someCalendar = optional(described(calendar, 'Round the clock when left out'));

/** Faults of the arithmetic say `week[0].to: must be later than from`. */
function faultAt(fault: string, at: string): Read<never> {
  const cut = fault.indexOf(': ');
  return wrong('value.wrong_calendar', join(at, fault.slice(0, cut)), { detail: fault.slice(cut + 2) });
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** `[from, to)` of two instants, in this order. */
export function inOrder<T extends { readonly from: number; readonly to: number }>(shape: Shape<T>): Shape<T> {
  return checked(shape, (value, at) => (value.to < value.from ? wrong('value.not_later', join(at, 'to'), { than: join(at, 'from') }) : null));
}
