// Two parties' hours laid beside each other, so that the longest wait of a whole year is found in one walk.
import { type Calendar, openHours } from './calendar.ts';
import { type Block, lastStart, withTotals, workedBefore } from './calendar-days.ts';

/** A moment to begin at: what has been worked by then in the inner and the outer hours. Ordered by `worked`. */
type Begin = { readonly worked: number; readonly outer: number };
/** A moment to end at or, when the inner hours close there, to just miss: what the outer hours have counted by when it goes on. */
type End = { readonly worked: number; readonly outer: number; readonly missed: boolean };
export type Lay = {
  readonly inner: Block;
  readonly outer: Block;
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
  const begins = beginsAt.map((each) => ({ worked: workedBefore(own, each), outer: workedBefore(other, each) }));
  const missing = [...own.ends].flatMap((end, i) => {
    const next = own.starts[i + 1];
    // Going on a millisecond after the opening: that millisecond counts when the outer hours are open then.
    return next === undefined ? [] : [{ worked: workedBefore(own, end), outer: workedBefore(other, next + 1), missed: true }];
  });
  const closing = [...other.ends]
    .filter((each) => openUpTo(own, each))
    .map((each) => ({ worked: workedBefore(own, each), outer: workedBefore(other, each), missed: false }));
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

function hoursOf(calendar: Calendar, from: number, to: number): Block {
  return withTotals(openHours(calendar, from, to).flatMap((each) => [each.from, each.to]));
}

/** Open in the millisecond before. */
function openUpTo(hours: Block, at: number): boolean {
  const i = lastStart(hours, at - 1);
  return i >= 0 && at <= (hours.ends[i] ?? 0);
}

/** Asked with amounts that only grow: the earliest or the latest instant by which so much has been worked. Null past the end. */
function walker({ starts, before, ends, total }: Block, which: 'earliest' | 'latest'): (worked: number) => number | null {
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
function counter({ starts, ends, before }: Block): (at: number) => number {
  let i = 0;
  return (at) => {
    while (i + 1 < starts.length && (starts[i + 1] ?? 0) <= at) i += 1;
    const start = starts[i];
    return start === undefined ? 0 : (before[i] ?? 0) + Math.max(0, Math.min(at, ends[i] ?? 0) - start);
  };
}
