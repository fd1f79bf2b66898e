// The calendar as its screens ask for it, and in which rows an entry belongs.
import { useQuery } from '@tanstack/react-query';
import type { CalendarAnswer, CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { get, query } from '../../api.ts';
import { beginOf, type Period } from './calendar-period.ts';

export type Group = 'service' | 'supplier' | 'customer';
export const groups: readonly Group[] = ['service', 'supplier', 'customer'];
export type Filter = {
  readonly kinds?: string | undefined;
  readonly type?: string | undefined;
  readonly service?: string | undefined;
  readonly supplier?: string | undefined;
  readonly customer?: string | undefined;
};
export const calendarKey = ['change', 'calendar'];

const dayMs = 86_400_000;

/** A day more at both ends: days begin by the clock of the house, which is told with the answer. */
export function useCalendar(period: Period, filter: Filter) {
  const [from, to] = [beginOf(period.from, 'UTC') - dayMs, beginOf(period.to, 'UTC') + dayMs];
  const asked = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...filter };
  return useQuery({
    queryKey: [...calendarKey, asked],
    queryFn: ({ signal }) => get<CalendarAnswer>(`/api/changes/calendar${query(asked)}`, signal),
    staleTime: 30_000,
  });
}

/** Entries of a period that belong to it by the clock of the house. */
export const within = (data: readonly CalendarEntry[], { from, to }: Period, zone: string): CalendarEntry[] => {
  const [begin, end] = [beginOf(from, zone), beginOf(to, zone)];
  return data.filter((each) => Date.parse(each.starts_at) < end && Date.parse(each.ends_at) > begin);
};

export type Rows = readonly { readonly id: string | null; readonly general: boolean; readonly entries: readonly CalendarEntry[] }[];

/** One row for each service, supplier or customer; first what is about everybody, last what is about none of them. */
export function rowsOf(data: readonly CalendarEntry[], group: Group): Rows {
  const ids = (entry: CalendarEntry) => ({ service: entry.services, supplier: entry.suppliers, customer: entry.customers })[group];
  const general = data.filter((each) => each.kind !== 'change' && each.services.length + each.suppliers.length + each.customers.length === 0);
  const rest = data.filter((each) => !general.includes(each));
  const named = new Map<string, CalendarEntry[]>();
  for (const entry of rest) for (const id of ids(entry)) named.set(id, [...(named.get(id) ?? []), entry]);
  const without = rest.filter((each) => ids(each).length === 0);
  return [
    ...(general.length ? [{ id: null, general: true, entries: general }] : []),
    ...[...named].map(([id, entries]) => ({ id, general: false, entries })),
    ...(without.length ? [{ id: null, general: false, entries: without }] : []),
  ];
}
