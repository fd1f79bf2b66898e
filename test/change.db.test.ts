// What follows from changes in the whole house: a model that loses its standing, an incident that names its change, items that become what was planned.
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyRow } from '../src/kernel/record.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

eachDatabase('changes', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await openWorld(await open());
  }, 120_000);

  const row = async (table: string, id: string): Promise<AnyRow> => (await w.house.db.query<AnyRow>(`select * from ${table} where id = $1`, [id]))[0] as AnyRow;
  const act = async (who: Parameters<World['stage']['act']>[0], record: string, command: string, target?: string, input = {}): Promise<AnyRow> => {
    const done = await w.stage.act(who, record, command, { ...(target ? { target } : {}), input });
    await w.pass(1);
    return done;
  };
  const soon = () => ({
    planned_start: new Date(w.house.clock.now() - 60_000).toISOString(),
    planned_end: new Date(w.house.clock.now() + 7_200_000).toISOString(),
  });

  describe('a standard change that is backed out', () => {
    it('takes the standing of its model with it, opens an incident, and the model comes back with a review', async () => {
      const steps = [{ title: 'Swap', phase: 'implement', minutes: 30 }];
      const content = { services: [w.id('service.network')], duration_minutes: 60, outage_minutes: 0, backout_plan: 'Put it back', test_evidence: 'Often' };
      const model = (await act('chloe', 'change_model', 'open', undefined, { name: 'Swap a switch', steps, ...content })).id;
      await act('eva', 'change_model', 'approve', model);
      const { id } = await act('chloe', 'change', 'open', undefined, { title: 'Swap it', type: 'standard', model, ...soon() });
      const [task] = await w.house.db.query<{ id: string; state: string }>('select id, state from change_task where change = $1', [id]);
      await act('chloe', 'change', 'submit', id);
      await act('anna', 'change', 'schedule', id, soon());
      await act('chloe', 'change', 'implement', id);
      expect(await row('change_task', task?.id ?? '')).toMatchObject({ title: 'Swap', state: 'ready' });
      await act('chloe', 'change', 'back_out', id, { note: 'It stays dark', service_hurt: true });
      await w.pass(1);
      expect(await row('change_model', model)).toMatchObject({ state: 'suspended', failed_change: id });
      const change = await row('change', id);
      expect(await row('incident', String(change.incident))).toMatchObject({ external_id: id, service: w.id('service.workplace') });
      expect(await w.stage.tryAct('chloe', 'change', 'open', { input: { title: 'Again', type: 'standard', model } })).toBeNull();
      await act('eva', 'change_model', 'reinstate', model, { review_note: 'Other modules are needed; the model says so now' });
      expect(await row('change_model', model)).toMatchObject({ state: 'active', failed_change: null });
    });
  });

  it('an implemented change updates its items and confirms them; a party with a task sees the change from then on', async () => {
    const item = w.id('item.core-1');
    const before = await row('configuration_item', item);
    const planned = { items: [item], item_updates: [{ item, changes: { state: 'maintenance', attributes: { model: 'New' } } }] };
    const { id } = await act('chloe', 'change', 'open', undefined, { title: 'Stop the leak', type: 'emergency', ...planned });
    const task = await act('chloe', 'change_task', 'plan', undefined, { title: 'Look on', change: id, party: w.id('organisation.noordlijn') });
    expect((await row('change', id)).suppliers).toEqual([w.id('organisation.noordlijn')]);
    await act('chloe', 'change', 'submit', id);
    await act('eva', 'change', 'approve', id);
    await act('chloe', 'change', 'implement', id);
    expect(await w.stage.tryAct('chloe', 'change', 'complete', { target: id })).toBeNull();
    await act('lbraun', 'change_task', 'start', task.id);
    await act('lbraun', 'change_task', 'finish', task.id, { evidence: 'Seen' });
    const done = await act('chloe', 'change', 'complete', id);
    const attributes = { ...(before.attributes as object), model: 'New' };
    expect(await row('configuration_item', item)).toMatchObject({ state: 'maintenance', attributes, seen_at: done.implemented_at });
    // One on a neighbour says nothing about it; one on its item does, whatever service that was felt in.
    const felt = { service: w.id('service.workplace'), customer: w.id('organisation.waterschap-noord') };
    await act('anna', 'incident', 'open', undefined, { title: 'Elsewhere', ...felt, item: w.id('item.core-2') });
    const after = await act('anna', 'incident', 'open', undefined, { title: 'Dark again', ...felt, item });
    const lessons = 'Check the valve first';
    expect(await w.stage.tryAct('eva', 'change', 'review', { target: id, input: { outcome: 'success', lessons } })).toBeNull();
    expect((await act('eva', 'change', 'review', id, { outcome: 'partial', lessons })).incidents).toEqual([after.id]);
  });

  it('is not approved or scheduled in a freeze, nor beside another that takes down the same, until an exception for that time is on it', async () => {
    const now = w.house.clock.now();
    const day = (days: number, hours = 0): string => new Date(now + days * 86_400_000 + hours * 3_600_000).toISOString();
    await act('eva', 'change_window', 'plan', undefined, { title: 'Counting votes', kind: 'freeze', starts_at: day(40), ends_at: day(42) });
    const answers = { reason: 'Old', benefit: 'New', risks: 'Few', resources: 'Two', relations: 'None', builder: w.id('person.chloe'), backout_plan: 'Undo' };
    const time = (days: number) => ({ planned_start: day(days, 1), planned_end: day(days, 2) });
    const raise = async (title: string, days: number, more = {}) => {
      const input = { title, type: 'normal', services: [w.id('service.identity')], outage_minutes: 0, ...answers, ...time(days), ...more };
      const { id } = await act('chloe', 'change', 'open', undefined, input);
      await act('chloe', 'change', 'submit', id);
      await act('anna', 'change', 'assess', id);
      await act('eva', 'change', 'override_risk', id, { risk_score: 5, note: 'Small' });
      return id;
    };
    const asked = async (who: Parameters<World['actor']>[0], command: string, target: string, input = {}) =>
      (await perform(w.house, { id: w.house.chance.uuid(), record: 'change', command, target, input, actor: w.actor(who), channel: 'web' })) as unknown;
    const id = await raise('In the middle of it', 41);
    const refused = await asked('eva', 'approve', id);
    expect(refused).toMatchObject({
      refused: 'change.blocked.freeze',
      field: 'planned_start',
      params: { with: expect.stringMatching(/^CHW-\d+ Counting votes$/) },
    });
    await act('eva', 'change', 'except', id, { exception: 'The certificate ends that day' });
    expect(await row('change', id)).toMatchObject({ exception: 'The certificate ends that day', excepted: { person: w.id('person.eva') } });
    await act('eva', 'change', 'approve', id);
    await act('anna', 'change', 'schedule', id, time(41));
    expect(await asked('anna', 'schedule', id, { planned_start: day(40, 1), planned_end: day(40, 2) })).toMatchObject({ refused: 'change.blocked.freeze' });

    const down = { services: [], items: [w.id('item.core-1')], outage_minutes: 5, type: 'emergency' };
    const emergency = async (title: string) => {
      const { id: made } = await act('chloe', 'change', 'open', undefined, { title, ...answers, ...time(50), ...down });
      await act('chloe', 'change', 'submit', made);
      return made;
    };
    await emergency('First');
    const second = await emergency('Second');
    const beside = (await asked('eva', 'approve', second)) as { refused?: string; params?: { about: string; with: string } };
    expect(beside).toMatchObject({ refused: 'change.blocked.same', params: { with: expect.stringContaining(' First') } });
    expect(beside.params?.about).not.toMatch(/^CI-/);
    await act('anna', 'change', 'assess', second, time(55));
    await act('eva', 'change', 'approve', second);
  });

  it('names its problem, and its release names it', async () => {
    const problem = (await act('anna', 'problem', 'open', undefined, { title: 'It leaks', service: w.id('service.network') })).id;
    await act('anna', 'problem', 'identify', problem, { root_cause: 'Old valve', no_workaround: true });
    const { id } = await act('chloe', 'change', 'open', undefined, { title: 'New valve', type: 'normal', problem });
    expect(await row('problem', problem)).toMatchObject({ state: 'change_raised', changes: [id] });
    const release = (await act('chloe', 'release', 'open', undefined, { title: 'Valves', changes: [id] })).id;
    expect(await row('change', id)).toMatchObject({ release });
    await act('chloe', 'release', 'edit', release, { changes: [] });
    expect(await row('change', id)).toMatchObject({ release: null });
  });
});
