// When a line passes a limit, and what those who share a part need at once.
import { expect, it } from 'vitest';
import { crossing, peakOf } from './crossing.ts';

const line = [
  { at: 0, value: 80 },
  { at: 100, value: 90 },
  { at: 200, value: 110 },
];

it('passes the limit between two values, in proportion', () => {
  expect(crossing(line, 100)).toBe(150);
  expect(crossing(line, 85)).toBe(50);
});

it('has passed it from the beginning, or never does; reaching it is not passing it', () => {
  expect(crossing(line, 79)).toBe(0);
  expect(crossing(line, 110)).toBeNull();
  expect(crossing([], 1)).toBeNull();
});

const graph = {
  network: { all: [{ part: 'line' }] },
  workplace: { all: [{ part: 'network' }] },
  care: { all: [{ part: 'line' }] },
  archive: { all: [{ part: 'line' }] },
};

it('adds up who needs it directly; what stands on one that is named is within it', () => {
  expect(peakOf('line', graph, { network: 80, workplace: 60, care: 30 })).toEqual({
    sum: 110,
    counted: ['network', 'care'],
    within: ['workplace'],
    silent: ['archive'],
  });
});

it('goes further up where nothing is said of the service between', () => {
  expect(peakOf('line', graph, { workplace: 60 })).toMatchObject({ sum: 60, counted: ['workplace'], silent: ['care', 'archive'] });
});
