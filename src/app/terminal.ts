// What every command of the command line shares: configuration with its faults, a log for people, tables, and problems in words.
import { readFileSync } from 'node:fs';
import type { Command, CommandOptions } from 'commander';
import { type Config, readConfig } from '../platform/config/config.ts';
import type { Log } from '../platform/db/types.ts';
import { type Call, type Connection, connect } from './connect.ts';

/** A message for the person at the terminal; anything else that is thrown is a bug and shows its stack. */
export class Said extends Error {}

export function configuration(): Config {
  const { config, faults, warnings } = readConfig(process.env, (file) => readFileSync(file, 'utf8'));
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
  if (faults.length) throw new Said(`The configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return config;
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'];

/** Warnings and errors for people, on standard error. */
export function terminalLog(level: string): Log {
  const write = (own: string) => (fields: object, message: string) => {
    if (levels.indexOf(own) >= levels.indexOf(level)) process.stderr.write(`${own}: ${message} ${Object.keys(fields).length ? JSON.stringify(fields) : ''}\n`);
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Adds a command that asks a server, the one of this machine when no other is named; `--json` gives the answer as it came. */
export function asking(program: Command, name: string, about: string, options?: CommandOptions): Command {
  return program
    .command(name, options)
    .description(about)
    .option('--url <address>', 'another server')
    .option('--token <token>', 'API token for it')
    .option('--json', 'the answer as JSON');
}

export type Where = { readonly url?: string; readonly token?: string };

/** Runs something against the product and closes the way to it again. */
export async function talking<T>(where: Where, does: (connection: Connection) => Promise<T>): Promise<T> {
  const config = configuration();
  const url = where.url ?? process.env['TESSERA_URL'];
  const token = where.token ?? process.env['TESSERA_TOKEN'];
  const connection = await connect(config, { url, token, log: terminalLog('warn') });
  try {
    return await does(connection);
  } finally {
    await connection.close();
  }
}

/** Calls and answers the parsed body; a problem becomes a sentence. */
export async function ask<T = Record<string, unknown>>(connection: Connection, call: Call): Promise<T> {
  const { status, body } = await connection.call(call);
  const parsed = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
  if (status >= 400) throw new Said(`${parsed.detail ?? parsed.title ?? `The server answered ${status}.`}${parsed.code ? ` (${parsed.code})` : ''}`);
  return parsed as T;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Rows as columns of text; long cells are cut so that a row stays a line. */
export function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => plain(cell)));
  const widths = head.map((_, index) => Math.min(48, Math.max(...cells.map((row) => row[index]?.length ?? 0))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (cell.length > (widths[index] ?? 0) ? `${cell.slice(0, (widths[index] ?? 1) - 1)}…` : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  return cells.map(line).join('\n');
}

/** Control characters in stored text must not steer the reader's terminal. */
export function plain(cell: unknown): string {
  const text = cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell);
  return [...text].map((each) => (each < ' ' || each === '\u007f' ? ' ' : each)).join('');
}
