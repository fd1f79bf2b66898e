// Whether the time promised on a service is enough for every way that the work can take through the promises beneath.
import { feasible, inSequence, timePromise } from '../../calculus/chain.ts';
import { windowsSpanned } from '../../calculus/chain-terms.ts';
import { partsIn } from '../../calculus/composition.ts';
import { worstElapsed } from '../../calculus/hours-cover.ts';
import { carrier, nameOf, percent, promisesOn, remarks, termsOf } from './chain-beneath.ts';
import type { Certainty, ChainData, ChainPromise, Judged, Reason, Sensitivity, Stage, Tighten, Way } from './link.record.ts';

const MINUTE_MS = 60_000;
const MILLION = 1_000_000;

/** Promises kept one after the other; the last one is on the part that the way is about. `head` is who responds first. */
type Route = { readonly part: string; readonly head: readonly ChainPromise[]; readonly promises: readonly ChainPromise[] };

export function judgeTime(promise: ChainPromise, data: ChainData): Judged {
  const { routes, bare } = routesOf(promise, data);
  const priorities = Object.entries(promise.targets ?? {}).flatMap(([priority, offered]) => (offered === undefined ? [] : [{ priority, offered }]));
  const timed = priorities.map((each) => timesOf(routes, { promise, ...each, data }));
  const ways = timed.flatMap((each) => each.slowest ?? []);
  const tightest = ways.toSorted((a, b) => a.slack_minutes - b.slack_minutes)[0];
  const beneath = [...new Set(routes.flatMap((each) => each.promises))];
  const asked = data.brief ? timed.filter((each) => each.slowest === tightest) : timed;
  const tighten = asked.flatMap(({ late }) => waysOut(late?.() ?? [], promise, { beneath, today: data.today })).toSorted(smallestStepFirst);
  const together = promise.routing?.order === 'parallel' && routes.length > 0 ? [allOf(routes)] : routes;
  return {
    slack: bare.length ? null : (tightest?.slack_minutes ?? null),
    unit: 'minutes',
    weakest: bare[0] ?? slowestStage(tightest)?.service ?? null,
    backed_by: beneath,
    ways,
    availability: null,
    certainty: data.brief ? null : worstOf(together.map((route) => certaintyOf(promise, route))),
    sensitivity: tightest && !data.brief ? sensitivityOf(tightest, promise) : [],
    tighten,
    bare,
    reasons: [
      ...(routes.length === 0 && bare.length === 0 ? [{ code: 'promise.chain.own_work', holds: true, params: {} }] : []),
      ...bare.map((part) => ({ code: 'promise.chain.no_promise', holds: false, params: { part: nameOf(part, data) } })),
      ...timed.flatMap((each) => each.faults),
      ...ways.flatMap((way) => (way.slack_minutes < 0 ? [tooSlow(way, data)] : [])),
      ...together.flatMap((route) => shares(promise, route, data)),
      ...(data.brief ? [] : [...waits(ways, data), ...remarks(promise, beneath, data)]),
    ],
    assumptions: ways.length && !data.brief ? assumed(promise) : [],
  };
}

/** The ways that the work can take, and the parts that nobody promised to repair. */
function routesOf(promise: ChainPromise, data: ChainData): { routes: Route[]; bare: string[] } {
  const desk = responder(promise, data);
  const head = desk ? [desk] : [];
  if (promise.metric === 'respond') return { routes: desk ? [{ part: promise.service, head: [], promises: head }] : [], bare: [] };
  if (promise.metric === 'accept') return { routes: [], bare: [] };
  const wanted = promise.metric === 'fulfil' ? 'fulfil' : 'repair';
  const routes: Route[] = [];
  const bare: string[] = [];
  const seen = new Set([promise.service]);
  for (const part of seen) {
    const work = carrier({ part, metric: wanted, above: promise }, data);
    const composed = data.graph[part];
    if (work) routes.push({ part, head, promises: [...head, ...acceptance(part, work, promise, data), work] });
    // What a supplier builds its service of is its own affair; what we build ours of can fail as well.
    if (composed && (!work || work.provider === data.house)) for (const next of partsIn(composed)) seen.add(next);
    if (!work && !composed && part !== promise.service) bare.push(part);
  }
  return { routes: promise.routing?.order === 'sequence' && routes.length > 0 ? [allOf(routes)] : routes, bare };
}

/** Every part one after the other, after one response. */
function allOf(routes: readonly Route[]): Route {
  const head = routes[0]?.head ?? [];
  return { part: routes.at(-1)?.part ?? '', head, promises: [...head, ...routes.flatMap((each) => each.promises.slice(head.length))] };
}

/** Who responds before the work goes on: the desk by its own promise, else within what it promised the customer. */
function responder(promise: ChainPromise, data: ChainData): ChainPromise | null {
  if (promise.metric !== 'respond' && promise.metric !== 'restore') return null;
  const internal = carrier({ part: promise.service, metric: 'respond', above: promise }, data);
  if (internal || promise.metric === 'respond') return internal;
  const same = (each: ChainPromise) => each.provider === promise.provider && each.customer === promise.customer;
  return promisesOn(promise.service, 'respond', data).find(same) ?? null;
}

function acceptance(part: string, work: ChainPromise, above: ChainPromise, data: ChainData): ChainPromise[] {
  const accept = carrier({ part, metric: 'accept', above }, data);
  return accept && accept.provider === work.provider ? [accept] : [];
}

type Timing = { readonly promise: ChainPromise; readonly priority: string; readonly offered: number; readonly data: ChainData };

/** For one priority: the way that takes longest, since the next failure may be there; all that are too slow; why some cannot be timed. */
type Times = { readonly slowest: Way | null; readonly late: (() => readonly Way[]) | null; readonly faults: readonly Reason[] };

function timesOf(routes: readonly Route[], timing: Timing): Times {
  let slowest: Route | null = null;
  let most = -1;
  const faults: Reason[] = [];
  const late: Route[] = [];
  // Thousands of promises with dozens of ways each: only what is told is written out.
  for (const route of routes) {
    const needed = neededOn(route, timing);
    if (typeof needed !== 'number') faults.push(needed);
    else {
      if (needed > most) [slowest, most] = [route, needed];
      if (needed > timing.offered) late.push(route);
    }
  }
  return { slowest: slowest ? wayOf(slowest, timing) : null, late: late.length ? () => late.map((route) => wayOf(route, timing)) : null, faults };
}

/** Minutes on the clock of the promise above, all in. */
function neededOn(route: Route, { promise, priority, data }: Timing): number | Reason {
  let [total, head, hands, holder] = [0, 0, 0, promise.provider];
  for (const [i, each] of route.promises.entries()) {
    const minutes = each.targets?.[priority];
    const elapsed = minutes === undefined ? null : elapsedIn(promise, each, { minutes, today: data.today });
    if (minutes === undefined || elapsed === null) return untimed(each, { minutes, priority, data });
    total += elapsed;
    if (i < route.head.length) head += elapsed;
    if (each.provider !== holder) hands += 1;
    holder = each.provider;
  }
  const { handover, rework } = passing(promise, { hands, work: total - head });
  return total + handover + rework;
}

function untimed(each: ChainPromise, { minutes, priority, data }: { minutes: number | undefined; priority: string; data: ChainData }): Reason {
  const part = nameOf(each.service, data);
  if (minutes === undefined) return { code: 'promise.chain.no_target', holds: false, params: { part, promise: each.name, priority } };
  return { code: 'promise.chain.never_open', holds: false, params: { part, priority, minutes } };
}

function wayOf(route: Route, timing: Timing): Way {
  const { promise, priority, offered, data } = timing;
  const stages = route.promises.map((each): Stage => {
    const minutes = each.targets?.[priority] ?? 0;
    const elapsed_minutes = elapsedIn(promise, each, { minutes, today: data.today }) ?? 0;
    return { promise: each.id, service: each.service, provider: each.provider, metric: each.metric, minutes, elapsed_minutes };
  });
  const { handover, rework } = passing(promise, { hands: handovers(promise, stages), work: sum(stages.slice(route.head.length)) });
  const needed_minutes = sum(stages) + handover + rework;
  const slack_minutes = offered - needed_minutes;
  return { priority, offered_minutes: offered, needed_minutes, handover_minutes: handover, rework_minutes: rework, slack_minutes, stages };
}

/** What handing over takes, and on average the work that comes back with its hand-overs. */
function passing({ routing }: ChainPromise, { hands, work }: { hands: number; work: number }): { handover: number; rework: number } {
  const handover = (routing?.handover_minutes ?? 0) * hands;
  return { handover, rework: Math.ceil(((work + handover) * (routing?.rework ?? 0)) / MILLION) };
}

const sum = (stages: readonly Stage[]): number => stages.reduce((total, each) => total + each.elapsed_minutes, 0);

/** How long minutes of a promise beneath take at worst on the clock of the one above, in whole minutes. */
function elapsedIn(above: ChainPromise, each: ChainPromise, { minutes, today }: { minutes: number; today: string }): number | null {
  const elapsed = worstElapsed(minutes * MINUTE_MS, { child: each.calendar, parent: above.calendar, at: Date.parse(today) });
  return elapsed === null ? null : Math.ceil(elapsed / MINUTE_MS);
}

/** Work changes hands when the next stage is another party's, the first time from whoever made the promise. */
function handovers(promise: ChainPromise, stages: readonly Stage[]): number {
  return stages.filter((each, i) => each.provider !== (stages[i - 1]?.provider ?? promise.provider)).length;
}

const slowestStage = (way: Way | undefined): Stage | undefined => way?.stages.toSorted((a, b) => b.elapsed_minutes - a.elapsed_minutes)[0];

function tooSlow(way: Way, data: ChainData): Reason {
  const part = nameOf(slowestStage(way)?.service ?? '', data);
  const params = { part, priority: way.priority, offered: way.offered_minutes, needed: way.needed_minutes, slack: -way.slack_minutes };
  return { code: 'promise.chain.time_exceeded', holds: false, params };
}

/** A minute less in a stage of the way is a minute less of the whole, and a share of it more where work may come back. */
function sensitivityOf(way: Way, promise: ChainPromise): Sensitivity[] {
  const again = (promise.routing?.rework ?? 0) / MILLION;
  return way.stages
    .map(({ service, promise: id, metric }) => ({ service, promise: id, per: metric === 'respond' ? 1 : 1 + again }))
    .toSorted((a, b) => b.per - a.per);
}

type Beneath = { readonly beneath: readonly ChainPromise[]; readonly today: string };

/** For each promise on the ways that are too slow: what it would have to be; it does by itself only when it is on all of them. */
function waysOut(late: readonly Way[], above: ChainPromise, { beneath, today }: Beneath): Tighten[] {
  const found = new Map<string, { tighten: Tighten; on: number }>();
  for (const way of late)
    for (const stage of way.stages) {
      const to = shortened(stage, way, above, { beneath, today });
      const known = found.get(stage.promise);
      const least = Math.min(to, known?.tighten.to ?? to);
      const tighten = { service: stage.service, promise: stage.promise, priority: way.priority, from: stage.minutes, to: least, alone: false };
      found.set(stage.promise, { tighten, on: (known?.on ?? 0) + 1 });
    }
  return [...found.values()].flatMap(({ tighten, on }) => (tighten.to > 0 ? [{ ...tighten, alone: on === late.length }] : []));
}

/** The minutes of a stage with which its way is in time; 0 when none are few enough. */
function shortened(stage: Stage, way: Way, above: ChainPromise, { beneath, today }: Beneath): number {
  const each = beneath.find(({ id }) => id === stage.promise);
  const again = stage.metric === 'respond' ? 0 : (above.routing?.rework ?? 0);
  const wanted = stage.elapsed_minutes + Math.floor((way.slack_minutes * MILLION) / (MILLION + again));
  return each && wanted > 0 ? mostWithin(wanted, stage.minutes, (minutes) => elapsedIn(above, each, { minutes, today })) : 0;
}

/** The most minutes, fewer than now, that take no more than `wanted` above; 0 when none do. */
function mostWithin(wanted: number, now: number, elapsed: (minutes: number) => number | null): number {
  let [low, high] = [0, now - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((elapsed(middle) ?? Number.POSITIVE_INFINITY) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What does by itself before what needs others beside it. */
const smallestStepFirst = (a: Tighten, b: Tighten): number => Number(b.alone) - Number(a.alone) || (a.from - a.to) / a.from - (b.from - b.to) / b.from;

const aboveOf = (promise: ChainPromise) => ({ ...termsOf(promise), target_ms: 0, calendar: undefined });

/** What is certain of a way, and what it is when its stages are late independently. Shares are never added up as times are. */
function certaintyOf(promise: ChainPromise, { promises }: Route): Certainty {
  if (promises.every((each) => each.attainment === null))
    return { promised_ppm: promise.attainment ?? MILLION, certain_ppm: MILLION, independent_ppm: MILLION };
  const above = aboveOf(promise);
  const whole = promises
    .map(termsOf)
    .map((terms) => timePromise(0, Math.max(0, 1 - (1 - (terms.share ?? 1)) * windowsSpanned(terms, above))))
    .reduce((a, b) => inSequence(a, b), null);
  const ppm = (share: number) => Math.floor(share * MILLION + 1e-4);
  return { promised_ppm: promise.attainment ?? MILLION, certain_ppm: ppm(whole?.share ?? 1), independent_ppm: ppm(whole?.independent ?? 1) };
}

const worstOf = (found: readonly Certainty[]): Certainty | null => found.toSorted((a, b) => a.certain_ppm - b.certain_ppm)[0] ?? null;

/** Why not enough of the cases are certain to be in time on this way. */
function shares(promise: ChainPromise, route: Route, data: ChainData): Reason[] {
  const { certain_ppm, promised_ppm } = certaintyOf(promise, route);
  if (certain_ppm >= promised_ppm) return [];
  const stages = route.promises.map((each) => ({ part: each.service, terms: { ...termsOf(each), target_ms: 0, calendar: undefined } }));
  return feasible(aboveOf(promise), stages, { at: Date.parse(data.today) }).reasons.map((each) => ({
    code: `promise.${each.code}`,
    holds: false,
    params: { part: nameOf(each.part ?? route.part, data), offered: percent(promised_ppm), certain: percent(certain_ppm) },
  }));
}

/** Parts that have to be waited for, because they work in fewer hours than the promise counts in; each once, at its longest. */
function waits(ways: readonly Way[], data: ChainData): Reason[] {
  const found = new Map<string, Stage>();
  for (const each of ways.flatMap((way) => way.stages)) {
    const known = found.get(each.service);
    if (each.elapsed_minutes > each.minutes && (!known || known.elapsed_minutes < each.elapsed_minutes)) found.set(each.service, each);
  }
  return [...found.values()].map(({ service, minutes, elapsed_minutes }) => ({
    code: 'promise.chain.waits',
    holds: true,
    params: { part: nameOf(service, data), minutes, elapsed: elapsed_minutes },
  }));
}

function assumed({ routing }: ChainPromise): Reason[] {
  const codes = [
    `promise.assumes.order_${routing?.order ?? 'one'}`,
    'promise.assumes.full_targets',
    ...(routing?.handover_minutes ? [] : ['promise.assumes.no_handover']),
    ...(routing?.rework ? ['promise.assumes.rework_average'] : ['promise.assumes.no_rework']),
    'promise.assumes.year_of_hours',
    'promise.assumes.shares_bound',
  ];
  return codes.map((code) => ({ code, holds: true, params: {} }));
}
