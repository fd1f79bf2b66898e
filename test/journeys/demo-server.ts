// One built server with the demo world for all journeys, started when the first of them asks for it: making that world takes a while.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { forget, newPlace, type Server, start } from '../faults/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demo: string;
  }
}

/** Provides the path of a socket; whoever connects reads the address of the server, or why there is none. TESSERA_TEST_DEMO names one that already runs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = newPlace();
  const folder = mkdtempSync(join(tmpdir(), 'tessera-demo-'));
  const path = join(folder, 'demo.sock');
  let server: Promise<Server> | undefined;
  const address = async (): Promise<string> => {
    const running = process.env['TESSERA_TEST_DEMO'];
    if (running) return running;
    server ??= start(place, ['--demo']);
    return (await server).url;
  };
  const desk = createServer((line) => {
    line.on('error', () => undefined);
    address().then(
      (url) => line.end(url),
      (error: unknown) => line.end(`failed: ${String(error)}`),
    );
  });
  await new Promise<void>((resolve) => desk.listen(path, resolve));
  project.provide('demo', path);
  return async () => {
    desk.close();
    const started = await server?.catch(() => undefined);
    started?.child.kill('SIGTERM');
    await started?.gone;
    forget(place);
    rmSync(folder, { recursive: true, force: true });
  };
}
