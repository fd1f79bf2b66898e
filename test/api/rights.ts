// Who sees whose records: one line per kind of record, said by hand, so that a definition cannot change it unseen.
import type { Who } from './world.ts';

/** `all`: everybody's. Letters: the records of these parties (`a`, `b`, `x`, `y`, `house`). `-`: none. */
export type Sees = Readonly<Record<Exclude<Who, 'left'>, string>>;

const house = { admin: 'all', manager: 'all', agent: 'all' } as const;
const own = { ...house, user_a: 'a', manager_a: 'a', user_b: 'b', agent_x: 'x', agent_y: 'y' } as const;
const customers = { ...house, user_a: 'a', manager_a: 'a', user_b: 'b', agent_x: '-', agent_y: '-' } as const;
const suppliers = { ...house, user_a: '-', manager_a: '-', user_b: '-', agent_x: 'x', agent_y: 'y' } as const;
const insiders = { ...house, user_a: '-', manager_a: '-', user_b: '-', agent_x: '-', agent_y: '-' } as const;
const everybody = { ...house, user_a: 'all', manager_a: 'all', user_b: 'all', agent_x: 'all', agent_y: 'all' } as const;

export const sees: Readonly<Record<string, Sees>> = {
  organisation: own,
  site: own,
  team: own,
  person: own,
  membership: own,
  service: own,
  item_type: { ...house, user_a: '-', manager_a: '-', user_b: '-', agent_x: 'all', agent_y: 'all' },
  configuration_item: suppliers,
  item_relation: insiders,
  baseline: insiders,
  verification: insiders,
  calendar: own,
  promise: own,
  reason: everybody,
  priority_rule: insiders,
  event: customers,
  incident: customers,
  service_report: customers,
  work_order: suppliers,
  dispute: own,
  problem: suppliers,
  known_error: { ...house, user_a: '-', manager_a: '-', user_b: '-', agent_x: '-', agent_y: '-' },
  problem_candidate: insiders,
  process: insiders,
  process_role: insiders,
  raci: insiders,
  separation: insiders,
  operating_model: insiders,
  change: own,
  change_model: suppliers,
  change_task: suppliers,
  release: suppliers,
  cab_meeting: own,
  change_window: own,
  maintenance_notice: suppliers,
  notice_template: insiders,
  forum: own,
  meeting: own,
  decision: own,
  action: own,
  improvement: insiders,
  audit: insiders,
  finding: insiders,
  maturity_assessment: insiders,
  availability_plan: insiders,
  capacity_plan: insiders,
  continuity_plan: insiders,
  continuity_test: insiders,
  cost_model: insiders,
  cost_line: insiders,
  portfolio_entry: insiders,
  risk: insiders,
  risk_appetite: insiders,
  measure: insiders,
  objective: insiders,
  scorecard: insiders,
  competence: insiders,
  // People see their own; those who oversee the house see everybody's.
  skill: { ...insiders, agent: 'house' },
  capacity: { ...insiders, agent: 'house' },
  allocation: { ...insiders, agent: 'house' },
  time_entry: { ...insiders, agent: 'house' },
  borrowing: { ...insiders, agent: 'house' },
};

/** Addresses that somebody without a session may use; every other one answers 401. */
export const open: readonly string[] = [
  'get /api/session',
  'post /api/session',
  'post /api/session/persona',
  'post /api/setup',
  'post /api/setup/link',
  'post /v2/enqueue',
  'get /api/calendar/{file}',
  'get /healthz',
  'get /readyz',
];
