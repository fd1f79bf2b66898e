// What a baseline freezes when it is taken.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Picture } from './picture.record.ts';

export type BaselineGiven = {
  /** How many items the scope holds. */
  readonly count: number;
  readonly picture: Picture | null;
};
type The = Case<Case['row'], BaselineGiven>;
/** A picture of more is several megabytes in one row: it is taken in parts. */
export const mostItems = 20_000;

export const baselineRules: Rules<BaselineGiven> = { open: taken };

function taken({ given: { count, picture }, at }: The): Decision | Refusal {
  if (count > mostItems) return refuse('baseline.open.too_many', 'types', { items: count, most: mostItems });
  if (!picture) return refuse('baseline.open.nothing', 'types');
  const [items, relations] = [picture.items.length, picture.relations.length];
  return { changes: { taken_at: at, item_count: items, relation_count: relations, picture }, params: { items, relations } };
}
