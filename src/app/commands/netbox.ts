// `tessera import netbox`: what NetBox knows becomes items and relations, dry or for real, with a report on every kind of object.
import { createReadStream, existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { NetboxReport } from '../netbox-report.ts';
import { ask, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & { readonly dryRun?: boolean; readonly owner?: string; readonly json?: boolean };

export function netboxCommands(program: Command): void {
  const bring = program.commands.find((each) => each.name() === 'import') ?? program;
  bring
    .command('netbox <file>')
    .description('take a NetBox dump in (manage.py dumpdata, plain or gzipped), for example: tessera import netbox netbox.json.gz --dry-run')
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--owner <organisation>', 'whose items new ones are, such as ORG-4; the integrator when absent')
    .option('--json', 'print the whole report as JSON')
    .option('--url <address>', 'another server')
    .option('--token <token>', 'API token for it, with the scope import')
    // The options of `import` itself are taken by it, wherever they stand.
    .action((file: string, _options: Options, command: Command) => take(file, command.optsWithGlobals<Options>()));
}

async function take(file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Said(`There is no file ${file}.`);
  await talking(options, async (to) => {
    const query = new URLSearchParams({ ...(options.dryRun ? { dry_run: 'true' } : {}), ...(options.owner ? { owner: options.owner } : {}) });
    const watch = options.json ? null : setInterval(() => void tell(to), 1_000);
    try {
      const { data } = await ask<{ data: NetboxReport }>(to, { method: 'PUT', path: `/api/netbox?${query.toString()}`, body: createReadStream(file) });
      if (options.json) print(JSON.stringify(data, null, 2));
      else told(data);
    } finally {
      if (watch) clearInterval(watch);
    }
  });
}

type Progress = { readonly data: { readonly phase: string; readonly done: number; readonly total: number } | null };

async function tell(to: Parameters<typeof ask>[0]): Promise<void> {
  const { data } = await ask<Progress>(to, { method: 'GET', path: '/api/netbox' });
  if (data) process.stderr.write(`${data.phase} ${data.done} of ${data.total}\n`);
}

function told({ counts, items, relations, objects, bad, bad_count, gone, dry_run }: NetboxReport): void {
  print(
    table(
      ['kind', 'objects', 'taken', 'folded', 'left out', 'bad', 'what becomes of it'],
      counts.map((each) => [each.model, ...numbers(each), each.reason]),
    ),
  );
  const { added, changed, confirmed, same } = items;
  print(`\n${objects} objects${dry_run ? ' (dry run: nothing was written)' : ''}`);
  print(`items: ${added} new, ${changed} changed, ${confirmed} confirmed, ${same} as they were`);
  print(`relations: ${relations.added} new, ${relations.ended} ended, ${relations.same} as they were`);
  if (items.gone)
    print(
      `gone from NetBox, proposed to be retired: ${items.gone}\n${table(
        ['item', 'name', 'key'],
        gone.slice(0, 50).map((each) => [each.id, each.name, each.key]),
      )}`,
    );
  if (bad_count)
    print(
      `could not be taken: ${bad_count}\n${table(
        ['place', 'object', 'why', 'value'],
        bad.slice(0, 50).map((each) => [each.row ?? '–', each.object, each.code, each.value]),
      )}`,
    );
}

const numbers = ({ objects, taken, folded, left_out, bad }: NetboxReport['counts'][number]): string[] => [objects, taken, folded, left_out, bad].map(String);
