// Who may keep organisations and their people: the integrator's managers, and the managers of an organisation for their own.
import type { Scope } from '../../kernel/scope.ts';

/** Those who decide with whom the integrator has relations. */
export const contractManagers = { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] } as const satisfies Scope;

const ours = { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager'] }] } as const satisfies Scope;
const oursAndDesk = {
  all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager', 'agent'] }],
} as const satisfies Scope;
const theirs = { all: [{ role: ['customer_manager', 'supplier_manager'] }, { field: 'organisation', in: 'parties' }] } as const satisfies Scope;

/** The integrator's managers for everybody, the others' managers for rows of their own organisation. */
export const ownManagers = { any: [ours, theirs] } as const satisfies Scope;
export const ownManagersAndDesk = { any: [oursAndDesk, theirs] } as const satisfies Scope;

/** For opening commands, where there is no row yet: the rule checks that the organisation is the actor's own. */
export const anyManager = {
  role: ['administrator', 'service_level_manager', 'process_manager', 'customer_manager', 'supplier_manager'],
} as const satisfies Scope;
export const anyManagerOrDesk = {
  role: ['administrator', 'service_level_manager', 'process_manager', 'agent', 'customer_manager', 'supplier_manager'],
} as const satisfies Scope;
