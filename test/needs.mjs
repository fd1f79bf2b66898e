// Makes sure that the machine has what the tests need beyond npm: a PostgreSQL server and a Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of the browser, or undefined. TESSERA_TEST_CHROMIUM names another one. */
export function chromium() {
  const named = process.env.TESSERA_TEST_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return onPath(chromiumNames);
}

/** Installs what is missing where that is possible (root, with apt). Answers what is still missing, in words for a person. */
export function ensureNeeds() {
  if (missing().length > 0 && process.getuid?.() === 0 && onPath(['apt-get'])) install(missing());
  return missing().map(({ what, how }) => `${what} is missing. Install it: ${how}`);
}

function missing() {
  const found = [];
  if (!hasPostgres()) found.push({ package: 'postgresql', what: 'A PostgreSQL server (15 or later)', how: 'sudo apt-get install postgresql' });
  if (!chromium())
    found.push({ package: 'chromium', what: 'Chromium', how: 'sudo apt-get install chromium, or set TESSERA_TEST_CHROMIUM to a Chrome or Chromium' });
  return found;
}

function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  return [...versions, ...pathFolders()].some((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')));
}

/** The tests start a server of their own; without this file the package would create and start another one. */
function forbidDefaultCluster() {
  const file = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(file)) return;
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
}

function install(needs) {
  const names = needs.map((each) => each.package);
  console.log(`installing for the tests: ${names.join(' ')}`);
  if (names.includes('postgresql')) forbidDefaultCluster();
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', ...names]);
}

function apt(args) {
  const done = spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`);
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter);
const onPath = (names) => names.flatMap((name) => pathFolders().map((folder) => join(folder, name))).find((file) => existsSync(file));
