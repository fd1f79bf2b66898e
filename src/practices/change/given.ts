// What the rules of changes, models, tasks and releases are told, and the rows they judge.
import type { Case } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import type { ConflictKind } from './conflicts.ts';
import type { changeModel } from './model.record.ts';
import type { change } from './record.ts';
import type { release } from './release.record.ts';
import type { Hurt } from './shapes.record.ts';
import type { changeTask } from './task.record.ts';

export type ChangeRow = RowOf<typeof change>;
export type ModelRow = RowOf<typeof changeModel>;
export type TaskRow = RowOf<typeof changeTask>;
export type ReleaseRow = RowOf<typeof release>;

/** Up to and including these risks a normal change is minor, or significant; above it is major. Kept as data: the setting `change_levels`. */
export type Levels = { readonly minor: number; readonly significant: number };

/** A model as a change takes it over. */
export type ModelBrief = Pick<
  ModelRow,
  | 'id'
  | 'state'
  | 'services'
  | 'items'
  | 'duration_minutes'
  | 'outage_minutes'
  | 'notice'
  | 'description'
  | 'backout_plan'
  | 'backout_minutes'
  | 'test_evidence'
>;

/** A task as the rules of its change see it. */
export type TaskBrief = Pick<TaskRow, 'id' | 'title' | 'state' | 'phase' | 'party' | 'after'>;

/** A conflict that blocks, with its names and the wall clock of the house for whoever reads the refusal. */
export type Block = {
  readonly kind: ConflictKind;
  readonly with: string;
  readonly title: string;
  readonly about: string;
  /** `2026-12-18 17:00 Europe/Amsterdam` */
  readonly until: string;
};

/** What is known of others like it: `failed` of `done` that were reviewed as failed or backed out. */
export type History = { readonly done: number; readonly failed: number; readonly alike: 'model' | 'items' | 'services' | 'none' };

/** Absent things are null; what a command does not need is not read and stands empty. */
export type ChangeGiven = {
  readonly house: string | null;
  /** The organisations named that provide something, or are the house. */
  readonly providers: readonly string[];
  readonly model: ModelBrief | null;
  readonly tasks: readonly TaskBrief[];
  readonly history: History;
  /** Who is hit, reckoned now from services and items at the planned time. */
  readonly hurt: readonly Hurt[];
  readonly truncated: boolean;
  /** What forbids it its time by the calendar. */
  readonly blocks: readonly Block[];
  /** Incidents on its services and items since it was implemented. */
  readonly incidents: readonly string[];
  readonly levels: Levels;
  /** Five working days from now, as an ISO instant. */
  readonly review_due: string;
};

export type The = Case<Case['row'], ChangeGiven>;
