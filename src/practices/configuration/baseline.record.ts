// The baseline: items and relations frozen under a name, to compare with later.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import type { Picture } from './picture.record.ts';
import { scopeFields } from './scope-fields.ts';
import { integrator, keepers, managers, note, why } from './scopes.ts';

const picture = shape<Picture>({
  description: 'Items and relations as they were when the baseline was taken.',
  type: 'object',
  properties: {
    items: { type: 'array', maxItems: 50_000, items: { type: 'object' } },
    relations: { type: 'array', maxItems: 200_000, items: { type: 'object' } },
  },
  required: ['items', 'relations'],
  additionalProperties: false,
});

export const baseline = define({
  name: 'baseline',
  plural: 'baselines',
  practice: 'configuration',
  level: 'tactical',
  prefix: 'BSL',
  label: { en: 'Baseline', nl: 'Baseline', de: 'Baseline' },
  plural_label: { en: 'Baselines', nl: 'Baselines', de: 'Baselines' },
  means: {
    en: 'Items and their relations as they were at one moment, kept to compare with.',
    nl: 'Items en hun relaties zoals ze op een moment waren, bewaard om mee te vergelijken.',
    de: 'Elemente und ihre Beziehungen, wie sie zu einem Zeitpunkt waren, aufbewahrt zum Vergleichen.',
  },
  title: 'name',
  initial: 'taken',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 160 },
    description: { kind: 'prose', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' }, search: 'B' },
    ...scopeFields,
    taken_at: { kind: 'instant', required: true, sorts: true, listed: true, label: { en: 'Taken', nl: 'Vastgelegd', de: 'Festgehalten' } },
    item_count: { kind: 'integer', required: true, listed: true, label: { en: 'Items', nl: 'Items', de: 'Elemente' } },
    relation_count: { kind: 'integer', required: true, listed: true, label: { en: 'Relations', nl: 'Relaties', de: 'Beziehungen' } },
    // Large, and of use only to the comparison, which reads it where it is: no list and no timeline carries it along.
    picture: { kind: 'data', shape: picture, required: true, shown_to: [], label: { en: 'Content', nl: 'Inhoud', de: 'Inhalt' } },
  },
  states: {
    taken: { label: { en: 'Taken', nl: 'Vastgelegd', de: 'Festgehalten' }, tone: 'good' },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      label: { en: 'Take a baseline', nl: 'Baseline vastleggen', de: 'Baseline festhalten' },
      fact: 'opened',
      tells: {
        en: 'froze {items} items and {relations} relations',
        nl: 'heeft {items} items en {relations} relaties vastgelegd',
        de: 'hat {items} Elemente und {relations} Beziehungen festgehalten',
      },
      opens: true,
      needs: ['name'],
      takes: ['description', 'types', 'owners', 'services', 'items'],
      may: keepers,
    },
    edit: {
      label: { en: 'Rename', nl: 'Hernoemen', de: 'Umbenennen' },
      fact: 'edited',
      tells: { en: 'changed what it is called', nl: 'heeft de naam of omschrijving gewijzigd', de: 'hat Name oder Beschreibung geändert' },
      takes: ['name', 'description'],
      may: keepers,
      prominent: 2,
      key: 'e',
    },
    withdraw: {
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      fact: 'withdrawn',
      tells: { en: 'withdrew this baseline', nl: 'heeft deze baseline ingetrokken', de: 'hat diese Baseline zurückgezogen' },
      from: ['taken'],
      to: 'withdrawn',
      final: true,
      input: { note: why },
      may: managers,
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['taken', 'withdrawn'],
      needs: ['note'],
      input: { note },
      may: keepers,
      key: 'n',
    },
  },
  see: integrator,
  refusals: {
    'baseline.open.nothing': {
      en: 'There are no items in this scope, so there is nothing to freeze. Choose other types, owners or services.',
      nl: 'Er zijn geen items in deze keuze; er valt niets vast te leggen. Kies andere typen, eigenaren of diensten.',
      de: 'In dieser Auswahl sind keine Elemente; es gibt nichts festzuhalten. Wählen Sie andere Typen, Eigentümer oder Services.',
    },
    'baseline.open.too_many': {
      en: '{items} items are more than one baseline holds ({most}). Take one per type or owner.',
      nl: '{items} items is meer dan een baseline kan bevatten ({most}). Leg er een per type of eigenaar vast.',
      de: '{items} Elemente sind mehr, als eine Baseline fasst ({most}). Halten Sie je Typ oder Eigentümer eine fest.',
    },
  },
});
