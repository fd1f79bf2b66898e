// Who can be addressed, and how far an entry went.
import { expect, it } from 'vitest';
import type { Definition } from '../../kernel/record.ts';
import { say } from '../../kernel/text.ts';
import type { Address, Row } from '../contract.ts';
import { choicesOf, circleOf } from './audience.tsx';
import { definitionOf } from './definitions.ts';

const inEnglish = (text: Parameters<typeof say>[0], params = {}) => say(text, 'en', params);
const audiences: readonly Address[] = [
  { id: 'ORG-2', name: 'Waterschap Noord', kind: 'customer' },
  { id: 'ORG-7', name: 'Polder Hosting', kind: 'supplier' },
  { id: 'ORG-1', name: 'Delta', kind: 'house' },
  { id: 'TEAM-1', name: 'Desk', kind: 'team' },
];

it('offers the narrowest circle first, so that nothing goes further than somebody decided', () => {
  expect(choicesOf(audiences, inEnglish).map((each) => [each.circle, each.ids, each.label])).toEqual([
    ['team', ['TEAM-1'], 'team Desk'],
    ['house', ['ORG-1'], 'Delta (internal)'],
    ['supplier', ['ORG-1', 'ORG-7'], 'Polder Hosting (supplier)'],
    ['customer', ['ORG-1', 'ORG-2'], 'Waterschap Noord (customer)'],
    ['customer', ['ORG-1', 'ORG-7', 'ORG-2'], 'everybody: Polder Hosting, Waterschap Noord'],
  ]);
});

it('lets somebody outside write to the house only, with their own side reading along', () => {
  const theirs = audiences.filter((each) => each.kind === 'house' || each.kind === 'customer');
  expect(choicesOf(theirs, inEnglish, false)).toEqual([{ circle: 'customer', ids: ['ORG-2', 'ORG-1'], label: 'Delta' }]);
});

it('names an entry after the widest circle it reached', () => {
  const base = { id: 'INC-1', version: 1, state: 'new', open: true, due: null, opened_at: '', updated_at: '', closed_at: null, extra: {} };
  const row: Row = { ...base, customer: 'ORG-2', affected_customers: ['ORG-2', 'ORG-3'] };
  expect(
    [['TEAM-1'], ['ORG-1'], ['ORG-1', 'ORG-3'], ['TEAM-1', 'ORG-2']].map((audience) => circleOf(definitionOf('incident') as Definition, row, audience)),
  ).toEqual(['team', 'house', 'customer', 'customer']);
});
