// A house with nothing in it but itself, for importing into; and imports run to their end.
import { readFileSync } from 'node:fs';
import { logbooks } from '../src/app/logbooks.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { type Actor, asSystem } from '../src/kernel/scope.ts';
import type { Db } from '../src/platform/db/types.ts';
import { type House, setSetting } from '../src/platform/house.ts';
import type { Mapping } from '../src/platform/import/mapping.ts';
import { fillImport, type Making, makeImport, startImport } from '../src/platform/import/run.ts';
import { stepImport } from '../src/platform/import/step.ts';
import { findImport, type Import } from '../src/platform/import/store.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { houseOn, monday } from './world.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
export const sampleLog = read('samples/incident-event-log.csv');
export const logMapping = JSON.parse(read('../docs/operate/uci-incident-log.mapping.json')) as Mapping;

export type ImportWorld = {
  readonly house: House;
  readonly own: string;
  readonly admin: Actor;
  readonly act: (record: string, command: string, input: Input, target?: string) => Promise<AnyRow>;
};

export async function importWorld(db: Db): Promise<ImportWorld> {
  const house = houseOn(db, { now: monday });
  const act: ImportWorld['act'] = async (record, command, input, target) => {
    const request = { id: house.chance.uuid(), record, command, target: target ?? null, input, actor: asSystem('a test'), channel: 'api' as const };
    const outcome = await perform(house, request);
    if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.row;
  };
  const own = (await act('organisation', 'open', { name: 'House', code: 'house', language: 'en', zone: 'UTC' })).id;
  await setSetting(house, 'house', own);
  const admin: Actor = {
    person: null,
    name: 'Ada Admin',
    side: 'integrator',
    organisation: own,
    parties: [own],
    teams: [],
    roles: ['administrator'],
    grants: null,
  };
  return { house, own, admin, act };
}

export type Bringing = Partial<Pick<Making, 'record' | 'format' | 'dry_run' | 'actor'>> & { readonly mapping: Mapping; readonly content: string | Uint8Array };

/** Makes, fills and starts an import; answers its id. Refusals are thrown. */
export async function begin(
  { house, admin }: ImportWorld,
  { mapping, content, record = 'incident', format = 'csv', dry_run = false, actor = admin }: Bringing,
): Promise<string> {
  const made = await makeImport(house, { actor, name: 'a file', record, format, mapping, dry_run });
  if (isRefusal(made)) throw new Error(JSON.stringify(made));
  const bytes = Buffer.from(content);
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
  for (const outcome of [await fillImport(house, { actor, id: made.id }, pieces()), await startImport(house, logbooks, { actor, id: made.id })])
    if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return made.id;
}

export async function finish({ house }: ImportWorld, id: string): Promise<Import> {
  while (await stepImport(house, logbooks, id));
  const the = await findImport(house.db, id);
  if (!the) throw new Error(`${id} is gone`);
  return the;
}

export const bring = async (w: ImportWorld, bringing: Bringing): Promise<Import> => finish(w, await begin(w, bringing));

export async function countOf(db: Db, table: string, where = 'true'): Promise<number> {
  const [row] = await db.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
  return row?.n ?? -1;
}

/** A promise to restore the service of the log, in office hours, that waits while the customer is asked. */
export async function promiseRestoration({ act, own }: ImportWorld): Promise<void> {
  const customer = await act('organisation', 'open', { name: 'Customer', code: 'uci', language: 'en', zone: 'UTC' });
  const reason = await act('reason', 'add', { name: 'Customer', code: 'customer_information', kind: 'waiting', waits_on: 'customer' });
  const team = await act('team', 'open', { name: 'Desk', organisation: own });
  const service = await act('service', 'open', { name: 'IT', code: 'uci-it', provider: own, criticality: 'medium', team: team.id });
  await act('service', 'launch', {}, service.id);
  const week = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }];
  const calendar = await act('calendar', 'open', { name: 'Office', zone: 'Europe/Amsterdam', week });
  const parts = { service: service.id, provider: own, customer: customer.id, calendar: calendar.id, measured_per: 'month', pauses: [reason.id] };
  const terms = { metric: 'restore', targets: { 1: 240, 2: 480, 3: 1200, 4: 2400, 5: 4800 }, attainment: 900_000, valid_from: '2016-01-01' };
  const draft = await act('promise', 'open', { name: 'Restore', ...terms, ...parts });
  await act('promise', 'sign', {}, draft.id);
}
