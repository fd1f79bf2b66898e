// The fields of a measure: what it is by its formula, and what the house chose about it.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';
import { formulaNames } from './names.record.ts';

/** From the period that holds `since` on the limits are computed anew. `by` is who said so. */
export type Baseline = { readonly since: string; readonly reason: string; readonly by: string };

const baselines = shape<readonly Baseline[]>({
  description: 'Known changes of the way of working, oldest first: from the period of each on, the limits are computed anew.',
  type: 'array',
  items: {
    type: 'object',
    properties: { since: { type: 'string' }, reason: { type: 'string' }, by: { type: 'string' } },
    required: ['since', 'reason', 'by'],
  },
});

export const levels = {
  operational: { en: 'Operational', nl: 'Operationeel', de: 'Operativ' },
  tactical: { en: 'Tactical', nl: 'Tactisch', de: 'Taktisch' },
  strategic: { en: 'Strategic', nl: 'Strategisch', de: 'Strategisch' },
} as const;
export const units = {
  share: { en: 'Share', nl: 'Aandeel', de: 'Anteil' },
  count: { en: 'Count', nl: 'Aantal', de: 'Anzahl' },
  minutes: { en: 'Time', nl: 'Tijd', de: 'Zeit' },
  money: { en: 'Money', nl: 'Geld', de: 'Geld' },
  score: { en: 'Score', nl: 'Score', de: 'Wert' },
} as const;
export const groups = {
  customer: { en: 'Customer', nl: 'Klant', de: 'Kunde' },
  chain: { en: 'Chain', nl: 'Keten', de: 'Kette' },
  money: { en: 'Money', nl: 'Geld', de: 'Geld' },
  risk: { en: 'Risk', nl: 'Risico', de: 'Risiko' },
  future: { en: 'Future', nl: 'Toekomst', de: 'Zukunft' },
} as const;

export const measureFields = {
  name: { kind: 'text', required: true, max: 120, search: 'A', sorts: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
  code: {
    kind: 'choice',
    required: true,
    options: formulaNames,
    listed: true,
    label: { en: 'Formula', nl: 'Formule', de: 'Formel' },
    means: {
      en: 'Names the formula, such as incident.restore_in_time. One measure per formula: never two meanings under one name.',
      nl: 'Noemt de formule, zoals incident.restore_in_time. Eén meetwaarde per formule: nooit twee betekenissen onder één naam.',
      de: 'Nennt die Formel, etwa incident.restore_in_time. Eine Kennzahl je Formel: nie zwei Bedeutungen unter einem Namen.',
    },
  },
  level: { kind: 'choice', required: true, options: levels, listed: true, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
  process: { kind: 'text', required: true, max: 60, listed: true, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
  unit: { kind: 'choice', required: true, options: units, label: { en: 'Unit', nl: 'Eenheid', de: 'Einheit' } },
  better: {
    kind: 'choice',
    required: true,
    options: { higher: { en: 'Higher', nl: 'Hoger', de: 'Höher' }, lower: { en: 'Lower', nl: 'Lager', de: 'Niedriger' } },
    label: { en: 'Better is', nl: 'Beter is', de: 'Besser ist' },
  },
  definition: {
    kind: 'prose',
    max: 10_000,
    label: { en: 'In our own words', nl: 'In onze eigen woorden', de: 'In unseren eigenen Worten' },
    means: {
      en: 'Why this house watches it. What is counted and what is not stands with the formula and is not changed by these words.',
      nl: 'Waarom dit huis ernaar kijkt. Wat wel en niet telt staat bij de formule en verandert niet door deze woorden.',
      de: 'Warum dieses Haus darauf achtet. Was zählt und was nicht, steht bei der Formel und ändert sich nicht durch diese Worte.',
    },
  },
  target: {
    kind: 'integer',
    label: { en: 'Target', nl: 'Norm', de: 'Ziel' },
    means: {
      en: 'In the unit of the measure: parts per million for a share (950000 is 95 %), minutes, a count, hundredths of money, or thousandths of a score.',
      nl: 'In de eenheid van de meetwaarde: miljoensten voor een aandeel (950000 is 95 %), minuten, een aantal, centen, of duizendsten van een score.',
      de: 'In der Einheit der Kennzahl: Millionstel für einen Anteil (950000 ist 95 %), Minuten, eine Anzahl, Cent oder Tausendstel der Punkte.',
    },
  },
  owner: { kind: 'ref', to: 'person', listed: true, label: { en: 'Owner', nl: 'Eigenaar', de: 'Verantwortlich' } },
  charted: {
    kind: 'choice',
    options: { week: { en: 'By week', nl: 'Per week', de: 'Je Woche' }, month: { en: 'By month', nl: 'Per maand', de: 'Je Monat' } },
    label: { en: 'Charted', nl: 'In de grafiek', de: 'Im Diagramm' },
  },
  baselines: { kind: 'data', shape: baselines, names: 'measure_baselines', label: { en: 'Baselines', nl: 'Nullijnen', de: 'Basislinien' } },
} as const satisfies Readonly<Record<string, Field>>;

export const boardFields = {
  board_group: {
    kind: 'choice',
    options: groups,
    label: { en: 'Scorecard', nl: 'Scorekaart', de: 'Scorecard' },
    means: {
      en: 'The group in which it stands on the scorecard; empty when it does not stand there.',
      nl: 'De groep waarin het op de scorekaart staat; leeg als het er niet op staat.',
      de: 'Die Gruppe, in der sie auf der Scorecard steht; leer, wenn sie dort nicht steht.',
    },
  },
  board_place: { kind: 'integer', min: 1, max: 12, label: { en: 'Place in the group', nl: 'Plaats in de groep', de: 'Platz in der Gruppe' } },
} as const satisfies Readonly<Record<string, Field>>;
