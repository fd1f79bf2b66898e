// The line of sight and the scorecard over HTTP: for the integrator's people, as JSON, CSV and PDF.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { languageOf, privately } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { pdfOf } from '../../platform/pdf/pdf.ts';
import { withRest } from '../measure-jobs.ts';
import { briefly, type Patience, wholly } from '../measure-values.ts';
import { lineOfSight } from '../objectives.ts';
import { scorecardAnswer, scorecardCsv, scorecardPaper } from '../scorecard.ts';
import { insider } from './measures.ts';

type Query = { period?: string; edition?: string };

export function scorecardDoor(app: FastifyInstance, house: House): void {
  app.get('/api/line-of-sight', async (request, reply) => {
    privately(reply);
    const actor = insider(request);
    return isRefusal(actor) ? actor : withRest(house, await lineOfSight(house, actor), ({ figures }) => figures);
  });
  app.get<{ Querystring: Query }>('/api/scorecard', async (request, reply) => {
    privately(reply);
    return asked(house, request, briefly(house.clock.now));
  });
  app.get<{ Querystring: Query }>('/api/scorecard.csv', async (request, reply) => {
    const answer = await asked(house, request, wholly(house.clock.now));
    if (isRefusal(answer)) return answer;
    return asFile(reply, { name: `${answer.period}.csv`, type: 'text/csv; charset=utf-8' }).send(scorecardCsv(answer));
  });
  app.get<{ Querystring: Query }>('/api/scorecard.pdf', async (request, reply) => {
    const answer = await asked(house, request, wholly(house.clock.now));
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

/** A screen asks again for what was left out; paper cannot. */
async function asked(house: House, request: FastifyRequest<{ Querystring: Query }>, patience: Patience) {
  const actor = insider(request);
  const { period = '', edition = '' } = request.query;
  return isRefusal(actor) ? actor : scorecardAnswer(house, actor, { period, edition, patience });
}
