// A NetBox dump of our own making told as items and relations: every object is accounted for, and what is wrong costs only itself.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translateNetbox } from './netbox.ts';
import { bitsOf } from './netbox-addresses.ts';

const dump = JSON.parse(readFileSync(new URL('../../../test/samples/netbox-dump.json', import.meta.url), 'utf8')) as unknown[];
const told = translateNetbox(dump);
const item = (key: string) => told.items.find((each) => each.key === key);
const ties = told.relations.map((each) => each.key);

describe('a NetBox dump', () => {
  it('is accounted for object by object', () => {
    const sums = told.counts.map((each) => each.taken + each.folded + each.left_out + each.bad - each.objects);
    expect(sums.every((each) => each === 0)).toBe(true);
    expect(told.counts.reduce((sum, each) => sum + each.objects, 0)).toBe(dump.length);
    expect(told.counts.reduce((sum, each) => sum + each.taken, 0)).toBe(told.items.length);
    expect(told.counts.find((each) => each.model === 'extras.tag')).toMatchObject({ left_out: 1, taken: 0 });
    expect(told.counts.filter((each) => each.left_out > 0).every((each) => each.reason !== '')).toBe(true);
  });

  it('makes items of things, with what is folded into them', () => {
    expect(item('dcim.device:1')).toMatchObject({
      name: 'ps4-sw01',
      type: 'network_device',
      state: 'live',
      description: 'Uplink first',
      aliases: ['10.4.7.9', 'sw01.ps4.example'],
      attributes: {
        manufacturer: 'Vendorix',
        model: 'Switch 24',
        serial: 'S-1',
        interfaces: 3,
        power_ports: 1,
        address: '10.4.7.9',
        tenant: 'Wetterskip Testlân',
      },
    });
    expect(item('dcim.device:2')).toMatchObject({ name: 'Power strip #2', type: 'power_device', attributes: { power_outlets: 1 } });
    expect(item('dcim.device:3')).toMatchObject({ state: 'planned' });
    expect(item('dcim.device:4')).toMatchObject({ type: 'server' });
    expect(item('dcim.site:1')?.attributes).toMatchObject({ region: 'Fryslân', address: 'Dyk 4 Dokkum' });
    expect(item('circuits.circuit:1')).toMatchObject({ name: 'GF-0042', attributes: { provider: 'Glêsfezel', rate_kbps: 1_000_000, installed: '2024-02-01' } });
    expect(item('ipam.prefix:1')?.attributes).toEqual({ prefix: '10.4.0.0/16' });
    expect(item('ipam.prefix:2')?.attributes).toMatchObject({ addresses: 1 });
    expect(item('ipam.prefix:3')?.attributes).toMatchObject({ addresses: 1 });
    expect(item('virtualization.virtualmachine:1')?.attributes).toMatchObject({ vcpus: 2, memory_mb: 4_096, interfaces: 1, role: 'Application server' });
  });

  it('relates what stands in, runs on, is fed by and is joined to what', () => {
    expect(ties).toEqual(
      expect.arrayContaining([
        'dcim.site:1 contains dcim.location:1',
        'dcim.location:1 contains dcim.rack:1',
        'dcim.rack:1 contains dcim.device:1',
        'virtualization.virtualmachine:1 hosted_on virtualization.cluster:1',
        'virtualization.cluster:1 needs dcim.device:4',
        'dcim.virtualchassis:1 any_of dcim.device:1 members',
        'dcim.virtualchassis:1 any_of dcim.device:3 members',
        'dcim.device:1 needs dcim.device:2',
        'dcim.device:2 needs dcim.powerfeed:1',
        'dcim.powerfeed:1 needs dcim.powerpanel:1',
        'dcim.rack:1 any_of dcim.powerfeed:2 power',
        'dcim.rack:1 any_of dcim.powerfeed:3 power',
        'dcim.device:1 connects dcim.device:3',
        'circuits.circuit:1 connects dcim.device:1',
        'circuits.circuit:1 connects dcim.site:1',
        'ipam.prefix:2 hosted_on ipam.vlan:1',
      ]),
    );
    expect(ties).not.toContain('dcim.site:1 contains dcim.device:1');
    expect(new Set(ties).size).toBe(ties.length);
  });

  it('tells what is wrong, by place and value, and takes the rest', () => {
    expect(told.problems.map(({ model, pk, problem, value }) => [model, pk, problem, value])).toEqual(
      expect.arrayContaining([
        ['dcim.device', '5', 'no_name', 'name'],
        ['dcim.device', '6', 'dangling', 'device_type: 99'],
        ['dcim.interface', '9', 'dangling', 'device: 77'],
        ['dcim.rack', '2', 'wrong_value', 'status: exploded'],
        ['dcim.site', '–', 'no_object', expect.any(String)],
        ['–', '–', 'no_object', '17'],
      ]),
    );
    expect(told.problems).toHaveLength(6);
    expect(told.unreadable.toSorted()).toEqual(['dcim.device:5', 'dcim.device:6', 'dcim.rack:2']);
    expect(translateNetbox([dump[2], dump[2]]).problems).toMatchObject([{ problem: 'twice' }]);
  });
});

it('tells of a cable that ends in nothing', () => {
  const fields = { cable: 1, cable_end: 'A', termination_type: ['dcim', 'interface'], termination_id: 999 };
  const { problems } = translateNetbox([...dump, { model: 'dcim.cabletermination', pk: 999, fields }]);
  expect(problems).toContainEqual(expect.objectContaining({ model: 'dcim.cabletermination', pk: '999', problem: 'dangling', value: 'dcim.interface: 999' }));
});

it('reads addresses of both kinds as bits', () => {
  expect(bitsOf('10.0.0.1')).toBe('00001010000000000000000000000001');
  expect(bitsOf('2001:db8::1')).toHaveLength(128);
  expect(['10.0.0.256', '::1::', '1:2:3', 'x', ''].map(bitsOf)).toEqual([null, null, null, null, null]);
});
