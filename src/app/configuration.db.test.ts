// Configuration on both databases: how an item was, what differs from a baseline, a verification that corrects, and circles found in the graph.
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../test/db-env.ts';
import { openWorld, type World } from '../../test/world.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { perform } from '../platform/journal/perform.ts';
import type { Difference } from '../practices/configuration/difference.record.ts';
import type { PictureDifference } from '../practices/configuration/picture.record.ts';
import { baselineComparison, itemAsOf } from './doors/configuration.ts';
import { verify } from './verify.ts';

type AsOf = { readonly data: Record<string, unknown> | null; readonly relations: readonly Record<string, unknown>[]; readonly differences: readonly unknown[] };

eachDatabase('configuration', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await openWorld(await open());
  }, 120_000);
  const iso = () => new Date(w.house.clock.now()).toISOString();
  const asOf = async (id: string, at: string, who: Parameters<World['actor']>[0] = 'eva'): Promise<AsOf> => {
    const told = await itemAsOf(w.house, { actor: w.actor(who), id, at });
    if (isRefusal(told)) throw new Error(told.refused);
    return told as AsOf;
  };
  const core = () => w.id('item.core-1');

  test('an item and its relations are read as they were, and what is different today is told', async () => {
    const baseline = await w.stage.act('eva', 'baseline', 'open', { input: { name: 'All' } });
    const before = iso();
    await w.pass(60);
    const attributes = { manufacturer: 'Arista', model: '7280SR3', role: 'Core switch', address: '198.51.100.99' };
    await w.stage.act('chloe', 'configuration_item', 'edit', { target: core(), input: { name: 'SW-GRN-CORE-9', attributes } });
    await w.stage.act('chloe', 'configuration_item', 'maintain', { target: core() });
    await w.stage.act('chloe', 'item_relation', 'end', { target: w.id('item_relation.core-1.fw-1') });
    await w.pass(60);
    const then = await asOf(core(), before);
    expect(then.data).toMatchObject({ name: 'SW-GRN-CORE-1', state: 'live', attributes: { address: '198.51.100.1' } });
    expect(then.differences).toEqual([
      { field: 'name', before: 'SW-GRN-CORE-1', after: 'SW-GRN-CORE-9' },
      { field: 'state', before: 'live', after: 'maintenance' },
      { field: 'attributes.address', before: '198.51.100.1', after: '198.51.100.99' },
    ]);
    const fw = (told: AsOf) => told.relations.filter((each) => each.object === w.id('item.fw-1')).length;
    expect([fw(then), fw(await asOf(core(), iso()))]).toEqual([1, 0]);
    expect((await asOf(core(), '2020-01-01T00:00:00Z')).data).toBeNull();
    // The owner reads its own item, and not what stands on it; another supplier does not learn that it exists.
    expect(await asOf(w.id('item.rtr-north'), before, 'lbraun')).toMatchObject({ data: { name: 'RTR-AMS-1' }, relations: [] });
    expect(await itemAsOf(w.house, { actor: w.actor('okelly'), id: w.id('item.rtr-north'), at: before })).toMatchObject({ refused: 'not_found' });

    const told = (await baselineComparison(w.house, { actor: w.actor('eva'), id: baseline.id, other: 'now' })) as {
      data: PictureDifference & { same: number };
    };
    expect(told.data.changed.map((each) => [each.id, each.values.length])).toEqual([[core(), 3]]);
    expect([told.data.added.length, told.data.removed.length, told.data.same]).toEqual([0, 0, 40]);
    expect(told.data.relations_removed.map((each) => each.object)).toEqual([w.id('item.fw-1')]);
    const later = await w.stage.act('eva', 'baseline', 'open', { input: { name: 'Beneath hosting', services: [w.id('service.hosting')] } });
    const [held] = await w.house.db.query<{ names: string[] }>(
      "select array(select jsonb_path_query(picture, '$.items[*].name') #>> '{}') as names from baseline where id = $1",
      [later.id],
    );
    expect(held?.names).toEqual(expect.arrayContaining(['Cluster Almere', 'HV-ALM-3', 'Rack A1', 'Power panel B', 'Datacentre Almere']));
    expect(held?.names).not.toContain('SW-GRN-CORE-9');
  });

  test('nothing comes to stand on itself, across items and the composition of services', async () => {
    const ask = (subject: string, object: string) =>
      perform(w.house, {
        id: `circle:${subject}:${object}`,
        record: 'item_relation',
        command: 'open',
        target: null,
        input: { subject: w.id(subject), kind: 'needs', object: w.id(object) },
        actor: w.actor('eva'),
        channel: 'api',
      });
    expect(await ask('item.panel-a', 'service.care-record')).toMatchObject({
      refused: 'item_relation.open.cycle',
      params: { path: expect.stringMatching(/^Power panel A > Care record > .* > Power panel A$/) },
    });
    expect(await ask('item.panel-a', 'item.san-1')).toMatchObject({ refused: 'item_relation.open.cycle' });
    expect(isRefusal(await ask('item.panel-a', 'item.site-groningen'))).toBe(false);
  });

  test('a verification confirms what was found, keeps what was seen by hand, and corrects the record', async () => {
    const items = ['hv-1', 'hv-2', 'hv-3'].map((each) => w.id(`item.${each}`));
    const { id: target } = await w.stage.act('eva', 'verification', 'open', { input: { name: 'Racks', items } });
    const found = [{ name: 'HV-ALM-2', attributes: { serial: 'NEW' } }];
    await w.stage.act('eva', 'verification', 'find', { target, input: { found, seen: [w.id('item.hv-1')] } });
    await w.pass(60);
    const row = await w.stage.act('eva', 'verification', 'compare', { target });
    expect((row.differences as Difference[]).map((each) => each.id)).toEqual([`missing:${w.id('item.hv-3')}`, `differs:${w.id('item.hv-2')}:serial`]);
    expect(row.accuracy).toBe(333_333);
    for (const each of row.differences as Difference[])
      await w.stage.act('eva', 'verification', 'decide', { target, input: { difference: each.id, decision: 'corrected' } });
    await w.stage.act('eva', 'verification', 'close', { target });
    await w.pass(1);
    const rows = await w.house.db.query<Record<string, unknown>>('select state, attributes, seen_at from configuration_item where id = any($1) order by id', [
      items,
    ]);
    expect(rows.map((each) => each.state)).toEqual(['live', 'live', 'retired']);
    expect(rows[1]).toMatchObject({ attributes: { serial: 'NEW', model: 'PowerEdge R750' } });
    expect(String(rows[0]?.seen_at) >= String(row.compared_at)).toBe(true);
    expect(await verify(w.house)).toEqual([]);
  });
});
