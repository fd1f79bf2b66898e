// The minutes on paper: the same sentences and audience as on the screen, in the reader's language.
import { say as fill, type Language, type Params, type Text } from '../kernel/text.ts';
import type { Block, Paper } from '../platform/pdf/pdf.ts';
import type { Room, RoomAnswer } from '../practices/change/cab-room.record.ts';
import { decisionWords, lineWords, stopwatch, type Tongue, voteWords } from '../web/cab-words.ts';
import { formatFor } from '../web/formats.ts';
import { cabTexts as words } from '../web/texts/cab.ts';

export function minutesPaper({ data, refs, zone }: RoomAnswer, { language, inside, house }: { language: Language; inside: boolean; house: string }): Paper {
  const say = (text: Text, params?: Params): string => fill(text, language, params);
  const to: Tongue = { say, format: formatFor(language, zone), refs };
  const title = `${say(words.minutes)}: ${String(data.meeting.title)}`;
  const { minutes } = data;
  const at = minutes.started_at ?? String(data.meeting.starts_at);
  const frozen = data.frozen && minutes.ended_at ? say(words.minutes_frozen, { when: to.format.instant(minutes.ended_at) }) : say(words.minutes_growing);
  const people = (ids: readonly string[]): string => ids.map((each) => refs[each] ?? each).join(', ') || '–';
  return {
    title,
    language,
    audience: inside ? say(words.internal, { house }) : String(data.meeting.id),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: `${String(data.meeting.id)} · ${to.format.instant(at)} (${zone}) · ${frozen}`, tone: 'dim' },
      { kind: 'text', text: `${say(words.is_here)}: ${people(minutes.present)} · ${say(words.is_absent)}: ${people(minutes.absent)}` },
      decisions(data, to),
      ...(data.actions.length ? [actions(data, to)] : []),
      { kind: 'heading', level: 2, text: say(words.course) },
      ...minutes.lines.map((each): Block => ({ kind: 'text', text: `${to.format.time(each.at)}  ${lineWords(each, to)}` })),
      ...corrections(data, to),
    ],
  };
}

function decisions({ minutes }: Room, to: Tongue): Block {
  return {
    kind: 'table',
    title: to.say(words.decisions),
    heads: [words.change, words.decision, words.votes, words.time_used].map((each) => to.say(each)),
    figures: [3],
    widths: ['auto', '*', '*', 'auto'],
    rows: minutes.items.map((each) => [
      `${each.change} ${each.title}${each.late ? ` (${to.say(words.late)})` : ''}`,
      decisionWords(each, to),
      each.votes.map((vote) => voteWords(vote, to)).join('\n') || '–',
      stopwatch(each.used_ms),
    ]),
  };
}

function actions({ actions: all }: Room, { say, format, refs }: Tongue): Block {
  return {
    kind: 'table',
    title: say(words.actions),
    heads: [words.what, words.who, words.until, words.change].map((each) => say(each)),
    rows: all.map((each) => [each.what, refs[each.owner] ?? '–', each.due ? format.date(each.due) : '–', each.change ?? '–']),
  };
}

function corrections({ corrections: all }: Room, { say, format }: Tongue): Block[] {
  if (all.length === 0) return [];
  const lines = all.map((each): Block => ({ kind: 'text', text: `${format.instant(each.at)} ${each.by}: ${each.text}` }));
  return [{ kind: 'heading', level: 2, text: say(words.corrections) }, ...lines];
}
