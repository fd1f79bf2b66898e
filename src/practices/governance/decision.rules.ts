// What the commands of a decision mean: where it was taken, and which records it changes.
import { localDate } from '../../calculus/terms.ts';
import type { Case, Decision as Decided, Rules } from '../../kernel/decide.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Effect } from './decision.record.ts';
import type { ForumOf } from './meeting.rules.ts';

/** Where something was agreed: the forum named or that of the meeting named. */
export type Place = { readonly forum: ForumOf | null; readonly meeting: { readonly id: string; readonly forum: string; readonly starts_at: string } | null };
export type DecisionGiven = Place & {
  readonly zone: string;
  /** Of the records named in the effects: those that exist. */
  readonly there: readonly string[];
};
type The = Case<Case['row'], DecisionGiven>;

export const decisionRules: Rules<DecisionGiven> = {
  take,
  effect: ({ input, given }) => {
    const touches = touched(input.effects as readonly Effect[], given.there);
    return isRefusal(touches) ? touches : { changes: { touches }, params: { count: (input.effects as readonly Effect[]).length } };
  },
  revoke: () => ({}),
  note: () => ({}),
};

function take({ input, given, at }: The): Decided | Refusal {
  const { forum, meeting, zone } = given;
  if (!forum) return refuse('decision.take.nowhere', 'forum');
  if (meeting && meeting.forum !== forum.id) return refuse('decision.take.other_forum', 'meeting', { meeting: meeting.id, forum: meeting.forum });
  const today = localDate(zone, at);
  const met = meeting ? localDate(zone, meeting.starts_at) : today;
  const taken_on = (input.taken_on as string | null | undefined) ?? ([met, today].sort()[0] as string);
  if (taken_on > today) return refuse('decision.take.later', 'taken_on', { taken_on });
  const effects = (input.effects as readonly Effect[] | null | undefined) ?? [];
  const touches = touched(effects, given.there);
  if (isRefusal(touches)) return touches;
  return { changes: { forum: forum.id, level: forum.level, parties: forum.parties, taken_on, effects, touches } };
}

/** The records that effects name, each once; the first effect that lacks one is refused. */
function touched(effects: readonly Effect[], there: readonly string[]): string[] | Refusal {
  const bare = effects.findIndex((each) => each.kind !== 'policy' && !each.record);
  if (bare >= 0) return refuse('decision.effect.needs_record', 'effects', { kind: effects[bare]?.kind ?? '', index: bare });
  const named = [...new Set(effects.flatMap((each) => each.record ?? []))];
  const lost = named.find((each) => !there.includes(each));
  return lost ? refuse('decision.effect.not_there', 'effects', { record: lost }) : named;
}
