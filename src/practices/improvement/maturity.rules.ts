// What the commands of a maturity assessment mean: known questions, evidence for what is claimed, and the score by the lowest rule.
import { maturityOf, met, type Rule } from '../../calculus/maturity.ts';
import { localDate } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Shown } from './audit.shapes.record.ts';
import type { MaturityAnswer, maturityAssessment } from './maturity.record.ts';

/** What the rules of an assessment are told. */
export type MaturityGiven = {
  readonly zone: string;
  /** What the process is called. */
  readonly name: string | null;
  readonly questions: readonly Rule[];
  /** Score and goal of the last final assessment of the same process. */
  readonly previous: { readonly score: number | null; readonly goal: number | null } | null;
  /** What the data says by itself, by question. */
  readonly shown: Readonly<Record<string, Shown>>;
};
export type MaturityRow = Omit<RowOf<typeof maturityAssessment>, 'answers'> & { readonly answers: readonly MaturityAnswer[] };
type The = Case<Case['row'], MaturityGiven>;

export const maturityRules: Rules<MaturityGiven> = { open, answer, finalise, note: () => ({}) };

function open(the: The): Decision | Refusal {
  const { input, actor, given, at } = the;
  const answers = checked(the, (input.answers as readonly MaturityAnswer[] | null | undefined) ?? []);
  if (isRefusal(answers)) return answers;
  const assessed_on = (input.assessed_on as string | null | undefined) ?? localDate(given.zone, at);
  const title = (input.title as string | null | undefined) ?? `${given.name ?? (input.process as string)} ${assessed_on}`.slice(0, 200);
  return {
    changes: {
      title,
      assessed_on,
      assessor: input.assessor ?? actor.person,
      answers,
      held_by: [],
      previous: given.previous?.score ?? null,
      goal: input.goal ?? given.previous?.goal ?? null,
    },
  };
}

function answer(the: The): Decision | Refusal {
  const answers = checked(the, the.input.answers as readonly MaturityAnswer[]);
  return isRefusal(answers) ? answers : { changes: { answers }, params: { count: answers.length, of: the.given.questions.length } };
}

/** Every answer is to a question there is, once; what the data says is added by us, never taken from the input. */
function checked({ given: { questions, shown } }: The, answers: readonly MaturityAnswer[]): readonly MaturityAnswer[] | Refusal {
  const codes = answers.map((each) => each.code);
  const unknown = codes.find((code) => !questions.some((each) => each.code === code));
  if (unknown !== undefined) return refuse('maturity_assessment.unknown_question', 'answers', { code: unknown });
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) return refuse('maturity_assessment.answered_twice', 'answers', { code: twice });
  return answers.map((each) => ({ ...each, shown: shown[each.code] ?? null }));
}

function finalise({ row, given: { questions, previous } }: The): Decision | Refusal {
  const { answers } = row as MaturityRow;
  const bare = answers.find((each) => met(each.rating) && !each.text && !each.records.length && !each.shown);
  if (bare) return refuse('maturity_assessment.needs_evidence', 'answers', { code: bare.code });
  const { score, held_by } = maturityOf(questions, answers);
  const said = new Set(answers.map((each) => each.code));
  // The level that stops it must have been looked at: silence is no measurement.
  const open = questions.find((each) => each.level <= score + 1 && !said.has(each.code));
  if (open) return refuse('maturity_assessment.finalise.unanswered', 'answers', { code: open.code, level: open.level });
  return { changes: { score, held_by, previous: previous?.score ?? null }, params: { score } };
}
