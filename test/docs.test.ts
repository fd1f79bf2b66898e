// The documents say what is so: links lead somewhere, tables match the sources, and the commands are those that run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys } from '../src/platform/config/config.ts';

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; scripts: Record<string, string> };
type Locked = { dev?: boolean; license?: string; hasInstallScript?: boolean; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Locked> };

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = [...readdirSync(root), ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => `docs/${path}`)].filter(
  (path) => path.endsWith('.md'),
);
const manifest = JSON.parse(read('package.json')) as Manifest;

/** Cells of the tables in a document, without the head. */
const rows = (path: string): string[][] =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\|\s*|\s*\|$/g, '').trim()));
const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');

describe('documents', () => {
  it.each(documents)('%s links to what exists', (path) => {
    const targets = [...read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((found) => found[1] ?? '').filter((target) => !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it.each(documents)('%s names only scripts that exist', (path) => {
    const scripts = [...read(path).matchAll(/npm run ([a-z]+)/g)].map((found) => found[1] ?? '');
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('has a page in the list for every decision', () => {
    const pages = readdirSync(join(root, 'docs/adr')).filter((name) => name !== 'README.md');
    expect(pages.filter((page) => !read('docs/adr/README.md').includes(`](${page})`))).toEqual([]);
  });
});

describe('configuration', () => {
  it('is documented key by key, with the defaults of the sources', () => {
    const documented = rows('docs/operate/configuration.md').map(([name, fallback, meaning]) => [names(name)[0], names(fallback)[0] ?? '', meaning]);
    expect(documented).toEqual(Object.values(keys).map((key) => [key.env, key.fallback, key.means]));
  });
});

describe('dependencies', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;

  it('are locked for every platform, or `npm ci` refuses the lockfile', () => {
    const optional = Object.values(packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
    expect(optional.length).toBeGreaterThan(50);
    expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
  });

  it('each have a reason', () => {
    const reasoned = rows('docs/adr/0010-dependencies.md').flatMap(([cell]) => names(cell));
    expect(reasoned.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });

  it('are exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('that an installation runs are permissive and bring no install script', () => {
    const permissive = /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)$/;
    // Weighed one by one in docs/adr/0010-dependencies.md.
    const weighed: Readonly<Record<string, string>> = {
      'node_modules/date-holidays': '(ISC AND CC-BY-3.0)',
      'node_modules/argparse': 'PSF-2.0',
      'node_modules/prepin': 'Unlicense',
      'node_modules/pako': '(MIT AND Zlib)',
      'node_modules/png-js': '',
      'node_modules/nodemailer': 'MIT-0',
      'node_modules/@zone-eu/mailsplit': '(MIT OR EUPL-1.1+)',
    };
    const free = (path: string, license: string) => permissive.test(license) || weighed[path] === license;
    const installed = Object.entries(packages).filter(([path, each]) => path !== '' && !each.dev);
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(([path, each]) => each.hasInstallScript || !free(path, each.license ?? '')).map(([path]) => path)).toEqual([]);
  });
});

describe('README', () => {
  it('gives the commands that continuous integration runs', () => {
    expect(read('README.md')).toContain('npm ci && npm start');
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(read('.ci/run')).toMatch(/^npm ci\nnpm test$/m);
  });
});
