// How many people a desk needs in each half hour, and the incidents behind a half hour: for those who plan, and nobody outside.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { settings } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { type Query, readQuery, wholeNumber } from '../../platform/http/query.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { cameIn, staffingFacts } from '../../practices/workforce/staffing.queries.ts';
import { type StaffingAsked, staffingOf } from '../../practices/workforce/staffing.ts';

const asking = ['team', 'weeks', 'share', 'within', 'handling', 'shrinkage', 'contacts'] as const;

export function staffingDoor(app: FastifyInstance, house: House): void {
  app.get('/api/workforce/staffing', async (request, reply) => {
    const actor = insider(request);
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, asking);
    if (isRefusal(query)) return query;
    const asked = askedOf(query);
    if (isRefusal(asked)) return asked;
    privately(reply);
    const { zone } = await settings(house);
    const { weeks, ...terms } = asked;
    const facts = await staffingFacts(house.db, { zone, team: terms.team, weeks, now: isoNow(house) });
    const data = staffingOf(facts, terms);
    return { data, refs: await labelsOf(house, { actor, ids: terms.team ? [terms.team] : [] }), now: isoNow(house) };
  });
  app.get('/api/workforce/staffing/arrivals', async (request, reply) => {
    const actor = insider(request);
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['team', 'weeks', 'day', 'slot']);
    if (isRefusal(query)) return query;
    const asked = askedOf(query);
    if (isRefusal(asked)) return asked;
    const day = wholeNumber(query, 'day', { min: 1, max: 7, otherwise: 1 });
    const slot = wholeNumber(query, 'slot', { min: 0, max: 47, otherwise: 18 });
    if (isRefusal(day)) return day;
    if (isRefusal(slot)) return slot;
    privately(reply);
    const { zone } = await settings(house);
    const { from, to } = await staffingFacts(house.db, { zone, team: asked.team, weeks: asked.weeks, now: isoNow(house) });
    const data = from ? await cameIn(house.db, { zone, team: asked.team, from, to, day, slot }) : [];
    return { data, refs: {}, now: isoNow(house) };
  });
}

/** What a house needs to answer its customers is its own affair. */
function insider(request: FastifyRequest): Actor | Refusal {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  return actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command: 'staffing' });
}

function askedOf(query: Query): (StaffingAsked & { weeks: number }) | Refusal {
  const { team = null } = query;
  if (team !== null && !isId(team)) return refuse('field.not_id', 'team', { field: 'team', example: 'TEAM-1' });
  const numbers = {
    weeks: wholeNumber(query, 'weeks', { min: 2, max: 104, otherwise: 26 }),
    share: wholeNumber(query, 'share', { min: 500_000, max: 995_000, otherwise: 800_000 }),
    within: wholeNumber(query, 'within', { min: 0, max: 3_600, otherwise: 30 }),
    contacts: wholeNumber(query, 'contacts', { min: 1, max: 10_000, otherwise: 100 }),
    handling: query.handling === undefined ? null : wholeNumber(query, 'handling', { min: 10, max: 14_400, otherwise: 600 }),
    shrinkage: query.shrinkage === undefined ? null : wholeNumber(query, 'shrinkage', { min: 0, max: 900_000, otherwise: 300_000 }),
  };
  const refusal = Object.values(numbers).find(isRefusal);
  return refusal ?? ({ team, ...numbers } as StaffingAsked & { weeks: number });
}
