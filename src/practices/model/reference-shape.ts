// Checks one file of a reference model and reads it: pure, so that the same check runs at the terminal, when a server starts, and in a test.
import type { Text } from '../../kernel/text.ts';
import {
  type Characteristic,
  characteristics,
  type Fault,
  outsiders,
  processKinds,
  type ReferenceModel,
  type ReferenceProcess,
  type Relation,
  type Source,
  type Sure,
  type Term,
} from './reference.record.ts';
import {
  type At,
  fault,
  inside,
  key,
  levelsAt,
  list,
  members,
  named,
  nowhere,
  oneOf,
  plainText,
  sourcesAt,
  sure,
  text,
  twice,
  word,
} from './reference-read.ts';

export type ModelRead = { readonly model: ReferenceModel | null; readonly faults: readonly Fault[] };

type Given = {
  /** What processes give each other, by key: those of all models and those of this file. */
  readonly objects: Readonly<Record<string, Text>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly level_sure: Sure;
  readonly flow_sure: Sure;
};

/**
 * Reads the value of a model file. `objects` are the things that processes of all models give each other. A model with faults is not used:
 * `model` is then null.
 */
export function readModel(value: unknown, objects: Readonly<Record<string, Text>>): ModelRead {
  const faults: Fault[] = [];
  const at: At = { value, path: [], faults };
  const found = members(
    at,
    ['model', 'name', 'edition', 'about', 'marks', 'sources', 'level_sure', 'flow_sure', 'characteristics', 'processes'],
    ['objects', 'groups', 'relations', 'roles', 'terms'],
  );
  if (!found) return { model: null, faults };
  const sources = sourcesAt(found['sources']);
  const given: Given = {
    objects: { ...objects, ...named(found['objects'], text) },
    sources,
    level_sure: sure(found['level_sure'], sources),
    flow_sure: sure(found['flow_sure'], sources),
  };
  const model: ReferenceModel = {
    key: key(found['model']),
    name: text(found['name']),
    edition: text(found['edition']),
    about: text(found['about']),
    marks: text(found['marks']),
    sources,
    characteristics: statements(found['characteristics'], sources),
    groups: list(found['groups'], (each) => group(each, sources)),
    processes: list(found['processes'], (each) => processAt(each, given)),
    relations: list(found['relations'], (each) => relation(each, given)),
    roles: list(found['roles'], (each) => role(each, sources)),
    terms: list(found['terms'], (each) => term(each, sources)),
  };
  together(model, at);
  return { model: faults.length ? null : model, faults };
}

/** Words of addresses and of files that are no models. */
const reserved = ['table', 'crosswalk', 'compare', 'objects', 'growth', 'paths', 'default', 'tessera'];

/** What no member can be seen to be wrong in by itself: keys that are there twice, and names of what is not there. */
function together({ groups, processes, relations, roles, terms, ...model }: ReferenceModel, at: At): void {
  if (reserved.includes(model.key)) fault(inside(at, 'model'), 'not_key', { value: model.key });
  for (const [name, items] of Object.entries({ groups, processes, roles })) twice(items, inside(at, name));
  const [keys, parts, people] = [processes, groups, roles].map((items) => new Set(items.map((each) => each.key))) as [Set<string>, Set<string>, Set<string>];
  processes.forEach((each, index) => {
    const own = inside(inside(at, 'processes'), index);
    if (each.group !== null && !parts.has(each.group)) fault(inside(own, 'group'), 'unknown_group', { key: each.group, known: [...parts].join(', ') });
    for (const one of each.roles) if (!people.has(one)) fault(inside(own, 'roles'), 'unknown_role', { key: one, known: [...people].join(', ') });
  });
  relations.forEach((each, index) => {
    for (const end of ['from', 'to'] as const) {
      const known = each[end] === '' || keys.has(each[end]) || (outsiders as readonly string[]).includes(each[end]);
      if (!known) fault(inside(inside(inside(at, 'relations'), index), end), 'unknown_process', { key: each[end] });
    }
  });
  const said = new Set<string>();
  terms.forEach((each, index) => {
    if (said.has(each.of)) fault(inside(inside(inside(at, 'terms'), index), 'of'), 'twice', { key: each.of });
    said.add(each.of);
  });
}

function statements(at: At | undefined, sources: Given['sources']): ReferenceModel['characteristics'] {
  const found = at ? members(at, characteristics) : null;
  const one = (name: Characteristic) => {
    const each = found?.[name] ? members(found[name], ['text', 'sure']) : null;
    return [name, { text: text(each?.['text']), sure: each ? sure(each['sure'], sources) : nowhere }] as const;
  };
  return Object.fromEntries(characteristics.map(one)) as ReferenceModel['characteristics'];
}

function group(at: At, sources: Given['sources']) {
  const found = members(at, ['key', 'name', 'sure']);
  return found && { key: key(found['key']), name: text(found['name']), sure: sure(found['sure'], sources) };
}

function role(at: At, sources: Given['sources']) {
  const found = members(at, ['key', 'name', 'does', 'sure']);
  return found && { key: key(found['key']), name: text(found['name']), does: text(found['does']), sure: sure(found['sure'], sources) };
}

function processAt(at: At, { objects, sources, level_sure, flow_sure }: Given): ReferenceProcess | null {
  const found = members(at, ['key', 'name', 'level', 'purpose', 'sure'], ['kind', 'number', 'group', 'in', 'out', 'roles', 'level_sure', 'flow_sure']);
  if (!found) return null;
  const flows = (each: At | undefined) => list(each, (one) => object(one, objects));
  return {
    key: key(found['key']),
    kind: oneOf(found['kind'], processKinds) ?? 'process',
    number: found['number'] ? plainText(found['number']) : null,
    name: text(found['name']),
    group: found['group'] ? key(found['group']) : null,
    levels: levelsAt(found['level']),
    purpose: text(found['purpose']),
    inputs: flows(found['in']),
    outputs: flows(found['out']),
    roles: list(found['roles'], key),
    sure: sure(found['sure'], sources),
    level_sure: found['level_sure'] ? sure(found['level_sure'], sources) : level_sure,
    flow_sure: found['flow_sure'] ? sure(found['flow_sure'], sources) : flow_sure,
  };
}

function relation(at: At, { objects, sources }: Given): Relation | null {
  const found = members(at, ['from', 'to', 'what', 'sure']);
  if (!found) return null;
  const what = found['what'] ? object(found['what'], objects) : null;
  return { from: key(found['from']), to: key(found['to']), what: what ?? { en: '', nl: '', de: '' }, sure: sure(found['sure'], sources) };
}

/** The key of something that processes give each other, or a text of its own. */
function object(at: At, objects: Given['objects']): Text | null {
  if (typeof at.value !== 'string') return text(at);
  if (Object.hasOwn(objects, at.value)) return objects[at.value] as Text;
  fault(at, 'unknown_object', { key: at.value.slice(0, 60) });
  return null;
}

function term(at: At, sources: Given['sources']): Term | null {
  const found = members(at, ['of', 'say', 'sure'], ['plural']);
  return found && { of: plainText(found['of']), say: word(found['say']), plural: word(found['plural']), sure: sure(found['sure'], sources) };
}
