// What stands in the way of a change, each with its way out, and the ways themselves: move it, make an exception, or leave it with a note.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { CalendarEntry } from '../../../practices/change/calendar.record.ts';
import { change } from '../../../practices/change/record.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import type { Named } from '../../record/asking.tsx';
import { commandsOf } from '../../record/commands.ts';
import { useOne } from '../../record/queries.ts';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { calendarKey } from './calendar-data.ts';
import { movingCommands } from './calendar-move.ts';

const Asking = lazy(() => import('../../record/asking.tsx').then((found) => ({ default: found.Asking })));

type Props = { readonly entry: CalendarEntry; readonly labels: Readonly<Record<string, string>>; readonly zone: string; readonly onClose: () => void };

export function Conflicts({ entry, labels, zone, onClose }: Props) {
  const say = useSay();
  const client = useQueryClient();
  const one = useOne(change, entry.id);
  const [asked, setAsked] = useState<Named | null>(null);
  const done = () => {
    setAsked(null);
    void client.invalidateQueries({ queryKey: calendarKey });
    onClose();
  };
  const named = (name: string | undefined): Named | null =>
    name && Object.hasOwn(commandsOf(change), name) ? { name, command: commandsOf(change)[name as keyof typeof change.commands] } : null;
  if (asked && one.data)
    return (
      <Suspense fallback={null}>
        <Asking definition={change} answer={one.data} asked={asked} arrangement={undefined} onClose={done} />
      </Suspense>
    );
  return (
    <Dialog title={`${entry.id} ${entry.title}`} onClose={onClose} size="lg">
      {entry.conflicts.length === 0 ? <p>{say(texts.no_conflicts)}</p> : null}
      <ul className="cal-conflicts">
        {entry.conflicts.map((each) => (
          <li key={`${each.kind} ${each.with} ${each.about} ${each.from}`} data-severity={each.severity}>
            <strong>{say(texts[each.severity])}</strong>
            {each.passes ? <span className="badge">{say(texts[`passes_${each.passes}`])}</span> : null} <a href={`/${each.with}`}>{each.with}</a>{' '}
            <Time at={each.from} zone={zone} style="instant" /> – <Time at={each.to} zone={zone} style="instant" />
            <p>{each.says}</p>
            <p className="dim">{each.solve}</p>
          </li>
        ))}
      </ul>
      {entry.exception ? (
        <p className="notice">
          {say(texts.exception, { who: entry.excepted_by ? (labels[entry.excepted_by] ?? entry.excepted_by) : '–', reason: entry.exception })}
        </p>
      ) : null}
      <Panel of={one} lines={1}>
        {({ may }) => {
          const ways = [
            [named(movingCommands.find((each) => may.includes(each))), texts.move],
            [named(may.includes('except') ? 'except' : undefined), texts.ask_exception],
            [named(may.includes('note') ? 'note' : undefined), texts.ignore],
          ] as const;
          return (
            <div className="cal-ways">
              {ways.map(([way, text]) =>
                way ? (
                  <Button key={way.name} size="xs" variant="default" onClick={() => setAsked(way)}>
                    {say(text)}
                  </Button>
                ) : null,
              )}
              <Button size="xs" variant="subtle" component="a" href={`/${entry.id}`}>
                {say(texts.open, { id: entry.id })}
              </Button>
            </div>
          );
        }}
      </Panel>
    </Dialog>
  );
}
