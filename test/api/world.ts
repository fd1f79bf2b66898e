// A small world behind a listening server: one house, two customers, two suppliers, their people, and a word of each that only they may read.

import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { directoryOf } from '../../src/app/directory.ts';
import { doorPaths, doorSchemas, doors, doorTags } from '../../src/app/doors.ts';
import { theRegistry } from '../../src/app/registry.ts';
import type { Input } from '../../src/kernel/command.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type Actor, asSystem } from '../../src/kernel/scope.ts';
import { startSession } from '../../src/platform/auth/session.ts';
import { createToken } from '../../src/platform/auth/token.ts';
import type { Db } from '../../src/platform/db/types.ts';
import { type House, setSetting } from '../../src/platform/house.ts';
import { createApp } from '../../src/platform/http/app.ts';
import type { AppOptions } from '../../src/platform/http/context.ts';
import { houseHandlers } from '../../src/platform/jobs/handlers.ts';
import { jobRunner } from '../../src/platform/jobs/runner.ts';
import { perform } from '../../src/platform/journal/perform.ts';
import { contestsOf } from '../../src/practices/dispute/queries.ts';
import { modelGuard } from '../../src/practices/model/queries.ts';
import { testLog } from '../db-env.ts';
import { type Client, client } from './client.ts';
import { theHouseItself } from './world-model.ts';

/** Words that occur in one party's records only. */
export const canaries = { a: 'canaryalpha', b: 'canarybravo', x: 'canaryxray', y: 'canaryyankee', house: 'canaryhouse' } as const;

export const people = {
  admin: ['house', 'administrator'],
  manager: ['house', 'service_level_manager'],
  agent: ['house', 'agent'],
  user_a: ['a', 'customer_user'],
  manager_a: ['a', 'customer_manager'],
  user_b: ['b', 'customer_user'],
  agent_x: ['x', 'supplier_agent'],
  agent_y: ['y', 'supplier_agent'],
  left: ['house', 'agent'],
} as const;
export type Who = keyof typeof people;

export type World = {
  readonly house: House;
  readonly app: FastifyInstance;
  readonly url: string;
  /** Numbers by name: `organisation.a`, `person.agent`, `incident.b` ... */
  readonly ids: Readonly<Record<string, string>>;
  readonly id: (name: string) => string;
  /** Moves the house clock on, by milliseconds. */
  readonly later: (ms: number) => void;
  readonly act: (record: string, command: string, what: { target?: string; input?: Input; actor?: Actor }) => Promise<string>;
  /** A browser of this person, signed in. */
  readonly as: (who: Who) => Promise<Client>;
  /** A program with a token of this person. */
  readonly withToken: (who: Who, scopes: readonly string[]) => Promise<Client>;
  readonly anonymous: Client;
  /** Runs the jobs that are ready. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const start = Date.parse('2026-03-02T09:00:00Z');
const generous = { principal: 1_000_000, anonymous: 1_000_000, login: 1_000_000 };

export type Setting = { readonly app?: Partial<AppOptions>; readonly wrap?: (db: Db) => Db };

/** Only the server: nobody has set anything up yet. */
export async function emptyServer(database: Db, { app: options, wrap = (db) => db }: Setting = {}) {
  let now = start;
  const chance = { uuid: () => randomUUID() as string, random: Math.random, bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const house: House = {
    db: wrap(database),
    registry: theRegistry,
    clock: { now: () => now },
    chance,
    log: testLog,
    wake: () => undefined,
    contests: contestsOf,
    guard: modelGuard,
  };
  const app = await createApp(house, {
    version: '0.0.0-test',
    directory: directoryOf(house),
    doors,
    doorPaths,
    doorSchemas,
    doorTags,
    limits: generous,
    ...options,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const later = (ms: number): void => {
    now += ms;
  };
  return { house, app, url, later, anonymous: client(url) };
}

export async function world(database: Db, setting: Setting = {}): Promise<World> {
  const server = await emptyServer(database, setting);
  const { house, url } = server;
  const ids: Record<string, string> = {};
  const id = (name: string): string => {
    const found = ids[name];
    if (!found) throw new Error(`the world has no ${name}`);
    return found;
  };
  const act: World['act'] = async (record, command, { target = null, input = {}, actor = asSystem('the test world') }) => {
    const outcome = await perform(house, { id: randomUUID(), record, command, target, input, actor, channel: 'api' });
    if (isRefusal(outcome)) throw new Error(`${record}.${command} was refused: ${JSON.stringify(outcome)}`);
    return outcome.row.id;
  };
  const runner = jobRunner(house, houseHandlers);
  const made = { ...server, ids, id, act, settle: async () => void (await runner.drain()) };
  await parties(made);
  await work(made);
  await made.settle();
  return {
    ...made,
    as: async (who) => {
      const { token, csrf } = await startSession(house, { person: id(`person.${who}`), user_agent: null });
      return client(url, { cookie: `tessera_session=${token}`, 'x-csrf-token': csrf });
    },
    withToken: async (who, scopes) => {
      const expires_at = new Date(house.clock.now() + 3_600_000).toISOString();
      const { secret } = await createToken(house, {
        name: who,
        person: id(`person.${who}`),
        organisation: null,
        side: null,
        scopes,
        expires_at,
        created_by: null,
      });
      return client(url, { authorization: `Bearer ${secret}` });
    },
    close: async () => {
      await server.app.close();
      await runner.stop();
    },
  };
}

type Made = Pick<World, 'house' | 'id' | 'act' | 'settle'> & { ids: Record<string, string> };

const names = { house: 'House', a: 'Alpha', b: 'Bravo', x: 'Xray', y: 'Yankee' } as const;

async function parties({ house, ids, id, act }: Made): Promise<void> {
  for (const [code, name] of Object.entries(names)) {
    ids[`organisation.${code}`] = await act('organisation', 'open', {
      input: { name: `${name} ${canaries[code as keyof typeof names]}`, code: `org-${code}`, language: 'en', zone: 'Europe/Amsterdam' },
    });
    if (code === 'house') await setSetting(house, 'house', id('organisation.house'));
  }
  for (const code of Object.keys(names)) {
    const organisation = id(`organisation.${code}`);
    ids[`team.${code}`] = await act('team', 'open', { input: { name: `Team ${canaries[code as keyof typeof names]}`, organisation } });
    ids[`site.${code}`] = await act('site', 'open', { input: { name: `Site ${canaries[code as keyof typeof names]}`, organisation } });
  }
  for (const [who, [code, role]] of Object.entries(people)) {
    const organisation = id(`organisation.${code}`);
    const name = code === 'house' ? `House ${who.replace('_', ' ')}` : `${who} ${canaries[code]}`;
    const person = await act('person', 'open', { input: { name, organisation, email: `${who.replace('_', '.')}@example.org` } });
    ids[`person.${who}`] = person;
    await act('membership', 'open', { input: { person, organisation, role, team: id(`team.${code}`) } });
  }
  await act('person', 'leave', { target: id('person.left') });
}

const levels = ['high', 'medium', 'low'];

async function work(made: Made): Promise<void> {
  const { ids, id, act } = made;
  for (const impact of levels) for (const urgency of levels) await act('priority_rule', 'add', { input: { impact, urgency, priority: 3 } });
  ids['reason.waiting'] = await act('reason', 'add', { input: { code: 'info', name: 'Waiting for information', kind: 'waiting', waits_on: 'customer' } });
  for (const [customer, supplier] of [
    ['a', 'x'],
    ['b', 'y'],
  ] as const) {
    const whole = await act('service', 'open', {
      input: {
        code: `svc-${customer}`,
        name: `Service ${canaries[customer]}`,
        provider: id('organisation.house'),
        team: id('team.house'),
        criticality: 'high',
      },
    });
    const part = await act('service', 'open', {
      input: { code: `svc-${supplier}`, name: `Service ${canaries[supplier]}`, provider: id(`organisation.${supplier}`), criticality: 'high' },
    });
    for (const target of [part, whole]) await act('service', 'launch', { target });
    Object.assign(ids, { [`service.${customer}`]: whole, [`service.${supplier}`]: part });
    await promised(made, { code: customer, provider: 'house', customer, metrics: ['respond', 'restore'] });
    await promised(made, { code: supplier, provider: supplier, customer: 'house', metrics: ['accept', 'repair'] });
    const incident = await act('incident', 'open', {
      input: { title: `Broken ${canaries[customer]}`, description: `It says ${canaries[customer]}`, service: whole, customer: id(`organisation.${customer}`) },
    });
    ids[`incident.${customer}`] = incident;
    await act('incident', 'note', { target: incident, input: { note: `Between us: ${canaries.house}`, audience: [id('organisation.house')] } });
    await act('incident', 'reply', {
      target: incident,
      input: { note: `Dear ${canaries[customer]}`, audience: [id('organisation.house'), id(`organisation.${customer}`)] },
    });
    ids[`work_order.${supplier}`] = await act('work_order', 'offer', {
      input: {
        title: `Repair ${canaries[supplier]}`,
        instruction: `Look at ${canaries[supplier]}`,
        supplier: id(`organisation.${supplier}`),
        parent: incident,
      },
    });
  }
  // A reason is a record that everybody sees: its links must not tell one customer about the other.
  await act('incident', 'wait', { target: id('incident.b'), input: { waiting_reason: id('reason.waiting') } });
  await items(made);
  await changes(made);
  await hours(made);
  await governance(made);
  await theHouseItself({ ...made, word: canaries.house });
}

/** A table of the house with each party, what was said there, and what of improving is the house's own. */
async function governance({ ids, id, act }: Made): Promise<void> {
  const chair = id('person.manager');
  for (const code of ['a', 'b', 'x', 'y'] as const) {
    const word = canaries[code];
    const party = ['a', 'b'].includes(code) ? { customer: id(`organisation.${code}`) } : { parties: [id(`organisation.${code}`)] };
    const sits = { name: `Review ${word}`, kind: 'review', level: 'tactical', chair, members: [chair], cadence: 'monthly', starts_on: '2026-03-10' };
    const forum = await act('forum', 'open', { input: { ...sits, ...party } });
    const meeting = await act('meeting', 'plan', { input: { forum, starts_at: '2026-03-10T09:00:00Z' } });
    const decided = { meeting, title: `Decided ${word}`, effects: [{ kind: 'policy', record: null, text: `Inside ${canaries.house}` }] };
    const agreed = { meeting, title: `Do ${word}`, owner: chair, due_on: '2026-04-01', about: id('competence.house') };
    ids[`decision.${code}`] = await act('decision', 'take', { input: decided });
    ids[`action.${code}`] = await act('action', 'open', { input: agreed });
    Object.assign(ids, { [`forum.${code}`]: forum, [`meeting.${code}`]: meeting });
  }
  ids['improvement.house'] = await act('improvement', 'propose', { input: { title: `Better ${canaries.house}` } });
  const planned = { checklist: 'fitsm-1', auditor: chair, planned_on: '2026-05-01' };
  ids['audit.house'] = await act('audit', 'plan', { input: { title: `Audit ${canaries.house}`, ...planned } });
  ids['finding.house'] = await act('finding', 'open', { input: { title: `Finding ${canaries.house}`, grade: 'minor', statement: 'Not done' } });
  ids['process.judged'] = await act('process', 'open', {
    input: { code: 'problem', name: `Judged ${canaries.house}`, level: 'tactical', owner: chair, manager: chair },
  });
  ids['maturity_assessment.house'] = await act('maturity_assessment', 'open', { input: { process: id('process.judged') } });
}

/** What the agent can do and how much they work, which they read too; and the same of a manager, which they do not. */
async function hours({ ids, id, act }: Made): Promise<void> {
  ids['competence.house'] = await act('competence', 'open', { input: { name: `Networks ${canaries.house}` } });
  for (const [code, who] of [
    ['house', 'agent'],
    ['other', 'manager'],
  ] as const) {
    const person = id(`person.${who}`);
    ids[`skill.${code}`] = await act('skill', 'open', { input: { person, competence: id('competence.house'), level: 3 } });
    ids[`capacity.${code}`] = await act('capacity', 'open', { input: { person, weekly: 2_160, starts_on: '2026-01-01' } });
    const process = await act('process', 'open', { input: { code: `work_${code}`, name: `Work ${canaries.house}`, level: 'operational' } });
    const month = { starts_on: '2026-03-01', ends_on: '2026-03-31', level: 'tactical' };
    ids[`allocation.${code}`] = await act('allocation', 'open', { input: { process, person, hours: 20, ...month } });
    ids[`time_entry.${code}`] = await act('time_entry', 'open', { input: { process, person, minutes: 30, started_at: '2026-03-02T08:00:00Z' } });
    const lent = { allocation: id(`allocation.${code}`), minutes: 60, process, reason: `Because ${canaries.house}` };
    ids[`borrowing.${code}`] = await act('borrowing', 'open', { input: lent });
  }
}

/** Changes that each customer was told of and that each supplier takes part in; what the house says of them is for nobody else. */
async function changes({ ids, id, act, settle }: Made): Promise<void> {
  const said = { reason: `Because ${canaries.house}`, backout_plan: 'Undo it', outage_minutes: 0 };
  for (const code of ['a', 'b'] as const) {
    const input = { ...said, title: `Change ${canaries[code]}`, type: 'normal', notice: `You notice ${canaries[code]}`, services: [id(`service.${code}`)] };
    ids[`change.${code}`] = await act('change', 'open', { input: { ...input, affected_customers: [id(`organisation.${code}`)] } });
    await act('change', 'inform', { target: id(`change.${code}`) });
  }
  for (const code of ['x', 'y'] as const) {
    const [party, word] = [id(`organisation.${code}`), canaries[code]];
    const input = { title: `Change ${word}`, type: 'normal', services: [id(`service.${code}`)], lead_party: party, affected_customers: [id('organisation.a')] };
    ids[`change.${code}`] = await act('change', 'open', { input });
    ids[`change_task.${code}`] = await act('change_task', 'plan', { input: { title: `Task ${word}`, change: id(`change.${code}`) } });
    ids[`change_model.${code}`] = await act('change_model', 'open', { input: { name: `Model ${word}`, parties: [party] } });
    ids[`release.${code}`] = await act('release', 'open', { input: { title: `Release ${word}`, suppliers: [party], changes: [id(`change.${code}`)] } });
  }
  await settle();
}

/** An item of every owner, and what of the house hangs on them: relations, a baseline and a verification. */
async function items({ ids, id, act }: Made): Promise<void> {
  const attributes = [{ name: 'model', label: 'Model', kind: 'text' }];
  ids['item_type.house'] = await act('item_type', 'open', { input: { name: 'Device', code: 'device', attributes } });
  for (const code of ['x', 'y', 'house'] as const) {
    const input = { name: `Item ${canaries[code]}`, type: id('item_type.house'), owner: id(`organisation.${code}`), attributes: { model: canaries[code] } };
    ids[`configuration_item.${code}`] = await act('configuration_item', 'open', { input: { ...input, status: 'live' } });
  }
  const needs = (subject: string, code: string) => ({ input: { subject: id(subject), kind: 'needs', object: id(`configuration_item.${code}`) } });
  ids['item_relation.house'] = await act('item_relation', 'open', needs('service.a', 'house'));
  for (const code of ['x', 'y']) await act('item_relation', 'open', needs('configuration_item.house', code));
  ids['baseline.house'] = await act('baseline', 'open', { input: { name: `All ${canaries.house}` } });
  ids['verification.house'] = await act('verification', 'open', { input: { name: `Walk ${canaries.house}` } });
}

type Promised = {
  readonly code: keyof typeof names;
  readonly provider: keyof typeof names;
  readonly customer: keyof typeof names;
  readonly metrics: readonly string[];
};

/** Signs promises around the clock; what follows from them (whose service it is, who may see the calendar) is done by reactions. */
async function promised({ ids, id, act, settle }: Made, { code, provider, customer, metrics }: Promised): Promise<void> {
  const week = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
  ids[`calendar.${code}`] = await act('calendar', 'open', { input: { name: `Always ${canaries[code]}`, zone: 'Europe/Amsterdam', week, holidays: [] } });
  const parties = {
    service: id(`service.${code}`),
    provider: id(`organisation.${provider}`),
    customer: id(`organisation.${customer}`),
    calendar: id(`calendar.${code}`),
  };
  for (const metric of metrics) {
    const input = { name: `${metric} ${canaries[code]}`, metric, measured_per: 'month', targets: { 1: 60, 2: 120, 3: 240, 4: 480, 5: 960 }, ...parties };
    ids[`promise.${code}`] = await act('promise', 'open', { input });
    await act('promise', 'sign', { target: id(`promise.${code}`) });
  }
  await settle();
}
