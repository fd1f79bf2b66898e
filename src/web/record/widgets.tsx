// The input for each kind of field: one table, keyed by the kind's `widget`; special shapes are handed in from outside.
import { MultiSelect, NativeSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { use, useMemo, useState, type ReactNode } from 'react';
import { kinds, type Field } from '../../kernel/field.ts';
import { fits } from '../../kernel/shape.ts';
import type { Refs } from '../contract.ts';
import { useReader, useSay } from '../language.tsx';
import { fromLocal, toLocal } from '../parts/time.tsx';
import { texts } from '../texts.ts';
import { readMinutes, readPercent, writeMinutes, writePercent } from './units.ts';
import { useRefs } from './queries.ts';
import { Shapes, type Widget, type WidgetProps } from './widget.ts';

export function FieldInput(props: WidgetProps): ReactNode {
  const special = use(Shapes)[(props.field.kind === 'data' && props.field.names) || ''];
  const Found = special?.edit ?? widgets[kinds[props.field.kind].widget] ?? Line;
  return <Found {...props} />;
}

function useBasics({ field, error, autoFocus, bare }: WidgetProps) {
  const say = useSay();
  const label = say(field.label);
  return { ...(bare ? { 'aria-label': label } : { label, description: field.means ? say(field.means) : undefined }), error: error ?? undefined, 'data-autofocus': autoFocus || undefined, withAsterisk: field.needed ?? false, size: 'sm' as const };
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function Line(props: WidgetProps) {
  return <TextInput {...useBasics(props)} value={text(props.value)} maxLength={limit(props.field) ?? 300} onChange={(event) => props.onChange(event.currentTarget.value)} />;
}

function Lines(props: WidgetProps) {
  return <Textarea {...useBasics(props)} autosize minRows={3} maxRows={14} value={text(props.value)} onChange={(event) => props.onChange(event.currentTarget.value)} />;
}

function Email(props: WidgetProps) {
  return <TextInput {...useBasics(props)} type="email" autoComplete="off" value={text(props.value)} onChange={(event) => props.onChange(event.currentTarget.value.trim())} />;
}

function Zone(props: WidgetProps) {
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])], []);
  return <Select {...useBasics(props)} searchable clearable={!props.field.needed} limit={50} data={zones} value={text(props.value) || null} onChange={props.onChange} />;
}

function Whole(props: WidgetProps) {
  const value = typeof props.value === 'number' ? props.value : '';
  return <NumberInput {...useBasics(props)} allowDecimal={false} value={value} onChange={(next) => props.onChange(typeof next === 'number' ? next : null)} />;
}

/** A figure with a unit: the text stays as typed until it can be read. */
function Written({ props, write, read, example }: { readonly props: WidgetProps; readonly write: (value: number) => string; readonly read: (text: string) => number | null; readonly example: string }) {
  const [typed, setTyped] = useState(typeof props.value === 'number' ? write(props.value) : '');
  return (
    <TextInput
      {...useBasics(props)}
      value={typed}
      placeholder={example}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const next = read(event.currentTarget.value);
        props.onChange(next ?? (event.currentTarget.value.trim() === '' ? null : event.currentTarget.value));
      }}
    />
  );
}

const Minutes: Widget = (props) => <Written props={props} write={writeMinutes} read={readMinutes} example="4h 30m" />;
const Percent: Widget = (props) => <Written props={props} write={writePercent} read={readPercent} example="99.95" />;

function OnOff(props: WidgetProps) {
  const say = useSay();
  return <Switch label={say(props.field.label)} description={props.field.means ? say(props.field.means) : undefined} error={props.error ?? undefined} checked={props.value === true} onChange={(event) => props.onChange(event.currentTarget.checked)} />;
}

function Instant(props: WidgetProps) {
  const { zone } = useReader();
  const basics = useBasics(props);
  const value = typeof props.value === 'string' ? toLocal(props.value, zone) : '';
  return <TextInput {...basics} title={zone} rightSection={<span className="dim small">{zone}</span>} rightSectionWidth={140} type="datetime-local" value={value} onChange={(event) => props.onChange(fromLocal(event.currentTarget.value, zone))} />;
}

function Day(props: WidgetProps) {
  return <TextInput {...useBasics(props)} type="date" value={text(props.value).slice(0, 10)} onChange={(event) => props.onChange(event.currentTarget.value || null)} />;
}

function Choice(props: WidgetProps) {
  const say = useSay();
  const options = props.field.kind === 'choice' ? Object.entries(props.field.options).map(([value, label]) => ({ value, label: say(label) })) : [];
  return <NativeSelect {...useBasics(props)} data={[{ value: '', label: `– ${say(texts.choose)} –` }, ...options]} value={text(props.value)} onChange={(event) => props.onChange(event.currentTarget.value || null)} />;
}

function useOptions(props: WidgetProps, words: string, chosen: readonly string[]) {
  const to = props.field.kind === 'ref' || props.field.kind === 'refs' ? props.field.to : '';
  const found = useRefs(to, words, to !== '');
  const known = new Map((found.data?.data ?? []).map((each) => [each.id, each.detail ? `${each.title} · ${each.detail}` : each.title]));
  for (const id of chosen) if (!known.has(id)) known.set(id, props.refs[id] ?? id);
  return [...known].map(([value, label]) => ({ value, label }));
}

function Reference(props: WidgetProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const value = text(props.value) || null;
  const data = useOptions(props, data_words(words, value, props.refs), value ? [value] : []);
  return (
    <Select
      {...useBasics(props)}
      searchable
      clearable={!props.field.needed}
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={props.onChange}
      onSearchChange={setWords}
      placeholder={props.bare ? say(props.field.label) : say(texts.type_to_search)}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}

/** What stands in the box is the chosen title, not a search for it. */
const data_words = (words: string, value: string | null, refs: Refs): string => (value && words.startsWith(refs[value] ?? value) ? '' : words);

function References(props: WidgetProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const value = Array.isArray(props.value) ? props.value.map(String) : [];
  const data = useOptions(props, words, value);
  return <MultiSelect {...useBasics(props)} searchable data={data} filter={({ options }) => options} value={value} onChange={props.onChange} onSearchChange={setWords} placeholder={value.length ? undefined : say(texts.type_to_search)} nothingFoundMessage={say(texts.nothing_found)} />;
}

function Words(props: WidgetProps) {
  return <TagsInput {...useBasics(props)} value={Array.isArray(props.value) ? props.value.map(String) : []} onChange={props.onChange} />;
}

/** A shape without an editor of its own: its JSON, checked while typing. */
function Data(props: WidgetProps) {
  const [typed, setTyped] = useState(props.value === null || props.value === undefined ? '' : JSON.stringify(props.value, null, 2));
  const [wrong, setWrong] = useState(false);
  const basics = useBasics(props);
  return (
    <Textarea
      {...basics}
      error={basics.error ?? (wrong || undefined)}
      classNames={{ input: 'mono' }}
      autosize
      minRows={4}
      maxRows={20}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const value = parse(event.currentTarget.value);
        const good = props.field.kind === 'data' && (value === null || fits(props.field.shape.schema, value));
        setWrong(!good);
        props.onChange(good ? value : event.currentTarget.value);
      }}
    />
  );
}

function parse(typed: string): unknown {
  if (typed.trim() === '') return null;
  try {
    return JSON.parse(typed);
  } catch {
    return undefined;
  }
}

const limit = (field: Field): number | undefined => ('max' in field ? field.max : undefined);

const widgets: Readonly<Record<string, Widget>> = {
  line: Line, lines: Lines, email: Email, zone: Zone, number: Whole, minutes: Minutes, percent: Percent, switch: OnOff,
  instant: Instant, date: Day, choice: Choice, ref: Reference, refs: References, texts: Words, data: Data,
};
