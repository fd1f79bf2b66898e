// The membership record: the role that a person has for an organisation, in one of its teams or for the whole of it.
import { define } from '../../kernel/record.ts';
import { anyManager, ownManagers } from './scopes.ts';

export const membership = define({
  name: 'membership',
  plural: 'memberships',
  practice: 'organisation',
  level: 'operational',
  prefix: 'MEM',
  label: { en: 'Role', nl: 'Rol', de: 'Rolle' },
  plural_label: { en: 'Roles', nl: 'Rollen', de: 'Rollen' },
  means: {
    en: 'What a person may do for an organisation: a role, in one team or for the whole of it.',
    nl: 'Wat iemand voor een organisatie mag doen: een rol, in één team of voor het geheel.',
    de: 'Was eine Person für eine Organisation darf: eine Rolle, in einem Team oder für das Ganze.',
  },
  title: 'role',
  fields: {
    person: { kind: 'ref', to: 'person', label: { en: 'Person', nl: 'Persoon', de: 'Person' }, required: true, listed: true },
    organisation: {
      kind: 'ref',
      to: 'organisation',
      label: { en: 'For organisation', nl: 'Voor organisatie', de: 'Für Organisation' },
      required: true,
      listed: true,
    },
    team: {
      kind: 'ref',
      to: 'team',
      label: { en: 'In team', nl: 'In team', de: 'Im Team' },
      means: { en: 'Empty: for the whole organisation.', nl: 'Leeg: voor de hele organisatie.', de: 'Leer: für die ganze Organisation.' },
      listed: true,
    },
    role: {
      kind: 'choice',
      label: { en: 'Role', nl: 'Rol', de: 'Rolle' },
      options: {
        administrator: { en: 'Administrator', nl: 'Beheerder', de: 'Administration' },
        service_level_manager: { en: 'Service level manager', nl: 'Servicelevelmanager', de: 'Service-Level-Management' },
        process_manager: { en: 'Process manager', nl: 'Procesmanager', de: 'Prozessmanagement' },
        agent: { en: 'Service desk agent', nl: 'Servicedeskmedewerker', de: 'Service-Desk' },
        executive: { en: 'Executive', nl: 'Directie', de: 'Leitung' },
        customer_manager: { en: 'Customer manager', nl: 'Contractmanager van de klant', de: 'Vertragsmanagement des Kunden' },
        customer_user: { en: 'User', nl: 'Gebruiker', de: 'Anwender' },
        supplier_manager: { en: 'Supplier manager', nl: 'Manager van de leverancier', de: 'Leitung beim Lieferanten' },
        supplier_agent: { en: 'Supplier engineer', nl: 'Medewerker van de leverancier', de: 'Fachkraft des Lieferanten' },
      },
      required: true,
      search: 'A',
      sorts: true,
      listed: true,
    },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, ends: true, tone: 'neutral' },
  },
  initial: 'active',
  commands: {
    open: {
      label: { en: 'Give a role', nl: 'Rol geven', de: 'Rolle vergeben' },
      fact: 'given',
      tells: { en: 'gave this role', nl: 'heeft deze rol gegeven', de: 'hat diese Rolle vergeben' },
      opens: true,
      needs: ['person', 'organisation', 'role'],
      takes: ['team'],
      may: anyManager,
    },
    end: {
      label: { en: 'End role', nl: 'Rol beëindigen', de: 'Rolle beenden' },
      fact: 'ended',
      tells: { en: 'ended this role', nl: 'heeft deze rol beëindigd', de: 'hat diese Rolle beendet' },
      from: ['active'],
      to: 'ended',
      may: ownManagers,
      prominent: 1,
    },
    rejoin: {
      label: { en: 'Give again', nl: 'Opnieuw geven', de: 'Erneut vergeben' },
      fact: 'given_again',
      tells: { en: 'gave this role again', nl: 'heeft deze rol opnieuw gegeven', de: 'hat diese Rolle erneut vergeben' },
      from: ['ended'],
      to: 'active',
      may: ownManagers,
    },
  },
  see: { any: [{ side: 'integrator' }, { field: 'organisation', in: 'parties' }, { field: 'person', is: 'person' }] },
  refusals: {
    'membership.not_your_organisation': {
      en: 'You can give roles to people of your own organisation only.',
      nl: 'U kunt alleen rollen geven aan mensen van uw eigen organisatie.',
      de: 'Sie können Rollen nur an Personen der eigenen Organisation vergeben.',
    },
    'membership.role_above_yours': {
      en: 'Only an administrator can give or end the role {role}.',
      nl: 'Alleen een beheerder kan de rol {role} geven of beëindigen.',
      de: 'Nur die Administration kann die Rolle {role} vergeben oder beenden.',
    },
    'membership.role_not_yours_to_give': {
      en: 'The role {role} is not yours to give or end. You may give: {options}.',
      nl: 'De rol {role} mag u niet geven of beëindigen. U mag geven: {options}.',
      de: 'Die Rolle {role} dürfen Sie weder vergeben noch beenden. Sie dürfen vergeben: {options}.',
    },
    'membership.role_of_the_house': {
      en: 'The role {role} exists only in the integrating organisation. Choose one of: {options}.',
      nl: 'De rol {role} bestaat alleen bij de regisserende organisatie. Kies een van: {options}.',
      de: 'Die Rolle {role} gibt es nur in der integrierenden Organisation. Wählen Sie: {options}.',
    },
    'membership.role_of_others': {
      en: 'The role {role} is for people of customers and suppliers. Choose one of: {options}.',
      nl: 'De rol {role} is voor mensen van klanten en leveranciers. Kies een van: {options}.',
      de: 'Die Rolle {role} ist für Personen von Kunden und Lieferanten. Wählen Sie: {options}.',
    },
    'membership.team_elsewhere': {
      en: '{team} is not a team of {organisation}.',
      nl: '{team} is geen team van {organisation}.',
      de: '{team} ist kein Team von {organisation}.',
    },
    'membership.team_ended': {
      en: '{team} is dissolved and takes no new members.',
      nl: '{team} is opgeheven en neemt geen nieuwe leden op.',
      de: '{team} ist aufgelöst und nimmt niemanden mehr auf.',
    },
    'membership.person_has_left': {
      en: '{person} has left. Record that they are back before giving a role.',
      nl: '{person} is vertrokken. Leg eerst vast dat deze persoon terug is.',
      de: '{person} ist ausgeschieden. Vermerken Sie zuerst die Rückkehr.',
    },
    'membership.organisation_ended': {
      en: '{organisation} is ended: no role can be given for it.',
      nl: '{organisation} is beëindigd: er kan geen rol voor worden gegeven.',
      de: '{organisation} ist beendet: dafür kann keine Rolle vergeben werden.',
    },
    'membership.end.is_last_administrator': {
      en: 'This is the last administrator role. Give it to somebody else first.',
      nl: 'Dit is de laatste beheerdersrol. Geef die eerst aan iemand anders.',
      de: 'Das ist die letzte Administrationsrolle. Vergeben Sie sie zuerst an jemand anderen.',
    },
  },
});
