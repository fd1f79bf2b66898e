// What follows when a version comes into effect: the one before it is superseded, and what it speaks of is made where it is missing.
import type { Ask, Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Language } from '../../kernel/text.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { activitiesOf } from './catalogue-activities.record.ts';
import type { Content } from './composing.record.ts';
import type { Known } from './process.rules.ts';

type Before = readonly { readonly id: string }[];

export const raciReactions: readonly Reaction<Db, Before>[] = [
  {
    name: 'supersede_raci',
    on: ['raci.enacted'],
    asks: ['raci.supersede'],
    gather: (db, _fact, row) =>
      db.query<Row & { id: string }>("select id from raci where process = $1 and state = 'in_force' and number < $2", [
        String(row.process),
        Number(row.number),
      ]),
    react: (_fact, row, before) => before.map(({ id }) => ({ record: 'raci', command: 'supersede', target: id, input: { successor: row.id } })),
  },
];

/** What there is already of what a model speaks of. */
type There = {
  readonly before: Before;
  readonly processes: readonly { readonly id: string; readonly code: string; readonly state: string }[];
  readonly roles: readonly { readonly name: string; readonly party: string }[];
  readonly separations: readonly {
    readonly id: string;
    readonly record: string;
    readonly first: string;
    readonly second: string;
    readonly enforced: boolean;
  }[];
  readonly known: Known;
};

/** `known` tells which records and commands this product has: a model may speak of some that are not there yet. */
export const operatingModelReactions = (known: () => Known): readonly Reaction<Db, There>[] => [
  {
    name: 'put_model_in_effect',
    on: ['operating_model.published'],
    asks: ['operating_model.supersede', 'process.open', 'process.activate', 'process_role.open', 'separation.open', 'separation.edit'],
    serial: 'operating_model',
    gather: async (db, _fact, row) => ({ ...(await thereIs(db, row)), known: known() }),
    react: (_fact, row, there) => [
      ...there.before.map(({ id }) => ({ record: 'operating_model', command: 'supersede', target: id, input: { successor: row.id } })),
      ...inEffect(row.content as Content, there, row.language as Language),
    ],
  },
];

async function thereIs(db: Db, row: AnyRow): Promise<Omit<There, 'known'>> {
  return {
    before: await db.query<Row & Before[number]>("select id from operating_model where state = 'published' and id <> $1 and number < $2", [
      row.id,
      Number(row.number),
    ]),
    processes: await db.query<Row & There['processes'][number]>('select id, code, state from process where open'),
    roles: await db.query<Row & There['roles'][number]>('select name, party from process_role where open'),
    separations: await db.query<Row & There['separations'][number]>('select id, record, first, second, enforced from separation where open'),
  };
}

function inEffect(content: Content, there: There, language: Language): Ask[] {
  return [...processesFor(content, there, language), ...rolesFor(content, there), ...separationsFor(content, there)];
}

/** A process of the catalogue comes with its usual activities, as far as this product has their commands. */
function processesFor({ processes }: Content, there: There, language: Language): Ask[] {
  return processes.flatMap(({ code, name, level, records }): Ask[] => {
    const found = there.processes.find((each) => each.code === code);
    if (found) return found.state === 'draft' ? [{ record: 'process', command: 'activate', target: found.id, input: {} }] : [];
    const has = (command: string): boolean => {
      const [record = '', verb = ''] = command.split('.');
      return Object.hasOwn(there.known.get(record) ?? {}, verb);
    };
    const activities = activitiesOf(code).map((each) => ({ code: each.code, name: each.name[language], commands: each.commands.filter(has) }));
    const input = { code, name, level, activities, records: records.filter((each) => there.known.has(each)), active: true };
    return [{ record: 'process', command: 'open', target: null, input }];
  });
}

function rolesFor({ roles }: Content, there: There): Ask[] {
  const missing = roles.filter(({ name, party }) => !there.roles.some((each) => each.name === name && each.party === party));
  return missing.map((input) => ({ record: 'process_role', command: 'open', target: null, input }));
}

/** Separations of the model are made or set right; those it does not speak of refuse nothing any more, and go on finding conflicts. */
function separationsFor({ separations }: Content, there: There): Ask[] {
  const same = (a: { record: string; first: string; second: string }, b: typeof a): boolean =>
    a.record === b.record && a.first === b.first && a.second === b.second;
  const made = separations
    .filter((each) => Object.hasOwn(there.known.get(each.record) ?? {}, each.first) && Object.hasOwn(there.known.get(each.record) ?? {}, each.second))
    .flatMap((each): Ask[] => {
      const found = there.separations.find((other) => same(other, each));
      if (!found) return [{ record: 'separation', command: 'open', target: null, input: each }];
      return found.enforced === each.enforced ? [] : [{ record: 'separation', command: 'edit', target: found.id, input: { enforced: each.enforced } }];
    });
  const left = there.separations.filter((each) => each.enforced && !separations.some((other) => same(other, each)));
  return [...made, ...left.map(({ id }): Ask => ({ record: 'separation', command: 'edit', target: id, input: { enforced: false } }))];
}
