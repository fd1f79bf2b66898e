// Whom failures hit, as changes ask for it: who knows it is told to them.
import type { Db } from '../../platform/db/types.ts';
import type { Failing, Impact } from '../configuration/impact.record.ts';

/** Whom it hits when these services and items fail. */
export type ImpactOf = (db: Db, failing: Failing) => Promise<Pick<Impact, 'customers' | 'truncated'>>;
