// `tessera staffing`: how many people a desk needs in each half hour of a week, with the figures of the screen, from a terminal.
import type { Command } from 'commander';
import type { StaffingAnswer, StaffingSlot } from '../../practices/workforce/staffing.record.ts';
import { ask, asking, print, table, talking, type Where } from '../terminal.ts';

type Options = Where & { readonly json?: boolean } & Readonly<Partial<Record<(typeof terms)[number], string>>>;
const terms = ['team', 'weeks', 'share', 'within', 'handling', 'shrinkage', 'contacts'] as const;

export function staffingCommands(program: Command): void {
  asking(program, 'staffing', 'people a desk needs per half hour of a week, by Erlang C from what came in, against those on capacity')
    .option('--team <number>', 'of one team, such as TEAM-1; all of the house when absent')
    .option('--weeks <count>', 'whole weeks to look back, 26 when absent')
    .option('--share <ppm>', 'share that is to be answered in time, 800000 (80 %) when absent')
    .option('--within <seconds>', 'how long somebody may wait, 30 when absent')
    .option('--handling <seconds>', 'time one contact takes; from booked time, or 600, when absent')
    .option('--shrinkage <ppm>', 'share of paid time that is absence; from capacities, or 300000, when absent')
    .option('--contacts <count>', 'contacts per hundred incidents, 100 when absent')
    .action(staffing);
}

async function staffing(options: Options): Promise<void> {
  const asked = terms.flatMap((name) => (options[name] === undefined ? [] : [`${name}=${encodeURIComponent(options[name])}`]));
  const answer = await talking(options, (to) => ask<StaffingAnswer>(to, { method: 'GET', path: `/api/workforce/staffing?${asked.join('&')}` }));
  print(options.json ? JSON.stringify(answer, null, 2) : staffingText(answer));
}

const days = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const doubted: Readonly<Record<StaffingAnswer['data']['doubts'][number], string>> = {
  few_weeks: 'fewer than 8 whole weeks of history',
  few_incidents: 'fewer than 200 incidents: a half hour more or less is chance',
  sparse_slots: 'fewer than 5 incidents per half hour that had any',
  no_capacity: 'nobody has a capacity: nothing to compare with',
  handling_assumed: 'the handling time is a first guess; give --handling or book time',
  not_better_than_naive: 'the forecast errs no less than "as last week"',
};

/** A sentence about what it rests on, a line per half hour, what one more or fewer would do, and what to doubt. */
export function staffingText({ data }: StaffingAnswer): string {
  const { history, terms: by, slots, sums } = data;
  const sentence = [
    `${history.total} incidents in ${history.weeks} whole weeks (${history.from} to ${history.to}, ${by.zone});`,
    `next week ${history.week.value.toFixed(1)} contacts (${history.week.low.toFixed(1)} to ${history.week.high.toFixed(1)}, ${history.method}).`,
    `${percent(by.share)} within ${by.within} s, ${by.handling} s each (${by.handling_source}), ${percent(by.shrinkage)} absence (${by.shrinkage_source}).`,
  ].join(' ');
  const row = (each: StaffingSlot): unknown[] => [
    `${days[each.day]} ${clock(each.slot)}`,
    each.value.toFixed(2),
    each.needed.servers,
    percent(each.needed.service_level),
    percent(each.fewer.service_level),
    percent(each.more.service_level),
    each.needed.wait === null ? 'grows' : `${each.needed.wait.toFixed(0)} s`,
    percent(each.needed.occupancy),
    each.rostered,
    (each.staff_hundredths / 100).toFixed(2),
    each.staff_hundredths < each.rostered * 100 ? 'short' : '',
  ];
  const heads = ['half hour', 'expected', 'needed', 'in time', 'one fewer', 'one more', 'wait', 'busy', 'roster', 'there', ''];
  const totals = `On the roster ${(sums.rostered_minutes / 60).toFixed(1)} h a week in these half hours, there ${(sums.staff_minutes / 60).toFixed(1)} h; ${sums.short} half hours are short.`;
  const doubts = data.doubts.map((name) => `Doubt: ${doubted[name]}.`);
  return [sentence, '', slots.length ? table(heads, slots.map(row)) : 'Nothing came in.', '', totals, ...doubts].join('\n');
}
