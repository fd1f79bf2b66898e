// `tessera notices import`: suppliers' maintenance notices from files, a folder or a pipe: a preview first, or straight away.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { Connection } from '../connect.ts';
import type { Taken, TakenNotice } from '../notices/intake.ts';
import { mailsIn } from '../notices/mbox.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & { readonly dryRun?: boolean; readonly provider?: string; readonly json?: boolean };
type Found = { readonly file: string; readonly notices: readonly TakenNotice[] };

export function noticeCommands(program: Command): void {
  const notices = program.command('notices').description("suppliers' maintenance notices");
  asking(notices, 'import <path>', 'take notices in: .ics, .eml, .html, mbox, a folder of those, or - for a mail that is piped in')
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--provider <name>', 'whose notices these are, where they do not say')
    .action(take);
}

async function take(path: string, options: Options): Promise<void> {
  const files = filesIn(path);
  const found = await talking(options, async (to) => {
    const all: Found[] = [];
    for (const file of files) all.push({ file: basename(file), notices: await one(to, file, options) });
    return all;
  });
  print(options.json ? JSON.stringify(found, null, 2) : told(found, options.dryRun === true));
}

/** Nothing is looked for in folders within the folder. */
function filesIn(path: string): readonly string[] {
  if (path === '-') return ['-'];
  if (!existsSync(path)) throw new Said(`There is no file or folder ${path}.`);
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { withFileTypes: true }).filter(
    (each) => each.isFile() && !each.name.startsWith('.') && !/\.(json|pdf|zip)$/i.test(each.name),
  );
  if (files.length === 0) throw new Said(`There is no file in ${path}.`);
  return files.map((each) => join(path, each.name)).sort();
}

/** A file as a whole when it is not large, so that its mails are seen together; otherwise mail by mail. One that is refused does not stop the others. */
async function one(to: Connection, file: string, { dryRun, provider }: Options): Promise<readonly TakenNotice[]> {
  const query = new URLSearchParams({ ...(dryRun ? { dry_run: 'true' } : {}), ...(provider ? { provider } : {}) });
  const taken: TakenNotice[] = [];
  const whole = readFileSync(file === '-' ? 0 : file, 'utf8');
  for (const content of whole.length < atOnce ? [whole] : mailsIn(whole)) {
    try {
      const answer = await ask<Taken>(to, { method: 'POST', path: `/api/maintenance_notices/intake?${query.toString()}`, body: { content } });
      taken.push(...answer.notices);
    } catch (error) {
      if (!(error instanceof Said)) throw error;
      taken.push({ ...nothing, provider: provider ?? '–', title: file, problem: error.message });
    }
  }
  return taken;
}

const atOnce = 500_000;
const nothing = { outcome: 'refused', id: null, objects: 0, notice_key: null, status: null, starts_at: null, ends_at: null } as const;

const words: Readonly<Record<TakenNotice['outcome'], string>> = {
  received: 'new',
  updated: 'update',
  withdrawn: 'withdrawn',
  nothing_new: 'nothing new',
  unreadable: 'for a person',
  refused: 'refused',
};

function told(found: readonly Found[], dry: boolean): string {
  const rows = found.flatMap(({ file, notices }) =>
    notices.map((each) => [
      file,
      words[each.outcome],
      each.id ?? '–',
      each.provider,
      each.notice_key ?? '–',
      each.starts_at ?? '–',
      each.problem ?? each.title,
    ]),
  );
  const all = found.flatMap((each) => each.notices);
  const sums = Object.entries(words).map(([outcome, word]) => `${word} ${all.filter((each) => each.outcome === outcome).length}`);
  const head = table(['file', dry ? 'would be' : 'is', 'notice', 'provider', 'number', 'from', 'about'], rows);
  return `${head}\n\n${all.length} notices in ${found.length} files: ${sums.join(', ')}${dry ? ' (dry run: nothing was written)' : ''}`;
}
