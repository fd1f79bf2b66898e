// Shifts of a mean: the flow of the Nile, no shift where there is none, and least squares by another path.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shifts } from './change-point.ts';

/** Annual flow at Aswan 1871-1970 in 10^8 cubic metres (public data set of R; Cobb 1978). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030,
  1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744,
  796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923,
  975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

it('CP3: the Nile fell once, after 28 years, in 1898', () => {
  const found = shifts(nile);
  expect(found.changes.map((each) => each.after)).toEqual([28]);
  expect(found.segments.map((each) => each.mean)).toEqual([expect.closeTo(1097.75, 9), expect.closeTo(849.97, 2)]);
});

it('finds nothing in what does not change', () => {
  expect(shifts([5, 5, 5, 5, 5, 5]).changes).toEqual([]);
  const step = [...Array.from({ length: 20 }, () => 0.1), ...Array.from({ length: 23 }, () => 0.3)];
  expect(shifts(step).changes.map((each) => each.after)).toEqual([20]);
});

it('finds two steps, far from zero as well', () => {
  const wave = (i: number) => ((i * i * 7) % 13) / 10;
  const values = Array.from({ length: 90 }, (_, i) => 1e9 + (i < 30 ? 0 : i < 50 ? 9 : 3) + wave(i));
  expect(shifts(values).changes.map((each) => each.after)).toEqual([30, 50]);
});

it('says what a step without noise gains in its own unit', () => {
  expect(shifts([...Array.from({ length: 20 }, () => 1), ...Array.from({ length: 20 }, () => 2)])).toMatchObject({
    changes: [{ after: 20, gain: 10 }],
    noise: 0,
  });
});

describe('laws', () => {
  const series = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 4, maxLength: 40 });
  const squares = (values: readonly number[]) => {
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    return values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  };

  it('the first split is the one that leaves the smallest sum of squares', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [change] = shifts(values, { penalty: 0, shortest: 1, most: 1 }).changes;
        const left = values.slice(1).map((_, i) => squares(values.slice(0, i + 1)) + squares(values.slice(i + 1)));
        const least = Math.min(...left);
        if (change !== undefined) expect(left[change.after - 1]).toBeCloseTo(least, 4);
        else expect(least).toBeCloseTo(squares(values), 4);
      }),
    );
  });

  it('segments cover the series, each with its mean, and a higher penalty never finds more', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 20, noNaN: true }), (values, penalty) => {
        const { segments, changes } = shifts(values, { penalty });
        expect(segments.at(0)?.from).toBe(0);
        expect(segments.at(-1)?.to).toBe(values.length);
        const mean = segments.reduce((sum, each) => sum + each.mean * (each.to - each.from), 0);
        expect(mean).toBeCloseTo(
          values.reduce((sum, each) => sum + each, 0),
          4,
        );
        expect(shifts(values, { penalty: penalty * 2 + 1 }).changes.length).toBeLessThanOrEqual(changes.length);
      }),
    );
  });
});
