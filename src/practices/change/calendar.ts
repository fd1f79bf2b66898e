// From the rows of a period to what the conflicts are reckoned from: what each change reaches, whom, and in which hours.
import type { Calendar, Exclusion, Holiday, Opening } from '../../calculus/calendar.ts';
import type { Graph } from '../../calculus/composition.ts';
import { overlap, type Span } from '../../calculus/intervals.ts';
import { occurrences, type Recurrence } from '../../calculus/windows.ts';
import type { AnyRow, RowOf } from '../../kernel/record.ts';
import { lastAnswers } from './authority.ts';
import { type Closure, type Plans, type Promised, reachOf, type Severity, type Upkeep, type Work } from './conflicts.ts';
import type { maintenanceNotice } from './notice.record.ts';
import type { change } from './record.ts';
import type { changeWindow } from './window.record.ts';

type Common = 'id' | 'version' | 'state' | 'opened_at' | 'updated_at' | 'title' | 'services' | 'items';
type Plan =
  | 'type'
  | 'planned_start'
  | 'planned_end'
  | 'affected_customers'
  | 'suppliers'
  | 'lead_party'
  | 'team'
  | 'builder'
  | 'implementer'
  | 'outage_minutes'
  | 'exception'
  | 'excepted'
  | 'answers';
export type ChangeRow = Pick<RowOf<typeof change>, Common | Plan> & Pick<AnyRow, 'open'>;
export type WindowRow = Pick<RowOf<typeof changeWindow>, Common | 'kind' | 'severity' | 'organisation' | 'starts_at' | 'ends_at' | 'recurrence' | 'zone'>;
export type NoticeRow = Pick<RowOf<typeof maintenanceNotice>, Common | 'supplier' | 'provider' | 'notice_key' | 'status' | 'starts_at' | 'ends_at'>;
export type ServiceRow = { readonly id: string; readonly provider: string; readonly customers: readonly string[] };
export type PromiseRow = {
  readonly id: string;
  readonly customer: string;
  readonly service: string;
  readonly strict: boolean;
  readonly maintenance: readonly Exclusion[] | null;
  readonly calendar: string;
  readonly zone: string;
  readonly week: readonly Opening[];
  readonly holidays: readonly Holiday[];
};
/** Who stands on whom, above what is worked on; the services in it, and what was promised of them. */
export type Around = { readonly graph: Graph; readonly services: readonly ServiceRow[]; readonly promises: readonly PromiseRow[] };
type Known = { readonly changes: readonly ChangeRow[]; readonly windows: readonly WindowRow[]; readonly notices: readonly NoticeRow[] };

const aroundMs = 8 * 86_400_000;
const at = (instant: string | null | undefined): number => Date.parse(instant ?? '');

/** The items and services that are worked on. */
export const worksOn = ({ services, items }: { readonly services: readonly string[]; readonly items: readonly string[] }): string[] => [
  ...new Set([...items, ...services]),
];

/** The rows as plans within a period. */
export function plansOf({ changes, windows, notices }: Known, around: Around, period: Span): Plans {
  const { graph } = around;
  const customers = customersOf(around);
  return {
    graph,
    promised: promisedOf(around.promises),
    works: changes.filter((each) => each.planned_start && each.planned_end).map((each) => workOf(each, { graph, customers })),
    closures: windows.map((each) => closureOf(each, period)),
    upkeep: notices.flatMap((each) => (each.state !== 'withdrawn' && each.starts_at && each.ends_at ? [upkeepOf(each, graph)] : [])),
  };
}

type Reaching = { readonly graph: Graph; readonly customers: ReadonlyMap<string, readonly string[]> };

/** A change as the conflicts see it. One of which nobody said how long it takes things down may do so. */
export function workOf(row: ChangeRow, { graph, customers }: Reaching): Work {
  const nodes = worksOn(row);
  const down = row.outage_minutes === null ? null : row.outage_minutes > 0;
  const reach = reachOf(graph, down === false ? { down: [], degraded: nodes } : { down: nodes });
  const hit = [...reach.keys()].flatMap((node) => customers.get(node) ?? []);
  return {
    id: row.id,
    from: at(row.planned_start),
    to: at(row.planned_end),
    nodes,
    reach,
    down,
    customers: [...new Set([...row.affected_customers, ...hit])],
    agreed: [...lastAnswers(row)].filter(([, answer]) => answer === 'agrees').map(([customer]) => customer),
    builder: row.implementer ?? row.builder,
    team: row.team,
    lead_party: row.lead_party,
  };
}

/** Who uses a service, by service: whom it is for, and whom something was promised on it. */
export function customersOf({ services, promises }: Pick<Around, 'services' | 'promises'>): Map<string, readonly string[]> {
  const found = new Map(services.map((each) => [each.id, each.customers] as const));
  for (const { service, customer } of promises) {
    const known = found.get(service) ?? [];
    if (!known.includes(customer)) found.set(service, [...known, customer]);
  }
  return found;
}

/** Whole, also where they reach out of the period: when it is over is told. One that comes back may be cut days away from it. */
function closureOf(row: WindowRow, period: Span): Closure {
  const recurrence: Recurrence | null = row.recurrence && row.zone ? { ...row.recurrence, zone: row.zone } : null;
  const window = { starts: at(row.starts_at), ends: row.ends_at ? at(row.ends_at) : null, recurrence };
  const asked = recurrence ? { from: period.from - aroundMs, to: period.to + aroundMs } : { from: window.starts, to: window.ends ?? period.to };
  const spans = occurrences(window, asked).filter((each) => overlap(each, period));
  return { id: row.id, kind: row.kind, severity: row.severity as Severity, organisation: row.organisation, nodes: worksOn(row), spans };
}

function upkeepOf(row: NoticeRow, graph: Graph): Upkeep {
  const nodes = worksOn(row);
  return { id: row.id, from: at(row.starts_at), to: at(row.ends_at), nodes, reach: reachOf(graph, { down: nodes }), firm: row.status !== 'TENTATIVE' };
}

/** The same object for the same hours: laying out a calendar is what costs. */
function promisedOf(rows: readonly PromiseRow[]): Promised[] {
  const made = new Map<string, Calendar>();
  return rows.map(({ id, customer, service, strict, maintenance, calendar, zone, week, holidays }) => {
    const key = `${calendar} ${JSON.stringify(maintenance ?? [])}`;
    const hours = made.get(key) ?? { id: calendar, zone, week, holidays, ...(maintenance?.length ? { excluded: maintenance } : {}) };
    made.set(key, hours);
    return { id, customer, service, strict, hours };
  });
}
