// The first times a piece of work fits: between what blocks it, and with as little as can be of what it should rather avoid.
import { DAY_MS } from './calendar-days.ts';
import { minus, overlap, type Span } from './intervals.ts';

/** Epoch milliseconds and whole milliseconds. `step` is what beginnings are rounded up to; it divides the hour. */
export type Wanted = { readonly period: Span; readonly length: number; readonly step: number; readonly most: number };
export type Slot<Cost> = Span & { readonly costs: readonly Cost[] };

/**
 * The first `most` slots, in order: of every day of every stretch that nothing blocks, the earliest beginning with the fewest
 * costs; the last makes room for the first slot that costs nothing. A cost is met when its span shares a moment with the slot.
 * Only beginnings where something changes are tried: that of the day and the end of each cost in it, rounded up; between
 * those the costs only grow.
 */
export function findSlots<Cost extends { readonly spans: readonly Span[] }>(
  { period, length, step, most }: Wanted,
  { blocked, costs }: { readonly blocked: readonly Span[]; readonly costs: readonly Cost[] },
): Slot<Cost>[] {
  const found: Slot<Cost>[] = [];
  const ends = costs.flatMap((each) => each.spans.map((span) => span.to)).sort((a, b) => a - b);
  for (const day of minus([period], blocked).flatMap(daysOf)) {
    const latest = Math.min(day.stretch.to - length, day.to - 1);
    const within = ends.filter((end) => day.from < end && end <= latest);
    const starts = [...new Set([day.from, ...within].map((each) => Math.ceil(each / step) * step))].filter((each) => each <= latest);
    const tried = starts.map((from) => slotAt({ from, to: from + length }, costs));
    const best = tried.reduce<Slot<Cost> | null>((least, each) => (least === null || each.costs.length < least.costs.length ? each : least), null);
    if (best) found.push(best);
    if (found.length >= most && found.filter((each) => each.costs.length === 0).length > 0) break;
  }
  return firstOf(found, most);
}

/** A long stretch gives a slot a day. */
function daysOf(stretch: Span): (Span & { readonly stretch: Span })[] {
  const count = Math.ceil((stretch.to - stretch.from) / DAY_MS);
  return Array.from({ length: count }, (_, i) => {
    const from = stretch.from + i * DAY_MS;
    return { from, to: Math.min(stretch.to, from + DAY_MS), stretch };
  });
}

/** The first ones; when all of those cost something, the last makes room for the first that costs nothing. */
function firstOf<Cost>(found: readonly Slot<Cost>[], most: number): Slot<Cost>[] {
  const first = found.slice(0, most);
  const free = found.find((each) => each.costs.length === 0);
  return free && !first.includes(free) ? [...first.slice(0, most - 1), free] : first;
}

function slotAt<Cost extends { readonly spans: readonly Span[] }>(span: Span, costs: readonly Cost[]): Slot<Cost> {
  return { ...span, costs: costs.filter((each) => each.spans.some((other) => overlap(span, other))) };
}
