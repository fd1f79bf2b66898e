// Who may keep the model of the organisation, as data that its definitions share: its managers design, everybody of the house reads.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

export const integrator = { side: 'integrator' } as const satisfies Scope;
/** Those who design and publish how the organisation works. */
export const designers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'administrator'] }] } as const satisfies Scope;
/** Those who describe a process and who does what in it. */
export const processKeepers = {
  all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }],
} as const satisfies Scope;

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const why = { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const satisfies Field;
