// kill -9 in the middle of an import, again and again: it goes on where it was, nothing is lost, nothing is there twice.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPostgresUrl, testEngines } from '../db-env.ts';
import { logMapping, sampleLog } from '../import-world.ts';
import { environment, forget, newPlace, type Place, root, type Server, start } from './server.ts';

type Import = {
  readonly state: string;
  readonly rows_read: number;
  readonly facts_added: number;
  readonly records_added: number;
  readonly rows_known: number;
  readonly rows_bad: number;
};

const turns = 30;
const kills = 2;
const [header = '', ...lines] = sampleLog.trimEnd().split('\n');
const columns = header.split(',');
const content = Array.from({ length: turns }, (_, turn) =>
  lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], at === 0 ? cell.replace('LOG', `K${turn}N`) : cell]))),
).flat();
const total = lines.length * turns;
const whole = { state: 'done', rows_read: total, records_added: 55 * turns, facts_added: total, rows_known: 0, rows_bad: 0 };

test.each(testEngines)(
  'an import survives kill -9 on %s',
  async (engine) => {
    const place = newPlace(engine === 'postgres' ? await freshPostgresUrl({ empty: true }) : undefined);
    let server = await start(place);
    await setUp(server);
    const id = await began(server);
    let broken = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = await until(server, id, (the) => the.state !== 'running' || the.rows_read > (total * kill) / (kills + 2));
      if (before.state === 'running') broken += 1;
      server.child.kill('SIGKILL');
      await server.gone;
      server = await start(place);
      const after = await look(server, id);
      expect(after.rows_read).toBeGreaterThanOrEqual(before.rows_read);
      expect(after.facts_added).toBe(after.rows_read);
      // A dead server's batch would be taken over within a minute by itself; a person need not wait for that.
      if (after.state === 'running') expect((await server.call('POST', `/api/imports/${id}/resume`)).status).toBe(200);
    }
    expect(broken).toBe(kills);
    expect(await until(server, id, (the) => the.state !== 'running')).toMatchObject(whole);
    const again = await began(server);
    expect(await until(server, again, (the) => the.state !== 'running')).toMatchObject({ ...whole, records_added: 0, facts_added: 0, rows_known: total });
    server.child.kill('SIGTERM');
    expect(await server.gone).toBe(0);
    expect(verified(place)).toContain('Every row and every clock is what the journal says.');
    forget(place);
  },
  600_000,
);

const verified = (place: Place): string =>
  execFileSync(process.execPath, [join(root, 'bin/tessera.mjs'), 'verify'], { env: environment(place), encoding: 'utf8' });

async function setUp(server: Server): Promise<void> {
  const token = /\/setup\?token=([\w.~-]+)/.exec(server.output())?.[1];
  const answer = await server.call('POST', '/api/setup', {
    token,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'four unrelated words here',
    organisation: 'House',
    language: 'en',
    zone: 'UTC',
    world: 'empty',
  });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
}

async function began(server: Server): Promise<string> {
  const made = await server.call('POST', '/api/imports', { name: 'log', record: 'incident', format: 'json', mapping: logMapping });
  const { data } = (await made.json()) as { data: { id: string } };
  const filled = await server.call('PUT', `/api/imports/${data.id}/content`, content);
  expect(filled.status).toBe(200);
  expect((await server.call('POST', `/api/imports/${data.id}/start`, {})).status).toBe(200);
  return data.id;
}

async function look(server: Server, id: string): Promise<Import> {
  return ((await (await server.call('GET', `/api/imports/${id}`)).json()) as { data: Import }).data;
}

async function until(server: Server, id: string, reached: (the: Import) => boolean): Promise<Import> {
  for (;;) {
    const the = await look(server, id);
    if (reached(the)) return the;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
