// Law 12 against the models themselves: a definition's place in a reference model is a process that the model names.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { practices } from '../../src/app/registry.ts';
import type { Definition } from '../../src/kernel/record.ts';

type Model = { readonly model: string; readonly processes: readonly { readonly name: string; readonly level: string }[] };
const folder = new URL('../../models/', import.meta.url);
const read = <T>(file: string): T => parse(readFileSync(new URL(file, folder), 'utf8')) as T;
const models = readdirSync(folder)
  .filter((file) => file !== 'crosswalk.yaml')
  .map((file) => read<Model>(file));

const misplaced = (model: Model, places: Readonly<Record<string, string | null>>): boolean => {
  const place = places[model.model];
  return place === undefined || (place !== null && !model.processes.some((each) => each.name === place));
};

describe.each(models)('law 12 in $model', (model) => {
  test('every record has a place in it, or says none', () => {
    const wrong = practices.filter(({ definition }) => misplaced(model, (definition as Definition).places)).map(({ definition }) => definition.name);
    expect(wrong).toEqual([]);
    expect(misplaced(model, { [model.model]: 'No such process' })).toBe(true);
  });
  test('its processes have levels and are named once', () => {
    expect(model.processes.every((each) => ['operational', 'tactical', 'strategic'].includes(each.level))).toBe(true);
    expect(new Set(model.processes.map((each) => each.name)).size).toBe(model.processes.length);
  });
});

test('the crosswalk speaks only of processes that the models name', () => {
  const { same } = read<{ same: Readonly<Record<string, string>>[] }>('crosswalk.yaml');
  expect(
    same.flatMap((row) =>
      models.filter((model) => row[model.model] !== undefined && misplaced(model, row)).map((model) => `${model.model}: ${row[model.model]}`),
    ),
  ).toEqual([]);
});
