// The time entry record: time that somebody spent on a process at a level, by a timer or by hand, on one record or on none.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { lead, person, title, workerRefusals } from './fields.ts';
import { level, note, process, why } from './hours-fields.ts';
import { insiders, ownOrLed, plannersOrOwn } from './scopes.record.ts';

/** What part of an entry lies in protected hours, by the allocation that protects them. */
export type Lent = { readonly allocation: string; readonly minutes: number };

const lent = shape<readonly Lent[]>({
  description: 'Minutes that lie in protected hours, by allocation.',
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    properties: { allocation: { type: 'string', maxLength: 24 }, minutes: { type: 'integer', minimum: 1, maximum: 1440 } },
    required: ['allocation', 'minutes'],
    additionalProperties: false,
  },
});

export const timeEntry = define({
  name: 'time_entry',
  plural: 'time_entries',
  practice: 'workforce',
  level: 'operational',
  prefix: 'TME',
  label: { en: 'Time entry', nl: 'Tijdregistratie', de: 'Zeiteintrag' },
  plural_label: { en: 'Time entries', nl: 'Tijdregistraties', de: 'Zeiteinträge' },
  means: {
    en: 'Time that somebody spent on a process at a level: a timer that ran, or minutes written by hand.',
    nl: 'Tijd die iemand aan een proces op een niveau besteedde: een timer die liep, of met de hand geschreven minuten.',
    de: 'Zeit, die jemand für einen Prozess auf einer Ebene aufwandte: eine gelaufene Stoppuhr oder von Hand geschriebene Minuten.',
  },
  title: 'title',
  initial: 'running',
  fields: {
    title,
    person,
    team: { kind: 'ref', to: 'team', label: { en: 'Team', nl: 'Team', de: 'Team' } },
    process,
    level,
    record: {
      kind: 'ref',
      to: '*',
      listed: true,
      label: { en: 'On', nl: 'Aan', de: 'An' },
      means: { en: 'The record that was worked on.', nl: 'Het record waaraan is gewerkt.', de: 'Der Datensatz, an dem gearbeitet wurde.' },
    },
    started_at: { kind: 'instant', required: true, sorts: true, listed: true, label: { en: 'Began', nl: 'Begonnen', de: 'Begonnen' } },
    minutes: {
      kind: 'minutes',
      min: 1,
      max: 1_440,
      listed: true,
      label: { en: 'Time', nl: 'Tijd', de: 'Zeit' },
      means: { en: 'Empty: a timer is started.', nl: 'Leeg: er start een timer.', de: 'Leer: eine Stoppuhr beginnt.' },
    },
    how: {
      kind: 'choice',
      required: true,
      listed: true,
      options: {
        timer: { en: 'Timer', nl: 'Timer', de: 'Stoppuhr' },
        hand: { en: 'By hand', nl: 'Met de hand', de: 'Von Hand' },
        derived: { en: 'From records', nl: 'Uit records', de: 'Aus Datensätzen' },
      },
      label: { en: 'Known by', nl: 'Bekend door', de: 'Bekannt durch' },
    },
    note,
    reason: {
      kind: 'prose',
      max: 2_000,
      label: { en: 'Why in protected time', nl: 'Waarom in beschermde tijd', de: 'Warum in geschützter Zeit' },
      means: {
        en: 'Needed when operational work falls in hours that are protected for the future; it becomes a borrowing.',
        nl: 'Nodig als operationeel werk valt in uren die voor de toekomst beschermd zijn; het wordt een lening.',
        de: 'Nötig, wenn operative Arbeit in Stunden fällt, die für die Zukunft geschützt sind; daraus wird eine Leihe.',
      },
    },
    lent: {
      kind: 'data',
      shape: lent,
      names: 'lent_minutes',
      required: true,
      label: { en: 'In protected hours', nl: 'In beschermde uren', de: 'In geschützten Stunden' },
    },
    lead,
  },
  states: {
    running: { label: { en: 'Running', nl: 'Loopt', de: 'Läuft' }, tone: 'info' },
    booked: { label: { en: 'Booked', nl: 'Geboekt', de: 'Gebucht' }, tone: 'good', ends: true },
    struck: { label: { en: 'Struck', nl: 'Doorgehaald', de: 'Gestrichen' }, tone: 'neutral', ends: true },
  },
  see: ownOrLed,
  commands: {
    open: {
      opens: true,
      fact: 'recorded',
      to: ['running', 'booked'],
      label: { en: 'Book time', nl: 'Tijd boeken', de: 'Zeit buchen' },
      tells: { en: 'recorded time', nl: 'legde tijd vast', de: 'erfasste Zeit' },
      takes: ['record', 'process', 'level', 'started_at', 'minutes', 'note', 'reason', 'person'],
      may: insiders,
    },
    stop: {
      fact: 'stopped',
      from: ['running'],
      to: 'booked',
      label: { en: 'Stop the timer', nl: 'Timer stoppen', de: 'Stoppuhr anhalten' },
      tells: { en: 'stopped the timer after {minutes}', nl: 'stopte de timer na {minutes}', de: 'hielt die Stoppuhr nach {minutes} an' },
      takes: ['note', 'reason'],
      may: plannersOrOwn,
      prominent: 1,
    },
    correct: {
      fact: 'corrected',
      from: ['booked'],
      label: { en: 'Correct', nl: 'Corrigeren', de: 'Korrigieren' },
      tells: { en: 'corrected this entry', nl: 'corrigeerde deze registratie', de: 'korrigierte diesen Eintrag' },
      takes: ['started_at', 'minutes', 'process', 'level', 'record', 'note', 'reason'],
      may: plannersOrOwn,
      prominent: 1,
      key: 'e',
    },
    strike: {
      fact: 'struck',
      from: ['running', 'booked'],
      to: 'struck',
      label: { en: 'Strike', nl: 'Doorhalen', de: 'Streichen' },
      tells: { en: 'struck this entry', nl: 'haalde deze registratie door', de: 'strich diesen Eintrag' },
      input: { why },
      may: plannersOrOwn,
      prominent: 2,
    },
    restore: {
      fact: 'restored',
      from: ['struck'],
      to: 'booked',
      label: { en: 'Restore', nl: 'Herstellen', de: 'Wiederherstellen' },
      tells: { en: 'restored this entry', nl: 'herstelde deze registratie', de: 'stellte diesen Eintrag wieder her' },
      takes: ['reason'],
      may: plannersOrOwn,
      prominent: 1,
    },
  },
  refusals: {
    ...workerRefusals('time_entry'),
    'time_entry.needs_process': {
      en: 'process is required: no process is known that governs {record}.',
      nl: 'process is verplicht: er is geen proces bekend dat over {record} gaat.',
      de: 'process ist erforderlich: kein Prozess ist bekannt, der {record} regelt.',
    },
    'time_entry.already_running': {
      en: 'A timer is running already ({other}). Stop that one first.',
      nl: 'Er loopt al een timer ({other}). Stop die eerst.',
      de: 'Es läuft bereits eine Stoppuhr ({other}). Halten Sie diese zuerst an.',
    },
    'time_entry.timer_of_another': {
      en: 'A timer is one’s own. Give minutes to book time for {person}.',
      nl: 'Een timer is van uzelf. Geef minuten om tijd voor {person} te boeken.',
      de: 'Eine Stoppuhr ist die eigene. Geben Sie Minuten an, um Zeit für {person} zu buchen.',
    },
    'time_entry.in_future': {
      en: 'The entry would end at {ends_at}, which is later than now.',
      nl: 'De registratie zou eindigen om {ends_at}, en dat is later dan nu.',
      de: 'Der Eintrag würde um {ends_at} enden, und das ist später als jetzt.',
    },
    'time_entry.overlaps': {
      en: '{other} says already what this time was spent on. Correct that one, or choose another time.',
      nl: '{other} zegt al waaraan deze tijd is besteed. Corrigeer die, of kies een andere tijd.',
      de: '{other} sagt bereits, wofür diese Zeit war. Korrigieren Sie das oder wählen Sie eine andere Zeit.',
    },
    'time_entry.too_long': {
      en: 'The timer ran longer than a day. Strike it and book the time by hand.',
      nl: 'De timer liep langer dan een dag. Haal die door en boek de tijd met de hand.',
      de: 'Die Stoppuhr lief länger als einen Tag. Streichen Sie sie und buchen Sie die Zeit von Hand.',
    },
    'time_entry.needs_minutes': {
      en: 'It has no minutes: nothing was booked before it was struck.',
      nl: 'Er zijn geen minuten: er was niets geboekt voor het werd doorgehaald.',
      de: 'Es hat keine Minuten: vor dem Streichen war nichts gebucht.',
    },
    'time_entry.inside_protected': {
      en: '{minutes} minutes of it lie in hours protected by {allocation}. Give a reason and they are borrowed.',
      nl: '{minutes} minuten vallen in uren die {allocation} beschermt. Geef een reden en ze worden geleend.',
      de: '{minutes} Minuten liegen in Stunden, die {allocation} schützt. Geben Sie einen Grund an, dann werden sie geliehen.',
    },
  },
});
