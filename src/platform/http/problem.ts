// From a refusal or a fault to problem+json (RFC 9457): the one place that knows HTTP numbers, and the reader's language.

import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refusals, refuse } from '../../kernel/refusal.ts';
import { type Language, languages, type Params, say, type Text } from '../../kernel/text.ts';
import { ConnectionLost, DatabaseError, QueryTimeout, TransactionTimeout } from '../db/errors.ts';
import { importRefusals } from '../import/refusals.ts';
import { doorRefusals } from './refusals.ts';
import { valueRefusals } from './value-refusals.ts';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly params?: Params;
  readonly request_id: string;
};

const statuses: Readonly<Record<string, number>> = {
  not_found: 404,
  unknown_record: 404,
  unknown_command: 404,
  'route.unknown': 404,
  'calculate.unknown_topic': 404,
  'route.method': 405,
  not_signed_in: 401,
  'login.wrong': 401,
  'login.token_ended': 401,
  not_allowed: 403,
  'separation.enforced': 403,
  'operating_model.off': 409,
  'login.session_only': 403,
  'token.scope': 403,
  'csrf.missing': 403,
  'csrf.origin': 403,
  wrong_state: 409,
  'import.wrong_state': 409,
  taken: 409,
  stale_version: 412,
  'link.spent': 410,
  'body.not_json': 400,
  'body.not_object': 400,
  'body.not_utf8': 400,
  'body.key_twice': 400,
  'body.too_deep': 400,
  'body.too_large': 413,
  'import.too_large': 413,
  'body.wrong_type': 415,
  'header.if_match': 400,
  'header.idempotency_key': 400,
  'request.malformed': 400,
  'login.too_many': 429,
  'request.too_many': 429,
  unavailable: 503,
  unsure: 503,
  draining: 503,
  fault: 500,
};
/** Everything else says that the content is wrong: fields, filters, and what the practices refuse. */
const otherwise = 422;

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export type Reader = { readonly language: Language; readonly request_id: string; readonly definition: Definition | null };

export function problemOf(refusal: Refusal, { language, request_id, definition }: Reader): Problem {
  const status = statuses[refusal.refused] ?? otherwise;
  const text = textOf(refusal.refused, definition);
  const params = refusal.refused === 'fault' ? { request_id } : refusal.params;
  return {
    type: `/docs/api#${refusal.refused}`,
    title: titles[status] ?? 'Error',
    status,
    code: refusal.refused,
    detail: text ? say(text, language, worded(params ?? {}, language, definition)) : refusal.refused,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(params === undefined ? {} : { params }),
    request_id,
  };
}

/** What an unexpected error is to the one who asked; null when it is a fault of ours. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof ConnectionLost) return refuse(error.maybe_committed ? 'unsure' : 'unavailable');
  if (error instanceof QueryTimeout || error instanceof TransactionTimeout) return refuse('unavailable');
  // 57P0x: the server is shutting down or starting; 53xxx: out of connections, memory or disk.
  if (error instanceof DatabaseError && /^(57P0[1-4]|53|25006)/.test(error.code)) return refuse('unavailable');
  return null;
}

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak. */
export function acceptedLanguage(header: string | undefined): Language | null {
  const ranges = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((range) => {
      const [tag = '', ...parts] = range.trim().toLowerCase().split(';');
      const weight = parts.map((part) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(part)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    });
  const best = ranges.filter((each) => each.weight > 0).sort((a, b) => b.weight - a.weight);
  return languages.find((language) => language === best.find((each) => (languages as readonly string[]).includes(each.tag))?.tag) ?? null;
}

function textOf(code: string, definition: Definition | null): Text | undefined {
  for (const catalogue of [definition?.refusals, refusals, doorRefusals, valueRefusals, importRefusals])
    if (catalogue && Object.hasOwn(catalogue, code)) return catalogue[code];
  return undefined;
}

/** Names of commands, states and fields as people know them; the machine reads the originals in `params`. */
function worded(params: Params, language: Language, definition: Definition | null): Params {
  if (!definition) return params;
  const tables = { command: definition.commands, state: definition.states, field: definition.fields } as const;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const table: Readonly<Record<string, { readonly label: Text }>> | undefined = tables[name as keyof typeof tables];
      const known = typeof value === 'string' && table && Object.hasOwn(table, value) ? table[value] : undefined;
      return [name, known ? known.label[language] : value];
    }),
  );
}
