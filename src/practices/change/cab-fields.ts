// The fields of a meeting of the change advisory board. What names other parties or their changes is the house's alone; the door shows the rest.
import type { Field } from '../../kernel/field.ts';
import { actionsShape, agendaShape, amendmentsShape, cabFilterShape, cabRuleShape, minutesShape, settledShape, timingShape } from './cab-data.record.ts';

const house = { shown_to: ['integrator'] } as const;

const planning = {
  title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  kind: {
    kind: 'choice',
    required: true,
    listed: true,
    label: { en: 'Kind', nl: 'Soort', de: 'Art' },
    means: {
      en: 'An emergency board is small and begins at once; its agenda needs no cut-off.',
      nl: 'Een spoed-CAB is klein en begint meteen; de agenda kent geen sluitingstijd.',
      de: 'Ein Notfall-CAB ist klein und beginnt sofort; die Agenda braucht keinen Annahmeschluss.',
    },
    options: {
      regular: { en: 'Regular (CAB)', nl: 'Regulier (CAB)', de: 'Regulär (CAB)' },
      emergency: { en: 'Emergency (ECAB)', nl: 'Spoed (ECAB)', de: 'Notfall (ECAB)' },
    },
  },
  mode: {
    kind: 'choice',
    required: true,
    listed: true,
    label: { en: 'How', nl: 'Hoe', de: 'Wie' },
    options: {
      meeting: { en: 'In a meeting', nl: 'In een vergadering', de: 'In einer Sitzung' },
      by_deadline: { en: 'Votes by a deadline', nl: 'Stemmen vóór een tijdstip', de: 'Abstimmung bis zu einer Frist' },
    },
  },
  starts_at: { kind: 'instant', required: true, sorts: true, listed: true, label: { en: 'Starts', nl: 'Begint', de: 'Beginn' } },
  planned_minutes: { kind: 'minutes', max: 1_440, label: { en: 'Minutes planned', nl: 'Geplande minuten', de: 'Geplante Minuten' } },
  item_minutes: {
    kind: 'minutes',
    min: 1,
    max: 240,
    label: { en: 'Minutes per item', nl: 'Minuten per punt', de: 'Minuten je Punkt' },
    means: {
      en: 'Planned for each change, unless its item says otherwise.',
      nl: 'Gepland per change, tenzij het agendapunt iets anders zegt.',
      de: 'Geplant je Change, sofern der Punkt nichts anderes sagt.',
    },
  },
  cut_off: {
    kind: 'instant',
    label: { en: 'Cut-off', nl: 'Agenda sluit', de: 'Annahmeschluss' },
    means: {
      en: 'The agenda is frozen then; what comes after it is marked late.',
      nl: 'Dan wordt de agenda bevroren; wat daarna komt, is gemarkeerd als te laat.',
      de: 'Dann wird die Agenda eingefroren; was danach kommt, ist als verspätet markiert.',
    },
  },
  deadline: {
    kind: 'instant',
    label: { en: 'Vote before', nl: 'Stemmen vóór', de: 'Abstimmen bis' },
    means: {
      en: 'Then the votes are counted by the rule of the meeting.',
      nl: 'Dan worden de stemmen geteld volgens de regel van de vergadering.',
      de: 'Dann werden die Stimmen nach der Regel der Sitzung gezählt.',
    },
  },
  chair: { kind: 'ref', to: 'person', required: true, listed: true, ...house, label: { en: 'Chair', nl: 'Voorzitter', de: 'Vorsitz' } },
  members: {
    kind: 'refs',
    to: 'person',
    required: true,
    ...house,
    label: { en: 'Members', nl: 'Leden', de: 'Mitglieder' },
    means: {
      en: 'Who is asked to vote, of any party. Others see only the changes that are theirs to see.',
      nl: 'Wie gevraagd wordt te stemmen, van elke partij. Buitenstaanders zien alleen de changes die zij mogen zien.',
      de: 'Wer zur Abstimmung gebeten ist, von jeder Partei. Andere sehen nur die Changes, die sie sehen dürfen.',
    },
  },
  filter: { kind: 'data', shape: cabFilterShape, names: 'cab_filter', ...house, label: { en: 'Agenda from', nl: 'Agenda uit', de: 'Agenda aus' } },
  rule: { kind: 'data', shape: cabRuleShape, names: 'cab_rule', label: { en: 'Rule of the vote', nl: 'Stemregel', de: 'Abstimmungsregel' } },
  repeats: {
    kind: 'choice',
    label: { en: 'Repeats', nl: 'Herhaalt', de: 'Wiederholt sich' },
    options: {
      none: { en: 'Once', nl: 'Eenmalig', de: 'Einmalig' },
      weekly: { en: 'Every week', nl: 'Elke week', de: 'Jede Woche' },
      two_weekly: { en: 'Every two weeks', nl: 'Elke twee weken', de: 'Alle zwei Wochen' },
      monthly: { en: 'Every month', nl: 'Elke maand', de: 'Jeden Monat' },
    },
  },
  previous: { kind: 'ref', to: 'cab_meeting', label: { en: 'Meeting before', nl: 'Vorige vergadering', de: 'Vorige Sitzung' } },
} as const satisfies Readonly<Record<string, Field>>;

const meeting = {
  parties: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    ...house,
    label: { en: 'Parties at the table', nl: 'Partijen aan tafel', de: 'Parteien am Tisch' },
    means: {
      en: 'The organisations of its members; they see the meeting.',
      nl: 'De organisaties van de leden; zij zien de vergadering.',
      de: 'Die Organisationen der Mitglieder; sie sehen die Sitzung.',
    },
  },
  agenda: { kind: 'data', shape: agendaShape, names: 'cab_agenda', ...house, label: { en: 'Agenda', nl: 'Agenda', de: 'Agenda' } },
  present: { kind: 'refs', to: 'person', required: true, ...house, label: { en: 'Present', nl: 'Aanwezig', de: 'Anwesend' } },
  started_at: { kind: 'instant', label: { en: 'Started', nl: 'Begonnen', de: 'Begonnen' } },
  ended_at: { kind: 'instant', label: { en: 'Ended', nl: 'Afgelopen', de: 'Beendet' } },
  current: { kind: 'ref', to: 'change', ...house, label: { en: 'Now on the table', nl: 'Nu aan de orde', de: 'Jetzt an der Reihe' } },
  timing: { kind: 'data', shape: timingShape, names: 'cab_timing', ...house, label: { en: 'Time of the items', nl: 'Tijd per punt', de: 'Zeit der Punkte' } },
  reminded_at: { kind: 'instant', label: { en: 'Reminded', nl: 'Herinnerd', de: 'Erinnert' } },
  settled: { kind: 'data', shape: settledShape, names: 'cab_settled', ...house, label: { en: 'Outcome of the vote', nl: 'Uitslag', de: 'Ergebnis' } },
  actions: { kind: 'data', shape: actionsShape, names: 'cab_actions', ...house, label: { en: 'Actions', nl: 'Acties', de: 'Aufgaben' } },
  minutes: { kind: 'data', shape: minutesShape, names: 'cab_minutes', ...house, label: { en: 'Minutes', nl: 'Notulen', de: 'Protokoll' } },
  corrections: {
    kind: 'data',
    shape: amendmentsShape,
    names: 'cab_corrections',
    ...house,
    label: { en: 'Corrections', nl: 'Correcties', de: 'Korrekturen' },
  },
} as const satisfies Readonly<Record<string, Field>>;

export const cabFields = { ...planning, ...meeting } as const;
