// What follows for service hours when a promise that counts in them changes: who may see them is brought up to date.
import type { Reaction } from '../../kernel/practice.ts';

export const calendarReactions: readonly Reaction<unknown>[] = [
  {
    name: 'share',
    on: ['promise.signed', 'promise.amended', 'promise.ended'],
    react: (_fact, row) => [{ record: 'calendar', command: 'share', target: String(row.calendar), input: {} }],
  },
];
