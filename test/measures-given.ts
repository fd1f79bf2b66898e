// Rows for the worked examples of formulas: an ordinary record of each table, in which an example says only what matters.
import type { Db, Value } from '../src/platform/db/types.ts';
import type { ExampleRows } from '../src/practices/measurement/formula.record.ts';

type Cells = Readonly<Record<string, unknown>>;
const record = { version: 1, state: 'open', open: true, opened_at: '2026-03-01T09:00:00Z', updated_at: '2026-03-01T09:00:00Z' };
const ordinary: Readonly<Record<string, Cells>> = {
  incident: {
    ...record,
    state: 'resolved',
    title: 'x',
    customer: 'ORG-2',
    affected_customers: ['ORG-2'],
    service: 'SVC-1',
    impact: 'low',
    urgency: 'low',
    priority: 4,
    priority_overridden: false,
    source: 'phone',
    party: 'ORG-1',
    team: 'TEAM-1',
    owner_team: 'TEAM-1',
    started_at: '2026-03-01T09:00:00Z',
    reopened: 0,
  },
  change: { ...record, title: 'x', type: 'normal', lead_party: 'ORG-1', affected_customers: ['ORG-2'], services: ['SVC-1'] },
  problem: {
    ...record,
    title: 'x',
    service: 'SVC-1',
    services: ['SVC-1'],
    items: [],
    incidents: [],
    changes: [],
    source: 'person',
    priority: 3,
    party: 'ORG-1',
    team: 'TEAM-1',
    team_parties: [],
    members: [],
    factors: [],
    no_workaround: false,
  },
  verification: { ...record, name: 'x', types: [], owners: [], services: [], items: [], seen: [] },
  dispute: {
    ...record,
    title: 'x',
    about: 'INC-1',
    starts_at: '2026-03-01T09:00:00Z',
    ends_at: '2026-03-01T10:00:00Z',
    held: 'ORG-1',
    claimed: 'ORG-2',
    counterparty: 'ORG-2',
    raised_by: 'ORG-2',
    asked: 'ORG-1',
    reason: 'x',
  },
  clock: {
    record: 'incident',
    clock: 'restore',
    key: 'k',
    side: 'customer',
    promise: 'PRM-1',
    provider: 'ORG-1',
    customer: 'ORG-2',
    target_minutes: 240,
    calendar: 'h',
    pauses: [],
    audience: [],
    started_at: '2026-03-01T09:00:00Z',
    used_ms: 60_000,
    paused_ms: 0,
  },
  journal: {
    record: 'incident',
    fact: 'incident.x',
    recorded_at: '2026-03-10T09:00:00Z',
    actor_name: 'x',
    channel: 'web',
    request_hash: 'h',
    audience: [],
  },
  promise: {
    ...record,
    opened_at: '2026-01-02T09:00:00Z',
    state: 'active',
    name: 'x',
    service: 'SVC-1',
    provider: 'ORG-1',
    customer: 'ORG-2',
    metric: 'restore',
    measured_per: 'month',
    calendar: 'CAL-1',
    pauses: [],
    edition: 1,
  },
  allocation: {
    ...record,
    state: 'planned',
    process: 'PRO-1',
    level: 'operational',
    person: 'PER-1',
    starts_on: '2026-03-01',
    ends_on: '2026-03-31',
    hours: 100,
    protected: false,
    windows: '[]',
  },
  borrowing: { ...record, state: 'owed', allocation: 'ALO-1', process: 'PRO-1', level: 'operational', minutes: 60, borrowed_on: '2026-03-10', reason: 'x' },
  improvement: { ...record, title: 'x', level: 'tactical', source_kind: 'person' },
  maturity_assessment: { ...record, title: 'x', process: 'PRO-1', assessed_on: '2026-03-10', answers: '[]', held_by: [] },
  calendar: {
    ...record,
    name: 'x',
    zone: 'Europe/Amsterdam',
    week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '18:00' }],
    holidays: '[]',
    used_by: [],
  },
};
const prefix: Readonly<Record<string, string>> = {
  incident: 'INC',
  change: 'CHG',
  problem: 'PRB',
  verification: 'VER',
  dispute: 'DSP',
  promise: 'PRM',
  allocation: 'ALO',
  borrowing: 'BRW',
  improvement: 'IMP',
  maturity_assessment: 'MAT',
  calendar: 'CAL',
};

/** Empties the tables that examples use, and writes one promise to restore and its hours. */
export async function bareWorld(db: Db): Promise<void> {
  await db.exec(
    'truncate incident, change, problem, verification, dispute, clock, journal, promise, calendar, service_report, allocation, borrowing, improvement, maturity_assessment, measure_kept',
  );
  await db.query("insert into calendar_content (hash, content) values ('h', '{}') on conflict do nothing");
  await put(db, [
    { table: 'calendar', row: { id: 'CAL-1' } },
    { table: 'promise', row: { id: 'PRM-1' } },
  ]);
}

/** Writes the rows that go into tables; numbers are given in order where the example names none. */
export async function put(db: Db, given: ExampleRows): Promise<void> {
  let number = 100;
  for (const { table, times = 1, row } of given) {
    const usual = ordinary[table];
    if (!usual) continue;
    for (let i = 0; i < times; i += 1) {
      number += 1;
      const own =
        table === 'clock' ? { record_id: `INC-${number}` } : table === 'journal' ? { command_id: `c${number}` } : { id: `${prefix[table]}-${number}` };
      await insert(db, table, { ...usual, ...own, ...row });
    }
  }
}

async function insert(db: Db, table: string, row: Cells): Promise<void> {
  const names = Object.keys(row);
  const cells = names.map((_, i) => `$${i + 1}`);
  const values = names.map((name) => cellOf(row[name]));
  await db.query(`insert into ${table} (${names.join(', ')}) values (${cells.join(', ')})`, values);
}

/** Lists of words are arrays in the database; lists of objects, and objects, are json. */
function cellOf(value: unknown): Value {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Value);
}
