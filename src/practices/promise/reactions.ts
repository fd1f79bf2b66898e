// What follows for service hours when a promise that counts in them begins or ends: who may see them is brought up to date.
import type { Reaction } from '../../kernel/practice.ts';

export const calendarReactions: readonly Reaction<unknown>[] = [
  {
    name: 'share',
    on: ['promise.signed', 'promise.ended', 'promise.lapsed'],
    asks: ['calendar.share'],
    react: (_fact, row) =>
      [...new Set([row.calendar, row.support_calendar])].flatMap((each) =>
        each ? [{ record: 'calendar', command: 'share', target: String(each), input: {} }] : [],
      ),
  },
];
