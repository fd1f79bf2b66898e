// How an outage spreads from what fails to everything that stands on it: all of, any of and so many of, over a graph that may have cycles.
import type { Composition } from './composition.ts';

/** What a node needs, by node; a node without an entry stands by itself. Parts are ids of nodes. */
export type Needs = ReadonlyMap<string, Composition>;
export type Effect = 'down' | 'degraded';
/** The needs, with who stands on whom read the other way round. */
export type Dependence = { readonly needs: Needs; readonly standing: ReadonlyMap<string, readonly string[]> };

export function dependenceOf(needs: Needs): Dependence {
  const standing = new Map<string, string[]>();
  for (const [node, composition] of needs)
    for (const part of new Set(partsOf(composition))) {
      const on = standing.get(part) ?? [];
      on.push(node);
      standing.set(part, on);
    }
  return { needs, standing };
}

/**
 * Everything that an outage of `down` hits, the roots with it: down when what it needs is no longer there, degraded when it
 * lost what it can do without. States only get worse, so the walk ends on graphs with cycles too; its cost is that of the answer.
 */
export function spread(
  { needs, standing }: Dependence,
  { down, degraded = [] }: { down: readonly string[]; degraded?: readonly string[] },
): Map<string, Effect> {
  const hit = new Map<string, Effect>([...degraded.map((each) => [each, 'degraded'] as const), ...down.map((each) => [each, 'down'] as const)]);
  const waiting = [...hit.keys()];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const node of standing.get(from) ?? []) {
      const composition = needs.get(node);
      const [before, now] = [hit.get(node), composition ? effectOn(composition, hit) : null];
      if (now === null || before === 'down' || before === now) continue;
      hit.set(node, now);
      waiting.push(node);
    }
  return hit;
}

/** What an expression is when some of its parts are hit; null when it is not hit at all. */
function effectOn(composition: Composition, hit: ReadonlyMap<string, Effect>): Effect | null {
  if ('part' in composition) return hit.get(composition.part) ?? null;
  const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
  const wanted = 'all' in composition ? members.length : 'any' in composition ? 1 : composition.k;
  const effects = members.map((each) => effectOn(each, hit));
  const gone = effects.filter((each) => each === 'down').length;
  if (members.length - gone < wanted) return 'down';
  return effects.some((each) => each !== null) ? 'degraded' : null;
}

function partsOf(composition: Composition): string[] {
  if ('part' in composition) return [composition.part];
  return ('all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of).flatMap(partsOf);
}
