// What the plans of services have in common: one at a time for a service, somebody who answers for it, and a day to look at it again.
import type { Case } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** What is known of the service that is planned for, of the person who would own the plan, and of another plan for the same. */
export type PlanGiven = {
  readonly house: string;
  /** The local date of the installation. */
  readonly today: string;
  readonly service: { readonly id: string; readonly name: string; readonly state: string } | null;
  /** The organisation of the person named as owner; of whoever asks when nobody is named. */
  readonly owner_of: string | null;
  readonly other: { readonly id: string; readonly name: string } | null;
};
type The = Case<Case['row'], PlanGiven>;

/** A plan that nobody looks at for longer is no plan. */
const longestDays = 731;

export function ownerOf({ input, actor, row }: Pick<The, 'input' | 'actor' | 'row'>): string | null {
  return (input.owner as string | null | undefined) ?? (row?.owner as string | undefined) ?? actor.person;
}

export function refusePlan(the: The): Refusal | null {
  const { given } = the;
  const { service, other } = given;
  if (service?.state === 'retired') return refuse('plan.service_retired', 'service', { service: service.name });
  if (other) return refuse('plan.taken', 'service', { service: service?.name ?? '', plan: `${other.id} ${other.name}` });
  return refuseOwner(the);
}

export function refuseOwner(the: Pick<The, 'input' | 'actor' | 'row' | 'given'>): Refusal | null {
  if (the.row !== null && !Object.hasOwn(the.input, 'owner')) return null;
  return ownerOf(the) === null || the.given.owner_of !== the.given.house ? refuse('plan.no_owner', 'owner') : null;
}

/** `adopt` and `review`: the day to look again is ahead of us, and not beyond two years. */
export function lookAgain({ input, given }: Pick<The, 'input' | 'given'>): Refusal | null {
  const { review_on } = input as { review_on?: string };
  const latest = dateAfter(given.today, longestDays);
  if (review_on === undefined || (review_on > given.today && review_on <= latest)) return null;
  return refuse('plan.review_in_past', 'review_on', { today: given.today, latest });
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days between two dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The month after or before so many: '2026-03' and -4 is '2025-11'. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const index = year * 12 + at - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The first value that is there twice; null when none is. */
export function twice(values: readonly string[]): string | null {
  return values.find((each, at) => values.indexOf(each) !== at) ?? null;
}
