// Writes the golden files that reviews read: the API document, the definitions, the schema, the reference part of the handbook. `--check` says which are stale and fails.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { migrate } from '../platform/db/migrate.ts';
import { openDatabase } from '../platform/db/open.ts';
import { dumpSchema } from '../platform/db/schema-dump.ts';
import { openapi } from '../platform/http/openapi.ts';
import { schemaOf } from './calculate/topic.ts';
import { topics } from './calculate/topics.ts';
import { doorPaths, doorSchemas, doorTags } from './doors.ts';
import { between, handbookPage } from './handbook.ts';
import { packaged } from './packaged.ts';
import { reactionsSection } from './reactions-page.ts';
import { practices } from './registry.ts';
import { version } from './version.ts';

const definitions = practices.map((practice) => practice.definition);
const reactionsPage = 'docs/handbook/reactions.md';
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const files: Readonly<Record<string, () => Promise<string>>> = {
  'generated/openapi.json': async () => pretty(openapi(definitions, version, { paths: doorPaths, tags: doorTags, schemas: doorSchemas })),
  'generated/model.json': async () => pretty(definitions),
  'generated/schema.sql': schema,
  [reactionsPage]: async () => between(await readFile(join(packaged('.'), reactionsPage), 'utf8'), `\n${reactionsSection(practices)}\n`),
  ...Object.fromEntries(topics.map((each) => [`generated/calculate/${each.name}.json`, async () => pretty(schemaOf(each))])),
  ...Object.fromEntries([...new Set(definitions.map((each) => each.practice))].map((practice) => [pageOf(practice), () => handbook(practice)])),
};

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, make] of Object.entries(files)) {
  const path = join(packaged('.'), name);
  const [wanted, present] = [await make(), await readFile(path, 'utf8').catch(() => null)];
  if (wanted === present) continue;
  stale.push(name);
  if (check) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, wanted);
}
console.log(stale.length === 0 ? 'generated: fresh' : `generated: ${check ? 'stale, run npm run generate' : 'written'}: ${stale.join(', ')}`);
if (check && stale.length > 0) process.exitCode = 1;

function pageOf(practice: string): string {
  return `docs/handbook/${practice.replaceAll('_', '-')}.md`;
}

/** Prose by hand, reference by definition: what stands between the marks is made anew. */
async function handbook(practice: string): Promise<string> {
  const page = await readFile(join(packaged('.'), pageOf(practice)), 'utf8');
  return handbookPage(
    page,
    definitions.filter((each) => each.practice === practice),
  );
}

/** The embedded engine says the same about the schema as a server does; a test of the dump says so. */
async function schema(): Promise<string> {
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const db = await openDatabase({ url: 'pglite:memory', log });
  try {
    await migrate(db, packaged('migrations'));
    return `-- The schema after all migrations, generated: read it, do not run it.\n\n${await dumpSchema(db)}`;
  } finally {
    await db.close();
  }
}
