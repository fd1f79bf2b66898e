// Escalation and re-terming on both databases: given running work, when its targets are used up or its agreement changes, then each is noted once.
import { beforeAll, expect, it } from 'vitest';
import type { PersonCode } from '../src/app/demo/cast.ts';
import { verify } from '../src/app/verify.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { houseHandlers } from '../src/platform/jobs/handlers.ts';
import { jobRunner } from '../src/platform/jobs/runner.ts';
import { loadClocks } from '../src/platform/journal/clock-store.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { listRecords } from '../src/platform/journal/read.ts';
import { explainClocks, readClocks, readJournal } from '../src/platform/journal/story.ts';
import { incident } from '../src/practices/incident/record.ts';
import { workOrder } from '../src/practices/work-order/record.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

const minute = 60_000;

eachDatabase('escalation', (open) => {
  let world: World;
  const ask = (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}) =>
    perform(world.house, { id: world.house.chance.uuid(), record, command, target, input, actor: world.actor(who), channel: 'web' });
  const act = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}): Promise<AnyRow> => {
    const outcome = await ask(who, record, command, target, input);
    if (isRefusal(outcome)) throw new Error(`${record}.${command}: ${JSON.stringify(outcome)}`);
    await world.runner.drain();
    return outcome.row;
  };
  const report = (input: Input = {}): Promise<AnyRow> =>
    act('anna', 'incident', 'open', null, {
      title: 'No mail',
      service: world.id('service.workplace'),
      customer: world.id('organisation.waterschap-noord'),
      ...input,
    });
  const taken = async (input: Input = {}): Promise<string> => {
    const { id } = await report(input);
    await act('anna', 'incident', 'take', id);
    return id;
  };
  const warned = async (id: string) =>
    (await world.house.db.query<{ params: { clock: string; share: number; role: string }; at: string; audience: string[] }>(
      "select params, at, audience from journal where record_id = $1 and fact like '%.warned' order by version",
      [id],
    )) as { params: { clock: string; share: number; role: string }; at: string; audience: string[] }[];
  const steps = async (id: string) => (await warned(id)).map(({ params, at }) => [params.share / 10_000, params.role, Date.parse(at)]);
  const row = async (id: string): Promise<AnyRow> => (await world.house.db.query<AnyRow>('select * from incident where id = $1', [id]))[0] as AnyRow;
  const now = () => world.house.clock.now();

  beforeAll(async () => {
    world = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }));
  }, 240_000);

  it('tells the team, the process manager and the service level manager, each once and at its moment', async () => {
    const from = now();
    const id = await taken();
    for (let n = 0; n < 17; n += 1) await world.pass(60);
    await world.runner.drain();
    expect(await steps(id)).toEqual([
      [50, 'agent', from + 480 * minute],
      [75, 'process_manager', from + 720 * minute],
      [100, 'service_level_manager', from + 960 * minute],
    ]);
    expect(await row(id)).toMatchObject({ escalated_to: 'service_level_manager', escalation: 'asked', escalated_share: 1_000_000, acknowledged_by: null });
    expect((await warned(id)).map((each) => each.audience)).toEqual([1, 2, 3].map(() => [world.id('organisation.delta')]));
    const seen = (await readJournal(world.house, { actor: world.actor('jdewit'), definition: incident, id, limit: 50 })).data.map((each) => each.fact);
    expect(seen).not.toContain('incident.warned');
    const [clock] = (await explainClocks(world.house, { actor: world.actor('jdewit'), definition: incident, id })).filter((each) => each.clock === 'restore');
    expect(clock?.steps.map((step) => step.event)).toEqual(['start', 'late']);
    expect(clock).toMatchObject({ warned: null, next_warning: null });
  });

  it('loses nothing while nobody was looking: afterwards each share is noted with the moment it was used', async () => {
    const from = now();
    const id = await taken();
    await world.pass(20 * 60);
    expect(await steps(id)).toEqual([
      [50, 'agent', from + 480 * minute],
      [75, 'process_manager', from + 720 * minute],
      [100, 'service_level_manager', from + 960 * minute],
    ]);
    const facts = await world.house.db.query<{ fact: string }>('select fact from journal where record_id = $1 order by version', [id]);
    expect(facts.map((each) => each.fact).slice(-4)).toEqual(['incident.warned', 'incident.warned', 'incident.warned', 'incident.breached']);
  });

  it('tells nobody twice when two runners look at once, and nobody of what was just resolved', async () => {
    const id = await taken();
    const other = await taken();
    const resolving = { resolution: 'workaround', note: 'Rerouted' };
    const rival = jobRunner(world.house, houseHandlers);
    await world.pass(0);
    const busy = world.pass(481);
    await Promise.all([busy, rival.drain(), act('anna', 'incident', 'resolve', other, resolving)]);
    await Promise.all([world.runner.drain(), rival.drain()]);
    expect((await warned(id)).map((each) => each.params.share)).toEqual([500_000]);
    const late = await world.house.db.query<{ fact: string }>('select fact from journal where record_id = $1 order by version', [other]);
    expect(late.map((each) => each.fact).lastIndexOf('incident.warned')).toBeLessThan(late.map((each) => each.fact).indexOf('incident.resolved'));
    expect(await row(other)).toMatchObject({ escalated_to: null, escalation: null });
  });

  it('is silent while it waits for the customer, and follows a change of priority both ways', async () => {
    const id = await taken();
    await world.pass(60);
    await act('anna', 'incident', 'wait', id, { waiting_reason: world.id('reason.customer_information') });
    await world.pass(3_000);
    expect(await steps(id)).toEqual([]);
    await act('anna', 'incident', 'resume', id);
    await world.pass(60);
    await act('anna', 'incident', 'reclassify', id, { impact: 'high', urgency: 'high' });
    await world.pass(1);
    expect((await steps(id)).map(([share]) => share)).toEqual([50]);
    await act('anna', 'incident', 'reclassify', id, { impact: 'medium', urgency: 'medium' });
    await world.pass(358);
    expect((await steps(id)).map(([share]) => share)).toEqual([50]);
    await world.pass(2);
    expect((await steps(id)).map(([share]) => share)).toEqual([50, 50]);
    const [clock] = ((await loadClocks(world.house.db, [id])).get(id) ?? []).filter((each) => each.terms.clock === 'restore');
    expect(clock?.state.paused_ms).toBe(3_000 * minute);
  });

  it('tells anew what comes back after it was resolved, and at once when little is left', async () => {
    const id = await taken();
    await world.pass(800);
    await act('anna', 'incident', 'resolve', id, { resolution: 'workaround', note: 'Rerouted' });
    await world.pass(600);
    const at = now();
    await act('jdewit', 'incident', 'reopen', id, { note: 'It is back' });
    await world.pass(1);
    expect((await steps(id)).at(-1)).toEqual([75, 'process_manager', at]);
    expect(await row(id)).toMatchObject({ escalated_to: 'process_manager', escalation: 'asked' });
  });

  it('is taken up by whom it was escalated to, and escalated by hand', async () => {
    const id = await taken();
    expect(await ask('anna', 'incident', 'escalate', id, { role: 'service_level_manager' })).toMatchObject({ refused: 'field.required', field: 'note' });
    expect(await ask('jdewit', 'incident', 'escalate', id, { role: 'executive', note: 'Now!' })).toMatchObject({ refused: 'not_allowed' });
    await act('anna', 'incident', 'escalate', id, { role: 'service_level_manager', note: 'The mayor called' });
    const view = async (who: PersonCode, q: string) => {
      const page = await listRecords(world.house, { actor: world.actor(who), definition: incident, q, limit: 100 });
      return isRefusal(page) ? [] : page.data.map((each) => each.id);
    };
    expect(await view('kees', 'is:open escalated_to:service_level_manager escalation:asked')).toContain(id);
    expect(await ask('eva', 'incident', 'acknowledge', id)).toMatchObject({ refused: 'not_allowed' });
    expect(await act('kees', 'incident', 'acknowledge', id)).toMatchObject({ escalation: 'seen', acknowledged_by: world.id('person.kees') });
    expect(await view('kees', 'is:open escalated_to:service_level_manager escalation:asked')).not.toContain(id);
    await world.pass(481);
    expect((await warned(id)).map((each) => each.params.role)).toEqual(['agent']);
    expect(await row(id)).toMatchObject({ escalated_to: 'service_level_manager', escalation: 'seen' });
  });

  it('goes for work orders too, and never tells the supplier', async () => {
    const parent = await taken();
    const order = await act('anna', 'work_order', 'offer', null, {
      title: 'Line A is down',
      instruction: 'Repair it',
      supplier: world.id('organisation.noordlijn'),
      service: world.id('service.line-a'),
      parent,
    });
    await world.pass(50);
    expect((await warned(order.id)).map((each) => [each.params.clock, each.params.share])).toEqual([
      ['accept', 500_000],
      ['accept', 750_000],
    ]);
    const seen = (await readJournal(world.house, { actor: world.actor('lbraun'), definition: workOrder, id: order.id, limit: 50 })).data;
    expect(seen.map((each) => each.fact)).toEqual(['work_order.offered']);
    const clocks = (await readClocks(world.house, { actor: world.actor('lbraun'), ids: [order.id], definition: workOrder }))[order.id] ?? [];
    expect(clocks.map((each) => [each.warned, each.next_warning])).toEqual(clocks.map(() => [null, null]));
  });

  it('brings running work under the new version on the day it holds, once, keeping what was used and waited', async () => {
    const id = await taken();
    const closed = await taken();
    await act('anna', 'incident', 'resolve', closed, { resolution: 'workaround', note: 'Rerouted' });
    await world.pass(30);
    await act('anna', 'incident', 'wait', id, { waiting_reason: world.id('reason.customer_information') });
    await world.pass(30);
    await act('anna', 'incident', 'resume', id);
    const old = world.id('promise.workplace.restore.waterschap-noord');
    const [before] = await world.house.db.query<AnyRow>('select * from promise where id = $1', [old]);
    const tomorrow = new Date(now() + 24 * 60 * minute).toISOString().slice(0, 10);
    const draft = await act('kees', 'promise', 'open', null, {
      ...Object.fromEntries(['service', 'provider', 'customer', 'metric', 'measured_per', 'calendar', 'pauses'].map((name) => [name, before?.[name]])),
      name: 'Restore faster',
      version_of: old,
      targets: { '1': 240, '2': 480, '3': 1_920, '4': 2_880, '5': 5_760 },
      valid_from: tomorrow,
    });
    await act('kees', 'promise', 'sign', draft.id);
    const restore = async (of = id) => ((await loadClocks(world.house.db, [of])).get(of) ?? []).find((each) => each.terms.clock === 'restore');
    expect((await restore())?.terms.promise).toBe(old);
    const midnight = Date.parse(`${tomorrow}T00:00:00+01:00`);
    await world.pass(Math.ceil((midnight - now()) / minute));
    const after = await restore();
    expect(after).toMatchObject({ terms: { promise: draft.id, target_minutes: 1_920 }, state: { phase: 'running', paused_ms: 30 * minute } });
    const [told] = (await explainClocks(world.house, { actor: world.actor('kees'), definition: incident, id })).filter((each) => each.clock === 'restore');
    const change = told?.steps.find((step) => step.event === 'retarget');
    expect(change).toMatchObject({ at: new Date(midnight).toISOString(), promise: draft.id, target_minutes: 1_920, zone: 'Europe/Amsterdam' });
    expect(after?.state.used_ms).toBe(change?.used_ms);
    expect((await restore(closed))?.terms.promise).toBe(old);
    const count = async () => (await world.house.db.query<{ n: number }>("select count(*)::int as n from journal where fact like '%.retermed'"))[0]?.n ?? 0;
    const done = await count();
    expect(done).toBeGreaterThan(0);
    const job = { queue: 'reterm', key: 'again', run_at: new Date(now()).toISOString() };
    const payload = { promise: draft.id, promises: [old, draft.id], at: new Date(midnight).toISOString() };
    await world.house.db.query('insert into job (queue, key, run_at, payload) values ($1, $2, $3, $4::jsonb)', [
      ...Object.values(job),
      JSON.stringify(payload),
    ]);
    await world.runner.drain();
    expect(await count()).toBe(done);
  });

  it('leaves rows and clocks that are the fold of their journal', async () => {
    expect(await verify(world.house)).toEqual([]);
  });
});
