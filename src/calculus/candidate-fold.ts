// Findings about the same cases are one: the most telling is kept, and the names of the others go along.

/** What folding reads of a finding: see candidate-scan.ts. */
export type Foldable = {
  readonly key: string;
  readonly kind: 'change' | 'item' | 'topic' | 'service' | 'supplier';
  readonly group: string;
  readonly seen: number;
  readonly expected: number;
  readonly odds: number;
  readonly cases: readonly string[];
  readonly also: readonly string[];
};

/** From this share of shared cases on, two findings are about the same. */
const same = 0.6;
/** A narrower finding with at least this share of the cases of the most improbable one says the same and says it better. */
const nearlyAll = 0.8;
/** What names the cause most narrowly comes first. */
const narrowness: readonly Foldable['kind'][] = ['change', 'item', 'topic', 'service', 'supplier'];

/**
 * The most improbable first. A later finding is folded when 60 % of its cases, or as many as it has more than expected, are
 * among those of an earlier one. Of a fold the narrowest kind is told of that has 80 % of the cases of the most improbable.
 */
export function* folded<Finding extends Foldable>(findings: readonly Finding[]): Generator<void, Finding[]> {
  const order = findings.toSorted((a, b) => a.odds - b.odds || rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
  const folds: Finding[][] = [];
  const holders = new Map<string, number[]>();
  for (const [i, finding] of order.entries()) {
    if (i % 20 === 19) yield;
    const at = foldFor(finding, holders);
    const fold = at === null ? undefined : folds[at];
    if (fold) {
      fold.push(finding);
      continue;
    }
    for (const id of finding.cases) holders.set(id, [...(holders.get(id) ?? []), folds.length]);
    folds.push([finding]);
  }
  return folds.flatMap(toldOf).sort((a, b) => a.odds - b.odds || (a.key < b.key ? -1 : 1));
}

/** Position of the fold with most of its cases; null when none has enough. */
function foldFor({ cases, seen, expected }: Foldable, holders: ReadonlyMap<string, readonly number[]>): number | null {
  const shared = new Map<number, number>();
  for (const id of cases) for (const at of holders.get(id) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const [at, count] = [...shared].reduce((best, each) => (each[1] > best[1] ? each : best), [-1, 0] as readonly [number, number]);
  return at >= 0 && count >= same * Math.max(1, seen - expected) ? at : null;
}

function toldOf<Finding extends Foldable>(fold: readonly Finding[]): Finding[] {
  const [first] = fold;
  if (!first) return [];
  const cases = new Set(first.cases);
  const fits = (each: Finding): boolean => each.cases.filter((id) => cases.has(id)).length >= nearlyAll * cases.size;
  const told = fold.filter(fits).reduce((best, each) => (rankOf(each) < rankOf(best) ? each : best), first);
  return [{ ...told, also: fold.filter((each) => each !== told).map(({ key }) => key) }];
}

/** A topic within one service is narrower than one across services. */
const rankOf = ({ kind, group }: Foldable): number => narrowness.indexOf(kind) + (kind === 'topic' && group === '' ? 0.5 : 0);
