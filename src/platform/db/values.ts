// How values travel: one set of text parsers and one encoding of parameters for both engines, so that they cannot differ.

import type { Value } from './types.ts';

/** What is sent for a parameter: text, bytes for bytea, or null. The server infers every type. */
export type Encoded = string | Uint8Array | null;

/** Errors: TypeError for undefined, objects, dates and bigints, which would otherwise mean different things to two drivers. */
export function encodeParams(params: readonly Value[] | undefined): Encoded[] {
  return (params ?? []).map(encodeParam);
}

/** The parser for a type by its oid; types without one stay text as the server wrote them. */
export function parserFor(oid: number): (text: string) => unknown {
  return parsers.get(oid) ?? asText;
}

const asText = (text: string): string => text;
const asNumber = (text: string): number => Number(text);
const asJson = (text: string): unknown => JSON.parse(text);

function asInt8(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

function asBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

const instant = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::00)?$/;

/**
 * A timestamptz as the server writes it, as text or inside JSON, in our form: three decimals, or six where the server kept
 * microseconds, because cutting them off would break keyset paging.
 */
export function isoInstant(text: string): string {
  // Nearly all have milliseconds, and a list holds hundreds of them.
  if ((text.length === 26 && text.endsWith('+00')) || (text.length === 29 && text.endsWith('+00:00')))
    if (text[19] === '.') return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const parts = instant.exec(text);
  if (!parts) return text; // infinity, years before Christ or beyond 9999
  const fraction = (parts[3] ?? '').padEnd(6, '0');
  const digits = fraction.endsWith('000') ? fraction.slice(0, 3) : fraction;
  return `${parts[1]}T${parts[2]}.${digits}Z`;
}

const scalars: readonly (readonly [oid: number, arrayOid: number, parse: (text: string) => unknown])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, asBytes], // bytea
  [18, 1002, asText], // "char"
  [19, 1003, asText], // name
  [20, 1016, asInt8], // int8
  [21, 1005, asNumber], // int2
  [23, 1007, asNumber], // int4
  [25, 1009, asText], // text
  [26, 1028, asNumber], // oid
  [114, 199, asJson], // json
  [700, 1021, asNumber], // float4
  [701, 1022, asNumber], // float8
  [1042, 1014, asText], // bpchar
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date
  [1083, 1183, asText], // time
  [1114, 1115, asText], // timestamp
  [1184, 1185, isoInstant], // timestamptz
  [1186, 1187, asText], // interval
  [1700, 1231, asText], // numeric
  [2950, 2951, asText], // uuid
  [3802, 3807, asJson], // jsonb
];

const parsers = new Map<number, (text: string) => unknown>();
for (const [oid, arrayOid, parse] of scalars) {
  if (parse !== asText) parsers.set(oid, parse);
  parsers.set(arrayOid, (text) => parseArray(text, parse));
}

function encodeParam(value: Value | undefined, index: number): Encoded {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `{${value.map((item) => encodeElement(item, index)).join(',')}}`;
  throw new TypeError(`parameter $${index + 1} is ${value === undefined ? 'undefined' : typeof value}: send text, number, boolean, null, bytes or a list`);
}

function encodeElement(item: unknown, index: number): string {
  if (item === null) return 'NULL';
  if (typeof item === 'number') return String(item);
  if (typeof item === 'string') return `"${item.replace(/[\\"]/g, '\\$&')}"`;
  throw new TypeError(`the list in parameter $${index + 1} holds ${typeof item}: only text, number and null may be in it`);
}

/** One dimension, nothing quoted. */
const plain = /^\{[^{}"\\]*\}$/;

/** The array literal of PostgreSQL (Arrays, 8.15.6), of any depth; a leading `[lower:upper]=` is skipped. */
function parseArray(text: string, parse: (text: string) => unknown): unknown[] {
  if (plain.test(text))
    return text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => element(item, undefined, parse));
  const pattern = /"((?:[^"\\]|\\.)*)"|[{}]|[^{},"]+/gs;
  pattern.lastIndex = text.indexOf('{');
  const stack: unknown[][] = [[]];
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const token = found[0];
    if (token === '{') stack.push([]);
    else if (token === '}') close(stack);
    else top(stack).push(element(token, found[1], parse));
  }
  return top(stack)[0] as unknown[];
}

function element(token: string, quoted: string | undefined, parse: (text: string) => unknown): unknown {
  if (quoted !== undefined) return parse(quoted.replace(/\\(.)/gs, '$1'));
  return token === 'NULL' ? null : parse(token);
}

function close(stack: unknown[][]): void {
  const done = stack.pop();
  top(stack).push(done);
}

function top(stack: unknown[][]): unknown[] {
  const last = stack.at(-1);
  if (!last) throw new Error('malformed array literal');
  return last;
}
