// The figures of processes as the doors answer them: the screen knows their form by this.
import type { Level, RowOf } from '../../kernel/record.ts';
import type { ModelProcess } from './composing.record.ts';
import type { Activity } from './process-fields.record.ts';
import type { RaciRow } from './raci-matrix.record.ts';
import type { separation } from './separation.record.ts';

/** The work of one kind of record: now, and in the last thirty days. Each figure is the length of a list: `/list/{plural}?q=`. */
export type Work = {
  readonly record: string;
  readonly open: number;
  /** Open and past what was promised. */
  readonly late: number;
  readonly opened: number;
  readonly closed: number;
};

export type Gap = 'no_process_activities' | 'no_matrix' | 'violations';
export type Responsibility = {
  /** The matrix in force, or null. */
  readonly matrix: string | null;
  readonly number: number | null;
  /** What keeps it from being right, now that activities and roles may have changed since. */
  readonly gap: Gap | null;
  readonly violations: number;
};

export type ProcessFigures = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly state: string;
  readonly owner: string | null;
  readonly manager: string | null;
  readonly team: string | null;
  readonly work: readonly Work[];
  readonly open: number;
  readonly late: number;
  readonly opened: number;
  readonly closed: number;
  readonly responsibility: Responsibility;
  /** Separations of its records with how many records have a conflict; counted to a thousand. */
  readonly separations: readonly { readonly id: string; readonly name: string; readonly enforced: boolean; readonly conflicts: number }[];
  readonly conflicts: number;
  /** Of the last assessment that was made final; null when there is none. */
  readonly maturity: Maturity | null;
  /** Measures of the process that are in use. */
  readonly measures: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  /** Hours a period that are allocated to it today, in whole minutes; null when nothing is allocated. */
  readonly allocated_minutes: number | null;
};
export type Maturity = { readonly id: string; readonly score: number; readonly previous: number | null; readonly goal: number | null };

/** Kinds of records that are kept and looked up rather than done: they come to no end, so they are no work of a process. */
export const registers: readonly string[] = [
  ...['priority_rule', 'reason', 'calendar', 'service', 'item_type', 'configuration_item', 'item_relation', 'baseline', 'notice_template', 'change_model'],
  ...['competence', 'skill', 'capacity', 'allocation', 'measure', 'cost_model', 'forum', 'portfolio_entry'],
];

/** The work of the last this many days is the flow of a process. */
export const flowDays = 30;

export type FiguresAnswer = {
  readonly data: readonly ProcessFigures[];
  readonly refs: Readonly<Record<string, string>>;
  readonly since: string;
  readonly now: string;
};

/** How many activities each role answers for, and so each holder and side. */
export type Accountability = {
  readonly role: string;
  readonly name: string;
  readonly party: string;
  readonly holders: readonly string[];
  readonly count: number;
  readonly processes: readonly string[];
};

export type ProcessRow = ModelProcess & {
  readonly id: string;
  readonly state: string;
  readonly activities: readonly Activity[] | null;
  readonly owner: string | null;
  readonly manager: string | null;
  readonly team: string | null;
};

export type InForce = { readonly id: string; readonly process: string; readonly number: number; readonly rows: readonly RaciRow[] };
export type Role = { readonly id: string; readonly name: string; readonly party: string; readonly holders: readonly string[] };

export type Conflict = {
  /** Number of the later of the two facts; a page ends with one. */
  readonly at_id: number;
  readonly record_id: string;
  readonly actor: string;
  readonly first_at: string;
  readonly second_at: string;
};
export type Separated = Pick<RowOf<typeof separation>, 'id' | 'name' | 'record' | 'first' | 'second' | 'first_fact' | 'second_fact' | 'enforced' | 'why'>;
