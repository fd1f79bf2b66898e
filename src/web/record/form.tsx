// The form of a command, drawn from its declaration: what it needs first, then what it takes; refusals beside their field.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Field } from '../../kernel/field.ts';
import { type Command, type Definition, inputFields } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import { problemOf } from '../api.ts';
import type { Address, Refs, Row } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Refused } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { type Arrangement, everyField } from './arrangement.ts';
import { AudiencePicker, choicesOf } from './audience.tsx';
import { currencyOf } from './value.tsx';
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
  readonly arrangement?: Arrangement | undefined;
};
type Given = readonly [string, Field & { readonly needed: boolean }];
const plain: Arrangement = {};
/** What takes a whole line where a group has two columns. */
const wide = new Set(['text', 'prose', 'data', 'refs', 'texts']);

export function Form({ definition, command, row, refs, audiences = [], initial, error, busy, onSubmit, onCancel, before, arrangement = plain }: Props) {
  const say = useSay();
  const fields = Object.entries(inputFields(definition, command));
  const inside = useSession().side === 'integrator';
  const choices = choicesOf(audiences, say, inside);
  // A switch that must be answered shows off from the start, and that is what it says.
  const start = ([name, field]: Given): unknown =>
    initial?.[name] ?? (Object.hasOwn(command.input ?? {}, name) ? null : row?.[name]) ?? (field.kind === 'boolean' && field.needed ? false : null);
  const [values, setValues] = useState<Record<string, unknown>>(() =>
    Object.fromEntries(fields.map((each) => [each[0], each[0] === 'audience' ? (choices[0]?.ids ?? null) : start(each)])),
  );
  const problem = error ? problemOf(error) : null;
  const readers =
    command.audience === 'all'
      ? audiences
          .filter((each) => each.kind === 'customer' || each.kind === 'supplier')
          .map((each) => each.name)
          .join(', ')
      : '';
  const set = (name: string) => (value: unknown) => setValues((before) => ({ ...before, [name]: value }));
  const form = { row, values, refs, set };
  const { useFitting = everyField, before: Before } = arrangement;
  const fitting = useFitting(form);
  const groups = grouped(fields, arrangement, fitting);
  const shown = groups.flatMap((group) => group.fields);
  const first = shown.find(([name]) => values[name] === null || values[name] === undefined)?.[0] ?? shown[0]?.[0];
  const send = () => onSubmit(changed(fields, emptied(fields, values, { arrangement, fitting }), row));
  // The box that has to tell what is wrong with a field: its own, or the one that fills it in.
  const told = problem?.field ? (arrangement.boxless?.[problem.field] ?? problem.field) : null;
  const misplaced = problem && !shown.some(([name]) => name === told);
  const errorOf = (name: string): string | null => (problem?.field === name ? problem.detail : null);
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
      {Before ? <Before {...form} /> : null}
      {command.outward ? <p className="notice">{readers ? say(recordTexts.outward_to, { names: readers }) : say(recordTexts.outward)}</p> : null}
      {command.final ? <p className="notice">{say(recordTexts.final)}</p> : null}
      {groups.map((group) => (
        <Group key={group.label?.en ?? ''} label={group.label}>
          {group.fields.map(([name, field]) => {
            if (name === 'audience')
              return <AudiencePicker key={name} choices={choices} chosen={values.audience as readonly string[] | null} onChoose={set('audience')} />;
            const common = {
              name,
              field,
              refs,
              currency: currencyOf(values),
              value: values[name],
              onChange: set(name),
              error: errorOf(name),
              autoFocus: name === first,
            };
            const Own = arrangement.widgets?.[name];
            const box = Own ? <Own {...common} form={form} errorOf={errorOf} /> : <FieldInput {...common} />;
            return (
              <div key={name} data-wide={Own || wide.has(field.kind) ? true : undefined}>
                {box}
              </div>
            );
          })}
        </Group>
      ))}
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

type Grouped = { readonly label: Text | null; readonly fields: readonly Given[] };

/** The groups of the arrangement, then what is in none of them; without what does not apply. */
function grouped(fields: readonly Given[], { groups = [], boxless = {} }: Arrangement, fitting: (name: string) => boolean): Grouped[] {
  const drawn = fields.filter(([name]) => !Object.hasOwn(boxless, name) && fitting(name));
  const placed = groups.flatMap((group) => group.fields);
  const named = groups.map((group) => ({ label: group.label, fields: group.fields.flatMap((name) => drawn.filter(([each]) => each === name)) }));
  return [...named, { label: null, fields: drawn.filter(([name]) => !placed.includes(name)) }].filter((group) => group.fields.length > 0);
}

function Group({ label, children }: { readonly label: Text | null; readonly children: ReactNode }) {
  const say = useSay();
  if (!label) return children;
  return (
    <fieldset className="form-group">
      <legend>{say(label)}</legend>
      {children}
    </fieldset>
  );
}

/** What does not apply is not left behind from before: a list becomes empty, everything else nothing. */
function emptied(
  fields: readonly Given[],
  values: Record<string, unknown>,
  { arrangement, fitting }: { readonly arrangement: Arrangement; readonly fitting: (name: string) => boolean },
): Record<string, unknown> {
  const gone = fields.filter(([name]) => !fitting(name) && !Object.hasOwn(arrangement.boxless ?? {}, name));
  return { ...values, ...Object.fromEntries(gone.map(([name, field]) => [name, field.kind === 'refs' || field.kind === 'texts' ? [] : null])) };
}

/** Only what the person gave: untouched optional fields of the row stay out, so that two people can change different fields. */
function changed(fields: readonly Given[], values: Record<string, unknown>, row: Row | null): Record<string, unknown> {
  const given = fields.filter(([name, field]) => {
    const value = values[name] ?? null;
    if (field.needed) return true;
    if (row && Object.hasOwn(row, name)) return JSON.stringify(value) !== JSON.stringify(row[name] ?? null);
    return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(given.map(([name]) => [name, values[name] ?? null]));
}
