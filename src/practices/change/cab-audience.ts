// The minutes as one reader may have them: the house everything; others the changes they see, what was decided, and their own side's words.
import type { Ballot, MinuteItem, MinuteLine, Minutes } from './cab-data.record.ts';

export type MinuteReader = {
  readonly inside: boolean;
  readonly parties: readonly string[];
  /** Changes that are the reader's to see. */
  readonly visible: ReadonlySet<string>;
  readonly partyOf: (person: string) => string | null;
};

/** Customers never learn who the suppliers are, nor one supplier of another: others' names, votes and reasons are left out, not blanked. */
export function minutesFor(minutes: Minutes, reader: MinuteReader): Minutes {
  if (reader.inside) return minutes;
  const known = (person: string | null): boolean => {
    const party = person === null ? null : reader.partyOf(person);
    return party !== null && reader.parties.includes(party);
  };
  return {
    ...minutes,
    present: minutes.present.filter(known),
    absent: minutes.absent.filter(known),
    items: minutes.items.filter((each) => reader.visible.has(each.change)).map((each) => itemFor(each, reader)),
    lines: minutes.lines.flatMap((each) => lineFor(each, reader, known)),
  };
}

const own = ({ party }: Pick<Ballot, 'party'>, { parties }: MinuteReader): boolean => party !== null && parties.includes(party);

function itemFor(item: MinuteItem, reader: MinuteReader): MinuteItem {
  // An exception names what others planned.
  const decision = item.decision && { ...item.decision, exception: null };
  return { ...item, decision, added_by: null, why_late: null, votes: item.votes.filter((each) => own(each, reader)) };
}

/** Lines about the meeting itself, and about changes that are seen; of votes only those of the own side. */
function lineFor(line: MinuteLine, reader: MinuteReader, known: (person: string | null) => boolean): MinuteLine[] {
  if (line.change !== null && !reader.visible.has(line.change)) return [];
  switch (line.what) {
    case 'voted':
      return own(line, reader) ? [line] : [];
    case 'excepted':
      return [];
    case 'came':
    case 'left':
      return known(line.person) ? [line] : [];
    case 'action':
      return line.change !== null || known(line.person) ? [{ ...line, person: known(line.person) ? line.person : null }] : [];
    case 'late':
    case 'dropped':
      return [{ ...line, person: null, text: null }];
    default:
      return [line];
  }
}
