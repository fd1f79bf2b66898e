// The fields of a forum. Who else sits in it is the house's to tell; the charter is for everybody at the table.
import type { Field } from '../../kernel/field.ts';
import { attestedShape, obligationsShape } from './forum.shapes.record.ts';
import { house, parties } from './scopes.ts';
import { cadences, forumKinds, levels } from './words.record.ts';

const table = {
  chair: { kind: 'ref', to: 'person', required: true, ...house, listed: true, label: { en: 'Chair', nl: 'Voorzitter', de: 'Vorsitz' } },
  members: { kind: 'refs', to: 'person', required: true, ...house, label: { en: 'Members', nl: 'Leden', de: 'Mitglieder' } },
  parties,
  customer: {
    kind: 'ref',
    to: 'organisation',
    listed: true,
    label: { en: 'Customer', nl: 'Klant', de: 'Kunde' },
    means: {
      en: 'For a service review: whose services are reviewed.',
      nl: 'Bij een servicereview: wiens diensten worden besproken.',
      de: 'Bei einem Service-Review: wessen Services besprochen werden.',
    },
  },
  open_table: {
    kind: 'boolean',
    ...house,
    label: { en: 'Customers and suppliers at one table', nl: 'Klanten en leveranciers aan één tafel', de: 'Kunden und Lieferanten an einem Tisch' },
    means: {
      en: 'Say so on purpose: whoever sits here learns who the others are.',
      nl: 'Kies dit bewust: wie hier zit, leert wie de anderen zijn.',
      de: 'Bewusst wählen: wer hier sitzt, erfährt, wer die anderen sind.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const rhythm = {
  cadence: { kind: 'choice', required: true, listed: true, options: cadences, label: { en: 'How often', nl: 'Hoe vaak', de: 'Wie oft' } },
  starts_on: {
    kind: 'date',
    label: { en: 'First day', nl: 'Eerste dag', de: 'Erster Tag' },
    means: {
      en: 'The days of the meetings are counted from here; a day off moves to the next working day.',
      nl: 'Vanaf hier worden de vergaderdagen geteld; een vrije dag schuift naar de volgende werkdag.',
      de: 'Ab hier werden die Sitzungstage gezählt; ein freier Tag rückt auf den nächsten Werktag.',
    },
  },
  begins: {
    kind: 'text',
    max: 5,
    label: { en: 'Begins at', nl: 'Begint om', de: 'Beginnt um' },
    means: { en: 'Local time, such as 10:00.', nl: 'Plaatselijke tijd, zoals 10:00.', de: 'Ortszeit, etwa 10:00.' },
  },
  calendar: {
    kind: 'ref',
    to: 'calendar',
    label: { en: 'Calendar', nl: 'Kalender', de: 'Kalender' },
    means: {
      en: 'Its zone and its days off; the house’s own zone, Monday to Friday, when empty.',
      nl: 'De zone en vrije dagen ervan; leeg: de zone van het huis, maandag tot en met vrijdag.',
      de: 'Dessen Zone und freie Tage; leer: die Zone des Hauses, Montag bis Freitag.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const rules = {
  escalates_to: {
    kind: 'ref',
    to: 'forum',
    label: { en: 'Escalates to', nl: 'Escaleert naar', de: 'Eskaliert an' },
    means: {
      en: 'Where actions go that stay late here: the level above.',
      nl: 'Waar acties heen gaan die hier te laat blijven: het niveau erboven.',
      de: 'Wohin Aufgaben gehen, die hier überfällig bleiben: die Ebene darüber.',
    },
  },
  escalates_after: {
    kind: 'integer',
    min: 1,
    max: 365,
    label: { en: 'Days late until then', nl: 'Dagen te laat tot dan', de: 'Tage Verzug bis dahin' },
    means: {
      en: 'After so many days a late action is on the agenda of the forum above. Empty: 14.',
      nl: 'Na zoveel dagen staat een late actie op de agenda van het overleg erboven. Leeg: 14.',
      de: 'Nach so vielen Tagen steht eine überfällige Aufgabe auf der Agenda des Forums darüber. Leer: 14.',
    },
  },
  points: {
    kind: 'texts',
    label: { en: 'Agenda', nl: 'Agenda', de: 'Agenda' },
    means: {
      en: 'What is asked of the data for each meeting. Empty: what its kind starts with.',
      nl: 'Wat er voor elke vergadering uit de gegevens komt. Leeg: waar de soort mee begint.',
      de: 'Was für jede Sitzung aus den Daten kommt. Leer: womit die Art beginnt.',
    },
  },
  obligations: {
    kind: 'data',
    shape: obligationsShape,
    names: 'obligations',
    label: { en: 'Obligations of the customer', nl: 'Verplichtingen van de klant', de: 'Pflichten des Kunden' },
  },
  attested: { kind: 'data', shape: attestedShape, names: 'attested', label: { en: 'Kept or not', nl: 'Nagekomen of niet', de: 'Eingehalten oder nicht' } },
} as const satisfies Readonly<Record<string, Field>>;

export const forumFields = {
  name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
  kind: { kind: 'choice', required: true, listed: true, options: forumKinds, label: { en: 'Kind', nl: 'Soort', de: 'Art' } },
  level: { kind: 'choice', required: true, listed: true, options: levels, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
  purpose: { kind: 'prose', max: 10_000, search: 'B', label: { en: 'Charter', nl: 'Opdracht', de: 'Auftrag' } },
  decides: {
    kind: 'prose',
    max: 10_000,
    label: { en: 'May decide', nl: 'Mag besluiten', de: 'Darf entscheiden' },
    means: {
      en: 'What is decided here, and what goes one level up.',
      nl: 'Wat hier wordt besloten, en wat een niveau hoger gaat.',
      de: 'Was hier entschieden wird und was eine Ebene höher geht.',
    },
  },
  ...table,
  ...rhythm,
  ...rules,
} as const satisfies Readonly<Record<string, Field>>;
