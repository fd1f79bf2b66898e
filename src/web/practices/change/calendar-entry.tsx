// One entry of the calendar, wherever it is drawn: kind in word and pattern, and the chip that says how much stands in its way.
import type { CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';

export type Open = (id: string) => void;

/** CHG-12 22:00–23:30 Replace the line. */
export function useEntryWords(zone: string): (entry: CalendarEntry) => { readonly short: string; readonly full: string } {
  const say = useSay();
  const format = useFormat();
  return (entry) => {
    const time = `${format.time(entry.starts_at, zone)}–${format.time(entry.ends_at, zone)}`;
    const name = entry.kind === 'change' ? `${entry.id} ${entry.title}` : `${entry.title} · ${say(texts[entry.kind])}`;
    const full = `${say(texts[entry.kind])} ${entry.id}: ${entry.title}, ${format.instant(entry.starts_at, zone)} – ${format.instant(entry.ends_at, zone)}`;
    return { short: `${time} ${name}`, full: entry.tentative ? `${full} (${say(texts.tentative)})` : full };
  };
}

/** Opens the list of reasons; hard ones and soft ones differ in mark and word, not in colour alone. */
export function ConflictChip({ entry, onOpen }: { readonly entry: CalendarEntry; readonly onOpen: Open }) {
  const say = useSay();
  const { conflicts } = entry;
  if (conflicts.length === 0) return null;
  const blocked = conflicts.some((each) => each.severity === 'block' && !each.passes);
  const label = `${entry.id}: ${say(texts.conflicts, { count: conflicts.length })}, ${say(blocked ? texts.block : texts.warn).toLowerCase()}`;
  return (
    <button
      type="button"
      className="conflict-chip"
      data-severity={blocked ? 'block' : 'warn'}
      title={label}
      aria-label={label}
      onClick={() => onOpen(entry.id)}
    >
      {blocked ? '‼' : '!'}
      {conflicts.length}
    </button>
  );
}
