// What the plan of a change holds: the way back, the evidence that it works, what it does to items, and what an emergency still owes.
import type { Field } from '../../kernel/field.ts';
import { itemUpdates } from './shapes.record.ts';

const working = ['integrator', 'supplier'] as const;

export const planFields = {
  backout_plan: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Back-out plan', nl: 'Terugvalplan', de: 'Rückfallplan' },
    means: { en: 'How it is undone, step by step.', nl: 'Hoe het stap voor stap wordt teruggedraaid.', de: 'Wie er Schritt für Schritt zurückgenommen wird.' },
  },
  backout_minutes: {
    kind: 'minutes',
    shown_to: working,
    label: { en: 'Time to back out', nl: 'Tijd om terug te draaien', de: 'Zeit für den Rückfall' },
  },
  backout_tested: {
    kind: 'boolean',
    shown_to: working,
    label: { en: 'Back-out tried', nl: 'Terugdraaien geprobeerd', de: 'Rückfall erprobt' },
  },
  test_evidence: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Test evidence', nl: 'Testbewijs', de: 'Testnachweis' },
    means: {
      en: 'What was tested, where, and with what result.',
      nl: 'Wat is getest, waar, en met welk resultaat.',
      de: 'Was getestet wurde, wo und mit welchem Ergebnis.',
    },
  },
  item_updates: {
    kind: 'data',
    shape: itemUpdates,
    names: 'change_item_updates',
    shown_to: ['integrator'],
    label: { en: 'What becomes of the items', nl: 'Wat er met de items gebeurt', de: 'Was aus den Elementen wird' },
    means: {
      en: 'Told to each item when the change is implemented.',
      nl: 'Wordt elk item gemeld zodra de wijziging is doorgevoerd.',
      de: 'Wird jedem Element gemeldet, sobald der Change umgesetzt ist.',
    },
  },
  debts: {
    kind: 'texts',
    required: true,
    shown_to: working,
    label: { en: 'Still owed', nl: 'Nog verschuldigd', de: 'Noch geschuldet' },
    means: {
      en: 'What an emergency went without, and must still bring before it can be closed.',
      nl: 'Wat bij spoed ontbrak en nog moet komen voor het gesloten kan worden.',
      de: 'Was im Notfall fehlte und vor dem Schließen nachzureichen ist.',
    },
  },
  started_at: { kind: 'instant', shown_to: working, label: { en: 'Implementation began', nl: 'Uitvoering begonnen', de: 'Umsetzung begonnen' } },
  implemented_at: { kind: 'instant', label: { en: 'Implemented', nl: 'Doorgevoerd', de: 'Umgesetzt' } },
} as const satisfies Readonly<Record<string, Field>>;
