// What facts do to clocks: lateness is noted by its own fact alone, and only when the hours say so.
import { expect, test } from 'vitest';
import type { Calendar } from '../../calculus/calendar.ts';
import type { Terms } from '../../calculus/terms.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { advance, dues, type Running } from './clockwork.ts';

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
