// The organisation record: a company, agency or department that is party to promises; what it is to whom is said by each link, never by a type.
import { define } from '../../kernel/record.ts';
import { languageOptions } from './language.ts';
import { contractManagers } from './scopes.ts';

export const organisation = define({
  name: 'organisation',
  plural: 'organisations',
  practice: 'organisation',
  level: 'tactical',
  prefix: 'ORG',
  label: { en: 'Organisation', nl: 'Organisatie', de: 'Organisation' },
  plural_label: { en: 'Organisations', nl: 'Organisaties', de: 'Organisationen' },
  means: {
    en: 'A party: customer on one link, provider on another. Promises say which.',
    nl: 'Een partij: klant in de ene relatie, leverancier in de andere. De afspraken zeggen welke.',
    de: 'Eine Partei: Kunde in der einen Beziehung, Lieferant in der anderen. Die Zusagen sagen, welche.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    code: {
      kind: 'text',
      label: { en: 'Short code', nl: 'Korte code', de: 'Kurzcode' },
      means: {
        en: 'Lowercase letters, digits and hyphens, such as "waterschap-noord"; used in imports and addresses.',
        nl: 'Kleine letters, cijfers en streepjes, zoals "waterschap-noord"; gebruikt bij import en in adressen.',
        de: 'Kleinbuchstaben, Ziffern und Bindestriche, etwa "waterschap-noord"; für Importe und Adressen.',
      },
      required: true,
      search: 'A',
      sorts: true,
      listed: true,
      max: 63,
    },
    language: {
      kind: 'choice',
      label: { en: 'Language', nl: 'Taal', de: 'Sprache' },
      means: {
        en: 'The language we write to them in, unless a person chose another.',
        nl: 'De taal waarin we hen schrijven, tenzij iemand een andere koos.',
        de: 'Die Sprache, in der wir schreiben, sofern eine Person keine andere gewählt hat.',
      },
      options: languageOptions,
      required: true,
      listed: true,
    },
    zone: { kind: 'zone', label: { en: 'Time zone', nl: 'Tijdzone', de: 'Zeitzone' }, required: true },
    phone: { kind: 'text', label: { en: 'Phone', nl: 'Telefoon', de: 'Telefon' }, listed: true, max: 40 },
    email: { kind: 'email', label: { en: 'E-mail', nl: 'E-mail', de: 'E-Mail' } },
    address: { kind: 'prose', label: { en: 'Address', nl: 'Adres', de: 'Anschrift' }, max: 1000 },
    parent: {
      kind: 'ref',
      to: 'organisation',
      label: { en: 'Part of', nl: 'Onderdeel van', de: 'Teil von' },
      means: {
        en: 'The organisation this one belongs to, for example a ministry.',
        nl: 'De organisatie waar deze toe behoort, bijvoorbeeld een ministerie.',
        de: 'Die Organisation, zu der diese gehört, etwa ein Ministerium.',
      },
    },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Add organisation', nl: 'Organisatie toevoegen', de: 'Organisation anlegen' },
      fact: 'added',
      tells: { en: 'added this organisation', nl: 'heeft deze organisatie toegevoegd', de: 'hat diese Organisation angelegt' },
      opens: true,
      needs: ['name', 'code', 'language', 'zone'],
      takes: ['phone', 'email', 'address', 'parent'],
      may: contractManagers,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'code', 'language', 'zone', 'phone', 'email', 'address', 'parent'],
      may: contractManagers,
      prominent: 1,
      key: 'e',
    },
    end: {
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      fact: 'ended',
      tells: {
        en: 'ended the relation with this organisation',
        nl: 'heeft de relatie met deze organisatie beëindigd',
        de: 'hat die Beziehung zu dieser Organisation beendet',
      },
      from: ['active'],
      to: 'ended',
      input: { note: { kind: 'prose', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
      may: contractManagers,
    },
    reopen: {
      label: { en: 'Reactivate', nl: 'Heractiveren', de: 'Reaktivieren' },
      fact: 'reopened',
      tells: {
        en: 'took up the relation with this organisation again',
        nl: 'heeft de relatie met deze organisatie hervat',
        de: 'hat die Beziehung zu dieser Organisation wieder aufgenommen',
      },
      from: ['ended'],
      to: 'active',
      may: contractManagers,
      prominent: 1,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'id', in: 'parties' }] },
  refusals: {
    'organisation.code_not_slug': {
      en: 'A short code has lowercase letters, digits and hyphens only and starts with a letter or digit, such as "waterschap-noord".',
      nl: 'Een korte code heeft alleen kleine letters, cijfers en streepjes en begint met een letter of cijfer, zoals "waterschap-noord".',
      de: 'Ein Kurzcode hat nur Kleinbuchstaben, Ziffern und Bindestriche und beginnt mit Buchstabe oder Ziffer, etwa "waterschap-noord".',
    },
    'organisation.parent_cycle': {
      en: 'It cannot be part of {parent}: that organisation is itself part of this one.',
      nl: 'Dit kan geen onderdeel zijn van {parent}: die organisatie is zelf onderdeel van deze.',
      de: 'Sie kann nicht Teil von {parent} sein: jene Organisation ist selbst Teil dieser.',
    },
    'organisation.end.is_house': {
      en: 'This organisation runs the installation as integrator and cannot be ended. Name another integrator first.',
      nl: 'Deze organisatie voert als regisseur de installatie en kan niet worden beëindigd. Wijs eerst een andere regisseur aan.',
      de: 'Diese Organisation betreibt die Installation als Integrator und kann nicht beendet werden. Benennen Sie zuerst einen anderen Integrator.',
    },
  },
});
