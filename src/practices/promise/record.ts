// The promise record: one measurable commitment on one service between two parties. SLA, OLA and underpinning contract are this same record.
import { shape } from '../../kernel/shape.ts';
import { define } from '../../kernel/record.ts';

/** Service-hours minutes by priority, '1' most urgent. A priority that is not named is not promised. */
export type Targets = { readonly '1'?: number; readonly '2'?: number; readonly '3'?: number; readonly '4'?: number; readonly '5'?: number };

const minutes = { type: 'integer', minimum: 1, maximum: 5_256_000 } as const;
const targets = shape<Targets>({
  description: 'Minutes within service hours, by priority "1" (most urgent) to "5".',
  type: 'object',
  properties: { '1': minutes, '2': minutes, '3': minutes, '4': minutes, '5': minutes },
  additionalProperties: false,
});

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
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 160 },
    service: { kind: 'ref', to: 'service', label: { en: 'Service', nl: 'Dienst', de: 'Service' }, required: true, listed: true },
    provider: {
      kind: 'ref', to: 'organisation',
      label: { en: 'Provider', nl: 'Leverancier', de: 'Lieferant' },
      means: { en: 'Who makes the promise.', nl: 'Wie de toezegging doet.', de: 'Wer die Zusage gibt.' },
      required: true, listed: true,
    },
    customer: {
      kind: 'ref', to: 'organisation',
      label: { en: 'Customer', nl: 'Klant', de: 'Kunde' },
      means: {
        en: 'Who receives the promise. The same organisation as the provider makes it an internal one (OLA).',
        nl: 'Wie de toezegging krijgt. Dezelfde organisatie als de leverancier maakt het een interne afspraak (OLA).',
        de: 'Wer die Zusage erhält. Dieselbe Organisation wie der Lieferant macht sie zu einer internen (OLA).',
      },
      required: true, listed: true,
    },
    team: {
      kind: 'ref', to: 'team',
      label: { en: 'Only for team', nl: 'Alleen voor team', de: 'Nur für Team' },
      means: { en: 'For an internal promise: the team that keeps it. Empty: whichever team has the work.', nl: 'Bij een interne afspraak: het team dat die nakomt. Leeg: het team dat het werk heeft.', de: 'Bei einer internen Zusage: das Team, das sie einhält. Leer: welches Team die Arbeit auch hat.' },
      shown_to: ['integrator', 'supplier'],
    },
    metric: {
      kind: 'choice',
      label: { en: 'What is promised', nl: 'Wat wordt toegezegd', de: 'Was zugesagt wird' },
      options: {
        respond: { en: 'Time to respond', nl: 'Reactietijd', de: 'Reaktionszeit' },
        restore: { en: 'Time to restore', nl: 'Hersteltijd', de: 'Wiederherstellungszeit' },
        accept: { en: 'Time to accept work', nl: 'Acceptatietijd van werk', de: 'Zeit bis zur Annahme' },
        repair: { en: 'Time to repair', nl: 'Reparatietijd', de: 'Reparaturzeit' },
        availability: { en: 'Availability', nl: 'Beschikbaarheid', de: 'Verfügbarkeit' },
      },
      required: true, sorts: true, listed: true,
    },
    targets: {
      kind: 'data', shape: targets, names: 'targets',
      label: { en: 'Targets by priority', nl: 'Normen per prioriteit', de: 'Zielwerte je Priorität' },
      means: { en: 'Minutes within the service hours. A priority left out is not promised.', nl: 'Minuten binnen het servicevenster. Een weggelaten prioriteit is niet toegezegd.', de: 'Minuten innerhalb der Servicezeiten. Eine fehlende Priorität ist nicht zugesagt.' },
    },
    availability: {
      kind: 'ppm',
      label: { en: 'Availability', nl: 'Beschikbaarheid', de: 'Verfügbarkeit' },
      means: { en: 'Share of the agreed service hours in which the service works.', nl: 'Deel van de afgesproken uren waarin de dienst werkt.', de: 'Anteil der vereinbarten Zeiten, in dem der Service läuft.' },
      listed: true,
    },
    attainment: {
      kind: 'ppm',
      label: { en: 'Cases within target', nl: 'Gevallen binnen de norm', de: 'Fälle im Ziel' },
      means: { en: 'Share of the cases that must meet the target. Empty: all of them.', nl: 'Deel van de gevallen dat de norm moet halen. Leeg: allemaal.', de: 'Anteil der Fälle, die das Ziel erreichen müssen. Leer: alle.' },
      min: 1,
    },
    measured_per: {
      kind: 'choice',
      label: { en: 'Measured per', nl: 'Gemeten per', de: 'Gemessen je' },
      options: { month: { en: 'Month', nl: 'Maand', de: 'Monat' }, quarter: { en: 'Quarter', nl: 'Kwartaal', de: 'Quartal' }, year: { en: 'Year', nl: 'Jaar', de: 'Jahr' } },
      required: true,
    },
    calendar: { kind: 'ref', to: 'calendar', label: { en: 'Service hours', nl: 'Servicevenster', de: 'Servicezeiten' }, required: true, listed: true },
    valid_from: { kind: 'date', label: { en: 'Valid from', nl: 'Geldig vanaf', de: 'Gültig ab' }, listed: true },
    valid_to: {
      kind: 'date',
      label: { en: 'Valid until', nl: 'Geldig tot en met', de: 'Gültig bis einschließlich' },
      means: { en: 'The last day. Empty: until it is ended.', nl: 'De laatste dag. Leeg: totdat de afspraak eindigt.', de: 'Der letzte Tag. Leer: bis sie beendet wird.' },
      listed: true,
    },
    pauses: {
      kind: 'refs', to: 'reason',
      label: { en: 'Pauses while', nl: 'Staat stil bij', de: 'Ruht bei' },
      means: {
        en: 'Reasons for waiting during which the clock stands still. Waiting for a supplier never belongs in a promise to a customer.',
        nl: 'Wachtredenen waarbij de klok stilstaat. Wachten op een leverancier hoort nooit in een afspraak met een klant.',
        de: 'Wartegründe, bei denen die Uhr stillsteht. Warten auf einen Lieferanten gehört nie in eine Zusage an einen Kunden.',
      },
      required: true,
    },
    exclusions: { kind: 'prose', label: { en: 'What does not count', nl: 'Wat niet meetelt', de: 'Was nicht zählt' }, max: 10_000 },
    credit: { kind: 'prose', label: { en: 'When it is broken', nl: 'Bij niet nakomen', de: 'Bei Verletzung' }, means: { en: 'Penalty, credit or other consequence.', nl: 'Boete, korting of ander gevolg.', de: 'Vertragsstrafe, Gutschrift oder andere Folge.' }, max: 10_000 },
    accepted_risk: {
      kind: 'prose',
      label: { en: 'Accepted risk', nl: 'Aanvaard risico', de: 'Akzeptiertes Risiko' },
      means: { en: 'Why it was signed although the promises beneath do not carry it, and who decided.', nl: 'Waarom is getekend hoewel de onderliggende afspraken dit niet dragen, en wie dat besloot.', de: 'Warum gezeichnet wurde, obwohl die Zusagen darunter es nicht tragen, und wer entschied.' },
      shown_to: ['integrator'], max: 5000,
    },
  },
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
      takes: ['team', 'targets', 'availability', 'attainment', 'valid_from', 'valid_to', 'pauses', 'exclusions', 'credit'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the draft', nl: 'heeft het concept gewijzigd', de: 'hat den Entwurf geändert' },
      from: ['draft'],
      takes: ['name', 'service', 'provider', 'customer', 'team', 'metric', 'targets', 'availability', 'attainment', 'measured_per', 'calendar', 'valid_from', 'valid_to', 'pauses', 'exclusions', 'credit'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      prominent: 2, key: 'e',
    },
    sign: {
      label: { en: 'Sign', nl: 'Ondertekenen', de: 'Zeichnen' },
      fact: 'signed',
      tells: { en: 'signed this promise, valid from {valid_from}', nl: 'heeft deze afspraak getekend, geldig vanaf {valid_from}', de: 'hat diese Zusage gezeichnet, gültig ab {valid_from}' },
      from: ['draft'], to: 'active',
      takes: ['valid_from', 'valid_to', 'accepted_risk'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      audience: 'all', outward: true, final: true, prominent: 1,
    },
    amend: {
      label: { en: 'Amend', nl: 'Aanpassen', de: 'Ändern' },
      fact: 'amended',
      tells: {
        en: 'amended this promise; running clocks keep the time they used',
        nl: 'heeft deze afspraak aangepast; lopende klokken houden hun verbruikte tijd',
        de: 'hat diese Zusage geändert; laufende Uhren behalten die verbrauchte Zeit',
      },
      from: ['active'],
      needs: ['note'],
      takes: ['targets', 'availability', 'attainment', 'measured_per', 'calendar', 'pauses', 'exclusions', 'credit', 'valid_to', 'accepted_risk'],
      input: { note: { kind: 'prose', label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } },
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      audience: 'all', outward: true, prominent: 2,
    },
    end: {
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      fact: 'ended',
      tells: { en: 'ended this promise', nl: 'heeft deze afspraak beëindigd', de: 'hat diese Zusage beendet' },
      from: ['draft', 'active'], to: 'ended', final: true,
      takes: ['valid_to'],
      input: { note: { kind: 'prose', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
      audience: 'all', outward: true,
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
      audience: 'given', key: 'n',
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'provider', in: 'parties' }, { field: 'customer', in: 'parties' }] },
  parties: { customer: ['customer'], supplier: ['provider'] },
  refusals: {
    'promise.targets_missing': {
      en: 'A promise on {metric} needs a target in minutes for at least one priority.',
      nl: 'Een afspraak over {metric} heeft voor minstens één prioriteit een norm in minuten nodig.',
      de: 'Eine Zusage zu {metric} braucht für mindestens eine Priorität einen Zielwert in Minuten.',
    },
    'promise.targets_not_wanted': {
      en: 'A promise on availability has no targets in minutes. Give the availability instead.',
      nl: 'Een afspraak over beschikbaarheid heeft geen normen in minuten. Geef de beschikbaarheid.',
      de: 'Eine Zusage zur Verfügbarkeit hat keine Zielwerte in Minuten. Geben Sie die Verfügbarkeit an.',
    },
    'promise.targets_out_of_order': {
      en: 'Priority {urgent} ({urgent_minutes} min) is promised slower than priority {less} ({less_minutes} min). The more urgent one must not take longer.',
      nl: 'Prioriteit {urgent} ({urgent_minutes} min) is trager toegezegd dan prioriteit {less} ({less_minutes} min). De dringendste mag niet langer duren.',
      de: 'Priorität {urgent} ({urgent_minutes} min) ist langsamer zugesagt als Priorität {less} ({less_minutes} min). Die dringendere darf nicht länger dauern.',
    },
    'promise.availability_missing': {
      en: 'A promise on availability needs a share above 0 %, such as 99.5 %.',
      nl: 'Een afspraak over beschikbaarheid heeft een percentage boven 0 % nodig, zoals 99,5 %.',
      de: 'Eine Zusage zur Verfügbarkeit braucht einen Anteil über 0 %, etwa 99,5 %.',
    },
    'promise.availability_not_wanted': {
      en: 'Only a promise on availability has a share of the service hours. Leave it empty for {metric}.',
      nl: 'Alleen een afspraak over beschikbaarheid heeft een percentage. Laat dit leeg bij {metric}.',
      de: 'Nur eine Zusage zur Verfügbarkeit hat einen Anteil. Lassen Sie ihn bei {metric} leer.',
    },
    'promise.period_reversed': {
      en: 'It would end on {valid_to}, before it begins on {valid_from}.',
      nl: 'De afspraak zou eindigen op {valid_to}, voordat ze begint op {valid_from}.',
      de: 'Sie würde am {valid_to} enden, bevor sie am {valid_from} beginnt.',
    },
    'promise.team_elsewhere': {
      en: '{team} is not a team of the provider {provider}.',
      nl: '{team} is geen team van leverancier {provider}.',
      de: '{team} ist kein Team des Lieferanten {provider}.',
    },
    'promise.team_not_internal': {
      en: 'Only an internal promise, with the same provider and customer, can be for one team.',
      nl: 'Alleen een interne afspraak, met dezelfde leverancier en klant, kan voor één team zijn.',
      de: 'Nur eine interne Zusage, mit demselben Lieferanten und Kunden, kann für ein Team gelten.',
    },
    'promise.sign.calendar': {
      en: 'The service hours {calendar} cannot be used: {fault}',
      nl: 'Het servicevenster {calendar} is niet bruikbaar: {fault}',
      de: 'Die Servicezeiten {calendar} sind nicht verwendbar: {fault}',
    },
    'promise.sign.service_retired': {
      en: '{service} is retired; nothing can be promised on it.',
      nl: '{service} is uit productie; daar kan niets over worden toegezegd.',
      de: '{service} ist außer Betrieb; dazu kann nichts zugesagt werden.',
    },
    'promise.sign.party_ended': {
      en: '{party} is ended and cannot be party to a promise.',
      nl: '{party} is beëindigd en kan geen partij bij een afspraak zijn.',
      de: '{party} ist beendet und kann nicht Partei einer Zusage sein.',
    },
    'promise.infeasible': {
      en: 'The promises beneath do not carry this: {part} lacks {slack}. {reason} Tighten that promise, loosen this one, or sign with an accepted risk.',
      nl: 'De onderliggende afspraken dragen dit niet: {part} komt {slack} tekort. {reason} Verscherp die afspraak, versoepel deze, of teken met een aanvaard risico.',
      de: 'Die Zusagen darunter tragen dies nicht: {part} fehlen {slack}. {reason} Verschärfen Sie jene Zusage, lockern Sie diese, oder zeichnen Sie mit akzeptiertem Risiko.',
    },
  },
  places: { itil: 'Service level management', ipw: 'Service level management', ism: 'Service level management', iso20000: '8.3.3', siam: 'Service level management', usm: 'Agree' },
});
