// What a maintenance notice is: a supplier's word that it will work on something that is beneath ours.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { noticeFields } from './notice.fields.ts';

const readers = { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const everyState = ['unreadable', 'planned', 'withdrawn', 'completed'] as const;
const told = ['title', 'account', 'status', 'sequence', 'stamp', 'starts_at', 'ends_at', 'objects', 'items', 'services', 'problem', 'raw', 'supplier'] as const;

export const maintenanceNotice = define({
  name: 'maintenance_notice',
  plural: 'maintenance_notices',
  practice: 'change',
  level: 'operational',
  prefix: 'MNT',
  label: { en: 'maintenance notice', nl: 'onderhoudsbericht', de: 'Wartungsmeldung' },
  plural_label: { en: 'maintenance notices', nl: 'onderhoudsberichten', de: 'Wartungsmeldungen' },
  means: {
    en: 'A supplier tells that it will do work. The same number updates it, a cancellation withdraws it, and what nobody could read waits for a person.',
    nl: 'Een leverancier meldt dat hij werk gaat doen. Hetzelfde nummer werkt het bij, een afzegging trekt het in, en wat onleesbaar was wacht op een mens.',
    de: 'Ein Lieferant meldet Arbeiten. Dieselbe Nummer aktualisiert sie, eine Absage zieht sie zurück, und Unlesbares wartet auf einen Menschen.',
  },
  title: 'title',
  initial: 'planned',
  fields: noticeFields,
  states: {
    unreadable: { label: { en: 'To be read by a person', nl: 'Door een mens te lezen', de: 'Von einem Menschen zu lesen' }, tone: 'warn' },
    planned: { label: { en: 'Announced', nl: 'Aangekondigd', de: 'Angekündigt' }, tone: 'info' },
    completed: { label: { en: 'Over', nl: 'Voorbij', de: 'Vorbei' }, tone: 'good', ends: true },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
    dismissed: { label: { en: 'Not for us', nl: 'Niet voor ons', de: 'Nicht für uns' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { all: [{ side: 'supplier' }, { field: 'supplier', in: 'parties' }] }] },
  parties: { supplier: ['supplier'] },
  commands: {
    receive: {
      opens: true,
      fact: 'received',
      to: everyState,
      label: { en: 'Enter notice', nl: 'Bericht invoeren', de: 'Meldung erfassen' },
      tells: { en: 'received this notice of {provider}', nl: 'ontving dit bericht van {provider}', de: 'erhielt diese Meldung von {provider}' },
      needs: ['title', 'provider'],
      takes: ['notice_key', ...told.filter((each) => each !== 'title')],
      may: readers,
    },
    update: {
      silent: true,
      fact: 'updated',
      from: everyState,
      to: ['planned', 'withdrawn', 'completed'],
      label: { en: 'Take in newer notice', nl: 'Nieuwer bericht verwerken', de: 'Neuere Meldung übernehmen' },
      tells: { en: 'received a newer notice: {status}', nl: 'ontving een nieuwer bericht: {status}', de: 'erhielt eine neuere Meldung: {status}' },
      takes: [...told],
      may: { any: [] },
    },
    fill_in: {
      fact: 'filled_in',
      from: ['unreadable'],
      to: 'planned',
      prominent: 1,
      label: { en: 'Fill in', nl: 'Invullen', de: 'Ausfüllen' },
      tells: { en: 'read this notice and filled it in', nl: 'las dit bericht en vulde het in', de: 'las diese Meldung und füllte sie aus' },
      needs: ['starts_at', 'ends_at'],
      takes: ['title', 'supplier', 'notice_key', 'account', 'status', 'objects', 'items', 'services'],
      may: readers,
    },
    match: {
      fact: 'matched',
      from: ['unreadable', 'planned'],
      prominent: 2,
      label: { en: 'Say what it is about', nl: 'Zeggen waarover het gaat', de: 'Sagen, worum es geht' },
      tells: { en: 'said what this is about', nl: 'zei waarover dit gaat', de: 'sagte, worum es geht' },
      takes: ['supplier', 'items', 'services'],
      may: readers,
    },
    complete: {
      fact: 'completed',
      from: ['planned'],
      to: 'completed',
      prominent: 3,
      label: { en: 'It is over', nl: 'Het is voorbij', de: 'Es ist vorbei' },
      tells: { en: 'said that this is over', nl: 'zei dat dit voorbij is', de: 'sagte, dass dies vorbei ist' },
      may: readers,
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['planned'],
      to: 'withdrawn',
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this', nl: 'trok dit in', de: 'zog dies zurück' },
      input: { note: { kind: 'prose', max: 4_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } },
      may: readers,
    },
    dismiss: {
      fact: 'dismissed',
      from: ['unreadable', 'planned'],
      to: 'dismissed',
      label: { en: 'Not for us', nl: 'Niet voor ons', de: 'Nicht für uns' },
      tells: { en: 'put this aside: {note}', nl: 'legde dit terzijde: {note}', de: 'legte dies beiseite: {note}' },
      needs: ['note'],
      input: { note: { kind: 'prose', max: 4_000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } },
      may: readers,
    },
  },
  refusals: {
    'maintenance_notice.wrong_period': {
      en: 'ends_at must be later than starts_at.',
      nl: 'ends_at moet later zijn dan starts_at.',
      de: 'ends_at muss später als starts_at sein.',
    },
    'maintenance_notice.update.older': {
      en: 'This is edition {sequence}; what came is not newer.',
      nl: 'Dit is uitgave {sequence}; wat kwam is niet nieuwer.',
      de: 'Dies ist Ausgabe {sequence}; was kam, ist nicht neuer.',
    },
    'notice.too_long': {
      en: 'A notice is at most {limit} bytes; this is larger.',
      nl: 'Een bericht is hooguit {limit} bytes; dit is groter.',
      de: 'Eine Meldung hat höchstens {limit} Bytes; diese ist größer.',
    },
    'notice.empty': { en: 'The notice is empty.', nl: 'Het bericht is leeg.', de: 'Die Meldung ist leer.' },
  },
});
