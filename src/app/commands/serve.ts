// `tessera serve`: starts the product and says where it is and how to sign in; SIGTERM stops it in order.
import type { Command } from 'commander';
import pino from 'pino';
import { settings } from '../../platform/house.ts';
import { seedDemo } from '../demo/demo.ts';
import { serve, setupLink } from '../serve.ts';
import { configuration, print } from '../terminal.ts';

type Options = { demo?: boolean; seed: string };

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .option('--demo', 'fill an empty installation with the demo world')
    .option('--seed <number>', 'seed of the demo world', '1')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const config = configuration();
  const log = pino({ level: config.log, timestamp: pino.stdTimeFunctions.isoTime });
  const began = Date.now();
  print('Tessera is starting ...');
  const serving = await serve(config, {
    log,
    prepare: async (house) => {
      if (!options.demo || (await settings(house)).house) return;
      print('Making the demo world: twelve months of an integrator, its customers and its suppliers ...');
      const shown = process.stdout.isTTY;
      await seedDemo(house, {
        seed: Number(options.seed),
        now: Date.now(),
        progress: (done, total) => void (shown && process.stdout.write(`\r  ${Math.round((100 * done) / total)} %`)),
      });
      if (shown) process.stdout.write('\r');
    },
  });
  const { house } = serving.opened;
  const link = await setupLink(house, serving.url);
  print(`\nTessera is ready after ${((Date.now() - began) / 1000).toFixed(1)} s at ${serving.url}\n`);
  if (link) print(`Make the first administrator within an hour, once, at\n  ${link}\n`);
  else if ((await settings(house)).demo)
    print('This is the demo world: open the address and choose who to be.\nStop with Ctrl+C. Remove the demo world: npx tessera demo remove\n');
  untilStopped(async () => {
    print('Stopping: running requests may finish ...');
    await serving.stop();
  });
}

function untilStopped(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // The second signal means: now.
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
}
