// The fields of a change, and who is shown them: customers read the title, the notice and the times; nothing of suppliers or of our own.
import type { Field } from '../../kernel/field.ts';
import { assessmentFields } from './assessment.fields.ts';
import { planFields } from './plan.fields.ts';
import { reviewFields } from './review.fields.ts';

const working = ['integrator', 'supplier'] as const;

export const changeFields = {
  title: {
    kind: 'text',
    required: true,
    max: 300,
    search: 'A',
    listed: true,
    label: { en: 'Title', nl: 'Titel', de: 'Titel' },
    means: {
      en: 'In words of the customer: those who are affected read it as written.',
      nl: 'In woorden van de klant: wie ermee te maken krijgt, leest dit zoals het er staat.',
      de: 'In Worten des Kunden: wer betroffen ist, liest dies wörtlich.',
    },
  },
  type: {
    kind: 'choice',
    required: true,
    listed: true,
    shown_to: working,
    label: { en: 'Type', nl: 'Soort', de: 'Art' },
    options: {
      standard: { en: 'Standard', nl: 'Standaard', de: 'Standard' },
      normal: { en: 'Normal', nl: 'Normaal', de: 'Normal' },
      emergency: { en: 'Emergency', nl: 'Spoed', de: 'Notfall' },
    },
  },
  category: {
    kind: 'choice',
    shown_to: working,
    label: { en: 'Category', nl: 'Categorie', de: 'Kategorie' },
    means: {
      en: 'How heavy a normal change is, by its risk.',
      nl: 'Hoe zwaar een normale wijziging is, naar risico.',
      de: 'Wie schwer ein normaler Change ist, nach Risiko.',
    },
    options: {
      minor: { en: 'Minor', nl: 'Klein', de: 'Klein' },
      significant: { en: 'Significant', nl: 'Aanzienlijk', de: 'Erheblich' },
      major: { en: 'Major', nl: 'Groot', de: 'Groß' },
    },
  },
  planned_start: { kind: 'instant', listed: true, sorts: true, label: { en: 'Planned from', nl: 'Gepland van', de: 'Geplant von' } },
  planned_end: { kind: 'instant', label: { en: 'Planned to', nl: 'Gepland tot', de: 'Geplant bis' } },
  notice: {
    kind: 'prose',
    max: 20_000,
    label: { en: 'What customers will notice', nl: 'Wat klanten ervan merken', de: 'Was Kunden davon merken' },
    means: {
      en: 'For the eyes of customers: no names of suppliers, no systems.',
      nl: 'Voor de ogen van klanten: geen namen van leveranciers, geen systemen.',
      de: 'Für die Augen der Kunden: keine Namen von Lieferanten, keine Systeme.',
    },
  },
  outage_minutes: {
    kind: 'minutes',
    label: { en: 'Outage', nl: 'Onderbreking', de: 'Unterbrechung' },
    means: {
      en: 'How long the services do not work, at most. Zero when nobody will notice.',
      nl: 'Hoe lang de diensten hoogstens niet werken. Nul als niemand er iets van merkt.',
      de: 'Wie lange die Services höchstens nicht funktionieren. Null, wenn niemand etwas merkt.',
    },
  },
  description: { kind: 'prose', max: 20_000, search: 'B', shown_to: working, label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' } },
  model: { kind: 'ref', to: 'change_model', shown_to: working, label: { en: 'Model', nl: 'Model', de: 'Modell' } },
  services: { kind: 'refs', to: 'service', required: true, shown_to: working, label: { en: 'Services', nl: 'Diensten', de: 'Services' } },
  items: {
    kind: 'refs',
    to: 'configuration_item',
    required: true,
    shown_to: working,
    label: { en: 'Items', nl: 'Items', de: 'Items' },
    means: {
      en: 'The configuration items that are touched.',
      nl: 'De configuratie-items die worden aangeraakt.',
      de: 'Die Konfigurationselemente, die berührt werden.',
    },
  },
  affected_customers: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Affected customers', nl: 'Getroffen klanten', de: 'Betroffene Kunden' },
    means: {
      en: 'Found from the services and items when it is assessed; may be set by hand.',
      nl: 'Bij de beoordeling gevonden uit de diensten en items; mag met de hand worden gezet.',
      de: 'Bei der Bewertung aus Services und Elementen gefunden; darf von Hand gesetzt werden.',
    },
  },
  informed_customers: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Customers informed', nl: 'Geïnformeerde klanten', de: 'Informierte Kunden' },
    means: {
      en: 'Each of these sees the change, and none of them sees the others.',
      nl: 'Elk van hen ziet de wijziging, en niemand ziet de anderen.',
      de: 'Jeder davon sieht den Change, und keiner sieht die anderen.',
    },
  },
  lead_party: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    listed: true,
    shown_to: working,
    label: { en: 'Lead', nl: 'Leiding', de: 'Leitung' },
    means: {
      en: 'The one party that answers for the whole, whoever else has tasks in it.',
      nl: 'De ene partij die voor het geheel instaat, wie er verder ook taken in heeft.',
      de: 'Die eine Partei, die für das Ganze einsteht, wer auch immer sonst Aufgaben darin hat.',
    },
  },
  suppliers: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Parties with tasks', nl: 'Partijen met taken', de: 'Parteien mit Aufgaben' },
    means: {
      en: 'Who else takes part; each sees its own tasks only.',
      nl: 'Wie verder meedoet; elk ziet alleen de eigen taken.',
      de: 'Wer sonst mitwirkt; jede sieht nur die eigenen Aufgaben.',
    },
  },
  team: { kind: 'ref', to: 'team', shown_to: working, label: { en: 'Team', nl: 'Team', de: 'Team' } },
  problem: { kind: 'ref', to: 'problem', shown_to: ['integrator'], label: { en: 'Problem', nl: 'Probleem', de: 'Problem' } },
  incident: {
    kind: 'ref',
    to: 'incident',
    shown_to: ['integrator'],
    label: { en: 'Incident', nl: 'Incident', de: 'Incident' },
    means: {
      en: 'The incident that asked for it, or that it caused.',
      nl: 'Het incident dat erom vroeg, of dat erdoor ontstond.',
      de: 'Das Incident, das ihn verlangte oder das er verursachte.',
    },
  },
  release: { kind: 'ref', to: 'release', shown_to: working, label: { en: 'Release', nl: 'Release', de: 'Release' } },
  ...assessmentFields,
  ...planFields,
  ...reviewFields,
} as const satisfies Readonly<Record<string, Field>>;
