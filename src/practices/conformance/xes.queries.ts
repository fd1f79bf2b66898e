// Reads what an export writes, a page at a time: records that the reader may see, with the facts that are meant for them.
import { mayReadFact } from '../../kernel/fact.ts';
import { type Definition, shown } from '../../kernel/record.ts';
import { type Actor, asSystem, toSql } from '../../kernel/scope.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row, Value } from '../../platform/db/types.ts';
import type { XesTrace } from './xes.ts';

type Place = { readonly id: string; readonly opened_at: string };
export type Exporting = {
  readonly actor: Actor;
  readonly definition: Definition;
  /** Instants, `[from, to)`; a record belongs to the period in which it was opened. */
  readonly from: string;
  readonly to: string;
  /** What a person is called in the export. */
  readonly nameOf: (person: string, name: string) => string;
};

const itself = asSystem('an export names the product');

type Told = Row & {
  readonly record_id: string;
  readonly at: string;
  readonly fact: string;
  readonly actor: string | null;
  readonly actor_name: string;
  readonly actor_party: string | null;
  readonly channel: string;
  readonly audience: readonly string[];
  readonly state: string | null;
};
type Found = Row & Place & Readonly<Record<string, unknown>>;

/** Attributes of the record that say where it belongs; nothing that people wrote, which may hold anything. */
const attributes = ['customer', 'service', 'supplier', 'priority', 'impact', 'urgency', 'type', 'category', 'source'];

/** One page of traces, oldest first; `last` is where the next page goes on. Two queries. */
export async function tracesOf(
  db: Db,
  { actor, definition, from, to, nameOf }: Exporting,
  { after, limit }: { after: Place | null; limit: number },
): Promise<{ traces: XesTrace[]; last: Place | null }> {
  const own = attributes.filter((name) => definition.fields[name]?.kind !== undefined && shown(definition.fields[name], actor.side));
  const scope = toSql(definition.see, actor, 5);
  const params: Value[] = [from, to, after?.opened_at ?? null, after?.id ?? '', ...scope.params];
  const rows = await db.query<Found>(
    `select id, opened_at${own.map((name) => `, ${name}`).join('')} from ${definition.name}
     where opened_at >= $1 and opened_at < $2 and ($3::timestamptz is null or (opened_at, id) > ($3::timestamptz, $4)) and ${scope.sql}
     order by opened_at, id limit ${limit}`,
    params,
  );
  const facts = rows.length
    ? await manyRows<Told>(db, {
        sql: `select record_id, at, fact, actor, actor_name, actor_party, channel, audience, changes ->> 'state' as state
          from journal where record_id = any($1) order by record_id, version`,
        params: [rows.map((row) => row.id)],
        instants: ['at'],
      })
    : [];
  const byRecord = new Map<string, Told[]>(rows.map((row) => [row.id, []]));
  for (const fact of facts) if (mayReadFact(fact, actor)) byRecord.get(fact.record_id)?.push(fact);
  const traces = rows.map((row): XesTrace => {
    const told = Object.fromEntries(own.map((name) => [name, row[name] === null ? null : String(row[name])]));
    return { name: row.id, attributes: told, events: eventsOf(byRecord.get(row.id) ?? [], nameOf) };
  });
  return { traces, last: rows.length < limit ? null : (rows.at(-1) ?? null) };
}

function eventsOf(facts: readonly Told[], nameOf: Exporting['nameOf']): XesTrace['events'] {
  let state: string | null = null;
  return facts.map(({ fact, at, actor, actor_name, actor_party, channel, state: next }) => {
    state = next ?? state;
    return {
      name: fact.slice(fact.indexOf('.') + 1),
      at,
      resource: whoOf(actor, actor_name, nameOf),
      group: actor_party,
      channel,
      state,
    };
  });
}

/** Imported facts have a name and no person of ours; the product's own have neither. */
const whoOf = (actor: string | null, name: string, nameOf: Exporting['nameOf']): string =>
  actor === null && name === itself.name ? name : nameOf(actor ?? `elsewhere: ${name}`, name);
