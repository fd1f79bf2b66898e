// Meetings to come follow their forum: whoever joins or leaves it is told of them, or no longer.
import type { Reaction } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ForumRow } from './forum.rules.ts';

type Planned = { readonly id: string };

export const forumReactions: readonly Reaction<Db, readonly Planned[]>[] = [
  {
    name: 'meetings follow their forum',
    on: ['forum.edited'],
    asks: ['meeting.reseat'],
    when: ({ changes }) => 'parties' in changes || 'chair' in changes,
    gather: (db, fact) => db.query<Row & Planned>(`select id from meeting where forum = $1 and state = 'planned' order by id`, [fact.record_id]),
    react: (_fact, row, planned) => {
      const { parties, chair } = row as ForumRow;
      return planned.map(({ id }) => ({ record: 'meeting', command: 'reseat', target: id, input: { parties, chair } }));
    },
  },
];
