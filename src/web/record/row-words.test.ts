// Rows of a list in words: amounts, bare numbers and what is left out.
import { expect, it } from 'vitest';
import { formatFor } from '../formats.ts';
import { type Columns, cellOf, freshRow, isMissing, rowWords } from './row-words.ts';
import type { Tongue } from './widget.ts';

const label = { en: 'How many', nl: 'Hoeveel', de: 'Wie viele' };
const columns = {
  name: { kind: 'text', required: true, label },
  amount_minor: { kind: 'integer', minor: true, label },
  lines: { kind: 'integer', label },
  kept: { kind: 'boolean', label },
  about: { kind: 'ref', to: 'service', label },
} as const satisfies Columns;
const tongue = (currency?: string): Tongue => ({ say: (text) => text.nl, format: formatFor('nl', 'UTC'), refs: { 'SVC-1': 'Werkplek' }, currency });
const said = (row: object, currency?: string): string => rowWords(columns)([row], tongue(currency)).replaceAll('\u00a0', ' ');

it('says amounts in whole units, with the currency where it is known', () => {
  expect(said({ name: 'Huur', amount_minor: 125_050 })).toBe('Huur · 1.250,50');
  expect(said({ name: 'Huur', amount_minor: 125_050 }, 'EUR')).toBe('Huur · € 1.250,50');
  expect(said({ name: 'Huur', amount_minor: 125_050 }, 'JPY')).toBe('Huur · JP¥ 125.050');
});

it('names what a bare number or yes is about, calls records by name, and leaves out what is empty', () => {
  expect(said({ name: 'Huur', amount_minor: null, lines: 3, kept: false, about: 'SVC-1' })).toBe('Huur · Hoeveel: 3 · Hoeveel: Nee · Werkplek');
});

it('begins a row with nothing filled in, and keeps what was emptied apart from what must be there', () => {
  expect(freshRow(columns)).toEqual({ name: null, amount_minor: null, lines: null, kept: false, about: null });
  expect(cellOf(columns.about, '')).toBe(null);
  expect(cellOf(columns.name, '')).toBe('');
  expect(isMissing(columns.name, '')).toBe(true);
  expect(isMissing(columns.about, null)).toBe(false);
});
