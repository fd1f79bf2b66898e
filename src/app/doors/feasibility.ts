// Can the promises be kept by those beneath them: one promise with its chain drawn, a draft as it would be, and all of them at once.
import type { FastifyInstance } from 'fastify';
import { localDate } from '../../calculus/terms.ts';
import { checkInput } from '../../kernel/command.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { explainPromise } from '../../practices/promise/chain.ts';
import { acceptanceOf, chainGraph, judgeAll } from '../../practices/promise/feasibility.ts';
import { type Acceptance, type Judgement, type Verdict, verdicts } from '../../practices/promise/link.record.ts';
import { acceptedRisks, chainOf, chainOfAll, promiseOf } from '../../practices/promise/queries.ts';
import { promise } from '../../practices/promise/record.ts';

type Id = { id: string };
type Query = { customer?: string; service?: string; verdict?: string; limit?: string };

export function feasibilityDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: Id }>('/api/promises/:id/chain', async (request) => {
    const actor = insider(actorFor(request, 'read'), 'chain');
    return isRefusal(actor) ? actor : chainAnswer(house, { actor, id: request.params.id });
  });
  app.post<{ Params: Id; Body: unknown }>('/api/promises/:id/verdict', async (request) => {
    const actor = insider(actorFor(request, 'read'), 'verdict');
    return isRefusal(actor) ? actor : verdictAnswer(house, { actor, id: request.params.id, body: request.body });
  });
  app.get<{ Querystring: Query }>('/api/feasibility', async (request) => {
    const actor = insider(actorFor(request, 'read'), 'feasibility');
    return isRefusal(actor) ? actor : feasibilityAnswer(house, { actor, query: request.query });
  });
}

/** What stands behind a promise is the integrator's business: customers bought one service, suppliers know their own. */
const insider = (actor: Actor | Refusal, command: string): Actor | Refusal =>
  isRefusal(actor) || actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command });

async function rowOf(house: House, { actor, id }: { actor: Actor; id: string }): Promise<RowOf<typeof promise> | null> {
  return (await readRecord(house, { actor, definition: promise, id })) as RowOf<typeof promise> | null;
}

async function around(house: House): Promise<{ house: string; today: string; now: string }> {
  const { house: integrator, zone } = await settings(house);
  const now = new Date(house.clock.now()).toISOString();
  return { house: integrator ?? '', today: localDate(zone, now), now };
}

async function chainAnswer(house: House, { actor, id }: { actor: Actor; id: string }): Promise<object> {
  const row = await rowOf(house, { actor, id });
  if (!row) return refuse('not_found');
  const top = await promiseOf(house.db, row);
  const { now, ...here } = await around(house);
  const { nodes, edges, link } = chainGraph(top, await chainOf(house.db, { service: top.service, ...here }));
  const ids = [id, ...nodes.flatMap((each) => [each.service, each.provider ?? '', each.customer ?? '']), row.risk_owner ?? ''];
  const accepted = acceptanceOf(row, here.today);
  return { data: link, nodes, edges, accepted, refs: await labelsOf(house, { actor, ids }), now };
}

/** A draft as it would be with changes that are not saved. */
async function verdictAnswer(house: House, { actor, id, body }: { actor: Actor; id: string; body: unknown }): Promise<object> {
  const row = await rowOf(house, { actor, id });
  if (!row) return refuse('not_found');
  const changes = (body as { changes?: unknown } | null)?.changes ?? {};
  if (typeof changes !== 'object' || Array.isArray(changes)) return refuse('field.not_shape', 'changes', { field: 'changes' });
  const { sign, edit } = promise.commands;
  const clean = checkInput(promise, { ...edit, takes: [...edit.takes, ...sign.takes] }, changes as Readonly<Record<string, unknown>>);
  if (isRefusal(clean)) return clean;
  const top = await promiseOf(house.db, { ...row, ...clean });
  const { now, ...here } = await around(house);
  const link = explainPromise(top, await chainOf(house.db, { service: top.service, ...here }));
  const ids = [id, ...link.backed_by.flatMap((each) => [each.service, each.provider, each.promise]), link.weakest ?? ''];
  return { data: link, refs: await labelsOf(house, { actor, ids }), now };
}

async function feasibilityAnswer(house: House, { actor, query }: { actor: Actor; query: Query }): Promise<object> {
  if (query.verdict !== undefined && !verdicts.includes(query.verdict as Verdict))
    return refuse('view.wrong_value', 'verdict', { field: 'verdict', value: query.verdict.slice(0, 20) });
  const limit = Number(query.limit ?? 200);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    return refuse('view.wrong_value', 'limit', { field: 'limit', value: String(query.limit).slice(0, 20) });
  const { now, ...here } = await around(house);
  const [data, risks] = [await chainOfAll(house.db, here), await acceptedRisks(house.db)];
  const acceptances = new Map(risks.flatMap((each): [string, Acceptance][] => entry(each.id, acceptanceOf(each, here.today))));
  const began = performance.now();
  const judged = judgeAll(data, acceptances);
  const took_ms = Math.round(performance.now() - began);
  const within = judged.filter((each) => (!query.customer || each.customer === query.customer) && (!query.service || each.service === query.service));
  const counts = Object.fromEntries(verdicts.map((name) => [name, within.filter((each) => each.verdict === name).length]));
  const shown = within.filter((each) => !query.verdict || each.verdict === query.verdict).slice(0, limit);
  return { data: shown, counts, checked: judged.length, took_ms, refs: await labelsOf(house, { actor, ids: shown.flatMap(named) }), now };
}

const entry = (id: string, acceptance: Acceptance | null): [string, Acceptance][] => (acceptance ? [[id, acceptance]] : []);

const named = ({ service, provider, customer, weakest, cheapest, accepted }: Judgement): string[] =>
  [service, provider, customer, weakest, cheapest?.service, cheapest?.promise, accepted?.owner].filter((each) => typeof each === 'string');
