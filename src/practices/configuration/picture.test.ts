// Two pictures compared: what came, what went, what is another value, and what is not worth telling.
import { expect, it } from 'vitest';
import type { Picture, PicturedItem } from './picture.record.ts';
import { comparePictures } from './picture.ts';

const item = (id: string, more: Partial<PicturedItem> = {}): PicturedItem => ({
  id,
  name: id,
  type: 'CIT-1',
  state: 'live',
  owner: 'ORG-1',
  team: null,
  attributes: { model: 'A', ports: 24 },
  ...more,
});
const tie = (id: string, subject: string, object: string) => ({ id, subject, kind: 'needs', object, redundancy: null, need: null });

const before: Picture = { items: [item('CI-1'), item('CI-2'), item('CI-3')], relations: [tie('CIR-1', 'CI-1', 'CI-2'), tie('CIR-2', 'CI-2', 'CI-3')] };
const after: Picture = {
  items: [item('CI-1'), item('CI-2', { name: 'renamed', attributes: { ports: 48, serial: 'S' } }), item('CI-4')],
  relations: [tie('CIR-9', 'CI-1', 'CI-2'), tie('CIR-5', 'CI-4', 'CI-2')],
};

it('tells added, removed, changed value by value, and relations by what they say', () => {
  const found = comparePictures(before, after);
  expect(found.added.map((each) => each.id)).toEqual(['CI-4']);
  expect(found.removed.map((each) => each.id)).toEqual(['CI-3']);
  expect(found.changed).toEqual([
    {
      id: 'CI-2',
      name: 'renamed',
      values: [
        { field: 'name', before: 'CI-2', after: 'renamed' },
        { field: 'attributes.model', before: 'A', after: null },
        { field: 'attributes.ports', before: 24, after: 48 },
        { field: 'attributes.serial', before: null, after: 'S' },
      ],
    },
  ]);
  expect(found.relations_added.map((each) => each.id)).toEqual(['CIR-5']);
  expect(found.relations_removed.map((each) => each.id)).toEqual(['CIR-2']);
});

it('finds nothing between a picture and itself, whatever the order of attributes', () => {
  const turned: Picture = { ...before, items: before.items.map((each) => ({ ...each, attributes: { ports: 24, model: 'A' } })) };
  expect(Object.values(comparePictures(before, turned)).flat()).toEqual([]);
  expect(Object.values(comparePictures(after, before)).flat()).not.toEqual([]);
});
