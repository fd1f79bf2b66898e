// What a work order is: work handed to a supplier or an internal team, under its own number, clock and audience.
import type { Field } from '../../kernel/field.ts';
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

const agents = { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const receivers = { any: [{ all: [{ side: 'supplier' }, { field: 'supplier', in: 'parties' }] }, agents] } as const satisfies Scope;
/** Nobody but the product itself: a reaction, the clock. */
const itself = { any: [] } as const satisfies Scope;

const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
const audience = {
  kind: 'texts',
  label: { en: 'Who may read it', nl: 'Wie het mag lezen', de: 'Wer es lesen darf' },
  means: { en: 'Organisations and teams; the writer’s own side when nobody is chosen.', nl: 'Organisaties en teams; alleen de eigen kant als niemand is gekozen.', de: 'Organisationen und Teams; nur die eigene Seite, wenn niemand gewählt ist.' },
} as const satisfies Field;

export const workOrder = define({
  name: 'work_order',
  plural: 'work_orders',
  practice: 'work_order',
  level: 'operational',
  prefix: 'WO',
  label: { en: 'work order', nl: 'werkopdracht', de: 'Arbeitsauftrag' },
  plural_label: { en: 'work orders', nl: 'werkopdrachten', de: 'Arbeitsaufträge' },
  means: {
    en: 'Work handed to a supplier or an internal team. They see what was sent, and nothing of the customer’s record.',
    nl: 'Werk dat aan een leverancier of intern team is overgedragen. Zij zien wat is verstuurd, en niets van het record van de klant.',
    de: 'Arbeit, die einem Lieferanten oder internen Team übergeben wurde. Sie sehen, was gesendet wurde, und nichts vom Datensatz des Kunden.',
  },
  title: 'title',
  initial: 'offered',
  fields: {
    title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' }, means: { en: 'The supplier reads this as written.', nl: 'De leverancier leest dit zoals het er staat.', de: 'Der Lieferant liest dies wörtlich.' } },
    instruction: { kind: 'prose', required: true, max: 20_000, search: 'B', label: { en: 'Instruction', nl: 'Opdracht', de: 'Anweisung' }, means: { en: 'What is asked, for the supplier’s eyes: no names of customers that they need not know.', nl: 'Wat er gevraagd wordt, voor de ogen van de leverancier: geen klantnamen die zij niet hoeven te kennen.', de: 'Was verlangt wird, für die Augen des Lieferanten: keine Kundennamen, die er nicht kennen muss.' } },
    parent: { kind: 'ref', to: '*', shown_to: ['integrator'], label: { en: 'Belongs to', nl: 'Hoort bij', de: 'Gehört zu' }, means: { en: 'The incident or other record this work is for.', nl: 'Het incident of andere record waarvoor dit werk is.', de: 'Das Incident oder der andere Datensatz, für den diese Arbeit ist.' } },
    service: { kind: 'ref', to: 'service', listed: true, label: { en: 'Service', nl: 'Dienst', de: 'Service' }, means: { en: 'The supplier’s service the work is about.', nl: 'De dienst van de leverancier waar het werk over gaat.', de: 'Der Service des Lieferanten, um den es geht.' } },
    supplier: { kind: 'ref', to: 'organisation', required: true, listed: true, label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' }, means: { en: 'Who is asked; the house itself for an internal team.', nl: 'Wie gevraagd wordt; het huis zelf voor een intern team.', de: 'Wer gefragt wird; das Haus selbst bei einem internen Team.' } },
    team: { kind: 'ref', to: 'team', listed: true, label: { en: 'Team', nl: 'Team', de: 'Team' }, means: { en: 'The team of the receiver that is asked.', nl: 'Het team van de ontvanger dat gevraagd wordt.', de: 'Das gefragte Team des Empfängers.' } },
    agent: { kind: 'ref', to: 'person', label: { en: 'Agent', nl: 'Behandelaar', de: 'Bearbeiter' } },
    holder: { kind: 'ref', to: 'organisation', required: true, shown_to: ['integrator'], label: { en: 'With', nl: 'Ligt bij', de: 'Liegt bei' }, means: { en: 'Who has the work: the sender until the receiver accepts.', nl: 'Wie het werk heeft: de afzender, tot de ontvanger aanneemt.', de: 'Wer die Arbeit hat: der Absender, bis der Empfänger annimmt.' } },
    priority: { kind: 'integer', required: true, min: 1, max: 5, sorts: true, listed: true, label: { en: 'Priority', nl: 'Prioriteit', de: 'Priorität' } },
    their_reference: { kind: 'text', max: 120, search: 'A', listed: true, label: { en: 'Their number', nl: 'Hun nummer', de: 'Deren Nummer' }, means: { en: 'The number of this work in the receiver’s own system.', nl: 'Het nummer van dit werk in het systeem van de ontvanger.', de: 'Die Nummer dieser Arbeit im System des Empfängers.' } },
    reject_reason: { kind: 'ref', to: 'reason', label: { en: 'Rejected because', nl: 'Geweigerd omdat', de: 'Abgelehnt, weil' } },
    waiting_reason: { kind: 'ref', to: 'reason', label: { en: 'Waits because', nl: 'Wacht omdat', de: 'Wartet, weil' } },
    waiting_on: { kind: 'ref', to: 'organisation', shown_to: ['integrator', 'supplier'], label: { en: 'Waits on', nl: 'Wacht op', de: 'Wartet auf' }, means: { en: 'Whose time it is while this waits.', nl: 'Wiens tijd het is zolang dit wacht.', de: 'Wessen Zeit es ist, solange dies wartet.' } },
    waiting_until: { kind: 'instant', label: { en: 'Waits until', nl: 'Wacht tot', de: 'Wartet bis' } },
    result: { kind: 'prose', max: 20_000, label: { en: 'Result', nl: 'Resultaat', de: 'Ergebnis' } },
  },
  states: {
    offered: { label: { en: 'Offered', nl: 'Aangeboden', de: 'Angeboten' }, tone: 'info' },
    accepted: { label: { en: 'Accepted', nl: 'Aangenomen', de: 'Angenommen' }, tone: 'info' },
    in_progress: { label: { en: 'In progress', nl: 'In uitvoering', de: 'In Arbeit' }, tone: 'info' },
    pending: { label: { en: 'Waiting', nl: 'Wacht', de: 'Wartet' }, tone: 'warn' },
    completed: { label: { en: 'Completed', nl: 'Gereed gemeld', de: 'Fertig gemeldet' }, tone: 'good' },
    rejected: { label: { en: 'Rejected', nl: 'Geweigerd', de: 'Abgelehnt' }, tone: 'bad', ends: true },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
    closed: { label: { en: 'Closed', nl: 'Gesloten', de: 'Geschlossen' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { all: [{ side: 'supplier' }, { field: 'supplier', in: 'parties' }] }] },
  parties: { supplier: ['supplier'] },
  custody: { party: 'holder', team: 'team', person: 'agent', reason: 'waiting_reason', waited_on: 'waiting_on' },
  clocks: {
    accept: {
      label: { en: 'Acceptance', nl: 'Aanname', de: 'Annahme' },
      metric: 'accept',
      runs_in: ['offered'],
      stops_in: ['accepted', 'in_progress', 'pending', 'completed', 'rejected', 'closed'],
      cancels_in: ['withdrawn'],
      once: true,
    },
    repair: {
      label: { en: 'Repair', nl: 'Reparatie', de: 'Reparatur' },
      metric: 'repair',
      runs_in: ['accepted', 'in_progress', 'pending'],
      stops_in: ['completed', 'closed'],
      cancels_in: ['rejected', 'withdrawn'],
    },
  },
  commands: {
    offer: {
      opens: true, fact: 'offered', to: 'offered', audience: 'all', outward: true,
      label: { en: 'Send work order', nl: 'Werkopdracht sturen', de: 'Arbeitsauftrag senden' },
      tells: { en: 'offered this work: {title}', nl: 'bood dit werk aan: {title}', de: 'bot diese Arbeit an: {title}' },
      needs: ['title', 'instruction', 'supplier'], takes: ['parent', 'service', 'team', 'priority'],
      may: agents,
    },
    accept: {
      fact: 'accepted', from: ['offered'], to: 'accepted', audience: 'all', outward: true, prominent: 1, key: 'i',
      label: { en: 'Accept', nl: 'Aannemen', de: 'Annehmen' },
      tells: { en: 'accepted the work', nl: 'nam het werk aan', de: 'nahm die Arbeit an' },
      takes: ['their_reference', 'team', 'agent'], input: { note },
      may: receivers,
    },
    reject: {
      fact: 'rejected', from: ['offered'], to: 'rejected', audience: 'all', outward: true, prominent: 2, final: true,
      label: { en: 'Reject', nl: 'Weigeren', de: 'Ablehnen' },
      tells: { en: 'rejected the work: {reject_reason}', nl: 'weigerde het werk: {reject_reason}', de: 'lehnte die Arbeit ab: {reject_reason}' },
      needs: ['reject_reason'], input: { note },
      may: receivers,
    },
    start: {
      fact: 'started', from: ['accepted'], to: 'in_progress', audience: 'all', prominent: 1,
      label: { en: 'Start', nl: 'Beginnen', de: 'Beginnen' },
      tells: { en: 'started the work', nl: 'begon met het werk', de: 'begann mit der Arbeit' },
      takes: ['agent'], input: { note },
      may: receivers,
    },
    refer: {
      fact: 'referred', from: ['offered', 'accepted', 'in_progress', 'pending', 'completed'], audience: 'all',
      label: { en: 'Give own number', nl: 'Eigen nummer geven', de: 'Eigene Nummer angeben' },
      tells: { en: 'gave this the number {their_reference}', nl: 'gaf dit nummer {their_reference}', de: 'gab diesem die Nummer {their_reference}' },
      needs: ['their_reference'],
      may: receivers,
    },
    wait: {
      fact: 'waited', from: ['accepted', 'in_progress'], to: 'pending', audience: 'all', prominent: 4,
      label: { en: 'Wait', nl: 'Wachten', de: 'Warten' },
      tells: { en: 'let the work wait: {waiting_reason}', nl: 'laat het werk wachten: {waiting_reason}', de: 'lässt die Arbeit warten: {waiting_reason}' },
      needs: ['waiting_reason'], takes: ['waiting_until'], input: { note },
      may: receivers,
    },
    resume: {
      fact: 'resumed', from: ['pending'], to: 'in_progress', audience: 'all', prominent: 1,
      label: { en: 'Resume', nl: 'Hervatten', de: 'Fortsetzen' },
      tells: { en: 'continued the work', nl: 'ging verder met het werk', de: 'setzte die Arbeit fort' },
      input: { note },
      may: receivers,
    },
    complete: {
      fact: 'completed', from: ['accepted', 'in_progress', 'pending'], to: 'completed', audience: 'all', outward: true, prominent: 2, key: 'e',
      label: { en: 'Report done', nl: 'Gereed melden', de: 'Fertig melden' },
      tells: { en: 'reported the work done', nl: 'meldde het werk gereed', de: 'meldete die Arbeit fertig' },
      needs: ['result'],
      may: receivers,
    },
    close: {
      fact: 'closed', from: ['completed'], to: 'closed', audience: 'all', outward: true, prominent: 1,
      label: { en: 'Approve and close', nl: 'Goedkeuren en sluiten', de: 'Genehmigen und schließen' },
      tells: { en: 'approved the work', nl: 'keurde het werk goed', de: 'genehmigte die Arbeit' },
      input: { note },
      may: agents,
    },
    send_back: {
      fact: 'sent_back', from: ['completed'], to: 'in_progress', audience: 'all', outward: true, prominent: 2,
      label: { en: 'Send back', nl: 'Terugsturen', de: 'Zurücksenden' },
      tells: { en: 'sent the work back', nl: 'stuurde het werk terug', de: 'sandte die Arbeit zurück' },
      needs: ['note'], input: { note },
      may: agents,
    },
    withdraw: {
      fact: 'withdrawn', from: ['offered', 'accepted', 'in_progress', 'pending'], to: 'withdrawn', audience: 'all', outward: true, final: true,
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew the work', nl: 'trok het werk in', de: 'zog die Arbeit zurück' },
      needs: ['note'], input: { note },
      may: agents,
    },
    note: {
      fact: 'noted', from: ['offered', 'accepted', 'in_progress', 'pending', 'completed', 'rejected', 'withdrawn', 'closed'], audience: 'given', outward: true, prominent: 6, key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'], input: { note, audience },
      may: receivers,
    },
    breach: {
      silent: true, fact: 'breached', from: ['offered', 'accepted', 'in_progress', 'pending', 'completed', 'rejected', 'withdrawn', 'closed'],
      label: { en: 'Target missed', nl: 'Norm gemist', de: 'Ziel verfehlt' },
      tells: { en: 'missed a target', nl: 'miste een norm', de: 'verfehlte ein Ziel' },
      needs: ['clock', 'key'],
      input: {
        clock: { kind: 'text', max: 60, label: { en: 'Clock', nl: 'Klok', de: 'Uhr' } },
        key: { kind: 'text', max: 200, label: { en: 'Which promise', nl: 'Welke afspraak', de: 'Welche Zusage' } },
      },
      may: itself,
    },
  },
  refusals: {
    'work_order.offer.wrong_team': { en: '{team} is not a team of {supplier}.', nl: '{team} is geen team van {supplier}.', de: '{team} ist kein Team von {supplier}.' },
    'work_order.offer.wrong_service': { en: '{service} is not provided by {supplier}.', nl: '{service} wordt niet door {supplier} geleverd.', de: '{service} wird nicht von {supplier} erbracht.' },
    'work_order.offer.parent_closed': { en: 'parent {parent} is no longer open.', nl: 'parent {parent} staat niet meer open.', de: 'parent {parent} ist nicht mehr offen.' },
    'work_order.offer.to_a_customer': { en: '{supplier} is not a supplier or the house itself.', nl: '{supplier} is geen leverancier of het huis zelf.', de: '{supplier} ist weder Lieferant noch das Haus selbst.' },
    'work_order.reject.wrong_reason': { en: 'reject_reason {reason} is not a reason for rejecting that is in use.', nl: 'reject_reason {reason} is geen weigeringsreden die in gebruik is.', de: 'reject_reason {reason} ist kein Ablehnungsgrund, der in Gebrauch ist.' },
    'work_order.wait.wrong_reason': { en: 'waiting_reason {reason} is not a reason for waiting that is in use.', nl: 'waiting_reason {reason} is geen wachtreden die in gebruik is.', de: 'waiting_reason {reason} ist kein Wartegrund, der in Gebrauch ist.' },
    'work_order.wait.in_past': { en: 'waiting_until must be later than now.', nl: 'waiting_until moet later zijn dan nu.', de: 'waiting_until muss später als jetzt sein.' },
    'work_order.on_behalf.needs_note': { en: 'note must say who of the supplier told you this: you answer on their behalf.', nl: 'note moet zeggen wie van de leverancier dit meldde: u antwoordt namens hen.', de: 'note muss sagen, wer beim Lieferanten dies mitteilte: Sie antworten in dessen Namen.' },
  },
  places: {
    itil: 'supplier management',
    ipw: null,
    ism: 'incident management',
    iso20000: '8.3.4 Supplier management',
    siam: 'multi-supplier coordination',
    usm: 'restore',
  },
});
