// `tessera import`: a file becomes records or histories, from a terminal: a proposed mapping, a dry run, then for real, and on after a break.
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Connection } from '../connect.ts';
import { ask, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & {
  readonly record?: string;
  readonly mapping?: string;
  readonly format?: string;
  readonly name?: string;
  readonly dryRun?: boolean;
  readonly propose?: boolean;
  readonly resume?: string;
  readonly badRows?: string;
};
type Import = {
  readonly id: string;
  readonly name: string;
  readonly record: string;
  readonly state: string;
  readonly dry_run: boolean;
  readonly permille: number;
  readonly failure: { readonly text: { readonly en: string } } | null;
  readonly rows_read: number;
  readonly records_added: number;
  readonly facts_added: number;
  readonly rows_known: number;
  readonly rows_bad: number;
  readonly created: Readonly<Record<string, readonly string[]>>;
  readonly look?: { readonly proposal: { readonly mapping: unknown; readonly unmapped: readonly string[]; readonly missing: readonly string[] } } | null;
};
type One = { readonly data: Import };
type BadRow = { readonly row: number; readonly column: string; readonly text: { readonly en: string }; readonly value: string };

export function importCommands(program: Command): void {
  program
    .command('import [file]')
    .description('bring a CSV or JSON file in, for example: tessera import people.csv --record person --mapping people.json --dry-run')
    .option('--record <record>', 'kind of record, such as person')
    .option('--mapping <file>', 'JSON file that says which column fills which field')
    .option('--propose', 'print a mapping to begin with, and import nothing')
    .option('--dry-run', 'check everything and write nothing')
    .option('--format <format>', 'csv or json; by the name of the file when absent')
    .option('--name <name>', 'what the import is called; the name of the file when absent')
    .option('--resume <import>', 'go on with an import that was interrupted, for example: tessera import --resume IMP-3')
    .option('--bad-rows <file>', 'write the rows that could not be imported to this CSV file')
    .option('--url <address>', 'another server')
    .option('--token <token>', 'API token for it, with the scope import')
    .action(bring);
  program
    .command('imports')
    .description('list imports and how far they are')
    .option('--url <address>', 'another server')
    .option('--token <token>', 'API token for it')
    .action(list);
}

async function bring(file: string | undefined, options: Options): Promise<void> {
  if (options.resume) return talking(options, (to) => resume(to, options.resume ?? '', options));
  if (!file || !options.record) throw new Said('Say which file and which kind of record: tessera import people.csv --record person');
  if (!existsSync(file)) throw new Said(`There is no file ${file}.`);
  if (!options.propose && !options.mapping) throw new Said('Say with --mapping which column fills which field; --propose prints a mapping to begin with.');
  await talking(options, (to) => begin(to, file, options));
}

async function begin(to: Connection, file: string, options: Options): Promise<void> {
  const format = options.format ?? (/\.(json|ndjson|jsonl)$/i.test(file) ? 'json' : 'csv');
  const mapping = options.mapping ? readMapping(options.mapping) : undefined;
  const body = {
    name: options.name ?? basename(file).slice(0, 120),
    record: options.record,
    format,
    dry_run: Boolean(options.dryRun),
    ...(mapping ? { mapping } : {}),
  };
  const { data } = await ask<One>(to, { method: 'POST', path: '/api/imports', body });
  const path = `/api/imports/${data.id}`;
  const filled = await ask<One>(to, {
    method: 'PUT',
    path: `${path}/content`,
    body: createReadStream(file),
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (options.propose) {
    await ask(to, { method: 'POST', path: `${path}/cancel` });
    return propose(filled.data);
  }
  await ask<One>(to, { method: 'POST', path: `${path}/start`, body: {} });
  await follow(to, data.id, options);
}

function readMapping(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Said(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** The mapping alone goes to standard output, so that it can be written to a file. */
function propose({ look }: Import): void {
  if (!look) throw new Said('No mapping could be proposed for this file.');
  print(JSON.stringify(look.proposal.mapping, null, 2));
  if (look.proposal.missing.length) process.stderr.write(`Nothing found yet for: ${look.proposal.missing.join(', ')}\n`);
  if (look.proposal.unmapped.length) process.stderr.write(`Columns not used: ${look.proposal.unmapped.join(', ')}\n`);
}

async function resume(to: Connection, id: string, options: Options): Promise<void> {
  await ask<One>(to, { method: 'POST', path: `/api/imports/${encodeURIComponent(id)}/resume` });
  await follow(to, id, options);
}

async function follow(to: Connection, id: string, { badRows }: Options): Promise<void> {
  const path = `/api/imports/${encodeURIComponent(id)}`;
  for (let wait = 50; ; wait = Math.min(1_000, wait * 2)) {
    const { data } = await ask<One>(to, { method: 'GET', path });
    process.stderr.write(`\r${data.id}: ${(data.permille / 10).toFixed(1)} %, ${data.rows_read} rows `);
    if (data.state !== 'running') {
      process.stderr.write('\n');
      await conclude(to, data, badRows);
      return;
    }
    await sleep(wait);
  }
}

async function conclude(to: Connection, the: Import, file: string | undefined): Promise<void> {
  const path = `/api/imports/${the.id}`;
  const would = the.dry_run ? 'would be ' : '';
  print(`${the.id} is ${the.state}${the.dry_run ? ' (dry run, nothing was written)' : ''}${the.failure ? `: ${the.failure.text.en}` : '.'}`);
  print(
    `${the.rows_read} rows: ${the.records_added} records and ${the.facts_added} facts ${would}added, ${the.rows_known} known already, ${the.rows_bad} bad.`,
  );
  for (const [record, names] of Object.entries(the.created))
    print(`On the way ${would}made: ${names.length} ${record} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''})`);
  if (the.rows_bad) {
    const { data } = await ask<{ data: BadRow[] }>(to, { method: 'GET', path: `${path}/bad-rows?limit=10` });
    print(
      `\n${table(
        ['row', 'column', 'what is wrong', 'value'],
        data.map((row) => [row.row, row.column, row.text.en, row.value]),
      )}`,
    );
  }
  if (file) {
    const { status, body } = await to.call({ method: 'GET', path: `${path}/bad-rows.csv` });
    if (status !== 200) throw new Said(`The bad rows could not be read: the server answered ${status}.`);
    writeFileSync(file, body);
  }
  if (the.state !== 'done' || the.rows_bad) process.exitCode = 1;
}

async function list(options: Where): Promise<void> {
  const { data } = await talking(options, (to) => ask<{ data: Import[] }>(to, { method: 'GET', path: '/api/imports' }));
  const rows = data.map((each) => [
    each.id,
    each.name,
    each.record,
    each.dry_run ? `${each.state}, dry` : each.state,
    `${(each.permille / 10).toFixed(0)} %`,
    each.rows_read,
    each.facts_added,
    each.rows_bad,
  ]);
  print(table(['id', 'name', 'record', 'state', 'done', 'rows', 'facts', 'bad'], rows));
}
