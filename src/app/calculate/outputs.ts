// Schemas of what calculations answer, in few words.
import type { Json } from '../../kernel/describe.ts';

export const text: Json = { type: 'string' };
export const flag: Json = { type: 'boolean' };
export const amount: Json = { type: 'integer', description: 'Minor units of money' };
export const count: Json = { type: 'integer', minimum: 0 };
export const figure: Json = { type: 'number' };
export const share: Json = { type: 'number', minimum: 0, maximum: 1 };
export const instant: Json = { type: 'string', format: 'date-time' };
export const duration: Json = { type: 'string', pattern: '^-?PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?$', description: 'ISO 8601; negative with a minus in front' };

export function list(items: Json): Json {
  return { type: 'array', items };
}

export function choice(options: readonly string[]): Json {
  return { type: 'string', enum: options };
}

/** Every property is always there. */
export function object(properties: Json, description?: string): Json {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false, ...(description ? { description } : {}) };
}

export function orNull(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}

export function means(schema: Json, description: string): Json {
  return { ...schema, description };
}
