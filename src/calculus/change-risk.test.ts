// The risk of a change: its parts, its bounds, and that nothing good makes it higher.
import { describe, expect, it } from 'vitest';
import { type ChangeRiskInput, changeRisk, failureShare, riskWeights } from './change-risk.ts';

const calm: ChangeRiskInput = {
  down: 0,
  degraded: 0,
  promises: 0,
  inside: 0,
  similar: { done: 95, failed: 0 },
  outage_minutes: 0,
  back_out: { planned: true, tried: true, minutes: 10 },
  window_minutes: 60,
};
const points = (name: string, change: Partial<ChangeRiskInput>): number | undefined =>
  changeRisk({ ...calm, ...change }).parts.find((each) => each.part === name)?.points;

describe('the risk of a change', () => {
  it('is the sum of its parts, from nearly nothing to 100', () => {
    expect(changeRisk(calm).score).toBe(1); // (0 + 1) / (95 + 5) = 1 %, doubled, of 25 points: 0.5, rounded up.
    const worst = changeRisk({
      ...calm,
      down: 1000,
      promises: 1000,
      inside: 3,
      similar: { done: 50, failed: 50 },
      outage_minutes: 100_000,
      back_out: { planned: false, tried: false, minutes: null },
    });
    expect(worst.score).toBe(100);
    expect(worst.parts.map((each) => each.points)).toEqual(Object.values(riskWeights));
    expect(Object.values(riskWeights).reduce((sum, each) => sum + each, 0)).toBe(100);
  });

  it.each([
    ['reach', { down: 2 }, 10],
    ['reach', { degraded: 4 }, 10],
    ['promises', { promises: 3 }, 10],
    ['outage', { outage_minutes: 480 }, 15],
    ['outage', { outage_minutes: null }, 10],
    ['back_out', { back_out: { planned: true, tried: false, minutes: null } }, 5],
    ['back_out', { back_out: { planned: true, tried: true, minutes: 61 } }, 5],
    ['timing', { outage_minutes: 5, inside: 1 }, 10],
    ['timing', { outage_minutes: 5, inside: null }, 5],
    ['timing', { outage_minutes: 0, inside: 4 }, 0],
    ['history', { similar: { done: 0, failed: 0 } }, 10],
    ['history', { similar: { done: 5, failed: 4 } }, 25],
  ] as const)('%s with %j is %i points', (name, change, expected) => {
    expect(points(name, change)).toBe(expected);
  });

  it('believes one failure in five until it knows better, and one success changes little', () => {
    expect(failureShare({ done: 0, failed: 0 })).toBe(0.2);
    expect(failureShare({ done: 1, failed: 0 })).toBeCloseTo(1 / 6);
    expect(failureShare({ done: 1, failed: 1 })).toBeCloseTo(1 / 3);
    expect(failureShare({ done: 1000, failed: 500 })).toBeCloseTo(0.5, 2);
  });

  it('never falls when more is hit, more failed or it lasts longer', () => {
    for (let n = 0; n < 40; n++) {
      const at = (k: number): number => changeRisk({ ...calm, down: k, promises: k, outage_minutes: k * 7, similar: { done: 50, failed: k } }).score;
      expect(at(n + 1)).toBeGreaterThanOrEqual(at(n));
    }
  });
});
