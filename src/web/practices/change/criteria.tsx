// The criteria of a release: written one by one, and answered one by one.
import { Checkbox, TextInput } from '@mantine/core';
import type { Criterion } from '../../../practices/change/shapes.record.ts';
import { useSay } from '../../language.tsx';
import { Frame, More, Remove, useRows } from '../../record/row-parts.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { changeTexts as words } from '../../texts/change.ts';
import { serviceTexts } from '../../texts/service.ts';
import { texts } from '../../texts.ts';

export function Criteria({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const list = useRows<Criterion>(value, (rows) => onChange(rows.length ? rows : null));
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name }, index) => {
        const which = say(serviceTexts.row, { number: index + 1 });
        return (
          <div key={name} className="week-row">
            <TextInput
              size="xs"
              style={{ flex: 1, minWidth: 160 }}
              aria-label={`${say(words.criterion)}, ${which}`}
              value={row.text}
              onChange={(event) => list.set(index, { ...row, text: event.currentTarget.value })}
            />
            <Checkbox
              size="xs"
              label={say(words.met)}
              aria-label={`${say(words.met)}, ${which}`}
              checked={row.met}
              onChange={(event) => list.set(index, { ...row, met: event.currentTarget.checked })}
            />
            <Remove label={`${say(texts.remove)}, ${which}`} onRemove={() => list.remove(index)} />
          </div>
        );
      })}
      <More label={say(words.add_criterion)} onMore={() => list.add({ text: '', met: false })} />
    </Frame>
  );
}
