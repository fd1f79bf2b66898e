// Runs other programs for `npm test` and `npm run check`, and says in one line each how it went.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const countLine = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** Path of a program that `npm ci` installed. */
export const tool = (name) => join(root, 'node_modules/.bin', name);

/**
 * Runs one program in the root folder; `quiet` shows what it says only when it fails, `tail` its last line also when it does not.
 * Answers whether it ended well; never throws.
 */
export async function step({ name, file, args, env = {}, quiet = true, tail = false }) {
  const start = performance.now();
  const { code, lines } = await run({ file, args, env, show: quiet ? () => false : () => true });
  if (code !== 0 && quiet) console.log(lines.join('\n'));
  verdict({ name, start, good: code === 0, more: tail && code === 0 ? lines.at(-1) : '' });
  return code === 0;
}

/**
 * Runs one test suite and answers `{ passed, failed, skipped }`. A suite that breaks without saying so, or says
 * nothing, counts as one failure.
 */
export async function suite({ name, file, args, env }) {
  const start = performance.now();
  const { code, lines } = await run({ file, args, env, show: (line) => !countLine.test(line) });
  const said = lines.map((line) => countLine.exec(line)).findLast(Boolean);
  const [passed, failed, skipped] = said ? said.slice(1).map((each) => Number(each ?? 0)) : [0, 0, 0];
  const isWell = code === 0 && said;
  const counts = { passed, failed: failed === 0 && !isWell ? 1 : failed, skipped };
  verdict({ name, start, good: counts.failed === 0, more: `${passed} of ${passed + counts.failed}` });
  return counts;
}

function verdict({ name, start, good, more }) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${seconds.padStart(6)} s  ${more}`.trimEnd());
}

function run({ file, args, env, show }) {
  return new Promise((resolve) => {
    const lines = [];
    const take = (line) => {
      lines.push(line);
      if (show(line)) console.log(line);
    };
    const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) takeLines(stream, take);
    child.once('error', (error) => take(`${file}: ${error.message}`));
    child.once('close', (code) => resolve({ code: code ?? 1, lines }));
  });
}

function takeLines(stream, take) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    parts.forEach(take);
  });
  stream.once('end', () => rest && take(rest));
}
