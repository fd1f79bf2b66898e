// The relation of items and services to one another: what needs what, is hosted on it, connects to it or contains it, from when to when.
import { define } from '../../kernel/record.ts';
import { integrator, keepers, note, why } from './scopes.ts';

export const relationKinds = {
  needs: { en: 'needs', nl: 'heeft nodig', de: 'benötigt' },
  any_of: { en: 'needs one of', nl: 'heeft een nodig van', de: 'benötigt eines von' },
  k_of_n: { en: 'needs some of', nl: 'heeft een aantal nodig van', de: 'benötigt mehrere von' },
  hosted_on: { en: 'is hosted on', nl: 'draait op', de: 'läuft auf' },
  connects: { en: 'connects to', nl: 'is verbonden met', de: 'ist verbunden mit' },
  contains: { en: 'contains', nl: 'bevat', de: 'enthält' },
} as const;
export type RelationKind = keyof typeof relationKinds;

export const itemRelation = define({
  name: 'item_relation',
  plural: 'item_relations',
  practice: 'configuration',
  level: 'tactical',
  prefix: 'CIR',
  label: { en: 'Relation', nl: 'Relatie', de: 'Beziehung' },
  plural_label: { en: 'Relations', nl: 'Relaties', de: 'Beziehungen' },
  means: {
    en: 'How two items, or a service and an item, hang together. It is never changed: it is ended and made anew, so that the past stays readable.',
    nl: 'Hoe twee items, of een dienst en een item, samenhangen. Een relatie wijzigt nooit: ze eindigt en er komt een nieuwe, zodat het verleden leesbaar blijft.',
    de: 'Wie zwei Elemente, oder ein Service und ein Element, zusammenhängen. Sie wird nie geändert: sie endet und wird neu angelegt; so bleibt die Vergangenheit lesbar.',
  },
  title: 'title',
  initial: 'active',
  fields: {
    title: {
      kind: 'text',
      max: 420,
      search: 'A',
      label: { en: 'Title', nl: 'Titel', de: 'Titel' },
      means: {
        en: 'The names of both ends when it was made.',
        nl: 'De namen van beide kanten toen de relatie werd gelegd.',
        de: 'Die Namen beider Enden, als sie angelegt wurde.',
      },
    },
    subject: {
      kind: 'ref',
      to: '*',
      required: true,
      listed: true,
      label: { en: 'What', nl: 'Wat', de: 'Was' },
      means: { en: 'A service or an item.', nl: 'Een dienst of een item.', de: 'Ein Service oder ein Element.' },
    },
    kind: { kind: 'choice', options: relationKinds, required: true, listed: true, label: { en: 'Relation', nl: 'Relatie', de: 'Beziehung' } },
    object: {
      kind: 'ref',
      to: '*',
      required: true,
      listed: true,
      label: { en: 'To what', nl: 'Waarmee', de: 'Womit' },
      means: { en: 'A service or an item.', nl: 'Een dienst of een item.', de: 'Ein Service oder ein Element.' },
    },
    redundancy: {
      kind: 'text',
      max: 60,
      listed: true,
      label: { en: 'Redundancy group', nl: 'Redundantiegroep', de: 'Redundanzgruppe' },
      means: {
        en: 'Name of the group of which one or some are enough. For "needs one of" and "needs some of".',
        nl: 'Naam van de groep waarvan er een of een aantal genoeg is. Bij "heeft een nodig van" en "heeft een aantal nodig van".',
        de: 'Name der Gruppe, von der eines oder mehrere genügen. Bei "benötigt eines von" und "benötigt mehrere von".',
      },
    },
    need: {
      kind: 'integer',
      min: 1,
      max: 200,
      label: { en: 'How many are needed', nl: 'Hoeveel er nodig zijn', de: 'Wie viele nötig sind' },
      means: {
        en: 'Of the group; for "needs some of".',
        nl: 'Van de groep; bij "heeft een aantal nodig van".',
        de: 'Aus der Gruppe; bei "benötigt mehrere von".',
      },
    },
    source: { kind: 'text', required: true, max: 60, label: { en: 'Source', nl: 'Bron', de: 'Quelle' } },
    source_key: { kind: 'text', max: 300, label: { en: 'Key in the source', nl: 'Sleutel in de bron', de: 'Schlüssel in der Quelle' } },
    seen_at: { kind: 'instant', required: true, sorts: true, listed: true, label: { en: 'Last confirmed', nl: 'Laatst bevestigd', de: 'Zuletzt bestätigt' } },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Beëindigd', de: 'Beendet' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      label: { en: 'Relate', nl: 'Relatie leggen', de: 'Verbinden' },
      fact: 'opened',
      tells: { en: 'made this relation', nl: 'heeft deze relatie gelegd', de: 'hat diese Beziehung angelegt' },
      opens: true,
      needs: ['subject', 'kind', 'object'],
      takes: ['redundancy', 'need', 'source', 'source_key', 'seen_at'],
      input: { note },
      may: keepers,
    },
    confirm: {
      label: { en: 'Confirm', nl: 'Bevestigen', de: 'Bestätigen' },
      fact: 'confirmed',
      tells: { en: 'confirmed it', nl: 'heeft de relatie bevestigd', de: 'hat sie bestätigt' },
      input: { note },
      may: keepers,
      prominent: 1,
    },
    end: {
      label: { en: 'End', nl: 'Beëindigen', de: 'Beenden' },
      fact: 'ended',
      tells: { en: 'ended it', nl: 'heeft de relatie beëindigd', de: 'hat sie beendet' },
      from: ['active'],
      to: 'ended',
      final: true,
      input: { note: why },
      may: keepers,
      prominent: 2,
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['active', 'ended'],
      needs: ['note'],
      input: { note },
      may: keepers,
      key: 'n',
    },
  },
  see: integrator,
  refusals: {
    'item_relation.open.no_end': {
      en: '{field} must be a service (SVC-4) or an item (CI-12); {value} is neither.',
      nl: '{field} moet een dienst (SVC-4) of een item (CI-12) zijn; {value} is geen van beide.',
      de: '{field} muss ein Service (SVC-4) oder ein Element (CI-12) sein; {value} ist keines davon.',
    },
    'item_relation.open.ended': {
      en: '{field}: {value} is retired. Choose one that is still there.',
      nl: '{field}: {value} is uit productie. Kies iets dat er nog is.',
      de: '{field}: {value} ist außer Betrieb. Wählen Sie etwas, das noch da ist.',
    },
    'item_relation.open.itself': {
      en: '{value} cannot be related to itself. Choose something else as object.',
      nl: '{value} kan geen relatie met zichzelf hebben. Kies iets anders als object.',
      de: '{value} kann nicht mit sich selbst verbunden sein. Wählen Sie etwas anderes als object.',
    },
    'item_relation.open.already': {
      en: '{relation} says this already. End that one first if it has changed.',
      nl: '{relation} zegt dit al. Beëindig die eerst als er iets is veranderd.',
      de: '{relation} sagt das bereits. Beenden Sie zuerst jene, wenn sich etwas geändert hat.',
    },
    'item_relation.open.composed': {
      en: '{subject} is composed of {object}: say that in the composition of the service.',
      nl: 'Dat {subject} {object} nodig heeft, hoort in de samenstelling van de dienst.',
      de: 'Dass {subject} {object} braucht, gehört in die Zusammensetzung des Services.',
    },
    'item_relation.open.needs_group': {
      en: 'redundancy is required here: name the group of which {need} are enough.',
      nl: 'redundancy is hier verplicht: geef de groep een naam waarvan er {need} genoeg zijn.',
      de: 'redundancy ist hier erforderlich: benennen Sie die Gruppe, von der {need} genügen.',
    },
    'item_relation.open.needs_need': {
      en: 'need is required for "needs some of": how many of the group {redundancy} are enough?',
      nl: 'need is verplicht bij "heeft een aantal nodig van": hoeveel van de groep {redundancy} zijn genoeg?',
      de: 'need ist bei "benötigt mehrere von" erforderlich: wie viele der Gruppe {redundancy} genügen?',
    },
    'item_relation.open.no_group_here': {
      en: '{field} belongs to "needs one of" (any_of) and "needs some of" (k_of_n) only. Leave it out here.',
      nl: '{field} hoort alleen bij "heeft een nodig van" (any_of) en "heeft een aantal nodig van" (k_of_n). Laat het hier leeg.',
      de: '{field} gehört nur zu "benötigt eines von" (any_of) und "benötigt mehrere von" (k_of_n). Lassen Sie es hier leer.',
    },
    'item_relation.open.other_group': {
      en: 'The group {redundancy} already is {kind} with need {need}. Say the same, or name another group.',
      nl: 'De groep {redundancy} is al {kind} met need {need}. Zeg hetzelfde, of noem een andere groep.',
      de: 'Die Gruppe {redundancy} ist bereits {kind} mit need {need}. Sagen Sie dasselbe, oder nennen Sie eine andere Gruppe.',
    },
    'item_relation.open.cycle': {
      en: 'Nothing can stand on itself. The circle would be: {path}.',
      nl: 'Niets kan op zichzelf staan. De kring zou zijn: {path}.',
      de: 'Nichts kann auf sich selbst stehen. Der Kreis wäre: {path}.',
    },
  },
});
