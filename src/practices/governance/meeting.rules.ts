// What the commands of a meeting mean: whose it is, when it was held, and what of a review may be shared.
import { localDate } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { meeting } from './meeting.record.ts';
import type { Agenda, Explained } from './meeting.shapes.record.ts';
import type { ForumKind } from './words.record.ts';

export type ForumOf = {
  readonly id: string;
  readonly name: string;
  readonly kind: ForumKind;
  readonly level: string;
  readonly customer: string | null;
  readonly chair: string;
  readonly parties: readonly string[];
  readonly open: boolean;
  readonly zone: string;
};
/** The frozen report of the month that a review is about: the records and services that words can be about. */
export type ReportOf = { readonly version: number; readonly frozen: boolean; readonly services: readonly string[]; readonly breaches: readonly string[] };
/** What the rules of a meeting are told. */
export type MeetingGiven = {
  readonly forum: ForumOf | null;
  /** A meeting of the same forum that begins at the very moment asked for. */
  readonly same: string | null;
  readonly report: ReportOf | null;
  /** As the data says it now; read only when the meeting is held. */
  readonly agenda: Agenda | null;
};
type The = Case<Case['row'], MeetingGiven>;
export type MeetingRow = RowOf<typeof meeting>;

export const meetingRules: Rules<MeetingGiven> = {
  plan,
  edit,
  explain,
  propose: review(() => ({})),
  share: review(share),
  hold,
  minute: () => ({}),
  cancel: () => ({}),
  reseat: () => ({}),
  note: () => ({}),
};

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

function plan({ input, given: { forum, same } }: The): Decision | Refusal {
  if (!forum?.open) return refuse('meeting.plan.forum_ended', 'forum', { forum: input.forum as string });
  const wrong = wrongTime(input, same);
  if (wrong) return wrong;
  const day = localDate(forum.zone, input.starts_at as string);
  const { kind, level, customer, chair, parties } = forum;
  const period = (input.period as string | null | undefined) ?? (kind === 'review' ? monthBefore(day) : null);
  const title = (input.title as string | null | undefined) ?? `${forum.name} ${day}`.slice(0, 200);
  return { changes: { title, period, kind, level, customer, chair, parties, present: [] } };
}

function edit({ input, given: { same } }: The): Decision | Refusal {
  return wrongTime(input, same) ?? {};
}

function wrongTime(input: The['input'], same: string | null): Refusal | null {
  if (typeof input.period === 'string' && !month.test(input.period)) return refuse('meeting.period_not_month', 'period');
  return same ? refuse('meeting.plan.there_already', 'starts_at', { other: same }) : null;
}

/** '2026-03-12' -> '2026-02': a review looks back on the month before it. */
function monthBefore(day: string): string {
  const [year = 0, at = 0] = day.split('-').map(Number);
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`;
}

/** For the service reviews of a customer only. */
function review(rule: (the: The) => Decision | Refusal) {
  return (the: The): Decision | Refusal => {
    const row = the.row as MeetingRow;
    return row.kind === 'review' && row.customer ? rule(the) : refuse('meeting.not_a_review', undefined, { forum: row.forum });
  };
}

/** Words about a service or a breach of the month; the last ones about it hold. */
function explain(the: The): Decision | Refusal {
  return review(({ row, input, given: { report }, actor, at }) => {
    const { explained, period } = row as MeetingRow & { explained: readonly Explained[] | null };
    const about = input.about as string;
    if (!report || ![...report.services, ...report.breaches].includes(about))
      return refuse('meeting.explain.not_in_it', 'about', { about, period: period ?? '' });
    const said: Explained = { about, text: input.text as string, by: actor.person, at };
    return { changes: { explained: [...(explained ?? []).filter((each) => each.about !== about), said] }, params: { about, text: said.text } };
  })(the);
}

function share({ row, given: { report }, at }: The): Decision | Refusal {
  const { explained, period } = row as MeetingRow & { explained: readonly Explained[] | null };
  if (!report?.frozen) return refuse('meeting.share.not_frozen', undefined, { period: period ?? '' });
  const told = new Set((explained ?? []).map((each) => each.about));
  const silent = report.breaches.filter((each) => !told.has(each));
  if (silent.length) return refuse('meeting.share.unexplained', 'explained', { count: silent.length, record: silent[0] ?? '' });
  return { changes: { shared_at: at, report_version: report.version }, params: { period: period ?? '' } };
}

function hold({ row, given, at }: The): Decision | Refusal {
  const { starts_at } = row as MeetingRow;
  if (Date.parse(at) < Date.parse(starts_at)) return refuse('meeting.hold.not_begun', undefined, { starts_at });
  const agenda = given.agenda;
  return isRefusal(agenda) || !agenda ? {} : { changes: { agenda } };
}
