// What the editors of lists of terms share: the frame, a box for a percentage, a row that can be taken away.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { readPercent, writePercent } from './units.ts';
import type { WidgetProps } from './widget.ts';

export function Frame({ field, error, children }: Pick<WidgetProps, 'field' | 'error'> & { readonly children: ReactNode }) {
  const say = useSay();
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {field.means ? <p className="dim small">{say(field.means)}</p> : null}
      {children}
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}

type Percented = {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (ppm: unknown) => void;
  readonly example?: string;
  readonly above?: boolean;
  /** With its label on screen. */
  readonly labelled?: boolean;
};

/** The text stays as typed until it can be read; what cannot be read goes to the server, which says so. `above` allows more than all. */
export function Percentage({ label, value, onChange, example = '95', above = false, labelled = false }: Percented) {
  const [typed, setTyped] = useState(typeof value === 'number' ? writePercent(value) : '');
  const read = (text: string): number | null => readPercent(text) ?? (above && /^[12]\d\d$/.test(text.trim()) ? Number(text) * 10_000 : null);
  return (
    <TextInput
      size="xs"
      w={labelled ? 150 : 84}
      {...(labelled ? { label } : { 'aria-label': label })}
      placeholder={example}
      rightSection={<span className="dim small">%</span>}
      value={typed}
      error={typed.trim() !== '' && read(typed) === null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(read(text) ?? (text.trim() === '' ? null : text));
      }}
    />
  );
}

export function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onRemove}>
      <Icon name="close" size={12} />
    </ActionIcon>
  );
}

export function More({ label, onMore }: { readonly label: string; readonly onMore: () => void }) {
  return (
    <Button size="compact-xs" variant="default" leftSection={<Icon name="plus" size={12} />} onClick={onMore} style={{ alignSelf: 'flex-start' }}>
      {label}
    </Button>
  );
}

/** Rows have no name of their own; one is given to each when it is made, so that a box keeps its text when a row above it goes. */
export function useRows<Row>(value: unknown, onChange: (rows: readonly Row[]) => void) {
  const [names, setNames] = useState<readonly number[]>(() => (Array.isArray(value) ? value.map((_, index) => index) : []));
  const rows = (Array.isArray(value) ? value : []) as readonly Row[];
  return {
    rows: rows.map((row, index) => ({ row, name: names[index] ?? index })),
    set: (index: number, next: Row) => onChange(rows.map((row, each) => (each === index ? next : row))),
    add: (row: Row) => {
      setNames([...names, Math.max(-1, ...names) + 1]);
      onChange([...rows, row]);
    },
    swap: (one: number, other: number) => {
      const turned = <T,>(list: readonly T[]): T[] => list.map((each, at) => (at === one ? (list[other] ?? each) : at === other ? (list[one] ?? each) : each));
      setNames(turned(names));
      onChange(turned(rows));
    },
    remove: (index: number) => {
      setNames(names.filter((_, each) => each !== index));
      onChange(rows.filter((_, each) => each !== index));
    },
  };
}
