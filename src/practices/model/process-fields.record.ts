// The fields of a process: what it is for, what goes in and comes out, what it does step by step, and whose it is.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';

/** A step of a process, and the commands of our records that do it: `incident.resolve`. */
export type Activity = { readonly code: string; readonly name: string; readonly commands: readonly string[] };

export const activities = shape<readonly Activity[]>({
  description: 'The steps of the process in their order. A command is named by its record and itself: incident.resolve.',
  type: 'array',
  maxItems: 40,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string', maxLength: 60, pattern: '^[a-z][a-z0-9_]*$' },
      name: { type: 'string', maxLength: 160 },
      commands: { type: 'array', maxItems: 40, items: { type: 'string', maxLength: 80 } },
    },
    required: ['code', 'name', 'commands'],
    additionalProperties: false,
  },
});

const prose = (label: { en: string; nl: string; de: string }, means: { en: string; nl: string; de: string }) =>
  ({ kind: 'prose', max: 8_000, label, means }) as const satisfies Field;

export const levelOptions = {
  operational: { en: 'Operational', nl: 'Operationeel', de: 'Operativ' },
  tactical: { en: 'Tactical', nl: 'Tactisch', de: 'Taktisch' },
  strategic: { en: 'Strategic', nl: 'Strategisch', de: 'Strategisch' },
} as const;

export const processFields = {
  code: {
    kind: 'text',
    required: true,
    max: 60,
    search: 'B',
    sorts: true,
    listed: true,
    label: { en: 'Code', nl: 'Code', de: 'Code' },
    means: {
      en: 'Short and lasting, such as incident or service_level: models, measures and allocations name the process by it.',
      nl: 'Kort en blijvend, zoals incident of service_level: modellen, metingen en toewijzingen noemen het proces zo.',
      de: 'Kurz und bleibend, etwa incident oder service_level: Modelle, Messungen und Zuteilungen nennen den Prozess so.',
    },
  },
  name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
  level: { kind: 'choice', required: true, listed: true, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' }, options: levelOptions },
  purpose: {
    kind: 'prose',
    max: 8_000,
    search: 'B',
    label: { en: 'Purpose', nl: 'Doel', de: 'Zweck' },
    means: { en: 'What the customer has when it is done well.', nl: 'Wat de klant heeft als het goed gaat.', de: 'Was der Kunde hat, wenn es gut läuft.' },
  },
  inputs: prose(
    { en: 'Input', nl: 'Invoer', de: 'Eingang' },
    { en: 'What starts it, and from whom.', nl: 'Waarmee het begint, en van wie dat komt.', de: 'Womit er beginnt und von wem das kommt.' },
  ),
  throughput: prose(
    { en: 'Throughput', nl: 'Doorvoer', de: 'Durchlauf' },
    { en: 'What is done with it on the way.', nl: 'Wat er onderweg mee gebeurt.', de: 'Was unterwegs damit geschieht.' },
  ),
  outputs: prose(
    { en: 'Output', nl: 'Uitvoer', de: 'Ergebnis' },
    { en: 'What comes out, and who takes it.', nl: 'Wat eruit komt, en wie het overneemt.', de: 'Was herauskommt und wer es übernimmt.' },
  ),
  control: prose(
    { en: 'Control', nl: 'Sturing', de: 'Steuerung' },
    { en: 'How it is kept on course: norms, checks, meetings.', nl: 'Hoe het op koers blijft: normen, controles, overleg.', de: 'Wie er auf Kurs bleibt.' },
  ),
  outcome: prose(
    { en: 'Outcome', nl: 'Uitkomst', de: 'Wirkung' },
    { en: 'What it is good for in the end.', nl: 'Waar het uiteindelijk goed voor is.', de: 'Wozu es am Ende gut ist.' },
  ),
  records: {
    kind: 'texts',
    required: true,
    label: { en: 'Records it governs', nl: 'Records die het beheerst', de: 'Datensätze, die er steuert' },
    means: {
      en: 'Names of kinds of records, such as incident. Their figures are those of the process, and they go out of sight when a published model leaves it out.',
      nl: 'Namen van soorten records, zoals incident. Hun cijfers zijn die van het proces, en ze gaan uit beeld als een gepubliceerd model het weglaat.',
      de: 'Namen von Datensatzarten, etwa incident. Ihre Zahlen sind die des Prozesses, und sie treten zurück, wenn ein Modell ihn weglässt.',
    },
  },
  activities: { kind: 'data', shape: activities, names: 'process_activities', label: { en: 'Activities', nl: 'Activiteiten', de: 'Aktivitäten' } },
  owner: {
    kind: 'ref',
    to: 'person',
    listed: true,
    label: { en: 'Owner', nl: 'Eigenaar', de: 'Eigner' },
    means: { en: 'Accountable for how it works.', nl: 'Eindverantwortelijk voor hoe het werkt.', de: 'Rechenschaftspflichtig dafür, wie er funktioniert.' },
  },
  manager: {
    kind: 'ref',
    to: 'person',
    listed: true,
    label: { en: 'Manager', nl: 'Manager', de: 'Manager' },
    means: { en: 'Sees to it every day.', nl: 'Zorgt er dagelijks voor.', de: 'Kümmert sich täglich darum.' },
  },
  team: { kind: 'ref', to: 'team', listed: true, label: { en: 'Team', nl: 'Team', de: 'Team' } },
} as const satisfies Readonly<Record<string, Field>>;
