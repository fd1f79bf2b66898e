// Reads the paths that are meant from data that a consultant wrote, against the records there are: every fault with its place.
import { languages } from '../../kernel/text.ts';
import type { MeantPath, MeantRecord, PathsModel } from './conformance.record.ts';

/** `path` is where in the data, such as `['records', 'incident', 'paths', 0, 'states', 2]`. */
export type Fault = { readonly path: readonly (string | number)[]; readonly reason: string };
type Path = Fault['path'];
type Plain = Readonly<Record<string, unknown>>;
/** States by record: what a path may be made of. */
export type States = ReadonlyMap<string, readonly string[]>;

const provenances = ['reconstruction', 'own', 'published'] as const;

/** The model, or all that is wrong with it. */
export function readPaths(
  data: unknown,
  states: States,
): { readonly model: PathsModel; readonly faults: null } | { readonly model: null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const wrong = (path: Path, reason: string): void => void faults.push({ path, reason });
  const top = plain(data);
  if (!top) return { model: null, faults: [{ path: [], reason: 'must have keys and values' }] };
  unknownKeys(top, ['provenance', 'note', 'late_wait_percent', 'records'], (key, reason) => wrong([key], reason));
  const provenance = provenances.find((each) => each === top.provenance);
  if (!provenance) wrong(['provenance'], `must be one of ${provenances.join(', ')}`);
  const note = plain(top.note);
  if (!note || languages.some((each) => typeof note[each] !== 'string')) wrong(['note'], `must say it in ${languages.join(', ')}`);
  const percent = top.late_wait_percent;
  if (!Number.isInteger(percent) || (percent as number) < 1 || (percent as number) > 99) wrong(['late_wait_percent'], 'must be a whole number from 1 to 99');
  const all = plain(top.records);
  if (!all) wrong(['records'], 'must name records');
  const records: Record<string, MeantRecord> = {};
  for (const [name, value] of Object.entries(all ?? {})) {
    const known = states.get(name);
    if (!known) wrong(['records', name], 'is no record of this product');
    else records[name] = recordAt(value, known, (path, reason) => wrong(['records', name, ...path], reason));
  }
  if (faults.length || !provenance) return { model: null, faults };
  return { model: { provenance, note: note as PathsModel['note'], late_wait_ppm: (percent as number) * 10_000, records }, faults: null };
}

type Wrong = (path: Path, reason: string) => void;

function recordAt(data: unknown, known: readonly string[], wrong: Wrong): MeantRecord {
  const record = plain(data) ?? {};
  unknownKeys(record, ['paths', 'done', 'through'], (key, reason) => wrong([key], reason));
  const through = plain(record.through) ?? {};
  unknownKeys(through, ['end', 'states'], (key, reason) => wrong(['through', key], reason));
  const named = (value: unknown, path: Path): string[] => stateList(value, { path, known, wrong });
  const list = Array.isArray(record.paths) ? record.paths : [];
  if (list.length === 0 || list.length > 50) wrong(['paths'], 'must list 1 to 50 paths');
  const paths = list.map((each, i): MeantPath => {
    const path = plain(each) ?? {};
    unknownKeys(path, ['name', 'states'], (key, reason) => wrong(['paths', i, key], reason));
    if (typeof path.name !== 'string' || !/^[a-z][a-z0-9_]{0,39}$/.test(path.name))
      wrong(['paths', i, 'name'], 'must be a short name of small letters, digits and _');
    const states = named(path.states, ['paths', i, 'states']);
    if (states.length < 2) wrong(['paths', i, 'states'], 'must have two states at least');
    return { name: String(path.name), states };
  });
  for (const [i, { name }] of paths.entries()) if (paths.findIndex((each) => each.name === name) < i) wrong(['paths', i, 'name'], `${name} is there already`);
  return {
    paths,
    done: named(record.done ?? [], ['done']),
    through: { end: named(through.end ?? [], ['through', 'end']), states: named(through.states ?? [], ['through', 'states']) },
  };
}

function stateList(value: unknown, { path, known, wrong }: { path: Path; known: readonly string[]; wrong: Wrong }): string[] {
  if (!Array.isArray(value)) {
    wrong(path, 'must be a list of states');
    return [];
  }
  for (const [i, each] of value.entries()) {
    if (!known.includes(each as string)) wrong([...path, i], `must be one of ${known.join(', ')}`);
    else if (each === value[i - 1]) wrong([...path, i], 'is the state before it: a path changes state at every step');
  }
  return value.map(String);
}

const plain = (data: unknown): Plain | null => (typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Plain) : null);

function unknownKeys(data: Plain, known: readonly string[], tell: (key: string, reason: string) => void): void {
  for (const key of Object.keys(data)) if (!known.includes(key)) tell(key, `is not known here; known are ${known.join(', ')}`);
}
