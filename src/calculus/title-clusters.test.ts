// Titles that say the same: in three languages, whatever their order, each in one cluster.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleClusters } from './title-clusters.ts';
import { wordsOf } from './title-words.ts';

it('keeps the words that say something, in each language', () => {
  expect(wordsOf('De VPN valt elke tien minuten weg')).toEqual(['vpn', 'valt', 'elke', 'tien', 'minuten', 'weg']);
  expect(wordsOf('Pflegedokumentation ist für uns sehr langsam')).toEqual(['pflegedokumentation', 'sehr', 'langsam']);
  expect(wordsOf('The printer on the 2nd floor, number 20412041')).toEqual(['printer', '2nd', 'floor', 'number']);
  expect(wordsOf('de het een')).toEqual([]);
});

describe('clusters', () => {
  const titles = [
    'VPN valt elke tien minuten weg',
    'Printer on third floor jams',
    'VPN valt weg',
    'Laptop start niet op',
    'Elke tien minuten valt VPN weg!',
    'Printer jams on floor three',
  ];

  it('finds what says the same and names it', () => {
    const found = titleClusters(titles);
    expect(found.map((each) => each.members)).toEqual([
      [0, 2, 4],
      [1, 5],
    ]);
    expect(found[0]?.words).toContain('vpn');
  });

  const texts = fc.array(fc.constantFrom('vpn drops daily', 'vpn drops', 'mail slow', 'mail very slow', 'screen black', 'the', 'vpn mail'), { maxLength: 25 });

  it('puts each title in at most one, and the same titles together', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const found = titleClusters(all, { fewest: 1 });
        const members = found.flatMap((each) => each.members);
        expect(new Set(members).size).toBe(members.length);
        expect(members.length).toBe(all.filter((each) => wordsOf(each).length > 0).length);
        const of = new Map(found.flatMap((each, cluster) => each.members.map((at) => [at, cluster] as const)));
        for (const [i, one] of all.entries()) for (const [j, other] of all.entries()) if (one === other) expect(of.get(i)).toBe(of.get(j));
      }),
    );
  });

  it('does not depend on the order in which they came', () => {
    const told = (all: readonly string[]) => titleClusters(all, { fewest: 1 }).map(({ members }) => members.map((at) => all[at]).sort());
    fc.assert(
      fc.property(texts, (all) => {
        expect(told(all.toReversed())).toEqual(told(all));
      }),
    );
  });
});
