// What a past period would have been under another promise: asked by those who negotiate promises, answered without touching a record.
import type { FastifyInstance } from 'fastify';
import type { Calendar } from '../../calculus/calendar.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import { wrongValue } from '../../kernel/command.ts';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import { type House, settings } from '../../platform/house.ts';
import { bodyOf } from '../../platform/http/commands.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { promise } from '../../practices/promise/record.ts';
import { hoursInstead, type PromiseTerms, promiseTerms, wrongReasons } from '../../practices/reporting/what-if.queries.ts';
import { whatIfAskers, whatIfMetrics } from '../../practices/reporting/what-if.record.ts';
import { changedSides, figuresOf, type Paying, windowsOf } from '../../practices/reporting/what-if.ts';
import { type Altered, casesOf } from '../what-if.ts';

export function whatIfDoor(app: FastifyInstance, house: House): void {
  app.post<{ Params: { id: string } }>('/api/promises/:id/what-if', async (request, reply) => {
    request.definition = promise;
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const row = isId(request.params.id) ? await readRecord(house, { actor, definition: promise, id: request.params.id }) : null;
    if (!row) return refuse('not_found');
    if (!allows(whatIfAskers, actor, {})) return refuse('not_allowed', undefined, { command: 'what-if' });
    const body = bodyOf(request);
    if (isRefusal(body)) return body;
    privately(reply);
    return whatIf(house, { actor, id: row.id, body });
  });
}

type Body = Readonly<Record<string, unknown>>;

export async function whatIf(house: House, { actor, id, body }: { actor: Actor; id: string; body: Body }): Promise<object | Refusal> {
  const own = await promiseTerms(house.db, id);
  if (!own) return refuse('not_found');
  if (!whatIfMetrics.includes(own.metric)) return refuse('what_if.metric', 'metric', { metric: own.metric });
  const asked = await readAsked(house, { own, body });
  if (isRefusal(asked)) return asked;
  const { from, to, altered, before, after, assumes } = asked;
  const windows = windowsOf({ from, to, zone: own.hours.zone, measured: own.measured_per });
  const now = house.clock.now();
  const found = await casesOf(house, { promises: own.family, windows, altered, now });
  if (isRefusal(found)) return found;
  const changed = changedSides(found.cases, windows);
  const shown = changed.slice(0, 500);
  const side = (which: 'before' | 'after', paying: Paying) =>
    figuresOf(
      found.cases.map((each) => each[which]),
      { windows, paying },
    );
  return {
    promise: id,
    from,
    to,
    currency: own.currency,
    before: told(side('before', before)),
    after: told(side('after', after)),
    looked_at: found.cases.length,
    changed_count: changed.length,
    changed: shown.map((each) => ({ ...each, before: when(each.before), after: when(each.after), why: found.why(each) })),
    assumes,
    refs: await labelsOf(house, { actor, ids: shown.map((each) => each.id) }),
    now: isoNow(house),
  };
}

type Read = {
  readonly from: string;
  readonly to: string;
  readonly altered: Altered;
  readonly before: Paying;
  readonly after: Paying;
  readonly assumes: readonly string[];
};

async function readAsked(house: House, { own, body }: { own: PromiseTerms; body: Body }): Promise<Read | Refusal> {
  const strange = Object.keys(body).find((name) => !['from', 'to', 'change'].includes(name));
  if (strange) return refuse('field.unknown', strange, { field: strange.slice(0, 80) });
  const { from, to, change } = body;
  for (const [name, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (value === undefined || value === null) return refuse('field.required', name, { field: name });
    const wrong = wrongValue(name, { kind: 'date', label: promise.label }, value);
    if (wrong) return wrong;
  }
  if (String(to) < String(from)) return refuse('what_if.period', 'to', { from: String(from), to: String(to) });
  if (Date.parse(String(to)) - Date.parse(String(from)) > 3 * 366 * 86_400_000) return refuse('what_if.too_long', 'to', {});
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return refuse('field.required', 'change', { field: 'change' });
  const read = await readChange(house, own, change as Body);
  return isRefusal(read) ? read : { from: String(from), to: String(to), ...read };
}

/** Fields of the promise that may be other; checked as they are when a promise is drafted. */
const plain = ['targets', 'attainment', 'credit_bands', 'fee_minor', 'pauses'] as const;

async function readChange(house: House, own: PromiseTerms, change: Body): Promise<Omit<Read, 'from' | 'to'> | Refusal> {
  const strange = Object.keys(change).find((name) => !(plain as readonly string[]).includes(name) && name !== 'calendar' && name !== 'supplier');
  if (strange) return refuse('field.unknown', strange, { field: strange.slice(0, 80) });
  if (Object.keys(change).length === 0) return refuse('what_if.nothing', 'change', {});
  for (const name of plain) {
    const field = promise.fields[name];
    const wrong = change[name] === undefined || change[name] === null ? null : wrongValue(name, field, change[name]);
    if (wrong) return wrong;
  }
  const pauses = change.pauses as readonly string[] | undefined;
  const [odd] = pauses ? await wrongReasons(house.db, pauses) : [];
  if (odd) return refuse('field.not_there', 'pauses', { field: 'pauses', value: odd });
  const hours = await readHours(house, own, change.calendar);
  if (isRefusal(hours)) return hours;
  const supplier = await readSupplier(house, change.supplier);
  if (isRefusal(supplier)) return supplier;
  const before: Paying = { attainment: own.attainment, bands: own.credit_bands, fee_minor: own.fee_minor };
  const after: Paying = {
    attainment: change.attainment === undefined ? before.attainment : (change.attainment as number | null),
    bands: change.credit_bands === undefined ? before.bands : (change.credit_bands as CreditBands | null),
    fee_minor: change.fee_minor === undefined ? before.fee_minor : (change.fee_minor as number | null),
  };
  const targets = change.targets === undefined ? undefined : ((change.targets ?? {}) as Readonly<Record<string, number>>);
  const altered: Altered = { ...(targets ? { targets } : {}), ...(hours ? { hours } : {}), ...(pauses ? { pauses } : {}), ...(supplier ? { supplier } : {}) };
  return { altered, before, after, assumes: ['same_events', ...(supplier ? ['supplier'] : []), ...(hours ? ['hours'] : []), 'windows'] };
}

async function readHours(house: House, own: PromiseTerms, calendar: unknown): Promise<Calendar | null | Refusal> {
  if (calendar === undefined || calendar === null) return null;
  const found = isId(calendar) ? await hoursInstead(house.db, calendar, own.id) : null;
  return found ?? refuse('field.not_there', 'calendar', { field: 'calendar', value: String(calendar).slice(0, 40) });
}

/** `supplier` is `{ promise, instead_of? }`: another party's promise to repair, and whose stretches it takes the place of. */
async function readSupplier(house: House, asked: unknown): Promise<Altered['supplier'] | null | Refusal> {
  if (asked === undefined || asked === null) return null;
  const { promise: other, instead_of = null } = asked as { promise?: unknown; instead_of?: unknown };
  const found = isId(other) ? await promiseTerms(house.db, other) : null;
  if (!found) return refuse('field.not_there', 'supplier', { field: 'supplier.promise', value: String(other).slice(0, 40) });
  const { house: integrator } = await settings(house);
  if (found.metric !== 'repair' || found.provider === integrator || found.state !== 'active')
    return refuse('what_if.not_a_supplier', 'supplier', { promise: found.id });
  if (instead_of !== null && !isId(instead_of)) return refuse('field.not_id', 'supplier', { field: 'supplier.instead_of', example: 'ORG-12' });
  const { targets, hours, provider } = found;
  return {
    calendar: hours,
    minutes: (priority) => targets?.[String(priority)] ?? null,
    instead_of: (party) => party !== '' && party !== integrator && party !== provider && (instead_of === null || party === instead_of),
  };
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const when = <E extends { readonly decided_at: number | null }>(ended: E) => ({ ...ended, decided_at: iso(ended.decided_at) });
const told = ({ windows, ...figures }: ReturnType<typeof figuresOf>) => ({
  ...figures,
  windows: windows.map(({ from, to, ...each }) => ({ ...each, from: iso(from), to: iso(to) })),
});
