// Speaks PostgreSQL's own protocol with the embedded engine: one message for all statements of a round, half the price of `PGlite.query`.

import { type PGlite, protocol } from '@electric-sql/pglite';
import { type Command, isWorthPreparing } from './engine.ts';
import { DatabaseError, isStalePlan } from './errors.ts';
import type { TransactionStatus, WireResult } from './pglite-rpc.ts';
import { type PreparedStatement, preparedStatements } from './prepared.ts';
import { parserFor } from './values.ts';

export type Conversation = {
  /** Errors: DatabaseError of the first refused command; any other error means that the engine is broken. */
  run(commands: readonly Command[]): Promise<WireResult[]>;
  exec(sql: string): Promise<WireResult[]>;
  status(): TransactionStatus;
};

export function converse(engine: PGlite): Conversation {
  const prepared = preparedStatements(300);
  let status: TransactionStatus = 'I';

  async function exchange(bytes: Uint8Array): Promise<Message[]> {
    const messages = (await engine.execProtocolStream(bytes, { throwOnError: false, syncToFs: false })) as Message[];
    const ready = messages.findLast((message) => message.name === 'readyForQuery');
    if (!ready) throw new Error(`the embedded engine stopped answering: ${messages.findLast(isError)?.message ?? 'no reason given'}`);
    status = ready.status as TransactionStatus;
    return messages;
  }

  /** One Sync behind all of them: after the first refusal the server skips the rest. */
  async function runAll(commands: readonly Command[]): Promise<WireResult[]> {
    const parsing: PreparedStatement[] = [];
    const bytes = commands.flatMap((command) => {
      const statement = isWorthPreparing(command) ? prepared.find(command.sql) : unnamed;
      if (!statement.isParsed) parsing.push(statement);
      return bytesFor(command, statement);
    });
    const messages = await exchange(Buffer.concat([...prepared.takeClosed().map((old) => protocol.serialize.close({ type: 'S', name: old })), ...bytes, sync]));
    const parsed = messages.filter((message) => message.name === 'parseComplete').length;
    for (const statement of parsing.slice(0, parsed)) statement.parsed();
    const error = messages.find(isError);
    if (error) throw refusal(error);
    return resultsIn(messages);
  }

  function refusal(error: Message): DatabaseError {
    const refused = databaseError(error);
    if (isStalePlan(refused)) prepared.forget();
    return refused;
  }

  return {
    run: runAll,
    async exec(sql) {
      const messages = await exchange(protocol.serialize.query(sql));
      const error = messages.find(isError);
      if (error) throw refusal(error);
      if (/\b(alter|create|drop)\b/i.test(sql)) prepared.forget(); // its plans may be of yesterday's columns
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
const unnamed: PreparedStatement = { name: '', isParsed: false, parsed: () => undefined };

function bytesFor(command: Command, { name, isParsed }: PreparedStatement): Uint8Array[] {
  const { serialize } = protocol;
  return [
    ...(isParsed ? [] : [serialize.parse({ name, text: command.sql })]),
    serialize.bind({ statement: name, values: [...command.values] }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
  ];
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
    else if (message.name === 'commandComplete' || message.name === 'emptyQuery') {
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
