// The addresses of a NetBox dump: the first of a device, its other names, and how many lie in each subnet.
import { type Dump, type Entry, textIn } from './netbox-dump.ts';

export type Addresses = {
  /** The address of a device or machine that is to be reached first, without its mask. */
  readonly primary: (entry: Entry) => string | null;
  /** By key of device or machine: further addresses and DNS names. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** By key of prefix: addresses that lie in it and in no narrower one. */
  readonly used: ReadonlyMap<string, number>;
};

export function addressesOf(dump: Dump): Addresses {
  const names = new Map<string, string[]>();
  const used = new Map<string, number>();
  const subnets = subnetsOf(dump);
  for (const entry of dump.all('ipam.ipaddress')) {
    const bare = (textIn(entry, 'address') ?? '').split('/')[0] ?? '';
    const holder = holderOf(dump, entry);
    if (holder) names.set(holder, [...(names.get(holder) ?? []), ...[bare, textIn(entry, 'dns_name')].flatMap((each) => each || [])]);
    const subnet = narrowest(subnets, bare, entry.fields.vrf);
    if (subnet) used.set(subnet, (used.get(subnet) ?? 0) + 1);
  }
  const primary = ({ fields }: Entry): string | null => {
    const address = textIn(dump.get('ipam.ipaddress', fields.primary_ip4 ?? fields.primary_ip6), 'address');
    return address?.split('/')[0] ?? null;
  };
  return { primary, names, used };
}

/** The device or machine whose interface has the address. */
function holderOf(dump: Dump, { fields }: Entry): string | null {
  const type = Array.isArray(fields.assigned_object_type) ? fields.assigned_object_type.join('.') : '';
  const of = type === 'dcim.interface' ? (['device', 'dcim.device'] as const) : (['virtual_machine', 'virtualization.virtualmachine'] as const);
  const holder = dump.get(type, fields.assigned_object_id);
  return holder ? `${of[1]}:${String(holder.fields[of[0]])}` : null;
}

type Subnet = { readonly key: string; readonly vrf: unknown; readonly bits: string; readonly wide: boolean };

function subnetsOf(dump: Dump): Subnet[] {
  return dump
    .all('ipam.prefix')
    .flatMap((entry) => {
      const [address = '', length = ''] = (textIn(entry, 'prefix') ?? '').split('/');
      const bits = bitsOf(address);
      if (bits === null || !/^\d{1,3}$/.test(length) || Number(length) > bits.length) return [];
      return [{ key: entry.key, vrf: entry.fields.vrf ?? null, bits: bits.slice(0, Number(length)), wide: bits.length === 128 }];
    })
    .sort((a, b) => b.bits.length - a.bits.length);
}

function narrowest(subnets: readonly Subnet[], address: string, vrf: unknown): string | null {
  const bits = bitsOf(address);
  if (bits === null) return null;
  const wide = bits.length === 128;
  return subnets.find((each) => each.wide === wide && each.vrf === (vrf ?? null) && bits.startsWith(each.bits))?.key ?? null;
}

/** An IPv4 or IPv6 address as its bits; null when it is neither. */
export function bitsOf(address: string): string | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const parts = address.split('.').map(Number);
    return parts.every((each) => each <= 255) ? parts.map((each) => each.toString(2).padStart(8, '0')).join('') : null;
  }
  const halves = address.split('::');
  if (!address.includes(':') || halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail = []] = groups;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return null;
  const all = [...head, ...Array.from({ length: halves.length === 2 ? gap : 0 }, () => '0'), ...tail];
  return all.every((each) => /^[0-9a-f]{1,4}$/i.test(each)) ? all.map((each) => Number.parseInt(each, 16).toString(2).padStart(16, '0')).join('') : null;
}
