// The data of an investigation in one line or a few, for lists of changes and confirmations.
import type { Cause, Hypothesis, HypothesisStatus, Moment, Proof, Why } from '../../../practices/problem/shapes.record.ts';
import type { Tongue } from '../../record/widget.ts';
import { problemTexts } from '../../texts/problem.ts';

export const statusTexts: Readonly<Record<HypothesisStatus, (typeof problemTexts)['h_open']>> = {
  open: problemTexts.h_open,
  supported: problemTexts.h_supported,
  refuted: problemTexts.h_refuted,
};

export const hypothesesWords = (value: unknown, { say }: Tongue): string =>
  (value as readonly Hypothesis[])
    .map((each) => `${each.id} ${each.what} (${say(statusTexts[each.status]).toLowerCase()}, ${each.evidence.length})`)
    .join('\n');
export const timelineWords = (value: unknown, { format }: Tongue): string =>
  (value as readonly Moment[]).map((each) => `${format.instant(each.at)} ${each.what}`).join('\n');
export const whysWords = (value: unknown, { say }: Tongue): string =>
  (value as readonly Why[]).map((each) => `${say(problemTexts.because)} ${each.because}`).join('\n');
export const fishboneWords = (value: unknown): string => (value as readonly Cause[]).map((each) => each.cause).join('\n');
export const proofWords = (value: unknown, { say, format }: Tongue): string => {
  const { found, expected_milli } = value as Proof;
  return say(problemTexts.proof_words, { found: found.length, expected: format.number(Math.round(expected_milli / 100) / 10) });
};
