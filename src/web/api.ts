// The only place that speaks HTTP: typed calls, problems as values on the error, CSRF, idempotency keys and versions.
import { noteServerTime } from './clockwork.ts';
import type { Problem } from './contract.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Sending = {
  readonly method?: Method;
  readonly path: string;
  readonly body?: unknown;
  /** The same key twice changes nothing: made once per composer and kept until the server has answered. */
  readonly key?: string;
  /** The version the person looked at. */
  readonly version?: number;
  /** A file, sent as it is. */
  readonly content?: Blob;
};
export type ProblemError = Error & { readonly problem: Problem };

let csrf = '';
let language = 'en';

/** What every later call carries; set when the session is read. */
export function carry(what: { csrf?: string | null; language?: string }): void {
  if (what.csrf) csrf = what.csrf;
  if (what.language) language = what.language;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>(path, { method: 'GET', headers: { accept: 'application/json', 'accept-language': language }, signal: signal ?? null });
}

export function send<T>({ method = 'POST', path, body, key, version, content }: Sending): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language, 'x-csrf-token': csrf };
  if (content) headers['content-type'] = 'application/octet-stream';
  else if (body !== undefined) headers['content-type'] = 'application/json';
  if (key) headers['idempotency-key'] = key;
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  return call<T>(path, { method, headers, body: content ?? (body === undefined ? null : JSON.stringify(body)) });
}

export function problemOf(error: unknown): Problem {
  const known = typeof error === 'object' && error !== null && 'problem' in error ? (error as ProblemError).problem : null;
  return known ?? { status: -1, code: 'fault', title: 'Error', detail: error instanceof Error ? error.message : String(error) };
}

/** A key that no other composer will ever use. */
export const newKey = (): string => `web-${crypto.randomUUID()}`;

/** Builds a query string; what is empty is left out. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return kept.length ? `?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()}` : '';
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const asked = performance.now();
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw fail({ status: 0, code: 'offline', title: 'Offline', detail: '' });
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) throw fail(problemFrom(response, body));
  if (isObject(body) && typeof body.now === 'string') noteServerTime({ now: body.now, asked, answered: performance.now() });
  return body as T;
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemFrom(response: Response, body: unknown): Problem {
  const said = isObject(body) ? body : {};
  return { code: `http_${response.status}`, title: response.statusText, detail: '', ...said, status: response.status };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const fail = (problem: Problem): ProblemError => Object.assign(new Error(problem.detail || problem.title), { problem });
