// The fields of an improvement: what is to become better, by which measure, from what to what, and what the measurement said.
import type { Field } from '../../kernel/field.ts';
import { levels } from '../governance/words.record.ts';
import { evidenceShape, units } from './improvement.shapes.record.ts';

export const sourceKinds = {
  idea: { en: 'Somebody’s idea', nl: 'Iemands idee', de: 'Idee' },
  finding: { en: 'Finding of an audit', nl: 'Bevinding van een audit', de: 'Feststellung eines Audits' },
  review: { en: 'Service review or forum', nl: 'Servicereview of overleg', de: 'Service-Review oder Forum' },
  maturity: { en: 'Maturity result', nl: 'Uitkomst volwassenheid', de: 'Reifegrad-Ergebnis' },
  problem: { en: 'Problem', nl: 'Problem', de: 'Problem' },
  customer: { en: 'Wish of a customer', nl: 'Wens van een klant', de: 'Wunsch eines Kunden' },
} as const;

const plan = {
  measure: {
    kind: 'text',
    max: 120,
    listed: true,
    label: { en: 'Measured by', nl: 'Gemeten met', de: 'Gemessen mit' },
  },
  unit: { kind: 'choice', options: units, label: { en: 'Unit', nl: 'Eenheid', de: 'Einheit' } },
  better: {
    kind: 'choice',
    options: { higher: { en: 'Higher', nl: 'Hoger', de: 'Höher' }, lower: { en: 'Lower', nl: 'Lager', de: 'Niedriger' } },
    label: { en: 'Better is', nl: 'Beter is', de: 'Besser ist' },
  },
  baseline: {
    kind: 'integer',
    label: { en: 'Baseline', nl: 'Nulmeting', de: 'Ausgangswert' },
    means: {
      en: 'Value before, in the unit of the measure: parts per million for a share, minutes, a number, hundredths of the currency, thousandths of a score.',
      nl: 'Waarde ervoor, in de eenheid van de maat: miljoensten voor een aandeel, minuten, een aantal, honderdsten van de munt, duizendsten van een score.',
      de: 'Wert davor, in der Einheit der Kennzahl: Millionstel für einen Anteil, Minuten, eine Anzahl, Hundertstel der Währung, Tausendstel der Punkte.',
    },
  },
  expected: { kind: 'integer', label: { en: 'Expected', nl: 'Verwacht', de: 'Erwartet' } },
  starts_on: { kind: 'date', label: { en: 'In effect from', nl: 'Van kracht vanaf', de: 'Wirksam ab' } },
  window_months: {
    kind: 'integer',
    min: 1,
    max: 24,
    label: { en: 'Months measured', nl: 'Maanden gemeten', de: 'Gemessene Monate' },
    means: {
      en: 'How many whole months after it are measured; before it, up to twelve are taken. Empty: 3.',
      nl: 'Hoeveel hele maanden erna worden gemeten; ervoor worden er tot twaalf genomen. Leeg: 3.',
      de: 'Wie viele ganze Monate danach gemessen werden; davor werden bis zu zwölf genommen. Leer: 3.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const outcome = {
  measured: { kind: 'integer', label: { en: 'Measured', nl: 'Gemeten', de: 'Gemessen' } },
  effect: {
    kind: 'integer',
    label: { en: 'Effect', nl: 'Effect', de: 'Wirkung' },
    means: {
      en: 'Measured less baseline, in the unit of the measure, counted as positive when it became better.',
      nl: 'Gemeten min nulmeting, in de eenheid van de maat, positief als het beter werd.',
      de: 'Gemessen minus Ausgangswert, in der Einheit der Kennzahl, positiv wenn es besser wurde.',
    },
  },
  proven: {
    kind: 'boolean',
    listed: true,
    label: { en: 'Proven', nl: 'Bewezen', de: 'Belegt' },
    means: {
      en: 'It became better, and by more than the variation before explains.',
      nl: 'Het werd beter, en meer dan de variatie ervoor verklaart.',
      de: 'Es wurde besser, und um mehr, als die Schwankung davor erklärt.',
    },
  },
  evidence: { kind: 'data', shape: evidenceShape, names: 'effect_evidence', label: { en: 'Evidence', nl: 'Bewijs', de: 'Beleg' } },
  measured_at: { kind: 'instant', label: { en: 'Measured at', nl: 'Gemeten op', de: 'Gemessen am' } },
  saved_minutes: {
    kind: 'minutes',
    label: { en: 'Time saved a year', nl: 'Bespaarde tijd per jaar', de: 'Gesparte Zeit im Jahr' },
    means: {
      en: 'What the measured effect comes to in a year, as judged by its owner; adds up over the portfolio.',
      nl: 'Wat het gemeten effect per jaar oplevert, naar het oordeel van de eigenaar; telt op over het geheel.',
      de: 'Was die gemessene Wirkung im Jahr ausmacht, nach Urteil der Zuständigen; summiert sich über das Portfolio.',
    },
  },
  lesson: { kind: 'prose', max: 20_000, label: { en: 'What was learnt', nl: 'Wat is geleerd', de: 'Was gelernt wurde' } },
} as const satisfies Readonly<Record<string, Field>>;

export const improvementFields = {
  title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  text: { kind: 'prose', max: 20_000, search: 'B', label: { en: 'What and why', nl: 'Wat en waarom', de: 'Was und warum' } },
  level: { kind: 'choice', required: true, listed: true, options: levels, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
  process: { kind: 'ref', to: 'process', listed: true, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
  customer: { kind: 'ref', to: 'organisation', label: { en: 'Customer', nl: 'Klant', de: 'Kunde' } },
  owner: { kind: 'ref', to: 'person', listed: true, label: { en: 'Owner', nl: 'Eigenaar', de: 'Zuständig' } },
  source_kind: { kind: 'choice', required: true, options: sourceKinds, label: { en: 'Came from', nl: 'Komt uit', de: 'Kam aus' } },
  source: {
    kind: 'ref',
    to: '*',
    label: { en: 'Source', nl: 'Bron', de: 'Quelle' },
    means: {
      en: 'The finding, meeting, assessment or problem it came from.',
      nl: 'De bevinding, vergadering, beoordeling of het problem waar het uit komt.',
      de: 'Die Feststellung, Sitzung, Bewertung oder das Problem, aus dem es kam.',
    },
  },
  proposed_by: { kind: 'ref', to: 'person', label: { en: 'Proposed by', nl: 'Voorgesteld door', de: 'Vorgeschlagen von' } },
  ...plan,
  ...outcome,
} as const satisfies Readonly<Record<string, Field>>;
