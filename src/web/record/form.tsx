// The form of a command, drawn from its declaration: what it needs first, then what it takes; refusals beside their field.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Field } from '../../kernel/field.ts';
import { type Command, type Definition, inputFields } from '../../kernel/record.ts';
import { problemOf } from '../api.ts';
import type { Address, Refs, Row } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Refused } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { AudiencePicker, choicesOf } from './audience.tsx';
import { FieldInput } from './widgets.tsx';

type Props = {
  readonly definition: Definition;
  readonly command: Command;
  /** The row it starts from; its values fill in what the command takes. */
  readonly row: Row | null;
  readonly refs: Refs;
  readonly audiences?: readonly Address[];
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSubmit: (input: Record<string, unknown>) => void;
  readonly onCancel: () => void;
  readonly before?: ReactNode;
};

export function Form({ definition, command, row, refs, audiences = [], initial, error, busy, onSubmit, onCancel, before }: Props) {
  const say = useSay();
  const fields = Object.entries(inputFields(definition, command));
  const inside = useSession().side === 'integrator';
  const choices = choicesOf(audiences, say, inside);
  const start = (name: string): unknown => initial?.[name] ?? (Object.hasOwn(command.input ?? {}, name) ? null : (row?.[name] ?? null));
  const [values, setValues] = useState<Record<string, unknown>>(() =>
    Object.fromEntries(fields.map(([name]) => [name, name === 'audience' ? (choices[0]?.ids ?? null) : start(name)])),
  );
  const problem = error ? problemOf(error) : null;
  const misplaced = problem && !fields.some(([name]) => name === problem.field);
  const readers =
    command.audience === 'all'
      ? audiences
          .filter((each) => each.kind === 'customer' || each.kind === 'supplier')
          .map((each) => each.name)
          .join(', ')
      : '';
  const set = (name: string) => (value: unknown) => setValues((before) => ({ ...before, [name]: value }));
  const first = fields.find(([name]) => values[name] === null || values[name] === undefined)?.[0] ?? fields[0]?.[0];
  const send = () => onSubmit(changed(fields, values, row));
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      {before}
      {command.outward ? <p className="notice">{readers ? say(recordTexts.outward_to, { names: readers }) : say(recordTexts.outward)}</p> : null}
      {command.final ? <p className="notice">{say(recordTexts.final)}</p> : null}
      {fields.map(([name, field]) =>
        name === 'audience' ? (
          <AudiencePicker key={name} choices={choices} chosen={values.audience as readonly string[] | null} onChoose={set('audience')} />
        ) : (
          <FieldInput
            key={name}
            name={name}
            field={field}
            value={values[name]}
            onChange={set(name)}
            refs={refs}
            error={problem?.field === name ? problem.detail : null}
            autoFocus={name === first}
          />
        ),
      )}
      {misplaced ? <Refused error={error} /> : null}
      <div className="form-foot">
        <Button variant="default" onClick={onCancel}>
          {say(texts.cancel)}
        </Button>
        <Button type="submit" loading={busy} data-autofocus={fields.length === 0 || undefined}>
          {say(command.label)}
        </Button>
      </div>
    </form>
  );
}

/** Only what the person gave: untouched optional fields of the row stay out, so that two people can change different fields. */
function changed(
  fields: readonly (readonly [string, Field & { needed: boolean }])[],
  values: Record<string, unknown>,
  row: Row | null,
): Record<string, unknown> {
  const given = fields.filter(([name, field]) => {
    const value = values[name] ?? null;
    if (field.needed) return true;
    if (row && Object.hasOwn(row, name)) return JSON.stringify(value) !== JSON.stringify(row[name] ?? null);
    return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(given.map(([name]) => [name, values[name] ?? null]));
}
