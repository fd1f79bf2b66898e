// The fields of a configuration item.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';

export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;
const attributes = shape<Attributes>({
  description: 'Attribute -> value, as the type of the item says: text, whole number, true or false, a date (YYYY-MM-DD) or one of the options.',
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string', maxLength: 1_000 }, { type: 'integer' }, { type: 'boolean' }] },
});

export const itemFields = {
  name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 200 },
  type: { kind: 'ref', to: 'item_type', label: { en: 'Type', nl: 'Type', de: 'Typ' }, required: true, listed: true },
  attributes: {
    kind: 'data',
    shape: attributes,
    names: 'item_attributes',
    label: { en: 'Attributes', nl: 'Kenmerken', de: 'Merkmale' },
    means: {
      en: 'What the type of the item says is kept of it.',
      nl: 'Wat volgens het type van het item wordt bijgehouden.',
      de: 'Was nach dem Typ des Elements geführt wird.',
    },
    required: true,
  },
  owner: {
    kind: 'ref',
    to: 'organisation',
    label: { en: 'Owner', nl: 'Eigenaar', de: 'Eigentümer' },
    means: {
      en: 'The organisation whose item it is and that is master of its data. Empty: the integrator.',
      nl: 'De organisatie van wie het item is en die de gegevens beheert. Leeg: de integrator.',
      de: 'Die Organisation, der das Element gehört und die seine Daten führt. Leer: der Integrator.',
    },
    required: true,
    listed: true,
  },
  team: {
    kind: 'ref',
    to: 'team',
    label: { en: 'Team', nl: 'Team', de: 'Team' },
    means: { en: 'Who looks after it.', nl: 'Wie ervoor zorgt.', de: 'Wer sich darum kümmert.' },
  },
  source: {
    kind: 'text',
    label: { en: 'Source', nl: 'Bron', de: 'Quelle' },
    means: {
      en: 'Where the data come from, such as netbox; "hand" when somebody keeps them here.',
      nl: 'Waar de gegevens vandaan komen, zoals netbox; "hand" als iemand ze hier bijhoudt.',
      de: 'Woher die Daten kommen, etwa netbox; "hand", wenn jemand sie hier führt.',
    },
    required: true,
    max: 60,
  },
  source_key: {
    kind: 'text',
    label: { en: 'Key in the source', nl: 'Sleutel in de bron', de: 'Schlüssel in der Quelle' },
    means: {
      en: 'What the source calls it; an import recognises the item by it.',
      nl: 'Hoe de bron het noemt; een import herkent het item hieraan.',
      de: 'Wie die Quelle es nennt; ein Import erkennt das Element daran.',
    },
    search: 'B',
    max: 200,
  },
  seen_at: {
    kind: 'instant',
    label: { en: 'Last confirmed', nl: 'Laatst bevestigd', de: 'Zuletzt bestätigt' },
    means: {
      en: 'When the source or a person last confirmed that it is so.',
      nl: 'Wanneer de bron of een mens voor het laatst bevestigde dat het zo is.',
      de: 'Wann die Quelle oder ein Mensch zuletzt bestätigte, dass es so ist.',
    },
    required: true,
    sorts: true,
    listed: true,
  },
  aliases: {
    kind: 'texts',
    label: { en: 'Also called', nl: 'Ook genoemd', de: 'Auch genannt' },
    means: {
      en: 'Other names that monitoring and suppliers use for it.',
      nl: 'Andere namen die bewaking en leveranciers gebruiken.',
      de: 'Andere Namen, die Überwachung und Lieferanten verwenden.',
    },
    required: true,
  },
  description: { kind: 'prose', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' }, search: 'C' },
} as const satisfies Readonly<Record<string, Field>>;
