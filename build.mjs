// Builds everything that an installation runs, into dist/: server, database worker, screens, database template. `--if-stale` skips what is fresh.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const inputs = [
  'src',
  'migrations',
  'models',
  'generated',
  'build.mjs',
  'vite.config.ts',
  'vite.definitions.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const entries = ['src/app/cli.ts', 'src/platform/db/pglite-worker.ts'];
const outputs = ['dist/tessera.mjs', 'dist/pglite-worker.mjs', 'dist/web/index.html', 'dist/template.tar.gz'];
const stampFile = 'dist/stamp';

process.chdir(import.meta.dirname);
const stamp = fingerprint();
if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);
await build().catch((error) => {
  console.error(`build: failed: ${error.message}`);
  process.exit(1);
});

async function build() {
  const start = performance.now();
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  await step('server', bundleServer);
  await Promise.all([step('screens', buildScreens), step('database template', makeTemplate)]);
  writeFileSync(stampFile, stamp);
  console.log(`build: all in ${seconds(start)}`);
}

async function step(name, work) {
  const start = performance.now();
  const outcome = await work();
  console.log(`build: ${name}, ${outcome}, ${seconds(start)}`);
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function kilobytes(path) {
  return `${Math.round(statSync(path).size / 1024)} kB`;
}

/** Packages stay outside: an installation has them in node_modules, with their own workers and WebAssembly beside them. */
async function bundleServer() {
  const esbuild = await import('esbuild');
  const entryPoints = [
    { in: entries[0], out: 'tessera' },
    { in: entries[1], out: 'pglite-worker' },
  ];
  await esbuild.build({
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  return kilobytes(outputs[0]);
}

async function buildScreens() {
  const vite = await import('vite');
  await vite.build({ configFile: 'vite.config.ts', logLevel: 'warn', build: { rolldownOptions: { checks: { pluginTimings: false } } } });
  const files = filesIn('dist/web').filter((path) => /\.(js|css|html|svg|json|txt)$/.test(path) && statSync(path).size > 1024);
  await Promise.all(files.map(compress));
  return `${files.length} files`;
}

/** Beside each file, for the server to send as it is. */
async function compress(path) {
  const raw = await readFile(path);
  const [gz, br] = await Promise.all([
    promisify(gzip)(raw, { level: 9 }),
    promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
}

/** An empty database with all migrations: a first start unpacks it instead of running initdb. */
async function makeTemplate() {
  await run(process.execPath, [outputs[0], 'template', '--out', outputs[3]]);
  return kilobytes(outputs[3]);
}

function run(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`${[file, ...args].join(' ')} ended with ${signal ?? code}`))));
  });
}

/** A hash over the names and contents of everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of inputs.flatMap(filesIn)) if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && outputs.every((path) => existsSync(path));
}
