// Whether the parts of a service can handle as many cases as are promised on all that is built of them.
import { windowDays } from '../../calculus/chain-terms.ts';
import { impactOf, partsIn } from '../../calculus/composition.ts';
import { sideOf } from '../../calculus/terms.ts';
import { carrier, nameOf, nothingBeneath, promisesOn, remarks, termsOf } from './chain-beneath.ts';
import type { ChainData, ChainPromise, Judged, Reason, Tighten } from './link.record.ts';

type Part = { readonly part: string; readonly beneath: ChainPromise; readonly demand: number; readonly supply: number };

/**
 * Every case is taken to need every part: what a part handles must be enough for the sum of what is promised to customers on
 * all services that need it, in the window of the promise above.
 */
export function judgeThroughput(promise: ChainPromise, data: ChainData): Judged {
  const parts = partsBeneath(promise, data);
  if (parts.length === 0) return nothingBeneath('cases', 'promise.chain.own_work');
  const tightest = parts.toSorted((a, b) => a.supply - a.demand - (b.supply - b.demand))[0];
  const short = parts.filter((each) => each.supply < each.demand);
  return {
    ...nothingBeneath('cases', ''),
    slack: tightest ? Math.floor(tightest.supply - tightest.demand) : null,
    weakest: tightest?.part ?? null,
    backed_by: parts.map((each) => each.beneath),
    sensitivity: parts.map(({ part, beneath }) => ({ service: part, promise: beneath.id, per: 1 })),
    tighten: short.map((each) => wayOut(each, short.length === 1)).toSorted((a, b) => (a.to - a.from) / a.from - (b.to - b.from) / b.from),
    reasons: [
      ...short.map((each) => tooFew(each, data)),
      ...remarks(
        promise,
        parts.map((each) => each.beneath),
        data,
      ),
    ],
    assumptions: ['promise.assumes.every_case', 'promise.assumes.spread_evenly'].map((code) => ({ code, holds: true, params: {} })),
  };
}

function partsBeneath(promise: ChainPromise, data: ChainData): Part[] {
  const found: Part[] = [];
  const seen = new Set([promise.service]);
  const days = windowDays(termsOf(promise));
  for (const part of seen) {
    const beneath = carrier({ part, metric: 'throughput', above: promise }, data);
    if (beneath) found.push({ part, beneath, demand: demandOn(part, { promise, days, data }), supply: perDay(beneath) * days });
    else for (const next of partsIn(data.graph[part])) seen.add(next);
  }
  return found;
}

/** All that is promised to customers on the services that need the part, this promise among them, signed or not. */
function demandOn(part: string, { promise, days, data }: { promise: ChainPromise; days: number; data: ChainData }): number {
  const users = [part, ...impactOf(part, data.graph)];
  const others = users
    .flatMap((service) => promisesOn(service, 'throughput', data))
    .filter((each) => sideOf(each, data.house) === 'customer' && each.id !== promise.id);
  return [promise, ...others].reduce((sum, each) => sum + perDay(each) * days, 0);
}

const perDay = (each: ChainPromise): number => (each.throughput ?? 0) / windowDays(termsOf(each));

function wayOut({ part, beneath, demand, supply }: Part, alone: boolean): Tighten {
  const from = beneath.throughput ?? 0;
  return { service: part, promise: beneath.id, priority: null, from, to: Math.ceil((from * demand) / Math.max(supply, Number.MIN_VALUE)), alone };
}

function tooFew({ part, demand, supply }: Part, data: ChainData): Reason {
  const params = { part: nameOf(part, data), demand: Math.ceil(demand), supply: Math.floor(supply) };
  return { code: 'promise.chain.throughput_too_low', holds: false, params };
}
