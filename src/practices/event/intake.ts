// From a signal to at most one command: what is new is raised, repeated or cleared; what is not new is nothing.
import type { Ask } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Labels } from './record.ts';
import type { Signal } from './signal.ts';

/** A command with the id that makes retries harmless: spread it into a request. */
export type Intake = Ask & { readonly id: string };

/** The open event with the signal's source and key, if there is one. */
export type Known = Pick<AnyRow, 'id' | 'version'> & {
  readonly summary: string;
  readonly severity: string;
  readonly started_at: string;
  readonly labels: Labels | null;
};

export type Context = {
  /** The integration that the signal came through. */
  readonly source: string;
  readonly service: string | null;
  readonly item: string | null;
  readonly customer: string | null;
  /** How many events of this source and key are over. */
  readonly earlier: number;
  /** When it arrived: the start of an occurrence whose source does not say. ISO instant. */
  readonly now: string;
};

/** Null: there is nothing new in the signal. */
export function signalToRequest(signal: Signal, existing: Known | null, context: Context): Intake | null {
  if (signal.action === 'clear') return existing ? clearing(signal, existing) : null;
  return existing ? repeating(signal, existing) : raising(signal, context);
}

/** Answers of `perform` that mean: somebody else was first, or it was said before. */
export function isNothingNew(refusal: Refusal): boolean {
  return ['taken', 'key_reused', 'wrong_state', 'event.repeat.nothing_new'].includes(refusal.refused);
}

export function isNews(signal: Pick<Signal, 'summary' | 'severity' | 'labels' | 'started_at'>, existing: Omit<Known, 'id' | 'version'>): boolean {
  if (signal.started_at !== null && signal.started_at < existing.started_at) return false;
  return (
    (signal.started_at !== null && signal.started_at > existing.started_at) ||
    signal.severity !== existing.severity ||
    signal.summary !== existing.summary ||
    written(signal.labels) !== written(existing.labels ?? {})
  );
}

function raising(signal: Signal, { source, service, item, customer, earlier, now }: Context): Intake {
  const { dedup_key, summary, severity, labels } = signal;
  // Same source, key and start: the same occurrence, so that deliveries that race make one event.
  const id = `event:${customer ?? 'house'}:${source}:${dedup_key}:${signal.started_at ?? `#${earlier}`}`;
  const input = { dedup_key, source, summary, severity, started_at: signal.started_at ?? now, service, item, customer, labels };
  return { id, record: 'event', command: 'raise', target: null, input };
}

function repeating(signal: Signal, existing: Known): Intake | null {
  if (!isNews(signal, existing)) return null;
  const { summary, severity, labels } = signal;
  const input = { summary, severity, labels, ...(signal.started_at ? { started_at: signal.started_at } : {}) };
  return { id: `event:${existing.id}:${existing.version}:${digest(written(input))}`, record: 'event', command: 'repeat', target: existing.id, input };
}

/** The end of an occurrence that began before the present one is old news. */
function clearing(signal: Signal, existing: Known): Intake | null {
  if (signal.started_at !== null && signal.started_at < existing.started_at) return null;
  if (signal.cleared_at !== null && signal.cleared_at < existing.started_at) return null;
  const input = signal.cleared_at ? { cleared_at: signal.cleared_at } : {};
  return { id: `event:${existing.id}:clear:${existing.started_at}`, record: 'event', command: 'clear', target: existing.id, input };
}

const written = (values: Readonly<Record<string, unknown>>): string => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** FNV-1a, 32 bits: enough to tell apart what one source said about one version of one event. */
function digest(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
