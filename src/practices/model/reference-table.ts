// Checks and reads what lies between the models: the table of the field's processes, our records in it, and the words for what is ours.
import type { Definition } from '../../kernel/record.ts';
import { type Fault, type FieldRow, type FieldTable, type Place, type ReferenceModel, type Source, screens } from './reference.record.ts';
import { type At, cell, fault, inside, key, levelsAt, members, named, sourcesAt, text } from './reference-read.ts';

export type Models = readonly ReferenceModel[];

/** Reads the table of the field. Every row names a process of every model, or says `none`; `partial` tables speak of some models only. */
export function readTable(value: unknown, models: Models, { partial }: { readonly partial: boolean }): { table: FieldTable; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const found = members({ value, path: [], faults }, ['sources', 'rows']);
  const sources = sourcesAt(found?.['sources']);
  const rows = named(found?.['rows'], (at, name) => row(at, { name, models, sources, partial }));
  return { table: { sources, rows: Object.values(rows) }, faults };
}

type RowGiven = { readonly name: string; readonly models: Models; readonly sources: Readonly<Record<string, Source>>; readonly partial: boolean };

function row(at: At, { name, models, sources, partial }: RowGiven): FieldRow {
  const keys = models.map((each) => each.key);
  const found = members(at, partial ? [] : ['name', 'level', ...keys], partial ? ['name', 'level', ...keys] : []) ?? {};
  key({ ...at, value: name });
  return { key: name, name: text(found['name']), levels: levelsAt(found['level']), cells: cells(found, models, sources) };
}

function cells(found: Readonly<Record<string, At>>, models: Models, sources: Readonly<Record<string, Source>>): FieldRow['cells'] {
  const kept = models.flatMap((model) => {
    const at = found[model.key];
    if (!at) return [];
    const read = cell(at, sources);
    for (const each of read.at) if (!model.processes.some((one) => one.key === each)) fault(at, 'unknown_process', { key: each });
    return [[model.key, read] as const];
  });
  return Object.fromEntries(kept);
}

type Ours = { readonly definitions: readonly Definition[]; readonly models: Models; readonly table: FieldTable };

/**
 * Reads where our records and commands stand: each in a row of the table, and where that is not sharp enough, with cells of its own.
 * Law 12: every record has a line. A `partial` crosswalk needs not have all.
 */
export function readCrosswalk(value: unknown, ours: Ours, { partial }: { readonly partial: boolean }): { places: readonly Place[]; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const at: At = { value, path: [], faults };
  const found = members(at, ['records'], ['sources']);
  const sources = { ...ours.table.sources, ...sourcesAt(found?.['sources']) };
  const places = Object.values(named(found?.['records'], (each, of) => place(each, of, { ...ours, sources })));
  const lines = new Set(places.map((each) => each.of));
  const forgotten = partial || !found?.['records'] ? [] : ours.definitions.filter((each) => !lines.has(each.name));
  for (const each of forgotten) fault(inside(at, 'records'), 'no_place', { record: each.name });
  return { places, faults };
}

function place(at: At, of: string, { definitions, models, table, sources }: Ours & { readonly sources: Readonly<Record<string, Source>> }): Place {
  const [record, command, ...rest] = of.split('.');
  const definition = definitions.find((each) => each.name === record);
  if (!definition) fault(at, 'unknown_record', { name: of });
  else if (rest.length > 0 || (command !== undefined && !Object.hasOwn(definition.commands, command)))
    fault(at, 'unknown_command', { name: of, known: Object.keys(definition.commands).join(', ') });
  const plain = typeof at.value === 'string';
  const found = plain
    ? { row: at }
    : (members(
        at,
        ['row'],
        models.map((each) => each.key),
      ) ?? {});
  const name = 'row' in found && found.row ? key(found.row) : '';
  if (name !== '' && !table.rows.some((each) => each.key === name)) fault(found.row ?? at, 'unknown_row', { key: name });
  return { of, row: name, cells: plain ? {} : cells(found, models, sources) };
}

/** Faults of the terms of a model: a word for what we do not have says nothing to anybody. */
export function termFaults(model: ReferenceModel, definitions: readonly Definition[]): readonly Fault[] {
  return model.terms.flatMap((term, index) => {
    const code = unknownIn(term.of, definitions);
    const path = ['terms', index, 'of'];
    if (code) return [{ path, code, params: { name: term.of } }];
    return Object.keys(term.plural).length > 0 && term.of.includes('.') && !term.of.startsWith('screen.side_')
      ? [{ path: ['terms', index, 'plural'], code: 'no_plural', params: { name: term.of } }]
      : [];
  });
}

/**
 * What a term speaks of: `incident`, its field `incident.impact`, an option of that `incident.impact.high`, its command `incident.resolve()`,
 * its state `incident:resolved`, or a screen `screen.problems`. Answers the code of the fault, or null.
 */
function unknownIn(of: string, definitions: readonly Definition[]): string | null {
  const [, first = '', mark = '', second = '', third] = /^([a-z_]+)(?:([.:])([a-z_]+(?:\(\))?))?(?:\.([\w-]+))?$/.exec(of) ?? [];
  if (first === 'screen') return (screens as readonly string[]).includes(second) ? null : 'unknown_screen';
  const definition = definitions.find((each) => each.name === first);
  if (!definition) return 'unknown_record';
  if (mark === '') return null;
  if (mark === ':') return Object.hasOwn(definition.states, second) && third === undefined ? null : 'unknown_state';
  if (second.endsWith('()')) return Object.hasOwn(definition.commands, second.slice(0, -2)) && third === undefined ? null : 'unknown_command_of';
  const field = Object.hasOwn(definition.fields, second) ? definition.fields[second] : undefined;
  if (!field) return 'unknown_field';
  if (third === undefined) return null;
  return field.kind === 'choice' && Object.hasOwn(field.options, third) ? null : 'unknown_option';
}
