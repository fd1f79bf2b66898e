// Where suppliers' maintenance notices come in: as they were sent, with the token of an integration or by somebody of the house who uploads one.
import type { FastifyInstance } from 'fastify';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { allows } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor } from '../../platform/http/context.ts';
import { maintenanceNotice } from '../../practices/change/notice.record.ts';
import { takeNotice } from '../notices/intake.ts';

const limit = 1_000_000;

export function noticeDoor(app: FastifyInstance, house: House): void {
  app.register(async (inner) => {
    // Only here does text count as a body: everywhere else a form of another site must not pass for JSON.
    for (const type of ['text/calendar', 'message/rfc822', 'text/html', 'text/plain'])
      inner.addContentTypeParser(type, { parseAs: 'string', bodyLimit: limit }, (_request, body, done) => done(null, body));
    takeIn(inner, house);
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
    return takeNotice(house, { content, source: actor.name });
  });
}
