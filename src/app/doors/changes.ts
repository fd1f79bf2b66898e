// Changes over HTTP beside their records: how one is judged with everybody it hits by name, and how changes go altogether.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../../platform/house.ts';
import { settings } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { changeFigures } from '../../practices/change/figures.queries.ts';
import type { FiguresAnswer, JudgementAnswer } from '../../practices/change/figures.record.ts';
import type { ChangeRow } from '../../practices/change/given.ts';
import { historyOf, hurtBy } from '../../practices/change/judgement.queries.ts';
import { riskOf } from '../../practices/change/judging.ts';
import { change } from '../../practices/change/record.ts';
import { impactOf } from '../../practices/configuration/impact.queries.ts';

const dayMs = 86_400_000;

export function changesDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string } }>('/api/changes/:id/judgement', async (request, reply) => {
    privately(reply);
    return judgement(house, request);
  });
  app.get<{ Querystring: { days?: string } }>('/api/change-figures', async (request, reply) => {
    privately(reply);
    return figures(house, request);
  });
}

/** Whom a change hits and what it may break is the integrator's to know: customers and suppliers each see their own side. */
async function judgement(house: House, request: FastifyRequest<{ Params: { id: string } }>): Promise<JudgementAnswer | Refusal> {
  request.definition = change;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const { id } = request.params;
  const found = isId(id) ? await readRecord(house, { actor, definition: change, id }) : null;
  if (!found) return refuse('not_found');
  if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'judgement' });
  const row = found as typeof found & ChangeRow;
  const now = isoNow(house);
  const { house: own } = await settings(house);
  const hit = await hurtBy(house.db, impactOf, { change: row, house: own });
  const fresh = riskOf(row, { ...hit, history: await historyOf(house.db, row) }, now);
  const hurt = row.hurt ?? hit.hurt;
  const answers = row.answers ?? [];
  const people = [row.risk?.overridden?.person, ...answers.map((each) => each.person)].filter((each) => typeof each === 'string');
  const ids = [...hurt.flatMap((each) => [each.customer, each.service, ...each.promises]), ...answers.map((each) => each.customer), ...people];
  return { data: { risk: row.risk, fresh, hurt, answers }, refs: await labelsOf(house, { actor, ids: [...new Set(ids)] }), now };
}

async function figures(house: House, request: FastifyRequest<{ Querystring: { days?: string } }>): Promise<FiguresAnswer | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'change-figures' });
  const days = request.query.days === undefined ? 90 : Number(request.query.days);
  if (!Number.isInteger(days) || days < 1 || days > 3660) return refuse('field.out_of_range', 'days', { field: 'days' });
  const since = `${new Date(house.clock.now() - days * dayMs).toISOString().slice(0, 10)}T00:00:00.000Z`;
  return { data: await changeFigures(house.db, since), since, now: isoNow(house) };
}
