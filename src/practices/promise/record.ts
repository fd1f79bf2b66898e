// The promise record: one measurable commitment on one service between two parties. SLA, OLA and underpinning contract are this same record.

import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { promiseFields } from './fields.ts';
import { promiseRefusals } from './refusals.ts';

/** What a draft may say beyond what it must. */
const draft = [
  'team',
  'targets',
  'availability',
  'throughput',
  'satisfied',
  'attainment',
  'rolling_days',
  'support_calendar',
  'maintenance',
  'valid_from',
  'valid_to',
  'pauses',
  'escalation',
  'routing',
  'exclusions',
  'fee_minor',
  'currency',
  'credit_bands',
  'credit',
  'notice_days',
  'level',
] as const;
const keepers = { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] } as const satisfies Scope;
/** Nobody but the product itself: an empty choice admits no person, and the system passes every scope but "nobody". */
const itself = { any: [] } as const satisfies Scope;

export const promise = define({
  name: 'promise',
  plural: 'promises',
  practice: 'promise',
  level: 'tactical',
  prefix: 'PRM',
  label: { en: 'Promise', nl: 'Afspraak', de: 'Zusage' },
  plural_label: { en: 'Promises', nl: 'Afspraken', de: 'Zusagen' },
  means: {
    en: 'One measurable commitment on one service, from a provider to a customer. An SLA, an OLA and an underpinning contract are made of these.',
    nl: 'Eén meetbare toezegging over één dienst, van een leverancier aan een klant. Een SLA, OLA of onderliggend contract bestaat hieruit.',
    de: 'Eine messbare Verpflichtung zu einem Service, von einem Lieferanten an einen Kunden. SLA, OLA und Absicherungsvertrag bestehen daraus.',
  },
  title: 'name',
  fields: promiseFields,
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    active: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, ends: true, tone: 'neutral' },
  },
  initial: 'draft',
  commands: {
    open: {
      label: { en: 'Draft a promise', nl: 'Afspraak opstellen', de: 'Zusage entwerfen' },
      fact: 'opened',
      tells: { en: 'drafted this promise', nl: 'heeft deze afspraak opgesteld', de: 'hat diese Zusage entworfen' },
      opens: true,
      needs: ['name', 'service', 'provider', 'customer', 'metric', 'measured_per', 'calendar'],
      takes: [...draft, 'version_of'],
      may: keepers,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the draft', nl: 'heeft het concept gewijzigd', de: 'hat den Entwurf geändert' },
      from: ['draft'],
      takes: ['name', 'service', 'provider', 'customer', 'metric', 'measured_per', 'calendar', ...draft],
      may: keepers,
      prominent: 2,
      key: 'e',
    },
    sign: {
      label: { en: 'Sign', nl: 'Ondertekenen', de: 'Zeichnen' },
      fact: 'signed',
      tells: {
        en: 'signed this promise, valid from {valid_from}',
        nl: 'heeft deze afspraak getekend, geldig vanaf {valid_from}',
        de: 'hat diese Zusage gezeichnet, gültig ab {valid_from}',
      },
      from: ['draft'],
      to: 'active',
      takes: ['valid_from', 'valid_to', 'accepted_risk', 'risk_owner', 'risk_until'],
      may: keepers,
      audience: 'all',
      outward: true,
      final: true,
      prominent: 1,
    },
    accept_risk: {
      label: { en: 'Accept the risk again', nl: 'Risico opnieuw aanvaarden', de: 'Risiko erneut akzeptieren' },
      fact: 'risk_accepted',
      tells: {
        en: 'accepted the risk until {risk_until}',
        nl: 'heeft het risico aanvaard tot en met {risk_until}',
        de: 'hat das Risiko bis einschließlich {risk_until} akzeptiert',
      },
      from: ['active'],
      needs: ['accepted_risk', 'risk_owner', 'risk_until'],
      may: keepers,
    },
    end: {
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      fact: 'ended',
      tells: { en: 'ended this promise', nl: 'heeft deze afspraak beëindigd', de: 'hat diese Zusage beendet' },
      from: ['draft', 'active'],
      to: ['active', 'ended'],
      takes: ['valid_to'],
      final: true,
      input: {
        note: { kind: 'prose', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } },
        consent: {
          kind: 'boolean',
          label: { en: 'The other party agrees', nl: 'De andere partij stemt in', de: 'Die andere Partei stimmt zu' },
          means: {
            en: 'Needed to end it before the notice has run.',
            nl: 'Nodig om te eindigen voordat de opzegtermijn om is.',
            de: 'Nötig, um vor Ablauf der Kündigungsfrist zu enden.',
          },
        },
      },
      may: keepers,
      audience: 'all',
      outward: true,
    },
    supersede: {
      label: { en: 'Make way for a new version', nl: 'Plaatsmaken voor een nieuwe versie', de: 'Für eine neue Version Platz machen' },
      fact: 'superseded',
      tells: {
        en: 'gives way to {successor}; last day {valid_to}',
        nl: 'maakt plaats voor {successor}; laatste dag {valid_to}',
        de: 'weicht {successor}; letzter Tag {valid_to}',
      },
      from: ['active'],
      needs: ['valid_to'],
      input: { successor: { kind: 'ref', to: 'promise', label: { en: 'New version', nl: 'Nieuwe versie', de: 'Neue Version' } } },
      may: itself,
      audience: 'all',
      silent: true,
    },
    lapse: {
      label: { en: 'Lapse', nl: 'Verlopen', de: 'Ablaufen' },
      fact: 'lapsed',
      tells: { en: 'noted that its last day has passed', nl: 'merkte op dat de laatste dag voorbij is', de: 'vermerkte, dass der letzte Tag vorüber ist' },
      from: ['active'],
      to: 'ended',
      may: itself,
      audience: 'all',
      silent: true,
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['draft', 'active', 'ended'],
      needs: ['note'],
      input: {
        note: { kind: 'prose', label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } },
        audience: { kind: 'texts', label: { en: 'Who may read it', nl: 'Wie mag dit lezen', de: 'Wer darf es lesen' } },
      },
      may: { any: [{ side: 'integrator' }, { field: 'provider', in: 'parties' }, { field: 'customer', in: 'parties' }] },
      audience: 'given',
      key: 'n',
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'provider', in: 'parties' }, { field: 'customer', in: 'parties' }] },
  parties: { customer: ['customer'], supplier: ['provider'] },
  refusals: promiseRefusals,
});
