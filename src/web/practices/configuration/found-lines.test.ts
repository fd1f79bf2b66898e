// What is pasted as found: headings in any of the usual dividers, values as what they are, and the same again when written.
import { expect, it } from 'vitest';
import { foundLines, linesOf } from './found-lines.ts';

it('reads names, keys and types, and everything else as attributes', () => {
  expect(foundLines('Name;Key;Serial Number;ports\nSW-1;dev:1;007;24\n\nSW-2;;;')).toEqual([
    { name: 'SW-1', key: 'dev:1', attributes: { serial_number: '007', ports: 24 } },
    { name: 'SW-2' },
  ]);
  expect(foundLines('name\tlive\nA\ttrue')).toEqual([{ name: 'A', attributes: { live: true } }]);
  expect(foundLines('   ')).toEqual([]);
});

it('writes what it reads', () => {
  const found = [{ name: 'A', type: 'server', attributes: { ports: 2, serial: 'x' } }, { name: 'B' }];
  expect(foundLines(linesOf(found))).toEqual(found);
});
