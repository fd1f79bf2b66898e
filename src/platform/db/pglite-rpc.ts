// The messages between the process and the worker thread in which the embedded PostgreSQL runs.

import type { Command } from './engine.ts';
import type { DatabaseErrorFields } from './errors.ts';

/** Given to the worker at birth; it answers with the reply to request 0 when the database is open. */
export type WorkerData = {
  /** Directory of the cluster, or null for one in memory. */
  dir: string | null;
  /** The version of PGlite, for `health`. */
  pglite: string;
  /** Tarball to start from when the cluster is in memory. */
  templateFile: string | null;
};

/** What the worker needs besides: the compiled engine, shared because compiling it is a third of every start. */
export type WorkerStart = WorkerData & { wasm: WebAssembly.Module };

export type Request =
  | { id: number; kind: 'run'; commands: readonly Command[] }
  | { id: number; kind: 'exec'; sql: string }
  | { id: number; kind: 'dump'; file: string }
  | { id: number; kind: 'close' };

/** Rows travel as lists of cells: half the price of objects on the receiving thread. */
export type WireResult = { command: string; fields: string[]; rows: unknown[][] };

/** `I` idle, `T` in a transaction, `E` in a failed one (ReadyForQuery, PostgreSQL protocol 55.7). */
export type TransactionStatus = 'I' | 'T' | 'E';

export type Opened = {
  pglite: string;
  server: string;
  /** Whether a commit reached the disk in the self-test; false in memory. */
  durable: boolean;
};

export type Reply =
  | { id: number; kind: 'opened'; opened: Opened }
  | { id: number; kind: 'results'; results: WireResult[]; status: TransactionStatus }
  | { id: number; kind: 'refused'; error: DatabaseErrorFields; status: TransactionStatus }
  | { id: number; kind: 'done' }
  /** Not an answer of the server but the end of the engine: nothing more can be asked of this worker. */
  | { id: number; kind: 'fatal'; message: string }
  | { id: -1; kind: 'notification'; channel: string; payload: string };
