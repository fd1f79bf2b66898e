// What is at stake when a promise is broken: what is owed above, and what comes back from beneath.
import { windowDays } from '../../calculus/chain-terms.ts';
import { creditAmount, creditOf } from '../../calculus/credit.ts';
import { termsOf } from './chain-beneath.ts';
import type { ChainPromise, Judged, Reason, Stake } from './link.record.ts';

/**
 * The most that can be owed in one period of the promise, against the most that the promises of suppliers beneath give back in
 * the same time. Currencies are never added up: another one beneath is told and counts as nothing.
 */
export function stakeOf(promise: ChainPromise, { backed_by }: Pick<Judged, 'backed_by'>): { stake: Stake | null; reasons: readonly Reason[] } {
  const owed_minor = mostOwed(promise);
  const { currency } = promise;
  if (owed_minor === 0 || currency === null) return { stake: null, reasons: [] };
  const suppliers = backed_by.filter((each) => each.provider !== promise.provider && mostOwed(each) > 0);
  const same = suppliers.filter((each) => each.currency === currency);
  const recoverable_minor = same.reduce((sum, each) => sum + inWindowOf(promise, each), 0);
  const stake = { owed_minor, recoverable_minor, gap_minor: owed_minor - recoverable_minor, currency };
  const reasons: Reason[] = [];
  if (stake.gap_minor > 0) reasons.push(told('promise.chain.credit_gap', { gap: money(stake.gap_minor), owed: money(owed_minor), currency }));
  for (const each of suppliers)
    if (each.currency !== currency) reasons.push(told('promise.chain.credit_currency', { promise: each.name, currency: each.currency ?? '?' }));
  return { stake, reasons };
}

const told = (code: string, params: Reason['params']): Reason => ({ code, holds: true, params });

function mostOwed({ fee_minor, credit_bands }: ChainPromise): number {
  return fee_minor === null || credit_bands === null ? 0 : creditAmount(fee_minor, creditOf(credit_bands, -1));
}

function inWindowOf(promise: ChainPromise, beneath: ChainPromise): number {
  return Math.floor((mostOwed(beneath) * windowDays(termsOf(promise))) / windowDays(termsOf(beneath)));
}

/** Minor units as "1234.50": two decimals, as the currencies in use here have. */
const money = (minor: number): string => `${Math.trunc(minor / 100)}.${String(Math.abs(minor % 100)).padStart(2, '0')}`;
