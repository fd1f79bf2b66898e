// Who had a record, fact by fact, read from what its definition says of custody.
import { apply, type Fact } from './fact.ts';
import type { AnyRow, Custody, Definition } from './record.ts';

/** From `at` (epoch milliseconds) on. Reasons: `working`, `handover`, `done`; every other is one of waiting. */
export type CustodyMark = {
  readonly at: number;
  readonly party: string;
  readonly team: string | null;
  readonly person: string | null;
  readonly reason: string;
  readonly on_behalf: string | null;
  /** Who is asked to take it over and has not answered yet. */
  readonly receiver: string | null;
};
type Told = Pick<Fact, 'record_id' | 'version' | 'at' | 'changes'>;

/** One mark for each fact of a record, oldest first; none when it has no custody. */
export function custodyMarks(definition: Definition, facts: readonly Told[]): { readonly marks: CustodyMark[]; readonly row: AnyRow | null } {
  let row: AnyRow | null = null;
  const marks: CustodyMark[] = [];
  for (const fact of facts) {
    row = apply(definition, row, fact);
    if (definition.custody) marks.push(markOf(definition.custody, row, Date.parse(fact.at)));
  }
  return { marks, row };
}

/** When the life that counts was over: the work was done, or the record was closed. Null while it goes on. */
export function endOf({ custody }: Definition, row: AnyRow | null): number | null {
  const done = (custody?.until ? (row?.[custody.until] as string | null) : null) ?? row?.closed_at ?? null;
  return done ? Date.parse(done) : null;
}

function markOf({ party, team, person, reason, waited_on, until, handover }: Custody, row: AnyRow, at: number): CustodyMark {
  const value = (name: string | undefined): string | null => (name ? ((row[name] as string | null) ?? null) : null);
  const waits = value(reason);
  // Done and not yet taken up again: a record that is reopened was not worked on in between.
  const active = value(until) ? 'done' : 'working';
  const receiver = handover && (handover.in?.includes(row.state) ?? true) ? value(handover.to) : null;
  const keeper = receiver === null ? value(team) : value(handover?.by);
  return {
    at,
    party: value(party) ?? '',
    team: keeper,
    person: keeper === value(team) ? value(person) : null,
    reason: waits ?? (receiver === null ? active : 'handover'),
    on_behalf: waits ? value(waited_on) : null,
    receiver,
  };
}
