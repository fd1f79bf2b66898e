// A small JSON Schema checker for `data` fields: just the words our own shapes use, without generated code (strict CSP).

export type Schema = {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly description?: string;
  /** The only reference allowed: the shape itself, for recursive shapes. */
  readonly $ref?: '#';
};

/** A schema together with the TypeScript type it describes. */
export type Shape<T = unknown> = { readonly schema: Schema; readonly type?: T };

export function shape<T>(schema: Schema): Shape<T> {
  return { schema };
}

/** True when the value is what the schema describes. Depth is capped, so that hostile nesting is refused, not followed. */
export function fits(schema: Schema, value: unknown, root: Schema = schema, depth = 0): boolean {
  if (depth > 32) return false;
  if (schema.$ref) return fits(root, value, root, depth + 1);
  if (schema.anyOf) return schema.anyOf.some((each) => fits(each, value, root, depth + 1));
  if (schema.enum) return schema.enum.includes(value as string | number);
  switch (schema.type) {
    case 'object':
      return isPlain(value) && fitsObject(schema, value, root, depth);
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? 10_000) &&
        value.every((each) => !schema.items || fits(schema.items, each, root, depth + 1))
      );
    case 'string':
      return (
        typeof value === 'string' &&
        value.length <= (schema.maxLength ?? 2_000) &&
        value.isWellFormed() &&
        !value.includes('\u0000') &&
        (!schema.pattern || new RegExp(schema.pattern).test(value))
      );
    case 'integer':
      return (
        Number.isInteger(value) &&
        (value as number) >= (schema.minimum ?? Number.MIN_SAFE_INTEGER) &&
        (value as number) <= (schema.maximum ?? Number.MAX_SAFE_INTEGER)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    default:
      return true;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fitsObject(schema: Schema, value: Record<string, unknown>, root: Schema, depth: number): boolean {
  if (schema.required?.some((name) => !Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, each]) => {
    if (name === '__proto__') return false;
    const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (known) return fits(known, each, root, depth + 1);
    if (typeof schema.additionalProperties === 'object') return fits(schema.additionalProperties, each, root, depth + 1);
    return schema.additionalProperties !== false;
  });
}
