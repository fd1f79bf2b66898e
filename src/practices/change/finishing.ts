// Rules for what comes after a change: the review with what was found, closing, and what customers are told and answer.
import type { Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { ChangeGiven, ChangeRow, The } from './given.ts';
import type { Answer } from './shapes.record.ts';

export const finishingRules: Rules<ChangeGiven> = { review, close, inform, answer, involve };

/** So long after it an incident on what it touched counts as coming from it, until somebody says otherwise. */
export const verificationDays = 7;

function review({ row, input, given, at }: The): Decision | Refusal {
  const change = row as ChangeRow;
  const outcome = input.outcome as NonNullable<ChangeRow['outcome']>;
  if (change.state === 'backed_out' && (outcome === 'success' || outcome === 'partial')) return refuse('change.review.was_backed_out', 'outcome');
  if (change.state === 'implemented' && outcome === 'backed_out') return refuse('change.review.not_backed_out', 'outcome');
  const incidents = (input.incidents as readonly string[] | null | undefined) ?? given.incidents;
  if (outcome === 'success' && incidents.length)
    return refuse('change.review.incidents', 'incidents', { incident: incidents[0] ?? '', count: incidents.length });
  const hurt = input.service_hurt === true && change.incident === null && !incidents.length;
  return { changes: { incidents, reviewed_at: at }, params: { service_hurt: hurt ? 1 : 0 } };
}

function close({ row }: The): Decision | Refusal {
  const [debt] = (row as ChangeRow).debts;
  return debt ? refuse('change.close.owes', debt, { field: debt }) : {};
}

function inform({ row, input }: The): Decision | Refusal {
  const change = { ...(row as ChangeRow), ...input } as ChangeRow;
  if (!change.notice) return refuse('change.inform.no_notice', 'notice');
  if (!change.affected_customers.length) return refuse('change.inform.nobody', 'affected_customers');
  return { changes: { informed_customers: [...new Set([...change.informed_customers, ...change.affected_customers])] } };
}

/** A customer answers for itself; the desk writes down what one said, and who it was. Only that customer reads it back. */
function answer({ row, input, actor, given, at }: The): Decision | Refusal {
  const change = row as ChangeRow;
  const outside = actor.side === 'customer';
  const customer = outside ? change.informed_customers.find((each) => actor.parties.includes(each)) : (input.customer as string | undefined);
  if (!customer || !change.informed_customers.includes(customer)) return refuse('change.answer.whose', 'customer');
  const word = input.answer as Answer['answer'];
  if (!input.note && (word === 'objects' || !outside)) return refuse('change.answer.needs_note', 'note');
  const own: Answer = { customer, answer: word, person: actor.person, reason: ((input.note as string | null | undefined) ?? null)?.slice(0, 2000) ?? null, at };
  const audience = [given.house, customer].filter((each): each is string => each !== null);
  return { changes: { answers: [...(change.answers ?? []).filter((each) => each.customer !== customer), own] }, params: { answer: word }, audience };
}

function involve({ row, input, given }: The): Decision {
  const change = row as ChangeRow;
  const party = input.party as string;
  return { changes: { suppliers: party === given.house ? change.suppliers : [...new Set([...change.suppliers, party])] } };
}
