// The fields of a risk: what may happen, how likely and how bad, whose it is, and what is done about it until when.
import type { Field } from '../../kernel/field.ts';

const likelihoods = {
  en: 'From 1 (once in ten years or less) to 5 (every month).',
  nl: 'Van 1 (eens in de tien jaar of minder) tot 5 (elke maand).',
  de: 'Von 1 (alle zehn Jahre oder seltener) bis 5 (jeden Monat).',
} as const;
const impacts = {
  en: 'From 1 (a nuisance) to 5 (the business stands still).',
  nl: 'Van 1 (hinderlijk) tot 5 (de organisatie staat stil).',
  de: 'Von 1 (lästig) bis 5 (das Geschäft steht still).',
} as const;

export const riskFields = {
  title: { kind: 'text', required: true, max: 300, search: 'A', sorts: true, listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  description: {
    kind: 'prose',
    max: 20_000,
    search: 'B',
    label: { en: 'What may happen', nl: 'Wat kan er gebeuren', de: 'Was geschehen kann' },
  },
  service: { kind: 'ref', to: 'service', listed: true, label: { en: 'Service', nl: 'Dienst', de: 'Service' } },
  customer: { kind: 'ref', to: 'organisation', label: { en: 'Customer', nl: 'Klant', de: 'Kunde' } },
  supplier: { kind: 'ref', to: 'organisation', label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
  about: {
    kind: 'ref',
    to: '*',
    label: { en: 'Comes from', nl: 'Komt uit', de: 'Kommt aus' },
    means: {
      en: 'The record that brought it up, such as a problem, change or continuity plan.',
      nl: 'Het record dat dit aan het licht bracht, zoals een problem, wijziging of continuïteitsplan.',
      de: 'Der Datensatz, der es aufbrachte, etwa ein Problem, eine Änderung oder ein Kontinuitätsplan.',
    },
  },
  likelihood: { kind: 'integer', required: true, min: 1, max: 5, label: { en: 'Likelihood', nl: 'Kans', de: 'Wahrscheinlichkeit' }, means: likelihoods },
  impact: { kind: 'integer', required: true, min: 1, max: 5, label: { en: 'Impact', nl: 'Gevolg', de: 'Auswirkung' }, means: impacts },
  score: {
    kind: 'integer',
    required: true,
    sorts: true,
    listed: true,
    label: { en: 'Score', nl: 'Score', de: 'Wert' },
    means: { en: 'Likelihood times impact, 1 to 25.', nl: 'Kans maal gevolg, 1 tot 25.', de: 'Wahrscheinlichkeit mal Auswirkung, 1 bis 25.' },
  },
  aimed_likelihood: {
    kind: 'integer',
    min: 1,
    max: 5,
    label: { en: 'Likelihood after treatment', nl: 'Kans na maatregel', de: 'Wahrscheinlichkeit nach Maßnahme' },
    means: likelihoods,
  },
  aimed_impact: {
    kind: 'integer',
    min: 1,
    max: 5,
    label: { en: 'Impact after treatment', nl: 'Gevolg na maatregel', de: 'Auswirkung nach Maßnahme' },
    means: impacts,
  },
  party: { kind: 'ref', to: 'organisation', required: true, label: { en: 'With', nl: 'Ligt bij', de: 'Liegt bei' } },
  team: { kind: 'ref', to: 'team', label: { en: 'Team', nl: 'Team', de: 'Team' } },
  owner: {
    kind: 'ref',
    to: 'person',
    listed: true,
    label: { en: 'Owner', nl: 'Eigenaar', de: 'Verantwortlich' },
    means: {
      en: 'A person of the integrator who answers for it.',
      nl: 'Een persoon van de integrator die ervoor instaat.',
      de: 'Eine Person des Integrators, die dafür einsteht.',
    },
  },
  waiting_reason: { kind: 'ref', to: 'reason', label: { en: 'Waits because', nl: 'Wacht omdat', de: 'Wartet, weil' } },
  treatment: {
    kind: 'choice',
    listed: true,
    label: { en: 'Treatment', nl: 'Behandeling', de: 'Behandlung' },
    options: {
      avoid: { en: 'Avoid', nl: 'Vermijden', de: 'Vermeiden' },
      reduce: { en: 'Reduce', nl: 'Verminderen', de: 'Vermindern' },
      transfer: { en: 'Transfer', nl: 'Overdragen', de: 'Übertragen' },
      accept: { en: 'Accept', nl: 'Aanvaarden', de: 'Akzeptieren' },
    },
  },
  response: { kind: 'prose', max: 20_000, label: { en: 'What is done', nl: 'Wat wordt gedaan', de: 'Was getan wird' } },
  due_on: { kind: 'date', sorts: true, label: { en: 'Done by', nl: 'Gereed op', de: 'Erledigt bis' } },
  accepted_until: {
    kind: 'date',
    sorts: true,
    listed: true,
    label: { en: 'Accepted until', nl: 'Aanvaard tot en met', de: 'Akzeptiert bis einschließlich' },
  },
  accepted_because: { kind: 'prose', max: 20_000, label: { en: 'Accepted because', nl: 'Aanvaard omdat', de: 'Akzeptiert, weil' } },
  expired_on: {
    kind: 'date',
    label: { en: 'Acceptance ended', nl: 'Aanvaarding verlopen', de: 'Akzeptanz abgelaufen' },
  },
} as const satisfies Readonly<Record<string, Field>>;
