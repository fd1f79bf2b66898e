// Agreements that move on in the demo world: a second version whose risk somebody answers for, and a draft that its chain does not carry.
import type { Input } from '../../kernel/command.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { PersonCode } from './cast.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;

/** The steps of agreements in a history that ends at `now`. */
export function agreements(now: number): Step[] {
  return [
    { at: now - 30 * day, run: (stage) => secondVersion(stage, now) },
    { at: now - 3 * day, run: (stage) => tooTight(stage, now) },
    { at: lastFrozen(now) + 7 * day, run: (stage) => corrected(stage, lastFrozen(now)) },
  ];
}

/** From the first of next month Zuiderdam is promised more than the chain carries until the third line is there. */
async function secondVersion(stage: Stage, now: number): Promise<void> {
  const first = stage.id('promise.workplace.availability.gemeente-zuiderdam');
  const draft = await versionOf(stage, first, {
    availability: 998_000,
    maintenance: [{ days: [7], weeks: [-1], from: '02:00', to: '06:00' }],
    notice_days: 30,
  });
  const risk = {
    accepted_risk: 'Zuiderdam asked for it in the yearly review. Hosting moves to two sites in spring; until then we carry the difference.',
    risk_owner: stage.id('person.rosa'),
    risk_until: dateOf(now + 120 * day),
  };
  await stage.act('kees', 'promise', 'sign', { target: draft.id, input: { valid_from: firstOfNextMonth(now), ...risk } });
}

/** Drafted, not signed: the slowest way beneath takes longer than the water board asks for. */
async function tooTight(stage: Stage, now: number): Promise<void> {
  const first = stage.id('promise.workplace.restore.waterschap-noord');
  await versionOf(stage, first, {
    targets: { '1': 160, '2': 480, '3': 960, '4': 2_880, '5': 5_760 },
    routing: { order: 'one', handover_minutes: 5 },
    valid_from: firstOfNextMonth(now + 32 * day),
  });
}

const kept = ['name', 'service', 'provider', 'customer', 'metric', 'measured_per', 'calendar', 'targets', 'availability', 'attainment', 'pauses'];

async function versionOf(stage: Stage, first: string, changes: Input): Promise<AnyRow> {
  const [row] = await stage.house.db.query<AnyRow>(`select ${kept.join(', ')} from promise where id = $1`, [first]);
  const same = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null));
  return stage.act('kees', 'promise', 'open', { input: { ...same, ...changes, version_of: first } });
}

/** The end of the last month of which the figures are frozen and a week has passed. */
function lastFrozen(now: number): number {
  const at = new Date(now - 8 * day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

const callers = { 'waterschap-noord': 'jdewit', 'gemeente-zuiderdam': 'tverhoef', 'pflege-ems': 'hschmidt' } as const satisfies Record<string, PersonCode>;

/** A customer thinks again about a case of last month, after its report was frozen: the figures are corrected beside what was told. */
async function corrected(stage: Stage, end: number): Promise<void> {
  const [found] = await stage.house.db.query<{ id: string; customer: string }>(
    `select id, customer from incident where satisfaction >= 4 and rerated_at is null and rated_at < $1 and rated_at > $2 and customer = any($3)
     order by rated_at desc, id limit 1`,
    [new Date(end).toISOString(), new Date(end - 6 * day).toISOString(), Object.keys(callers).map((code) => stage.id(`organisation.${code}`))],
  );
  const caller = Object.entries(callers).find(([code]) => found && stage.id(`organisation.${code}`) === found.customer)?.[1];
  if (!found || !caller) return;
  await stage.act(caller, 'incident', 'rate', { target: found.id, input: { satisfaction: 2, note: 'On reflection: it came back twice that week.' } });
  const [report] = await stage.house.db.query<{ id: string }>(
    "select id from service_report where customer = $1 and period_to = $2::date and state <> 'draft'",
    [found.customer, dateOf(end - day)],
  );
  const note = 'The customer changed their answer about one case within the time agreed for that.';
  if (report) await stage.act('kees', 'service_report', 'correct', { target: report.id, input: { note } });
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function firstOfNextMonth(now: number): string {
  const at = new Date(now);
  return dateOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
}
