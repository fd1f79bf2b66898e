// The timeline: a week of days beside one another, a row for each service, supplier or customer, bars laid so that none hides another.
import type { CalendarAnswer, CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { serverNow } from '../../clockwork.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { toLocal } from '../../parts/time.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { type Group, rowsOf } from './calendar-data.ts';
import { ConflictChip, type Open, useEntryWords } from './calendar-entry.tsx';
import { beginOf, dayAt, hourAt, type Period } from './calendar-period.ts';
import type { Proposal } from './calendar-propose.tsx';

type Props = {
  readonly answer: CalendarAnswer;
  readonly entries: readonly CalendarEntry[];
  readonly period: Period;
  readonly group: Group;
  readonly onOpen: Open;
  readonly onPropose: ((proposal: Proposal) => void) | null;
};

export function Timeline({ answer, entries, period, group, onOpen, onPropose }: Props) {
  const say = useSay();
  const format = useFormat();
  const { zone, labels } = answer;
  const [begin, end] = [beginOf(period.from, zone), beginOf(period.to, zone)];
  const share = (ms: number): number => (100 * (Math.min(end, Math.max(begin, ms)) - begin)) / (end - begin);
  const now = serverNow();
  const name = (id: string | null, general: boolean): string =>
    id === null ? say(general ? texts.everybody : texts.nobody, { group: say(texts[`by_${group}`]).toLowerCase() }) : (labels[id] ?? id);
  return (
    <section className="cal-timeline" aria-label={say(texts.timeline)}>
      <div className="cal-row cal-head">
        <div className="cal-name dim small">{say(texts[`by_${group}`])}</div>
        <div className="cal-track">
          {period.days.map((day) => {
            const words = `${format.weekday(new Date(`${day}T00:00:00Z`).getUTCDay() || 7, 'short')} ${Number(day.slice(8))}`;
            const style = { left: `${share(beginOf(day, zone))}%` };
            return onPropose ? (
              <button
                key={day}
                type="button"
                className="cal-day small"
                style={style}
                title={say(texts.propose_on, { day: format.date(`${day}T12:00:00Z`) })}
                onClick={() => onPropose(dayAt(day, zone))}
              >
                {words} <span aria-hidden="true">+</span>
              </button>
            ) : (
              <span key={day} className="cal-day small" style={style}>
                {words}
              </span>
            );
          })}
        </div>
      </div>
      {rowsOf(entries, group).map((row) => {
        const lanes = lanesOf(row.entries);
        return (
          <div key={`${row.id} ${row.general}`} className="cal-row">
            <h2 className="cal-name">{row.id === null ? name(null, row.general) : <a href={`/${row.id}`}>{name(row.id, false)}</a>}</h2>
            {/* The mouse may point at an hour; with the keyboard the days above, or `p`, do the same. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse beside the buttons */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the mouse beside the buttons */}
            <div
              className="cal-track"
              data-open={onPropose !== null}
              style={{ height: `${lanes.count * 30 + 6}px` }}
              onClick={(event) => {
                if (event.target !== event.currentTarget || !onPropose) return;
                const box = event.currentTarget.getBoundingClientRect();
                const at = begin + ((event.clientX - box.left) / box.width) * (end - begin);
                const hour = toLocal(new Date(at).toISOString(), zone).slice(0, 13);
                onPropose({ ...hourAt(`${hour}:00`, zone), ...(group === 'service' && row.id ? { services: [row.id] } : {}) });
              }}
            >
              {period.days.map((day) => (
                <span key={day} className="cal-line" style={{ left: `${share(beginOf(day, zone))}%` }} />
              ))}
              {now > begin && now < end ? <span className="cal-now" title={say(texts.today)} style={{ left: `${share(now)}%` }} /> : null}
              {row.entries.map((entry) => (
                <Bar
                  key={`${entry.id} ${entry.starts_at}`}
                  entry={entry}
                  zone={zone}
                  onOpen={onOpen}
                  left={share(Date.parse(entry.starts_at))}
                  right={share(Date.parse(entry.ends_at))}
                  lane={lanes.of.get(entry) ?? 0}
                />
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

type BarProps = {
  readonly entry: CalendarEntry;
  readonly zone: string;
  readonly onOpen: Open;
  readonly left: number;
  readonly right: number;
  readonly lane: number;
};

/** Words that begin where it begins, over a line that is as long as it takes. */
function Bar({ entry, zone, onOpen, left, right, lane }: BarProps) {
  const words = useEntryWords(zone)(entry);
  // What begins late in the period is written to its left.
  const place = left > 72 ? { right: `${Math.max(0, 100 - right)}%` } : { left: `${left}%` };
  return (
    <>
      <span className="cal-span" data-kind={entry.kind} style={{ left: `${left}%`, width: `max(${right - left}%, 3px)`, top: `${lane * 30 + 28}px` }} />
      <div className="cal-bar" data-kind={entry.kind} data-tentative={entry.tentative} style={{ ...place, minWidth: '10px', top: `${lane * 30 + 3}px` }}>
        <a href={`/${entry.id}`} title={words.full}>
          {words.short}
          {entry.tentative ? ' ?' : ''}
        </a>
        <ConflictChip entry={entry} onOpen={onOpen} />
      </div>
    </>
  );
}

/** So wide a bar is at least, in time: its words need room. */
const wordsMs = 34 * 3_600_000;

/** Which lane each entry gets: the first in which nothing is in its way. */
function lanesOf(entries: readonly CalendarEntry[]): { readonly of: ReadonlyMap<CalendarEntry, number>; readonly count: number } {
  const until: number[] = [];
  const of = new Map<CalendarEntry, number>();
  for (const entry of entries) {
    const [from, to] = [Date.parse(entry.starts_at), Date.parse(entry.ends_at)];
    const free = until.findIndex((each) => each <= from);
    const lane = free < 0 ? until.length : free;
    until[lane] = Math.max(to, from + wordsMs);
    of.set(entry, lane);
  }
  return { of, count: Math.max(1, until.length) };
}
