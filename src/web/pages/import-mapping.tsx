// The mapping of an import: one line per field with the column that fills it, and the whole of it as JSON for what is special.

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inputFields } from '../../kernel/record.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { definitionOf } from '../record/definitions.ts';
import { opening } from '../record/queries.ts';
import { capital } from '../record/value.tsx';
import { importTexts } from '../texts/imports.ts';
import type { Look, Mapping, OneImport, Rule } from './import-query.ts';

type Props = { readonly the: OneImport; readonly look: Look; readonly mapping: Mapping; readonly onChange: (mapping: Mapping) => void };

const columnOf = (rule: Rule | undefined): string => (typeof rule === 'string' ? rule : (rule?.column ?? ''));

export function MappingEditor({ the, look, mapping, onChange }: Props) {
  const say = useSay();
  const definition = definitionOf(the.record);
  const open = definition ? opening(definition) : null;
  if (!definition || !open) return null;
  const fields = Object.entries(mapping.mode === 'log' ? definition.fields : inputFields(definition, open.command));
  const columns = [{ value: '', label: say(importTexts.no_column) }, ...look.header.map((name) => ({ value: name, label: name }))];
  const set = (name: string, column: string) => onChange({ ...mapping, fields: withColumn(mapping.fields, name, column) });
  const missing = fields
    .filter(([name, field]) => 'needed' in field && field.needed && !Object.hasOwn(mapping.fields, name))
    .map(([, field]) => say(field.label));
  return (
    <section className="card">
      <h2>{say(importTexts.columns)}</h2>
      <p className="dim small">{say(importTexts.columns_text)}</p>
      {missing.length > 0 ? <p className="notice">{say(importTexts.missing, { fields: missing.join(', ') })}</p> : null}
      <div className="import-fields">
        <NativeSelect
          size="xs"
          label={say(importTexts.key)}
          data={columns.slice(1)}
          value={mapping.key[0] ?? ''}
          onChange={(event) => onChange({ ...mapping, key: [event.currentTarget.value] })}
        />
        <TextInput
          size="xs"
          label={say(importTexts.dates)}
          value={mapping.dates ?? ''}
          placeholder="d-M-yyyy HH:mm"
          onChange={(event) => onChange({ ...mapping, dates: event.currentTarget.value })}
        />
      </div>
      <Sideways label={say(importTexts.columns)}>
        <table className="plain">
          <Heads of={[importTexts.our_field, importTexts.their_column, importTexts.example]} />
          <tbody>
            {fields.map(([name, field]) => {
              const column = columnOf(mapping.fields[name]);
              const at = look.header.indexOf(column);
              return (
                <tr key={name}>
                  <th scope="row">
                    {capital(say(field.label))}
                    {'needed' in field && field.needed ? ' *' : ''}
                  </th>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={say(field.label)}
                      data={columns}
                      value={column}
                      onChange={(event) => set(name, event.currentTarget.value)}
                    />
                  </td>
                  <td className="dim cut import-example">
                    {at < 0
                      ? ''
                      : look.sample
                          .map((row) => row[at])
                          .filter(Boolean)
                          .slice(0, 3)
                          .join(' · ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
      <Raw mapping={mapping} onChange={onChange} />
    </section>
  );
}

/** Another column keeps what else the rule says (how to look it up, which values mean what). */
function withColumn(fields: Mapping['fields'], name: string, column: string): Mapping['fields'] {
  const { [name]: before, ...rest } = fields;
  if (column === '') return rest;
  return { ...rest, [name]: typeof before === 'object' ? { ...before, column } : column };
}

function Raw({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  return (
    <details>
      <summary>{say(importTexts.advanced)}</summary>
      <Textarea
        aria-label={say(importTexts.advanced)}
        autosize
        maxRows={24}
        classNames={{ input: 'mono' }}
        error={wrong ? say(importTexts.not_json) : undefined}
        value={typed ?? JSON.stringify(mapping, null, 2)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const next = read(text);
          setWrong(next === null);
          if (next) onChange(next);
        }}
        onBlur={() => !wrong && setTyped(null)}
      />
    </details>
  );
}

function read(text: string): Mapping | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'fields' in value ? (value as Mapping) : null;
  } catch {
    return null;
  }
}
