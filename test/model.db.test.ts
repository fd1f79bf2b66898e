// The model in effect, over the whole house: duties that are enforced, what a smaller model leaves out and keeps, versions, and conflicts found in the journal.
import { beforeAll, expect, test } from 'vitest';
import { processFigures } from '../src/app/process-figures.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Db } from '../src/platform/db/types.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { starter } from '../src/practices/model/building-blocks.record.ts';
import { conflictCounts, conflictsOf, currentModel, separationsInUse } from '../src/practices/model/queries.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

eachDatabase('the model of the organisation', (open) => {
  let world: World;
  let count = 0;
  beforeAll(async () => {
    world = await openWorld(await open());
  }, 120_000);
  const ask = (who: Parameters<World['actor']>[0], record: string, command: string, what: { target?: string; input?: Record<string, unknown> } = {}) =>
    perform(world.house, {
      id: `model:${++count}`,
      record,
      command,
      target: what.target ?? null,
      input: what.input ?? {},
      actor: world.actor(who),
      channel: 'api',
    });
  const done = async (...asked: Parameters<typeof ask>) => {
    const outcome = await ask(...asked);
    if (isRefusal(outcome)) throw new Error(`${asked[1]}.${asked[2]} was refused: ${outcome.refused} ${JSON.stringify(outcome.params)}`);
    return outcome.row;
  };
  const draftPromise = (name: string) =>
    done('kees', 'promise', 'open', {
      input: {
        name,
        metric: 'respond',
        service: world.id('service.desktop'),
        provider: world.id('organisation.delta'),
        customer: world.id('organisation.waterschap-noord'),
        calendar: world.id('calendar.always'),
        targets: { 1: 60 },
        measured_per: 'month',
      },
    });

  test('one model is published, and its figures cost no more queries for more processes', async () => {
    const published = await world.house.db.query<{ n: number }>("select count(*)::int as n from operating_model where state = 'published'");
    expect(published[0]?.n).toBe(1);
    const current = await currentModel(world.house.db);
    expect(current).toMatchObject({ id: world.id('operating_model.current'), number: 2, records_off: [] });
    let queries = 0;
    const query: Db['query'] = (...asked) => {
      queries += 1;
      return world.house.db.query(...asked);
    };
    const db: Db = { ...world.house.db, query };
    const { data } = await processFigures({ ...world.house, db }, null);
    const forAll = queries;
    queries = 0;
    await processFigures({ ...world.house, db }, world.id('process.change'));
    expect(data.length).toBeGreaterThan(20);
    expect(forAll).toBe(queries);
    const of = (code: string) => data.find((each) => each.code === code);
    expect(of('incident')?.responsibility).toMatchObject({ number: 2, gap: null });
    expect(of('request')?.responsibility).toMatchObject({ matrix: null, gap: 'no_matrix' });
  });

  test('what one person did twice is found, and refused once it is enforced', async () => {
    const separations = await separationsInUse(world.house.db);
    const signing = separations.find(({ record }) => record === 'promise');
    if (!signing) throw new Error('the demo keeps proposing and signing apart');
    const before = (await conflictCounts(world.house.db, separations)).get(signing.id) ?? 0;
    const shown = await draftPromise('Written and signed by one');
    await done('kees', 'promise', 'sign', { target: shown.id });
    expect((await conflictCounts(world.house.db, separations)).get(signing.id)).toBe(before + 1);
    const page = await conflictsOf(world.house.db, signing, { after: null, limit: 10 });
    expect(page[0]).toMatchObject({ record_id: shown.id, actor: world.id('person.kees') });
    expect(await conflictsOf(world.house.db, signing, { after: Number(page[0]?.at_id), limit: 10 })).toHaveLength(before);

    await done('eva', 'separation', 'edit', { target: signing.id, input: { enforced: true } });
    const refused = await draftPromise('Written by one, signed by another');
    expect(await ask('kees', 'promise', 'sign', { target: refused.id })).toMatchObject({
      refused: 'separation.enforced',
      params: { other: 'open', command: 'sign', record: refused.id },
    });
    await done('kees', 'promise', 'note', { target: refused.id, input: { note: 'Everything else is still possible' } });
    expect(await ask('admin', 'promise', 'sign', { target: refused.id })).not.toMatchObject({ refused: 'separation.enforced' });
  });

  test('a smaller model stops what it leaves out, and keeps all of its history', async () => {
    const problem = await done('eva', 'problem', 'open', {
      input: { title: 'Lines fail at night', service: world.id('service.network') },
    });
    const small = await done('eva', 'operating_model', 'open', { input: { name: 'Small', steps: starter } });
    await done('eva', 'operating_model', 'publish', { target: small.id });
    await world.pass(1);
    expect(await currentModel(world.house.db)).toMatchObject({ id: small.id, records_off: expect.arrayContaining(['problem', 'work_order']) });
    const again = { input: { title: 'Another', service: world.id('service.network') } };
    expect(await ask('eva', 'problem', 'open', again)).toMatchObject({ refused: 'operating_model.off', params: { record: 'problem', model: 'Small' } });
    await done('eva', 'problem', 'note', { target: problem.id, input: { note: 'Those there are can be finished' } });
    await done('anna', 'incident', 'open', {
      input: { title: 'Still on', service: world.id('service.workplace'), customer: world.id('organisation.waterschap-noord'), impact: 'low', urgency: 'low' },
    });
    // The separation that the new model does not speak of refuses nothing any more, and is still there.
    const signing = (await separationsInUse(world.house.db)).find(({ record }) => record === 'promise');
    expect(signing).toMatchObject({ enforced: false });

    const larger = await done('eva', 'operating_model', 'open', {
      input: {
        name: 'Larger',
        steps: [...starter.filter(({ step }) => step !== 'process'), { step: 'process', answers: [{ question: 'processes', values: ['change', 'problem'] }] }],
      },
    });
    expect(larger.based_on).toBe(small.id);
    await done('eva', 'operating_model', 'publish', { target: larger.id });
    await world.pass(1);
    await done('eva', 'problem', 'open', again);
    const journal = await world.house.db.query<{ n: number }>('select count(*)::int as n from journal where record_id = $1', [problem.id]);
    expect(journal[0]?.n).toBe(2);
    const states = await world.house.db.query<{ id: string; state: string }>('select id, state from operating_model order by number');
    expect(states.filter(({ state }) => state === 'published').map(({ id }) => id)).toEqual([larger.id]);
    expect(await ask('eva', 'operating_model', 'edit', { target: larger.id, input: { steps: [] } })).toMatchObject({ refused: 'wrong_state' });
  });

  test('a process of their own is made from the catalogue when a model first speaks of it', async () => {
    const desk = world.id('process.desk');
    await done('eva', 'process', 'retire', { target: desk });
    const model = await done('eva', 'operating_model', 'open', {
      input: { name: 'With a desk', steps: [{ step: 'service', answers: [{ question: 'front', values: ['desk'] }] }], language: 'nl' },
    });
    await done('eva', 'operating_model', 'publish', { target: model.id });
    await world.pass(1);
    const [made] = await world.house.db.query<{ id: string; name: string; activities: { name: string }[] }>(
      "select id, name, activities from process where code = 'desk' and open",
    );
    expect(made?.id).not.toBe(desk);
    expect(made?.activities[0]?.name).toBe('Ontvangen en herkennen');
  });

  test('a matrix comes into force only when it is right, and follows the one before', async () => {
    const draft = world.id('raci.request');
    expect(await ask('eva', 'raci', 'enact', { target: draft })).toMatchObject({
      refused: 'raci.enact.no_accountable',
      field: 'rows',
      params: { activity: 'Plan what is wanted' },
    });
    const next = await done('eva', 'raci', 'open', { input: { process: world.id('process.incident') } });
    expect(next).toMatchObject({ number: 3, state: 'draft' });
    await done('eva', 'raci', 'enact', { target: next.id });
    await world.pass(1);
    const states = await world.house.db.query<{ state: string }>('select state from raci where process = $1 order by number', [world.id('process.incident')]);
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'in_force']);
    expect(await ask('eva', 'process_role', 'end', { target: world.id('process_role.incident_manager') })).toMatchObject({
      refused: 'process_role.end.in_force',
    });
  });
});
