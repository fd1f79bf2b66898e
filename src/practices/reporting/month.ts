// The report of a month, computed: promises kept, availability with shared parts counted once, and whose time every minute was.
import { availability, naiveAvailability } from '../../calculus/availability.ts';
import type { Calendar } from '../../calculus/calendar.ts';
import { type Composition, type Graph, leaves } from '../../calculus/composition.ts';
import { type Ledger, working } from '../../calculus/ledger.ts';
import { type Measured, measured, outages } from '../../calculus/outages.ts';

export type PromiseRow = {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly provider: string;
  readonly customer: string;
  readonly metric: string;
  readonly targets: Readonly<Record<string, number>> | null;
  readonly availability: number | null;
  readonly attainment: number | null;
  readonly calendar: string;
};
export type CalendarRow = Calendar;
export type ServiceRow = { readonly id: string; readonly name: string; readonly composition: Composition | null };
export type ClockRow = {
  readonly record_id: string;
  readonly clock: string;
  readonly key: string;
  readonly promise: string;
  readonly phase: string;
  readonly target_minutes: number;
  readonly used_ms: number;
  readonly paused_ms: number;
  readonly stopped_at: string | null;
  readonly breached_at: string | null;
};
export type IncidentRow = {
  readonly id: string;
  readonly title: string;
  readonly priority: number | null;
  readonly state: string;
  readonly service: string;
  readonly part: string | null;
  readonly effect: string | null;
  readonly impact: string | null;
  readonly affected_customers: readonly string[];
  readonly fan_out: readonly { readonly service: string; readonly customer: string; readonly effect: string }[] | null;
  readonly started_at: string;
  readonly restored_at: string | null;
  readonly resolved_at: string | null;
  readonly closed_at: string | null;
  readonly opened_at: string;
};

export type Sources = {
  readonly window: { readonly from: number; readonly to: number };
  /** Cut-off: what happens after it is not in the report. */
  readonly now: number;
  readonly promises: readonly PromiseRow[];
  readonly beneath: readonly PromiseRow[];
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly services: readonly ServiceRow[];
  readonly clocks: readonly ClockRow[];
  readonly incidents: readonly IncidentRow[];
  readonly ledgers: ReadonlyMap<string, Ledger>;
};

/** One promise on time: how many cases were decided in the month, and how many in time. */
export type Kept = {
  readonly promise: string;
  readonly name: string;
  readonly metric: string;
  readonly met: number;
  readonly missed: number;
  readonly attained_ppm: number | null;
  readonly promised_ppm: number;
  readonly kept: boolean | null;
  readonly cases: readonly { readonly record_id: string; readonly met: boolean; readonly used_ms: number; readonly target_ms: number }[];
};

/** One promise on availability. `chain_ppm` is computed from the promises beneath with shared parts counted once; `naive_ppm` multiplies them as if none were shared. */
export type Available = {
  readonly promise: string;
  readonly name: string;
  readonly promised_ppm: number;
  readonly measured_ppm: number;
  readonly agreed_ms: number;
  readonly down_ms: number;
  readonly outages: number;
  readonly longest_ms: number;
  readonly kept: boolean;
  readonly chain_ppm: number | null;
  readonly naive_ppm: number | null;
  readonly incidents: readonly string[];
};
export type PartyTime = { readonly party: string; readonly ms: number; readonly waiting_ms: number };
export type Section = {
  readonly service: string;
  readonly customer: string;
  readonly times: readonly Kept[];
  readonly availability: readonly Available[];
  readonly incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly priority: number | null;
    readonly state: string;
    readonly effect: string | null;
    readonly started_at: string;
    readonly restored_at: string | null;
    readonly parties: readonly PartyTime[];
  }[];
  readonly parties: readonly PartyTime[];
};

const million = 1_000_000;

/** One section for each service and customer, in the order of the promises. */
export function monthReport(sources: Sources): Section[] {
  const keys = [...new Set(sources.promises.map((each) => `${each.service} ${each.customer}`))];
  return keys.map((key) => section(sources, ...(key.split(' ') as [string, string])));
}

function section(sources: Sources, service: string, customer: string): Section {
  const own = sources.promises.filter((each) => each.service === service && each.customer === customer);
  const felt = sources.incidents.filter((each) => feels(each, service, customer));
  const incidents = felt.map((each) => ({
    id: each.id,
    title: each.title,
    priority: each.priority,
    state: each.state,
    effect: each.effect,
    started_at: each.started_at,
    restored_at: each.restored_at ?? each.resolved_at,
    parties: partiesOf([sources.ledgers.get(each.id)]),
  }));
  return {
    service,
    customer,
    incidents,
    times: own.filter((each) => each.metric !== 'availability').map((each) => kept(each, sources.clocks)),
    availability: own.filter((each) => each.metric === 'availability').map((each) => available(each, sources)),
    parties: partiesOf(felt.map((each) => sources.ledgers.get(each.id))),
  };
}

/** An incident is led by one service and customer; its fan-out names all who feel it. */
function feels(incident: IncidentRow, service: string, customer: string): boolean {
  const fanned = incident.fan_out?.some((each) => each.service === service && each.customer === customer && each.effect !== 'none');
  return fanned ?? (incident.service === service && incident.affected_customers.includes(customer));
}

/** Attainment = met / (met + missed) of the cases decided in the period; an open case past its due instant is missed. */
function kept(promise: PromiseRow, clocks: readonly ClockRow[]): Kept {
  const cases = clocks
    .filter((each) => each.promise === promise.id && each.key.includes(promise.customer))
    .map((each) => ({
      record_id: each.record_id,
      met: each.breached_at === null && each.phase === 'met',
      used_ms: Number(each.used_ms),
      target_ms: each.target_minutes * 60_000,
    }));
  const met = cases.filter((each) => each.met).length;
  const promised = promise.attainment ?? million;
  const attained = cases.length ? Math.floor((met * million) / cases.length) : null;
  return {
    promise: promise.id,
    name: promise.name,
    metric: promise.metric,
    met,
    missed: cases.length - met,
    attained_ppm: attained,
    promised_ppm: promised,
    kept: attained === null ? null : met * million >= promised * cases.length,
    cases,
  };
}

function available(promise: PromiseRow, sources: Sources): Available {
  const graph = graphOf(sources.services);
  const down = downtimes(promise, sources);
  const window = { from: sources.window.from, to: Math.min(sources.window.to, sources.now) };
  const calendar = sources.calendars.get(promise.calendar);
  if (!calendar) throw new Error(`promise ${promise.id} has no calendar`);
  const result: Measured = measured(outages(promise.service, graph, down.intervals, window), window, calendar);
  const promised = promise.availability ?? million;
  const up = result.agreed_ms - result.down_ms;
  const chain = computed(promise.service, graph, sources.beneath);
  return {
    promise: promise.id,
    name: promise.name,
    promised_ppm: promised,
    measured_ppm: result.agreed_ms ? Math.floor((up * million) / result.agreed_ms) : million,
    agreed_ms: result.agreed_ms,
    down_ms: result.down_ms,
    outages: result.outages,
    longest_ms: result.longest_ms,
    kept: up * million >= promised * result.agreed_ms,
    ...chain,
    incidents: down.incidents,
  };
}

const graphOf = (services: readonly ServiceRow[]): Graph => Object.fromEntries(services.map((each) => [each.id, each.composition ?? undefined]));

/** When each part was down: a failing part from its incident; a whole service when an incident without a part took it down for everybody. */
function downtimes(promise: PromiseRow, { incidents, now }: Sources): { intervals: Record<string, { from: number; to: number }[]>; incidents: string[] } {
  const intervals: Record<string, { from: number; to: number }[]> = {};
  const involved: string[] = [];
  for (const each of incidents) {
    const whole = each.part === null && each.effect === 'down' && feels(each, promise.service, promise.customer);
    const node = each.part ?? (whole ? each.service : null);
    if (node === null) continue;
    const ended = each.restored_at ?? each.resolved_at ?? each.closed_at;
    const interval = { from: Date.parse(each.started_at), to: ended ? Date.parse(ended) : now };
    if (interval.to <= interval.from) continue;
    intervals[node] = [...(intervals[node] ?? []), interval];
    if (each.service === promise.service || each.affected_customers.includes(promise.customer)) involved.push(each.id);
  }
  return { intervals, incidents: involved };
}

/** What the promises beneath add up to. Null when some part has no promise: then nothing is claimed. */
function computed(service: string, graph: Graph, beneath: readonly PromiseRow[]): { chain_ppm: number | null; naive_ppm: number | null } {
  const values: Record<string, number> = {};
  for (const each of beneath) if (each.availability !== null) values[each.service] = Math.min(values[each.service] ?? 1, each.availability / million);
  if (!graph[service] || leaves(service, graph).some((leaf) => values[leaf] === undefined)) return { chain_ppm: null, naive_ppm: null };
  const naive = naiveAvailability(service, graph, values);
  return { chain_ppm: Math.floor(availability(service, graph, values).low * million), naive_ppm: naive === null ? null : Math.floor(naive * million) };
}

/** Minutes by party over several ledgers, most first. */
function partiesOf(ledgers: readonly (Ledger | undefined)[]): PartyTime[] {
  const sums = new Map<string, { ms: number; waiting_ms: number }>();
  const sumOf = (party: string): { ms: number; waiting_ms: number } => sums.get(party) ?? { ms: 0, waiting_ms: 0 };
  for (const ledger of ledgers)
    for (const { party, reason, wall_ms } of ledger?.by_reason ?? []) {
      const sum = sumOf(party);
      sums.set(party, { ms: sum.ms + wall_ms, waiting_ms: sum.waiting_ms + (reason === working ? 0 : wall_ms) });
    }
  return [...sums].map(([party, sum]) => ({ party, ...sum })).sort((a, b) => b.ms - a.ms);
}
