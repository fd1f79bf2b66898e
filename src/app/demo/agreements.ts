// Agreements that move on in the demo world: a second version whose risk somebody answers for, and a draft that its chain does not carry.
import type { Input } from '../../kernel/command.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;

/** The steps of agreements in a history that ends at `now`. */
export function agreements(now: number): Step[] {
  return [
    { at: now - 30 * day, run: (stage) => secondVersion(stage, now) },
    { at: now - 3 * day, run: (stage) => tooTight(stage, now) },
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

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function firstOfNextMonth(now: number): string {
  const at = new Date(now);
  return dateOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
}
