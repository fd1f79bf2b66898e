// `tessera clocks explain INC-1042`: every clock of a record with each of its steps, printed from the fold that the clocks themselves come from.
import type { Command } from 'commander';
import { pluralOf } from '../record-numbers.ts';
import { ask, asking, print, table, talking, type Where } from '../terminal.ts';

type Step = {
  event: string;
  at: string;
  reason: string | null;
  fact_name: string;
  actor_name: string;
  used_ms: number;
  paused_ms: number;
  target_minutes: number;
  promise: string | null;
  calendar: string;
  zone: string;
  share: number | null;
  role: string | null;
};
type Clock = {
  clock: string;
  side: string;
  provider: string | null;
  customer: string | null;
  promise: string | null;
  target_minutes: number;
  zone: string;
  phase: string;
  used_ms: number;
  paused_ms: number;
  due: string | null;
  breached_at: string | null;
  next_warning: { at: string; role: string; share: number } | null;
  steps: Step[];
};
type Answer = { data: Clock[]; refs: Record<string, string>; now: string };
type Asked = Where & { json?: boolean };

/** One command group; the bare `tessera clocks INC-1042` explains too. */
export function clockCommands(program: Command): void {
  const group = program.command('clocks').description('the clocks of a record');
  const about = 'every clock of a record, step by step: start, pause, resume, new target, warning, stop';
  asking(group, 'explain <id>', about, { isDefault: true }).action(explain);
}

async function explain(id: string, options: Asked): Promise<void> {
  const path = `/api/${pluralOf(id)}/${encodeURIComponent(id.toUpperCase())}/clocks`;
  const answer = await talking(options, (to) => ask<Answer>(to, { method: 'GET', path }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  if (answer.data.length === 0) return print('No promise applies to this record, so it has no clocks.');
  for (const clock of answer.data) print(`${told(clock, answer.refs)}\n`);
}

function told(clock: Clock, refs: Record<string, string>): string {
  const name = (value: string | null): string => (value === null ? '-' : (refs[value] ?? value));
  const end = [
    `${clock.phase}, ${minutes(clock.used_ms)} min used, ${minutes(clock.paused_ms)} min not counted`,
    ...(clock.due ? [`due ${local(clock.due, clock.zone)}`] : []),
    ...(clock.breached_at ? [`late since ${local(clock.breached_at, clock.zone)}`] : []),
    ...(clock.next_warning
      ? [`at ${local(clock.next_warning.at, clock.zone)} (${percent(clock.next_warning.share)}) told next: ${clock.next_warning.role}`]
      : []),
  ];
  const rows = clock.steps.map((step) => [
    local(step.at, step.zone),
    step.event,
    step.share === null ? (step.reason ? name(step.reason) : '') : `${percent(step.share)}: ${step.role}`,
    step.fact_name,
    step.actor_name,
    name(step.promise),
    step.target_minutes,
    `${name(step.calendar)}, ${step.zone}`,
    minutes(step.used_ms),
    minutes(step.paused_ms),
  ]);
  const head = ['at (local)', 'what', 'why', 'fact', 'who', 'promise', 'target min', 'hours', 'used min', 'not counted'];
  return [
    `${clock.clock} in ${clock.target_minutes} min, ${name(clock.provider)} to ${name(clock.customer)}: ${end.join('; ')}`,
    table(head, rows).replaceAll(/^/gm, '  '),
  ].join('\n');
}

const percent = (ppm: number): string => `${ppm / 10_000} %`;
/** To the second, so that the sums of a long story can be checked by hand. */
const minutes = (ms: number): number => Math.round(ms / 600) / 100;
const local = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(Date.parse(at));
