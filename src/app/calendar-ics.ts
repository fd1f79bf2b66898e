// Entries of the calendar as iCalendar (RFC 5545): for programs that show it beside other appointments.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language, Text } from '../kernel/text.ts';
import type { Labels } from '../platform/journal/labels.ts';
import type { CalendarEntry, EntryKind } from '../practices/change/calendar.record.ts';

const kindWords: Readonly<Record<EntryKind, Text>> = {
  change: { en: 'Change', nl: 'Wijziging', de: 'Change' },
  freeze: { en: 'Freeze', nl: 'Bevriezing', de: 'Sperre' },
  maintenance: { en: 'Maintenance window', nl: 'Onderhoudsvenster', de: 'Wartungsfenster' },
  customer_event: { en: 'Event of a customer', nl: 'Gebeurtenis van een klant', de: 'Ereignis eines Kunden' },
  notice: { en: 'Maintenance of a supplier', nl: 'Onderhoud van een leverancier', de: 'Wartung eines Lieferanten' },
};
/** Seconds after which a program may look again. */
const refreshSeconds = 900;
const gone: readonly string[] = ['cancelled', 'withdrawn'];

export type Published = {
  readonly name: string;
  readonly language: Language;
  readonly entries: readonly CalendarEntry[];
  readonly labels: Labels;
  /** Where a record is read: `https://desk.example.org`; null when nobody said. */
  readonly url: string | null;
  /** The plural of a record's kind by the prefix of its number. */
  readonly pathOf: (id: string) => string;
};

/**
 * One VEVENT for each entry, all times in UTC. SEQUENCE is the version of the record, which rises with every change of it; the
 * same content gives the same text, so that a reader is told that nothing changed.
 */
export function icsOf({ name, language, entries, labels, url, pathOf }: Published): string {
  const calendar = ical({
    name,
    prodId: { company: 'Tessera', product: 'Change calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const entry of entries) {
    const named = (ids: readonly string[]) => ids.map((id) => labels[id] ?? id).join(', ');
    const lines = [...entry.services, ...entry.items].length ? [named([...entry.services, ...entry.items])] : [];
    const [changed, link] = [new Date(entry.updated_at), url === null ? null : `${url}${pathOf(entry.id)}`];
    calendar.createEvent({
      id: uidOf(entry),
      sequence: entry.version - 1,
      start: new Date(entry.starts_at),
      end: new Date(entry.ends_at),
      stamp: changed,
      lastModified: changed,
      created: new Date(entry.opened_at),
      summary: `${entry.id} ${entry.title}`,
      description: [kindWords[entry.kind][language], ...lines, ...(link ? [link] : [])].join('\n'),
      categories: [{ name: kindWords[entry.kind][language] }],
      status: gone.includes(entry.state) ? ICalEventStatus.CANCELLED : entry.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      ...(link ? { url: link } : {}),
    });
  }
  return calendar.toString();
}

/** The same for ever: the record, when it was opened (so that no other installation makes the same), and which time of those that come back. */
function uidOf({ id, kind, opened_at, starts_at }: CalendarEntry): string {
  const once = kind === 'change' || kind === 'notice';
  return `${id}-${Date.parse(opened_at).toString(36)}${once ? '' : `-${starts_at.replace(/[-:]|\.\d+/g, '')}`}@tessera`.toLowerCase();
}
