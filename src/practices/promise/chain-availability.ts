// Whether the availability promised on a service follows from those promised on its parts.
import { birnbaum, bounds, naiveAvailability, type Values } from '../../calculus/availability.ts';
import { feasibleAvailability } from '../../calculus/chain-availability.ts';
import type { Reason as Found } from '../../calculus/chain-terms.ts';
import { type Graph, leaves, partsIn } from '../../calculus/composition.ts';
import { carrier, nameOf, percent, remarks, termsOf } from './chain-beneath.ts';
import type { ChainData, ChainPromise, Judged, Reason } from './link.ts';

const MILLION = 1_000_000;
/** Products of decimal shares are off by less than this, in ppm. */
const DUST = 1e-4;

export function judgeAvailability(promise: ChainPromise, data: ChainData): Judged {
  const root = promise.service;
  const carriers = carriersBeneath(promise, data);
  const graph = Object.fromEntries(Object.entries(data.graph).filter(([part]) => !carriers.has(part)));
  if (!graph[root] && !carriers.has(root)) return ownWork;
  const promised = Object.fromEntries([...carriers].map(([part, each]) => [part, termsOf(each)]));
  const found = feasibleAvailability(termsOf(promise), { root, graph, promised, at: Date.parse(data.today) });
  const { computed, values } = found;
  const offered = promise.availability ?? MILLION;
  const used = leaves(root, graph).flatMap((part) => carriers.get(part) ?? []);
  const weakest = computed.unknown[0] ?? found.tighten[0]?.part ?? heaviestLeaf(root, graph, values);
  const naive = naiveAvailability(root, graph, values);
  const dependent = bounds(root, graph, values);
  const told = (holds: boolean) => (each: Found) =>
    reason(each, { holds, carriers, weakest, data, values, offered, low: computed.low, certain: dependent.low });
  return {
    slack: computed.unknown.length && !found.ok ? null : ppm(computed.low) - offered,
    unit: 'ppm',
    weakest,
    backed_by: used,
    ways: [],
    tighten: found.tighten.map((each) => ({ service: each.part, availability_ppm: Math.ceil(each.availability * MILLION - DUST) })),
    availability: {
      promised_ppm: offered,
      computed_ppm: computed.value === null ? null : ppm(computed.value),
      naive_ppm: naive === null ? null : ppm(naive),
      bounds: { low_ppm: ppm(dependent.low), high_ppm: ppm(dependent.high) },
    },
    reasons: [...[...found.reasons].sort(missingFirst).map(told(false)), ...found.notes.map(told(true)), ...remarks(promise, used, data)],
  };
}

const ownWork: Judged = {
  slack: null,
  unit: 'ppm',
  weakest: null,
  backed_by: [],
  ways: [],
  tighten: [],
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

/** The leaf whose unavailability costs the whole most. */
function heaviestLeaf(root: string, graph: Graph, values: Values): string | null {
  const weighed = leaves(root, graph).map((leaf) => ({ leaf, cost: (birnbaum(root, graph, values, leaf) ?? 0) * (1 - (values[leaf] ?? 0)) }));
  return weighed.sort((a, b) => b.cost - a.cost)[0]?.leaf ?? null;
}

/** That nothing is promised on a part says more than that the sum is too low. */
const missingFirst = (a: Found, b: Found): number => Number(b.code === 'chain.no_promise') - Number(a.code === 'chain.no_promise');

type Telling = {
  readonly holds: boolean;
  readonly carriers: ReadonlyMap<string, ChainPromise>;
  readonly weakest: string | null;
  readonly data: ChainData;
  readonly values: Values;
  readonly offered: number;
  readonly low: number;
  readonly certain: number;
};

function reason({ code, part }: Found, { holds, carriers, weakest, data, values, offered, low, certain }: Telling): Reason {
  const about = part ?? weakest ?? data.service;
  return {
    code: `promise.${code}`,
    holds,
    params: {
      part: nameOf(about, data),
      offered: percent(offered),
      computed: percent(ppm(low)),
      slack: percent(Math.max(0, offered - ppm(low))),
      certain: percent(ppm(certain)),
      promised: percent(carriers.get(about)?.availability ?? 0),
      worth: percent(ppm(values[about] ?? 0)),
    },
  };
}

const ppm = (share: number): number => Math.floor(share * MILLION + DUST);
