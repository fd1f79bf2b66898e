// The mapping: which column of a file fills which field, and how to read it. Data that people write, keep and send along; checked here.
import type { Field } from '../../kernel/field.ts';
import { type Definition, inputFields } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { fits, type Schema } from '../../kernel/shape.ts';
import { wrongPattern } from './dates.ts';

/** How to find the record a text names; `create` makes the ones that are missing. `within` narrows both. */
export type Find = {
  readonly record: string;
  /** The field that holds the text; `id` when the text is the number of the record. */
  readonly by: string;
  readonly within?: Readonly<Record<string, unknown>>;
  /** Further inputs of a missing one; `{}` when it needs none. Absent: a missing one makes the row a bad one. */
  readonly create?: Readonly<Record<string, unknown>>;
  /** Further inputs by text, over `create`. */
  readonly create_by?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** Where a value comes from: one of `column`, `template` and `constant`. */
export type Rule = {
  readonly column?: string;
  /** Text with columns in braces: `{category}, {symptom}`. */
  readonly template?: string;
  readonly constant?: unknown;
  /** Text of the file -> value of ours; null clears the field. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What to do with a text that is not in `values`; a bad row when absent. */
  readonly otherwise?: 'keep' | 'unknown';
  /** The value when the file has none. */
  readonly default?: unknown;
  readonly dates?: string;
  readonly zone?: string;
  readonly find?: Find;
};

export type Mapping = {
  /** Names the system the rows come from: rows are recognised by it and their key for ever. */
  readonly source: string;
  readonly mode: 'records' | 'log';
  /** Records mode: the opening command, when there are several. */
  readonly command?: string;
  /** Records mode: the command that takes over a row that changed since it came in; a changed row is a bad one when absent. */
  readonly update?: string;
  /** Columns that together name a record of the source. */
  readonly key: readonly string[];
  /** Texts that mean "no value"; an empty cell always does. */
  readonly unknown?: readonly string[];
  readonly encoding?: 'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: 'auto' | ',' | ';' | '\t' | '|';
  readonly zone?: string;
  readonly dates?: string;
  /** Between the items of a list in one cell. */
  readonly separator?: string;
  readonly fields: Readonly<Record<string, string | Rule>>;
  /** Columns kept as text in `extra`, under these names. Everybody who may see the record sees them. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Records mode: when it happened; now when absent. */
  readonly at?: string | Rule;
  /** Log mode. */
  readonly log?: {
    /** When the state was reached. */
    readonly at: string | Rule;
    /** When the record began, when that is another column than `at` of its first row. */
    readonly opened_at?: string | Rule;
    /** Columns with numbers that order rows of the same moment. */
    readonly order?: readonly string[];
    /** Column with the name of who did it. */
    readonly by?: string;
    /** Field of ours that holds the key. */
    readonly id_field: string;
    /** Columns whose text is shown in the timeline, by the name of the parameter. */
    readonly params?: Readonly<Record<string, string>>;
  };
};

const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const texts = (maxItems: number): Schema => ({ type: 'array', maxItems, items: text(200) });
const anything: Schema = {};
const table = (of: Schema): Schema => ({ type: 'object', additionalProperties: of });
const rule: Schema = {
  anyOf: [
    text(200),
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        column: text(200),
        template: text(500),
        constant: anything,
        values: table(anything),
        otherwise: { enum: ['keep', 'unknown'] },
        default: anything,
        dates: text(40),
        zone: text(64),
        find: {
          type: 'object',
          additionalProperties: false,
          required: ['record', 'by'],
          properties: { record: text(60), by: text(60), within: table(anything), create: table(anything), create_by: table(table(anything)) },
        },
      },
    },
  ],
};
const log: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['at', 'id_field'],
  properties: { at: rule, opened_at: rule, order: texts(5), by: text(200), id_field: text(60), params: table(text(200)) },
};

/** JSON Schema of a mapping, also for the API document. */
export const mappingSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'mode', 'key', 'fields'],
  properties: {
    source: { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]{0,39}$', description: 'names the system the rows come from' },
    mode: { enum: ['records', 'log'] },
    command: text(60),
    update: text(60),
    key: { type: 'array', minItems: 1, maxItems: 5, items: text(200) },
    unknown: texts(50),
    encoding: { enum: ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] },
    delimiter: { enum: ['auto', ',', ';', '\t', '|'] },
    zone: text(64),
    dates: text(40),
    separator: { type: 'string', maxLength: 5 },
    fields: table(rule),
    extra: table(text(200)),
    at: rule,
    log,
  },
};

export const ruleOf = (said: string | Rule): Rule => (typeof said === 'string' ? { column: said } : said);

/** The columns that a rule reads; empty when it reads none. */
export const columnsIn = (rule: Rule): string => rule.column ?? (rule.template ? columnsInTemplate(rule.template).join(', ') : '');

/** What a field is filled by, for whoever mends the file: a column of theirs, or the field itself when no column fills it. */
export const filledBy = ({ fields }: Pick<Mapping, 'fields'>, field: string): string => columnsIn(ruleOf(fields[field] ?? {})) || field;
const wrong = (field: string, detail: string): Refusal => refuse('import.wrong_mapping', 'mapping', { field, detail });

/** What is wrong with a mapping before any file is seen, or null. `value` comes from outside. */
export function wrongMapping(definition: Definition, value: unknown): Refusal | null {
  const shapeless = wrongShape(value);
  if (shapeless) return shapeless;
  const mapping = value as Mapping;
  if (JSON.stringify(mapping).length > 500_000) return wrong('mapping', 'larger than 500,000 characters');
  if ((mapping.mode === 'log') !== (mapping.log !== undefined)) return wrong('log', 'belongs to the mode "log", and to that only');
  const known = mapping.mode === 'log' ? logFields(definition) : recordFields(definition, mapping);
  if (!known) return wrong('command', `must be one of ${openings(definition).join(', ')}`);
  if (mapping.update !== undefined && !updates(definition, mapping).includes(mapping.update))
    return wrong('update', `must be one of ${updates(definition, mapping).join(', ') || '(none here)'}`);
  const strange = Object.keys(mapping.fields).find((name) => !Object.hasOwn(known, name));
  if (strange !== undefined) return refuse('import.no_field', 'mapping', { field: strange.slice(0, 80), options: Object.keys(known).join(', ') });
  if (mapping.log && !Object.hasOwn(definition.fields, mapping.log.id_field)) return wrong('log.id_field', `must be a field of ${definition.name}`);
  return wrongZone('zone', mapping.zone) ?? wrongDates('dates', mapping.dates) ?? wrongRules(mapping);
}

function wrongShape(value: unknown): Refusal | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('mapping', 'must be a JSON object');
  const properties = mappingSchema.properties ?? {};
  for (const name of mappingSchema.required ?? []) if (!Object.hasOwn(value, name)) return wrong(name, 'is required');
  for (const [name, each] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) return wrong(name.slice(0, 80), `is not part of a mapping; possible: ${Object.keys(properties).join(', ')}`);
    const part = name === 'fields' && typeof each === 'object' && each !== null ? Object.entries(each).find(([, one]) => !fits(rule, one))?.[0] : undefined;
    if (part !== undefined) return wrong(`fields.${part.slice(0, 80)}`, 'must be a column name or an object as the documentation of imports describes');
    if (!fits(schema, each)) return wrong(name, `does not have the form ${JSON.stringify(schema).slice(0, 200)}`);
  }
  return null;
}

/** The opening commands that a person may give: one is found by itself, of several the mapping names one. */
export const openings = (definition: Definition): string[] => Object.keys(definition.commands).filter((name) => definition.commands[name]?.opens);

export function openingOf(definition: Definition, mapping: Pick<Mapping, 'command'>): string | null {
  const names = openings(definition);
  if (mapping.command !== undefined) return names.includes(mapping.command) ? mapping.command : null;
  return names.length === 1 ? (names[0] ?? null) : names.includes('open') ? 'open' : null;
}

/** Commands that take a row over once more: not in a log, on a record that is there, and asking for nothing that a file does not say. */
const updates = ({ commands }: Definition, { mode }: Pick<Mapping, 'mode'>): string[] =>
  mode === 'log' ? [] : Object.keys(commands).filter((name) => !commands[name]?.opens && !commands[name]?.needs?.length && commands[name]?.takes?.length);

type FieldTable = Readonly<Record<string, Field & { readonly needed?: boolean }>>;

export function recordFields(definition: Definition, mapping: Pick<Mapping, 'command'>): FieldTable | null {
  const name = openingOf(definition, mapping);
  const command = name === null ? undefined : definition.commands[name];
  return command ? inputFields(definition, command) : null;
}

/** In a log a row may set any field, and the state. */
export function logFields(definition: Definition): FieldTable {
  const options = Object.fromEntries(Object.entries(definition.states).map(([name, state]) => [name, state.label]));
  return { ...definition.fields, state: { kind: 'choice', options, label: { en: 'State', nl: 'Toestand', de: 'Zustand' } } };
}

/** Every rule of a mapping by its place, for checks and for the list of columns it reads. */
export function rulesOf(mapping: Mapping): [string, Rule][] {
  const times: [string, string | Rule | undefined][] = [
    ['at', mapping.at],
    ['log.at', mapping.log?.at],
    ['log.opened_at', mapping.log?.opened_at],
  ];
  const all = [...Object.entries(mapping.fields).map(([name, said]) => [`fields.${name}`, said] as const), ...times];
  return all.flatMap(([place, said]) => (said === undefined ? [] : [[place, ruleOf(said)] as [string, Rule]]));
}

function wrongRules(mapping: Mapping): Refusal | null {
  for (const [place, each] of rulesOf(mapping)) {
    const sources = [each.column, each.template, each.constant].filter((one) => one !== undefined).length;
    if (sources !== 1) return wrong(place, 'give exactly one of column, template and constant');
    const found = wrongZone(`${place}.zone`, each.zone) ?? wrongDates(`${place}.dates`, each.dates);
    if (found) return found;
  }
  return null;
}

function wrongZone(place: string, zone: string | undefined): Refusal | null {
  if (zone === undefined) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone) ? null : wrong(place, 'must be a time zone such as Europe/Amsterdam');
  } catch {
    return wrong(place, 'must be a time zone such as Europe/Amsterdam');
  }
}

function wrongDates(place: string, pattern: string | undefined): Refusal | null {
  const found = pattern === undefined ? null : wrongPattern(pattern);
  return found ? wrong(place, found) : null;
}

const placeholder = /\{([^{}]{1,200})\}/g;
export const columnsInTemplate = (template: string): string[] => [...template.matchAll(placeholder)].map(([, name]) => name as string);
export const fillTemplate = (template: string, value: (column: string) => string): string => template.replace(placeholder, (_all, name: string) => value(name));

/** Every column that a mapping reads, in order, once. */
export function columnsOf(mapping: Mapping): string[] {
  const fromRules = rulesOf(mapping).flatMap(([, each]) => [
    ...(each.column === undefined ? [] : [each.column]),
    ...(each.template ? columnsInTemplate(each.template) : []),
  ]);
  const { order = [], by, params = {} } = mapping.log ?? {};
  return [
    ...new Set([...mapping.key, ...fromRules, ...Object.values(mapping.extra ?? {}), ...order, ...(by === undefined ? [] : [by]), ...Object.values(params)]),
  ];
}
