// A model grows by the blocks taken, has no loose ends, and leaves out exactly what none of its processes govern.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { starter } from './building-blocks.record.ts';
import { catalogue } from './catalogue.record.ts';
import { type Answered, compose, recordsOff, wrongAnswer } from './composing.record.ts';

const composed = (steps: readonly Answered[]) => compose(steps, { catalogue, described: [], language: 'en' });
const answers = fc.subarray([...catalogue.blocks]).chain((blocks) =>
  fc.tuple(
    ...blocks.map(({ code, questions }) =>
      fc
        .tuple(
          ...questions.map((question) => {
            const values = question.options.map(({ value }) => value);
            return (question.many ? fc.subarray(values) : fc.subarray(values, { minLength: 1, maxLength: 1 })).map((chosen) => ({
              question: question.code,
              values: chosen,
            }));
          }),
        )
        .map((given): Answered => ({ step: code, answers: given })),
    ),
  ),
);

test('the starter has four processes, and leaves problems and work orders out', () => {
  const content = composed(starter);
  expect(content.processes.map(({ code }) => code)).toEqual(['incident', 'change', 'service_level', 'governance']);
  expect(content.levels).toEqual(['operational']);
  expect(recordsOff(content, catalogue.processes)).toEqual(expect.arrayContaining(['problem', 'work_order', 'event', 'configuration_item']));
  expect(recordsOff(content, catalogue.processes)).not.toContain('incident');
});

test('whatever is answered, flows and separations speak only of what is in the model', () => {
  fc.assert(
    fc.property(answers, (steps) => {
      expect(wrongAnswer(steps, catalogue, new Set())).toBeNull();
      const { processes, flows, separations } = composed(steps);
      const within = new Set(['customers', 'suppliers', ...processes.map(({ code }) => code)]);
      const governed = new Set(processes.flatMap(({ records }) => records));
      expect(flows.every(({ from, to }) => within.has(from) && within.has(to))).toBe(true);
      expect(separations.every(({ record }) => governed.has(record))).toBe(true);
    }),
  );
});

test('another block never takes anything away', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...catalogue.blocks), (steps, block) => {
      const before = composed(steps);
      const after = composed([
        ...steps.filter(({ step }) => step !== block.code),
        ...steps.filter(({ step }) => step === block.code),
        ...(steps.some(({ step }) => step === block.code) ? [] : [{ step: block.code, answers: [] }]),
      ]);
      for (const part of ['processes', 'roles', 'cadences', 'flows', 'separations'] as const)
        expect(after[part].length).toBeGreaterThanOrEqual(before[part].length);
    }),
  );
});

test('answers that are none are named', () => {
  const wrong = (steps: readonly Answered[]) => wrongAnswer(steps, catalogue, new Set(['own']));
  expect(wrong([{ step: 'magic', answers: [] }])).toEqual({ step: 'magic', question: '', value: '' });
  expect(wrong([{ step: 'service', answers: [{ question: 'front', values: ['nonsense'] }] }])).toEqual({
    step: 'service',
    question: 'front',
    value: 'nonsense',
  });
  expect(wrong([{ step: 'separation', answers: [{ question: 'force', values: ['shown', 'enforced'] }] }])).toMatchObject({ question: 'force' });
  expect(wrong([{ step: 'process', answers: [{ question: 'processes', values: ['own'] }] }])).toBeNull();
});

test('the words of the catalogue lead somewhere', () => {
  const codes = { processes: catalogue.processes, roles: catalogue.roles, separations: catalogue.separations, cadences: catalogue.cadences } as const;
  const adds = catalogue.blocks.flatMap((block) => [block.adds, ...block.questions.flatMap(({ options }) => options.map((each) => each.adds ?? {}))]);
  for (const [part, known] of Object.entries(codes))
    for (const code of adds.flatMap((each) => each[part as keyof typeof codes] ?? [])) expect(known.map((each) => each.code)).toContain(code);
  const ends = new Set(['customers', 'suppliers', ...catalogue.processes.map(({ code }) => code)]);
  expect(catalogue.flows.filter(({ from, to }) => !ends.has(from) || !ends.has(to))).toEqual([]);
  expect(
    catalogue.blocks.every(({ questions }) =>
      questions.every(({ standard, options }) => standard.every((each) => options.some(({ value }) => value === each))),
    ),
  ).toBe(true);
});
