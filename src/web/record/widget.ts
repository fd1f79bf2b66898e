// What every input of a field is given, and the editors of special shapes that practices add.
import { type ComponentType, createContext } from 'react';
import type { Field } from '../../kernel/field.ts';
import type { Refs } from '../contract.ts';
import type { Format } from '../format.ts';
import type { Say } from '../language.tsx';

export type WidgetProps = {
  readonly name: string;
  readonly field: Field & { readonly needed?: boolean };
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly refs: Refs;
  /** Of the amounts in this form, where it says so. */
  readonly currency?: string | undefined;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  /** No label on screen (it is still read aloud): inline editing. */
  readonly bare?: boolean;
};
export type Widget = ComponentType<WidgetProps>;

/** How a special shape is edited, and how it is said in one line. */
export type ShapeKind = {
  readonly edit?: Widget;
  readonly words?: (value: unknown, tongue: Tongue) => string;
};
/** What words are made with: the reader's language, zone and the names of records. */
export type Tongue = { readonly say: Say; readonly format: Format; readonly refs: Refs; readonly currency?: string | undefined };

/** Special shapes by their name; given by the shell, so that this room names no practice. */
export const Shapes = createContext<Readonly<Record<string, ShapeKind>>>({});
