// `tessera what-if PRM-7 --from 2026-01-01 --to 2026-03-31 --target 1=120`: a past period under another promise, from a terminal.
import type { Command } from 'commander';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Side = { cases: number; met: number; missed: number; attained: number | null; kept: boolean | null; credit: number; credit_minor: number | null };
type Ended = { decided_at: string | null; kept: boolean; used_ms: number; target_minutes: number };
type Answer = {
  currency: string | null;
  before: Side;
  after: Side;
  changed_count: number;
  changed: { id: string; before: Ended; after: Ended; why: string[] }[];
  assumes: string[];
  refs: Record<string, string>;
};
type Asked = Where & {
  json?: boolean;
  from: string;
  to: string;
  target?: string[];
  calendar?: string;
  pauses?: string;
  attainment?: string;
  fee?: string;
  supplier?: string;
};

export function whatIfCommands(program: Command): void {
  asking(program, 'what-if <promise>', 'tell a past period again under another promise; nothing is changed')
    .requiredOption('--from <date>', 'first day, such as 2026-01-01')
    .requiredOption('--to <date>', 'last day')
    .option('--target <priority=minutes...>', 'targets, such as 1=120 2=240; a priority left out is not promised')
    .option('--calendar <id>', 'other hours, such as CAL-2')
    .option('--pauses <ids>', 'reasons for waiting that pause, comma between; empty for none')
    .option('--attainment <percent>', 'share of the cases within target')
    .option('--fee <minor>', 'fee per window in minor units')
    .option('--supplier <promise>', 'a promise to repair of another supplier, in place of every outside party')
    .action(whatIf);
}

async function whatIf(id: string, options: Asked): Promise<void> {
  const body = { from: options.from, to: options.to, change: changeOf(options) };
  const path = `/api/promises/${encodeURIComponent(id.toUpperCase())}/what-if`;
  const answer = await talking(options, (to) => ask<Answer>(to, { method: 'POST', path, body }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const { before, after } = answer;
  const percent = (ppm: number | null): string => (ppm === null ? '-' : `${(ppm / 10_000).toFixed(1)} %`);
  const money = ({ credit, credit_minor }: Side): string =>
    credit_minor === null ? percent(credit) : `${(credit_minor / 100).toFixed(2)} ${answer.currency ?? ''}`;
  print(
    table(
      ['', 'as it was', 'as it would have been'],
      [
        ['cases decided', before.cases, after.cases],
        ['within target', before.met, after.met],
        ['missed', before.missed, after.missed],
        ['attained', percent(before.attained), percent(after.attained)],
        ['kept', before.kept ?? '-', after.kept ?? '-'],
        ['credit owed', money(before), money(after)],
      ],
    ),
  );
  print(`\n${answer.changed_count} records change sides`);
  const verdict = ({ decided_at, kept, used_ms, target_minutes }: Ended): string =>
    decided_at === null ? 'not counted' : `${kept ? 'kept' : 'missed'}, ${Math.round(used_ms / 60_000)} of ${target_minutes} min`;
  if (answer.changed.length > 0)
    print(
      table(
        ['record', 'as it was', 'would have been', 'because of', 'title'],
        answer.changed.map((each) => [each.id, verdict(each.before), verdict(each.after), each.why.join(', '), answer.refs[each.id] ?? '']),
      ),
    );
  print(`\nAssumed: ${answer.assumes.map((each) => assumptions[each] ?? each).join(' ')}`);
}

const assumptions: Readonly<Record<string, string>> = {
  same_events: 'Everybody did what they did, when they did it.',
  supplier: 'The other supplier takes exactly as long as its promise allows; what came later shifts by the same time.',
  hours: 'The other hours keep the windows that the promise excludes.',
  windows: 'A window covered only in part counts as a whole one.',
};

function changeOf({ target, calendar, pauses, attainment, fee, supplier }: Asked): Record<string, unknown> {
  const targets = target?.map((each) => {
    const [, priority, minutes] = /^([1-5])=(\d+)$/.exec(each) ?? [];
    if (!priority) throw new Said(`--target ${each}: say a priority and minutes, such as 1=120.`);
    return [priority, Number(minutes)];
  });
  return {
    ...(targets ? { targets: Object.fromEntries(targets) } : {}),
    ...(calendar ? { calendar } : {}),
    ...(pauses === undefined ? {} : { pauses: pauses.split(',').filter(Boolean) }),
    ...(attainment === undefined ? {} : { attainment: number('--attainment', attainment) * 10_000 }),
    ...(fee === undefined ? {} : { fee_minor: number('--fee', fee) }),
    ...(supplier ? { supplier: { promise: supplier } } : {}),
  };
}

function number(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Said(`${option} ${text}: this is not a number.`);
  return value;
}
