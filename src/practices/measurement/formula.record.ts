// What a formula of a measure says about itself, as data: what is counted and what is not, in which unit and by which clock, with a worked example.
import type { Level } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { FormulaCode } from './names.record.ts';

/**
 * How the contributions of records become one value. `ratio`: sum of numerators / sum of denominators (a share in ppm, rounded
 * down; a mean, rounded half up). `sum`, `longest`, `median` and `p90` are of the numerators alone; the last two by nearest rank.
 */
export type Aggregate = 'ratio' | 'sum' | 'longest' | 'median' | 'p90';
/** Which control chart fits: shares of a sample, counts per opportunity, counts, or single values. */
export type ChartKind = 'p' | 'u' | 'c' | 'individuals';
/** Periods it can be told for. Figures of promises are told by the month: a promise is not judged by the week. */
export type Grain = 'week' | 'month' | 'quarter';
export type Unit = 'share' | 'count' | 'minutes' | 'money' | 'score';

/** Rows to write before counting, by table; a row needs only what differs from an ordinary one. `times`: so many alike. */
export type ExampleRows = readonly { readonly table: string; readonly times?: number; readonly row: Readonly<Record<string, unknown>> }[];
/** A worked example that a test executes: what is given in words and as rows, and what must come out. */
export type Example = {
  readonly says: Text;
  readonly given: ExampleRows;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
};

export type Formula = {
  /** Stable name: practice and what is measured. */
  readonly code: FormulaCode;
  readonly level: Level;
  /** Code of the process it tells about. */
  readonly process: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly aggregate: Aggregate;
  readonly chart: ChartKind;
  readonly grains: readonly Grain[];
  /** Which records are looked at. */
  readonly population: Text;
  readonly numerator: Text;
  /** Null when it is a count and no share or mean. */
  readonly denominator: Text | null;
  /** What is left out, and what it must not be taken for. */
  readonly excluded: Text;
  /** Which clock or instant decides the period and the length of time. */
  readonly clock: Text;
  /** Can it be told for one customer, for one service? */
  readonly by: readonly ('customer' | 'service')[];
  readonly example: Example;
};

/** What one record adds to the figure of one period. */
export type Contribution = { readonly period: string; readonly id: string; readonly num: number; readonly den: number };
