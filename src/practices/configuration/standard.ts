// The types of items an installation starts with, as commands to perform once. All of them can be changed afterwards.
import type { Ask } from '../../kernel/practice.ts';
import type { Attribute } from './item-type.record.ts';

export type StandardType = { readonly code: string; readonly name: string; readonly attributes: readonly Attribute[] };

const text = (name: string, label: string): Attribute => ({ name, label, kind: 'text' });
const whole = (name: string, label: string): Attribute => ({ name, label, kind: 'integer' });
const choice = (name: string, label: string, ...options: readonly string[]): Attribute => ({ name, label, kind: 'choice', options });
const yes = (name: string, label: string): Attribute => ({ name, label, kind: 'boolean' });
const day = (name: string, label: string): Attribute => ({ name, label, kind: 'date' });

const hardware = [text('manufacturer', 'Manufacturer'), text('model', 'Model'), text('serial', 'Serial number'), text('asset_tag', 'Asset tag')];
const placed = [text('rack_position', 'Position in the rack')];
const sized = [whole('vcpus', 'Virtual processors'), whole('memory_mb', 'Memory (MB)'), whole('disk_gb', 'Disk (GB)')];
const network = [text('address', 'Address'), text('platform', 'Platform'), whole('interfaces', 'Interfaces'), whole('ports', 'Ports')];
const powered = [whole('power_ports', 'Power ports'), whole('power_outlets', 'Power outlets')];
const equipment = [...hardware, ...placed, text('role', 'Role'), ...network, ...powered];

const types: readonly StandardType[] = [
  { code: 'site', name: 'Site', attributes: [text('address', 'Address'), text('region', 'Region'), text('facility', 'Facility'), text('zone', 'Time zone')] },
  { code: 'location', name: 'Room', attributes: [text('floor', 'Floor')] },
  {
    code: 'rack',
    name: 'Rack',
    attributes: [whole('height_units', 'Height (units)'), text('role', 'Role'), text('serial', 'Serial number'), text('asset_tag', 'Asset tag')],
  },
  { code: 'power_panel', name: 'Power panel', attributes: [whole('feeds', 'Feeds')] },
  {
    code: 'power_feed',
    name: 'Power feed',
    attributes: [choice('feed', 'Feed', 'primary', 'redundant'), whole('voltage', 'Voltage (V)'), whole('amperage', 'Amperage (A)'), text('phase', 'Phase')],
  },
  { code: 'network_device', name: 'Network device', attributes: equipment },
  { code: 'server', name: 'Server', attributes: [...equipment, ...sized.slice(1)] },
  { code: 'storage', name: 'Storage', attributes: [...equipment, whole('capacity_tb', 'Capacity (TB)')] },
  { code: 'module', name: 'Module', attributes: [...hardware, text('bay', 'Bay')] },
  { code: 'device_stack', name: 'Stack of devices', attributes: [text('domain', 'Domain'), whole('members', 'Members')] },
  { code: 'power_device', name: 'Power device', attributes: [...hardware, ...placed, text('role', 'Role'), ...powered] },
  { code: 'patch_panel', name: 'Patch panel', attributes: [...hardware, ...placed, whole('ports', 'Ports')] },
  { code: 'peripheral', name: 'Peripheral', attributes: [...hardware, text('address', 'Address')] },
  { code: 'cluster', name: 'Cluster', attributes: [text('cluster_type', 'Kind of cluster'), text('group', 'Group'), whole('machines', 'Virtual machines')] },
  {
    code: 'virtual_machine',
    name: 'Virtual machine',
    attributes: [...sized, text('address', 'Address'), text('platform', 'Platform'), text('role', 'Role'), whole('interfaces', 'Interfaces')],
  },
  {
    code: 'circuit',
    name: 'Circuit',
    attributes: [
      text('circuit_id', 'Number at the provider'),
      text('provider', 'Provider'),
      text('circuit_type', 'Kind of circuit'),
      whole('rate_kbps', 'Agreed rate (kbit/s)'),
      day('installed', 'Installed'),
      day('ends', 'Contract ends'),
    ],
  },
  { code: 'provider_network', name: 'Network of a provider', attributes: [text('provider', 'Provider'), text('service_id', 'Service at the provider')] },
  {
    code: 'subnet',
    name: 'Subnet',
    attributes: [text('prefix', 'Prefix'), text('role', 'Role'), text('vrf', 'Routing table'), whole('addresses', 'Addresses in use')],
  },
  { code: 'vlan', name: 'VLAN', attributes: [whole('vid', 'VLAN number'), text('role', 'Role'), text('group', 'Group')] },
  {
    code: 'software',
    name: 'Software',
    attributes: [text('vendor', 'Vendor'), text('release', 'Release'), day('support_ends', 'Support ends'), yes('customer_data', 'Holds customer data')],
  },
  { code: 'database', name: 'Database', attributes: [text('engine', 'Engine'), text('release', 'Release'), yes('customer_data', 'Holds customer data')] },
];

/** All of them may say for whom they are. */
export const standardTypes: readonly StandardType[] = types.map((each) => ({ ...each, attributes: [...each.attributes, text('tenant', 'For whom')] }));

export const standardConfiguration: readonly Ask[] = standardTypes.map((input) => ({ record: 'item_type', command: 'open', target: null, input }));
