// Scanning for problem candidates by hand: when it was done last, what it would find, and doing it now.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { kinds } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { lastScan } from '../../practices/problem/candidate.queries.ts';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import { managers } from '../../practices/problem/states.ts';
import { nextScan } from '../candidate-jobs.ts';
import { isScanning, refreshCandidates, scanForCandidates } from '../candidates.ts';

export function candidateDoor(app: FastifyInstance, house: House): void {
  app.get('/api/problem-candidates/scan', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'scan' });
    privately(reply);
    return { data: { last: await lastScan(house.db), running: isScanning(house), next: await nextScan(house.db) }, now: isoNow(house) };
  });
  app.get('/api/problem-candidates/findings', async (request, reply) => {
    const asked = await manager(house, request, 'read');
    if (isRefusal(asked)) return asked;
    privately(reply);
    return findings(house, asked);
  });
  app.post('/api/problem-candidates/scan', async (request, reply) => {
    const asked = await manager(house, request, 'problem_candidate.propose');
    if (isRefusal(asked)) return asked;
    privately(reply);
    const data = await refreshCandidates(house, { as_of: asked.as_of });
    return { data, refs: await labelsOf(house, { actor: asked.actor, ids: idsDeep(data) }), now: isoNow(house) };
  });
}

type Asked = { readonly actor: Actor; readonly as_of: string | undefined };

/** Whoever answers for problems, and the day to look back from. */
async function manager(house: House, request: FastifyRequest, need: 'read' | 'problem_candidate.propose'): Promise<Asked | Refusal> {
  request.definition = problemCandidate;
  const actor = actorFor(request, need);
  if (isRefusal(actor)) return actor;
  if (!allows(managers, actor, {})) return refuse('not_allowed', undefined, { command: 'scan' });
  const query = readQuery(request.query, ['as_of']);
  if (isRefusal(query)) return query;
  const { as_of } = query;
  if (as_of === undefined) return { actor, as_of };
  const wrong = kinds.date.wrong(as_of, { kind: 'date', label: problemCandidate.fields.until.label });
  if (wrong) return refuse(wrong, 'as_of', { field: 'as_of' });
  return as_of > isoNow(house).slice(0, 10) ? refuse('problem_candidate.scan.in_future', 'as_of', { value: as_of }) : { actor, as_of };
}

/** What a scan finds, strongest first, and nothing kept. */
async function findings(house: House, { actor, as_of }: Asked): Promise<object> {
  const scanned = await scanForCandidates(house, { as_of });
  const data = (scanned?.findings ?? []).map(({ group, odds, expected, ...rest }) => ({
    ...rest,
    group: group.slice(group.indexOf(':') + 1) || null,
    expected: Math.round(expected * 1_000) / 1_000,
    odds,
  }));
  const scan = { as_of: scanned?.as_of ?? null, cases: scanned?.cases.size ?? 0, ms: scanned?.ms ?? 0 };
  return { data, scan, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}
