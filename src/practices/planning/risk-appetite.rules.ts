// What the commands of a risk appetite mean: one for each customer and service.
import type { Case, Rules } from '../../kernel/decide.ts';
import { refuse } from '../../kernel/refusal.ts';

export type RiskAppetiteGiven = { readonly other: { readonly id: string; readonly name: string } | null };
type The = Case<Case['row'], RiskAppetiteGiven>;

export const riskAppetiteRules: Rules<RiskAppetiteGiven> = {
  open: ({ given: { other } }: The) => (other ? refuse('risk_appetite.taken', 'name', { other: `${other.id} ${other.name}` }) : {}),
};
