// Law 12 against the models themselves: every record stands in every reference model or says none, and every statement says where it comes from.
import { describe, expect, test } from 'vitest';
import { readModels } from '../../src/app/models.ts';
import { practices } from '../../src/app/registry.ts';
import type { Definition } from '../../src/kernel/record.ts';
import { languages, type Text } from '../../src/kernel/text.ts';

const { models, table, places, faults } = readModels(null);
const keys = models.map((each) => each.key).toSorted();
const rows = new Map(table.rows.map((each) => [each.key, each]));

test('nothing is wrong in any file', () => expect(faults).toEqual([]));

test('the nine models are there', () => expect(keys).toEqual(['fitsm', 'ipw', 'ism', 'ism-method', 'iso20000-1', 'itil-4', 'itil-v2', 'siam', 'usm']));

test('law 12: every record, and only what there is, has a place in every model, or says none', () => {
  const names = practices.map(({ definition }) => definition.name);
  expect(names.filter((name) => !places.some((each) => each.of === name))).toEqual([]);
  const missing = places.flatMap(({ of, row, cells }) => {
    const all = { ...rows.get(row)?.cells, ...cells };
    return keys.filter((key) => all[key] === undefined).map((key) => `${of} in ${key}`);
  });
  expect(missing).toEqual([]);
});

test('every process of the field is somewhere, and a place that is named is not said to be none', () => {
  expect(table.rows.filter((row) => Object.values(row.cells).every((cell) => cell.at.length === 0))).toEqual([]);
});

describe.each(models)('$key', (model) => {
  const statements = [
    ...Object.values(model.characteristics),
    ...model.processes,
    ...model.relations,
    ...model.roles,
    ...model.groups,
    ...model.terms,
    ...model.processes.flatMap((each) => [{ sure: each.level_sure }, { sure: each.flow_sure }]),
  ];
  test('every statement has a certainty and a source in the table', () => {
    expect(statements.length).toBeGreaterThan(30);
    expect(statements.filter(({ sure }) => sure.sources.length === 0 || sure.sources.some((each) => model.sources[each] === undefined))).toEqual([]);
  });
  test('is told in every language', () => {
    const told: Text[] = [
      model.about,
      model.marks,
      ...Object.values(model.characteristics).map((each) => each.text),
      ...model.processes.map((each) => each.purpose),
    ];
    expect(told.filter((each) => languages.some((language) => each[language] === '' || (language !== 'en' && each[language] === each.en)))).toEqual([]);
  });
  test('every process has a level', () => expect(model.processes.filter((each) => each.levels.length === 0)).toEqual([]));
});

describe('what was not read is not told as if it was', () => {
  const of = (key: string) => models.find((each) => each.key === key);
  const read = (key: string) =>
    of(key)
      ?.processes.filter((each) => each.sure.certainty === 'H')
      .map((each) => each.key);
  test('of ISM only what public texts say', () =>
    expect(read('ism')?.toSorted()).toEqual(['incident', 'integration', 'problem', 'quality', 'resources', 'stage_total']));
  test('of IPW only that it has a growth model', () => expect(read('ipw')).toEqual(['stadia']));
  test('the levels that a model does not give are ours', () => {
    for (const key of ['itil-4', 'iso20000-1', 'fitsm', 'ism', 'ipw']) expect(of(key)?.processes.every((each) => each.level_sure.certainty === 'I')).toBe(true);
  });
});

test('the full lists: 34 practices, 14 processes of FitSM, five of USM, six of the ISM method and one that was not found', () => {
  const count = (key: string, kind: string) => models.find((each) => each.key === key)?.processes.filter((each) => each.kind === kind).length;
  expect([count('itil-4', 'practice'), count('fitsm', 'process'), count('usm', 'process'), count('ism-method', 'process')]).toEqual([34, 14, 5, 7]);
});

/** The paths of everything that a term may speak of, by the text that is said for it. */
function pathsByText(definitions: readonly Definition[]): ReadonlyMap<Text, readonly string[]> {
  const found = new Map<Text, string[]>();
  const add = (text: Text, path: string) => found.set(text, [...(found.get(text) ?? []), path]);
  for (const { name, label, plural_label, fields, commands, states } of definitions) {
    add(label, name);
    add(plural_label, `${name} in plural`);
    for (const [field, declared] of Object.entries(fields)) {
      add(declared.label, `${name}.${field}`);
      if (declared.kind === 'choice') for (const [option, text] of Object.entries(declared.options)) add(text, `${name}.${field}.${option}`);
    }
    for (const [command, declared] of Object.entries(commands)) add(declared.label, `${name}.${command}()`);
    for (const [state, declared] of Object.entries(states)) add(declared.label, `${name}:${state}`);
  }
  return found;
}

test('a word of a model takes the place of what it names, and of nothing else: no two things share that text', () => {
  const named = new Set(models.flatMap((model) => model.terms.map((each) => each.of)));
  const paths = [...pathsByText(practices.map(({ definition }) => definition as Definition)).values()];
  expect(paths.filter((each) => each.length > 1 && each.some((path) => named.has(path)))).toEqual([]);
  expect(paths.length).toBeGreaterThan(500);
});
