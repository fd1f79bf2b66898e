// The figures of a report, computed from what was read: one section for each service and customer, and what it costs altogether.
import { breachCause } from '../../calculus/breach-cause.ts';
import { type Ledger, working } from '../../calculus/ledger.ts';
import { balanceOf, creditsOf } from './credits.ts';
import { availableOf } from './down.ts';
import { type Breach, definitionVersion, type Figures, type PartyTime, type Section } from './figures.record.ts';
import { handledOf, keptOf, moodOf, restorationOf, satisfactionOf } from './kept.ts';
import type { LateRow, PromiseRow, Sources } from './sources.ts';
import { suppliersOf } from './suppliers.ts';

/** One section for each service and customer, in the order of the promises. */
export function figuresOf(sources: Sources): Figures {
  const pairs = [...new Map(sources.promises.map(({ service, customer }) => [`${service} ${customer}`, { service, customer }])).values()];
  const sections = pairs.map((each) => sectionOf(sources, each));
  return {
    definition_version: definitionVersion,
    period: sources.period,
    zone: sources.zone,
    window: { from: iso(sources.window.from), to: iso(sources.window.to) },
    cut_off: iso(Math.min(sources.now, sources.window.to)),
    sections,
    balance: balanceOf(sections.map((each) => each.credits)),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function sectionOf(sources: Sources, of: { readonly service: string; readonly customer: string }): Section {
  const own = sources.promises.filter((each) => each.service === of.service && each.customer === of.customer);
  const told = {
    times: keptOf(own, sources),
    availability: availableOf(own, sources, true),
    throughput: handledOf(own, sources),
    satisfaction: satisfactionOf(own, sources, of),
  };
  const breaches = sources.late.filter((each) => own.some((promise) => promise.id === each.promise)).map((each) => breachOf(each, own, sources));
  const restoration = restorationOf(own, sources, of);
  const suppliers = suppliersOf(sources, { ...of, through: restoration.through_parts, breaches });
  return {
    ...of,
    ...told,
    restoration,
    breaches,
    parties: partiesOf(sources, of, restoration.through_parts),
    suppliers,
    credits: creditsOf({ own, told, suppliers, beneath: sources.beneath }),
    mood: moodOf(told),
  };
}

/** Which part of the way to the breach took most of the promise's time, and in whose hands it broke. */
function breachOf(late: LateRow, own: readonly PromiseRow[], { ledgers }: Sources): Breach {
  const cause = breachCause({
    intervals: ledgers.get(late.record_id)?.intervals ?? [],
    started_at: Date.parse(late.started_at),
    breached_at: Date.parse(late.breached_at),
    calendar: late.calendar,
    pauses: late.pauses,
  });
  return {
    record_id: late.record_id,
    title: late.title,
    promise: late.promise,
    metric: own.find((each) => each.id === late.promise)?.metric ?? late.clock,
    target_ms: late.target_minutes * 60_000,
    breached_at: late.breached_at,
    used_ms: cause.used_ms,
    longest: cause.longest,
    last: cause.last,
  };
}

/**
 * Whose time the cases were that ended in the period, their whole life: of those that waited or changed hands by their
 * ledgers, all other time is the house's own.
 */
function partiesOf(sources: Sources, { service, customer }: { service: string; customer: string }, through: readonly string[]): PartyTime[] {
  const cases = sources.cases.filter((each) => each.service === service && each.affected_customers.includes(customer));
  const told = [...cases.filter((each) => each.others).map((each) => each.id), ...through].flatMap((id) => sources.ledgers.get(id) ?? []);
  const plain = cases.filter((each) => !each.others || !sources.ledgers.has(each.id)).reduce((sum, each) => sum + each.resolved_ms - each.opened_ms, 0);
  return summed(told, plain > 0 ? [{ party: sources.house, ms: plain, waiting_ms: 0 }] : []);
}

/** Working, handing over, and the time after it was done: nobody was waited for. */
const active: ReadonlySet<string> = new Set([working, 'handover', 'done']);

/** Minutes by party over several ledgers, most first. */
function summed(ledgers: readonly Ledger[], more: readonly PartyTime[]): PartyTime[] {
  const sums = new Map<string, PartyTime>();
  const add = ({ party, ms, waiting_ms }: PartyTime): void => {
    const sum = sums.get(party);
    sums.set(party, { party, ms: (sum?.ms ?? 0) + ms, waiting_ms: (sum?.waiting_ms ?? 0) + waiting_ms });
  };
  for (const each of more) add(each);
  for (const { by_reason } of ledgers)
    for (const { party, reason, wall_ms } of by_reason) add({ party, ms: wall_ms, waiting_ms: active.has(reason) ? 0 : wall_ms });
  return [...sums.values()].sort((a, b) => b.ms - a.ms);
}
