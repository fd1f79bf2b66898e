// The days a forum meets: weekends and holidays, ends of months, and nights on which the clocks change.
import { expect, it } from 'vitest';
import { nextMeetings, type Rhythm } from './cadence.ts';

const rhythm: Rhythm = { cadence: 'monthly', starts_on: '2026-01-31', begins: '10:00', zone: 'Europe/Amsterdam', holidays: [] };

it('keeps the day of the month where there is one, else the last, and moves off the weekend', () => {
  // 31 Jan 2026 is a Saturday, 28 Feb too; 31 Mar is a Tuesday in summer time; 30 Apr a Thursday.
  expect(nextMeetings(rhythm, { after: '2026-01-01T00:00:00Z', count: 4 })).toEqual([
    '2026-02-02T09:00:00.000Z',
    '2026-03-02T09:00:00.000Z',
    '2026-03-31T08:00:00.000Z',
    '2026-04-30T08:00:00.000Z',
  ]);
});

it('goes on from a late instant, and never answers one that is over', () => {
  expect(nextMeetings({ ...rhythm, cadence: 'weekly', starts_on: '2020-01-06' }, { after: '2026-10-05T08:00:00Z', count: 2 })).toEqual([
    '2026-10-12T08:00:00.000Z',
    '2026-10-19T08:00:00.000Z',
  ]);
});

it('meets once a working day, with holidays left out', () => {
  const daily = { ...rhythm, cadence: 'daily' as const, starts_on: '2026-04-01', holidays: ['2026-04-06'] };
  expect(nextMeetings(daily, { after: '2026-04-02T12:00:00Z', count: 3 }).map((each) => each.slice(0, 10))).toEqual(['2026-04-03', '2026-04-07', '2026-04-08']);
});

it('has no days on demand', () => expect(nextMeetings({ ...rhythm, cadence: 'on_demand' }, { after: '2026-01-01T00:00:00Z', count: 3 })).toEqual([]));
