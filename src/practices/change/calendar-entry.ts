// The calendar as it is told: entries with whom they concern and what stands in their way, filtered as a view asks.
import type { Span } from '../../calculus/intervals.ts';
import { findSlots } from '../../calculus/slot.ts';
import { passes } from './blocks.ts';
import type { CalendarEntry, CalendarView, FoundSlot, ToldConflict } from './calendar.record.ts';
import { type ChangeRow, customersOf, type NoticeRow, type ServiceRow, type WindowRow, worksOn } from './calendar.ts';
import { type Conflict, type Constraint, conflictsOf, constraintsOf, hardness, type Plans, type Work } from './conflicts.ts';

type Known = { readonly changes: readonly ChangeRow[]; readonly windows: readonly WindowRow[]; readonly notices: readonly NoticeRow[] };
export type Concerned = { readonly services: readonly ServiceRow[]; readonly house: string };

const undecided: readonly string[] = ['draft', 'submitted', 'assessed'];
const iso = (ms: number): string => new Date(ms).toISOString();

/** Every entry of the period, in order of time. `told` false leaves out what stands in the way: that names others' work. */
export function entriesOf(known: Known, { plans, concerned, told }: { plans: Plans; concerned: Concerned; told: boolean }): CalendarEntry[] {
  const works = new Map(plans.works.map((each) => [each.id, each]));
  const closures = new Map(plans.closures.map((each) => [each.id, each]));
  const upkeep = new Map(plans.upkeep.map((each) => [each.id, each]));
  const concern = concernOf(concerned);
  return [
    ...known.changes.flatMap((row) => changeEntry(row, { work: works.get(row.id), plans, concern, told })),
    ...known.windows.flatMap((row) => (closures.get(row.id)?.spans ?? []).map((span) => windowEntry(row, span, concern))),
    ...known.notices.map((row) => noticeEntry(row, [...(upkeep.get(row.id)?.reach.keys() ?? worksOn(row))], concern)),
  ].sort((a, b) => (a.starts_at < b.starts_at ? -1 : a.starts_at > b.starts_at ? 1 : a.id < b.id ? -1 : 1));
}

/** Entries that a view asks for: of its kinds, and of any of the services, suppliers and customers it names. */
export function inView(entry: CalendarEntry, { kinds, type, service, supplier, customer }: CalendarView): boolean {
  if (type && entry.kind === 'change' && entry.type !== type) return false;
  if (kinds?.length && !kinds.includes(entry.kind)) return false;
  // What is about everybody is about whoever is asked for.
  const general = entry.kind !== 'change' && entry.services.length === 0 && entry.suppliers.length === 0 && entry.customers.length === 0;
  if (general) return true;
  return (
    (!service || entry.services.includes(service)) && (!supplier || entry.suppliers.includes(supplier)) && (!customer || entry.customers.includes(customer))
  );
}

type Concern = {
  readonly suppliersOf: (services: readonly string[]) => string[];
  readonly customersOf: (nodes: readonly string[]) => string[];
  readonly house: string;
};

function concernOf({ services, house }: Concerned): Concern {
  const provider = new Map(services.map((each) => [each.id, each.provider]));
  const customers = customersOf({ services, promises: [] });
  const unique = (ids: readonly (string | undefined)[]) => [...new Set(ids)].filter((each): each is string => each !== undefined && each !== house);
  return {
    house,
    suppliersOf: (ids) => unique(ids.map((each) => provider.get(each))),
    customersOf: (nodes) => unique(nodes.flatMap((each) => customers.get(each) ?? [])),
  };
}

const servicesIn = (nodes: Iterable<string>): string[] => [...nodes].filter((each) => each.startsWith('SVC-'));

function passing(of: ChangeRow, block: Pick<Conflict, 'kind' | 'with'>): Pick<ToldConflict, 'passes'> {
  const how = passes(of, block);
  return how ? { passes: how } : {};
}

type Telling = { work: Work | undefined; plans: Plans; concern: Concern; told: boolean };

function changeEntry(row: ChangeRow, { work, plans, concern, told }: Telling): CalendarEntry[] {
  if (!row.planned_start || !row.planned_end) return [];
  const services = row.services.length ? row.services : servicesIn(work?.reach.keys() ?? []);
  const suppliers = [...row.suppliers, row.lead_party, ...concern.suppliersOf(row.services)].filter((each) => each && each !== concern.house);
  return [
    {
      ...common(row, row.planned_start, row.planned_end),
      kind: 'change',
      tentative: undecided.includes(row.state),
      type: row.type,
      services,
      suppliers: [...new Set(suppliers)],
      customers: told ? (work?.customers ?? []) : row.affected_customers,
      exception: row.exception ?? null,
      excepted_by: row.excepted?.person ?? null,
      outage_minutes: row.outage_minutes ?? null,
      conflicts: told && work && row.open ? conflictsOf(work, plans).map((each) => toldConflict(each, row)) : [],
    },
  ];
}

function windowEntry(row: WindowRow, span: Span, { house, suppliersOf }: Concern): CalendarEntry {
  const of = row.organisation && row.organisation !== house ? [row.organisation] : [];
  const supplying = row.kind === 'maintenance' ? of.filter((each) => suppliersOf(row.services).includes(each)) : [];
  return {
    ...common(row, iso(span.from), iso(span.to)),
    kind: row.kind,
    tentative: false,
    severity: row.severity,
    services: row.services,
    suppliers: supplying,
    customers: of.filter((each) => !supplying.includes(each)),
    conflicts: [],
  };
}

function noticeEntry(row: NoticeRow, reach: readonly string[], { customersOf: users }: Concern): CalendarEntry {
  return {
    ...common(row, row.starts_at ?? '', row.ends_at ?? ''),
    kind: 'notice',
    tentative: row.status === 'TENTATIVE',
    status: row.status,
    services: servicesIn(reach),
    suppliers: row.supplier ? [row.supplier] : [],
    customers: users(reach),
    conflicts: [],
  };
}

function common(row: ChangeRow | WindowRow | NoticeRow, starts_at: string, ends_at: string) {
  const { id, version, title, state, opened_at, updated_at, items } = row;
  return { id, version, title, state, opened_at, updated_at, items: items ?? [], starts_at, ends_at };
}

/** A conflict as it is told. With the change it is in the way of: whether that passes it all the same. */
export const toldConflict = ({ kind, severity, with: other, about, from, to, until }: Conflict, of?: ChangeRow): ToldConflict => ({
  kind,
  severity,
  with: other,
  about,
  from: iso(from),
  to: iso(to),
  until: iso(until),
  ...(of && severity === 'block' ? passing(of, { kind, with: other }) : {}),
});

export type Searching = { readonly work: Work; readonly plans: Plans; readonly period: Span; readonly minutes: number; readonly most: number };

const quarterMs = 900_000;

/** The first slots without a block, each with the warnings it costs; what only shows when three meet is looked at again at the end. */
export function slotsFor({ work, plans, period, minutes, most }: Searching): FoundSlot[] {
  const constraints = constraintsOf(work, plans, period);
  const blocked = constraints.filter((each) => each.severity === 'block').flatMap((each) => each.spans);
  const costs: readonly Constraint[] = constraints.filter((each) => each.severity !== 'block');
  const length = minutes * 60_000;
  const found = findSlots({ period, length, step: quarterMs, most: most * 2 }, { blocked, costs });
  const slots = found
    .map(({ from, to }) => ({ from, to, met: conflictsOf({ ...work, from, to }, plans) }))
    .filter(({ met }) => met.every((each) => each.severity !== 'block'));
  const cheapest = [...slots].sort((a, b) => weight(a.met) - weight(b.met) || a.from - b.from).slice(0, most);
  return cheapest
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, met }) => ({ starts_at: iso(from), ends_at: iso(to), conflicts: met.map((each) => toldConflict(each)) }));
}

const weight = (met: readonly Conflict[]): number => met.reduce((sum, each) => sum + (hardness[each.severity] === 1 ? 10 : 1), 0);
