// When a notice is newer than another about the same work.
type Edition = { readonly sequence?: number | null; readonly stamp?: string | null };

/**
 * Is the first a newer edition than the second? RFC 5545, 3.8.7.4: a higher SEQUENCE; with the same one, or where a side has
 * none, a later DTSTAMP. A notice that says neither is as new as what is known, so it is no news.
 */
export function isNewer(one: Edition, known: Edition): boolean {
  const [a, b] = [one.sequence ?? null, known.sequence ?? null];
  if (a !== null && b !== null && a !== b) return a > b;
  const [now, then] = [Date.parse(one.stamp ?? ''), Date.parse(known.stamp ?? '')];
  if (Number.isNaN(now)) return false;
  return Number.isNaN(then) || now > then;
}
