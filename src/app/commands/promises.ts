// `tessera feasibility` and `tessera chain PRM-7`: can the promises be kept by those beneath them, from a terminal.
import type { Command } from 'commander';
import { refusals } from '../../kernel/refusal.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { Chain, Judgement, Link, Reason, Tighten } from '../../practices/promise/link.record.ts';
import { promise } from '../../practices/promise/record.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Shown = Where & { json?: boolean };
type Refs = Readonly<Record<string, string>>;
type All = { data: readonly Judgement[]; counts: Readonly<Record<string, number>>; checked: number; took_ms: number; refs: Refs };
type One = Chain & { data: Link; accepted: Judgement['accepted']; refs: Refs };

export function promiseCommands(program: Command): void {
  const add = (name: string, about: string): Command => asking(program, name, about);
  add('feasibility', 'judge every promise by those beneath it, the worst first')
    .option('--customer <id>')
    .option('--service <id>')
    .option('--verdict <name>', 'only broken, expired, accepted, tight or ok')
    .action(feasibility);
  add('chain <id>', 'judge one promise by those beneath it, for example: tessera chain PRM-7').action(chain);
}

async function feasibility({ customer, service, verdict, ...shown }: Shown & { customer?: string; service?: string; verdict?: string }): Promise<void> {
  const asked = Object.entries({ customer, service, verdict }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const answer = await talking(shown, (to) => ask<All>(to, { method: 'GET', path: `/api/feasibility?${asked.join('&')}` }));
  if (shown.json) return print(JSON.stringify(answer, null, 2));
  const rows = answer.data.map((each) => [each.promise, each.verdict, each.name, slackOf(each), reasonText(each.reason), wayOut(each.cheapest, answer.refs)]);
  print(table(['promise', 'verdict', 'name', 'slack', 'why', 'cheapest way out'], rows));
  const counts = Object.entries(answer.counts).map(([name, count]) => `${count} ${name}`);
  print(`\n${answer.checked} judged in ${answer.took_ms} ms: ${counts.join(', ')}`);
}

async function chain(id: string, shown: Shown): Promise<void> {
  if (!/^PRM-\d+$/i.test(id)) throw new Said(`${id} is not the number of a promise, such as PRM-7.`);
  const answer = await talking(shown, (to) => ask<One>(to, { method: 'GET', path: `/api/promises/${encodeURIComponent(id.toUpperCase())}/chain` }));
  if (shown.json) return print(JSON.stringify(answer, null, 2));
  const { data, nodes, refs } = answer;
  print(`${data.promise} ${data.name}: ${data.ok ? 'kept by the chain' : 'not kept by the chain'}, slack ${slackOf(data)}`);
  for (const each of data.reasons) print(`${each.holds ? '  ' : '! '}${reasonText(each)}`);
  for (const each of data.tighten) print(`  ${each.alone ? 'way out' : 'has to follow'}: ${wayOut(each, refs)}`);
  for (const each of data.assumptions) print(`  rests on: ${reasonText(each)}`);
  const verdictOf = (ok: boolean | null): string => (ok === null ? 'theirs' : ok ? 'kept' : 'not kept');
  const rows = nodes.map((each) => [
    `${'  '.repeat(each.layer)}${each.promise ?? '(nothing promised)'}`,
    refs[each.service] ?? each.name,
    each.provider ? (refs[each.provider] ?? each.provider) : '',
    each.metric ?? '',
    JSON.stringify(each.said),
    verdictOf(each.ok),
    each.weakest ? 'weakest' : '',
  ]);
  print('');
  print(table(['promise', 'service', 'provider', 'metric', 'said', 'verdict', ''], rows));
}

function slackOf({ slack, unit }: Pick<Judgement, 'slack' | 'unit'>): string {
  if (slack === null) return '-';
  return unit === 'ppm' ? `${slack / 10_000} %` : `${slack} ${unit === 'minutes' ? 'min' : 'cases'}`;
}

function reasonText(reason: Reason | null): string {
  const texts: Readonly<Record<string, Text>> = { ...refusals, ...promise.refusals };
  const text = reason ? texts[reason.code] : undefined;
  return reason && text ? say(text, 'en', reason.params) : '';
}

function wayOut(way: Tighten | null, refs: Refs): string {
  if (!way) return '';
  const value = (amount: number): string => (way.priority === null ? String(amount) : `${amount} min`);
  return `${way.promise} (${refs[way.service] ?? way.service}${way.priority === null ? '' : `, P${way.priority}`}): ${value(way.from)} to ${value(way.to)}`;
}
