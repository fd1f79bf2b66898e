// Meetings of the change advisory board over HTTP: the room with everything in it, the votes asked of somebody, and the minutes on paper.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor, isoNow, languageOf, privately } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { pdfOf } from '../../platform/pdf/pdf.ts';
import { openVotes } from '../../practices/change/cab.queries.ts';
import { cabMeeting } from '../../practices/change/cab.record.ts';
import type { AskedAnswer, RoomAnswer } from '../../practices/change/cab-room.record.ts';
import { minutesPaper } from '../cab-paper.ts';
import { roomOf } from '../cab-room.ts';

type Asked = FastifyRequest<{ Params: { id: string } }>;

export function cabDoor(app: FastifyInstance, house: House): void {
  app.get('/api/cab_meetings/asked', async (request, reply) => {
    privately(reply);
    return asked(house, request);
  });
  app.get<{ Params: { id: string } }>('/api/cab_meetings/:id/room', async (request, reply) => {
    privately(reply);
    return room(house, request);
  });
  app.get<{ Params: { id: string } }>('/api/cab_meetings/:id/minutes.pdf', async (request, reply) => paper(house, request, reply));
}

async function room(house: House, request: Asked): Promise<RoomAnswer | Refusal> {
  request.definition = cabMeeting;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const { id } = request.params;
  const row = isId(id) ? await readRecord(house, { actor, definition: cabMeeting, id }) : null;
  return row ? roomOf(house, { actor, row }) : refuse('not_found');
}

/** The votes that are asked of whoever asks. A change that is not theirs to see cannot be asked of them. */
async function asked(house: House, request: FastifyRequest): Promise<AskedAnswer | Refusal> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const votes = actor.person ? await openVotes(house.db, actor.person) : [];
  const names = await labelsOf(house, { actor, ids: votes.map((each) => each.change) });
  const data = votes.flatMap((each) => (names[each.change] ? [{ ...each, change_title: names[each.change] as string }] : []));
  return { data, now: isoNow(house) };
}

async function paper(house: House, request: Asked, reply: FastifyReply): Promise<unknown> {
  const answer = await room(house, request);
  if (isRefusal(answer)) return answer;
  privately(reply);
  const inside = request.principal?.actor.side === 'integrator';
  const { house: own } = await settings(house);
  const content = await pdfOf(minutesPaper(answer, { language: languageOf(request), inside, house: answer.refs[own ?? ''] ?? '' }));
  return reply.header('content-disposition', `attachment; filename="${request.params.id}-minutes.pdf"`).type('application/pdf').send(content);
}
