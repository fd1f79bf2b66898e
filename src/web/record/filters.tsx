// The filters of a list: one line of text and chips beneath it, both saying the same and each changing the other.
import { Button, Menu, NativeSelect, Popover, Select, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Definition } from '../../kernel/record.ts';
import { filterKind, isWords, parseView, writeView, wrongView, type Filter } from '../../kernel/view.ts';
import { refusals } from '../../kernel/refusal.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay, type Say } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { texts } from '../texts.ts';
import { recordTexts } from '../texts/record.ts';
import { useRefs } from './queries.ts';
import { choiceLabel, labelOf, stateLabel } from './value.tsx';

type Props = { readonly definition: Definition; readonly q: string; readonly onQ: (q: string) => void; readonly refs: Refs };

export function Filters({ definition, q, onQ, refs }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState(q);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(q), [q]);
  useShortcuts(useMemo(() => [{ name: 'filter', keys: 'f', label: say(recordTexts.filter_line), run: () => box.current?.focus() }], [say]));
  const view = parseView(q);
  const wrong = wrongView(definition, view);
  const without = (index: number) => onQ(writeView({ ...view, filters: view.filters.filter((_, each) => each !== index) }));
  return (
    <div className="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onQ(writeView(parseView(typed)));
        }}
      >
        <TextInput ref={box} size="xs" aria-label={say(recordTexts.filter_line)} placeholder={say(recordTexts.filter_hint)} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => typed !== q && onQ(writeView(parseView(typed)))} leftSection={<Icon name="search" size={14} />} classNames={{ input: 'mono' }} />
      </form>
      <div className="chips">
        {view.filters.map((filter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may stand there twice
          <span key={index} className="chip">
            <FilterText definition={definition} filter={filter} refs={refs} />
            <button type="button" aria-label={say(recordTexts.remove_filter, { what: `${filter.field}:${filter.values.join(',')}` })} onClick={() => without(index)}>
              <Icon name="close" size={10} />
            </button>
          </span>
        ))}
        <AddFilter definition={definition} onAdd={(filter) => onQ(writeView({ ...view, filters: [...view.filters, filter] }))} />
        {view.filters.length > 0 || view.words ? (
          <button type="button" className="link small" onClick={() => onQ(writeView({ words: '', filters: [], sort: view.sort }))}>
            {say(recordTexts.clear_filters)}
          </button>
        ) : null}
      </div>
      {wrong ? (
        <p className="refused" role="alert">
          {say(refusals[wrong.refused] ?? texts.error_text, wrong.params)}
        </p>
      ) : null}
    </div>
  );
}

const isTexts = { open: recordTexts.is_open, closed: recordTexts.is_closed, mine: recordTexts.is_mine, team: recordTexts.is_team, unassigned: recordTexts.is_unassigned, overdue: recordTexts.is_overdue, waiting: recordTexts.is_waiting };

function FilterText({ definition, filter, refs }: { readonly definition: Definition; readonly filter: Filter; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const values = filter.values.map((value) => valueText({ definition, filter, value, refs }, say, format.language)).join(', ');
  const name = filter.field === 'is' ? '' : `${say(labelOf(definition, filter.field))}${filter.operator === '=' ? ':' : ` ${filter.operator}`} `;
  return <span>{`${filter.not ? `${say(recordTexts.not)} ` : ''}${name}${values}`}</span>;
}

type Valued = { readonly definition: Definition; readonly filter: Filter; readonly value: string; readonly refs: Refs };

function valueText({ definition, filter, value, refs }: Valued, say: Say, _language: string): string {
  if (value === 'none') return say(texts.none);
  if (filter.field === 'is' || filter.field === 'state') {
    const word = Object.hasOwn(isTexts, value) ? isTexts[value as keyof typeof isTexts] : undefined;
    const state = definition.states[value];
    return word ? say(word) : state ? say(stateLabel(state, false)) : value;
  }
  const field = definition.fields[filter.field];
  if (field?.kind === 'choice') return choiceLabel(field, value, say);
  return refs[value] ?? value;
}

function AddFilter({ definition, onAdd }: { readonly definition: Definition; readonly onAdd: (filter: Filter) => void }) {
  const say = useSay();
  const [field, setField] = useState<string | null>(null);
  const names = ['is', 'state', ...Object.keys(definition.fields).filter((name) => filterKind(definition, name)), 'due', 'opened_at', 'updated_at', 'closed_at'];
  const add = (value: string, operator: Filter['operator'] = '=') => {
    if (field && value !== '') onAdd({ field, operator, values: [value], not: false });
    setField(null);
  };
  return (
    <Popover opened={field !== null} onChange={(opened) => !opened && setField(null)} position="bottom-start" trapFocus withRoles={false} transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <span>
          <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <Button size="compact-xs" variant="subtle" leftSection={<Icon name="plus" size={12} />}>
                {say(recordTexts.add_filter)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className="tall">
              {names.map((name) => (
                <Menu.Item key={name} onClick={() => setTimeout(() => setField(name), 0)}>
                  {name === 'is' ? say(recordTexts.is) : say(labelOf(definition, name))}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
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
  if (field === 'state') return <Options label={say(texts.state)} options={Object.entries(definition.states).map(([name, state]) => [name, say(state.label)])} onAdd={onAdd} />;
  if (known?.kind === 'choice') return <Options label={say(known.label)} options={Object.entries(known.options).map(([value, label]) => [value, say(label)])} onAdd={onAdd} />;
  if (known?.kind === 'ref' || known?.kind === 'refs') return <RefInput label={say(known.label)} to={known.to} onAdd={onAdd} />;
  if (filterKind(definition, field) === 'instant') return <SpanInput label={say(labelOf(definition, field))} onAdd={onAdd} />;
  return <TextValue label={say(labelOf(definition, field))} onAdd={onAdd} />;
}

function Options({ label, options, onAdd }: { readonly label: string; readonly options: readonly (readonly [string, string])[]; readonly onAdd: (value: string) => void }) {
  const say = useSay();
  return <NativeSelect label={label} data-autofocus data={[{ value: '', label: `– ${say(texts.choose)} –` }, ...options.map(([value, text]) => ({ value, label: text })), { value: 'none', label: say(texts.none) }]} onChange={(event) => onAdd(event.currentTarget.value)} />;
}

function RefInput({ label, to, onAdd }: { readonly label: string; readonly to: string; readonly onAdd: (value: string) => void }) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useRefs(to, words);
  const data = (found.data?.data ?? []).map((each) => ({ value: each.id, label: each.title }));
  return <Select label={label} data-autofocus searchable data={[...data, { value: 'none', label: say(texts.none) }]} filter={({ options }) => options} onSearchChange={setWords} onChange={(value) => value && onAdd(value)} comboboxProps={{ withinPortal: false }} nothingFoundMessage={say(texts.nothing_found)} />;
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
