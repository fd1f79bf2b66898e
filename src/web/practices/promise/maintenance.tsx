// Windows in which nothing counts: every week, on some weekdays of the month, or on one date; each told back in words.
import { Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import type { Exclusion } from '../../../calculus/calendar.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Frame, More, Remove, useRows } from '../../record/row-parts.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { promiseTexts } from '../../texts/promise.ts';
import { serviceTexts } from '../../texts/service.ts';
import { weekTexts } from '../../texts/terms.ts';
import { texts } from '../../texts.ts';
import { maintenanceWords } from './words.ts';

type Kind = 'week' | 'month' | 'date';
const kindOf = (each: Exclusion): Kind => ('date' in each ? 'date' : each.weeks?.length ? 'month' : 'week');
const weeks = ['1', '2', '3', '4', '5', '-1'];

function turned(each: Exclusion, kind: Kind): Exclusion {
  const { from, to } = each;
  if (kind === 'date') return { date: 'date' in each ? each.date : '', from, to };
  const days = 'date' in each ? [7] : each.days;
  return kind === 'month' ? { days, weeks: ('weeks' in each && each.weeks) || [-1], from, to } : { days, from, to };
}

export function Maintenance({ field, value, onChange, error, refs }: WidgetProps) {
  const say = useSay();
  const format = useFormat();
  const list = useRows<Exclusion>(value, (rows) => onChange(rows.length ? rows : null));
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name }, index) => (
        <div key={name} className="window">
          <Window row={row} number={index + 1} onChange={(next) => list.set(index, next)} onRemove={() => list.remove(index)} />
          {complete(row) ? <p className="dim small">{maintenanceWords([row], { say, format, refs })}</p> : null}
        </div>
      ))}
      <More label={say(promiseTexts.add_window)} onMore={() => list.add({ days: [7], weeks: [-1], from: '02:00', to: '06:00' })} />
    </Frame>
  );
}

const complete = (row: Exclusion): boolean => ('date' in row ? /^\d{4}-\d{2}-\d{2}$/.test(row.date) : row.days.length > 0);

type WindowProps = { readonly row: Exclusion; readonly number: number; readonly onChange: (row: Exclusion) => void; readonly onRemove: () => void };

function Window({ row, number, onChange, onRemove }: WindowProps) {
  const say = useSay();
  const which = say(serviceTexts.row, { number });
  return (
    <div className="week-row">
      <NativeSelect
        size="xs"
        aria-label={`${say(promiseTexts.window_kind)}, ${which}`}
        value={kindOf(row)}
        onChange={(event) => onChange(turned(row, event.currentTarget.value as Kind))}
        data={[
          { value: 'week', label: say(promiseTexts.window_week) },
          { value: 'month', label: say(promiseTexts.window_month) },
          { value: 'date', label: say(promiseTexts.window_date) },
        ]}
      />
      {'date' in row ? (
        <TextInput
          size="xs"
          type="date"
          aria-label={`${say(serviceTexts.closed_day)}, ${which}`}
          value={row.date}
          onChange={(event) => onChange({ ...row, date: event.currentTarget.value })}
        />
      ) : (
        <Days row={row} which={which} onChange={onChange} />
      )}
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          w={70}
          maxLength={5}
          placeholder={end === 'from' ? '02:00' : '06:00'}
          aria-label={`${say(serviceTexts[end])}, ${which}`}
          value={row[end]}
          onChange={(event) => onChange({ ...row, [end]: event.currentTarget.value })}
        />
      ))}
      <Remove label={`${say(texts.remove)}, ${which}`} onRemove={onRemove} />
    </div>
  );
}

type Recurring = Extract<Exclusion, { readonly days: readonly number[] }>;

function Days({ row, which, onChange }: { readonly row: Recurring; readonly which: string; readonly onChange: (row: Exclusion) => void }) {
  const say = useSay();
  const format = useFormat();
  const order = (chosen: readonly string[]) => weeks.filter((week) => chosen.includes(week)).map(Number);
  return (
    <>
      {row.weeks?.length ? (
        <Chip.Group multiple value={row.weeks.map(String)} onChange={(chosen) => chosen.length && onChange({ ...row, weeks: order(chosen) })}>
          <Group gap={4} role="group" aria-label={`${say(promiseTexts.window_which)}, ${which}`}>
            {weeks.map((week) => (
              <Chip key={week} size="xs" value={week} aria-label={say(weekTexts[week] ?? promiseTexts.window_which)}>
                {week === '-1' ? say(promiseTexts.week_last_short) : say(promiseTexts.week_short, { number: week })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      ) : null}
      <Chip.Group multiple value={row.days.map(String)} onChange={(chosen) => onChange({ ...row, days: chosen.map(Number).sort() })}>
        <Group gap={4} role="group" aria-label={`${say(serviceTexts.days)}, ${which}`}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Chip key={day} size="xs" value={String(day)} aria-label={format.weekday(day)}>
              {format.weekday(day, 'short')}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
  );
}
