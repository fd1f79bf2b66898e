// `tessera impact CI-12`: whom a failure hits and how hard, and for a customer what it stands on, from a terminal.
import type { Command } from 'commander';
import type { ImpactAnswer, StandsOnAnswer } from '../../practices/configuration/impact.record.ts';
import { ask, asking, plain, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & { json?: boolean; with?: string; at?: string; until?: string };

export function impactCommands(program: Command): void {
  asking(
    program,
    'impact <id>',
    'whom the failure of an item or service hits, or what an organisation stands on, for example: tessera impact CI-12 --with CI-13',
  )
    .option('--with <numbers>', 'what fails with it, with commas between')
    .option('--at <instant>', 'as things stood then; now when absent')
    .option('--until <instant>', 'with --at: in that window')
    .action(impact);
}

async function impact(id: string, { with: others, at, until, ...shown }: Options): Promise<void> {
  if (!/^(CI|SVC|ORG)-\d+$/i.test(id)) throw new Said(`${id} is not the number of an item, a service or an organisation, such as CI-12, SVC-3 or ORG-2.`);
  const ofParty = id.toUpperCase().startsWith('ORG-');
  if (ofParty && (others !== undefined || until !== undefined))
    throw new Said('What an organisation stands on is asked for now or --at an instant; --with and --until are for failures.');
  const asked = Object.entries({ with: others?.toUpperCase(), at, until }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const path = ofParty ? `/api/organisations/${id.toUpperCase()}/stands-on` : `/api/impact/${id.toUpperCase()}`;
  const answer = await talking(shown, (to) => ask<ImpactAnswer | StandsOnAnswer>(to, { method: 'GET', path: `${path}?${asked.join('&')}` }));
  print(shown.json ? JSON.stringify(answer, null, 2) : 'supports' in answer.data ? standsOnText(answer as StandsOnAnswer) : impactText(answer as ImpactAnswer));
}

const words = { down: 'down', degraded: 'redundancy lost' } as const;

/** The answer for people: a sentence, the customers, what redundancy is left, and what is hit step by step. */
export function impactText({ data, refs }: ImpactAnswer): string {
  const name = (id: string): string => plain(refs[id] ? `${id} ${refs[id]}` : id);
  const { counts } = data;
  const when = data.at ? ` (${data.until ? `between ${data.at} and ${data.until}` : `as of ${data.at}`})` : '';
  const sentence = `If ${data.failing.map(name).join(' and ')} fails${when}: ${counts.items} items, ${counts.services} services, ${counts.customers} customers, ${counts.promises} promises.`;
  const customers = data.customers.map((each) => [
    name(each.customer),
    name(each.service),
    words[each.effect],
    each.already ? 'already so' : '',
    each.promises.join(' '),
  ]);
  const spares = data.spares.map((each) => [
    name(each.part),
    `${each.left} of ${each.of} left, ${each.need} needed`,
    `without ${each.lost.map(name).join(', ')}`,
  ]);
  const hits = data.hits.map((each) => [`${'  '.repeat(Math.min(each.hops, 12))}${name(each.id)}`, words[each.effect], each.via ? `by ${each.via}` : '']);
  return [
    sentence,
    ...data.now.map((each) => `Fails already: ${name(each.id)} (${each.incidents.join(', ')})`),
    ...(customers.length ? ['', table(['customer', 'service', 'effect', '', 'promises'], customers)] : ['No customer is hit.']),
    ...(spares.length ? ['', table(['redundancy of', 'left', ''], spares)] : []),
    '',
    table(['hit', 'effect', ''], hits),
    ...(data.truncated || counts.items + counts.services > data.hits.length ? ['There is more: the list is cut.'] : []),
  ].join('\n');
}

/** What a customer stands on, for people: its services, whose things are beneath them, and what alone takes one of them down. */
export function standsOnText({ data, refs }: StandsOnAnswer): string {
  const name = (id: string): string => plain(refs[id] ? `${id} ${refs[id]}` : id);
  if (data.services.length === 0) return 'No service is promised to it.';
  const services = `Services: ${data.services.map(name).join(', ')}.`;
  if (data.supports.length === 0) return `${services}\nNothing is recorded beneath them.`;
  const owners = data.owners.map((each) => [name(each.owner), each.services, each.items, each.alone]);
  const supports = data.supports.map((each) => [
    `${'  '.repeat(Math.min(each.hops - 1, 12))}${each.id} ${each.name}`,
    each.type ?? 'service',
    name(each.owner),
    each.alone === null ? '' : each.alone ? 'alone takes a service down' : 'has a stand-in',
  ]);
  return [
    services,
    '',
    table(['whose', 'services', 'items', 'single points of failure'], owners),
    '',
    table(['stands on', 'kind', 'owner', ''], supports),
    ...(data.truncated ? ['There is more: the list is cut.'] : []),
  ].join('\n');
}
