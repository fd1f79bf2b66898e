// What the services of the demo world stand on, as data: sites, racks, servers, lines and programs, and how they hang together. Names are invented.
import type { OrganisationCode } from './cast.ts';

type Value = string | number | boolean;
/** Code (also the number `item.<code>`), type, name, owner, attributes, and what else monitoring calls it. */
export type Thing = readonly [string, string, string, OrganisationCode, Readonly<Record<string, Value>>, (readonly string[])?];

const server = { manufacturer: 'Dell', model: 'PowerEdge R750', role: 'Hypervisor', memory_mb: 524_288 } as const;
const machine = { vcpus: 4, memory_mb: 16_384, disk_gb: 120, platform: 'Ubuntu 24.04' } as const;

export const things: readonly Thing[] = [
  ['dc-almere', 'site', 'Datacentre Almere', 'polder-hosting', { address: 'Techniekweg 8, Almere', region: 'Flevoland', zone: 'Europe/Amsterdam' }],
  ['site-groningen', 'site', 'Network room Groningen', 'delta', { address: 'Stationsplein 1, Groningen', region: 'Groningen', zone: 'Europe/Amsterdam' }],
  ['site-eemskanaal', 'site', 'Network room Gemaal Eemskanaal', 'delta', { address: 'Kanaalweg 20, Delfzijl', region: 'Groningen', zone: 'Europe/Amsterdam' }],
  ['rack-a1', 'rack', 'Rack A1', 'polder-hosting', { height_units: 42 }],
  ['rack-a2', 'rack', 'Rack A2', 'polder-hosting', { height_units: 42 }],
  ['rack-grn', 'rack', 'Rack Groningen', 'delta', { height_units: 24 }],
  ['panel-a', 'power_panel', 'Power panel A', 'polder-hosting', { feeds: 2 }],
  ['panel-b', 'power_panel', 'Power panel B', 'polder-hosting', { feeds: 2 }],
  ['feed-a1', 'power_feed', 'Feed A, rack A1', 'polder-hosting', { feed: 'primary', voltage: 230, amperage: 32 }],
  ['feed-b1', 'power_feed', 'Feed B, rack A1', 'polder-hosting', { feed: 'redundant', voltage: 230, amperage: 32 }],
  ['feed-a2', 'power_feed', 'Feed A, rack A2', 'polder-hosting', { feed: 'primary', voltage: 230, amperage: 32 }],
  [
    'circuit-north',
    'circuit',
    'Circuit NL-4471 Amsterdam–Groningen',
    'noordlijn',
    { circuit_id: 'NL-4471', provider: 'Noordlijn Telecom', circuit_type: 'Leased line', rate_kbps: 1_000_000 },
    ['NL-4471'],
  ],
  [
    'circuit-south',
    'circuit',
    'Circuit KR-2207 Utrecht–Groningen',
    'kabelring',
    { circuit_id: 'KR-2207', provider: 'Kabelring Networks', circuit_type: 'Leased line', rate_kbps: 1_000_000 },
    ['KR-2207'],
  ],
  [
    'rtr-north',
    'network_device',
    'RTR-AMS-1',
    'noordlijn',
    { manufacturer: 'Juniper', model: 'MX204', role: 'Router', address: '192.0.2.1' },
    ['rtr-ams-1.noordlijn.example'],
  ],
  [
    'rtr-south',
    'network_device',
    'RTR-UTR-1',
    'kabelring',
    { manufacturer: 'Nokia', model: '7750 SR-1', role: 'Router', address: '192.0.2.65' },
    ['rtr-utr-1.kabelring.example'],
  ],
  [
    'core-1',
    'network_device',
    'SW-GRN-CORE-1',
    'delta',
    { manufacturer: 'Arista', model: '7280SR3', role: 'Core switch', address: '198.51.100.1' },
    ['sw-grn-core-1'],
  ],
  [
    'core-2',
    'network_device',
    'SW-GRN-CORE-2',
    'delta',
    { manufacturer: 'Arista', model: '7280SR3', role: 'Core switch', address: '198.51.100.2' },
    ['sw-grn-core-2'],
  ],
  ['fw-1', 'network_device', 'FW-GRN-1', 'delta', { manufacturer: 'Fortinet', model: 'FG-600F', role: 'Firewall', address: '198.51.100.5' }, ['fw-grn-1']],
  ['fw-2', 'network_device', 'FW-GRN-2', 'delta', { manufacturer: 'Fortinet', model: 'FG-600F', role: 'Firewall', address: '198.51.100.6' }, ['fw-grn-2']],
  [
    'acc-eems',
    'network_device',
    'SW-EEMS-1',
    'delta',
    { manufacturer: 'Arista', model: '720XP', role: 'Access switch', address: '198.51.100.33' },
    ['sw-eems-1'],
  ],
  ['hv-1', 'server', 'HV-ALM-1', 'polder-hosting', { ...server, serial: 'PH7A01' }],
  ['hv-2', 'server', 'HV-ALM-2', 'polder-hosting', { ...server, serial: 'PH7A02' }],
  ['hv-3', 'server', 'HV-ALM-3', 'polder-hosting', { ...server, serial: 'PH7A03' }],
  ['san-1', 'storage', 'SAN-ALM-1', 'polder-hosting', { manufacturer: 'Pure', model: 'FlashArray C60', capacity_tb: 180 }],
  ['san-2', 'storage', 'SAN-ALM-2', 'polder-hosting', { manufacturer: 'Pure', model: 'FlashArray C60', capacity_tb: 180 }],
  ['cluster-alm', 'cluster', 'Cluster Almere', 'polder-hosting', { cluster_type: 'Proxmox VE', machines: 7 }],
  ['vm-files', 'virtual_machine', 'vm-files-1', 'polder-hosting', { ...machine, disk_gb: 4_000, role: 'File server' }, ['files.delta.example']],
  ['vm-mail', 'virtual_machine', 'vm-mail-1', 'polder-hosting', { ...machine, role: 'Mail relay' }],
  ['vm-care-app', 'virtual_machine', 'vm-care-app-1', 'polder-hosting', { ...machine, vcpus: 8, role: 'Application server' }],
  ['vm-care-db', 'virtual_machine', 'vm-care-db-1', 'polder-hosting', { ...machine, vcpus: 8, memory_mb: 65_536, role: 'Database server' }],
  ['vm-print', 'virtual_machine', 'vm-print-1', 'polder-hosting', { ...machine, vcpus: 2, role: 'Print server' }],
  ['vm-rmm', 'virtual_machine', 'vm-rmm-1', 'polder-hosting', { ...machine, vcpus: 2, role: 'Remote support' }],
  ['vm-sync', 'virtual_machine', 'vm-sync-1', 'polder-hosting', { ...machine, vcpus: 2, role: 'Directory synchronisation' }],
  ['idp-1', 'server', 'IDP-DUB-1', 'identiq', { role: 'Sign-in node', platform: 'IdentiQ 9' }],
  ['idp-2', 'server', 'IDP-DUB-2', 'identiq', { role: 'Sign-in node', platform: 'IdentiQ 9' }],
  ['idp-3', 'server', 'IDP-AMS-1', 'identiq', { role: 'Sign-in node', platform: 'IdentiQ 9' }],
  ['sso', 'software', 'IdentiQ sign-in', 'identiq', { vendor: 'IdentiQ', release: '9.4', customer_data: true }],
  ['care', 'software', 'Care record application', 'delta', { vendor: 'Zorgsoft', release: '2026.1', customer_data: true }],
  ['care-db', 'database', 'Care record database', 'delta', { engine: 'PostgreSQL', release: '17', customer_data: true }],
  ['rmm', 'software', 'Remote support tool', 'delta', { vendor: 'HelpAfar', release: '12', customer_data: false }],
  ['followme', 'software', 'Follow-me print', 'printwerk', { vendor: 'Printwerk', release: '7', customer_data: false }],
];

/** An end is the code of an item, or `service:` and the code of a service. Then: kind, other end, group of redundancy, how many are needed. */
export type Tie = readonly [string, 'needs' | 'any_of' | 'k_of_n' | 'hosted_on' | 'connects' | 'contains', string, string?, number?];

const all = (subject: string, kind: Tie[1], objects: readonly string[], group?: string, need?: number): readonly Tie[] =>
  objects.map((object) => [subject, kind, object, group, need]);

export const ties: readonly Tie[] = [
  ...all('dc-almere', 'contains', ['rack-a1', 'rack-a2', 'panel-a', 'panel-b']),
  ...all('site-groningen', 'contains', ['rack-grn']),
  ...all('site-eemskanaal', 'contains', ['acc-eems']),
  ...all('rack-a1', 'contains', ['hv-1', 'hv-2', 'san-1']),
  ...all('rack-a2', 'contains', ['hv-3', 'san-2']),
  ...all('rack-grn', 'contains', ['core-1', 'core-2', 'fw-1', 'fw-2']),
  ...all('rack-a1', 'any_of', ['feed-a1', 'feed-b1'], 'power'),
  ...all('rack-a2', 'needs', ['feed-a2']),
  ...all('feed-a1', 'needs', ['panel-a']),
  ...all('feed-a2', 'needs', ['panel-a']),
  ...all('feed-b1', 'needs', ['panel-b']),
  ...all('circuit-north', 'connects', ['rtr-north', 'core-1']),
  ...all('circuit-south', 'connects', ['rtr-south', 'core-2']),
  ...all('core-1', 'connects', ['core-2', 'acc-eems', 'fw-1']),
  ...all('service:line-a', 'needs', ['circuit-north', 'rtr-north']),
  ...all('service:line-b', 'needs', ['circuit-south', 'rtr-south']),
  ...all('service:network', 'any_of', ['core-1', 'core-2'], 'core'),
  ...all('service:network', 'any_of', ['fw-1', 'fw-2'], 'firewall'),
  ...all('service:hosting', 'needs', ['cluster-alm', 'vm-files', 'vm-mail']),
  ...all('cluster-alm', 'k_of_n', ['hv-1', 'hv-2', 'hv-3'], 'hypervisors', 2),
  ...all('cluster-alm', 'any_of', ['san-1', 'san-2'], 'storage'),
  ...['vm-files', 'vm-mail', 'vm-care-app', 'vm-care-db', 'vm-print', 'vm-rmm', 'vm-sync'].flatMap((each) => all(each, 'hosted_on', ['cluster-alm'])),
  ...all('service:identity', 'needs', ['sso']),
  ...all('sso', 'k_of_n', ['idp-1', 'idp-2', 'idp-3'], 'nodes', 2),
  ...all('service:care-record', 'needs', ['care']),
  ...all('care', 'needs', ['care-db']),
  ...all('care', 'hosted_on', ['vm-care-app']),
  ...all('care-db', 'hosted_on', ['vm-care-db']),
  ...all('service:desktop', 'needs', ['rmm']),
  ...all('rmm', 'hosted_on', ['vm-rmm']),
  ...all('service:printing', 'needs', ['followme']),
  ...all('followme', 'hosted_on', ['vm-print']),
];
