// What happens to service hours beyond their declaration: they must be computable, and stay while promises count in them.
import { calendarFault } from '../../calculus/calendar.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type CalendarGiven = {
  /** Promises, drafted or in force, that count in these hours; and the parties to those in force. */
  readonly promises: readonly { readonly id: string; readonly name: string }[];
  readonly parties: readonly string[];
};
type The = Case & { readonly given: CalendarGiven };

export const calendarRules: Rules<CalendarGiven> = {
  open: (the) => refuseHours(the) ?? { changes: { holidays: the.input.holidays ?? [], used_by: [] } },
  edit: (the) => refuseHours(the) ?? {},
  end: ({ given: { promises } }) => (promises[0] ? refuse('calendar.end.in_use', undefined, { promise: promises[0].name }) : {}),
  share: ({ given }): Decision => ({ changes: { used_by: given.parties } }),
};

function refuseHours({ id, row, input }: The): Refusal | null {
  const { zone, week, holidays } = { ...row, ...input };
  const fault = calendarFault({ id, zone, week, holidays: holidays ?? [] });
  // "week[2].to: must be later than from": the field it is about is the word in front.
  return fault === null ? null : refuse('calendar.fault', /^\w+/.exec(fault)?.[0], { fault });
}
