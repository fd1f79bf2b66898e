// What the assessment of a change asks and finds: the seven questions, the risk with its reasons, who is hit, and who may decide.
import type { Field } from '../../kernel/field.ts';
import { answers, excepted, hurt, risk, votes } from './shapes.record.ts';

const working = ['integrator', 'supplier'] as const;
const ours = ['integrator'] as const;

/** Who decides, from low to high. */
export const authorities = {
  model: { en: 'The model (pre-authorised)', nl: 'Het model (vooraf goedgekeurd)', de: 'Das Modell (vorab genehmigt)' },
  process_manager: { en: 'Process manager', nl: 'Procesmanager', de: 'Prozessmanager' },
  cab: { en: 'Change advisory board', nl: 'Change advisory board', de: 'Change Advisory Board' },
  ecab: { en: 'Emergency board', nl: 'Spoed-CAB', de: 'Notfall-CAB' },
  executive: { en: 'Executive', nl: 'Directie', de: 'Geschäftsleitung' },
} as const;

export const assessmentFields = {
  requester: {
    kind: 'ref',
    to: 'person',
    shown_to: working,
    label: { en: 'Raised by', nl: 'Aangevraagd door', de: 'Beantragt von' },
    means: { en: 'Question 1: who raised it?', nl: 'Vraag 1: wie vraagt erom?', de: 'Frage 1: Wer hat ihn beantragt?' },
  },
  reason: {
    kind: 'prose',
    max: 20_000,
    search: 'C',
    shown_to: working,
    label: { en: 'Reason', nl: 'Reden', de: 'Grund' },
    means: { en: 'Question 2: why is it needed?', nl: 'Vraag 2: waarom is het nodig?', de: 'Frage 2: Warum ist er nötig?' },
  },
  benefit: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Return', nl: 'Opbrengst', de: 'Ertrag' },
    means: { en: 'Question 3: what does it bring?', nl: 'Vraag 3: wat levert het op?', de: 'Frage 3: Was bringt er?' },
  },
  risks: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Risks', nl: 'Risico’s', de: 'Risiken' },
    means: {
      en: 'Question 4: what can go wrong, and what if it is not done?',
      nl: 'Vraag 4: wat kan er misgaan, en wat als het niet gebeurt?',
      de: 'Frage 4: Was kann schiefgehen, und was, wenn er unterbleibt?',
    },
  },
  resources: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Resources', nl: 'Middelen', de: 'Mittel' },
    means: {
      en: 'Question 5: what does it take: people, hours, money?',
      nl: 'Vraag 5: wat kost het: mensen, uren, geld?',
      de: 'Frage 5: Was braucht er: Menschen, Stunden, Geld?',
    },
  },
  builder: {
    kind: 'ref',
    to: 'person',
    shown_to: working,
    label: { en: 'Builds', nl: 'Bouwt', de: 'Baut' },
    means: {
      en: 'Question 6: who is responsible for building it? Never who approves it.',
      nl: 'Vraag 6: wie is verantwoordelijk voor het bouwen? Nooit wie goedkeurt.',
      de: 'Frage 6: Wer ist für den Bau verantwortlich? Nie wer genehmigt.',
    },
  },
  tester: { kind: 'ref', to: 'person', shown_to: working, label: { en: 'Tests', nl: 'Test', de: 'Testet' } },
  implementer: { kind: 'ref', to: 'person', shown_to: working, label: { en: 'Implements', nl: 'Voert uit', de: 'Setzt um' } },
  relations: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Relation to other changes', nl: 'Samenhang met andere wijzigingen', de: 'Beziehung zu anderen Changes' },
    means: {
      en: 'Question 7: what must go before, after or together?',
      nl: 'Vraag 7: wat moet eerst, later of samen?',
      de: 'Frage 7: Was muss davor, danach oder zusammen geschehen?',
    },
  },
  related: {
    kind: 'refs',
    to: 'change',
    required: true,
    shown_to: ours,
    label: { en: 'Related changes', nl: 'Verwante wijzigingen', de: 'Verwandte Changes' },
  },
  risk_score: {
    kind: 'integer',
    min: 0,
    max: 100,
    listed: true,
    sorts: true,
    shown_to: ours,
    label: { en: 'Risk', nl: 'Risico', de: 'Risiko' },
    means: {
      en: 'From 0 (none) to 100; reckoned from data, unless a person said otherwise with a reason.',
      nl: 'Van 0 (geen) tot 100; berekend uit gegevens, tenzij iemand met reden anders zei.',
      de: 'Von 0 (keines) bis 100; aus Daten berechnet, sofern niemand mit Grund etwas anderes sagte.',
    },
  },
  risk: {
    kind: 'data',
    shape: risk,
    names: 'change_risk',
    shown_to: ours,
    label: { en: 'Risk with reasons', nl: 'Risico met redenen', de: 'Risiko mit Gründen' },
  },
  hurt: {
    kind: 'data',
    shape: hurt,
    names: 'change_hurt',
    shown_to: ours,
    label: { en: 'Felt by', nl: 'Gevoeld door', de: 'Gespürt von' },
    means: {
      en: 'Every customer, service and promise that it hits, and whether inside the hours that were agreed.',
      nl: 'Elke klant, dienst en afspraak die het raakt, en of dat binnen de afgesproken uren is.',
      de: 'Jeder Kunde, Service und jede Zusage, die er trifft, und ob in den vereinbarten Zeiten.',
    },
  },
  authority: { kind: 'choice', options: authorities, shown_to: ours, label: { en: 'Decided by', nl: 'Beslist door', de: 'Entscheidet' } },
  approver: { kind: 'ref', to: 'person', shown_to: ours, label: { en: 'Approved by', nl: 'Goedgekeurd door', de: 'Genehmigt von' } },
  service_level_manager: {
    kind: 'ref',
    to: 'person',
    shown_to: ours,
    label: { en: 'Consent of service levels', nl: 'Instemming serviceniveaus', de: 'Zustimmung Service Level' },
    means: {
      en: 'The service level manager who agreed that promises are touched.',
      nl: 'De servicelevelmanager die ermee instemde dat afspraken worden geraakt.',
      de: 'Der Service Level Manager, der zustimmte, dass Zusagen berührt werden.',
    },
  },
  answers: {
    kind: 'data',
    shape: answers,
    names: 'change_answers',
    shown_to: ours,
    label: { en: 'Answers of customers', nl: 'Antwoorden van klanten', de: 'Antworten der Kunden' },
  },
  exception: {
    kind: 'prose',
    max: 20_000,
    shown_to: ours,
    label: { en: 'Exception', nl: 'Uitzondering', de: 'Ausnahme' },
    means: {
      en: 'Why it goes on although the calendar forbids its time, or without the consent of every customer.',
      nl: 'Waarom het doorgaat hoewel de kalender de tijd verbiedt, of zonder instemming van elke klant.',
      de: 'Warum er stattfindet, obwohl der Kalender die Zeit verbietet, oder ohne Zustimmung jedes Kunden.',
    },
  },
  excepted: {
    kind: 'data',
    shape: excepted,
    names: 'change_excepted',
    shown_to: ours,
    label: { en: 'Exception for', nl: 'Uitzondering voor', de: 'Ausnahme für' },
    means: {
      en: 'Who made the exception, for which time, and for what stood in the way then. At another time it does not hold.',
      nl: 'Wie de uitzondering maakte, voor welke tijd, en waarvoor. Op een andere tijd geldt ze niet.',
      de: 'Wer die Ausnahme machte, für welche Zeit und wofür. Zu anderer Zeit gilt sie nicht.',
    },
  },
  meeting: { kind: 'ref', to: 'cab_meeting', shown_to: ours, label: { en: 'Meeting', nl: 'Vergadering', de: 'Sitzung' } },
  votes: { kind: 'data', shape: votes, names: 'change_votes', shown_to: ours, label: { en: 'Votes', nl: 'Stemmen', de: 'Stimmen' } },
  decision: {
    kind: 'choice',
    shown_to: ours,
    label: { en: 'Decision', nl: 'Besluit', de: 'Entscheidung' },
    options: {
      approve: { en: 'Approved', nl: 'Goedgekeurd', de: 'Genehmigt' },
      approve_if: { en: 'Approved with conditions', nl: 'Goedgekeurd onder voorwaarden', de: 'Unter Bedingungen genehmigt' },
      defer: { en: 'Deferred', nl: 'Uitgesteld', de: 'Vertagt' },
      reject: { en: 'Rejected', nl: 'Afgewezen', de: 'Abgelehnt' },
    },
  },
  decision_reason: {
    kind: 'prose',
    max: 20_000,
    shown_to: working,
    label: { en: 'Reason of the decision', nl: 'Reden van het besluit', de: 'Grund der Entscheidung' },
  },
  conditions: { kind: 'prose', max: 20_000, shown_to: working, label: { en: 'Conditions', nl: 'Voorwaarden', de: 'Bedingungen' } },
  decided_at: { kind: 'instant', shown_to: ours, label: { en: 'Decided', nl: 'Besloten', de: 'Entschieden' } },
  deferred_until: { kind: 'instant', shown_to: working, label: { en: 'Deferred until', nl: 'Uitgesteld tot', de: 'Vertagt bis' } },
} as const satisfies Readonly<Record<string, Field>>;
