// The service record: what a provider offers, alone or composed of other services with "all of", "any of" and "so many of".

import type { Composition } from '../../calculus/composition.ts';
import { define } from '../../kernel/record.ts';
import type { Schema } from '../../kernel/shape.ts';
import { shape } from '../../kernel/shape.ts';

const several: Schema = { type: 'array', minItems: 1, maxItems: 200, items: { $ref: '#' } };
const common_cause: Schema = {
  type: 'integer',
  minimum: 0,
  maximum: 1_000_000,
  description: 'Share of a member’s failures (ppm) that strike all members at once.',
};
const composition = shape<Composition>({
  description: 'A service id ("part"), or "all", "any" or at least "k" "of" such expressions; redundant parts may have a common cause (ppm).',
  anyOf: [
    { type: 'object', properties: { part: { type: 'string', pattern: '^SVC-\\d{1,15}$' } }, required: ['part'], additionalProperties: false },
    { type: 'object', properties: { all: several }, required: ['all'], additionalProperties: false },
    { type: 'object', properties: { any: several, common_cause }, required: ['any'], additionalProperties: false },
    {
      type: 'object',
      properties: { k: { type: 'integer', minimum: 1, maximum: 200 }, of: several, common_cause },
      required: ['k', 'of'],
      additionalProperties: false,
    },
  ],
});

export const service = define({
  name: 'service',
  plural: 'services',
  practice: 'service',
  level: 'tactical',
  prefix: 'SVC',
  label: { en: 'Service', nl: 'Dienst', de: 'Service' },
  plural_label: { en: 'Services', nl: 'Diensten', de: 'Services' },
  means: {
    en: 'What a provider offers. An integrated service is composed of other services, its parts.',
    nl: 'Wat een leverancier biedt. Een geïntegreerde dienst is samengesteld uit andere diensten, de onderdelen.',
    de: 'Was ein Lieferant anbietet. Ein integrierter Service setzt sich aus anderen Services zusammen, seinen Teilen.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    code: {
      kind: 'text',
      label: { en: 'Code', nl: 'Code', de: 'Code' },
      means: {
        en: 'Lowercase letters, digits, hyphens, dots or underscores. Monitoring names the service by it.',
        nl: 'Kleine letters, cijfers, streepjes, punten of underscores. De bewaking noemt de dienst zo.',
        de: 'Kleinbuchstaben, Ziffern, Bindestriche, Punkte oder Unterstriche. Die Überwachung nennt den Service so.',
      },
      required: true,
      search: 'A',
      sorts: true,
      listed: true,
      max: 63,
    },
    aliases: {
      kind: 'texts',
      label: { en: 'Also called', nl: 'Ook genoemd', de: 'Auch genannt' },
      means: {
        en: 'Other names that monitoring and suppliers use for it.',
        nl: 'Andere namen die bewaking en leveranciers gebruiken.',
        de: 'Andere Namen, die Überwachung und Lieferanten verwenden.',
      },
      required: true,
      shown_to: ['integrator', 'supplier'],
    },
    description: {
      kind: 'prose',
      label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' },
      means: {
        en: 'What the customer can do with it, in the customer’s words.',
        nl: 'Wat de klant ermee kan, in de woorden van de klant.',
        de: 'Was der Kunde damit tun kann, in den Worten des Kunden.',
      },
      search: 'B',
    },
    provider: {
      kind: 'ref',
      to: 'organisation',
      label: { en: 'Provider', nl: 'Leverancier', de: 'Lieferant' },
      means: { en: 'The organisation that answers for it.', nl: 'De organisatie die ervoor instaat.', de: 'Die Organisation, die dafür einsteht.' },
      required: true,
      listed: true,
    },
    team: {
      kind: 'ref',
      to: 'team',
      label: { en: 'Operating team', nl: 'Beheerteam', de: 'Betriebsteam' },
      means: {
        en: 'The team of the provider that runs it; work goes there first.',
        nl: 'Het team van de leverancier dat de dienst beheert; werk gaat daar eerst heen.',
        de: 'Das Team des Lieferanten, das ihn betreibt; Arbeit geht zuerst dorthin.',
      },
      listed: true,
      shown_to: ['integrator', 'supplier'],
    },
    criticality: {
      kind: 'choice',
      label: { en: 'Criticality', nl: 'Belang', de: 'Kritikalität' },
      options: {
        high: { en: 'High', nl: 'Hoog', de: 'Hoch' },
        medium: { en: 'Medium', nl: 'Middel', de: 'Mittel' },
        low: { en: 'Low', nl: 'Laag', de: 'Niedrig' },
      },
      required: true,
      sorts: true,
      listed: true,
    },
    composition: {
      kind: 'data',
      shape: composition,
      names: 'composition',
      label: { en: 'Composed of', nl: 'Samengesteld uit', de: 'Zusammengesetzt aus' },
      means: {
        en: 'The services it needs: all of them, any of them, or so many of them. Empty: it stands by itself.',
        nl: 'De diensten die nodig zijn: allemaal, een ervan, of een aantal ervan. Leeg: de dienst staat op zichzelf.',
        de: 'Die Services, die er braucht: alle, einen davon oder eine Anzahl davon. Leer: er steht für sich.',
      },
      shown_to: ['integrator'],
    },
    customers: {
      kind: 'refs',
      to: 'organisation',
      label: { en: 'Promised to', nl: 'Toegezegd aan', de: 'Zugesagt an' },
      means: {
        en: 'Organisations with a promise on it; kept from the promises.',
        nl: 'Organisaties met een afspraak hierover; bijgehouden vanuit de afspraken.',
        de: 'Organisationen mit einer Zusage dazu; aus den Zusagen fortgeschrieben.',
      },
      required: true,
      shown_to: ['integrator'],
    },
  },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    live: { label: { en: 'Live', nl: 'In productie', de: 'In Betrieb' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Uit productie', de: 'Außer Betrieb' }, ends: true, tone: 'neutral' },
  },
  initial: 'draft',
  commands: {
    open: {
      label: { en: 'New service', nl: 'Nieuwe dienst', de: 'Neuer Service' },
      fact: 'opened',
      tells: { en: 'drafted this service', nl: 'heeft deze dienst opgesteld', de: 'hat diesen Service entworfen' },
      opens: true,
      needs: ['name', 'code', 'provider', 'criticality'],
      takes: ['aliases', 'description', 'team', 'composition'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager'] }] },
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'code', 'aliases', 'description', 'provider', 'team', 'criticality'],
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager'] }] },
      prominent: 3,
      key: 'e',
    },
    compose: {
      label: { en: 'Compose', nl: 'Samenstellen', de: 'Zusammensetzen' },
      fact: 'composed',
      tells: {
        en: 'changed what it is composed of: {parts} parts',
        nl: 'heeft de samenstelling gewijzigd: {parts} onderdelen',
        de: 'hat die Zusammensetzung geändert: {parts} Teile',
      },
      takes: ['composition'],
      input: { note: { kind: 'prose', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager'] }] },
      prominent: 2,
    },
    launch: {
      label: { en: 'Take into production', nl: 'In productie nemen', de: 'In Betrieb nehmen' },
      fact: 'launched',
      tells: { en: 'took this service into production', nl: 'heeft deze dienst in productie genomen', de: 'hat diesen Service in Betrieb genommen' },
      from: ['draft'],
      to: 'live',
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager', 'process_manager'] }] },
      prominent: 1,
    },
    retire: {
      label: { en: 'Retire', nl: 'Uit productie nemen', de: 'Außer Betrieb nehmen' },
      fact: 'retired',
      tells: { en: 'retired this service', nl: 'heeft deze dienst uit productie genomen', de: 'hat diesen Service außer Betrieb genommen' },
      from: ['draft', 'live'],
      to: 'retired',
      final: true,
      input: { note: { kind: 'prose', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
      may: { all: [{ side: 'integrator' }, { role: ['administrator', 'service_level_manager'] }] },
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['draft', 'live', 'retired'],
      needs: ['note'],
      input: {
        note: { kind: 'prose', label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } },
        audience: { kind: 'texts', label: { en: 'Who may read it', nl: 'Wie mag dit lezen', de: 'Wer darf es lesen' } },
      },
      may: { any: [{ side: 'integrator' }, { field: 'provider', in: 'parties' }] },
      audience: 'given',
      key: 'n',
    },
    serve: {
      label: { en: 'Keep the customers up to date', nl: 'Klanten bijhouden', de: 'Kunden fortschreiben' },
      fact: 'served',
      tells: { en: 'updated to whom it is promised', nl: 'heeft bijgewerkt aan wie de dienst is toegezegd', de: 'hat fortgeschrieben, wem er zugesagt ist' },
      from: ['draft', 'live', 'retired'],
      // Nobody but the product itself: an empty choice admits no person, and the system passes every scope but "nobody".
      may: { any: [] },
      silent: true,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'provider', in: 'parties' }, { field: 'customers', overlaps: 'parties' }] },
  parties: { customer: ['customers'], supplier: ['provider'] },
  refusals: {
    'service.code_not_slug': {
      en: 'A code has lowercase letters, digits, hyphens, dots or underscores and starts with a letter or digit, such as "tunnel-4".',
      nl: 'Een code heeft kleine letters, cijfers, streepjes, punten of underscores en begint met een letter of cijfer, zoals "tunnel-4".',
      de: 'Ein Code hat Kleinbuchstaben, Ziffern, Bindestriche, Punkte oder Unterstriche und beginnt mit Buchstabe oder Ziffer, etwa "tunnel-4".',
    },
    'service.alias_taken': {
      en: '"{alias}" already names {service}. A name that monitoring uses must point to one service.',
      nl: '"{alias}" is al een naam van {service}. Een naam uit de bewaking moet naar één dienst wijzen.',
      de: '"{alias}" benennt bereits {service}. Ein Name aus der Überwachung muss auf einen Service zeigen.',
    },
    'service.provider_ended': {
      en: '{provider} is ended and cannot answer for a service.',
      nl: '{provider} is beëindigd en kan niet voor een dienst instaan.',
      de: '{provider} ist beendet und kann nicht für einen Service einstehen.',
    },
    'service.team_elsewhere': {
      en: '{team} is not a team of the provider {provider}.',
      nl: '{team} is geen team van leverancier {provider}.',
      de: '{team} ist kein Team des Lieferanten {provider}.',
    },
    'service.compose.cycle': {
      en: 'A service cannot be part of itself. The circle is: {path}.',
      nl: 'Een dienst kan geen onderdeel van zichzelf zijn. De kring is: {path}.',
      de: 'Ein Service kann nicht Teil seiner selbst sein. Der Kreis ist: {path}.',
    },
    'service.compose.unknown_part': {
      en: '{part} is not a service. Choose an existing service for each part.',
      nl: '{part} is geen dienst. Kies voor elk onderdeel een bestaande dienst.',
      de: '{part} ist kein Service. Wählen Sie für jeden Teil einen vorhandenen Service.',
    },
    'service.compose.retired_part': {
      en: '{part} is retired. Choose a service that is live or in preparation.',
      nl: '{part} is uit productie. Kies een dienst die in productie of in voorbereiding is.',
      de: '{part} ist außer Betrieb. Wählen Sie einen Service, der in Betrieb oder in Vorbereitung ist.',
    },
    'service.compose.too_large': {
      en: 'A composition has at most {most} parts and {deep} levels of grouping. Make a service of its own for a group.',
      nl: 'Een samenstelling heeft hoogstens {most} onderdelen en {deep} niveaus. Maak van een groep een eigen dienst.',
      de: 'Eine Zusammensetzung hat höchstens {most} Teile und {deep} Ebenen. Machen Sie aus einer Gruppe einen eigenen Service.',
    },
    'service.compose.fault': {
      en: 'The composition is not right: {fault}',
      nl: 'De samenstelling klopt niet: {fault}',
      de: 'Die Zusammensetzung stimmt nicht: {fault}',
    },
    'service.launch.part_not_live': {
      en: '{part} is not in production yet. Take the parts into production first.',
      nl: '{part} is nog niet in productie. Neem eerst de onderdelen in productie.',
      de: '{part} ist noch nicht in Betrieb. Nehmen Sie zuerst die Teile in Betrieb.',
    },
    'service.retire.still_part': {
      en: '{whole} needs this service. Compose that one anew before retiring this one.',
      nl: '{whole} heeft deze dienst nodig. Stel die eerst opnieuw samen.',
      de: '{whole} braucht diesen Service. Setzen Sie jenen zuerst neu zusammen.',
    },
    'service.retire.still_promised': {
      en: 'It is still promised to {customer}. End that promise first.',
      nl: 'De dienst is nog toegezegd aan {customer}. Beëindig eerst die afspraak.',
      de: 'Er ist noch {customer} zugesagt. Beenden Sie zuerst diese Zusage.',
    },
  },
});
