// What the rules of an event must know first: nothing but the event itself.
import type { Gather } from '../../kernel/practice.ts';
import type { Db } from '../../platform/db/types.ts';

export const gatherEvent: Gather<Db> = async () => ({});
