// Credits both ways: what is owed to the customer for promises that were not kept, and what suppliers owe for theirs.
import { creditAmount, creditOf, exposure } from '../../calculus/credit.ts';
import type { Available, Balance, Credit, Credits, Handled, Kept, Satisfaction, Supplier } from './figures.record.ts';
import type { PromiseRow } from './sources.ts';

type Told = {
  readonly times: readonly Kept[];
  readonly availability: readonly Available[];
  readonly throughput?: readonly Handled[];
  readonly satisfaction?: readonly Satisfaction[];
};
type Of = { readonly own: readonly PromiseRow[]; readonly told: Told; readonly suppliers: readonly Supplier[]; readonly beneath: readonly PromiseRow[] };
const million = 1_000_000;

/** Only windows that are over cost anything: until then nothing is owed. */
export function creditsOf({ own, told, suppliers, beneath }: Of): Credits {
  const owed = own.flatMap((each) => creditFor(each, each.customer, told));
  const recoverable = beneath.flatMap((each) => {
    const supplier = suppliers.find((one) => one.supplier === each.provider);
    return supplier ? creditFor(each, each.provider, supplier) : [];
  });
  return { owed, recoverable, balance: balanced(owed, recoverable) };
}

/** The balance over several sections. A supplier's promise that stands under more than one of them is counted once. */
export function balanceOf(all: readonly Credits[]): Balance[] {
  const once = (credits: readonly Credit[]): Credit[] => [...new Map(credits.map((each) => [each.promise, each])).values()];
  return balanced(once(all.flatMap((each) => each.owed)), once(all.flatMap((each) => each.recoverable)));
}

function creditFor(promise: PromiseRow, party: string, told: Told): Credit[] {
  const { id, name, fee_minor, credit_bands, currency } = promise;
  if (fee_minor === null || credit_bands === null || currency === null) return [];
  const attained_ppm = attainedOf(promise, told);
  if (attained_ppm === null) return [];
  const credit_ppm = creditOf(credit_bands, attained_ppm);
  if (credit_ppm === 0) return [];
  return [{ promise: id, name, party, attained_ppm, fee_minor, credit_ppm, amount_minor: creditAmount(fee_minor, credit_ppm), currency }];
}

/** What was reached, in ppm of what counts for this metric; null while the window is not over, or nothing counted. */
function attainedOf({ id }: PromiseRow, { times, availability, throughput = [], satisfaction = [] }: Told): number | null {
  const own = (each: { readonly promise: string | null; readonly window: { readonly whole: boolean } }): boolean => each.promise === id && each.window.whole;
  const handled = throughput.find(own);
  const share = handled && handled.promised > 0 ? Math.min(million, Math.floor((handled.handled * million) / handled.promised)) : null;
  return times.find(own)?.attained_ppm ?? availability.find(own)?.measured_ppm ?? satisfaction.find(own)?.content_ppm ?? share;
}

function balanced(owed: readonly Credit[], recoverable: readonly Credit[]): Balance[] {
  const sum = (credits: readonly Credit[], currency: string): number[] => credits.filter((each) => each.currency === currency).map((each) => each.amount_minor);
  return [...new Set([...owed, ...recoverable].map((each) => each.currency))].sort().map((currency) => {
    const owed_minor = sum(owed, currency).reduce((total, each) => total + each, 0);
    const back = sum(recoverable, currency);
    return { currency, owed_minor, recoverable_minor: back.reduce((total, each) => total + each, 0), exposure_minor: exposure(owed_minor, back) };
  });
}
