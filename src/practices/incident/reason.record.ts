// What a reason is: why work waits, is rejected or is ranked by hand; rows, because every house has its own.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

const keepers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;

export const reason = define({
  name: 'reason',
  plural: 'reasons',
  practice: 'incident',
  level: 'tactical',
  prefix: 'RSN',
  label: { en: 'reason', nl: 'reden', de: 'Grund' },
  plural_label: { en: 'reasons', nl: 'redenen', de: 'Gründe' },
  means: {
    en: 'Why work waits, was rejected or got another priority. A promise says which reasons pause its clock.',
    nl: 'Waarom werk wacht, is geweigerd of een andere prioriteit kreeg. Een afspraak zegt welke redenen haar klok stilzetten.',
    de: 'Warum Arbeit wartet, abgelehnt wurde oder eine andere Priorität bekam. Eine Zusage sagt, welche Gründe ihre Uhr anhalten.',
  },
  title: 'name',
  initial: 'active',
  fields: {
    name: { kind: 'text', required: true, max: 120, search: 'A', listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    code: {
      kind: 'text',
      required: true,
      max: 40,
      listed: true,
      label: { en: 'Code', nl: 'Code', de: 'Code' },
      means: {
        en: 'Short and lasting, for imports and exchanges: customer_information.',
        nl: 'Kort en blijvend, voor import en uitwisseling: customer_information.',
        de: 'Kurz und dauerhaft, für Import und Austausch: customer_information.',
      },
    },
    kind: {
      kind: 'choice',
      required: true,
      listed: true,
      label: { en: 'Used for', nl: 'Gebruikt bij', de: 'Verwendet für' },
      options: {
        waiting: { en: 'Waiting', nl: 'Wachten', de: 'Warten' },
        rejection: { en: 'Rejecting a work order', nl: 'Weigeren van een werkopdracht', de: 'Ablehnen eines Arbeitsauftrags' },
        override: { en: 'Setting a priority by hand', nl: 'Prioriteit met de hand zetten', de: 'Priorität von Hand setzen' },
      },
    },
    waits_on: {
      kind: 'choice',
      required: true,
      listed: true,
      label: { en: 'Waits on', nl: 'Wacht op', de: 'Wartet auf' },
      options: {
        customer: { en: 'The customer', nl: 'De klant', de: 'Den Kunden' },
        supplier: { en: 'A supplier', nl: 'Een leverancier', de: 'Einen Lieferanten' },
        change: { en: 'A change', nl: 'Een wijziging', de: 'Einen Change' },
        schedule: { en: 'An agreed moment', nl: 'Een afgesproken moment', de: 'Einen vereinbarten Zeitpunkt' },
        nobody: { en: 'Nobody', nl: 'Niemand', de: 'Niemanden' },
      },
    },
  },
  states: {
    active: { label: { en: 'In use', nl: 'In gebruik', de: 'In Gebrauch' }, tone: 'good' },
    retired: { label: { en: 'No longer used', nl: 'Niet meer in gebruik', de: 'Nicht mehr in Gebrauch' }, tone: 'neutral', ends: true },
  },
  see: 'everyone',
  commands: {
    add: {
      opens: true,
      fact: 'added',
      to: 'active',
      label: { en: 'Add reason', nl: 'Reden toevoegen', de: 'Grund hinzufügen' },
      tells: { en: 'added this reason', nl: 'voegde deze reden toe', de: 'fügte diesen Grund hinzu' },
      needs: ['name', 'code', 'kind'],
      takes: ['waits_on'],
      may: keepers,
    },
    edit: {
      fact: 'edited',
      prominent: 1,
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this reason', nl: 'wijzigde deze reden', de: 'änderte diesen Grund' },
      takes: ['name', 'waits_on'],
      may: keepers,
    },
    retire: {
      fact: 'retired',
      from: ['active'],
      to: 'retired',
      label: { en: 'Stop using', nl: 'Niet meer gebruiken', de: 'Nicht mehr verwenden' },
      tells: { en: 'took this reason out of use', nl: 'nam deze reden uit gebruik', de: 'nahm diesen Grund außer Gebrauch' },
      may: keepers,
    },
    restore: {
      fact: 'restored',
      from: ['retired'],
      to: 'active',
      label: { en: 'Use again', nl: 'Weer gebruiken', de: 'Wieder verwenden' },
      tells: { en: 'took this reason into use again', nl: 'nam deze reden weer in gebruik', de: 'nahm diesen Grund wieder in Gebrauch' },
      may: keepers,
    },
  },
  refusals: {
    'reason.add.bad_code': {
      en: 'code must be lower-case letters, digits and underscores, starting with a letter, such as customer_information.',
      nl: 'code moet uit kleine letters, cijfers en underscores bestaan en met een letter beginnen, zoals customer_information.',
      de: 'code muss aus Kleinbuchstaben, Ziffern und Unterstrichen bestehen und mit einem Buchstaben beginnen, etwa customer_information.',
    },
    'reason.add.waits_on_needed': {
      en: 'waits_on must say on whom a waiting reason waits.',
      nl: 'waits_on moet zeggen op wie bij deze wachtreden gewacht wordt.',
      de: 'waits_on muss sagen, auf wen bei diesem Wartegrund gewartet wird.',
    },
  },
});
