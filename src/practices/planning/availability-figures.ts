// The arithmetic of an availability plan: promised, computed from promises and from what was measured, and what one step would bring.
import { availability } from '../../calculus/availability.ts';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { leaves, plan } from '../../calculus/composition.ts';
import { budgetSpent } from '../../calculus/error-budget.ts';
import { levers, redundancies, singlePoints } from '../../calculus/improvement.ts';
import { downtimeBudget, type Interval, meanTimes, measured, outages } from '../../calculus/outages.ts';
import { periodOf } from '../../calculus/period.ts';
import type { DownFact, World } from './facts.ts';
import type { AvailabilityFigures, Lifecycle, Outage, PartFigure, Redundant, Verdict } from './figures.record.ts';
import { monthAfter } from './plan.ts';

export type Held = { readonly party: string; readonly from: number; readonly to: number };
type Planned = { readonly id: string; readonly service: string; readonly target: number | null; readonly months: number };
export type AvailabilityFacts = {
  readonly plan: Planned;
  readonly world: World;
  readonly downs: readonly DownFact[];
  /** Whose time it was, of each incident. */
  readonly held: ReadonlyMap<string, readonly Held[]>;
};
type Window = Interval & { readonly months: readonly string[] };
const million = 1_000_000;
const ppm = (value: number | null): number | null => (value === null ? null : Math.floor(value * million + 1e-4));

/** The whole months before this one. */
export function windowBack(today: string, zone: string, count: number): Window {
  const months = Array.from({ length: count }, (_, at) => monthAfter(today.slice(0, 7), at - count));
  const [first = today.slice(0, 7), last = first] = [months[0], months.at(-1)];
  return { from: periodOf(first, zone).from, to: periodOf(last, zone).to, months };
}

/** The service and everything beneath it: whose outages matter. */
export function nodesBeneath(service: string, { graph }: Pick<World, 'graph'>): string[] {
  return plan(service, graph).steps.flatMap(({ part }) => (part === null ? [] : [part]));
}

export function availabilityFigures({ plan: of, world, downs, held }: AvailabilityFacts): AvailabilityFigures {
  const { service } = of;
  const window = windowBack(world.today, world.zone, of.months);
  const { target_ppm, target_from, calendar } = targetOf(of, world);
  const down = byNode(downs);
  const found = outages(service, world.graph, down, window);
  const whole = measured(found, window, calendar);
  const values = promisedOf(service, world);
  const promised = availability(service, world.graph, values);
  const target = target_ppm === null ? null : target_ppm / million;
  const parts = partsOf(of, { world, downs, down, window, values, target });
  const byMeasures = Object.fromEntries(parts.flatMap((each) => (each.measured_ppm === null ? [] : [[each.part, each.measured_ppm / million] as const])));
  const spent =
    target === null || target >= 1 || whole.agreed_ms === 0
      ? null
      : budgetSpent(target, whole.agreed_ms, { window_ms: whole.agreed_ms, error_share: whole.down_ms / whole.agreed_ms });
  const measured_ppm = whole.agreed_ms > 0 ? Math.floor(((whole.agreed_ms - whole.down_ms) * million) / whole.agreed_ms) : null;
  return {
    plan: of.id,
    service,
    target_ppm,
    target_from,
    from: iso(window.from),
    to: iso(window.to),
    months: window.months,
    measured_ppm,
    by_promises_ppm: ppm(promised.value),
    by_measures_ppm: ppm(availability(service, world.graph, byMeasures).value),
    unpromised: promised.unknown,
    agreed_ms: whole.agreed_ms,
    down_ms: whole.down_ms,
    budget_ms: target === null ? null : downtimeBudget(target, whole.agreed_ms),
    burn: spent?.burn ?? null,
    means: meanTimes(whole),
    outages: found.map((each) => told(each, downs)),
    parts,
    single_points: singlePoints(service, world.graph),
    redundant: redundantOf(service, world),
    lifecycle: lifecycleOf(downs, { window, held }),
    verdict: verdictOf(target_ppm, ppm(promised.value), measured_ppm),
  };
}

/** What the parts are promised at to the house, 0 to 1; the better one when there are two. */
export function promisedOf(service: string, { graph, promises, house }: World): Record<string, number> {
  const all = new Set(leaves(service, graph));
  const values: Record<string, number> = {};
  for (const each of promises)
    if (all.has(each.service) && each.customer === house) values[each.service] = Math.max(values[each.service] ?? 0, each.availability / million);
  return values;
}

/** What the plan says, or the highest that is promised to a customer; with the hours in which that counts. */
export function targetOf({ service, target }: Pick<Planned, 'service' | 'target'>, { promises, house }: World) {
  const own = promises.filter((each) => each.service === service && each.customer !== house).sort((a, b) => b.availability - a.availability);
  const [first] = own.length ? own : promises.filter((each) => each.service === service).sort((a, b) => b.availability - a.availability);
  const calendar: Calendar = first?.calendar ?? roundTheClock;
  return target === null
    ? { target_ppm: first?.availability ?? null, target_from: first?.id ?? null, calendar }
    : { target_ppm: target, target_from: null, calendar };
}

/** Promised too little is a fault of the design; measured too little may be bad luck, or good promises not kept. */
export function verdictOf(target: number | null, promised: number | null, found: number | null): Verdict {
  if (target === null) return 'unknown';
  const short = (value: number | null): boolean => value !== null && value < target;
  if (short(promised) && short(found)) return 'bad';
  if (promised === null && found === null) return 'unknown';
  return short(promised) || short(found) || promised === null ? 'warn' : 'good';
}

export function byNode(downs: readonly DownFact[]): Record<string, Interval[]> {
  const found: Record<string, Interval[]> = {};
  for (const each of downs) found[each.node] = [...(found[each.node] ?? []), { from: each.started, to: each.ended ?? Number.MAX_SAFE_INTEGER }];
  return found;
}

type Measuring = {
  readonly world: World;
  readonly downs: readonly DownFact[];
  readonly down: Readonly<Record<string, readonly Interval[]>>;
  readonly window: Window;
  readonly values: Readonly<Record<string, number>>;
  readonly target: number | null;
};

/** Parts are measured round the clock: at night they fail as well, and what stands on them may be open. */
function partsOf({ service }: Planned, { world, downs, down, window, values, target }: Measuring): PartFigure[] {
  const moved = new Map(levers(service, { graph: world.graph, values }, target ?? 1).map((each) => [each.part, each]));
  const alone = new Set(singlePoints(service, world.graph));
  const parts = leaves(service, world.graph).map((part): PartFigure => {
    const own = measured(down[part] ?? [], window, roundTheClock);
    const lever = moved.get(part);
    const promise = world.promises.filter((each) => each.service === part && each.customer === world.house).sort((a, b) => b.availability - a.availability)[0];
    return {
      part,
      provider: world.services.get(part)?.provider ?? null,
      promise: promise?.id ?? null,
      promised_ppm: promise?.availability ?? null,
      measured_ppm: own.agreed_ms > 0 ? Math.floor(((own.agreed_ms - own.down_ms) * million) / own.agreed_ms) : null,
      down_ms: own.down_ms,
      outages: own.outages,
      incidents: own.outages ? told(window, downs, part).incidents : [],
      slope: lever?.slope ?? null,
      to_ppm: lever?.to === undefined || lever.to === null || target === null ? null : Math.ceil(lever.to * million - 1e-4),
      doubled_ppm: ppm(lever?.doubled ?? null),
      alone: alone.has(part),
    };
  });
  const effort = (each: PartFigure): number => (each.to_ppm === null ? Infinity : each.to_ppm - (each.promised_ppm ?? 0));
  return parts.sort((a, b) => effort(a) - effort(b) || (b.slope ?? 0) - (a.slope ?? 0));
}

function redundantOf(service: string, { graph, services }: World): Redundant[] {
  return redundancies(service, graph).map((each) => {
    const providers = each.members.map((member) => services.get(member)?.provider);
    return { ...each, same_provider: new Set(providers).size < providers.length };
  });
}

function told(each: Interval, downs: readonly DownFact[], part?: string): Outage {
  const own = part === undefined ? downs : downs.filter((one) => one.node === part);
  const incidents = own.filter((one) => one.started < each.to && each.from < (one.ended ?? Infinity)).map((one) => one.id);
  return { from: iso(each.from), to: iso(each.to), incidents };
}

/** The expanded incident lifecycle as far as records tell it: noticed, taken up, diagnosed and repaired (no record parts these), confirmed. */
function lifecycleOf(downs: readonly DownFact[], { window, held }: { window: Window; held: AvailabilityFacts['held'] }): Lifecycle {
  const over = downs.filter((each) => each.ended !== null && each.started >= window.from && each.started < window.to);
  const parties = new Map<string, number>();
  let [detect_ms, taken, respond_ms, repair_ms, confirm_ms] = [0, 0, 0, 0, 0];
  for (const each of over) {
    const back = each.restored ?? each.ended ?? each.opened;
    detect_ms += Math.max(0, Math.min(each.opened, back) - each.started);
    confirm_ms += Math.max(0, (each.closed ?? back) - back);
    if (each.taken !== null && each.taken < back) {
      const began = Math.max(each.taken, each.started);
      taken += 1;
      respond_ms += Math.max(0, began - Math.max(each.opened, each.started));
      repair_ms += back - began;
    }
    for (const { party, from, to } of held.get(each.id) ?? []) {
      const ms = Math.min(to, back) - Math.max(from, each.opened);
      if (ms > 0) parties.set(party, (parties.get(party) ?? 0) + ms);
    }
  }
  const restore = [...parties].map(([party, ms]) => ({ party, ms })).sort((a, b) => b.ms - a.ms);
  return { incidents: over.length, detect_ms, taken, respond_ms, repair_ms, restore, confirm_ms };
}

const iso = (at: number): string => new Date(at).toISOString();
