// Whether the availability promised on a service follows from those promised on its parts.
import { bounds, naiveAvailability, type Values } from '../../calculus/availability.ts';
import { feasibleAvailability } from '../../calculus/chain-availability.ts';
import type { Reason as Found } from '../../calculus/chain-terms.ts';
import { hasCommonCause } from '../../calculus/common-cause.ts';
import { type Composition, type Graph, leaves, partsIn } from '../../calculus/composition.ts';
import { carrier, nameOf, nothingBeneath, percent, remarks, termsOf } from './chain-beneath.ts';
import type { ChainData, ChainPromise, Judged, Reason, Tighten } from './link.record.ts';

const MILLION = 1_000_000;
/** Products of decimal shares are off by less than this, in ppm. */
const DUST = 1e-4;

export function judgeAvailability(promise: ChainPromise, data: ChainData): Judged {
  const root = promise.service;
  const { carriers, graph } = carriersBeneath(promise, data);
  if (!data.graph[root] && !carriers.has(root)) return nothingBeneath('ppm', 'promise.chain.own_work');
  const promised = Object.fromEntries([...carriers].map(([part, each]) => [part, termsOf(each)]));
  const found = feasibleAvailability(termsOf(promise), { root, graph, promised, at: Date.parse(data.today) });
  const { computed, values } = found;
  const offered = promise.availability ?? MILLION;
  const used = leaves(root, graph).flatMap((part) => carriers.get(part) ?? []);
  const weakest = computed.unknown[0] ?? found.tighten[0]?.part ?? heaviest(found.sensitivity, values);
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
    bare: computed.unknown,
    certainty: null,
    sensitivity: [...found.sensitivity].map(([part, per]) => ({ service: part, promise: carriers.get(part)?.id ?? '', per })).toSorted((a, b) => b.per - a.per),
    tighten: found.tighten.map((each) => wayOut(each, carriers)),
    availability: {
      promised_ppm: offered,
      computed_ppm: computed.value === null ? null : ppm(computed.value),
      naive_ppm: naive === null ? null : ppm(naive),
      bounds: { low_ppm: ppm(dependent.low), high_ppm: ppm(dependent.high) },
    },
    assumptions: assumed(graph),
    reasons: [...[...found.reasons].sort(missingFirst).map(told(false)), ...found.notes.map(told(true)), ...remarks(promise, used, data)],
  };
}

function wayOut({ part, availability }: { part: string; availability: number }, carriers: ReadonlyMap<string, ChainPromise>): Tighten {
  const each = carriers.get(part);
  return { service: part, promise: each?.id ?? '', priority: null, from: each?.availability ?? 0, to: Math.ceil(availability * MILLION - DUST), alone: true };
}

/** A part that is promised as a whole stands for everything beneath it; the graph holds what is looked into. */
function carriersBeneath(promise: ChainPromise, data: ChainData): { carriers: ReadonlyMap<string, ChainPromise>; graph: Graph } {
  const carriers = new Map<string, ChainPromise>();
  const graph: Record<string, Composition | undefined> = {};
  const seen = new Set([promise.service]);
  for (const part of seen) {
    const each = carrier({ part, metric: 'availability', above: promise }, data);
    if (each) carriers.set(part, each);
    else {
      if (data.graph[part]) graph[part] = data.graph[part];
      for (const next of partsIn(data.graph[part])) seen.add(next);
    }
  }
  return { carriers, graph };
}

/** The leaf whose unavailability costs the whole most. */
function heaviest(sensitivity: ReadonlyMap<string, number>, values: Values): string | null {
  const weighed = [...sensitivity].map(([leaf, per]) => ({ leaf, cost: per * (1 - (values[leaf] ?? 0)) }));
  return weighed.sort((a, b) => b.cost - a.cost)[0]?.leaf ?? null;
}

function assumed(graph: Graph): Reason[] {
  const codes = [
    'promise.assumes.independent',
    'promise.assumes.shared_once',
    hasCommonCause(graph) ? 'promise.assumes.common_cause' : 'promise.assumes.no_common_cause',
    'promise.assumes.spread_evenly',
    'promise.assumes.year_of_hours',
  ];
  return codes.map((code) => ({ code, holds: true, params: {} }));
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
