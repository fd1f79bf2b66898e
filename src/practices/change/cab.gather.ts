// What the rules of a meeting must know first: who the people are, what the filter finds, and what the journals say happened.

import type { Case } from '../../kernel/decide.ts';
import { apply, type Fact } from '../../kernel/fact.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { changesFor, factsFor } from './cab.queries.ts';
import { cabMeeting } from './cab.record.ts';
import type { CabGiven, CabRow } from './cab.rules.ts';
import type { AgendaItem, Ballot, CabFilter, Minutes, Settled } from './cab-data.record.ts';
import { minutesOf } from './cab-minutes.ts';
import { isSettled, outcome } from './cab-votes.ts';
import { heldUp } from './conflicts.queries.ts';
import type { AboveOf } from './impact.queries.ts';

type The = Omit<Case, 'given'>;
type Known = Row & Pick<CabGiven, 'house' | 'zone' | 'people' | 'changes' | 'successor'>;

export function gatherCab(change: Definition, aboveOf: AboveOf): (db: Db, the: The) => Promise<CabGiven> {
  return async (db, the) => {
    const row = the.row as CabRow | null;
    const known = await knownTo(db, the);
    const freezes = the.command === 'freeze' || (the.command === 'start' && row?.state === 'planned');
    return {
      ...known,
      found: freezes && row ? await changesFor(db, { filter: (row.filter ?? {}) as CabFilter, after: row.starts_at, meeting: row.id }) : [],
      minutes: the.command === 'close' && row ? await readMinutes(db, { change, row, the }) : null,
      settled: the.command === 'settle' && row ? await settledOf(db, aboveOf, row) : [],
    };
  };
}

async function knownTo(db: Db, { row, input, id }: The): Promise<Known> {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);
  const one = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
  const people = [...list(input.members), ...list(row?.members), ...one(input.chair), ...one(row?.chair)];
  const changes = [...list(input.changes), ...one(input.change)];
  const [known] = await db.query<Known>(
    `select (select value #>> '{}' from setting where key = 'house') as house,
       coalesce((select value #>> '{}' from setting where key = 'zone'), 'Europe/Amsterdam') as zone,
       coalesce((select jsonb_object_agg(id, jsonb_build_object('organisation', organisation, 'active', open)) from person where id = any($1::text[])), '{}') as people,
       coalesce((select jsonb_object_agg(c.id, jsonb_build_object('state', c.state, 'elsewhere', m.id)) from change c
         left join cab_meeting m on m.id = c.meeting and m.open and m.id <> $3 where c.id = any($2::text[])), '{}') as changes,
       (select id from cab_meeting where previous = $3) as successor`,
    [people, changes, id],
  );
  if (!known) throw new Error('a select without a from answers one row');
  return known;
}

/** As the journals say, with the closing itself as the last thing that happened. */
async function readMinutes(db: Db, { change, row, the }: { change: Definition; row: CabRow; the: The }): Promise<Minutes> {
  const agenda = ((row.agenda ?? []) as readonly AgendaItem[]).map((each) => each.change);
  const facts = await factsFor(db, [row.id, ...agenda]);
  const closing = {
    record_id: row.id,
    version: row.version + 1,
    fact: 'cab_meeting.closed',
    at: the.at,
    actor: the.actor.person,
    actor_name: the.actor.name,
    changes: { state: 'held', ended_at: the.at },
    note: null,
    params: {},
  } satisfies Partial<Fact>;
  return minutesOf({
    meeting: apply(cabMeeting, row as AnyRow & CabRow, closing),
    facts: [...(facts.get(row.id) ?? []), closing],
    changes: agenda.map((id) => ({ id, facts: facts.get(id) ?? [] })),
    definition: change,
    now: the.at,
  });
}

type Voted = Row & { readonly id: string; readonly builder: string | null; readonly votes: readonly Ballot[] | null };

/** What the votes came to on each change that is still undecided here. */
async function settledOf(db: Db, aboveOf: AboveOf, row: CabRow): Promise<Settled[]> {
  const changes = await db.query<Voted>(
    `select id, builder, votes from change where id = any($1::text[]) and meeting = $2 and state in ('submitted', 'assessed', 'deferred') order by id`,
    [(row.agenda ?? []).map((each) => each.change), row.id],
  );
  const rule = row.rule ?? { quorum: row.members.length, majority: 'unanimous' as const, everybody: true };
  const settled = changes.map(({ id, builder, votes }) => ({ change: id, ...outcome({ votes: votes ?? [], asked: row.members, builder, rule }) }));
  // What the calendar forbids no vote carries: the chair makes an exception, or another time is found.
  const held = await heldUp(
    db,
    aboveOf,
    settled.filter(isSettled).map((each) => each.change),
  );
  return settled.map((each) => (held.has(each.change) ? { change: each.change, verdict: 'blocked', condition: null } : each));
}
