// Files of records: every row is a command that people could have given, with the same rules, and a bad row stops nobody else's.
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../test/db-env.ts';
import { begin, bring, countOf, finish, type ImportWorld, importWorld } from '../../test/import-world.ts';
import { languages } from '../kernel/text.ts';
import type { Mapping } from '../platform/import/mapping.ts';
import { importRefusals } from '../platform/import/refusals.ts';
import { badRowsCsv, tellBadRows } from '../platform/import/report.ts';
import { stepImport } from '../platform/import/step.ts';
import { findImport } from '../platform/import/store.ts';
import { logbooks } from './logbooks.ts';
import { verify } from './verify.ts';

const organisations: Mapping = {
  source: 'crm',
  mode: 'records',
  key: ['code'],
  fields: {
    name: 'name',
    code: 'code',
    language: 'language',
    zone: { column: 'zone', default: 'Europe/Amsterdam' },
    parent: { column: 'parent', find: { record: 'organisation', by: 'code' } },
  },
};
const people: Mapping = {
  source: 'hr',
  mode: 'records',
  key: ['nr'],
  fields: {
    name: 'name',
    email: 'email',
    organisation: {
      column: 'company',
      find: {
        record: 'organisation',
        by: 'code',
        create: { language: 'nl', zone: 'Europe/Amsterdam' },
        create_by: { acme: { name: 'Acme' }, beta: { name: 'Beta' } },
      },
    },
  },
};

eachDatabase('records', (open) => {
  let w: ImportWorld;
  const bad = async (id: string) => {
    const the = await findImport(w.house.db, id);
    if (!the) throw new Error(`${id} is gone`);
    return (await tellBadRows(w.house, the, { after: 0, limit: 1_000 })).data;
  };
  beforeAll(async () => {
    w = await importWorld(await open());
  });

  it('come in once, with the rows before them to refer to', async () => {
    const content = 'code;name;language;zone;parent\r\nministry;"Ministry; of Works";Nederlands;;\r\nbureau;Bureau;nl;Europe/Brussels;ministry\r\n';
    const the = await bring(w, { record: 'organisation', mapping: organisations, content });
    expect([the.rows_read, the.records_added, the.rows_bad]).toEqual([2, 2, 0]);
    const rows = await w.house.db.query(
      "select o.name, o.language, o.zone, p.code as parent from organisation o left join organisation p on p.id = o.parent where o.code in ('ministry', 'bureau') order by o.id",
    );
    expect(rows).toEqual([
      { name: 'Ministry; of Works', language: 'nl', zone: 'Europe/Amsterdam', parent: null },
      { name: 'Bureau', language: 'nl', zone: 'Europe/Brussels', parent: 'ministry' },
    ]);
    const again = await bring(w, { record: 'organisation', mapping: organisations, content });
    expect([again.records_added, again.rows_known, again.rows_bad]).toEqual([0, 2, 0]);
    const changed = await bring(w, { record: 'organisation', mapping: organisations, content: content.replace('Bureau', 'Office') });
    expect((await bad(changed.id)).map((row) => row.code)).toEqual(['import.changed']);
    const foreseen = await bring(w, { record: 'organisation', mapping: organisations, content: content.replace('Bureau', 'Office'), dry_run: true });
    expect((await bad(foreseen.id)).map((row) => row.code)).toEqual(['import.changed']);
    expect(await w.house.db.query("select command_id, channel, actor_name from journal where command_id = 'import:crm:organisation:bureau'")).toEqual([
      { command_id: 'import:crm:organisation:bureau', channel: 'import', actor_name: 'Ada Admin' },
    ]);
  });

  it('say of every bad row what is wrong, in every language, and let the others in', async () => {
    const content = [
      'nr,name,email,company',
      '1,Ann,ann@example.org,acme',
      '2,,nobody@example.org,acme',
      '3,Bob,no address,acme',
      '4,Cas,cas@example.org,unheard-of',
      '5,Dag,ann@example.org,beta',
      '1,Eve,eve@example.org,acme',
      ',Fay,fay@example.org,acme',
      '8,Gus,gus@example.org',
      '9,=cmd|x,gijs@example.org,acme',
      '10,N\u0000L,nul@example.org,acme',
    ].join('\n');
    const the = await bring(w, { record: 'person', mapping: people, content });
    expect([the.rows_read, the.records_added, the.rows_bad]).toEqual([10, 2, 8]);
    expect(the.created).toEqual({ organisation: ['acme', 'beta'] });
    const found = await bad(the.id);
    expect(found.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [3, 'name', 'field.required', ''],
      [4, 'email', 'field.not_email', 'no address'],
      [5, 'company', 'field.required', 'unheard-of'],
      [6, 'email', 'taken', 'ann@example.org'],
      [7, '', 'import.twice', ''],
      [8, 'nr', 'import.no_key', ''],
      [9, '', 'import.cells', ''],
      [11, 'name', 'field.not_storable', 'N\u2400L'],
    ]);
    for (const { text } of found) for (const language of languages) expect(text[language]).not.toMatch(/[{}]|^[a-z_.]+$/);
    expect(found[1]?.text.nl).toContain('E-mail');
    expect(await w.house.db.query("select name from person where email = 'gijs@example.org'")).toEqual([{ name: '=cmd|x' }]);
    let csv = '';
    const again = await findImport(w.house.db, the.id);
    if (again) for await (const part of badRowsCsv(w.house, again, 'de')) csv += part;
    expect(csv.split('\r\n')).toHaveLength(10);
    expect(csv).toContain('"4","email","field.not_email"');
    expect(await verify(w.house)).toEqual([]);
  });

  it('are judged in a dry run as when it is meant, and leave nothing', async () => {
    const content =
      'nr,name,email,company\n21,Hal,hal@example.org,gamma\n22,Ida,hal@example.org,gamma\n23,Jan,gijs@example.org,gamma\n24,,x@example.org,gamma\n';
    const mapping = {
      ...people,
      source: 'dry',
      fields: {
        ...people.fields,
        organisation: { column: 'company', find: { record: 'organisation', by: 'code', create: { name: 'Gamma', language: 'nl', zone: 'UTC' } } },
      },
    };
    const tables = ['journal', 'person', 'organisation', 'job'];
    const before = await Promise.all(tables.map((table) => countOf(w.house.db, table, table === 'job' ? "queue <> 'import'" : 'true')));
    const numbers = () => w.house.db.query('select last_value from person_number union all select last_value from organisation_number');
    const at = await numbers();
    const id = await begin(w, { record: 'person', mapping, content, dry_run: true });
    const dry = await finish(w, id);
    const outcome = ({ rows_read, records_added, rows_bad, created }: typeof dry) => ({ rows_read, records_added, rows_bad, created });
    expect(await Promise.all(tables.map((table) => countOf(w.house.db, table, table === 'job' ? "queue <> 'import'" : 'true')))).toEqual(before);
    expect(await numbers()).toEqual(at);
    const told = (await bad(id)).map(({ row, code }) => [row, code]);
    expect(told).toEqual([
      [3, 'taken'],
      [4, 'taken'],
      [5, 'field.required'],
    ]);
    const real = await bring(w, { record: 'person', mapping, content });
    expect(outcome(dry)).toEqual(outcome(real));
    expect((await bad(real.id)).map(({ row, code }) => [row, code])).toEqual(told);
  });

  it('come in from JSON, with their own times and lists', async () => {
    const mapping: Mapping = {
      source: 'cmdb',
      mode: 'records',
      key: ['id'],
      at: 'created',
      fields: {
        name: 'name',
        code: 'id',
        provider: { constant: w.own },
        criticality: { column: 'info.weight', values: { 3: 'high', 1: 'low' } },
        aliases: 'also',
      },
    };
    const content = JSON.stringify([
      { id: 'mail', name: 'Mail', info: { weight: 3 }, also: ['smtp', 'imap'], created: '2020-01-02T03:04:05Z' },
      { id: 'web', name: 'Web', info: { weight: 2 }, created: '2020-01-02' },
    ]);
    const the = await bring(w, { record: 'service', format: 'json', mapping, content });
    expect([the.records_added, the.rows_bad]).toEqual([1, 1]);
    const [row] = await w.house.db.query("select criticality, aliases, opened_at from service where code = 'mail'");
    expect(row).toEqual({ criticality: 'high', aliases: ['smtp', 'imap'], opened_at: '2020-01-02T03:04:05.000Z' });
    expect((await bad(the.id)).map(({ row: at, column, code }) => [at, column, code])).toEqual([[2, 'info.weight', 'import.no_translation']]);
  });

  it('are refused where the importer could not have done it', async () => {
    const agent = { ...w.admin, roles: ['process_manager'] as const };
    const the = await bring(w, {
      record: 'organisation',
      mapping: { ...organisations, source: 'agent' },
      content: 'code,name,language,zone,parent\nnope,Nope,nl,,\n',
      actor: agent,
    });
    expect((await bad(the.id)).map((row) => row.code)).toEqual(['not_allowed']);
    await expect(begin(w, { record: 'person', mapping: people, content: 'nr,name,email,company\n', actor: { ...w.admin, roles: ['agent'] } })).rejects.toThrow(
      'not_allowed',
    );
    await expect(begin(w, { record: 'person', mapping: people, content: 'nr,name,email,company\n', actor: { ...w.admin, side: 'customer' } })).rejects.toThrow(
      'not_allowed',
    );
  });

  it('fail as a file when the file is broken, and say where', async () => {
    await expect(begin(w, { record: 'person', mapping: people, content: Buffer.from([0xff, 0x00, 0xc3]) })).rejects.toThrow('import.');
    const id = await begin(w, {
      record: 'person',
      mapping: { ...people, source: 'late' },
      content: `nr,name,email,company\n${Array.from({ length: 70 }, (_, at) => `${at},P${at},p${at}@late.example,acme`).join('\n')}\n90,"open,x,y\n91,Q,q@late.example,acme\n`,
    });
    const the = await finish(w, id);
    expect(the).toMatchObject({ state: 'failed', records_added: 50, failure: { refused: 'import.open_quote', params: { row: 72 } } });
    expect(await stepImport(w.house, logbooks, id)).toBe(false);
  });
});

it('every code of an import has a text in every language, with the same parameters', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
  for (const [code, text] of Object.entries(importRefusals))
    for (const language of languages) {
      expect(text[language], code).not.toBe('');
      expect(holes(text[language]), code).toEqual(holes(text.en));
    }
});
