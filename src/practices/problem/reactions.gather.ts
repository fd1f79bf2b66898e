// The reactions of problems and known errors with what each must know first; every one asks a constant number of queries.
import type { Reaction } from '../../kernel/practice.ts';
import type { Language } from '../../kernel/text.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import {
  afterClosing,
  type Behind,
  comesBack,
  countUse,
  type Ending,
  implemented,
  linkUse,
  raised,
  type Standing,
  suggest,
  type Used,
  type Written,
  writeKnownError,
} from './reactions.ts';

const named = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const problemReactions: readonly Reaction<Db, any>[] = [
  named<Written>({
    name: 'known_error.write',
    on: ['problem.identified', 'problem.workaround_changed'],
    asks: ['known_error.open', 'known_error.edit'],
    gather: async (db, fact) => {
      const [found] = await db.query<{ id: string }>("select id from known_error where problem = $1 and state <> 'retired' order by opened_at desc limit 1", [
        fact.record_id,
      ]);
      return { known_error: found?.id ?? null };
    },
    react: (_fact, row, given) => writeKnownError(row, given),
  }),
  named<Ending>({
    name: 'problem.after_closing',
    on: ['problem.closed'],
    asks: ['incident.note', 'known_error.retire'],
    gather: gatherEnding,
    react: (_fact, row, given) => afterClosing(row, given),
  }),
  named<Behind>({
    name: 'problem.change_raised',
    on: ['change.submitted'],
    asks: ['problem.raise_change'],
    gather: (db, _fact, row) => behind(db, row.problem),
    react: raised,
  }),
  named<Behind>({
    name: 'problem.change_implemented',
    on: ['change.implemented'],
    asks: ['problem.change_implemented'],
    gather: (db, _fact, row) => behind(db, row.problem),
    react: implemented,
  }),
  { name: 'problem.risk_ends', on: ['problem.risk_accepted', 'problem.risk_prolonged'], asks: ['problem.expire'], react: (_fact, row) => comesBack(row) },
  named<Used>({
    name: 'problem.link_use',
    on: ['incident.known_error_used'],
    asks: ['problem.link'],
    when: ({ params }) => typeof params.problem === 'string',
    gather: async (db, fact) => {
      const [found] = await db.query<{ linked: boolean }>('select incidents @> array[$2]::text[] as linked from problem where id = $1', [
        String(fact.params.problem),
        fact.record_id,
      ]);
      return { linked: found?.linked ?? true };
    },
    react: (fact, _row, given) => linkUse(fact, given),
  }),
];

export const knownErrorReactions: readonly Reaction<Db, readonly Standing[]>[] = [
  {
    name: 'known_error.suggest',
    on: ['known_error.published'],
    asks: ['incident.suggest_known_error'],
    gather: (db, fact) => standingIncidents(db, fact.record_id),
    react: (_fact, row, given) => suggest(row, given),
  },
  { name: 'known_error.count_use', on: ['incident.known_error_used'], asks: ['known_error.count'], react: (fact) => countUse(fact) },
];

/** The problem a change is for, as it stands. */
async function behind(db: Db, problem: unknown): Promise<Behind> {
  if (typeof problem !== 'string') return { state: null, changes: [] };
  const [found] = await db.query<Row & Behind>('select state, changes from problem where id = $1', [problem]);
  return found ?? { state: null, changes: [] };
}

/** Open incidents on the services of a known error, without those that have or had it already. */
async function standingIncidents(db: Db, id: string): Promise<Standing[]> {
  return db.query<Row & Standing>(
    `select i.id, i.title, i.description, array[i.service] as services, i.part, array[]::text[] as refused
     from known_error k join incident i on i.open and i.state <> 'resolved' and (i.service = any(k.services) or i.part = any(k.services))
     where k.id = $1 and not (coalesce(i.known_errors, '{}') || coalesce(i.dismissed_errors, '{}')) @> array[k.id]
     order by i.opened_at desc limit 300`,
    [id],
  );
}

async function gatherEnding(db: Db, fact: { readonly record_id: string }): Promise<Ending> {
  const [found] = await db.query<Row & Ending>(
    `select coalesce((select value #>> '{}' from setting where key = 'language'), 'en') as language,
       array(select i.id from incident i where i.id = any(p.incidents) and i.open and i.state <> 'resolved' order by i.id limit 100) as incidents,
       array(select k.id from known_error k where k.problem = p.id and k.state <> 'retired' order by k.id) as known_errors
     from problem p where p.id = $1`,
    [fact.record_id],
  );
  return found ?? { language: 'en' as Language, incidents: [], known_errors: [] };
}
