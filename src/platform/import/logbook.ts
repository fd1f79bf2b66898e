// What a practice must say so that a log of states becomes facts of its record: pure, handed in by the app.
import type { Terms } from '../../calculus/terms.ts';
import type { Changes } from '../../kernel/fact.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Params } from '../../kernel/text.ts';
import type { Db } from '../db/types.ts';

/** One state of a record in the source: the mapped fields (absent: the file says nothing) and when it was reached. */
export type LogState = { readonly at: string; readonly values: Changes; readonly params: Params };
/** The command of the definition that the change amounts to; it names the fact and its audience. */
export type LogStep = { readonly command: string; readonly changes: Changes; readonly params: Params };
export type Logbook = {
  /** Command whose scope says who may import a log. */
  readonly command: string;
  /** Fields every imported record needs from the mapping. */
  readonly needs: readonly string[];
  /** The step from one state to the next; `before` is null for the first. */
  readonly step: (state: LogState, before: AnyRow | null, house: string) => LogStep;
  /** What the clocks of many records depend on, read once for a batch; and the terms of one row at a time. Without it no clocks. */
  readonly agreements?: (db: Db, services: readonly string[]) => Promise<(row: AnyRow, at: string) => readonly Terms[]>;
  /** Fields of which each change may bring other terms. */
  readonly terms_of?: readonly string[];
};
export type Logbooks = Readonly<Record<string, Logbook>>;
