// What stands behind a service: per supplier what it promised the house, how long it had the customer's cases, and what it did to them.
import { leaves } from '../../calculus/composition.ts';
import type { Ledger } from '../../calculus/ledger.ts';
import { availableOf, graphOf } from './down.ts';
import type { Breach, Supplier } from './figures.record.ts';
import { keptOf } from './kept.ts';
import type { Sources } from './sources.ts';

type Of = { readonly service: string; readonly customer: string; readonly through: readonly string[]; readonly breaches: readonly Breach[] };

/** Suppliers with a promise about a part of the service, and those that had work of its cases. */
export function suppliersOf(sources: Sources, { service, customer, through, breaches }: Of): Supplier[] {
  const graph = graphOf(sources.services);
  const parts = new Set([service, ...leaves(service, graph)]);
  const beneath = sources.beneath.filter((each) => each.provider !== sources.house && parts.has(each.service));
  const cases = [...sources.cases.filter((each) => each.service === service && each.affected_customers.includes(customer)).map((each) => each.id), ...through];
  const held = heldBy(cases, sources, customer);
  const suppliers = [...new Set([...beneath.map((each) => each.provider), ...held.keys()])];
  return suppliers.map((supplier) => {
    const own = beneath.filter((each) => each.provider === supplier);
    const had = held.get(supplier);
    return {
      supplier,
      times: keptOf(own, sources),
      availability: availableOf(own, sources, false),
      held_ms: had?.ms ?? 0,
      cases: had?.cases ?? [],
      bounces: had?.bounces ?? 0,
      breaches_longest: breaches.filter((each) => each.longest?.party === supplier).length,
      breaches_last: breaches.filter((each) => each.last?.party === supplier).length,
    };
  });
}

type Had = { ms: number; bounces: number; cases: string[] };

function heldBy(ids: readonly string[], { ledgers, house }: Sources, customer: string): ReadonlyMap<string, Had> {
  const found = new Map<string, Had>();
  for (const id of ids) {
    const ledger = ledgers.get(id);
    for (const { party, wall_ms } of ledger?.by_party ?? []) {
      // Waiting on the customer is the customer's own time; an incident may also wait on another customer that leads it.
      if (party === house || party === customer || !ledger || !hasWorked(ledger, party)) continue;
      const had = found.get(party) ?? { ms: 0, bounces: 0, cases: [] };
      found.set(party, { ms: had.ms + wall_ms, bounces: had.bounces + returnsTo(ledger, party), cases: [...had.cases, id] });
    }
  }
  return found;
}

const hasWorked = (ledger: Ledger, party: string): boolean => ledger.intervals.some((each) => each.custodian === party);

/** How often the work came back to a party that had it before and had passed it on. */
function returnsTo(ledger: Ledger, party: string): number {
  const held = ledger.intervals.map((each) => each.custodian);
  const arrivals = held.filter((each, i) => each === party && held[i - 1] !== party).length;
  return Math.max(0, arrivals - 1);
}
