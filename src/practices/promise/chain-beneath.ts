// Which promise beneath carries a part: from whoever provides it to the house, in force by the time it is needed.
import type { PromiseTerms } from '../../calculus/chain-terms.ts';
import { sideOf } from '../../calculus/terms.ts';
import type { ChainData, ChainPromise, Judged, Reason } from './link.record.ts';

type Wanted = { readonly part: string; readonly metric: string; readonly above: ChainPromise };

/**
 * The promise on `part` that carries `above`, or null. Promises to customers carry nothing; a promise that a supplier made to
 * the customer of `above` directly does. Of several the choice is: the provider of the service, then for no team in
 * particular, then made to the house, then the latest start, then the lowest number.
 */
export function carrier({ part, metric, above }: Wanted, data: ChainData): ChainPromise | null {
  const on = promisesOn(part, metric, data);
  if (on.length === 0) return null;
  const needed = latest(above.valid_from ?? data.today, data.today);
  const found = on.filter((each) => (each.valid_from === null || each.valid_from <= needed) && carries(each, above, data.house));
  if (found.length < 2) return found[0] ?? null;
  const provider = data.services.get(part)?.provider;
  const rank = (each: ChainPromise) => [
    Number(each.provider !== provider),
    Number(each.team !== null),
    Number(each.customer !== data.house),
    each.valid_from === null ? 0 : -Number(each.valid_from.replaceAll('-', '')),
    Number(each.id.slice(each.id.indexOf('-') + 1)),
  ];
  return found.sort((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function carries(each: ChainPromise, above: ChainPromise, house: string): boolean {
  const side = sideOf(each, house);
  if (side === 'customer') return false;
  if (side === 'supplier') return each.customer === house || each.customer === above.customer;
  return !(each.service === above.service && sideOf(above, house) === 'desk');
}

/** The promises on a service about a metric; a whole chain asks this for every part of every promise. */
export function promisesOn(service: string, metric: string, { promises }: Pick<ChainData, 'promises'>): readonly ChainPromise[] {
  const index = indexes.get(promises) ?? indexOf(promises);
  indexes.set(promises, index);
  return index.get(metric)?.get(service) ?? [];
}

type Index = ReadonlyMap<string, ReadonlyMap<string, readonly ChainPromise[]>>;
const indexes = new WeakMap<readonly ChainPromise[], Index>();

function indexOf(promises: readonly ChainPromise[]): Index {
  const index = new Map<string, Map<string, ChainPromise[]>>();
  for (const each of promises) {
    const ofMetric = index.get(each.metric) ?? new Map<string, ChainPromise[]>();
    index.set(each.metric, ofMetric);
    const known = ofMetric.get(each.service);
    if (known) known.push(each);
    else ofMetric.set(each.service, [each]);
  }
  return index;
}

/** What the reader should know of those that carry, though it does not break the chain. */
export function remarks(above: ChainPromise, beneath: readonly ChainPromise[], data: ChainData): Reason[] {
  return beneath
    .filter((each) => each.valid_to !== null && each.valid_to < (above.valid_to ?? '9999'))
    .map((each) => ({
      code: 'promise.chain.ends_first',
      holds: true,
      params: { part: nameOf(each.service, data), promise: each.name, date: each.valid_to ?? '' },
    }));
}

/** A promise as the algebra of promises sees it. */
export function termsOf(each: ChainPromise): PromiseTerms {
  const { metric, availability, attainment, calendar, measured_per, rolling_days } = each;
  const share = attainment === null ? null : attainment / 1_000_000;
  return { metric, availability: availability === null ? null : availability / 1_000_000, share, window: measured_per, window_days: rolling_days, calendar };
}

export const nameOf = (part: string, data: ChainData): string => data.services.get(part)?.name ?? part;

/** 999500 ppm as "99.95 %". */
export const percent = (ppm: number): string => `${(ppm / 10_000).toFixed(4).replace(/\.?0+$/, '')} %`;

const latest = (a: string, b: string): string => (a > b ? a : b);

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** What a metric that rests on nothing beneath comes to. */
export const nothingBeneath = (unit: Judged['unit'], code: string): Judged => ({
  slack: null,
  unit,
  weakest: null,
  backed_by: [],
  ways: [],
  availability: null,
  certainty: null,
  sensitivity: [],
  tighten: [],
  reasons: [{ code, holds: true, params: {} }],
  assumptions: [],
  bare: [],
});
