// The sentences of the service-level report, put together once for the screen and for the printed page.
import type { Params, Text } from '../kernel/text.ts';
import type { Breach, Difference, HeldPart, Section } from '../practices/reporting/figures.record.ts';
import type { Format } from './formats.ts';
import { figureTexts, perTexts, reportTexts } from './texts/report.ts';

export type Tongue = {
  readonly say: (text: Text, params?: Params) => string;
  readonly format: Format;
  readonly refs: Readonly<Record<string, string>>;
};

/** One sentence: who had it longest on the way to the breach, and in whose hands it broke. */
export function causeWords({ longest, last, used_ms, target_ms }: Breach, { say, format, refs }: Tongue): string {
  const target = format.span(target_ms);
  if (!longest) return say(reportTexts.cause_none, { target });
  const params = { longest: handsWords(longest, { say, refs }), span: format.span(longest.used_ms), used: format.span(used_ms), target };
  const isSame = !last || (last.party === longest.party && last.team === longest.team && last.reason === longest.reason);
  return isSame ? say(reportTexts.cause_one, params) : say(reportTexts.cause_two, { ...params, last: handsWords(last, { say, refs }) });
}

/** The team's organisation and name, or what was waited for. */
function handsWords({ party, team, reason }: HeldPart, { say, refs }: Pick<Tongue, 'say' | 'refs'>): string {
  const name = refs[party] ?? party;
  if (reason === 'handover') return say(reportTexts.handing_over, { party: name });
  if (reason !== 'working' && reason !== 'done') return say(reportTexts.waiting_for, { party: name, reason: refs[reason] ?? reason });
  return team && refs[team] ? `${name}, ${refs[team]}` : name;
}

type Verdicted = { readonly kept: boolean | null; readonly measured_per?: string; readonly window: { readonly whole: boolean } };
export type VerdictWords = { readonly tone: 'good' | 'bad' | 'neutral'; readonly text: string };

/** Kept, not kept, nothing was due, or not to be said yet. */
export function verdictWords({ kept, measured_per = 'month', window }: Verdicted, { say, quarter }: Pick<Tongue, 'say'> & { quarter: boolean }): VerdictWords {
  if (kept !== null) return { tone: kept ? 'good' : 'bad', text: say(kept ? reportTexts.kept : reportTexts.broken) };
  if (window.whole) return { tone: 'neutral', text: say(reportTexts.no_cases) };
  if (quarter && measured_per === 'month') return { tone: 'neutral', text: say(reportTexts.over_months) };
  const per = perTexts[measured_per];
  return { tone: 'neutral', text: measured_per === 'month' ? say(reportTexts.no_cases) : say(reportTexts.so_far, { per: per ? say(per) : measured_per }) };
}

/** A number of a correction in its own unit. */
export function figureWords({ what }: Difference, value: number | null, { format }: Pick<Tongue, 'format'>): string {
  if (value === null) return '–';
  if (what.endsWith('_ms')) return format.span(value);
  if (what.endsWith('_ppm')) return format.ppm(value);
  return what.endsWith('_minor') ? format.number(value / 100) : format.number(value);
}

export function differenceName(
  { service, promise, what }: Difference,
  names: Readonly<Record<string, string>>,
  { say, refs }: Pick<Tongue, 'say' | 'refs'>,
): string {
  const figure = figureTexts[what];
  const about = promise === null ? (refs[service] ?? service) : (names[promise] ?? refs[promise] ?? promise);
  return `${about}: ${figure ? say(figure) : what}`;
}

/** Names of the promises that the sections mention. */
export const promiseNames = (sections: readonly Section[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sections.flatMap((each) =>
      [
        ...each.times,
        ...each.availability,
        ...each.throughput,
        ...each.satisfaction,
        ...each.suppliers.flatMap((one) => [...one.times, ...one.availability]),
      ].flatMap((one) => (one.promise && one.name ? [[one.promise, one.name]] : [])),
    ),
  );

/** 2026-10 -> October 2026; 2026-Q4 -> quarter 4 of 2026. */
export function periodWords(period: string, { say, format }: Pick<Tongue, 'say' | 'format'>): string {
  const [year = '', quarter = ''] = period.split('-Q');
  return quarter ? say(reportTexts.quarter_of, { quarter, year }) : format.month(period);
}

export const verdictsOf = (sections: readonly Section[]): boolean[] =>
  sections
    .flatMap((each) => [...each.times, ...each.availability, ...each.throughput, ...each.satisfaction].map((one) => one.kept))
    .filter((kept) => kept !== null);
