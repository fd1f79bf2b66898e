// The calendar as a table: the same entries in words, for whoever reads rather than looks.
import type { CalendarAnswer, CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Time } from '../../parts/time.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { ConflictChip, type Open } from './calendar-entry.tsx';

export function CalendarTable({
  answer,
  entries,
  onOpen,
}: {
  readonly answer: CalendarAnswer;
  readonly entries: readonly CalendarEntry[];
  readonly onOpen: Open;
}) {
  const say = useSay();
  const { labels, zone } = answer;
  return (
    <Sideways label={say(texts.table)}>
      <table className="plain">
        <thead>
          <tr>
            {(['what', 'kind', 'from', 'to', 'concerns', 'in_the_way'] as const).map((each) => (
              <th key={each} scope="col">
                {say(texts[each])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.id} ${entry.starts_at}`}>
              <th scope="row">
                <a href={`/${entry.id}`}>
                  <span className="mono">{entry.id}</span> {entry.title}
                </a>
              </th>
              <td>
                {say(texts[entry.kind])}
                {entry.tentative ? <span className="dim"> · {say(texts.tentative)}</span> : null}
              </td>
              <td>
                <Time at={entry.starts_at} zone={zone} style="instant" />
              </td>
              <td>
                <Time at={entry.ends_at} zone={zone} style="instant" />
              </td>
              <td className="small">{[...entry.services, ...entry.customers, ...entry.suppliers].map((id) => labels[id] ?? id).join(', ')}</td>
              <td>
                <ConflictChip entry={entry} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
