// What-if figures: given cases as they ended and would have ended, when windows and bands are applied, then attainment and credits follow.
import { describe, expect, it } from 'vitest';
import { type Case, changedSides, type Ended, figuresOf, windowsOf } from './what-if.ts';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const ended = (day: string | null, kept = true): Ended => ({ decided_at: day === null ? null : at(day), kept, used_ms: 0, target_minutes: 60 });

describe('windows', () => {
  it('begin with the months, quarters and years of the zone, and the period is cut at both ends', () => {
    const windows = windowsOf({ from: '2026-01-15', to: '2026-03-31', zone: 'Europe/Amsterdam', measured: 'month' });
    expect(windows.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()])).toEqual([
      ['2026-01-14T23:00:00.000Z', '2026-01-31T23:00:00.000Z'],
      ['2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z'],
      ['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ]);
    const count = (measured: string) => windowsOf({ from: '2025-11-15', to: '2027-02-10', zone: 'UTC', measured }).length;
    expect(['month', 'quarter', 'year', 'rolling'].map(count)).toEqual([16, 6, 3, 1]);
  });
});

describe('figures', () => {
  const paying = {
    attainment: 900_000,
    bands: {
      bands: [
        { below: 900_000, credit: 50_000 },
        { below: 600_000, credit: 100_000 },
      ],
      cap: 80_000,
    },
    fee_minor: 200_000,
  };
  const windows = windowsOf({ from: '2026-01-01', to: '2026-02-28', zone: 'UTC', measured: 'month' });

  it('count a case where it was decided, and pay for each window by itself', () => {
    const cases = [ended('2026-01-10'), ended('2026-01-11', false), ended('2026-02-10'), ended('2026-03-10', false), ended(null)];
    expect(figuresOf(cases, { windows, paying })).toMatchObject({
      cases: 3,
      met: 2,
      missed: 1,
      attained: 666_666,
      kept: false,
      credit_minor: 16_000,
      windows: [
        { cases: 2, attained: 500_000, credit: 80_000, credit_minor: 16_000 },
        { cases: 1, attained: 1_000_000, credit: 0, credit_minor: 0, kept: true },
      ],
    });
  });

  it('say nothing of windows without cases', () => {
    expect(figuresOf([], { windows, paying })).toMatchObject({ cases: 0, attained: null, kept: null, credit: 0, credit_minor: 0 });
    expect(figuresOf([ended('2026-01-10')], { windows, paying: { attainment: null, bands: null, fee_minor: null } })).toMatchObject({
      kept: true,
      credit_minor: null,
    });
  });

  it('name the cases that change sides, also those that come to count or no longer do', () => {
    const one = (id: string, before: Ended, after: Ended): Case => ({ record: 'incident', id, key: 'k', before, after });
    const cases = [
      one('same', ended('2026-01-10'), ended('2026-01-12')),
      one('lost', ended('2026-01-10'), ended('2026-01-09', false)),
      one('won', ended('2026-01-10', false), ended('2026-01-11')),
      one('left', ended('2026-02-20'), ended('2026-03-02')),
      one('outside', ended('2026-03-10'), ended('2026-03-10', false)),
    ];
    expect(changedSides(cases, windows).map((each) => each.id)).toEqual(['lost', 'won', 'left']);
  });
});
