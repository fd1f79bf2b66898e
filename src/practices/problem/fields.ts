// The fields of a problem, and who is shown them. Suppliers in the team read the title, the briefing and how far it is; nothing else.
import { escalationFields } from '../../kernel/escalation.ts';
import type { Field } from '../../kernel/field.ts';
import { fishboneShape, hypothesesShape, proofShape, timelineShape, whysShape } from './shapes.record.ts';

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
const inside = ['integrator'] as const;

const about = {
  title: {
    kind: 'text',
    required: true,
    max: 300,
    search: 'A',
    listed: true,
    label: { en: 'Title', nl: 'Titel', de: 'Titel' },
    means: {
      en: 'Suppliers in the problem team read this as written: no names of customers or of other suppliers.',
      nl: 'Leveranciers in het probleemteam lezen dit zoals het er staat: geen namen van klanten of andere leveranciers.',
      de: 'Lieferanten im Problemteam lesen dies wörtlich: keine Namen von Kunden oder anderen Lieferanten.',
    },
  },
  description: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' } },
  symptoms: {
    kind: 'prose',
    max: 20_000,
    shown_to: inside,
    label: { en: 'Symptoms', nl: 'Verschijnselen', de: 'Symptome' },
    means: {
      en: 'What people notice, in their words: new incidents are compared with this.',
      nl: 'Wat mensen merken, in hun woorden: nieuwe incidenten worden hiermee vergeleken.',
      de: 'Was man bemerkt, in den Worten der Betroffenen: neue Incidents werden damit verglichen.',
    },
  },
  service: { kind: 'ref', to: 'service', listed: true, shown_to: inside, label: { en: 'Service', nl: 'Dienst', de: 'Service' } },
  services: {
    kind: 'refs',
    to: 'service',
    required: true,
    shown_to: inside,
    label: { en: 'Services it touches', nl: 'Geraakte diensten', de: 'Betroffene Services' },
  },
  items: {
    kind: 'refs',
    to: 'configuration_item',
    required: true,
    shown_to: inside,
    label: { en: 'Items', nl: 'Onderdelen', de: 'Elemente' },
    means: { en: 'Where the cause is looked for.', nl: 'Waar de oorzaak wordt gezocht.', de: 'Wo die Ursache gesucht wird.' },
  },
  incidents: {
    kind: 'refs',
    to: 'incident',
    required: true,
    shown_to: inside,
    label: { en: 'Incidents', nl: 'Incidenten', de: 'Incidents' },
    means: {
      en: 'The incidents it is thought to cause. Linking one changes nothing of the incident.',
      nl: 'De incidenten die hieruit zouden voortkomen. Koppelen verandert niets aan het incident.',
      de: 'Die Incidents, die daraus entstehen sollen. Ein Verweis ändert nichts am Incident.',
    },
  },
  changes: { kind: 'refs', to: 'change', required: true, shown_to: inside, label: { en: 'Changes', nl: 'Wijzigingen', de: 'Changes' } },
  supplier: {
    kind: 'ref',
    to: 'organisation',
    listed: true,
    shown_to: inside,
    label: { en: 'Supplier concerned', nl: 'Betrokken leverancier', de: 'Betroffener Lieferant' },
  },
  source: {
    kind: 'choice',
    required: true,
    shown_to: inside,
    label: { en: 'Found by', nl: 'Gevonden door', de: 'Gefunden durch' },
    options: {
      incidents: { en: 'Incidents', nl: 'Incidenten', de: 'Incidents' },
      candidate: { en: 'Arithmetic: a candidate', nl: 'Rekenwerk: een kandidaat', de: 'Berechnung: ein Kandidat' },
      supplier: { en: 'Notice of a supplier', nl: 'Melding van een leverancier', de: 'Hinweis eines Lieferanten' },
      review: { en: 'Review or risk', nl: 'Evaluatie of risico', de: 'Review oder Risiko' },
    },
  },
  candidate: { kind: 'ref', to: 'problem_candidate', shown_to: inside, label: { en: 'Came from', nl: 'Kwam uit', de: 'Kam aus' } },
  priority: {
    kind: 'integer',
    required: true,
    min: 1,
    max: 5,
    sorts: true,
    listed: true,
    label: { en: 'Priority', nl: 'Prioriteit', de: 'Priorität' },
    means: {
      en: 'By what it costs when nothing is done; not that of its incidents.',
      nl: 'Naar wat het kost als er niets gebeurt; niet die van de incidenten.',
      de: 'Nach dem, was Nichtstun kostet; nicht die der Incidents.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const custody = {
  party: { kind: 'ref', to: 'organisation', required: true, shown_to: inside, label: { en: 'With', nl: 'Ligt bij', de: 'Liegt bei' } },
  team: { kind: 'ref', to: 'team', required: true, shown_to: inside, listed: true, label: { en: 'Team', nl: 'Team', de: 'Team' } },
  agent: { kind: 'ref', to: 'person', shown_to: inside, listed: true, label: { en: 'Analyst', nl: 'Onderzoeker', de: 'Bearbeiter' } },
  waiting_reason: { kind: 'ref', to: 'reason', shown_to: inside, label: { en: 'Waits because', nl: 'Wacht omdat', de: 'Wartet, weil' } },
  waiting_on: {
    kind: 'ref',
    to: 'organisation',
    shown_to: inside,
    label: { en: 'Waits on', nl: 'Wacht op', de: 'Wartet auf' },
    means: { en: 'Whose time it is while this waits.', nl: 'Wiens tijd het is zolang dit wacht.', de: 'Wessen Zeit es ist, solange dies wartet.' },
  },
  waiting_until: { kind: 'instant', shown_to: inside, label: { en: 'Waits until', nl: 'Wacht tot', de: 'Wartet bis' } },
  team_parties: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    shown_to: inside,
    label: { en: 'Suppliers in the team', nl: 'Leveranciers in het team', de: 'Lieferanten im Team' },
    means: {
      en: 'They see the title, the briefing and what is shared with them, and never one another.',
      nl: 'Zij zien de titel, de briefing en wat met hen wordt gedeeld, en nooit elkaar.',
      de: 'Sie sehen Titel, Briefing und was mit ihnen geteilt wird, und niemals einander.',
    },
  },
  members: {
    kind: 'refs',
    to: 'person',
    required: true,
    shown_to: inside,
    label: { en: 'People in the team', nl: 'Mensen in het team', de: 'Personen im Team' },
  },
  briefing: {
    kind: 'prose',
    max: 20_000,
    search: 'B',
    label: { en: 'Briefing', nl: 'Briefing', de: 'Briefing' },
    means: {
      en: 'What everybody in the team may know, suppliers too.',
      nl: 'Wat iedereen in het team mag weten, ook leveranciers.',
      de: 'Was alle im Team wissen dürfen, auch Lieferanten.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const investigation = {
  hypotheses: {
    kind: 'data',
    shape: hypothesesShape,
    names: 'problem_hypotheses',
    shown_to: inside,
    label: { en: 'Hypotheses', nl: 'Hypothesen', de: 'Hypothesen' },
  },
  timeline: { kind: 'data', shape: timelineShape, names: 'problem_timeline', shown_to: inside, label: { en: 'Timeline', nl: 'Tijdlijn', de: 'Zeitleiste' } },
  whys: { kind: 'data', shape: whysShape, names: 'problem_whys', shown_to: inside, label: { en: 'Five whys', nl: 'Vijf keer waarom', de: 'Fünfmal warum' } },
  fishbone: { kind: 'data', shape: fishboneShape, names: 'problem_fishbone', shown_to: inside, label: { en: 'Fishbone', nl: 'Visgraat', de: 'Fischgräte' } },
  factors: {
    kind: 'texts',
    required: true,
    shown_to: inside,
    label: { en: 'Contributing factors', nl: 'Bijdragende factoren', de: 'Beitragende Faktoren' },
  },
  root_cause: {
    kind: 'prose',
    max: 20_000,
    shown_to: inside,
    label: { en: 'Root cause', nl: 'Grondoorzaak', de: 'Grundursache' },
    means: {
      en: 'What made it happen; not who. Who is answerable is a field of its own.',
      nl: 'Waardoor het gebeurt; niet door wie. Wie ervoor instaat is een eigen veld.',
      de: 'Wodurch es geschieht; nicht durch wen. Wer dafür einsteht, ist ein eigenes Feld.',
    },
  },
  answerable: {
    kind: 'ref',
    to: 'organisation',
    shown_to: inside,
    label: { en: 'Answerable party', nl: 'Wie ervoor instaat', de: 'Verantwortliche Partei' },
    means: {
      en: 'By the agreements; it may be another than where the cause lies.',
      nl: 'Volgens de afspraken; dat kan een ander zijn dan waar de oorzaak ligt.',
      de: 'Laut Vereinbarungen; das kann eine andere sein als dort, wo die Ursache liegt.',
    },
  },
  workaround: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Workaround', nl: 'Omweg', de: 'Umgehung' } },
  no_workaround: {
    kind: 'boolean',
    required: true,
    shown_to: inside,
    label: { en: 'There is no workaround', nl: 'Er is geen omweg', de: 'Es gibt keine Umgehung' },
    means: {
      en: 'Said on purpose: it was looked for and does not exist.',
      nl: 'Uitdrukkelijk gezegd: ernaar gezocht, en het bestaat niet.',
      de: 'Ausdrücklich gesagt: es wurde gesucht und existiert nicht.',
    },
  },
  solution: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Solution', nl: 'Oplossing', de: 'Lösung' } },
} as const satisfies Readonly<Record<string, Field>>;

const proof = {
  matches: {
    kind: 'text',
    max: 300,
    shown_to: inside,
    label: { en: 'Words of a recurrence', nl: 'Woorden van een herhaling', de: 'Wörter einer Wiederholung' },
    means: {
      en: 'An incident on its services whose title or description has these words counts as a recurrence, linked or not. "or" between words allows either.',
      nl: 'Een incident op zijn diensten met deze woorden in titel of omschrijving telt als herhaling, gekoppeld of niet. "or" tussen woorden laat beide toe.',
      de: 'Ein Incident auf seinen Services mit diesen Wörtern im Titel oder in der Beschreibung zählt als Wiederholung, verknüpft oder nicht. "or" zwischen Wörtern erlaubt beide.',
    },
  },
  fixed_at: {
    kind: 'instant',
    shown_to: inside,
    label: { en: 'Cause removed', nl: 'Oorzaak weggenomen', de: 'Ursache beseitigt' },
    means: { en: 'From here on recurrences are counted.', nl: 'Vanaf hier worden herhalingen geteld.', de: 'Ab hier werden Wiederholungen gezählt.' },
  },
  baseline_days: {
    kind: 'integer',
    min: 7,
    max: 730,
    shown_to: inside,
    label: { en: 'Compared with the days before', nl: 'Vergeleken met de dagen ervoor', de: 'Verglichen mit den Tagen davor' },
  },
  verify_until: { kind: 'instant', shown_to: inside, label: { en: 'Verified until', nl: 'Verificatie tot', de: 'Verifizierung bis' } },
  proof: { kind: 'data', shape: proofShape, names: 'problem_proof', shown_to: inside, label: { en: 'Proof', nl: 'Bewijs', de: 'Nachweis' } },
  risk_owner: { kind: 'ref', to: 'person', shown_to: inside, label: { en: 'Owner of the risk', nl: 'Eigenaar van het risico', de: 'Eigentümer des Risikos' } },
  risk_until: {
    kind: 'instant',
    shown_to: inside,
    label: { en: 'Accepted until', nl: 'Aanvaard tot', de: 'Akzeptiert bis' },
    means: { en: 'Then it comes back by itself.', nl: 'Dan komt het vanzelf terug.', de: 'Dann kommt es von selbst zurück.' },
  },
  risk_reason: {
    kind: 'prose',
    max: 20_000,
    shown_to: inside,
    label: { en: 'Why it is accepted', nl: 'Waarom het aanvaard is', de: 'Warum es akzeptiert ist' },
  },
  review: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Review', nl: 'Evaluatie', de: 'Review' } },
} as const satisfies Readonly<Record<string, Field>>;

export const problemFields = { ...about, ...custody, ...investigation, ...proof, ...escalationFields } as const satisfies Readonly<Record<string, Field>>;
