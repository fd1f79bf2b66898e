// What a change window is: a time in which changes may not happen, should happen, or are in somebody's way; once or again and again.
import type { Recurrence } from '../../calculus/windows.ts';
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { shape } from '../../kernel/shape.ts';

const keepers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const clock = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;

export const recurrence = shape<Omit<Recurrence, 'zone'>>({
  description:
    'Comes back on days 1 (Monday) to 7, on weeks 1 (first such weekday of the month) to 5 or -1 (last) when given, from and to by the wall clock of the window’s zone; a "to" that is not later than "from" is on the next day.',
  type: 'object',
  properties: {
    days: { type: 'array', minItems: 1, maxItems: 7, items: { type: 'integer', minimum: 1, maximum: 7 } },
    weeks: { type: 'array', minItems: 1, maxItems: 6, items: { enum: [1, 2, 3, 4, 5, -1] } },
    from: clock,
    to: clock,
  },
  required: ['days', 'from', 'to'],
  additionalProperties: false,
});

export const changeWindow = define({
  name: 'change_window',
  plural: 'change_windows',
  practice: 'change',
  level: 'tactical',
  prefix: 'CHW',
  label: { en: 'change window', nl: 'wijzigingsvenster', de: 'Änderungsfenster' },
  plural_label: { en: 'change windows', nl: 'wijzigingsvensters', de: 'Änderungsfenster' },
  means: {
    en: 'A time in which changes may not happen (freeze), are agreed to happen (maintenance), or get in a customer’s way (event).',
    nl: 'Een tijd waarin wijzigingen niet mogen (bevriezing), zijn afgesproken (onderhoud) of een klant hinderen (gebeurtenis van de klant).',
    de: 'Eine Zeit, in der Änderungen nicht sein dürfen (Sperre), vereinbart sind (Wartung) oder einem Kunden im Weg sind (Ereignis).',
  },
  title: 'title',
  initial: 'active',
  fields: {
    title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
    kind: {
      kind: 'choice',
      required: true,
      listed: true,
      label: { en: 'Kind', nl: 'Soort', de: 'Art' },
      options: {
        freeze: { en: 'Freeze', nl: 'Bevriezing', de: 'Sperre' },
        maintenance: { en: 'Agreed maintenance', nl: 'Afgesproken onderhoud', de: 'Vereinbarte Wartung' },
        customer_event: { en: 'Event of a customer', nl: 'Gebeurtenis van een klant', de: 'Ereignis eines Kunden' },
      },
    },
    severity: {
      kind: 'choice',
      required: true,
      listed: true,
      label: { en: 'A change in it', nl: 'Een wijziging hierin', de: 'Ein Change darin' },
      means: {
        en: 'What a change at this time meets; a freeze blocks and an event warns unless it is said otherwise.',
        nl: 'Wat een wijziging op dit tijdstip ontmoet; een bevriezing blokkeert en een gebeurtenis waarschuwt, tenzij anders gezegd.',
        de: 'Was einen Change zu dieser Zeit erwartet; eine Sperre blockiert, ein Ereignis warnt, wenn nichts anderes gesagt ist.',
      },
      options: {
        block: { en: 'is blocked', nl: 'wordt geblokkeerd', de: 'wird blockiert' },
        warn: { en: 'gets a warning', nl: 'krijgt een waarschuwing', de: 'erhält eine Warnung' },
        inform: { en: 'is told', nl: 'krijgt een mededeling', de: 'erhält einen Hinweis' },
      },
    },
    organisation: {
      kind: 'ref',
      to: 'organisation',
      listed: true,
      label: { en: 'Of', nl: 'Van', de: 'Von' },
      means: {
        en: 'The customer or supplier it is of; empty: the house, so everybody.',
        nl: 'De klant of leverancier van wie het is; leeg: het huis, dus iedereen.',
        de: 'Der Kunde oder Lieferant, dem es gehört; leer: das Haus, also alle.',
      },
    },
    services: {
      kind: 'refs',
      to: 'service',
      required: true,
      label: { en: 'Services', nl: 'Diensten', de: 'Services' },
      means: { en: 'Only for these; empty: for all of them.', nl: 'Alleen voor deze; leeg: voor allemaal.', de: 'Nur für diese; leer: für alle.' },
    },
    items: {
      kind: 'refs',
      to: 'configuration_item',
      required: true,
      shown_to: ['integrator'],
      label: { en: 'Items', nl: 'Items', de: 'Items' },
      means: { en: 'Only for these; empty: for all of them.', nl: 'Alleen voor deze; leeg: voor allemaal.', de: 'Nur für diese; leer: für alle.' },
    },
    starts_at: {
      kind: 'instant',
      required: true,
      listed: true,
      label: { en: 'From', nl: 'Van', de: 'Von' },
      means: {
        en: 'When it begins, or when it begins to come back.',
        nl: 'Wanneer het begint, of begint terug te komen.',
        de: 'Wann es beginnt, oder beginnt wiederzukehren.',
      },
    },
    ends_at: {
      kind: 'instant',
      listed: true,
      label: { en: 'To', nl: 'Tot', de: 'Bis' },
      means: {
        en: 'When it ends, or when it stops coming back; one that comes back may be without end.',
        nl: 'Wanneer het eindigt, of niet meer terugkomt; wat terugkomt mag zonder einde zijn.',
        de: 'Wann es endet, oder nicht mehr wiederkehrt; Wiederkehrendes darf ohne Ende sein.',
      },
    },
    recurrence: {
      kind: 'data',
      names: 'recurrence',
      shape: recurrence,
      label: { en: 'Comes back', nl: 'Komt terug', de: 'Kehrt wieder' },
      means: {
        en: 'Weekdays, all or some of the month, with the hours by the wall clock of a zone.',
        nl: 'Weekdagen, alle of enkele van de maand, met de uren op de klok van een tijdzone.',
        de: 'Wochentage, alle oder einige des Monats, mit den Uhrzeiten einer Zeitzone.',
      },
    },
    zone: {
      kind: 'zone',
      label: { en: 'Time zone', nl: 'Tijdzone', de: 'Zeitzone' },
      means: {
        en: 'By whose wall clock it comes back.',
        nl: 'Op wiens klok het terugkomt.',
        de: 'Nach wessen Uhr es wiederkehrt.',
      },
    },
    reason: { kind: 'prose', max: 5_000, search: 'B', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } },
  },
  states: {
    active: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    cancelled: { label: { en: 'Cancelled', nl: 'Vervallen', de: 'Aufgehoben' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { field: 'organisation', in: 'parties' }] },
  commands: {
    plan: {
      opens: true,
      fact: 'planned',
      to: 'active',
      label: { en: 'Plan window', nl: 'Venster plannen', de: 'Fenster planen' },
      tells: { en: 'planned this: {title}', nl: 'plande dit: {title}', de: 'plante dies: {title}' },
      needs: ['title', 'kind', 'starts_at'],
      takes: ['ends_at', 'recurrence', 'zone', 'organisation', 'services', 'items', 'severity', 'reason'],
      may: keepers,
    },
    amend: {
      fact: 'amended',
      prominent: 1,
      label: { en: 'Change window', nl: 'Venster wijzigen', de: 'Fenster ändern' },
      tells: { en: 'changed this window', nl: 'wijzigde dit venster', de: 'änderte dieses Fenster' },
      takes: ['title', 'starts_at', 'ends_at', 'recurrence', 'zone', 'organisation', 'services', 'items', 'severity', 'reason'],
      may: keepers,
    },
    cancel: {
      fact: 'cancelled',
      from: ['active'],
      to: 'cancelled',
      prominent: 2,
      label: { en: 'Cancel window', nl: 'Venster laten vervallen', de: 'Fenster aufheben' },
      tells: { en: 'cancelled this window: {note}', nl: 'liet dit venster vervallen: {note}', de: 'hob dieses Fenster auf: {note}' },
      needs: ['note'],
      input: { note: { kind: 'prose', max: 4_000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } },
      may: keepers,
    },
  },
  refusals: {
    'change_window.ends_needed': {
      en: 'ends_at is needed for what happens once; leave it out only with a recurrence.',
      nl: 'ends_at is nodig voor wat één keer gebeurt; laat het alleen weg bij een herhaling.',
      de: 'ends_at ist nötig für Einmaliges; nur mit einer Wiederholung darf es fehlen.',
    },
    'change_window.wrong_period': {
      en: 'ends_at must be later than starts_at.',
      nl: 'ends_at moet later zijn dan starts_at.',
      de: 'ends_at muss später als starts_at sein.',
    },
    'change_window.zone_needed': {
      en: 'zone is needed for what comes back: an IANA name such as Europe/Amsterdam.',
      nl: 'zone is nodig voor wat terugkomt: een IANA-naam zoals Europe/Amsterdam.',
      de: 'zone ist nötig für Wiederkehrendes: ein IANA-Name wie Europe/Amsterdam.',
    },
    'change_window.whose': {
      en: 'organisation is needed: an event is of a customer.',
      nl: 'organisation is nodig: een gebeurtenis is van een klant.',
      de: 'organisation ist nötig: ein Ereignis gehört einem Kunden.',
    },
  },
});
