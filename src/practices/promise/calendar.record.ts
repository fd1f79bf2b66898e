// The calendar record: the service hours in which a promise counts.

import type { Holiday, Opening } from '../../calculus/calendar.ts';
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';

const week = shape<readonly Opening[]>({
  description: 'Openings: days 1 (Monday) to 7 (Sunday), from and to by the wall clock; to may be "24:00".',
  type: 'array',
  minItems: 1,
  maxItems: 500,
  items: {
    type: 'object',
    properties: {
      days: { type: 'array', minItems: 1, maxItems: 7, items: { type: 'integer', minimum: 1, maximum: 7 } },
      from: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
      to: { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' },
    },
    required: ['days', 'from', 'to'],
    additionalProperties: false,
  },
});

const holidays = shape<readonly Holiday[]>({
  description: 'Local dates on which the service is closed all day.',
  type: 'array',
  maxItems: 10_000,
  items: {
    type: 'object',
    properties: { date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, name: { type: 'string', maxLength: 120 } },
    required: ['date', 'name'],
    additionalProperties: false,
  },
});

export const calendar = define({
  name: 'calendar',
  plural: 'calendars',
  practice: 'promise',
  level: 'tactical',
  prefix: 'CAL',
  label: { en: 'Service hours', nl: 'Servicevenster', de: 'Servicezeiten' },
  plural_label: { en: 'Service hours', nl: 'Servicevensters', de: 'Servicezeiten' },
  means: {
    en: 'The hours in which a promise counts. Outside them its clocks stand still.',
    nl: 'De uren waarin een afspraak telt. Daarbuiten staan de klokken stil.',
    de: 'Die Stunden, in denen eine Zusage zählt. Außerhalb stehen ihre Uhren still.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    zone: { kind: 'zone', label: { en: 'Time zone', nl: 'Tijdzone', de: 'Zeitzone' }, required: true, listed: true },
    week: { kind: 'data', shape: week, names: 'week', label: { en: 'Opening hours', nl: 'Openingstijden', de: 'Öffnungszeiten' }, required: true },
    holidays: {
      kind: 'data',
      shape: holidays,
      names: 'holidays',
      label: { en: 'Closed on', nl: 'Gesloten op', de: 'Geschlossen am' },
      means: {
        en: 'Dates on which nothing counts. Leave it empty when holidays count like other days.',
        nl: 'Datums waarop niets telt. Laat leeg als feestdagen gewoon meetellen.',
        de: 'Tage, an denen nichts zählt. Leer lassen, wenn Feiertage wie andere Tage zählen.',
      },
      required: true,
    },
    used_by: {
      kind: 'refs',
      to: 'organisation',
      label: { en: 'Used by', nl: 'Gebruikt door', de: 'Verwendet von' },
      means: {
        en: 'Parties to the promises that count in it; kept from the promises.',
        nl: 'Partijen bij de afspraken die hierin tellen; bijgehouden vanuit de afspraken.',
        de: 'Parteien der Zusagen, die darin zählen; aus den Zusagen fortgeschrieben.',
      },
      required: true,
      shown_to: ['integrator'],
    },
  },
  states: {
    active: { label: { en: 'In use', nl: 'In gebruik', de: 'In Nutzung' }, tone: 'good' },
    ended: { label: { en: 'Withdrawn', nl: 'Vervallen', de: 'Zurückgezogen' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Add service hours', nl: 'Servicevenster toevoegen', de: 'Servicezeiten anlegen' },
      fact: 'added',
      tells: { en: 'added these service hours', nl: 'heeft dit servicevenster toegevoegd', de: 'hat diese Servicezeiten angelegt' },
      opens: true,
      needs: ['name', 'zone', 'week'],
      takes: ['holidays'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: {
        en: 'changed the service hours; running clocks keep the hours they started with',
        nl: 'heeft het servicevenster gewijzigd; lopende klokken houden de uren waarmee ze begonnen',
        de: 'hat die Servicezeiten geändert; laufende Uhren behalten die Zeiten, mit denen sie begannen',
      },
      takes: ['name', 'zone', 'week', 'holidays'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      prominent: 1,
      key: 'e',
    },
    end: {
      label: { en: 'Withdraw', nl: 'Laten vervallen', de: 'Zurückziehen' },
      fact: 'ended',
      tells: { en: 'withdrew these service hours', nl: 'heeft dit servicevenster laten vervallen', de: 'hat diese Servicezeiten zurückgezogen' },
      from: ['active'],
      to: 'ended',
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
    },
    reopen: {
      label: { en: 'Use again', nl: 'Weer gebruiken', de: 'Wieder verwenden' },
      fact: 'reopened',
      tells: {
        en: 'took these service hours into use again',
        nl: 'heeft dit servicevenster weer in gebruik genomen',
        de: 'hat diese Servicezeiten wieder in Nutzung genommen',
      },
      from: ['ended'],
      to: 'active',
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      prominent: 1,
    },
    share: {
      label: { en: 'Keep the parties up to date', nl: 'Partijen bijhouden', de: 'Parteien fortschreiben' },
      fact: 'shared',
      tells: {
        en: 'updated whose promises count in these hours',
        nl: 'heeft bijgewerkt wiens afspraken in deze uren tellen',
        de: 'hat fortgeschrieben, wessen Zusagen in diesen Zeiten zählen',
      },
      from: ['active', 'ended'],
      // Nobody but the product itself.
      may: { any: [] },
      silent: true,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'used_by', overlaps: 'parties' }] },
  refusals: {
    'calendar.fault': {
      en: 'These service hours are not right: {fault}',
      nl: 'Dit servicevenster klopt niet: {fault}',
      de: 'Diese Servicezeiten stimmen nicht: {fault}',
    },
    'calendar.end.in_use': {
      en: '{promise} still counts in these hours. End or amend that promise first.',
      nl: '{promise} telt nog in deze uren. Beëindig of wijzig eerst die afspraak.',
      de: '{promise} zählt noch in diesen Zeiten. Beenden oder ändern Sie zuerst diese Zusage.',
    },
  },
});
