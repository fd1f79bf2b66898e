// The shapes of the calendar of changes, for the doors that answer them and the screens that draw them.
import type { ConflictKind, Severity } from './conflicts.ts';

export const changeTypes = ['standard', 'normal', 'emergency'] as const;
export type ChangeType = (typeof changeTypes)[number];
export type EntryKind = 'change' | 'freeze' | 'maintenance' | 'customer_event' | 'notice';

/** Why a change cannot, should not or need not be at its time. Instants are ISO; `with` is the record it comes from. */
export type ToldConflict = {
  readonly kind: ConflictKind;
  readonly severity: Severity;
  readonly with: string;
  /** The service, item, person, team or customer it is about. */
  readonly about: string | null;
  readonly from: string;
  readonly to: string;
  /** When what it comes from is over. */
  readonly until: string;
  /** A block that does not hold this change up: an exception was made for it, or it is an emergency that need not wait. */
  readonly passes?: 'exception' | 'emergency';
  /** In the reader's language: why, and what would solve it. */
  readonly says?: string;
  readonly solve?: string;
};

/** One thing in the calendar; a window that comes back is one entry for each time. */
export type CalendarEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly opened_at: string;
  readonly updated_at: string;
  readonly starts_at: string;
  readonly ends_at: string;
  /** Not decided yet, or not confirmed by its supplier. */
  readonly tentative: boolean;
  readonly services: readonly string[];
  readonly items: readonly string[];
  readonly suppliers: readonly string[];
  readonly customers: readonly string[];
  readonly conflicts: readonly ToldConflict[];
  readonly type?: string;
  readonly severity?: string;
  readonly status?: string | null;
  readonly exception?: string | null;
  /** Who made it. */
  readonly excepted_by?: string | null;
  readonly outage_minutes?: number | null;
};

/** What a view of the calendar shows: everything, but for what is said. */
export type CalendarView = {
  readonly kinds?: readonly EntryKind[];
  /** Of changes only those of this type. */
  readonly type?: ChangeType;
  readonly service?: string | null;
  readonly supplier?: string | null;
  readonly customer?: string | null;
};

export type FoundSlot = { readonly starts_at: string; readonly ends_at: string; readonly conflicts: readonly ToldConflict[] };

export type CalendarAnswer = {
  readonly data: readonly CalendarEntry[];
  readonly labels: Readonly<Record<string, string>>;
  /** The zone of the house, in which days begin. */
  readonly zone: string;
  /** Notices of suppliers that wait for a person. */
  readonly unreadable: number;
  /** There is more in the period than is told. */
  readonly truncated: boolean;
};
