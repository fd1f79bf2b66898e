// A NetBox dump taken in, on both databases: the same again changes nothing, a changed one updates, what is gone is told and stays.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../test/db-env.ts';
import { snapshot } from '../../test/laws/fault-db.ts';
import { openWorld, type World } from '../../test/world.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { takeNetbox } from './netbox.ts';
import type { NetboxReport } from './netbox-report.ts';
import { verify } from './verify.ts';

type Thing = { readonly model: string; readonly pk: number; readonly fields: Record<string, unknown> };
const dump = JSON.parse(readFileSync(new URL('../../test/samples/netbox-dump.json', import.meta.url), 'utf8')) as Thing[];
const changed = (alter: (each: Thing) => Thing | null): Thing[] => dump.flatMap((each) => alter(each) ?? []);
const isDevice = (each: Thing, pk: number): boolean => each.model === 'dcim.device' && each.pk === pk;

eachDatabase('a NetBox import', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await openWorld(await open());
  }, 120_000);
  const take = async (content: unknown, dry_run = false): Promise<NetboxReport> => {
    const report = await takeNetbox(w.house, { actor: w.actor('admin'), content, dry_run });
    if (isRefusal(report)) throw new Error(report.refused);
    return report;
  };
  const item = async (key: string) =>
    (await w.house.db.query<Record<string, unknown>>("select * from configuration_item where source = 'netbox' and source_key = $1", [key]))[0];

  test('says in a dry run what it would do and writes nothing', async () => {
    const before = await snapshot(w.house.db);
    const report = await take(dump, true);
    expect(report.items).toMatchObject({ added: 19, changed: 0, gone: 0 });
    expect(report.bad_count).toBe(6);
    expect(await snapshot(w.house.db)).toBe(before);
  });

  test('takes it in once; the same again changes nothing', async () => {
    const dry = await take(dump, true);
    const first = await take(dump);
    expect({ ...first, dry_run: true }).toEqual(dry);
    expect(first.counts.reduce((sum, each) => sum + each.taken, 0)).toBe(first.items.added);
    const before = await snapshot(w.house.db);
    const again = await take(dump);
    expect(again.items).toEqual({ added: 0, changed: 0, confirmed: 0, same: first.items.added, gone: 0 });
    expect(again.relations).toEqual({ added: 0, ended: 0, same: first.relations.added });
    expect(await snapshot(w.house.db)).toBe(before);
    expect(await verify(w.house)).toEqual([]);
  });

  test('updates what changed, ends what no longer holds, and tells what is gone', async () => {
    await w.stage.act('eva', 'configuration_item', 'edit', { target: String((await item('dcim.device:1'))?.id), input: { aliases: ['by hand'] } });
    const next = changed((each) => {
      if (isDevice(each, 1)) return { ...each, fields: { ...each.fields, name: 'ps4-sw01b', serial: 'S-2' } };
      if (each.model === 'virtualization.virtualmachine') return null;
      if (each.model === 'dcim.cable' && each.pk === 1) return null;
      return each.model === 'dcim.cabletermination' && each.fields.cable === 1 ? null : each;
    });
    const report = await take(next);
    // The device, and the cluster that has a machine less.
    expect(report.items).toMatchObject({ added: 0, changed: 2, gone: 1 });
    expect(report.relations).toMatchObject({ added: 0, ended: 1 });
    expect(report.gone).toMatchObject([{ name: 'scada-1', key: 'virtualization.virtualmachine:1' }]);
    expect(await item('dcim.device:1')).toMatchObject({
      name: 'ps4-sw01b',
      attributes: { serial: 'S-2' },
      aliases: ['by hand', '10.4.7.9', 'sw01.ps4.example'],
    });
    expect(await item('virtualization.virtualmachine:1')).toMatchObject({ state: 'live' });
    const back = await take(dump);
    expect(back.relations).toMatchObject({ added: 1, ended: 0 });
    const [ties] = await w.house.db.query<{ n: number }>(
      "select count(*)::int as n from item_relation where source_key = 'dcim.device:1 connects dcim.device:3'",
    );
    expect(ties?.n).toBe(2);
    expect(await verify(w.house)).toEqual([]);
  });

  test('does not call gone what it could not read, and confirms what it has not for a day', async () => {
    const report = await take(changed((each) => (isDevice(each, 4) ? { ...each, fields: { ...each.fields, device_type: 404 } } : each)));
    expect(report.items.gone).toBe(0);
    expect(report.relations.ended).toBe(0);
    expect(report.bad_count).toBe(7);
    await w.pass(25 * 60);
    expect((await take(dump)).items).toMatchObject({ changed: 0, confirmed: 19, same: 0 });
  });

  test('leaves out a relation that would close a circle', async () => {
    const [panel] = [await item('dcim.powerpanel:1')];
    const [sw] = [await item('dcim.device:2')];
    const cut = changed((each) => (each.model === 'dcim.powerfeed' ? { ...each, fields: { ...each.fields, power_panel: 2 } } : each));
    await take([...cut, { model: 'dcim.powerpanel', pk: 2, fields: { name: 'Panel B', site: 1, location: null } }]);
    await w.stage.act('eva', 'item_relation', 'open', { input: { subject: String(panel?.id), kind: 'needs', object: String(sw?.id) } });
    const report = await take(dump);
    expect(report.bad).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'circle', object: 'dcim.powerfeed:1 needs dcim.powerpanel:1' })]));
  });

  test('refuses what is no dump', async () => {
    for (const content of [{}, null, 'x', 7])
      expect(await takeNetbox(w.house, { actor: w.actor('admin'), content, dry_run: true })).toMatchObject({ refused: 'netbox.no_dump' });
    expect(await takeNetbox(w.house, { actor: w.actor('admin'), content: [1], dry_run: true })).toMatchObject({ refused: 'netbox.nothing' });
  });
});
