// What the hours of a period come to, as the doors answer it and the screens show it. All times in whole minutes, shares in ppm.

export const levelNames = ['operational', 'tactical', 'strategic'] as const;
export type LevelName = (typeof levelNames)[number];
export type ByLevel = Readonly<Record<LevelName, number>>;
/** Booked by a timer, booked by hand, and derived from who had records in hand. */
export type Spent = { readonly timer: number; readonly hand: number; readonly derived: number };

/** A person, or a team with the sums of its people and what is allocated to the team itself. */
export type WorkRow = {
  readonly id: string;
  readonly kind: 'person' | 'team';
  readonly team: string | null;
  readonly capacity: number;
  readonly allocated: number;
  readonly spent: Spent;
  readonly allocated_by_level: ByLevel;
  readonly spent_by_level: ByLevel;
  /** More allocated, or more spent, than there is. */
  readonly over_allocated: boolean;
  readonly over_spent: boolean;
};
/** `process` is null for records that no process in use governs. */
export type WorkCell = {
  readonly process: string | null;
  readonly level: LevelName;
  readonly allocated: number;
  readonly lent: number;
  readonly spent: Spent;
};
export type Future = {
  readonly planned: number | null;
  readonly actual: number | null;
  /** Protected in the period, what of it was borrowed (given back or not), what was given back, and what was spent on the future. */
  readonly protected: number;
  readonly lent: number;
  readonly returned: number;
  readonly worked: number;
};
export type LentRow = {
  readonly id: string;
  readonly allocation: string;
  readonly person: string | null;
  readonly process: string;
  readonly level: LevelName;
  readonly from_process: string;
  readonly from_level: LevelName;
  readonly minutes: number;
  readonly borrowed_on: string;
  readonly reason: string;
  readonly by: string | null;
  readonly state: 'owed' | 'returned';
};
export type HeldSkill = { readonly id: string; readonly person: string; readonly level: number; readonly valid_until: string | null };
/** One demand of an activity against those who hold the competence at its level; `lapses` is the first date on which one of them does no more. */
export type Gap = {
  readonly competence: string;
  readonly process: string;
  readonly activity: string;
  readonly level: number;
  readonly people: number;
  readonly holders: readonly string[];
  /** The skills that count: of those holders, at the level or above and still valid. */
  readonly held: readonly HeldSkill[];
  readonly share: number;
  readonly bus_factor: number;
  readonly short: number;
  readonly lapses: string | null;
};
export type Workforce = {
  readonly from: string;
  readonly to: string;
  /** Everybody's, or only one's own and those one leads. */
  readonly whole: boolean;
  readonly rows: readonly WorkRow[];
  readonly cells: readonly WorkCell[];
  readonly future: Future;
  readonly lent: readonly LentRow[];
  readonly gaps: readonly Gap[];
};
/** A month of the time for the future: shares in ppm, null when nothing was planned or spent, and what was lent. */
export type TrendMonth = { readonly month: string; readonly planned: number | null; readonly actual: number | null; readonly lent: number };
export type TrendAnswer = { readonly data: readonly TrendMonth[]; readonly now: string };
type Refs = Readonly<Record<string, string>>;
export type WorkforceAnswer = { readonly data: Workforce; readonly refs: Refs; readonly now: string };

export const behindKinds = ['capacity', 'allocated', 'protected', 'spent', 'lent'] as const;
export type BehindKind = (typeof behindKinds)[number];
/** A level, or the two that are for the future. */
export const behindLevels = [...levelNames, 'future'] as const;
export const spentHows = ['timer', 'hand', 'derived'] as const;
/** A record behind a figure: `minutes` is its part of it, `how` says from what. */
export type BehindRow = {
  readonly id: string;
  readonly minutes: number;
  readonly how: 'capacity' | 'allocated' | 'timer' | 'hand' | 'derived' | 'lent';
  readonly on: string;
};
export type BehindAnswer = { readonly data: readonly BehindRow[]; readonly refs: Refs; readonly now: string };

/** An allocation as it would be made again a period later; `exists` is one that says the same already. */
export type CopyRow = {
  readonly allocation: string;
  readonly process: string;
  readonly level: LevelName;
  readonly person: string | null;
  readonly team: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly hours: number;
  readonly protected: boolean;
  readonly exists: string | null;
};
/** What was made, and what was not: because there is one already, or because it was refused, in words. */
export type CopiedAnswer = {
  readonly data: {
    readonly made: readonly string[];
    readonly skipped: readonly { readonly allocation: string; readonly exists: string | null; readonly why: string | null }[];
  };
  readonly refs: Refs;
  readonly now: string;
};
export type CopyAnswer = { readonly data: readonly CopyRow[]; readonly refs: Refs; readonly now: string };

export type TimerAnswer = {
  readonly data: { readonly id: string; readonly version: number; readonly record: string | null; readonly started_at: string } | null;
  readonly refs: Refs;
  readonly now: string;
};
export type CompetentAnswer = {
  readonly data: readonly {
    readonly competence: string;
    readonly people: readonly { readonly person: string; readonly level: number; readonly team: string | null }[];
  }[];
  readonly refs: Refs;
  readonly now: string;
};
