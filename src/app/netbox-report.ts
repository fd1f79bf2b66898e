// What an import of a NetBox dump did, told for people: counts by kind, what is new, changed or gone, and what could not be taken.
import type { Params } from '../kernel/text.ts';
import type { ModelCount, Translation } from '../practices/configuration/netbox.ts';
import type { Problem } from '../practices/configuration/netbox-dump.ts';
import type { ItemPlan, RelationPlan } from '../practices/configuration/source-plan.ts';

export type BadObject = {
  /** Place in the dump, from 1; null when it is about a relation. */
  readonly row: number | null;
  readonly object: string;
  readonly code: Problem['problem'] | string;
  readonly value: string;
  readonly params?: Params;
};
export type NetboxReport = {
  readonly at: string;
  readonly dry_run: boolean;
  readonly objects: number;
  readonly counts: readonly ModelCount[];
  readonly items: { readonly added: number; readonly changed: number; readonly confirmed: number; readonly same: number; readonly gone: number };
  readonly relations: { readonly added: number; readonly ended: number; readonly same: number };
  /** Recorded from this source, no longer in it: proposed to be retired, and left as they are. At most 500. */
  readonly gone: readonly { readonly id: string; readonly name: string; readonly key: string }[];
  /** At most 1,000; `bad_count` is how many there are. */
  readonly bad: readonly BadObject[];
  readonly bad_count: number;
};
type Done = { readonly translation: Translation; readonly plan: ItemPlan; readonly relations: RelationPlan; readonly dry_run: boolean; readonly at: string };

export function netboxReport({ translation, plan, relations, dry_run, at }: Done): NetboxReport {
  const bad: BadObject[] = [
    ...translation.problems.map(({ position, model, pk, problem, value }) => ({ row: position + 1, object: `${model} ${pk}`, code: problem, value })),
    ...plan.bad.map(({ key, name, refusal }) => ({ row: null, object: key, code: refusal.refused, value: name, params: refusal.params ?? {} })),
    ...relations.circling.map(({ key }) => ({ row: null, object: key, code: 'circle', value: '' })),
  ];
  const counts = refused(translation.counts, plan);
  return {
    at,
    dry_run,
    objects: translation.counts.reduce((sum, each) => sum + each.objects, 0),
    counts,
    items: { added: plan.added.length, changed: plan.changed.length, confirmed: plan.confirmed.length, same: plan.same, gone: plan.gone.length },
    relations: { added: relations.added.length, ended: relations.ended.length, same: relations.same },
    gone: plan.gone.slice(0, 500).map((row) => ({ id: row.id, name: String(row.name), key: String(row.source_key) })),
    bad: bad.slice(0, 1_000),
    bad_count: bad.length,
  };
}

/** What reads well and is refused by the types of this house counts as bad, too. */
function refused(counts: readonly ModelCount[], { bad }: ItemPlan): ModelCount[] {
  return counts.map((each) => {
    const more = bad.filter(({ key }) => key.startsWith(`${each.model}:`)).length;
    return more ? { ...each, taken: each.taken - more, bad: each.bad + more } : each;
  });
}
