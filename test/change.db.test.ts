// What follows from changes in the whole house: a model that loses its standing, an incident that names its change, items that become what was planned.
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyRow } from '../src/kernel/record.ts';
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
