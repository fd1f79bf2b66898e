// What becomes of each kind of object in a NetBox dump: an item, part of one, or nothing, and why.

export type Fate = 'taken' | 'folded' | 'left_out';

/** Kinds that are items by themselves, with the type they become; a device's type depends on its role. */
export const takenModels: Readonly<Record<string, string>> = {
  'dcim.site': 'site',
  'dcim.location': 'location',
  'dcim.rack': 'rack',
  'dcim.device': 'network_device',
  'dcim.module': 'module',
  'dcim.virtualchassis': 'device_stack',
  'dcim.powerpanel': 'power_panel',
  'dcim.powerfeed': 'power_feed',
  'virtualization.cluster': 'cluster',
  'virtualization.virtualmachine': 'virtual_machine',
  'circuits.circuit': 'circuit',
  'circuits.providernetwork': 'provider_network',
  'ipam.prefix': 'subnet',
  'ipam.vlan': 'vlan',
};

const counted = 'counted on the item it is part of; a cable on it becomes a relation';
const told = 'told by an attribute of the items it describes';

/** Kinds that are told by an attribute or a relation of an item. The key of `owner` is the field that must point to something. */
export const foldedModels: Readonly<Record<string, { readonly reason: string; readonly of?: readonly [field: string, model: string] }>> = {
  'dcim.interface': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.frontport': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.rearport': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.consoleport': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.consoleserverport': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.powerport': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.poweroutlet': { reason: counted, of: ['device', 'dcim.device'] },
  'dcim.modulebay': { reason: 'the bay of a module is an attribute of the module', of: ['device', 'dcim.device'] },
  'dcim.devicebay': { reason: 'a device in it becomes a relation', of: ['device', 'dcim.device'] },
  'virtualization.vminterface': { reason: counted, of: ['virtual_machine', 'virtualization.virtualmachine'] },
  'dcim.cable': { reason: 'becomes a relation between what it joins' },
  'dcim.cabletermination': { reason: 'the end of a cable', of: ['cable', 'dcim.cable'] },
  'circuits.circuittermination': { reason: 'the end of a circuit becomes a relation', of: ['circuit', 'circuits.circuit'] },
  'ipam.ipaddress': { reason: 'the address or another name of its device, else counted on its subnet' },
  'dcim.region': { reason: told },
  'dcim.manufacturer': { reason: told },
  'dcim.devicetype': { reason: told },
  'dcim.devicerole': { reason: told },
  'dcim.moduletype': { reason: told },
  'dcim.platform': { reason: told },
  'dcim.rackrole': { reason: told },
  'circuits.provider': { reason: told },
  'circuits.circuittype': { reason: told },
  'virtualization.clustertype': { reason: told },
  'virtualization.clustergroup': { reason: told },
  'tenancy.tenant': { reason: told },
  'ipam.role': { reason: told },
  'ipam.vlangroup': { reason: told },
  'ipam.vrf': { reason: told },
};

const template = 'a template for new devices, no thing';
const plan = 'the planning of addresses, no thing that fails';
const people = 'people are kept with their organisations, not as items';
const system = 'NetBox’s own administration';
const words = 'words and filters of NetBox itself';

/** Kinds that are nothing here. Kinds that are in none of the three lists are left out as unknown, and said to be so. */
export const leftOutModels: Readonly<Record<string, string>> = {
  'dcim.interfacetemplate': template,
  'dcim.frontporttemplate': template,
  'dcim.rearporttemplate': template,
  'dcim.consoleporttemplate': template,
  'dcim.consoleserverporttemplate': template,
  'dcim.powerporttemplate': template,
  'dcim.poweroutlettemplate': template,
  'dcim.modulebaytemplate': template,
  'dcim.devicebaytemplate': template,
  'dcim.inventoryitemtemplate': template,
  'dcim.cablepath': 'NetBox computes it from the cables',
  'dcim.sitegroup': 'a grouping for NetBox’s own lists',
  'dcim.rackreservation': 'a wish about a rack, no thing',
  'ipam.rir': plan,
  'ipam.asn': plan,
  'ipam.aggregate': plan,
  'ipam.iprange': plan,
  'ipam.routetarget': plan,
  'tenancy.tenantgroup': 'a grouping of tenants',
  'tenancy.contact': people,
  'tenancy.contactgroup': people,
  'tenancy.contactrole': people,
  'tenancy.contactassignment': people,
  'extras.tag': words,
  'extras.taggeditem': words,
  'extras.customfield': words,
  'auth.permission': system,
  'auth.user': system,
  'auth.group': system,
  'users.userconfig': system,
  'users.token': system,
  'sessions.session': system,
  'admin.logentry': system,
  'contenttypes.contenttype': system,
};
/** Why a kind nobody has decided about yet is left out. */
export const unknownModel = 'a kind this import does not know';

/** Where NetBox says something stands, in our states. */
export const statusOf: Readonly<Record<string, string>> = {
  active: 'live',
  connected: 'live',
  container: 'live',
  planned: 'planned',
  reserved: 'planned',
  provisioning: 'ordered',
  staged: 'test',
  staging: 'test',
  inventory: 'in_stock',
  available: 'in_stock',
  offline: 'maintenance',
  failed: 'maintenance',
  paused: 'maintenance',
  decommissioning: 'maintenance',
  deprovisioning: 'maintenance',
  deprecated: 'maintenance',
  retired: 'retired',
  decommissioned: 'retired',
};
