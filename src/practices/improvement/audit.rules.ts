// What the commands of an audit mean: which checklist, who may not audit what, and that everything is answered before it closes.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { audit } from './audit.record.ts';
import type { Answer, Clause, Shown, Verdict } from './audit.shapes.record.ts';

/** What the rules of an audit are told. */
export type AuditGiven = {
  /** The codes of the checklists there are, and the questions of the one this audit is by. */
  readonly checklists: readonly string[];
  readonly clauses: readonly Clause[];
  /** Who owns or manages the process that is audited. */
  readonly owners: readonly string[];
  /** Clauses that findings of this audit are about. */
  readonly found: readonly string[];
  /** What the data says of the clause that is being answered. */
  readonly shown: Shown | null;
};
export type AuditRow = Omit<RowOf<typeof audit>, 'clauses' | 'answers'> & {
  readonly clauses: readonly Clause[] | null;
  readonly answers: readonly Answer[] | null;
};
type The = Case<Case['row'], AuditGiven>;

export const auditRules: Rules<AuditGiven> = {
  plan: (the) => {
    const { checklists } = the.given;
    const checklist = the.input.checklist as string;
    if (!checklists.includes(checklist)) return refuse('audit.unknown_checklist', 'checklist', { checklist, options: checklists.join(', ') });
    return partial(the) ?? {};
  },
  edit: (the) => partial(the) ?? {},
  start: (the) => partial(the) ?? { changes: { clauses: the.given.clauses, answers: [] }, params: { count: the.given.clauses.length } },
  answer,
  close,
  cancel: () => ({}),
  note: () => ({}),
};

/** Nobody audits what they own, whether the audit says so or the process. */
function partial({ row, input, given }: The): Refusal | null {
  const { auditor, owner } = { ...(row as AuditRow | null), ...input } as Pick<AuditRow, 'auditor' | 'owner'>;
  return auditor === owner || given.owners.includes(auditor) ? refuse('audit.auditor_owns', 'auditor', { auditor }) : null;
}

function answer({ row, input, given: { shown }, at }: The): Decision | Refusal {
  const { clauses, answers } = row as AuditRow;
  const { clause, verdict } = input as { clause: string; verdict: Verdict };
  if (!clauses?.some((each) => each.clause === clause)) return refuse('audit.answer.unknown', 'clause', { clause });
  const text = (input.text as string | null | undefined) ?? null;
  const records = (input.records as readonly string[] | null | undefined) ?? [];
  if (verdict !== 'conform' && !text) return refuse('audit.answer.needs_reason', 'text', { clause });
  if (verdict === 'conform' && !text && !records.length && !shown) return refuse('audit.answer.needs_evidence', 'records', { clause });
  const said: Answer = { clause, verdict, text, records, shown, at };
  return { changes: { answers: [...(answers ?? []).filter((each) => each.clause !== clause), said] }, params: { clause, verdict } };
}

function close({ row, given }: The): Decision | Refusal {
  const { clauses, answers } = row as AuditRow;
  const said = new Map((answers ?? []).map((each) => [each.clause, each.verdict]));
  const open = (clauses ?? []).filter((each) => !said.has(each.clause));
  if (open.length) return refuse('audit.close.unanswered', undefined, { count: open.length, clause: open[0]?.clause ?? '' });
  const bare = [...said].find(([clause, verdict]) => verdict === 'not' && !given.found.includes(clause));
  if (bare) return refuse('audit.close.without_finding', undefined, { clause: bare[0] });
  const conform = [...said.values()].filter((each) => each === 'conform' || each === 'observation').length;
  return { params: { conform, count: said.size } };
}
