// The vital few: causes in order of what they cost, with the share that they and all before them make up.

export type Ranked = { readonly name: string; readonly cost: number; readonly share: number; readonly cumulative: number };

/** Highest cost first (0 or more, any unit), equals by name; shares are 0 when nothing costs anything. */
export function pareto(causes: readonly { readonly name: string; readonly cost: number }[]): Ranked[] {
  const total = causes.reduce((sum, each) => sum + each.cost, 0);
  const share = (cost: number): number => (total > 0 ? Math.min(1, cost / total) : 0);
  let sum = 0;
  return [...causes]
    .sort((a, b) => b.cost - a.cost || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ name, cost }) => {
      sum += cost;
      return { name, cost, share: share(cost), cumulative: share(sum) };
    });
}
