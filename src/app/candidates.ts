// The scan for problem candidates: reads, reckons outside of any transaction, then tells of each finding in one of its own.
import { setImmediate as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { type Finding, scanCases } from '../calculus/candidate-scan.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { asSystem } from '../kernel/scope.ts';
import { type House, settings } from '../platform/house.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import { perform } from '../platform/journal/perform.ts';
import { type CaseOf, costed, factsOf, planned, type Told } from '../practices/problem/candidate.plan.ts';
import {
  changesToScan,
  explainedCandidates,
  incidentsToScan,
  knownCandidates,
  type LastScan,
  linkedIncidents,
  quietCandidates,
  type ScannedIncident,
} from '../practices/problem/candidate.queries.ts';
import { painsOf } from './pains.ts';
import { incidentLedgers } from './registry.ts';

export type Scanned = {
  readonly as_of: string;
  readonly findings: readonly Finding[];
  readonly cases: ReadonlyMap<string, ScannedIncident>;
  readonly ms: number;
};
export type Kept = Readonly<Record<'proposed' | 'refreshed' | 'returned' | 'expired', readonly string[]>>;
export type Refreshed = Kept & { readonly scan: LastScan };
/** `as_of` is the last day that counts, yesterday when absent; `going` answers false when the scan must stop. */
export type Asked = { readonly as_of?: string | undefined; readonly going?: () => boolean };

/** A year of comparison and the longest window. */
const daysRead = 392;
/** How long after a change its effect is looked for. */
const daysAfterChange = 28;
/** Without a new incident for so long a candidate lapses. */
const daysQuiet = 28;
/** Small, so that the embedded database does not keep everybody else waiting. */
const page = 500;
const dayMs = 86_400_000;
const always = (): boolean => true;

/** What a scan finds; nothing is written. Null when it was told to stop. */
export async function scanForCandidates(house: House, { as_of, going = always }: Asked = {}): Promise<Scanned | null> {
  const { zone, house: own } = await settings(house);
  const started = performance.now();
  const to = Temporal.PlainDate.from(as_of ?? dayBefore(house.clock.now(), zone));
  const scope = { from: to.subtract({ days: daysRead - 1 }).toString(), to: to.toString(), zone, house: own ?? '' };
  const known = await linkedIncidents(house.db);
  const cases = new Map<string, ScannedIncident>();
  let after: ScannedIncident | null = null;
  for (;;) {
    const rows: ScannedIncident[] = await incidentsToScan(house.db, { ...scope, after, limit: page });
    for (const row of rows) if (!known.has(row.id)) cases.set(row.id, row);
    after = rows.at(-1) ?? null;
    if (!going()) return null;
    if (rows.length < page) break;
  }
  const changes = await changesToScan(house.db, { ...scope, from: to.subtract({ days: daysAfterChange - 1 }).toString() });
  const work = scanCases([...cases.values()], { as_of: scope.to, changes });
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return { as_of: scope.to, findings: step.value, cases, ms: Math.round(performance.now() - started) };
    await pause();
    if (!going()) return null;
  }
}

/** One at a time for each house, so that two do not tell the same twice. */
const running = new WeakMap<House['db'], Promise<unknown>>();
export const isScanning = (house: House): boolean => running.has(house.db);

/**
 * Scans, and tells of what it found: new candidates, known ones with other evidence, those that come back and those that
 * lapse. Null when it was told to stop.
 */
export async function refreshCandidates(house: House, asked: Asked = {}): Promise<Refreshed | null> {
  while (running.has(house.db)) await running.get(house.db)?.catch(() => undefined);
  const doing = refreshed(house, asked);
  running.set(house.db, doing);
  try {
    return await doing;
  } finally {
    running.delete(house.db);
  }
}

async function refreshed(house: House, { as_of, going = always }: Asked): Promise<Refreshed | null> {
  const scanned = await scanForCandidates(house, { as_of, going });
  if (!scanned) return null;
  const kept = { proposed: [] as string[], refreshed: [] as string[], returned: [] as string[], expired: [] as string[] };
  const run = house.chance.uuid();
  const end = Date.parse(scanned.as_of) + dayMs;
  const known = await knownCandidates(house.db, new Date(end - daysRead * dayMs).toISOString());
  const { told, folded } = planned(scanned.findings, known, (id) => scanned.cases.get(id));
  const nameOf = await namesOf(house, scanned);
  for (const each of told) {
    if (!going()) return null;
    const id = await tell(house, { told: each, nameOf, caseOf: (one) => scanned.cases.get(one), run });
    if (id) kept[made[each.command]].push(id);
  }
  const lapsing = [
    ...folded.map((id) => [id, 'folded'] as const),
    ...(await explainedCandidates(house.db)).map((id) => [id, 'explained'] as const),
    ...(await quietCandidates(house.db, new Date(end - daysQuiet * dayMs).toISOString())).map((id) => [id, 'quiet'] as const),
  ];
  for (const [target, why] of new Map(lapsing.toReversed())) {
    const done = await does(house, { id: `candidate:${run}:expire:${target}`, command: 'expire', target, input: { why } });
    if (done) kept.expired.push(done);
  }
  return { ...kept, scan: await remember(house, scanned, kept) };
}

const made = { propose: 'proposed', refresh: 'refreshed', return: 'returned' } as const;
type Telling = { readonly told: Told; readonly nameOf: (id: string) => string | undefined; readonly caseOf: CaseOf; readonly run: string };

async function tell(house: House, { told: { finding, target, command, earlier }, nameOf, caseOf, run }: Telling): Promise<string | null> {
  const incidents = costed(finding);
  const { pains, rates } = await painsOf(house, [{ incidents, fixed_at: null }], incidentLedgers);
  const mean_minor = (pains[0]?.cost_minor ?? 0) / Math.max(1, incidents.length);
  const input = factsOf(finding, { earlier, caseOf, nameOf, mean_minor, currency: rates.currency });
  return does(house, { id: `candidate:${run}:${command}:${target ?? finding.key}`.slice(0, 200).toWellFormed(), command, target, input });
}

/** Names of what rose and of the services around it, for titles that are the same to everybody who may see candidates. */
async function namesOf(house: House, { findings, cases }: Scanned): Promise<(id: string) => string | undefined> {
  const rose = findings.map(({ group }) => group.slice(group.indexOf(':') + 1)).filter(Boolean);
  const services = findings.flatMap((each) => each.cases.flatMap((id) => cases.get(id)?.service ?? []));
  const names = await labelsOf(house, { actor: itself, ids: [...rose, ...services] });
  return (id) => names[id];
}

type Doing = { readonly id: string; readonly command: string; readonly target: string | null; readonly input: Readonly<Record<string, unknown>> };

async function does(house: House, request: Doing): Promise<string | null> {
  const outcome = await perform(house, { ...request, record: 'problem_candidate', actor: itself, channel: 'clock' });
  if (!isRefusal(outcome)) return outcome.row.id;
  house.log.warn({ command: request.command, target: request.target, refused: outcome.refused, field: outcome.field }, 'what a scan found could not be kept');
  return null;
}

const itself = asSystem('the scan for problem candidates');

async function remember(house: House, { as_of, cases, findings, ms }: Scanned, kept: Kept): Promise<LastScan> {
  const { proposed, refreshed, returned, expired } = kept;
  const counts = { proposed: proposed.length, refreshed: refreshed.length, returned: returned.length, expired: expired.length };
  const scan = { at: new Date(house.clock.now()).toISOString(), as_of, cases: cases.size, findings: findings.length, ms, ...counts };
  await house.db.query("insert into setting (key, value) values ('candidate_scan', $1::jsonb) on conflict (key) do update set value = excluded.value", [
    JSON.stringify(scan),
  ]);
  return scan;
}

const dayBefore = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 }).toString();
