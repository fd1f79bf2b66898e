// A fact: what happened, stored once in the journal and never changed; and the generic `apply` that folds facts into a row.

import type { Field } from './field.ts';
import type { AnyRow, Definition } from './record.ts';
import { baseColumns } from './record.ts';
import type { Params } from './text.ts';

export type Changes = Readonly<Record<string, unknown>>;

export type Fact = {
  /** Global sequence number, rising in commit order of one record. */
  readonly id: number;
  readonly record: string;
  readonly record_id: string;
  /** Version of the row after this fact; 1 for the opening fact. */
  readonly version: number;
  /** `incident.resolved` */
  readonly fact: string;
  /** When it happened, and when we wrote it down (they differ for imports). ISO instants. */
  readonly at: string;
  readonly recorded_at: string;
  /** Person id, or null when the product itself acted; `actor_name` is the name at that moment. */
  readonly actor: string | null;
  readonly actor_name: string;
  readonly actor_party: string | null;
  readonly channel: string;
  readonly command_id: string;
  /** The fact that made this happen, if any. */
  readonly cause: number | null;
  /** Field -> new value. */
  readonly changes: Changes;
  readonly note: string | null;
  /** Parameters of the timeline sentence that are no changes. */
  readonly params: Params;
  /** Organisations and teams that may read it. */
  readonly audience: readonly string[];
};

type Happening = Pick<Fact, 'record_id' | 'version' | 'at' | 'changes'>;

/** The row after a fact. `row` is null for the opening fact. The same function runs on the server, in tests and in the browser. */
export function apply(definition: Definition, row: AnyRow | null, fact: Happening): AnyRow {
  const before = row ?? blank(definition, fact);
  const state = typeof fact.changes.state === 'string' ? fact.changes.state : before.state;
  const open = !definition.states[state]?.ends;
  const closed_at = open ? null : before.open || row === null ? fact.at : before.closed_at;
  return { ...before, ...fact.changes, state, open, closed_at, version: fact.version, updated_at: fact.at };
}

export function fold(definition: Definition, facts: readonly Happening[]): AnyRow | null {
  return facts.reduce<AnyRow | null>((row, fact) => apply(definition, row, fact), null);
}

type Reader = { readonly parties: readonly string[]; readonly teams: readonly string[]; readonly system?: string };

/** May this actor read this fact? Those it is meant for may, and whoever wrote it: own words never vanish. */
export function mayReadFact(fact: Pick<Fact, 'actor' | 'audience'>, actor: Reader & { readonly person: string | null }): boolean {
  return mayRead(fact.audience, actor) || (fact.actor !== null && fact.actor === actor.person);
}

/** Is this actor among an audience? The one place that decides it. */
export function mayRead(audience: readonly string[], actor: Reader): boolean {
  return Boolean(actor.system) || audience.some((each) => actor.parties.includes(each) || actor.teams.includes(each));
}

/** The same question for a query: who reads along when this actor does. Null means everything. */
export const readersOf = (actor: Reader): readonly string[] | null => (actor.system ? null : [...actor.parties, ...actor.teams]);

function blank(definition: Definition, fact: Happening): AnyRow {
  const row: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) row[name] = field.required ? emptyOf(field) : null;
  for (const name of Object.keys(baseColumns)) row[name] = null;
  return { ...row, id: fact.record_id, version: 0, state: definition.initial, open: true, opened_at: fact.at, updated_at: fact.at, extra: {} } as AnyRow;
}

/** The empty value of a required field: an empty list, a switch that is off, or none. */
export function emptyOf(field: Field): readonly string[] | false | null {
  if (field.kind === 'refs' || field.kind === 'texts') return [];
  return field.kind === 'boolean' ? false : null;
}
