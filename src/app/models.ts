// The reference models of this installation: those that come with it, and those of a folder of the house's own, which add or replace.
import { type languages, say, type Text } from '../kernel/text.ts';
import type { Log } from '../platform/db/types.ts';
import type { Fault, FieldTable, Place, ReferenceModel } from '../practices/model/reference.record.ts';
import { named, text } from '../practices/model/reference-read.ts';
import { readModel } from '../practices/model/reference-shape.ts';
import { readCrosswalk, readTable, termFaults } from '../practices/model/reference-table.ts';
import { modelFaultTexts } from '../practices/model/reference-texts.ts';
import { type FileFault, type Folder, type Opened, openFolder, openFolderSlowly } from './model-files.ts';
import { packaged } from './packaged.ts';
import { practices } from './registry.ts';

export type Models = {
  readonly models: readonly ReferenceModel[];
  readonly table: FieldTable;
  readonly places: readonly Place[];
  readonly objects: Readonly<Record<string, Text>>;
  /** What was refused: the file it is in is not used. */
  readonly faults: readonly FileFault[];
  /** Keys of the models that the house's own folder added or replaced. */
  readonly own: readonly string[];
};

const definitions = practices.map(({ definition }) => definition);
const nothing: Models = { models: [], table: { sources: {}, rows: [] }, places: [], objects: {}, faults: [], own: [] };
/** Files that are no models: those between the models, and the data of growth and of conformance, which are read elsewhere. */
const between = { objects: 'objects.yaml', table: 'table.yaml', crosswalk: 'crosswalk.yaml', growth: 'growth.yaml', paths: 'paths.yaml' } as const;

/** The models of the package and, where a folder is named, those in it; a file with faults is left out, what it would have replaced stays. */
export function readModels(own: string | null): Models {
  const shipped = models(openFolder(packaged('models')), null);
  return own ? models(openFolder(own), shipped) : shipped;
}

/** The models, read once and kept; whoever asks first waits. */
export type Library = () => Promise<Models>;

/** The library of an installation. What is refused of its own folder is written to the log, with file, line and reason. */
export function modelLibrary(own: string | null, log: Pick<Log, 'warn'>): Library {
  let kept: Promise<Models> | undefined;
  const read = async (): Promise<Models> => {
    const shipped = models(await openFolderSlowly(packaged('models')), null);
    const all = own ? models(await openFolderSlowly(own), shipped) : shipped;
    for (const fault of all.faults) log.warn({ file: fault.file, line: fault.line }, `refused a file of models: ${faultLine(fault)}`);
    return all;
  };
  return () => (kept ??= read());
}

/** One folder, on its own or over what is there already. */
export function models({ files, faults: unread }: Folder, base: Models | null): Models {
  const faults: FileFault[] = [...unread];
  const before = base ?? nothing;
  const file = (name: string): Opened | undefined => files.find((each) => each.file === name);
  const note = (from: Opened, found: readonly Fault[]): boolean => {
    faults.push(...found.map(from.at));
    return found.length === 0;
  };
  const objects = { ...before.objects, ...objectsIn(file(between.objects), note) };
  const read = files.filter((each) => !(Object.values(between) as string[]).includes(each.file)).flatMap((each) => modelIn(each, objects, note) ?? []);
  const replaced = new Set(read.map((each) => each.key));
  const all = [...before.models.filter((each) => !replaced.has(each.key)), ...read];
  const partial = base !== null;
  const [tableFile, crosswalkFile] = [file(between.table), file(between.crosswalk)];
  const found = tableFile ? readTable(tableFile.value, all, { partial }) : null;
  const table = found && tableFile && note(tableFile, found.faults) ? merged(before.table, found.table) : before.table;
  const walk = crosswalkFile ? readCrosswalk(crosswalkFile.value, { definitions, models: all, table }, { partial }) : null;
  const places = walk && crosswalkFile && note(crosswalkFile, walk.faults) ? mergedPlaces(before.places, walk.places) : before.places;
  return { models: all, table, places, objects, faults: [...before.faults, ...faults], own: base ? [...replaced] : [] };
}

type Note = (from: Opened, found: readonly Fault[]) => boolean;

function objectsIn(opened: Opened | undefined, note: Note): Readonly<Record<string, Text>> {
  if (!opened) return {};
  const faults: Fault[] = [];
  const found = named({ value: opened.value, path: [], faults }, text);
  return note(opened, faults) ? found : {};
}

function modelIn(opened: Opened, objects: Readonly<Record<string, Text>>, note: Note): ReferenceModel | null {
  const { model, faults } = readModel(opened.value, objects);
  if (!note(opened, faults) || !model) return null;
  const elsewhere = opened.file.replace(/\.ya?ml$/i, '') === model.key ? [] : [{ path: ['model'], code: 'file_name', params: { key: model.key } }];
  return note(opened, [...elsewhere, ...termFaults(model, definitions)]) ? model : null;
}

/** Rows of the same key get the cells of both, the later ones going before. */
function merged(base: FieldTable, over: FieldTable): FieldTable {
  const later = new Map(over.rows.map((each) => [each.key, each]));
  const kept = base.rows.map((each) => ({ ...each, cells: { ...each.cells, ...later.get(each.key)?.cells } }));
  const added = over.rows.filter((each) => !base.rows.some((one) => one.key === each.key));
  return { sources: { ...base.sources, ...over.sources }, rows: [...kept, ...added] };
}

function mergedPlaces(base: readonly Place[], over: readonly Place[]): readonly Place[] {
  const later = new Map(over.map((each) => [each.of, each]));
  const kept = base.map((each) => {
    const own = later.get(each.of);
    return own ? { of: each.of, row: own.row || each.row, cells: { ...each.cells, ...own.cells } } : each;
  });
  return [...kept, ...over.filter((each) => !base.some((one) => one.of === each.of))];
}

/** A fault in words: `siam.yaml:12: …`. */
export function faultLine({ file, line, code, params, path }: FileFault, language: (typeof languages)[number] = 'en'): string {
  const said = say(modelFaultTexts[code] as Text, language, params);
  return `${file}${line === null ? '' : `:${line}`}: ${path === '' ? '' : `${path}: `}${said}`;
}
