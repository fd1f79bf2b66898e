// `npm test`: build, check, tests on both databases, faults, browser journeys; the last line counts them all. Arguments filter the test files.
import { existsSync, readdirSync } from 'node:fs';
import { chromium, ensureNeeds } from './needs.mjs';
import { step, suite, tool } from './steps.mjs';

const filter = process.argv.slice(2);
const journeys = { TESSERA_JOURNEYS: '1' };
const total = { passed: 0, failed: 0, skipped: 0 };

const missing = ensureNeeds();
if (missing.length > 0) {
  console.error(missing.join('\n'));
  process.exit(1);
}
await everything().catch((error) => {
  console.error(error);
  total.failed += 1;
});
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function everything() {
  const isBuilt = await step({ name: 'build', file: process.execPath, args: ['build.mjs', '--if-stale'], quiet: false });
  if (!isBuilt) total.failed += 1;
  if (filter.length > 0) return count('chosen tests', ['--no-file-parallelism', ...filter], filter.some((each) => each.includes('journeys')) ? journeys : {});
  if (!(await step({ name: 'check', file: process.execPath, args: ['test/check.mjs', '--fast'], quiet: false }))) total.failed += 1;
  await count('tests', ['--exclude', 'test/faults/**']);
  // One file at a time: these start servers and kill them, or drive a browser.
  if (isBuilt && hasTests('test/faults')) await count('faults', ['--no-file-parallelism', 'test/faults/']);
  if (isBuilt && hasTests('test/journeys')) await count('journeys', ['--no-file-parallelism', 'test/journeys/'], journeys);
}

async function count(name, args, env = {}) {
  const found = await suite({ name, file: tool('vitest'), args: ['run', ...args], env: { TESSERA_TEST_CHROMIUM: chromium(), ...env } });
  for (const key of Object.keys(total)) total[key] += found[key];
}

function hasTests(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.test.ts'));
}
