// A template is kept only when it reads its own sample: what did not match is named.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { faultsOf, filled } from './notice-template-said.ts';

export const noticeTemplateRules: Rules = { add: judge, edit: judge };

function judge({ row, input }: Case): Decision | Refusal {
  const said = filled({ ...row, ...input });
  const [first] = faultsOf(said);
  return first ?? (row ? {} : { changes: { date_order: said.date_order } });
}
