// Laws 3 to 8 over every registered record, on both databases; each is also broken once, to see that it can fail.
import { beforeAll, expect, test } from 'vitest';
import { persons } from '../../src/app/demo/cast.ts';
import { theRegistry } from '../../src/app/registry.ts';
import { verify } from '../../src/app/verify.ts';
import type { AnyRow, Definition } from '../../src/kernel/record.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { allows, asSystem, type Fragment, toSql } from '../../src/kernel/scope.ts';
import { perform } from '../../src/platform/journal/perform.ts';
import { readLedgers } from '../../src/platform/journal/story.ts';
import { columnsOf } from '../../src/platform/journal/write.ts';
import { eachDatabase } from '../db-env.ts';
import { openWorld, type World } from '../world.ts';
import { columnFaults } from './column-law.ts';
import { failingAt, snapshot, withoutTransactions } from './fault-db.ts';
import { randomWalk } from './walk.ts';

const definitions = [...theRegistry.practices.values()].map((each) => each.definition);

/** No walk finds the time of a ledger by chance: it begins with some that is contested. */
async function contestedTime({ stage, pass, id }: World): Promise<void> {
  const service = { service: id('service.workplace'), customer: id('organisation.waterschap-noord') };
  const row = await stage.act('anna', 'incident', 'open', { input: { title: 'Slow', impact: 'low', urgency: 'low', ...service } });
  await pass(60);
  const ends_at = new Date(Date.parse(row.opened_at) + 30 * 60_000).toISOString();
  const time = { about: row.id, starts_at: row.opened_at, ends_at, claimed: service.customer };
  await stage.act('eva', 'dispute', 'open', { input: { ...time, reason: 'They had asked us to wait' } });
}

/** Nor a change with a task, or a meeting: too much of them must fit together. */
async function plannedWork({ stage, house, id }: World): Promise<void> {
  const row = await stage.act('anna', 'change', 'open', { input: { title: 'New switches', type: 'normal' } });
  await stage.act('anna', 'change_task', 'plan', { input: { title: 'Unpack them', change: row.id } });
  const starts_at = new Date(house.clock.now() + 30 * 86_400_000).toISOString();
  const table = { chair: id('person.kees'), members: [id('person.kees'), id('person.anna')], starts_at };
  await stage.act('kees', 'cab_meeting', 'plan', { input: { title: 'Changes of the week', kind: 'regular', mode: 'meeting', ...table } });
}

/** Nor what is contracted of a resource, or a pool that a cost line is in. */
async function plannedMeans({ stage, id }: World): Promise<void> {
  const resource = { service: id('service.hosting'), resource: 'Storage', unit: 'TB', contracted: 40 };
  await stage.act('kees', 'capacity_plan', 'open', { input: resource });
  const pools = [{ code: 'rent', name: 'Rent', to: id('service.hosting'), amount_minor: 1_000 }];
  const model = await stage.act('kees', 'cost_model', 'open', { input: { name: 'March', starts_on: '2026-03-01', ends_on: '2026-03-31', pools } });
  await stage.act('kees', 'cost_line', 'open', { input: { name: 'Racks', model: model.id, pool: 'rent', amount_minor: 500 } });
}

/** Nor protected time to borrow: its allocation, its day and what it goes to must fit together. */
async function borrowedTime({ stage, house, id }: World): Promise<void> {
  const process = (level: string) => stage.act('eva', 'process', 'open', { input: { code: `walk_${level}`, name: level, level, owner: id('person.eva') } });
  const [firefighting, future] = [await process('operational'), await process('tactical')];
  const today = new Date(house.clock.now()).toISOString().slice(0, 10);
  const plan = { process: future.id, person: id('person.anna'), starts_on: today, ends_on: today, hours: 8 };
  const allocation = (await stage.act('eva', 'allocation', 'open', { input: plan })).id;
  await stage.act('eva', 'borrowing', 'open', { input: { allocation, process: firefighting.id, minutes: 60, reason: 'The network is down' } });
}

eachDatabase('laws of records', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(await open());
    await contestedTime(world);
    await plannedWork(world);
    await borrowedTime(world);
    await plannedMeans(world);
    await randomWalk(world, { steps: definitions.length * 70, seed: 20_260_316 });
  }, 240_000);

  test('law 3: declared columns are exactly the columns of the table', async () => {
    for (const definition of definitions) expect(await columnFaults(world.house.db, definition)).toEqual([]);
    const [first] = definitions as [Definition];
    const more = { ...first, fields: { ...first.fields, invented: { kind: 'text', label: first.label } } } as Definition;
    expect(await columnFaults(world.house.db, more)).not.toEqual([]);
  });

  test('law 4: a scope selects in SQL exactly what it allows in memory', async () => {
    const broken = (): Fragment => ({ sql: 'true', params: [] });
    const differences = async (compile: typeof toSql | typeof broken): Promise<string[]> => {
      const found: string[] = [];
      for (const definition of definitions) {
        const rows = await world.house.db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${definition.name}`);
        for (const { code } of persons) {
          const actor = world.actor(code);
          for (const [what, scope] of [
            ['see', definition.see],
            ...Object.entries(definition.commands).map(([name, each]) => [name, each.may] as const),
          ] as const) {
            const { sql, params } = compile(scope, actor, 1);
            const selected = new Set(
              (await world.house.db.query<{ id: string }>(`select id from ${definition.name} where ${sql}`, [...params])).map((row) => row.id),
            );
            const differing = rows.filter((row) => allows(scope, actor, row) !== selected.has(row.id));
            if (differing.length) found.push(`${definition.name}.${what} for ${code}: ${differing.map((row) => row.id).join()}`);
          }
        }
      }
      return found;
    };
    expect(await differences(toSql)).toEqual([]);
    expect(await differences(broken)).not.toEqual([]);
  }, 240_000);

  test('laws 5 and 8: a random walk touched every record, and rows and clocks are the fold of the journal', async () => {
    const walked = await world.house.db.query<{ record: string; n: number }>(
      "select record, count(*)::int as n from journal where command_id like 'walk:%' group by record",
    );
    expect(walked.map((each) => each.record).sort()).toEqual(definitions.map((each) => each.name).sort());
    expect(await verify(world.house)).toEqual([]);
    const [row] = await world.house.db.query<{ id: string }>('select id from incident order by id limit 1');
    await world.house.db.query("update incident set title = title || '!' where id = $1", [row?.id ?? '']);
    expect(await verify(world.house)).toEqual([`${row?.id}: title`]);
    await world.house.db.query('update incident set title = left(title, -1) where id = $1', [row?.id ?? '']);
    expect(await verify(world.house)).toEqual([]);
  }, 120_000);

  test('law 8: the parts of every ledger sum to the whole', async () => {
    for (const definition of definitions.filter((each) => each.custody)) {
      const rows = await world.house.db.query<{ id: string }>(`select id from ${definition.name}`);
      const ledgers = await readLedgers(world.house, { definition, ids: rows.map((row) => row.id) });
      expect(ledgers.size).toBe(rows.length);
      for (const { total, by_party, by_reason, intervals } of ledgers.values())
        for (const list of [by_party, by_reason, intervals]) {
          expect(list.reduce((sum, each) => sum + each.wall_ms, 0)).toBe(total.wall_ms);
          expect(list.reduce((sum, each) => sum + each.working_ms, 0)).toBe(total.working_ms);
        }
    }
  });

  const opening = (id: string) => ({
    id,
    record: 'incident',
    command: 'open',
    target: null,
    actor: asSystem('a law'),
    channel: 'api' as const,
    input: {
      title: 'All or nothing',
      service: world.id('service.workplace'),
      customer: world.id('organisation.waterschap-noord'),
      impact: 'high',
      urgency: 'high',
      effect: 'down',
    },
  });

  test('law 6: facts, row, clocks and jobs commit together or not at all', async () => {
    const halves = async (wrap: typeof failingAt): Promise<number> => {
      let different = 0;
      for (let n = 1; n < 60; n += 1) {
        const before = await snapshot(world.house.db);
        const done = await perform({ ...world.house, db: wrap(world.house.db, n) }, opening(`law6:${wrap.name}:${n}`)).then(
          (outcome) => !isRefusal(outcome),
          () => false,
        );
        if (done) return different;
        if ((await snapshot(world.house.db)) !== before) different += 1;
      }
      throw new Error('the command never succeeded');
    };
    expect(await halves(failingAt)).toBe(0);
    expect(await halves(withoutTransactions)).toBeGreaterThan(0);
  }, 120_000);

  test('law 7: the same command id twice changes nothing, also when both run at once', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => perform(world.house, opening('law7'))));
    const before = await snapshot(world.house.db);
    const again = await perform(world.house, opening('law7'));
    expect(await snapshot(world.house.db)).toBe(before);
    for (const each of [...others, again]) expect(each).toMatchObject({ fact_id: (first as { fact_id: number }).fact_id });
    expect(await perform(world.house, { ...opening('law7'), input: { ...opening('law7').input, title: 'Something else' } })).toMatchObject({
      refused: 'key_reused',
    });
    await perform(world.house, opening('law7 with another id'));
    expect(await snapshot(world.house.db)).not.toBe(before);
  }, 60_000);
});
