// What a verification found, and what differed from the records.
import type { Attributes } from './fields.ts';

/** A thing that was found. It is known by its number, its key in the source or its name, in this order. */
export type Found = {
  readonly item?: string;
  readonly key?: string;
  readonly name?: string;
  readonly type?: string;
  readonly attributes?: Attributes;
};
export type Difference = {
  readonly id: string;
  readonly kind: 'missing' | 'unexpected' | 'differs';
  readonly item: string | null;
  readonly name: string;
  /** name or an attribute; null unless it differs. */
  readonly attribute: string | null;
  readonly recorded: string | number | boolean | null;
  readonly found: string | number | boolean | null;
  /** What was found, for an unexpected one. */
  readonly thing: Found | null;
  readonly decision: 'corrected' | 'accepted' | 'raised' | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
};
