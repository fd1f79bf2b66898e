// What is answered about measures, objectives and the scorecard: types alone, for those who reckon and those who show.
import type { Behaviour } from '../../calculus/process-behaviour.ts';
import type { Formula } from './formula.record.ts';
import type { MeasureValue } from './measure.record.ts';
import type { Baseline } from './measure-fields.record.ts';

type Refs = Readonly<Record<string, string>>;
export type Trend = 'better' | 'worse' | 'steady' | 'unknown';

/** A measure the house has chosen; what it is called and what it should be. */
export type Chosen = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly target: number | null;
  readonly owner: string | null;
  readonly charted: 'week' | 'month' | null;
  readonly baselines: readonly Baseline[] | null;
  readonly board_group: string | null;
  readonly board_place: number | null;
};
/** `running`: the last value is of a period that is not over. `left`: so many periods are still being counted and have no value yet. */
export type ValuesAnswer = {
  readonly formula: Formula;
  readonly measure: Chosen | null;
  readonly grain: 'week' | 'month' | 'quarter';
  readonly values: readonly MeasureValue[];
  readonly running: boolean;
  readonly left: number;
  readonly behaviour: Behaviour;
  /** How the usual variation fits on the good side of the target: 1 just does, 2 twice over, below 0 its middle misses it. Hundredths. */
  readonly capability: number | null;
  readonly refs: Refs;
  readonly now: string;
};
export type BehindRow = { readonly id: string; readonly title: string | null; readonly num: number; readonly den: number };
export type BehindAnswer = {
  readonly code: string;
  readonly period: string;
  readonly part: 'numerator' | 'denominator';
  readonly data: readonly BehindRow[];
  readonly next: string | null;
  readonly now: string;
};

/**
 * One figure as it is steered by, by periods that are over. `value` is that of the last period that is over, `period` its name; `met` compares it with the
 * target; `trend` says better or worse only where the control chart says that something changed.
 */
export type Figure = {
  readonly code: string;
  readonly id: string;
  readonly name: string;
  readonly unit: Formula['unit'];
  readonly better: Formula['better'];
  readonly level: Formula['level'];
  readonly process: string;
  readonly group: string | null;
  readonly owner: string | null;
  readonly target: number | null;
  readonly period: string;
  readonly value: number | null;
  readonly met: boolean | null;
  readonly trend: Trend;
  readonly values: readonly MeasureValue[];
  /** Periods are still being counted: value, verdict and trend are to come. */
  readonly counting?: boolean;
};
export type FiguresAnswer = {
  readonly data: readonly Figure[];
  /** Formulas that no measure in the house uses. */
  readonly unused: readonly Formula['code'][];
  readonly refs: Refs;
  readonly now: string;
};

/** `met` compares its own target with the figure of its measure; `status` by the rule in steering.ts. */
export type ObjectiveLine = {
  readonly id: string;
  readonly name: string;
  readonly level: Formula['level'];
  readonly state: string;
  readonly parent: string | null;
  readonly measure: string | null;
  readonly target: number | null;
  readonly by: string | null;
  readonly owner: string | null;
  readonly met: boolean | null;
  readonly status: 'late' | 'at_risk' | 'unmeasured' | 'on_course' | 'missed' | 'reached' | 'dropped' | 'proposed';
};
/** A decision that says it changes a record here. */
export type Decided = {
  readonly id: string;
  readonly title: string;
  readonly taken_on: string;
  readonly kind: string;
  readonly record: string;
  readonly text: string;
};
/**
 * What has no line: objectives without a measure, measures nothing aims at, objectives that serve none, objectives nobody carries, and
 * processes of operational work whose measures lead to no strategic objective.
 */
export type Gaps = Readonly<Record<'unmeasured' | 'unaimed' | 'loose' | 'uncarried' | 'unsighted', readonly string[]>>;
export type LineAnswer = {
  readonly data: readonly ObjectiveLine[];
  readonly figures: readonly Figure[];
  readonly decided: readonly Decided[];
  readonly gaps: Gaps;
  readonly refs: Refs;
  readonly now: string;
};

/** Maturity of one process by its name: the last final assessment, `id`. */
export type Mature = {
  readonly id: string;
  readonly process: string;
  readonly score: number | null;
  readonly previous: number | null;
  readonly goal: number | null;
};
/** `frozen` is the edition shown; null: computed now. `editions`: all of this period, the latest first. */
export type ScorecardAnswer = {
  readonly period: string;
  readonly frozen: Edition | null;
  readonly editions: readonly Edition[];
  readonly data: readonly Figure[];
  readonly maturity: readonly Mature[];
  readonly may: readonly string[];
  readonly refs: Refs;
  readonly now: string;
};
export type Edition = { readonly id: string; readonly edition: number; readonly frozen_at: string; readonly reason: string | null };

/** The figures on the board as they are for a period that is over. Handed in where it is needed: they come from all practices. */
export type BoardOf<Query = unknown> = (db: Query, the: { readonly period: string; readonly now: number }) => Promise<readonly Figure[]>;
