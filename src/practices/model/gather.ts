// What the rules of the model must know first: small reads in the command's transaction.
import type { Case } from '../../kernel/decide.ts';
import type { Gather } from '../../kernel/practice.ts';
import type { Language } from '../../kernel/text.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Answered, Described } from './composing.record.ts';
import type { ModelGiven } from './operating-model.rules.ts';
import type { Known } from './process.rules.ts';
import type { Activity } from './process-fields.record.ts';
import type { ProcessRoleGiven } from './process-role.rules.ts';
import type { RaciGiven } from './raci.rules.ts';
import type { RaciRow } from './raci-matrix.record.ts';

type The = Omit<Case, 'given'>;

/** What commands there are is the registry's knowledge: the app passes it. */
export const gatherKnown =
  (known: () => Known): Gather<Db, { readonly known: Known }> =>
  async () => ({ known: known() });

export async function gatherProcessRole(db: Db, the: The): Promise<ProcessRoleGiven> {
  if (the.command !== 'end') return { named: null };
  const [found] = await db.query<{ id: string }>(
    `select id from raci where state = 'in_force' and rows @> jsonb_build_array(jsonb_build_object('letters', jsonb_build_array(jsonb_build_object('role', $1::text)))) order by id limit 1`,
    [the.id],
  );
  return { named: found?.id ?? null };
}

type ProcessRow = Row & { readonly name: string; readonly state: string; readonly activities: readonly Activity[] | null };

export async function gatherRaci(db: Db, { command, row, input }: The): Promise<RaciGiven> {
  const empty = { process: null, next: 1, current: [], roles: [] };
  if (command !== 'open' && command !== 'enact') return empty;
  const id = String(row?.process ?? input.process);
  // Locked, so that two people do not draft the same version.
  const [process] = await db.query<ProcessRow>('select name, state, activities from process where id = $1 for update', [id]);
  if (command === 'enact') {
    const roles = await db.query<{ id: string }>('select id from process_role where open');
    return { ...empty, process: process ?? null, roles: roles.map((each) => each.id) };
  }
  const [last] = await db.query<{ n: number; current: readonly RaciRow[] | null }>(
    `select coalesce(max(number), 0) + 1 as n, (select rows from raci where process = $1 and state = 'in_force' order by number desc limit 1) as current
     from raci where process = $1`,
    [id],
  );
  return { ...empty, process: process ?? null, next: Number(last?.n ?? 1), current: last?.current ?? [] };
}

type BaseRow = Row & { readonly id: string; readonly steps: readonly Answered[]; readonly language: Language };

export async function gatherOperatingModel(db: Db, { command, input }: The): Promise<ModelGiven> {
  if (command !== 'open' && command !== 'edit' && command !== 'publish') return { next: 0, base: null, described: [] };
  const described = await describedProcesses(db);
  if (command !== 'open') return { next: 0, base: null, described };
  const [last] = await db.query<{ n: number }>('select coalesce(max(number), 0) + 1 as n from operating_model');
  const [base] = await db.query<BaseRow>(
    `select id, steps, language from operating_model where ($1::text is null and state = 'published') or id = $1::text order by published_at desc nulls last limit 1`,
    [(input.based_on as string | undefined) ?? null],
  );
  return { next: Number(last?.n ?? 1), base: base ?? null, described };
}

/** Processes that are described and not retired, in the order of their codes. */
export async function describedProcesses(db: Db): Promise<readonly Described[]> {
  return db.query<Row & Described>('select code, name, level, records from process where open order by code');
}
