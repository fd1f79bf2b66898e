// What the review after a change (PIR) holds: how it went, what came of it, and what was learned.
import type { Field } from '../../kernel/field.ts';

const ours = ['integrator'] as const;

export const outcomes = {
  success: { en: 'Success', nl: 'Geslaagd', de: 'Erfolg' },
  partial: { en: 'Partly', nl: 'Deels geslaagd', de: 'Teilweise' },
  failed: { en: 'Failed', nl: 'Mislukt', de: 'Fehlgeschlagen' },
  backed_out: { en: 'Backed out', nl: 'Teruggedraaid', de: 'Zurückgenommen' },
} as const;

export const reviewFields = {
  unauthorised: {
    kind: 'boolean',
    required: true,
    shown_to: ours,
    label: { en: 'Unauthorised', nl: 'Niet geautoriseerd', de: 'Nicht autorisiert' },
    means: {
      en: 'It was found to have been done without approval.',
      nl: 'Ontdekt is dat dit zonder goedkeuring is gedaan.',
      de: 'Es wurde entdeckt, dass er ohne Genehmigung umgesetzt wurde.',
    },
  },
  outcome: { kind: 'choice', options: outcomes, shown_to: ours, listed: true, label: { en: 'Outcome', nl: 'Uitkomst', de: 'Ergebnis' } },
  within_window: {
    kind: 'boolean',
    shown_to: ours,
    label: { en: 'Within its window', nl: 'Binnen het venster', de: 'Im Zeitfenster' },
  },
  incidents: {
    kind: 'refs',
    to: 'incident',
    required: true,
    shown_to: ours,
    label: { en: 'Incidents afterwards', nl: 'Incidenten erna', de: 'Incidents danach' },
    means: {
      en: 'Incidents on its services and items in the days after it; found by itself at the review.',
      nl: 'Incidenten op de diensten en items in de dagen erna; bij de evaluatie vanzelf gevonden.',
      de: 'Incidents auf seinen Services und Elementen in den Tagen danach; bei der Nachbetrachtung von selbst gefunden.',
    },
  },
  lessons: { kind: 'prose', max: 20_000, shown_to: ours, label: { en: 'Lessons', nl: 'Lessen', de: 'Lehren' } },
  actions: { kind: 'prose', max: 20_000, shown_to: ours, label: { en: 'Actions', nl: 'Acties', de: 'Maßnahmen' } },
  review_due: {
    kind: 'instant',
    sorts: true,
    shown_to: ours,
    label: { en: 'Review due', nl: 'Evaluatie uiterlijk', de: 'Nachbetrachtung bis' },
    means: {
      en: 'Five working days after it was implemented or backed out.',
      nl: 'Vijf werkdagen na doorvoeren of terugdraaien.',
      de: 'Fünf Arbeitstage nach Umsetzung oder Rückfall.',
    },
  },
  reviewed_at: { kind: 'instant', shown_to: ours, label: { en: 'Reviewed', nl: 'Geëvalueerd', de: 'Nachbetrachtet' } },
} as const satisfies Readonly<Record<string, Field>>;
