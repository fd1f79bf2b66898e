// Writes an event log as XES (IEEE 1849-2016): traces and events with the standard extensions; pure text, a piece at a time.

/** An event as it is written. `resource` is a person's pseudonym or name, or the product itself; `group` the organisation it acted for. */
export type XesEvent = {
  readonly name: string;
  readonly at: string;
  readonly resource: string;
  readonly group: string | null;
  readonly channel: string;
  readonly state: string | null;
};
export type XesTrace = { readonly name: string; readonly attributes: Readonly<Record<string, string | null>>; readonly events: readonly XesEvent[] };

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
] as const;

/** Up to and with the attributes of the log. `name` names it; `note` says what was left out. */
export function xesHead({ name, note }: { readonly name: string; readonly note: string }): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...extensions.map(([title, prefix]) => `  <extension name="${title}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`),
    `  <global scope="trace">${string('concept:name', 'unknown')}</global>`,
    `  <global scope="event">${string('concept:name', 'unknown')}${string('lifecycle:transition', 'complete')}${date('time:timestamp', '1970-01-01T00:00:00.000Z')}${string('org:resource', 'unknown')}</global>`,
    '  <classifier name="Activity" scope="event" keys="concept:name"/>',
    '  <classifier name="Activity and resource" scope="event" keys="concept:name org:resource"/>',
    `  ${string('concept:name', name)}`,
    `  ${string('lifecycle:model', 'standard')}`,
    `  ${string('note', note)}`,
    '',
  ].join('\n');
}

export function xesTrace({ name, attributes, events }: XesTrace): string {
  const own = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [`    ${string(key, value)}\n`]));
  return `  <trace>\n    ${string('concept:name', name)}\n${own.join('')}${events.map(eventOf).join('')}  </trace>\n`;
}

export const xesTail = '</log>\n';

/** A fact is one moment: the activity it tells of is complete. */
function eventOf({ name, at, resource, group, channel, state }: XesEvent): string {
  const parts = [
    string('concept:name', name),
    string('lifecycle:transition', 'complete'),
    date('time:timestamp', at),
    string('org:resource', resource),
    ...(group === null ? [] : [string('org:group', group)]),
    string('channel', channel),
    ...(state === null ? [] : [string('state', state)]),
  ];
  return `    <event>${parts.join('')}</event>\n`;
}

const string = (key: string, value: string): string => `<string key="${escaped(key)}" value="${escaped(value)}"/>`;
const date = (key: string, value: string): string => `<date key="${escaped(key)}" value="${escaped(value)}"/>`;

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The text of an attribute. What XML 1.0 has no character for (controls, halves of pairs, U+FFFE and U+FFFF) becomes U+FFFD. */
export function escaped(text: string): string {
  const storable = [...text.toWellFormed()].map((each) => (isXml(each.codePointAt(0) ?? 0) ? each : '\ufffd')).join('');
  return storable.replace(/[&<>"'\t\n\r]/g, (each) => named[each] ?? each);
}

const isXml = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;

/** Persons in the order they appear: the first is `person-1`, and the same one stays so within an export. */
export function pseudonyms(): (person: string) => string {
  const known = new Map<string, string>();
  return (person) => {
    const name = known.get(person) ?? `person-${known.size + 1}`;
    known.set(person, name);
    return name;
  };
}
