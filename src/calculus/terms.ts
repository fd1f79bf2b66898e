// The terms of the clocks of one record: which promises apply to it, exactly one for each clock and relation.
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { type Ladder, ladderOf } from './escalation.ts';

/** Answered by a practice's gather as `given.terms`: all terms that apply to the record from now on. */
export type Terms = {
  /** Name of the clock declaration: `restore`. */
  readonly clock: string;
  /** Distinguishes clocks of one declaration, one per promise relation: `customer:ORG-2`, `desk`, `desk:TEAM-3`, `supplier:ORG-5`. */
  readonly key: string;
  readonly side: 'customer' | 'desk' | 'supplier';
  readonly promise: string | null;
  readonly provider: string | null;
  readonly customer: string | null;
  /** In the service hours of `calendar`. */
  readonly target_minutes: number;
  readonly calendar: Calendar;
  /** Reasons for waiting (their ids) that pause this clock. */
  readonly pauses: readonly string[];
  /** Organisations that may see the clock. */
  readonly audience: readonly string[];
  /** Who is told at which share of the target; null: the ladder of the house. */
  readonly escalation: Ladder | null;
};

/** A promise in force as the promise table holds it, with its calendar joined. Dates are local dates, both inclusive. */
export type Promised = {
  readonly id: string;
  readonly service: string;
  readonly provider: string;
  readonly customer: string;
  readonly team: string | null;
  readonly metric: string;
  /** Minutes by priority, '1' most urgent. */
  readonly targets: Readonly<Record<string, number | undefined>> | null;
  readonly calendar: Calendar;
  readonly pauses: readonly string[];
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly escalation?: Ladder | null;
};

/** What a record asks: its clocks, its place in the composition, and whose promises count. */
export type Asked = {
  /** The clock declarations of the definition, `definition.clocks`. */
  readonly clocks: Readonly<Record<string, { readonly metric: string }>>;
  readonly promises: readonly Promised[];
  /** Distance to each service a promise may be about: 0 the record's own, 1 what that is part of, and so on. */
  readonly services: ReadonlyMap<string, number>;
  /** Customers the record affects; none for work that an outside party does for the house. */
  readonly customers: readonly string[];
  /** Who keeps the promises: the house for an incident, the party that has the work for a work order. */
  readonly providers: readonly string[];
  /** The team that has the work, for promises to one team. */
  readonly team: string | null;
  /** Null while it is not known; then nothing applies. */
  readonly priority: string | number | null;
  /** The organisation that integrates. */
  readonly house: string;
  /** ISO instant. */
  readonly at: string;
};

/** Why this promise and not the others that also apply: the first comparison that decided. */
export type Because = 'only_one' | 'nearer_service' | 'for_this_team' | 'promised_to_the_house' | 'later_start' | 'lower_number';
export type Choice = { readonly clock: string; readonly key: string; readonly promise: string; readonly over: readonly string[]; readonly because: Because };

/**
 * Which side of the house a promise is on. It is derived from its two parties and never stored: from the house to somebody
 * is the customer side, from the house to itself the desk, from anybody else the supplier side, also when a supplier
 * promises to the customer directly and the house only steers.
 */
export function sideOf(promise: { readonly provider: string; readonly customer: string }, house: string): Terms['side'] {
  if (promise.provider !== house) return 'supplier';
  return promise.customer === house ? 'desk' : 'customer';
}

/**
 * The terms that apply, at most one per clock and key, in the order of the clocks and keys.
 *
 * A promise applies when its service is one of `services`, its provider one of `providers`, its customer the house or one of
 * `customers`, its team absent or the one that has the work, its period holds the day of `at` in its calendar's zone, and it
 * has a target for the priority. Of several for one key the choice is: nearest service, then the one for this team, then the
 * one made to the house, then the latest `valid_from`, then the lowest number. An internal promise of one team has a key of its
 * own, so that each team's time counts from the moment the work reached it (glpi#1911, frappe/helpdesk#1895).
 */
export function selectTerms(asked: Asked): { readonly terms: readonly Terms[]; readonly choices: readonly Choice[] } {
  const terms: Terms[] = [];
  const choices: Choice[] = [];
  const dayIn = daysAt(asked.at);
  for (const [clock, { metric }] of Object.entries(asked.clocks)) {
    const applying = asked.promises.filter((each) => each.metric === metric && applies(each, asked, dayIn));
    const keys = [...new Set(applying.map((each) => keyOf(each, asked.house)))].sort(byNumber);
    for (const key of keys) {
      const rivals = applying.filter((each) => keyOf(each, asked.house) === key).sort((a, b) => judge(a, b, asked).order);
      const [chosen, next] = rivals;
      if (!chosen) continue;
      const own = chosen.team !== null && key === 'desk' ? `desk:${chosen.team}` : key;
      terms.push(termsOf(clock, own, chosen, asked));
      choices.push({
        clock,
        key: own,
        promise: chosen.id,
        over: rivals.slice(1).map((each) => each.id),
        because: next ? judge(chosen, next, asked).because : 'only_one',
      });
    }
  }
  return { terms, choices };
}

/** Is the promise valid on the day that its calendar's zone shows at this instant? */
export function isInForce(promise: Pick<Promised, 'calendar' | 'valid_from' | 'valid_to'>, at: string, dayIn: DayIn = daysAt(at)): boolean {
  if (promise.valid_from === null && promise.valid_to === null) return true;
  const day = dayIn(promise.calendar.zone);
  return (promise.valid_from === null || promise.valid_from <= day) && (promise.valid_to === null || day <= promise.valid_to);
}

/** The local date of an instant, 'YYYY-MM-DD'; in UTC when the zone is not one, so that a bad setting stops nobody's work. */
export function localDate(zone: string, at: string): string {
  const instant = Temporal.Instant.from(at);
  try {
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    return instant.toZonedDateTimeISO('UTC').toPlainDate().toString();
  }
}

/** The instant (epoch milliseconds) at which a local date 'YYYY-MM-DD' begins; in UTC when the zone is not one. */
export function startOfDay(zone: string, date: string): number {
  const day = Temporal.PlainDate.from(date);
  try {
    return day.toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return day.toZonedDateTime('UTC').epochMilliseconds;
  }
}

/** The local date after this one. */
export const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

type DayIn = (zone: string) => string;

/** The local dates of one instant; promises share their zones, and a date costs far more than all else that is asked of them. */
function daysAt(at: string): DayIn {
  const known = new Map<string, string>();
  return (zone) => {
    const day = known.get(zone) ?? localDate(zone, at);
    known.set(zone, day);
    return day;
  };
}

function applies(promise: Promised, asked: Asked, dayIn: DayIn): boolean {
  return (
    asked.services.has(promise.service) &&
    asked.providers.includes(promise.provider) &&
    (promise.customer === asked.house || asked.customers.includes(promise.customer)) &&
    (promise.team === null || promise.team === asked.team) &&
    targetOf(promise, asked) !== null &&
    isInForce(promise, asked.at, dayIn)
  );
}

function targetOf(promise: Promised, asked: Asked): number | null {
  if (asked.priority === null || !promise.targets) return null;
  const key = String(asked.priority);
  return Object.hasOwn(promise.targets, key) ? (promise.targets[key] ?? null) : null;
}

function keyOf(promise: Promised, house: string): string {
  const side = sideOf(promise, house);
  if (side === 'desk') return 'desk';
  return `${side}:${side === 'customer' ? promise.customer : promise.provider}`;
}

function judge(a: Promised, b: Promised, asked: Asked): { order: number; because: Because } {
  const distance = (each: Promised) => asked.services.get(each.service) ?? Number.POSITIVE_INFINITY;
  const house = (each: Promised) => Number(each.customer !== asked.house);
  const steps: readonly (readonly [Because, number])[] = [
    ['nearer_service', distance(a) - distance(b)],
    ['for_this_team', Number(a.team === null) - Number(b.team === null)],
    ['promised_to_the_house', house(a) - house(b)],
    ['later_start', compare(b.valid_from ?? '', a.valid_from ?? '')],
  ];
  const [because, order] = steps.find(([, difference]) => difference !== 0) ?? (['lower_number', byNumber(a.id, b.id)] as const);
  return { order, because };
}

function termsOf(clock: string, key: string, promise: Promised, asked: Asked): Terms {
  return {
    clock,
    key,
    side: sideOf(promise, asked.house),
    promise: promise.id,
    provider: promise.provider,
    customer: promise.customer,
    target_minutes: targetOf(promise, asked) ?? 0,
    calendar: promise.calendar,
    pauses: promise.pauses,
    audience: [...new Set([asked.house, promise.provider, promise.customer])],
    escalation: promise.escalation ? ladderOf(promise.escalation) : null,
  };
}

/** Record numbers in counting order: PRM-9 before PRM-10. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
