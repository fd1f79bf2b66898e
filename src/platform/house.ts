// What a running installation consists of; handed explicitly to everything that needs it, so that all of it can be simulated.
import type { Request } from '../kernel/command.ts';
import type { Registry } from '../kernel/practice.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Db, Log, Row, Statement } from './db/types.ts';

export type House = {
  readonly db: Db;
  readonly registry: Registry<Db>;
  /** Milliseconds since 1970, UTC. */
  readonly clock: { now(): number };
  readonly chance: { uuid(): string; random(): number; bytes(count: number): Uint8Array };
  readonly log: Log;
  /** Tells the job runner that there is work. */
  readonly wake: () => void;
  /** What is contested or was ruled about the ledgers of these records. */
  readonly contests: (db: Db, ids: readonly string[]) => Promise<readonly Contest[]>;
  readonly guard: Guard;
};

type Asked = Pick<Request, 'record' | 'command' | 'target' | 'actor'>;
/** What stops a command beside its own rules: a statement that goes along with the reading of the row, and what its rows mean. */
export type Guard = { readonly statement: (asked: Asked) => Statement | null; readonly judge: (asked: Asked, rows: readonly Row[]) => Refusal | null };

/**
 * Somebody says that the time from `starts_at` to `ends_at` was not that of `held`; `upheld` says that it counts as that of
 * `claimed`. `about` is the record that was contested, `ledger` the one it bears on.
 */
export type Contest = Readonly<Record<'dispute' | 'about' | 'ledger' | 'starts_at' | 'ends_at' | 'held' | 'claimed' | 'counterparty' | 'state', string>>;

export type Settings = {
  /** The organisation that runs this installation: the integrator. Null before the first-run wizard. */
  readonly house: string | null;
  readonly demo: boolean;
  readonly reopen_window_days: number;
  /** After so many refusals and returns the owner of a record is told to get all parties round one table; 0 is never. */
  readonly swarm_after: number;
  readonly language: 'en' | 'nl' | 'de';
  readonly zone: string;
  /** Days after the end of a month at which the reports of its customers are frozen by themselves. */
  readonly report_freeze_days: number;
  /** The reference model in whose words the product speaks to those who chose none; `tessera` for its own. */
  readonly vocabulary: string;
};
const standard: Settings = {
  house: null,
  demo: false,
  reopen_window_days: 14,
  swarm_after: 2,
  language: 'en',
  zone: 'Europe/Amsterdam',
  report_freeze_days: 5,
  vocabulary: 'tessera',
};

const known = new WeakMap<Db, { at: number; value: Settings }>();

/** The settings, read at most once a second: every request asks for them. */
export async function settings(house: Pick<House, 'db' | 'clock'>): Promise<Settings> {
  const cached = known.get(house.db);
  const age = cached ? house.clock.now() - cached.at : -1;
  if (cached && age >= 0 && age < 1_000) return cached.value;
  const rows = await house.db.query<{ key: string; value: unknown }>('select key, value from setting');
  const value = { ...standard, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
  known.set(house.db, { at: house.clock.now(), value });
  return value;
}

export async function setSetting(house: Pick<House, 'db'>, key: keyof Settings, value: string | number | boolean | null): Promise<void> {
  await house.db.query('insert into setting (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value', [
    key,
    JSON.stringify(value),
  ]);
  known.delete(house.db);
}
