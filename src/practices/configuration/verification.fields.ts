// The fields of a verification: what was looked at, what was found, and what was decided about every difference.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';
import type { Difference, Found } from './difference.record.ts';
import { scopeFields } from './scope-fields.ts';

const line = { type: 'string', maxLength: 300 } as const;
const anyValue = { anyOf: [{ type: 'string', maxLength: 1_000 }, { type: 'integer' }, { type: 'boolean' }] } as const;
const found = shape<readonly Found[]>({
  description: 'What was found: the number of the item, its key in the source or its name; the code of its type; its attributes.',
  type: 'array',
  maxItems: 20_000,
  items: {
    type: 'object',
    properties: { item: line, key: line, name: line, type: line, attributes: { type: 'object', additionalProperties: anyValue } },
    additionalProperties: false,
  },
});
const differences = shape<readonly Difference[]>({
  description: 'What was not as recorded, and what was decided about it: correct the record, accept, or raise it for a change.',
  type: 'array',
  maxItems: 100_000,
  items: { type: 'object' },
});

export const verificationFields = {
  name: { kind: 'text', label: { en: 'Name', nl: 'Naam', de: 'Name' }, required: true, search: 'A', sorts: true, listed: true, max: 160 },
  description: {
    kind: 'prose',
    label: { en: 'How it was done', nl: 'Hoe het gedaan is', de: 'Wie vorgegangen wurde' },
    means: {
      en: 'A walk along the racks, a scan of the network, a list of the supplier.',
      nl: 'Een ronde langs de racks, een scan van het netwerk, een lijst van de leverancier.',
      de: 'Ein Rundgang entlang der Racks, ein Scan des Netzes, eine Liste des Lieferanten.',
    },
    search: 'B',
  },
  ...scopeFields,
  found: { kind: 'data', shape: found, names: 'verification_found', label: { en: 'Found', nl: 'Gevonden', de: 'Gefunden' } },
  seen: {
    kind: 'refs',
    to: 'configuration_item',
    required: true,
    label: { en: 'Found as recorded', nl: 'Gevonden zoals vastgelegd', de: 'Wie erfasst vorgefunden' },
    means: { en: 'Confirmed by hand, one by one.', nl: 'Met de hand bevestigd, een voor een.', de: 'Von Hand bestätigt, eines nach dem anderen.' },
  },
  differences: {
    kind: 'data',
    shape: differences,
    names: 'verification_differences',
    label: { en: 'Differences', nl: 'Verschillen', de: 'Abweichungen' },
  },
  compared_at: { kind: 'instant', listed: true, label: { en: 'Compared', nl: 'Vergeleken', de: 'Verglichen' } },
  checked: { kind: 'integer', label: { en: 'Items checked', nl: 'Items gecontroleerd', de: 'Geprüfte Elemente' }, listed: true },
  matching: { kind: 'integer', label: { en: 'As recorded', nl: 'Zoals vastgelegd', de: 'Wie erfasst' } },
  missing: { kind: 'integer', label: { en: 'Not found', nl: 'Niet gevonden', de: 'Nicht gefunden' } },
  unexpected: { kind: 'integer', label: { en: 'Not recorded', nl: 'Niet vastgelegd', de: 'Nicht erfasst' } },
  differing: { kind: 'integer', label: { en: 'Different', nl: 'Afwijkend', de: 'Abweichend' } },
  accuracy: {
    kind: 'ppm',
    listed: true,
    label: { en: 'Accuracy', nl: 'Juistheid', de: 'Genauigkeit' },
    means: {
      en: 'Items as recorded, of all that were recorded or found.',
      nl: 'Items zoals vastgelegd, van alles wat was vastgelegd of gevonden.',
      de: 'Elemente wie erfasst, von allen erfassten oder gefundenen.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;
