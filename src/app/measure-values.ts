// The values of measures: of periods that are over from what is kept, the rest counted. What is asked for in passing is counted as far as the time allows.
import { createHash } from 'node:crypto';
import type { Db } from '../platform/db/types.ts';
import type { Asked, AskedWindow, Counted } from '../practices/measurement/counting.queries.ts';
import { type Claim, claim, type Keepable, keep, type Missing, prolong, readKept, release } from '../practices/measurement/kept.queries.ts';
import type { MeasureValue } from '../practices/measurement/measure.record.ts';
import { type Asking, askedOf, type Sums, sinceFirst, sumsOf, toldValues } from '../practices/measurement/queries.ts';
import { version } from './version.ts';

/** `left`: so many periods are still to be counted, and have no value here. */
export type Told = { readonly values: readonly MeasureValue[]; readonly left: number };

/**
 * What becomes of periods that are over and not kept. Without it they are counted and not kept, which is for those who are in a
 * transaction: others could not see its facts. `going` is asked between two pieces of counting; `whole`: leave nothing out; `judged`:
 * so many minutes an answer is good for that is judged, an hour when absent.
 */
export type Patience = { readonly now: () => number; readonly going: () => boolean; readonly whole: boolean; readonly judged?: number };
const judgedMinutes = 60;

/** As long as somebody waits for a page. */
const waitMs = 250;
export const briefly = (now: () => number): Patience => {
  const until = now() + waitMs;
  return { now, going: () => now() < until, whole: false };
};
export const wholly = (now: () => number): Patience => ({ now, going: () => true, whole: true });

/** The values of several measures for the same periods: one read of what is kept, and the counting of what is not. */
export async function valuesOfAll(db: Db, list: readonly Counted[], asking: Asking, patience?: Patience): Promise<readonly Told[]> {
  const asked = { ...askedOf(asking), judged: patience?.judged ?? judgedMinutes };
  const keepable = list.map((each) => ({ ...each, edition: editionOf(each, asking) }));
  const { first, sums } = await readKept(db, keepable, asked);
  const windows = asked.windows.filter(sinceFirst(first));
  const work = keepable.map((counted) => {
    const known = sums.get(counted.formula.code) ?? new Map<string, Sums>();
    const [missing, loose] = parted(
      windows.filter((each) => !known.has(each.period)),
      (each) => each.ends <= asked.now && counted.source.about !== undefined,
    );
    return { counted, windows: missing, loose, found: [...known.values()] };
  });
  const due = work.filter((each) => each.windows.length);
  const held = patience && due.length ? await claim(db, due, asked) : null;
  const told: Told[] = [];
  try {
    for (const { counted, windows: missing, loose, found } of work) {
      const more = held && patience ? await pieces(db, { counted, windows: missing }, { asked, claim: held, patience }) : { sums: [], rest: missing };
      const rest = patience && !patience.whole ? [] : more.rest;
      const all = [...found, ...more.sums, ...(await sumsOf(db, counted, { ...asked, windows: [...loose, ...rest] }))];
      told.push({ values: toldValues(counted.formula, asking.periods, all), left: more.rest.length - rest.length });
    }
  } finally {
    if (held) await release(db, held);
  }
  return told;
}

function parted<T>(list: readonly T[], is: (each: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((each) => !is(each))];
}

/** Pieces that took less are doubled, so that a small house is counted in a few statements and a large one holds nobody up. */
const pieceMs = 40;

/** Counts and keeps the newest first, as long as it may. `rest` is what somebody else is counting, or there was no time for. */
async function pieces(db: Db, { counted, windows }: Missing, { asked, claim: held, patience }: { asked: Asked; claim: Claim; patience: Patience }) {
  const own = held.periods.get(counted.formula.code);
  const [mine, others] = parted(windows.toReversed(), (each) => own?.has(each.period) ?? false);
  const sums: Sums[] = [];
  let size = 1;
  while (mine.length && patience.going()) {
    const began = patience.now();
    const found = await sumsOf(db, counted, { ...asked, windows: mine.splice(0, size) });
    await prolong(db, held, new Date(patience.now()).toISOString());
    if (held.settled) await keep(db, held, { code: counted.formula.code, sums: found, ...asked });
    sums.push(...found);
    size = patience.now() - began < pieceMs ? size * 2 : 1;
  }
  return { sums, rest: [...mine, ...others] as readonly AskedWindow[] };
}

const hashes = new WeakMap<Counted['source'], string>();

/** Another formula, another release, another house or zone: another answer. */
function editionOf({ formula, source }: Counted, { house, zone }: Pick<Asking, 'house' | 'zone'>): Keepable['edition'] {
  const told =
    hashes.get(source) ??
    createHash('sha256')
      .update(JSON.stringify([version, formula.aggregate, 'sql' in source ? source.sql : String(source.rows), source.about ?? []]))
      .digest('base64url');
  hashes.set(source, told);
  return `${told} ${house} ${zone}`;
}
