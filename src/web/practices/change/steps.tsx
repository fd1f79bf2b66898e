// The steps of a change model, one to a row and in order: each becomes a task of every change that is made from it.
import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ModelStep, Phase } from '../../../practices/change/shapes.record.ts';
import { changeTask } from '../../../practices/change/task.record.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Frame, More, Remove, useRows } from '../../record/row-parts.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { Reference } from '../../record/widget-refs.tsx';
import { changeTexts as words } from '../../texts/change.ts';
import { texts } from '../../texts.ts';

const phases = changeTask.fields.phase.options;
const party = { kind: 'ref', to: 'organisation', label: changeTask.fields.party.label } as const;

export function Steps({ field, value, onChange, error, refs }: WidgetProps) {
  const say = useSay();
  const list = useRows<ModelStep>(value, (rows) => onChange(rows.length ? rows : null));
  return (
    <Frame field={field} error={error ?? null}>
      <ol className="model-steps">
        {list.rows.map(({ row, name }, index) => {
          const set = (part: Partial<ModelStep>) => list.set(index, { ...row, ...part });
          const which = (label: string): string => `${label}, ${say(words.step, { number: index + 1 })}`;
          return (
            <li key={name}>
              <TextInput
                size="xs"
                className="step-title"
                aria-label={which(say(words.step_title))}
                placeholder={say(words.step_title)}
                maxLength={300}
                value={row.title}
                onChange={(event) => set({ title: event.currentTarget.value })}
              />
              <NativeSelect
                size="xs"
                aria-label={which(say(changeTask.fields.phase.label))}
                data={Object.entries(phases).map(([each, label]) => ({ value: each, label: say(label) }))}
                value={row.phase}
                onChange={(event) => set({ phase: event.currentTarget.value as Phase })}
              />
              <NumberInput
                size="xs"
                w={110}
                min={0}
                max={100_000}
                allowDecimal={false}
                suffix=" min"
                aria-label={which(say(words.step_minutes))}
                value={row.minutes}
                onChange={(next) => set({ minutes: typeof next === 'number' ? next : 0 })}
              />
              <div className="step-party">
                <Reference
                  bare
                  name={`party ${index}`}
                  field={party}
                  value={row.party ?? null}
                  refs={refs}
                  onChange={(next) => set({ party: (next as string | null) ?? null })}
                />
              </div>
              {[-1, 1].map((by) => (
                <ActionIcon
                  key={by}
                  variant="subtle"
                  color="gray"
                  disabled={index + by < 0 || index + by >= list.rows.length}
                  aria-label={which(say(by < 0 ? words.earlier : words.later))}
                  onClick={() => list.swap(index, index + by)}
                >
                  <Icon name={by < 0 ? 'up' : 'down'} size={12} />
                </ActionIcon>
              ))}
              <Remove label={which(say(texts.remove))} onRemove={() => list.remove(index)} />
            </li>
          );
        })}
      </ol>
      <More label={say(words.add_step)} onMore={() => list.add({ title: '', phase: 'implement', minutes: 15 })} />
    </Frame>
  );
}
