// What a notice is about here: the one with the same number, its supplier, and the items and services it names.
import type { Db, Row } from '../../platform/db/types.ts';
import { templateFields } from './notice-template.fields.ts';
import type { TemplateSaid } from './notice-template.ts';

const templateColumns = Object.keys(templateFields);

/** The templates of the house, the newest first: what somebody wrote last is meant to hold. */
export const templatesInUse = (db: Db): Promise<(Row & TemplateSaid)[]> =>
  db.query<Row & TemplateSaid>(`select ${templateColumns.join(', ')} from notice_template where open order by updated_at desc, id limit 500`);

type Known = { readonly id: string; readonly sequence: number | null; readonly stamp: string | null };

export async function sameNotice(db: Db, { provider, notice_key }: { provider: string; notice_key: string }): Promise<Known | null> {
  const [found] = await db.query<Row & Known>('select id, sequence, stamp from maintenance_notice where lower(provider) = lower($1) and notice_key = $2', [
    provider,
    notice_key,
  ]);
  return found ?? null;
}

export type Matched = { readonly supplier: string | null; readonly items: readonly string[]; readonly services: readonly string[] };

/** By name, alias or code, in any case. The supplier is the organisation that is called as the provider calls itself. */
export async function matches(db: Db, { provider, names }: { provider: string; names: readonly string[] }): Promise<Matched> {
  const wanted = [...new Set(names.flatMap((each) => [each, each.toLowerCase()]))];
  const [found] = await db.query<Row & Matched>(
    `select coalesce((select min(supplier) from notice_template where open and lower(provider) = lower($1)),
         (select min(id) from organisation where open and (lower(name) = lower($1) or lower(code) = lower($1)))) as supplier,
       (select coalesce(array_agg(id order by length(id), id), '{}') from configuration_item where open and (lower(name) = any($2::text[]) or aliases && $2::text[])) as items,
       (select coalesce(array_agg(id order by length(id), id), '{}') from service where open and (lower(code) = any($2::text[]) or lower(name) = any($2::text[]) or aliases && $2::text[])) as services`,
    [provider, wanted],
  );
  return found ?? { supplier: null, items: [], services: [] };
}
