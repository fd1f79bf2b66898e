// Once per run of the journeys: one built server with the demo world, shared by all files, because making that world takes a while.
import type { TestProject } from 'vitest/node';
import { forget, newPlace, start } from '../faults/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demo: string;
  }
}

/** TESSERA_TEST_DEMO names a demo world that already runs, for somebody who writes a journey. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['TESSERA_TEST_DEMO'];
  if (running) {
    project.provide('demo', running);
    return async () => undefined;
  }
  const place = newPlace();
  const server = await start(place, ['--demo']);
  project.provide('demo', server.url);
  return async () => {
    server.child.kill('SIGTERM');
    await server.gone;
    forget(place);
  };
}
