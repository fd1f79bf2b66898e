// What services stand on, as a list: how far down each thing is, whose it is, and whether its failure alone takes one of them down.
import { type Graph, partsIn } from '../../calculus/composition.ts';
import { harmFrom } from '../../calculus/impact.ts';
import type { StandsOnAnswer, Support } from './impact.record.ts';

type Thing = Omit<Support, 'hops' | 'alone'>;

/** More single failures than this are not tried one by one. */
const mostTried = 3_000;

/** Steps from the nearest of the tops, over whatever a part names. */
export function depths(graph: Graph, tops: readonly string[]): Map<string, number> {
  const found = new Map(tops.map((top) => [top, 0]));
  for (const [part, hops] of found) {
    for (const below of Object.hasOwn(graph, part) ? partsIn(graph[part]) : []) if (!found.has(below)) found.set(below, hops + 1);
  }
  return found;
}

/** The things beneath the tops, the nearest first, and their owners, those with the most single points of failure first. */
export function supportsOf({
  graph,
  tops,
  things,
}: {
  graph: Graph;
  tops: readonly string[];
  things: readonly Thing[];
}): Pick<StandsOnAnswer['data'], 'supports' | 'owners'> {
  const hops = depths(graph, tops);
  const beneath = things.filter((each) => !tops.includes(each.id) && hops.has(each.id));
  const tried = beneath.length <= mostTried;
  const fells = (id: string): boolean => {
    const harm = harmFrom(graph, { down: [id] });
    return tops.some((top) => harm.get(top)?.effect === 'down');
  };
  const supports = beneath
    .map((each) => ({ ...each, hops: hops.get(each.id) ?? 0, alone: tried ? fells(each.id) : null }))
    .sort((a, b) => a.hops - b.hops || Number(b.alone) - Number(a.alone) || (a.name < b.name ? -1 : 1));
  const owners = [...new Set(supports.map((each) => each.owner))].map((owner) => {
    const own = supports.filter((each) => each.owner === owner);
    const services = own.filter((each) => each.id.startsWith('SVC-')).length;
    return { owner, services, items: own.length - services, alone: own.filter((each) => each.alone).length };
  });
  return { supports, owners: owners.sort((a, b) => b.alone - a.alone || b.services + b.items - (a.services + a.items)) };
}
