// What the commands of a known error mean: it says a cause and a way round it before it is offered, and counts each incident once.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { knownError } from './known-error.record.ts';

export type KnownErrorRow = RowOf<typeof knownError>;
/** Of the organisations it is published to, those that are no customer of any service. */
export type KnownErrorGiven = { readonly no_customers: readonly string[] };
type The = Case<Case['row'], KnownErrorGiven>;

export const knownErrorRules: Rules<KnownErrorGiven> = {
  open: () => ({ changes: { used: 0 } }),
  edit: (the) => (the.row?.state === 'published' ? readable(the) : null) ?? {},
  publish: (the) => readable(the) ?? {},
  address: (the) => readable(the) ?? {},
  retire: () => ({}),
  count,
};

/** What is offered is complete: cause, the way round or the statement that there is none, and a text for customers who read it. */
function readable({ row, input, given }: The): Refusal | null {
  const after = { ...(row as KnownErrorRow), ...input };
  if (!after.cause) return refuse('known_error.publish.no_cause', 'cause');
  if (after.workaround && after.no_workaround) return refuse('known_error.publish.both', 'no_workaround');
  if (!after.workaround && !after.no_workaround) return refuse('known_error.publish.no_workaround', 'workaround');
  if (!after.services?.length) return refuse('known_error.publish.no_services', 'services');
  const stranger = given.no_customers[0];
  if (stranger) return refuse('known_error.publish.not_a_customer', 'published_to', { party: stranger });
  return after.published_to?.length && !after.customer_text ? refuse('known_error.publish.no_text', 'customer_text') : null;
}

function count({ row, input }: The): Decision | Refusal {
  const { used_by } = row as KnownErrorRow;
  const incident = input.incident as string;
  if (used_by.includes(incident)) return refuse('known_error.count.again', 'incident', { incident });
  const after = [...used_by, incident].slice(-1_000);
  return { changes: { used: (row as KnownErrorRow).used + 1, used_by: after }, params: { incident } };
}
