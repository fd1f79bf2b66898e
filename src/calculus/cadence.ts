// When a forum meets: days counted from a first one by a cadence, in a zone, moved off days that are not worked.
import { Temporal } from 'temporal-polyfill';

export type Cadence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly' | 'on_demand';
export type Rhythm = {
  readonly cadence: Cadence;
  /** 'YYYY-MM-DD': the days are counted from here. */
  readonly starts_on: string;
  /** 'HH:MM' on the clock of the zone. */
  readonly begins: string;
  readonly zone: string;
  /** Days that are not worked, 'YYYY-MM-DD'; Saturdays and Sundays never are. */
  readonly holidays: readonly string[];
};

const steps: Readonly<Record<Exclude<Cadence, 'on_demand'>, Temporal.DurationLike>> = {
  daily: { days: 1 },
  weekly: { weeks: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  half_yearly: { months: 6 },
  yearly: { years: 1 },
};

/**
 * The next `count` instants (ISO) after `after`. Each is the n-th step from the first day (the 31st of a month becomes its last day, and
 * the 31st again in the next that has one); one that falls on a day off moves to the next day that is worked, unless the next step is there
 * by then. In a zone that changes its clocks the local time stays. On demand: none.
 */
export function nextMeetings(
  { cadence, starts_on, begins, zone, holidays }: Rhythm,
  { after, count }: { readonly after: string; readonly count: number },
): string[] {
  if (cadence === 'on_demand' || count <= 0) return [];
  const first = Temporal.PlainDate.from(starts_on);
  const now = Temporal.Instant.from(after);
  const off = new Set(holidays);
  const found: string[] = [];
  for (let n = stepBefore(first, cadence, now.toZonedDateTimeISO(zone).toPlainDate()); found.length < count; n += 1) {
    const day = worked(nth(first, cadence, n), off);
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(begins) }).toInstant();
    const iso = new Date(at.epochMilliseconds).toISOString();
    // Two days off in a row would put a daily meeting twice on the same day.
    if (Temporal.Instant.compare(at, now) > 0 && iso !== found.at(-1)) found.push(iso);
  }
  return found;
}

function nth(first: Temporal.PlainDate, cadence: Exclude<Cadence, 'on_demand'>, n: number): Temporal.PlainDate {
  const step = steps[cadence];
  return first.add(Object.fromEntries(Object.entries(step).map(([unit, each]) => [unit, Number(each) * n])));
}

/** A number of the step that lies well before a day, never below the first. */
function stepBefore(first: Temporal.PlainDate, cadence: Exclude<Cadence, 'on_demand'>, day: Temporal.PlainDate): number {
  const days = first.until(day, { largestUnit: 'days' }).days;
  const length = { daily: 1, weekly: 7, monthly: 31, quarterly: 92, half_yearly: 184, yearly: 366 }[cadence];
  return Math.max(0, Math.floor(days / length) - 21);
}

function worked(day: Temporal.PlainDate, off: ReadonlySet<string>): Temporal.PlainDate {
  let at = day;
  while (at.dayOfWeek > 5 || off.has(at.toString())) at = at.add({ days: 1 });
  return at;
}
