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
      const hours = pattern.week[weekday(day)] ?? [];
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

/** 0 is Monday; day 0 (1970-01-01) was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function append(edges: number[], from: number, to: number): void {
  if (edges.length > 0 && edges[edges.length - 1] === from) edges[edges.length - 1] = to;
  else edges.push(from, to);
}

function withTotals(edges: readonly number[]): Block {
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
