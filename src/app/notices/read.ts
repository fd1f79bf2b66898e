// Reads what a supplier sent, in whatever form: MAINTNOTE iCalendar, a mail with or without one inside, or a page; what nobody can read is kept for a person.
import { simpleParser } from 'mailparser';
import ical, { type VEvent } from 'node-ical';
import type { NoticeObject } from '../../practices/change/notice.fields.ts';
import { noticeStatus } from '../../practices/change/notice.fields.ts';
import type { Notice, NoticeStatus } from '../../practices/change/notice.ts';
import { readMail, type Template } from '../../practices/change/notice-template.ts';
import { noticeTemplates } from '../../practices/change/notice-templates.ts';

export type Read = { readonly notices: readonly Notice[]; readonly raw: string };

/** `provider` is whose notices these are, where they do not say. */
type Reading = { readonly templates?: readonly Template[]; readonly provider?: string | undefined };

/** Never throws on what it is given; at least one notice comes out. */
export async function readNotice(content: string, { templates = noticeTemplates, provider }: Reading = {}): Promise<Read> {
  const raw = content.replaceAll('\u0000', '').toWellFormed().slice(0, 500_000);
  try {
    if (/^\s*BEGIN:VCALENDAR/i.test(raw))
      return { raw, notices: orUnreadable(calledBy(fromCalendar(raw), provider), 'it has no event with X-MAINTNOTE fields', { words: raw, from: provider }) };
    const html = /^\s*</.test(raw);
    const mail = await simpleParser(html ? `Content-Type: text/html; charset=utf-8\r\n\r\n${raw}` : raw, { skipImageLinks: true });
    const calendars = mail.attachments.filter((each) => /calendar/.test(each.contentType)).map((each) => each.content.toString('utf8'));
    const inside = calendars.flatMap(fromCalendar);
    if (inside.length) return { raw, notices: calledBy(inside, provider) };
    const said = {
      from: mail.from?.text ?? String(mail.headers.get('x-original-from') ?? ''),
      subject: mail.subject ?? (html ? titleOf(raw) : ''),
      text: mail.text ?? '',
      sent: mail.date?.toISOString() ?? null,
    };
    const found = readMail(said, templates);
    const from = provider ?? said.from;
    const named = found && found.provider === '' ? { ...found, provider: from.slice(0, 120) || 'unknown' } : found;
    return { raw, notices: orUnreadable(named ? [named] : [], 'no template knows this sender', { words: said.subject || raw, from }) };
  } catch (error) {
    return { raw, notices: orUnreadable([], `it could not be read: ${error instanceof Error ? error.message : 'unknown'}`, { words: raw, from: provider }) };
  }
}

/** The title of a page, where a saved mail keeps its subject. */
function titleOf(page: string): string {
  const lower = page.toLowerCase();
  const from = lower.indexOf('<title>');
  const to = from < 0 ? -1 : lower.indexOf('</title>', from);
  return to < 0
    ? ''
    : page
        .slice(from + 7, to)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 300);
}

const calledBy = (found: readonly Notice[], provider: string | undefined): readonly Notice[] =>
  provider ? found.map((each) => (each.provider === 'unknown' ? { ...each, provider: provider.slice(0, 120) } : each)) : found;

type Said = { readonly words: string; readonly from?: string | undefined };

function orUnreadable(found: readonly Notice[], problem: string, { words, from = '' }: Said): readonly Notice[] {
  if (found.length) return found;
  const title = words.trim().split('\n')[0]?.trim().slice(0, 200) || 'A notice';
  const nothing = { notice_key: null, account: null, status: null, sequence: null, stamp: null, starts_at: null, ends_at: null, objects: [] };
  return [{ ...nothing, provider: from.slice(0, 120) || 'unknown', title, problem: problem.slice(0, 300) }];
}

/** The events of a calendar that carry X-MAINTNOTE fields; other appointments are nobody's maintenance. */
function fromCalendar(text: string): Notice[] {
  const events = Object.values(ical.sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');
  // The library fills in an end where there is none: only what the supplier wrote counts.
  const written = (name: string): boolean => new RegExp(`^${name}[;:]`, 'mi').test(text);
  return events.flatMap((event) => {
    const said = (name: string): string[] => values(Object.entries(event).find(([field]) => field === `MAINTNOTE-${name}`)?.[1]);
    const [provider, key] = [said('PROVIDER')[0], said('MAINTENANCE-ID')[0]];
    if (!provider && !key) return [];
    const status = said('STATUS')[0]?.toUpperCase();
    const impact = said('IMPACT')[0];
    const objects = said('OBJECT-ID').map((name): NoticeObject => ({ name: name.slice(0, 300), ...(impact ? { impact: impact.slice(0, 60) } : {}) }));
    const [starts_at, ends_at] = [written('DTSTART') ? iso(event.start) : null, written('DTEND') || written('DURATION') ? iso(event.end) : null];
    const missing = [provider ? '' : 'provider', key ? '' : 'number', starts_at ? '' : 'start', ends_at ? '' : 'end'].filter(Boolean);
    return [
      {
        provider: (provider ?? 'unknown').slice(0, 120),
        notice_key: key?.slice(0, 200) ?? null,
        title: (values(event.summary)[0] ?? key ?? 'A notice').slice(0, 300),
        account: said('ACCOUNT')[0]?.slice(0, 200) ?? null,
        status: status && Object.hasOwn(noticeStatus, status) ? (status as NoticeStatus) : null,
        sequence: Number.isInteger(Number(event.sequence ?? Number.NaN)) && Number(event.sequence) >= 0 ? Number(event.sequence) : null,
        stamp: written('DTSTAMP') ? iso(event.dtstamp) : null,
        starts_at,
        ends_at: starts_at && ends_at && ends_at > starts_at ? ends_at : null,
        objects,
        problem: missing.length ? `it does not say: ${missing.join(', ')}` : null,
      },
    ];
  });
}

/** A value of the library: plain, with parameters, or several. */
function values(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(values);
  if (typeof value === 'object' && value !== null && 'val' in value) return values(value.val);
  return typeof value === 'string' && value.trim() ? [value.trim()] : [];
}

const iso = (value: unknown): string | null => (value instanceof Date && Number.isFinite(value.getTime()) ? new Date(value.getTime()).toISOString() : null);
