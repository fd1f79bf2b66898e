// What follows from time that was booked inside protected hours: a borrowing for each plan it eats into, and none when the entry is struck.
import { wallOf } from '../../calculus/wall.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Ask } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Lent } from './time-entry.record.ts';

export type Borrowed = {
  /** Borrowings of the entry that were not revoked. */
  readonly known: readonly { readonly id: string; readonly allocation: string; readonly minutes: number; readonly process: string; readonly level: string }[];
  readonly zone: string;
};

/** Entries that touch no protected hours, as most do, are none of its business. */
export const touchesProtected = ({ changes }: Pick<Fact, 'changes'>): boolean => {
  const opened = typeof changes.title === 'string';
  return !opened || (Array.isArray(changes.lent) && changes.lent.length > 0);
};

export function borrowings(fact: Fact, row: AnyRow, { known, zone }: Borrowed): Ask[] {
  const { process, level } = row as AnyRow & { process: string; level: string };
  const wanted = row.state === 'booked' ? (row.lent as readonly Lent[]) : [];
  const same = (lent: Lent, each: Borrowed['known'][number]): boolean =>
    each.allocation === lent.allocation && each.minutes === lent.minutes && each.process === process && each.level === level;
  const revoked = known.filter((each) => !wanted.some((lent) => same(lent, each)));
  const missing = wanted.filter((lent) => !known.some((each) => same(lent, each)));
  const borrowed_on = wallOf(Date.parse(String(row.started_at)), zone).slice(0, 10);
  const told = { process, level, person: row.person, reason: row.reason ?? '–', by: fact.actor, entry: row.id, borrowed_on };
  return [
    ...revoked.map(({ id }): Ask => ({ record: 'borrowing', command: 'revoke', target: id, input: {} })),
    ...missing.map(({ allocation, minutes }): Ask => ({ record: 'borrowing', command: 'open', target: null, input: { allocation, minutes, ...told } })),
  ];
}
