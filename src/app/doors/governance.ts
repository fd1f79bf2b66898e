// Forums with their rhythm, the agenda of a meeting, and the service review with its papers, over HTTP.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor, languageOf, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { pdfOf } from '../../platform/pdf/pdf.ts';
import { agendaFor, forumsOf } from '../forums.ts';
import { reportOf } from '../report-answer.ts';
import { reviewOf } from '../review.ts';
import { reviewPaper } from '../review-pdf.ts';

type Named = { Params: { id: string } };
const papers = ['agenda', 'pack'];

export function governanceDoor(app: FastifyInstance, house: House): void {
  app.get('/api/forums/overview', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    privately(reply);
    return forumsOf(house, actor);
  });
  app.get<Named>('/api/meetings/:id/agenda', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    privately(reply);
    return isId(request.params.id) ? agendaFor(house, actor, request.params.id) : refuse('not_found');
  });
  app.get<Named>('/api/reviews/:id', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    privately(reply);
    return isId(request.params.id) ? reviewOf(house, { actor, id: request.params.id }) : refuse('not_found');
  });
  app.get<Named>('/api/reviews/:id/paper.pdf', (request, reply) => paper(house, request, reply));
}

async function paper(house: House, request: FastifyRequest<Named>, reply: FastifyReply): Promise<FastifyReply | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, ['part']);
  if (isRefusal(query)) return query;
  const part = query.part ?? 'agenda';
  if (!papers.includes(part)) return refuse('view.wrong_value', 'part', { field: 'part', value: part.slice(0, 20), options: papers.join(', ') });
  const answer = isId(request.params.id) ? await reviewOf(house, { actor, id: request.params.id }) : refuse('not_found');
  if (isRefusal(answer)) return answer;
  const { period, customer } = answer.data;
  const report = part === 'pack' ? await reportOf(house, { actor, period, customer, service: null }) : null;
  const { house: own } = await settings(house);
  const written = reviewPaper(answer, report, { language: languageOf(request), inside: actor.side === 'integrator', house: answer.refs[own ?? ''] ?? '' });
  privately(reply);
  return reply
    .header('content-disposition', `attachment; filename="service-review-${answer.data.period}-${part}.pdf"`)
    .type('application/pdf')
    .send(await pdfOf(written));
}
