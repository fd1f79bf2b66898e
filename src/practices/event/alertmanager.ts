// Reads the webhook of Prometheus Alertmanager (version "4"): one message holds the alerts of one group, each with its own occurrence.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { choice, hintsOf, instant, isPlain, labelsOf, longestKey, type Plain, type Read, type Signal, severityOf, summaryOf, text } from './signal.ts';

const mostAlerts = 1_000;
/** Labels that name what failed, the most specific first. */
const naming = ['ci', 'component', 'service_code', 'service', 'device', 'host', 'hostname', 'node', 'instance', 'job', 'application', 'app'];

/**
 * The signals of one POST, or the first refusal, which names the field. The key is the alert's fingerprint; fingerprint and
 * `startsAt` together are one occurrence. The same message again gives the same signals.
 */
export function fromAlertmanager(body: unknown): readonly Signal[] | Refusal {
  if (!isPlain(body)) return refuse('signal.not_object', 'body', { field: 'body' });
  if (!Array.isArray(body.alerts)) return refuse('signal.not_list', 'alerts', { field: 'alerts' });
  if (body.alerts.length > mostAlerts) return refuse('signal.too_many', 'alerts', { field: 'alerts', limit: mostAlerts });
  const signals: Signal[] = [];
  for (const [index, alert] of body.alerts.entries()) {
    const at = `alerts[${index}]`;
    const signal = isPlain(alert) ? signalOf(alert, at) : refuse('signal.not_object', at, { field: at });
    if (isRefusal(signal)) return signal;
    signals.push(signal.value);
  }
  return signals;
}

function signalOf(alert: Plain, at: string): Read<Signal> {
  const status = choice(alert.status, `${at}.status`, ['firing', 'resolved']);
  if (isRefusal(status)) return status;
  const key = text(alert.fingerprint, `${at}.fingerprint`, longestKey);
  if (isRefusal(key)) return key;
  const labels = labelsOf(alert.labels, `${at}.labels`);
  if (isRefusal(labels)) return labels;
  const annotations = labelsOf(alert.annotations, `${at}.annotations`, 'annotation.');
  if (isRefusal(annotations)) return annotations;
  const started = instant(alert.startsAt, `${at}.startsAt`);
  if (isRefusal(started)) return started;
  // While firing, endsAt is the year 1 or a moment to come: it says nothing.
  const ended = status.value === 'resolved' ? instant(alert.endsAt, `${at}.endsAt`) : { value: null };
  if (isRefusal(ended)) return ended;
  const label = labels.value;
  const value: Signal = {
    dedup_key: key.value,
    action: status.value === 'firing' ? 'trigger' : 'clear',
    summary: summaryOf(annotations.value['annotation.summary'], annotations.value['annotation.description'], label.alertname),
    severity: severityOf(label.severity),
    started_at: started.value,
    cleared_at: ended.value,
    labels: { ...label, ...annotations.value },
    hints: hintsOf(naming.map((name) => label[name])),
  };
  return { value };
}
