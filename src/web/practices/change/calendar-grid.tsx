// Month and week as FullCalendar draws them; fetched when one of the two is first looked at. Times are by the clock of the house.
import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import type { CalendarAnswer, CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { serverNow } from '../../clockwork.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { toLocal } from '../../parts/time.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { ConflictChip, type Open, useEntryWords } from './calendar-entry.tsx';
import { dayAt, hourAt, type Period } from './calendar-period.ts';
import type { Proposal } from './calendar-propose.tsx';

type Props = {
  readonly answer: CalendarAnswer;
  readonly entries: readonly CalendarEntry[];
  readonly period: Period;
  readonly view: 'month' | 'week';
  readonly onOpen: Open;
  readonly onPropose: ((proposal: Proposal) => void) | null;
};

export function CalendarGrid({ answer: { zone }, entries, period, view, onOpen, onPropose }: Props) {
  const say = useSay();
  const { language } = useFormat();
  const words = useEntryWords(zone);
  // Told as wall-clock times without a zone, so that days begin where the house lives, wherever the reader is.
  const local = (iso: string): string => toLocal(iso, zone);
  const events = entries.map((entry) => ({
    id: `${entry.id} ${entry.starts_at}`,
    title: words(entry).short,
    start: local(entry.starts_at),
    end: local(entry.ends_at),
    allDay: Date.parse(entry.ends_at) - Date.parse(entry.starts_at) >= 86_400_000,
    extendedProps: { entry },
  }));
  return (
    <div className="cal-grid">
      <FullCalendar
        key={`${view} ${period.from}`}
        plugins={[dayGrid, timeGrid, interaction, classic]}
        initialView={view === 'month' ? 'dayGridMonth' : 'timeGridWeek'}
        initialDate={period.from}
        timeZone="UTC"
        now={local(new Date(serverNow()).toISOString())}
        locale={language}
        firstDay={1}
        weekNumbers
        weekNumberCalculation="ISO"
        headerToolbar={false}
        allDayText={say(texts.all_day)}
        nowIndicator
        eventDisplay="block"
        eventColor="transparent"
        slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        editable={false}
        // The heads of a week are read aloud as other words than they show.
        navLinks={onPropose !== null && view === 'month'}
        navLinkHint={(day: string) => say(texts.propose_on, { day })}
        navLinkWeekClick={(day: Date) => onPropose?.(dayAt(day.toISOString().slice(0, 10), zone))}
        navLinkDayClick={(day: Date) => onPropose?.(dayAt(day.toISOString().slice(0, 10), zone))}
        dateClick={({ dateStr, allDay }: { dateStr: string; allDay: boolean }) =>
          onPropose?.(allDay ? dayAt(dateStr.slice(0, 10), zone) : hourAt(dateStr.slice(0, 16), zone))
        }
        height="auto"
        dayMaxEvents={6}
        events={events}
        eventContent={({ event }) => {
          const { entry } = event.extendedProps as { entry: CalendarEntry };
          return (
            <span className="cal-event" data-kind={entry.kind} data-tentative={entry.tentative} title={words(entry).full}>
              <a href={`/${entry.id}`}>{words(entry).short}</a>
              <ConflictChip entry={entry} onOpen={onOpen} />
            </span>
          );
        }}
      />
    </div>
  );
}
