// Two parties' hours laid beside each other, so that the longest wait of a whole year is found in one walk.
import { type Calendar, openHours } from './calendar.ts';

type Hours = { readonly starts: readonly number[]; readonly ends: readonly number[]; readonly before: readonly number[]; readonly total: number };
/** A moment to begin at: what has been worked by then in the inner and the outer hours. Ordered by `worked`. */
type Begin = { readonly worked: number; readonly outer: number };
/** A moment to end at or, when the inner hours close there, to just miss: what the outer hours have counted by when it goes on. */
type End = { readonly worked: number; readonly outer: number; readonly missed: boolean };
export type Lay = {
  readonly inner: Hours;
  readonly outer: Hours;
  readonly begins: readonly Begin[];
  readonly ends: readonly End[];
  readonly from: number;
  readonly to: number;
};

/** What matters of two calendars for beginnings in `[from, to)`; endings may lie as long again after it. */
export function layBeside(inner: Calendar, outer: Calendar, { from, to }: { readonly from: number; readonly to: number }): Lay {
  const last = 2 * to - from;
  const [own, other] = [hoursOf(inner, from, last), hoursOf(outer, from, last)];
  const beginsAt = [from, ...own.ends, ...other.starts].filter((each) => each < to).sort((a, b) => a - b);
  const begins = beginsAt.map((each) => ({ worked: workedBy(own, each), outer: workedBy(other, each) }));
  const missing = own.ends.flatMap((end, i) => {
    const next = own.starts[i + 1];
    // Going on a millisecond after the opening: that millisecond counts when the outer hours are open then.
    return next === undefined ? [] : [{ worked: workedBy(own, end), outer: workedBy(other, next + 1), missed: true }];
  });
  const closing = other.ends
    .filter((each) => openUpTo(own, each))
    .map((each) => ({ worked: workedBy(own, each), outer: workedBy(other, each), missed: false }));
  return { inner: own, outer: other, begins, ends: [...missing, ...closing].sort((a, b) => a.worked - b.worked), from, to };
}

/**
 * The longest that `work` of the inner hours can take in the outer ones. Between the moments that are tried the length changes
 * linearly: it can only be longest where the inner hours close or the outer ones open at its beginning, or where at its end
 * the outer hours close or the inner ones have just closed. Null when the hours laid out do not hold it.
 */
export function longest({ inner, outer, begins, ends, to }: Lay, work: number): number | null {
  let worst = 0;
  const end = walker(inner, 'earliest');
  const counted = counter(outer);
  for (const begin of begins) {
    const at = end(begin.worked + work);
    if (at === null) return null;
    worst = Math.max(worst, counted(at) - begin.outer);
  }
  const [earliest, latest] = [walker(inner, 'earliest'), walker(inner, 'latest')];
  const [countedEarly, countedLate] = [counter(outer), counter(outer)];
  for (const { worked, outer: gone, missed } of ends) {
    if (worked < work) continue;
    const begin = missed ? latest(worked - work) : earliest(worked - work);
    if (begin === null || begin >= to) continue;
    worst = Math.max(worst, gone - (missed ? countedLate(begin + 1) : countedEarly(begin)));
  }
  return worst;
}

function hoursOf(calendar: Calendar, from: number, to: number): Hours {
  const open = openHours(calendar, from, to);
  const before: number[] = [];
  let total = 0;
  for (const each of open) {
    before.push(total);
    total += each.to - each.from;
  }
  return { starts: open.map((each) => each.from), ends: open.map((each) => each.to), before, total };
}

function workedBy({ starts, ends, before }: Hours, at: number): number {
  let [low, high] = [-1, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? 0 : (before[low] ?? 0) + Math.min(at, ends[low] ?? 0) - (starts[low] ?? 0);
}

/** Open in the millisecond before. */
function openUpTo({ starts, ends }: Hours, at: number): boolean {
  let [low, high] = [-1, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) < at) low = middle;
    else high = middle - 1;
  }
  return low >= 0 && at <= (ends[low] ?? 0);
}

/** Asked with amounts that only grow: the earliest or the latest instant by which so much has been worked. Null past the end. */
function walker({ starts, before, ends, total }: Hours, which: 'earliest' | 'latest'): (worked: number) => number | null {
  let i = 0;
  return (worked) => {
    if (worked > total || (which === 'latest' && worked === total)) return null;
    while (i < starts.length) {
      const until = (before[i] ?? 0) + (ends[i] ?? 0) - (starts[i] ?? 0);
      if (which === 'earliest' ? worked <= until : worked < until) return (starts[i] ?? 0) + worked - (before[i] ?? 0);
      i += 1;
    }
    return null;
  };
}

/** Asked with instants that only grow: what has been worked by then. */
function counter({ starts, ends, before }: Hours): (at: number) => number {
  let i = 0;
  return (at) => {
    while (i + 1 < starts.length && (starts[i + 1] ?? 0) <= at) i += 1;
    const start = starts[i];
    return start === undefined ? 0 : (before[i] ?? 0) + Math.max(0, Math.min(at, ends[i] ?? 0) - start);
  };
}
