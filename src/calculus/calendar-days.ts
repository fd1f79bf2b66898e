// The open hours of a calendar laid out on the time line: blocks of sorted intervals with running totals.
import { stretches } from './calendar-zone.ts';

export const DAY_MS = 86_400_000;

/**
 * A calendar reduced to what the layout needs. `week[0]` is Monday: sorted, disjoint, flat pairs of milliseconds
 * since local midnight. `holidays` are local dates as days since 1970-01-01.
 */
export type Pattern = {
  readonly zone: string;
  readonly week: readonly (readonly number[])[];
  readonly holidays: ReadonlySet<number>;
  readonly closings: readonly Closing[];
};

/** Closed although the week says open: `[from, to)` since local midnight, on the days that all of what is said here allow. */
export type Closing = {
  readonly from: number;
  readonly to: number;
  /** 0 is Monday; null for any day. */
  readonly days: ReadonlySet<number> | null;
  /** 1 the first such weekday of its month, -1 the last; null for any. */
  readonly weeks: ReadonlySet<number> | null;
  /** Days since 1970-01-01; null for any. */
  readonly date: number | null;
};

/** Open intervals `[starts[i], ends[i])` of one block; `before[i]` is the working time in the block ahead of interval i. */
export type Block = {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
};

/** Length of a block: long enough that ten years are eight of them, short enough to lay out in a fraction of a millisecond. */
export const BLOCK_MS = 512 * DAY_MS;

/**
 * Lays out block number `index`, that is `[index * BLOCK_MS, (index + 1) * BLOCK_MS)`.
 * An instant is open when the wall clock of the zone shows an open time on a day that is no holiday. Hours that the
 * wall clock skips therefore do not exist, hours it repeats count twice, and a date that the zone left out has none.
 */
export function layOut(pattern: Pattern, index: number): Block {
  const edges: number[] = [];
  for (const stretch of stretches(pattern.zone, index * BLOCK_MS, (index + 1) * BLOCK_MS)) {
    const first = Math.floor((stretch.from + stretch.offset) / DAY_MS);
    const last = Math.floor((stretch.to - 1 + stretch.offset) / DAY_MS);
    for (let day = first; day <= last; day++) {
      if (pattern.holidays.has(day)) continue;
      const hours = openOn(pattern, day);
      for (let i = 0; i + 1 < hours.length; i += 2) {
        const midnight = day * DAY_MS - stretch.offset;
        const from = Math.max(stretch.from, midnight + (hours[i] ?? 0));
        const to = Math.min(stretch.to, midnight + (hours[i + 1] ?? 0));
        if (from < to) append(edges, from, to);
      }
    }
  }
  return withTotals(edges);
}

/** How much of the block's working time lies before `at`. */
export function workedBefore(block: Block, at: number): number {
  const i = lastStart(block, at);
  if (i < 0) return 0;
  return (block.before[i] ?? 0) + Math.min(at, block.ends[i] ?? 0) - (block.starts[i] ?? 0);
}

/** Earliest instant of the block by which `worked` (0 < worked <= total) has been worked since the block began. */
export function instantOf(block: Block, worked: number): number {
  let low = 0;
  let high = block.before.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.before[middle] ?? 0) < worked) low = middle;
    else high = middle - 1;
  }
  return (block.starts[low] ?? 0) + worked - (block.before[low] ?? 0);
}

/** Position of the last interval that starts at or before `at`, -1 when there is none. */
export function lastStart(block: Block, at: number): number {
  let low = -1;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Sorted, disjoint, flat pairs since local midnight. */
function openOn({ week, closings }: Pattern, day: number): readonly number[] {
  const hours = week[weekday(day)] ?? [];
  return closings.reduce((open, closing) => (open.length > 0 && closes(closing, day) ? without(open, closing) : open), hours);
}

function closes({ days, weeks, date }: Closing, day: number): boolean {
  if (date !== null && date !== day) return false;
  if (days !== null && !days.has(weekday(day))) return false;
  return weeks === null || weeksOf(day).some((each) => weeks.has(each));
}

/** Which of its weekdays a day is in its month: the second is 2, the last is -1 as well. */
function weeksOf(day: number): number[] {
  const at = new Date(day * DAY_MS);
  const date = at.getUTCDate();
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return [Math.ceil(date / 7), ...(date > length - 7 ? [-1] : [])];
}

function without(open: readonly number[], { from, to }: Closing): number[] {
  const left: number[] = [];
  for (let i = 0; i + 1 < open.length; i += 2) {
    const [start, end] = [open[i] ?? 0, open[i + 1] ?? 0];
    if (start < Math.min(end, from)) left.push(start, Math.min(end, from));
    if (Math.max(start, to) < end) left.push(Math.max(start, to), end);
  }
  return left;
}

/** 0 is Monday; day 0 (1970-01-01) was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function append(edges: number[], from: number, to: number): void {
  if (edges.length > 0 && edges[edges.length - 1] === from) edges[edges.length - 1] = to;
  else edges.push(from, to);
}

/** Sorted, disjoint, flat pairs of instants as a block. */
export function withTotals(edges: readonly number[]): Block {
  const count = edges.length / 2;
  const block = { starts: new Float64Array(count), ends: new Float64Array(count), before: new Float64Array(count) };
  let total = 0;
  for (let i = 0; i < count; i++) {
    const from = edges[2 * i] ?? 0;
    const to = edges[2 * i + 1] ?? 0;
    block.starts[i] = from;
    block.ends[i] = to;
    block.before[i] = total;
    total += to - from;
  }
  return { ...block, total };
}
