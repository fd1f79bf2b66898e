// The page of the handbook that draws what follows from what across practices, from the reactions themselves.
import type { Practice } from '../kernel/practice.ts';
import type { Db } from '../platform/db/types.ts';

/** One arrow: the practice that reacts to a fact, and what it may ask for. `facts` are those its commands make; null when it is work of another kind. */
export type Reacting = { readonly name: string; readonly on: readonly string[]; readonly asks: readonly string[] };

export const reactionsOf = (practices: readonly Practice<Db>[]): Reacting[] => practices.flatMap(({ reactions = [] }) => reactions);

/** Which fact each command makes: `incident.open` -> `incident.opened`. */
export function factsMade(practices: readonly Practice<Db>[]): ReadonlyMap<string, string> {
  return new Map(
    practices.flatMap(({ definition }) =>
      Object.entries(definition.commands).map(([name, { fact }]) => [`${definition.name}.${name}`, `${definition.name}.${fact}`] as const),
    ),
  );
}

/**
 * Every chain of facts that reactions can make, each as long as it gets; one that comes back to a fact it passed ends there, with that fact
 * named twice.
 */
export function chainsOf(reactions: readonly Reacting[], made: ReadonlyMap<string, string>): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { on, asks } of reactions)
    for (const fact of on)
      for (const ask of asks) {
        const follows = made.get(ask);
        if (follows) next.set(fact, (next.get(fact) ?? new Set()).add(follows));
      }
  const follow = (path: string[]): string[][] => {
    const last = path.at(-1) as string;
    const on = [...(next.get(last) ?? [])];
    if (path.indexOf(last) < path.length - 1 || on.length === 0) return [path];
    return on.flatMap((fact) => follow([...path, fact]));
  };
  const followed = new Set([...next.values()].flatMap((each) => [...each]));
  const begins = [...next.keys()].filter((fact) => !followed.has(fact));
  // What is in a circle without a beginning is found from any place in it.
  return [...begins, ...[...next.keys()].filter((fact) => followed.has(fact))].flatMap((fact) => follow([fact]));
}

export function reactionsSection(practices: readonly Practice<Db>[]): string {
  const made = factsMade(practices);
  const reactions = reactionsOf(practices).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const id = (name: string): string => name.replaceAll(/[^a-z_]/g, '_');
  const arrows = reactions.flatMap(({ name, on, asks }) =>
    on.flatMap((fact) =>
      asks.map((ask) => `  ${id(fact)}["${fact}"] -->|${name}| ${id(made.get(ask) ?? ask)}["${made.get(ask) ?? ask.replace('queue:', 'work: ')}"]`),
    ),
  );
  const rows = reactions.map(({ name, on, asks }) => `| \`${name}\` | ${listed(on)} | ${listed(asks)} |`);
  return [
    ['```mermaid', 'flowchart LR', ...new Set(arrows), '```'].join('\n'),
    ['| Reaction | when | asks for |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

const listed = (names: readonly string[]): string => names.map((each) => `\`${each}\``).join(', ');
