// One field, changed in place: Enter saves, Esc leaves.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { problemOf } from '../api.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';
import { usePerform } from './queries.ts';
import { currencyOf } from './value.tsx';
import { FieldInput } from './widgets.tsx';

type InlineProps = {
  readonly definition: Definition;
  readonly answer: OneAnswer;
  readonly name: string;
  readonly field: Field;
  readonly command: string;
  readonly onClose: () => void;
};

/** Enter saves, Esc leaves; what the server refuses stays in the box with the reason beneath it. */
export function Inline({ definition, answer, name, field, command, onClose }: InlineProps) {
  const say = useSay();
  const [value, setValue] = useState<unknown>(answer.data[name] ?? null);
  const perform = usePerform(definition, answer.data.id);
  const save = () => {
    if (JSON.stringify(value) === JSON.stringify(answer.data[name] ?? null)) return onClose();
    perform.mutate({ command, input: { [name]: value }, hopeful: true }, { onSuccess: onClose });
  };
  return (
    <form
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <FieldInput
        bare
        autoFocus
        name={name}
        field={field}
        value={value}
        onChange={setValue}
        refs={answer.refs}
        currency={currencyOf(answer.data)}
        error={perform.error ? problemOf(perform.error).detail || say(texts.error_text) : null}
      />
      <div className="inline-foot">
        <Button type="submit" size="compact-xs" loading={perform.isPending}>
          {say(texts.save)}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {say(texts.cancel)}
        </Button>
      </div>
    </form>
  );
}
