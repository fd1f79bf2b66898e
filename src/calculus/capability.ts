// How far a figure that is in control stays from its target: the capability index, one-sided.

/** `centre` and `limit` are those of the control chart on the side of the target: `limit` lies three standard errors from `centre`. All in one unit. */
export type Capability = { readonly centre: number; readonly limit: number; readonly target: number; readonly better: 'higher' | 'lower' };

/**
 * One-sided capability index (Cpk towards one limit, Kane 1986): the distance from the centre to the target on the good side, over
 * three standard errors. 1: the usual variation just stays on the right side of the target; below 0 the centre itself misses it.
 * Null when nothing varies: there is nothing to divide by.
 */
export function capability({ centre, limit, target, better }: Capability): number | null {
  const spread = Math.abs(centre - limit);
  if (!(spread > 0)) return null;
  return (better === 'higher' ? centre - target : target - centre) / spread;
}
