// The fields of a dispute. All of them are for both sides; nothing in them is for anybody else.
import type { Field } from '../../kernel/field.ts';

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;

export const disputeFields = {
  title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  about: {
    kind: 'ref',
    to: '*',
    required: true,
    listed: true,
    label: { en: 'About', nl: 'Over', de: 'Über' },
    means: {
      en: 'The record whose ledger it is about, such as an incident or a work order.',
      nl: 'Het record waarvan de tijdverdeling wordt betwist, zoals een incident of een werkopdracht.',
      de: 'Der Datensatz, um dessen Zeitnachweis es geht, etwa ein Incident oder ein Arbeitsauftrag.',
    },
  },
  starts_at: { kind: 'instant', required: true, label: { en: 'From', nl: 'Van', de: 'Von' } },
  ends_at: { kind: 'instant', required: true, label: { en: 'To', nl: 'Tot', de: 'Bis' } },
  held: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    listed: true,
    label: { en: 'Recorded as time of', nl: 'Vastgelegd als tijd van', de: 'Erfasst als Zeit von' },
    means: {
      en: 'Whose time it is by the ledger; found from the ledger when it is left out.',
      nl: 'Wiens tijd het is volgens de tijdverdeling; wordt daar opgezocht als het leeg blijft.',
      de: 'Wessen Zeit es laut Zeitnachweis ist; wird dort gesucht, wenn es leer bleibt.',
    },
  },
  claimed: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    listed: true,
    label: { en: 'Should be time of', nl: 'Zou tijd moeten zijn van', de: 'Sollte Zeit sein von' },
    means: {
      en: 'Whose time it should be; the integrator when it is left out.',
      nl: 'Wiens tijd het zou moeten zijn; de integrator als het leeg blijft.',
      de: 'Wessen Zeit es sein sollte; der Integrator, wenn es leer bleibt.',
    },
  },
  counterparty: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    label: { en: 'Between us and', nl: 'Tussen ons en', de: 'Zwischen uns und' },
    means: {
      en: 'The party that it is settled with, beside the integrator. Nobody else sees it.',
      nl: 'De partij met wie het wordt beslecht, naast de integrator. Niemand anders ziet het.',
      de: 'Die Partei, mit der es geklärt wird, neben dem Integrator. Sonst sieht es niemand.',
    },
  },
  raised_by: { kind: 'ref', to: 'organisation', required: true, label: { en: 'Raised by', nl: 'Aangetekend door', de: 'Erhoben von' } },
  asked: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    label: { en: 'To be answered by', nl: 'Te beantwoorden door', de: 'Zu beantworten von' },
  },
  reason: {
    kind: 'prose',
    required: true,
    max: 20_000,
    search: 'B',
    label: { en: 'Reason', nl: 'Reden', de: 'Begründung' },
    means: {
      en: 'Why it was not the time of who is recorded; the other side reads this.',
      nl: 'Waarom het niet de tijd was van wie is vastgelegd; de andere kant leest dit.',
      de: 'Warum es nicht die Zeit der erfassten Partei war; die andere Seite liest dies.',
    },
  },
  answer: { kind: 'prose', max: 20_000, label: { en: 'Answer', nl: 'Antwoord', de: 'Antwort' } },
  agrees: {
    kind: 'boolean',
    label: { en: 'Agrees', nl: 'Gaat akkoord', de: 'Stimmt zu' },
    means: {
      en: 'The other side agrees; the ruling is still made by the integrator.',
      nl: 'De andere kant gaat akkoord; de uitspraak doet nog steeds de integrator.',
      de: 'Die andere Seite stimmt zu; die Entscheidung trifft weiterhin der Integrator.',
    },
  },
  ruling: {
    kind: 'prose',
    max: 20_000,
    label: { en: 'Ruling', nl: 'Uitspraak', de: 'Entscheidung' },
    means: {
      en: 'What was decided and why; both sides read this.',
      nl: 'Wat is beslist en waarom; beide kanten lezen dit.',
      de: 'Was entschieden wurde und warum; beide Seiten lesen dies.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;
