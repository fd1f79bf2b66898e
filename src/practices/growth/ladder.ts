// Reads the ladder of contracting from data that a consultant wrote: every fault is named with its place, and nothing half right is used.
import { languages, type Text } from '../../kernel/text.ts';
import { gates, isGate } from './gates.record.ts';
import type { Asking, Ladder, LadderStage, Level } from './growth.record.ts';

/** `path` is where in the data: keys and places in lists, such as `['stages', 2, 'gates', 0, 'gate']`. */
export type Fault = { readonly path: readonly (string | number)[]; readonly reason: string };

const provenances = ['reconstruction', 'own', 'published'] as const;
const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];
/** A gate looks back over a quarter unless it says otherwise. */
const usualDays = 92;
type Plain = Readonly<Record<string, unknown>>;
type Path = Fault['path'];
type Found = Fault[];

/** The ladder, or all that is wrong with it. */
export function readLadder(data: unknown): { readonly ladder: Ladder; readonly faults: null } | { readonly ladder: null; readonly faults: readonly Fault[] } {
  const found: Found = [];
  const top = objectAt(data, [], found);
  onlyKeys(top, { path: [], known: ['provenance', 'note', 'stages'], found });
  const provenance = provenances.find((each) => each === top.provenance);
  if (!provenance) found.push({ path: ['provenance'], reason: `must be one of ${provenances.join(', ')}` });
  const note = textAt(top.note, ['note'], found);
  const list = listAt(top.stages, ['stages'], found);
  const stages = list.map((each, i) => stageAt(each, ['stages', i], found));
  if (list.length < 2 || list.length > 12) found.push({ path: ['stages'], reason: 'must list 2 to 12 stages, the lowest first' });
  if (stages[0]?.gates.length) found.push({ path: ['stages', 0, 'gates'], reason: 'must be empty: nothing leads up to the lowest stage' });
  for (const [i, { gates: asked }] of stages.entries())
    if (i > 0 && asked.length === 0)
      found.push({ path: ['stages', i, 'gates'], reason: 'must list a gate: without one the stage is the same as the one below' });
  twice(
    stages.map((each, i) => [each.code, ['stages', i, 'code']] as const),
    found,
  );
  twice(
    stages.flatMap(({ gates: asked }, i) => asked.map((each, j) => [each.gate, ['stages', i, 'gates', j, 'gate']] as const)),
    found,
  );
  return found.length || !provenance ? { ladder: null, faults: found } : { ladder: { provenance, note, stages }, faults: null };
}

function stageAt(data: unknown, path: Path, found: Found): LadderStage {
  const stage = objectAt(data, path, found);
  onlyKeys(stage, { path, known: ['code', 'name', 'contracted', 'accountable', 'levels', 'gates'], found });
  const code = typeof stage.code === 'string' && /^[a-z][a-z0-9_]{0,39}$/.test(stage.code) ? stage.code : null;
  if (code === null) found.push({ path: [...path, 'code'], reason: 'must be a short name of small letters, digits and _' });
  const [name, contracted, accountable] = (['name', 'contracted', 'accountable'] as const).map((key) => textAt(stage[key], [...path, key], found));
  const own = listAt(stage.levels, [...path, 'levels'], found);
  if (own.some((each) => !levels.includes(each as Level))) found.push({ path: [...path, 'levels'], reason: `must list some of ${levels.join(', ')}` });
  const asked = listAt(stage.gates, [...path, 'gates'], found).map((each, i) => askingAt(each, [...path, 'gates', i], found));
  return { code: code ?? '', name: name ?? none, contracted: contracted ?? none, accountable: accountable ?? none, levels: own as Level[], gates: asked };
}

function askingAt(data: unknown, path: Path, found: Found): Asking {
  const asked = objectAt(data, path, found);
  onlyKeys(asked, { path, known: ['gate', 'needs', 'within_days'], found });
  if (!isGate(asked.gate)) found.push({ path: [...path, 'gate'], reason: `must be one of ${Object.keys(gates).join(', ')}` });
  const number = (key: 'needs' | 'within_days', usual: number, most: number): number => {
    const value = asked[key] ?? usual;
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most) return value as number;
    found.push({ path: [...path, key], reason: `must be a whole number from 1 to ${most}` });
    return usual;
  };
  return { gate: String(asked.gate), needs: number('needs', 1, 1_000), within_days: number('within_days', usualDays, 3_660) };
}

const none: Text = { en: '', nl: '', de: '' };

function textAt(data: unknown, path: Path, found: Found): Text {
  const text = objectAt(data, path, found);
  const wrong = languages.filter((each) => typeof text[each] !== 'string' || text[each] === '' || (text[each] as string).length > 400);
  if (wrong.length) found.push({ path, reason: `must say it in ${wrong.join(', ')}, in at most 400 characters` });
  return wrong.length ? none : { en: text.en as string, nl: text.nl as string, de: text.de as string };
}

function objectAt(data: unknown, path: Path, found: Found): Plain {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Plain;
  found.push({ path, reason: 'must have keys and values' });
  return {};
}

function listAt(data: unknown, path: Path, found: Found): readonly unknown[] {
  if (Array.isArray(data)) return data;
  found.push({ path, reason: 'must be a list' });
  return [];
}

function onlyKeys(data: Plain, { path, known, found }: { path: Path; known: readonly string[]; found: Found }): void {
  for (const key of Object.keys(data))
    if (!known.includes(key)) found.push({ path: [...path, key], reason: `is not known here; known are ${known.join(', ')}` });
}

function twice(named: readonly (readonly [string, Path])[], found: Found): void {
  const seen = new Set<string>();
  for (const [name, path] of named) {
    if (seen.has(name)) found.push({ path, reason: `${name} is there already` });
    seen.add(name);
  }
}
