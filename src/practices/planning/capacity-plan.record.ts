// The capacity plan of a service: what is contracted of a resource, what was used of it month by month, and who needs how much at peak.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { capacityRefusals } from './capacity-plan.refusals.ts';
import { adopt, finding, insiders, keepers, noting, owner, planRefusals, planStates, retire, review, review_on, reviewed_on, service } from './scopes.ts';

/** What was used in a month (`2026-03`), in the unit of the plan. */
export type UsePoint = { readonly period: string; readonly value: number };
/** What a service that stands on this one needs at its peak, in the unit of the plan. */
export type Demand = { readonly service: string; readonly peak: number };

const month = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } as const;
const amount = { type: 'integer', minimum: 0, maximum: 2_000_000_000 } as const;
const points = shape<readonly UsePoint[]>({
  description: 'What was used per month, such as [{"period": "2026-03", "value": 120}], in the unit of the plan.',
  type: 'array',
  maxItems: 240,
  items: { type: 'object', properties: { period: month, value: amount }, required: ['period', 'value'], additionalProperties: false },
});
const demands = shape<readonly Demand[]>({
  description: 'What each consuming service needs at its peak, such as [{"service": "SVC-4", "peak": 80}].',
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    properties: { service: { type: 'string', pattern: '^SVC-\\d{1,15}$' }, peak: amount },
    required: ['service', 'peak'],
    additionalProperties: false,
  },
});
const terms = ['name', 'resource', 'unit', 'source', 'contracted', 'promise', 'headroom', 'horizon', 'method', 'cost_minor', 'currency', 'owner'] as const;

export const capacityPlan = define({
  name: 'capacity_plan',
  plural: 'capacity_plans',
  practice: 'capacity',
  level: 'tactical',
  prefix: 'CAP',
  label: { en: 'Capacity plan', nl: 'Capaciteitsplan', de: 'Kapazitätsplan' },
  plural_label: { en: 'Capacity plans', nl: 'Capaciteitsplannen', de: 'Kapazitätspläne' },
  means: {
    en: 'How much of a resource is contracted, how much will be used, and on which day that crosses.',
    nl: 'Hoeveel van een middel is gecontracteerd, hoeveel er gebruikt gaat worden, en op welke dag dat kruist.',
    de: 'Wie viel von einem Mittel vereinbart ist, wie viel davon gebraucht wird, und an welchem Tag sich das kreuzt.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    service,
    resource: {
      kind: 'text',
      required: true,
      max: 120,
      search: 'B',
      listed: true,
      label: { en: 'Resource', nl: 'Middel', de: 'Mittel' },
      means: { en: 'Such as storage, licences or calls.', nl: 'Zoals opslag, licenties of gesprekken.', de: 'Etwa Speicher, Lizenzen oder Anrufe.' },
    },
    unit: { kind: 'text', required: true, max: 30, label: { en: 'Unit', nl: 'Eenheid', de: 'Einheit' } },
    source: {
      kind: 'choice',
      required: true,
      label: { en: 'Use comes from', nl: 'Gebruik komt uit', de: 'Nutzung kommt aus' },
      options: {
        entered: { en: 'Figures that are entered', nl: 'Ingevoerde cijfers', de: 'Eingegebenen Zahlen' },
        incidents: { en: 'The number of incidents on the service', nl: 'Het aantal incidenten op de dienst', de: 'Der Zahl der Incidents zum Service' },
        work_orders: {
          en: 'The number of work orders on the service',
          nl: 'Het aantal werkopdrachten op de dienst',
          de: 'Der Zahl der Arbeitsaufträge zum Service',
        },
      },
    },
    contracted: {
      kind: 'integer',
      min: 0,
      listed: true,
      label: { en: 'Contracted', nl: 'Gecontracteerd', de: 'Vereinbart' },
      means: {
        en: 'Per month, in the unit; what the promise says when one is named.',
        nl: 'Per maand, in de eenheid; wat de afspraak zegt als die is genoemd.',
        de: 'Pro Monat, in der Einheit; was die Zusage sagt, wenn eine genannt ist.',
      },
    },
    promise: {
      kind: 'ref',
      to: 'promise',
      label: { en: 'Promise', nl: 'Afspraak', de: 'Zusage' },
      means: {
        en: 'The promise on throughput that says what is contracted.',
        nl: 'De afspraak over doorzet die zegt wat is gecontracteerd.',
        de: 'Die Zusage zum Durchsatz, die sagt, was vereinbart ist.',
      },
    },
    headroom: {
      kind: 'ppm',
      required: true,
      label: { en: 'Headroom to keep', nl: 'Ruimte die moet blijven', de: 'Spielraum, der bleiben soll' },
    },
    horizon: { kind: 'integer', required: true, min: 1, max: 36, label: { en: 'Months ahead', nl: 'Maanden vooruit', de: 'Monate voraus' } },
    method: {
      kind: 'choice',
      required: true,
      label: { en: 'Forecast by', nl: 'Voorspellen met', de: 'Vorhersage mit' },
      options: {
        holt: { en: 'Level and trend (Holt)', nl: 'Niveau en trend (Holt)', de: 'Niveau und Trend (Holt)' },
        ses: { en: 'Level only (simple smoothing)', nl: 'Alleen niveau (eenvoudige effening)', de: 'Nur Niveau (einfache Glättung)' },
        holt_winters: { en: 'Level, trend and season of a year', nl: 'Niveau, trend en jaarseizoen', de: 'Niveau, Trend und Jahressaison' },
      },
    },
    points: {
      kind: 'data',
      shape: points,
      names: 'capacity_points',
      required: true,
      label: { en: 'Used per month', nl: 'Gebruikt per maand', de: 'Genutzt pro Monat' },
    },
    demands: {
      kind: 'data',
      shape: demands,
      names: 'capacity_demands',
      required: true,
      label: { en: 'Needed at peak', nl: 'Nodig op piekmomenten', de: 'Bedarf zur Spitze' },
    },
    cost_minor: {
      kind: 'integer',
      minor: true,
      min: 0,
      label: { en: 'Cost per month', nl: 'Kosten per maand', de: 'Kosten pro Monat' },
      means: { en: 'Of all that is contracted.', nl: 'Van alles wat is gecontracteerd.', de: 'Von allem, was vereinbart ist.' },
    },
    currency: { kind: 'text', max: 3, label: { en: 'Currency', nl: 'Valuta', de: 'Währung' } },
    owner,
    review_on,
    reviewed_on,
    finding,
  },
  states: planStates,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Plan capacity', nl: 'Capaciteit plannen', de: 'Kapazität planen' },
      tells: { en: 'began this capacity plan', nl: 'begon dit capaciteitsplan', de: 'begann diesen Kapazitätsplan' },
      needs: ['service', 'resource', 'unit'],
      takes: [...terms.filter((each) => each !== 'resource' && each !== 'unit'), 'points', 'demands'],
      may: keepers,
    },
    edit: {
      fact: 'edited',
      prominent: 4,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this plan', nl: 'wijzigde dit plan', de: 'änderte diesen Plan' },
      takes: [...terms, 'demands'],
      may: keepers,
    },
    enter_use: {
      fact: 'use_entered',
      prominent: 3,
      label: { en: 'Enter use', nl: 'Gebruik invoeren', de: 'Nutzung eingeben' },
      tells: { en: 'entered the use of {months} months', nl: 'voerde het gebruik van {months} maanden in', de: 'gab die Nutzung von {months} Monaten ein' },
      takes: ['points'],
      input: {
        lines: {
          kind: 'prose',
          max: 10_000,
          label: { en: 'Lines', nl: 'Regels', de: 'Zeilen' },
          means: {
            en: 'One month per line as in a spreadsheet: 2026-03;120. A month that is there already is replaced.',
            nl: 'Een maand per regel zoals in een rekenblad: 2026-03;120. Een maand die er al is, wordt vervangen.',
            de: 'Ein Monat pro Zeile wie in einer Tabelle: 2026-03;120. Ein schon vorhandener Monat wird ersetzt.',
          },
        },
      },
      may: keepers,
    },
    adopt,
    review,
    retire,
    note: noting,
  },
  see: insiders,
  refusals: { ...planRefusals, ...capacityRefusals },
});
