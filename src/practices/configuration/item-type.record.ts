// The type of a configuration item: which attributes its items have. Data that every house makes its own.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { integrator, managers, note } from './scopes.ts';

export const attributeKinds = ['text', 'integer', 'boolean', 'date', 'choice'] as const;
/** An attribute that items of a type have. `options` are the values of a choice. */
export type Attribute = {
  readonly name: string;
  readonly label: string;
  readonly kind: (typeof attributeKinds)[number];
  readonly options?: readonly string[];
  readonly required?: boolean;
};

const attributes = shape<readonly Attribute[]>({
  description: 'The attributes items of this type have: a name in snake_case, a label, the kind, the options of a choice, and whether it is required.',
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$' },
      label: { type: 'string', maxLength: 80 },
      kind: { type: 'string', enum: attributeKinds },
      options: { type: 'array', maxItems: 200, items: { type: 'string', maxLength: 80 } },
      required: { type: 'boolean' },
    },
    required: ['name', 'label', 'kind'],
    additionalProperties: false,
  },
});

export const itemType = define({
  name: 'item_type',
  plural: 'item_types',
  practice: 'configuration',
  level: 'tactical',
  prefix: 'CIT',
  label: { en: 'Item type', nl: 'Itemtype', de: 'Elementtyp' },
  plural_label: { en: 'Item types', nl: 'Itemtypen', de: 'Elementtypen' },
  means: {
    en: 'A kind of configuration item, and the attributes that items of this kind have.',
    nl: 'Een soort configuratie-item, en de kenmerken die items van deze soort hebben.',
    de: 'Eine Art von Konfigurationselement und die Merkmale, die solche Elemente haben.',
  },
  title: 'name',
  initial: 'in_use',
  fields: {
    name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 80 },
    code: {
      kind: 'text',
      label: { en: 'Code', nl: 'Code', de: 'Code' },
      means: {
        en: 'Lowercase letters, digits and underscores. Imports name the type by it.',
        nl: 'Kleine letters, cijfers en underscores. Imports noemen het type zo.',
        de: 'Kleinbuchstaben, Ziffern und Unterstriche. Importe nennen den Typ so.',
      },
      required: true,
      search: 'A',
      sorts: true,
      listed: true,
      max: 40,
    },
    attributes: {
      kind: 'data',
      shape: attributes,
      names: 'item_type_attributes',
      label: { en: 'Attributes', nl: 'Kenmerken', de: 'Merkmale' },
      means: {
        en: 'What is kept of every item of this type.',
        nl: 'Wat van elk item van dit type wordt bijgehouden.',
        de: 'Was zu jedem Element dieses Typs geführt wird.',
      },
      required: true,
    },
    description: { kind: 'prose', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' }, search: 'B' },
  },
  states: {
    in_use: { label: { en: 'In use', nl: 'In gebruik', de: 'In Gebrauch' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Vervallen', de: 'Entfallen' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      label: { en: 'New item type', nl: 'Nieuw itemtype', de: 'Neuer Elementtyp' },
      fact: 'opened',
      tells: { en: 'defined this type', nl: 'heeft dit type vastgelegd', de: 'hat diesen Typ festgelegt' },
      opens: true,
      needs: ['name', 'code'],
      takes: ['attributes', 'description'],
      may: managers,
    },
    edit: {
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      fact: 'edited',
      tells: { en: 'changed this type', nl: 'heeft dit type gewijzigd', de: 'hat diesen Typ geändert' },
      takes: ['name', 'attributes', 'description'],
      may: managers,
      prominent: 1,
      key: 'e',
    },
    retire: {
      label: { en: 'Retire', nl: 'Laten vervallen', de: 'Entfallen lassen' },
      fact: 'retired',
      tells: { en: 'retired this type', nl: 'heeft dit type laten vervallen', de: 'hat diesen Typ entfallen lassen' },
      from: ['in_use'],
      to: 'retired',
      may: managers,
    },
    restore: {
      label: { en: 'Use again', nl: 'Weer gebruiken', de: 'Wieder verwenden' },
      fact: 'restored',
      tells: { en: 'took this type into use again', nl: 'heeft dit type weer in gebruik genomen', de: 'hat diesen Typ wieder in Gebrauch genommen' },
      from: ['retired'],
      to: 'in_use',
      may: managers,
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['in_use', 'retired'],
      needs: ['note'],
      input: { note },
      may: managers,
      key: 'n',
    },
  },
  // Who owns items reads what their attributes are called.
  see: { any: [integrator, { side: 'supplier' }] },
  refusals: {
    'item_type.code_not_slug': {
      en: 'A code has lowercase letters, digits and underscores and starts with a letter, such as "virtual_machine".',
      nl: 'Een code heeft kleine letters, cijfers en underscores en begint met een letter, zoals "virtual_machine".',
      de: 'Ein Code hat Kleinbuchstaben, Ziffern und Unterstriche und beginnt mit einem Buchstaben, etwa "virtual_machine".',
    },
    'item_type.attribute_twice': {
      en: 'The attribute "{attribute}" is there twice. Every name once.',
      nl: 'Het kenmerk "{attribute}" staat er twee keer. Elke naam één keer.',
      de: 'Das Merkmal "{attribute}" steht zweimal da. Jeder Name nur einmal.',
    },
    'item_type.choice_without_options': {
      en: 'The choice "{attribute}" needs options to choose from.',
      nl: 'De keuze "{attribute}" heeft waarden nodig om uit te kiezen.',
      de: 'Die Auswahl "{attribute}" braucht Werte zur Wahl.',
    },
    'item_type.retire.still_used': {
      en: '{item} and {others} other items are of this type. Give them another type first.',
      nl: '{item} en {others} andere items zijn van dit type. Geef die eerst een ander type.',
      de: '{item} und {others} weitere Elemente sind von diesem Typ. Geben Sie ihnen zuerst einen anderen.',
    },
  },
});
