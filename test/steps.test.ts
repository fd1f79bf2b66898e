// The last line of `npm test` must never read green over something red.
import { expect, it, vi } from 'vitest';

type Suite = (of: { name: string; file: string; args: string[]; env: Record<string, string> }) => Promise<{ passed: number; failed: number; skipped: number }>;
const { suite } = (await import(new URL('./steps.mjs', import.meta.url).href)) as { suite: Suite };
vi.spyOn(console, 'log').mockImplementation(() => undefined);
const saying = (program: string) => suite({ name: 'a suite', file: process.execPath, args: ['-e', program], env: {} });

it.each([
  ['counts what the suite says', "console.log('12 passed, 3 failed'); process.exit(1)", [12, 3, 0]],
  ['counts the skipped', "console.log('12 passed, 0 failed, 2 skipped')", [12, 0, 2]],
  ['believes the last line, not one that a test printed', "console.log('1 passed, 0 failed'); console.log('7 passed, 0 failed')", [7, 0, 0]],
  ['counts a crash after a green line as a failure', "console.log('12 passed, 0 failed'); process.exit(3)", [12, 1, 0]],
  ['counts a crash before any line as a failure', "throw new Error('broken')", [0, 1, 0]],
  ['counts a killed suite as a failure', "process.kill(process.pid, 'SIGKILL')", [0, 1, 0]],
  ['counts silence as a failure', '', [0, 1, 0]],
  ['counts a suite that lost its tests as a failure', "console.log('No test files found, exiting with code 0')", [0, 1, 0]],
] as const)('%s', async (_, program, [passed, failed, skipped]) => {
  expect(await saying(program)).toEqual({ passed, failed, skipped });
});

it('counts a program that does not exist as a failure', async () => {
  expect(await suite({ name: 'a suite', file: '/nowhere/to/be/found', args: [], env: {} })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
