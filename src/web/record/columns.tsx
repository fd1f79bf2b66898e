// The columns of a list: what a definition lists, what the person chose instead, and how each cell is drawn.
import { type ReactNode, useState } from 'react';
import type { Side } from '../../kernel/field.ts';
import { type Definition, shown } from '../../kernel/record.ts';
import type { Clock, Refs, Row } from '../contract.ts';
import { Time } from '../parts/time.tsx';
import { RowClock } from './clock-badge.tsx';
import { currencyOf, Priority, StateBadge, Value } from './value.tsx';

const wordy = new Set(['prose', 'data']);

export function possibleColumns(definition: Definition, side: Side): string[] {
  const own = Object.keys(definition.fields).filter(
    (name) => name !== definition.title && shown(definition.fields[name], side) && !wordy.has(definition.fields[name]?.kind ?? ''),
  );
  return ['state', ...(definition.clocks ? ['due'] : []), ...own, 'opened_at', 'updated_at', 'closed_at'];
}

/** The number and the title always lead; then the state, the clock and the listed fields. */
export function defaultColumns(definition: Definition, side: Side): string[] {
  const listed = Object.keys(definition.fields).filter(
    (name) => definition.fields[name]?.listed && shown(definition.fields[name], side) && name !== definition.title,
  );
  return definition.clocks ? ['state', 'due', ...listed.slice(0, 6)] : ['state', ...listed.slice(0, 6), 'updated_at'];
}

export function useColumns(definition: Definition, side: Side): [string[], (columns: string[] | null) => void] {
  const place = `columns:${definition.name}`;
  const [columns, setColumns] = useState<string[]>(() => kept(place, possibleColumns(definition, side)) ?? defaultColumns(definition, side));
  return [
    columns,
    (next) => {
      if (next === null) localStorage.removeItem(place);
      else localStorage.setItem(place, next.join());
      setColumns(next ?? defaultColumns(definition, side));
    },
  ];
}

type CellProps = {
  readonly definition: Definition;
  readonly name: string;
  readonly row: Row;
  readonly refs: Refs;
  readonly clocks: readonly Clock[] | undefined;
  readonly as_of: string;
  readonly customer: boolean;
};

export function Cell({ definition, name, row, refs, clocks, as_of, customer }: CellProps): ReactNode {
  if (name === 'state') return <StateBadge definition={definition} state={row.state} customer={customer} />;
  if (name === 'due') return <RowClock clocks={clocks} as_of={as_of} refs={refs} />;
  if (name === 'opened_at' || name === 'updated_at' || name === 'closed_at') return row[name] ? <Time at={row[name]} /> : null;
  const field = definition.fields[name];
  if (!field) return null;
  if (name === 'priority' && row[name]) return <Priority level={Number(row[name])} />;
  return <Value value={row[name]} field={field} refs={refs} currency={currencyOf(row)} plain />;
}

function kept(place: string, possible: readonly string[]): string[] | null {
  const names = localStorage
    .getItem(place)
    ?.split(',')
    .filter((name) => possible.includes(name));
  return names && names.length > 0 ? names : null;
}
