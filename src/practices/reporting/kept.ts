// Whether promises on time, on how much is handled and on satisfaction were kept, and how long restoring took.
import { attained, keeps, meanRestoration, mood } from '../../calculus/attainment.ts';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { feels } from './down.ts';
import type { Available, Handled, Kept, Mood, Restoration, Satisfaction } from './figures.record.ts';
import { decides, heading, type PromiseRow, type Sources, said, sectionKey, windowFor, windowInForce } from './sources.ts';

const million = 1_000_000;
const timed = new Set(['respond', 'restore', 'fulfil', 'accept', 'repair']);

/** Attainment = met / (met + missed) of the targets that were due; a verdict only when the promise's own window is over with the report. */
export function keptOf(promises: readonly PromiseRow[], sources: Sources): Kept[] {
  return promises
    .filter((each) => timed.has(each.metric))
    .map((promise) => {
      const { met = 0, missed = 0 } = sources.counts.get(promise.id) ?? {};
      const promised_ppm = promise.attainment ?? million;
      const window = windowFor(promise, sources);
      const kept = decides(window, promise, sources) ? keeps({ met, missed }, promised_ppm) : null;
      return { ...heading(promise), metric: promise.metric, window: said(window), kept, met, missed, attained_ppm: attained({ met, missed }), promised_ppm };
    });
}

export function handledOf(promises: readonly PromiseRow[], sources: Sources): Handled[] {
  return promises
    .filter((each) => each.metric === 'throughput')
    .map((promise) => {
      const window = windowInForce(promise, sources);
      const handled = sources.handled.get(promise.id)?.handled ?? 0;
      const promised = promise.throughput ?? 0;
      // What is reached already stays reached; what is not may still come.
      const kept = window.whole ? handled >= promised : handled >= promised && decides(window, promise, sources) ? true : null;
      return { ...heading(promise), window: said(window), kept, handled, promised };
    });
}

/** The promises on satisfaction, or the answers of the period by themselves where nothing was promised about them. */
export function satisfactionOf(promises: readonly PromiseRow[], sources: Sources, { service, customer }: Section): Satisfaction[] {
  const promised = promises.filter((each) => each.metric === 'satisfaction');
  const told = promised.map((promise) => {
    const window = windowInForce(promise, sources);
    const { answers = 0, content = 0, rated = [] } = sources.handled.get(promise.id) ?? {};
    const promised_ppm = promise.satisfied ?? million;
    const kept = window.whole ? keeps({ met: content, missed: answers - content }, promised_ppm) : null;
    const { promise: id, name } = heading(promise);
    return {
      promise: id,
      name,
      window: said(window),
      kept,
      answers,
      content,
      content_ppm: attained({ met: content, missed: answers - content }),
      promised_ppm,
      rated,
    };
  });
  if (told.length) return told;
  const { answers = 0, content = 0, rated = [] } = sources.handled.get(sectionKey(service, customer)) ?? {};
  const window = said({ ...sources.window, whole: sources.window.to <= sources.now });
  const content_ppm = attained({ met: content, missed: answers - content });
  return [{ promise: null, name: null, window, kept: null, answers, content, content_ppm, promised_ppm: null, rated }];
}

type Section = { readonly service: string; readonly customer: string };

/** Time to restore, from the start of the impact and with its pauses; and beside it the time on the clocks of the promise to restore. Never one from the other. */
export function restorationOf(promises: readonly PromiseRow[], sources: Sources, { service, customer }: Section): Restoration {
  const own = sources.cases.filter((each) => each.service === service && each.affected_customers.includes(customer));
  const shared = sources.downs.filter((each) => each.service !== service && feels(each, service, customer) && inPeriod(each.resolved_at, sources));
  const restores = promises.filter((each) => each.metric === 'restore' || each.metric === 'fulfil');
  const calendar: Calendar = (restores[0] ?? promises[0])?.calendar ?? roundTheClock;
  const through = shared.map((each) => ({ from: Date.parse(each.started_at), to: Date.parse(each.restored_at ?? each.resolved_at ?? each.started_at) }));
  const mean = meanRestoration([...own.map((each) => ({ from: each.started_ms, to: each.restored_ms })), ...through], calendar);
  const clocks = restores.flatMap((each) => sources.counts.get(each.id) ?? []);
  const clocked = clocks.reduce((sum, each) => sum + each.clocked, 0);
  return {
    cases: own.length,
    through_parts: shared.map((each) => each.id),
    mtrs_wall_ms: mean?.wall_ms ?? null,
    mtrs_agreed_ms: mean?.agreed_ms ?? null,
    clocked,
    resolution_ms: clocked ? Math.round(clocks.reduce((sum, each) => sum + each.used_ms, 0) / clocked) : null,
  };
}

const inPeriod = (at: string | null, { window }: Sources): boolean => at !== null && Date.parse(at) >= window.from && Date.parse(at) < window.to;

/** Whether figures and answers say the same about a service. */
export function moodOf(told: {
  times: readonly Kept[];
  availability: readonly Available[];
  throughput: readonly Handled[];
  satisfaction: readonly Satisfaction[];
}): Mood | null {
  const verdicts = [...told.times, ...told.availability, ...told.throughput].map((each) => each.kept);
  const [answers] = told.satisfaction;
  return answers ? mood(verdicts, { count: answers.answers, content: answers.content, promised_ppm: answers.promised_ppm }) : null;
}
