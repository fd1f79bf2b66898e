// Speaks PostgreSQL's own protocol with the embedded engine: one message per statement, half the price of `PGlite.query`.

import { type PGlite, protocol } from '@electric-sql/pglite';
import { type Command, isWorthPreparing } from './engine.ts';
import { DatabaseError, isStalePlan } from './errors.ts';
import type { TransactionStatus, WireResult } from './pglite-rpc.ts';
import { parserFor } from './values.ts';

export type Conversation = {
  /** Errors: DatabaseError of the first refused command; any other error means that the engine is broken. */
  run(commands: readonly Command[]): Promise<WireResult[]>;
  exec(sql: string): Promise<WireResult[]>;
  status(): TransactionStatus;
};

/** Named statements are kept by the server for ever, so there is a limit and no replacement. */
const mostPrepared = 300;

export function converse(engine: PGlite): Conversation {
  const prepared = new Map<string, string>();
  let generation = 0;
  let status: TransactionStatus = 'I';

  async function exchange(bytes: Uint8Array): Promise<Message[]> {
    const messages = (await engine.execProtocolStream(bytes, { throwOnError: false, syncToFs: false })) as Message[];
    const ready = messages.findLast((message) => message.name === 'readyForQuery');
    if (!ready) throw new Error(`the embedded engine stopped answering: ${messages.findLast(isError)?.message ?? 'no reason given'}`);
    status = ready.status as TransactionStatus;
    return messages;
  }

  /** The plans may be of yesterday's columns. New names, for in a failed transaction nothing can be deallocated. */
  function forget(): void {
    prepared.clear();
    generation += 1;
  }

  async function runOne(command: Command): Promise<WireResult> {
    const known = prepared.get(command.sql);
    const mayPrepare = prepared.size < mostPrepared && isWorthPreparing(command.sql);
    const name = known ?? (mayPrepare ? `t${generation}_${prepared.size}` : '');
    const messages = await exchange(bytesFor(command, name, known !== undefined));
    if (name !== '' && messages.some((message) => message.name === 'parseComplete')) prepared.set(command.sql, name);
    const error = messages.find(isError);
    if (error) throw refusal(error);
    return resultsIn(messages)[0] ?? { command: '', fields: [], rows: [] };
  }

  function refusal(error: Message): DatabaseError {
    const refused = databaseError(error);
    if (isStalePlan(refused)) forget();
    return refused;
  }

  return {
    async run(commands) {
      const results: WireResult[] = [];
      for (const command of commands) results.push(await runOne(command));
      return results;
    },
    async exec(sql) {
      const messages = await exchange(protocol.serialize.query(sql));
      const error = messages.find(isError);
      if (error) throw refusal(error);
      if (/\b(alter|create|drop)\b/i.test(sql)) forget();
      return resultsIn(messages);
    },
    status: () => status,
  };
}

/** The fields of the messages that are used here; PGlite's own types name each message apart. */
type Message = {
  name: string;
  status?: string;
  text?: string;
  message?: string;
  code?: string;
  fields?: readonly unknown[];
};

type Column = { name: string; dataTypeID: number };

const sync = protocol.serialize.sync();

function bytesFor(command: Command, name: string, isPrepared: boolean): Uint8Array {
  const { serialize } = protocol;
  const parts = [serialize.bind({ statement: name, values: [...command.values] }), serialize.describe({ type: 'P' }), serialize.execute({}), sync];
  if (!isPrepared) parts.unshift(serialize.parse({ name, text: command.sql }));
  return Buffer.concat(parts);
}

function isError(message: Message): boolean {
  return message.name === 'error';
}

function databaseError(error: Message): DatabaseError {
  return new DatabaseError({ ...(error as object), message: error.message ?? 'unknown', code: error.code ?? 'XX000' });
}

function resultsIn(messages: readonly Message[]): WireResult[] {
  const results: WireResult[] = [];
  let columns: readonly Column[] = [];
  let rows: unknown[][] = [];
  for (const message of messages) {
    if (message.name === 'rowDescription') columns = message.fields as readonly Column[];
    else if (message.name === 'dataRow') rows.push(cells(message.fields as readonly (string | null)[], columns));
    else if (message.name === 'commandComplete') {
      results.push({ command: message.text?.split(' ')[0] ?? '', fields: columns.map((column) => column.name), rows });
      columns = [];
      rows = [];
    }
  }
  return results;
}

function cells(texts: readonly (string | null)[], columns: readonly Column[]): unknown[] {
  return texts.map((text, at) => (text === null ? null : parserFor(columns[at]?.dataTypeID ?? 0)(text)));
}
