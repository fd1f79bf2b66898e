// Who may keep the configuration: the integrator's staff day to day, its managers for what cannot be undone; an owner its own items.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

export const keepers = { all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager', 'agent'] }] } as const satisfies Scope;
export const managers = { all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager'] }] } as const satisfies Scope;
/** Each party stays master of its own items; what stands on them is not theirs to see. */
export const theirs = { all: [{ side: 'supplier' }, { field: 'owner', in: 'parties' }] } as const satisfies Scope;
export const integrator = { side: 'integrator' } as const satisfies Scope;

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const why = { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const satisfies Field;
