// "Find a slot": for a change or for work on a service, the first times that nothing blocks, each with what it would cost.
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarEntry, FoundSlot } from '../../../practices/change/calendar.record.ts';
import { get, newKey, send } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/states.tsx';
import { Time, toLocal } from '../../parts/time.tsx';
import { toast } from '../../parts/toast.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { calendarKey } from './calendar-data.ts';
import { movingCommands } from './calendar-move.ts';
import type { Proposal } from './calendar-propose.tsx';

type Props = {
  readonly changes: readonly CalendarEntry[];
  readonly services: readonly (readonly [string, string])[];
  /** Null for whoever may not raise changes. */
  readonly onPropose: ((proposal: Proposal) => void) | null;
  readonly onClose: () => void;
};
type Found = {
  readonly data: readonly FoundSlot[];
  readonly labels: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly customers: readonly string[];
};

export function FindSlot({ changes, services, onPropose, onClose }: Props) {
  const say = useSay();
  const first = changes[0]?.id ?? services[0]?.[0] ?? '';
  const [what, setWhat] = useState(first);
  const [minutes, setMinutes] = useState<number | string>(lengthOf(changes.find((each) => each.id === first)) ?? 60);
  const [outage, setOutage] = useState<number | string>('');
  const found = useMutation({
    mutationFn: () => {
      const of = what.startsWith('CHG-') ? { change: what } : { services: [what] };
      return send<Found>({
        path: '/api/changes/slots',
        body: { ...of, minutes: Number(minutes), ...(outage === '' ? {} : { outage_minutes: Number(outage) }) },
      });
    },
  });
  const choose = (id: string) => {
    setWhat(id);
    found.reset();
    setMinutes(lengthOf(changes.find((each) => each.id === id)) ?? minutes);
  };
  return (
    <Dialog title={say(texts.find)} onClose={onClose} size="lg">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          found.mutate();
        }}
      >
        <p className="dim small">{say(texts.find_text)}</p>
        <NativeSelect
          label={say(texts.for_change)}
          value={what}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { group: say(texts.change), items: changes.map((each) => ({ value: each.id, label: `${each.id} ${each.title}` })) },
            { group: say(texts.for_service), items: services.map(([value, label]) => ({ value, label })) },
          ]}
        />
        <div className="cal-pair">
          <NumberInput label={say(texts.minutes)} value={minutes} onChange={setMinutes} min={5} max={20_160} required />
          <NumberInput label={say(texts.outage)} value={outage} onChange={setOutage} min={0} />
        </div>
        <Refused error={found.error} />
        <div>
          <Button type="submit" size="xs" loading={found.isPending} disabled={!what}>
            {say(texts.search)}
          </Button>
        </div>
      </form>
      {found.data ? (
        <Slots
          found={found.data}
          change={what.startsWith('CHG-') ? what : null}
          onUsed={onClose}
          onPropose={
            onPropose &&
            (({ starts_at, ends_at }) =>
              onPropose({ planned_start: starts_at, planned_end: ends_at, services: [what], outage_minutes: outage === '' ? null : Number(outage) }))
          }
        />
      ) : null}
    </Dialog>
  );
}

const lengthOf = (entry: CalendarEntry | undefined): number | null =>
  entry ? Math.max(5, Math.round((Date.parse(entry.ends_at) - Date.parse(entry.starts_at)) / 60_000)) : null;

type SlotsProps = {
  readonly found: Found;
  readonly change: string | null;
  readonly onUsed: () => void;
  readonly onPropose: ((slot: FoundSlot) => void) | null;
};

function Slots({ found, change, onUsed, onPropose }: SlotsProps) {
  const say = useSay();
  const format = useFormat();
  const client = useQueryClient();
  const use = useMutation({
    mutationFn: async ({ starts_at, ends_at }: FoundSlot) => {
      const { data, may } = await get<OneAnswer>(`/api/changes/${change}`);
      const command = movingCommands.find((each) => may.includes(each)) ?? 'schedule';
      const note = command === 'revise' ? { note: say(texts.move) } : {};
      return send({
        path: `/api/changes/${change}/${command}`,
        body: { planned_start: starts_at, planned_end: ends_at, ...note },
        key: newKey(),
        version: data.version,
      });
    },
    onSuccess: () => {
      toast(say(texts.used, { id: change ?? '' }));
      void client.invalidateQueries({ queryKey: calendarKey });
      onUsed();
    },
  });
  const { zone, labels, customers } = found;
  return (
    <section aria-live="polite">
      {customers.length ? <p className="small dim">{say(texts.hits, { customers: format.list(customers.map((id) => labels[id] ?? id)) })}</p> : null}
      {found.data.length === 0 ? <p className="notice">{say(texts.no_slot)}</p> : null}
      <ol className="cal-slots">
        {found.data.map((slot) => (
          <li key={slot.starts_at}>
            <div>
              <strong>
                {format.weekday(new Date(`${toLocal(slot.starts_at, zone).slice(0, 10)}T00:00:00Z`).getUTCDay() || 7, 'short')}{' '}
                <Time at={slot.starts_at} zone={zone} style="instant" /> – {format.time(slot.ends_at, zone)}
              </strong>
              {slot.conflicts.length === 0 ? (
                <p className="small dim">{say(texts.costs_nothing)}</p>
              ) : (
                <ul className="small">
                  {slot.conflicts.map((each) => (
                    <li key={`${each.kind} ${each.with} ${each.about}`}>
                      {say(texts[each.severity])}: {each.says}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {change ? (
              <Button size="compact-xs" variant="default" loading={use.isPending && use.variables === slot} onClick={() => use.mutate(slot)}>
                {say(texts.use)}
              </Button>
            ) : onPropose ? (
              <Button size="compact-xs" variant="default" onClick={() => onPropose(slot)}>
                {say(texts.propose_then)}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Refused error={use.error} />
    </section>
  );
}
