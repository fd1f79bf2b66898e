// What borrowing protected time means beyond the declaration: from protected hours in force, within their period, no more than there are.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { allows } from '../../kernel/scope.ts';
import { planners } from './scopes.record.ts';

/** The allocation that is borrowed from. Dates 'YYYY-MM-DD'. */
export type Lender = {
  readonly id: string;
  readonly open: boolean;
  readonly protected: boolean;
  readonly process: string;
  readonly level: string;
  readonly person: string | null;
  readonly team: string | null;
  readonly lead: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly minutes: number;
  /** Minutes borrowed already and not revoked. */
  readonly lent: number;
};
export type BorrowingGiven = {
  readonly lender: Lender | null;
  /** Name of the person or team whose time it is. */
  readonly whose: string | null;
  readonly process: { readonly name: string; readonly level: string } | null;
  /** The date where whoever lends is, 'YYYY-MM-DD'. */
  readonly today: string;
};
type The = Case<Case['row'], BorrowingGiven>;

export const borrowingRules: Rules<BorrowingGiven> = { open: (the) => refuseLending(the) ?? borrowed(the) };

const levelOf = ({ input, given }: The): string => String(input.level ?? given.process?.level ?? 'operational');

function borrowed(the: The): Decision {
  const { input, actor, given } = the;
  const { lender, whose, process, today } = given;
  const by = actor.system ? (input.by ?? null) : actor.person;
  const entry = actor.system ? (input.entry ?? null) : null;
  const person = lender?.person ?? input.person ?? null;
  const title = `${whose ?? ''} · ${process?.name ?? ''}`;
  return { changes: { title, by, entry, person, level: levelOf(the), borrowed_on: input.borrowed_on ?? today, lead: lender?.lead ?? null } };
}

function refuseLending(the: The): Refusal | null {
  const { input, actor, given } = the;
  const { lender, whose, today } = given;
  if (!lender) return refuse('field.required', 'allocation', { field: 'allocation' });
  const allocation = lender.id;
  const own = actor.person !== null && [lender.person, lender.lead].includes(actor.person);
  if (!actor.system && !own && !allows(planners, actor, {})) return refuse('borrowing.not_yours', 'allocation', { person: whose });
  if (!lender.open) return refuse('borrowing.withdrawn', 'allocation', { allocation });
  if (!lender.protected) return refuse('borrowing.not_protected', 'allocation', { allocation });
  if (input.process === lender.process && levelOf(the) === lender.level) return refuse('borrowing.same_work', 'process');
  const on = String(input.borrowed_on ?? today);
  if (on < lender.starts_on || on > lender.ends_on)
    return refuse('borrowing.outside_period', 'borrowed_on', { allocation, from: lender.starts_on, to: lender.ends_on });
  // An entry tells what happened already: it is written down, however much there was.
  if (actor.system && input.entry) return null;
  const left = Math.max(0, lender.minutes - lender.lent);
  return (input.minutes as number) > left ? refuse('borrowing.too_much', 'minutes', { allocation, left }) : null;
}
