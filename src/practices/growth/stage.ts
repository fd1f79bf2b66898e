// Where a customer's service stands on the ladder: the highest stage whose gates, and those of every stage below it, are met.
import type { Asking, Finding, GateAnswer, Ladder, StageAnswer, Standing } from './growth.record.ts';

export const nothing: Finding = { found: 0, ids: [], lacks: [] };

/** What a gate asks for is made up of records that prove it and of things that lack what they should have. */
export function gateAnswer(asking: Asking, finding: Finding): GateAnswer {
  const missing = Math.max(0, asking.needs - finding.found) + finding.lacks.length;
  return { ...asking, ...finding, missing, met: missing === 0 };
}

/** `findings`: by the name of the gate. A gate nobody answered for is not met. */
export function standingOf(ladder: Ladder, findings: ReadonlyMap<string, Finding>): Standing {
  const stages = ladder.stages.map(({ code, gates }): StageAnswer => {
    const answers = gates.map((each) => gateAnswer(each, findings.get(each.gate) ?? nothing));
    return { code, gates: answers, met: answers.every((each) => each.met) };
  });
  const first = stages.findIndex((each) => !each.met);
  // The lowest stage asks for nothing: whoever has to do with each other stands on it.
  const stage = Math.max(0, (first < 0 ? stages.length : first) - 1);
  return { stage, stages, next: nextOf(stages, stage + 1) };
}

function nextOf(stages: readonly StageAnswer[], stage: number): Standing['next'] {
  const steps = (stages[stage]?.gates ?? []).filter((each) => !each.met);
  if (stage >= stages.length) return null;
  return { stage, distance: steps.reduce((sum, each) => sum + each.missing, 0), steps: steps.toSorted((a, b) => a.missing - b.missing) };
}
