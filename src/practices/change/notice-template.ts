// Mails of suppliers read by templates that are data: what stands after which words. No patterns come from outside, so that none can run for ever.
import { instantOfWall } from '../../calculus/wall.ts';
import type { RowOf } from '../../kernel/record.ts';
import type { NoticeObject } from './notice.fields.ts';
import type { Notice, NoticeStatus } from './notice.ts';
import type { templateFields } from './notice-template.fields.ts';
import type { noticeTemplate } from './notice-template.record.ts';

/** What follows `after`, up to the first of `until`, or the end of the line. Case does not matter. */
export type Between = { readonly after: string; readonly until?: readonly string[] };
export type Template = {
  readonly provider: string;
  /** Words of which one must be in the sender, subject or text. */
  readonly marks: readonly string[];
  /** Left out: made from the times and objects, so that a cancellation finds what it cancels. */
  readonly notice_key?: readonly Between[] | undefined;
  readonly title?: readonly Between[] | undefined;
  readonly account?: readonly Between[] | undefined;
  readonly starts_at: readonly Between[];
  readonly ends_at: readonly Between[];
  /** On one line separated by commas, or each on a line of its own below. */
  readonly objects: { readonly words: readonly Between[]; readonly lines?: boolean };
  readonly impact: string;
  /** Order of numbers in dates such as 11/3/2022. */
  readonly dates: 'mdy' | 'dmy';
  /** Zones by the words the supplier uses. */
  readonly zones: Readonly<Record<string, string>>;
  /** Zones by places named in the text, for times that only say "local". */
  readonly places: Readonly<Record<string, string>>;
  /** Whose clock it is when the mail says nothing about that. */
  readonly zone?: string | null;
  /** The first whose words are in the text, or begin the subject; otherwise it is confirmed. */
  readonly statuses: readonly { readonly says: readonly string[]; readonly begins?: readonly string[]; readonly status: NoticeStatus }[];
};
/** A mail as plain text. `sent` is an ISO instant. */
export type Mail = { readonly from: string; readonly subject: string; readonly text: string; readonly sent: string | null };

/** A template as somebody of the house wrote it. */
export type TemplateSaid = Pick<RowOf<typeof noticeTemplate>, keyof typeof templateFields>;

const longest = 200_000;

/** What the first template that knows the sender makes of a mail; null when none does. */
export function readMail(mail: Mail, templates: readonly Template[]): Notice | null {
  const text = `${mail.subject}\n${mail.text}`
    .slice(0, longest)
    .replace(/\r/g, '')
    .replace(/[\u00a0\t]/g, ' ');
  const lower = `${mail.from}\n${text}`.toLowerCase();
  const template = templates.find((each) => each.marks.some((mark) => lower.includes(mark.toLowerCase())));
  return template ? noticeOf(template, { ...mail, text }) : null;
}

/** A mail as somebody pastes it: lines with From:, Subject: and Date: before the first empty line are its head, if there are any. */
export function mailOf(pasted: string): Mail {
  const lines = pasted.replace(/\r/g, '').split('\n');
  const gap = lines.findIndex((each) => each.trim() === '');
  const head = lines.slice(0, Math.max(0, gap)).slice(0, 200);
  const said = (name: string): string | null =>
    head
      .find((each) => each.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? null;
  const [from, subject, date] = [said('from'), said('subject'), Date.parse(said('date') ?? '')];
  const text = from === null && subject === null ? pasted : lines.slice(gap + 1).join('\n');
  return { from: from ?? '', subject: subject ?? '', text, sent: Number.isNaN(date) ? null : iso(date) };
}

function noticeOf(template: Template, mail: Mail): Notice {
  const find = (what: readonly Between[] | undefined): string | null => (what ? between(mail.text, what) : null);
  const [said, until] = [find(template.starts_at), find(template.ends_at)];
  const [start, end] = [said, until].map((each) => (each === null ? null : instantIn(each, { template, text: mail.text })));
  const starts_at = start ? iso(start) : null;
  const ends_at = end ? iso(end) : null;
  const objects = objectsIn(template, mail.text);
  const lower = mail.text.toLowerCase();
  const subject = mail.subject.trim().toLowerCase();
  const told = template.statuses.find(
    ({ says, begins = [] }) => says.some((each) => lower.includes(each.toLowerCase())) || begins.some((each) => subject.startsWith(each)),
  );
  const faults = [
    starts_at ? '' : `no start in "${said ?? ''}"`,
    ends_at ? '' : `no end in "${until ?? ''}"`,
    start && end && end <= start ? 'the end is before the start' : '',
  ];
  const wrong = start && end && end <= start;
  return {
    provider: template.provider,
    notice_key: template.notice_key ? (find(template.notice_key)?.slice(0, 200) ?? null) : starts_at ? madeKey(`${starts_at}/${ends_at}`, objects) : null,
    title: (find(template.title) ?? mail.subject).slice(0, 300) || template.provider,
    account: find(template.account),
    status: told?.status ?? 'CONFIRMED',
    sequence: null,
    stamp: mail.sent,
    starts_at: wrong ? null : starts_at,
    ends_at: wrong ? null : ends_at,
    objects,
    problem: faults.filter(Boolean).join('; ').slice(0, 300) || null,
  };
}

const iso = (at: number): string => new Date(at).toISOString();

const longestKey = 200;

/** A number for mails that have none: times and objects, so that a cancellation finds what it cancels. Many objects are told by a sum over all of them. */
function madeKey(times: string, objects: readonly NoticeObject[]): string {
  const names = objects.map((each) => each.name).sort();
  const whole = `${times}/${names.join(',')}`;
  if (whole.length <= longestKey) return whole;
  const sum = `/${names.length}:${sumOf(whole)}`;
  return whole.slice(0, longestKey - sum.length) + sum;
}

/** FNV-1a, 64 bits: enough to tell lists of names apart, and not meant to withstand somebody who wants them to meet. */
function sumOf(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (const each of text) sum = BigInt.asUintN(64, (sum ^ BigInt(each.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return sum.toString(36);
}

/** The first of `wanted` that is there. Plain searching, so the time is that of reading the text once for each word. */
export function between(text: string, wanted: readonly Between[]): string | null {
  const lower = text.toLowerCase();
  for (const { after, until = [] } of wanted) {
    const at = after === '' ? -1 : lower.indexOf(after.toLowerCase());
    if (at < 0) continue;
    const rest = text.slice(at + after.length, at + after.length + 2_000);
    const ends = [until.length ? -1 : rest.indexOf('\n'), ...until.map((each) => rest.toLowerCase().indexOf(each.toLowerCase()))].filter((each) => each >= 0);
    const found = rest
      .slice(0, ends.length ? Math.min(...ends) : 300)
      .replace(/\s+/g, ' ')
      .trim();
    if (found) return found.slice(0, 300);
  }
  return null;
}

function objectsIn({ objects, impact }: Template, text: string): NoticeObject[] {
  const names = objects.lines
    ? linesBelow(
        text,
        objects.words.map((each) => each.after),
      )
    : (between(text, objects.words) ?? '').split(/[,;]/);
  return [...new Set(names.map((each) => each.trim()).filter(Boolean))].slice(0, 2_000).map((name) => ({ name: name.slice(0, 300), impact }));
}

/** The lines below the paragraph with the words, as long as each is one word. */
function linesBelow(text: string, after: readonly string[]): string[] {
  const lower = text.toLowerCase();
  const at = Math.min(...after.map((each) => lower.indexOf(each.toLowerCase())).filter((each) => each >= 0));
  if (!Number.isFinite(at)) return [];
  const found: string[] = [];
  for (const line of text
    .slice(at)
    .split('\n')
    .slice(1)
    .map((each) => each.trim())) {
    if (line === '' && found.length === 0) continue;
    if (line.includes(' ') && found.length === 0) continue;
    if (line === '' || line.includes(' ')) break;
    found.push(line);
  }
  return found;
}

/** The first three letters in English, Dutch and German. */
const months = ['jan', 'feb', 'mar mrt maa mär', 'apr', 'may mei mai', 'jun', 'jul', 'aug', 'sep', 'oct okt', 'nov', 'dec dez'].map((each) => each.split(' '));

/** An instant in the words of a person: a date, a time and whose clock it is, in any order. Null when one of them is missing. */
export function instantIn(said: string, { template, text }: { template: Template; text: string }): number | null {
  const line = said.slice(0, 200);
  const clock = /(\d{1,2}):(\d{2})(?::\d{2})? ?([ap]m)?/i.exec(line) ?? /(\d{1,2})\.(\d{2}) (?:uur|uhr)/i.exec(line);
  const date = dateIn(line, template.dates);
  const zone = zoneIn(line, template, text);
  if (!clock || !date || !zone) return null;
  const half = clock[3]?.toLowerCase();
  const hours = half ? (Number(clock[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(clock[1]);
  return instantOfWall({ date, time: `${two(hours)}:${clock[2]}`, zone });
}

const two = (value: number | string): string => String(value).padStart(2, '0');

function dateIn(line: string, order: Template['dates']): string | null {
  const plain = /(\d{4})-(\d{2})-(\d{2})/.exec(line);
  if (plain) return plain[0];
  const named = /(\d{1,2})\.? ([A-Za-zä]{3})[a-z]{0,6}\.? (\d{4})/.exec(line);
  const month = named ? months.findIndex((each) => each.includes((named[2] ?? '').toLowerCase())) + 1 : 0;
  if (named && month > 0) return `${named[3]}-${two(month)}-${two(named[1] ?? '')}`;
  const numbers = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(line);
  if (!numbers) return null;
  const [first, second] = order === 'mdy' ? [numbers[1], numbers[2]] : [numbers[2], numbers[1]];
  return `${numbers[3]}-${two(first ?? '')}-${two(second ?? '')}`;
}

function zoneIn(line: string, { zones, places, zone: usual = null }: Template, text: string): string | null {
  const words = line.split(/[^A-Za-z]+/);
  for (const [word, zone] of Object.entries(zones)) if (words.includes(word)) return zone;
  if (words.some((each) => ['GMT', 'UTC', 'Z'].includes(each))) return 'UTC';
  return Object.entries(places).find(([place]) => text.includes(place))?.[1] ?? usual;
}
