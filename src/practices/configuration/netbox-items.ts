// The things of a NetBox dump as items: their type, state, attributes and other names.
import type { Attributes, AttributeValue } from './fields.ts';
import { addressesOf } from './netbox-addresses.ts';
import { type Dump, type Entry, type Note, textIn, wholeIn } from './netbox-dump.ts';
import { statusOf, takenModels } from './netbox-models.ts';

export type SourceItem = {
  readonly key: string;
  readonly name: string;
  /** Code of the type. */
  readonly type: string;
  readonly state: string;
  readonly attributes: Attributes;
  readonly aliases: readonly string[];
  readonly description: string | null;
};
type Told = { readonly dump: Dump; readonly entry: Entry; readonly counts: Counts; readonly addresses: ReturnType<typeof addressesOf> };
type Values = Readonly<Record<string, AttributeValue | null>>;

/** Things in the order of the dump. What cannot be one is noted, and the rest goes on. */
export function itemsOf(dump: Dump, note: Note): SourceItem[] {
  const counts = countsBy(dump);
  const addresses = addressesOf(dump);
  return dump.entries.flatMap((entry) => {
    const type = takenModels[entry.model];
    const item = type ? itemOf({ dump, entry, counts, addresses }, type, note) : null;
    return item ? [item] : [];
  });
}

function itemOf(told: Told, model: string, note: Note): SourceItem | null {
  const { dump, entry } = told;
  if (entry.pk === null) return noted(note, entry, 'no_object', 'pk');
  const name = nameOf(dump, entry);
  if (name === null) return noted(note, entry, 'no_name', entry.model === 'circuits.circuit' ? 'cid' : entry.model === 'ipam.prefix' ? 'prefix' : 'name');
  if (name.length > 200) return noted(note, entry, 'too_long', `name: ${name.slice(0, 60)}…`);
  for (const [field, of] of needed[entry.model] ?? [])
    if (entry.fields[field] !== null && entry.fields[field] !== undefined && !dump.get(of, entry.fields[field]))
      return noted(note, entry, 'dangling', `${field}: ${String(entry.fields[field])}`);
  const status = textIn(entry, 'status') ?? 'active';
  const state = statusOf[status];
  if (!state) return noted(note, entry, 'wrong_value', `status: ${status}`);
  const values = Object.entries({ ...attributesOf(told), ...tenant(told) }).filter(
    (each): each is [string, AttributeValue] => each[1] !== null && each[1] !== '',
  );
  const aliases = told.addresses.names.get(entry.key) ?? [];
  return {
    key: entry.key,
    name,
    type: entry.model === 'dcim.device' ? deviceType(dump, entry) : model,
    state,
    attributes: Object.fromEntries(values.map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, 1_000) : value])),
    aliases: aliases.slice(0, 50),
    description: textIn(entry, 'description') ?? textIn(entry, 'comments'),
  };
}

function noted(note: Note, entry: Entry, problem: Parameters<Note>[1], value: string): null {
  note(entry, problem, value);
  return null;
}

/** What a thing refers to and cannot do without. */
const needed: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'dcim.location': [['site', 'dcim.site']],
  'dcim.rack': [['site', 'dcim.site']],
  'dcim.device': [
    ['device_type', 'dcim.devicetype'],
    ['site', 'dcim.site'],
    ['rack', 'dcim.rack'],
  ],
  'dcim.module': [['device', 'dcim.device']],
  'dcim.powerpanel': [['site', 'dcim.site']],
  'dcim.powerfeed': [['power_panel', 'dcim.powerpanel']],
  'virtualization.virtualmachine': [['cluster', 'virtualization.cluster']],
  'circuits.circuit': [['provider', 'circuits.provider']],
  'circuits.providernetwork': [['provider', 'circuits.provider']],
};

/** NetBox lets devices go without a name: those are called by their model and number. Modules have none at all. */
function nameOf(dump: Dump, entry: Entry): string | null {
  const named = textIn(entry, 'name');
  switch (entry.model) {
    case 'circuits.circuit':
      return textIn(entry, 'cid');
    case 'ipam.prefix':
      return textIn(entry, 'prefix');
    case 'dcim.device': {
      const model = textIn(dump.get('dcim.devicetype', entry.fields.device_type), 'model');
      return named ?? (entry.fields.name === null && model ? `${model} #${entry.pk}` : null);
    }
    case 'dcim.module': {
      const device = textIn(dump.get('dcim.device', entry.fields.device), 'name') ?? `#${String(entry.fields.device)}`;
      const bay = textIn(dump.get('dcim.modulebay', entry.fields.module_bay), 'name') ?? `#${entry.pk}`;
      return `${device} ${bay}`;
    }
    default:
      return named;
  }
}

/** By the words of its role, for NetBox knows no other kinds of device. */
function deviceType(dump: Dump, entry: Entry): string {
  const role = (textIn(dump.get('dcim.devicerole', entry.fields.role ?? entry.fields.device_role), 'name') ?? '').toLowerCase();
  if (/\b(server|hypervisor|host|node)\b/.test(role)) return 'server';
  if (/\b(storage|san|nas|filer)\b/.test(role)) return 'storage';
  if (/\b(pdu|ups|power)\b/.test(role)) return 'power_device';
  return /\bpatch\b/.test(role) ? 'patch_panel' : 'network_device';
}

const tenant = ({ dump, entry }: Told): Values => ({ tenant: textIn(dump.get('tenancy.tenant', entry.fields.tenant), 'name') });

function attributesOf(told: Told): Values {
  const { dump, entry, counts, addresses } = told;
  const named = (model: string, field: string): string | null => textIn(dump.get(model, entry.fields[field]), 'name');
  const count = (what: string): number | null => counts.get(`${what} ${entry.key}`) ?? null;
  switch (entry.model) {
    case 'dcim.site':
      return {
        region: named('dcim.region', 'region'),
        facility: textIn(entry, 'facility'),
        zone: textIn(entry, 'time_zone'),
        address: oneLine(textIn(entry, 'physical_address')),
      };
    case 'dcim.rack':
      return {
        height_units: wholeIn(entry, 'u_height'),
        role: named('dcim.rackrole', 'role'),
        serial: textIn(entry, 'serial'),
        asset_tag: textIn(entry, 'asset_tag'),
      };
    case 'dcim.device':
      return deviceAttributes(told);
    case 'dcim.module':
      return { ...made(dump, dump.get('dcim.moduletype', entry.fields.module_type)), ...tagged(entry), bay: named('dcim.modulebay', 'module_bay') };
    case 'dcim.virtualchassis':
      return { domain: textIn(entry, 'domain'), members: count('member') };
    case 'dcim.powerpanel':
      return { feeds: count('feed') };
    case 'dcim.powerfeed':
      return {
        feed: entry.fields.type === 'redundant' ? 'redundant' : 'primary',
        voltage: wholeIn(entry, 'voltage'),
        amperage: wholeIn(entry, 'amperage'),
        phase: textIn(entry, 'phase'),
      };
    case 'virtualization.cluster':
      return { cluster_type: named('virtualization.clustertype', 'type'), group: named('virtualization.clustergroup', 'group'), machines: count('machine') };
    case 'virtualization.virtualmachine':
      return {
        ...sized(entry),
        platform: named('dcim.platform', 'platform'),
        role: named('dcim.devicerole', 'role'),
        interfaces: count('interface'),
        address: addresses.primary(entry),
      };
    case 'circuits.circuit':
      return {
        circuit_id: textIn(entry, 'cid'),
        provider: named('circuits.provider', 'provider'),
        circuit_type: named('circuits.circuittype', 'type'),
        rate_kbps: wholeIn(entry, 'commit_rate'),
        installed: dayIn(entry, 'install_date'),
        ends: dayIn(entry, 'termination_date'),
      };
    case 'circuits.providernetwork':
      return { provider: named('circuits.provider', 'provider'), service_id: textIn(entry, 'service_id') };
    case 'ipam.prefix':
      return {
        prefix: textIn(entry, 'prefix'),
        role: named('ipam.role', 'role'),
        vrf: named('ipam.vrf', 'vrf'),
        addresses: addresses.used.get(entry.key) ?? null,
      };
    case 'ipam.vlan':
      return { vid: wholeIn(entry, 'vid'), role: named('ipam.role', 'role'), group: named('ipam.vlangroup', 'group') };
    default:
      return {};
  }
}

function deviceAttributes({ dump, entry, counts, addresses }: Told): Values {
  const count = (what: string): number | null => counts.get(`${what} ${entry.key}`) ?? null;
  const type = deviceType(dump, entry);
  const base = { ...made(dump, dump.get('dcim.devicetype', entry.fields.device_type)), ...tagged(entry), rack_position: textIn(entry, 'position') };
  if (type === 'patch_panel') return { ...base, ports: count('port') };
  const power = { power_ports: count('power_port'), power_outlets: count('power_outlet') };
  const role = textIn(dump.get('dcim.devicerole', entry.fields.role ?? entry.fields.device_role), 'name');
  if (type === 'power_device') return { ...base, ...power, role };
  const platform = textIn(dump.get('dcim.platform', entry.fields.platform), 'name');
  return { ...base, ...power, role, platform, interfaces: count('interface'), ports: count('port'), address: addresses.primary(entry) };
}

const made = (dump: Dump, type: Entry | null): Values => ({
  manufacturer: textIn(dump.get('dcim.manufacturer', type?.fields.manufacturer), 'name'),
  model: textIn(type, 'model'),
});
const tagged = (entry: Entry): Values => ({ serial: textIn(entry, 'serial'), asset_tag: textIn(entry, 'asset_tag') });
const sized = (entry: Entry): Values => ({ vcpus: wholeIn(entry, 'vcpus'), memory_mb: wholeIn(entry, 'memory'), disk_gb: wholeIn(entry, 'disk') });
const oneLine = (text: string | null): string | null => text?.replaceAll(/\s+/g, ' ') ?? null;
const dayIn = (entry: Entry, field: string): string | null => /^\d{4}-\d{2}-\d{2}$/.exec(textIn(entry, field) ?? '')?.[0] ?? null;

/** `what key` -> how many parts of that sort an item has. */
type Counts = ReadonlyMap<string, number>;
const parts: readonly (readonly [model: string, what: string, field: string, of: string])[] = [
  ['dcim.interface', 'interface', 'device', 'dcim.device'],
  ['dcim.frontport', 'port', 'device', 'dcim.device'],
  ['dcim.consoleport', 'port', 'device', 'dcim.device'],
  ['dcim.consoleserverport', 'port', 'device', 'dcim.device'],
  ['dcim.powerport', 'power_port', 'device', 'dcim.device'],
  ['dcim.poweroutlet', 'power_outlet', 'device', 'dcim.device'],
  ['virtualization.vminterface', 'interface', 'virtual_machine', 'virtualization.virtualmachine'],
  ['virtualization.virtualmachine', 'machine', 'cluster', 'virtualization.cluster'],
  ['dcim.powerfeed', 'feed', 'power_panel', 'dcim.powerpanel'],
  ['dcim.device', 'member', 'virtual_chassis', 'dcim.virtualchassis'],
];

function countsBy(dump: Dump): Counts {
  const counts = new Map<string, number>();
  for (const [model, what, field, of] of parts)
    for (const { fields } of dump.all(model)) {
      const place = `${what} ${of}:${String(fields[field])}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  return counts;
}
