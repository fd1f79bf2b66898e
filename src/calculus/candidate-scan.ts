// Where is there a problem behind the cases? Looks at every service, item, supplier, change and topic for a rise, and tells few.
import { burstiness, dailyOf, dateOf, dayOf, exposureOf, firstFrom, weekdayWeights } from './candidate-days.ts';
import { folded } from './candidate-fold.ts';
import { groupsOf, type Suspect } from './candidate-groups.ts';
import { corrected } from './poisson.ts';
import { riseBegins, riseChance } from './rate-test.ts';

/** `day` is the local date (YYYY-MM-DD) it began; `groups` such as `service:SVC-3`, `item:CI-4`, `supplier:ORG-2`, `change:CHG-7`. */
export type Case = { readonly id: string; readonly day: string; readonly title: string; readonly groups: readonly string[] };

/** A change carried out on `day`; `groups` are what it touched. Cases of those from that day on are tested against before. */
export type ChangeMade = { readonly id: string; readonly day: string; readonly groups: readonly string[] };

/** `as_of` is the last whole day that counts; `false_discovery` the share of findings that may be chance, 0.05 when absent. */
export type ScanTerms = { readonly as_of: string; readonly false_discovery?: number | undefined; readonly changes?: readonly ChangeMade[] | undefined };

/**
 * A rise that is hardly chance. `key` is kind|group|words and stays while the words do; `group` is empty for a topic across
 * services. In `window_days` up to and including `until` there were `seen` cases (`cases`, oldest first) where the days before
 * let `expected` be expected; `odds` is the probability of that by chance (0 to 1) before the correction for looking often.
 * `since` is when it began, within the window. `also` are the keys of findings about the same cases.
 */
export type Finding = {
  readonly key: string;
  readonly kind: 'service' | 'item' | 'supplier' | 'change' | 'topic';
  readonly group: string;
  readonly words: readonly string[];
  readonly window_days: number;
  readonly since: string;
  readonly until: string;
  readonly seen: number;
  readonly expected: number;
  readonly odds: number;
  readonly cases: readonly string[];
  readonly also: readonly string[];
};

/** Windows looked at, in days, the longest baseline before them, and the shortest that says anything. */
const windows = [2, 7, 28];
const [longest, shortest] = [364, 14];
/** Two cases make no problem, whatever the arithmetic says. */
const fewest = 3;

/**
 * Findings, the most improbable first. Each group and each topic (titles that say the same, clustered over all cases given)
 * is tested over the last 2, 7 and 28 days against up to 364 days before, days weighed by weekday and counts by how much the
 * group usually comes in bursts; a change over the days since it, up to 28. All tests are one family of Benjamini & Hochberg
 * (1995), also those that cannot succeed because too little happened. Yields every few milliseconds.
 */
export function* scanCases(cases: readonly Case[], { as_of, false_discovery = 0.05, changes = [] }: ScanTerms): Generator<void, readonly Finding[]> {
  const to = dayOf(as_of) + 1;
  const byDay = yield* laidByDay(cases, { from: to - longest - 28, to });
  const sorted: Laid[] = [];
  for (let day = to - longest - 28; day < to; day++) {
    sorted.push(...(byDay.get(day) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)));
    if (day % 20 === 0) yield;
  }
  const first = sorted[0]?.at ?? to;
  const perDay = new Map([...byDay].map(([day, own]) => [day, own.length]));
  const look = spans(perDay, first, to);
  const tests: Test[] = [];
  const suspects = yield* groupsOf(sorted, { changes: changes.map((each) => ({ ...each, at: dayOf(each.day) })), fewest, to });
  for (const [i, suspect] of suspects.entries()) {
    if (i % 100 === 99) yield;
    for (const days of suspect.window === null ? windows : [suspect.window]) {
      const span = look(days);
      if (span) tests.push(tested(suspect, span));
    }
  }
  const chances = corrected(
    tests.map(({ odds }) => odds),
    'benjamini_hochberg',
  );
  yield;
  const best = new Map<Suspect, Test>();
  for (const [i, test] of tests.entries())
    if ((chances[i] ?? 1) <= false_discovery && test.odds < (best.get(test.suspect)?.odds ?? 1)) best.set(test.suspect, test);
  return yield* folded([...best.values()].map((test) => told(test, sorted)));
}

type Laid = Case & { readonly at: number };

/** The cases of each of the days. */
function* laidByDay(cases: readonly Case[], { from, to }: { readonly from: number; readonly to: number }): Generator<void, ReadonlyMap<number, Laid[]>> {
  const known = new Map<string, number>();
  const byDay = new Map<number, Laid[]>();
  for (const [i, each] of cases.entries()) {
    if (i % 5_000 === 4_999) yield;
    const at = known.get(each.day) ?? dayOf(each.day);
    known.set(each.day, at);
    if (at < from || at >= to) continue;
    const own = byDay.get(at);
    if (own) own.push({ ...each, at });
    else byDay.set(at, [{ ...each, at }]);
  }
  return byDay;
}

type Look = { readonly from: number; readonly until: number; readonly to: number; readonly weights: readonly number[] };
type Test = { readonly suspect: Suspect; readonly look: Look; readonly seen: number; readonly expected: number; readonly odds: number };

/** The days before a window of so many days and how they weigh; null when there are too few. */
function spans(perDay: ReadonlyMap<number, number>, first: number, to: number): (days: number) => Look | null {
  const known = new Map<number, Look | null>();
  return (days) => {
    const found = known.get(days);
    if (found !== undefined) return found;
    const until = to - days;
    const from = Math.max(first, until - longest);
    const made = until - from < shortest ? null : { from, until, to, weights: weekdayWeights(perDay, { from, until }) };
    known.set(days, made);
    return made;
  };
}

function tested(suspect: Suspect, look: Look): Test {
  const { from, until, to, weights } = look;
  const { days } = suspect;
  const [begin, middle] = [firstFrom(days, from), firstFrom(days, until)];
  const seen = days.length - middle;
  const before = { count: middle - begin, exposure: exposureOf(weights, { from, until }) };
  const after = { count: seen, exposure: exposureOf(weights, { from: until, until: to }) };
  const expected = (before.count / before.exposure) * after.exposure;
  const odds = seen < fewest ? 1 : riseChance(before, after, burstiness(days, { from, until }));
  return { suspect, look, seen, expected, odds };
}

function told({ suspect, look, seen, expected, odds }: Test, cases: readonly { readonly id: string }[]): Finding {
  const { from, until, to, weights } = look;
  const { days, members, kind, group, words, key } = suspect;
  const begins = riseBegins(dailyOf(days, weights, { from, until: to }))?.at ?? 0;
  const since = suspect.window === null ? Math.min(Math.max(until, from + begins), days.at(-1) ?? until) : until;
  return {
    key,
    kind,
    group,
    words,
    window_days: to - until,
    since: dateOf(since),
    until: dateOf(to - 1),
    seen,
    expected,
    odds,
    cases: members.slice(firstFrom(days, until)).flatMap((at) => cases[at]?.id ?? []),
    also: [],
  };
}
