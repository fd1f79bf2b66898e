// Service hours: rows of days with from and until, and a list of closed days.
import { ActionIcon, Button, Chip, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { holidayTexts } from '../../texts/holidays.ts';
import { serviceTexts } from '../../texts/service.ts';
import { texts } from '../../texts.ts';
import { Propose } from './propose.tsx';

type Opening = { readonly days: readonly number[]; readonly from: string; readonly to: string };
type Holiday = { readonly date: string; readonly name: string };
const days = [1, 2, 3, 4, 5, 6, 7];

export function Week({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const format = useFormat();
  const rows = (Array.isArray(value) ? value : []) as readonly Opening[];
  const set = (index: number, change: Partial<Opening>) => onChange(rows.map((row, each) => (each === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
        <div key={index} className="week-row">
          <Chip.Group multiple value={row.days.map(String)} onChange={(chosen) => set(index, { days: chosen.map(Number).sort() })}>
            <Group gap={4} role="group" aria-label={`${say(serviceTexts.days)}, ${say(serviceTexts.row, { number: index + 1 })}`}>
              {days.map((day) => (
                <Chip key={day} size="xs" value={String(day)} aria-label={format.weekday(day)}>
                  {format.weekday(day, 'short')}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <TextInput
            size="xs"
            placeholder="08:00"
            maxLength={5}
            w={70}
            aria-label={say(serviceTexts.from)}
            value={row.from}
            onChange={(event) => set(index, { from: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={say(serviceTexts.to)}
            placeholder="17:00"
            maxLength={5}
            w={70}
            value={row.to}
            onChange={(event) => set(index, { to: event.currentTarget.value })}
          />
          <Remove
            label={`${say(texts.remove)}, ${say(serviceTexts.row, { number: index + 1 })}`}
            onRemove={() => onChange(rows.filter((_, each) => each !== index))}
          />
        </div>
      ))}
      <Group>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => onChange([...rows, { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }])}
        >
          {say(serviceTexts.add_hours)}
        </Button>
        <span className="dim small">
          {say(serviceTexts.week_total, {
            span: format.hours(rows.reduce((sum, row) => sum + row.days.length * Math.max(0, clock(row.to) - clock(row.from)), 0)),
          })}
        </span>
      </Group>
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}

export function Holidays({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const [proposing, setProposing] = useState(false);
  const rows = (Array.isArray(value) ? value : []) as readonly Holiday[];
  const add = (days: readonly Holiday[]) => onChange([...rows, ...days].toSorted((a, b) => a.date.localeCompare(b.date)));
  const set = (index: number, change: Partial<Holiday>) => onChange(rows.map((row, each) => (each === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {field.means ? <p className="dim small">{say(field.means)}</p> : null}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
        <div key={index} className="week-row">
          <TextInput
            size="xs"
            type="date"
            aria-label={say(serviceTexts.closed_day)}
            value={row.date}
            onChange={(event) => set(index, { date: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={say(texts.name)}
            value={row.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
            className="grow"
          />
          <Remove label={`${say(texts.remove)}, ${row.name}`} onRemove={() => onChange(rows.filter((_, each) => each !== index))} />
        </div>
      ))}
      <Group gap="xs">
        <Button size="compact-xs" variant="default" leftSection={<Icon name="plus" size={12} />} onClick={() => onChange([...rows, { date: '', name: '' }])}>
          {say(serviceTexts.add_day)}
        </Button>
        <Button size="compact-xs" variant="default" aria-expanded={proposing} onClick={() => setProposing(!proposing)}>
          {say(holidayTexts.propose)}
        </Button>
      </Group>
      {proposing ? <Propose present={rows} onAdd={add} onClose={() => setProposing(false)} /> : null}
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onRemove}>
      <Icon name="close" size={12} />
    </ActionIcon>
  );
}

const clock = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
