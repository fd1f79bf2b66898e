// Replays an incident log day by day, scans it as of each, and holds the candidates against the problems people linked: `npx tsx bench/candidates.ts <log, .csv or .csv.gz>`.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { dateOf, dayOf } from '../src/calculus/candidate-days.ts';
import { type Case, type Finding, scanCases } from '../src/calculus/candidate-scan.ts';

const file = process.argv[2] ?? process.env['TESSERA_UCI_LOG'];
type Row = Readonly<Record<string, string>>;
type Incident = Case & { readonly problem: string | null };
type Candidate = {
  readonly key: string;
  readonly kind: Finding['kind'];
  readonly first: number;
  last: number;
  readonly names: Set<string>;
  readonly told: ReadonlyMap<string, number>;
  readonly cases: Map<string, number>;
};

/** What stands for what: a log without titles, and with 9,999 of 10,000 items unknown, has only its codes. */
const mappings: Readonly<Record<string, (row: Row) => Omit<Case, 'id' | 'day'>>> = {
  'category as service, subcategory and symptom as title': (row) => ({
    title: [code(row, 'subcategory'), code(row, 'u_symptom')].join(' '),
    groups: [code(row, 'category') && `service:${code(row, 'category')}`].filter(Boolean),
  }),
  'the same, with the place as item and the first team as supplier': (row) => ({
    title: [code(row, 'subcategory'), code(row, 'u_symptom')].join(' '),
    groups: [
      code(row, 'category') && `service:${code(row, 'category')}`,
      code(row, 'location') && `item:${code(row, 'location')}`,
      code(row, 'assignment_group') && `supplier:${code(row, 'assignment_group')}`,
    ].filter(Boolean),
  }),
};

/** "Subcategory 175" as one word, so that its number tells; nothing when unknown. */
const code = (row: Row, column: string): string => (row[column] === '?' ? '' : (row[column] ?? '').toLowerCase().trim().replaceAll(/\s+/g, '-'));
/** "29/2/2016 01:16" as a date. */
const dateIn = (text = ''): string => {
  const [day = '', month = '', year = ''] = (text.split(' ')[0] ?? '').split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

if (!file) {
  console.error('Say where the log is: npx tsx bench/candidates.ts incident_event_log.csv, or in TESSERA_UCI_LOG.');
  process.exitCode = 1;
} else {
  const rows = await read(file);
  for (const [name, of] of Object.entries(mappings))
    await replay(
      name,
      rows.map(({ first, problem }) => ({ id: first['number'] ?? '', day: dateIn(first['opened_at']), problem, ...of(first) })),
    );
}

/** The first row of each incident, as known when it was opened, and the problem it was linked to in the end. */
async function read(path: string): Promise<{ first: Row; problem: string | null }[]> {
  const content = createReadStream(path);
  const found = new Map<string, { first: Row; problem: string | null }>();
  let columns: readonly string[] | null = null;
  // No value of this log holds a comma or a quote.
  for await (const line of createInterface({ input: path.endsWith('.gz') ? content.pipe(createGunzip()) : content })) {
    const values = line.split(',');
    if (columns === null) {
      columns = values;
      continue;
    }
    const row: Row = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
    const id = row['number'] ?? '';
    const known = found.get(id) ?? { first: row, problem: null };
    found.set(id, { ...known, problem: row['problem_id'] === '?' ? null : (row['problem_id'] ?? null) });
  }
  return [...found.values()];
}

async function replay(name: string, incidents: readonly Incident[]): Promise<void> {
  const days = incidents.map(({ day }) => dayOf(day));
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  const candidates: Candidate[] = [];
  const cpu = process.cpuUsage();
  for (let day = first; day <= last; day++) {
    const findings = run(incidents, dateOf(day));
    for (const finding of findings) keep(candidates, finding, day);
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(`\n${name}\n${incidents.length} incidents, ${last - first + 1} days, scanned as of each: ${((user + system) / 1e6).toFixed(0)} s CPU`);
  tell(incidents, candidates);
}

function run(incidents: readonly Incident[], as_of: string): readonly Finding[] {
  const scan = scanCases(incidents, { as_of });
  for (let step = scan.next(); ; step = scan.next()) if (step.done) return step.value;
}

/** The same finding on following days is one candidate, also when it is told under a name folded before; after four quiet weeks a new one. */
function keep(candidates: Candidate[], { key, kind, also, cases }: Finding, day: number): void {
  const names = [key, ...also];
  let own = candidates.find((each) => each.last >= day - 28 && names.some((name) => each.names.has(name)));
  if (!own) {
    own = { key, kind, first: day, last: day, names: new Set(), told: new Map(cases.map((id) => [id, day])), cases: new Map() };
    candidates.push(own);
  }
  own.last = day;
  for (const each of names) own.names.add(each);
  for (const id of cases) if (!own.cases.has(id)) own.cases.set(id, day);
}

function tell(incidents: readonly Incident[], candidates: readonly Candidate[]): void {
  const problems = new Map<string, Incident[]>();
  for (const each of incidents) if (each.problem !== null) problems.set(each.problem, [...(problems.get(each.problem) ?? []), each]);
  for (const [id, own] of problems) if (own.length < 2) problems.delete(id);
  const start = dateOf(dayOf(incidents.map(({ day }) => day).sort()[0] ?? '') + 16);
  const fair = [...problems].filter(([, own]) => own.filter(({ day }) => day >= start).length >= 2);
  const linked = [...problems.values()].reduce((sum, own) => sum + own.length, 0);
  console.log(
    `${problems.size} problems with two incidents or more (${linked} incidents); ${fair.length} of them with two or more after the first 16 days, which serve to compare with`,
  );
  const totals = { candidates: candidates.length, problems: problems.size, linked };
  const sizes = candidates.map(({ told }) => told.size).sort((a, b) => a - b);
  const kinds = [...new Set(candidates.map(({ kind }) => kind))].map((kind) => `${candidates.filter((each) => each.kind === kind).length} ${kind}`).join(', ');
  console.log(
    `${candidates.length} candidates (${kinds}) of ${sizes[0]} to ${sizes.at(-1)} incidents when first told, ${sizes[sizes.length >> 1]} in the middle`,
  );
  for (const [when, picked] of [
    ['when first told', candidates.map(({ told }) => told)],
    ['in all the days they were told', candidates.map(({ cases }) => cases)],
  ] as const) {
    const found = score(problems, picked);
    show(`  scan, ${when}`, found, totals);
    show('  random pick of the same days and sizes', random(incidents, picked, problems), totals);
    for (const [id, day] of found.days) {
      const second = (problems.get(id) ?? []).map((each) => each.day).sort()[1] ?? '';
      console.log(`    ${id}: ${problems.get(id)?.length} incidents, told ${day - dayOf(second)} days after its second`);
    }
  }
}

type Score = { readonly days: ReadonlyMap<string, number>; readonly hits: number; readonly incidents: number; readonly of: number };

/** `days`: when each problem was first told, its second incident known; `hits`: candidates with two incidents of one problem. */
function score(problems: ReadonlyMap<string, readonly Incident[]>, candidates: readonly ReadonlyMap<string, number>[]): Score {
  const days = new Map<string, number>();
  const told = new Set<string>();
  const covered = new Set<string>();
  let hits = 0;
  for (const cases of candidates) {
    let hit = false;
    for (const id of cases.keys()) covered.add(id);
    for (const [problem, own] of problems) {
      const inside = own.flatMap(({ id }) => cases.get(id) ?? []).sort((a, b) => a - b);
      for (const { id } of own) if (cases.has(id)) told.add(id);
      const second = inside[1];
      if (second === undefined) continue;
      hit = true;
      days.set(problem, Math.min(second, days.get(problem) ?? Infinity));
    }
    if (hit) hits += 1;
  }
  return { days, hits, incidents: told.size, of: covered.size };
}

type Told = { readonly days: { readonly size: number }; readonly hits: number; readonly incidents: number; readonly of: number };
type Totals = { readonly candidates: number; readonly problems: number; readonly linked: number };

function show(name: string, { days, hits, incidents, of }: Told, { candidates, problems, linked }: Totals): void {
  const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
  console.log(
    `${name}: hold a problem ${share(hits, candidates)}; problems found ${share(days.size, problems)}; their incidents inside ${share(incidents, linked)}, of all inside ${share(incidents, of)}`,
  );
}

/** As many candidates of the same sizes, each drawn at random from the incidents of the days of the one it stands for; the mean of 200 draws. */
function random(incidents: readonly Incident[], candidates: readonly ReadonlyMap<string, number>[], problems: ReadonlyMap<string, readonly Incident[]>): Told {
  let seed = 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  const dayById = new Map(incidents.map(({ id, day }) => [id, day]));
  const byDay = new Map<string, string[]>();
  for (const { id, day } of incidents) byDay.set(day, [...(byDay.get(day) ?? []), id]);
  const sums = { days: 0, hits: 0, incidents: 0, of: 0 };
  const draws = 200;
  for (let draw = 0; draw < draws; draw++) {
    const picked = candidates.map((cases) => {
      const one = new Map<string, number>();
      for (const [id, day] of cases) {
        const own = byDay.get(dayById.get(id) ?? '') ?? [];
        let other = own[Math.floor(next() * own.length)] ?? id;
        for (let again = 0; one.has(other) && again < 50; again++) other = own[Math.floor(next() * own.length)] ?? id;
        one.set(other, day);
      }
      return one;
    });
    const { days, hits, incidents: inside, of } = score(problems, picked);
    for (const [name, value] of Object.entries({ days: days.size, hits, incidents: inside, of })) sums[name as keyof typeof sums] += value / draws;
  }
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { days: { size: round(sums.days) }, hits: round(sums.hits), incidents: round(sums.incidents), of: Math.round(sums.of) };
}
