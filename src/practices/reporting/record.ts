// The service report: what a customer's month came to, frozen when it is closed; corrected openly and never overwritten.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { shape } from '../../kernel/shape.ts';
import type { Correction, Figures } from './figures.record.ts';

const managers = { all: [{ side: 'integrator' }, { role: ['service_level_manager', 'administrator'] }] } as const satisfies Scope;
const text = { type: 'string' } as const;

const figures = shape<Figures>({
  description: 'The figures as they were computed, by service; the handbook describes each version of their definitions.',
  type: 'object',
  properties: {
    definition_version: { type: 'integer' },
    period: text,
    zone: text,
    window: { type: 'object', properties: { from: text, to: text } },
    cut_off: text,
    sections: { type: 'array', items: { type: 'object' } },
    balance: { type: 'array', items: { type: 'object' } },
  },
  required: ['definition_version', 'period', 'sections'],
});
const corrections = shape<readonly Correction[]>({
  description: 'What was corrected afterwards: when, by whom, why, the figures that differ, and all figures after it.',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      at: text,
      person: { anyOf: [text, { type: 'null' }] },
      by: text,
      reason: text,
      differences: { type: 'array', items: { type: 'object' } },
      figures: { type: 'object' },
    },
    required: ['at', 'by', 'reason', 'differences', 'figures'],
  },
});

export const serviceReport = define({
  name: 'service_report',
  plural: 'service_reports',
  practice: 'reporting',
  level: 'tactical',
  prefix: 'RPT',
  label: { en: 'Service report', nl: 'Servicerapport', de: 'Servicebericht' },
  plural_label: { en: 'Service reports', nl: 'Servicerapporten', de: 'Serviceberichte' },
  means: {
    en: 'What a month of a customer came to. Frozen it stays as it is; what turns out otherwise is shown as a correction.',
    nl: 'Wat er van een maand van een klant is geworden. Bevroren blijft het zo; wat anders blijkt, staat er als correctie bij.',
    de: 'Was aus einem Monat eines Kunden geworden ist. Festgeschrieben bleibt er so; was sich anders zeigt, steht als Korrektur dabei.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 200, search: 'A', sorts: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    customer: { kind: 'ref', to: 'organisation', required: true, listed: true, label: { en: 'Customer', nl: 'Klant', de: 'Kunde' } },
    period_from: {
      kind: 'date',
      required: true,
      sorts: true,
      listed: true,
      label: { en: 'From', nl: 'Vanaf', de: 'Ab' },
      means: {
        en: 'Any day of the month; the report begins on its first.',
        nl: 'Een dag in de maand; het rapport begint op de eerste.',
        de: 'Ein Tag des Monats; der Bericht beginnt am ersten.',
      },
    },
    period_to: { kind: 'date', required: true, listed: true, label: { en: 'Until', nl: 'Tot en met', de: 'Bis einschließlich' } },
    frozen_at: { kind: 'instant', listed: true, label: { en: 'Frozen', nl: 'Bevroren', de: 'Festgeschrieben' } },
    definition_version: {
      kind: 'integer',
      label: { en: 'Definitions', nl: 'Definities', de: 'Definitionen' },
      means: {
        en: 'Version of the definitions that the figures were computed by.',
        nl: 'Versie van de definities waarmee de cijfers zijn berekend.',
        de: 'Version der Definitionen, nach denen gerechnet wurde.',
      },
    },
    figures: { kind: 'data', shape: figures, names: 'report_figures', shown_to: ['integrator'], label: { en: 'Figures', nl: 'Cijfers', de: 'Zahlen' } },
    corrections: {
      kind: 'data',
      shape: corrections,
      names: 'report_corrections',
      shown_to: ['integrator'],
      label: { en: 'Corrections', nl: 'Correcties', de: 'Korrekturen' },
    },
  },
  states: {
    draft: { label: { en: 'Provisional', nl: 'Voorlopig', de: 'Vorläufig' }, tone: 'neutral' },
    frozen: { label: { en: 'Frozen', nl: 'Bevroren', de: 'Festgeschrieben' }, tone: 'good', ends: true },
    corrected: { label: { en: 'Corrected', nl: 'Gecorrigeerd', de: 'Korrigiert' }, tone: 'warn', ends: true },
  },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: 'draft',
      label: { en: 'Open a report', nl: 'Rapport openen', de: 'Bericht eröffnen' },
      tells: { en: 'opened the report of {period}', nl: 'opende het rapport van {period}', de: 'eröffnete den Bericht über {period}' },
      needs: ['customer', 'period_from'],
      may: managers,
    },
    freeze: {
      fact: 'frozen',
      from: ['draft'],
      to: 'frozen',
      audience: 'all',
      outward: true,
      final: true,
      prominent: 1,
      label: { en: 'Freeze and publish', nl: 'Bevriezen en publiceren', de: 'Festschreiben und veröffentlichen' },
      tells: { en: 'froze the figures', nl: 'bevroor de cijfers', de: 'schrieb die Zahlen fest' },
      may: managers,
    },
    correct: {
      fact: 'corrected',
      from: ['frozen', 'corrected'],
      to: 'corrected',
      audience: 'all',
      outward: true,
      final: true,
      prominent: 1,
      label: { en: 'Publish a correction', nl: 'Correctie publiceren', de: 'Korrektur veröffentlichen' },
      tells: { en: 'corrected {figures} figures', nl: 'corrigeerde {figures} cijfers', de: 'korrigierte {figures} Zahlen' },
      needs: ['note'],
      input: {
        note: {
          kind: 'prose',
          max: 5_000,
          label: { en: 'Why', nl: 'Waarom', de: 'Warum' },
          means: {
            en: 'The customer reads this beside the old and the new figures.',
            nl: 'De klant leest dit naast de oude en de nieuwe cijfers.',
            de: 'Der Kunde liest dies neben den alten und den neuen Zahlen.',
          },
        },
      },
      may: managers,
    },
  },
  see: {
    any: [
      { side: 'integrator' },
      {
        all: [
          { side: 'customer' },
          { field: 'customer', in: 'parties' },
          {
            any: [
              { field: 'state', equals: 'frozen' },
              { field: 'state', equals: 'corrected' },
            ],
          },
        ],
      },
    ],
  },
  parties: { customer: ['customer'] },
  refusals: {
    'service_report.open.nothing_promised': {
      en: 'Nothing was promised to {customer} in {period}, so there is nothing to report.',
      nl: 'Aan {customer} was in {period} niets toegezegd; er valt niets te rapporteren.',
      de: '{customer} war in {period} nichts zugesagt; es gibt nichts zu berichten.',
    },
    'service_report.open.not_begun': {
      en: 'period_from: {period} has not begun yet.',
      nl: 'period_from: {period} is nog niet begonnen.',
      de: 'period_from: {period} hat noch nicht begonnen.',
    },
    'service_report.freeze.not_over': {
      en: 'The period is not over: figures can be frozen from {until} on.',
      nl: 'De periode is nog niet voorbij: bevriezen kan vanaf {until}.',
      de: 'Der Zeitraum ist nicht vorbei: festschreiben geht ab {until}.',
    },
    'service_report.correct.nothing': {
      en: 'The figures are still the same: there is nothing to correct.',
      nl: 'De cijfers zijn nog hetzelfde: er is niets te corrigeren.',
      de: 'Die Zahlen sind noch dieselben: es gibt nichts zu korrigieren.',
    },
  },
});
