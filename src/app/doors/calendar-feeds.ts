// Feeds of the calendar of changes: made and revoked by the person who is signed in, read by their calendar program with the token alone.
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { createFeed, listFeeds, mostFeeds, readFeed, revokeFeed } from '../../platform/auth/feed.ts';
import type { House } from '../../platform/house.ts';
import { personFor, privately } from '../../platform/http/context.ts';
import { type Form, field, readForm } from '../../platform/http/form.ts';
import { readQuery } from '../../platform/http/query.ts';
import { recordOf } from '../../platform/journal/refs.ts';
import type { CalendarView } from '../../practices/change/calendar.record.ts';
import { icsOf } from '../calendar-ics.ts';
import { calendarOf } from '../change-calendar.ts';
import { directoryOf } from '../directory.ts';
import { viewOf } from './change-calendar.ts';

const dayMs = 86_400_000;
/** A feed shows the month that was and the half year that comes. */
const [pastDays, comingDays] = [31, 184];

const feedForm: Form = {
  needs: { name: field('What the calendar is called', { kind: 'text', max: 120 }) },
  takes: {
    kinds: field('Only these, separated by commas: change, freeze, maintenance, customer_event, notice', { kind: 'text', max: 100 }),
    type: field('Of changes only those of this type: standard, normal, emergency', { kind: 'text', max: 20 }),
    service: field('Only this service', { kind: 'ref', to: 'service' }),
    supplier: field('Only this supplier', { kind: 'ref', to: 'organisation' }),
    customer: field('Only this customer', { kind: 'ref', to: 'organisation' }),
  },
};

export function calendarFeedDoor(app: FastifyInstance, house: House): void {
  const directory = directoryOf(house);
  app.get('/api/calendar_feeds', async (request, reply) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    privately(reply);
    return { data: await listFeeds(house, principal.standing.person) };
  });
  app.post('/api/calendar_feeds', async (request, reply) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    const form = readForm(feedForm, request.body);
    if (isRefusal(form)) return form;
    const view = viewOf(form);
    if (isRefusal(view)) return view;
    const made = await createFeed(house, { name: String(form.name), person: principal.standing.person, view });
    if (!made) return refuse('feed.too_many', undefined, { most: mostFeeds });
    privately(reply);
    return reply.code(201).send({ data: made.feed, path: `/api/calendar/${made.token}.ics` });
  });
  app.delete<{ Params: { id: string } }>('/api/calendar_feeds/:id', async (request) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    const { id } = request.params;
    return (await revokeFeed(house, { id, person: principal.standing.person })) ? { data: { id, revoked: true } } : refuse('not_found');
  });
  app.get<{ Params: { file: string } }>('/api/calendar/:file', async (request, reply) => {
    const query = readQuery(request.query, []);
    if (isRefusal(query)) return query;
    const token = /^(.+)\.ics$/.exec(request.params.file)?.[1] ?? '';
    const text = await feedText(house, token, directory);
    if (text === null) return refuse('not_found');
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('content-disposition', 'inline; filename="tessera.ics"');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/calendar; charset=utf-8').send(text);
  });
}

async function feedText(house: House, token: string, directory: ReturnType<typeof directoryOf>): Promise<string | null> {
  const found = await readFeed(house, { token, directory });
  if (!found) return null;
  const { feed, actor } = found;
  const now = house.clock.now();
  const language = (await directory.standings([feed.person])).get(feed.person)?.language ?? 'en';
  const period = { from: now - pastDays * dayMs, to: now + comingDays * dayMs };
  const { data, labels } = await calendarOf(house, { actor, period, view: feed.view as CalendarView, language, cancelled: true });
  const pathOf = (id: string) => `/${house.registry.practices.get(recordOf(house, id) ?? '')?.definition.plural ?? ''}/${id}`;
  return icsOf({ name: feed.name, language, entries: data, labels, url: null, pathOf });
}
