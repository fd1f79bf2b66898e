// The borrowing record: protected time that went to other work: how much, to which process, why, and on whose word.
import { define } from '../../kernel/record.ts';
import { lead, person, title } from './fields.ts';
import { level, note, process, why } from './hours-fields.ts';
import { insiders, overseers, planners } from './scopes.record.ts';

const concerned = {
  all: [{ side: 'integrator' }, { any: [overseers, { field: 'person', is: 'person' }, { field: 'lead', is: 'person' }, { field: 'by', is: 'person' }] }],
} as const;
const keepers = { all: [{ side: 'integrator' }, { any: [planners, { field: 'lead', is: 'person' }] }] } as const;

export const borrowing = define({
  name: 'borrowing',
  plural: 'borrowings',
  practice: 'workforce',
  level: 'tactical',
  prefix: 'BRW',
  label: { en: 'Borrowing', nl: 'Lening', de: 'Leihe' },
  plural_label: { en: 'Borrowings', nl: 'Leningen', de: 'Leihen' },
  means: {
    en: 'Protected time that went to other work: how much, to which process, why, and who decided it. Possible, and never silent.',
    nl: 'Beschermde tijd die naar ander werk ging: hoeveel, naar welk proces, waarom, en wie dat besloot. Het kan, maar nooit stilletjes.',
    de: 'Geschützte Zeit, die in andere Arbeit ging: wie viel, in welchen Prozess, warum, und wer das entschied. Möglich, aber nie still.',
  },
  title: 'title',
  initial: 'owed',
  fields: {
    title,
    allocation: { kind: 'ref', to: 'allocation', required: true, listed: true, label: { en: 'From', nl: 'Van', de: 'Von' } },
    person: {
      ...person,
      required: false,
      label: { en: 'Time of', nl: 'Tijd van', de: 'Zeit von' },
      means: { en: 'Empty: of a team.', nl: 'Leeg: van een team.', de: 'Leer: eines Teams.' },
    },
    process: { ...process, label: { en: 'To process', nl: 'Naar proces', de: 'An Prozess' } },
    level,
    minutes: { kind: 'minutes', required: true, min: 1, max: 100_000, listed: true, label: { en: 'Time', nl: 'Tijd', de: 'Zeit' } },
    borrowed_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'On', nl: 'Op', de: 'Am' } },
    reason: { kind: 'prose', required: true, max: 2_000, search: 'B', label: { en: 'Reason', nl: 'Reden', de: 'Begründung' } },
    by: {
      kind: 'ref',
      to: 'person',
      listed: true,
      label: { en: 'Borrowed by', nl: 'Geleend door', de: 'Geliehen von' },
      means: { en: 'Who decided it.', nl: 'Wie dat besloot.', de: 'Wer das entschied.' },
    },
    entry: {
      kind: 'ref',
      to: 'time_entry',
      label: { en: 'Time entry', nl: 'Tijdregistratie', de: 'Zeiteintrag' },
      means: {
        en: 'The entry that was booked inside the protected hours.',
        nl: 'De registratie binnen de beschermde uren.',
        de: 'Der Eintrag innerhalb der geschützten Stunden.',
      },
    },
    lead,
  },
  states: {
    owed: { label: { en: 'Owed', nl: 'Staat open', de: 'Offen' }, tone: 'warn' },
    returned: { label: { en: 'Given back', nl: 'Teruggegeven', de: 'Zurückgegeben' }, tone: 'good', ends: true },
    revoked: { label: { en: 'Revoked', nl: 'Herroepen', de: 'Widerrufen' }, tone: 'neutral', ends: true },
  },
  see: concerned,
  commands: {
    open: {
      opens: true,
      fact: 'borrowed',
      label: { en: 'Borrow protected time', nl: 'Beschermde tijd lenen', de: 'Geschützte Zeit leihen' },
      tells: {
        en: 'borrowed {minutes} for {process}: {reason}',
        nl: 'leende {minutes} voor {process}: {reason}',
        de: 'lieh {minutes} für {process}: {reason}',
      },
      needs: ['allocation', 'minutes', 'process', 'reason'],
      takes: ['level', 'borrowed_on', 'person', 'by', 'entry'],
      may: insiders,
    },
    return: {
      fact: 'returned',
      from: ['owed'],
      to: 'returned',
      label: { en: 'Give the time back', nl: 'Tijd teruggeven', de: 'Zeit zurückgeben' },
      tells: { en: 'gave the time back', nl: 'gaf de tijd terug', de: 'gab die Zeit zurück' },
      input: { note },
      may: keepers,
      prominent: 1,
    },
    revoke: {
      fact: 'revoked',
      from: ['owed', 'returned'],
      to: 'revoked',
      label: { en: 'Revoke', nl: 'Herroepen', de: 'Widerrufen' },
      tells: { en: 'revoked this', nl: 'herriep dit', de: 'widerrief dies' },
      input: { why },
      may: keepers,
    },
  },
  refusals: {
    'borrowing.not_yours': {
      en: 'Borrowing this is for {person}, their team lead and those who plan for the whole house.',
      nl: 'Dit lenen is aan {person}, diens teamleider en wie voor het hele huis plant.',
      de: 'Das zu leihen ist Sache von {person}, der Teamleitung und derer, die für das ganze Haus planen.',
    },
    'borrowing.not_protected': {
      en: '{allocation} is not protected: these hours need no borrowing.',
      nl: '{allocation} is niet beschermd: deze uren hoeven niet geleend te worden.',
      de: '{allocation} ist nicht geschützt: diese Stunden müssen nicht geliehen werden.',
    },
    'borrowing.withdrawn': {
      en: '{allocation} is withdrawn: there is nothing to borrow.',
      nl: '{allocation} is ingetrokken: er valt niets te lenen.',
      de: '{allocation} ist zurückgezogen: es gibt nichts zu leihen.',
    },
    'borrowing.same_work': {
      en: 'These hours are meant for that process at that level already.',
      nl: 'Deze uren zijn al voor dat proces op dat niveau bedoeld.',
      de: 'Diese Stunden sind bereits für diesen Prozess auf dieser Ebene bestimmt.',
    },
    'borrowing.outside_period': {
      en: 'borrowed_on must be within {from} to {to}, the period of {allocation}.',
      nl: 'borrowed_on moet binnen {from} tot en met {to} liggen, de periode van {allocation}.',
      de: 'borrowed_on muss zwischen {from} und {to} liegen, dem Zeitraum von {allocation}.',
    },
    'borrowing.too_much': {
      en: '{left} minutes of {allocation} are left to borrow.',
      nl: 'Van {allocation} zijn nog {left} minuten te lenen.',
      de: 'Von {allocation} sind noch {left} Minuten zu leihen.',
    },
  },
});
