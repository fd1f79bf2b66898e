// The capacity record: how many hours a week somebody works, from when to when, in which hours, and how much of it is absence.
import { define } from '../../kernel/record.ts';
import { lead, person, title, workerRefusals } from './fields.ts';
import { insiders, ownOrLed, plannersOrLead } from './scopes.record.ts';

const written = ['weekly', 'starts_on', 'ends_on', 'absence', 'calendar'] as const;

export const capacity = define({
  name: 'capacity',
  plural: 'capacities',
  practice: 'workforce',
  level: 'tactical',
  prefix: 'CPY',
  label: { en: 'Capacity', nl: 'Capaciteit', de: 'Kapazität' },
  plural_label: { en: 'Capacities', nl: 'Capaciteiten', de: 'Kapazitäten' },
  means: {
    en: 'How many hours a week somebody works, from when to when, and which share of them is absence.',
    nl: 'Hoeveel uur per week iemand werkt, van wanneer tot wanneer, en welk deel daarvan afwezigheid is.',
    de: 'Wie viele Stunden pro Woche jemand arbeitet, von wann bis wann, und welcher Teil davon Abwesenheit ist.',
  },
  title: 'title',
  initial: 'active',
  fields: {
    title,
    person,
    weekly: { kind: 'minutes', required: true, min: 0, max: 6_000, listed: true, label: { en: 'A week', nl: 'Per week', de: 'Pro Woche' } },
    starts_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'From', nl: 'Vanaf', de: 'Ab' } },
    ends_on: {
      kind: 'date',
      listed: true,
      label: { en: 'Until', nl: 'Tot en met', de: 'Bis' },
      means: { en: 'The last day; empty: until further notice.', nl: 'De laatste dag; leeg: tot nader order.', de: 'Der letzte Tag; leer: bis auf Weiteres.' },
    },
    absence: {
      kind: 'ppm',
      required: true,
      max: 950_000,
      listed: true,
      label: { en: 'Absence', nl: 'Afwezigheid', de: 'Abwesenheit' },
      means: {
        en: 'Share of the hours that goes to leave, illness and training.',
        nl: 'Deel van de uren dat opgaat aan verlof, ziekte en opleiding.',
        de: 'Anteil der Stunden für Urlaub, Krankheit und Schulung.',
      },
    },
    calendar: {
      kind: 'ref',
      to: 'calendar',
      label: { en: 'Working hours', nl: 'Werktijden', de: 'Arbeitszeiten' },
      means: {
        en: 'In which hours they work; empty: Monday to Friday 08:30 to 17:00 where they are.',
        nl: 'In welke uren iemand werkt; leeg: maandag tot en met vrijdag 08:30 tot 17:00 op de eigen plek.',
        de: 'In welchen Stunden gearbeitet wird; leer: Montag bis Freitag 08:30 bis 17:00 am eigenen Ort.',
      },
    },
    lead,
  },
  states: {
    active: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  see: ownOrLed,
  commands: {
    open: {
      opens: true,
      fact: 'recorded',
      label: { en: 'Record capacity', nl: 'Capaciteit vastleggen', de: 'Kapazität erfassen' },
      tells: { en: 'recorded {weekly} a week', nl: 'legde {weekly} per week vast', de: 'erfasste {weekly} pro Woche' },
      needs: ['person', 'weekly', 'starts_on'],
      takes: ['ends_on', 'absence', 'calendar'],
      may: insiders,
    },
    edit: {
      fact: 'edited',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this capacity', nl: 'wijzigde deze capaciteit', de: 'änderte diese Kapazität' },
      takes: written,
      may: plannersOrLead,
      prominent: 1,
      key: 'e',
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['active'],
      to: 'withdrawn',
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this capacity', nl: 'trok deze capaciteit in', de: 'zog diese Kapazität zurück' },
      may: plannersOrLead,
    },
  },
  refusals: {
    ...workerRefusals('capacity'),
    'capacity.wrong_period': {
      en: 'ends_on must not be earlier than starts_on.',
      nl: 'ends_on mag niet eerder zijn dan starts_on.',
      de: 'ends_on darf nicht vor starts_on liegen.',
    },
    'capacity.overlaps': {
      en: '{other} says how much {person} works in part of this time. End that one first, or change it.',
      nl: '{other} zegt al hoeveel {person} in een deel van deze tijd werkt. Beëindig of wijzig die eerst.',
      de: '{other} sagt bereits, wie viel {person} in einem Teil dieser Zeit arbeitet. Beenden oder ändern Sie das zuerst.',
    },
  },
});
