// What the services of the demo world stand on: types, items and relations, and what became of them in a year, each by the command a person would give.
import { standardTypes } from '../../practices/configuration/standard.ts';
import { things, ties } from './items.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

export async function configure({ act, ids, id }: Stage): Promise<void> {
  for (const input of standardTypes) ids[`item_type.${input.code}`] = (await act(null, 'item_type', 'open', { input })).id;
  for (const [code, type, name, owner, attributes, aliases = []] of things) {
    const input = { name, type: id(`item_type.${type}`), owner: id(`organisation.${owner}`), attributes, aliases, status: 'live' };
    ids[`item.${code}`] = (await act(null, 'configuration_item', 'open', { input })).id;
  }
  const end = (code: string): string => id(code.startsWith('service:') ? code.replace(':', '.') : `item.${code}`);
  for (const [subject, kind, object, redundancy, need] of ties) {
    const group = { ...(redundancy ? { redundancy } : {}), ...(need ? { need } : {}) };
    ids[`item_relation.${subject}.${object}`] = (
      await act(null, 'item_relation', 'open', { input: { subject: end(subject), kind, object: end(object), ...group } })
    ).id;
  }
}

const day = 86_400_000;

/** A baseline in summer, what was rebuilt since, a walk along the racks last month, and one that waits for decisions. */
export function refurbishment(now: number): Step[] {
  const on = (days: number, run: Step['run']): Step => ({ at: now - days * day, run });
  return [
    on(130, async ({ act }) => {
      await act('eva', 'baseline', 'open', {
        input: { name: 'Before the works in Almere', description: 'Everything as it stood before the third host came.' },
      });
    }),
    on(110, rebuilt),
    on(95, async ({ act, id }) => {
      const input = { name: 'What the network stands on', services: [id('service.network')] };
      await act('chloe', 'baseline', 'open', { input });
    }),
    on(60, async ({ act, id }) => {
      await act('chloe', 'configuration_item', 'edit', { target: id('item.fw-2'), input: { attributes: { ...firewall, address: '198.51.100.16' } } });
      await act('chloe', 'configuration_item', 'maintain', { target: id('item.acc-eems'), input: { note: 'Fan is noisy' } });
    }),
    on(30, (stage) => walk(stage)),
    on(3, async ({ act, id }) => {
      await act('chloe', 'configuration_item', 'confirm', { target: id('item.core-1') });
      const open = await act('eva', 'verification', 'open', {
        input: { name: 'Rack Groningen, photo by the caretaker', items: ['core-1', 'core-2', 'fw-1', 'fw-2'].map((each) => id(`item.${each}`)) },
      });
      await act('eva', 'verification', 'find', {
        target: open.id,
        input: { seen: [id('item.core-1'), id('item.fw-1')], found: [{ name: 'SW-GRN-CORE-2', attributes: { model: '7280SR3A' } }] },
      });
      await act('eva', 'verification', 'compare', { target: open.id });
    }),
  ];
}

const firewall = { manufacturer: 'Fortinet', model: 'FG-600F', role: 'Firewall' } as const;

/** The old storage leaves, a second feed comes to rack A2, and the southern line gets faster. */
async function rebuilt({ act, id, ids }: Stage): Promise<void> {
  const owner = id('organisation.polder-hosting');
  const feed = {
    name: 'Feed B, rack A2',
    type: id('item_type.power_feed'),
    owner,
    attributes: { feed: 'redundant', voltage: 230, amperage: 32 },
    status: 'live',
  };
  ids['item.feed-b2'] = (await act('chloe', 'configuration_item', 'open', { input: feed })).id;
  await act('chloe', 'item_relation', 'open', { input: { subject: id('item.feed-b2'), kind: 'needs', object: id('item.panel-b') } });
  await act('chloe', 'item_relation', 'end', { target: id('item_relation.rack-a2.feed-a2'), input: { note: 'Two feeds from now on' } });
  for (const code of ['feed-a2', 'feed-b2'])
    await act('chloe', 'item_relation', 'open', { input: { subject: id('item.rack-a2'), kind: 'any_of', object: id(`item.${code}`), redundancy: 'power' } });
  const south = { circuit_id: 'KR-2207', provider: 'Kabelring Networks', circuit_type: 'Leased line', rate_kbps: 2_000_000 };
  await act('chloe', 'configuration_item', 'edit', { target: id('item.circuit-south'), input: { attributes: south } });
}

/** A round along rack A1: one thing is another, one nobody knew of, one was not there. */
async function walk({ act, id }: Stage): Promise<void> {
  const items = ['hv-1', 'hv-2', 'san-1', 'feed-a1', 'feed-b1'].map((each) => id(`item.${each}`));
  const input = { name: 'Round along rack A1', description: 'By hand, with the list of Polder Hosting.', items };
  const { id: target } = await act('eva', 'verification', 'open', { input });
  const found = [
    { name: 'HV-ALM-1', attributes: { serial: 'PH7A01' } },
    { name: 'HV-ALM-2', attributes: { serial: 'PH7A20' } },
    { name: 'SAN-ALM-1' },
    { name: 'Old tape drive', type: 'peripheral' },
  ];
  await act('eva', 'verification', 'find', { target, input: { found, seen: [id('item.feed-a1')] } });
  const row = await act('eva', 'verification', 'compare', { target });
  for (const each of (row.differences ?? []) as readonly { readonly id: string; readonly kind: string }[]) {
    const answer =
      each.kind === 'differs'
        ? { decision: 'corrected' }
        : { decision: 'accepted', reason: each.kind === 'missing' ? 'Seen behind the panel afterwards' : 'Is taken away next week' };
    await act('eva', 'verification', 'decide', { target, input: { difference: each.id, ...answer } });
  }
  await act('eva', 'verification', 'close', { target });
}
