// The clock defects of other service desks, told with whole records on both databases; and the explanation of every clock against the stored one.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonCode } from '../src/app/demo/cast.ts';
import { verify } from '../src/app/verify.ts';
import { workingMs } from '../src/calculus/calendar.ts';
import { observe } from '../src/calculus/clock.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { asSystem } from '../src/kernel/scope.ts';
import { loadClocks } from '../src/platform/journal/clock-store.ts';
import { core, type Running } from '../src/platform/journal/clockwork.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { explainClocks } from '../src/platform/journal/story.ts';
import { incident } from '../src/practices/incident/record.ts';
import { workOrder } from '../src/practices/work-order/record.ts';
import { eachDatabase } from './db-env.ts';
import { randomWalk } from './laws/walk.ts';
import { openWorld, type World } from './world.ts';

const minute = 60_000;

eachDatabase('clocks of records', (open) => {
  let world: World;
  const act = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}): Promise<AnyRow> => {
    const outcome = await perform(world.house, {
      id: world.house.chance.uuid(),
      record,
      command,
      target,
      input,
      actor: world.actor(who),
      channel: 'web',
    });
    if (isRefusal(outcome)) throw new Error(`${record}.${command}: ${JSON.stringify(outcome)}`);
    await world.runner.drain();
    return outcome.row;
  };
  const report = async (input: Input = {}): Promise<string> =>
    (
      await act('anna', 'incident', 'open', null, {
        title: 'No mail',
        service: world.id('service.workplace'),
        customer: world.id('organisation.waterschap-noord'),
        ...input,
      })
    ).id;
  const clock = async (id: string, name: string, key: string): Promise<Running> => {
    const found = ((await loadClocks(world.house.db, [id])).get(id) ?? []).find((each) => each.terms.clock === name && each.terms.key === key);
    if (!found) throw new Error(`${id} has no ${name} ${key}`);
    return found;
  };
  const customer = () => `customer:${world.id('organisation.waterschap-noord')}`;
  const restore = (id: string) => clock(id, 'restore', customer());
  const usedNow = async (id: string, name = 'restore', key = customer()) => {
    const { state, terms } = await clock(id, name, key);
    return observe(state, core(terms), world.house.clock.now()).used_ms / minute;
  };
  const team = (code: string) => world.id(`team.${code}`);

  beforeAll(async () => {
    world = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }));
    const [general] = await world.house.db.query<AnyRow>('select * from promise where id = $1', [world.id('promise.workplace.restore.waterschap-noord')]);
    for (const code of ['desk', 'network'] as const) {
      const draft = await act('kees', 'promise', 'open', null, {
        ...Object.fromEntries(['service', 'provider', 'metric', 'measured_per', 'calendar', 'targets'].map((name) => [name, general?.[name]])),
        customer: general?.provider,
        team: team(code),
        name: `OLA of ${code}`,
      });
      await act('kees', 'promise', 'sign', draft.id);
    }
  }, 240_000);

  it('frappe/helpdesk#1895, glpi#1911: each team has a clock of its own, from the moment the work reaches it', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await world.pass(600);
    await act('anna', 'incident', 'assign', id, { team: team('network') });
    const [desk, network] = [await clock(id, 'restore', `desk:${team('desk')}`), await clock(id, 'restore', `desk:${team('network')}`)];
    expect(desk.state).toMatchObject({ phase: 'cancelled', used_ms: 600 * minute });
    expect(network.state).toMatchObject({ phase: 'running', used_ms: 0, due: world.house.clock.now() + 960 * minute });
    expect(await usedNow(id)).toBe(600);
    await world.pass(60);
    await act('chloe', 'incident', 'assign', id, { team: team('desk') });
    expect(await usedNow(id, 'restore', `desk:${team('desk')}`)).toBe(600);
    expect((await clock(id, 'restore', `desk:${team('network')}`)).state).toMatchObject({ phase: 'cancelled', used_ms: 60 * minute });
    await world.pass(60);
    expect(await usedNow(id, 'restore', `desk:${team('desk')}`)).toBe(660);
    expect(await usedNow(id)).toBe(720);
  });

  it('glpi#6902, glpi#15605: priority up and down keeps what was used and waited', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await world.pass(60);
    await act('anna', 'incident', 'wait', id, { waiting_reason: world.id('reason.customer_information') });
    await world.pass(200);
    await act('anna', 'incident', 'resume', id);
    const steps = [
      ['high', 'high', 240],
      ['low', 'low', 5_760],
      ['medium', 'medium', 960],
    ] as const;
    for (const [impact, urgency, target] of steps) {
      await act('anna', 'incident', 'reclassify', id, { impact, urgency });
      const { state, terms } = await restore(id);
      expect([terms.target_minutes, state.used_ms / minute, state.paused_ms / minute]).toEqual([target, 60, 200]);
    }
  });

  it('a priority that is not promised for a while takes nothing away', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await world.pass(120);
    const house = `desk:${team('desk')}`;
    await act('anna', 'incident', 'assign', id, { team: team('desktop') });
    await act('anna', 'incident', 'assign', id, { team: team('desk') });
    expect((await clock(id, 'restore', house)).state).toMatchObject({ phase: 'running', used_ms: 120 * minute });
  });

  it('glpi#24481: nothing is late that waits with a reason; glpi#1912: nor is the waiting in the total', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await world.pass(10);
    await act('anna', 'incident', 'wait', id, { waiting_reason: world.id('reason.customer_information') });
    await world.pass(20_000);
    expect((await restore(id)).state).toMatchObject({ phase: 'paused', breached_at: null, due: null });
    await act('anna', 'incident', 'resolve', id, { resolution: 'fixed', note: 'Done' });
    expect((await restore(id)).state).toMatchObject({ phase: 'met', used_ms: 10 * minute, paused_ms: 20_000 * minute });
  });

  it('waiting on a supplier never stops the customer’s clock, by reason or by hand-over', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await act('anna', 'incident', 'wait', id, { waiting_reason: world.id('reason.supplier_work') });
    await world.pass(100);
    expect((await restore(id)).state.phase).toBe('running');
    await act('anna', 'incident', 'resume', id);
    const order = await act('anna', 'work_order', 'offer', null, {
      title: 'Line',
      instruction: 'Repair',
      supplier: world.id('organisation.noordlijn'),
      service: world.id('service.line-a'),
      parent: id,
    });
    await act('lbraun', 'work_order', 'accept', order.id);
    await world.pass(100);
    await act('lbraun', 'work_order', 'wait', order.id, { waiting_reason: world.id('reason.planned_change') });
    await world.pass(100);
    expect(await usedNow(id)).toBe(300);
    expect((await restore(id)).state).toMatchObject({ phase: 'running', paused_ms: 0 });
  });

  it('glpi#23359: reopening counts what was solved as nothing; the agreement of that day holds from then on', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await world.pass(100);
    await act('anna', 'incident', 'resolve', id, { resolution: 'fixed', note: 'Done' });
    await world.pass(5 * 1_440);
    await act('jdewit', 'incident', 'reopen', id, { note: 'Again' });
    await world.pass(50);
    expect(await usedNow(id)).toBe(150);
    expect((await restore(id)).state).toMatchObject({ phase: 'running', paused_ms: 0 });
  });

  it('glpi#14026: who is at work when it is reported owes no response', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    const respond = await clock(id, 'respond', customer());
    expect(respond.state).toMatchObject({ phase: 'met', used_ms: 0 });
    await world.pass(500);
    expect(await clock(id, 'respond', customer())).toEqual(respond);
  });

  it('zammad#5624: of two promises for one team only that of the team that has the work counts', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    await act('anna', 'incident', 'assign', id, { team: team('network') });
    const running = ((await loadClocks(world.house.db, [id])).get(id) ?? []).filter((each) => each.terms.clock === 'restore' && each.state.phase === 'running');
    expect(running.map((each) => each.terms.key).sort()).toEqual([customer(), `desk:${team('network')}`].sort());
  });

  it('zammad#534: other hours count from the moment they were changed, in open work only, and each change is listed', async () => {
    const id = await report();
    await act('anna', 'incident', 'take', id);
    const done = await report();
    await act('anna', 'incident', 'take', done);
    await act('anna', 'incident', 'resolve', done, { resolution: 'fixed', note: 'Done' });
    const before = await restore(done);
    await world.pass(30);
    await act('kees', 'calendar', 'edit', world.id('calendar.always'), { week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '12:00' }] });
    const told = (await explainClocks(world.house, { actor: asSystem('test'), definition: incident, id })).find(
      (each) => each.clock === 'restore' && each.key === customer(),
    );
    expect(told?.steps.map((step) => step.event)).toEqual(['start', 'retarget']);
    expect(await restore(done)).toEqual(before);
    expect((await restore(id)).terms.calendar.week[0]?.to).toBe('12:00');
    await act('kees', 'calendar', 'edit', world.id('calendar.always'), { week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] });
  });

  describe('after a random walk', () => {
    it('the explanation of every clock ends in the sums of the stored one', async () => {
      await randomWalk(world, { steps: 400, seed: 61_123 });
      let compared = 0;
      for (const definition of [incident, workOrder]) {
        const rows = await world.house.db.query<{ id: string }>(`select id from ${definition.name}`);
        const stored = await loadClocks(
          world.house.db,
          rows.map((row) => row.id),
        );
        for (const { id } of rows) {
          const told = await explainClocks(world.house, { actor: asSystem('test'), definition, id });
          for (const each of told) {
            const own = stored.get(id)?.find(({ terms }) => terms.clock === each.clock && terms.key === each.key);
            const last = each.steps.at(-1);
            if (!own) throw new Error(`${id} ${each.clock} ${each.key} is explained and not stored`);
            if (!last) continue;
            const now = world.house.clock.now();
            const { phase, used_ms, paused_ms } = observe(own.state, core(own.terms), now);
            const since = workingMs(own.terms.calendar, Date.parse(last.at), now);
            const sums = [last.used_ms + (phase === 'running' ? since : 0), last.paused_ms + (phase === 'paused' ? since : 0)];
            expect([id, each.clock, ...sums]).toEqual([id, each.clock, used_ms, paused_ms]);
            expect([each.used_ms, each.paused_ms]).toEqual([used_ms, paused_ms]);
            expect([last.target_minutes, last.promise]).toEqual([own.terms.target_minutes, own.terms.promise]);
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThan(40);
      expect(await verify(world.house)).toEqual([]);
    }, 120_000);
  });
});
