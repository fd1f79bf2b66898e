// The one path, on a practice made for the test: judging, writing, replaying, clocks, reactions, lists.
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../test/db-env.ts';
import type { Calendar } from '../../calculus/calendar.ts';
import type { Terms } from '../../calculus/terms.ts';
import type { Request } from '../../kernel/command.ts';
import { type Practice, registry } from '../../kernel/practice.ts';
import { define } from '../../kernel/record.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { seededChance } from '../chance.ts';
import type { Db } from '../db/types.ts';
import { type House, setSetting } from '../house.ts';
import { houseHandlers } from '../jobs/handlers.ts';
import { jobRunner, type Runner } from '../jobs/runner.ts';
import { type Done, perform } from './perform.ts';
import { listRecords, type Page, readRecord } from './read.ts';
import { searchAll } from './search.ts';
import { explainClocks, readClocks, readJournal, readLedgers } from './story.ts';

const label = { en: 'x', nl: 'x', de: 'x' };
const common = { label, tells: label };
const lamp = define({
  name: 'lamp',
  plural: 'lamps',
  practice: 'lamp',
  level: 'operational',
  prefix: 'LMP',
  label,
  plural_label: label,
  means: label,
  title: 'title',
  initial: 'off',
  fields: {
    title: { kind: 'text', label, required: true, search: 'A' },
    code: { kind: 'text', label },
    owner: { kind: 'text', label, required: true },
    secret: { kind: 'text', label, shown_to: ['integrator'] },
    holder: { kind: 'text', label, required: true },
    team: { kind: 'text', label },
    agent: { kind: 'text', label },
    waiting: { kind: 'text', label },
    neighbour: { kind: 'ref', to: 'lamp', label },
    wishes: { kind: 'texts', label, required: true },
  },
  states: { off: { label }, on: { label }, gone: { label, ends: true } },
  custody: { party: 'holder', team: 'team', person: 'agent', reason: 'waiting' },
  parties: { customer: ['owner'] },
  clocks: { light: { label, metric: 'light', runs_in: ['off'], stops_in: ['on', 'gone'] } },
  commands: {
    open: {
      ...common,
      fact: 'opened',
      opens: true,
      needs: ['title', 'owner'],
      takes: ['code', 'secret', 'neighbour', 'wishes'],
      may: 'everyone',
      audience: 'all',
    },
    light: { ...common, fact: 'lit', from: ['off'], to: 'on', may: { any: [{ side: 'integrator' }, { field: 'owner', in: 'parties' }] }, audience: 'all' },
    wait: { ...common, fact: 'waited', from: ['off'], takes: ['waiting'], may: { side: 'integrator' } },
    breach: {
      ...common,
      fact: 'breached',
      needs: ['clock', 'key'],
      input: { clock: { kind: 'text', label }, key: { kind: 'text', label } },
      may: { any: [] },
      silent: true,
    },
    remove: { ...common, fact: 'removed', to: 'gone', input: { note: { kind: 'prose', label } }, may: { side: 'integrator' } },
  },
  see: { any: [{ side: 'integrator' }, { field: 'owner', in: 'parties' }] },
});
const table = `create sequence lamp_number; create table lamp (id text primary key, version integer not null, state text not null, open boolean not null, due timestamptz,
  opened_at timestamptz not null, updated_at timestamptz not null, closed_at timestamptz, extra jsonb not null default '{}', title text not null, code text, owner text not null,
  secret text, holder text not null, team text, agent text, waiting text, neighbour text, wishes text[] not null,
  search tsvector generated always as (to_tsvector('simple', title)) stored); create unique index lamp_code_taken on lamp (code);`;

const always: Calendar = { id: 'CAL-1', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], holidays: [] };
const terms: Terms = {
  clock: 'light',
  key: 'customer:A',
  side: 'customer',
  promise: null,
  provider: 'H',
  customer: 'A',
  target_minutes: 60,
  calendar: always,
  pauses: ['dark'],
  audience: ['H', 'A'],
  escalation: null,
};
const practice: Practice<Db> = {
  definition: lamp,
  rules: { open: ({ input }) => (input.title === 'bad' ? refuse('field.not_choice', 'title') : { changes: { holder: 'H' } }) },
  gather: async (_db, { command }) => (command === 'open' ? { terms: [terms] } : {}),
  reactions: [
    {
      name: 'neighbour',
      on: ['lamp.lit'],
      asks: ['lamp.light'],
      serial: 'street',
      react: (_fact, row) => (row.neighbour ? [{ record: 'lamp', command: 'light', target: row.neighbour as string, input: {} }] : []),
    },
  ],
};
const person = (side: Actor['side'], party: string): Actor => ({
  person: `PER-${party}`,
  name: party,
  side,
  organisation: party,
  parties: [party],
  teams: [],
  roles: [],
  grants: null,
});
const house = person('integrator', 'H');
const anna = person('customer', 'A');
const bert = person('customer', 'B');

eachDatabase('perform', (open) => {
  const at = { now: Date.parse('2026-03-16T08:00:00Z') };
  let world: House;
  let runner: Runner;
  let count = 0;
  const ask = (command: string, more: Partial<Request> = {}): Request => {
    count += 1;
    return { id: `test:${count}`, record: 'lamp', command, target: null, input: {}, actor: house, channel: 'api', ...more };
  };
  const make = async (input: object = {}): Promise<Done> => {
    const outcome = await perform(world, ask('open', { input: { title: 'Lamp', owner: 'A', ...input } }));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return outcome;
  };
  beforeAll(async () => {
    const db = await open();
    await db.exec(table);
    world = {
      db,
      registry: registry([practice]),
      clock: { now: () => at.now },
      chance: seededChance(1),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      wake: () => undefined,
      contests: async () => [],
      guard: { statement: () => null, judge: () => null },
    };
    await setSetting(world, 'house', 'H');
    runner = jobRunner(world, houseHandlers);
  });

  test('opening answers the row as stored, and the journal holds the fact', async () => {
    const { row, version } = await make({ secret: 's3', wishes: ['bright', '"quoted"'] });
    expect(version).toBe(1);
    expect(await readRecord(world, { actor: house, definition: lamp, id: row.id })).toEqual(row);
    const { data } = await readJournal(world, { actor: anna, definition: lamp, id: row.id, limit: 9 });
    expect(data).toHaveLength(1);
    expect(data[0]?.changes).not.toHaveProperty('secret');
    expect(data[0]?.audience).toEqual(['A']);
  });

  test('what is refused leaves nothing behind', async () => {
    const before = await world.db.query('select count(*) as n from journal');
    expect(await perform(world, ask('open', { input: { title: 'x' } }))).toMatchObject({ refused: 'field.required', field: 'owner' });
    expect(await perform(world, ask('open', { input: { title: 'x', owner: 'A', colour: 1 } }))).toMatchObject({ refused: 'field.unknown', field: 'colour' });
    expect(await perform(world, ask('open', { input: { title: 'bad', owner: 'A' } }))).toMatchObject({ refused: 'field.not_choice' });
    expect(await perform(world, ask('open', { input: { title: 'x', owner: 'A', neighbour: 'LMP-999999' } }))).toMatchObject({
      refused: 'field.not_there',
      field: 'neighbour',
    });
    expect(await perform(world, ask('light', { target: 'LMP-999999' }))).toMatchObject({ refused: 'not_found' });
    expect(await perform(world, ask('explode'))).toMatchObject({ refused: 'unknown_command' });
    expect(await perform(world, { ...ask('open'), record: 'toString' })).toMatchObject({ refused: 'unknown_record' });
    expect(await world.db.query('select count(*) as n from journal')).toEqual(before);
  });

  test('scope, state and version are judged in that order', async () => {
    const { row } = await make();
    expect(await perform(world, ask('light', { target: row.id, actor: bert }))).toMatchObject({ refused: 'not_found' });
    expect(await perform(world, ask('remove', { target: row.id, actor: anna }))).toMatchObject({ refused: 'not_allowed' });
    expect(await perform(world, ask('light', { target: row.id, actor: anna, expects: 9 }))).toMatchObject({ refused: 'stale_version', params: { version: 1 } });
    expect(await perform(world, ask('light', { target: row.id, actor: anna, expects: 1 }))).toMatchObject({ version: 2 });
    expect(await perform(world, ask('light', { target: row.id }))).toMatchObject({ refused: 'wrong_state' });
  });

  test('a value that must be unique is refused by its field', async () => {
    await make({ code: 'one' });
    expect(await perform(world, ask('open', { input: { title: 'x', owner: 'A', code: 'one' } }))).toMatchObject({ refused: 'taken', field: 'code' });
  });

  test('a hundred identical commands at once make one record', async () => {
    const request = ask('open', { input: { title: 'Hundred', owner: 'A' } });
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => perform(world, request)));
    expect(new Set(outcomes.map((each) => (isRefusal(each) ? each.refused : each.row.id))).size).toBe(1);
    expect(outcomes.filter((each) => !isRefusal(each) && !each.replayed)).toHaveLength(1);
    expect(await perform(world, { ...request, input: { title: 'Other', owner: 'A' } })).toMatchObject({ refused: 'key_reused' });
  });

  test('a clock runs, pauses for its reasons, breaches once, and explains itself', async () => {
    const { row } = await make();
    expect(row.due).toBe('2026-03-16T09:00:00.000Z');
    at.now += 30 * 60_000;
    await perform(world, ask('wait', { target: row.id, input: { waiting: 'dark' } }));
    expect((await readRecord(world, { actor: house, definition: lamp, id: row.id }))?.due).toBeNull();
    at.now += 60 * 60_000;
    await runner.drain();
    await perform(world, ask('wait', { target: row.id, input: { waiting: null } }));
    at.now += 31 * 60_000;
    await runner.drain();
    await runner.drain();
    const [clock] = (await readClocks(world, { actor: anna, ids: [row.id], definition: lamp }))[row.id] ?? [];
    expect(clock).toMatchObject({ phase: 'running', used_ms: 61 * 60_000, paused_ms: 60 * 60_000, breached_at: '2026-03-16T10:00:00.000Z' });
    expect((await readClocks(world, { actor: bert, ids: [row.id], definition: lamp }))[row.id]).toEqual([]);
    const facts = (await readJournal(world, { actor: house, definition: lamp, id: row.id, limit: 50 })).data.map((each) => each.fact);
    expect(facts).toEqual(['lamp.opened', 'lamp.waited', 'lamp.waited', 'lamp.breached']);
    await perform(world, ask('light', { target: row.id }));
    const [told] = await explainClocks(world, { actor: house, definition: lamp, id: row.id });
    expect(told).toMatchObject({ phase: 'missed', used_ms: 61 * 60_000 });
    expect(told?.steps.map((step) => step.event)).toEqual(['start', 'pause', 'resume', 'late', 'stop']);
    expect((await readLedgers(world, { definition: lamp, ids: [row.id] })).get(row.id)?.by_party).toEqual([
      { party: 'H', wall_ms: 121 * 60_000, working_ms: 121 * 60_000 },
    ]);
  });

  test('a reaction follows the commit, once, with its cause', async () => {
    const second = await make();
    const first = await make({ neighbour: second.row.id });
    await perform(world, ask('light', { target: first.row.id }));
    await runner.drain();
    const { data } = await readJournal(world, { actor: house, definition: lamp, id: second.row.id, limit: 9 });
    expect(data.map((each) => each.fact)).toEqual(['lamp.opened', 'lamp.lit']);
    expect(data[1]?.cause).toBeGreaterThan(0);
    expect(data[1]?.channel).toBe('reaction');
  });

  test('a reaction asks for nothing that it does not declare', async () => {
    const [second, said] = [await make(), [] as unknown[]];
    const first = await make({ neighbour: second.row.id });
    const [silent] = practice.reactions ?? [];
    const log = { ...world.log, error: (what: object) => said.push(what) };
    const other: House = { ...world, log, registry: registry([{ ...practice, reactions: silent ? [{ ...silent, asks: [] }] : [] }]) };
    await perform(other, ask('light', { target: first.row.id }));
    await jobRunner(other, houseHandlers).drain();
    expect(JSON.stringify(said)).toContain('asks for lamp.light, which it does not declare');
    expect(await readRecord(world, { actor: house, definition: lamp, id: second.row.id })).toMatchObject({ version: 1 });
  });

  test('a list pages through everything once, counts what its reader may see, and knows its cursors', async () => {
    for (let n = 0; n < 25; n += 1) await make({ title: `Paged ${n}`, owner: n % 5 === 0 ? 'B' : 'A' });
    const page = async (actor: Actor, q: string, after: string | null = null): Promise<Page> => {
      const found = await listRecords(world, { actor, definition: lamp, q, after, limit: 4 });
      if (isRefusal(found)) throw new Error(found.refused);
      return found;
    };
    for (const q of ['paged', 'paged sort:-opened_at', 'paged sort:due is:open']) {
      const seen: string[] = [];
      for (let after: string | null = null, turn = 0; turn === 0 || after; turn += 1) {
        const found = await page(anna, q, after);
        if (turn === 0) expect(found.count).toEqual({ value: 20, capped: false });
        seen.push(...found.data.map((row) => row.id));
        after = found.next;
      }
      expect(new Set(seen).size).toBe(20);
      expect(seen).toHaveLength(20);
    }
    expect((await page(bert, 'paged')).count).toEqual({ value: 5, capped: false });
    expect((await searchAll(world, { actor: bert, q: 'paged' })).length).toBe(5);
    const { next } = await page(anna, 'paged');
    expect(await listRecords(world, { actor: anna, definition: lamp, q: 'other', after: next, limit: 4 })).toMatchObject({ refused: 'view.wrong_cursor' });
    expect(await listRecords(world, { actor: anna, definition: lamp, q: 'nonsense:1', limit: 4 })).toMatchObject({ refused: 'view.unknown_field' });
    expect(await listRecords(world, { actor: anna, definition: lamp, q: 'sort:secret', limit: 4 })).toMatchObject({ refused: 'view.wrong_sort' });
  });
});
