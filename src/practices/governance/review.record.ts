// What a service review shows: the figures of the month, what must be explained, and what both sides undertook.
import type { Difference, Mood, Section } from '../reporting/figures.record.ts';
import type { ObligationKind } from './forum.shapes.record.ts';

export type ReviewService = {
  readonly service: string;
  readonly section: Section;
  /** Green but unhappy, or the other way round. Inside only. */
  readonly mood: Mood | null;
  /** What is said about the service; the customer reads it once shared. */
  readonly comment: string | null;
};
export type ReviewBreach = {
  readonly record_id: string;
  readonly title: string;
  readonly service: string;
  readonly promise: string;
  readonly breached_at: string;
  readonly standing: 'explained' | 'disputed' | 'open';
  readonly text: string | null;
};
/** `kept` of `of` in the month; `late` names what was not: incidents that waited too long, or records given as evidence. */
export type ReviewObligation = {
  readonly code: string;
  readonly kind: ObligationKind;
  readonly text: string;
  readonly within_hours: number | null;
  readonly due_on: string | null;
  readonly kept: number;
  readonly of: number;
  readonly late: readonly string[];
  /** From the ledgers, or attested by hand. */
  readonly from: 'ledger' | 'attested';
  readonly waited_ms: number | null;
};
export type ReviewAction = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly due_on: string;
  readonly owner: string | null;
  readonly late: boolean;
};
export type ReviewCard = { readonly id: string; readonly title: string; readonly state: string; readonly proven: boolean | null };

export type Review = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly forum: string;
  readonly customer: string;
  readonly starts_at: string;
  readonly period: string;
  readonly zone: string;
  readonly shared_at: string | null;
  readonly report: { readonly id: string; readonly state: string; readonly version: number; readonly frozen_at: string | null } | null;
  readonly services: readonly ReviewService[];
  readonly breaches: readonly ReviewBreach[];
  readonly obligations: readonly ReviewObligation[];
  /** Those of the review before this one, and of this one. */
  readonly last_actions: readonly ReviewAction[];
  readonly actions: readonly ReviewAction[];
  readonly proposals: readonly string[];
  readonly improvements: readonly ReviewCard[];
  /** Corrected after it was shared. */
  readonly changed: readonly Difference[];
  readonly previous: string | null;
  readonly minutes: string | null;
  readonly may: readonly string[];
};
