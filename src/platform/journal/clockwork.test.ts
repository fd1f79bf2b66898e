// What facts do to clocks: lateness is noted by its own fact alone, and only when the hours say so.
import { expect, test } from 'vitest';
import type { Calendar } from '../../calculus/calendar.ts';
import type { Terms } from '../../calculus/terms.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { advance, dues, type Running, standing } from './clockwork.ts';

const office: Calendar = { id: 'office', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [] };
const terms: Terms = {
  clock: 'fix',
  key: 'c',
  side: 'customer',
  promise: null,
  provider: null,
  customer: null,
  target_minutes: 60,
  calendar: office,
  pauses: [],
  audience: [],
  escalation: null,
};
const definition = {
  name: 'lamp',
  clocks: { fix: { metric: 'fix', runs_in: ['broken'], stops_in: ['fixed'] } },
  commands: { breach: { fact: 'breached' } },
} as object as Definition;
const at = (time: string): number => Date.parse(`2026-03-16T${time}:00Z`);
const after = (clocks: readonly Running[], fact: string, state: string, time: number, first?: readonly Terms[]): Running[] =>
  advance({ definition, row: { state } as AnyRow, fact: `lamp.${fact}`, at: time, clocks, terms: first }).clocks;

test('a note after closing time makes no kept promise late', () => {
  const started = after([], 'opened', 'broken', at('16:00'), [terms]);
  expect(dues(definition, started).due).toBe(at('17:00'));
  expect(dues(definition, started).check).toBeGreaterThan(at('17:00'));
  const noted = after(started, 'noted', 'broken', at('18:00'));
  const [done] = after(noted, 'fixed', 'fixed', at('19:00'));
  expect(done?.state).toMatchObject({ phase: 'met', breached_at: null });
});

test('lateness is noted by its fact, and is the same with or without a note before it', () => {
  const started = after([], 'opened', 'broken', at('10:00'), [terms]);
  const late = dues(definition, started).check ?? 0;
  const direct = after(started, 'breached', 'broken', late);
  const withNote = after(after(started, 'noted', 'broken', at('11:30')), 'breached', 'broken', late + 3_600_000);
  expect(direct[0]?.state.breached_at).toBe(at('11:00'));
  expect(withNote[0]?.state.breached_at).toBe(at('11:00'));
  expect(after(started, 'noted', 'broken', at('11:30'))[0]?.state.breached_at).toBeNull();
  expect(after(started, 'fixed', 'fixed', at('12:00'))[0]?.state).toMatchObject({ phase: 'missed', breached_at: at('11:00') });
});

const warns = { ...definition, commands: { breach: { fact: 'breached' }, warn: { fact: 'warned' } } } as object as Definition;
type Telling = { readonly fact: string; readonly state: string; readonly time: number; readonly terms?: readonly Terms[]; readonly share?: number };
const told = (clocks: readonly Running[], { fact, state, time, terms: said, share }: Telling): Running[] =>
  advance({
    definition: warns,
    row: { state } as AnyRow,
    fact: `lamp.${fact}`,
    params: share === undefined ? {} : { clock: 'fix', key: 'c', share, role: 'agent' },
    at: time,
    clocks,
    terms: said,
  }).clocks;

test('a warning is noted once, moves no time, and the next one is that of the next share', () => {
  const started = told([], { fact: 'opened', state: 'broken', time: at('10:00'), terms: [terms] });
  expect(dues(warns, started).check).toBe(at('10:30'));
  const half = told(started, { fact: 'warned', state: 'broken', time: at('10:30'), share: 500_000 });
  expect(half[0]?.warned).toBe(500_000);
  expect(half[0]?.state).toEqual(started[0]?.state);
  expect(dues(warns, half).check).toBe(at('10:45'));
  expect(dues(definition, half).check).toBe(at('11:00') + 1);
});

test('work that comes back is told anew; a wider target takes back what it has not used', () => {
  const started = told([], { fact: 'opened', state: 'broken', time: at('10:00'), terms: [terms] });
  const warned = told(started, { fact: 'warned', state: 'broken', time: at('10:45'), share: 750_000 });
  const wide = told(warned, { fact: 'noted', state: 'broken', time: at('10:45'), terms: [{ ...terms, target_minutes: 120 }] });
  expect(dues(warns, wide).check).toBe(at('11:00'));
  const fixed = told(warned, { fact: 'fixed', state: 'fixed', time: at('10:50') });
  const again = told(fixed, { fact: 'opened', state: 'broken', time: at('12:00') });
  expect(dues(warns, again).check).toBe(at('12:00'));
});

test('a promise that applies again goes on with what was used and waited', () => {
  const started = told([], { fact: 'opened', state: 'broken', time: at('10:00'), terms: [terms] });
  const gone = told(started, { fact: 'noted', state: 'broken', time: at('10:20'), terms: [] });
  expect(gone[0]?.state.phase).toBe('cancelled');
  expect(told(gone, { fact: 'noted', state: 'broken', time: at('10:30') })[0]?.state.phase).toBe('cancelled');
  const back = told(gone, { fact: 'noted', state: 'broken', time: at('10:40'), terms: [{ ...terms, target_minutes: 90 }] });
  expect(back[0]?.state).toMatchObject({ phase: 'running', used_ms: 20 * 60_000, due: at('11:50'), started_at: at('10:00') });
});

test('a settled clock keeps the terms it was judged by, until it runs again', () => {
  const started = told([], { fact: 'opened', state: 'broken', time: at('10:00'), terms: [terms] });
  const fixed = told(started, { fact: 'fixed', state: 'fixed', time: at('10:50') });
  const tight = { ...terms, target_minutes: 30 };
  const later = told(fixed, { fact: 'noted', state: 'fixed', time: at('11:00'), terms: [tight] });
  expect(later[0]).toMatchObject({ terms: { target_minutes: 60 }, state: { phase: 'met' } });
  const again = told(later, { fact: 'opened', state: 'broken', time: at('12:00'), terms: [tight] });
  expect(again[0]).toMatchObject({ terms: { target_minutes: 30 }, state: { phase: 'running', used_ms: 50 * 60_000, breached_at: at('12:00') } });
});

test('the same terms said again are no news', () => {
  const started = told([], { fact: 'opened', state: 'broken', time: at('10:00'), terms: [terms] });
  expect(standing(started, [{ ...terms }])).toBe(true);
  expect(standing(started, [{ ...terms, target_minutes: 61 }])).toBe(false);
  expect(standing(started, [])).toBe(false);
  expect(standing([], [terms])).toBe(false);
  const gone = told(started, { fact: 'noted', state: 'broken', time: at('10:20'), terms: [] });
  expect(standing(gone, [terms])).toBe(false);
  expect(standing(gone, [])).toBe(true);
});
