// The service-level report over HTTP: the same figures for the desk, the customer and the executive, each as far as they may see; as JSON, CSV and PDF.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { isPeriod } from '../../calculus/period.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor, languageOf, privately } from '../../platform/http/context.ts';
import { pdfOf } from '../../platform/pdf/pdf.ts';
import { type ReportAnswer, reportOf } from '../report-answer.ts';
import { reportCsv } from '../report-csv.ts';
import { reportPaper } from '../report-pdf.ts';

type Query = { month?: string; customer?: string; service?: string };
type Asked = FastifyRequest<{ Querystring: Query }>;

export function reportDoor(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: Query }>('/api/reports/month', async (request, reply) => {
    privately(reply);
    return asked(house, request);
  });
  app.get<{ Querystring: Query }>('/api/reports/month.csv', async (request, reply) => {
    const answer = await asked(house, request);
    if (isRefusal(answer)) return answer;
    return asFile(reply, { name: `${answer.period}.csv`, type: 'text/csv; charset=utf-8' }).send(reportCsv(answer));
  });
  app.get<{ Querystring: Query }>('/api/reports/month.pdf', async (request, reply) => {
    const answer = await asked(house, request);
    if (isRefusal(answer)) return answer;
    const { house: own } = await settings(house);
    const inside = request.principal?.actor.side === 'integrator';
    const paper = reportPaper(answer, { language: languageOf(request), inside, house: answer.refs[own ?? ''] ?? '' });
    return asFile(reply, { name: `${answer.period}.pdf`, type: 'application/pdf' }).send(await pdfOf(paper));
  });
}

function asFile(reply: FastifyReply, { name, type }: { name: string; type: string }): FastifyReply {
  privately(reply);
  return reply.header('content-disposition', `attachment; filename="service-report-${name}"`).type(type);
}

async function asked(house: House, request: Asked): Promise<ReportAnswer | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (actor.side === 'supplier') return refuse('not_allowed', undefined, { command: 'report' });
  const { month, customer, service } = request.query;
  const period = month ?? (await presentMonth(house));
  if (!isPeriod(period)) return refuse('view.wrong_value', 'month', { field: 'month', value: period.slice(0, 20) });
  // What a customer is shown is published month by month; a quarterly promise has its figure in the last month of the quarter.
  if (actor.side === 'customer' && period.includes('Q')) return refuse('not_allowed', 'month', { command: 'quarter' });
  return reportOf(house, { actor, period, customer: customer ?? null, service: service ?? null });
}

async function presentMonth(house: House): Promise<string> {
  const { zone } = await settings(house);
  return Temporal.Instant.fromEpochMilliseconds(house.clock.now()).toZonedDateTimeISO(zone).toPlainDate().toString().slice(0, 7);
}
