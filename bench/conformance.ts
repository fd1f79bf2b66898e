// Follows the real incident log of the UCI repository, or many made cases, with the arithmetic of conformance: figures, time and CPU.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { handovers } from '../src/calculus/ledger.ts';
import { type Followed, processMap } from '../src/calculus/process-map.ts';
import { judgePath, keyOf, type Meaning, moveOf, pathOf, type Variant } from '../src/calculus/process-paths.ts';

type Line = Readonly<Record<'number' | 'incident_state' | 'assignment_group' | 'sys_mod_count' | 'sys_updated_at', string>>;
type Event = { readonly at: number; readonly state: string; readonly group: string };

const [what = process.env['TESSERA_UCI_LOG'] ?? '', count = '100000'] = process.argv.slice(2);
/** What the log itself calls its states, in the order that its process intends. */
const meaning: Meaning = {
  paths: [
    { name: 'normal', states: ['New', 'Active', 'Resolved', 'Closed'] },
    { name: 'with_one_wait', states: ['New', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'] },
    { name: 'at_once', states: ['New', 'Resolved', 'Closed'] },
  ],
  done: ['Resolved', 'Closed'],
  through: { end: ['Closed'], states: ['Resolved'] },
  lawful: null,
};

if (what === '--cases') made(Number(count));
else if (what !== '') await log(what);
else {
  console.error('Say where the log is: npx tsx bench/conformance.ts incident_event_log.csv.gz; or --cases 100000 for made ones.');
  process.exitCode = 1;
}

async function log(file: string): Promise<void> {
  const began = performance.now();
  const cases = await read(file);
  const after = performance.now();
  const judge = judging();
  const sums = processMap({ moves: new Set(), lawful: null });
  let [rows, bounced] = [0, 0];
  const wholeWays = new Set<string>();
  for (const [id, events] of cases) {
    rows += events.length;
    wholeWays.add(
      keyOf(
        events.map((each) => each.state),
        true,
      ),
    );
    const each = follow(id, events, judge);
    bounced += each.ping_pong > 0 ? 1 : 0;
    sums.add(each);
  }
  const told = sums.told();
  const done = performance.now();
  console.log(`cases ${told.cases}, events ${rows}`);
  console.log(`variants ${told.ways.length} (states, repeats count once), ${wholeWays.size} (every event by its state)`);
  console.log('\ncases   share   ways of going');
  for (const { steps, cases: n } of told.ways.slice(0, 10)) console.log(`${String(n).padStart(6)} ${percent(n / told.cases)}   ${steps.join(' > ')}`);
  console.log(`\nloops: ${told.loops.cases} cases came back to a state, ${told.loops.times} times`);
  console.log(
    `reassigned: ${told.custody.reassigned.cases} cases, ${told.custody.reassigned.times} times; A-B-A: ${bounced} cases, ${told.custody.ping_pong.times} times`,
  );
  console.log(`fitness ${told.fitness.mean?.toFixed(4)}, ${told.fitness.whole} cases fit whole; odd: ${JSON.stringify(told.oddities)}`);
  const days = (ms: number | null | undefined): string => ((ms ?? 0) / 86_400_000).toFixed(1);
  console.log(`throughput median ${days(told.throughput.wall.at[1])} days, 90 % ${days(told.throughput.wall.at[3])} days`);
  costs(after - began, done - after);
}

/** Rows of a case in the order of their times; equal times in the order of the counter, then of the file. */
async function read(file: string): Promise<Map<string, Event[]>> {
  const cases = new Map<string, (Event & { order: number })[]>();
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true });
  parser.on('data', (line: Line) => {
    const own = cases.get(line.number) ?? [];
    cases.set(line.number, own);
    own.push({ at: instant(line.sys_updated_at), state: line.incident_state, group: line.assignment_group, order: Number(line.sys_mod_count) });
  });
  const content = createReadStream(file);
  await (file.endsWith('.gz') ? pipeline(content, createGunzip(), parser) : pipeline(content, parser));
  for (const own of cases.values()) own.sort((a, b) => a.at - b.at || a.order - b.order);
  return cases;
}

/** `29/2/2016 01:23`, without a zone: taken as UTC. */
function instant(text: string): number {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}

function judging(): (states: readonly string[]) => Variant {
  const known = new Map<string, Variant>();
  return (states) => {
    const key = states.join('>');
    const variant = known.get(key) ?? judgePath(states, true, meaning);
    known.set(key, variant);
    return variant;
  };
}

function follow(id: string, events: readonly Event[], judge: (states: readonly string[]) => Variant): Followed {
  const path = pathOf(events.map(({ at, state }) => ({ at, state, event: state })));
  // A group the log does not know is no group: who had it still has it.
  const marks = events
    .filter((each) => each.group !== '?')
    .map(({ at, group }) => ({ at, party: 'house', team: group, person: null, reason: 'working', on_behalf: null }));
  const { reassignments, ping_pong } = handovers(marks);
  const until = events.at(-1)?.at ?? 0;
  const working = path.at.map((from, i) => (path.at[i + 1] ?? until) - from);
  return {
    id,
    variant: judge(path.states),
    at: path.at,
    working,
    until,
    events: path.events,
    reassignments,
    ping_pong,
    bounces: 0,
    late_wait: false,
  };
}

/** Cases that wander: most go straight, some wait, are reopened or bounce, by a counter and no chance. */
function made(size: number): void {
  const ways = [
    ['New', 'Active', 'Resolved', 'Closed'],
    ['New', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'],
    ['New', 'Active', 'Resolved', 'Active', 'Resolved', 'Closed'],
    ['New', 'Resolved', 'Closed'],
    ['New', 'Active', 'Awaiting Vendor', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'],
  ];
  const judge = judging();
  const sums = processMap({ moves: new Set(ways[0]?.slice(1).map((to, i) => moveOf(ways[0]?.[i] ?? '', to))), lawful: null });
  const began = performance.now();
  let longest = 0;
  for (let n = 0; n < size; n += 1) {
    const from = performance.now();
    const way = ways[(n * 7919) % ways.length] ?? [];
    const states = n % 50 === 0 ? [...way.slice(0, -1), ...Array.from({ length: n % 23 }, (_, i) => (i % 2 ? 'Resolved' : 'Active')), 'Closed'] : way;
    const events = states.map((state, i) => ({ at: n * 60_000 + i * 3_600_000, state, group: `Group ${(n + i) % 3}` }));
    sums.add(follow(`INC-${n}`, events, judge));
    longest = Math.max(longest, performance.now() - from);
  }
  const added = performance.now();
  const told = sums.told();
  console.log(`${told.cases} cases, ${told.events} events, ${told.ways.length} ways, fitness ${told.fitness.mean?.toFixed(4)}`);
  console.log(`longest single case ${longest.toFixed(1)} ms; summing up ${(performance.now() - added).toFixed(0)} ms`);
  costs(added - began, performance.now() - added);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}

function costs(first: number, second: number): void {
  const { user, system } = process.cpuUsage();
  console.log(
    `\n${first.toFixed(0)} ms + ${second.toFixed(0)} ms; CPU ${((user + system) / 1_000_000).toFixed(1)} s; memory at most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
  );
}
