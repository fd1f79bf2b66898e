// Risk appetite: up to which score the house may accept a risk by itself, for a customer, a service, both, or in general.
import { define } from '../../kernel/record.ts';
import { deciders, insiders, note, reason } from './scopes.ts';

export const riskAppetite = define({
  name: 'risk_appetite',
  plural: 'risk_appetites',
  practice: 'risk',
  level: 'strategic',
  prefix: 'RAP',
  label: { en: 'Risk appetite', nl: 'Risicobereidheid', de: 'Risikobereitschaft' },
  plural_label: { en: 'Risk appetites', nl: 'Risicobereidheid', de: 'Risikobereitschaft' },
  means: {
    en: 'Up to which score a risk may be accepted without an executive. What names most counts: customer and service, then service, then customer, then neither.',
    nl: 'Tot welke score een risico zonder directie mag worden aanvaard. Wat het meest noemt telt: klant en dienst, dan dienst, dan klant, dan geen van beide.',
    de: 'Bis zu welchem Wert ein Risiko ohne Leitung akzeptiert werden darf. Was am meisten nennt, zählt: Kunde und Service, dann Service, dann Kunde, dann keines.',
  },
  title: 'name',
  initial: 'in_force',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    customer: { kind: 'ref', to: 'organisation', listed: true, label: { en: 'Customer', nl: 'Klant', de: 'Kunde' } },
    service: { kind: 'ref', to: 'service', listed: true, label: { en: 'Service', nl: 'Dienst', de: 'Service' } },
    most: { kind: 'integer', required: true, min: 1, max: 25, listed: true, label: { en: 'Highest score', nl: 'Hoogste score', de: 'Höchster Wert' } },
    because: { kind: 'prose', max: 5_000, label: { en: 'Because', nl: 'Omdat', de: 'Weil' } },
  },
  states: {
    in_force: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Set a risk appetite', nl: 'Risicobereidheid bepalen', de: 'Risikobereitschaft festlegen' },
      tells: { en: 'set the appetite at {most}', nl: 'bepaalde de risicobereidheid op {most}', de: 'legte die Risikobereitschaft auf {most} fest' },
      needs: ['name', 'most'],
      takes: ['customer', 'service', 'because'],
      may: deciders,
    },
    edit: {
      fact: 'edited',
      prominent: 1,
      key: 'e',
      label: { en: 'Change', nl: 'Wijzigen', de: 'Ändern' },
      tells: { en: 'changed the appetite', nl: 'wijzigde de risicobereidheid', de: 'änderte die Risikobereitschaft' },
      takes: ['name', 'most', 'because'],
      may: deciders,
    },
    end: {
      fact: 'ended',
      from: ['in_force'],
      to: 'ended',
      final: true,
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      tells: { en: 'ended this appetite', nl: 'beëindigde deze risicobereidheid', de: 'beendete diese Risikobereitschaft' },
      input: { note: reason },
      may: deciders,
    },
    note: {
      fact: 'noted',
      from: ['in_force', 'ended'],
      key: 'n',
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: insiders,
    },
  },
  see: insiders,
  refusals: {
    'risk_appetite.taken': {
      en: '{other} is about the same customer and service already; change that one.',
      nl: '{other} gaat al over dezelfde klant en dienst; wijzig die.',
      de: '{other} betrifft bereits denselben Kunden und Service; ändern Sie jene.',
    },
  },
});
