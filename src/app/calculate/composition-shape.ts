// What a service is composed of, as input of a calculation: all of, any of or k of its parts, without circles.
import { type Composition, compositionFault, cycle, type Graph, leaves } from '../../calculus/composition.ts';
import type { Json } from '../../kernel/describe.ts';
import { checked, described, join, map, type Read, type Shape, wrong } from './shape.ts';
import { name } from './values.ts';

/** The schema refers to itself, so it has a name of its own. */
export const compositionDefs: Json = {
  composition: {
    anyOf: [
      { type: 'object', properties: { part: name.schema }, required: ['part'], additionalProperties: false },
      ...['all', 'any'].map((key) => ({ type: 'object', properties: { [key]: members() }, required: [key], additionalProperties: false })),
      { type: 'object', properties: { k: { type: 'integer', minimum: 1 }, of: members() }, required: ['k', 'of'], additionalProperties: false },
    ],
  },
};

const composition: Shape<Composition> = {
  schema: { $ref: '#/$defs/composition' },
  read: (value, at) => {
    const fault = strangerIn(value, at) ?? compositionFault(value, at);
    if (fault === null) return { value: value as Composition };
    const cut = fault.indexOf(': ');
    return wrong('value.wrong_composition', fault.slice(0, cut), { detail: fault.slice(cut + 2) });
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

const KEYS = [['part'], ['all'], ['any'], ['k', 'of']] as const;

/** What the arithmetic would pass over in silence: properties that mean nothing, names that are too long, lists without end. */
function strangerIn(value: unknown, at: string, depth = 0): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 20) return null;
  const found = Object.keys(value).toSorted();
  const right = KEYS.some((keys) => keys.length === found.length && keys.every((key) => found.includes(key)));
  if (!right) return `${at}: must be {part}, {all}, {any} or {k, of}, and nothing else`;
  for (const [key, each] of Object.entries(value)) {
    if (key === 'part' && (typeof each !== 'string' || each === '' || each.length > 100)) return `${at}.part: must be a text of 1 to 100 characters`;
    if (!Array.isArray(each)) continue;
    if (each.length > 500) return `${at}.${key}: may hold at most 500 members`;
    for (const [i, member] of each.entries()) {
      const fault = strangerIn(member, `${at}.${key}[${i}]`, depth + 1);
      if (fault !== null) return fault;
    }
  }
  return null;
}
