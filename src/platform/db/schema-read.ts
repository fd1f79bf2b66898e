// Reads the tables of the schema `public` from the catalogs, in the same words on PostgreSQL 15 and on the embedded 18.

import type { Db } from './types.ts';

export type Column = {
  name: string;
  /** As `format_type` writes it: `text`, `timestamp with time zone`, `bigint[]`. */
  type: string;
  /** Null for the collation of the database. */
  collation: string | null;
  nullable: boolean;
  /** The expression of a default or of a generated column. */
  expression: string | null;
  identity: 'always' | 'by default' | null;
  generated: boolean;
};

export type Constraint = {
  name: string;
  kind: 'primary' | 'unique' | 'foreign' | 'check' | 'exclude';
  definition: string;
  columns: string[];
  /** The table a foreign key leads to. */
  references: string | null;
};

export type Table = {
  name: string;
  columns: Column[];
  constraints: Constraint[];
  /** Complete statements; those behind a constraint are left out. */
  indexes: string[];
  /** `range (at)` of a partitioned table. */
  partition_key: string | null;
  /** The table this one is a partition of, and its bounds. */
  partition_of: { table: string; bounds: string } | null;
};

/** In alphabetical order; columns and constraints in a fixed order too. What belongs to an extension is left out. */
export async function readTables(db: Db): Promise<Table[]> {
  const [heads, columns, constraints, indexes] = await Promise.all([
    db.query<Head>(headsSql),
    db.query<Column & { table: string }>(columnsSql),
    db.query<Constraint & { table: string }>(constraintsSql),
    db.query<{ table: string; definition: string }>(indexesSql),
  ]);
  const of = <T extends { table: string }>(rows: readonly T[], table: string) => rows.filter((row) => row.table === table).map(({ table: _, ...row }) => row);
  return heads.map(({ name, partition_key, parent, bounds }) => ({
    name,
    columns: of(columns, name),
    constraints: of(constraints, name),
    indexes: of(indexes, name).map((index) => index.definition),
    partition_key,
    partition_of: parent === null ? null : { table: parent, bounds: bounds ?? '' },
  }));
}

type Head = { name: string; partition_key: string | null; parent: string | null; bounds: string | null };

const ours = `n.nspname = 'public' and c.relkind in ('r', 'p')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

const headsSql = `
select c.relname as name, lower(pg_get_partkeydef(c.oid)) as partition_key, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bounds
from pg_class c join pg_namespace n on n.oid = c.relnamespace
left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
where ${ours} order by c.relname collate "C"`;

const columnsSql = `
select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
  case when a.attcollation <> t.typcollation then k.collname end as collation,
  not a.attnotnull as nullable, pg_get_expr(e.adbin, e.adrelid) as expression,
  case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity, a.attgenerated <> '' as generated
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid left join pg_collation k on k.oid = a.attcollation
left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum
where ${ours} order by c.relname collate "C", a.attnum`;

// Since PostgreSQL 18 "not null" is a constraint of its own (contype n); in this reading it belongs to the column.
const constraintsSql = `
select c.relname as table, o.conname as name,
  case o.contype when 'p' then 'primary' when 'u' then 'unique' when 'f' then 'foreign' when 'c' then 'check' else 'exclude' end as kind,
  pg_get_constraintdef(o.oid) as definition, f.relname as references,
  array(select a.attname::text from unnest(o.conkey) with ordinality k (attnum, at)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.at) as columns
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_constraint o on o.conrelid = c.oid and o.contype in ('p', 'u', 'f', 'c', 'x')
left join pg_class f on f.oid = o.confrelid
where ${ours} order by c.relname collate "C", strpos('pufcx', o.contype::text), o.conname collate "C"`;

const indexesSql = `
select c.relname as table, pg_get_indexdef(i.indexrelid) as definition
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
where ${ours} and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
order by c.relname collate "C", x.relname collate "C"`;
