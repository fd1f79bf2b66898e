// Conformance of work to what is meant: the map of a period with every figure's cases, reckoned beside other work when there is much of it.
import { readFileSync } from 'node:fs';
import { setImmediate as pause, setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { isBehind, oddNames, type ProcessMap, processMap } from '../calculus/process-map.ts';
import { moveOf } from '../calculus/process-paths.ts';
import type { Definition } from '../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { type Actor, toSql } from '../kernel/scope.ts';
import { type House, settings } from '../platform/house.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import type { Asked, Case, CaseAnswer, CasesAnswer, ConformanceAnswer, MapAnswer, PathsModel, WayAnswer } from '../practices/conformance/conformance.record.ts';
import { lawfulMoves, meaningOf } from '../practices/conformance/follow.ts';
import { readPaths } from '../practices/conformance/paths-model.ts';
import { casesOf, type Progress, type Span } from './conformance-store.ts';
import { packaged } from './packaged.ts';

let model: PathsModel | undefined;

/** The paths of models/paths.yaml. Throws when they are wrong. */
export function pathsModel(house: House): PathsModel {
  if (model) return model;
  const states = new Map([...house.registry.practices.values()].map(({ definition }) => [definition.name, Object.keys(definition.states)]));
  const { model: found, faults } = readPaths(parse(readFileSync(packaged('models/paths.yaml'), 'utf8')), states);
  if (!found) throw new Error(`models/paths.yaml: ${faults.map(({ path, reason }) => `${path.join('.')} ${reason}`).join('; ')}`);
  model = found;
  return found;
}

/** Records with a path that is meant, in the order of the data. */
export const followedRecords = (house: House): Definition[] =>
  Object.keys(pathsModel(house).records).flatMap((name) => house.registry.practices.get(name)?.definition ?? []);

export type Asking = { readonly actor: Actor; readonly definition: Definition; readonly asked: Asked };
/** So many ways are told; the others are counted. */
const mostWays = 200;
/** As long as somebody is kept waiting before they are told how far it is. */
const patienceMs = 700;
type Ready = { readonly cases: readonly Case[]; readonly as_of: string };
type Working = { readonly promise: Promise<Ready>; readonly progress: Progress };
const working = new WeakMap<House['db'], Map<string, Working>>();

/** The map of a period, or how far the reading is. */
export async function conformanceFor(house: House, { actor, definition, asked }: Asking): Promise<ConformanceAnswer | Refusal> {
  const got = await casesFor(house, { actor, definition, asked });
  if (isRefusal(got) || 'state' in got) return got;
  const { note, provenance, records } = pathsModel(house);
  const meant = records[definition.name] ?? null;
  const moves = new Set((meant?.paths ?? []).flatMap(({ states }) => states.slice(1).map((to, i) => moveOf(states[i] as string, to))));
  const sums = processMap({ moves, lawful: lawfulMoves(definition) });
  for (const [i, each] of got.cases.entries()) {
    sums.add(each);
    if (i % 5_000 === 4_999) await pause();
  }
  const refs = await labelsOf(house, { actor, ids: [asked.customer, asked.service, asked.supplier].filter((each) => each !== null) });
  const head = { state: 'ready' as const, record: definition.name, asked, meant, provenance, note, as_of: got.as_of, refs, now: isoOf(house) };
  return { ...head, data: answered(sums.told(), moves) };
}

export type Behind = Asking & { readonly figure: string; readonly offset: number; readonly limit: number };

/** The cases behind a figure, the latest first. */
export async function casesBehind(house: House, { figure, offset, limit, ...asking }: Behind): Promise<CasesAnswer | ConformanceAnswer | Refusal> {
  const got = await casesFor(house, asking);
  if (isRefusal(got) || 'state' in got) return got;
  const found = got.cases.filter((each) => isBehind(figure, each)).sort((a, b) => (b.at[0] ?? 0) - (a.at[0] ?? 0));
  const shown = found.slice(offset, offset + limit).map(caseAnswer);
  const refs = await labelsOf(house, { actor: asking.actor, ids: shown.map((each) => each.id) });
  const next = offset + limit < found.length ? offset + limit : null;
  return { state: 'ready', data: shown, count: found.length, next, refs, now: isoOf(house) };
}

async function casesFor(house: House, { actor, definition, asked }: Asking): Promise<Ready | (ConformanceAnswer & { state: 'working' }) | Refusal> {
  // How the work really went is the house's own affair; a scope that shows the house only some records would have to be asked row by row.
  if (actor.side !== 'integrator' || toSql(definition.see, actor, 1).sql !== 'true') return refuse('not_allowed', undefined, { command: 'conformance' });
  const span = await spanOf(house, asked);
  if (isRefusal(span)) return span;
  const { promise, progress } = begun(house, definition, span);
  const ready = await Promise.race([promise, wait(patienceMs, null, { ref: false })]);
  if (!ready) return { state: 'working', ...progress, now: isoOf(house) };
  const wanted = [asked.customer, asked.service, asked.supplier].filter((each) => each !== null);
  return { ...ready, cases: ready.cases.filter((each) => wanted.every((id) => each.about.includes(id))) };
}

/** One reading for all who ask the same at the same time. */
function begun(house: House, definition: Definition, span: Span): Working {
  const own = working.get(house.db) ?? new Map<string, Working>();
  working.set(house.db, own);
  const key = `${definition.name} ${span.from} ${span.to}`;
  const known = own.get(key);
  if (known) return known;
  const progress: Progress = { done: 0, of: 0 };
  const { late_wait_ppm, records } = pathsModel(house);
  const keeping = { definition, late_wait_ppm, meaning: () => meaningOf(definition, records[definition.name] ?? null) };
  const promise = casesOf(house, keeping, { span, progress }).then((cases): Ready => ({ cases, as_of: isoOf(house) }));
  const made = { promise, progress };
  own.set(key, made);
  promise
    .catch((error: unknown) => house.log.error({ error: String(error) }, 'following cases failed'))
    .finally(() => own.delete(key))
    .catch(() => undefined);
  return made;
}

const isoOf = (house: House): string => new Date(house.clock.now()).toISOString();

/** Local dates of the house, the last one included; at most ten years. */
export async function spanOf(house: House, { from, to }: Pick<Asked, 'from' | 'to'>): Promise<Span | Refusal> {
  const { zone } = await settings(house);
  const [first, last] = [dateOf(from), dateOf(to)];
  if (!first) return refuse('field.not_date', 'from', { field: 'from' });
  if (!last) return refuse('field.not_date', 'to', { field: 'to' });
  if (Temporal.PlainDate.compare(first, last) > 0 || first.until(last, { largestUnit: 'days' }).days > 3_660)
    return refuse('field.out_of_range', 'to', { field: 'to' });
  const midnight = (date: Temporal.PlainDate): number => date.toZonedDateTime(zone).epochMilliseconds;
  return { from: midnight(first), to: midnight(last.add({ days: 1 })) };
}

function dateOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function answered({ ways, event_ways, moves, ...rest }: ProcessMap, meant: ReadonlySet<string>): MapAnswer {
  const happened = new Set(moves.map((each) => moveOf(each.from, each.to)));
  const never = [...meant]
    .filter((each) => !happened.has(each))
    .map((move) => {
      const [from = '', to = ''] = move.split('>');
      return { from, to, how: 'meant' as const, cases: 0, times: 0, wall: { count: 0, sum: 0, at: [] } };
    });
  const told = (all: ProcessMap['ways']): WayAnswer[] =>
    all.slice(0, mostWays).map(({ key, steps, cases, wall, variant }) => ({
      key,
      steps,
      cases,
      median_ms: wall.at[1] ?? null,
      fitness: variant?.share ?? null,
      nearest: variant?.nearest ?? null,
      oddities: variant?.oddities ?? [],
    }));
  return { ...rest, ways: told(ways), event_ways: told(event_ways), more: { ways: ways.length, event_ways: event_ways.length }, moves: [...moves, ...never] };
}

const caseAnswer = (each: Case): CaseAnswer => ({
  id: each.id,
  opened_at: new Date(each.at[0] ?? 0).toISOString(),
  ms: each.until - (each.at[0] ?? each.until),
  ended: each.variant.ended,
  events: each.events.length,
  fitness: each.variant.share,
  oddities: oddNames(each),
  steps: each.variant.states.map((state, i) => ({ state, ms: (each.at[i + 1] ?? each.until) - (each.at[i] ?? 0) })),
});
