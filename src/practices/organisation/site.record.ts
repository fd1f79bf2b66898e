// The site record: a place where an organisation uses or delivers services.
import { define } from '../../kernel/record.ts';
import { anyManagerOrDesk, ownManagers, ownManagersAndDesk } from './scopes.ts';

export const site = define({
  name: 'site',
  plural: 'sites',
  practice: 'organisation',
  level: 'operational',
  prefix: 'SITE',
  label: { en: 'Site', nl: 'Locatie', de: 'Standort' },
  plural_label: { en: 'Sites', nl: 'Locaties', de: 'Standorte' },
  means: {
    en: 'A place where an organisation uses or delivers services.',
    nl: 'Een plek waar een organisatie diensten gebruikt of levert.',
    de: 'Ein Ort, an dem eine Organisation Dienste nutzt oder erbringt.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    organisation: { kind: 'ref', to: 'organisation', label: { en: 'Organisation', nl: 'Organisatie', de: 'Organisation' }, required: true, listed: true },
    address: { kind: 'prose', label: { en: 'Address', nl: 'Adres', de: 'Anschrift' }, search: 'B', listed: true, max: 1000 },
    zone: {
      kind: 'zone',
      label: { en: 'Time zone', nl: 'Tijdzone', de: 'Zeitzone' },
      means: {
        en: 'Only when it differs from the organisation’s.',
        nl: 'Alleen als die afwijkt van die van de organisatie.',
        de: 'Nur wenn sie von der der Organisation abweicht.',
      },
    },
  },
  states: {
    active: { label: { en: 'In use', nl: 'In gebruik', de: 'In Nutzung' }, tone: 'good' },
    ended: { label: { en: 'Closed down', nl: 'Opgeheven', de: 'Aufgegeben' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Add site', nl: 'Locatie toevoegen', de: 'Standort anlegen' },
      fact: 'added',
      tells: { en: 'added this site', nl: 'heeft deze locatie toegevoegd', de: 'hat diesen Standort angelegt' },
      opens: true,
      needs: ['name', 'organisation'],
      takes: ['address', 'zone'],
      may: anyManagerOrDesk,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'address', 'zone'],
      may: ownManagersAndDesk,
      prominent: 1,
      key: 'e',
    },
    end: {
      label: { en: 'Close down', nl: 'Opheffen', de: 'Aufgeben' },
      fact: 'ended',
      tells: { en: 'closed this site down', nl: 'heeft deze locatie opgeheven', de: 'hat diesen Standort aufgegeben' },
      from: ['active'],
      to: 'ended',
      may: ownManagers,
    },
    reopen: {
      label: { en: 'Use again', nl: 'Weer in gebruik nemen', de: 'Wieder nutzen' },
      fact: 'reopened',
      tells: { en: 'took this site into use again', nl: 'heeft deze locatie weer in gebruik genomen', de: 'hat diesen Standort wieder in Nutzung genommen' },
      from: ['ended'],
      to: 'active',
      may: ownManagers,
      prominent: 1,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'organisation', in: 'parties' }] },
  refusals: {
    'site.not_your_organisation': {
      en: 'You can add sites to your own organisation only.',
      nl: 'U kunt alleen locaties toevoegen aan uw eigen organisatie.',
      de: 'Sie können nur Standorte der eigenen Organisation anlegen.',
    },
    'site.organisation_ended': {
      en: '{organisation} is ended: no site can be added to it.',
      nl: '{organisation} is beëindigd: er kan geen locatie bij.',
      de: '{organisation} ist beendet: es kann kein Standort hinzukommen.',
    },
  },
});
