// What is answered about how changes go, and about one that is being judged.
import type { Answer, Hurt, Risk } from './shapes.record.ts';

/** `of`: out of how many; null when it is no share. `lead_time` is in hours. `list` and `q` open the records behind it. */
export type ChangeFigure = {
  readonly name: 'success' | 'emergency' | 'unauthorised' | 'backed_out' | 'incidents' | 'lead_time' | 'to_review';
  readonly value: number;
  readonly of: number | null;
  readonly list: 'changes' | 'incidents';
  readonly q: string;
};
export type ChangeFigures = readonly ChangeFigure[];
export type FiguresAnswer = { readonly data: ChangeFigures; readonly since: string; readonly now: string };

/** The judgement of a change as it stands; `fresh` is its risk reckoned now, from the data of today. */
export type JudgementAnswer = {
  readonly data: { readonly risk: Risk | null; readonly fresh: Risk; readonly hurt: readonly Hurt[]; readonly answers: readonly Answer[] };
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
