// Maturity by the lowest rule: never an average, and never above a level of which something is missing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answered, maturityOf, met, type Rule, ratings } from './maturity.ts';

const rules: readonly Rule[] = [
  { code: '1.1', attribute: 'performed', level: 1 },
  { code: '2.1', attribute: 'steered', level: 2 },
  { code: '2.2', attribute: 'products', level: 2 },
  { code: '3.1', attribute: 'defined', level: 3 },
  { code: '4.1', attribute: 'measured', level: 4 },
  { code: '5.1', attribute: 'optimising', level: 5 },
];
const all = (rating: Answered['rating']): Answered[] => rules.map(({ code }) => ({ code, rating }));

it('is 0 without answers and 5 when all is largely so', () => {
  expect(maturityOf(rules, [])).toMatchObject({ score: 0, held_by: ['1.1'] });
  expect(maturityOf(rules, all('l'))).toMatchObject({ score: 5, held_by: [] });
});

it('one missing rule of level 2 keeps a process that measures everything at level 1', () => {
  const answers = all('f').map((each) => (each.code === '2.2' ? { ...each, rating: 'p' as const } : each));
  expect(maturityOf(rules, answers)).toMatchObject({ score: 1, held_by: ['2.2'] });
});

it('an attribute is as good as its lowest answer, and open while one is', () => {
  const two: readonly Rule[] = [...rules, { code: '2.3', attribute: 'steered', level: 2 }];
  const of = (answers: Answered[]) => maturityOf(two, answers).attributes.find((each) => each.attribute === 'steered')?.rating;
  expect(of([...all('f'), { code: '2.3', rating: 'p' }])).toBe('p');
  expect(of(all('f'))).toBeNull();
});

it('property: never above a level with an answer below largely, and a better answer never lowers it', () => {
  const answers = fc.array(fc.record({ code: fc.constantFrom(...rules.map((each) => each.code)), rating: fc.constantFrom(...ratings) }), { maxLength: 12 });
  fc.assert(
    fc.property(answers, fc.constantFrom(...rules.map((each) => each.code)), (given, better) => {
      const { score } = maturityOf(rules, given);
      const last = new Map(given.map((each) => [each.code, each.rating]));
      for (const rule of rules) if (rule.level <= score) expect(met(last.get(rule.code))).toBe(true);
      expect(maturityOf(rules, [...given, { code: better, rating: 'f' }]).score).toBeGreaterThanOrEqual(score);
    }),
  );
});
