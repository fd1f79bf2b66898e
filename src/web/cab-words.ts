// The sentences of minutes, put together once for the screen and for the printed page, in the reader's language.
import type { Params, Text } from '../kernel/text.ts';
import type { Ballot, CabRule, Decided, MinuteItem, MinuteLine, Voice } from '../practices/change/cab-data.record.ts';
import type { Format } from './formats.ts';
import { cabTexts, decidedTexts, lineTexts, somebody, voiceTexts } from './texts/cab.ts';
import { majorityTexts } from './texts/cab-form.ts';

export type Tongue = {
  readonly say: (text: Text, params?: Params) => string;
  readonly format: Format;
  readonly refs: Readonly<Record<string, string>>;
};

const named = (id: string | null, { say, refs }: Tongue): string => (id === null ? say(somebody) : (refs[id] ?? say(somebody)));

/** One happening as a sentence, without its time. */
export function lineWords({ what, change, person, word, text }: MinuteLine, to: Tongue): string {
  const said = wordOf(what, word, to);
  const about = what === 'action' ? (change ? ` (${change})` : '') : (change ?? '');
  return to.say(lineTexts[what], { who: named(person, to), change: about, word: said, text: what === 'action' ? (text ?? '') : tail(text) });
}

function wordOf(what: MinuteLine['what'], word: string | null, { say }: Tongue): string {
  if (word === null) return '';
  return say(what === 'voted' ? voiceTexts[word as Voice] : decidedTexts[word as Decided['word']]);
}

/** A reason after what was said, without a second full stop. */
const tail = (text: string | null): string => (text ? `: ${text.replace(/\.\s*$/, '')}` : '');

/** What was decided on an item: the word, the condition or reason, and until when it was put off. */
export function decisionWords({ decision, votes }: Pick<MinuteItem, 'decision' | 'votes'>, { say, format }: Tongue): string {
  if (!decision) return say(cabTexts.undecided);
  const until = decision.until ? ` (${say(cabTexts.before, { when: format.instant(decision.until) })})` : '';
  const agreed = decision.word === 'approved' && votes.length > 1 && votes.every((each) => each.vote === 'approve') ? `, ${say(cabTexts.unanimous)}` : '';
  const excepted = decision.exception ? `; ${say(cabTexts.with_exception)}${tail(decision.exception)}` : '';
  return `${say(decidedTexts[decision.word])}${agreed}${until}${tail(decision.condition ?? decision.reason)}${excepted}`;
}

/** A member's vote with name, party and reason. */
export function voteWords({ person, party, vote, reason }: Ballot, to: Tongue): string {
  const of = party && to.refs[party] ? ` (${to.refs[party]})` : '';
  return `${named(person, to)}${of}: ${to.say(voiceTexts[vote])}${tail(reason)}`;
}

export function ruleWords({ quorum, majority, everybody }: CabRule, { say }: Pick<Tongue, 'say'>): string {
  const share = majorityTexts[majority];
  return say(cabTexts.rule_says, { quorum, majority: share ? say(share) : majority, everybody: everybody ? say(cabTexts.everybody) : '' });
}

/** m:ss, as on a stopwatch. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
