// The demo world's cast as data: who there is, what they offer each other, and what they promise. Names are invented.

export const organisations = [
  { code: 'delta', name: 'Delta Integrator', language: 'nl', zone: 'Europe/Amsterdam', phone: '+31 88 555 0100', email: 'servicedesk@delta.example' },
  { code: 'waterschap-noord', name: 'Waterschap Noord', language: 'nl', zone: 'Europe/Amsterdam', phone: '+31 50 555 0110' },
  { code: 'gemeente-zuiderdam', name: 'Gemeente Zuiderdam', language: 'nl', zone: 'Europe/Amsterdam', phone: '+31 10 555 0120' },
  { code: 'pflege-ems', name: 'Pflegeverbund Ems', language: 'de', zone: 'Europe/Berlin', phone: '+49 491 555 0130' },
  { code: 'noordlijn', name: 'Noordlijn Telecom', language: 'nl', zone: 'Europe/Amsterdam', email: 'noc@noordlijn.example' },
  { code: 'kabelring', name: 'Kabelring Networks', language: 'en', zone: 'Europe/Amsterdam', email: 'support@kabelring.example' },
  { code: 'polder-hosting', name: 'Polder Hosting', language: 'nl', zone: 'Europe/Amsterdam', email: 'ops@polderhosting.example' },
  { code: 'identiq', name: 'IdentiQ', language: 'en', zone: 'Europe/Dublin', email: 'care@identiq.example' },
  { code: 'printwerk', name: 'Printwerk', language: 'de', zone: 'Europe/Berlin', email: 'hilfe@printwerk.example' },
] as const;
export type OrganisationCode = (typeof organisations)[number]['code'];

export const teams = [
  { code: 'desk', name: 'Service Desk', organisation: 'delta' },
  { code: 'network', name: 'Network Operations', organisation: 'delta' },
  { code: 'desktop', name: 'Desktop Support', organisation: 'delta' },
  { code: 'noordlijn-noc', name: 'Noordlijn NOC', organisation: 'noordlijn' },
  { code: 'kabelring-noc', name: 'Kabelring NOC', organisation: 'kabelring' },
  { code: 'polder-ops', name: 'Polder Operations', organisation: 'polder-hosting' },
  { code: 'identiq-care', name: 'IdentiQ Care', organisation: 'identiq' },
  { code: 'printwerk-hilfe', name: 'Printwerk Hilfe', organisation: 'printwerk' },
] as const;

export const sites = [
  { name: 'Hoofdkantoor Groningen', organisation: 'waterschap-noord', address: 'Stationsplein 1, Groningen' },
  { name: 'Gemaal Eemskanaal', organisation: 'waterschap-noord', address: 'Kanaalweg 20, Delfzijl' },
  { name: 'Stadhuis', organisation: 'gemeente-zuiderdam', address: 'Markt 1, Zuiderdam' },
  { name: 'Haus Leer', organisation: 'pflege-ems', address: 'Uferstraße 4, Leer' },
] as const;

/** `persona` is shown on the one-click sign-in page. */
export const persons = [
  { code: 'anna', name: 'Anna Visser', organisation: 'delta', team: 'desk', role: 'agent', language: 'nl', persona: true },
  { code: 'bas', name: 'Bas Mulder', organisation: 'delta', team: 'desk', role: 'agent', language: 'nl' },
  { code: 'chloe', name: 'Chloé Martin', organisation: 'delta', team: 'network', role: 'agent', language: 'en' },
  { code: 'daan', name: 'Daan Jansen', organisation: 'delta', team: 'desktop', role: 'agent', language: 'nl' },
  { code: 'eva', name: 'Eva Smit', organisation: 'delta', team: 'desk', role: 'process_manager', language: 'nl', persona: true },
  { code: 'kees', name: 'Kees Bakker', organisation: 'delta', team: null, role: 'service_level_manager', language: 'nl', persona: true },
  { code: 'rosa', name: 'Rosa Vermeer', organisation: 'delta', team: null, role: 'executive', language: 'en', persona: true },
  { code: 'admin', name: 'Sam de Groot', organisation: 'delta', team: null, role: 'administrator', language: 'en', persona: true },
  { code: 'jdewit', name: 'J. de Wit', organisation: 'waterschap-noord', team: null, role: 'customer_user', language: 'nl', persona: true },
  { code: 'mhofstra', name: 'Marijke Hofstra', organisation: 'waterschap-noord', team: null, role: 'customer_manager', language: 'nl', persona: true },
  { code: 'tverhoef', name: 'Tom Verhoef', organisation: 'gemeente-zuiderdam', team: null, role: 'customer_user', language: 'nl', persona: true },
  { code: 'nyilmaz', name: 'Nur Yılmaz', organisation: 'gemeente-zuiderdam', team: null, role: 'customer_manager', language: 'nl' },
  { code: 'hschmidt', name: 'Hanna Schmidt', organisation: 'pflege-ems', team: null, role: 'customer_manager', language: 'de', persona: true },
  { code: 'lbraun', name: 'L. Braun', organisation: 'noordlijn', team: 'noordlijn-noc', role: 'supplier_agent', language: 'nl', persona: true },
  { code: 'okelly', name: 'Owen Kelly', organisation: 'kabelring', team: 'kabelring-noc', role: 'supplier_agent', language: 'en', persona: true },
  { code: 'fpolder', name: 'Fenna Polder', organisation: 'polder-hosting', team: 'polder-ops', role: 'supplier_manager', language: 'nl', persona: true },
  { code: 'siobhan', name: 'Siobhán Byrne', organisation: 'identiq', team: 'identiq-care', role: 'supplier_agent', language: 'en' },
  { code: 'jkrause', name: 'Jonas Krause', organisation: 'printwerk', team: 'printwerk-hilfe', role: 'supplier_agent', language: 'de' },
] as const;
export type PersonCode = (typeof persons)[number]['code'];

/** `holidays` names whose public holidays close it; the seed asks for them as a person would. */
export const calendars = [
  { code: 'always', name: 'Around the clock', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], holidays: null },
  {
    code: 'office',
    name: 'Working days 07:00 to 18:00',
    zone: 'Europe/Amsterdam',
    week: [{ days: [1, 2, 3, 4, 5], from: '07:00', to: '18:00' }],
    holidays: { country: 'NL', from: 2025, to: 2030 },
  },
] as const;

export const reasons = [
  { code: 'customer_information', name: 'Waiting for information from the customer', kind: 'waiting', waits_on: 'customer' },
  { code: 'customer_access', name: 'Waiting for access to the customer’s site', kind: 'waiting', waits_on: 'customer' },
  { code: 'supplier_work', name: 'Waiting for a supplier', kind: 'waiting', waits_on: 'supplier' },
  { code: 'planned_change', name: 'Waiting for a planned change', kind: 'waiting', waits_on: 'change' },
  { code: 'agreed_moment', name: 'Agreed moment', kind: 'waiting', waits_on: 'schedule' },
  { code: 'not_ours', name: 'Not our service', kind: 'rejection', waits_on: 'nobody' },
  { code: 'not_enough_information', name: 'Not enough information to start', kind: 'rejection', waits_on: 'nobody' },
  { code: 'no_capacity', name: 'No engineer available in time', kind: 'rejection', waits_on: 'nobody' },
  { code: 'customer_board', name: 'Asked for by the customer’s management', kind: 'override', waits_on: 'nobody' },
  { code: 'public_safety', name: 'Public safety', kind: 'override', waits_on: 'nobody' },
] as const;

/** The common 3 x 3 matrix: impact down, urgency across. */
export const matrix = [
  ['high', 'high', 1],
  ['high', 'medium', 2],
  ['high', 'low', 3],
  ['medium', 'high', 2],
  ['medium', 'medium', 3],
  ['medium', 'low', 4],
  ['low', 'high', 3],
  ['low', 'medium', 4],
  ['low', 'low', 5],
] as const;

/** Parts come before what is composed of them. `composition` names codes; the seed turns them into numbers. */
export const services = [
  {
    code: 'line-a',
    name: 'Line A',
    provider: 'noordlijn',
    team: 'noordlijn-noc',
    criticality: 'medium',
    aliases: ['rtr-ams-1'],
    description: 'Leased line, northern route.',
  },
  {
    code: 'line-b',
    name: 'Line B',
    provider: 'kabelring',
    team: 'kabelring-noc',
    criticality: 'medium',
    aliases: ['rtr-ams-2'],
    description: 'Leased line, southern route.',
  },
  {
    code: 'network',
    name: 'Network',
    provider: 'delta',
    team: 'network',
    criticality: 'high',
    composition: { any: ['line-a', 'line-b'] },
    description: 'Two lines over separate routes; one is enough.',
  },
  { code: 'hosting', name: 'Hosting', provider: 'polder-hosting', team: 'polder-ops', criticality: 'high', description: 'Virtual machines and storage.' },
  {
    code: 'identity',
    name: 'Identity',
    provider: 'identiq',
    team: 'identiq-care',
    criticality: 'high',
    aliases: ['sso'],
    description: 'Sign-in for every application.',
  },
  {
    code: 'desktop',
    name: 'Desktop support',
    provider: 'delta',
    team: 'desktop',
    criticality: 'medium',
    description: 'Laptops and peripherals, on site and remote.',
  },
  {
    code: 'printing',
    name: 'Printing',
    provider: 'printwerk',
    team: 'printwerk-hilfe',
    criticality: 'low',
    description: 'Printers, toner and follow-me print.',
  },
  {
    code: 'workplace',
    name: 'Workplace',
    provider: 'delta',
    team: 'desk',
    criticality: 'high',
    composition: { all: ['network', 'hosting', 'identity', 'desktop'] },
    description: 'One working place: network, files, sign-in and help.',
  },
  {
    code: 'care-record',
    name: 'Care record',
    provider: 'delta',
    team: 'desk',
    criticality: 'high',
    composition: { all: ['identity', 'hosting'] },
    description: 'The care record application with sign-in.',
  },
] as const;
export type ServiceCode = (typeof services)[number]['code'];

const byPriority = (...minutes: number[]): Record<string, number> => Object.fromEntries(minutes.map((each, index) => [String(index + 1), each]));
const customerPauses = ['customer_information', 'customer_access', 'agreed_moment'] as const;

type Offered = {
  metric: string;
  service: ServiceCode;
  provider: OrganisationCode;
  customer: OrganisationCode;
  calendar: 'always' | 'office';
  targets?: Record<string, number>;
  availability?: number;
  attainment?: number;
  pauses?: readonly string[];
  fee_minor?: number;
  currency?: string;
  credit_bands?: { bands: readonly { below: number; credit: number }[]; cap: number };
};

/** A tenth of the fee below what was promised, a quarter when it was far below. */
const credited = (fee_minor: number, promised: number) => ({
  fee_minor,
  currency: 'EUR',
  credit_bands: {
    bands: [
      { below: promised, credit: 100_000 },
      { below: promised - 3_000, credit: 250_000 },
    ],
    cap: 250_000,
  },
});

/** What suppliers promise comes before what is promised on top of it, so that each can be checked when it is signed. */
export const promises: readonly Offered[] = [
  ...(['line-a', 'line-b', 'hosting', 'identity', 'printing'] as const).flatMap((code): Offered[] => {
    const provider = services.find((each) => each.code === code)?.provider as OrganisationCode;
    const base = { service: code, provider, customer: 'delta', calendar: 'always' } as const;
    return [
      { ...base, metric: 'accept', targets: byPriority(15, 30, 60, 240, 480) },
      { ...base, metric: 'repair', targets: byPriority(150, 300, 600, 1_800, 3_600) },
      {
        ...base,
        metric: 'availability',
        availability: code.startsWith('line') ? 997_000 : 999_000,
        ...credited(180_000, code.startsWith('line') ? 997_000 : 999_000),
      },
    ];
  }),
  { metric: 'availability', service: 'desktop', provider: 'delta', customer: 'delta', calendar: 'always', availability: 999_500 },
  { metric: 'repair', service: 'desktop', provider: 'delta', customer: 'delta', calendar: 'always', targets: byPriority(150, 300, 600, 1_800, 3_600) },
  ...(['workplace', 'care-record'] as const).map(
    (service): Offered => ({ metric: 'respond', service, provider: 'delta', customer: 'delta', calendar: 'always', targets: byPriority(10, 20, 40, 180, 360) }),
  ),
  ...(
    [
      ['workplace', 'waterschap-noord'],
      ['workplace', 'gemeente-zuiderdam'],
      ['care-record', 'pflege-ems'],
    ] as const
  ).flatMap(([service, customer]): Offered[] => [
    {
      metric: 'respond',
      service,
      provider: 'delta',
      customer,
      calendar: 'always',
      targets: byPriority(15, 30, 60, 240, 480),
      attainment: 900_000,
      pauses: customerPauses,
    },
    {
      metric: 'restore',
      service,
      provider: 'delta',
      customer,
      calendar: 'always',
      targets: byPriority(240, 480, 960, 2_880, 5_760),
      attainment: 900_000,
      pauses: customerPauses,
    },
    { metric: 'availability', service, provider: 'delta', customer, calendar: 'always', availability: 995_000, ...credited(950_000, 995_000) },
  ]),
];
