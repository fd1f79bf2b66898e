// What an installation starts with: the usual matrix and reasons, as commands to perform once. All of it can be changed afterwards.
import type { Ask } from '../../kernel/practice.ts';
import { standardMatrix } from './impact.ts';

const reasons = [
  { code: 'customer_information', name: 'Waiting for information from the customer', kind: 'waiting', waits_on: 'customer' },
  { code: 'customer_access', name: 'Waiting for access to the customer’s site', kind: 'waiting', waits_on: 'customer' },
  { code: 'supplier_work', name: 'Waiting for a supplier', kind: 'waiting', waits_on: 'supplier' },
  { code: 'planned_change', name: 'Waiting for a planned change', kind: 'waiting', waits_on: 'change' },
  { code: 'agreed_moment', name: 'Waiting until an agreed moment', kind: 'waiting', waits_on: 'schedule' },
  { code: 'not_ours', name: 'Not our service', kind: 'rejection', waits_on: 'nobody' },
  { code: 'not_enough_information', name: 'Not enough information to start', kind: 'rejection', waits_on: 'nobody' },
  { code: 'no_capacity', name: 'Nobody available in time', kind: 'rejection', waits_on: 'nobody' },
  { code: 'business_need', name: 'Business need', kind: 'override', waits_on: 'nobody' },
  { code: 'public_safety', name: 'Public safety', kind: 'override', waits_on: 'nobody' },
] as const;

const asked = (record: string, input: Ask['input']): Ask => ({ record, command: 'add', target: null, input });

export const standardIncident: readonly Ask[] = [
  ...reasons.map((input) => asked('reason', input)),
  ...standardMatrix.map((input) => asked('priority_rule', input)),
];
