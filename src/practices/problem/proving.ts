// How a problem may end: a known error says how to get round it, a closed problem is proven gone, an accepted risk has an owner and an end.
import { recurrenceTest, type Verdict } from '../../calculus/recurrence.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { calm } from '../../kernel/escalation.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { roundabout } from './analysis.ts';
import type { ProblemGiven, ProblemRow } from './given.ts';
import type { Proof } from './shapes.record.ts';

type The = Case<Case['row'], ProblemGiven>;
const dayMs = 86_400_000;
const million = 1_000_000;
const over = { ...calm, waiting_reason: null, waiting_on: null, waiting_until: null } as const;
const unproven = { fixed_at: null, verify_until: null, proof: null } as const;
const accepted = { risk_owner: null, risk_until: null, risk_reason: null } as const;

export const endingRules: Rules<ProblemGiven> = {
  identify: ({ row, input }) => roundabout(row as ProblemRow, input) ?? {},
  propose_solution: () => ({}),
  raise_change: addChanges,
  verify,
  extend,
  relapse: () => ({ changes: unproven }),
  close,
  accept_risk: acceptRisk,
  prolong_risk: acceptRisk,
  expire: ({ row }) => ({ changes: accepted, params: { until: (row as ProblemRow).risk_until ?? '' } }),
  find_no_fault: () => ({ changes: over }),
  cancel: () => ({ changes: over }),
  reopen: () => ({ changes: { ...unproven, ...accepted } }),
  review: () => ({}),
  change_implemented: (the) => {
    const added = addChanges(the);
    const begun = begin(the, (the.input.fixed_at as string | null | undefined) ?? the.at);
    return { changes: { ...added.changes, ...begun } };
  },
};

/** What the verification of a problem is reckoned from. */
export type Window = { readonly fixed_at: string; readonly verify_until: string; readonly baseline_days: number };
export type Counted = { readonly baseline: number; readonly found: number };

/** The recurrence test as it stands at `now` (ISO): with what was found until then, or until the end of the window. */
export function standing({ fixed_at, verify_until, baseline_days }: Window, { baseline, found }: Counted, the: { now: string; level: number }): Verdict {
  const until = Math.min(Date.parse(the.now), Date.parse(verify_until));
  const window_days = (until - Date.parse(fixed_at)) / dayMs;
  return recurrenceTest({ baseline, baseline_days, found, window_days, level: the.level });
}

function addChanges({ row, input }: The): { changes: Readonly<Record<string, unknown>> } {
  const asked = (input.changes as readonly string[] | null | undefined) ?? [];
  return { changes: asked.length ? { changes: [...new Set([...(row as ProblemRow).changes, ...asked])] } : {} };
}

function begin({ input, given }: Pick<The, 'input' | 'given'>, fixed_at: string): Readonly<Record<string, unknown>> {
  return {
    ...over,
    fixed_at,
    baseline_days: input.baseline_days ?? given.baseline_days,
    verify_until: input.verify_until ?? new Date(Date.parse(fixed_at) + given.verify_days * dayMs).toISOString(),
    proof: null,
  };
}

function verify(the: The): Decision | Refusal {
  const { input, now } = the;
  const fixed_at = (input.fixed_at as string | null | undefined) ?? the.at;
  if (fixed_at > now) return refuse('problem.time.in_future', 'fixed_at', { field: 'fixed_at', value: fixed_at });
  if (input.verify_until && (input.verify_until as string) <= fixed_at) return refuse('problem.verify.too_short', 'verify_until');
  return { changes: { ...addChanges(the).changes, ...begin(the, fixed_at) } };
}

function extend({ row, input, now }: The): Decision | Refusal {
  const until = input.verify_until as string;
  return until <= now || until <= ((row as ProblemRow).fixed_at ?? '') ? refuse('problem.verify.too_short', 'verify_until') : {};
}

/** Proof: the window is over, and so few came back that chance alone would hardly do it. */
function close({ row, now, given }: The): Decision | Refusal {
  const own = row as ProblemRow;
  const fixed_at = own.fixed_at ?? now;
  const verify_until = own.verify_until ?? now;
  const baseline_days = own.baseline_days ?? given.baseline_days;
  const { baseline, found } = given.counted ?? { baseline: [], found: [] };
  if (baseline.length === 0) return refuse('problem.close.no_baseline', 'baseline_days', { days: baseline_days });
  const level = given.level_ppm / million;
  const window = { fixed_at, verify_until, baseline_days };
  const verdict = standing(window, { baseline: baseline.length, found: found.length }, { now, level });
  const told = { found: found.length, expected: oneDecimal(verdict.expected), chance: percent(verdict.chance), level: percent(level) };
  if (now < verify_until) return refuse('problem.close.not_over', 'verify_until', { ...told, until: verify_until.slice(0, 10) });
  if (!verdict.passes && found.length === 0) {
    const until = new Date(Date.parse(fixed_at) + Math.ceil(verdict.needs_days ?? 0) * dayMs).toISOString().slice(0, 10);
    return refuse('problem.close.too_rare', 'verify_until', { ...told, until });
  }
  if (!verdict.passes) return refuse('problem.close.recurs', undefined, told);
  const proof: Proof = {
    fixed_at,
    until: verify_until,
    baseline_from: new Date(Date.parse(fixed_at) - baseline_days * dayMs).toISOString(),
    baseline,
    found,
    expected_milli: Math.round(verdict.expected * 1_000),
    chance_ppm: Math.round(verdict.chance * million),
    level_ppm: given.level_ppm,
  };
  return { changes: { ...over, proof }, params: { found: told.found, expected: told.expected } };
}

function acceptRisk({ row, input, now, given }: The): Decision | Refusal {
  const owner = (input.risk_owner as string | null | undefined) ?? (row as ProblemRow).risk_owner ?? '';
  if ((input.risk_until as string) <= now) return refuse('problem.time.in_past', 'risk_until', { field: 'risk_until' });
  if (input.risk_owner && given.employers[owner] !== given.house) return refuse('problem.close.risk_owner', 'risk_owner', { person: owner });
  return { changes: over };
}

const oneDecimal = (value: number): string => value.toFixed(1);
/** Never "0 %" for what can happen. */
const percent = (share: number): string => (share > 0 && share < 0.0005 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`);
