// The service map: from one service, item or organisation some steps all around, as far as who asks may see.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery, wholeNumber } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { statesNow } from '../../practices/configuration/impact-facts.queries.ts';
import { type Drawn, drawnOf, edgesAround } from '../../practices/configuration/map.queries.ts';
import type { MapAnswer, MapEdge, MapNode } from '../../practices/configuration/map.record.ts';
import { type Found, grouped } from '../../practices/configuration/map.ts';

const most = 200;
/** A ring wider than this is not walked on from: it is drawn as groups anyway. */
const widest = 400;
/** Each may be a ring of its own. */
const mostOpened = 100;

export function mapDoor(app: FastifyInstance, house: House): void {
  app.get('/api/map', async (request, reply) => {
    privately(reply);
    return map(house, request);
  });
}

async function map(house: House, request: FastifyRequest): Promise<MapAnswer | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  // What stands behind a service is not its customers' business.
  if (actor.side === 'customer') return refuse('not_allowed', undefined, { command: 'map' });
  const query = readQuery(request.query, ['from', 'hops', 'expand']);
  if (isRefusal(query)) return query;
  const hops = wholeNumber(query, 'hops', { min: 1, max: 4, otherwise: 2 });
  if (isRefusal(hops)) return hops;
  const from = query['from'];
  if (from === undefined) return refuse('field.required', 'from', { field: 'from' });
  if (!/^(SVC|CI|ORG)-\d+$/.test(from) || !Object.hasOwn(await labelsOf(house, { actor, ids: [from] }), from))
    return refuse('field.not_there', 'from', { field: 'from', value: from.slice(0, 80) });
  const expand = new Set((query['expand'] ?? '').split(',').filter((each) => each !== ''));
  if (expand.size > mostOpened) return refuse('view.wrong_value', 'expand', { field: 'expand', value: `${expand.size} > ${mostOpened}` });
  return drawn(house, { actor, from, hops, expand });
}

type Asked = { readonly actor: Actor; readonly from: string; readonly hops: number; readonly expand: ReadonlySet<string> };

async function drawn(house: House, asked: Asked): Promise<MapAnswer> {
  const { met, edges, walked } = await rings(house, asked);
  const { harm, incidents } = await statesNow(house.db);
  const inside = asked.actor.side === 'integrator';
  const found = [...met.values()].map(({ node, beside, above }): Found => {
    const { id, name, layer, type, owner, lifecycle, customers } = node;
    return {
      id,
      name,
      layer,
      type,
      owner,
      lifecycle,
      state: harm.get(id)?.effect ?? 'up',
      incidents: inside ? (incidents.get(id) ?? []) : [],
      customers: inside ? customers.length : 0,
      beside,
      above,
    };
  });
  const known = edges.filter((each) => met.has(each.from) && met.has(each.to));
  const made = grouped({ nodes: found, edges: known, expand: asked.expand, most });
  const shown = new Set(made.nodes.map((each) => each.id));
  const gathered = new Set(found.filter((each) => !shown.has(each.id)).map((each) => each.id));
  const nodes = made.nodes.map(({ beside: _, above: __, ...each }): MapNode => {
    const others = edges.flatMap(({ from, to }) => (from === each.id ? [to] : to === each.id ? [from] : []));
    const more = others.filter((other) => !shown.has(other) && !gathered.has(other)).length;
    return { ...each, more: inside ? more : 0, expanded: walked.has(each.id) };
  });
  const refs = await labelsOf(house, { actor: asked.actor, ids: idsDeep(nodes) });
  return { data: { from: asked.from, nodes, groups: made.groups, edges: made.edges }, refs, now: isoNow(house) };
}

type Met = { readonly node: Drawn; readonly beside: string | null; readonly above: boolean };

/** Ring after ring, and one more for the count of what is not drawn. An organisation is walked on from only when asked: others have much with it too. */
async function rings(house: House, { actor, from, hops, expand }: Asked): Promise<{ met: Map<string, Met>; edges: MapEdge[]; walked: Set<string> }> {
  const met = new Map<string, Met>();
  const walked = new Set<string>();
  const edges = new Map<string, MapEdge>();
  const take = async (ids: readonly { id: string; beside: string | null; above: boolean }[]): Promise<Drawn[]> => {
    const names = await labelsOf(house, { actor, ids: ids.map((each) => each.id) });
    const seen = ids.filter((each) => Object.hasOwn(names, each.id));
    const rows = new Map(
      (
        await drawnOf(
          house.db,
          seen.map((each) => each.id),
        )
      ).map((each) => [each.id, each]),
    );
    for (const { id, beside, above } of seen) {
      const node = rows.get(id);
      if (node) met.set(id, { node: actor.side === 'integrator' ? node : withoutCustomers(node), beside, above });
    }
    return seen.flatMap(({ id }) => rows.get(id) ?? []);
  };
  let ring = await take([{ id: from, beside: null, above: false }]);
  for (let step = 0; ring.length > 0; step += 1) {
    const on = ring.filter((each) => (step < hops && !isParty(each)) || each.id === from || expand.has(each.id)).slice(0, widest);
    const around = await edgesAround(
      house.db,
      ring.slice(0, widest).map((each) => met.get(each.id)?.node ?? each),
    );
    for (const each of around) edges.set(`${each.from} ${each.to}`, each);
    for (const each of on) walked.add(each.id);
    ring = await take(neighbours(around, { of: walked, met }));
    if (step > hops + expand.size) break;
  }
  return { met, edges: [...edges.values()], walked };
}

/** Whether anybody outside the house was promised it is not a supplier's to know. */
const withoutCustomers = (node: Drawn): Drawn => ({ ...node, customers: [], layer: node.layer === 'service' ? 'part' : node.layer });

const isParty = ({ layer }: Drawn): boolean => layer === 'customer' || layer === 'supplier';

function neighbours(
  edges: readonly MapEdge[],
  { of, met }: { of: ReadonlySet<string>; met: ReadonlyMap<string, Met> },
): { id: string; beside: string; above: boolean }[] {
  const found = new Map<string, { id: string; beside: string; above: boolean }>();
  for (const { from, to } of edges) {
    if (of.has(from) && !met.has(to) && !found.has(to)) found.set(to, { id: to, beside: from, above: false });
    if (of.has(to) && !met.has(from) && !found.has(from)) found.set(from, { id: from, beside: to, above: true });
  }
  return [...found.values()];
}

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const maybe = { type: ['string', 'null'] } as const;
const list = (items: unknown) => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties, required: Object.keys(properties) });
const state = { enum: ['up', 'degraded', 'down'] };
const layer = { enum: ['customer', 'service', 'part', 'item', 'supplier'] };
const node = { id: text, layer, name: text, type: maybe, owner: maybe, lifecycle: maybe, state, incidents: list(text), customers: whole, more: whole };

export const mapPaths = {
  '/api/map': {
    get: {
      operationId: 'map',
      summary: 'The service map around a service, item or organisation: customers, services, items and suppliers with their state now',
      tags: ['service'],
      parameters: [
        { name: 'from', in: 'query', required: true, description: 'Where it starts, such as SVC-3, CI-12 or ORG-2', schema: text },
        { name: 'hops', in: 'query', description: 'Steps all around, 1 to 4; 2 when absent', schema: whole },
        { name: 'expand', in: 'query', description: 'Nodes to go on from and groups to open, with commas between', schema: text },
      ],
      responses: {
        '200': {
          description: 'At most 200 nodes and groups; more are put into groups',
          content: {
            'application/json': {
              schema: object({
                data: object({
                  from: text,
                  nodes: list(object({ ...node, expanded: { type: 'boolean' } })),
                  groups: list(object({ id: text, layer, type: maybe, count: whole, state })),
                  edges: list(object({ from: text, to: text, gate: text })),
                }),
                refs: { $ref: '#/components/schemas/Refs' },
                now: text,
              }),
            },
          },
        },
        ...Object.fromEntries(['401', '403', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }])),
      },
    },
  },
} as const;
