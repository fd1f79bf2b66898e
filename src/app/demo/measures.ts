// What the demo house steers by: measures with targets, twelve of them on the scorecard, and objectives from the board down to the desk.
import type { PersonCode } from './cast.ts';
import type { Stage } from './stage.ts';

type Chosen = { readonly code: string; readonly owner: PersonCode; readonly target: number; readonly on?: readonly [string, number]; readonly week?: true };

const percent = (share: number): number => share * 10_000;
const hours = (count: number): number => count * 60;

const measures: readonly Chosen[] = [
  { code: 'customer.satisfaction', owner: 'kees', target: percent(80), on: ['customer', 1] },
  { code: 'promise.attainment', owner: 'kees', target: percent(95), on: ['customer', 2] },
  { code: 'promise.watermelons', owner: 'kees', target: 0, on: ['customer', 3] },
  { code: 'supplier.within_contract', owner: 'kees', target: percent(95), on: ['chain', 1] },
  { code: 'promise.feasible', owner: 'kees', target: percent(90), on: ['chain', 2] },
  { code: 'dispute.open', owner: 'kees', target: 2 },
  { code: 'money.credits_payable', owner: 'rosa', target: 0, on: ['money', 1] },
  { code: 'money.credits_due', owner: 'rosa', target: 0, on: ['money', 2] },
  { code: 'change.failed', owner: 'eva', target: percent(5), on: ['risk', 1] },
  { code: 'problem.old', owner: 'eva', target: 1, on: ['risk', 2] },
  { code: 'process.maturity', owner: 'eva', target: 2_500, on: ['future', 1] },
  { code: 'improvement.proven', owner: 'eva', target: percent(70), on: ['future', 2] },
  { code: 'workforce.future_hours', owner: 'rosa', target: percent(35), on: ['future', 3] },
  { code: 'growth.stage_index', owner: 'kees', target: 2_000 },
  { code: 'promise.minutes_lost', owner: 'kees', target: 240 },
  { code: 'incident.flow_efficiency', owner: 'eva', target: percent(60) },
  { code: 'incident.restore_in_time', owner: 'eva', target: percent(90) },
  { code: 'incident.mtrs_wall', owner: 'eva', target: hours(8) },
  { code: 'incident.mtrs_agreed', owner: 'eva', target: hours(6) },
  { code: 'incident.sla_time', owner: 'eva', target: hours(4) },
  { code: 'incident.reassignments', owner: 'eva', target: 800 },
  { code: 'incident.party_bounces', owner: 'eva', target: 500 },
  { code: 'incident.first_contact', owner: 'eva', target: percent(30), week: true },
  { code: 'incident.reopened', owner: 'eva', target: percent(3) },
  { code: 'incident.backlog', owner: 'eva', target: 25, week: true },
  { code: 'incident.backlog_age_p90', owner: 'eva', target: 5 * 24 * 60 },
  { code: 'change.success', owner: 'eva', target: percent(90) },
  { code: 'problem.recurrence', owner: 'eva', target: 0 },
  { code: 'configuration.accuracy', owner: 'eva', target: percent(95) },
];

/** `days` from the morning the demo world opens on until the objective is to be reached. */
type Aim = {
  readonly key: string;
  readonly name: string;
  readonly serves?: string;
  readonly by: string | null;
  readonly target: number | null;
  readonly days: number;
  readonly owner: PersonCode;
  readonly why?: string;
  readonly proposed?: true;
};
type Level = 'strategic' | 'tactical' | 'operational';

const aims: Readonly<Record<Level, readonly Aim[]>> = {
  strategic: [
    {
      key: 'one_answer',
      name: 'Customers have one answerable party for their whole service',
      by: 'promise.attainment',
      target: percent(97),
      days: 300,
      owner: 'rosa',
      why: 'What is promised is kept, whoever of the chain does the work.',
    },
    { key: 'content', name: 'Customers are content with us, and say so', by: 'customer.satisfaction', target: percent(80), days: 300, owner: 'rosa' },
    { key: 'no_money', name: 'No money is lost on promises that were not kept', by: 'money.credits_payable', target: 0, days: 200, owner: 'rosa' },
  ],
  tactical: [
    {
      key: 'carried',
      name: 'No promise without a chain that carries it',
      serves: 'one_answer',
      by: 'promise.feasible',
      target: percent(95),
      days: 120,
      owner: 'kees',
    },
    {
      key: 'suppliers',
      name: 'Suppliers keep what they promised us',
      serves: 'one_answer',
      by: 'supplier.within_contract',
      target: percent(95),
      days: 150,
      owner: 'kees',
    },
    { key: 'outages', name: 'Half the minutes lost of last year', serves: 'no_money', by: 'promise.minutes_lost', target: 240, days: 200, owner: 'kees' },
    { key: 'honest', name: 'No green reports to unhappy customers', serves: 'content', by: 'promise.watermelons', target: 0, days: 90, owner: 'kees' },
    { key: 'causes', name: 'Causes are taken away, not only symptoms', serves: 'content', by: 'problem.old', target: 1, days: -20, owner: 'eva' },
  ],
  operational: [
    {
      key: 'in_time',
      name: 'Nine of ten incidents restored in time',
      serves: 'carried',
      by: 'incident.restore_in_time',
      target: percent(90),
      days: 60,
      owner: 'eva',
    },
    {
      key: 'bounces',
      name: 'Work does not travel to and fro between parties',
      serves: 'suppliers',
      by: 'incident.party_bounces',
      target: 500,
      days: 60,
      owner: 'eva',
    },
    { key: 'disputes', name: 'Disputes about time are settled within the month', serves: 'suppliers', by: 'dispute.open', target: 2, days: 60, owner: 'kees' },
    { key: 'restore', name: 'Service back within a working day', serves: 'outages', by: 'incident.mtrs_agreed', target: hours(6), days: 90, owner: 'eva' },
    { key: 'changes', name: 'Changes that do what they should', serves: 'outages', by: 'change.success', target: percent(90), days: 90, owner: 'eva' },
    {
      key: 'first',
      name: 'Three of ten reports solved at first contact',
      serves: 'honest',
      by: 'incident.first_contact',
      target: percent(30),
      days: 30,
      owner: 'eva',
    },
    { key: 'again', name: 'What is solved stays solved', serves: 'honest', by: 'incident.reopened', target: percent(3), days: 30, owner: 'eva' },
    { key: 'recurrence', name: 'Nothing comes back after the repair', serves: 'causes', by: 'problem.recurrence', target: 0, days: 45, owner: 'eva' },
    { key: 'items', name: 'Know what we have, and where', serves: 'causes', by: null, target: null, days: 45, owner: 'eva', proposed: true },
  ],
};

const dayMs = 86_400_000;
/** The cast enters so many days before the morning the demo world opens on. */
const before = 400;

export async function steer(stage: Stage): Promise<void> {
  const { act, ids, id, house } = stage;
  for (const { code, owner, target, on, week } of measures) {
    const board = on ? { board_group: on[0], board_place: on[1] } : {};
    const input = { code, owner: id(`person.${owner}`), target, charted: week ? 'week' : 'month', at_once: true, ...board };
    ids[`measure.${code}`] = (await act('rosa', 'measure', 'open', { input })).id;
  }
  const dayIn = (days: number): string => new Date(house.clock.now() + (before + days) * dayMs).toISOString().slice(0, 10);
  for (const [level, own] of Object.entries(aims))
    for (const { key, name, serves, by, target, days, owner, why, proposed } of own) {
      const measured = by === null ? {} : { measure: id(`measure.${by}`) };
      const input = { name, level, by: dayIn(days), owner: id(`person.${owner}`), ...(target === null ? {} : { target }), ...measured };
      const row = await act('rosa', 'objective', 'propose', {
        input: { ...input, ...(serves ? { parent: id(`objective.${serves}`) } : {}), ...(why ? { why } : {}) },
      });
      ids[`objective.${key}`] = row.id;
      if (!proposed) await act('rosa', 'objective', 'agree', { target: row.id });
    }
}
