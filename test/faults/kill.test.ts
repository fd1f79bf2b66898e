// kill -9 in the middle of a write storm. Every acknowledged write is there after the restart, and every repeated one is one.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededChance } from '../../src/platform/chance.ts';
import { freshPostgresUrl, testEngines } from '../db-env.ts';
import { environment, forget, newPlace, root, type Server, start } from './server.ts';

const cycles = 20;
const callers = 8;
const seed = 20_261_122;

test.each(testEngines)(
  'no acknowledged write is lost by kill -9, and no repeated one is doubled, on %s',
  async (engine) => {
    const place = newPlace(engine === 'postgres' ? await freshPostgresUrl({ empty: true }) : undefined);
    const chance = seededChance(seed);
    const acknowledged = new Map<string, string>();
    const unanswered = new Set<string>();
    let doubled = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const server = await start(place);
      for (const [key, id] of acknowledged) if (chance.random() < 8 / (acknowledged.size + 8)) expect(await idOf(server, key)).toBe(id);
      for (const key of unanswered) {
        const [first, second] = [await idOf(server, key), await idOf(server, key)];
        if (first !== second) doubled += 1;
        acknowledged.set(key, first);
      }
      unanswered.clear();
      await storm(server, { cycle, acknowledged, unanswered, until: chance.between(20, 700) });
    }
    const server = await start(place);
    let lost = 0;
    for (const id of acknowledged.values()) if ((await server.call('GET', `/api/organisations/${id}`)).status !== 200) lost += 1;
    const { count } = (await (await server.call('GET', '/api/organisations?limit=1')).json()) as { count: { value: number; capped: boolean } };
    server.child.kill('SIGTERM');
    expect(await server.gone).toBe(0);
    const verified = execFileSync(process.execPath, [join(root, 'bin/tessera.mjs'), 'verify'], { env: environment(place), encoding: 'utf8' });
    expect(verified).toContain('Every row and every clock is what the journal says.');
    console.log(
      `R-1 on ${engine}: ${cycles} kills, ${acknowledged.size} acknowledged, ${lost} lost, ${doubled} doubled (seed ${seed}; none in ${cycles} bounds the rate below ${((3 / cycles) * 100).toFixed(0)} % with 95 % confidence)`,
    );
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    expect(acknowledged.size).toBeGreaterThan(cycles * 3);
    expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
    if (!count.capped) expect(count.value).toBe(acknowledged.size);
    forget(place);
  },
  900_000,
);

const body = (key: string) => ({ name: `Storm ${key}`, code: key, language: 'en', zone: 'UTC' });

/** Asks for the same thing with the same key again: the answer must be the first one. */
async function idOf(server: Server, key: string): Promise<string> {
  const answer = await server.call('POST', '/api/organisations', body(key), { 'idempotency-key': key });
  expect([200, 201]).toContain(answer.status);
  return ((await answer.json()) as { data: { id: string } }).data.id;
}

type Storm = { cycle: number; acknowledged: Map<string, string>; unanswered: Set<string>; until: number };

async function storm(server: Server, { cycle, acknowledged, unanswered, until }: Storm): Promise<void> {
  let stopped = false;
  const caller = async (who: number): Promise<void> => {
    for (let n = 0; !stopped; n += 1) {
      const key = `k${cycle}-${who}-${n}`;
      unanswered.add(key);
      try {
        acknowledged.set(key, await idOf(server, key));
        unanswered.delete(key);
      } catch {
        // The server is gone: whether this write happened is exactly what the next cycle finds out.
        return;
      }
    }
  };
  const storming = Array.from({ length: callers }, (_, who) => caller(who));
  await new Promise((resolve) => setTimeout(resolve, until));
  server.child.kill('SIGKILL');
  await server.gone;
  stopped = true;
  await Promise.all(storming);
}
