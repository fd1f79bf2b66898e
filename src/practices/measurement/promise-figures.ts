// Figures about promises, from the sections of service reports: what each promise adds to each formula.
import type { Available, Credit, Kept, Mood, Supplier } from '../reporting/figures.record.ts';
import type { Contribution } from './formula.record.ts';
import type { FormulaCode } from './names.record.ts';

/** As much of a section of a report as is counted here. */
export type ReportedSection = {
  readonly service: string;
  readonly customer: string;
  readonly times: readonly Pick<Kept, 'promise' | 'kept'>[];
  readonly throughput: readonly Pick<Kept, 'promise' | 'kept'>[];
  readonly satisfaction: readonly { readonly promise: string | null; readonly kept: boolean | null }[];
  readonly availability: readonly Pick<Available, 'promise' | 'kept' | 'down_ms' | 'outages' | 'longest_ms'>[];
  readonly suppliers: readonly (Pick<Supplier, 'supplier'> & {
    readonly times: readonly Pick<Kept, 'promise' | 'kept'>[];
    readonly availability: readonly Pick<Available, 'promise' | 'kept'>[];
  })[];
  readonly credits: { readonly owed: readonly Amount[]; readonly recoverable: readonly Amount[] };
  readonly mood: Mood | null;
};
type Amount = Pick<Credit, 'promise' | 'amount_minor' | 'currency'>;
type Part = Omit<Contribution, 'period'>;
type Judged = { readonly promise: string | null; readonly kept: boolean | null };

/** By code, what the sections of one month come to. */
export const reported: Readonly<Partial<Record<FormulaCode, (sections: readonly ReportedSection[]) => readonly Part[]>>> = {
  'promise.attainment': (all) => all.flatMap((each) => verdicts([...each.times, ...each.availability, ...each.throughput, ...each.satisfaction])),
  'promise.availability_kept': (all) => all.flatMap((each) => verdicts(each.availability)),
  'promise.minutes_lost': (all) => available(all, ({ down_ms }) => down_ms / 60_000),
  'promise.outages': (all) => available(all, ({ outages }) => outages),
  'promise.longest_outage': (all) => available(all, ({ longest_ms }) => longest_ms / 60_000),
  'promise.watermelons': (all) => all.filter((each) => each.mood === 'green_but_unhappy').map((each) => ({ id: each.service, num: 1, den: 1 })),
  'supplier.within_contract': (all) => once(all.flatMap((each) => each.suppliers.flatMap((one) => verdicts([...one.times, ...one.availability])))),
  'money.credits_payable': (all) => amounts(all.flatMap((each) => each.credits.owed)),
  'money.credits_due': (all) => once(amounts(all.flatMap((each) => each.credits.recoverable))),
};

const verdicts = (judged: readonly Judged[]): Part[] =>
  judged.flatMap(({ promise, kept }) => (promise === null || kept === null ? [] : [{ id: promise, num: kept ? 1 : 0, den: 1 }]));

const available = (all: readonly ReportedSection[], of: (each: ReportedSection['availability'][number]) => number): Part[] =>
  all.flatMap((section) => section.availability.map((each) => ({ id: each.promise, num: of(each), den: 1 })));

const amounts = (credits: readonly Amount[]): Part[] =>
  credits.filter((each) => each.currency === 'EUR').map((each) => ({ id: each.promise, num: each.amount_minor, den: 1 }));

/** A supplier's promise may stand under several services; it is one promise. */
const once = (parts: readonly Part[]): Part[] => [...new Map(parts.map((each) => [each.id, each])).values()];
