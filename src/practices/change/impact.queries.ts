// Whom failures hit, as changes ask for it: who knows it is told to them.
import type { Graph } from '../../calculus/composition.ts';
import type { Db } from '../../platform/db/types.ts';
import type { Failing, Impact } from '../configuration/impact.record.ts';

/** Whom it hits when these services and items fail. */
export type ImpactOf = (db: Db, failing: Failing) => Promise<Pick<Impact, 'customers' | 'truncated'>>;

/** Everything that stands on these services and items now. */
export type AboveOf = (db: Db, roots: readonly string[]) => Promise<{ readonly graph: Graph }>;
