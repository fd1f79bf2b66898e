// The schema reads the same on both engines, and migrations are applied once, in order, and not after the fact.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eachDatabase, freshPostgresUrl, testEngines, testLog } from '../../../test/db-env.ts';
import { migrate, pendingMigrations, schemaVersion } from './migrate.ts';
import { openDatabase } from './open.ts';
import { dumpSchema } from './schema-dump.ts';
import { readTables } from './schema-read.ts';

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) fs.rmSync(directory, { recursive: true });
});

function migrations(files: Record<string, string>): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tessera-migrations-'));
  directories.push(directory);
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(directory, name), sql);
  return directory;
}

const everything = `
create sequence counter;
create type mood as enum ('glad', 'it''s fine');
create domain short as text check (length(value) < 10);
create table organisation (id bigint generated always as identity primary key, name text collate "C" not null unique, mood mood not null default 'glad');
create table person (
  id uuid primary key, organisation bigint not null references organisation (id) on delete cascade deferrable initially deferred,
  "when" timestamptz not null default now(), tags text[] not null default '{}', extra jsonb, amount numeric(10, 2) check (amount > 0 and tags <> '{}'),
  words tsvector generated always as (to_tsvector('simple', coalesce(extra ->> 'a', ''))) stored, nick short, unique (organisation, nick)
);
create index person_words on person using gin (words);
create unique index person_open on person (organisation, "when" desc) where amount is not null;
create table happening (at timestamptz not null, what text) partition by range (at);
create table happening_2026 partition of happening for values from ('2026-01-01') to ('2027-01-01');
create view glad as select o.name, count(*) as persons from organisation o join person p on p.organisation = o.id where o.mood = 'glad' group by o.name;
create function shout(words text) returns text language sql immutable as $$ select upper(words) $$;
create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger person_stamp before update on person for each row execute function stamp();
`;

describe('the schema as text', () => {
  it('is equal on both engines and tells everything', async () => {
    const directory = migrations({ '0001-everything.sql': everything });
    const texts: string[] = [];
    for (const url of ['pglite:memory', ...(testEngines.includes('postgres') ? [await freshPostgresUrl({ empty: true })] : [])]) {
      const db = await openDatabase({ url, log: testLog });
      await migrate(db, directory);
      texts.push(await dumpSchema(db));
      await db.close();
    }
    expect(new Set(texts).size).toBe(1);
    for (const part of [
      'generated always as identity',
      'collate "C"',
      "default 'glad'::mood",
      'on delete cascade deferrable initially deferred',
      'numeric(10,2)',
      'stored',
    ])
      expect(texts[0]).toContain(part);
    for (const part of [
      "as enum ('glad', 'it''s fine')",
      'create domain short',
      'using gin',
      'where (amount is not null)',
      'partition by range (at)',
      'partition of happening',
    ])
      expect(texts[0]).toContain(part);
    for (const part of ['FUNCTION public.shout', 'person_stamp', 'create sequence counter', 'create view glad']) expect(texts[0]).toContain(part);
    expect(texts[0]).toMatchSnapshot();
  });
});

eachDatabase('migrations', (open) => {
  const names = (applied: readonly { name: string }[]) => applied.map((each) => each.name);
  const first = {
    '0001-one.sql': 'create table one (id int primary key);\ninsert into one values (1);',
    '0002-two.sql': '-- breaking\ncreate table two (id int references one (id));',
  };

  it('are applied once each, in order, and recorded', async () => {
    const db = await open({ empty: true });
    expect(await schemaVersion(db)).toBeNull();
    const directory = migrations(first);
    expect(names(await pendingMigrations(db, directory))).toEqual(['0001-one', '0002-two']);
    expect(names(await migrate(db, directory))).toEqual(['0001-one', '0002-two']);
    expect(await migrate(db, directory)).toEqual([]);
    expect(await schemaVersion(db)).toBe('0002-two');
    expect(await db.query('select name, breaking, length(checksum) as length from migration order by name')).toEqual([
      { name: '0001-one', breaking: false, length: 64 },
      { name: '0002-two', breaking: true, length: 64 },
    ]);
    fs.writeFileSync(path.join(directory, '0003-three.sql'), 'alter table two add column note text');
    expect(names(await migrate(db, directory))).toEqual(['0003-three']);
    expect((await readTables(db)).find((table) => table.name === 'two')?.columns.map((column) => column.name)).toEqual(['id', 'note']);
  });

  it('stop at the first that fails, which leaves nothing behind', async () => {
    const db = await open({ empty: true });
    const directory = migrations({ ...first, '0003-bad.sql': 'create table three (id int);\nselect nonsense;', '0004-four.sql': 'create table four (id int)' });
    await expect(migrate(db, directory)).rejects.toThrow('migration 0003-bad: column "nonsense" does not exist');
    expect(await schemaVersion(db)).toBe('0002-two');
    expect((await readTables(db)).map((table) => table.name)).toEqual(['migration', 'one', 'two']);
  });

  it('are refused when changed, unknown, late or misnamed, in plain words', async () => {
    const db = await open({ empty: true });
    await migrate(db, migrations(first));
    const tryWith = (files: Record<string, string>) => migrate(db, migrations(files));
    await expect(tryWith({ ...first, '0001-one.sql': 'create table other (id int)' })).rejects.toThrow('0001-one was changed after it was applied');
    await expect(tryWith({ '0001-one.sql': first['0001-one.sql'] })).rejects.toThrow('0002-two, which this Tessera does not know');
    await expect(tryWith({})).rejects.toThrow('which this Tessera does not know');
    await expect(tryWith({ ...first, '0000-zero.sql': 'select 1' })).rejects.toThrow('0000-zero comes before 0002-two');
    await expect(tryWith({ ...first, 'three.sql': 'select 1' })).rejects.toThrow('a migration is called NNNN-what.sql');
    await expect(tryWith({ ...first, '0002-again.sql': 'select 1' })).rejects.toThrow('two migrations with the number 0002');
    await expect(tryWith({ ...first, '0001-one.sql': first['0001-one.sql'].replaceAll('\n', '\r\n') })).resolves.toEqual([]);
  });

  it('are applied once when two processes start together', async () => {
    const db = await open({ empty: true });
    const directory = migrations({ '0001-slow.sql': 'create table one (id int); select pg_sleep(0.2)', '0002-two.sql': 'create table two (id int)' });
    const both = await Promise.all([migrate(db, directory), migrate(db, directory)]);
    expect(both.flat()).toHaveLength(2);
  });
});
