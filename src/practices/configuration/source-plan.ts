// What a source's items and relations change here: which are new, changed, confirmed or gone. Pure: nothing is read or written.
import { circling } from '../../calculus/circles.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { type KnownType, wrongAttributes } from './attributes.ts';
import type { Attributes } from './fields.ts';
import type { RelationKind } from './item-relation.record.ts';
import { dependence, type Edge, relationTitle } from './item-relation.rules.ts';
import type { SourceItem } from './netbox-items.ts';
import type { SourceRelation } from './netbox-relations.ts';

type Changes = Readonly<Record<string, unknown>>;
export type Step = { readonly key: string; readonly row: AnyRow | null; readonly changes: Changes };
export type ItemPlan = {
  readonly added: readonly Step[];
  readonly changed: readonly Step[];
  /** As recorded, and not confirmed for a while. */
  readonly confirmed: readonly Step[];
  readonly same: number;
  readonly gone: readonly AnyRow[];
  readonly bad: readonly { readonly key: string; readonly name: string; readonly refusal: Refusal }[];
};
export type ItemPlanning = {
  readonly source: string;
  readonly items: readonly SourceItem[];
  /** Rows of this source by key, ended ones too. */
  readonly rows: ReadonlyMap<string, AnyRow>;
  readonly types: ReadonlyMap<string, KnownType>;
  /** Attributes that the source gives, by code of the type: others are kept as people filled them in. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys that are in the source but could not be read. */
  readonly unreadable: ReadonlySet<string>;
  readonly owner: string;
  readonly at: string;
};

/** So long a confirmation stays fresh: a source that is read every hour does not fill the journal. In milliseconds. */
const fresh = 86_400_000;

export function planItems(the: ItemPlanning): ItemPlan {
  const plan = { added: [] as Step[], changed: [] as Step[], confirmed: [] as Step[], same: 0, bad: [] as ItemPlan['bad'][number][] };
  for (const item of the.items) {
    const row = the.rows.get(item.key) ?? null;
    const changes = row ? changesOf(item, row, the) : opening(item, the);
    if (isRefusal(changes)) plan.bad.push({ key: item.key, name: item.name, refusal: changes });
    else if (!row) plan.added.push({ key: item.key, row, changes });
    else if (Object.keys(changes).length) plan.changed.push({ key: item.key, row, changes: { ...changes, seen_at: the.at } });
    else if (Date.parse(the.at) - Date.parse(String(row.seen_at)) >= fresh) plan.confirmed.push({ key: item.key, row, changes: { seen_at: the.at } });
    else plan.same += 1;
  }
  const said = new Set(the.items.map((each) => each.key));
  const gone = [...the.rows].filter(([key, row]) => row.open && !said.has(key) && !the.unreadable.has(key)).map(([, row]) => row);
  return { ...plan, gone };
}

function opening(item: SourceItem, { types, owner, source, at }: ItemPlanning): Changes | Refusal {
  const type = types.get(item.type);
  if (!type) return { refused: 'field.not_there', field: 'type', params: { field: 'type', value: item.type } };
  const wrong = wrongAttributes(type, item.attributes);
  if (wrong) return wrong;
  const { name, attributes, aliases, description, state, key } = item;
  return { name, type: type.id, attributes, owner, source, source_key: key, seen_at: at, aliases, ...(description ? { description } : {}), state };
}

/** What the source says otherwise. Names people added stay, and so does a maintenance that the source knows nothing of. */
function changesOf(item: SourceItem, row: AnyRow, { types, given }: ItemPlanning): Changes | Refusal {
  const type = types.get(item.type);
  if (!type) return { refused: 'field.not_there', field: 'type', params: { field: 'type', value: item.type } };
  const own = given.get(item.type) ?? new Set();
  const before = row.attributes as Attributes;
  const kept = row.type === type.id ? Object.entries(before).filter(([name]) => !own.has(name)) : [];
  const attributes = Object.fromEntries([...kept, ...Object.entries(item.attributes)]);
  const wrong = wrongAttributes(type, attributes);
  if (wrong) return wrong;
  const aliases = [...new Set([...(row.aliases as readonly string[]), ...item.aliases])];
  const changes: Record<string, unknown> = {};
  if (item.name !== row.name) changes.name = item.name;
  if (type.id !== row.type) changes.type = type.id;
  if (inOrder(attributes) !== inOrder(before)) changes.attributes = attributes;
  if (aliases.length !== (row.aliases as readonly string[]).length) changes.aliases = aliases;
  if (item.description !== null && item.description !== row.description) changes.description = item.description;
  if (item.state !== row.state && !(row.state === 'maintenance' && item.state === 'live')) changes.state = item.state;
  return changes;
}

const inOrder = (attributes: Attributes): string => JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));

export type RelationPlan = {
  readonly added: readonly Step[];
  readonly ended: readonly AnyRow[];
  readonly same: number;
  /** Relations that would close a circle, by their key. */
  readonly circling: readonly SourceRelation[];
};
export type RelationPlanning = {
  readonly source: string;
  readonly relations: readonly SourceRelation[];
  /** Open relations, of any source. */
  readonly rows: readonly AnyRow[];
  /** Number and name of the items by key of the source; those that were taken. */
  readonly ends: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Numbers of items that could not be read, or are gone: what hangs on them is left as it is. */
  readonly unsure: ReadonlySet<string>;
  /** What stands on what by the compositions of services. */
  readonly composed: readonly Edge[];
  readonly at: string;
};

export function planRelations(the: RelationPlanning): RelationPlan {
  const said = (row: { subject: unknown; kind: unknown; object: unknown }): string => `${String(row.subject)} ${String(row.kind)} ${String(row.object)}`;
  const own = new Map(the.rows.filter((row) => row.source === the.source).map((row) => [String(row.source_key), row]));
  const wanted = new Map(the.relations.flatMap((each) => (the.ends.has(each.subject) && the.ends.has(each.object) ? [[each.key, each] as const] : [])));
  const ended = [...own]
    .filter(([key, row]) => !wanted.has(key) && ![row.subject, row.object].some((end) => the.unsure.has(String(end))))
    .map(([, row]) => row);
  const leaving = new Set(ended.map((row) => row.id));
  const standing = the.rows.filter((row) => !leaving.has(row.id));
  const known = new Set(standing.map((row) => said(row as AnyRow & Ends)));
  const fresh = [...wanted.values()].filter((each) => !own.has(each.key)).map((each) => ({ each, step: stepOf(each, the) }));
  const news = fresh.filter(({ step }) => !known.has(said(step.changes as Ends)));
  const edges = [...the.composed, ...standing.flatMap((row) => dependence(row as AnyRow & Ends) ?? [])];
  const added = news.map(({ step }) => dependence(step.changes as Ends));
  const circles = circling([...edges, ...added.flatMap((each) => each ?? [])].map((each) => [each.dependent, each.supporter]));
  const places = new Map(added.flatMap((each) => each ?? []).map((each, at) => [each, edges.length + at]));
  const bad = news.filter((_, at) => added[at] && circles.has(places.get(added[at] as Edge) ?? -1));
  const taken = news.filter((each) => !bad.includes(each)).map(({ step }) => step);
  return { added: taken, ended, same: wanted.size - news.length, circling: bad.map(({ each }) => each) };
}

type Ends = { readonly subject: string; readonly kind: RelationKind; readonly object: string };

function stepOf({ key, subject, kind, object, redundancy, need }: SourceRelation, { ends, source, at }: RelationPlanning): Step {
  const [from, to] = [ends.get(subject), ends.get(object)];
  const title = relationTitle(from?.name ?? subject, to?.name ?? object);
  const group = { ...(redundancy ? { redundancy } : {}), ...(need ? { need } : {}) };
  return { key, row: null, changes: { title, subject: from?.id, kind, object: to?.id, ...group, source, source_key: key, seen_at: at, state: 'active' } };
}
