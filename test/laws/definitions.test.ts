// Laws 1, 2 and 10 over every registered record, each also seen to fail on a definition broken for it.
import { describe, expect, test } from 'vitest';
import { practices } from '../../src/app/registry.ts';
import type { Definition } from '../../src/kernel/record.ts';
import { kernelSpeaks, type Law, mentionsOnlyWhatExists, reachesAnEnd, speaksEveryLanguage, survivesJson } from './definition-laws.ts';

const definitions = practices.map(({ definition }) => definition as Definition);
const incident = definitions.find((each) => each.name === 'incident') as Definition;
const laws: Readonly<Record<string, { law: Law; broken: Definition }>> = {
  '1: equals its JSON round trip': { law: survivesJson, broken: Object.assign({ ...incident }, { title: undefined }) },
  '2: every state is reached and comes to an end': {
    law: reachesAnEnd,
    broken: { ...incident, states: { ...incident.states, limbo: { label: incident.label } } },
  },
  '10: speaks every language': { law: speaksEveryLanguage, broken: { ...incident, label: { ...incident.label, de: '' } } },
  'mentions only what exists': { law: mentionsOnlyWhatExists, broken: { ...incident, see: { field: 'nonsense', in: 'parties' } } },
};

for (const [name, { law, broken }] of Object.entries(laws))
  describe(`law ${name}`, () => {
    test.each(definitions.map((definition) => [definition.name, definition] as const))('%s', (_name, definition) => expect(law(definition)).toEqual([]));
    test('is seen to fail', () => expect(law(broken)).not.toEqual([]));
  });

test('law 10 holds for the refusals of the kernel, and is seen to fail', () => {
  expect(kernelSpeaks()).toEqual([]);
  expect(kernelSpeaks({ odd: { en: '{a}', nl: '{b}', de: '{a}' } })).not.toEqual([]);
});

test('names, plurals and prefixes are each used once', () => {
  for (const key of ['name', 'plural', 'prefix'] as const) expect(new Set(definitions.map((each) => each[key])).size).toBe(definitions.length);
});
