// The palette forgives typing errors.
import { expect, it } from 'vitest';
import { rank } from './rank.ts';

const choices = ['Incidents', 'Work orders', 'Services', 'Settings', 'Assign', 'Gebeurtenissen', 'Prioriteiten en redenen'];
const found = (words: string) => rank(choices, words, (each) => each);

it('puts what begins with the words first', () => {
  expect(found('se')).toEqual(['Services', 'Settings', 'Gebeurtenissen']);
  expect(found('ord')[0]).toBe('Work orders');
});

it('forgives one wrong letter or two that changed places', () => {
  expect(found('incidemts')).toEqual(['Incidents']);
  expect(found('inicdents')).toEqual(['Incidents']);
  expect(found('sevrices')).toEqual(['Services']);
});

it('finds nothing for nonsense, and needs every word', () => {
  expect(found('xyzzy')).toEqual([]);
  expect(found('prioriteiten redenen')).toEqual(['Prioriteiten en redenen']);
  expect(found('prioriteiten diensten')).toEqual([]);
});
