// What a meeting of the change advisory board keeps in its data fields: which changes come, the agenda, the times, votes and minutes.
import { shape } from '../../kernel/shape.ts';

/** Which changes come on the agenda at cut-off. Empty lists do not narrow. `within_days`: planned to start so many days after the meeting. */
export type CabFilter = {
  readonly states?: readonly string[];
  readonly types?: readonly string[];
  readonly services?: readonly string[];
  readonly risk_from?: number | null;
  readonly within_days?: number | null;
};
export const majorities = ['unanimous', 'two_thirds', 'simple'] as const;
/**
 * When a vote by a deadline settles a change: `quorum` votes that are no abstentions, the share of them that is in favour, and
 * with `everybody` an answer from each who was asked. A vote to reject always leaves it to the chair.
 */
export type CabRule = { readonly quorum: number; readonly majority: (typeof majorities)[number]; readonly everybody: boolean };

/** One item. `minutes` are planned; `late`: brought in after the cut-off, for the stated reason. */
export type AgendaItem = {
  readonly change: string;
  readonly late: boolean;
  readonly minutes: number;
  readonly added_by: string | null;
  readonly reason: string | null;
};
/** A stretch in which an item was dealt with; the last one has no end while it is. Instants. */
export type Spent = { readonly change: string; readonly from: string; readonly to: string | null };

export const voices = ['approve', 'approve_if', 'defer', 'reject', 'abstain'] as const;
export type Voice = (typeof voices)[number];
/** A member's vote on a change, in the meeting that the change is on; `reason` also holds the condition of an `approve_if`. */
export type Ballot = {
  readonly person: string;
  readonly party: string | null;
  readonly vote: Voice;
  readonly reason: string | null;
  readonly at: string;
};

export const verdicts = ['approve', 'approve_if', 'rejected', 'no_quorum', 'not_everybody', 'no_majority', 'blocked'] as const;
/** What a vote by deadline came to. All but the first two leave the decision to the chair. */
export type Verdict = (typeof verdicts)[number];
export type Settled = { readonly change: string; readonly verdict: Verdict; readonly condition: string | null };

export type CabAction = {
  readonly number: number;
  readonly what: string;
  readonly owner: string;
  readonly due: string | null;
  readonly change: string | null;
  readonly done_at: string | null;
};
export type Amendment = { readonly at: string; readonly person: string | null; readonly by: string; readonly text: string };

export const decisions = ['approved', 'approved_if', 'deferred', 'rejected'] as const;
export type Decided = {
  readonly word: (typeof decisions)[number];
  readonly at: string;
  readonly person: string | null;
  readonly by: string;
  readonly reason: string | null;
  readonly condition: string | null;
  /** Deferred to: a day or another meeting, as it was said. */
  readonly until: string | null;
  /** Why it goes on although the calendar forbids its time; minutes frozen earlier do not say. */
  readonly exception?: string | null;
};
export type MinuteItem = {
  readonly change: string;
  readonly title: string;
  readonly late: boolean;
  readonly added_by: string | null;
  readonly why_late: string | null;
  readonly planned_minutes: number;
  readonly used_ms: number;
  readonly decision: Decided | null;
  readonly votes: readonly Ballot[];
};
export const happenings = [
  'started',
  'came',
  'left',
  'item',
  'late',
  'dropped',
  'voted',
  'excepted',
  'decided',
  'action',
  'paused',
  'resumed',
  'settled',
  'ended',
] as const;
/** One thing that happened, in the order it did; the sentence is made in the reader's language. */
export type MinuteLine = {
  readonly at: string;
  readonly what: (typeof happenings)[number];
  readonly change: string | null;
  readonly person: string | null;
  readonly party: string | null;
  /** The vote or the decision. */
  readonly word: string | null;
  readonly text: string | null;
};
export type Minutes = {
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly MinuteItem[];
  readonly lines: readonly MinuteLine[];
};

const text = { type: 'string', maxLength: 2_000 } as const;
const maybe = { anyOf: [text, { type: 'null' }] } as const;
const few = { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 60 } } as const;
const whole = { type: 'integer', minimum: 0, maximum: 10_000 } as const;

export const cabFilterShape = shape<CabFilter>({
  description: 'Which changes come on the agenda at the cut-off: states, types, services, risk from, and planned within so many days after the meeting.',
  type: 'object',
  properties: {
    states: { ...few, items: { enum: ['submitted', 'assessed', 'deferred'] } },
    types: { ...few, items: { enum: ['standard', 'normal', 'emergency'] } },
    services: { ...few, items: { type: 'string', pattern: '^SVC-\\d{1,15}$' } },
    risk_from: { anyOf: [{ type: 'integer', minimum: 0, maximum: 100 }, { type: 'null' }] },
    within_days: { anyOf: [{ type: 'integer', minimum: 1, maximum: 366 }, { type: 'null' }] },
  },
  additionalProperties: false,
});
export const cabRuleShape = shape<CabRule>({
  description: 'When votes by a deadline settle a change: how many votes count at least, which share is in favour, and whether everybody asked must answer.',
  type: 'object',
  properties: { quorum: { type: 'integer', minimum: 1, maximum: 100 }, majority: { enum: [...majorities] }, everybody: { type: 'boolean' } },
  required: ['quorum', 'majority', 'everybody'],
  additionalProperties: false,
});
export const agendaShape = shape<readonly AgendaItem[]>({
  description: 'The changes in order, each with the minutes planned, whether it came after the cut-off, who added it and why.',
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    properties: { change: text, late: { type: 'boolean' }, minutes: whole, added_by: maybe, reason: maybe },
    required: ['change', 'late', 'minutes'],
  },
});
export const timingShape = shape<readonly Spent[]>({
  description: 'When each item was dealt with: from and to; no end while it is.',
  type: 'array',
  items: { type: 'object', properties: { change: text, from: text, to: maybe }, required: ['change', 'from'] },
});
export const settledShape = shape<readonly Settled[]>({
  description: 'What the votes by the deadline came to, change by change.',
  type: 'array',
  items: { type: 'object', properties: { change: text, verdict: { enum: [...verdicts] }, condition: maybe }, required: ['change', 'verdict'] },
});
export const actionsShape = shape<readonly CabAction[]>({
  description: 'What is to be done: what, by whom, by which day, about which change.',
  type: 'array',
  items: {
    type: 'object',
    properties: { number: whole, what: text, owner: text, due: maybe, change: maybe, done_at: maybe },
    required: ['number', 'what', 'owner'],
  },
});
export const minutesShape = shape<Minutes>({
  description: 'The minutes as they were frozen: who was there, each item with its votes, decision and time, and everything in order.',
  type: 'object',
  properties: {
    started_at: maybe,
    ended_at: maybe,
    present: few,
    absent: few,
    items: { type: 'array', items: { type: 'object' } },
    lines: { type: 'array', items: { type: 'object' } },
  },
  required: ['items', 'lines'],
});
export const amendmentsShape = shape<readonly Amendment[]>({
  description: 'What was corrected in the minutes afterwards: when, by whom, and what is right.',
  type: 'array',
  items: { type: 'object', properties: { at: text, person: maybe, by: text, text }, required: ['at', 'by', 'text'] },
});
