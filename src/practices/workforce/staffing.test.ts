// Who is there in a half hour: paid for, within their hours, and not protected for other work.
import { describe, expect, it } from 'vitest';
import { staffAt } from './staffing.ts';

const office = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
const friday = [{ days: [5], from: '13:00', to: '17:00' }];
const all = (people: Parameters<typeof staffAt>[0]): number =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((day) => Array.from({ length: 48 }, (_, slot) => staffAt(people, { day, slot }))).reduce((sum, each) => sum + each, 0) * 0.3;

describe('people on a desk', () => {
  it('are there in their hours, in the part of them that they are paid for', () => {
    expect(staffAt([{ weekly: 2_400, absence: 0, week: office }], { day: 1, slot: 18 })).toBe(100);
    expect(staffAt([{ weekly: 1_200, absence: 0, week: office }], { day: 1, slot: 18 })).toBe(50);
    expect(staffAt([{ weekly: 2_400, absence: 0, week: office }], { day: 6, slot: 18 })).toBe(0);
  });

  it('are not there in hours that are protected for other work', () => {
    const anna = { weekly: 2_400, absence: 0, week: office, guarded: friday };
    expect(staffAt([anna], { day: 5, slot: 26 })).toBe(0);
    expect(staffAt([anna], { day: 5, slot: 25 })).toBe(100);
    expect(all([anna])).toBeCloseTo(2_400 - 240, 6);
  });

  it('are there less when protected minutes have no hour of their own, and never less than not at all', () => {
    const bas = { weekly: 2_400, absence: 0, week: office, guarded: friday, loose: 540 };
    expect(staffAt([bas], { day: 1, slot: 18 })).toBe(75);
    expect(staffAt([{ ...bas, loose: 9_000 }], { day: 1, slot: 18 })).toBe(0);
  });
});
