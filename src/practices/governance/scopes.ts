// Who may govern: the integrator's managers keep forums and meetings, whoever sits at the table takes part, everybody else sees nothing.
import type { Field } from '../../kernel/field.ts';
import type { Scope } from '../../kernel/scope.ts';

const managing = ['process_manager', 'service_level_manager', 'executive', 'administrator'] as const;
export const managers = { all: [{ side: 'integrator' }, { role: managing }] } as const satisfies Scope;
/** The people of the house who do the work, and those who lead it. */
export const staff = { all: [{ side: 'integrator' }, { role: [...managing, 'agent'] }] } as const satisfies Scope;
/** The house, and the parties that the record says are at the table. */
export const table = { any: [{ side: 'integrator' }, { field: 'parties', overlaps: 'parties' }] } as const satisfies Scope;
/** Those of other parties who speak for them. */
const delegates = { all: [{ role: ['customer_manager', 'supplier_manager'] }, { field: 'parties', overlaps: 'parties' }] } as const satisfies Scope;
export const atTheTable = { any: [staff, delegates] } as const satisfies Scope;
export const chairs = { any: [managers, { field: 'chair', is: 'person' }] } as const satisfies Scope;
/** Nobody but the product itself. */
export const itself = { any: [] } as const satisfies Scope;

/** Who else is at the table is told by the house, not by the product. */
export const house = { shown_to: ['integrator'] } as const;
export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const why = { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const satisfies Field;
export const parties = {
  kind: 'refs',
  to: 'organisation',
  required: true,
  ...house,
  label: { en: 'Parties', nl: 'Partijen', de: 'Parteien' },
  means: {
    en: 'Organisations beside the house that take part. Each sees the forum, its meetings, decisions and actions, and nothing else by it.',
    nl: 'Organisaties naast het huis die meedoen. Elk ziet het overleg, de vergaderingen, besluiten en acties, en daardoor verder niets.',
    de: 'Organisationen neben dem Haus, die teilnehmen. Jede sieht das Forum, seine Sitzungen, Beschlüsse und Aufgaben, und dadurch sonst nichts.',
  },
} as const satisfies Field;
