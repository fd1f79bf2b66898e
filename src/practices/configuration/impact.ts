// What one failure adds to what fails already: hits, redundancy left, and which of the other failures have to do with it.
import type { Graph } from '../../calculus/composition.ts';
import { harmFrom, type Spare, sparesIn } from '../../calculus/impact.ts';
import type { Hit, HitService } from './impact.record.ts';

export type Weighed = {
  /** The nearest first. `already`: as badly hit without this failure. */
  readonly hits: readonly (Hit & { readonly already: boolean })[];
  readonly services: readonly HitService[];
  readonly spares: readonly Spare[];
  /** Of what fails already: what reaches something that this failure reaches too. */
  readonly beside: readonly string[];
};

/** `graph` holds everything above `failing` and `already`. */
export function weigh(graph: Graph, { failing, already }: { readonly failing: readonly string[]; readonly already: readonly string[] }): Weighed {
  const own = harmFrom(graph, { down: failing });
  const both = harmFrom(graph, { down: [...failing, ...already] });
  const before = harmFrom(graph, { down: already });
  const hits = [...own].flatMap(([id, { hops }]) => {
    const found = both.get(id);
    return found ? [{ id, effect: found.effect, hops, via: found.via ?? own.get(id)?.via ?? null, already: before.get(id)?.effect === found.effect }] : [];
  });
  const beside = already.filter((each) => [...harmFrom(graph, { down: [each] }).keys()].some((id) => own.has(id)));
  const services = hits.filter((each) => each.id.startsWith('SVC-')).map((each) => ({ service: each.id, effect: each.effect }));
  return { hits, services, spares: sparesIn(graph, both).filter((each) => own.has(each.part)), beside };
}
