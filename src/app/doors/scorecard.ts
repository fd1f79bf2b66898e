// The line of sight and the scorecard over HTTP: for the integrator's people, as JSON, CSV and PDF.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { languageOf, privately } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { pdfOf } from '../../platform/pdf/pdf.ts';
import { lineOfSight } from '../objectives.ts';
import { scorecardAnswer, scorecardCsv, scorecardPaper } from '../scorecard.ts';
import { insider } from './measures.ts';

type Query = { period?: string; edition?: string };

export function scorecardDoor(app: FastifyInstance, house: House): void {
  app.get('/api/line-of-sight', async (request, reply) => {
    privately(reply);
    const actor = insider(request);
    return isRefusal(actor) ? actor : lineOfSight(house, actor);
  });
  app.get<{ Querystring: Query }>('/api/scorecard', async (request, reply) => {
    privately(reply);
    return asked(house, request);
  });
  app.get<{ Querystring: Query }>('/api/scorecard.csv', async (request, reply) => {
    const answer = await asked(house, request);
    if (isRefusal(answer)) return answer;
    return asFile(reply, { name: `${answer.period}.csv`, type: 'text/csv; charset=utf-8' }).send(scorecardCsv(answer));
  });
  app.get<{ Querystring: Query }>('/api/scorecard.pdf', async (request, reply) => {
    const answer = await asked(house, request);
    const actor = insider(request);
    if (isRefusal(answer)) return answer;
    if (isRefusal(actor)) return actor;
    const { house: own, zone } = await settings(house);
    const refs = await labelsOf(house, { actor, ids: own ? [own] : [] });
    const paper = scorecardPaper(answer, { language: languageOf(request), zone, house: refs[own ?? ''] ?? '' });
    return asFile(reply, { name: `${answer.period}.pdf`, type: 'application/pdf' }).send(await pdfOf(paper));
  });
}

function asFile(reply: FastifyReply, { name, type }: { name: string; type: string }): FastifyReply {
  privately(reply);
  return reply.header('content-disposition', `attachment; filename="scorecard-${name}"`).type(type);
}

async function asked(house: House, request: FastifyRequest<{ Querystring: Query }>) {
  const actor = insider(request);
  const { period = '', edition = '' } = request.query;
  return isRefusal(actor) ? actor : scorecardAnswer(house, actor, { period, edition });
}
