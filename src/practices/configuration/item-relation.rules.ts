// What makes a relation right: two ends that are there, said once, groups that agree with themselves, and nothing that stands on itself.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { RelationKind } from './item-relation.record.ts';

/** One step of "stands on": the dependent needs the supporter. */
export type Edge = { readonly dependent: string; readonly supporter: string };
export type ItemRelationGiven = {
  /** The ends that are services or items, by number. */
  readonly ends: ReadonlyMap<string, { readonly name: string; readonly open: boolean }>;
  /** The open relation that says the same, if any. */
  readonly same: string | null;
  /** The group of redundancy as it is now, if it has members. */
  readonly group: { readonly kind: string; readonly need: number | null } | null;
  /** Everything the supporter of the new relation stands on, step by step. Empty where there is no dependence. */
  readonly beneath: readonly Edge[];
  /** Names of what the path of a circle passes. */
  readonly names: ReadonlyMap<string, string>;
};
type The = Case<Case['row'], ItemRelationGiven>;
const grouped: readonly string[] = ['any_of', 'k_of_n'];
/** How a relation is called in lists and links: by both ends. */
export const relationTitle = (subject: string, object: string): string => `${subject} → ${object}`;

/** The group of those who name none. */
const onlyGroup = 'default';

export const itemRelationRules: Rules<ItemRelationGiven> = {
  open: (the) => refuseEnds(the) ?? refuseGroup(the) ?? refuseCircle(the) ?? opened(the),
  confirm: ({ at }) => ({ changes: { seen_at: at } }),
};

/** Who stands on whom by a relation; null when nobody does. */
export function dependence({ subject, kind, object }: { subject: string; kind: RelationKind; object: string }): Edge | null {
  if (kind === 'connects') return null;
  return kind === 'contains' ? { dependent: object, supporter: subject } : { dependent: subject, supporter: object };
}

function opened({ input, given, at }: The): Decision {
  const { kind, redundancy, source, seen_at } = input;
  const title = relationTitle(nameOf(given, String(input.subject)), nameOf(given, String(input.object)));
  const group = kind === 'any_of' ? { redundancy: redundancy ?? onlyGroup } : {};
  return { changes: { title, ...group, source: source ?? 'hand', seen_at: seen_at ?? at } };
}

function refuseEnds({ input, given }: The): Refusal | null {
  const [subject, object] = [String(input.subject), String(input.object)];
  for (const [field, value] of [
    ['subject', subject],
    ['object', object],
  ] as const) {
    const end = given.ends.get(value);
    if (!end) return refuse('item_relation.open.no_end', field, { field, value });
    if (!end.open) return refuse('item_relation.open.ended', field, { field, value: end.name });
  }
  if (subject === object) return refuse('item_relation.open.itself', 'object', { value: subject });
  const services = subject.startsWith('SVC-') && object.startsWith('SVC-');
  if (services && input.kind !== 'connects')
    return refuse('item_relation.open.composed', 'object', { subject: nameOf(given, subject), object: nameOf(given, object) });
  return given.same ? refuse('item_relation.open.already', 'object', { relation: given.same }) : null;
}

function refuseGroup({ input, given: { group } }: The): Refusal | null {
  const { kind, redundancy = null, need = null } = input;
  if (!grouped.includes(String(kind))) {
    const field = redundancy !== null ? 'redundancy' : need !== null ? 'need' : null;
    return field ? refuse('item_relation.open.no_group_here', field, { field }) : null;
  }
  if (kind === 'any_of' && need !== null) return refuse('item_relation.open.no_group_here', 'need', { field: 'need' });
  if (kind === 'k_of_n' && redundancy === null) return refuse('item_relation.open.needs_group', 'redundancy', { need: String(need ?? 'k') });
  if (kind === 'k_of_n' && need === null) return refuse('item_relation.open.needs_need', 'need', { redundancy: String(redundancy) });
  const differs = group && (group.kind !== kind || group.need !== need);
  if (!differs) return null;
  const said = { redundancy: String(redundancy ?? onlyGroup), kind: group.kind, need: String(group.need ?? '–') };
  return refuse('item_relation.open.other_group', 'redundancy', said);
}

function refuseCircle({ input, given }: The): Refusal | null {
  const edge = dependence(input as { subject: string; kind: RelationKind; object: string });
  const path = edge ? pathTo(given.beneath, edge.supporter, edge.dependent) : null;
  if (!edge || !path) return null;
  return refuse('item_relation.open.cycle', 'object', { path: [edge.dependent, ...path].map((id) => nameOf(given, id)).join(' > ') });
}

const nameOf = ({ names, ends }: ItemRelationGiven, id: string): string => names.get(id) ?? ends.get(id)?.name ?? id;

/** The shortest way down from one to another along what each stands on; both ends included, null when there is none. */
export function pathTo(edges: readonly Edge[], from: string, to: string): readonly string[] | null {
  const beneath = new Map<string, string[]>();
  for (const { dependent, supporter } of edges) beneath.set(dependent, [...(beneath.get(dependent) ?? []), supporter]);
  const above = new Map<string, string | null>([[from, null]]);
  for (const at of above.keys()) {
    if (at === to) break;
    for (const next of beneath.get(at) ?? []) if (!above.has(next)) above.set(next, at);
  }
  if (!above.has(to)) return null;
  const path: string[] = [];
  for (let at: string | null | undefined = to; at; at = above.get(at)) path.unshift(at);
  return path;
}
