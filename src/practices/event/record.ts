// What an event is: one thing a monitoring system said, kept once however often it is said again.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';

export type Labels = { readonly [name: string]: string };

export const event = define({
  name: 'event',
  plural: 'events',
  practice: 'event',
  level: 'operational',
  prefix: 'EVT',
  label: { en: 'event', nl: 'gebeurtenis', de: 'Ereignis' },
  plural_label: { en: 'events', nl: 'gebeurtenissen', de: 'Ereignisse' },
  means: {
    en: 'A signal of a monitoring system. While it is open, saying it again adds nothing.',
    nl: 'Een signaal van een bewakingssysteem. Zolang het openstaat, voegt herhalen niets toe.',
    de: 'Ein Signal eines Überwachungssystems. Solange es offen ist, fügt eine Wiederholung nichts hinzu.',
  },
  title: 'summary',
  initial: 'open',
  fields: {
    dedup_key: {
      kind: 'text', required: true, max: 255, search: 'B',
      label: { en: 'Key', nl: 'Sleutel', de: 'Schlüssel' },
      means: { en: 'What the source calls the same thing; one open event per source and key.', nl: 'Hoe de bron hetzelfde ding noemt; één open gebeurtenis per bron en sleutel.', de: 'Wie die Quelle dieselbe Sache nennt; ein offenes Ereignis je Quelle und Schlüssel.' },
    },
    source: {
      kind: 'text', required: true, max: 120, listed: true,
      label: { en: 'Source', nl: 'Bron', de: 'Quelle' },
      means: { en: 'The integration that said it.', nl: 'De koppeling die het meldde.', de: 'Die Anbindung, die es gemeldet hat.' },
    },
    summary: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Summary', nl: 'Samenvatting', de: 'Zusammenfassung' } },
    severity: {
      kind: 'choice', required: true, listed: true,
      label: { en: 'Severity', nl: 'Ernst', de: 'Schweregrad' },
      options: {
        critical: { en: 'Critical', nl: 'Kritiek', de: 'Kritisch' },
        error: { en: 'Error', nl: 'Fout', de: 'Fehler' },
        warning: { en: 'Warning', nl: 'Waarschuwing', de: 'Warnung' },
        info: { en: 'Information', nl: 'Informatie', de: 'Information' },
      },
    },
    service: {
      kind: 'ref', to: 'service', listed: true, shown_to: ['integrator'],
      label: { en: 'Service', nl: 'Dienst', de: 'Service' },
      means: { en: 'The service the labels point at; empty when none of them is known.', nl: 'De dienst waar de labels naar wijzen; leeg als geen ervan bekend is.', de: 'Der Service, auf den die Labels zeigen; leer, wenn keines bekannt ist.' },
    },
    customer: { kind: 'ref', to: 'organisation', label: { en: 'Customer', nl: 'Klant', de: 'Kunde' }, means: { en: 'The customer whose monitoring said it.', nl: 'De klant wiens bewaking het meldde.', de: 'Der Kunde, dessen Überwachung es gemeldet hat.' } },
    started_at: { kind: 'instant', required: true, listed: true, label: { en: 'Started', nl: 'Begonnen', de: 'Begonnen' }, means: { en: 'Start of the present occurrence, by the clock of the source.', nl: 'Begin van het huidige voorval, volgens de klok van de bron.', de: 'Beginn des jetzigen Vorkommens nach der Uhr der Quelle.' } },
    cleared_at: { kind: 'instant', label: { en: 'Cleared', nl: 'Opgeheven', de: 'Aufgehoben' } },
    last_seen_at: { kind: 'instant', required: true, label: { en: 'Last news', nl: 'Laatste nieuws', de: 'Letzte Neuigkeit' } },
    count: { kind: 'integer', required: true, min: 1, label: { en: 'Reports', nl: 'Meldingen', de: 'Meldungen' }, means: { en: 'How often it said something new; plain repeats are not counted.', nl: 'Hoe vaak er iets nieuws werd gemeld; gewone herhalingen tellen niet.', de: 'Wie oft etwas Neues gemeldet wurde; bloße Wiederholungen zählen nicht.' } },
    labels: {
      kind: 'data', names: 'event_labels',
      shape: shape<Labels>({ type: 'object', additionalProperties: { type: 'string', maxLength: 1000 } }),
      label: { en: 'Labels', nl: 'Labels', de: 'Labels' },
    },
    incident: { kind: 'ref', to: 'incident', listed: true, label: { en: 'Incident', nl: 'Incident', de: 'Incident' } },
  },
  states: {
    open: { label: { en: 'Open', nl: 'Open', de: 'Offen' }, tone: 'bad' },
    cleared: { label: { en: 'Cleared', nl: 'Opgeheven', de: 'Aufgehoben' }, tone: 'good', ends: true },
    ignored: { label: { en: 'Ignored', nl: 'Genegeerd', de: 'Ignoriert' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { all: [{ side: 'customer' }, { field: 'customer', in: 'parties' }] }] },
  parties: { customer: ['customer'] },
  commands: {
    raise: {
      opens: true, fact: 'raised', to: 'open',
      label: { en: 'Raise event', nl: 'Gebeurtenis melden', de: 'Ereignis melden' },
      tells: { en: 'raised this: {summary}', nl: 'meldde dit: {summary}', de: 'meldete dies: {summary}' },
      needs: ['dedup_key', 'source', 'summary', 'severity', 'started_at'],
      takes: ['service', 'customer', 'labels'],
      may: { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'administrator'] }] },
    },
    repeat: {
      silent: true, fact: 'repeated', from: ['open'],
      label: { en: 'Repeat with news', nl: 'Herhalen met nieuws', de: 'Mit Neuem wiederholen' },
      tells: { en: 'said something new: {summary}', nl: 'meldde iets nieuws: {summary}', de: 'meldete etwas Neues: {summary}' },
      takes: ['summary', 'severity', 'started_at', 'labels'],
      may: { any: [] },
    },
    clear: {
      fact: 'cleared', from: ['open'], to: 'cleared', prominent: 1,
      label: { en: 'Clear', nl: 'Opheffen', de: 'Aufheben' },
      tells: { en: 'said that this is over', nl: 'meldde dat dit voorbij is', de: 'meldete, dass dies vorbei ist' },
      takes: ['cleared_at'],
      input: { note: { kind: 'prose', max: 4000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } },
      may: { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'administrator'] }] },
    },
    ignore: {
      fact: 'ignored', from: ['open'], to: 'ignored',
      label: { en: 'Ignore', nl: 'Negeren', de: 'Ignorieren' },
      tells: { en: 'ignored this', nl: 'negeerde dit', de: 'ignorierte dies' },
      needs: ['note'],
      input: { note: { kind: 'prose', max: 4000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } },
      may: { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'administrator'] }] },
    },
    link: {
      silent: true, fact: 'linked', from: ['open', 'cleared', 'ignored'],
      label: { en: 'Link to incident', nl: 'Aan incident koppelen', de: 'Mit Incident verknüpfen' },
      tells: { en: 'linked this to {incident}', nl: 'koppelde dit aan {incident}', de: 'verknüpfte dies mit {incident}' },
      needs: ['incident'],
      may: { any: [] },
    },
  },
  refusals: {
    'event.raise.in_future': {
      en: 'started_at is {started_at}, more than a day from now: set the clock of the source.',
      nl: 'started_at is {started_at}, meer dan een dag in de toekomst: zet de klok van de bron goed.',
      de: 'started_at ist {started_at}, mehr als einen Tag in der Zukunft: stellen Sie die Uhr der Quelle.',
    },
    'event.clear.too_old': {
      en: 'cleared_at is before {started_at}, the start of the present occurrence.',
      nl: 'cleared_at ligt voor {started_at}, het begin van het huidige voorval.',
      de: 'cleared_at liegt vor {started_at}, dem Beginn des jetzigen Vorkommens.',
    },
    'signal.not_object': { en: '{field} must be an object.', nl: '{field} moet een object zijn.', de: '{field} muss ein Objekt sein.' },
    'signal.not_list': { en: '{field} must be a list of alerts.', nl: '{field} moet een lijst meldingen zijn.', de: '{field} muss eine Liste von Meldungen sein.' },
    'signal.too_many': { en: '{field} has more than {limit} entries; send fewer at once.', nl: '{field} heeft meer dan {limit} regels; stuur er minder tegelijk.', de: '{field} hat mehr als {limit} Einträge; senden Sie weniger auf einmal.' },
    'signal.required': { en: '{field} is required.', nl: '{field} is verplicht.', de: '{field} ist erforderlich.' },
    'signal.not_text': { en: '{field} must be text of at most {limit} characters that can be stored.', nl: '{field} moet bewaarbare tekst van hooguit {limit} tekens zijn.', de: '{field} muss speicherbarer Text mit höchstens {limit} Zeichen sein.' },
    'signal.not_choice': { en: '{field} must be one of: {options}.', nl: '{field} moet een van deze zijn: {options}.', de: '{field} muss eines von diesen sein: {options}.' },
    'signal.not_instant': { en: '{field} must be an instant with zone, such as 2026-03-01T09:30:00Z.', nl: '{field} moet een tijdstip met zone zijn, zoals 2026-03-01T09:30:00Z.', de: '{field} muss ein Zeitpunkt mit Zone sein, etwa 2026-03-01T09:30:00Z.' },
  },
  places: {
    itil: 'monitoring and event management',
    ipw: null,
    ism: 'operations management',
    iso20000: null,
    siam: 'monitoring, measuring and reporting',
    usm: 'operate',
  },
});
