// The agenda and the pack of a service review on paper, in the reader's language; what is inside stays inside as on the screen.
import { say as fill, type Language, type Params, type Text } from '../kernel/text.ts';
import type { Block, Paper } from '../platform/pdf/pdf.ts';
import type { Review } from '../practices/governance/review.record.ts';
import { reviewTexts as words } from '../practices/governance/review-texts.ts';
import { formatFor } from '../web/formats.ts';
import type { ReportAnswer } from './report-answer.ts';
import { reportPaper } from './report-pdf.ts';
import type { ReviewAnswer } from './review.ts';

type Reading = { readonly language: Language; readonly inside: boolean; readonly house: string };
type To = {
  readonly say: (text: Text, params?: Params) => string;
  readonly name: (id: string | null) => string;
  readonly answer: ReviewAnswer;
  readonly language: Language;
};

/** `report` is the service report of the month, for the pack; null writes the agenda alone. */
export function reviewPaper(answer: ReviewAnswer, report: ReportAnswer | null, { language, inside, house }: Reading): Paper {
  const { data, refs } = answer;
  const to: To = { say: (text, params) => fill(text, language, params), name: (id) => (id ? (refs[id] ?? id) : '–'), answer, language };
  const format = formatFor(language, data.zone);
  const title = `${to.say(words.title)} ${to.name(data.customer)}, ${data.period}`;
  const head: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'text',
      tone: 'dim',
      text: `${format.instant(data.starts_at)} · ${data.shared_at ? to.say(words.shared, { when: format.instant(data.shared_at) }) : to.say(words.not_shared)}`,
    },
  ];
  const blocks = [...head, ...agendaBlocks(data, to)];
  const pack = report ? reportPaper(report, { language, inside, house }).blocks : [];
  return { title, language, audience: inside ? to.say(words.internal, { house }) : to.name(data.customer), blocks: [...blocks, ...pack] };
}

function agendaBlocks(data: Review, to: To): Block[] {
  const { say, name } = to;
  const section = (title: Text, heads: readonly Text[], rows: readonly string[][]): Block[] =>
    rows.length
      ? [
          { kind: 'heading', level: 2, text: say(title) },
          { kind: 'table', title: say(title), heads: heads.map((each) => say(each)), rows: rows.map((each) => [...each]) },
        ]
      : [];
  return [
    ...section(
      words.last_actions,
      [words.action, words.owner, words.due, words.state],
      data.last_actions.map((each) => [each.title, name(each.owner), each.due_on, say(words[stateOf(each)])]),
    ),
    ...section(
      words.services,
      [words.service, words.comment],
      data.services.map((each) => [name(each.service), each.comment ?? say(words.no_comment)]),
    ),
    ...section(
      words.breaches,
      [words.record, words.standing, words.explanation],
      data.breaches.map((each) => [`${each.record_id} ${each.title}`, say(words[each.standing]), each.text ?? '–']),
    ),
    ...section(
      words.obligations,
      [words.obligation, words.kept],
      data.obligations.map((each) => [each.text, each.of ? `${each.kept} / ${each.of}` : say(words.nothing_counted)]),
    ),
    ...section(
      words.proposals,
      [words.proposal],
      data.proposals.map((each) => [each]),
    ),
    ...section(
      words.improvements,
      [words.improvement, words.state],
      data.improvements.map((each) => [each.title, each.state]),
    ),
    ...section(
      words.actions,
      [words.action, words.owner, words.due],
      data.actions.map((each) => [each.title, name(each.owner), each.due_on]),
    ),
    ...(data.minutes ? [{ kind: 'heading', level: 2, text: say(words.minutes) } as const, { kind: 'text', text: data.minutes } as const] : []),
  ];
}

const stateOf = (action: Review['actions'][number]): 'late' | 'done' | 'open_action' | 'dropped' =>
  action.late ? 'late' : action.state === 'done' ? 'done' : action.state === 'dropped' ? 'dropped' : 'open_action';
