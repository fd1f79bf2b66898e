// What a failure hits, now or in a window, and what a customer or service stands on: each in the rights of who asks.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Spare } from '../../calculus/impact.ts';
import { isId, isInstant } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { customersOf, stretchAbove, stretchBeneath, whenOf } from '../../practices/configuration/impact.queries.ts';
import type { ImpactAnswer, StandsOnAnswer } from '../../practices/configuration/impact.record.ts';
import { weigh } from '../../practices/configuration/impact.ts';
import { failingNow, promisesHit, servicesOf, thingsOf } from '../../practices/configuration/impact-facts.queries.ts';
import { depths, supportsOf } from '../../practices/configuration/stands-on.ts';
import { organisation } from '../../practices/organisation/record.ts';
import { service } from '../../practices/service/record.ts';

type Id = { Params: { id: string } };
/** More lines than this nobody reads: the counts tell the rest. */
const shown = 500;
const mostAtOnce = 50;

export function impactDoor(app: FastifyInstance, house: House): void {
  app.get<Id>('/api/impact/:id', async (request, reply) => {
    privately(reply);
    return impact(house, request);
  });
  for (const definition of [organisation, service]) {
    app.get<Id>(`/api/${definition.plural}/:id/stands-on`, async (request, reply) => {
      privately(reply);
      const actor = actorFor(request, 'read');
      if (isRefusal(actor)) return actor;
      request.definition = definition;
      if (!(await readRecord(house, { actor, definition, id: request.params.id }))) return refuse('not_found');
      // What stands behind a service is the integrator's business: customers bought one service, suppliers know their own.
      if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'stands-on' });
      const query = readQuery(request.query, ['at']);
      const window = isRefusal(query) ? query : windowOf(query);
      return isRefusal(window) ? window : standsOn(house, { actor, id: request.params.id, at: window.at });
    });
  }
}

async function impact(house: House, request: FastifyRequest<Id>): Promise<ImpactAnswer | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (actor.side === 'customer') return refuse('not_allowed', undefined, { command: 'impact' });
  const query = readQuery(request.query, ['with', 'at', 'until']);
  if (isRefusal(query)) return query;
  const window = windowOf(query);
  if (isRefusal(window)) return window;
  const failing = await failingOf(house, { actor, id: request.params.id, others: query['with'] });
  if (isRefusal(failing)) return failing;
  const already = window.at ? [] : (await failingNow(house.db)).filter((each) => !failing.includes(each.id));
  return answered(house, { actor, failing, already, window });
}

/** `at` alone is a moment; with `until` a window. */
function windowOf({ at, until }: Readonly<Record<string, string>>): { at: string | null; until: string | null } | Refusal {
  for (const [field, value] of Object.entries({ at, until })) {
    if (value !== undefined && !isInstant(value)) return refuse('field.not_instant', field, { field });
  }
  if (until !== undefined && at === undefined) return refuse('field.required', 'at', { field: 'at' });
  const iso = (value: string | undefined): string | null => (value === undefined ? null : new Date(value).toISOString());
  const [from, to] = [iso(at), iso(until)];
  return from && to && to < from ? refuse('view.wrong_value', 'until', { field: 'until', value: String(until) }) : { at: from, until: to };
}

/** The record of the address and those that fail with it, if they are all the actor's to see. */
async function failingOf(house: House, { actor, id, others }: { actor: Actor; id: string; others: string | undefined }): Promise<string[] | Refusal> {
  const more = (others ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (more.length > mostAtOnce) return refuse('view.wrong_value', 'with', { field: 'with', value: `${more.length} > ${mostAtOnce}` });
  const asked = [...new Set([id, ...more])];
  const names = await labelsOf(house, { actor, ids: asked.filter((each) => /^(SVC|CI)-/.test(each) && isId(each)) });
  if (!Object.hasOwn(names, id)) return refuse('not_found');
  const unknown = more.find((each) => !Object.hasOwn(names, each));
  return unknown === undefined ? asked : refuse('field.not_there', 'with', { field: 'with', value: unknown.slice(0, 80) });
}

type Answering = {
  readonly actor: Actor;
  readonly failing: readonly string[];
  readonly already: ImpactAnswer['data']['now'];
  readonly window: { readonly at: string | null; readonly until: string | null };
};

async function answered(house: House, { actor, failing, already, window }: Answering): Promise<ImpactAnswer> {
  const when = whenOf(window);
  const others = already.map((each) => each.id);
  const read = await stretchAbove(house.db, [...failing, ...others], when);
  const { hits, services, spares, beside } = weigh(read.graph, { failing, already: others });
  const inside = actor.side === 'integrator';
  const spoken = inside ? await customersOf(house.db, services, when) : [];
  const ids = [...new Set(spoken.flatMap((each) => each.promises))];
  const span = when ? { from: when.at, to: when.until } : null;
  const day = (instant: string | undefined): string => (instant ?? isoNow(house)).slice(0, 10);
  const promises = await promisesHit(house.db, { ids, window: span, from: day(when?.at), to: day(when?.until) });
  const inForce = new Set(promises.map((each) => each.id));
  const known = new Map(hits.map((each) => [each.id, each.already]));
  const answer = {
    failing,
    now: already.filter((each) => beside.includes(each.id)),
    ...window,
    hits,
    counts: { ...counted(hits), customers: new Set(spoken.map((each) => each.customer)).size, promises: promises.length },
    customers: spoken
      .slice(0, shown)
      .map((each) => ({ ...each, promises: each.promises.filter((id) => inForce.has(id)), already: known.get(each.service) === true })),
    promises: promises.slice(0, shown),
    spares: spares.slice(0, shown),
    truncated: read.truncated,
  };
  const refs = await labelsOf(house, { actor, ids: idsDeep(inside ? { ...answer, hits: hits.slice(0, shown) } : [failing, hits]) });
  const data = inside ? answer : ownSide(answer, refs);
  return { data: { ...data, hits: data.hits.slice(0, shown), spares: data.spares.map(({ members: _, ...each }) => each) }, refs, now: isoNow(house) };
}

type Told = Omit<ImpactAnswer['data'], 'spares'> & { readonly spares: readonly Spare[] };

/** What a supplier is told: its own things only, by which of its own they are hit, and nothing of incidents. */
function ownSide(answer: Told, refs: Readonly<Record<string, string>>): Told {
  const own = (id: string | null): boolean => id !== null && Object.hasOwn(refs, id);
  const hits = answer.hits.filter((each) => own(each.id)).map((each) => ({ ...each, via: own(each.via) ? each.via : null }));
  const spares = answer.spares.filter((each) => own(each.part) && each.members.every(own));
  return { ...answer, hits, spares, now: [], counts: { ...answer.counts, ...counted(hits) } };
}

function counted(hits: readonly { readonly id: string }[]): { items: number; services: number } {
  const services = hits.filter((each) => each.id.startsWith('SVC-')).length;
  return { items: hits.length - services, services };
}

async function standsOn(house: House, { actor, id, at }: { actor: Actor; id: string; at: string | null }): Promise<StandsOnAnswer> {
  const services = id.startsWith('SVC-') ? [id] : await servicesOf(house.db, { customer: id, at });
  const { graph, truncated } = await stretchBeneath(house.db, services, { when: whenOf({ at }) });
  const below = [...depths(graph, services).keys()].filter((each) => !services.includes(each));
  const { supports, owners } = supportsOf({ graph, tops: services, things: await thingsOf(house.db, below) });
  const refs = await labelsOf(house, { actor, ids: [id, ...services, ...owners.map((each) => each.owner)] });
  return { data: { services, supports, owners, truncated }, refs, now: isoNow(house) };
}
