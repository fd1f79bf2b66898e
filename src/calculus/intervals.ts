// Sets of time as sorted lists of half-open spans: together, without, and in common. Linear in what they hold.

/** `[from, to)`, epoch milliseconds. */
export type Span = { readonly from: number; readonly to: number };

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Sorted, disjoint and as long as they can be; empty spans fall out. */
export function union(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What of the first is not in the second; both may be in any order. */
export function minus(spans: readonly Span[], without: readonly Span[]): Span[] {
  const cuts = union(without);
  const left: Span[] = [];
  let cut = 0;
  for (const { from, to } of union(spans)) {
    while ((cuts[cut]?.to ?? Infinity) <= from) cut += 1;
    let at = from;
    for (let i = cut; (cuts[i]?.from ?? Infinity) < to; i += 1) {
      const { from: begin = to, to: end = to } = cuts[i] ?? {};
      if (at < begin) left.push({ from: at, to: begin });
      at = Math.max(at, end);
    }
    if (at < to) left.push({ from: at, to });
  }
  return left;
}

/** What is in both. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const [left, right] = [union(a), union(b)];
  const shared: Span[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i], right[j]];
    if (!one || !other) break;
    const span = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
    if (span.from < span.to) shared.push(span);
    if (one.to < other.to) i += 1;
    else j += 1;
  }
  return shared;
}

/** Total length, milliseconds, of spans that do not overlap. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, each) => sum + each.to - each.from, 0);
