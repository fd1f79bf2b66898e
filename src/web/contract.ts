// What the server answers, as types; the names are those of the API.

import type { Side } from '../kernel/field.ts';
import type { AnyRow } from '../kernel/record.ts';
import type { Language, Params, Text } from '../kernel/text.ts';

export type Named = { readonly id: string; readonly name: string };
export type Refs = Readonly<Record<string, string>>;
export type Row = AnyRow;

export type Preferences = {
  readonly language: Language;
  readonly zone: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact' | 'dense';
  readonly shortcuts: boolean;
  /** The key of a reference model, or `tessera` for the product's own words. */
  readonly vocabulary: string;
};

export type Persona = { readonly person: string; readonly name: string; readonly role: string; readonly organisation: string; readonly side: Side };

export type Session = {
  readonly signed_in: boolean;
  readonly person: (Named & Partial<Preferences> & { readonly email: string | null }) | null;
  readonly side: Side | null;
  readonly organisation: Named | null;
  readonly roles: readonly string[];
  readonly teams: readonly Named[];
  readonly house: Named | null;
  readonly now: string;
  readonly version: string;
  readonly demo: boolean;
  readonly csrf: string | null;
  readonly setup_needed: boolean;
  readonly engine: string;
  /** In whose words the house speaks to those who chose none. */
  readonly vocabulary: string;
  readonly personas?: readonly Persona[];
  /** Kinds of records that the operating model in effect leaves out; from the model, which comes beside the session. */
  readonly records_off?: readonly string[];
};

export type Clock = {
  readonly clock: string;
  readonly key: string;
  readonly label: Text | null;
  readonly side: 'customer' | 'desk' | 'supplier';
  readonly promise: string | null;
  readonly provider: string | null;
  readonly customer: string | null;
  readonly phase: 'idle' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  readonly target_minutes: number;
  readonly used_ms: number;
  readonly paused_ms: number;
  readonly left_ms: number;
  /** Used per mille of the target. */
  readonly share: number;
  readonly due: string | null;
  readonly outside_hours: boolean;
  readonly resumes_at: string | null;
  readonly breached_at: string | null;
  readonly zone: string;
  readonly started_at: string | null;
  readonly stopped_at: string | null;
  readonly reason: string | null;
  /** Up to which share of the target (ppm) somebody was told, and who is told next; null for outsiders. */
  readonly warned: number | null;
  readonly next_warning: { readonly at: string; readonly role: string; readonly share: number } | null;
};

/** One step in the life of a clock: why it began, paused, went on or stopped, and what had counted by then. */
export type ClockStep = {
  readonly event: 'start' | 'pause' | 'resume' | 'stop' | 'cancel' | 'reopen' | 'retarget' | 'late' | 'warn';
  readonly at: string;
  readonly reason: string | null;
  readonly fact: number;
  readonly fact_name: string;
  readonly actor_name: string;
  /** The sums up to and including this step, and the terms that hold from it on. */
  readonly used_ms: number;
  readonly paused_ms: number;
  readonly promise: string | null;
  readonly target_minutes: number;
  readonly calendar: string;
  readonly zone: string;
  /** Of a warning: which share of the target (ppm), and whom it was told. */
  readonly share: number | null;
  readonly role: string | null;
};
export type ClockExplained = Clock & { readonly steps: readonly ClockStep[] };
export type ClocksAnswer = { readonly data: readonly ClockExplained[]; readonly refs: Refs; readonly now: string };

export type Address = Named & { readonly kind: 'team' | 'house' | 'supplier' | 'customer' };

export type ListAnswer = {
  readonly data: readonly Row[];
  readonly refs: Refs;
  readonly next: string | null;
  readonly count: { readonly value: number; readonly capped: boolean };
  readonly clocks: Readonly<Record<string, readonly Clock[]>>;
  readonly now: string;
};

export type OneAnswer = {
  readonly data: Row;
  readonly refs: Refs;
  readonly may: readonly string[];
  readonly clocks: readonly Clock[];
  readonly now: string;
  readonly audiences: readonly Address[];
};

export type Change = { readonly from: unknown; readonly to: unknown };
export type Entry = {
  readonly id: number;
  readonly fact: string;
  readonly version: number;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: string | null;
  readonly actor_name: string;
  readonly actor_party: string | null;
  readonly channel: string;
  readonly cause: number | null;
  readonly changes: Readonly<Record<string, Change>>;
  readonly note: string | null;
  readonly params: Params;
  readonly audience: readonly string[];
};
export type JournalAnswer = { readonly data: readonly Entry[]; readonly refs: Refs; readonly next: number | string | null };

export type LedgerInterval = {
  readonly from: string;
  readonly to: string | null;
  readonly party: string;
  readonly team: string | null;
  readonly person: string | null;
  readonly reason: string;
  readonly receiver: string | null;
};
export type LedgerTotal = {
  readonly party: string;
  readonly ms: number;
  readonly working_ms: number;
  readonly reasons: readonly { readonly reason: string; readonly ms: number; readonly working_ms: number }[];
};
export type LedgerAgreement = Pick<
  Clock,
  'clock' | 'key' | 'label' | 'side' | 'promise' | 'provider' | 'customer' | 'target_minutes' | 'zone' | 'phase' | 'used_ms' | 'breached_at'
> & { readonly total_ms: number; readonly totals: readonly LedgerTotal[]; readonly ruled: readonly LedgerTotal[] | null };
export type LedgerContest = {
  readonly dispute: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly held: string;
  readonly claimed: string;
  readonly state: string;
};
export type LedgerData = {
  readonly intervals: readonly LedgerInterval[];
  readonly totals: readonly LedgerTotal[];
  readonly ruled: readonly LedgerTotal[] | null;
  readonly agreements: readonly LedgerAgreement[];
  readonly contests: readonly LedgerContest[];
  readonly handover_ms: number;
  readonly counts: {
    readonly reassignments: number;
    readonly ping_pong: number;
    readonly bounces: number;
    readonly declined: number;
    readonly swarm: { readonly due: boolean; readonly limit: number };
  } | null;
};
export type LedgerAnswer = { readonly data: LedgerData; readonly refs: Refs; readonly now: string };

export type HandoverCheck = {
  readonly clock: string;
  readonly key: string;
  readonly customer: string | null;
  readonly left_ms: number;
  readonly verdict: 'fits' | 'short' | 'late' | 'no_promise' | 'never';
  readonly short_ms: number | null;
  readonly spare_ms: number | null;
  readonly finishes_at: string | null;
  readonly due_at: string | null;
  readonly resumed: boolean;
};
export type HandoverReceiver = {
  readonly party: string;
  readonly team: string | null;
  readonly service: string | null;
  readonly verdict: HandoverCheck['verdict'] | null;
  readonly checks: readonly HandoverCheck[];
};
type Draft = { readonly audience: readonly string[]; readonly note: string };
export type Handover = {
  readonly data: {
    readonly receiver: HandoverReceiver | null;
    readonly others: readonly HandoverReceiver[];
    readonly escalation: Draft | null;
    readonly renegotiation: Draft | null;
  };
  readonly refs: Refs;
};

export type Link = {
  readonly record: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly relation: string;
};
export type Found = {
  readonly record: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly score?: number;
};
export type Ref = { readonly id: string; readonly title: string; readonly detail?: string | null };
export type Many<T> = { readonly data: readonly T[] };

/** Why something did not work, in the reader's language. `status` 0: the server could not be reached. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
  readonly params?: Params;
  readonly request_id?: string;
};
