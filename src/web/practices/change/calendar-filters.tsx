// What the calendar shows: only of a service, supplier or customer, of one kind, of changes of one type. The address keeps it.
import { NativeSelect } from '@mantine/core';
import type { Field } from '../../../kernel/field.ts';
import type { EntryKind } from '../../../practices/change/calendar.record.ts';
import { change } from '../../../practices/change/record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { FieldInput } from '../../record/widgets.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import type { Filter } from './calendar-data.ts';

export const entryKinds: readonly EntryKind[] = ['change', 'freeze', 'maintenance', 'customer_event', 'notice'];
const refs = {
  service: { kind: 'ref', to: 'service', label: texts.by_service },
  supplier: { kind: 'ref', to: 'organisation', label: texts.by_supplier },
  customer: { kind: 'ref', to: 'organisation', label: texts.by_customer },
} as const satisfies Readonly<Record<string, Field>>;

type Props = { readonly filter: Filter; readonly labels: Refs; readonly inside: boolean; readonly set: (next: Filter) => void };

export function Filters({ filter, labels, inside, set }: Props) {
  const say = useSay();
  // Outsiders see only what is theirs: there is nothing to choose among suppliers or customers.
  const names = inside ? (['service', 'supplier', 'customer'] as const) : (['service'] as const);
  return (
    <fieldset className="cal-filters">
      <legend className="hidden">{say(texts.filter)}</legend>
      {names.map((name) => (
        <FieldInput
          key={name}
          name={name}
          bare
          field={refs[name]}
          value={filter[name] || null}
          refs={labels}
          onChange={(value) => set({ [name]: typeof value === 'string' ? value : '' })}
        />
      ))}
      <NativeSelect
        aria-label={say(texts.kind)}
        value={filter.kinds ?? ''}
        onChange={(event) => set({ kinds: event.currentTarget.value })}
        data={[{ value: '', label: say(texts.all_kinds) }, ...entryKinds.map((each) => ({ value: each, label: say(texts[each]) }))]}
      />
      <NativeSelect
        aria-label={say(texts.type)}
        value={filter.type ?? ''}
        onChange={(event) => set({ type: event.currentTarget.value })}
        data={[
          { value: '', label: say(texts.all_types) },
          ...Object.entries(change.fields.type.options).map(([value, label]) => ({ value, label: say(label) })),
        ]}
      />
    </fieldset>
  );
}
