// The schema as one text to review and to compare: equal for equal schemas, whatever the engine and the order of migrations.

import { type Column, readTables, type Table } from './schema-read.ts';
import type { Db } from './types.ts';

/** Tables, columns, constraints, indexes, then sequences, types, views, functions, triggers and policies; SQL to read, not to restore from. */
export async function dumpSchema(db: Db): Promise<string> {
  const tables = await readTables(db);
  const others = (
    await Promise.all([sequencesSql, typesSql, viewsSql, functionsSql, triggersSql, policiesSql].map((sql) => db.query<{ text: string }>(sql)))
  ).flat();
  const texts = [...tables.map(tableText), ...others.map((row) => `${row.text.trim().replaceAll('\r\n', '\n')};\n`)];
  return `${texts.join('\n')}`;
}

function tableText(table: Table): string {
  const indexes = table.indexes.map((index) => `${lowered(index).replace(/ on (only )?public\./, ' on $1')};\n`).join('');
  // The columns of a partition are its parent's, and PostgreSQL 15 and 18 differ in what they repeat of them.
  if (table.partition_of) return `create table ${table.name} partition of ${table.partition_of.table} ${lowered(table.partition_of.bounds)};\n${indexes}`;
  const lines = [...table.columns.map(columnText), ...table.constraints.map((each) => `constraint ${each.name} ${lowered(each.definition)}`)];
  const key = table.partition_key === null ? '' : ` partition by ${table.partition_key}`;
  return `create table ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${key};\n${indexes}`;
}

function columnText(column: Column): string {
  const parts = [column.name, column.type];
  if (column.collation !== null) parts.push(`collate "${column.collation}"`);
  if (column.generated) parts.push(`generated always as (${column.expression}) stored`);
  else if (column.identity !== null) parts.push(`generated ${column.identity} as identity`);
  else if (column.expression !== null) parts.push(`default ${column.expression}`);
  if (!column.nullable) parts.push('not null');
  return parts.join(' ');
}

const keywords =
  /'(?:[^']|'')*'|"[^"]*"|\b(PRIMARY KEY|FOREIGN KEY|REFERENCES|UNIQUE|CHECK|EXCLUDE|USING|INDEX|CREATE|ON DELETE|ON UPDATE|CASCADE|SET NULL|SET DEFAULT|RESTRICT|DEFERRABLE|INITIALLY DEFERRED|NOT VALID|WHERE|ON|ONLY|INCLUDE|DESC|ASC|NULLS FIRST|NULLS LAST|NULLS NOT DISTINCT|FOR VALUES|FROM|TO|IN|WITH|DEFAULT|AND|OR|NOT|IS NULL|IS NOT NULL|ANY|ARRAY|NULL)\b/g;

/** The server writes its keywords in capitals; this text follows the migrations. Quoted parts stay as they are. */
function lowered(text: string): string {
  return text.replace(keywords, (all, keyword: string | undefined) => (keyword === undefined ? all : keyword.toLowerCase()));
}

/** Text of extensions is theirs: only what `public` holds without one. */
const own = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

// Those of identity columns are told with their columns.
const sequencesSql = `
select format('create sequence %I', c.relname) as text from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'S'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('i', 'e')) order by c.relname collate "C"`;

const viewsSql = `
select format('create view %I as%s%s', c.relname, chr(10), rtrim(pg_get_viewdef(c.oid, true), ';')) as text
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('v', 'm') and ${own('pg_class', 'c.oid')} order by c.relname collate "C"`;

const typesSql = `
select case t.typtype
  when 'e' then format('create type %I as enum (%s)', t.typname, (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
  else format('create domain %I as %s %s', t.typname, format_type(t.typbasetype, t.typtypmod),
    (select string_agg(pg_get_constraintdef(o.oid), ' ' order by o.conname) from pg_constraint o where o.contypid = t.oid and o.contype = 'c')) end as text
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where n.nspname = 'public' and t.typtype in ('e', 'd') and ${own('pg_type', 't.oid')} order by t.typname collate "C"`;

const functionsSql = `
select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname = 'public' and p.prokind in ('f', 'p') and ${own('pg_proc', 'p.oid')} order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

const triggersSql = `
select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and not t.tgisinternal order by c.relname collate "C", t.tgname collate "C"`;

const policiesSql = `
select format('create policy %I on %I as %s for %s to %s using (%s) with check (%s)', policyname, tablename, permissive, cmd, roles, qual, with_check) as text
from pg_policies where schemaname = 'public' order by tablename collate "C", policyname collate "C"`;
