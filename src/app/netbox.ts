// Takes a NetBox dump in: what it says is compared with what is recorded, and only what differs is written, all of it or nothing.
import type { AnyRow, Definition } from '../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor } from '../kernel/scope.ts';
import type { Db, Row } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { type BulkFact, foldHistory, type History, isMisfit, takeNumbers, writeHistories } from '../platform/journal/bulk.ts';
import { perform } from '../platform/journal/perform.ts';
import { columnsOf } from '../platform/journal/write.ts';
import type { KnownType } from '../practices/configuration/attributes.ts';
import { itemRelation } from '../practices/configuration/item-relation.record.ts';
import { type Translation, translateNetbox } from '../practices/configuration/netbox.ts';
import { configurationItem } from '../practices/configuration/record.ts';
import { type ItemPlan, planItems, planRelations, type RelationPlan, type Step } from '../practices/configuration/source-plan.ts';
import { standardTypes } from '../practices/configuration/standard.ts';
import { type NetboxReport, netboxReport } from './netbox-report.ts';

export type Taking = {
  readonly actor: Actor;
  readonly content: unknown;
  readonly dry_run: boolean;
  /** Whose items they are; the integrator's when absent. */
  readonly owner?: string | null;
  readonly progress?: (phase: string, done: number, total: number) => void;
};
const source = 'netbox';
const batch = 500;

/** Answers what it did, or would do. The same dump again changes nothing; what is gone from it is told and stays. */
export async function takeNetbox(house: House, { actor, content, dry_run, owner, progress = () => undefined }: Taking): Promise<NetboxReport | Refusal> {
  if (!Array.isArray(content)) return refuse('netbox.no_dump');
  progress('read', 0, content.length);
  const translation = translateNetbox(content);
  if (!translation.items.length) return refuse('netbox.nothing');
  const began = house.clock.now();
  const at = new Date(began).toISOString();
  return house.db.tx(async () => {
    // One import of a source at a time: two would each add what the other adds.
    await house.db.query("select pg_advisory_xact_lock(hashtextextended('netbox', 0))");
    const integrator = (await settings(house)).house ?? '';
    if (!owner && !integrator) return refuse('field.required', 'owner', { field: 'owner' });
    const types = await typesFor(house, { actor, translation, dry_run });
    const rows = await rowsOf(house.db, configurationItem, 'source = $1', source);
    const plan = planItems({
      source,
      items: translation.items,
      rows: new Map(rows.map((row) => [String(row.source_key), row])),
      types,
      given: new Map(standardTypes.map((each) => [each.code, new Set(each.attributes.map((attribute) => attribute.name))])),
      unreadable: new Set(translation.unreadable),
      owner: owner ?? integrator,
      at,
    });
    const writing: Writing = { house, actor, at, dry_run, integrator, progress };
    const numbers = await writeItems(writing, plan);
    const relations = await planTies(house, { translation, plan, rows, numbers, at });
    await writeRelations(writing, relations);
    return netboxReport({ translation, plan, relations, dry_run, at });
  });
}

type Typing = { readonly actor: Actor; readonly translation: Translation; readonly dry_run: boolean };

/** The types the items need, by code; a standard one that is missing is made. */
async function typesFor(house: House, { actor, translation, dry_run }: Typing): Promise<ReadonlyMap<string, KnownType>> {
  const read = async (): Promise<Map<string, KnownType>> => {
    const found = await house.db.query<Row & KnownType & { code: string }>('select id, name, code, open, attributes from item_type');
    return new Map(found.map((each) => [each.code, each]));
  };
  const known = await read();
  const missing = standardTypes.filter((each) => !known.has(each.code) && translation.items.some((item) => item.type === each.code));
  for (const type of missing) {
    if (dry_run) known.set(type.code, { id: `new:${type.code}`, name: type.name, open: true, attributes: type.attributes });
    else {
      const request = { id: `import:${source}:type:${type.code}:${house.chance.uuid()}`, record: 'item_type', command: 'open', target: null };
      const made = await perform(house, { ...request, input: type, actor, channel: 'import' });
      if (isRefusal(made)) throw new Error(`the type ${type.code} was refused: ${made.refused}`);
    }
  }
  return dry_run || !missing.length ? known : read();
}

function rowsOf(db: Db, definition: Definition, where: string, value: string): Promise<AnyRow[]> {
  return db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${definition.name} where ${where}`, [value]);
}

type Writing = Required<Pick<Taking, 'progress' | 'dry_run' | 'actor'>> & { readonly house: House; readonly at: string; readonly integrator: string };
type Named = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Answers the numbers of the new items by key; in a dry run they are made up. */
async function writeItems(writing: Writing, plan: ItemPlan): Promise<Named> {
  const { house, dry_run } = writing;
  const ids = dry_run ? plan.added.map((each) => `new:${each.key}`) : await takeNumbers(house.db, configurationItem, plan.added.length);
  const steps = [
    ...plan.added.map((step, at) => ({ id: ids[at] as string, step, fact: 'opened' })),
    ...plan.changed.map((step) => ({ id: step.row?.id ?? '', step, fact: 'synced' })),
    ...plan.confirmed.map((step) => ({ id: step.row?.id ?? '', step, fact: 'confirmed' })),
  ];
  await writeAll(writing, { definition: configurationItem, steps, phase: 'items' });
  return new Map(plan.added.map((each, at) => [each.key, { id: ids[at] as string, name: String(each.changes.name) }]));
}

type Tying = { readonly translation: Translation; readonly plan: ItemPlan; readonly rows: readonly AnyRow[]; readonly numbers: Named; readonly at: string };

async function planTies(house: House, { translation, plan, rows, numbers, at }: Tying): Promise<RelationPlan> {
  const ends = new Map<string, { id: string; name: string }>([
    ...rows.map((row) => [String(row.source_key), { id: row.id, name: String(row.name) }] as const),
    ...numbers,
  ]);
  const unreadable = new Set([...translation.unreadable, ...plan.bad.map((each) => each.key)]);
  const unsure = new Set([...plan.gone.map((row) => row.id), ...rows.filter((row) => unreadable.has(String(row.source_key))).map((row) => row.id)]);
  for (const key of unreadable) ends.delete(key);
  const open = await house.db.query<AnyRow>(`select ${columnsOf(itemRelation).join(', ')} from item_relation where open`);
  const composed = await house.db.query<{ dependent: string; supporter: string }>('select service as dependent, part as supporter from service_part');
  return planRelations({ source, relations: translation.relations, rows: open, ends, unsure, composed, at });
}

async function writeRelations(writing: Writing, plan: RelationPlan): Promise<void> {
  const ids = writing.dry_run ? plan.added.map((each) => each.key) : await takeNumbers(writing.house.db, itemRelation, plan.added.length);
  const ended = plan.ended.map((row) => ({ id: row.id, step: { key: String(row.source_key), row, changes: { state: 'ended' } }, fact: 'ended' }));
  const added = plan.added.map((step, at) => ({ id: ids[at] as string, step, fact: 'opened' }));
  // What ends makes room for what is made anew.
  await writeAll(writing, { definition: itemRelation, steps: [...ended, ...added], phase: 'relations' });
}

type Steps = { readonly definition: Definition; readonly steps: readonly { id: string; step: Step; fact: string }[]; readonly phase: string };

async function writeAll({ house, actor, at, dry_run, integrator, progress }: Writing, { definition, steps, phase }: Steps): Promise<void> {
  const run = dry_run ? '' : house.chance.uuid();
  for (let from = 0; from < steps.length; from += batch) {
    progress(phase, from, steps.length);
    if (dry_run) continue;
    const histories = steps.slice(from, from + batch).map(({ id, step, fact }): History => {
      const told: BulkFact = {
        fact: `${definition.name}.${fact}`,
        at,
        actor: actor.person,
        actor_name: actor.name,
        actor_party: actor.organisation,
        command_id: `import:${source}:${run}:${id}`,
        request_hash: '',
        changes: step.changes,
        note: null,
        params: {},
        audience: (row) => [...new Set([integrator, ...(typeof row.owner === 'string' ? [row.owner] : [])])],
      };
      return { id, before: step.row, clocks: [], count: 1, fact: () => told };
    });
    const folded = histories.map((each) => foldHistory(definition, each, { recorded_at: at, channel: 'import' }));
    const misfit = folded.find((each) => isMisfit(each));
    if (misfit && isMisfit(misfit)) throw new Error(`the plan of an import does not fit ${definition.name}: ${JSON.stringify(misfit.refusal)}`);
    await writeHistories(
      house.db,
      definition,
      folded.flatMap((each) => (isMisfit(each) ? [] : [each])),
    );
  }
  progress(phase, steps.length, steps.length);
}
