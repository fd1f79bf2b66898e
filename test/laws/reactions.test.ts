// The laws of reactions: they speak only of what exists, never come back to where they began, and no chain is longer than four steps.
import { describe, expect, test } from 'vitest';
import { chainsOf, factsMade, type Reacting, reactionsOf } from '../../src/app/reactions-page.ts';
import { practices } from '../../src/app/registry.ts';

const made = factsMade(practices);
const facts = new Set(made.values());
const reactions = reactionsOf(practices);
const steps = 4;

const unknown = (each: Reacting): string[] => [
  ...each.on.filter((fact) => !facts.has(fact)),
  ...each.asks.filter((ask) => !made.has(ask) && !ask.startsWith('queue:')),
];
const circles = (all: readonly Reacting[]): string[][] => chainsOf(all, made).filter((chain) => new Set(chain).size < chain.length);
const tooLong = (all: readonly Reacting[]): string[][] => chainsOf(all, made).filter((chain) => chain.length > steps + 1);
const odd: Reacting = { name: 'odd', on: ['event.linked'], asks: ['incident.merge_into', 'event.raise'] };

describe('reactions', () => {
  test('react to facts that exist and ask for commands that exist', () => {
    expect(reactions.flatMap(unknown)).toEqual([]);
    expect(unknown({ name: 'odd', on: ['incident.exploded'], asks: ['incident.explode'] })).toEqual(['incident.exploded', 'incident.explode']);
  });
  test('never come back to where they began', () => {
    expect(circles(reactions)).toEqual([]);
    expect(circles([...reactions, odd])).not.toEqual([]);
  });
  test(`are at most ${steps} steps from the first fact`, () => {
    expect(tooLong(reactions)).toEqual([]);
    const chain = ['incident.open', 'incident.take', 'incident.resolve', 'incident.reopen', 'incident.note', 'incident.cancel'];
    const long = chain.slice(1).map((ask, index): Reacting => ({ name: ask, on: [made.get(chain[index] as string) ?? ''], asks: [ask] }));
    expect(tooLong(long)).not.toEqual([]);
  });
  test('have names of their own', () => expect(new Set(reactions.map((each) => each.name)).size).toBe(reactions.length));
});
