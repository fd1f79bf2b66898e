// `tessera conformance incident --from 2026-01-01 --to 2026-03-31`: real paths beside meant ones, and `--xes` for the event log.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { type ConformanceAnswer, type MapAnswer, oddities } from '../../practices/conformance/conformance.record.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & {
  readonly json?: boolean;
  readonly from: string;
  readonly to: string;
  readonly customer?: string;
  readonly service?: string;
  readonly supplier?: string;
  readonly xes?: string;
  readonly persons?: boolean;
};

export function conformanceCommands(program: Command): void {
  asking(program, 'conformance <record>', 'the paths that cases took beside those that are meant')
    .requiredOption('--from <date>', 'first day on which cases were opened, such as 2026-01-01')
    .requiredOption('--to <date>', 'last day')
    .option('--customer <id>', 'only cases of this customer')
    .option('--service <id>', 'only cases about this service')
    .option('--supplier <id>', 'only cases that this organisation had')
    .option('--xes <file>', 'write the event log as XES to a file, - for standard output')
    .option('--persons', 'names of people in the event log, for those who may')
    .action(conformance);
}

async function conformance(record: string, { xes, persons, json, from, to, customer, service, supplier, ...where }: Options): Promise<void> {
  const plural = pluralOf(record);
  const query = new URLSearchParams({ from, to });
  if (xes !== undefined) return exported(where, { path: `/api/conformance/${plural}/xes?${query}${persons ? '&persons=true' : ''}`, file: xes });
  for (const [name, value] of Object.entries({ customer, service, supplier })) if (value) query.set(name, value.toUpperCase());
  const answer = await talking(where, async (at) => {
    for (;;) {
      const told = await ask<ConformanceAnswer>(at, { method: 'GET', path: `/api/conformance/${plural}?${query}` });
      if (told.state === 'ready') return told;
      process.stderr.write(`\r${told.done} of ${told.of} cases read `);
      await wait(1_000);
    }
  });
  print(json ? JSON.stringify(answer, null, 2) : `${mapText(answer.data)}\n\n${answer.note.en}`);
}

/** `incident` and `incidents` are the same to people. */
const pluralOf = (record: string): string => encodeURIComponent(record.endsWith('s') ? record : `${record}s`);

/** Written as it comes, into a file beside the one that was asked for, which takes its place when it is whole. */
async function exported(where: Where, { path, file }: { path: string; file: string }): Promise<void> {
  await talking(where, async ({ stream }) => {
    const { status, body } = await stream(path);
    if (status !== 200) throw new Said(problemText(await text(body)));
    if (file === '-') return pipeline(body, process.stdout, { end: false });
    const part = `${file}.part`;
    try {
      await pipeline(body, createWriteStream(part));
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw new Said(`${file} could not be written: ${error instanceof Error ? error.message : error}`);
    }
  });
}

function problemText(body: string): string {
  const { detail, title } = JSON.parse(body) as { detail?: string; title?: string };
  return detail ?? title ?? 'The server refused.';
}

const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(1)} %`);
const hours = (ms: number | null | undefined): string => (ms === null || ms === undefined ? '-' : `${(ms / 3_600_000).toFixed(1)} h`);

export function mapText(map: MapAnswer): string {
  const { cases, events, ended, fitness, throughput, loops, custody, oddities: odd } = map;
  const head = [
    `${cases} cases (${ended} ended), ${events} events, ${map.more.ways} ways by state, ${map.more.event_ways} by event.`,
    `Fitness ${percent(fitness.mean)}; ${fitness.whole} cases fit whole.`,
    `Throughput median ${hours(throughput.wall.at[1])}, 90 % ${hours(throughput.wall.at[3])}; in working hours ${hours(throughput.working.at[1])} and ${hours(throughput.working.at[3])}.`,
    `${loops.cases} cases came back to a state; ${custody.reassigned.cases} changed hands, ${custody.ping_pong.cases} came back to who had them, ${custody.bounced.cases} went to another party.`,
    `Deviations: ${oddities.flatMap((name) => (odd[name] ? [`${name} ${odd[name]}`] : [])).join(', ') || 'none'}.`,
  ];
  const ways = map.ways
    .slice(0, 15)
    .map((each) => [each.cases, percent(cases ? each.cases / cases : null), percent(each.fitness), hours(each.median_ms), each.steps.join(' > ')]);
  const states = map.states.map((each) => [each.state, each.visits, each.again, hours(each.wall.at[1]), hours(each.wall.at[3]), hours(each.working.at[1])]);
  return [
    ...head,
    '',
    table(['cases', 'share', 'fits', 'median', 'way'], ways),
    '',
    table(['state', 'visits', 'came back', 'median', '90 %', 'median worked'], states),
  ].join('\n');
}
