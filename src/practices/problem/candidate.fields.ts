// The fields of a problem candidate: what arithmetic saw, by how much more than expected, and what it may cost. Figures are whole numbers.
import type { Field } from '../../kernel/field.ts';

/** Odds are told up to one in a thousand million; beyond that the figure means nothing to anybody. */
export const rarest = 1_000_000_000;

const about = {
  title: {
    kind: 'text',
    required: true,
    max: 300,
    search: 'A',
    listed: true,
    label: { en: 'Title', nl: 'Titel', de: 'Titel' },
    means: {
      en: 'What it is about: the name and the words that its incidents share. The problem gets this title; give it one of your own when accepting.',
      nl: 'Waar het over gaat: de naam en de woorden die de incidenten delen. Het problem krijgt deze titel; geef bij aanvaarden een eigen titel.',
      de: 'Worum es geht: der Name und die gemeinsamen Wörter der Incidents. Das Problem erhält diesen Titel; geben Sie beim Annehmen einen eigenen.',
    },
  },
  key: {
    kind: 'text',
    required: true,
    max: 300,
    label: { en: 'Key', nl: 'Sleutel', de: 'Schlüssel' },
    means: {
      en: 'By this the next scan knows it again.',
      nl: 'Hieraan herkent de volgende zoektocht dit.',
      de: 'Daran erkennt der nächste Lauf es wieder.',
    },
  },
  kind: {
    kind: 'choice',
    required: true,
    listed: true,
    label: { en: 'What rose', nl: 'Wat toenam', de: 'Was zunahm' },
    options: {
      service: { en: 'Incidents on a service', nl: 'Incidenten op een dienst', de: 'Incidents auf einem Service' },
      item: { en: 'Incidents on an item', nl: 'Incidenten op een onderdeel', de: 'Incidents auf einem Element' },
      supplier: { en: 'Incidents with a supplier', nl: 'Incidenten bij een leverancier', de: 'Incidents bei einem Lieferanten' },
      change: { en: 'Incidents after a change', nl: 'Incidenten na een wijziging', de: 'Incidents nach einem Change' },
      topic: { en: 'Incidents with the same words', nl: 'Incidenten met dezelfde woorden', de: 'Incidents mit denselben Wörtern' },
    },
  },
  service: {
    kind: 'ref',
    to: 'service',
    listed: true,
    label: { en: 'Service', nl: 'Dienst', de: 'Service' },
    means: {
      en: 'The one that rose, or the one that most of its incidents are on.',
      nl: 'Die toenam, of waar de meeste incidenten op zijn.',
      de: 'Der zunahm, oder auf dem die meisten Incidents liegen.',
    },
  },
  services: { kind: 'refs', to: 'service', required: true, label: { en: 'Services it touches', nl: 'Geraakte diensten', de: 'Betroffene Services' } },
  item: { kind: 'ref', to: 'configuration_item', label: { en: 'Item', nl: 'Onderdeel', de: 'Element' } },
  supplier: { kind: 'ref', to: 'organisation', label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
  change: { kind: 'ref', to: 'change', label: { en: 'Change before it', nl: 'Wijziging ervoor', de: 'Change davor' } },
  words: { kind: 'texts', required: true, label: { en: 'Words they share', nl: 'Gedeelde woorden', de: 'Gemeinsame Wörter' } },
} as const satisfies Readonly<Record<string, Field>>;

const evidence = {
  incidents: {
    kind: 'refs',
    to: 'incident',
    required: true,
    label: { en: 'Incidents', nl: 'Incidenten', de: 'Incidents' },
    means: {
      en: 'Those counted in the window, and those that earlier scans counted.',
      nl: 'De getelde in het venster, en die eerdere zoektochten telden.',
      de: 'Die im Zeitraum gezählten und die früher gezählten.',
    },
  },
  seen: { kind: 'integer', required: true, min: 0, listed: true, sorts: true, label: { en: 'Seen', nl: 'Gezien', de: 'Gezählt' } },
  expected_milli: {
    kind: 'integer',
    required: true,
    min: 0,
    label: { en: 'Expected (thousandths)', nl: 'Verwacht (duizendsten)', de: 'Erwartet (Tausendstel)' },
    means: {
      en: 'How many there would have been at the rate of before; 2500 is two and a half.',
      nl: 'Hoeveel het er in het tempo van eerder waren geweest; 2500 is tweeënhalf.',
      de: 'Wie viele es im früheren Tempo gewesen wären; 2500 ist zweieinhalb.',
    },
  },
  odds_one_in: {
    kind: 'integer',
    required: true,
    min: 1,
    max: rarest,
    sorts: true,
    label: { en: 'By chance one in', nl: 'Toevallig één op', de: 'Zufällig eins zu' },
    means: {
      en: 'So many or more come by mere chance once in this many such windows; not corrected for how much was looked at.',
      nl: 'Zo veel of meer komt louter toevallig eens in zo veel vensters voor; niet gecorrigeerd voor hoeveel er is bekeken.',
      de: 'So viele oder mehr kommen rein zufällig einmal in so vielen Zeiträumen vor; nicht um die Zahl der Vergleiche berichtigt.',
    },
  },
  window_days: { kind: 'integer', required: true, min: 1, label: { en: 'Window (days)', nl: 'Venster (dagen)', de: 'Zeitraum (Tage)' } },
  since: { kind: 'date', required: true, label: { en: 'More since', nl: 'Meer sinds', de: 'Mehr seit' } },
  until: { kind: 'date', required: true, label: { en: 'Counted until', nl: 'Geteld tot en met', de: 'Gezählt bis' } },
  last_at: {
    kind: 'instant',
    required: true,
    sorts: true,
    label: { en: 'Last incident', nl: 'Laatste incident', de: 'Letztes Incident' },
    means: {
      en: 'When the latest of its incidents began; 28 days later the candidate lapses.',
      nl: 'Wanneer het laatste incident begon; 28 dagen later vervalt de kandidaat.',
      de: 'Wann das letzte Incident begann; 28 Tage danach verfällt der Kandidat.',
    },
  },
  yearly_cost_minor: {
    kind: 'integer',
    required: true,
    min: 0,
    sorts: true,
    label: { en: 'Cost per year (cents)', nl: 'Kosten per jaar (centen)', de: 'Kosten pro Jahr (Cent)' },
    means: {
      en: 'What the excess comes to in a year if this comes every month: (seen - expected) / days (at least 30) x 365 x what one of them costs on average.',
      nl: 'Waar de toename in een jaar op uitkomt als dit elke maand komt: (gezien - verwacht) / dagen (minstens 30) x 365 x wat er een gemiddeld kost.',
      de: 'Was der Zuwachs in einem Jahr kostet, wenn dies jeden Monat kommt: (gezählt - erwartet) / Tage (mindestens 30) x 365 x mittlere Kosten.',
    },
  },
  currency: { kind: 'text', required: true, label: { en: 'Currency', nl: 'Munteenheid', de: 'Währung' } },
  also: {
    kind: 'texts',
    required: true,
    label: { en: 'Also seen as', nl: 'Ook gezien als', de: 'Auch gesehen als' },
    means: {
      en: 'Keys of weaker findings with the same incidents, folded into this one.',
      nl: 'Sleutels van zwakkere bevindingen met dezelfde incidenten, hierin opgenomen.',
      de: 'Schlüssel schwächerer Befunde mit denselben Incidents, hierin aufgegangen.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const verdict = {
  dismissed_reason: { kind: 'prose', max: 20_000, label: { en: 'Why it was dismissed', nl: 'Waarom afgewezen', de: 'Warum verworfen' } },
  dismissed_seen: {
    kind: 'integer',
    min: 0,
    label: { en: 'Seen when dismissed', nl: 'Gezien bij afwijzen', de: 'Gezählt beim Verwerfen' },
    means: {
      en: 'It returns when at least three began since then, and half as many again as these.',
      nl: 'Ze komt terug als er sindsdien minstens drie begonnen, en de helft hiervan.',
      de: 'Er kehrt zurück, wenn seither mindestens drei begannen, und die Hälfte hiervon.',
    },
  },
  problem: { kind: 'ref', to: 'problem', listed: true, label: { en: 'Problem', nl: 'Problem', de: 'Problem' } },
} as const satisfies Readonly<Record<string, Field>>;

export const candidateFields = { ...about, ...evidence, ...verdict } as const satisfies Readonly<Record<string, Field>>;
