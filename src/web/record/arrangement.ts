// How a practice arranges the form of its record: groups of fields, which of them apply now, and boxes of its own.
import type { ComponentType } from 'react';
import type { Text } from '../../kernel/text.ts';
import type { Refs, Row } from '../contract.ts';
import type { Tongue, WidgetProps } from './widget.ts';

export type Values = Readonly<Record<string, unknown>>;
/** The form as it stands: the row it started from, what has been filled in since, and a way to fill in more. */
export type FormState = {
  readonly row: Row | null;
  readonly values: Values;
  readonly refs: Refs;
  readonly set: (name: string) => (value: unknown) => void;
};
/** A box that also fills in another field beside its own. */
export type ArrangedWidget = ComponentType<WidgetProps & { readonly form: FormState; readonly errorOf: (name: string) => string | null }>;

export type Arrangement = {
  /** Headed groups in the order in which people think; what is in none of them follows without a heading. */
  readonly groups?: readonly { readonly label: Text; readonly fields: readonly string[] }[];
  /** A hook: which fields apply, as the form stands. What does not apply is not shown, and is emptied. */
  readonly useFitting?: (form: FormState) => (name: string) => boolean;
  readonly widgets?: Readonly<Record<string, ArrangedWidget>>;
  /** Sent, but without a box of its own: filled in by the box of the field named here, or (null) by nobody. */
  readonly boxless?: Readonly<Record<string, string | null>>;
  /** What is to be read before the fields, as the form stands. */
  readonly before?: ComponentType<FormState>;
};

/** How a practice reads a row where a field alone does not say enough. */
export type Reading = {
  /** Words for a field, made from the whole row: an amount with its currency. */
  readonly says?: Readonly<Record<string, (row: Row, tongue: Tongue) => { readonly label: Text; readonly words: string } | null>>;
  /** Not changed by themselves, in place: only in the whole form. */
  readonly whole?: readonly string[];
  readonly hide?: readonly string[];
  /** Does the field say anything in this row? What does not is left out. */
  readonly fits?: (name: string, row: Row) => boolean;
};

/** Everything fits: a form that nobody arranged. */
export const everyField = (): ((name: string) => boolean) => () => true;
