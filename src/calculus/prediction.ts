// Which open work will miss its promise as the queue stands: list scheduling per team in due order, with handling times as they were before.

/**
 * Work that is open and running. Times are milliseconds of working time: `left_ms` until due (negative when late), `used_ms` of
 * handling so far (0 while nobody has begun). `team` null: nobody known has it.
 */
export type OpenWork = {
  readonly id: string;
  readonly team: string | null;
  readonly priority: number;
  readonly left_ms: number;
  readonly used_ms: number;
  readonly begun: boolean;
};

/** Handling time of finished work, from begun to done without waiting, in milliseconds of working time. */
export type Handled = { readonly priority: number; readonly handling_ms: number };

export type Queue = {
  readonly open: readonly OpenWork[];
  readonly handled: readonly Handled[];
  /** People of each team who work at the same time; a team that is missing here is taken to have as many as it has work. */
  readonly people: ReadonlyMap<string, number>;
};

/** Why it is likely late: late already, the work before it takes all the time that is left, or handling itself usually takes longer. */
export type Cause = 'late' | 'queue' | 'handling';
export type Prediction = {
  readonly id: string;
  /** Chance of missing, 0 to 1; null when too few finished cases are known to say anything. */
  readonly probability: number | null;
  /** At least as likely as not. */
  readonly late: boolean;
  readonly cause: Cause | null;
  /** Until somebody of the team is free, and what handling is then expected to take. Null when nothing is known. */
  readonly wait_ms: number;
  readonly handling_ms: number | null;
  /** Finished cases the chance rests on: those that took at least as long as this one has been worked on. */
  readonly cases: number;
  /** Cases of all priorities, because those of its own are too few. */
  readonly pooled: boolean;
};

/** Below this many finished cases of a priority those of all priorities count, and below it nothing is said. */
export const fewest = 8;

/**
 * Predicts each piece of open work. Within a team what has begun goes on and the rest follows in the order of what is due, each by
 * whoever is free first (list scheduling); handling takes what finished cases of the priority took, given the time it already took.
 * The chance that `k` of `n` such cases would be late is (k + 1/2) / (n + 1), so that no small sample claims certainty.
 */
export function predict({ open, handled, people }: Queue): Prediction[] {
  const known = new Map<number | null, readonly number[]>([[null, sorted(handled)]]);
  for (const priority of new Set(handled.map((each) => each.priority))) known.set(priority, sorted(handled.filter((each) => each.priority === priority)));
  const teams = new Map<string | null, OpenWork[]>();
  for (const work of [...open].sort((a, b) => a.left_ms - b.left_ms || (a.id < b.id ? -1 : 1))) teams.set(work.team, [...(teams.get(work.team) ?? []), work]);
  return [...teams].flatMap(([team, queue]) => scheduled(queue, team === null ? queue.length : (people.get(team) ?? queue.length), known));
}

/** A finished case looked back on: what it was handled for, and how long its promise allowed. */
export type Past = Handled & { readonly allowed_ms: number };
export type Backtest = {
  readonly cases: number;
  readonly missed: number;
  /** Mean squared error of the chance (0 best, 0.25 a coin), and that of always saying the share that was missed. */
  readonly brier: number;
  readonly brier_of_share: number;
  /** Of those said to be late: how many were; of those that were late: how many were said. Null when there were none. */
  readonly precision: number | null;
  readonly recall: number | null;
};

/** How well it would have told each finished case from all the others, at the moment when `share` (0 to 1) of what was allowed was used. */
export function backtest(past: readonly Past[], share: number): Backtest {
  const looked = past.flatMap((own, index) => {
    const used_ms = own.allowed_ms * share;
    if (own.handling_ms <= used_ms) return [];
    const work: OpenWork = { id: 'x', team: null, priority: own.priority, left_ms: own.allowed_ms - used_ms, used_ms, begun: true };
    const [told] = predict({ open: [work], handled: past.filter((_, other) => other !== index), people: new Map() });
    return told?.probability == null ? [] : [{ chance: told.probability, late: told.late, missed: own.handling_ms > own.allowed_ms }];
  });
  const missed = looked.filter((each) => each.missed).length;
  const base = looked.length ? missed / looked.length : 0;
  const mean = (error: (each: (typeof looked)[number]) => number) =>
    looked.length ? looked.reduce((sum, each) => sum + error(each) ** 2, 0) / looked.length : 0;
  const said = looked.filter((each) => each.late).length;
  const right = looked.filter((each) => each.late && each.missed).length;
  return {
    cases: looked.length,
    missed,
    brier: mean((each) => each.chance - Number(each.missed)),
    brier_of_share: mean((each) => base - Number(each.missed)),
    precision: said ? right / said : null,
    recall: missed ? right / missed : null,
  };
}

type Known = ReadonlyMap<number | null, readonly number[]>;

function scheduled(queue: readonly OpenWork[], servers: number, known: Known): Prediction[] {
  const free = Array.from({ length: Math.max(1, servers) }, () => 0);
  const told = new Map<string, Prediction>();
  // What has begun holds somebody already; who has begun more than one thing does them one after the other.
  for (const work of [...queue.filter((each) => each.begun), ...queue.filter((each) => !each.begun)]) {
    const next = free.indexOf(Math.min(...free));
    const wait_ms = free[next] ?? 0;
    const found = predicted(work, wait_ms, known);
    free[next] = wait_ms + (found.handling_ms ?? 0);
    told.set(work.id, found);
  }
  return queue.flatMap(({ id }) => told.get(id) ?? []);
}

function predicted(work: OpenWork, wait_ms: number, known: Known): Prediction {
  const own = known.get(work.priority) ?? [];
  const pooled = own.length < fewest;
  const times = pooled ? (known.get(null) ?? []) : own;
  const alike = times.slice(firstAbove(times, work.used_ms));
  const enough = times.length >= fewest;
  const handling_ms = enough ? expected(alike, work.used_ms, times) : null;
  const late = { id: work.id, wait_ms, handling_ms, cases: alike.length, pooled };
  if (work.left_ms < 0) return { ...late, probability: 1, late: true, cause: 'late' };
  if (!enough) return { ...late, probability: null, late: false, cause: null };
  const budget = work.used_ms + work.left_ms - wait_ms;
  const beyond = alike.length - firstAbove(alike, Math.max(budget, work.used_ms));
  const probability = ((wait_ms >= work.left_ms ? alike.length : beyond) + 0.5) / (alike.length + 1);
  const without = (alike.length - firstAbove(alike, work.used_ms + work.left_ms) + 0.5) / (alike.length + 1);
  return { ...late, probability, late: probability >= 0.5, cause: probability < 0.5 ? null : without >= 0.5 ? 'handling' : 'queue' };
}

/** Mean of what is still to come; when it takes longer than every case before it, as long again as the longest took beyond the mean. */
function expected(alike: readonly number[], used: number, times: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  return Math.round(alike.length ? mean(alike) - used : (times.at(-1) ?? 0) - mean(times));
}

const sorted = (handled: readonly Handled[]): number[] => handled.map((each) => each.handling_ms).sort((a, b) => a - b);

/** Index of the first value greater than `limit` in a sorted list. */
function firstAbove(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
