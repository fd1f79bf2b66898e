// Two models compared: nothing differs from itself, what is added one way is removed the other, and a change is named as one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { starter } from './building-blocks.record.ts';
import { catalogue } from './catalogue.record.ts';
import { compareContent, emptyContent } from './comparison.record.ts';
import { compose } from './composing.record.ts';

const steps = fc.subarray([...catalogue.blocks]).map((blocks) => blocks.map(({ code }) => ({ step: code, answers: [] })));
const content = steps.map((taken) => compose(taken, { catalogue, described: [], language: 'en' }));

test('the same twice differs in nothing, also when it was stored', () => {
  fc.assert(
    fc.property(content, (each) => {
      expect(compareContent(each, JSON.parse(JSON.stringify(each)))).toEqual([]);
    }),
  );
});

test('turned round, added and removed change places', () => {
  fc.assert(
    fc.property(content, content, (a, b) => {
      const count = (list: ReturnType<typeof compareContent>, kind: string) => list.filter((each) => each.kind === kind).length;
      const [there, back] = [compareContent(a, b), compareContent(b, a)];
      expect([count(there, 'added'), count(there, 'removed'), count(there, 'changed')]).toEqual([
        count(back, 'removed'),
        count(back, 'added'),
        count(back, 'changed'),
      ]);
    }),
  );
});

test('what is enforced from now on is a change', () => {
  const duties = (force: string) =>
    compose([...starter, { step: 'separation', answers: [{ question: 'force', values: [force] }] }], { catalogue, described: [], language: 'en' });
  expect(compareContent(duties('shown'), duties('enforced')).map(({ part, kind }) => `${part} ${kind}`)).toEqual([
    'separations changed',
    'separations changed',
  ]);
  expect(compareContent(emptyContent, duties('shown')).every(({ kind }) => kind === 'added')).toBe(true);
});
