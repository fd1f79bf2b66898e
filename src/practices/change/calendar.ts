// From the rows of a period to what the conflicts are reckoned from: what each change reaches, whom, and in which hours.
import type { Calendar, Exclusion, Holiday, Opening } from '../../calculus/calendar.ts';
import type { Composition } from '../../calculus/composition.ts';
import { overlap, type Span } from '../../calculus/intervals.ts';
import { type Dependence, dependenceOf, type Effect, spread } from '../../calculus/spread.ts';
import { occurrences, type Recurrence } from '../../calculus/windows.ts';
import type { AnyRow, RowOf } from '../../kernel/record.ts';
import { lastAnswers } from './authority.ts';
import type { Closure, Plans, Promised, Severity, Upkeep, Work } from './conflicts.ts';
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
/** A dependent on its supporter; or a service with what it is composed of. */
export type Edge = {
  readonly dependent: string;
  readonly supporter: string | null;
  readonly kind: string;
  readonly redundancy: string | null;
  readonly need: number | null;
  readonly composition: Composition | null;
};
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
type Around = { readonly edges: readonly Edge[]; readonly services: readonly ServiceRow[]; readonly promises: readonly PromiseRow[] };
type Known = { readonly changes: readonly ChangeRow[]; readonly windows: readonly WindowRow[]; readonly notices: readonly NoticeRow[] };

const aroundMs = 8 * 86_400_000;
const at = (instant: string | null | undefined): number => Date.parse(instant ?? '');

/** The items and services that are worked on. */
export const worksOn = ({ services, items }: { readonly services: readonly string[]; readonly items: readonly string[] }): string[] => [
  ...new Set([...items, ...services]),
];

/** Every node that roots and edges speak of as hit: the roots and the dependents. */
export const nodesOf = (roots: readonly string[], edges: readonly Edge[]): string[] => [...new Set([...roots, ...edges.map((each) => each.dependent)])];

/** The rows as plans within a period. */
export function plansOf({ changes, windows, notices }: Known, around: Around, period: Span): Plans {
  const dependence = dependenceOf(needsOf(around.edges));
  const customers = customersOf(around);
  return {
    dependence,
    promised: promisedOf(around.promises),
    works: changes.filter((each) => each.planned_start && each.planned_end).map((each) => workOf(each, { dependence, customers })),
    closures: windows.map((each) => closureOf(each, period)),
    upkeep: notices.flatMap((each) => (each.state !== 'withdrawn' && each.starts_at && each.ends_at ? [upkeepOf(each, dependence)] : [])),
  };
}

type Reaching = { readonly dependence: Dependence; readonly customers: ReadonlyMap<string, readonly string[]> };

/** A change as the conflicts see it. One of which nobody said how long it takes things down may do so. */
export function workOf(row: ChangeRow, { dependence, customers }: Reaching): Work {
  const nodes = worksOn(row);
  const down = row.outage_minutes === null ? null : row.outage_minutes > 0;
  const reach = spread(dependence, down === false ? { down: [], degraded: nodes } : { down: nodes });
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

function upkeepOf(row: NoticeRow, dependence: Dependence): Upkeep {
  const nodes = worksOn(row);
  const reach: ReadonlyMap<string, Effect> = spread(dependence, { down: nodes });
  return { id: row.id, from: at(row.starts_at), to: at(row.ends_at), nodes, reach, firm: row.status !== 'TENTATIVE' };
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

/** What every node needs: all that it simply stands on, of each of its groups so many, and what a service is composed of. */
function needsOf(edges: readonly Edge[]): Map<string, Composition> {
  const plain = new Map<string, Composition[]>();
  const groups = new Map<string, { node: string; need: number; of: Composition[] }>();
  for (const { dependent, supporter, kind, redundancy, need, composition } of edges) {
    const parts = plain.get(dependent) ?? [];
    plain.set(dependent, parts);
    if (composition) parts.push(composition);
    else if (supporter && (kind === 'any_of' || kind === 'k_of_n')) {
      const key = `${dependent} ${kind} ${redundancy ?? ''}`;
      const group = groups.get(key) ?? { node: dependent, need: kind === 'any_of' ? 1 : (need ?? 1), of: [] };
      group.of.push({ part: supporter });
      groups.set(key, group);
    } else if (supporter) parts.push({ part: supporter });
  }
  for (const { node, need, of } of groups.values()) plain.get(node)?.push({ k: Math.min(need, of.length), of });
  return new Map([...plain].map(([node, all]) => [node, { all }]));
}
