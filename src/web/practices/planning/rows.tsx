// Editing the lists inside plans as rows of boxes, so that nobody has to write JSON: one table of columns per shape.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Field } from '../../../kernel/field.ts';
import { useSay } from '../../language.tsx';
import { readMinutes, writeMinutes } from '../../record/units.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { Reference } from '../../record/widget-refs.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Frame, More, Remove, useRows } from '../promise/rows.tsx';
import { type Column, rowColumns } from './row-columns.ts';

type Row = Readonly<Record<string, unknown>>;

export const CapacityDemands = (props: WidgetProps) => <Rows {...props} columns={rowColumns.capacity_demands} />;
export const CapacityPoints = (props: WidgetProps) => <Rows {...props} columns={rowColumns.capacity_points} />;
export const RecoverySteps = (props: WidgetProps) => <Rows {...props} columns={rowColumns.recovery_steps} />;
export const ContinuityImpact = (props: WidgetProps) => <Rows {...props} columns={rowColumns.continuity_impact} />;
export const ContinuityEvidence = (props: WidgetProps) => <Rows {...props} columns={rowColumns.continuity_evidence} />;
export const CostPools = (props: WidgetProps) => <Rows {...props} columns={rowColumns.cost_pools} />;
export const CostDepartments = (props: WidgetProps) => <Rows {...props} columns={rowColumns.cost_departments} />;
export const CostDrivers = (props: WidgetProps) => <Rows {...props} columns={rowColumns.cost_drivers} />;

function Rows({ field, value, onChange, error, refs, columns }: WidgetProps & { readonly columns: readonly Column[] }) {
  const say = useSay();
  const list = useRows<Row>(value, onChange);
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name }, at) => (
        <div key={name} className="week-row">
          {columns.map((column) => (
            <Box
              key={column.name}
              column={column}
              label={`${say(column.label)}, ${say(texts.row)} ${at + 1}`}
              value={row[column.name]}
              refs={refs}
              onChange={(next) => list.set(at, { ...row, [column.name]: next })}
            />
          ))}
          <Remove label={say(texts.remove_row, { row: at + 1 })} onRemove={() => list.remove(at)} />
        </div>
      ))}
      <More
        label={say(texts.add_row)}
        onMore={() => list.add(Object.fromEntries(columns.map((each) => [each.name, each.kind === 'text' || each.to ? '' : 0])))}
      />
    </Frame>
  );
}

type BoxProps = {
  readonly column: Column;
  readonly label: string;
  readonly value: unknown;
  readonly refs: WidgetProps['refs'];
  readonly onChange: (value: unknown) => void;
};

/** What cannot be read goes on as it was typed: the server says what would be right. */
function Box({ column, label, value, refs, onChange }: BoxProps) {
  const say = useSay();
  const [typed, setTyped] = useState(() => written(column, value));
  if (column.to) {
    const field: Field = { kind: 'ref', to: column.to, label: column.label };
    return <Reference name={column.name} field={field} value={value} refs={refs} bare onChange={(next) => onChange(next ?? '')} />;
  }
  return (
    <TextInput
      size="xs"
      w={column.width ?? 110}
      aria-label={label}
      placeholder={say(column.label)}
      value={typed}
      error={typed.trim() !== '' && typeof read(column, typed) === 'string' && column.kind !== 'text'}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(read(column, text));
      }}
    />
  );
}

function written({ kind }: Column, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'minutes' && typeof value === 'number') return writeMinutes(value);
  return kind === 'money' && typeof value === 'number' ? (value / 100).toFixed(2) : String(value);
}

function read({ kind }: Column, text: string): unknown {
  const trimmed = text.trim();
  if (kind === 'minutes') return readMinutes(trimmed) ?? trimmed;
  if (kind === 'money') return /^\d{1,10}([.,]\d{1,2})?$/.test(trimmed) ? Math.round(Number(trimmed.replace(',', '.')) * 100) : trimmed;
  if (kind === 'number') return /^\d{1,10}$/.test(trimmed) ? Number(trimmed) : trimmed;
  return trimmed;
}
