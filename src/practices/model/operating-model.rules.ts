// What the commands of a model mean: answers are checked against the building blocks, versions count up, publishing freezes the content.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/text.ts';
import { catalogue } from './catalogue.record.ts';
import { type Answered, compose, type Described, recordsOff, wrongAnswer } from './composing.record.ts';

export type ModelGiven = {
  readonly next: number;
  /** Steps and language of the version a new one is based on: the one named, or else the published one. */
  readonly base: { readonly id: string; readonly steps: readonly Answered[]; readonly language: Language } | null;
  /** Processes the organisation has described and not retired. */
  readonly described: readonly Described[];
};
type The = Case<Case['row'], ModelGiven>;

export const operatingModelRules: Rules<ModelGiven> = { open: drafted, edit: (the) => wrongSteps(the) ?? {}, publish: published };

function drafted(the: The): Decision | Refusal {
  const { input, given } = the;
  const wrong = wrongSteps(the);
  if (wrong) return wrong;
  const changes = {
    number: given.next,
    steps: input.steps ?? given.base?.steps ?? [],
    language: input.language ?? given.base?.language ?? 'en',
    based_on: given.base?.id ?? null,
  };
  return { changes, params: { number: given.next } };
}

function wrongSteps({ input, given }: The): Refusal | null {
  if (!input.steps) return null;
  const wrong = wrongAnswer(input.steps as readonly Answered[], catalogue, new Set(given.described.map(({ code }) => code)));
  return wrong && refuse('operating_model.steps.wrong', 'steps', wrong);
}

function published({ row, at, actor, given: { described } }: The): Decision | Refusal {
  const content = compose((row?.steps ?? []) as readonly Answered[], { catalogue, described, language: (row?.language ?? 'en') as Language });
  if (!content.processes.length) return refuse('operating_model.publish.empty', 'steps');
  return {
    changes: { content, records_off: recordsOff(content, [...catalogue.processes, ...described]), published_at: at, published_by: actor.person },
    params: { number: Number(row?.number), processes: content.processes.length, separations: content.separations.length },
  };
}
