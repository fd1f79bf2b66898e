// The calendar of changes: what is planned in a period, what stands in the way of one change, and where it would fit.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId, isInstant, kinds } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { settings } from '../../platform/house.ts';
import { actorFor, languageOf, privately } from '../../platform/http/context.ts';
import { type Form, field, readForm } from '../../platform/http/form.ts';
import { type Query, readQuery } from '../../platform/http/query.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { type CalendarView, changeTypes, type EntryKind, type FoundSlot } from '../../practices/change/calendar.record.ts';
import type { ChangeRow } from '../../practices/change/calendar.ts';
import { slotsFor, toldConflict } from '../../practices/change/calendar-entry.ts';
import { conflictsFor, planningFor } from '../../practices/change/conflicts.queries.ts';
import { change } from '../../practices/change/record.ts';
import { stretchAbove } from '../../practices/configuration/impact.queries.ts';
import { calendarOf, inWords, isInsider, mentioned } from '../change-calendar.ts';

const dayMs = 86_400_000;
/** A year and the weeks at its ends. */
const longestMs = 400 * dayMs;
const slotDays = 90;
export const entryKinds: readonly EntryKind[] = ['change', 'freeze', 'maintenance', 'customer_event', 'notice'];

export function changeCalendarDoor(app: FastifyInstance, house: House): void {
  app.get('/api/changes/calendar', async (request, reply) => {
    request.definition = change;
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['from', 'to', ...viewNames]);
    if (isRefusal(query)) return query;
    const [period, view] = [periodOf(query), viewOf(query)];
    if (isRefusal(period)) return period;
    if (isRefusal(view)) return view;
    privately(reply);
    return calendarOf(house, { actor, period, view, language: languageOf(request) });
  });
  app.get<{ Params: { id: string } }>('/api/changes/:id/conflicts', async (request, reply) => {
    const found = await ownChange(house, request, request.params.id);
    if (isRefusal(found)) return found;
    privately(reply);
    const conflicts = (await conflictsFor(house.db, stretchAbove, found.row)).map((each) => toldConflict(each, found.row));
    const labels = await labelsOf(house, { actor: found.actor, ids: mentioned([{ conflicts }]) });
    const { zone } = await settings(house);
    return { data: conflicts.map((each) => inWords(each, { labels, zone, language: languageOf(request) })), labels };
  });
  app.post('/api/changes/slots', async (request, reply) => {
    request.definition = change;
    const actor = insider(actorFor(request, 'read'));
    if (isRefusal(actor)) return actor;
    const form = readForm(slotForm, request.body);
    if (isRefusal(form)) return form;
    const row = await wantedRow(house, actor, form);
    if (isRefusal(row)) return row;
    privately(reply);
    return slots(house, { request, actor, row, form });
  });
}

const viewNames = ['kinds', 'type', 'service', 'supplier', 'customer'] as const;

function periodOf({ from, to }: Query): { from: number; to: number } | Refusal {
  if (!isInstant(from)) return refuse('field.not_instant', 'from', { field: 'from' });
  if (!isInstant(to)) return refuse('field.not_instant', 'to', { field: 'to' });
  const period = { from: Date.parse(from), to: Date.parse(to) };
  if (period.to <= period.from) return refuse('calendar.wrong_period', 'to');
  return period.to - period.from > longestMs ? refuse('calendar.too_long', 'to', { days: longestMs / dayMs }) : period;
}

/** A view from outside: an address, or the body of a feed. */
export function viewOf(asked: Readonly<Record<string, unknown>>): CalendarView | Refusal {
  const list = typeof asked.kinds === 'string' ? asked.kinds.split(',').filter(Boolean) : [];
  const known = list.filter((each): each is EntryKind => (entryKinds as readonly string[]).includes(each));
  if (known.length < list.length) return refuse('field.not_choice', 'kinds', { field: 'kinds', options: entryKinds.join(', ') });
  for (const name of ['service', 'supplier', 'customer'] as const) {
    const value = asked[name];
    if (value && kinds.ref.wrong(value, { kind: 'ref', to: '*', label: { en: '', nl: '', de: '' } }))
      return refuse('field.not_id', name, { field: name, example: name === 'service' ? 'SVC-12' : 'ORG-12' });
  }
  const type = changeTypes.find((each) => each === asked.type);
  if (asked.type && !type) return refuse('field.not_choice', 'type', { field: 'type', options: changeTypes.join(', ') });
  const one = (name: 'service' | 'supplier' | 'customer') => (asked[name] ? { [name]: String(asked[name]) } : {});
  return { ...(known.length ? { kinds: known } : {}), ...(type ? { type } : {}), ...one('service'), ...one('supplier'), ...one('customer') };
}

/** What stands in the way names others' work: it is for the people of the house. */
const insider = (actor: Actor | Refusal): Actor | Refusal =>
  isRefusal(actor) || isInsider(actor) ? actor : refuse('not_allowed', undefined, { command: 'conflicts' });

async function ownChange(house: House, request: FastifyRequest, id: string): Promise<{ actor: Actor; row: ChangeRow } | Refusal> {
  request.definition = change;
  const actor = insider(actorFor(request, 'read'));
  if (isRefusal(actor)) return actor;
  const row = isId(id) ? ((await readRecord(house, { actor, definition: change, id })) as ChangeRow | null) : null;
  return row ? { actor, row } : refuse('not_found');
}

const slotForm: Form = {
  needs: { minutes: field('How long the work takes', { kind: 'integer', min: 5, max: 20_160 }) },
  takes: {
    change: field('The change that looks for a time; what it says is taken from it', { kind: 'ref', to: 'change' }),
    services: field('What it works on', { kind: 'refs', to: 'service' }),
    items: field('What it works on', { kind: 'refs', to: 'configuration_item' }),
    outage_minutes: field('How long that is down; 0: not at all; left out: nobody knows', { kind: 'minutes' }),
    implementer: field('Who does it', { kind: 'ref', to: 'person' }),
    team: field('Whose people do it', { kind: 'ref', to: 'team' }),
    from: field('Not before; now when left out', { kind: 'instant' }),
  },
};

type Asked = Readonly<Record<string, unknown>>;

/** The change itself, or one that is only thought of. */
async function wantedRow(house: House, actor: Actor, form: Asked): Promise<ChangeRow | Refusal> {
  const known = form.change ? ((await readRecord(house, { actor, definition: change, id: String(form.change) })) as ChangeRow | null) : null;
  if (form.change && !known) return refuse('field.not_there', 'change', { field: 'change', value: String(form.change) });
  const list = (name: 'services' | 'items') => (form[name] as readonly string[] | undefined) ?? known?.[name] ?? [];
  if (list('services').length + list('items').length === 0) return refuse('field.required', 'services', { field: 'services' });
  const own = <K extends 'outage_minutes' | 'implementer' | 'team'>(name: K): ChangeRow[K] =>
    (name in form ? (form[name] as ChangeRow[K]) : (known?.[name] ?? null)) as ChangeRow[K];
  const thought = {
    id: 'CHG-0',
    version: 0,
    state: 'draft',
    open: true,
    opened_at: '',
    updated_at: '',
    title: '',
    type: 'normal',
    affected_customers: [],
    suppliers: [],
  };
  const people = {
    builder: null,
    lead_party: (await settings(house)).house ?? '',
    exception: null,
    excepted: null,
    answers: null,
    planned_start: null,
    planned_end: null,
  };
  const said = { services: list('services'), items: list('items'), outage_minutes: own('outage_minutes'), implementer: own('implementer'), team: own('team') };
  return { ...thought, ...people, ...known, ...said } as ChangeRow;
}

async function slots(house: House, { request, actor, row, form }: { request: FastifyRequest; actor: Actor; row: ChangeRow; form: Asked }) {
  const from = Math.max(house.clock.now(), form.from ? Date.parse(String(form.from)) : 0);
  const period = { from, to: from + slotDays * dayMs };
  const { work, plans } = await planningFor(house.db, stretchAbove, { row, period });
  const data = slotsFor({ work, plans, period, minutes: Number(form.minutes), most: 5 });
  const labels = await labelsOf(house, { actor, ids: mentioned([...data, { customers: work.customers }]) });
  const { zone } = await settings(house);
  const worded = data.map(
    (each): FoundSlot => ({ ...each, conflicts: each.conflicts.map((one) => inWords(one, { labels, zone, language: languageOf(request) })) }),
  );
  return { data: worded, labels, zone, customers: work.customers, until: new Date(period.to).toISOString() };
}
