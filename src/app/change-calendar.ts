// The calendar of changes as somebody may see it: entries of a view, with the conflicts in words where the reader is of the house.
import type { Span } from '../calculus/intervals.ts';
import type { Actor } from '../kernel/scope.ts';
import { type Language, say } from '../kernel/text.ts';
import { type House, settings } from '../platform/house.ts';
import { type Labels, labelsOf } from '../platform/journal/labels.ts';
import type { CalendarAnswer, CalendarEntry, CalendarView, ToldConflict } from '../practices/change/calendar.record.ts';
import { entriesOf, inView } from '../practices/change/calendar-entry.ts';
import { agreedTexts, conflictTexts } from '../practices/change/conflict-texts.ts';
import { planning } from '../practices/change/conflicts.queries.ts';
import { stretchAbove } from '../practices/configuration/impact.queries.ts';

export type Asked = { readonly actor: Actor; readonly period: Span; readonly view: CalendarView; readonly language: Language; readonly cancelled?: boolean };

export const isInsider = ({ side, system }: Actor): boolean => side === 'integrator' || Boolean(system);

export async function calendarOf(house: House, { actor, period, view, language, cancelled = false }: Asked): Promise<CalendarAnswer> {
  const { house: own, zone } = await settings(house);
  const told = isInsider(actor);
  const { plans, services, ...rows } = await planning(house.db, stretchAbove, { actor, period, cancelled });
  const all = entriesOf(rows, { plans, told, concerned: { services, house: own ?? '' } });
  const data = all.filter((each) => inView(each, view));
  const labels = await labelsOf(house, { actor, ids: mentioned(data) });
  const [waiting] = told ? await house.db.query<{ n: number }>("select count(*)::int as n from maintenance_notice where state = 'unreadable'") : [];
  const words = { labels, language, zone };
  return {
    data: data.map((each) => (each.conflicts.length ? { ...each, conflicts: each.conflicts.map((one) => inWords(one, words)) } : each)),
    labels,
    zone,
    unreadable: waiting?.n ?? 0,
    truncated: [rows.changes, rows.windows, rows.notices].some((each) => each.length >= 1_000),
  };
}

export function mentioned(entries: readonly Partial<CalendarEntry>[]): Set<string> {
  const found = new Set<string>();
  for (const { services = [], items = [], suppliers = [], customers = [], conflicts = [], excepted_by } of entries) {
    if (excepted_by) found.add(excepted_by);
    for (const id of [...services, ...items, ...suppliers, ...customers]) found.add(id);
    for (const each of conflicts) for (const id of [each.with, each.about]) if (id) found.add(id);
  }
  return found;
}

type Words = { readonly labels: Labels; readonly language: Language; readonly zone: string };

/** The conflict with its reason and its way out in the reader's language; moments by the clock of the house. */
export function inWords(conflict: ToldConflict, { labels, language, zone }: Words): ToldConflict {
  const { says, solve } = conflict.kind === 'hours' && conflict.severity === 'inform' ? agreedTexts : conflictTexts[conflict.kind];
  const name = (id: string | null): string => (id === null ? '' : (labels[id] ?? id));
  const moment = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: zone,
  });
  const params = { with: name(conflict.with), about: name(conflict.about), until: moment.format(new Date(conflict.until)) };
  return { ...conflict, says: say(says, language, params), solve: say(solve, language, params) };
}
