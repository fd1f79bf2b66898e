// A signal: what a monitoring system said, in one shape whatever system it was; and the checks that its parsers share.
import { isInstant } from '../../kernel/field.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Labels } from './record.ts';

export type Severity = 'critical' | 'error' | 'warning' | 'info';

export type Signal = {
  /** What the source calls the same thing. */
  readonly dedup_key: string;
  readonly action: 'trigger' | 'clear';
  readonly summary: string;
  readonly severity: Severity;
  /** Start of the occurrence by the source's clock; null when it does not say. ISO instants. */
  readonly started_at: string | null;
  readonly cleared_at: string | null;
  readonly labels: Labels;
  /** Names that may be a service's code or alias, the most specific first. */
  readonly hints: readonly string[];
};

export type Read<T> = { readonly value: T } | Refusal;
export type Plain = Readonly<Record<string, unknown>>;

export const longestKey = 255;
const longestSummary = 300;
const longestLabel = 1_000;
const mostLabels = 200;

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Storable text: no NUL, no half surrogate pair. */
export function isStorable(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
}

export function text(value: unknown, field: string, limit: number): Read<string> {
  if (value === undefined || value === null || value === '') return refuse('signal.required', field, { field });
  return isStorable(value) && value.length <= limit ? { value } : refuse('signal.not_text', field, { field, limit });
}

export function instant(value: unknown, field: string): Read<string> {
  return isInstant(value) ? { value: new Date(value).toISOString() } : refuse('signal.not_instant', field, { field });
}

export function choice<const T extends string>(value: unknown, field: string, options: readonly T[]): Read<T> {
  const found = options.find((each) => each === value);
  return found === undefined ? refuse('signal.not_choice', field, { field, options: options.join(', ') }) : { value: found };
}

/** A map of names to texts, cut to what is stored; values that are no text are written as JSON. */
export function labelsOf(value: unknown, field: string, prefix = ''): Read<Labels> {
  if (value === undefined || value === null) return { value: {} };
  if (!isPlain(value)) return refuse('signal.not_object', field, { field });
  const entries = Object.entries(value);
  if (entries.length > mostLabels) return refuse('signal.too_many', field, { field, limit: mostLabels });
  const kept: [string, string][] = [];
  for (const [name, each] of entries) {
    const written = typeof each === 'string' ? each : (JSON.stringify(each) ?? '');
    if (!isStorable(name) || !isStorable(written) || name === '__proto__') {
      const at = `${field}.${name.toWellFormed().replaceAll('\u0000', '').slice(0, 60)}`;
      return refuse('signal.not_text', at, { field: at, limit: longestLabel });
    }
    kept.push([`${prefix}${name.slice(0, 200)}`, cut(written, longestLabel)]);
  }
  return { value: Object.fromEntries(kept) };
}

/** One line of at most 300 characters. */
export function summaryOf(...candidates: readonly unknown[]): string {
  const found = candidates.find((each): each is string => isStorable(each) && each.trim() !== '') ?? 'Alarm';
  return cut(found.replace(/\s+/g, ' ').trim(), longestSummary);
}

const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  crit: 'critical',
  emergency: 'critical',
  fatal: 'critical',
  page: 'critical',
  disaster: 'critical',
  error: 'error',
  err: 'error',
  high: 'error',
  major: 'error',
  warning: 'warning',
  warn: 'warning',
  minor: 'warning',
  average: 'warning',
  info: 'info',
  information: 'info',
  none: 'info',
  ok: 'info',
};

/** An unknown word counts as an error: somebody configured the alarm, so it is not noise. */
export function severityOf(value: unknown): Severity {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return Object.hasOwn(severities, word) ? (severities[word] as Severity) : 'error';
}

/** Distinct non-empty hints; an address with a port also counts without it. */
export function hintsOf(values: readonly unknown[]): string[] {
  const found = values.filter((each): each is string => isStorable(each) && each.trim() !== '' && each.length <= 200).map((each) => each.trim());
  return [...new Set(found.flatMap((each) => (/:\d{1,5}$/.test(each) ? [each, each.replace(/:\d{1,5}$/, '')] : [each])))].slice(0, 40);
}

/** The longest beginning of at most `limit` UTF-16 units that does not split a character. */
export function cut(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const shorter = value.slice(0, limit);
  return shorter.isWellFormed() ? shorter : shorter.slice(0, -1);
}
