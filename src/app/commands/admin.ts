// `tessera admin, token, demo, db, migrate, template, verify, config`: what an administrator does from a terminal.
import type { Command } from 'commander';
import { keys } from '../../platform/config/config.ts';
import { moveDatabase } from '../../platform/db/move.ts';
import { openDatabase } from '../../platform/db/open.ts';
import { buildTemplate } from '../../platform/db/template.ts';
import type { House } from '../../platform/house.ts';
import { removeDemo, seedDemo } from '../demo/demo.ts';
import { openHouse } from '../house.ts';
import { packaged } from '../packaged.ts';
import { ask, configuration, print, Said, table, talking, terminalLog, type Where } from '../terminal.ts';
import { verify } from '../verify.ts';

export function adminCommands(program: Command): void {
  const admin = program.command('admin').description('administrators');
  admin
    .command('login-link [email]')
    .description('a one-time link, good for an hour: for the first administrator, or for somebody who lost their password')
    .action(loginLink);
  const token = program.command('token').description('API tokens');
  token
    .command('create <name>')
    .description('make a token; its secret is shown once')
    .option('--scopes <list>', 'comma-separated: read, write, alerts, import, incident.open ...', 'read')
    .option('--days <number>', 'how long it lives, at most 365', '90')
    .option('--person <id>', 'whose rights it has')
    .option('--organisation <id>', 'or the organisation it speaks for')
    .option('--url <address>')
    .option('--token <token>')
    .action(tokenCreate);
  const demo = program.command('demo').description('the demo world');
  demo.command('seed').description('make it in an empty installation').option('--seed <number>', 'the same seed makes the same world', '1').action(demoSeed);
  demo.command('remove').description('empty the installation again').action(demoRemove);
  const db = program.command('db').description('the database');
  db.command('move <from> <to>')
    .description('copy everything to an empty database and verify it, for example: tessera db move pglite:./data postgres://tessera@localhost/tessera')
    .action(dbMove);
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .action(withHouse(async () => print('The schema is up to date.')));
  program.command('template').description('make the tarball from which a first start begins').requiredOption('--out <file>').action(template);
  program.command('verify').description('recompute rows and clocks from the journal and compare').action(withHouse(verifyAll));
  const config = program.command('config').description('configuration');
  config
    .command('template')
    .description('every setting with its default, for an environment file')
    .action(() =>
      print(
        Object.values(keys)
          .map((key) => `# ${key.means}\n#${key.env}=${key.fallback}`)
          .join('\n\n'),
      ),
    );
  config
    .command('check')
    .description('say what is wrong with the environment')
    .action(() => {
      configuration();
      print('The configuration is right.');
    });
}

/** Opens the installation itself, under its exclusive lock: for what must not happen beside a running server. */
function withHouse<T extends unknown[]>(does: (house: House, ...rest: T) => Promise<void>): (...rest: T) => Promise<void> {
  return async (...rest) => {
    const opened = await openHouse(configuration(), { log: terminalLog('warn') });
    try {
      await does(opened.house, ...rest);
    } finally {
      await opened.close();
    }
  };
}

async function loginLink(email: string | undefined): Promise<void> {
  const answer = await talking({}, (to) => ask<{ link: string }>(to, { method: 'POST', path: '/api/admin/login-link', body: email ? { email } : {} }));
  print(`Good for an hour, once:\n  ${answer.link}`);
}

type TokenOptions = Where & { scopes: string; days: string; person?: string; organisation?: string };

async function tokenCreate(name: string, options: TokenOptions): Promise<void> {
  const expires_at = new Date(Date.now() + Number(options.days) * 86_400_000).toISOString();
  const body = {
    name,
    scopes: options.scopes.split(','),
    expires_at,
    ...(options.person ? { person: options.person } : {}),
    ...(options.organisation ? { organisation: options.organisation } : {}),
  };
  const answer = await talking(options, (to) => ask<{ secret: string }>(to, { method: 'POST', path: '/api/tokens', body }));
  print(answer.secret);
}

const demoSeed = withHouse(async (house, options: { seed: string }) => {
  await seedDemo(house, {
    seed: Number(options.seed),
    now: house.clock.now(),
    progress: (done, total) => void (process.stderr.isTTY && process.stderr.write(`\r${done}/${total}`)),
  });
  print('The demo world is there. Sign in with one click at the address of the server.');
});

const demoRemove = withHouse(async (house) => {
  await removeDemo(house);
  print('The demo world is gone; the installation is empty.');
});

async function dbMove(from: string, to: string): Promise<void> {
  const log = terminalLog('warn');
  const source = await openDatabase({ url: from, log });
  try {
    const target = await openDatabase({ url: to, log });
    try {
      const report = await moveDatabase({
        from: source,
        to: target,
        migrationsDir: packaged('migrations'),
        progress: ({ table: name, rows }) => void (process.stderr.isTTY && process.stderr.write(`\r${name} ${rows}   `)),
      });
      print(
        table(
          ['table', 'rows', 'hash'],
          report.map((each) => [each.table, each.rows, each.hash]),
        ),
      );
      print(`\n${report.reduce((sum, each) => sum + each.rows, 0)} rows moved and verified. Point TESSERA_DATABASE_URL at the new database.`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function template({ out }: { out: string }): Promise<void> {
  await buildTemplate({ file: out, migrationsDir: packaged('migrations'), log: terminalLog('warn') });
}

async function verifyAll(house: House): Promise<void> {
  const faults = await verify(house);
  if (faults.length)
    throw new Said(
      `${faults.length} records differ from their journal:\n${faults
        .slice(0, 50)
        .map((fault) => `  ${fault}`)
        .join('\n')}`,
    );
  print('Every row and every clock is what the journal says.');
}
