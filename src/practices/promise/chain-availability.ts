// Whether the availability promised on a service follows from those promised on its parts.
import { availability, birnbaum, bounds, naiveAvailability } from '../../calculus/availability.ts';
import { type Graph, leaves, partsIn, plan } from '../../calculus/composition.ts';
import { uncoveredMs, worstInPeriod } from '../../calculus/hours.ts';
import { carrier, nameOf, percent, remarks } from './chain-beneath.ts';
import type { ChainData, ChainPromise, Judged, Reason } from './link.ts';

const MILLION = 1_000_000;
/** Products of decimal shares are off by less than this, in ppm. */
const DUST = 1e-4;

export function judgeAvailability(promise: ChainPromise, data: ChainData): Judged {
  const root = promise.service;
  const carriers = carriersBeneath(promise, data);
  const graph = cut(data.graph, carriers);
  if (!graph[root] && !carriers.has(root)) return ownWork;
  const values = Object.fromEntries([...carriers].map(([part, each]) => [part, valueFor(promise, each)]));
  const offered = promise.availability ?? MILLION;
  const { value, low, unknown } = availability(root, graph, values);
  const dependent = bounds(root, graph, values);
  const naive = naiveAvailability(root, graph, values);
  const slack = ppm(low) - offered;
  const heaviest = heaviestLeaf(root, graph, values);
  const computed = value === null ? null : ppm(value);
  const missing = unknown.map((part): Reason => ({ code: 'promise.chain.no_promise', holds: false, params: { part: nameOf(part, data) } }));
  const params = { part: nameOf(heaviest ?? root, data), computed: percent(ppm(low)), offered: percent(offered), slack: percent(-slack) };
  const low_ppm = ppm(dependent.low);
  const used = leaves(root, graph).flatMap((part) => carriers.get(part) ?? []);
  return {
    slack: missing.length ? null : slack,
    unit: 'ppm',
    weakest: unknown[0] ?? heaviest,
    backed_by: used,
    ways: [],
    availability: {
      promised_ppm: offered,
      computed_ppm: computed,
      naive_ppm: naive === null ? null : ppm(naive),
      bounds: { low_ppm, high_ppm: ppm(dependent.high) },
    },
    reasons: [
      ...missing,
      ...(missing.length === 0 && slack < 0 ? [{ code: 'promise.chain.too_low', holds: false, params }] : []),
      ...used.flatMap((each) => hoursReason(promise, each, data)),
      ...used.flatMap((each) => periodReason(promise, each, data)),
      ...(missing.length === 0 && slack >= 0 && low_ppm < offered
        ? [{ code: 'promise.chain.if_together', holds: true, params: { low: percent(low_ppm) } }]
        : []),
      ...remarks(promise, used, data),
    ],
  };
}

const ownWork: Judged = {
  slack: null,
  unit: 'ppm',
  weakest: null,
  backed_by: [],
  ways: [],
  availability: null,
  reasons: [{ code: 'promise.chain.own_work', holds: true, params: {} }],
};

/** A part that is promised as a whole stands for everything beneath it. */
function carriersBeneath(promise: ChainPromise, data: ChainData): Map<string, ChainPromise> {
  const found = new Map<string, ChainPromise>();
  const seen = new Set([promise.service]);
  for (const part of seen) {
    const each = carrier({ part, metric: 'availability', above: promise }, data);
    if (each) found.set(part, each);
    else for (const next of partsIn(data.graph[part])) seen.add(next);
  }
  return found;
}

function cut(graph: Graph, carriers: ReadonlyMap<string, ChainPromise>): Graph {
  return Object.fromEntries(Object.entries(graph).filter(([part]) => !carriers.has(part)));
}

const valueFor = (above: ChainPromise, each: ChainPromise): number => worstInPeriod((each.availability ?? 0) / MILLION, each.measured_per, above.measured_per);

/** The leaf whose availability moves the whole most: the cheapest to tighten. */
function heaviestLeaf(root: string, graph: Graph, values: Readonly<Record<string, number>>): string | null {
  const found = plan(root, graph).cyclic ? [] : leaves(root, graph);
  const weighed = found.map((leaf) => ({ leaf, weight: birnbaum(root, graph, values, leaf) ?? 0, spare: 1 - (values[leaf] ?? 0) }));
  return weighed.sort((a, b) => b.weight * b.spare - a.weight * a.spare)[0]?.leaf ?? null;
}

function hoursReason(above: ChainPromise, each: ChainPromise, data: ChainData): Reason[] {
  const uncovered = uncoveredMs(each.calendar, above.calendar, Date.parse(data.today));
  return uncovered > 0 ? [{ code: 'promise.chain.hours_uncovered', holds: false, params: { part: nameOf(each.service, data) } }] : [];
}

function periodReason(above: ChainPromise, each: ChainPromise, data: ChainData): Reason[] {
  const promised = each.availability ?? 0;
  const worth = ppm(valueFor(above, each));
  if (worth >= promised) return [];
  return [
    { code: 'promise.chain.longer_period', holds: true, params: { part: nameOf(each.service, data), promised: percent(promised), worth: percent(worth) } },
  ];
}

const ppm = (share: number): number => Math.floor(share * MILLION + DUST);
