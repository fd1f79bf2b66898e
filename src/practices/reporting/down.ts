// Measured availability of promised services: shared outages counted once, with the minutes lost and what is left of the budget.
import { availability, naiveAvailability } from '../../calculus/availability.ts';
import { type Graph, leaves } from '../../calculus/composition.ts';
import { downtimeBudget, type Interval, measured, outages } from '../../calculus/outages.ts';
import type { Available } from './figures.record.ts';
import { type DownRow, decides, heading, type PromiseRow, type ServiceRow, type Sources, said, windowInForce } from './sources.ts';

const million = 1_000_000;

export const graphOf = (services: readonly ServiceRow[]): Graph => Object.fromEntries(services.map((each) => [each.id, each.composition ?? undefined]));

/** `chained`: with what the promises beneath allow. */
export function availableOf(promises: readonly PromiseRow[], sources: Sources, chained: boolean): Available[] {
  const graph = graphOf(sources.services);
  return promises.filter((each) => each.metric === 'availability').map((each) => available(each, { sources, graph, chained }));
}

type With = { sources: Sources; graph: Graph; chained: boolean };

function available(promise: PromiseRow, { sources, graph, chained }: With): Available {
  const down = downtimes(promise, sources);
  const asked = windowInForce(promise, sources);
  const window = { from: asked.from, to: Math.max(asked.from, Math.min(asked.to, sources.now)) };
  const found = outages(promise.service, graph, down.intervals, window);
  const result = measured(found, window, promise.calendar);
  const promised_ppm = promise.availability ?? million;
  const up = result.agreed_ms - result.down_ms;
  const budget_ms = downtimeBudget(promised_ppm / million, result.agreed_ms);
  return {
    ...heading(promise),
    window: said(asked),
    promised_ppm,
    measured_ppm: result.agreed_ms ? Math.floor((up * million) / result.agreed_ms) : million,
    agreed_ms: result.agreed_ms,
    down_ms: result.down_ms,
    budget_ms,
    budget_left_ms: budget_ms - result.down_ms,
    outages: result.outages,
    longest_ms: result.longest_ms,
    kept: decides(asked, promise, sources) ? up * million >= promised_ppm * result.agreed_ms : null,
    ...(chained ? computed(promise.service, graph, sources.beneath) : { chain_ppm: null, naive_ppm: null }),
    // A part that failed while its twin carried the service took nothing down.
    incidents: down.involved.filter((each) => found.some((one) => each.from < one.to && each.to > one.from)).map((each) => each.id),
  };
}

/** An incident is led by one service and customer; its fan-out names all who feel it. */
export function feels(incident: DownRow, service: string, customer: string): boolean {
  const fanned = incident.fan_out?.some((each) => each.service === service && each.customer === customer && each.effect !== 'none');
  return fanned ?? (incident.service === service && incident.affected_customers.includes(customer));
}

/** When each part was down: a failing part from its incident; a whole service when an incident without a part took it down for its customer. */
function downtimes(promise: PromiseRow, { downs, now, house }: Sources): { intervals: Record<string, Interval[]>; involved: (Interval & { id: string })[] } {
  const intervals: Record<string, Interval[]> = {};
  const involved: (Interval & { id: string })[] = [];
  for (const each of downs) {
    const whole = each.part === null && each.effect === 'down' && feels(each, promise.service, promise.customer);
    const node = each.part ?? (whole ? each.service : null);
    if (node === null) continue;
    const ended = each.restored_at ?? each.resolved_at ?? each.closed_at;
    const interval = { from: Date.parse(each.started_at), to: ended ? Date.parse(ended) : now };
    if (interval.to <= interval.from) continue;
    intervals[node] = [...(intervals[node] ?? []), interval];
    const isOwn =
      promise.customer === house ? node === promise.service : each.service === promise.service || each.affected_customers.includes(promise.customer);
    if (isOwn) involved.push({ ...interval, id: each.id });
  }
  return { intervals, involved };
}

/** What the promises beneath add up to. Null when some part has no promise: then nothing is claimed. */
function computed(service: string, graph: Graph, beneath: readonly PromiseRow[]): { chain_ppm: number | null; naive_ppm: number | null } {
  const values: Record<string, number> = {};
  for (const each of beneath) if (each.availability !== null) values[each.service] = Math.min(values[each.service] ?? 1, each.availability / million);
  if (!graph[service] || leaves(service, graph).some((leaf) => values[leaf] === undefined)) return { chain_ppm: null, naive_ppm: null };
  const naive = naiveAvailability(service, graph, values);
  return { chain_ppm: Math.floor(availability(service, graph, values).low * million), naive_ppm: naive === null ? null : Math.floor(naive * million) };
}
