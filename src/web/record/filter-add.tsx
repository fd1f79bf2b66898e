// Adding a filter without knowing the grammar: a field, then a value of its kind.
import { Button, NativeSelect, Popover, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Definition, shown } from '../../kernel/record.ts';
import { type Filter, filterKind, isWords } from '../../kernel/view.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/menu.tsx';
import { useSession } from '../session.tsx';
import { isTexts, recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { useRefs } from './queries.ts';
import { labelOf } from './value.tsx';

export function AddFilter({ definition, onAdd }: { readonly definition: Definition; readonly onAdd: (filter: Filter) => void }) {
  const say = useSay();
  const side = useSession().side ?? 'customer';
  const [field, setField] = useState<string | null>(null);
  const names = [
    'is',
    'state',
    ...Object.keys(definition.fields).filter((name) => filterKind(definition, name) && shown(definition.fields[name], side)),
    'due',
    'opened_at',
    'updated_at',
    'closed_at',
  ];
  const add = (value: string, operator: Filter['operator'] = '=') => {
    if (field && value !== '') onAdd({ field, operator, values: [value], not: false });
    setField(null);
  };
  return (
    <Popover
      opened={field !== null}
      onChange={(opened) => !opened && setField(null)}
      position="bottom-start"
      trapFocus
      withRoles={false}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span>
          <Menu
            className="text-button small"
            label={say(recordTexts.add_filter)}
            align="left"
            button={
              <>
                <Icon name="plus" size={12} /> {say(recordTexts.add_filter)}
              </>
            }
            groups={[
              {
                items: names.map((name) => ({
                  key: name,
                  label: name === 'is' ? say(recordTexts.is) : say(labelOf(definition, name)),
                  run: () => setTimeout(() => setField(name), 0),
                })),
              },
            ]}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>{field ? <ValueInput definition={definition} field={field} onAdd={add} /> : null}</Popover.Dropdown>
    </Popover>
  );
}

type ValueProps = { readonly definition: Definition; readonly field: string; readonly onAdd: (value: string, operator?: Filter['operator']) => void };

function ValueInput({ definition, field, onAdd }: ValueProps) {
  const say = useSay();
  const known = definition.fields[field];
  if (field === 'is') return <Options label={say(recordTexts.is)} options={isWords.map((word) => [word, say(isTexts[word])])} onAdd={onAdd} />;
  if (field === 'state')
    return <Options label={say(texts.state)} options={Object.entries(definition.states).map(([name, state]) => [name, say(state.label)])} onAdd={onAdd} />;
  if (known?.kind === 'choice')
    return <Options label={say(known.label)} options={Object.entries(known.options).map(([value, label]) => [value, say(label)])} onAdd={onAdd} />;
  if (known?.kind === 'ref' || known?.kind === 'refs') return <RefInput label={say(known.label)} to={known.to} onAdd={onAdd} />;
  if (filterKind(definition, field) === 'instant') return <SpanInput label={say(labelOf(definition, field))} onAdd={onAdd} />;
  return <TextValue label={say(labelOf(definition, field))} onAdd={onAdd} />;
}

function Options({
  label,
  options,
  onAdd,
}: {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onAdd: (value: string) => void;
}) {
  const say = useSay();
  return (
    <NativeSelect
      label={label}
      data-autofocus
      data={[
        { value: '', label: `– ${say(texts.choose)} –` },
        ...options.map(([value, text]) => ({ value, label: text })),
        { value: 'none', label: say(texts.none) },
      ]}
      onChange={(event) => onAdd(event.currentTarget.value)}
    />
  );
}

function RefInput({ label, to, onAdd }: { readonly label: string; readonly to: string; readonly onAdd: (value: string) => void }) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useRefs(to, words);
  const data = (found.data?.data ?? []).map((each) => ({ value: each.id, label: each.title }));
  return (
    <Select
      label={label}
      data-autofocus
      searchable
      data={[...data, { value: 'none', label: say(texts.none) }]}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={(value) => value && onAdd(value)}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}

function SpanInput({ label, onAdd }: { readonly label: string; readonly onAdd: (value: string, operator: Filter['operator']) => void }) {
  const say = useSay();
  const format = useFormat();
  const hour = 3_600_000;
  const choices: readonly (readonly [string, Filter['operator'], string])[] = [
    ['now', '<', say(recordTexts.past)],
    ['1h', '<', say(recordTexts.within, { span: format.span(hour) })],
    ['4h', '<', say(recordTexts.within, { span: format.span(4 * hour) })],
    ['1d', '<', say(recordTexts.within, { span: format.span(24 * hour) })],
    ['-1d', '>', say(recordTexts.last, { span: format.span(24 * hour) })],
    ['-7d', '>', say(recordTexts.last, { span: format.span(168 * hour) })],
    ['-30d', '>', say(recordTexts.last, { span: format.span(720 * hour) })],
  ];
  return (
    <NativeSelect
      label={label}
      data-autofocus
      data={[{ value: '', label: `– ${say(texts.choose)} –` }, ...choices.map(([value, , text]) => ({ value, label: text }))]}
      onChange={(event) => {
        const chosen = choices.find(([value]) => value === event.currentTarget.value);
        if (chosen) onAdd(chosen[0], chosen[1]);
      }}
    />
  );
}

function TextValue({ label, onAdd }: { readonly label: string; readonly onAdd: (value: string) => void }) {
  const say = useSay();
  const [value, setValue] = useState('');
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(value);
      }}
    >
      <TextInput label={label} data-autofocus value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      <Button type="submit" size="sm">
        {say(recordTexts.apply)}
      </Button>
    </form>
  );
}
