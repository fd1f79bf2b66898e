// What the services of the demo world stand on: types, items and relations, each recorded by the command a person would give.
import { standardTypes } from '../../practices/configuration/standard.ts';
import { things, ties } from './items.ts';
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
    await act(null, 'item_relation', 'open', { input: { subject: end(subject), kind, object: end(object), ...group } });
  }
}
