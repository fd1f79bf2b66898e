// The team record: people of one organisation who share a queue of work.
import { define } from '../../kernel/record.ts';
import { anyManager, ownManagers } from './scopes.ts';

export const team = define({
  name: 'team',
  plural: 'teams',
  practice: 'organisation',
  level: 'operational',
  prefix: 'TEAM',
  label: { en: 'Team', nl: 'Team', de: 'Team' },
  plural_label: { en: 'Teams', nl: 'Teams', de: 'Teams' },
  means: {
    en: 'People of one organisation who share a queue of work.',
    nl: 'Mensen van één organisatie die een werkvoorraad delen.',
    de: 'Leute einer Organisation, die sich einen Arbeitsvorrat teilen.',
  },
  title: 'name',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 120 },
    organisation: { kind: 'ref', to: 'organisation', label: { en: 'Organisation', nl: 'Organisatie', de: 'Organisation' }, required: true, listed: true },
    email: {
      kind: 'email',
      label: { en: 'Mailbox', nl: 'Mailbox', de: 'Postfach' },
      means: { en: 'Where the whole team is reached.', nl: 'Waar het hele team te bereiken is.', de: 'Wo das ganze Team erreichbar ist.' },
      listed: true,
    },
    lead: { kind: 'ref', to: 'person', label: { en: 'Team lead', nl: 'Teamleider', de: 'Teamleitung' }, listed: true },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    ended: { label: { en: 'Dissolved', nl: 'Opgeheven', de: 'Aufgelöst' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Add team', nl: 'Team toevoegen', de: 'Team anlegen' },
      fact: 'added',
      tells: { en: 'added this team', nl: 'heeft dit team toegevoegd', de: 'hat dieses Team angelegt' },
      opens: true,
      needs: ['name', 'organisation'],
      takes: ['email', 'lead'],
      may: anyManager,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'email', 'lead'],
      may: ownManagers,
      prominent: 1,
      key: 'e',
    },
    end: {
      label: { en: 'Dissolve', nl: 'Opheffen', de: 'Auflösen' },
      fact: 'ended',
      tells: { en: 'dissolved this team', nl: 'heeft dit team opgeheven', de: 'hat dieses Team aufgelöst' },
      from: ['active'],
      to: 'ended',
      may: ownManagers,
    },
    reopen: {
      label: { en: 'Form again', nl: 'Opnieuw vormen', de: 'Neu bilden' },
      fact: 'reopened',
      tells: { en: 'formed this team again', nl: 'heeft dit team opnieuw gevormd', de: 'hat dieses Team neu gebildet' },
      from: ['ended'],
      to: 'active',
      may: ownManagers,
      prominent: 1,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'organisation', in: 'parties' }] },
  refusals: {
    'team.not_your_organisation': {
      en: 'You can add teams to your own organisation only.',
      nl: 'U kunt alleen teams toevoegen aan uw eigen organisatie.',
      de: 'Sie können nur Teams der eigenen Organisation anlegen.',
    },
    'team.organisation_ended': {
      en: '{organisation} is ended: no team can be added to it.',
      nl: '{organisation} is beëindigd: er kan geen team bij.',
      de: '{organisation} ist beendet: es kann kein Team hinzukommen.',
    },
    'team.lead_has_left': {
      en: '{lead} has left and cannot lead a team.',
      nl: '{lead} is vertrokken en kan geen team leiden.',
      de: '{lead} ist ausgeschieden und kann kein Team leiten.',
    },
    'team.end.has_members': {
      en: '{count} people still have a role in this team. End those first, so that nobody’s work disappears from sight.',
      nl: '{count} mensen hebben nog een rol in dit team. Beëindig die eerst, zodat niemands werk uit beeld raakt.',
      de: '{count} Personen haben noch eine Rolle in diesem Team. Beenden Sie diese zuerst, damit keine Arbeit aus dem Blick gerät.',
    },
  },
});
