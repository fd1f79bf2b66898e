// The fields of a portfolio entry. Amounts are per year, in minor units.
import type { Field } from '../../kernel/field.ts';
import { finding, owner, review_on, reviewed_on } from './scopes.ts';

export const portfolioFields = {
  name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
  business_case: {
    kind: 'prose',
    max: 20_000,
    search: 'B',
    label: { en: 'Business case', nl: 'Businesscase', de: 'Business Case' },
    means: {
      en: 'Who wants it, why we should offer it, and what happens if we do not.',
      nl: 'Wie het wil, waarom wij het zouden bieden, en wat er gebeurt als we dat niet doen.',
      de: 'Wer es will, warum wir es anbieten sollten, und was geschieht, wenn nicht.',
    },
  },
  service: { kind: 'ref', to: 'service', listed: true, label: { en: 'Service', nl: 'Dienst', de: 'Service' } },
  value_minor: { kind: 'integer', minor: true, min: 0, label: { en: 'Value planned', nl: 'Geplande opbrengst', de: 'Geplanter Ertrag' } },
  cost_minor: { kind: 'integer', minor: true, min: 0, label: { en: 'Cost planned', nl: 'Geplande kosten', de: 'Geplante Kosten' } },
  investment_minor: {
    kind: 'integer',
    minor: true,
    min: 0,
    label: { en: 'Investment', nl: 'Investering', de: 'Investition' },
    means: { en: 'Once, before it earns anything.', nl: 'Eenmalig, voordat het iets oplevert.', de: 'Einmalig, bevor es etwas einbringt.' },
  },
  currency: { kind: 'text', max: 3, label: { en: 'Currency', nl: 'Valuta', de: 'Währung' } },
  risk: {
    kind: 'integer',
    min: 1,
    max: 5,
    label: { en: 'Risk', nl: 'Risico', de: 'Risiko' },
    means: {
      en: 'That value or cost turn out otherwise: 1 (hardly) to 5 (nobody knows).',
      nl: 'Dat opbrengst of kosten anders uitvallen: 1 (nauwelijks) tot 5 (niemand weet het).',
      de: 'Dass Ertrag oder Kosten anders ausfallen: 1 (kaum) bis 5 (niemand weiß es).',
    },
  },
  wanted_by: { kind: 'refs', to: 'organisation', required: true, label: { en: 'Wanted by', nl: 'Gewenst door', de: 'Gewünscht von' } },
  owner,
  sourcing: {
    kind: 'choice',
    listed: true,
    label: { en: 'Make, buy or integrate', nl: 'Maken, kopen of integreren', de: 'Machen, kaufen oder integrieren' },
    options: {
      make: { en: 'Make', nl: 'Maken', de: 'Machen' },
      buy: { en: 'Buy', nl: 'Kopen', de: 'Kaufen' },
      integrate: { en: 'Integrate', nl: 'Integreren', de: 'Integrieren' },
    },
  },
  supplier: { kind: 'ref', to: 'organisation', label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
  assumptions: {
    kind: 'prose',
    max: 20_000,
    label: { en: 'Assumptions', nl: 'Aannames', de: 'Annahmen' },
    means: {
      en: 'What must stay true for the decision to be right.',
      nl: 'Wat waar moet blijven om de beslissing goed te laten zijn.',
      de: 'Was wahr bleiben muss, damit die Entscheidung richtig ist.',
    },
  },
  decided_on: { kind: 'date', label: { en: 'Decided on', nl: 'Beslist op', de: 'Entschieden am' } },
  review_on,
  reviewed_on,
  finding,
  value_now_minor: { kind: 'integer', minor: true, min: 0, label: { en: 'Value found', nl: 'Gebleken opbrengst', de: 'Festgestellter Ertrag' } },
  cost_now_minor: { kind: 'integer', minor: true, min: 0, label: { en: 'Cost found', nl: 'Gebleken kosten', de: 'Festgestellte Kosten' } },
  launched_on: { kind: 'date', label: { en: 'In the catalogue since', nl: 'In de catalogus sinds', de: 'Im Katalog seit' } },
} as const satisfies Readonly<Record<string, Field>>;
