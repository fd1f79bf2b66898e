// The terms of a promise in one line each: "last Sunday of the month 02:00–06:00", "below 95 %: 5 % back".
import type { Exclusion } from '../../../calculus/calendar.ts';
import type { CreditBands } from '../../../calculus/credit.ts';
import { membership } from '../../../practices/organisation/membership.record.ts';
import type { Tongue } from '../../record/widget.ts';
import { orderTexts, termTexts, weekTexts } from '../../texts/terms.ts';

export type Step = { readonly share: number; readonly role: string };
export type Passing = { readonly order: string; readonly handover_minutes?: number; readonly rework?: number };

export const maintenanceWords = (value: unknown, tongue: Tongue): string =>
  (value as readonly Exclusion[]).map((each) => `${whenWords(each, tongue)} ${each.from}–${each.to}`).join('\n');

function whenWords(each: Exclusion, { say, format }: Tongue): string {
  if ('date' in each) return format.date(each.date);
  const days = format.list(each.days.map((day) => format.weekday(day)));
  if (each.weeks?.length) return say(termTexts.of_month, { which: format.list(each.weeks.map((week) => wordOf(weekTexts, String(week), say))), days });
  return each.days.length === 7 ? say(termTexts.every_day) : say(termTexts.every, { days });
}

export const creditWords = (value: unknown, { say, format }: Tongue): string => {
  const { bands, cap } = value as CreditBands;
  const rows = bands
    .toSorted((a, b) => b.below - a.below)
    .map((each) => say(termTexts.band, { below: format.ppm(each.below), credit: format.ppm(each.credit) }));
  return [...rows, ...(typeof cap === 'number' ? [say(termTexts.cap, { cap: format.ppm(cap) })] : [])].join('\n');
};

const roles = membership.fields.role.options;

export const escalationWords = (value: unknown, { say, format }: Tongue): string =>
  (value as readonly Step[])
    .toSorted((a, b) => a.share - b.share)
    .map((each) => say(termTexts.step, { share: format.ppm(each.share), role: wordOf(roles, each.role, say) }))
    .join('\n');

export const routingWords = (value: unknown, { say, format }: Tongue): string => {
  const { order, handover_minutes, rework } = value as Passing;
  const handing = handover_minutes ? [say(termTexts.handover, { span: format.minutes(handover_minutes) })] : [];
  const again = rework ? [say(termTexts.rework, { share: format.ppm(rework) })] : [];
  return [wordOf(orderTexts, order, say), ...handing, ...again].join(', ');
};

function wordOf(texts: Readonly<Record<string, Parameters<Tongue['say']>[0]>>, name: string, say: Tongue['say']): string {
  const text = texts[name];
  return text ? say(text) : name;
}
