// Where suppliers' maintenance notices come in: as they were sent, with the token of an integration or by somebody of the house who uploads one.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { allows } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, languageOf, privately } from '../../platform/http/context.ts';
import { type Form, readForm } from '../../platform/http/form.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { readQuery } from '../../platform/http/query.ts';
import { maintenanceNotice } from '../../practices/change/notice.record.ts';
import { templateFields } from '../../practices/change/notice-template.fields.ts';
import { noticeTemplate } from '../../practices/change/notice-template.record.ts';
import { faultsOf, filled, tried } from '../../practices/change/notice-template-said.ts';
import { takeNotices } from '../notices/intake.ts';

const limit = 1_000_000;

export function noticeDoor(app: FastifyInstance, house: House): void {
  app.register(async (inner) => {
    // Only here does text count as a body: everywhere else a form of another site must not pass for JSON.
    for (const type of ['text/calendar', 'message/rfc822', 'text/html', 'text/plain'])
      inner.addContentTypeParser(type, { parseAs: 'string', bodyLimit: limit }, (_request, body, done) => done(null, body));
    takeIn(inner, house);
  });
  app.post('/api/notice_templates/try', async (request, reply) => {
    request.definition = noticeTemplate;
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'try' });
    privately(reply);
    return tryOn(request);
  });
}

function takeIn(app: FastifyInstance, house: House): void {
  app.post('/api/maintenance_notices/intake', { bodyLimit: limit }, async (request) => {
    request.definition = maintenanceNotice;
    const actor = actorFor(request, 'maintenance_notice.receive');
    if (isRefusal(actor)) return actor;
    if (!allows(maintenanceNotice.commands.receive.may, actor, {})) return refuse('not_allowed', undefined, { command: 'receive' });
    const { body } = request;
    const content = typeof body === 'string' ? body : typeof body === 'object' && body !== null && 'content' in body ? body.content : null;
    if (typeof content !== 'string' || content.trim() === '') return refuse('notice.empty', 'content');
    if (content.length > limit) return refuse('notice.too_long', 'content', { limit });
    const query = readQuery(request.query, ['dry_run', 'provider']);
    if (isRefusal(query)) return query;
    const { dry_run, provider } = query;
    if (provider !== undefined && provider.length > 120) return refuse('field.too_long', 'provider', { field: 'provider' });
    return takeNotices(house, { content, source: actor.name, provider, dry_run: dry_run === 'true' || dry_run === '1' });
  });
}

/** A template that is being written, on its sample: what it reads and everything it does not find. Nothing is kept. */
function tryOn(request: FastifyRequest) {
  const form = readForm(trial, request.body);
  if (isRefusal(form)) return form;
  const said = filled(form);
  const reader = { language: languageOf(request), request_id: request.id, definition: noticeTemplate };
  const told = (fault: Refusal) => ({ field: fault.field ?? '', text: problemOf(fault, reader).detail });
  return { data: { notice: tried(said), faults: faultsOf(said).map(told) } };
}

const { supplier: _supplier, ...words } = templateFields;
/** What the form holds so far: nothing of it is needed yet. */
const trial: Form = { takes: words };
