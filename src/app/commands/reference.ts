// `tessera model`: the reference models from a terminal: which there are, what one says, two side by side, and whether a folder of one's own is right.
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { Language, Text } from '../../kernel/text.ts';
import { languages, say } from '../../kernel/text.ts';
import { readPaths } from '../../practices/conformance/paths-model.ts';
import { readLadder } from '../../practices/growth/ladder.ts';
import { characteristics, type Path, type ReferenceModel, type Sure } from '../../practices/model/reference.record.ts';
import { certaintyTexts, characteristicTexts, kindTexts } from '../../practices/model/reference-texts.ts';
import { type FileFault, type Folder, openFolder } from '../model-files.ts';
import { faultLine, type Models, models, readModels } from '../models.ts';
import { packaged } from '../packaged.ts';
import { practices } from '../registry.ts';
import { configuration, plain, print, Said, table } from '../terminal.ts';

type Options = { language: string };

export function modelCommands(program: Command): void {
  const model = program.command('model').description('reference models: ITIL, IPW, ISM, USM, ISO/IEC 20000-1, SIAM, FitSM and those of your own folder');
  const speaking = (name: string, about: string) => model.command(name).description(about).option('--language <code>', languages.join(', '), 'en');
  speaking('list', 'which models there are').action((options: Options) => print(listText(known(), languageOf(options))));
  speaking('show <key>', 'one model: its processes, and how sure each statement is').action((key: string, options: Options) =>
    print(modelText(one(known(), key), languageOf(options))),
  );
  speaking('compare <a> <b>', 'the characteristics of two models side by side, and the processes of the field in both').action(
    (a: string, b: string, options: Options) => print(compareText(known(), [a, b], languageOf(options))),
  );
  speaking('check [folder]', 'check a folder of model files (without one: those in use); names file, line and reason of each mistake').action(
    (folder: string | undefined, options: Options) => check(folder, languageOf(options)),
  );
}

/** The models in use; what was refused of them is said on standard error. */
function known(): Models {
  const found = readModels(configuration().models || null);
  for (const fault of found.faults) process.stderr.write(`warning: ${plain(faultLine(fault))}\n`);
  return found;
}

function check(folder: string | undefined, language: Language): void {
  const own = folder ?? (configuration().models || undefined);
  if (own !== undefined && !statSync(own, { throwIfNoEntry: false })?.isDirectory()) throw new Said(`${own} is not a folder.`);
  const shipped = readModels(null);
  const { faults: wrong, own: keys } = own === undefined ? shipped : models(openFolder(own), shipped);
  const faults = [...wrong, ...beside(openFolder(own ?? packaged('models')))];
  if (faults.length > 0) {
    for (const fault of faults) print(plain(faultLine(fault, language)));
    throw new Said(`${faults.length} ${faults.length === 1 ? 'mistake' : 'mistakes'}.`);
  }
  const read = own === undefined ? shipped.models.map((each) => each.key) : keys;
  print(`All well: ${read.length === 0 ? 'no model' : read.join(', ')}${own === undefined ? '' : ` in ${own}`}.`);
}

/** What lies beside the models: the ladder of growth, and the paths that work is meant to take. */
function beside({ files }: Folder): readonly FileFault[] {
  const states = new Map(practices.map(({ definition }) => [definition.name, Object.keys(definition.states)]));
  const read: Readonly<Record<string, (value: unknown) => readonly { readonly path: Path; readonly reason: string }[]>> = {
    'growth.yaml': (value) => readLadder(value).faults ?? [],
    'paths.yaml': (value) => readPaths(value, states).faults ?? [],
  };
  return files.flatMap(({ file, value, at }) => (read[file]?.(value) ?? []).map(({ path, reason }) => at({ path, code: 'said', params: { reason } })));
}

function languageOf({ language }: Options): Language {
  const found = languages.find((each) => each === language);
  if (!found) throw new Said(`The language must be one of ${languages.join(', ')}.`);
  return found;
}

function one({ models: all }: Models, key: string): ReferenceModel {
  const found = all.find((each) => each.key === key);
  if (!found) throw new Said(`There is no model ${key}. Known are: ${all.map((each) => each.key).join(', ')}.`);
  return found;
}

const markOf = ({ certainty, sources }: Sure): string => `${certainty} ${sources.join(' ')}`;
const legend = (language: Language): string =>
  Object.entries(certaintyTexts)
    .map(([mark, { means }]) => `  ${mark}  ${say(means, language)}`)
    .join('\n');

export function listText({ models: all, own }: Models, language: Language): string {
  const rows = all.map((each) => [each.key, say(each.name, language), say(each.edition, language), each.processes.length, own.includes(each.key) ? 'own' : '']);
  return table(['key', 'name', 'edition', 'processes', ''], rows);
}

function modelText(model: ReferenceModel, language: Language): string {
  const rows = model.processes.map((each) => [
    each.key,
    say(each.name, language),
    say(kindTexts[each.kind], language),
    each.levels.map((level) => level.slice(0, 1).toUpperCase()).join('/'),
    markOf(each.sure),
    say(each.purpose, language),
  ]);
  return [
    `${say(model.name, language)} (${say(model.edition, language)})`,
    say(model.about, language),
    say(model.marks, language),
    '',
    table(['process', 'name', 'kind', 'level', 'sure', 'purpose'], rows),
    '',
    legend(language),
  ].join('\n');
}

function compareText(all: Models, keys: readonly [string, string], language: Language): string {
  const two = keys.map((key) => one(all, key));
  const told = characteristics.flatMap((each) => [
    '',
    say(characteristicTexts[each], language),
    ...two.map((model) => {
      const { text, sure } = model.characteristics[each];
      return `  ${model.key} (${markOf(sure)}): ${say(text, language)}`;
    }),
  ]);
  const name = (model: ReferenceModel, key: string): Text => model.processes.find((each) => each.key === key)?.name ?? { en: key, nl: key, de: key };
  const rows = all.table.rows.map((row) => [
    say(row.name, language),
    ...two.map((model) => {
      const cell = row.cells[model.key];
      if (!cell) return '';
      return `${cell.sure.certainty} ${cell.at.length ? cell.at.map((key) => say(name(model, key), language)).join(', ') : '-'}`;
    }),
  ]);
  return [two.map((each) => say(each.name, language)).join(' / '), ...told, '', table(['process', ...keys], rows), '', legend(language)].join('\n');
}
