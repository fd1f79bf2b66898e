// The tactical registers of the demo world as data: who plans what for which service. Amounts in minor units, times in minutes.
import type { OrganisationCode, PersonCode, ServiceCode } from './cast.ts';

export const availabilityPlans: readonly { service: ServiceCode; target?: number; review: number }[] = [
  { service: 'workplace', review: 60 },
  { service: 'care-record', target: 997_000, review: 90 },
  { service: 'network', target: 999_900, review: 120 },
];

export const continuityPlans: readonly {
  service: ServiceCode;
  rto: number;
  rpo: number;
  strategy: string;
  steps?: readonly { what: string; minutes: number }[];
  tolerable?: number;
  impact?: readonly { after_minutes: number; level: number; what: string }[];
  evidence?: readonly { supplier: OrganisationCode; what: string; days: number }[];
}[] = [
  { service: 'line-a', rto: 480, rpo: 0, strategy: 'gradual' },
  { service: 'line-b', rto: 240, rpo: 0, strategy: 'intermediate' },
  { service: 'hosting', rto: 480, rpo: 60, strategy: 'intermediate' },
  { service: 'identity', rto: 60, rpo: 15, strategy: 'immediate' },
  { service: 'desktop', rto: 120, rpo: 0, strategy: 'manual' },
  {
    service: 'workplace',
    rto: 360,
    rpo: 60,
    strategy: 'intermediate',
    tolerable: 480,
    steps: [
      { what: 'Start the working places in the second site', minutes: 30 },
      { what: 'Tell the customers and test with one of each', minutes: 15 },
    ],
    impact: [
      { after_minutes: 60, level: 2, what: 'Desk work waits; pumping stations run by themselves' },
      { after_minutes: 240, level: 3, what: 'Counters of the municipality close' },
      { after_minutes: 480, level: 5, what: 'Flood warnings can no longer be sent out' },
    ],
    evidence: [
      { supplier: 'polder-hosting', what: 'Report of the recovery test', days: 210 },
      { supplier: 'identiq', what: 'Statement of an auditor', days: 40 },
      { supplier: 'noordlijn', what: 'Letter about the second route', days: -25 },
    ],
  },
  {
    service: 'care-record',
    rto: 600,
    rpo: 60,
    strategy: 'manual',
    tolerable: 720,
    steps: [{ what: 'Enter what was written on paper', minutes: 45 }],
    impact: [
      { after_minutes: 60, level: 3, what: 'Medication lists on paper' },
      { after_minutes: 720, level: 5, what: 'Paper lists are no longer up to date' },
    ],
    evidence: [
      { supplier: 'polder-hosting', what: 'Report of the recovery test', days: 210 },
      { supplier: 'identiq', what: 'Statement of an auditor', days: 40 },
    ],
  },
];

/** `used`: month by month, the last one the month before this one. */
export const capacityPlans: readonly {
  service: ServiceCode;
  resource: string;
  unit: string;
  contracted: number;
  used: readonly number[];
  source?: 'incidents';
  demands?: readonly { service: ServiceCode; peak: number }[];
  cost_minor?: number;
  method?: 'ses';
}[] = [
  {
    service: 'hosting',
    resource: 'Storage',
    unit: 'TB',
    contracted: 60,
    used: [36, 37, 39, 39, 41, 42, 43, 45, 45, 47, 48, 49, 51, 51, 53, 54, 55, 56],
    demands: [
      { service: 'workplace', peak: 34 },
      { service: 'care-record', peak: 22 },
    ],
    cost_minor: 420_000,
  },
  {
    service: 'network',
    resource: 'Bandwidth',
    unit: 'Mbit/s',
    contracted: 2_000,
    used: [1_020, 1_050, 1_010, 1_080, 1_060, 1_040, 1_090, 1_070, 1_060, 1_100, 1_080, 1_090],
    demands: [{ service: 'workplace', peak: 1_450 }],
    cost_minor: 160_000,
    method: 'ses',
  },
  {
    service: 'printing',
    resource: 'Printers',
    unit: 'printers',
    contracted: 120,
    used: [96, 95, 93, 92, 90, 89, 86, 85, 83, 82, 80, 78],
    cost_minor: 90_000,
  },
  { service: 'workplace', resource: 'Incidents handled by the desk', unit: 'incidents', contracted: 60, used: [], source: 'incidents', method: 'ses' },
];

/** Receivers by code: a department, a service or a customer. */
export const departments = [
  { code: 'staff', name: 'Staff and housing' },
  { code: 'tools', name: 'Tools' },
  { code: 'desk', name: 'Service desk' },
] as const;
export const pools: readonly { code: string; name: string; to: string; amount_minor: number }[] = [
  { code: 'housing', name: 'Housing and management', to: 'staff', amount_minor: 280_000 },
  { code: 'licences', name: 'Licences and tools', to: 'tools', amount_minor: 190_000 },
  { code: 'desk-people', name: 'People of the desk', to: 'desk', amount_minor: 760_000 },
  { code: 'desktop-people', name: 'People of desktop support', to: 'desktop', amount_minor: 310_000 },
  ...(['line-a', 'line-b', 'hosting', 'identity', 'printing'] as const).map((code) => ({ code, name: `Invoices for ${code}`, to: code, amount_minor: 0 })),
];
export const drivers: readonly (readonly [from: string, to: string, name: string, quantity: number])[] = [
  ['staff', 'tools', 'heads', 3],
  ['staff', 'desk', 'heads', 8],
  ['staff', 'desktop', 'heads', 4],
  ['staff', 'workplace', 'heads', 3],
  ['tools', 'staff', 'seats', 4],
  ['tools', 'desk', 'seats', 12],
  ['tools', 'desktop', 'seats', 5],
  ['tools', 'network', 'seats', 3],
  ['desk', 'workplace', 'contacts', 430],
  ['desk', 'care-record', 'contacts', 150],
  ['desk', 'printing', 'contacts', 40],
  ['desk', 'tools', 'contacts', 10],
  ['line-a', 'network', 'lines', 1],
  ['line-b', 'network', 'lines', 1],
  ['network', 'workplace', 'sites', 1],
  ['hosting', 'workplace', 'TB', 34],
  ['hosting', 'care-record', 'TB', 22],
  ['identity', 'workplace', 'people', 730],
  ['identity', 'care-record', 'people', 260],
  ['desktop', 'workplace', 'working places', 1],
  ['workplace', 'waterschap-noord', 'people', 420],
  ['workplace', 'gemeente-zuiderdam', 'people', 310],
  ['care-record', 'pflege-ems', 'people', 260],
  ['printing', 'waterschap-noord', 'printers', 30],
  ['printing', 'gemeente-zuiderdam', 'printers', 38],
];
export const costLines: readonly { pool: string; name: string; amount_minor: number; supplier: OrganisationCode; reference: string }[] = [
  { pool: 'line-a', name: 'Leased line, northern route', amount_minor: 180_000, supplier: 'noordlijn', reference: 'NL-2291' },
  { pool: 'line-b', name: 'Leased line, southern route', amount_minor: 172_500, supplier: 'kabelring', reference: 'KR 88/417' },
  { pool: 'hosting', name: 'Virtual machines', amount_minor: 238_000, supplier: 'polder-hosting', reference: 'PH-5510' },
  { pool: 'hosting', name: 'Storage, 60 TB', amount_minor: 182_000, supplier: 'polder-hosting', reference: 'PH-5511' },
  { pool: 'identity', name: 'Sign-in, 990 people', amount_minor: 148_500, supplier: 'identiq', reference: 'IQ-1009' },
  { pool: 'printing', name: 'Printers and toner', amount_minor: 91_333, supplier: 'printwerk', reference: 'PW 7731' },
];

export const risks: readonly {
  title: string;
  service?: ServiceCode;
  customer?: OrganisationCode;
  supplier?: OrganisationCode;
  at: readonly [likelihood: number, impact: number];
  owner: PersonCode;
  assessed?: boolean;
  treat?: { treatment: string; response: string; due: number; aimed: readonly [number, number] };
  accept?: { by: PersonCode; because: string; until: number };
}[] = [
  {
    title: 'Storage is full before the new contract starts',
    service: 'hosting',
    supplier: 'polder-hosting',
    at: [4, 4],
    owner: 'kees',
    treat: { treatment: 'reduce', response: 'Archive mail older than two years; order 20 TB more from Polder.', due: 60, aimed: [2, 3] },
  },
  {
    title: 'Both lines run through the same bridge',
    service: 'network',
    at: [2, 5],
    owner: 'kees',
    accept: { by: 'rosa', because: 'A third route costs more than a day of outage in five years. Looked at again when the bridge is rebuilt.', until: 20 },
  },
  {
    title: 'Recovery of the workplace takes longer than promised',
    service: 'workplace',
    customer: 'waterschap-noord',
    at: [3, 5],
    owner: 'eva',
    treat: { treatment: 'reduce', response: 'Agree a recovery time of four hours with Polder, and test it with them.', due: 45, aimed: [2, 4] },
  },
  {
    title: 'Only one engineer knows the sign-in connectors',
    service: 'identity',
    supplier: 'identiq',
    at: [3, 3],
    owner: 'eva',
    accept: { by: 'kees', because: 'A second one is being trained until the summer.', until: -12 },
  },
  {
    title: 'Care record stands still when sign-in does',
    service: 'care-record',
    customer: 'pflege-ems',
    at: [2, 4],
    owner: 'eva',
    accept: { by: 'rosa', because: 'Paper lists are at hand in every house and are tried twice a year.', until: 150 },
  },
  {
    title: 'Printwerk stops delivering in the Netherlands',
    service: 'printing',
    supplier: 'printwerk',
    at: [2, 2],
    owner: 'kees',
    accept: { by: 'kees', because: 'There are three others who can take over in a month.', until: 200 },
  },
  {
    title: 'A supplier’s account is used to get in',
    service: 'workplace',
    at: [3, 4],
    owner: 'eva',
    treat: { treatment: 'avoid', response: 'Access for suppliers by approval per visit only.', due: 90, aimed: [1, 4] },
  },
  { title: 'Members of the desk leave before the new ones are trained', service: 'workplace', at: [3, 2], owner: 'eva', assessed: true },
];

const assumed = 'Fees stay as they are; no supplier raises its price by more than the index.';
export const portfolio: readonly {
  name: string;
  service?: ServiceCode;
  value_minor: number;
  cost_minor: number;
  investment_minor?: number;
  risk: number;
  business_case: string;
  wanted_by: readonly OrganisationCode[];
  decide?: { sourcing: string; supplier?: OrganisationCode; assumptions: string; review: number };
  launch?: boolean;
  review?: { finding: string; value_now_minor: number; cost_now_minor: number; next: number };
  end?: 'retire' | 'decline';
}[] = [
  {
    name: 'Workplace',
    service: 'workplace',
    value_minor: 22_800_000,
    cost_minor: 19_000_000,
    risk: 2,
    business_case: 'One working place for water board and municipality; the reason why both are with us.',
    wanted_by: ['waterschap-noord', 'gemeente-zuiderdam'],
    decide: { sourcing: 'integrate', assumptions: assumed, review: 100 },
    launch: true,
    review: { finding: 'As planned; hosting costs more, the desk less.', value_now_minor: 22_800_000, cost_now_minor: 18_400_000, next: 100 },
  },
  {
    name: 'Care record',
    service: 'care-record',
    value_minor: 11_400_000,
    cost_minor: 6_900_000,
    risk: 3,
    business_case: 'First customer in Germany; two more care groups have asked.',
    wanted_by: ['pflege-ems'],
    decide: { sourcing: 'integrate', assumptions: 'Two more care groups join within two years.', review: -9 },
    launch: true,
  },
  {
    name: 'Printing',
    service: 'printing',
    value_minor: 1_500_000,
    cost_minor: 1_150_000,
    risk: 1,
    business_case: 'Customers expect it with the workplace. It shrinks every year.',
    wanted_by: ['waterschap-noord', 'gemeente-zuiderdam'],
    decide: { sourcing: 'buy', supplier: 'printwerk', assumptions: 'It pays for itself until half of the printers are gone.', review: 170 },
    launch: true,
    review: { finding: 'Fewer prints than thought: retire in two years at the latest.', value_now_minor: 1_150_000, cost_now_minor: 1_120_000, next: 170 },
  },
  {
    name: 'Third line by radio',
    value_minor: 2_400_000,
    cost_minor: 1_300_000,
    investment_minor: 1_800_000,
    risk: 3,
    business_case: 'Takes away the bridge that both lines share; the water board would pay for it.',
    wanted_by: ['waterschap-noord'],
    decide: { sourcing: 'buy', supplier: 'kabelring', assumptions: 'The licence for the frequency is granted this year.', review: 75 },
  },
  {
    name: 'Sensors of pumping stations',
    value_minor: 4_800_000,
    cost_minor: 3_100_000,
    investment_minor: 2_500_000,
    risk: 4,
    business_case: 'Water levels every minute instead of every hour. Nobody here has done it before.',
    wanted_by: ['waterschap-noord'],
  },
  {
    name: 'Fax by mail',
    value_minor: 300_000,
    cost_minor: 240_000,
    risk: 1,
    business_case: 'Was needed for pharmacies until they had the care record.',
    wanted_by: ['pflege-ems'],
    end: 'retire',
  },
];
