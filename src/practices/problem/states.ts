// The states of a problem, and which of them ask for work; apart from the record so that its commands can name them.
import type { State } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

export const problemStates = {
  registered: { label: { en: 'Registered', nl: 'Geregistreerd', de: 'Erfasst' }, tone: 'info' },
  investigating: { label: { en: 'Investigating', nl: 'In onderzoek', de: 'In Untersuchung' }, tone: 'info' },
  known_error: { label: { en: 'Known error', nl: 'Bekende fout', de: 'Bekannter Fehler' }, tone: 'warn' },
  solution_proposed: { label: { en: 'Solution proposed', nl: 'Oplossing voorgesteld', de: 'Lösung vorgeschlagen' }, tone: 'info' },
  change_raised: { label: { en: 'Change raised', nl: 'Wijziging aangevraagd', de: 'Change beantragt' }, tone: 'info' },
  verifying: { label: { en: 'Verifying', nl: 'In verificatie', de: 'In Verifizierung' }, tone: 'info' },
  closed: { label: { en: 'Closed, proven', nl: 'Gesloten, bewezen', de: 'Geschlossen, belegt' }, tone: 'good', ends: true },
  accepted_risk: { label: { en: 'Accepted risk', nl: 'Aanvaard risico', de: 'Akzeptiertes Risiko' }, tone: 'warn', ends: true },
  no_fault_found: { label: { en: 'No fault found', nl: 'Geen fout gevonden', de: 'Kein Fehler gefunden' }, tone: 'neutral', ends: true },
  cancelled: { label: { en: 'Cancelled', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
} as const satisfies Readonly<Record<string, State>>;

export const working = ['registered', 'investigating', 'known_error', 'solution_proposed', 'change_raised', 'verifying'] as const;
export const ended = ['closed', 'accepted_risk', 'no_fault_found', 'cancelled'] as const;
export const every = [...working, ...ended] as const;

export const agents = {
  all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }],
} as const satisfies Scope;
/** Who answers for what is left undone, or says that it is over. */
export const managers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
/** Nobody but the product itself: a reaction, the clock. */
export const itself = { any: [] } as const satisfies Scope;
