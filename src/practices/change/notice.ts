// A notice as it was understood, whatever form it came in, and when one is newer than another about the same work.
import type { NoticeObject, noticeStatus } from './notice.fields.ts';

export type NoticeStatus = keyof typeof noticeStatus;

/** Instants are ISO, UTC. `problem` says in English what could not be read; such a notice is for a person. */
export type Notice = {
  readonly provider: string;
  readonly notice_key: string | null;
  readonly title: string;
  readonly account: string | null;
  readonly status: NoticeStatus | null;
  readonly sequence: number | null;
  readonly stamp: string | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly objects: readonly NoticeObject[];
  readonly problem: string | null;
};

type Edition = { readonly sequence?: number | null; readonly stamp?: string | null };

/**
 * Is the first a newer edition than the second? RFC 5545, 3.8.7.4: a higher SEQUENCE; with the same one, or where a side has
 * none, a later DTSTAMP. A notice that says neither is as new as what is known, so it is no news.
 */
export function isNewer(one: Edition, known: Edition): boolean {
  const [a, b] = [one.sequence ?? null, known.sequence ?? null];
  if (a !== null && b !== null && a !== b) return a > b;
  const [now, then] = [Date.parse(one.stamp ?? ''), Date.parse(known.stamp ?? '')];
  if (Number.isNaN(now)) return false;
  return Number.isNaN(then) || now > then;
}

type Told = { readonly starts_at?: string | null; readonly ends_at?: string | null; readonly status?: string | null };

/** A notice without a time can only be read by a person; but a cancellation needs none. */
export function stateOf({ starts_at, ends_at, status }: Told): 'planned' | 'withdrawn' | 'completed' | 'unreadable' {
  if (status === 'CANCELLED') return 'withdrawn';
  if (status === 'COMPLETED') return 'completed';
  return starts_at && ends_at ? 'planned' : 'unreadable';
}
