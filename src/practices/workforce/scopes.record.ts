// Who may see and keep what people can do, how much they can, and where their hours go: never anybody outside the house.
import type { Scope } from '../../kernel/scope.ts';

export const insiders = { side: 'integrator' } as const satisfies Scope;
/** Those who divide the hours. */
export const planners = {
  all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager', 'service_level_manager'] }],
} as const satisfies Scope;
/** Those who look at the whole house. */
export const overseers = {
  all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager', 'service_level_manager', 'executive'] }],
} as const satisfies Scope;
/** Everybody their own, a team lead that of the team, overseers all. */
export const ownOrLed = {
  all: [{ side: 'integrator' }, { any: [overseers, { field: 'person', is: 'person' }, { field: 'lead', is: 'person' }] }],
} as const satisfies Scope;
/** Planners for all, a team lead for the team. */
export const plannersOrLead = {
  all: [{ side: 'integrator' }, { any: [planners, { field: 'lead', is: 'person' }] }],
} as const satisfies Scope;
/** The same and the person. */
export const plannersOrOwn = {
  all: [{ side: 'integrator' }, { any: [planners, { field: 'person', is: 'person' }, { field: 'lead', is: 'person' }] }],
} as const satisfies Scope;
