// The reactions of changes with what each must know first; every one asks a constant number of queries.
import type { Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ChangeRow, ModelRow, ReleaseRow, TaskBrief, TaskRow } from './given.ts';
import {
  changeNumber,
  involve,
  linkIncident,
  loseStanding,
  makeReady,
  nameInProblem,
  openIncident,
  placeChanges,
  planSteps,
  type Standing,
  updateItems,
} from './reactions.ts';

const gathered = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;
const changeOf = (row: AnyRow): ChangeRow => row as AnyRow & ChangeRow;

const ofChanges = [
  gathered<Pick<ModelRow, 'steps'> | null>({
    name: 'change.plan_steps',
    on: ['change.opened'],
    asks: ['change_task.plan'],
    when: ({ changes }) => typeof changes.model === 'string',
    gather: async (db, _fact, row) =>
      (await db.query<Row & Pick<ModelRow, 'steps'>>('select steps from change_model where id = $1', [changeOf(row).model]))[0] ?? null,
    react: (_fact, row, model) => planSteps(changeOf(row), model),
  }),
  gathered<readonly Standing[]>({
    name: 'change.update_items',
    on: ['change.implemented'],
    asks: ['configuration_item.sync'],
    gather: (db, _fact, row) =>
      db.query<Row & Standing>('select id, attributes, state from configuration_item where id = any($1) order by id', [[...changeOf(row).items]]),
    react: (_fact, row, items) => updateItems(changeOf(row), items),
  }),
  gathered<Pick<ModelRow, 'state'> | null>({
    name: 'change.lose_standing',
    on: ['change.reviewed', 'change.backed_out'],
    asks: ['change_model.lose_standing'],
    gather: async (db, _fact, row) =>
      (await db.query<Row & Pick<ModelRow, 'state'>>('select state from change_model where id = $1', [changeOf(row).model]))[0] ?? null,
    react: (_fact, row, model) => loseStanding(changeOf(row), model),
  }),
  gathered<{ readonly service: string; readonly customer: string } | null>({
    name: 'change.open_incident',
    on: ['change.reviewed', 'change.backed_out'],
    asks: ['incident.open'],
    when: ({ params }) => params.service_hurt === 1,
    gather: firstHurt,
    react: (_fact, row, first) => openIncident(changeOf(row), first),
  }),
  gathered<{ readonly state: string; readonly changes: readonly string[] } | null>({
    name: 'change.name_in_problem',
    on: ['change.opened', 'change.edited'],
    asks: ['problem.raise_change'],
    when: ({ changes }) => typeof changes.problem === 'string',
    gather: async (db, _fact, row) =>
      (await db.query<Row & { state: string; changes: readonly string[] }>('select state, changes from problem where id = $1', [changeOf(row).problem]))[0] ??
      null,
    react: (_fact, row, problem) => nameInProblem(changeOf(row), problem),
  }),
] as const;

const ofOthers = [
  gathered<readonly TaskBrief[]>({
    name: 'change.make_ready',
    on: ['change.building_started', 'change.tested', 'change.implementation_started', 'release.deployment_started'],
    asks: ['change_task.ready'],
    gather: (db, _fact, row) => tasksOf(db, row.id),
    react: (_fact, row, tasks) => makeReady(row.state, tasks),
  }),
  gathered<{ readonly state: string; readonly tasks: readonly TaskBrief[] }>({
    name: 'change.next_task',
    on: ['change_task.finished', 'change_task.cancelled'],
    asks: ['change_task.ready'],
    gather: async (db, _fact, row) => {
      const { change, release } = row as AnyRow & TaskRow;
      const whole = change ?? release;
      const [found] = await db.query<{ state: string }>('select state from change where id = $1 union all select state from release where id = $1', [whole]);
      return { state: found?.state ?? '', tasks: whole ? await tasksOf(db, whole) : [] };
    },
    react: (_fact, _row, { state, tasks }) => makeReady(state, tasks),
  }),
  gathered<readonly string[] | null>({
    name: 'change.involve',
    on: ['change_task.planned'],
    asks: ['change.involve'],
    gather: async (db, _fact, row) =>
      (
        await db.query<{ suppliers: readonly string[] }>(
          "select suppliers || (select array[value #>> '{}'] from setting where key = 'house') as suppliers from change where id = $1",
          [(row as AnyRow & TaskRow).change],
        )
      )[0]?.suppliers ?? null,
    react: (_fact, row, suppliers) => involve(row as AnyRow & TaskRow, suppliers),
  }),
  gathered<readonly { readonly id: string; readonly release: string | null }[]>({
    name: 'change.place',
    on: ['release.opened', 'release.edited'],
    asks: ['change.place'],
    when: ({ changes }) => 'changes' in changes,
    gather: (db, _fact, row) =>
      db.query<Row & { id: string; release: string | null }>('select id, release from change where id = any($1) or release = $2 order by id', [
        [...(row as AnyRow & ReleaseRow).changes],
        row.id,
      ]),
    react: (_fact, row, known) => placeChanges(row as AnyRow & ReleaseRow, known),
  }),
] as const;

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const changeReactions: readonly Reaction<Db, any>[] = [
  ...ofChanges,
  ...ofOthers,
  {
    name: 'change.link_incident',
    on: ['incident.opened'],
    asks: ['change.link_incident'],
    when: ({ changes }) => typeof changes.external_id === 'string' && changeNumber.test(changes.external_id),
    react: (_fact, row) => linkIncident(row as AnyRow & { external_id: unknown }),
  },
];

const tasksOf = (db: Db, whole: string): Promise<readonly TaskBrief[]> =>
  db.query<Row & TaskBrief>('select id, title, state, phase, party, after from change_task where change = $1 or release = $1 order by position, id', [whole]);

/** Who is hit first: as assessed, else the first customer of a service that stands on what was touched. */
async function firstHurt(db: Db, _fact: unknown, row: AnyRow): Promise<{ readonly service: string; readonly customer: string } | null> {
  const change = changeOf(row);
  const worst = (change.hurt ?? []).find((each) => each.effect === 'down') ?? change.hurt?.[0];
  if (worst) return { service: worst.service, customer: worst.customer };
  const [found] = await db.query<{ service: string; customer: string }>(
    `with recursive above (id, far) as (
       select id, 0 from unnest($1::text[]) as x (id) union select p.service, a.far + 1 from above a join service_part p on p.part = a.id where a.far < 12
     )
     select s.id as service, s.customers[1] as customer from above a join service s on s.id = a.id where s.open and cardinality(s.customers) > 0
     order by a.far, length(s.id), s.id limit 1`,
    [[...change.services]],
  );
  return found ?? null;
}
