// How a field's value is shown: one table, keyed by the widget of its kind.
import { Link } from '@tanstack/react-router';
import { type ReactNode, use, useMemo } from 'react';
import { type Field, kinds } from '../../kernel/field.ts';
import type { Definition, State } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { Refs } from '../contract.ts';
import { type Format, useFormat } from '../format.ts';
import { type Say, useSay } from '../language.tsx';
import { Time } from '../parts/time.tsx';
import { texts } from '../texts.ts';
import { Shapes } from './widget.ts';

/** `currency`: that of the row, for amounts in it. */
type Shown = { readonly value: unknown; readonly field: Field; readonly refs: Refs; readonly currency?: string | undefined };

export type Words = (shown: Shown) => string;

/** Words for a value, where no markup is possible: chips, sentences, the change log. */
export function useWords(): Words {
  const say = useSay();
  const format = useFormat();
  const shapes = use(Shapes);
  return useMemo(() => {
    const ofShape = ({ value, field, refs, currency }: Shown): string => {
      const words = shapes[(field.kind === 'data' && field.names) || '']?.words;
      if (value === null || value === undefined) return '–';
      return words ? words(value, { say, format, refs, currency }) : JSON.stringify(value);
    };
    return (shown) => (shown.field.kind === 'data' ? ofShape(shown) : wordsOf(shown, say, format));
  }, [say, format, shapes]);
}

/** What a field says where no shape is involved. */
export function wordsOf({ value, field, refs, currency }: Shown, say: Say, format: Format): string {
  if (value === null || value === undefined || value === '') return say(texts.none);
  if (Array.isArray(value)) return value.map((each) => refs[String(each)] ?? String(each)).join(', ') || say(texts.none);
  switch (kinds[field.kind].widget) {
    case 'choice':
      return choiceLabel(field, String(value), say);
    case 'ref':
      return refs[String(value)] ?? String(value);
    case 'switch':
      return say(value ? texts.yes : texts.no);
    case 'minutes':
      return format.minutes(Number(value));
    case 'percent':
      return format.ppm(Number(value));
    case 'number':
      if (!('minor' in field && field.minor)) return format.number(Number(value));
      return currency ? format.money(Number(value), currency) : format.cents(Number(value));
    case 'instant':
      return format.instant(String(value));
    case 'date':
      return format.date(String(value));
    default:
      return String(value);
  }
}

export function Value({ value, field, refs, currency, plain = false }: Shown & { readonly plain?: boolean }): ReactNode {
  const words = useWords();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return <span className="dim">–</span>;
  if (field.kind === 'instant') return <Time at={String(value)} />;
  if (plain) return words({ value, field, refs, currency });
  if (field.kind === 'ref') return <RefLink id={String(value)} refs={refs} />;
  if (field.kind === 'refs' && Array.isArray(value))
    return <span>{joined(value.map((each) => <RefLink key={String(each)} id={String(each)} refs={refs} />))}</span>;
  if (field.kind === 'prose') return <span className="prose">{String(value)}</span>;
  if (field.kind === 'email') return <a href={`mailto:${encodeURIComponent(String(value))}`}>{String(value)}</a>;
  return <span className="prose">{words({ value, field, refs, currency })}</span>;
}

/** The currency that a row or form names, if it does. */
export const currencyOf = ({ currency }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : undefined;

export function RefLink({ id, refs }: { readonly id: string; readonly refs: Refs }) {
  return (
    <Link to="/$id" params={{ id }} title={id} className="ref">
      {refs[id] ?? id}
    </Link>
  );
}

export function StateBadge({ definition, state, customer = false }: { readonly definition: Definition; readonly state: string; readonly customer?: boolean }) {
  const say = useSay();
  const known = definition.states[state];
  return (
    <span className="badge" data-tone={known?.tone ?? 'neutral'}>
      {known ? say(stateLabel(known, customer)) : state}
    </span>
  );
}

/** 1 is the most pressing: said as P1, with a colour that only underlines it. */
export function Priority({ level }: { readonly level: number }) {
  return (
    <span className="priority" data-level={level}>
      P{level}
    </span>
  );
}

/** Labels of definitions may begin with a small letter, as words in a sentence; alone they begin with a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const stateLabel = (state: State, customer: boolean): Text => (customer ? (state.customer_label ?? state.label) : state.label);

export function choiceLabel(field: Field, value: string, say: Say): string {
  const option = field.kind === 'choice' && Object.hasOwn(field.options, value) ? field.options[value] : undefined;
  return option ? say(option) : value;
}

/** The label of a column or a filterable name: the record's own fields and the standing columns. */
export function labelOf(definition: Definition, name: string): Text {
  const standing: Readonly<Record<string, Text>> = {
    id: texts.id,
    state: texts.state,
    due: texts.due,
    opened_at: texts.opened_at,
    updated_at: texts.updated_at,
    closed_at: texts.closed_at,
  };
  return definition.fields[name]?.label ?? standing[name] ?? { en: name, nl: name, de: name };
}

function joined(nodes: readonly ReactNode[]): ReactNode {
  return nodes.map((node, index) => [index > 0 ? ', ' : null, node]);
}
