// Whose the processes of the demo world are, and what goes in and comes out of the ones that are described in full.
import type { PersonCode } from './cast.ts';

type Whose = { readonly owner: PersonCode; readonly manager: PersonCode; readonly team?: 'desk' | 'network' | 'desktop' };

export const whose: Readonly<Record<string, Whose>> = {
  desk: { owner: 'eva', manager: 'anna', team: 'desk' },
  incident: { owner: 'eva', manager: 'anna', team: 'desk' },
  request: { owner: 'eva', manager: 'bas', team: 'desk' },
  change: { owner: 'eva', manager: 'chloe', team: 'network' },
  release: { owner: 'eva', manager: 'daan', team: 'desktop' },
  configuration: { owner: 'eva', manager: 'chloe', team: 'network' },
  event: { owner: 'eva', manager: 'chloe', team: 'network' },
  service_level: { owner: 'kees', manager: 'kees' },
  problem: { owner: 'eva', manager: 'eva', team: 'desk' },
  supplier: { owner: 'kees', manager: 'kees' },
  availability: { owner: 'kees', manager: 'chloe', team: 'network' },
  capacity: { owner: 'kees', manager: 'chloe', team: 'network' },
  continuity: { owner: 'kees', manager: 'daan' },
  security: { owner: 'rosa', manager: 'admin' },
  resource: { owner: 'rosa', manager: 'eva' },
  quality: { owner: 'eva', manager: 'eva' },
  strategy: { owner: 'rosa', manager: 'kees' },
  portfolio: { owner: 'rosa', manager: 'kees' },
  finance: { owner: 'rosa', manager: 'kees' },
  relationship: { owner: 'rosa', manager: 'kees' },
  risk: { owner: 'rosa', manager: 'admin' },
  improvement: { owner: 'rosa', manager: 'eva' },
  governance: { owner: 'rosa', manager: 'rosa' },
};

type Described = {
  readonly purpose: string;
  readonly inputs: string;
  readonly throughput: string;
  readonly outputs: string;
  readonly control: string;
  readonly outcome: string;
};

export const described: Readonly<Record<string, Described>> = {
  incident: {
    purpose: 'Give people back what they were promised as soon as possible.',
    inputs: 'A call, a mail, an exception of monitoring.',
    throughput: 'Register, weigh, diagnose, restore; pass it on without losing time or sight.',
    outputs: 'A restored service and a customer who knows it.',
    control: 'Targets per priority, hand-over rules, the queue review of every morning.',
    outcome: 'Work at the customer goes on.',
  },
  problem: {
    purpose: 'Take causes away, so that incidents stay away.',
    inputs: 'Candidates from recurring incidents, trends and changes that went wrong.',
    throughput: 'Investigate with evidence, publish what helps meanwhile, propose, verify.',
    outputs: 'A known error with a workaround, a request for change, a verified end.',
    control: 'The problem forum of every month; closing asks for proof.',
    outcome: 'Fewer incidents of the same kind.',
  },
  change: {
    purpose: 'Change what is in use without the customer being hurt by it.',
    inputs: 'A request for change from a problem, a customer, a supplier or a plan.',
    throughput: 'Assess, approve, plan, build, test, implement, review.',
    outputs: 'A changed service and configuration, with evidence.',
    control: 'Authority by risk, the calendar, the advisory board of every week.',
    outcome: 'The service keeps pace with its customers.',
  },
  configuration: {
    purpose: 'Know what there is and how it hangs together, well enough to decide on.',
    inputs: 'Changes, sources of suppliers, rounds along the racks.',
    throughput: 'Identify, control, account, verify.',
    outputs: 'A map that others compute with.',
    control: 'Verifications, freshness, baselines.',
    outcome: 'Nobody is surprised by what an outage touches.',
  },
  service_level: {
    purpose: 'Agree what can be kept, and keep it.',
    inputs: 'Demand of customers, feasibility from suppliers and plans.',
    throughput: 'Draft, check the chain, sign, measure, report, review.',
    outputs: 'Signed agreements, reports, actions.',
    control: 'The chain check, the monthly review with each customer.',
    outcome: 'Customers get what they count on.',
  },
  supplier: {
    purpose: 'Let suppliers deliver their part as if it were one service.',
    inputs: 'Work orders, targets, contracts.',
    throughput: 'Ask, follow, settle what is contested, review.',
    outputs: 'Work done in time, disputes ruled on.',
    control: 'Targets of each supplier, the quarterly review.',
    outcome: 'One service, whoever does the work.',
  },
};

export const holders: Readonly<Record<string, readonly PersonCode[]>> = {
  user: ['jdewit', 'tverhoef'],
  contract_owner: ['mhofstra', 'hschmidt'],
  desk_agent: ['anna', 'bas'],
  incident_manager: ['anna'],
  problem_manager: ['eva'],
  change_manager: ['eva'],
  builder: ['chloe', 'daan'],
  configuration_manager: ['chloe'],
  service_level_manager: ['kees'],
  integration_manager: ['kees'],
  process_owner: ['eva', 'kees'],
  director: ['rosa'],
  provider_engineer: ['lbraun', 'okelly'],
  provider_manager: ['fpolder'],
};
