// The fields of a meeting. What other parties have on the agenda is the house's; the door shows each party what is its own to see.
import type { Field } from '../../kernel/field.ts';
import { agendaShape, explainedShape } from './meeting.shapes.record.ts';
import { house, parties } from './scopes.ts';
import { forumKinds, levels } from './words.record.ts';

export const meetingFields = {
  title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  forum: { kind: 'ref', to: 'forum', required: true, listed: true, label: { en: 'Forum', nl: 'Overleg', de: 'Forum' } },
  kind: { kind: 'choice', required: true, options: forumKinds, label: { en: 'Kind', nl: 'Soort', de: 'Art' } },
  level: { kind: 'choice', required: true, options: levels, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
  customer: { kind: 'ref', to: 'organisation', label: { en: 'Customer', nl: 'Klant', de: 'Kunde' } },
  starts_at: { kind: 'instant', required: true, sorts: true, listed: true, label: { en: 'Starts', nl: 'Begint', de: 'Beginn' } },
  period: {
    kind: 'text',
    max: 7,
    listed: true,
    label: { en: 'Month', nl: 'Maand', de: 'Monat' },
    means: {
      en: 'Of a service review: the month that is reviewed, such as 2026-03.',
      nl: 'Van een servicereview: de maand die wordt besproken, zoals 2026-03.',
      de: 'Eines Service-Reviews: der besprochene Monat, etwa 2026-03.',
    },
  },
  chair: { kind: 'ref', to: 'person', required: true, ...house, label: { en: 'Chair', nl: 'Voorzitter', de: 'Vorsitz' } },
  present: { kind: 'refs', to: 'person', required: true, ...house, label: { en: 'Present', nl: 'Aanwezig', de: 'Anwesend' } },
  parties,
  agenda: {
    kind: 'data',
    shape: agendaShape,
    names: 'agenda',
    ...house,
    label: { en: 'Agenda as held', nl: 'Agenda zoals gehouden', de: 'Agenda wie abgehalten' },
  },
  explained: {
    kind: 'data',
    shape: explainedShape,
    names: 'explained',
    ...house,
    label: { en: 'Explained', nl: 'Toegelicht', de: 'Erläutert' },
  },
  proposals: {
    kind: 'texts',
    ...house,
    label: { en: 'Proposals', nl: 'Voorstellen', de: 'Vorschläge' },
    means: {
      en: 'What is proposed to the customer; shared with the pack.',
      nl: 'Wat de klant wordt voorgesteld; gedeeld met het pakket.',
      de: 'Was dem Kunden vorgeschlagen wird; mit dem Paket geteilt.',
    },
  },
  shared_at: { kind: 'instant', listed: true, label: { en: 'Shared', nl: 'Gedeeld', de: 'Geteilt' } },
  report_version: {
    kind: 'integer',
    ...house,
    label: { en: 'Report as shared', nl: 'Rapport zoals gedeeld', de: 'Bericht wie geteilt' },
    means: {
      en: 'Version of the service report that was shared; a later one is shown as a change.',
      nl: 'Versie van het servicerapport dat is gedeeld; een latere staat er als wijziging.',
      de: 'Version des Serviceberichts, die geteilt wurde; eine spätere steht als Änderung dabei.',
    },
  },
  minutes: { kind: 'prose', max: 50_000, search: 'B', label: { en: 'Minutes', nl: 'Notulen', de: 'Protokoll' } },
} as const satisfies Readonly<Record<string, Field>>;
