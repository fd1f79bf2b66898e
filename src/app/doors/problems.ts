// What problems cost, whether they are proven gone, what happened around them, and which known errors fit an incident: for the screens.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pareto } from '../../calculus/pareto.ts';
import { mayReadFact } from '../../kernel/fact.ts';
import { isId } from '../../kernel/field.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type AnyRow, shown } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { incident } from '../../practices/incident/record.ts';
import type { ProblemRow } from '../../practices/problem/given.ts';
import { matching } from '../../practices/problem/matching.ts';
import { standing } from '../../practices/problem/proving.ts';
import { boardRows, errorsAbout, type OnBoard, proofSettings, recurred, toldAround } from '../../practices/problem/queries.ts';
import { problem } from '../../practices/problem/record.ts';
import { painsOf } from '../pains.ts';
import { incidentLedgers } from '../registry.ts';

type Named = { Params: { id: string } };
type IncidentRow = RowOf<typeof incident>;
const dayMs = 86_400_000;
const million = 1_000_000;

export function problemDoor(app: FastifyInstance, house: House): void {
  app.get('/api/problems/board', async (request, reply) => {
    const actor = insider(request, 'board');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['service', 'supplier', 'team']);
    if (isRefusal(query)) return query;
    const wrong = Object.keys(query).find((name) => !isId(query[name]));
    if (wrong) return refuse('field.not_id', wrong, { field: wrong, example: { service: 'SVC-8', supplier: 'ORG-5', team: 'TEAM-3' }[wrong] ?? '' });
    privately(reply);
    return board(house, actor, await boardRows(house.db, { ...query, now: isoNow(house) }));
  });
  const about = (path: string, answer: (actor: Actor, row: ProblemRow) => Promise<object>): void => {
    app.get<Named>(`/api/problems/:id/${path}`, async (request, reply) => {
      const actor = actorFor(request, 'read');
      if (isRefusal(actor)) return actor;
      const row = isId(request.params.id) ? await readRecord(house, { actor, definition: problem, id: request.params.id }) : null;
      if (!row) return refuse('not_found');
      // What lies behind it names customers and other suppliers.
      if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: path });
      privately(reply);
      return answer(actor, row as ProblemRow);
    });
  };
  about('cost', (actor, row) => costOf(house, actor, row));
  about('proof', (actor, row) => proofOf(house, actor, row));
  about('moments', (actor, row) => momentsOf(house, actor, row));
  app.get<Named>('/api/incidents/:id/known-errors', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const row = isId(request.params.id) ? await readRecord(house, { actor, definition: incident, id: request.params.id }) : null;
    return row ? offersFor(house, actor, ofIncident(row)) : refuse('not_found');
  });
  app.get('/api/known-errors/offers', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['service', 'title']);
    if (isRefusal(query)) return query;
    if (!query.service || !isId(query.service)) return refuse('field.not_id', 'service', { field: 'service', example: 'SVC-8' });
    return offersFor(house, actor, { title: query.title ?? '', description: null, service: query.service, part: null, refused: [] });
  });
}

function insider(request: FastifyRequest, command: string): Actor | Refusal {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  return actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command });
}

type Asked = {
  readonly title: string;
  readonly description: string | null;
  readonly service: string;
  readonly part: string | null;
  readonly refused: readonly string[];
};

/** A part beneath is the integrator's to know: it was left out of the row of anybody else. */
function ofIncident(row: AnyRow): Asked {
  const { title, description, service, part, known_errors, dismissed_errors } = row as IncidentRow;
  return { title, description, service, part: part ?? null, refused: [...(known_errors ?? []), ...(dismissed_errors ?? [])] };
}

async function offersFor(house: House, actor: Actor, asked: Asked): Promise<object> {
  const { part, service } = asked;
  const errors = await errorsAbout(house.db, actor, [service, ...(part ? [part] : [])]);
  const data = matching({ ...asked, services: [service] }, errors).flatMap((found) => {
    const error = errors.find((each) => each.id === found.id);
    if (!error) return [];
    const { id, title, no_workaround, workaround, customer_text, used } = error;
    const inside = actor.side === 'integrator';
    const same = { id, title, no_workaround, words: found.words, share_ppm: found.share_ppm };
    return [inside ? { ...same, text: workaround, used, service: found.service, same_part: found.same_part } : { ...same, text: customer_text }];
  });
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}

async function board(house: House, actor: Actor, rows: readonly OnBoard[]): Promise<object> {
  const { pains } = await painsOf(house, rows, incidentLedgers);
  const open = rows.map((row, at) => ({ name: row.id, cost: row.open || row.state === 'accepted_risk' ? (pains[at]?.per_year_minor ?? 0) : 0 }));
  const ranked = new Map(pareto(open).map((each) => [each.name, each]));
  const data = rows.map(({ incidents, ...row }, at) => {
    const pain = pains[at];
    const rank = ranked.get(row.id);
    return {
      ...row,
      incidents: incidents.length,
      customers: pain?.customers.length ?? 0,
      impact_ms: pain?.impact_ms ?? 0,
      per_year_minor: pain?.per_year_minor ?? 0,
      currency: pain?.currency ?? 'EUR',
      share_ppm: Math.round((rank?.share ?? 0) * million),
      cumulative_ppm: Math.round((rank?.cumulative ?? 0) * million),
    };
  });
  data.sort((a, b) => b.per_year_minor - a.per_year_minor || a.priority - b.priority || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}

async function costOf(house: House, actor: Actor, row: ProblemRow): Promise<object> {
  const {
    pains: [data],
    rates,
  } = await painsOf(house, [row], incidentLedgers);
  return { data, rates, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}

/** As it stands now; before anything was repaired, as it would be if that were so now. */
async function proofOf(house: House, actor: Actor, row: ProblemRow): Promise<object> {
  const now = isoNow(house);
  const set = await proofSettings(house.db);
  const fixed_at = row.fixed_at ?? now;
  const baseline_days = row.baseline_days ?? set.baseline_days;
  const verify_until = row.verify_until ?? new Date(Date.parse(fixed_at) + set.verify_days * dayMs).toISOString();
  const baseline_from = new Date(Date.parse(fixed_at) - baseline_days * dayMs).toISOString();
  const end = Math.max(Date.parse(fixed_at), Math.min(Date.parse(verify_until), Date.parse(now)));
  const all = await recurred(house.db, row, { from: baseline_from, to: new Date(end).toISOString() });
  const baseline = all.filter((each) => each.started_at < fixed_at);
  const found = all.filter((each) => each.started_at >= fixed_at);
  const level = set.level_ppm / million;
  const window = { fixed_at, verify_until, baseline_days };
  const counted = { baseline: baseline.length, found: found.length };
  const verdict = standing(window, counted, { now, level });
  const atEnd = standing(window, counted, { now: verify_until, level });
  const needs = verdict.needs_days === null ? null : Math.ceil(verdict.needs_days);
  const data = {
    ...window,
    begun: row.fixed_at !== null,
    baseline_from,
    baseline,
    found,
    expected: verdict.expected,
    expected_at_end: atEnd.expected,
    chance: verdict.chance,
    passes: verdict.passes && counted.baseline > 0,
    over: row.fixed_at !== null && verify_until <= now,
    level,
    needs_days: needs,
    enough_at: needs === null ? null : new Date(Date.parse(fixed_at) + needs * dayMs).toISOString(),
    kept: row.proof,
  };
  return { data, refs: await labelsOf(house, { actor, ids: [...all.map((each) => each.id), ...(row.risk_owner ? [row.risk_owner] : [])] }), now };
}

/** What the journals of linked incidents and changes tell, as far as the actor may read it, oldest first. */
async function momentsOf(house: House, actor: Actor, row: ProblemRow): Promise<object> {
  const facts = (await toldAround(house.db, [...row.incidents, ...row.changes])).filter((each) => mayReadFact(each, actor));
  const data = facts.map((each) => {
    const definition = house.registry.practices.get(each.record)?.definition;
    const visible = Object.entries(each.changes).filter(([name]) => shown(definition?.fields[name], actor.side));
    const { audience: _audience, actor: _actor, ...rest } = each;
    return { ...rest, changes: Object.fromEntries(visible.map(([name, to]) => [name, { from: null, to }])) };
  });
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}
