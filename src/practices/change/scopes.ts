// Who may do what with changes, tasks and releases, as data that several of their definitions share.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

/** The people of the house who work on changes. */
export const agents = {
  all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }],
} as const satisfies Scope;
export const changeManagers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'administrator'] }] } as const satisfies Scope;
/** Who may decide at all; how high somebody must stand for this one is a rule. */
export const deciders = { all: [{ side: 'integrator' }, { role: ['process_manager', 'executive'] }] } as const satisfies Scope;
export const serviceLevelManagers = { all: [{ side: 'integrator' }, { role: ['service_level_manager'] }] } as const satisfies Scope;
/** For opening, when there is no row yet. */
export const agentsAndSuppliers = { any: [agents, { all: [{ side: 'supplier' }, { role: ['supplier_agent', 'supplier_manager'] }] }] } as const satisfies Scope;
/** Suppliers who take part in the change, and the house. */
export const doers = { any: [agents, { all: [{ side: 'supplier' }, { field: 'suppliers', overlaps: 'parties' }] }] } as const satisfies Scope;
export const informedCustomers = { all: [{ side: 'customer' }, { field: 'informed_customers', overlaps: 'parties' }] } as const satisfies Scope;
/** Nobody but the product itself. */
export const itself = { any: [] } as const satisfies Scope;

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const audience = {
  kind: 'texts',
  label: { en: 'Who may read it', nl: 'Wie het mag lezen', de: 'Wer es lesen darf' },
  means: {
    en: 'Organisations and teams; the writer’s own side when nobody is chosen.',
    nl: 'Organisaties en teams; alleen de eigen kant als niemand is gekozen.',
    de: 'Organisationen und Teams; nur die eigene Seite, wenn niemand gewählt ist.',
  },
} as const satisfies Field;
