// The person record: somebody who reports, works on or manages services, whether or not they ever sign in.
import { define } from '../../kernel/record.ts';
import { languageOptions } from './language.ts';
import { anyManagerOrDesk, ownManagers, ownManagersAndDesk } from './scopes.ts';

export const person = define({
  name: 'person',
  plural: 'people',
  practice: 'organisation',
  level: 'operational',
  prefix: 'PER',
  label: { en: 'Person', nl: 'Persoon', de: 'Person' },
  plural_label: { en: 'People', nl: 'Mensen', de: 'Personen' },
  means: {
    en: 'Somebody who reports, works on or manages services, whether or not they ever sign in.',
    nl: 'Iemand die meldt, werkt aan diensten of ze beheert, of die nu ooit aanmeldt of niet.',
    de: 'Jemand, der meldet, an Diensten arbeitet oder sie verantwortet, ob mit oder ohne Anmeldung.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    email: {
      kind: 'email',
      label: { en: 'E-mail', nl: 'E-mail', de: 'E-Mail' },
      means: {
        en: 'Also the name to sign in with; nobody else has the same.',
        nl: 'Ook de aanmeldnaam; niemand anders heeft dezelfde.',
        de: 'Auch der Anmeldename; niemand sonst hat dieselbe.',
      },
      search: 'A',
      listed: true,
    },
    phone: { kind: 'text', label: { en: 'Phone', nl: 'Telefoon', de: 'Telefon' }, search: 'B', listed: true, max: 40 },
    organisation: { kind: 'ref', to: 'organisation', label: { en: 'Organisation', nl: 'Organisatie', de: 'Organisation' }, required: true, listed: true },
    site: { kind: 'ref', to: 'site', label: { en: 'Site', nl: 'Locatie', de: 'Standort' }, listed: true },
    language: {
      kind: 'choice',
      label: { en: 'Language', nl: 'Taal', de: 'Sprache' },
      means: { en: 'Empty: the organisation’s language.', nl: 'Leeg: de taal van de organisatie.', de: 'Leer: die Sprache der Organisation.' },
      options: languageOptions,
    },
    zone: {
      kind: 'zone',
      label: { en: 'Time zone', nl: 'Tijdzone', de: 'Zeitzone' },
      means: {
        en: 'Empty: the site’s, else the organisation’s.',
        nl: 'Leeg: die van de locatie, anders die van de organisatie.',
        de: 'Leer: die des Standorts, sonst die der Organisation.',
      },
    },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    left: { label: { en: 'Left', nl: 'Vertrokken', de: 'Ausgeschieden' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Add person', nl: 'Persoon toevoegen', de: 'Person anlegen' },
      fact: 'added',
      tells: { en: 'added this person', nl: 'heeft deze persoon toegevoegd', de: 'hat diese Person angelegt' },
      opens: true,
      needs: ['name', 'organisation'],
      takes: ['email', 'phone', 'site', 'language', 'zone'],
      may: anyManagerOrDesk,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'phone', 'site', 'language', 'zone'],
      may: { any: [ownManagersAndDesk, { field: 'id', is: 'person' }] },
      prominent: 1,
      key: 'e',
    },
    readdress: {
      label: { en: 'Change sign-in address', nl: 'Aanmeldadres wijzigen', de: 'Anmeldeadresse ändern' },
      fact: 'readdressed',
      tells: { en: 'changed the e-mail address', nl: 'heeft het e-mailadres gewijzigd', de: 'hat die E-Mail-Adresse geändert' },
      takes: ['email'],
      may: {
        any: [
          { all: [{ side: 'integrator' }, { role: ['administrator'] }] },
          { all: [{ role: ['customer_manager', 'supplier_manager'] }, { field: 'organisation', in: 'parties' }] },
        ],
      },
    },
    leave: {
      label: { en: 'Has left', nl: 'Is vertrokken', de: 'Ist ausgeschieden' },
      fact: 'left',
      tells: {
        en: 'recorded that this person has left',
        nl: 'heeft vastgelegd dat deze persoon vertrokken is',
        de: 'hat vermerkt, dass diese Person ausgeschieden ist',
      },
      from: ['active'],
      to: 'left',
      may: ownManagers,
    },
    rejoin: {
      label: { en: 'Is back', nl: 'Is terug', de: 'Ist zurück' },
      fact: 'rejoined',
      tells: { en: 'recorded that this person is back', nl: 'heeft vastgelegd dat deze persoon terug is', de: 'hat vermerkt, dass diese Person zurück ist' },
      from: ['left'],
      to: 'active',
      may: ownManagers,
      prominent: 1,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'organisation', in: 'parties' }, { field: 'id', is: 'person' }] },
  refusals: {
    'person.not_your_organisation': {
      en: 'You can add people to your own organisation only.',
      nl: 'U kunt alleen mensen toevoegen aan uw eigen organisatie.',
      de: 'Sie können nur Personen der eigenen Organisation anlegen.',
    },
    'person.organisation_ended': {
      en: '{organisation} is ended: nobody can be added to it.',
      nl: '{organisation} is beëindigd: er kan niemand bij.',
      de: '{organisation} ist beendet: es kann niemand hinzukommen.',
    },
    'person.site_elsewhere': {
      en: '{site} belongs to another organisation. Choose a site of {organisation}.',
      nl: '{site} hoort bij een andere organisatie. Kies een locatie van {organisation}.',
      de: '{site} gehört zu einer anderen Organisation. Wählen Sie einen Standort von {organisation}.',
    },
    'person.leave.is_last_administrator': {
      en: 'This is the last administrator. Give somebody else that role first.',
      nl: 'Dit is de laatste beheerder. Geef eerst iemand anders die rol.',
      de: 'Das ist die letzte Person mit Administrationsrolle. Geben Sie diese Rolle zuerst jemand anderem.',
    },
  },
});
