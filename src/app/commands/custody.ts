// `tessera ledger` and `tessera handover`: whose time it was, and whether work can still be handed over in time, from a terminal.
import type { Command } from 'commander';
import { pluralOf } from '../record-numbers.ts';
import { ask, asking, print, table, talking, type Where } from '../terminal.ts';
import { named } from './records.ts';

type Options = Where & { readonly json?: boolean };
type Refs = Record<string, string>;

export function custodyCommands(program: Command): void {
  const add = (name: string, about: string): Command => asking(program, name, about);
  add('ledger <id>', 'tell whose time it was, by the clock on the wall and in the hours of each agreement').action(ledger);
  add('handover <id>', 'check whether a receiver would be done in time, for example: tessera handover INC-12 --to ORG-5')
    .option('--to <organisation>', 'who is to do the work')
    .option('--team <team>', 'the team that is asked')
    .option('--service <service>', 'what the work is about')
    .option('--priority <number>', 'that of the incident when absent')
    .action(handover);
}

type Total = { party: string | null; ms: number; working_ms: number; reasons: { reason: string; ms: number; working_ms: number }[] };
type Agreement = {
  clock: string;
  side: string;
  provider: string | null;
  customer: string | null;
  zone: string;
  target_minutes: number;
  total_ms: number;
  totals: Total[];
  ruled: Total[] | null;
};
type LedgerAnswer = {
  data: {
    intervals: { from: string; to: string | null; party: string | null; team: string | null; reason: string; receiver: string | null }[];
    totals: Total[];
    ruled: Total[] | null;
    agreements: Agreement[];
    contests: { dispute: string; from: string; to: string; held: string; claimed: string; state: string }[];
    handover_ms: number;
    counts: { reassignments: number; ping_pong: number; bounces: number; declined: number; swarm: { due: boolean; limit: number } } | null;
  };
  refs: Refs;
};

const minutes = (ms: number): number => Math.round(ms / 60_000);

async function ledger(id: string, options: Options): Promise<void> {
  const answer = await talking(options, (to) =>
    ask<LedgerAnswer>(to, { method: 'GET', path: `/api/${pluralOf(id)}/${encodeURIComponent(id.toUpperCase())}/ledger` }),
  );
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const { data, refs } = answer;
  const name = (party: string | null): unknown => named(refs, party ?? 'nobody');
  print(
    table(
      ['from', 'to', 'whose time', 'team', 'reason', 'asked'],
      data.intervals.map((each) => [
        each.from,
        each.to ?? 'now',
        name(each.party),
        named(refs, each.team),
        named(refs, each.reason),
        named(refs, each.receiver),
      ]),
    ),
  );
  print(`\n${table(['party', 'reason', 'minutes', 'counted'], linesOf(data.totals, refs))}`);
  print(`total ${minutes(sum(data.totals, 'ms'))} minutes, ${minutes(data.handover_ms)} of them handing over`);
  if (data.ruled) print(`\nAs ruled:\n${table(['party', 'reason', 'minutes', 'counted'], linesOf(data.ruled, refs))}`);
  for (const each of data.agreements) {
    print(
      `\n${each.clock} in ${each.target_minutes} min, ${name(each.provider)} to ${name(each.customer)}: ${minutes(each.total_ms)} minutes counted (${each.zone})`,
    );
    print(
      table(
        ['party', 'minutes', 'as ruled'],
        each.totals.map((total) => [
          name(total.party),
          minutes(total.working_ms),
          each.ruled ? minutes(each.ruled.find((one) => one.party === total.party)?.working_ms ?? 0) : '',
        ]),
      ).replaceAll(/^/gm, '  '),
    );
  }
  for (const each of data.contests)
    print(`\n${each.dispute} ${each.state}: ${each.from} to ${each.to}, recorded as time of ${name(each.held)}, claimed to be that of ${name(each.claimed)}`);
  if (!data.counts) return;
  const { reassignments, ping_pong, bounces, declined, swarm } = data.counts;
  print(`\n${reassignments} reassignments, ${ping_pong} back and forth, ${bounces} between parties, ${declined} refused`);
  if (swarm.due) print(`Refused or sent back ${swarm.limit} times or more: get all parties round one table.`);
}

const linesOf = (totals: readonly Total[], refs: Refs): unknown[][] =>
  totals.flatMap((total) =>
    total.reasons.map((each) => [named(refs, total.party ?? 'nobody'), named(refs, each.reason), minutes(each.ms), minutes(each.working_ms)]),
  );
const sum = (totals: readonly Total[], what: 'ms' | 'working_ms'): number => totals.reduce((all, each) => all + each[what], 0);

type Check = {
  clock: string;
  customer: string | null;
  left_ms: number;
  verdict: string;
  short_ms: number | null;
  spare_ms: number | null;
  finishes_at: string | null;
  due_at: string | null;
};
type Receiver = {
  party: string;
  team: string | null;
  accept: { minutes: number } | null;
  repair: { minutes: number } | null;
  verdict: string | null;
  checks: Check[];
};
type HandoverAnswer = {
  data: { receiver: Receiver | null; others: Receiver[]; escalation: { note: string } | null; renegotiation: { note: string; at: string } | null };
  refs: Refs;
};
type Asked = Options & { readonly to?: string; readonly team?: string; readonly service?: string; readonly priority?: string };

async function handover(id: string, { to, team, service, priority, ...options }: Asked): Promise<void> {
  const given = Object.entries({ supplier: to, team, service, priority }).filter((each): each is [string, string] => each[1] !== undefined);
  const path = `/api/${pluralOf(id)}/${encodeURIComponent(id.toUpperCase())}/handover?${new URLSearchParams(given)}`;
  const answer = await talking(options, (connection) => ask<HandoverAnswer>(connection, { method: 'GET', path }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const { receiver, others, escalation, renegotiation } = answer.data;
  const receivers = [...(receiver ? [receiver] : []), ...others];
  if (!receivers.length) print('Nobody promised anything about this; say who is asked with --to.');
  const head = ['receiver', 'accept min', 'repair min', 'clock', 'customer', 'left min', 'verdict', 'short min', 'spare min', 'done at the latest', 'due'];
  const rows = receivers.flatMap((each) =>
    (each.checks.length ? each.checks : [null]).map((one) => [
      named(answer.refs, each.party),
      each.accept?.minutes ?? '-',
      each.repair?.minutes ?? '-',
      ...(one
        ? [
            one.clock,
            named(answer.refs, one.customer),
            minutes(one.left_ms),
            one.verdict,
            spanOf(one.short_ms),
            spanOf(one.spare_ms),
            one.finishes_at,
            one.due_at,
          ]
        : ['no clock of a customer runs']),
    ]),
  );
  if (rows.length) print(table(head, rows));
  if (escalation) print(`\nEscalate: ${escalation.note}`);
  if (renegotiation) print(`\nTell the customer: ${renegotiation.note}`);
}

const spanOf = (ms: number | null): number | string => (ms === null ? '-' : minutes(ms));
