// Services read whole: the graph of what is composed of what, for impact, clocks and the chain of promises.
import type { Composition, Graph } from '../../calculus/composition.ts';
import type { Db } from '../../platform/db/types.ts';

export type ServiceNode = { readonly id: string; readonly name: string; readonly code: string; readonly provider: string; readonly state: string };
export type ServiceGraph = { readonly services: ReadonlyMap<string, ServiceNode>; readonly graph: Graph };

/** Every service that is not retired, and the compositions among them. One query, whatever the size. */
export async function serviceGraph(db: Db): Promise<ServiceGraph> {
  const rows = await db.query<ServiceNode & { composition: Composition | null }>(
    'select id, name, code, provider, state, composition from service where open order by id',
  );
  const services = new Map(rows.map(({ composition: _, ...node }) => [node.id, node]));
  const graph = Object.fromEntries(rows.flatMap((row) => (row.composition ? [[row.id, row.composition] as const] : [])));
  return { services, graph };
}
