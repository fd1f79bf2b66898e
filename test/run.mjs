// `npm test`: build, check, tests on both databases, faults, browser journeys; the last line counts them all. Arguments filter the test files.
import { readdirSync } from 'node:fs';
import { chromium, ensureNeeds } from './needs.mjs';
import { step, suite, tool } from './steps.mjs';

const filter = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

const missing = ensureNeeds();
if (missing.length > 0) {
  console.error(missing.join('\n'));
  process.exit(1);
}

const isBuilt = await step({ name: 'build', file: process.execPath, args: ['build.mjs', '--if-stale'], quiet: false });
if (!isBuilt) total.failed += 1;
if (filter.length === 0 && !(await step({ name: 'check', file: process.execPath, args: ['test/check.mjs', '--fast'], quiet: false }))) total.failed += 1;

await count('tests', ['--exclude', 'test/faults/**']);
if (hasTests('test/faults')) await count('faults', ['--dir', 'test/faults', '--no-file-parallelism']);
if (isBuilt && hasTests('test/journeys')) await count('journeys', ['--dir', 'test/journeys', '--no-file-parallelism'], { TESSERA_JOURNEYS: '1' });

console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function count(name, args, env = {}) {
  const found = await suite({
    name,
    file: tool('vitest'),
    args: ['run', '--passWithNoTests', ...args, ...filter],
    env: { TESSERA_TEST_CHROMIUM: chromium(), ...env },
  });
  if (filter.length === 0 && found.passed + found.failed === 0) {
    console.error(`${name}: not one test was found`);
    found.failed = 1;
  }
  for (const key of Object.keys(total)) total[key] += found[key];
}

function hasTests(folder) {
  return readdirSync(folder).some((name) => name.endsWith('.test.ts'));
}
