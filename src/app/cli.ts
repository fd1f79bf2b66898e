// The command line: `tessera serve` and everything an agent or administrator does from a terminal.
import { Command } from 'commander';
import { DatabaseRefused } from '../platform/db/errors.ts';
import { adminCommands } from './commands/admin.ts';
import { calculateCommand } from './commands/calculate.ts';
import { candidateCommands } from './commands/candidates.ts';
import { clockCommands } from './commands/clocks.ts';
import { custodyCommands } from './commands/custody.ts';
import { holidayCommands } from './commands/holidays.ts';
import { impactCommands } from './commands/impact.ts';
import { importCommands } from './commands/import.ts';
import { netboxCommands } from './commands/netbox.ts';
import { noticeCommands } from './commands/notices.ts';
import { promiseCommands } from './commands/promises.ts';
import { recordCommands } from './commands/records.ts';
import { serveCommand } from './commands/serve.ts';
import { whatIfCommands } from './commands/what-if.ts';
import { Said } from './terminal.ts';
import { version } from './version.ts';

const program = new Command('tessera').description('Integrated Service Management').version(version);
serveCommand(program);
recordCommands(program);
whatIfCommands(program);
clockCommands(program);
custodyCommands(program);
promiseCommands(program);
impactCommands(program);
candidateCommands(program);
importCommands(program);
netboxCommands(program);
noticeCommands(program);
calculateCommand(program);
holidayCommands(program);
adminCommands(program);

program.parseAsync().catch((error: unknown) => {
  const plain = error instanceof Said || error instanceof DatabaseRefused;
  process.stderr.write(`${plain ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
