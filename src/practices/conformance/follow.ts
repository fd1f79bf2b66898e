// One case from its facts: its path, its working time per state, who had it, and whether waiting for the customer began just before the target.
import { type Calendar, roundTheClock, workingMs } from '../../calculus/calendar.ts';
import { handovers } from '../../calculus/ledger.ts';
import { judgePath, type Meaning, moveOf, pathOf, type Variant } from '../../calculus/process-paths.ts';
import { type CustodyMark, custodyMarks } from '../../kernel/custody.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Case, MeantRecord } from './conformance.record.ts';

/** A fact as it is read for this: `changes` may leave out what is no state and no custody. */
export type CaseFact = {
  readonly record_id: string;
  readonly version: number;
  readonly at: string;
  readonly fact: string;
  readonly changes: Readonly<Record<string, unknown>>;
};
/** The target a case has to keep; the calendar is that of its promise. */
export type CaseClock = { readonly target_minutes: number; readonly calendar: Calendar };
export type CaseRow = { readonly id: string; readonly about: readonly string[] };

/**
 * The moves that the lifecycle allows, as `from>to`: those of commands that people and reactions have. A silent command that leads from
 * anywhere to anywhere is an import's, and allows nothing by itself.
 */
export function lawfulMoves(definition: Definition): ReadonlySet<string> {
  const states = Object.keys(definition.states);
  const open = states.filter((each) => !definition.states[each]?.ends);
  const found = new Set<string>();
  for (const command of Object.values(definition.commands)) {
    const to = command.to === undefined ? [] : [command.to].flat();
    if (command.opens || (command.silent && states.every((each) => to.includes(each)))) continue;
    for (const from of command.from ?? open) for (const each of to) if (each !== from) found.add(moveOf(from, each));
  }
  return found;
}

export const meaningOf = (definition: Definition, meant: MeantRecord | null): Meaning => ({
  paths: meant?.paths ?? [],
  done: meant?.done ?? [],
  through: meant?.through ?? { end: [], states: [] },
  lawful: lawfulMoves(definition),
});

/** Judges each way once, however many cases went it. */
export function judging(meaning: Meaning): (states: readonly string[], ended: boolean) => Variant {
  const known = new Map<string, Variant>();
  return (states, ended) => {
    const key = `${ended} ${states.join('>')}`;
    const variant = known.get(key) ?? judgePath(states, ended, meaning);
    known.set(key, variant);
    return variant;
  };
}

type Following = {
  readonly definition: Definition;
  readonly judge: (states: readonly string[], ended: boolean) => Variant;
  /** Reasons for waiting that wait for the customer. */
  readonly customerReasons: ReadonlySet<string>;
  readonly late_wait_ppm: number;
  /** The moment of reading, epoch ms: until when an open case is followed. */
  readonly now: number;
};
export type CaseRead = { readonly row: CaseRow; readonly facts: readonly CaseFact[]; readonly clock: CaseClock | null };

/** `facts` oldest first; at least one. Equal texts are kept once, because there are many cases and few ways. */
export function followed({ definition, judge, customerReasons, late_wait_ppm, now }: Following, { row, facts, clock }: CaseRead): Case {
  const { marks, row: last } = custodyMarks(definition, facts);
  let state = definition.initial;
  const path = pathOf(
    facts.map((each) => {
      state = typeof each.changes.state === 'string' ? each.changes.state : state;
      return { at: Date.parse(each.at), event: each.fact.slice(each.fact.indexOf('.') + 1), state };
    }),
  );
  const ended = last ? !last.open : false;
  const until = Math.max(path.at.at(-1) ?? now, ended && last?.closed_at ? Date.parse(last.closed_at) : now);
  const calendar = clock?.calendar ?? roundTheClock;
  const working = path.at.map((from, i) => workingMs(calendar, from, Math.max(from, path.at[i + 1] ?? until)));
  const { reassignments, ping_pong, bounces } = handovers(marks);
  return {
    id: row.id,
    variant: judge(path.states, ended),
    at: path.at,
    working,
    until,
    events: path.events,
    reassignments,
    ping_pong,
    bounces,
    late_wait: clock !== null && waitsLate(marks, { clock, customerReasons, late_wait_ppm }),
    about: [...new Set([...row.about, ...marks.map((each) => each.party).filter(Boolean)])],
  };
}

type Late = { readonly clock: CaseClock; readonly customerReasons: ReadonlySet<string>; readonly late_wait_ppm: number };

/** Whether waiting for the customer began when so much of the target was used that little was left. Waiting itself uses nothing. */
function waitsLate(marks: readonly CustodyMark[], { clock, customerReasons, late_wait_ppm }: Late): boolean {
  const target = clock.target_minutes * 60_000;
  let used = 0;
  for (const [i, mark] of marks.entries()) {
    const before = marks[i - 1];
    if (before && !customerReasons.has(before.reason)) used += workingMs(clock.calendar, before.at, Math.max(before.at, mark.at));
    const begins = customerReasons.has(mark.reason) && (before === undefined || !customerReasons.has(before.reason));
    if (begins && used < target && used * 1_000_000 >= target * late_wait_ppm) return true;
  }
  return false;
}
