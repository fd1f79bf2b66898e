// A picture of items and relations at one moment, and what differs between two: what baselines freeze and verifications compare.
import type { Attributes } from './fields.ts';

/** An item as it was. References are numbers; `type` is the number of its type. */
export type PicturedItem = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly owner: string;
  readonly team: string | null;
  readonly attributes: Attributes;
};
export type PicturedRelation = {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly object: string;
  readonly redundancy: string | null;
  readonly need: number | null;
};
export type Picture = { readonly items: readonly PicturedItem[]; readonly relations: readonly PicturedRelation[] };
