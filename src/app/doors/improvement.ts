// The register of improvements as a whole, maturity of every process, checklists, and what the records say of an audit's questions.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { levels } from '../../practices/governance/words.record.ts';
import { audit } from '../../practices/improvement/audit.record.ts';
import type { Clause } from '../../practices/improvement/audit.shapes.record.ts';
import { shownBy } from '../../practices/improvement/automatic.queries.ts';
import { maturities, portfolioOf } from '../../practices/improvement/overview.queries.ts';
import { checklists, questionnaire } from '../checklists.ts';

type Named = { Params: { id: string } };

export function improvementDoor(app: FastifyInstance, house: House): void {
  app.get('/api/improvements/portfolio', async (request, reply) => {
    const actor = insider(request, 'portfolio');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['level', 'process', 'customer']);
    if (isRefusal(query)) return query;
    const { level = null, process = null, customer = null } = query;
    if (level && !Object.hasOwn(levels, level)) return refuse('view.wrong_value', 'level', { field: 'level', value: level.slice(0, 20) });
    const wrong = Object.entries({ customer, process }).find(([, value]) => value && !isId(value));
    if (wrong) return refuse('field.not_id', wrong[0], { field: wrong[0], example: wrong[0] === 'process' ? 'PRO-3' : 'ORG-2' });
    privately(reply);
    const now = isoNow(house);
    const data = await portfolioOf(house.db, { since: `${now.slice(0, 4)}-01-01T00:00:00Z`, level, process, customer });
    return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now };
  });
  app.get('/api/maturity', async (request, reply) => {
    const actor = insider(request, 'maturity');
    if (isRefusal(actor)) return actor;
    privately(reply);
    const data = await maturities(house.db);
    return { data, questionnaire: questionnaire(), refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
  });
  app.get('/api/maturity/shown', async (request, reply) => {
    const actor = insider(request, 'maturity');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['process']);
    if (isRefusal(query)) return query;
    if (!query.process || !isId(query.process)) return refuse('field.not_id', 'process', { field: 'process', example: 'PRO-3' });
    privately(reply);
    const { questions } = questionnaire();
    const shown = await shownBy(house.db, {
      codes: [...new Set(questions.flatMap((each) => each.automatic ?? []))],
      process: query.process,
      now: isoNow(house),
    });
    const by = new Map(shown.map((each) => [each.code, each.shown]));
    return {
      data: Object.fromEntries(questions.flatMap((each) => (each.automatic && by.has(each.automatic) ? [[each.code, by.get(each.automatic)]] : []))),
      now: isoNow(house),
    };
  });
  app.get('/api/checklists', async (request) => {
    const actor = insider(request, 'checklists');
    return isRefusal(actor) ? actor : { data: checklists(), now: isoNow(house) };
  });
  app.get<Named>('/api/audits/:id/shown', async (request, reply) => {
    const actor = insider(request, 'shown');
    if (isRefusal(actor)) return actor;
    const row = isId(request.params.id) ? await readRecord(house, { actor, definition: audit, id: request.params.id }) : null;
    if (!row) return refuse('not_found');
    privately(reply);
    const { clauses, process } = row as AnyRow & { readonly clauses: readonly Clause[] | null; readonly process: string | null };
    const shown = await shownBy(house.db, { codes: [...new Set((clauses ?? []).flatMap((each) => each.automatic ?? []))], process, now: isoNow(house) });
    const by = new Map(shown.map((each) => [each.code, each.shown]));
    const data = Object.fromEntries(
      (clauses ?? []).flatMap((each) => (each.automatic && by.has(each.automatic) ? [[each.clause, by.get(each.automatic)]] : [])),
    );
    return { data, now: isoNow(house) };
  });
}

function insider(request: FastifyRequest, command: string): Actor | Refusal {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  return actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command });
}
