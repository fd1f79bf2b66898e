// Targets per priority: five boxes that read `4h 30m`; an empty box is no promise.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../../language.tsx';
import { readMinutes, writeMinutes } from '../../record/units.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { serviceTexts } from '../../texts/service.ts';

const levels = ['1', '2', '3', '4', '5'] as const;

export function Targets({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(levels.map((level) => [level, typeof given[level] === 'number' ? writeMinutes(given[level] as number) : ''])),
  );
  const set = (level: string, text: string) => {
    const next = { ...typed, [level]: text };
    setTyped(next);
    const minutes = levels.flatMap((each) => (next[each]?.trim() ? [[each, readMinutes(next[each] as string)] as const] : []));
    onChange(minutes.length === 0 ? null : Object.fromEntries(minutes));
  };
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {field.means ? <p className="dim small">{say(field.means)}</p> : null}
      <div className="targets">
        {levels.map((level) => (
          <TextInput
            key={level}
            size="xs"
            label={say(serviceTexts.target_of, { level })}
            placeholder="4h"
            value={typed[level] ?? ''}
            error={Boolean(typed[level]?.trim()) && readMinutes(typed[level] as string) === null}
            onChange={(event) => set(level, event.currentTarget.value)}
          />
        ))}
      </div>
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}
