// The continuity plan of a service: how long it may be gone, how much may be lost, and how it comes back after a disaster.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import {
  adopt,
  finding,
  insiders,
  itself,
  keepers,
  noting,
  owner,
  planRefusals,
  planStates,
  retire,
  review,
  review_on,
  reviewed_on,
  service,
} from './scopes.ts';

/** Business impact: what it costs when the service has been gone so long. `level` 1 (nuisance) to 5 (existence). */
export type Harm = { readonly after_minutes: number; readonly level: number; readonly what: string };
/** A step of our own in bringing it back, after the parts are there. */
export type RecoveryStep = { readonly what: string; readonly minutes: number };
/** What a supplier showed of its own continuity, and until when that counts. */
export type Evidence = { readonly supplier: string; readonly what: string; readonly valid_until: string };

const words = { type: 'string', maxLength: 300 } as const;
const minutes = { type: 'integer', minimum: 0, maximum: 525_600 } as const;
const harms = shape<readonly Harm[]>({
  description: 'Business impact by how long it is gone: [{"after_minutes": 240, "level": 3, "what": "Care on paper"}]; level 1 (nuisance) to 5 (existence).',
  type: 'array',
  maxItems: 20,
  items: {
    type: 'object',
    properties: { after_minutes: minutes, level: { type: 'integer', minimum: 1, maximum: 5 }, what: words },
    required: ['after_minutes', 'level', 'what'],
    additionalProperties: false,
  },
});
const steps = shape<readonly RecoveryStep[]>({
  description: 'Our own steps after the parts are back, one after the other: [{"what": "Restore the database", "minutes": 60}].',
  type: 'array',
  maxItems: 50,
  items: { type: 'object', properties: { what: words, minutes }, required: ['what', 'minutes'], additionalProperties: false },
});
const evidence = shape<readonly Evidence[]>({
  description: 'What suppliers showed: [{"supplier": "ORG-5", "what": "Report of the test in May", "valid_until": "2027-05-01"}].',
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    properties: {
      supplier: { type: 'string', pattern: '^ORG-\\d{1,15}$' },
      what: words,
      valid_until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    },
    required: ['supplier', 'what', 'valid_until'],
    additionalProperties: false,
  },
});
const terms = ['rto', 'rpo', 'strategy', 'restore_order', 'steps', 'impact', 'tolerable', 'evidence', 'owner'] as const;

export const continuityPlan = define({
  name: 'continuity_plan',
  plural: 'continuity_plans',
  practice: 'continuity',
  level: 'tactical',
  prefix: 'CTP',
  label: { en: 'Continuity plan', nl: 'Continuïteitsplan', de: 'Kontinuitätsplan' },
  plural_label: { en: 'Continuity plans', nl: 'Continuïteitsplannen', de: 'Kontinuitätspläne' },
  means: {
    en: 'How a service comes back after a disaster, within which time, and with how much lost.',
    nl: 'Hoe een dienst na een calamiteit terugkomt, binnen welke tijd en met hoeveel verlies.',
    de: 'Wie ein Service nach einer Katastrophe zurückkommt, in welcher Zeit und mit wie viel Verlust.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    service,
    rto: {
      kind: 'minutes',
      required: true,
      listed: true,
      label: { en: 'Back within (RTO)', nl: 'Terug binnen (RTO)', de: 'Zurück innerhalb (RTO)' },
      means: {
        en: 'Recovery time objective: from the disaster to the service, round the clock.',
        nl: 'Hersteltijd: van de calamiteit tot de dienst er weer is, rond de klok.',
        de: 'Wiederanlaufzeit: von der Katastrophe bis zum Service, rund um die Uhr.',
      },
    },
    rpo: {
      kind: 'minutes',
      required: true,
      listed: true,
      label: { en: 'Lost at most (RPO)', nl: 'Hoogstens verloren (RPO)', de: 'Höchstens verloren (RPO)' },
      means: {
        en: 'Recovery point objective: how much of the latest work may be gone, as time.',
        nl: 'Herstelpunt: hoeveel van het laatste werk weg mag zijn, in tijd.',
        de: 'Wiederherstellungspunkt: wie viel der letzten Arbeit verloren sein darf, als Zeit.',
      },
    },
    tolerable: {
      kind: 'minutes',
      label: { en: 'Gone at most', nl: 'Hoogstens weg', de: 'Höchstens weg' },
      means: {
        en: 'How long the customer can live without it, from the impact analysis.',
        nl: 'Hoe lang de klant zonder kan, uit de impactanalyse.',
        de: 'Wie lange der Kunde ohne ihn leben kann, aus der Folgenanalyse.',
      },
    },
    strategy: {
      kind: 'choice',
      required: true,
      label: { en: 'Recovery', nl: 'Herstel', de: 'Wiederherstellung' },
      options: {
        nothing: { en: 'None: wait until it is repaired', nl: 'Geen: wachten tot het hersteld is', de: 'Keine: warten, bis repariert ist' },
        manual: { en: 'Work by hand meanwhile', nl: 'Zolang met de hand werken', de: 'Solange von Hand arbeiten' },
        reciprocal: { en: 'Use another organisation’s', nl: 'Gebruik die van een ander', de: 'Die einer anderen Organisation nutzen' },
        gradual: { en: 'Gradual (cold standby)', nl: 'Geleidelijk (koude uitwijk)', de: 'Allmählich (Cold Standby)' },
        intermediate: { en: 'Intermediate (warm standby)', nl: 'Tussenvorm (warme uitwijk)', de: 'Mittelfristig (Warm Standby)' },
        immediate: { en: 'Immediate (hot standby)', nl: 'Direct (hete uitwijk)', de: 'Sofort (Hot Standby)' },
      },
    },
    restore_order: {
      kind: 'choice',
      required: true,
      label: { en: 'Parts come back', nl: 'Onderdelen komen terug', de: 'Teile kommen zurück' },
      options: {
        parallel: { en: 'Side by side', nl: 'Naast elkaar', de: 'Nebeneinander' },
        sequential: { en: 'One after the other', nl: 'Na elkaar', de: 'Nacheinander' },
      },
    },
    steps: { kind: 'data', shape: steps, names: 'recovery_steps', required: true, label: { en: 'Own steps', nl: 'Eigen stappen', de: 'Eigene Schritte' } },
    impact: {
      kind: 'data',
      shape: harms,
      names: 'continuity_impact',
      required: true,
      label: { en: 'Impact on the business', nl: 'Gevolg voor de organisatie', de: 'Folgen für das Geschäft' },
    },
    evidence: {
      kind: 'data',
      shape: evidence,
      names: 'continuity_evidence',
      required: true,
      label: { en: 'Evidence of suppliers', nl: 'Bewijs van leveranciers', de: 'Nachweise der Lieferanten' },
    },
    owner,
    review_on,
    reviewed_on,
    finding,
    tested_on: { kind: 'date', listed: true, label: { en: 'Last tested', nl: 'Laatst getest', de: 'Zuletzt getestet' } },
    last_test: { kind: 'ref', to: 'continuity_test', label: { en: 'Last test', nl: 'Laatste test', de: 'Letzter Test' } },
  },
  states: planStates,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Plan continuity', nl: 'Continuïteit plannen', de: 'Kontinuität planen' },
      tells: { en: 'began this continuity plan', nl: 'begon dit continuïteitsplan', de: 'begann diesen Kontinuitätsplan' },
      needs: ['service', 'rto', 'rpo'],
      takes: ['name', ...terms.filter((each) => each !== 'rto' && each !== 'rpo')],
      may: keepers,
    },
    edit: {
      fact: 'edited',
      prominent: 4,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this plan', nl: 'wijzigde dit plan', de: 'änderte diesen Plan' },
      takes: ['name', ...terms],
      may: keepers,
    },
    adopt,
    review,
    tested: {
      fact: 'tested',
      silent: true,
      label: { en: 'Tested', nl: 'Getest', de: 'Getestet' },
      tells: { en: 'was tested in {last_test}', nl: 'is getest in {last_test}', de: 'wurde getestet in {last_test}' },
      needs: ['last_test', 'tested_on'],
      may: itself,
    },
    retire,
    note: noting,
  },
  see: insiders,
  refusals: {
    ...planRefusals,
    'continuity_plan.over_tolerable': {
      en: 'rto must not be longer than {tolerable}, which is as long as the customer can live without the service.',
      nl: 'rto mag niet langer zijn dan {tolerable}: zo lang kan de klant zonder de dienst.',
      de: 'rto darf nicht länger sein als {tolerable}: so lange kann der Kunde ohne den Service leben.',
    },
    'continuity_plan.unknown_supplier': {
      en: 'evidence: {supplier} is no organisation that is known here.',
      nl: 'evidence: {supplier} is hier geen bekende organisatie.',
      de: 'evidence: {supplier} ist hier keine bekannte Organisation.',
    },
    'continuity_plan.wrong_date': {
      en: 'evidence: {value} is not a date; write it as 2027-05-01.',
      nl: 'evidence: {value} is geen datum; schrijf 2027-05-01.',
      de: 'evidence: {value} ist kein Datum; schreiben Sie 2027-05-01.',
    },
  },
});
