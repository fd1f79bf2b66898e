// What the commands of a cost line mean: it is in a pool of its model, as long as that model was not run.
import type { Case, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type CostLineGiven = {
  readonly model: { readonly id: string; readonly name: string; readonly state: string; readonly pools: readonly { readonly code: string }[] } | null;
};
type The = Case<Case['row'], CostLineGiven>;

export const costLineRules: Rules<CostLineGiven> = {
  open: (the) => frozen(the) ?? noPool(the) ?? {},
  edit: (the) => frozen(the) ?? noPool(the) ?? {},
  withdraw: (the) => frozen(the) ?? {},
};

function frozen({ given: { model } }: The): Refusal | null {
  return model && model.state !== 'draft' ? refuse('cost_line.frozen', 'model', { model: model.name }) : null;
}

function noPool({ input, given: { model } }: The): Refusal | null {
  if (!model || typeof input.pool !== 'string' || model.pools.some((each) => each.code === input.pool)) return null;
  return refuse('cost_line.no_pool', 'pool', { pool: input.pool, model: model.name, pools: model.pools.map((each) => each.code).join(', ') || '–' });
}
