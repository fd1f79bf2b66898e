// Who may improve: anybody of the house proposes, its managers decide; audits and assessments are read by the house.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

const managing = ['process_manager', 'service_level_manager', 'executive', 'administrator'] as const;
export const integrator = { side: 'integrator' } as const satisfies Scope;
export const managers = { all: [integrator, { role: managing }] } as const satisfies Scope;
export const staff = { all: [integrator, { role: [...managing, 'agent'] }] } as const satisfies Scope;
/** Whoever leads the improvement, and the managers. */
export const owners = { any: [managers, { all: [integrator, { field: 'owner', is: 'person' }] }] } as const satisfies Scope;

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const why = { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const satisfies Field;
