// What the input of a calculation looks like: each shape is a JSON schema and the reading of it, which refuses by place and by name.
import type { Json } from '../../kernel/describe.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';

/** The value, or the refusal that names `at`, the place in the input: `stages[0].target`. */
export type Read<T> = { readonly value: T } | { readonly wrong: Refusal };

/** `optional`: may be left out of an object, and reads as undefined then. */
export type Shape<T> = { readonly schema: Json; readonly optional?: true; readonly read: (value: unknown, at: string) => Read<T> };

export type Of<S> = S extends Shape<infer T> ? T : never;

export function wrong<T>(code: string, at: string, params: Readonly<Record<string, string | number>> = {}): Read<T> {
  const field = at === '' ? 'input' : at;
  return { wrong: refuse(code, field, { field, ...params }) };
}

export function described<T>(shape: Shape<T>, description: string): Shape<T> {
  return { ...shape, schema: { ...shape.schema, description } };
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { schema: shape.schema, optional: true, read: (value, at) => (value === undefined ? { value: undefined } : shape.read(value, at)) };
}

type Properties = Readonly<Record<string, Shape<unknown>>>;
export type Values<P extends Properties> = { readonly [K in keyof P]: Of<P[K]> };

export function object<P extends Properties>(properties: P): Shape<Values<P>> {
  const names = Object.keys(properties);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]?.schema ?? {}])),
    required: names.filter((name) => !properties[name]?.optional),
    additionalProperties: false,
  };
  const read = (value: unknown, at: string): Read<Values<P>> => {
    if (!isPlain(value)) return wrong('value.not_object', at, { known: names.join(', ') });
    const stranger = Object.keys(value).find((name) => !names.includes(name));
    if (stranger !== undefined) return wrong('value.unknown', join(at, stranger.slice(0, 80)), { known: names.join(', ') });
    const found: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(properties)) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if (given === undefined && !shape.optional) return wrong('field.required', join(at, name));
      const each = shape.read(given, join(at, name));
      if ('wrong' in each) return each;
      found[name] = each.value;
    }
    return { value: found as Values<P> };
  };
  return { schema, read };
}

export function list<T>(items: Shape<T>, { least = 0, most }: { least?: number; most: number }): Shape<readonly T[]> {
  const read = (value: unknown, at: string): Read<readonly T[]> => {
    if (!Array.isArray(value)) return wrong('field.not_list', at);
    if (value.length < least) return wrong('value.too_few', at, { least });
    if (value.length > most) return wrong('value.too_many', at, { most });
    const found: T[] = [];
    for (const [i, each] of value.entries()) {
      const item = items.read(each, `${at}[${i}]`);
      if ('wrong' in item) return item;
      found.push(item.value);
    }
    return { value: found };
  };
  return { schema: { type: 'array', items: items.schema, minItems: least, maxItems: most }, read };
}

/** Values by name; names of 1 to 100 characters. */
export function map<T>(values: Shape<T>, { least = 0, most }: { least?: number; most: number }): Shape<Readonly<Record<string, T>>> {
  const schema = {
    type: 'object',
    additionalProperties: values.schema,
    minProperties: least,
    maxProperties: most,
    propertyNames: { minLength: 1, maxLength: 100 },
  };
  const read = (value: unknown, at: string): Read<Readonly<Record<string, T>>> => {
    if (!isPlain(value)) return wrong('value.not_map', at);
    const entries = Object.entries(value);
    if (entries.length < least) return wrong('value.too_few', at, { least });
    if (entries.length > most) return wrong('value.too_many', at, { most });
    const found: [string, T][] = [];
    for (const [name, each] of entries) {
      if (name === '' || name.length > 100 || name === '__proto__') return wrong('value.not_text', join(at, name.slice(0, 80)), { most: 100 });
      const item = values.read(each, join(at, name));
      if ('wrong' in item) return item;
      found.push([name, item.value]);
    }
    return { value: Object.fromEntries(found) };
  };
  return { schema, read };
}

/** One of several objects, told apart by a property whose value is the name of the variant. */
export function variants<K extends string, V extends Readonly<Record<string, Shape<unknown>>>>(key: K, shapes: V): Shape<Of<V[keyof V]>> {
  const known = Object.keys(shapes);
  const read = (value: unknown, at: string): Read<Of<V[keyof V]>> => {
    if (!isPlain(value)) return wrong('value.not_object', at, { known: key });
    const name = value[key];
    if (name === undefined) return wrong('field.required', join(at, key));
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) return wrong('field.not_choice', join(at, key), { options: known.join(', ') });
    return shape.read(value, at) as Read<Of<V[keyof V]>>;
  };
  return { schema: { anyOf: Object.values(shapes).map((each) => each.schema) }, read };
}

/** The same shape with one more demand: `check` answers what is wrong, or null. */
export function checked<T>(shape: Shape<T>, check: (value: T, at: string) => Read<never> | null): Shape<T> {
  return {
    ...shape,
    read: (value, at) => {
      const found = shape.read(value, at);
      return 'wrong' in found ? found : (check(found.value, at) ?? found);
    },
  };
}

/** Reads the whole input. */
export function readInput<T>(shape: Shape<T>, value: unknown): T | Refusal {
  const found = shape.read(value, '');
  if ('wrong' in found) return found.wrong;
  // A value of ours must never be taken for a refusal.
  return isRefusal(found.value) ? refuse('value.unknown', 'refused', { field: 'refused', known: '' }) : found.value;
}

export function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
