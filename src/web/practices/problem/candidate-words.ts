// A problem candidate in one sentence, and its chance in words, for people who do not read statistics.
import type { Refs, Row } from '../../contract.ts';
import type { Format } from '../../format.ts';
import type { Say } from '../../language.tsx';
import { candidateTexts as texts } from '../../texts/candidate.ts';

/** The fields of a candidate that its words are made of. */
export type Candidate = {
  readonly kind: 'service' | 'item' | 'supplier' | 'change' | 'topic';
  readonly key: string;
  readonly service: string | null;
  readonly item: string | null;
  readonly supplier: string | null;
  readonly change: string | null;
  readonly words: readonly string[];
  readonly seen: number;
  readonly expected_milli: number;
  readonly odds_one_in: number;
  readonly window_days: number;
  readonly since: string;
  readonly until: string;
  readonly yearly_cost_minor: number;
  readonly currency: string;
  readonly problem: string | null;
  readonly dismissed_reason: string | null;
};
type Tongue = { readonly say: Say; readonly format: Format; readonly refs: Refs };

/** What a row of `problem_candidate` holds, as it came from the server. */
export const candidateOf = (row: Row): Candidate => row as Row & Candidate;

/** Why this is proposed: what rose, by how much, and where. */
export function whyWords(candidate: Candidate, { say, format, refs }: Tongue): string {
  const { kind, key, seen, expected_milli, window_days, words } = candidate;
  // A topic within one service has it in its key; of one across services it is only where most of them are.
  const on = kind === 'topic' && !key.startsWith('topic||') ? candidate.service : null;
  const about = kind === 'topic' ? on : candidate[kind];
  const text = kind === 'topic' ? (on ? texts.why_topic_on : texts.why_topic) : texts[`why_${kind}`];
  return say(text, {
    seen: format.number(seen),
    name: about ? (refs[about] ?? about) : '',
    words: words.slice(0, 5).join(', '),
    span: window_days === 1 ? say(texts.one_day) : say(texts.days, { count: format.number(window_days) }),
    expected: expected_milli < 50 ? say(texts.expected_none) : say(texts.expected_some, { count: expectedWords(expected_milli, format) }),
  });
}

/** With one decimal below ten, none above. */
export const expectedWords = (milli: number, format: Format): string =>
  format.number(milli < 10_000 ? Math.round(milli / 100) / 10 : Math.round(milli / 1_000));

/** Beyond this the figure means nothing to anybody. */
const rarest = 1_000_000_000;

/** An estimate from a few days: two digits. */
export const costWords = ({ yearly_cost_minor, currency }: Pick<Candidate, 'yearly_cost_minor' | 'currency'>, format: Format): string =>
  format.money(twoDigits(yearly_cost_minor), currency).replace(/[.,]00(?=\D|$)/, '');

/** "1 in 4,000": two digits are all that such a figure can bear. */
export function chanceWords(one_in: number, { say, format }: Pick<Tongue, 'say' | 'format'>): string {
  return say(one_in >= rarest ? texts.odds_least : texts.odds, { count: format.number(twoDigits(one_in)) });
}

function twoDigits(value: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / scale) * scale;
}
