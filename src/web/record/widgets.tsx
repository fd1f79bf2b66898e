// The input for each kind of field: one table, keyed by the kind's `widget`; special shapes are handed in from outside.
import { NativeSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, use, useMemo, useState } from 'react';
import { type Field, kinds } from '../../kernel/field.ts';
import { fits } from '../../kernel/shape.ts';
import { useReader, useSay } from '../language.tsx';
import { fromLocal, toLocal } from '../parts/time.tsx';
import { rowTexts } from '../texts/rows.ts';
import { texts } from '../texts.ts';
import { decimalsOf, readMinutes, readMoney, readPercent, writeMinutes, writeMoney, writePercent } from './units.ts';
import { Shapes, type Widget, type WidgetProps } from './widget.ts';
import { textOf, useBasics } from './widget-basics.ts';
import { Reference, References } from './widget-refs.tsx';

export function FieldInput(props: WidgetProps): ReactNode {
  const special = use(Shapes)[(props.field.kind === 'data' && props.field.names) || ''];
  const Found = special?.edit ?? widgets[kinds[props.field.kind].widget] ?? Line;
  return <Found {...props} />;
}

function Line(props: WidgetProps) {
  return (
    <TextInput
      {...useBasics(props)}
      value={textOf(props.value)}
      maxLength={limit(props.field) ?? 300}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Lines(props: WidgetProps) {
  return (
    <Textarea
      {...useBasics(props)}
      autosize
      minRows={3}
      maxRows={14}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Email(props: WidgetProps) {
  return (
    <TextInput
      {...useBasics(props)}
      type="email"
      autoComplete="off"
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value.trim())}
    />
  );
}

function Zone(props: WidgetProps) {
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])], []);
  return (
    <Select
      {...useBasics(props)}
      searchable
      clearable={!props.field.needed}
      limit={50}
      data={zones}
      value={textOf(props.value) || null}
      onChange={props.onChange}
    />
  );
}

function Whole(props: WidgetProps) {
  return 'minor' in props.field && props.field.minor ? <Amount {...props} /> : <Count {...props} />;
}

function Count(props: WidgetProps) {
  const value = typeof props.value === 'number' ? props.value : '';
  return <NumberInput {...useBasics(props)} allowDecimal={false} value={value} onChange={(next) => props.onChange(typeof next === 'number' ? next : null)} />;
}

/** A figure with a unit: the text stays as typed until it can be read. */
function Written({
  props,
  write,
  read,
  example,
  unit,
}: {
  readonly props: WidgetProps;
  readonly write: (value: number) => string;
  readonly read: (text: string) => number | null;
  readonly example: string;
  readonly unit?: string | undefined;
}) {
  const [typed, setTyped] = useState(typeof props.value === 'number' ? write(props.value) : '');
  return (
    <TextInput
      {...useBasics(props)}
      value={typed}
      placeholder={example}
      {...(unit ? { rightSection: <span className="dim small">{unit}</span>, rightSectionWidth: 46 } : {})}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const next = read(event.currentTarget.value);
        props.onChange(next ?? (event.currentTarget.value.trim() === '' ? null : event.currentTarget.value));
      }}
    />
  );
}

const Minutes: Widget = (props) => <Written props={props} write={writeMinutes} read={readMinutes} example="4h 30m" />;
const Percent: Widget = (props) => <Written props={props} write={writePercent} read={readPercent} example="99.95" unit="%" />;

/** Typed in whole units of its currency, kept in the smallest. */
function Amount(props: WidgetProps) {
  const say = useSay();
  const decimals = props.currency ? decimalsOf(props.currency) : 2;
  const unread = typeof props.value === 'string' && props.value !== '' ? say(rowTexts.amount_wrong) : null;
  return (
    <Written
      key={decimals}
      props={{ ...props, error: unread ?? props.error ?? null }}
      write={(minor) => writeMoney(minor, decimals)}
      read={(text) => readMoney(text, decimals)}
      example={decimals ? '2500.00' : '2500'}
      unit={props.currency}
    />
  );
}

function OnOff(props: WidgetProps) {
  const say = useSay();
  return (
    <Switch
      label={say(props.field.label)}
      description={props.field.means ? say(props.field.means) : undefined}
      error={props.error ?? undefined}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function Instant(props: WidgetProps) {
  const { zone } = useReader();
  const basics = useBasics(props);
  const value = typeof props.value === 'string' ? toLocal(props.value, zone) : '';
  return (
    <TextInput
      {...basics}
      title={zone}
      rightSection={<span className="dim small">{zone}</span>}
      rightSectionWidth={140}
      type="datetime-local"
      value={value}
      onChange={(event) => props.onChange(fromLocal(event.currentTarget.value, zone))}
    />
  );
}

function Day(props: WidgetProps) {
  return (
    <TextInput
      {...useBasics(props)}
      type="date"
      value={textOf(props.value).slice(0, 10)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}

function Choice(props: WidgetProps) {
  const say = useSay();
  const options = props.field.kind === 'choice' ? Object.entries(props.field.options).map(([value, label]) => ({ value, label: say(label) })) : [];
  return (
    <NativeSelect
      {...useBasics(props)}
      data={[{ value: '', label: `– ${say(texts.choose)} –` }, ...options]}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
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
  line: Line,
  lines: Lines,
  email: Email,
  zone: Zone,
  number: Whole,
  minutes: Minutes,
  percent: Percent,
  switch: OnOff,
  instant: Instant,
  date: Day,
  choice: Choice,
  ref: Reference,
  refs: References,
  texts: Words,
  data: Data,
};
