// What the records say by themselves: so many of so many, and the list of those that were counted.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Shown } from './audit.shapes.record.ts';

/** `table` counted where `of` holds, and where `met` holds too; `q` is the view of all that were counted. */
type Process = { readonly id: string; readonly code: string };
type Asked = { readonly plural: string; readonly table: string; readonly of: string; readonly met: string; readonly q: string };

/**
 * Answers for codes that are known; others are left out. Two queries. `process` (its number) narrows those that know a process. Nothing to
 * count is no evidence: 0 of 0 is left out as well.
 */
export async function shownBy(
  db: Db,
  { codes, process, now }: { readonly codes: readonly string[]; readonly process: string | null; readonly now: string },
): Promise<readonly { readonly code: string; readonly shown: Shown }[]> {
  if (!codes.length) return [];
  const known = process ? (await db.query<Row & Process>('select id, code from process where id = $1', [process]))[0] : undefined;
  const asked = codes.flatMap((code) => {
    const found = Object.hasOwn(queries, code) ? queries[code] : undefined;
    const one = typeof found === 'function' ? found(known ?? null) : found;
    return one ? [{ code, ...one }] : [];
  });
  if (!asked.length) return [];
  const rows = await db.query<Row & { code: string; met: number; of: number }>(
    `with a (now, process) as (select $1::timestamptz, $2::text) ${asked
      .map(
        ({ code, table, of, met }) =>
          `select '${code}' as code, count(*) filter (where ${met})::int as met, count(*)::int as of from ${table} r, a where ${of}`,
      )
      .join(' union all ')}`,
    [now, process],
  );
  const counted = new Map(rows.map((row) => [row.code, row]));
  return asked.flatMap(({ code, plural, q }) => {
    const found = counted.get(code);
    return found && found.of > 0 ? [{ code, shown: { met: found.met, of: found.of, plural, q } }] : [];
  });
}

/** Codes of processes are words; anything else would not be one. */
const codeOf = ({ code }: Process): string => (/^[a-z][a-z0-9_]*$/.test(code) ? code : '');
const quarter = "a.now - interval '91 days'";
/** The records that are the work of a process: where it is done, and whether that was in time. */
const work: Readonly<Record<string, { readonly plural: string; readonly table: string }>> = {
  incident: { plural: 'incidents', table: 'incident' },
  problem: { plural: 'problems', table: 'problem' },
  change: { plural: 'changes', table: 'change' },
  event: { plural: 'events', table: 'event' },
  configuration: { plural: 'configuration_items', table: 'configuration_item' },
  service_level: { plural: 'promises', table: 'promise' },
  supplier: { plural: 'work_orders', table: 'work_order' },
  improvement: { plural: 'improvements', table: 'improvement' },
  quality: { plural: 'audits', table: 'audit' },
};
/** Of these the targets are kept as clocks. */
const timed: ReadonlySet<string> = new Set(['incident', 'problem', 'change', 'supplier']);

const queries: Readonly<Record<string, Asked | ((process: Process | null) => Asked | null)>> = {
  worked: (process) => {
    const of = process ? work[process.code] : undefined;
    return of ? { ...of, of: `r.opened_at >= ${quarter}`, met: 'true', q: 'opened_at:>=-91d' } : null;
  },
  in_time: (process) => {
    const of = process && timed.has(process.code) ? work[process.code] : undefined;
    return of ? { ...of, of: 'r.open', met: 'coalesce(r.due >= a.now, true)', q: 'is:open' } : null;
  },
  measures: (process) =>
    process
      ? {
          plural: 'measures',
          table: 'measure',
          of: `r.open and r.process = '${codeOf(process)}'`,
          met: `r.state = 'in_use'`,
          q: `is:open process:${codeOf(process)}`,
        }
      : null,
  improving: (process) =>
    process ? { plural: 'improvements', table: 'improvement', of: 'r.process = a.process', met: `r.state <> 'stopped'`, q: `process:${process.id}` } : null,
  proven: (process) =>
    process
      ? { plural: 'improvements', table: 'improvement', of: `r.process = a.process and r.state = 'done'`, met: 'r.proven', q: `is:done process:${process.id}` }
      : null,
  // That somebody answers for it, and that it is described: of this one process, or of all.
  owned: (process) =>
    process
      ? { plural: 'processes', table: 'process', of: 'r.id = a.process', met: 'r.owner is not null and r.manager is not null', q: `id:${process.id}` }
      : null,
  described: (process) =>
    process
      ? { plural: 'processes', table: 'process', of: 'r.id = a.process', met: 'r.purpose is not null and r.outputs is not null', q: `id:${process.id}` }
      : null,
  owners: { plural: 'processes', table: 'process', of: 'r.open', met: 'r.owner is not null', q: 'is:open' },
  known_errors: { plural: 'known_errors', table: 'known_error', of: 'r.open', met: 'r.workaround is not null or r.no_workaround', q: 'is:open' },
  services_described: { plural: 'services', table: 'service', of: 'r.open', met: 'r.description is not null', q: 'is:open' },
  supplier_promises: {
    plural: 'services',
    table: 'service',
    of: `r.open and r.provider <> (select value #>> '{}' from setting where key = 'house')`,
    met: `exists (select 1 from promise p where p.service = r.id and p.state = 'active' and p.provider = r.provider)`,
    q: 'is:open',
  },
  verifications: {
    plural: 'verifications',
    table: 'verification',
    of: `r.opened_at >= a.now - interval '184 days'`,
    met: 'not r.open',
    q: 'opened_at:>=-184d',
  },
  promises_reported: { plural: 'service_reports', table: 'service_report', of: 'true', met: `r.state in ('frozen', 'corrected')`, q: '' },
  reports_frozen: { plural: 'service_reports', table: 'service_report', of: 'true', met: `r.state in ('frozen', 'corrected')`, q: '' },
  availability_promised: { plural: 'promises', table: 'promise', of: `r.state = 'active'`, met: `r.metric = 'availability'`, q: 'is:active' },
  reviews_held: {
    plural: 'meetings',
    table: 'meeting',
    of: `r.kind = 'review' and r.starts_at >= ${quarter} and r.starts_at < a.now`,
    met: `r.state = 'held'`,
    q: 'kind:review starts_at:>=-91d starts_at:<now',
  },
  board_held: {
    plural: 'meetings',
    table: 'meeting',
    of: `r.kind = 'board' and r.starts_at >= a.now - interval '366 days' and r.starts_at < a.now`,
    met: `r.state = 'held'`,
    q: 'kind:board starts_at:>=-366d starts_at:<now',
  },
  changes_reviewed: {
    plural: 'changes',
    table: 'change',
    of: `r.closed_at >= ${quarter}`,
    met: `r.reviewed_at is not null`,
    q: 'is:closed closed_at:>=-91d',
  },
  releases_planned: { plural: 'releases', table: 'release', of: 'true', met: 'r.planned_start is not null', q: '' },
  incidents_in_time: { plural: 'incidents', table: 'incident', of: 'r.open', met: 'coalesce(r.due >= a.now, true)', q: 'is:open' },
  problems_caused: {
    plural: 'problems',
    table: 'problem',
    of: `r.opened_at >= a.now - interval '366 days'`,
    met: `r.state not in ('registered')`,
    q: 'opened_at:>=-366d',
  },
  audits_done: { plural: 'audits', table: 'audit', of: `r.planned_on >= (a.now - interval '366 days')::date`, met: `r.state = 'closed'`, q: '' },
  findings_answered: { plural: 'findings', table: 'finding', of: 'true', met: `r.state <> 'open'`, q: '' },
  improvements_measured: { plural: 'improvements', table: 'improvement', of: `r.state = 'done'`, met: 'r.measured is not null', q: 'is:done' },
};
