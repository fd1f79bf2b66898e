// Every wall is seen to fail: a house with one planted fault per rule, and a clean one that passes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

type Finding = { readonly path: string; readonly line: number; readonly rule: string; readonly message: string; readonly warns?: boolean };
type Tree = Readonly<Record<string, string>>;

const said = '// Says what it is for.\n';
const house = {
  'package.json': '{ "name": "fixture", "dependencies": { "pg": "8.0.0" }, "devDependencies": { "react": "19.0.0", "esbuild": "1.0.0" } }',
  'src/kernel/text.ts': `${said}export const text = 'a';\n`,
  'src/kernel/record.ts': `${said}import { Temporal } from 'temporal-polyfill';\nimport { text } from './text.ts';\nexport const record = [text, Temporal.Instant];\n`,
  'src/kernel/record.test.ts': `${said}import { readFileSync } from 'node:fs';\nimport { it } from 'vitest';\nimport { world } from '../../test/world.ts';\nit('runs', () => [world, readFileSync, Date.now()]);\n`,
  'src/calculus/clock.ts': `${said}export const clock = (at: string) => new Date(at).getTime() + Date.parse(at);\n`,
  'src/practices/incident/record.ts': `${said}import { record } from '../../kernel/record.ts';\nimport { known } from '../problem/known-error.record.ts';\nexport const incident = [record, known];\n`,
  'src/practices/incident/rules.ts': `${said}import { clock } from '../../calculus/clock.ts';\nimport { incident } from './record.ts';\nexport const rules = [clock, incident];\n`,
  'src/practices/incident/queries.ts': `${said}import { db } from '../../platform/db/db.ts';\nexport const queries = db;\n`,
  'src/practices/incident/story.db.test.ts': `${said}import { perform } from '../../platform/journal/perform.ts';\nexport const story = perform;\n`,
  'src/practices/incident/gather.ts': `${said}import { queries } from './queries.ts';\nexport const gather = queries;\n`,
  'src/practices/problem/known-error.record.ts': `${said}export const known = 1;\n`,
  'src/platform/db/db.ts': `${said}import { readFileSync } from 'node:fs';\nimport pg from 'pg';\nimport { text } from '../../kernel/text.ts';\nexport const db = [pg, readFileSync, text, () => import('esbuild'), { random: Math.random }];\n`,
  'src/platform/journal/perform.ts': `${said}export const perform = 1;\n`,
  'src/app/registry.ts': `${said}import { gather } from '../practices/incident/gather.ts';\nimport { rules } from '../practices/incident/rules.ts';\nexport const registry = [gather, rules, Date.now()];\n`,
  'src/app/cli.ts': `${said}import { db } from '../platform/db/db.ts';\nimport { queries } from '../practices/incident/queries.ts';\nimport { registry } from './registry.ts';\nimport manifest from '../../package.json' with { type: 'json' };\nexport const cli = [db, manifest, queries, registry, Math.random()];\n`,
  'src/web/parts/button.tsx': `${said}import { text } from '../../kernel/text.ts';\nimport { useState } from 'react';\nexport const Button = () => [useState, text];\n`,
  'src/web/record/form.tsx': `${said}import { clock } from '../../calculus/clock.ts';\nimport { record } from '../../kernel/record.ts';\nimport { Button } from '../parts/button.tsx';\nexport const Form = [Button, record, clock];\n`,
  'src/web/record/first-definitions.ts': `${said}import { incident } from '../../practices/incident/record.ts';\nexport const definitions = [incident];\n`,
  'src/web/practices/major.tsx': `${said}import { incident } from '../../practices/incident/record.ts';\nimport { Form } from '../record/form.tsx';\nexport const Major = [Form, incident];\n`,
  'src/web/pages/inbox.tsx': `${said}import { Major } from '../practices/major.tsx';\nexport const Inbox = Major;\n`,
  'src/web/shells/work.tsx': `${said}export const Work = () => import('../pages/inbox.tsx');\n`,
  'src/web/main.tsx': `${said}import { Work } from './shells/work.tsx';\nexport const main = Work;\n`,
  'test/world.ts': `${said}import { cli } from '../src/app/cli.ts';\nexport const world = cli;\n`,
  'migrations/0001-journal.sql': '-- The journal.\ncreate table journal (id text primary key);\n',
} satisfies Tree;

/** Path of the planted file, what it says after its first line, and the rule that must catch it. */
const imports: readonly (readonly [path: string, name: string, rule: string])[] = [
  ['src/kernel/bad.ts', '../calculus/clock.ts', 'kernel-room'],
  ['src/kernel/bad.ts', '../practices/incident/record.ts', 'kernel-room'],
  ['src/kernel/bad.ts', '../platform/db/db.ts', 'kernel-room'],
  ['src/kernel/bad.ts', 'pg', 'kernel-package'],
  ['src/kernel/bad.ts', 'vitest', 'kernel-package'],
  ['src/kernel/bad.ts', 'node:fs', 'kernel-node'],
  ['src/kernel/bad.ts', 'fs', 'kernel-node'],
  ['src/kernel/bad.test.ts', '../practices/incident/record.ts', 'kernel-room'],
  ['src/calculus/bad.ts', '../kernel/text.ts', 'calculus-room'],
  ['src/calculus/bad.ts', 'react', 'calculus-package'],
  ['src/calculus/bad.ts', 'node:crypto', 'calculus-node'],
  ['src/practices/problem/bad.ts', '../incident/rules.ts', 'practices-room'],
  ['src/practices/problem/rules.test.ts', '../incident/rules.ts', 'practices-room'],
  ['src/practices/problem/rules.test.ts', '../../platform/journal/perform.ts', 'practices-room'],
  ['src/practices/problem/problem.db.test.ts', '../incident/rules.ts', 'practices-room'],
  ['src/practices/problem/problem.db.test.ts', '../../app/cli.ts', 'practices-room'],
  ['src/practices/problem/gather.ts', '../incident/gather.ts', 'practices-room'],
  ['src/practices/problem/rules.ts', '../../platform/db/db.ts', 'practices-room'],
  ['src/practices/problem/queries.ts', '../../platform/http/http.ts', 'practices-room'],
  ['src/practices/problem/rules.ts', '../../app/cli.ts', 'practices-room'],
  ['src/practices/problem/rules.ts', '../../web/main.tsx', 'practices-room'],
  ['src/practices/problem/rules.ts', 'temporal-polyfill', 'practices-package'],
  ['src/practices/problem/queries.ts', 'pg', 'practices-package'],
  ['src/practices/problem/rules.ts', 'node:os', 'practices-node'],
  ['src/practices/incident/reactions.ts', './gather.ts', 'pure-reader'],
  ['src/practices/incident/messages.ts', './queries.ts', 'pure-reader'],
  ['src/platform/bad.ts', '../practices/incident/record.ts', 'platform-room'],
  ['src/platform/bad.ts', '../app/cli.ts', 'platform-room'],
  ['src/platform/bad.ts', '../web/main.tsx', 'platform-room'],
  ['src/platform/bad.ts', 'esbuild', 'development-package'],
  ['src/app/server.ts', '../practices/incident/rules.ts', 'registry'],
  ['src/web/pages/bad.tsx', '../../app/cli.ts', 'web-room'],
  ['src/web/pages/bad.tsx', '../../platform/db/db.ts', 'web-room'],
  ['src/web/pages/bad.tsx', '../../practices/incident/rules.ts', 'web-room'],
  ['src/web/record/bad.tsx', '../../practices/incident/record.ts', 'web-room'],
  ['src/web/parts/bad.tsx', '../../kernel/record.ts', 'web-room'],
  ['src/web/pages/bad.tsx', 'pg', 'web-package'],
  ['src/web/pages/bad.tsx', 'node:path', 'web-node'],
  ['src/web/parts/bad.tsx', '../record/form.tsx', 'web-layer'],
  ['src/web/record/bad.tsx', '../practices/major.tsx', 'web-layer'],
  ['src/web/practices/bad.tsx', '../pages/inbox.tsx', 'web-layer'],
  ['src/web/pages/bad.tsx', '../shells/work.tsx', 'web-layer'],
  ['src/web/parts/bad.tsx', '../main.tsx', 'web-layer'],
  ['src/cellar/bad.ts', '../kernel/text.ts', 'room'],
];

const filled = (lines: number): string => said + 'export {};\n'.repeat(lines - 1);
const contents: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['src/kernel/bad.ts', `${said}export type Bad = import('../practices/incident/record.ts').Bad;\n`, 'kernel-room'],
  ['src/kernel/bad.ts', `${said}export type { Bad } from '../practices/incident/record.ts';\n`, 'kernel-room'],
  ['src/kernel/bad.ts', `${said}export const bad = () => import('../practices/incident/record.ts');\n`, 'kernel-room'],
  ['src/kernel/text.ts', `${said}import { record } from './record.ts';\nexport const text = record;\n`, 'cycle'],
  ['src/kernel/bad.ts', `${said}export const at = Date.now();\n`, 'impure'],
  ['src/calculus/bad.ts', `${said}export const at = new Date();\n`, 'impure'],
  ['src/calculus/bad.ts', `${said}export const at = Date();\n`, 'impure'],
  ['src/calculus/bad.ts', `${said}import { Temporal } from 'temporal-polyfill';\nexport const at = Temporal.Now.instant();\n`, 'impure'],
  ['src/practices/incident/bad.ts', `${said}export const at = Math.random();\n`, 'impure'],
  ['src/practices/incident/bad.ts', `${said}export const bad = { random: Math.random };\n`, 'impure'],
  ['src/platform/bad.ts', `${said}export const at = crypto.randomUUID();\n`, 'impure'],
  ['src/platform/bad.ts', `${said}import { randomUUID } from 'node:crypto';\nexport const at = randomUUID();\n`, 'impure'],
  ['src/web/pages/bad.tsx', `${said}export const bad = (of: { commands: object }) => of.commands;\n`, 'early-commands'],
  ['src/kernel/bad.ts', 'export const said = false;\n', 'first-line'],
  ['migrations/0002-bad.sql', 'create table bad (id text primary key);\n', 'first-line'],
  ['src/app/bad.ts', filled(401), 'size'],
  ['src/app/bad.test.ts', filled(501), 'size'],
  ['src/kernel/bad.ts', filled(1500), 'size'],
  ['src/app/bad.ts', `${said}// TODO: finish\nexport {};\n`, 'unfinished'],
  ['migrations/0002-bad.sql', '-- Says.\nselect 1; -- FIXME\n', 'unfinished'],
  ['src/app/bad.ts', `${said}// const old = 1;\nexport {};\n`, 'commented-out'],
  ['src/app/bad.ts', `${said}export const bad = 1 as unknown as string;\n`, 'type-escape'],
  ['src/app/bad.ts', `${said}// @ts-ignore it is late\nexport {};\n`, 'type-escape'],
  ['test/bad.test.ts', `${said}import { it } from 'vitest';\nit.only('x', () => {});\n`, 'held-back-test'],
  ['test/bad.test.ts', `${said}import { describe } from 'vitest';\ndescribe.skip('x', () => {});\n`, 'held-back-test'],
  ['test/bad.test.ts', `${said}import { test } from 'vitest';\ntest.todo('x');\n`, 'held-back-test'],
];

const linted: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['src/kernel/a.ts', 'export const a = process.env.HOME;\n', 'noRestrictedGlobals'],
  ['src/calculus/b.ts', "export const b = () => fetch('/');\n", 'noRestrictedGlobals'],
  ['src/practices/incident/c.ts', 'export const c = (then: () => void) => setTimeout(then, 1);\n', 'noRestrictedGlobals'],
  ['src/practices/incident/d.ts', 'export const d = () => globalThis.crypto;\n', 'noRestrictedGlobals'],
  ['src/app/e.ts', 'export default 1;\n', 'noDefaultExport'],
  ['src/app/f.ts', "export * from '../kernel/text.ts';\n", 'noReExportAll'],
  ['src/app/g.ts', "export { text } from '../kernel/text.ts';\n", 'noBarrelFile'],
  ['src/app/h.ts', 'export enum Tone {\n  good,\n}\n', 'noEnum'],
  ['src/app/i.ts', 'export const i = (value: any) => value;\n', 'noExplicitAny'],
  ['src/app/Upper.ts', 'export const j = 1;\n', 'useFilenamingConvention'],
  ['src/app/k.ts', 'const k = async () => {};\nexport const run = () => {\n  k();\n};\n', 'noFloatingPromises'],
  ['src/app/l.ts', "export const l = (text: string) => eval(text) === '1';\n", 'noGlobalEval'],
  ['src/platform/m.ts', "export const m = () => console.log('m');\n", 'noConsole'],
];

type Parsed = { readonly path: string };
type Reader = { parseFile(path: string, text: string): Parsed };
type Checker = { findingsOf(files: readonly Parsed[], dependencies: readonly string[]): Finding[] };
const load = async <Module>(name: string): Promise<Module> => (await import(new URL(name, import.meta.url).href)) as Module;
const { parseFile } = await load<Reader>('./walls/read.mjs');
const { findingsOf } = await load<Checker>('./walls/check.mjs');

const parse = (tree: Tree): Parsed[] => Object.entries(tree).map(([path, text]) => parseFile(path, text));
const { 'package.json': manifest, ...rooms } = house;
const standing = parse(rooms);
const check = (tree: Tree): Finding[] => findingsOf([...standing.filter((file) => !(file.path in tree)), ...parse(tree)], ['pg']);
const rulesAt = (tree: Tree, path: string): string[] => check(tree).flatMap((each) => (each.path === path ? [each.rule] : []));

describe('walls', () => {
  it('lets a clean house stand', () => {
    expect(check({})).toEqual([]);
  });

  it.each(imports)('%s may not import %s', (path, name, rule) => {
    expect(rulesAt({ [path]: `${said}import { x } from '${name}';\nexport const y = x;\n` }, path)).toEqual([rule]);
  });

  it.each(contents)('%s may not say %j', (path, text, rule) => {
    expect(check({ [path]: text }).flatMap((each) => (each.warns ? [] : [each.rule]))).toContain(rule);
  });

  it('keeps the kernel within its budget, tests apart', () => {
    const four = [1, 2, 3, 4].map((n) => [`src/kernel/part-${n}.ts`, filled(380)]);
    expect(check(Object.fromEntries(four)).filter((each) => !each.warns)).toEqual([expect.objectContaining({ rule: 'kernel-budget', path: 'src/kernel' })]);
    expect(check({ 'src/kernel/a.test.ts': filled(500), 'src/kernel/b.test.ts': filled(500), 'src/kernel/c.test.ts': filled(500) })).toEqual([]);
  });

  it('warns above 250 lines without failing', () => {
    expect(check({ 'src/app/long.ts': filled(251) })).toEqual([expect.objectContaining({ rule: 'size', warns: true })]);
  });

  it('names the line', () => {
    expect(check({ 'src/kernel/bad.ts': `${said}\n\nexport const at = Date.now();\n` })).toEqual([expect.objectContaining({ rule: 'impure', line: 4 })]);
  });
});

describe('from the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-walls-'));
  const root = resolve(import.meta.dirname, '..');
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (tree: Tree) => {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const run = (file: string, args: string[]) => spawnSync(file, args, { cwd: folder, encoding: 'utf8' });

  it('fails with the file, the line and the rule', () => {
    write({ 'package.json': manifest, ...rooms });
    expect(run(process.execPath, [join(root, 'test/walls.mjs')])).toMatchObject({ status: 0 });
    write({ 'src/platform/bad.ts': `${said}import { x } from '../app/cli.ts';\nexport const y = x;\n` });
    const broken = run(process.execPath, [join(root, 'test/walls.mjs')]);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('src/platform/bad.ts:2 platform-room: platform may not import src/app/cli.ts');
  });

  it('lints what the linter can say better', () => {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    write(Object.fromEntries(linted.map(([path, text]) => [path, said + text])));
    const lint = run(join(root, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.']);
    expect(lint.status).toBe(1);
    const missed = linted.filter(([path, , rule]) => !lint.stdout.split('\n').some((line) => line.includes(`/${rule},`) && line.includes(`/${path},`)));
    expect(missed, lint.stdout).toEqual([]);
  });
});
