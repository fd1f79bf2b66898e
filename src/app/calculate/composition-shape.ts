// What a service is composed of, as input of a calculation: all of, any of or k of its parts, without circles.
import { type Composition, compositionFault, cycle, type Graph, leaves } from '../../calculus/composition.ts';
import type { Json } from '../../kernel/describe.ts';
import { checked, described, join, map, type Read, type Shape, wrong } from './shape.ts';
import { name, share } from './values.ts';

const commonCause = { ...share.schema, description: "Share of a member's failures that strike all members at once; none when left out" };

/** The schema refers to itself, so it has a name of its own. */
export const compositionDefs: Json = {
  composition: {
    anyOf: [
      { type: 'object', properties: { part: name.schema }, required: ['part'], additionalProperties: false },
      { type: 'object', properties: { all: members() }, required: ['all'], additionalProperties: false },
      { type: 'object', properties: { any: members(), common_cause: commonCause }, required: ['any'], additionalProperties: false },
      {
        type: 'object',
        properties: { k: { type: 'integer', minimum: 1 }, of: members(), common_cause: commonCause },
        required: ['k', 'of'],
        additionalProperties: false,
      },
    ],
  },
};

const composition: Shape<Composition> = {
  schema: { $ref: '#/$defs/composition' },
  read: (value, at) => {
    const stranger = strangerIn(value, at);
    if (stranger !== null) return stranger;
    const made = inMillionths(value);
    const fault = compositionFault(made, at);
    if (fault === null) return { value: made as Composition };
    const cut = fault.indexOf(': ');
    return faulty(fault.slice(0, cut), fault.slice(cut + 2));
  },
};

/** Parts that are composed of others; a part that is not named here is a leaf. */
export const graph: Shape<Graph> = checked(
  described(map(composition, { most: 200 }), 'Each composed part: all, any, or k of its parts'),
  (given, at): Read<never> | null => {
    if (JSON.stringify(given).length > 100_000) return wrong('value.too_many', at, { most: 2_000 });
    const found = cycle(given);
    return found === null ? null : wrong('value.cycle', at, { path: found.join(' > ').slice(0, 300) });
  },
);

export const root = described(name, 'The part that is asked about');

/** Values by leaf name leaves of this root only: a name that is none is a slip of the pen. */
export function wrongLeaf(given: { readonly root: string; readonly graph: Graph }, names: readonly string[], at: string): Read<never> | null {
  const known = leaves(given.root, given.graph);
  if (known.length > 200) return wrong('value.too_many', 'graph', { most: 200 });
  const stranger = names.find((each) => !known.includes(each));
  return stranger === undefined ? null : wrong('value.not_named', join(at, stranger), { value: stranger, known: known.join(', ').slice(0, 300) });
}

function members(): Json {
  return { type: 'array', items: { $ref: '#/$defs/composition' }, minItems: 1, maxItems: 500 };
}

function faulty(at: string, detail: string): Read<never> {
  return wrong('value.wrong_composition', at, { detail });
}

const KEYS = ['part', 'all', 'any', 'any common_cause', 'k of', 'common_cause k of'];

/** What the arithmetic would pass over in silence: properties that mean nothing, names that are too long, lists without end. */
function strangerIn(value: unknown, at: string, depth = 0): Read<never> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 20) return null;
  if (!KEYS.includes(Object.keys(value).toSorted().join(' '))) {
    return faulty(at, 'must be {part}, {all}, {any} or {k, of}, the last two perhaps with common_cause, and nothing else');
  }
  for (const [key, each] of Object.entries(value)) {
    const known = key === 'part' ? name : key === 'common_cause' ? share : null;
    const read = known?.read(each, `${at}.${key}`);
    if (read !== undefined && 'wrong' in read) return read;
    if (!Array.isArray(each)) continue;
    if (each.length > 500) return wrong('value.too_many', `${at}.${key}`, { most: 500 });
    for (const [i, member] of each.entries()) {
      const fault = strangerIn(member, `${at}.${key}[${i}]`, depth + 1);
      if (fault !== null) return fault;
    }
  }
  return null;
}

/** Shares from 0 to 1 as the parts per million that records hold. */
function inMillionths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inMillionths);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'common_cause' ? Math.round(Number(each) * 1_000_000) : inMillionths(each)]),
  );
}
