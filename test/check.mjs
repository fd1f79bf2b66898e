// `npm run check`: everything that can be said about the sources, then the quick tests on the embedded database. `--fast` leaves the tests out.
import { existsSync } from 'node:fs';
import { step, tool } from './steps.mjs';

const steps = [
  { name: 'types', file: tool('tsc'), args: ['-p', 'tsconfig.json', '--noEmit'] },
  { name: 'format and lint', file: tool('biome'), args: ['check', '--max-diagnostics=100', '--diagnostic-level=warn', '--error-on-warnings'] },
  { name: 'more lint', file: tool('oxlint'), args: ['--deny-warnings'] },
  { name: 'walls', file: process.execPath, args: ['test/walls.mjs'], tail: true },
  { name: 'dead code', file: tool('knip'), args: ['--no-progress'] },
];
if (existsSync('src/app/generate.ts')) steps.push({ name: 'generated files', file: tool('tsx'), args: ['src/app/generate.ts', '--check'] });
if (!process.argv.includes('--fast')) steps.push({ name: 'tests', ...quickTests() });

let failed = 0;
for (const each of steps) if (!(await step(each))) failed += 1;
console.log(failed === 0 ? 'check: all well' : `check: ${failed} of ${steps.length} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function quickTests() {
  const args = ['run', '--exclude', 'test/faults/**', '--exclude', 'test/journeys/**'];
  return { file: tool('vitest'), args, env: { TESSERA_TEST_DB: 'pglite' }, tail: true };
}
