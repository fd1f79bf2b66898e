// What a forum is: a board, review, working group or process forum with a charter, members of several parties and a cadence.
import { define } from '../../kernel/record.ts';
import { forumFields } from './forum.fields.ts';
import { chairs, managers, note, table, why } from './scopes.ts';

const settings = ['name', 'level', 'purpose', 'decides', 'chair', 'members', 'parties', 'open_table', 'cadence', 'starts_on', 'begins', 'calendar'] as const;
const rules = ['escalates_to', 'escalates_after', 'points', 'obligations'] as const;

export const forum = define({
  name: 'forum',
  plural: 'forums',
  practice: 'governance',
  level: 'tactical',
  prefix: 'FRM',
  label: { en: 'forum', nl: 'overleg', de: 'Forum' },
  plural_label: { en: 'forums', nl: 'overleggen', de: 'Foren' },
  means: {
    en: 'Where people of several parties decide together at one level: a board, a review, a working group or a process forum.',
    nl: 'Waar mensen van verschillende partijen samen besluiten op één niveau: een bestuur, een review, een werkgroep of een procesoverleg.',
    de: 'Wo Menschen mehrerer Parteien auf einer Ebene gemeinsam entscheiden: Gremium, Review, Arbeitsgruppe oder Prozessforum.',
  },
  title: 'name',
  initial: 'active',
  fields: forumFields,
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, tone: 'neutral', ends: true },
  },
  see: table,
  parties: { customer: ['customer'], supplier: ['parties'] },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Set up a forum', nl: 'Overleg instellen', de: 'Forum einrichten' },
      tells: { en: 'set up this forum', nl: 'stelde dit overleg in', de: 'richtete dieses Forum ein' },
      needs: ['name', 'kind', 'level', 'chair', 'members', 'cadence'],
      takes: ['customer', 'purpose', 'decides', 'parties', 'open_table', 'starts_on', 'begins', 'calendar', ...rules],
      may: managers,
    },
    edit: {
      fact: 'edited',
      prominent: 2,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this forum', nl: 'wijzigde dit overleg', de: 'änderte dieses Forum' },
      takes: [...settings, ...rules],
      may: chairs,
    },
    attest: {
      fact: 'attested',
      prominent: 4,
      label: { en: 'Record an obligation', nl: 'Nakoming vastleggen', de: 'Einhaltung festhalten' },
      tells: { en: 'recorded about {code}: {text}', nl: 'legde vast over {code}: {text}', de: 'hielt zu {code} fest: {text}' },
      needs: ['code', 'on', 'kept'],
      takes: ['record', 'text'],
      input: {
        code: { kind: 'text', max: 40, label: { en: 'Obligation', nl: 'Verplichting', de: 'Pflicht' } },
        on: { kind: 'date', label: { en: 'On', nl: 'Op', de: 'Am' } },
        kept: { kind: 'boolean', label: { en: 'Was kept', nl: 'Is nagekomen', de: 'Wurde eingehalten' } },
        record: { kind: 'ref', to: '*', label: { en: 'Shown by', nl: 'Blijkt uit', de: 'Belegt durch' } },
        text: { kind: 'text', max: 1_000, label: { en: 'What happened', nl: 'Wat er gebeurde', de: 'Was geschah' } },
      },
      may: chairs,
    },
    end: {
      fact: 'ended',
      from: ['active'],
      to: 'ended',
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      tells: { en: 'ended this forum', nl: 'beëindigde dit overleg', de: 'beendete dieses Forum' },
      needs: ['note'],
      input: { note: why },
      may: managers,
    },
    reopen: {
      fact: 'reopened',
      from: ['ended'],
      to: 'active',
      prominent: 1,
      label: { en: 'Take up again', nl: 'Hervatten', de: 'Wieder aufnehmen' },
      tells: { en: 'took up this forum again', nl: 'hervatte dit overleg', de: 'nahm dieses Forum wieder auf' },
      may: managers,
    },
    note: {
      fact: 'noted',
      from: ['active', 'ended'],
      prominent: 6,
      key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: chairs,
    },
  },
  refusals: {
    'forum.customer_missing': {
      en: 'customer: a service review that has a customer at the table says which; leave out customer only for a review of a supplier.',
      nl: 'customer: een servicereview met een klant aan tafel zegt welke; laat customer alleen weg bij een review van een leverancier.',
      de: 'customer: ein Service-Review mit einem Kunden am Tisch nennt ihn; lassen Sie customer nur bei einem Review mit einem Lieferanten weg.',
    },
    'forum.customer_only_in_review': {
      en: 'customer belongs to a service review; choose kind "review" or leave customer out.',
      nl: 'customer hoort bij een servicereview; kies kind "review" of laat customer weg.',
      de: 'customer gehört zu einem Service-Review; wählen Sie kind "review" oder lassen Sie customer weg.',
    },
    'forum.review_of_one': {
      en: 'parties: a service review is between the house and {customer}; {other} has no place in it.',
      nl: 'parties: een servicereview is tussen het huis en {customer}; {other} hoort daar niet bij.',
      de: 'parties: ein Service-Review ist zwischen dem Haus und {customer}; {other} gehört nicht dazu.',
    },
    'forum.parties_mixed': {
      en: 'parties: {customer} is a customer and {supplier} a supplier. Make two forums, or set open_table: then they learn of each other.',
      nl: 'parties: {customer} is klant en {supplier} leverancier. Maak twee overleggen, of zet open_table aan: dan leren zij van elkaar.',
      de: 'parties: {customer} ist Kunde und {supplier} Lieferant. Richten Sie zwei Foren ein oder setzen Sie open_table: dann erfahren sie voneinander.',
    },
    'forum.begins_not_time': {
      en: 'begins must be a time of day such as 10:00.',
      nl: 'begins moet een tijd zijn, zoals 10:00.',
      de: 'begins muss eine Uhrzeit sein, etwa 10:00.',
    },
    'forum.needs_first_day': {
      en: 'starts_on: with a cadence, say from which day the meetings are counted.',
      nl: 'starts_on: noem bij een ritme de dag vanaf welke de vergaderingen tellen.',
      de: 'starts_on: nennen Sie bei einem Rhythmus den Tag, ab dem die Sitzungen zählen.',
    },
    'forum.unknown_point': {
      en: 'points: "{point}" is nothing that can be asked. Choose from: {options}.',
      nl: 'points: "{point}" kan niet worden gevraagd. Kies uit: {options}.',
      de: 'points: "{point}" lässt sich nicht abfragen. Wählen Sie aus: {options}.',
    },
    'forum.escalates_in_circle': {
      en: 'escalates_to: {forum} escalates to this one; choose a forum above both.',
      nl: 'escalates_to: {forum} escaleert naar dit overleg; kies een overleg boven beide.',
      de: 'escalates_to: {forum} eskaliert an dieses; wählen Sie ein Forum über beiden.',
    },
    'forum.obligation_twice': {
      en: 'obligations: the code {code} stands there twice; each obligation has its own.',
      nl: 'obligations: de code {code} staat er twee keer; elke verplichting heeft een eigen code.',
      de: 'obligations: der Code {code} steht zweimal da; jede Pflicht hat ihren eigenen.',
    },
    'forum.obligation_without_customer': {
      en: 'obligations are those of a customer: this forum has none.',
      nl: 'obligations zijn die van een klant: dit overleg heeft er geen.',
      de: 'obligations sind die eines Kunden: dieses Forum hat keinen.',
    },
    'forum.attest.unknown': {
      en: 'code: {code} is no obligation of this forum. Choose from: {options}.',
      nl: 'code: {code} is geen verplichting van dit overleg. Kies uit: {options}.',
      de: 'code: {code} ist keine Pflicht dieses Forums. Wählen Sie aus: {options}.',
    },
  },
});
