// From the states of one record to its facts: what each changes, what it is called, who may read it, and which terms then hold.

import type { Terms } from '../../calculus/terms.ts';
import { partiesOf } from '../../kernel/decide.ts';
import type { AnyRow, Command, Definition } from '../../kernel/record.ts';
import type { Params } from '../../kernel/text.ts';
import type { BulkFact } from '../journal/bulk.ts';
import type { Running } from './batch.ts';
import type { Known } from './log-known.ts';
import type { Logbook } from './logbook.ts';
import type { MappedRow } from './plan.ts';

export type Telling = {
  readonly running: Running;
  readonly logbook: Logbook;
  readonly known: Known;
  readonly fresh: readonly MappedRow[];
  readonly house: string;
  readonly terms: ((row: AnyRow, at: string) => readonly Terms[]) | undefined;
};

/** The fact at `index` of the rows that are new, from the row as the facts before it left it. */
export function factOf({ running, logbook, known, fresh, house, terms }: Telling, index: number, row: AnyRow | null): BulkFact {
  const { definition, the } = running;
  const state = fresh[index];
  const identity = state && known.identities.get(state);
  if (!state || !identity) throw new Error(`row ${index} of a history is not there`);
  const at = atOf(state, row);
  // The source's own moment stays readable where the journal has to order it differently.
  const logged: Params = state.at === at ? {} : { logged_at: state.at };
  const step = logbook.step({ at, values: state.values, params: { ...state.params, ...logged, import: the.id, row: state.number } }, row, house);
  const command = commandOf(definition, step.command);
  const changes = row === null ? step.changes : different(row, step.changes);
  const retermed = row === null || logbook.terms_of?.some((name) => Object.hasOwn(changes, name));
  return {
    fact: `${definition.name}.${command.fact}`,
    at,
    actor: null,
    actor_name: state.by || the.name,
    actor_party: null,
    command_id: identity.id,
    request_hash: identity.hash,
    changes,
    note: null,
    params: step.params,
    audience: (after) => audienceOf(definition, { command, row: after, house }),
    terms: terms && retermed ? (after) => terms(after, at) : undefined,
  };
}

/** A record begins when it was opened, which its first row may tell only later; nothing happens before that. */
function atOf(state: MappedRow, row: AnyRow | null): string {
  const at = state.at ?? '';
  if (row === null) return state.opened_at ?? at;
  if (at < row.updated_at) return row.updated_at;
  return at;
}

function commandOf(definition: Definition, name: string): Command {
  const command = definition.commands[name];
  if (!command) throw new Error(`the logbook of ${definition.name} names a command ${name} that is not there`);
  return command;
}

function different(row: AnyRow, changes: BulkFact['changes']): BulkFact['changes'] {
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(changes)) if (!same(row[name] ?? null, changes[name] ?? null)) changed[name] = changes[name];
  return changed;
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && canonical(a) === canonical(b));

/** The database gives the keys of an object back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

type Addressing = { readonly command: Command; readonly row: AnyRow; readonly house: string };

function audienceOf(definition: Definition, { command, row, house }: Addressing): readonly string[] {
  if (command.audience !== 'all') return [house];
  return [...new Set([house, ...partiesOf(definition, row, 'customer'), ...partiesOf(definition, row, 'supplier')])];
}
