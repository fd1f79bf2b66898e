// One worker thread with one embedded PostgreSQL in it: asking, time limits, and noticing its death.

import fs from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { pgliteFile } from './data-directory.ts';
import { deadline } from './deadline.ts';
import { ConnectionLost, DatabaseError, QueryTimeout } from './errors.ts';
import type { Opened, Reply, Request, TransactionStatus, WireResult, WorkerData, WorkerStart } from './pglite-rpc.ts';
import { workerFile } from './worker-file.ts';

export type Remote = {
  readonly opened: Opened;
  /** One request at a time. Errors: DatabaseError, QueryTimeout, ConnectionLost; the last two end the worker. */
  ask(request: RequestBody, timeoutMs: number): Promise<Answer>;
  status(): TransactionStatus;
  terminate(): Promise<void>;
};

export type RequestBody = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;
export type Answer = { results: WireResult[] };

export type RemoteEvents = {
  onNotification(channel: string, payload: string): void;
  /** Once, and not after `terminate` by the owner; `ended` tells when the thread has let go of its files. */
  onDeath(reason: string, ended: Promise<unknown>): void;
};

/** Errors: Error when the cluster cannot be opened. */
export async function startRemote({ data, program }: { data: WorkerData; program?: string | undefined }, events: RemoteEvents): Promise<Remote> {
  const worker = new Worker(program ?? (await workerFile()), { workerData: { ...data, wasm: await compiledEngine() } satisfies WorkerStart, execArgv: [] });
  const state: State = { worker, events, pending: undefined, nextId: 1, status: 'I', ending: false, isOpen: false };
  const opened = await new Promise<Opened>((resolve, reject) => {
    state.pending = { id: 0, opened: resolve, resolve: () => undefined, reject };
    worker.on('message', (reply: Reply) => receive(state, reply));
    worker.on('error', (error) => die(state, String(error)));
    worker.on('exit', (code) => die(state, `the thread ended with code ${code}`));
  });
  return {
    opened,
    ask: (request, timeoutMs) => ask(state, request, timeoutMs),
    status: () => state.status,
    async terminate() {
      state.ending = true;
      await worker.terminate();
    },
  };
}

let compiled: Promise<WebAssembly.Module> | undefined;

function compiledEngine(): Promise<WebAssembly.Module> {
  compiled ??= fs.readFile(pgliteFile('dist/pglite.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

type Pending = {
  id: number;
  opened?: (opened: Opened) => void;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
};

type State = {
  worker: Worker;
  events: RemoteEvents;
  pending: Pending | undefined;
  nextId: number;
  status: TransactionStatus;
  isOpen: boolean;
  /** Nobody needs to be told of the death: it was asked for, or has been told already. */
  ending: boolean;
};

function ask(state: State, request: RequestBody, timeoutMs: number): Promise<Answer> {
  if (state.ending) return Promise.reject(new ConnectionLost('the embedded database has stopped', { maybe_committed: false }));
  const id = state.nextId++;
  return new Promise((resolve, reject) => {
    const cancel = timeoutMs > 0 ? deadline(timeoutMs, () => stop(state, timeoutMs)) : undefined;
    state.pending = {
      id,
      resolve(answer) {
        cancel?.();
        resolve(answer);
      },
      reject(error) {
        cancel?.();
        reject(error);
      },
    };
    state.worker.postMessage({ ...request, id });
  });
}

function receive(state: State, reply: Reply): void {
  if (reply.kind === 'notification') return state.events.onNotification(reply.channel, reply.payload);
  const pending = state.pending;
  if (pending?.id !== reply.id) return;
  if (reply.kind === 'fatal') return die(state, reply.message);
  state.pending = undefined;
  if (reply.kind === 'results' || reply.kind === 'refused') state.status = reply.status;
  if (reply.kind === 'opened') {
    state.isOpen = true;
    pending.opened?.(reply.opened);
  }
  if (reply.kind === 'refused') pending.reject(new DatabaseError(reply.error));
  else pending.resolve({ results: reply.kind === 'results' ? reply.results : [] });
}

/** WebAssembly knows no signals, so a statement can only be stopped together with its thread. */
function stop(state: State, timeoutMs: number): void {
  const pending = state.pending;
  state.pending = undefined;
  die(state, `a statement ran longer than ${timeoutMs} ms`);
  pending?.reject(new QueryTimeout(`the statement was stopped after ${timeoutMs} ms`));
}

function die(state: State, reason: string): void {
  const mustTell = state.isOpen && !state.ending;
  state.ending = true;
  const ended = state.worker.terminate();
  if (mustTell) state.events.onDeath(reason, ended);
  state.pending?.reject(new ConnectionLost(`the embedded database stopped: ${reason}`, { maybe_committed: true }));
  state.pending = undefined;
}
