// What a service is made of, how each part is now, and whether the promises beneath carry the promises on it.
import type { FastifyInstance } from 'fastify';
import { type Composition, type Graph, leaves, plan } from '../../calculus/composition.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { statesNow } from '../../practices/configuration/impact-facts.queries.ts';
import { explainChain } from '../../practices/promise/chain.ts';
import { chainOf } from '../../practices/promise/queries.ts';
import { serviceGraph } from '../../practices/service/queries.ts';
import { service } from '../../practices/service/record.ts';

export function compositionDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string } }>('/api/services/:id/composition', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (!(await readRecord(house, { actor, definition: service, id: request.params.id }))) return refuse('not_found');
    // What stands behind a service is the integrator's business: customers bought one service, suppliers know their own.
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'composition' });
    return compositionOf(house, { actor, id: request.params.id });
  });
}

export async function compositionOf(house: House, { actor, id }: { actor: Actor; id: string }): Promise<object> {
  const { services, graph } = await serviceGraph(house.db);
  const { harm, incidents } = await statesNow(house.db);
  const beneath = plan(id, graph).steps.flatMap((step) => (step.part === null ? [] : [step.part]));
  const users = consumers(graph);
  const nodes = beneath.map((part) => {
    const node = services.get(part);
    return {
      id: part,
      name: node?.name ?? part,
      code: node?.code ?? null,
      owner: node?.provider ?? null,
      lifecycle: node?.state ?? null,
      state: harm.get(part)?.effect ?? 'up',
      shared_by: [...(users.get(part) ?? [])].sort(),
      composition: graph[part] ?? null,
      incidents: incidents.get(part) ?? [],
    };
  });
  const edges = beneath.flatMap((from) => (graph[from] ? partsOf(graph[from]).map(({ part, gate }) => ({ from, to: part, gate })) : []));
  const { house: integrator } = await settings(house);
  const chain = explainChain(await chainOf(house.db, { service: id, house: integrator ?? '', today: new Date(house.clock.now()).toISOString().slice(0, 10) }));
  const refs = await labelsOf(house, {
    actor,
    ids: [...beneath, ...nodes.flatMap((each) => (each.owner ? [each.owner] : [])), ...nodes.flatMap((each) => each.shared_by)],
  });
  return { data: { root: id, nodes, edges, tree: graph[id] ?? null, leaves: leaves(id, graph) }, chain, refs, now: new Date(house.clock.now()).toISOString() };
}

/** For each part, the services directly composed of it. */
function consumers(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [user, composition] of Object.entries(graph)) {
    if (!composition) continue;
    for (const { part } of partsOf(composition)) found.set(part, (found.get(part) ?? new Set()).add(user));
  }
  return found;
}

/** The parts of one composition, each with the gate it hangs on: `all`, `any`, or `2 of 3`. */
function partsOf(composition: Composition, gate = 'all'): { part: string; gate: string }[] {
  if ('part' in composition) return [{ part: composition.part, gate }];
  if ('all' in composition) return composition.all.flatMap((each) => partsOf(each, 'all'));
  if ('any' in composition) return composition.any.flatMap((each) => partsOf(each, 'any'));
  return composition.of.flatMap((each) => partsOf(each, `${composition.k} of ${composition.of.length}`));
}
