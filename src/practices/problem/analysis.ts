// Investigating: hypotheses that are supported or refuted by evidence, the timeline, the whys and the fishbone, and what was concluded.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { isInstant } from '../../kernel/field.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { ProblemGiven, ProblemRow } from './given.ts';
import type { Evidence, Hypothesis, HypothesisStatus, Moment, Why } from './shapes.record.ts';

type The = Case<Case['row'], ProblemGiven>;
const [mostHypotheses, mostEvidence] = [50, 100];

export const analysisRules: Rules<ProblemGiven> = {
  propose,
  support: (the) => weighed(the, 'supported'),
  refute: (the) => weighed(the, 'refuted'),
  add_evidence: (the) => weighed(the, null),
  write_timeline: writeTimeline,
  ask_why: askWhy,
  draw_fishbone: ({ input }) => ({ params: { count: (input.fishbone as readonly unknown[]).length } }),
  conclude: () => ({}),
  change_workaround: ({ row, input }) => roundabout(row as ProblemRow, input) ?? {},
};

/** Exactly one of the two: a way round it, or the statement that there is none. Null when that is so. */
export function roundabout(row: Pick<ProblemRow, 'workaround' | 'no_workaround'>, input: Case['input']): Refusal | null {
  const after = { ...row, ...input };
  if (after.workaround && after.no_workaround) return refuse('problem.identify.both', 'no_workaround');
  return after.workaround || after.no_workaround ? null : refuse('problem.identify.no_workaround', 'workaround');
}

/** What a supplier proposes is read by the house and that supplier, as everything it says. */
function propose({ row, input, actor, at, given }: The): Decision | Refusal {
  const known = (row as ProblemRow).hypotheses ?? [];
  if (known.length >= mostHypotheses) return refuse('problem.hypothesis.too_many', 'what');
  const id = `H${1 + Math.max(0, ...known.map((each) => Number(each.id.slice(1))))}`;
  const first = typeof input.evidence === 'string' ? [evidenceOf(input, at)] : [];
  const { person, organisation: party } = actor;
  const added: Hypothesis = { id, what: input.what as string, status: 'open', person, party, at, evidence: first };
  const theirs = actor.side === 'supplier' && !actor.system ? actor.parties : [];
  return {
    changes: { hypotheses: [...known, added] },
    params: { hypothesis: id, what: added.what },
    audience: [...new Set([given.house ?? '', ...theirs])],
  };
}

const evidenceOf = (input: Case['input'], at: string): Evidence => ({
  what: input.evidence as string,
  record: (input.record as string | null | undefined) ?? null,
  at,
});

function weighed({ row, input, at }: The, status: HypothesisStatus | null): Decision | Refusal {
  const known = (row as ProblemRow).hypotheses ?? [];
  const id = input.hypothesis as string;
  const found = known.find((each) => each.id === id);
  if (!found) return refuse('problem.hypothesis.unknown', 'hypothesis', { hypothesis: id, options: known.map((each) => each.id).join(', ') || '–' });
  if (found.evidence.length >= mostEvidence) return refuse('problem.hypothesis.too_many', 'evidence');
  const after: Hypothesis = { ...found, status: status ?? found.status, evidence: [...found.evidence, evidenceOf(input, at)] };
  const params = { hypothesis: `${id} (${found.what})`, evidence: input.evidence as string };
  return { changes: { hypotheses: known.map((each) => (each.id === id ? after : each)) }, params };
}

/** In order of time, whatever order it came in; each row is told by the problem itself or by something linked to it. */
function writeTimeline({ row, input }: The): Decision | Refusal {
  const { id, incidents, changes } = row as ProblemRow;
  const moments = input.timeline as readonly Moment[];
  const odd = moments.find(({ at }) => !isInstant(at));
  if (odd) return refuse('problem.timeline.wrong_time', 'timeline', { value: odd.at });
  const near = new Set([id, ...incidents, ...changes]);
  const stranger = moments.find(({ record }) => record !== null && !near.has(record));
  if (stranger) return refuse('problem.timeline.unknown_record', 'timeline', { value: stranger.record });
  const timeline = moments.map((each) => ({ ...each, at: new Date(each.at).toISOString() })).sort((a, b) => a.at.localeCompare(b.at));
  return { changes: { timeline }, params: { count: timeline.length } };
}

/** What explains something stands after it, so that no chain of whys goes round in a circle. */
function askWhy({ input }: The): Decision | Refusal {
  const whys = input.whys as readonly Why[];
  const before = new Set<string>();
  for (const { id, of } of whys) {
    if (before.has(id)) return refuse('problem.whys.twice', 'whys', { why: id });
    if (of !== null && !before.has(of)) return refuse('problem.whys.loose', 'whys', { why: id, of });
    before.add(id);
  }
  return { params: { count: whys.length } };
}
