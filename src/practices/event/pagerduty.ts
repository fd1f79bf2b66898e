// Reads PagerDuty Events API v2 requests, which Alertmanager, Zabbix and many others can send.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Labels } from './record.ts';
import { choice, cut, hintsOf, instant, isPlain, isStorable, labelsOf, longestKey, type Plain, type Signal, severityOf, summaryOf, text } from './signal.ts';

const actions = ['trigger', 'acknowledge', 'resolve'] as const;
/** Names, in details and tags, of what failed, the most specific first. */
const naming = ['ci', 'component', 'service_code', 'service', 'device', 'host', 'Event host', 'hostname', 'node', 'instance', 'job', 'Event host ip'];

/**
 * The signal of one request as a list of one, an empty list for `acknowledge`, or a refusal that names the field. Without a
 * `dedup_key` the source, component and summary together are the key: the sender then has none to resolve by.
 */
export function fromPagerDuty(body: unknown): readonly Signal[] | Refusal {
  if (!isPlain(body)) return refuse('signal.not_object', 'body', { field: 'body' });
  const action = choice(body.event_action, 'event_action', actions);
  if (isRefusal(action)) return action;
  if (action.value === 'acknowledge') return [];
  const payload = body.payload ?? {};
  if (!isPlain(payload)) return refuse('signal.not_object', 'payload', { field: 'payload' });
  const wrong = action.value === 'trigger' ? wrongTrigger(payload) : null;
  if (wrong) return wrong;
  const key = body.dedup_key === undefined || body.dedup_key === '' ? keyOf(action.value, payload) : text(body.dedup_key, 'dedup_key', longestKey);
  if (isRefusal(key)) return key;
  const said = payload.timestamp === undefined ? null : instant(payload.timestamp, 'payload.timestamp');
  if (said && isRefusal(said)) return said;
  const details = detailsOf(payload);
  if (isRefusal(details)) return details;
  const trigger = action.value === 'trigger';
  const signal: Signal = {
    dedup_key: key.value,
    action: trigger ? 'trigger' : 'clear',
    summary: summaryOf(payload.summary),
    severity: severityOf(payload.severity),
    started_at: trigger ? (said?.value ?? null) : null,
    cleared_at: trigger ? null : (said?.value ?? null),
    labels: details.value,
    hints: hintsFrom(payload, details.value),
  };
  return [signal];
}

function wrongTrigger(payload: Plain): Refusal | null {
  for (const name of ['summary', 'source'] as const) {
    const wrong = text(payload[name], `payload.${name}`, 10_000);
    if (isRefusal(wrong)) return wrong;
  }
  const severity = choice(payload.severity, 'payload.severity', ['critical', 'error', 'warning', 'info']);
  return isRefusal(severity) ? severity : null;
}

function keyOf(action: string, payload: Plain): { value: string } | Refusal {
  if (action === 'resolve') return refuse('signal.required', 'dedup_key', { field: 'dedup_key' });
  const parts = [payload.source, payload.component, payload.summary].filter(isStorable);
  return { value: cut(parts.join('|'), longestKey) };
}

type Details = { value: Labels } | Refusal;

function detailsOf(payload: Plain): Details {
  const given = payload.custom_details;
  const details = typeof given === 'string' ? labelsOf({ details: given }, 'payload.custom_details') : labelsOf(given, 'payload.custom_details');
  if (isRefusal(details)) return details;
  const named = Object.fromEntries(['source', 'component', 'group', 'class'].map((name) => [name, payload[name]]).filter(([, value]) => value !== undefined));
  const own = labelsOf(named, 'payload');
  return isRefusal(own) ? own : { value: { ...details.value, ...own.value } };
}

/** Alertmanager writes the labels of its alerts as lines, Zabbix its tags as `name:value, name:value`. */
function hintsFrom(payload: Plain, details: Labels): string[] {
  const lines = `${details.firing ?? ''}\n${details.resolved ?? ''}`.matchAll(/^ - (\w+) = (.+)$/gm);
  const tags = (details['Event tags'] ?? '').split(',').map((tag) => /^\s*([\w.-]+):(.+)$/.exec(tag));
  const written = [...lines, ...tags.filter((tag) => tag !== null)].map(([, name, value]) => [name as string, value as string] as const);
  const found = naming.flatMap((name) => [details[name], ...written.filter(([each]) => each === name).map(([, value]) => value)]);
  return hintsOf([...found, payload.source, payload.group]);
}
