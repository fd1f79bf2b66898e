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
  /** The answer this is asked for: what several of its figures are made of is read once for it, and never for another. */
  readonly answer: object;
};
/**
 * Where the contributions come from: a select of `period, id, num, den` over the windows (`asked` in its text stands for them,
 * with columns period, from_at, to_at, ends_at, now, house, customer, service, zone), or a function of a fixed number of reads.
 */
export type Source = ({ readonly sql: string } | { readonly rows: (db: Db, asked: Asked) => Promise<readonly Contribution[]> }) & Keeping;

/**
 * `about`: the kinds of facts it is made of; then the answer of a period that is over is kept until such a fact concerns it. Migration 0041
 * says which change of a row is which kind. `judged`: made of too much to say, and kept for an hour, whatever happens. Absent: counted every time.
 */
type Keeping = { readonly about?: readonly About[] };
export type About = 'solved' | 'rated' | 'began' | 'lying' | 'down' | 'clock' | 'change' | 'agreed' | 'composed' | 'reported' | 'judged';
export type Counted = { readonly formula: Formula; readonly source: Source };
