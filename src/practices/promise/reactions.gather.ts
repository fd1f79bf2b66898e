// What follows for the versions of a promise when a new one is signed, with what must be read to know them.
import type { Fact } from '../../kernel/fact.ts';
import type { Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Db } from '../../platform/db/types.ts';

/** Versions of the same promise that would still be in force when this one begins. */
type Before = readonly { readonly id: string }[];

export const promiseReactions: readonly Reaction<Db, Before>[] = [
  {
    name: 'supersede',
    on: ['promise.signed'],
    asks: ['promise.supersede'],
    when: ({ changes }) => changes.state === 'active',
    gather: versionsBefore,
    react: (_fact, row, before) =>
      before.map(({ id }) => ({
        record: 'promise',
        command: 'supersede',
        target: id,
        input: { valid_to: dayBefore(String(row.valid_from)), successor: row.id },
      })),
  },
];

async function versionsBefore(db: Db, _fact: Fact, row: AnyRow): Promise<Before> {
  if (!row.version_of) return [];
  return db.query<{ id: string }>(
    `select id from promise where state = 'active' and id <> $1 and (id = $2 or version_of = $2)
       and (valid_from is null or valid_from < $3::date) and (valid_to is null or valid_to >= $3::date) order by length(id), id`,
    [row.id, String(row.version_of), String(row.valid_from)],
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
