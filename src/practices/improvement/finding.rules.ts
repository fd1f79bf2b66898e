// What the commands of a finding mean: its clause was asked, and nobody verifies what they did themselves.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { finding } from './finding.record.ts';

/** The audit that was named: its process and the clauses it asks; null when none was. */
export type FindingGiven = { readonly audit: { readonly id: string; readonly process: string | null; readonly clauses: readonly string[] } | null };
type The = Case<Case['row'], FindingGiven>;
type Row = RowOf<typeof finding>;

export const findingRules: Rules<FindingGiven> = {
  open,
  edit: () => ({}),
  answer: () => ({}),
  reject: () => ({ changes: { effect: null, verified_by: null } }),
  verify,
  close: ({ row }) => {
    const { state, grade } = row as Row;
    return state !== 'verified' && grade !== 'observation' ? refuse('finding.close.not_verified', 'effect', { grade }) : {};
  },
  note: () => ({}),
};

function open({ input, given: { audit } }: The): Decision | Refusal {
  const clause = (input.clause as string | null | undefined) ?? null;
  if (audit && clause && !audit.clauses.includes(clause)) return refuse('finding.open.clause_elsewhere', 'clause', { audit: audit.id, clause });
  return { changes: { process: input.process ?? audit?.process ?? null, evidence: input.evidence ?? [] } };
}

function verify({ row, input, actor }: The): Decision | Refusal {
  const { owner, evidence } = row as Row;
  if (actor.person !== null && actor.person === owner) return refuse('finding.verify.own_action');
  const shown = (input.evidence as readonly string[] | null | undefined) ?? evidence;
  return shown.length ? { changes: { evidence: shown, verified_by: actor.person } } : refuse('finding.verify.needs_evidence', 'evidence');
}
