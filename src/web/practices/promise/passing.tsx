// Who is told at which share of the target, and how work passes through the promises beneath.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { membership } from '../../../practices/organisation/membership.record.ts';
import { useSay } from '../../language.tsx';
import { Frame, More, Percentage, Remove, useRows } from '../../record/row-parts.tsx';
import { readMinutes, writeMinutes } from '../../record/units.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { promiseTexts } from '../../texts/promise.ts';
import { serviceTexts } from '../../texts/service.ts';
import { orderTexts } from '../../texts/terms.ts';
import { texts } from '../../texts.ts';
import type { Passing } from './words.ts';

type Step = { readonly share: unknown; readonly role: string };
const roles = Object.entries(membership.fields.role.options);

export function Escalation({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const list = useRows<Step>(value, (rows) => onChange(rows.length ? rows : null));
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name }, index) => {
        const which = say(serviceTexts.row, { number: index + 1 });
        return (
          <div key={name} className="week-row">
            <Percentage
              above
              example="75"
              label={`${say(promiseTexts.share_used)}, ${which}`}
              value={row.share}
              onChange={(share) => list.set(index, { ...row, share })}
            />
            <span className="small">{say(promiseTexts.tells)}</span>
            <NativeSelect
              size="xs"
              aria-label={`${say(promiseTexts.role)}, ${which}`}
              value={row.role}
              onChange={(event) => list.set(index, { ...row, role: event.currentTarget.value })}
              data={roles.map(([role, label]) => ({ value: role, label: say(label) }))}
            />
            <Remove label={`${say(texts.remove)}, ${which}`} onRemove={() => list.remove(index)} />
          </div>
        );
      })}
      <More label={say(promiseTexts.add_step)} onMore={() => list.add({ share: 750_000, role: 'service_level_manager' })} />
    </Frame>
  );
}

export function Routing({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const given = (value ?? null) as Passing | null;
  const [typed, setTyped] = useState(typeof given?.handover_minutes === 'number' ? writeMinutes(given.handover_minutes) : '');
  const set = (name: 'handover_minutes' | 'rework', next: unknown) => {
    const { [name]: _, ...rest } = given as Passing;
    onChange(next === null ? rest : { ...rest, [name]: next });
  };
  return (
    <Frame field={field} error={error ?? null}>
      <div className="week-row">
        <NativeSelect
          size="xs"
          label={say(promiseTexts.order)}
          value={given?.order ?? ''}
          onChange={(event) => onChange(event.currentTarget.value ? { ...given, order: event.currentTarget.value } : null)}
          data={[{ value: '', label: `– ${say(texts.not_set)} –` }, ...Object.entries(orderTexts).map(([order, text]) => ({ value: order, label: say(text) }))]}
        />
        {given ? (
          <>
            <TextInput
              size="xs"
              w={120}
              label={say(promiseTexts.handover)}
              placeholder="15m"
              value={typed}
              error={typed.trim() !== '' && readMinutes(typed) === null}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setTyped(text);
                set('handover_minutes', text.trim() === '' ? null : (readMinutes(text) ?? text));
              }}
            />
            <Percentage labelled label={say(promiseTexts.rework)} example="10" value={given.rework} onChange={(next) => set('rework', next)} />
          </>
        ) : null}
      </div>
    </Frame>
  );
}
