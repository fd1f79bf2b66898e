// One shared fixture world: the cast of the demo, on a clock that only the test moves, with chance from a seed.

import type { PersonCode } from '../src/app/demo/cast.ts';
import { seedDemo } from '../src/app/demo/demo.ts';
import { actorOf, type Ids, type Stage, stage } from '../src/app/demo/stage.ts';
import { theRegistry } from '../src/app/registry.ts';
import type { Actor } from '../src/kernel/scope.ts';
import { seededChance } from '../src/platform/chance.ts';
import type { Db } from '../src/platform/db/types.ts';
import type { House } from '../src/platform/house.ts';
import { houseHandlers } from '../src/platform/jobs/handlers.ts';
import { jobRunner, type Runner } from '../src/platform/jobs/runner.ts';
import { contestsOf } from '../src/practices/dispute/queries.ts';
import { modelGuard } from '../src/practices/model/queries.ts';

/** Monday morning, in winter time, in the middle of a month. */
export const monday = Date.parse('2026-03-16T08:00:00.000Z');

export type World = {
  readonly house: House;
  readonly runner: Runner;
  readonly ids: Ids;
  readonly stage: Stage;
  /** Moves the clock on by minutes and does all the work that became due. */
  readonly pass: (minutes: number) => Promise<void>;
  readonly actor: (who: PersonCode) => Actor;
  readonly id: (key: string) => string;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A house on this database whose clock stands at `at.now`. */
export function houseOn(db: Db, at: { now: number }, seed = 7): House {
  return {
    db,
    registry: theRegistry,
    clock: { now: () => at.now },
    chance: seededChance(seed),
    log: silent,
    wake: () => undefined,
    contests: contestsOf,
    guard: modelGuard,
  };
}

export async function openWorld(db: Db, { months = 0, seed = 7 }: { months?: 0 | 12; seed?: number } = {}): Promise<World> {
  const at = { now: monday };
  const house = houseOn(db, at, seed);
  const ids = await seedDemo(house, { seed, now: monday, months });
  const runner = jobRunner(house, houseHandlers);
  const theStage = stage({
    house,
    ids,
    runner,
    seed: seed + 1,
    move: (to) => {
      at.now = to;
    },
  });
  const pass = async (minutes: number): Promise<void> => {
    at.now += minutes * 60_000;
    await runner.drain();
  };
  return { house, runner, ids, stage: theStage, pass, actor: (who) => actorOf(who, theStage.id), id: theStage.id };
}
