// What rows and inputs look like, as JSON Schema (2020-12): the same data that checks requests describes them.
import { type Field, kinds } from './field.ts';
import { baseColumns, type Command, type Definition, inputFields } from './record.ts';

export type Json = { readonly [name: string]: unknown };
/** Rows as `incident`, inputs as `incident.resolve`, shapes of `data` fields as `service.gate.shape`: the components of an API document. */
export function describe(definitions: readonly Definition[]): Json {
  return Object.assign({}, ...definitions.map(schemasOf)) as Json;
}

/** Commands that visitors may give; the silent ones belong to reactions, imports and the clock. */
export const offered = (definition: Definition): [string, Command][] => Object.entries(definition.commands).filter(([, command]) => !command.silent);

export const component = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The schema of a field's value. A shape that refers to itself becomes a component, which is given by `home`. */
export function fieldSchema(field: Field, home: string): Json {
  const said = [field.label.en, field.means?.en].filter(Boolean).join('. ');
  if (field.kind === 'data') return { ...component(home), description: said };
  const to = field.kind === 'ref' || field.kind === 'refs' ? ` (${field.to === '*' ? 'any record' : field.to})` : '';
  const options =
    field.kind === 'choice'
      ? `: ${Object.entries(field.options)
          .map(([name, text]) => `${name} = ${text.en}`)
          .join(', ')}`
      : '';
  const own = kinds[field.kind].schema(field);
  return { ...own, description: [said, own.description].filter(Boolean).join('; ') + to + options };
}

function schemasOf(definition: Definition): Json {
  const inputs = offered(definition).map(([name, command]) => [`${definition.name}.${name}`, inputSchema(definition, name, command)] as const);
  const shapes = [
    ...dataFields(definition, definition.fields),
    ...offered(definition).flatMap(([name, command]) => dataFields(definition, command.input ?? {}, name)),
  ];
  return { [definition.name]: rowSchema(definition), ...Object.fromEntries(inputs), ...Object.fromEntries(shapes) };
}

function dataFields(definition: Definition, fields: Readonly<Record<string, Field>>, command?: string): [string, unknown][] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'data' ? [[homeOf(definition, name, command), rooted(field.shape.schema, homeOf(definition, name, command))] as [string, unknown]] : [],
  );
}

const homeOf = (definition: Definition, field: string, command?: string): string => [definition.name, command, field, 'shape'].filter(Boolean).join('.');

/** `$ref: '#'` means the shape itself; in the document its root is the component. */
function rooted(schema: unknown, home: string): unknown {
  if (Array.isArray(schema)) return schema.map((each) => rooted(each, home));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => (name === '$ref' ? [name, `#/components/schemas/${home}`] : [name, rooted(value, home)])),
  );
}

function nullable(schema: Json): Json {
  if (typeof schema.type === 'string' && !schema.enum) return { ...schema, type: [schema.type, 'null'] };
  const { description, ...rest } = schema;
  return { anyOf: [rest, { type: 'null' }], ...(description ? { description } : {}) };
}

const baseSchemas: Json = {
  id: { type: 'string', description: 'Number of the record, never used again' },
  version: { type: 'integer', minimum: 1, description: 'Rises by one with each command; the value of If-Match' },
  open: { type: 'boolean' },
  due: { type: ['string', 'null'], format: 'date-time', description: 'Earliest due instant over the running clocks' },
  opened_at: { type: 'string', format: 'date-time' },
  updated_at: { type: 'string', format: 'date-time' },
  closed_at: { type: ['string', 'null'], format: 'date-time' },
  extra: { type: 'object', description: 'Extension fields' },
};

/** What a row looks like. Fields that some sides are not shown are left out of their answers, hence not required. */
function rowSchema(definition: Definition): Json {
  const own = Object.entries(definition.fields).map(([name, field]) => {
    const schema = fieldSchema(field, homeOf(definition, name));
    return [name, field.required ? schema : nullable(schema)] as const;
  });
  const states = Object.entries(definition.states).map(([name, state]) => `${name} = ${state.label.en}`);
  const state = { type: 'string', enum: Object.keys(definition.states), description: states.join(', ') };
  const always = Object.keys(definition.fields).filter((name) => !definition.fields[name]?.shown_to);
  return {
    type: 'object',
    description: definition.means.en,
    properties: { ...baseSchemas, state, ...Object.fromEntries(own) },
    required: [...Object.keys(baseColumns), ...always],
  };
}

function inputSchema(definition: Definition, name: string, command: Command): Json {
  const fields = Object.entries(inputFields(definition, command));
  const home = (field: string) => homeOf(definition, field, Object.hasOwn(command.input ?? {}, field) ? name : undefined);
  return {
    type: 'object',
    description: command.label.en,
    properties: Object.fromEntries(
      fields.map(([field, each]) => [field, each.needed ? fieldSchema(each, home(field)) : nullable(fieldSchema(each, home(field)))]),
    ),
    ...(command.needs?.length ? { required: [...command.needs] } : {}),
    additionalProperties: false,
  };
}
