// What follows for services when a promise on them begins or ends: to whom they are promised is brought up to date.
import type { Reaction } from '../../kernel/practice.ts';

export const serviceReactions: readonly Reaction<unknown>[] = [
  {
    name: 'serve',
    on: ['promise.signed', 'promise.ended', 'promise.lapsed'],
    asks: ['service.serve'],
    react: (_fact, row) => [{ record: 'service', command: 'serve', target: String(row.service), input: {} }],
  },
];
