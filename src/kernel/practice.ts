// How a practice is handed to the house: its definition, and the functions that belong to it.

import type { Input } from './command.ts';
import type { Case, Rules } from './decide.ts';
import type { Fact } from './fact.ts';
import type { AnyRow, Definition } from './record.ts';

/** Reads that a decision may depend on. */
export type Given = Readonly<Record<string, unknown>>;
export type Gather<Query, G = Given> = (db: Query, the: Omit<Case, 'given'>) => Promise<G>;

/** A command that a reaction asks for; its id is derived from the fact, so that running twice does nothing. */
export type Ask = { readonly record: string; readonly command: string; readonly target: string | null; readonly input: Input; readonly at?: string };

/** Work for later that a reaction asks for: what the handler of `queue` does at `run_at`. Under the same key it is moved, not doubled. */
export type Later = { readonly queue: string; readonly key: string; readonly run_at: string; readonly payload: Readonly<Record<string, unknown>> };

/** Others' facts -> commands of ours, now or later. `asks` is all it may ask for (`incident.open`, `queue:reterm`); `serial` is a lane for one at a time. */
export type Reaction<Query, G = unknown> = {
  readonly name: string;
  readonly on: readonly string[];
  readonly asks: readonly string[];
  readonly serial?: string;
  /** Whether the fact concerns it at all; told from the fact alone, so that no work is queued for nothing. */
  readonly when?: (fact: Pick<Fact, 'changes' | 'params'>) => boolean;
  readonly gather?: (db: Query, fact: Fact, row: AnyRow) => Promise<G>;
  readonly react: (fact: Fact, row: AnyRow, given: G) => readonly (Ask | Later)[];
};

/** `Query` is the reading door of the database; the kernel does not know what it looks like. */
export type Practice<Query> = {
  readonly definition: Definition;
  // biome-ignore lint/suspicious/noExplicitAny: each practice knows the type of its own given; the house only passes it on
  readonly rules?: Rules<any>;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly gather?: Gather<Query, any>;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly reactions?: readonly Reaction<Query, any>[];
};

export type Registry<Query> = {
  readonly practices: ReadonlyMap<string, Practice<Query>>;
  readonly byPlural: ReadonlyMap<string, Practice<Query>>;
  readonly reactions: ReadonlyMap<string, readonly { readonly practice: string; readonly reaction: Reaction<Query> }[]>;
};

export function registry<Query>(practices: readonly Practice<Query>[]): Registry<Query> {
  const reactions = new Map<string, { practice: string; reaction: Reaction<Query> }[]>();
  for (const practice of practices)
    for (const reaction of practice.reactions ?? [])
      for (const on of reaction.on) reactions.set(on, [...(reactions.get(on) ?? []), { practice: practice.definition.name, reaction }]);
  return {
    practices: new Map(practices.map((each) => [each.definition.name, each])),
    byPlural: new Map(practices.map((each) => [each.definition.plural, each])),
    reactions,
  };
}

/** Whether some reaction is to look at a fact. */
export function reacts<Query>({ reactions }: Registry<Query>, fact: Pick<Fact, 'fact' | 'changes' | 'params'>): boolean {
  return (reactions.get(fact.fact) ?? []).some(({ reaction }) => reaction.when?.(fact) ?? true);
}
