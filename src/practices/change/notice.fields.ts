// The fields of a maintenance notice: what the supplier said, what it means here, and the words it came in.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';

/** A thing the supplier names (a circuit, an instance, a site) and what it says will happen to it. */
export type NoticeObject = { readonly name: string; readonly impact?: string };
const objects = shape<readonly NoticeObject[]>({
  description: 'What the supplier names, such as circuits, with the impact it tells of each.',
  type: 'array',
  maxItems: 2_000,
  items: {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 300 }, impact: { type: 'string', maxLength: 60 } },
    required: ['name'],
    additionalProperties: false,
  },
});

export const noticeStatus = {
  TENTATIVE: { en: 'Tentative', nl: 'Voorlopig', de: 'Vorläufig' },
  CONFIRMED: { en: 'Confirmed', nl: 'Bevestigd', de: 'Bestätigt' },
  'RE-SCHEDULED': { en: 'Rescheduled', nl: 'Verplaatst', de: 'Verschoben' },
  'IN-PROCESS': { en: 'Under way', nl: 'Bezig', de: 'Im Gange' },
  COMPLETED: { en: 'Completed', nl: 'Klaar', de: 'Abgeschlossen' },
  CANCELLED: { en: 'Cancelled', nl: 'Afgezegd', de: 'Abgesagt' },
} as const;

export const noticeFields = {
  title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  supplier: {
    kind: 'ref',
    to: 'organisation',
    listed: true,
    label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' },
    means: {
      en: 'Whose maintenance it is; found by the name of the provider.',
      nl: 'Van wie het onderhoud is; gevonden op de naam van de aanbieder.',
      de: 'Wessen Wartung es ist; gefunden am Namen des Anbieters.',
    },
  },
  provider: {
    kind: 'text',
    required: true,
    max: 120,
    search: 'B',
    label: { en: 'Provider', nl: 'Aanbieder', de: 'Anbieter' },
    means: { en: 'As the notice calls itself.', nl: 'Zoals het bericht zichzelf noemt.', de: 'Wie sich die Meldung selbst nennt.' },
  },
  notice_key: {
    kind: 'text',
    max: 200,
    search: 'A',
    listed: true,
    label: { en: 'Their number', nl: 'Hun nummer', de: 'Ihre Nummer' },
    means: {
      en: 'The number the supplier gave; a later notice with the same number updates this one.',
      nl: 'Het nummer van de leverancier; een later bericht met hetzelfde nummer werkt dit bij.',
      de: 'Die Nummer des Lieferanten; eine spätere Meldung mit derselben Nummer aktualisiert diese.',
    },
  },
  account: { kind: 'text', max: 200, label: { en: 'Account', nl: 'Klantnummer', de: 'Kundennummer' } },
  status: { kind: 'choice', listed: true, options: noticeStatus, label: { en: 'They say', nl: 'Zij zeggen', de: 'Laut Lieferant' } },
  sequence: {
    kind: 'integer',
    min: 0,
    label: { en: 'Edition', nl: 'Uitgave', de: 'Ausgabe' },
    means: {
      en: 'Rises with each notice about the same work; an older one changes nothing.',
      nl: 'Stijgt met elk bericht over hetzelfde werk; een ouder bericht wijzigt niets.',
      de: 'Steigt mit jeder Meldung zur selben Arbeit; eine ältere ändert nichts.',
    },
  },
  stamp: { kind: 'instant', label: { en: 'Written by them', nl: 'Door hen geschreven', de: 'Von ihnen verfasst' } },
  starts_at: { kind: 'instant', listed: true, label: { en: 'From', nl: 'Van', de: 'Von' } },
  ends_at: { kind: 'instant', listed: true, label: { en: 'To', nl: 'Tot', de: 'Bis' } },
  objects: {
    kind: 'data',
    names: 'notice_objects',
    shape: objects,
    label: { en: 'Named by them', nl: 'Door hen genoemd', de: 'Von ihnen genannt' },
    means: {
      en: 'Circuits, sites or machines as the supplier calls them, with the impact they tell.',
      nl: 'Verbindingen, locaties of machines zoals de leverancier ze noemt, met de gevolgen.',
      de: 'Leitungen, Standorte oder Maschinen in den Worten des Lieferanten, mit der Auswirkung.',
    },
  },
  items: {
    kind: 'refs',
    to: 'configuration_item',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Items', nl: 'Items', de: 'Items' },
    means: {
      en: 'What those are here; found by name or alias, and corrected by hand.',
      nl: 'Wat dat hier is; gevonden op naam of alias, en met de hand te verbeteren.',
      de: 'Was das hier ist; gefunden an Name oder Alias, von Hand zu berichtigen.',
    },
  },
  services: {
    kind: 'refs',
    to: 'service',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Services', nl: 'Diensten', de: 'Services' },
    means: {
      en: 'Services named or meant by the notice; what stands on them is computed.',
      nl: 'Diensten die het bericht noemt of bedoelt; wat daarop staat wordt berekend.',
      de: 'Services, die die Meldung nennt oder meint; was darauf steht, wird berechnet.',
    },
  },
  problem: {
    kind: 'text',
    max: 300,
    shown_to: ['integrator'],
    label: { en: 'Could not be read', nl: 'Niet te lezen', de: 'Nicht lesbar' },
    means: {
      en: 'What is missing or could not be understood.',
      nl: 'Wat ontbreekt of niet te begrijpen was.',
      de: 'Was fehlt oder nicht zu verstehen war.',
    },
  },
  raw: {
    kind: 'prose',
    max: 500_000,
    shown_to: ['integrator'],
    label: { en: 'As it came', nl: 'Zoals het kwam', de: 'Wie es kam' },
    means: { en: 'The notice in its own words.', nl: 'Het bericht in zijn eigen woorden.', de: 'Die Meldung in ihren eigenen Worten.' },
  },
} as const satisfies Readonly<Record<string, Field>>;
