// All customers and services on the ladder: what the gates found for each, now and a quarter ago.
import { type Finding, type Growth, type Ladder, type Pair, pairKey } from './growth.record.ts';
import { standingOf } from './stage.ts';

type Findings = ReadonlyMap<string, ReadonlyMap<string, Finding>>;
type Found = { readonly ladder: Ladder; readonly pairs: readonly Pair[]; readonly now: Findings; readonly earlier: Findings };

export function growthOf({ ladder, pairs, now, earlier }: Found): Growth[] {
  return pairs.map((pair) => {
    const [today, before] = [now, earlier].map((each): ReadonlyMap<string, Finding> => each.get(pairKey(pair)) ?? new Map());
    return { ...pair, ...standingOf(ladder, today ?? new Map()), before: isKnown(before ?? new Map()) ? standingOf(ladder, before ?? new Map()).stage : null };
  });
}

/** Where nothing at all was found there was nothing between the two yet; what a catalogue says concerns everybody. */
const isKnown = (found: ReadonlyMap<string, Finding>): boolean =>
  [...found].some(([gate, each]) => gate !== 'in_catalogue' && gate !== 'composed' && gate !== 'items_registered' && each.found > 0);

/** The stages at one moment, of those between whom there was anything by then. */
export function stagesAt({ ladder, pairs, findings }: Pick<Found, 'ladder' | 'pairs'> & { readonly findings: Findings }): (Pair & { stage: number })[] {
  return pairs.flatMap((pair) => {
    const found = findings.get(pairKey(pair)) ?? new Map<string, Finding>();
    return isKnown(found) ? [{ ...pair, stage: standingOf(ladder, found).stage }] : [];
  });
}
