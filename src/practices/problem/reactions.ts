// What follows for problems and known errors from facts elsewhere, and what they propose to others. Nothing here ends an incident.
import type { Fact } from '../../kernel/fact.ts';
import type { Ask, Later } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { type Language, say } from '../../kernel/text.ts';
import type { ProblemRow } from './given.ts';
import type { KnownErrorRow } from './known-error.rules.ts';
import { type Looking, matching } from './matching.ts';
import { closedNote } from './messages.ts';

type Happened = Pick<Fact, 'record_id' | 'params'>;
export type Written = { readonly known_error: string | null };
export type Standing = { readonly id: string; readonly title: string; readonly description: string | null } & Looking;
export type Ending = { readonly language: Language; readonly incidents: readonly string[]; readonly known_errors: readonly string[] };
/** The problem that a change is for; null when it is for none. */
export type Behind = { readonly state: string | null; readonly changes: readonly string[] };
export type Used = { readonly linked: boolean };

const awaiting = new Set(['known_error', 'solution_proposed', 'change_raised']);

/** What is known of a problem becomes a known error, as a draft; its later words go there too, as long as it is not retired. */
export function writeKnownError(row: AnyRow, { known_error }: Written): readonly Ask[] {
  const { id, title, symptoms, root_cause, workaround, no_workaround, services } = row as ProblemRow;
  const words = { symptoms, cause: root_cause, workaround, no_workaround };
  if (known_error) return [{ record: 'known_error', command: 'edit', target: known_error, input: words }];
  return [{ record: 'known_error', command: 'open', target: null, input: { ...words, title, services, problem: id } }];
}

/** What was just published suggests itself where it may help; a person decides. */
export function suggest(row: AnyRow, open: readonly Standing[]): readonly Ask[] {
  const error = row as KnownErrorRow;
  return open
    .filter((each) => matching(each, [error]).length > 0)
    .slice(0, 50)
    .map((each) => ({ record: 'incident', command: 'suggest_known_error', target: each.id, input: { known_error: error.id } }));
}

export function countUse(fact: Happened): readonly Ask[] {
  return [{ record: 'known_error', command: 'count', target: String(fact.params.known_error), input: { incident: fact.record_id } }];
}

export function linkUse(fact: Happened, { linked }: Used): readonly Ask[] {
  if (linked) return [];
  return [{ record: 'problem', command: 'link', target: String(fact.params.problem), input: { incidents: [fact.record_id] } }];
}

/** The cause is gone: what is still open of its incidents is proposed for closing, and nobody is offered the way round it any more. */
export function afterClosing(row: AnyRow, { language, incidents, known_errors }: Ending): readonly Ask[] {
  const note = say(closedNote, language, { problem: row.id });
  return [
    ...incidents.map((target) => ({ record: 'incident', command: 'note', target, input: { note } })),
    ...known_errors.map((target) => ({ record: 'known_error', command: 'retire', target, input: {} })),
  ];
}

/** Its change was made: verification begins, when the problem was waiting for that. */
export function implemented(fact: Pick<Fact, 'record_id' | 'at'>, row: AnyRow, { state }: Behind): readonly Ask[] {
  if (!state || !awaiting.has(state)) return [];
  const input = { fixed_at: (row.implemented_at as string | null) ?? fact.at, changes: [fact.record_id] };
  return [{ record: 'problem', command: 'change_implemented', target: String(row.problem), input }];
}

/** A change was submitted for it. */
export function raised(fact: Pick<Fact, 'record_id'>, row: AnyRow, { state, changes }: Behind): readonly Ask[] {
  if (!state || !awaiting.has(state) || changes.includes(fact.record_id)) return [];
  return [{ record: 'problem', command: 'raise_change', target: String(row.problem), input: { changes: [fact.record_id] } }];
}

/** An accepted risk comes back by itself on the day it was accepted until. Another day moves it. */
export function comesBack(row: AnyRow): readonly Later[] {
  const { id, risk_until, state } = row as ProblemRow;
  if (state !== 'accepted_risk' || risk_until === null) return [];
  const payload = { id: `risk:${id}:${risk_until}`, record: 'problem', command: 'expire', target: id, input: {} };
  return [{ queue: 'ask', key: `risk:${id}`, run_at: risk_until, payload }];
}
