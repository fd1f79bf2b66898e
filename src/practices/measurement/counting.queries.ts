// What counting a formula is given and answers: windows in, contributions of records out.
import type { Db } from '../../platform/db/types.ts';
import type { Contribution, Formula } from './formula.record.ts';

/** ISO instants. `ends` is the end of the period by the calendar, `to` the same or the present, whichever is earlier. */
export type AskedWindow = { readonly period: string; readonly from: string; readonly to: string; readonly ends: string };
export type Asked = {
  readonly windows: readonly AskedWindow[];
  readonly now: string;
  readonly zone: string;
  readonly house: string;
  readonly customer: string | null;
  readonly service: string | null;
};
/**
 * Where the contributions come from: a select of `period, id, num, den` over the windows (`asked` in its text stands for them,
 * with columns period, from_at, to_at, ends_at, now, house, customer, service, zone), or a function of a fixed number of reads.
 */
export type Source = { readonly sql: string } | { readonly rows: (db: Db, asked: Asked) => Promise<readonly Contribution[]> };
export type Counted = { readonly formula: Formula; readonly source: Source };
