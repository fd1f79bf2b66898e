// What the screen of a meeting is told: types that the door and the screens share.
import type { AnyRow } from '../../kernel/record.ts';
import type { Amendment, Ballot, CabAction, CabRule, Minutes, Spent, Verdict } from './cab-data.record.ts';

/** Votes as one reader may have them: `votes` with names, and how many others there are without. */
export type Polled = {
  readonly votes: readonly Ballot[];
  readonly others: number;
  /** The reader's own; null when not asked, or not given yet. */
  readonly own: Ballot | null;
  /** What the votes would come to now; told to the house only. */
  readonly verdict: Verdict | null;
};
export type RoomItem = {
  readonly change: string;
  /** False: it is on the agenda, but the change is not the reader's to see. */
  readonly visible: boolean;
  readonly late: boolean;
  readonly why_late: string | null;
  readonly added_by: string | null;
  readonly minutes: number;
  readonly row: Partial<AnyRow> | null;
  readonly may: readonly string[];
  readonly polled: Polled | null;
};
/** Somebody asked, as far as the reader may know who. */
export type Seat = { readonly person: string; readonly party: string | null; readonly present: boolean };
export type Room = {
  readonly meeting: Partial<AnyRow>;
  readonly items: readonly RoomItem[];
  readonly timing: readonly Spent[];
  readonly current: string | null;
  readonly seats: readonly Seat[];
  /** Members whom the reader is not told of. */
  readonly more_seats: { readonly asked: number; readonly present: number };
  readonly member: boolean;
  readonly present: boolean;
  readonly rule: CabRule | null;
  readonly actions: readonly CabAction[];
  readonly minutes: Minutes;
  /** Whether the minutes were frozen when the meeting closed. */
  readonly frozen: boolean;
  readonly corrections: readonly Amendment[];
  readonly may: readonly string[];
};
export type RoomAnswer = { readonly data: Room; readonly refs: Readonly<Record<string, string>>; readonly zone: string; readonly now: string };

/** A vote that is asked of the reader. */
export type Asked = {
  readonly meeting: string;
  readonly title: string;
  readonly mode: 'meeting' | 'by_deadline';
  readonly starts_at: string;
  readonly deadline: string | null;
  readonly reminded_at: string | null;
  readonly change: string;
  readonly change_title: string;
};
export type AskedAnswer = { readonly data: readonly Asked[]; readonly now: string };
