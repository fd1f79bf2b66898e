// Who may do what with an incident, and the words and states that several of its commands share.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

export const agents = {
  all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }],
} as const satisfies Scope;
export const agentsAndCustomers = { any: [agents, { side: 'customer' }] } as const satisfies Scope;
/** Of the team that is asked to take it. */
export const receivers = { all: [agents, { field: 'handed_to', in: 'teams' }] } as const satisfies Scope;
export const importers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'administrator'] }] } as const satisfies Scope;
/** Nobody but the product itself: a reaction, the clock. */
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

export const working = ['new', 'registered', 'assigned', 'in_progress', 'pending'] as const;
export const every = [...working, 'resolved', 'closed', 'cancelled'] as const;
