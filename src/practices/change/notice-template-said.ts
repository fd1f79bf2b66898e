// A template as somebody writes it: filled up, tried on its sample, with everything that does not match named, and as mails are read by it.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Notice } from './notice.ts';
import { between, instantIn, type Mail, mailOf, readMail, type Template, type TemplateSaid } from './notice-template.ts';
import { clocks, kept } from './notice-templates.ts';

const nothing = { provider: '', marks: [], starts_after: [], sample: '' };
const usual = {
  supplier: null,
  ends_after: [],
  key_after: [],
  account_after: [],
  objects_after: [],
  objects_below: null,
  date_order: 'dmy',
  zone: null,
} as const;
const statuses = { impact: null, cancelled_says: [], moved_says: [], completed_says: [] } as const;

/** A form or row with everything that was left out. */
export const filled = (given: Readonly<Record<string, unknown>>): TemplateSaid =>
  ({ ...nothing, ...usual, ...statuses, ...dropNothing(given) }) as TemplateSaid;

const dropNothing = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));

/** What a template makes of its sample. Null when it does not know the sender. */
export const tried = (said: TemplateSaid): Notice | null => readMail(mailOf(said.sample), [templateOf(said)]);

/** Everything in the sample that the template does not find, in the order of its fields. */
export function faultsOf(said: TemplateSaid): Refusal[] {
  const mail = mailOf(said.sample);
  const template = templateOf(said);
  const lower = `${mail.from}\n${mail.subject}\n${mail.text}`.toLowerCase();
  const faults: Refusal[] = [];
  if (!template.marks.some((each) => lower.includes(each.toLowerCase())))
    faults.push(refuse('notice_template.no_mark', 'marks', { words: quoted(said.marks) }));
  const text = `${mail.subject}\n${mail.text}`;
  const times = (['starts_after', 'ends_after'] as const).map((field) => timeIn(said[field], { field, mail, template, faults }));
  for (const field of ['key_after', 'account_after', 'objects_after'] as const)
    if (said[field].length && !(field === 'objects_after' && said.objects_below) && betweenAny(text, said[field]) === null)
      faults.push(noMatch(field, said[field]));
  if (said.objects_after.length && said.objects_below && !tried(said)?.objects.length) faults.push(noMatch('objects_after', said.objects_after));
  const [start, end] = times;
  if (start && end && end <= start)
    faults.push(refuse('notice_template.wrong_period', 'ends_after', { start: new Date(start).toISOString(), end: new Date(end).toISOString() }));
  return faults;
}

type Timing = { readonly field: 'starts_after' | 'ends_after'; readonly mail: Mail; readonly template: Template; readonly faults: Refusal[] };

function timeIn(words: readonly string[], { field, mail, template, faults }: Timing): number | null {
  const text = `${mail.subject}\n${mail.text}`;
  const found = betweenAny(text, words);
  const at = found === null ? null : instantIn(found, { template, text });
  if (found === null) faults.push(noMatch(field, words));
  else if (at === null) faults.push(refuse('notice_template.no_time', field, { field, found }));
  return at;
}

const noMatch = (field: string, words: readonly string[]): Refusal => refuse('notice_template.no_match', field, { field, words: quoted(words) });
const quoted = (words: readonly string[]): string => words.map((each) => `“${each}”`).join(', ') || '–';
const betweenAny = (text: string, words: readonly string[]): string | null => between(text, words.map(pair));

/** "from … to" is what stands between the two. */
const pair = (words: string) => {
  const [from = '', to] = words.split(/\s*(?:…|\.\.\.)\s*/);
  return { after: from, ...(to ? { until: [to] } : {}) };
};

/** The template as mails are read by it. */
export function templateOf(said: TemplateSaid): Template {
  const optional = (words: readonly string[]) => (words.length ? words.map(pair) : undefined);
  return {
    provider: said.provider,
    marks: said.marks.filter(Boolean),
    ...{ notice_key: optional(said.key_after), account: optional(said.account_after) },
    starts_at: said.starts_after.map(pair),
    ends_at: said.ends_after.map(pair),
    objects: { words: said.objects_after.map(pair), lines: said.objects_below === true },
    impact: said.impact ?? 'OUTAGE',
    dates: said.date_order,
    ...clocks,
    zone: said.zone,
    statuses: [
      { says: [...said.cancelled_says, ...kept.cancelled.says], status: 'CANCELLED' },
      { says: [...said.moved_says, ...kept.moved.says], status: 'RE-SCHEDULED' },
      { says: [...said.completed_says, ...kept.over.says], status: 'COMPLETED' },
    ],
  };
}
