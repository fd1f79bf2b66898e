// The room of a meeting as one reader may have it: the agenda with its changes, the votes, the times and the minutes, in a handful of queries.
import { mayNow } from '../kernel/command.ts';
import { type AnyRow, project } from '../kernel/record.ts';
import { type Actor, toSql } from '../kernel/scope.ts';
import { grants } from '../platform/auth/grants.ts';
import { type House, settings } from '../platform/house.ts';
import { isoNow } from '../platform/http/context.ts';
import { idsDeep, idsIn, labelsOf } from '../platform/journal/labels.ts';
import { columnsOf } from '../platform/journal/write.ts';
import { factsFor, partiesOfPeople } from '../practices/change/cab.queries.ts';
import { cabMeeting } from '../practices/change/cab.record.ts';
import { minutesFor } from '../practices/change/cab-audience.ts';
import type { AgendaItem, Ballot, CabAction, CabRule, Minutes, Spent } from '../practices/change/cab-data.record.ts';
import { minutesOf } from '../practices/change/cab-minutes.ts';
import type { Polled, Room, RoomAnswer, RoomItem } from '../practices/change/cab-room.record.ts';
import { outcome } from '../practices/change/cab-votes.ts';
import { change } from '../practices/change/record.ts';

type Asking = { readonly actor: Actor; readonly row: AnyRow };

/** `row` is the meeting, which the caller has found to be the actor's to see. The number of queries does not depend on the agenda. */
export async function roomOf(house: House, { actor, row }: Asking): Promise<RoomAnswer> {
  const agenda = (row.agenda ?? []) as readonly AgendaItem[];
  const changes = await visibleChanges(house, { actor, ids: agenda.map((each) => each.change) });
  const parties = await partiesOfPeople(house.db, [...(row.members as readonly string[]), String(row.chair)]);
  const { house: own, zone } = await settings(house);
  const inside = actor.side === 'integrator';
  const known = (person: string): boolean => inside || actor.parties.includes(parties.get(person) ?? '');
  const items = agenda.map((item) => itemOf(item, { actor, row, found: changes.get(item.change), known }));
  const whole = (row.minutes as Minutes | null) ?? (await minutesNow(house, row));
  const reader = {
    inside,
    parties: actor.parties,
    house: own ?? '',
    visible: new Set(changes.keys()),
    partyOf: (person: string) => parties.get(person) ?? null,
  };
  const data = { ...standing({ actor, row }, { known, parties }), items, minutes: minutesFor(whole, reader), ...told(row, reader) };
  const named = [
    ...(own ? [own] : []),
    ...idsDeep(data),
    ...idsIn(
      change,
      [...changes.values()].map((each) => project(change, each, actor.side)),
    ),
  ];
  return { data, refs: await labelsOf(house, { actor, ids: named }), zone, now: isoNow(house) };
}

async function visibleChanges(house: House, { actor, ids }: { actor: Actor; ids: readonly string[] }): Promise<Map<string, AnyRow>> {
  const scope = toSql(change.see, actor, 2);
  const rows = await house.db.query<AnyRow>(`select ${columnsOf(change).join(', ')} from change where id = any($1::text[]) and ${scope.sql}`, [
    [...ids],
    ...scope.params,
  ]);
  return new Map(rows.map((each) => [each.id, each]));
}

/** As they would be frozen now. */
async function minutesNow(house: House, row: AnyRow): Promise<Minutes> {
  const ids = ((row.agenda ?? []) as readonly AgendaItem[]).map((each) => each.change);
  const facts = await factsFor(house.db, [row.id, ...ids]);
  return minutesOf({
    meeting: row,
    facts: facts.get(row.id) ?? [],
    changes: ids.map((id) => ({ id, facts: facts.get(id) ?? [] })),
    definition: change,
    now: isoNow(house),
  });
}

type Knowing = { readonly known: (person: string) => boolean };
type Item = Knowing & Asking & { readonly found: AnyRow | undefined };

function itemOf(item: AgendaItem, { actor, row, found, known }: Item): RoomItem {
  const { late, minutes } = item;
  if (!found) return { change: '', visible: false, late, minutes, why_late: null, added_by: null, row: null, may: [], polled: null };
  const inside = actor.side === 'integrator';
  const may = mayNow(change, found, actor).filter((command) => grants(actor, `change.${command}`) === null);
  return {
    change: item.change,
    visible: true,
    late,
    minutes,
    why_late: inside ? item.reason : null,
    added_by: inside ? item.added_by : null,
    row: project(change, found, actor.side),
    may,
    polled: polledOf(found, { actor, row, known }),
  };
}

/** Of others' votes an outsider learns that they were given: what one party says about a change is not for another. */
function polledOf(found: AnyRow, { actor, row, known }: Knowing & Asking): Polled {
  const here = found.meeting === row.id;
  const votes = here ? ((found.votes ?? []) as readonly Ballot[]) : [];
  const inside = actor.side === 'integrator';
  const shown = inside ? votes : votes.filter((each) => each.party !== null && actor.parties.includes(each.party) && known(each.person));
  const rule = row.rule as CabRule | null;
  const builder = (found.builder ?? null) as string | null;
  const asked = row.members as readonly string[];
  return {
    votes: shown,
    others: votes.length - shown.length,
    own: votes.find((each) => each.person === actor.person) ?? null,
    verdict: inside && rule ? outcome({ votes, asked, builder, rule }).verdict : null,
  };
}

/** Who sits there and what can be done, as far as the reader is told. */
function standing(
  { actor, row }: Asking,
  { known, parties }: Knowing & { readonly parties: ReadonlyMap<string, string> },
): Pick<Room, 'meeting' | 'seats' | 'more_seats' | 'member' | 'present' | 'rule' | 'may' | 'frozen'> {
  const present = row.present as readonly string[];
  const people = [...new Set([...(row.members as readonly string[]), String(row.chair)])];
  const seats = people.filter(known).map((person) => ({ person, party: parties.get(person) ?? null, present: present.includes(person) }));
  const unknown = people.filter((each) => !known(each));
  const here = actor.person !== null && people.includes(actor.person);
  const may = mayNow(cabMeeting, row, actor).filter((command) => grants(actor, `cab_meeting.${command}`) === null);
  return {
    meeting: project(cabMeeting, row, actor.side),
    seats,
    more_seats: { asked: unknown.length, present: unknown.filter((each) => present.includes(each)).length },
    member: actor.person !== null && (row.members as readonly string[]).includes(actor.person),
    present: actor.person !== null && present.includes(actor.person),
    rule: row.rule as CabRule | null,
    may: may.filter((command) => sensible(command, row, here || actor.side === 'integrator')),
    frozen: row.minutes !== null,
  };
}

/** What the state allows, but the rules would refuse in any case: a vote by deadline is not opened, attended or closed early. */
function sensible(command: string, row: AnyRow, atTheTable: boolean): boolean {
  if (command === 'attend' || command === 'leave') return atTheTable && row.mode === 'meeting';
  if (command === 'start') return row.mode === 'meeting';
  if (command === 'close') return row.mode === 'meeting' ? row.state !== 'frozen' : row.settled !== null;
  return true;
}

type Reader = {
  readonly inside: boolean;
  readonly parties: readonly string[];
  readonly visible: ReadonlySet<string>;
  readonly partyOf: (person: string) => string | null;
};

/** Times, actions and corrections: those about changes that the reader does not see are the others' affair. */
function told(row: AnyRow, { inside, parties, visible, partyOf }: Reader): Pick<Room, 'timing' | 'current' | 'actions' | 'corrections'> {
  const current = (row.current ?? null) as string | null;
  const own = (each: CabAction): boolean => inside || parties.includes(partyOf(each.owner) ?? '') || (each.change !== null && visible.has(each.change));
  return {
    timing: ((row.timing ?? []) as readonly Spent[]).filter((each) => inside || visible.has(each.change)),
    current: current !== null && (inside || visible.has(current)) ? current : null,
    actions: ((row.actions ?? []) as readonly CabAction[]).filter(own),
    corrections: inside ? ((row.corrections ?? []) as Room['corrections']) : [],
  };
}
