// A NetBox dump (Django's JSON: [{model, pk, fields}]) told as items and relations. Pure: nothing is read or written.
import { type Dump, type Entry, entriesOf, type Problem } from './netbox-dump.ts';
import { itemsOf, type SourceItem } from './netbox-items.ts';
import { type Fate, foldedModels, leftOutModels, takenModels, unknownModel } from './netbox-models.ts';
import { relationsOf, type SourceRelation } from './netbox-relations.ts';

/** What became of the objects of one kind. The sum over all kinds of all four is the number of objects in the dump. */
export type ModelCount = {
  readonly model: string;
  readonly objects: number;
  readonly taken: number;
  readonly folded: number;
  readonly left_out: number;
  readonly bad: number;
  readonly reason: string;
};
export type Translation = {
  readonly items: readonly SourceItem[];
  readonly relations: readonly SourceRelation[];
  readonly counts: readonly ModelCount[];
  readonly problems: readonly Problem[];
  /** Keys of objects that are in the dump but could not be taken: they are not gone from the source. */
  readonly unreadable: readonly string[];
};

/** Every object is counted once: taken, folded, left out, or bad with a problem that says why; the others are taken all the same. */
export function translateNetbox(content: readonly unknown[]): Translation {
  const dump = entriesOf(content);
  const problems: Problem[] = [...dump.problems];
  const note = (entry: Entry, problem: Problem['problem'], value: string): void =>
    void problems.push({ position: entry.position, model: entry.model, pk: String(entry.pk), problem, value });
  const items = itemsOf(dump, note);
  const known = new Set(items.map((each) => each.key));
  checkFolded(dump, known, note);
  const relations = relationsOf(dump, known, note);
  const bad = new Set(problems.map((each) => each.position));
  const unreadable = dump.entries.filter((each) => takenModels[each.model] && bad.has(each.position)).map((each) => each.key);
  return { items, relations, counts: countsOf(dump, bad), problems, unreadable };
}

/** What is part of an item must be part of one that is there. */
function checkFolded(dump: Dump, known: ReadonlySet<string>, note: (entry: Entry, problem: Problem['problem'], value: string) => void): void {
  for (const entry of dump.entries) {
    const { of } = foldedModels[entry.model] ?? {};
    if (!of) continue;
    const [field, model] = of;
    const key = `${model}:${String(entry.fields[field])}`;
    if (takenModels[model] ? !known.has(key) : !dump.get(model, entry.fields[field])) note(entry, 'dangling', `${field}: ${String(entry.fields[field])}`);
  }
}

function countsOf(dump: Dump, bad: ReadonlySet<number>): ModelCount[] {
  const counts = new Map<string, { objects: number; taken: number; folded: number; left_out: number; bad: number }>();
  const put = (model: string, fate: Fate | 'bad'): void => {
    const count = counts.get(model) ?? { objects: 0, taken: 0, folded: 0, left_out: 0, bad: 0 };
    counts.set(model, { ...count, objects: count.objects + 1, [fate]: count[fate] + 1 });
  };
  for (const { model, position } of dump.entries) put(model, bad.has(position) ? 'bad' : fateOf(model));
  for (const { model } of dump.problems) put(model, 'bad');
  return [...counts]
    .map(([model, count]) => ({ model, ...count, reason: reasonOf(model) }))
    .sort((a, b) => b.objects - a.objects || (a.model < b.model ? -1 : 1));
}

const fateOf = (model: string): Fate => (takenModels[model] ? 'taken' : foldedModels[model] ? 'folded' : 'left_out');

function reasonOf(model: string): string {
  const type = takenModels[model];
  if (type) return model === 'dcim.device' ? 'an item; its type follows from its role' : `an item of type ${type}`;
  return foldedModels[model]?.reason ?? leftOutModels[model] ?? unknownModel;
}
