// Whether the time promised on a service is enough for every way that the work can take through the promises beneath.
import { feasible, inSequence, timePromise } from '../../calculus/chain.ts';
import { windowsSpanned } from '../../calculus/chain-terms.ts';
import { partsIn } from '../../calculus/composition.ts';
import { worstElapsed } from '../../calculus/hours-cover.ts';
import { carrier, nameOf, percent, remarks, termsOf } from './chain-beneath.ts';
import type { ChainData, ChainPromise, Judged, Reason, Stage, Way } from './link.ts';

const MINUTE_MS = 60_000;
const MILLION = 1_000_000;

/** Promises kept one after the other; the last one is on the part that the way is about. */
type Route = { readonly part: string; readonly promises: readonly ChainPromise[] };

export function judgeTime(promise: ChainPromise, data: ChainData): Judged {
  const { routes, bare } = routesOf(promise, data);
  const priorities = Object.entries(promise.targets ?? {}).flatMap(([priority, offered]) => (offered === undefined ? [] : [{ priority, offered }]));
  const lengths = lengthsIn(promise, data);
  const timed = priorities.flatMap(({ priority, offered }) => routes.map((route) => time({ promise, route, priority, offered, data, lengths })));
  const reasons: Reason[] = [
    ...bare.map((part) => ({ code: 'promise.chain.no_promise', holds: false, params: { part: nameOf(part, data) } })),
    ...timed.flatMap((each) => ('code' in each ? [each] : [])),
  ];
  const ways = slowest(timed.flatMap((each) => ('code' in each ? [] : [each])));
  const tightest = ways.toSorted((a, b) => a.slack_minutes - b.slack_minutes)[0];
  for (const way of ways) if (way.slack_minutes < 0) reasons.push(tooSlow(way, data));
  const beneath = [...new Set(routes.flatMap((each) => each.promises))];
  const nothing = routes.length === 0 && bare.length === 0;
  return {
    slack: bare.length ? null : (tightest?.slack_minutes ?? null),
    unit: 'minutes',
    weakest: bare[0] ?? slowestStage(tightest)?.service ?? null,
    backed_by: beneath,
    ways,
    tighten: [],
    availability: null,
    reasons: [
      ...(nothing ? [{ code: 'promise.chain.own_work', holds: true, params: {} }] : []),
      ...reasons,
      ...routes.flatMap((route) => shares(promise, route, data)),
      ...waits(ways, data),
      ...remarks(promise, beneath, data),
    ],
  };
}

/** The ways that the work can take, and the parts that nobody promised to repair. */
function routesOf(promise: ChainPromise, data: ChainData): { routes: Route[]; bare: string[] } {
  const desk = responder(promise, data);
  const head = desk ? [desk] : [];
  if (promise.metric === 'respond') return { routes: desk ? [{ part: promise.service, promises: head }] : [], bare: [] };
  if (promise.metric === 'accept') return { routes: [], bare: [] };
  const routes: Route[] = [];
  const bare: string[] = [];
  const seen = new Set([promise.service]);
  for (const part of seen) {
    const repair = carrier({ part, metric: 'repair', above: promise }, data);
    const composed = data.graph[part];
    if (repair) routes.push({ part, promises: [...head, ...acceptance(part, repair, promise, data), repair] });
    // What a supplier builds its service of is its own affair; what we build ours of can fail as well.
    if (composed && (!repair || repair.provider === data.house)) for (const next of partsIn(composed)) seen.add(next);
    if (!repair && !composed && part !== promise.service) bare.push(part);
  }
  return { routes, bare };
}

/** Who responds before the work goes on: the desk by its own promise, else within what it promised the customer. */
function responder(promise: ChainPromise, data: ChainData): ChainPromise | null {
  if (promise.metric !== 'respond' && promise.metric !== 'restore') return null;
  const internal = carrier({ part: promise.service, metric: 'respond', above: promise }, data);
  if (internal || promise.metric === 'respond') return internal;
  const same = (each: ChainPromise) => each.service === promise.service && each.provider === promise.provider && each.customer === promise.customer;
  return data.promises.find((each) => each.metric === 'respond' && same(each)) ?? null;
}

function acceptance(part: string, repair: ChainPromise, above: ChainPromise, data: ChainData): ChainPromise[] {
  const accept = carrier({ part, metric: 'accept', above }, data);
  return accept && accept.provider === repair.provider ? [accept] : [];
}

type Timing = {
  readonly promise: ChainPromise;
  readonly route: Route;
  readonly priority: string;
  readonly offered: number;
  readonly data: ChainData;
  readonly lengths: Lengths;
};

function time({ route, priority, offered, data, lengths }: Timing): Way | Reason {
  const stages: Stage[] = [];
  for (const each of route.promises) {
    const minutes = each.targets?.[priority];
    const part = nameOf(each.service, data);
    if (minutes === undefined) return { code: 'promise.chain.no_target', holds: false, params: { part, promise: each.name, priority } };
    const elapsed = lengths(each, minutes);
    if (elapsed === null) return { code: 'promise.chain.never_open', holds: false, params: { part, priority, minutes } };
    const elapsed_minutes = Math.ceil(elapsed / MINUTE_MS);
    stages.push({ promise: each.id, service: each.service, provider: each.provider, metric: each.metric, minutes, elapsed_minutes });
  }
  const needed_minutes = stages.reduce((sum, each) => sum + each.elapsed_minutes, 0);
  return { priority, offered_minutes: offered, needed_minutes, slack_minutes: offered - needed_minutes, stages };
}

/** Of all ways of a priority the one that takes longest: the next failure may be there. */
function slowest(ways: readonly Way[]): Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    const known = found.get(way.priority);
    if (!known || known.needed_minutes < way.needed_minutes) found.set(way.priority, way);
  }
  return [...found.values()].sort((a, b) => Number(a.priority) - Number(b.priority));
}

const slowestStage = (way: Way | undefined): Stage | undefined => way?.stages.toSorted((a, b) => b.elapsed_minutes - a.elapsed_minutes)[0];

function tooSlow(way: Way, data: ChainData): Reason {
  const part = nameOf(slowestStage(way)?.service ?? '', data);
  const params = { part, priority: way.priority, offered: way.offered_minutes, needed: way.needed_minutes, slack: -way.slack_minutes };
  return { code: 'promise.chain.time_exceeded', holds: false, params };
}

/** Whether enough of the cases are certain to be in time on this way. Shares are never added up as times are. */
function shares(promise: ChainPromise, { part, promises }: Route, data: ChainData): Reason[] {
  const above = { ...termsOf(promise), target_ms: 0, calendar: undefined };
  const stages = promises.map((each) => ({ part: each.service, terms: { ...termsOf(each), target_ms: 0, calendar: undefined } }));
  const certain = stages
    .map(({ terms }) => timePromise(0, 1 - (1 - (terms.share ?? 1)) * windowsSpanned(terms, above)))
    .reduce((a, b) => inSequence(a, b), null);
  const params = { offered: percent(promise.attainment ?? MILLION), certain: percent(Math.round((certain?.share ?? 1) * MILLION)) };
  return feasible(above, stages, { at: Date.parse(data.today) }).reasons.map((each) => ({
    code: `promise.${each.code}`,
    holds: false,
    params: { part: nameOf(each.part ?? part, data), ...params },
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

type Lengths = (each: ChainPromise, minutes: number) => number | null;

/** How long minutes of a promise beneath take at worst on the clock of the one above. Asked often, and dear when their hours differ. */
function lengthsIn(promise: ChainPromise, data: ChainData): Lengths {
  const known = new Map<string, number | null>();
  return (each, minutes) => {
    const key = `${each.calendar.id} ${minutes}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const length = worstElapsed(minutes * MINUTE_MS, { child: each.calendar, parent: promise.calendar, at: Date.parse(data.today) });
    known.set(key, length);
    return length;
  };
}
