// The fields of a record: read, and changed in place where a command that may be given now takes the field.
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Field } from '../../kernel/field.ts';
import { type Definition, inputFields } from '../../kernel/record.ts';
import type { OneAnswer } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Time } from '../parts/time.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import type { Reading } from './arrangement.ts';
import { commandsOf } from './commands.ts';
import { currencyOf, Priority, Value } from './value.tsx';

const Inline = lazy(() => import('./inline.tsx').then((found) => ({ default: found.Inline })));

type Props = { readonly definition: Definition; readonly answer: OneAnswer; readonly reading?: Reading | undefined };

export function Fields({ definition, answer, reading = {} }: Props) {
  const say = useSay();
  const { hide = [], fits = () => true } = reading;
  const shown = Object.entries(definition.fields).filter(
    ([name, field]) =>
      Object.hasOwn(answer.data, name) &&
      name !== definition.title &&
      !hide.includes(name) &&
      (filled(answer.data[name]) || fits(name, answer.data)) &&
      (filled(answer.data[name]) || editor(definition, answer.may, name) !== null || field.listed),
  );
  return (
    <dl className="fields">
      {shown.map(([name, field]) => (
        <Property key={name} definition={definition} answer={answer} name={name} field={field} reading={reading} />
      ))}
      <Standing label={say(texts.opened_at)}>
        <Time at={answer.data.opened_at} />
      </Standing>
      {answer.data.closed_at ? (
        <Standing label={say(texts.closed_at)}>
          <Time at={answer.data.closed_at} />
        </Standing>
      ) : null}
    </dl>
  );
}

function Standing({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The command that changes just this field: allowed now, moves no state, asks for nothing else, and is read by nobody outside. */
export function editor(definition: Definition, may: readonly string[], name: string): string | null {
  const found = may.find((each) => {
    const command = commandsOf(definition)[each];
    if (!command || command.to !== undefined || command.final || command.outward || command.opens) return false;
    const fields = inputFields(definition, command);
    return Object.hasOwn(fields, name) && Object.entries(fields).every(([other, field]) => other === name || !field.needed);
  });
  return found ?? null;
}

function Property({
  definition,
  answer,
  name,
  field,
  reading,
}: {
  readonly definition: Definition;
  readonly answer: OneAnswer;
  readonly name: string;
  readonly field: Field;
  readonly reading: Reading;
}) {
  const say = useSay();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const command = reading.whole?.includes(name) ? null : editor(definition, answer.may, name);
  const own = reading.says?.[name]?.(answer.data, { say, format, refs: answer.refs }) ?? null;
  const label = say(own?.label ?? field.label);
  const close = () => setEditing(false);
  return (
    <div className="field">
      <dt title={field.means ? say(field.means) : undefined}>{label}</dt>
      <dd>
        {editing && command ? (
          <Suspense fallback={null}>
            <Inline definition={definition} answer={answer} name={name} field={field} command={command} onClose={close} />
          </Suspense>
        ) : (
          <>
            {own ? (
              own.words
            ) : name === 'priority' && typeof answer.data[name] === 'number' ? (
              <Priority level={answer.data[name]} />
            ) : (
              <Value value={answer.data[name]} field={field} refs={answer.refs} currency={currencyOf(answer.data)} />
            )}
            {command ? (
              <button type="button" className="pencil" aria-label={say(recordTexts.edit_field, { what: label })} onClick={() => setEditing(true)}>
                <Icon name="pencil" size={12} />
              </button>
            ) : null}
          </>
        )}
      </dd>
    </div>
  );
}
