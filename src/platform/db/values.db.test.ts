// Both engines hand the same JavaScript values to the product, and take the same parameters.

import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/db-env.ts';
import { manyRows } from './many-rows.ts';
import type { Db, Value } from './types.ts';

eachDatabase('values', (open) => {
  let db: Db;
  beforeAll(async () => {
    db = await open({ empty: true });
  });

  const read = async (expression: string, params: Value[] = []) => (await db.query(`select ${expression} as value`, params))[0]?.['value'];

  it.each<[string, unknown]>([
    ['1::int8', 1],
    ['9007199254740991::int8', 9007199254740991],
    ['9007199254740993::int8', '9007199254740993'],
    ['1::int4', 1],
    ['1.5::float8', 1.5],
    ["'NaN'::float8", Number.NaN],
    ['1.50::numeric', '1.50'],
    ['null::text', null],
    ['true', true],
    ["date '2026-01-02'", '2026-01-02'],
    ["time '10:00'", '10:00:00'],
    ["timestamp '2026-01-02 03:04:05.5'", '2026-01-02 03:04:05.5'],
    ["timestamptz '2026-01-02 04:04:05.678+01'", '2026-01-02T03:04:05.678Z'],
    ["timestamptz '2026-01-02 04:04:05+01'", '2026-01-02T03:04:05.000Z'],
    ["timestamptz '2026-01-02 04:04:05.678123+01'", '2026-01-02T03:04:05.678123Z'],
    ["timestamptz '2026-01-02 04:04:05.6781+01'", '2026-01-02T03:04:05.678100Z'],
    ["timestamptz 'infinity'", 'infinity'],
    ["interval '1 day 2 hours 3.5 seconds'", '1 day 02:00:03.5'],
    ["interval '13 months'", '1 year 1 mon'],
    ["'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    [`'{"a":[1,null,{"b":"ö"}]}'::jsonb`, { a: [1, null, { b: 'ö' }] }],
    [`'null'::jsonb`, null],
    [`'"text"'::json`, 'text'],
    ["'\\x00ff10'::bytea", new Uint8Array([0, 255, 16])],
    ["''::bytea", new Uint8Array([])],
    [`array['a"b\\c', 'NULL', null, '{x}', '', ' ', 'ö,']`, ['a"b\\c', 'NULL', null, '{x}', '', ' ', 'ö,']],
    ["'{}'::text[]", []],
    ["'{one,two}'::varchar[]", ['one', 'two']],
    ['array[1, 2, null]', [1, 2, null]],
    ['array[1, 9007199254740993]::int8[]', [1, '9007199254740993']],
    [
      'array[[1, 2], [3, 4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["'[2:3]={7,8}'::int[]", [7, 8]],
    ['array[true, false]', [true, false]],
    ['array[1.50]::numeric[]', ['1.50']],
    ["array[timestamptz '2026-01-02 04:04:05+01']", ['2026-01-02T03:04:05.000Z']],
    [`array['{"a": "}"}']::jsonb[]`, [{ a: '}' }]],
    ["date_trunc('day', timestamptz '2026-06-02 01:00+00')", '2026-06-02T00:00:00.000Z'],
    ["to_json(timestamptz '2026-06-02 01:00+00')", '2026-06-02T01:00:00+00:00'],
  ])('reads %s', async (expression, expected) => {
    expect(await read(expression)).toStrictEqual(expected);
  });

  it.each<[string, Value, unknown]>([
    ['$1::text', "a 'quoted' \\ text\nö", "a 'quoted' \\ text\nö"],
    ['$1::text', '', ''],
    ['$1::text', null, null],
    ['$1::int', 7, 7],
    ['$1::int', '7', 7],
    ['$1::numeric', 1.25, '1.25'],
    ['$1::float8', 1e300, 1e300],
    ['$1::boolean', true, true],
    ['$1::bytea', new Uint8Array([0, 1, 255]), new Uint8Array([0, 1, 255])],
    ['$1::timestamptz', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
    ['$1::jsonb', '{"a":[1,"x"]}', { a: [1, 'x'] }],
    ['$1::text[]', ['a"b', 'c\\d', null, '', ' ', '{x}', 'NULL'], ['a"b', 'c\\d', null, '', ' ', '{x}', 'NULL']],
    ['$1::int[]', [1, null, 3], [1, null, 3]],
    ['$1::text[]', [], []],
    ['3 = any($1::int[])', [1, 3], true],
  ])('takes %s from %o', async (expression, param, expected) => {
    expect(await read(expression, [param])).toStrictEqual(expected);
  });

  it('refuses what two drivers would read differently', async () => {
    const wrong = (value: unknown) => db.query('select $1::text', [value as Value]);
    await expect(wrong(undefined)).rejects.toThrow('parameter $1 is undefined');
    await expect(wrong({ a: 1 })).rejects.toThrow('parameter $1 is object');
    await expect(wrong(10n)).rejects.toThrow('parameter $1 is bigint');
    await expect(wrong([true])).rejects.toThrow('the list in parameter $1 holds boolean');
  });

  it('answers refusals of the server with the same class and code', async () => {
    await db.exec('create table thing (id int primary key, name text not null)');
    await db.query('insert into thing values (1, $1)', ['a']);
    await expect(db.query('insert into thing values (1, $1)', ['b'])).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '23505',
      constraint: 'thing_pkey',
      table: 'thing',
    });
    await expect(db.query('insert into thing values (2, null)')).rejects.toMatchObject({ code: '23502', column: 'name' });
    await expect(db.query('select * from nothing')).rejects.toMatchObject({ code: '42P01' });
    await expect(db.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    await expect(db.query('select $1::text', ['a\0b'])).rejects.toMatchObject({ code: '22021' });
    await expect(db.query('select 1; select 2')).rejects.toMatchObject({ code: '42601' });
    expect(await db.query('select count(*) as count from thing')).toEqual([{ count: 1 }]);
  });

  it('keeps its answers right when a migration changes a prepared statement', async () => {
    await db.exec('create table shape (id int)');
    await db.query('insert into shape values ($1)', [1]);
    expect(await db.query('select * from shape where id = $1', [1])).toEqual([{ id: 1 }]);
    await db.query('alter table shape add column name text');
    expect(await db.query('select * from shape where id = $1', [1])).toEqual([{ id: 1, name: null }]);
  });

  it('runs more different statements than it keeps prepared', async () => {
    for (let n = 0; n < 320; n += 1) expect(await read(`${n} + $1::int`, [1])).toBe(n + 1);
    await expect(
      db.tx(async () => {
        await db.tx(() => db.query('select 1/0')).catch(() => undefined);
        for (let n = 320; n < 340; n += 1) expect(await read(`${n} + $1::int`, [1])).toBe(n + 1);
        return 'done';
      }),
    ).resolves.toBe('done');
    expect(await read('0 + $1::int', [1])).toBe(1);
    const [kept] = await db.query<{ n: number }>('select count(*) as n from pg_prepared_statements');
    expect(kept?.n).toBeLessThanOrEqual(301);
  });

  it('reads a thousand rows in one answer', async () => {
    const rows = await db.query<{ n: number; text: string }>('select n, repeat($1, 100) as text from generate_series(1, 1000) n', ['ö']);
    expect(rows).toHaveLength(1000);
    expect(rows[999]).toEqual({ n: 1000, text: 'ö'.repeat(100) });
  });

  it('reads many rows as it reads rows', async () => {
    const sql = `select n, 'some "text" ' || n as words, n > 2 as more, array['a', n::text, null] as list, '{"deep":[1,null]}'::jsonb as deep,
      case when n = 1 then null when n = 2 then 'infinity' else timestamptz '2026-01-02 03:04:05+00' + $1::interval / n end as at, date '2026-01-02' as day
      from generate_series(1, 9) n order by n desc`;
    const params = ['678 milliseconds'];
    const rows = await db.query(sql, params);
    expect(rows).toHaveLength(9);
    expect(await manyRows(db, { sql, params, instants: ['at'] })).toEqual(rows);
    expect(await manyRows(db, { sql: 'select 1 as n where false', params: [], instants: [] })).toEqual([]);
  });
});
