// One process per directory, an orderly stop, and a database that goes away and comes back.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPostgresUrl, testEngines } from '../db-env.ts';
import { environment, forget, newPlace, root, start } from './server.ts';

const organisation = (code: string) => ({ name: `Org ${code}`, code, language: 'en', zone: 'UTC' });

test('a second process on the same directory is refused in plain words, and the first goes on', async () => {
  const place = newPlace();
  const server = await start(place);
  for (const args of [['serve'], ['migrate'], ['demo', 'seed'], ['verify'], ['db', 'move', `pglite:${place.data}`, 'pglite:memory']]) {
    const second = spawnSync(process.execPath, [join(root, 'bin/tessera.mjs'), ...args], { env: environment(place), encoding: 'utf8', timeout: 60_000 });
    expect(second.status, args.join(' ')).toBe(1);
    expect(second.stderr, args.join(' ')).toContain(String(server.child.pid));
    expect(second.stderr, args.join(' ')).not.toContain('    at ');
  }
  expect((await server.call('POST', '/api/organisations', organisation('still-here'))).status).toBe(201);
  server.child.kill('SIGTERM');
  expect(await server.gone).toBe(0);
  forget(place);
}, 300_000);

test('the command line talks to the running server, and opens the database itself when there is none', async () => {
  const place = newPlace();
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/tessera.mjs'), ...args], { env: environment(place), encoding: 'utf8', timeout: 60_000 });
  const server = await start(place);
  expect(cli('open', 'organisation', 'name=Waterschap Oost', 'code=oost', 'language=nl', 'zone=Europe/Amsterdam').stdout).toContain('ORG-1 is active');
  server.child.kill('SIGTERM');
  await server.gone;
  expect(cli('list', 'organisations').stdout).toContain('Waterschap Oost');
  expect(cli('do', 'ORG-1', 'explode').stderr).toContain('There is no command "explode"');
  forget(place);
}, 300_000);

test.each(testEngines)(
  'SIGTERM lets running requests finish and loses none, on %s',
  async (engine) => {
    const place = newPlace(engine === 'postgres' ? await freshPostgresUrl({ empty: true }) : undefined);
    const server = await start(place);
    const answers = Array.from({ length: 40 }, (_, n) =>
      server.call('POST', '/api/organisations', organisation(`drain-${n}`)).then(
        (answer) => answer.status,
        () => 0,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    server.child.kill('SIGTERM');
    const done = (await Promise.all(answers)).filter((status) => status === 201).length;
    expect(await server.gone).toBe(0);
    const again = await start(place);
    const { count } = (await (await again.call('GET', '/api/organisations')).json()) as { count: { value: number } };
    expect(count.value).toBeGreaterThanOrEqual(done);
    expect(done).toBeGreaterThan(0);
    again.child.kill('SIGTERM');
    await again.gone;
    forget(place);
  },
  300_000,
);
