// How soon a composed service is back after everything was lost, and how much is lost: the critical path along its composition.
import { type Composition, type Graph, plan } from './composition.ts';

/** Minutes; null when nothing is said. */
export type Objective = { readonly rto: number | null; readonly rpo: number | null };

/**
 * `planned`: what the plans of parts say; what a plan says stands for everything beneath that part. `own`: minutes of own steps after
 * the parts are back, for `root` and for composed parts without a plan. `sequential`: those whose parts come back one after another.
 */
export type Recovering = {
  readonly graph: Graph;
  readonly planned: Readonly<Record<string, Objective | undefined>>;
  readonly own: Readonly<Record<string, number | undefined>>;
  readonly sequential: ReadonlySet<string>;
};

/**
 * `minutes` is the least that recovery takes by the plans of the parts: exact when `unknown` (parts without a plan that matter) is empty,
 * otherwise it takes at least that. `path` names the parts that make it so long, the own steps of each after its parts; `slowest` the one
 * that takes longest.
 */
export type CriticalPath = {
  readonly minutes: number;
  readonly unknown: readonly string[];
  readonly path: readonly { readonly part: string; readonly minutes: number; readonly own: boolean }[];
  readonly slowest: string | null;
};

/** Time: all that are needed side by side take as long as the slowest, one after another as long as the sum; of any or k the quickest that suffice. */
export function timeBack(root: string, recovering: Recovering): CriticalPath {
  const { path, minutes, unknown } = timeOf(root, recovering, new Set());
  const slowest = [...path].sort((a, b) => b.minutes - a.minutes)[0]?.part ?? null;
  return { path, minutes, unknown: [...new Set(unknown)], slowest };
}

/** Loss: as much as the worst of the parts that are needed; of any or k the best that suffice. `part` is the one that loses most. */
export type Loss = { readonly minutes: number; readonly part: string | null; readonly unknown: readonly string[] };

export function lostAtMost(root: string, recovering: Recovering): Loss {
  const found = lossOf(root, recovering, new Set());
  return { ...found, unknown: [...new Set(found.unknown)] };
}

/** The parts that a plan should be there for: those beneath that have neither a plan above them nor parts of their own. */
export function withoutPlan(root: string, { graph, planned }: Pick<Recovering, 'graph' | 'planned'>): string[] {
  const open = Object.fromEntries(Object.entries(graph).filter(([part]) => part === root || !planned[part]));
  return plan(root, open).steps.flatMap(({ part, of }) => (part !== null && part !== root && of === null && !planned[part] ? [part] : []));
}

type Timed = Omit<CriticalPath, 'slowest'>;
const nothing: Timed = { minutes: 0, unknown: [], path: [] };

function timeOf(part: string, recovering: Recovering, above: ReadonlySet<string>): Timed {
  const { graph, planned, own, sequential } = recovering;
  const isRoot = above.size === 0;
  const rto = planned[part]?.rto ?? null;
  if (!isRoot && rto !== null) return { minutes: rto, unknown: [], path: [{ part, minutes: rto, own: false }] };
  const steps = own[part] ?? 0;
  const composition = graph[part];
  if (above.has(part) || (!composition && !isRoot)) return { minutes: 0, unknown: [part], path: [] };
  const within = new Set([...above, part]);
  const beneath = composition ? timeIn(composition, { recovering, within, inTurn: sequential.has(part) }) : nothing;
  const last = steps > 0 ? [{ part, minutes: steps, own: true }] : [];
  return { minutes: beneath.minutes + steps, unknown: beneath.unknown, path: [...beneath.path, ...last] };
}

type Within = { readonly recovering: Recovering; readonly within: ReadonlySet<string>; readonly inTurn: boolean };

function timeIn(composition: Composition, around: Within): Timed {
  if ('part' in composition) return timeOf(composition.part, around.recovering, around.within);
  const members = ('all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of).map((each) => timeIn(each, around));
  const need = 'all' in composition ? members.length : 'any' in composition ? 1 : composition.k;
  const needed = sufficing(members, need);
  if (around.inTurn) return joined(needed);
  const longest = needed.reduce((worst, each) => (each.minutes > worst.minutes ? each : worst), needed[0] ?? nothing);
  return { ...longest, unknown: needed.flatMap((each) => each.unknown) };
}

/** The quickest of those that are wholly known first: what is not known counts only when it is needed. In the order of the composition. */
function sufficing<T extends { readonly minutes: number; readonly unknown: readonly string[] }>(members: readonly T[], need: number): T[] {
  const quickest = [...members].sort((a, b) => Number(a.unknown.length > 0) - Number(b.unknown.length > 0) || a.minutes - b.minutes).slice(0, need);
  return members.filter((each) => quickest.includes(each));
}

/** A part that is needed twice comes back once. */
function joined(all: readonly Timed[]): Timed {
  const path = [...new Map(all.flatMap((each) => each.path).map((each) => [`${each.part} ${each.own}`, each])).values()];
  return { minutes: path.reduce((sum, each) => sum + each.minutes, 0), unknown: all.flatMap((each) => each.unknown), path };
}

function lossOf(part: string, recovering: Recovering, above: ReadonlySet<string>): Loss {
  const rpo = recovering.planned[part]?.rpo ?? null;
  if (above.size > 0 && rpo !== null) return { minutes: rpo, part, unknown: [] };
  const composition = recovering.graph[part];
  if (above.has(part) || (!composition && above.size > 0)) return { minutes: 0, part: null, unknown: [part] };
  return composition ? lossIn(composition, recovering, new Set([...above, part])) : { minutes: 0, part: null, unknown: [] };
}

function lossIn(composition: Composition, recovering: Recovering, within: ReadonlySet<string>): Loss {
  if ('part' in composition) return lossOf(composition.part, recovering, within);
  const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
  const need = 'all' in composition ? members.length : 'any' in composition ? 1 : composition.k;
  const needed = sufficing(
    members.map((each) => lossIn(each, recovering, within)),
    need,
  );
  const worst = needed.reduce((most, each) => (each.minutes > most.minutes ? each : most), needed[0] ?? { minutes: 0, part: null, unknown: [] });
  return { ...worst, unknown: needed.flatMap((each) => each.unknown) };
}
