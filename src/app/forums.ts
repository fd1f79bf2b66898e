// The forums of one reader with their rhythm: what was held, what comes, which days are proposed; and an agenda as far as it is theirs.
import { nextMeetings } from '../calculus/cadence.ts';
import type { AnyRow, RowOf } from '../kernel/record.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Actor, allows, toSql } from '../kernel/scope.ts';
import { grants } from '../platform/auth/grants.ts';
import type { House } from '../platform/house.ts';
import { idsDeep, type Labels, labelsOf } from '../platform/journal/labels.ts';
import { readRecord } from '../platform/journal/read.ts';
import { columnsOf } from '../platform/journal/write.ts';
import { cabMeeting } from '../practices/change/cab.record.ts';
import { agendaOf } from '../practices/governance/agenda.queries.ts';
import { forum } from '../practices/governance/forum.record.ts';
import { besideForums } from '../practices/governance/forums.queries.ts';
import { meeting } from '../practices/governance/meeting.record.ts';
import type { Agenda, AgendaPoint } from '../practices/governance/meeting.shapes.record.ts';
import type { ForumCard } from '../practices/governance/overview.record.ts';

type ForumRow = RowOf<typeof forum> & AnyRow;
export type ForumsAnswer = {
  readonly data: readonly ForumCard[];
  readonly boards: readonly object[];
  readonly may: readonly string[];
  readonly refs: Labels;
  readonly now: string;
};
export type AgendaAnswer = {
  readonly data: { readonly points: readonly AgendaPoint[]; readonly at: string; readonly frozen: boolean };
  readonly refs: Labels;
  readonly now: string;
};

/** Days ahead that are proposed, unless a meeting stands there already. */
const proposals = 3;

export async function forumsOf(house: House, actor: Actor): Promise<ForumsAnswer> {
  const now = new Date(house.clock.now()).toISOString();
  const scope = toSql(forum.see, actor, 1);
  const rows = await house.db.query<ForumRow>(`select ${columnsOf(forum).join(', ')} from forum where open and ${scope.sql} order by name, id limit 300`, [
    ...scope.params,
  ]);
  const beside = new Map((await besideForums(house.db, { forums: rows.map((each) => each.id), now })).map((each) => [each.forum, each]));
  const inside = actor.side === 'integrator';
  const data = rows.map((row): ForumCard => {
    const own = beside.get(row.id);
    const { cadence, starts_on, begins } = row;
    const rhythm = {
      cadence,
      starts_on: starts_on ?? now.slice(0, 10),
      begins: begins ?? '10:00',
      zone: own?.zone ?? 'UTC',
      holidays: (own?.holidays ?? []).map((each) => each.date),
    };
    const after = own?.next_at && own.next_at > now ? own.next_at : now;
    return {
      ...{ id: row.id, name: row.name, kind: row.kind, level: row.level, cadence, customer: row.customer, chair: inside ? row.chair : null },
      ...{ next: own?.next ?? null, next_at: own?.next_at ?? null, last: own?.last ?? null, last_at: own?.last_at ?? null },
      ...{ open_actions: own?.open_actions ?? 0, late_actions: own?.late_actions ?? 0, parties: inside ? row.parties : [] },
      proposed: inside ? nextMeetings(rhythm, { after, count: proposals }) : [],
    };
  });
  const cab = toSql(cabMeeting.see, actor, 2);
  const boards = await house.db.query<AnyRow>(
    `select id, title, starts_at, state from cab_meeting where open and starts_at >= $1::timestamptz - interval '1 day' and ${cab.sql} order by starts_at, id limit 20`,
    [now, ...cab.params],
  );
  const may = allows(meeting.commands.plan.may, actor, {}) && grants(actor, 'meeting.plan') === null ? ['plan'] : [];
  return { data, boards, may, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now };
}

/** As it was frozen, else as the data says it now. Whoever is no integrator finds only records that are theirs to see. */
export async function agendaFor(house: House, actor: Actor, id: string): Promise<AgendaAnswer | Refusal> {
  const seen = await readRecord(house, { actor, definition: meeting, id });
  if (!seen) return refuse('not_found');
  const now = new Date(house.clock.now()).toISOString();
  const [kept] = await house.db.query<AnyRow & { agenda: Agenda | null }>('select agenda from meeting where id = $1', [id]);
  const agenda = kept?.agenda ?? (await agendaOf(house.db, { forum: (seen as RowOf<typeof meeting>).forum, meeting: id, at: now }));
  const points = actor.side === 'integrator' ? agenda.points : await visible(house, actor, agenda.points);
  return { data: { points, at: agenda.at, frozen: Boolean(kept?.agenda) }, refs: await labelsOf(house, { actor, ids: idsDeep(points) }), now };
}

async function visible(house: House, actor: Actor, points: readonly AgendaPoint[]): Promise<AgendaPoint[]> {
  const practices = [...house.registry.practices.values()].map((each) => each.definition);
  const kept: AgendaPoint[] = [];
  for (const point of points) {
    const definition = practices.find((each) => each.plural === point.plural);
    const scope = definition && toSql(definition.see, actor, 2);
    const ids = point.records.map((each) => each.id);
    const rows =
      definition && scope && ids.length
        ? await house.db.query<{ id: string }>(`select id from ${definition.name} where id = any($1::text[]) and ${scope.sql}`, [ids, ...scope.params])
        : [];
    const own = new Set(rows.map((each) => each.id));
    const records = point.records.filter((each) => own.has(each.id));
    if (records.length) kept.push({ ...point, records, count: records.length, q: `id:${records.map((each) => each.id).join(',')}` });
  }
  return kept;
}
