// When running work goes by another promise: on the day one takes effect, on the day after its last, when it is ended, and when its hours change.
import { dayAfter, startOfDay } from '../../calculus/terms.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Later } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';

/** The zone in which its days begin, and the promises whose clocks may go by it: itself and those it replaces. */
export type Family = { readonly zone: string; readonly promises: readonly string[] };

export function retermSigned(fact: Pick<Fact, 'at'>, row: AnyRow, { zone, promises }: Family): readonly Later[] {
  const from = row.valid_from as string | null;
  const to = row.valid_to as string | null;
  const begins = from === null ? 0 : startOfDay(zone, from);
  const ends = to === null ? [] : [later({ promise: row.id, promises, at: instant(startOfDay(zone, dayAfter(to))), why: 'to' })];
  return [later({ promise: row.id, promises, at: instant(Math.max(begins, Date.parse(fact.at))), why: 'from' }), ...ends];
}

/** At once, or on the day after its last when that is still to come. */
export function retermEnded(fact: Pick<Fact, 'at'>, row: AnyRow, { zone, promises }: Family): readonly Later[] {
  const last = row.valid_to as string | null;
  const at = row.state === 'active' && last !== null ? instant(startOfDay(zone, dayAfter(last))) : fact.at;
  return [later({ promise: row.id, promises, at, why: 'ended' })];
}

/** When the last day of a promise in force has passed, that is noted. Another last day moves it. */
export function lapses(row: AnyRow, { zone }: Pick<Family, 'zone'>): readonly Later[] {
  const last = row.valid_to as string | null;
  if (row.state !== 'active' || last === null) return [];
  const payload = { id: `lapse:${row.id}:${last}`, record: 'promise', command: 'lapse', target: row.id, input: {} };
  return [{ queue: 'ask', key: `lapse:${row.id}`, run_at: instant(startOfDay(zone, dayAfter(last))), payload }];
}

/** Other hours under the same promises: each is a change of its own. */
export function retermHours(fact: Pick<Fact, 'at'>, promises: readonly string[]): readonly Later[] {
  return promises.map((promise) => later({ promise, promises: [promise], at: fact.at, why: 'hours' }));
}

const instant = (at: number): string => new Date(at).toISOString();

function later({ why, ...payload }: { promise: string; promises: readonly string[]; at: string; why: string }): Later {
  return { queue: 'reterm', key: `reterm:${payload.promise}:${why}`, run_at: payload.at, payload };
}
