// Items and relations from files, on both databases: CSV and JSON, found by code and key, once however often, bad rows told.
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../test/db-env.ts';
import { bring, type ImportWorld, importWorld } from '../../test/import-world.ts';
import type { Mapping } from '../platform/import/mapping.ts';
import type { StandardType } from '../practices/configuration/standard.ts';
import { standardTypes } from '../practices/configuration/standard.ts';

const items: Mapping = {
  source: 'cmdb',
  mode: 'records',
  key: ['key'],
  fields: {
    name: 'name',
    type: { column: 'type', find: { record: 'item_type', by: 'code' } },
    attributes: 'attributes',
    status: 'status',
    source: { constant: 'cmdb' },
    source_key: 'key',
  },
};
const end = (column: string) => ({ column, find: { record: 'configuration_item', by: 'source_key' } });
const relations: Mapping = {
  source: 'cmdb',
  mode: 'records',
  key: ['from', 'kind', 'to'],
  fields: { subject: end('from'), kind: 'kind', object: end('to'), source: { constant: 'cmdb' } },
};
const csv = [
  'key,name,type,status,attributes',
  'a,SW-1,network_device,live,"{""model"":""X"",""ports"":24}"',
  'b,Rack 1,rack,live,',
  'c,Odd,rack,live,"{""colour"":""red""}"',
  'd,Odd too,spaceship,live,',
].join('\n');
const json = JSON.stringify([
  { from: 'b', kind: 'contains', to: 'a' },
  { from: 'a', kind: 'needs', to: 'nobody' },
  { from: 'a', kind: 'contains', to: 'b' },
]);

eachDatabase('items from files', (open) => {
  let w: ImportWorld;
  beforeAll(async () => {
    w = await importWorld(await open());
    for (const type of standardTypes.filter((each: StandardType) => ['rack', 'network_device'].includes(each.code))) await w.act('item_type', 'open', type);
  }, 60_000);

  test('come in once, with bad rows told, dry or for real', async () => {
    const dry = await bring(w, { record: 'configuration_item', mapping: items, content: csv, dry_run: true });
    expect(dry).toMatchObject({ state: 'done', records_added: 2, rows_bad: 2 });
    expect(await w.house.db.query('select 1 from configuration_item')).toEqual([]);
    expect(await bring(w, { record: 'configuration_item', mapping: items, content: csv })).toMatchObject({ records_added: 2, rows_bad: 2 });
    expect(await bring(w, { record: 'configuration_item', mapping: items, content: csv })).toMatchObject({ records_added: 0, rows_known: 2, rows_bad: 2 });
    const rows = await w.house.db.query('select name, state, attributes, source, source_key, owner from configuration_item order by name');
    expect(rows).toMatchObject([
      { name: 'Rack 1', state: 'live', attributes: {}, source: 'cmdb', source_key: 'b', owner: w.own },
      { name: 'SW-1', state: 'live', attributes: { model: 'X', ports: 24 } },
    ]);
  });

  test('are updated by a row that changed, back and forth, and a dry run only says so', async () => {
    const updating: Mapping = { ...items, update: 'sync' };
    const of = (ports: number, name = 'SW-1') =>
      `key,name,type,status,attributes\na,${name},network_device,maintenance,"{""model"":""X"",""ports"":${ports}}"\n`;
    const take = (content: string, dry_run = false) => bring(w, { record: 'configuration_item', mapping: updating, content, dry_run });
    const row = async () => (await w.house.db.query("select name, state, attributes, version from configuration_item where source_key = 'a'"))[0];
    const before = await row();
    expect(await take(of(48), true)).toMatchObject({ records_added: 0, facts_added: 1, rows_known: 0, rows_bad: 0 });
    expect(await row()).toEqual(before);
    expect(await take(of(48))).toMatchObject({ records_added: 0, facts_added: 1, rows_known: 0, rows_bad: 0 });
    expect(await row()).toMatchObject({ state: 'maintenance', attributes: { model: 'X', ports: 48 } });
    expect(await take(of(48))).toMatchObject({ facts_added: 0, rows_known: 1, rows_bad: 0 });
    // What the file said before is no news the second time, but it is when it said something else in between.
    expect(await take(of(24))).toMatchObject({ facts_added: 1, rows_known: 0 });
    expect(await take(of(48))).toMatchObject({ facts_added: 1, rows_known: 0 });
    expect(await row()).toMatchObject({ attributes: { ports: 48 }, version: Number(before?.version) + 3 });
    expect(await take(of(48).replace('"{', '"{""colour"":""red"",'))).toMatchObject({ facts_added: 0, rows_bad: 1 });
    const [item] = await w.house.db.query<{ id: string }>("select id from configuration_item where source_key = 'a'");
    await w.act('configuration_item', 'edit', { name: 'Renamed by hand' }, item?.id);
    expect(await take(of(48))).toMatchObject({ facts_added: 0, rows_known: 1 });
    expect(await row()).toMatchObject({ name: 'Renamed by hand' });
    expect(await take(of(48, 'SW-One'))).toMatchObject({ facts_added: 1 });
    expect(await row()).toMatchObject({ name: 'SW-One' });
  });

  test('are related by their keys in the source; what is nowhere or closes a circle is a bad row', async () => {
    const done = await bring(w, { record: 'item_relation', format: 'json', mapping: relations, content: json });
    expect(done).toMatchObject({ records_added: 1, rows_bad: 2 });
    const bad = await w.house.db.query<{ code: string }>('select code from import_bad_row where import = $1 order by row_number', [done.id]);
    expect(bad.map((each) => each.code)).toEqual([expect.stringMatching(/find|found|there/), 'item_relation.open.cycle']);
    expect(await bring(w, { record: 'item_relation', format: 'json', mapping: relations, content: json })).toMatchObject({ records_added: 0, rows_known: 1 });
  });
});
