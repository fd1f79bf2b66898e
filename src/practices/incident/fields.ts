// The fields of an incident, and who is shown them.
import { escalationFields } from '../../kernel/escalation.ts';
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';
import { knownErrorFields } from './known-error.ts';

/** One way in which a failing part is felt: this customer's service, this much. */
export type Felt = { readonly service: string; readonly customer: string; readonly effect: Effect };
export type Effect = 'down' | 'degraded' | 'none';
export type Level = 'high' | 'medium' | 'low';

export const levels = {
  high: { en: 'High', nl: 'Hoog', de: 'Hoch' },
  medium: { en: 'Medium', nl: 'Middel', de: 'Mittel' },
  low: { en: 'Low', nl: 'Laag', de: 'Niedrig' },
} as const;

export const effects = {
  down: { en: 'Not working', nl: 'Werkt niet', de: 'Funktioniert nicht' },
  degraded: { en: 'Works badly', nl: 'Werkt slecht', de: 'Funktioniert schlecht' },
  none: { en: 'Not felt', nl: 'Niet merkbaar', de: 'Nicht spürbar' },
} as const;

const fanOut = shape<readonly Felt[]>({
  type: 'array',
  maxItems: 2000,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['service', 'customer', 'effect'],
    properties: { service: { type: 'string', maxLength: 24 }, customer: { type: 'string', maxLength: 24 }, effect: { enum: ['down', 'degraded', 'none'] } },
  },
});

export const incidentFields = {
  title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
  description: { kind: 'prose', max: 20_000, search: 'B', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' } },
  requester: { kind: 'ref', to: 'person', label: { en: 'Reported by', nl: 'Gemeld door', de: 'Gemeldet von' } },
  customer: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    listed: true,
    shown_to: ['integrator'],
    label: { en: 'Customer', nl: 'Klant', de: 'Kunde' },
    means: {
      en: 'The customer whose promise leads; others may be affected too.',
      nl: 'De klant wiens afspraak leidend is; er kunnen meer klanten last hebben.',
      de: 'Der Kunde, dessen Zusage führt; weitere können betroffen sein.',
    },
  },
  affected_customers: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Affected customers', nl: 'Getroffen klanten', de: 'Betroffene Kunden' },
    means: {
      en: 'Every one of these sees the incident, and none of them sees the others.',
      nl: 'Elk van hen ziet het incident, en niemand ziet de anderen.',
      de: 'Jeder davon sieht das Incident, und keiner sieht die anderen.',
    },
  },
  service: {
    kind: 'ref',
    to: 'service',
    required: true,
    listed: true,
    label: { en: 'Service', nl: 'Dienst', de: 'Service' },
    means: { en: 'The service as the customer knows it.', nl: 'De dienst zoals de klant die kent.', de: 'Der Service, wie der Kunde ihn kennt.' },
  },
  part: {
    kind: 'ref',
    to: 'service',
    shown_to: ['integrator'],
    label: { en: 'Failing part', nl: 'Falend onderdeel', de: 'Ausgefallener Teil' },
    means: {
      en: 'The service beneath it that fails, when known.',
      nl: 'De onderliggende dienst die faalt, indien bekend.',
      de: 'Der darunterliegende Service, der ausfällt, falls bekannt.',
    },
  },
  effect: {
    kind: 'choice',
    options: effects,
    label: { en: 'Effect', nl: 'Gevolg', de: 'Wirkung' },
    means: { en: 'What the customer notices.', nl: 'Wat de klant ervan merkt.', de: 'Was der Kunde davon merkt.' },
  },
  fan_out: {
    kind: 'data',
    shape: fanOut,
    names: 'incident_fan_out',
    shown_to: ['integrator'],
    label: { en: 'Felt by', nl: 'Gevoeld door', de: 'Gespürt von' },
    means: {
      en: 'Every service and customer that feels it, and how much.',
      nl: 'Elke dienst en klant die het voelt, en hoe erg.',
      de: 'Jeder Service und Kunde, der es spürt, und wie stark.',
    },
  },
  impact: {
    kind: 'choice',
    options: levels,
    required: true,
    label: { en: 'Impact', nl: 'Impact', de: 'Auswirkung' },
    means: { en: 'How much of the business it touches.', nl: 'Hoeveel van het bedrijf het raakt.', de: 'Wie viel vom Geschäft es berührt.' },
  },
  urgency: {
    kind: 'choice',
    options: levels,
    required: true,
    label: { en: 'Urgency', nl: 'Urgentie', de: 'Dringlichkeit' },
    means: { en: 'How long it can wait.', nl: 'Hoe lang het kan wachten.', de: 'Wie lange es warten kann.' },
  },
  priority: {
    kind: 'integer',
    required: true,
    min: 1,
    max: 5,
    sorts: true,
    listed: true,
    label: { en: 'Priority', nl: 'Prioriteit', de: 'Priorität' },
    means: {
      en: 'From the matrix of impact and urgency; 1 is the most pressing.',
      nl: 'Uit de matrix van impact en urgentie; 1 is het dringendst.',
      de: 'Aus der Matrix von Auswirkung und Dringlichkeit; 1 ist am dringendsten.',
    },
  },
  priority_overridden: {
    kind: 'boolean',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Priority set by hand', nl: 'Prioriteit met de hand gezet', de: 'Priorität von Hand gesetzt' },
  },
  source: {
    kind: 'choice',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Came in by', nl: 'Binnengekomen via', de: 'Eingang über' },
    options: {
      monitoring: { en: 'Monitoring', nl: 'Bewaking', de: 'Überwachung' },
      phone: { en: 'Telephone', nl: 'Telefoon', de: 'Telefon' },
      mail: { en: 'E-mail', nl: 'E-mail', de: 'E-Mail' },
      portal: { en: 'Portal', nl: 'Portaal', de: 'Portal' },
      api: { en: 'Other system', nl: 'Ander systeem', de: 'Anderes System' },
      import: { en: 'Import', nl: 'Import', de: 'Import' },
      in_person: { en: 'In person', nl: 'Persoonlijk', de: 'Persönlich' },
    },
  },
  party: {
    kind: 'ref',
    to: 'organisation',
    required: true,
    shown_to: ['integrator'],
    listed: true,
    label: { en: 'With', nl: 'Ligt bij', de: 'Liegt bei' },
    means: { en: 'The organisation that has the work now.', nl: 'De organisatie die het werk nu heeft.', de: 'Die Organisation, die die Arbeit jetzt hat.' },
  },
  team: { kind: 'ref', to: 'team', required: true, shown_to: ['integrator'], listed: true, label: { en: 'Team', nl: 'Team', de: 'Team' } },
  agent: { kind: 'ref', to: 'person', shown_to: ['integrator'], listed: true, label: { en: 'Agent', nl: 'Behandelaar', de: 'Bearbeiter' } },
  owner_team: {
    kind: 'ref',
    to: 'team',
    required: true,
    shown_to: ['integrator'],
    label: { en: 'Owner', nl: 'Eigenaar', de: 'Eigentümer' },
    means: {
      en: 'The team that answers to the customer until it is closed, whoever does the work.',
      nl: 'Het team dat de klant te woord staat tot het gesloten is, wie het werk ook doet.',
      de: 'Das Team, das dem Kunden bis zum Abschluss Rede steht, wer auch immer arbeitet.',
    },
  },
  handed_to: {
    kind: 'ref',
    to: '*',
    shown_to: ['integrator'],
    label: { en: 'Being handed to', nl: 'Wordt overgedragen aan', de: 'Wird übergeben an' },
    means: {
      en: 'The team or organisation that was asked and has not answered; until then the sender has the work.',
      nl: 'Het team of de organisatie die is gevraagd en nog niet antwoordde; tot dan heeft de afzender het werk.',
      de: 'Team oder Organisation, die gefragt ist und noch nicht antwortete; bis dahin hat der Absender die Arbeit.',
    },
  },
  handed_by: {
    kind: 'ref',
    to: 'team',
    shown_to: ['integrator'],
    label: { en: 'Handed over by', nl: 'Overgedragen door', de: 'Übergeben von' },
    means: {
      en: 'The team that keeps the work until the receiver takes it.',
      nl: 'Het team dat het werk houdt tot de ontvanger het oppakt.',
      de: 'Das Team, das die Arbeit behält, bis der Empfänger sie übernimmt.',
    },
  },
  declined: {
    kind: 'integer',
    min: 0,
    shown_to: ['integrator'],
    label: { en: 'Times refused', nl: 'Keren geweigerd', de: 'Wie oft abgelehnt' },
    means: {
      en: 'How often a team declined this or a supplier rejected a work order for it.',
      nl: 'Hoe vaak een team dit afwees of een leverancier een werkopdracht hiervoor weigerde.',
      de: 'Wie oft ein Team dies ablehnte oder ein Lieferant einen Arbeitsauftrag dafür zurückwies.',
    },
  },
  waiting_reason: { kind: 'ref', to: 'reason', label: { en: 'Waits because', nl: 'Wacht omdat', de: 'Wartet, weil' } },
  waiting_on: {
    kind: 'ref',
    to: 'organisation',
    shown_to: ['integrator'],
    label: { en: 'Waits on', nl: 'Wacht op', de: 'Wartet auf' },
    means: { en: 'Whose time it is while this waits.', nl: 'Wiens tijd het is zolang dit wacht.', de: 'Wessen Zeit es ist, solange dies wartet.' },
  },
  waiting_until: { kind: 'instant', label: { en: 'Waits until', nl: 'Wacht tot', de: 'Wartet bis' } },
  started_at: { kind: 'instant', required: true, label: { en: 'Impact since', nl: 'Last sinds', de: 'Beeinträchtigt seit' } },
  cleared_at: {
    kind: 'instant',
    shown_to: ['integrator'],
    label: { en: 'Alarm cleared', nl: 'Alarm opgeheven', de: 'Alarm aufgehoben' },
    means: {
      en: 'When monitoring said it was over; proposed as the moment of restoration.',
      nl: 'Wanneer de bewaking zei dat het voorbij was; voorstel voor het herstelmoment.',
      de: 'Wann die Überwachung das Ende meldete; Vorschlag für den Zeitpunkt der Wiederherstellung.',
    },
  },
  restored_at: { kind: 'instant', label: { en: 'Service restored', nl: 'Dienst hersteld', de: 'Service wiederhergestellt' } },
  resolved_at: { kind: 'instant', label: { en: 'Resolved', nl: 'Opgelost', de: 'Gelöst' } },
  resolution: {
    kind: 'choice',
    label: { en: 'Resolution', nl: 'Oplossing', de: 'Lösung' },
    options: {
      fixed: { en: 'Repaired', nl: 'Gerepareerd', de: 'Repariert' },
      workaround: { en: 'Workaround', nl: 'Omweg', de: 'Umgehung' },
      by_itself: { en: 'Recovered by itself', nl: 'Vanzelf hersteld', de: 'Von selbst erholt' },
      no_fault_found: { en: 'No fault found', nl: 'Geen storing gevonden', de: 'Keine Störung gefunden' },
      duplicate: { en: 'Duplicate', nl: 'Dubbel', de: 'Duplikat' },
    },
  },
  satisfaction: {
    kind: 'integer',
    min: 1,
    max: 5,
    shown_to: ['integrator'],
    label: { en: 'Satisfaction', nl: 'Tevredenheid', de: 'Zufriedenheit' },
    means: {
      en: 'How the customer found the help: 1 very bad, 5 very good.',
      nl: 'Hoe de klant de hulp vond: 1 zeer slecht, 5 zeer goed.',
      de: 'Wie der Kunde die Hilfe fand: 1 sehr schlecht, 5 sehr gut.',
    },
  },
  rated_at: { kind: 'instant', shown_to: ['integrator'], label: { en: 'Rated', nl: 'Beoordeeld', de: 'Bewertet' } },
  rerated_at: { kind: 'instant', shown_to: ['integrator'], label: { en: 'Rating changed', nl: 'Beoordeling gewijzigd', de: 'Bewertung geändert' } },
  reopened: {
    kind: 'integer',
    required: true,
    min: 0,
    shown_to: ['integrator'],
    label: { en: 'Times reopened', nl: 'Keren heropend', de: 'Wie oft wieder geöffnet' },
  },
  parent: { kind: 'ref', to: 'incident', shown_to: ['integrator'], label: { en: 'Same as', nl: 'Zelfde als', de: 'Dasselbe wie' } },
  external_id: {
    kind: 'text',
    max: 120,
    shown_to: ['integrator'],
    label: { en: 'Number elsewhere', nl: 'Nummer elders', de: 'Nummer anderswo' },
    means: {
      en: 'The number in the system it came from; unique.',
      nl: 'Het nummer in het systeem van herkomst; uniek.',
      de: 'Die Nummer im Herkunftssystem; eindeutig.',
    },
  },
  ...knownErrorFields,
  ...escalationFields,
} as const satisfies Readonly<Record<string, Field>>;
