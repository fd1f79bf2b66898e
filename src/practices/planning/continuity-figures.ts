// The arithmetic of a continuity plan: whether the parts are back in time for it, how much is lost along the way, and how well it was tried.
import { leaves } from '../../calculus/composition.ts';
import { lostAtMost, type Recovering, timeBack, withoutPlan } from '../../calculus/recovery.ts';
import type { Evidence, RecoveryStep } from './continuity-plan.record.ts';
import type { World } from './facts.ts';
import type { ContinuityFigures, Verdict } from './figures.record.ts';
import { daysBetween } from './plan.ts';

export type ContinuityRow = {
  readonly id: string;
  readonly service: string;
  readonly state: string;
  readonly rto: number;
  readonly rpo: number;
  readonly restore_order: 'parallel' | 'sequential';
  readonly steps: readonly RecoveryStep[];
  readonly evidence: readonly Evidence[];
  readonly reviewed_on: string | null;
  readonly tested_on: string | null;
};
export type TestRow = { readonly id: string; readonly plan: string; readonly name: string; readonly state: string; readonly on: string };
/** Plans for the services of the house and of others, each service once. */
export type ContinuityFacts = { readonly world: World; readonly plans: readonly ContinuityRow[]; readonly tests: readonly TestRow[] };

export function recoveringOf({ world, plans }: Pick<ContinuityFacts, 'world' | 'plans'>): Recovering {
  return {
    graph: world.graph,
    planned: Object.fromEntries(plans.map(({ service, rto, rpo }) => [service, { rto, rpo }])),
    own: Object.fromEntries(plans.map(({ service, steps }) => [service, steps.reduce((sum, each) => sum + each.minutes, 0)])),
    sequential: new Set(plans.filter((each) => each.restore_order === 'sequential').map((each) => each.service)),
  };
}

export function continuityFigures(row: ContinuityRow, { world, plans, tests }: ContinuityFacts): ContinuityFigures {
  const recovering = recoveringOf({
    world,
    plans: plans.some((each) => each.id === row.id) ? plans : [...plans.filter((each) => each.service !== row.service), row],
  });
  const time = timeBack(row.service, recovering);
  const loss = lostAtMost(row.service, recovering);
  const bare = new Set(withoutPlan(row.service, recovering));
  const by = new Map(plans.map((each) => [each.service, each]));
  const named = [...new Set([...leaves(row.service, world.graph), ...time.path.map((each) => each.part), ...bare])].filter((each) => each !== row.service);
  const tested_days = row.tested_on === null ? null : daysBetween(row.tested_on, world.today);
  return {
    plan: row.id,
    service: row.service,
    rto: row.rto,
    rpo: row.rpo,
    time,
    loss,
    slack: time.path.length || time.unknown.length ? row.rto - time.minutes : null,
    parts: named.map((part) => {
      const own = by.get(part);
      return { part, provider: world.services.get(part)?.provider ?? null, plan: own?.id ?? null, rto: own?.rto ?? null, rpo: own?.rpo ?? null };
    }),
    suppliers: suppliersOf(row, world),
    tests: tests.filter((each) => each.plan === row.id),
    age_days: row.reviewed_on === null ? null : daysBetween(row.reviewed_on, world.today),
    tested_days,
    verdict: continuityVerdict({ row, time: time.minutes, loss: loss.minutes, unknown: time.unknown.length + loss.unknown.length, tested_days }),
  };
}

type Judging = { row: ContinuityRow; time: number; loss: number; unknown: number; tested_days: number | null };

function continuityVerdict({ row, time, loss, unknown, tested_days }: Judging): Verdict {
  if (time > row.rto || loss > row.rpo) return 'bad';
  if (unknown > 0) return 'unknown';
  return row.state !== 'in_force' || tested_days === null || tested_days > 365 ? 'warn' : 'good';
}

/** The other parties that the service stands on, and until when what they showed counts. */
function suppliersOf({ service, evidence }: ContinuityRow, { graph, services, house, today }: World): ContinuityFigures['suppliers'] {
  const parties = new Set(leaves(service, graph).flatMap((part) => services.get(part)?.provider ?? []));
  parties.delete(house);
  return [...parties].map((supplier) => {
    const latest =
      evidence
        .filter((each) => each.supplier === supplier)
        .map((each) => each.valid_until)
        .sort()
        .at(-1) ?? null;
    return { supplier, valid_until: latest, verdict: latest === null || latest < today ? 'bad' : daysBetween(today, latest) < 60 ? 'warn' : 'good' };
  });
}
