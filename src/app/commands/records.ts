// `tessera list, show, open, do, search, report`: everything the API can do with records, from a terminal.
import type { Command } from 'commander';
import { pluralOf } from '../record-numbers.ts';
import { theRegistry } from '../registry.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Row = Record<string, unknown>;
type Listed = { data: Row[]; refs: Record<string, string>; next: string | null; count: { value: number; capped: boolean } | null };
type One = { data: Row; refs: Record<string, string>; may: string[] };
type Shown = Where & { json?: boolean };

export function recordCommands(program: Command): void {
  const add = (name: string, about: string): Command => asking(program, name, about);
  add('list <records> [view...]', 'list records, for example: tessera list incidents is:open sort:due').action(list);
  add('show <id>', 'show a record and its journal, for example: tessera show INC-12').action(show);
  add('open <record> [fields...]', 'open a record, for example: tessera open incident title="No mail" service=SVC-8 customer=ORG-2')
    .option('--key <key>', 'the same key twice makes one record')
    .action(open);
  add('do <id> <command> [fields...]', 'give a command, for example: tessera do INC-12 resolve resolution=workaround note="Rerouted"')
    .option('--key <key>', 'the same key twice acts once')
    .action(doCommand);
  add('search <words...>', 'search every kind of record').action(search);
  add('report <month>', 'the report of a month, for example: tessera report 2026-10').option('--customer <id>').option('--service <id>').action(report);
}

export const named = (refs: Record<string, string>, value: unknown): unknown =>
  typeof value === 'string' ? (refs[value] ?? value) : Array.isArray(value) ? value.map((each) => refs[each] ?? each).join(', ') : value;

async function list(records: string, view: string[], options: Shown): Promise<void> {
  const practice = theRegistry.byPlural.get(records) ?? theRegistry.practices.get(records);
  if (!practice) throw new Said(`There are no ${records}. There are: ${[...theRegistry.byPlural.keys()].join(', ')}.`);
  const { definition } = practice;
  const answer = await talking(options, (to) => ask<Listed>(to, { method: 'GET', path: `/api/${definition.plural}?q=${encodeURIComponent(view.join(' '))}` }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const columns = [
    'id',
    'state',
    ...(definition.clocks ? ['due'] : []),
    ...Object.keys(definition.fields).filter((name) => definition.fields[name]?.listed),
  ].slice(0, 8);
  print(
    table(
      columns,
      answer.data.map((row) => columns.map((name) => named(answer.refs, row[name]))),
    ),
  );
  const total = answer.count;
  if (total) print(`\n${answer.data.length} of ${total.value}${total.capped ? '+' : ''}`);
}

async function show(id: string, options: Shown): Promise<void> {
  const path = `/api/${pluralOf(id)}/${encodeURIComponent(id.toUpperCase())}`;
  const [one, journal] = await talking(
    options,
    async (to) =>
      [
        await ask<One>(to, { method: 'GET', path }),
        await ask<{ data: Row[]; refs: Record<string, string> }>(to, { method: 'GET', path: `${path}/journal` }),
      ] as const,
  );
  if (options.json) return print(JSON.stringify({ ...one, journal: journal.data }, null, 2));
  const filled = Object.entries(one.data).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  print(
    table(
      ['field', 'value'],
      filled.map(([name, value]) => [name, named(one.refs, value)]),
    ),
  );
  print(
    `\n${table(
      ['at', 'who', 'fact', 'note'],
      journal.data.map((fact) => [fact.at, fact.actor_name, fact.fact, fact.note]),
    )}`,
  );
  print(`\nYou may: ${one.may.join(', ') || 'look'}`);
}

async function open(record: string, fields: string[], options: Shown & { key?: string }): Promise<void> {
  const practice = theRegistry.practices.get(record) ?? theRegistry.byPlural.get(record);
  if (!practice) throw new Said(`There is no record "${record}". There are: ${[...theRegistry.practices.keys()].join(', ')}.`);
  await send(`/api/${practice.definition.plural}`, fields, options);
}

async function doCommand(id: string, command: string, fields: string[], options: Shown & { key?: string }): Promise<void> {
  await send(`/api/${pluralOf(id)}/${encodeURIComponent(id.toUpperCase())}/${encodeURIComponent(command)}`, fields, options);
}

async function send(path: string, fields: string[], options: Shown & { key?: string }): Promise<void> {
  const headers: Record<string, string> = options.key ? { 'idempotency-key': options.key } : {};
  const answer = await talking(options, (to) => ask<One>(to, { method: 'POST', path, body: inputOf(fields), headers }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  print(`${answer.data.id} is ${answer.data.state}. You may: ${answer.may.join(', ') || 'look'}`);
}

/** `name=value`; a value that is JSON (a number, true, a list, an object, null) is taken as such, anything else as text. */
function inputOf(fields: readonly string[]): Row {
  return Object.fromEntries(
    fields.map((field) => {
      const at = field.indexOf('=');
      if (at < 1) throw new Said(`"${field}" is not name=value.`);
      return [field.slice(0, at), inputValue(field.slice(at + 1))];
    }),
  );
}

function inputValue(text: string): unknown {
  if (!/^(-?\d+|true|false|null|\[.*\]|\{.*\}|".*")$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function search(words: string[], options: Shown): Promise<void> {
  const answer = await talking(options, (to) => ask<{ data: Row[] }>(to, { method: 'GET', path: `/api/search?q=${encodeURIComponent(words.join(' '))}` }));
  print(
    options.json
      ? JSON.stringify(answer, null, 2)
      : table(
          ['id', 'title', 'state'],
          answer.data.map((hit) => [hit.id, hit.title, hit.state]),
        ),
  );
}

type Broken = { record_id: string; metric: string; target_ms: number; longest: { party: string; used_ms: number } | null; last: { party: string } | null };
type ReportAnswer = {
  data: {
    service: string;
    customer: string;
    times: Row[];
    availability: Row[];
    breaches: Broken[];
    parties: { party: string; ms: number }[];
  }[];
  reports: { customer: string; state: string; differs: unknown[] }[];
  refs: Record<string, string>;
  cut_off: string;
};

async function report(month: string, options: Shown & { customer?: string; service?: string }): Promise<void> {
  const query = new URLSearchParams({
    month,
    ...(options.customer ? { customer: options.customer } : {}),
    ...(options.service ? { service: options.service } : {}),
  });
  const answer = await talking(options, (to) => ask<ReportAnswer>(to, { method: 'GET', path: `/api/reports/month?${query}` }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const percent = (ppm: unknown): string => (typeof ppm === 'number' ? `${(ppm / 10_000).toFixed(3)} %` : '-');
  for (const { service, customer, times, availability, breaches, parties } of answer.data) {
    print(`\n${named(answer.refs, service)} for ${named(answer.refs, customer)}`);
    print(
      table(
        ['promise', 'met', 'missed', 'attained', 'promised', 'kept'],
        times.map((each) => [each.metric, each.met, each.missed, percent(each.attained_ppm), percent(each.promised_ppm), each.kept ?? 'no cases']),
      ),
    );
    print(
      table(
        ['availability', 'measured', 'promised', 'chain', 'outages', 'minutes down', 'kept'],
        availability.map((each) => [
          each.name,
          percent(each.measured_ppm),
          percent(each.promised_ppm),
          percent(each.chain_ppm),
          each.outages,
          Math.round(Number(each.down_ms) / 60_000),
          each.kept,
        ]),
      ),
    );
    print(
      table(
        ['missed', 'promise', 'target minutes', 'longest with', 'minutes', 'broke with'],
        breaches.map((each) => [
          each.record_id,
          each.metric,
          each.target_ms / 60_000,
          named(answer.refs, each.longest?.party ?? '-'),
          Math.round((each.longest?.used_ms ?? 0) / 60_000),
          named(answer.refs, each.last?.party ?? '-'),
        ]),
      ),
    );
    print(
      table(
        ['whose time', 'minutes'],
        parties.map((each) => [named(answer.refs, each.party), Math.round(each.ms / 60_000)]),
      ),
    );
  }
  for (const { customer, state, differs } of answer.reports)
    print(`\n${named(answer.refs, customer)}: ${state}${differs.length ? `; ${differs.length} figures would be different now` : ''}`);
  print(`Figures up to ${answer.cut_off}.`);
}
