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

/** One value that is another: `field` is name, type, state, owner, team or `attributes.<name>`; null where there is none. */
export type ValueDifference = { readonly field: string; readonly before: unknown; readonly after: unknown };
/** `added` is in the later picture only, `removed` in the earlier only. */
export type PictureDifference = {
  readonly added: readonly PicturedItem[];
  readonly removed: readonly PicturedItem[];
  readonly changed: readonly { readonly id: string; readonly name: string; readonly values: readonly ValueDifference[] }[];
  readonly relations_added: readonly PicturedRelation[];
  readonly relations_removed: readonly PicturedRelation[];
};
