// Whose time many records were, by the clock on the wall: only the facts that changed hands are read, as few columns as can be.
import { roundTheClock } from '../../calculus/calendar.ts';
import { type Ledger, ledger } from '../../calculus/ledger.ts';
import { custodyMarks, endOf } from '../../kernel/custody.ts';
import type { Definition } from '../../kernel/record.ts';
import { manyRows } from '../db/many-rows.ts';
import type { Db, Row } from '../db/types.ts';

type Told = { readonly record_id: string; readonly version: number; readonly at: string; readonly changes: Readonly<Record<string, unknown>> };
type Of = { readonly definition: Definition; readonly ids: readonly string[]; readonly now: number };

/** One query. The ledgers are those of `readLedgers`, with working time by the wall clock too. The caller has checked that the records may be read. */
export async function timesOf(db: Db, { definition, ids, now }: Of): Promise<ReadonlyMap<string, Ledger>> {
  const { custody } = definition;
  if (!custody || !ids.length) return new Map();
  const { party, team, person, reason, waited_on, until, handover } = custody;
  const told = ['state', party, team, person, reason, waited_on, until, handover?.to, handover?.by].filter((each) => each !== undefined);
  const fields = told.map((name) => `'${name}', changes -> '${name}'`).join(', ');
  const rows = await manyRows<Told & Row>(db, {
    sql: `select record_id, version, at, case when version = 1 then jsonb_strip_nulls(jsonb_build_object(${fields})) else changes end as changes
      from journal where record_id = any($1) and changes ?| $2 order by record_id, version`,
    params: [[...ids], told],
    instants: ['at'],
  });
  const byRecord = new Map<string, Told[]>();
  for (const row of rows) {
    const own = byRecord.get(row.record_id);
    if (own) own.push(row);
    else byRecord.set(row.record_id, [row]);
  }
  return new Map(
    [...byRecord].map(([id, facts]) => {
      const { marks, row } = custodyMarks(definition, facts);
      return [id, ledger({ marks, end: endOf(definition, row), now, calendar: roundTheClock })];
    }),
  );
}
