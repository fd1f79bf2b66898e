// What can be asked of an incident, by whom, and what is told about it afterwards.
import type { Field } from '../../kernel/field.ts';
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

const agents = { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const agentsAndCustomers = { any: [agents, { side: 'customer' }] } as const satisfies Scope;
const importers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'administrator'] }] } as const satisfies Scope;
/** Nobody but the product itself: a reaction, the clock. */
const itself = { any: [] } as const satisfies Scope;

const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
const audience = {
  kind: 'texts',
  label: { en: 'Who may read it', nl: 'Wie het mag lezen', de: 'Wer es lesen darf' },
  means: { en: 'Organisations and teams; the writer’s own side when nobody is chosen.', nl: 'Organisaties en teams; alleen de eigen kant als niemand is gekozen.', de: 'Organisationen und Teams; nur die eigene Seite, wenn niemand gewählt ist.' },
} as const satisfies Field;

const working = ['new', 'registered', 'assigned', 'in_progress', 'pending'] as const;
const every = [...working, 'resolved', 'closed', 'cancelled'] as const;

export const incidentCommands = {
  open: {
    opens: true, fact: 'opened', to: ['new', 'registered'], audience: 'all', key: 'c',
    label: { en: 'Report incident', nl: 'Incident melden', de: 'Incident melden' },
    tells: { en: 'reported this: {title}', nl: 'meldde dit: {title}', de: 'meldete dies: {title}' },
    needs: ['title', 'service'],
    takes: ['description', 'requester', 'customer', 'affected_customers', 'part', 'effect', 'fan_out', 'impact', 'urgency', 'source', 'started_at', 'team', 'external_id'],
    input: { note, event: { kind: 'ref', to: 'event', label: { en: 'Event', nl: 'Gebeurtenis', de: 'Ereignis' } } },
    may: agentsAndCustomers,
  },
  register: {
    fact: 'registered', from: ['new'], to: 'registered', audience: 'all', prominent: 1,
    label: { en: 'Register', nl: 'Registreren', de: 'Erfassen' },
    tells: { en: 'registered this with impact {impact} and urgency {urgency}', nl: 'registreerde dit met impact {impact} en urgentie {urgency}', de: 'erfasste dies mit Auswirkung {impact} und Dringlichkeit {urgency}' },
    needs: ['impact', 'urgency'], takes: ['title', 'description', 'service', 'part', 'effect'],
    may: agents,
  },
  assign: {
    fact: 'assigned', from: working, to: ['assigned', 'in_progress'], prominent: 3, key: 'a',
    label: { en: 'Assign', nl: 'Toewijzen', de: 'Zuweisen' },
    tells: { en: 'assigned this to {team}', nl: 'wees dit toe aan {team}', de: 'wies dies {team} zu' },
    needs: ['team'], takes: ['agent'], input: { note },
    may: agents,
  },
  take: {
    fact: 'taken', from: working, to: 'in_progress', audience: 'all', prominent: 2, key: 'i',
    label: { en: 'Take', nl: 'Oppakken', de: 'Übernehmen' },
    tells: { en: 'started working on this', nl: 'ging hiermee aan het werk', de: 'begann mit der Bearbeitung' },
    may: agents,
  },
  note: {
    fact: 'noted', from: every, audience: 'given', prominent: 6, key: 'n',
    label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
    tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
    needs: ['note'], input: { note, audience },
    may: agents,
  },
  reply: {
    fact: 'replied', from: every, audience: 'given', outward: true, prominent: 5, key: 'r',
    label: { en: 'Reply', nl: 'Antwoorden', de: 'Antworten' },
    tells: { en: 'replied', nl: 'antwoordde', de: 'antwortete' },
    needs: ['note'], input: { note, audience },
    may: agentsAndCustomers,
  },
  wait: {
    fact: 'waited', from: ['registered', 'assigned', 'in_progress'], to: 'pending', outward: true, prominent: 7,
    label: { en: 'Wait', nl: 'Wachten', de: 'Warten' },
    tells: { en: 'let this wait: {waiting_reason}', nl: 'laat dit wachten: {waiting_reason}', de: 'lässt dies warten: {waiting_reason}' },
    needs: ['waiting_reason'], takes: ['waiting_until'], input: { note },
    may: agents,
  },
  resume: {
    fact: 'resumed', from: ['pending'], to: 'in_progress', audience: 'all', prominent: 1,
    label: { en: 'Resume', nl: 'Hervatten', de: 'Fortsetzen' },
    tells: { en: 'continued the work', nl: 'ging verder', de: 'setzte die Arbeit fort' },
    input: { note },
    may: agentsAndCustomers,
  },
  reclassify: {
    fact: 'reclassified', from: working, audience: 'all', key: 'l',
    label: { en: 'Classify again', nl: 'Opnieuw indelen', de: 'Neu einstufen' },
    tells: { en: 'classified this again', nl: 'deelde dit opnieuw in', de: 'stufte dies neu ein' },
    takes: ['impact', 'urgency', 'service', 'part', 'effect', 'title'], input: { note },
    may: agents,
  },
  prioritise: {
    fact: 'prioritised', from: working, audience: 'all', key: 'p',
    label: { en: 'Set priority', nl: 'Prioriteit zetten', de: 'Priorität setzen' },
    tells: { en: 'set the priority to {priority} by hand: {reason}', nl: 'zette de prioriteit met de hand op {priority}: {reason}', de: 'setzte die Priorität von Hand auf {priority}: {reason}' },
    needs: ['priority', 'reason'],
    input: { note, reason: { kind: 'ref', to: 'reason', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
    may: agents,
  },
  resolve: {
    fact: 'resolved', from: working, to: 'resolved', audience: 'all', outward: true, prominent: 4, key: 'e',
    label: { en: 'Resolve', nl: 'Oplossen', de: 'Lösen' },
    tells: { en: 'resolved this: {resolution}', nl: 'loste dit op: {resolution}', de: 'löste dies: {resolution}' },
    needs: ['resolution', 'note'], takes: ['restored_at'], input: { note },
    may: agents,
  },
  confirm: {
    fact: 'confirmed', from: ['resolved'], to: 'closed', audience: 'all', prominent: 1,
    label: { en: 'Confirm that it works', nl: 'Bevestigen dat het werkt', de: 'Bestätigen, dass es funktioniert' },
    tells: { en: 'confirmed that the service works again', nl: 'bevestigde dat de dienst weer werkt', de: 'bestätigte, dass der Service wieder funktioniert' },
    input: { note },
    may: { side: 'customer' },
  },
  close: {
    fact: 'closed', from: ['resolved'], to: 'closed', audience: 'all', prominent: 2,
    label: { en: 'Close', nl: 'Sluiten', de: 'Schließen' },
    tells: { en: 'closed this', nl: 'sloot dit', de: 'schloss dies' },
    input: { note },
    may: agents,
  },
  reopen: {
    fact: 'reopened', from: ['resolved', 'closed'], to: 'in_progress', audience: 'all', prominent: 8,
    label: { en: 'Reopen', nl: 'Heropenen', de: 'Wieder öffnen' },
    tells: { en: 'reopened this', nl: 'heropende dit', de: 'öffnete dies wieder' },
    needs: ['note'], input: { note },
    may: agentsAndCustomers,
  },
  cancel: {
    fact: 'cancelled', from: working, to: 'cancelled', audience: 'all', final: true,
    label: { en: 'Cancel', nl: 'Intrekken', de: 'Zurückziehen' },
    tells: { en: 'cancelled this', nl: 'trok dit in', de: 'zog dies zurück' },
    needs: ['note'], input: { note },
    may: agents,
  },
  merge_into: {
    fact: 'merged', from: working, to: 'cancelled', audience: 'all', final: true,
    label: { en: 'Merge into another', nl: 'Samenvoegen met een ander', de: 'Mit anderem zusammenführen' },
    tells: { en: 'merged this into another incident', nl: 'voegde dit samen met een ander incident', de: 'führte dies mit einem anderen Incident zusammen' },
    needs: ['parent'], input: { note },
    may: agents,
  },
  join_event: {
    silent: true, fact: 'joined', from: working,
    label: { en: 'Join an event', nl: 'Gebeurtenis erbij nemen', de: 'Ereignis hinzunehmen' },
    tells: { en: 'recognised {event} as the same incident', nl: 'herkende {event} als hetzelfde incident', de: 'erkannte {event} als dasselbe Incident' },
    needs: ['event'],
    takes: ['affected_customers', 'part', 'effect', 'fan_out', 'impact', 'urgency'],
    input: { note, event: { kind: 'ref', to: 'event', label: { en: 'Event', nl: 'Gebeurtenis', de: 'Ereignis' } } },
    may: itself,
  },
  event_cleared: {
    silent: true, fact: 'event_cleared', from: every,
    label: { en: 'Alarm cleared', nl: 'Alarm opgeheven', de: 'Alarm aufgehoben' },
    tells: { en: 'saw the alarm clear', nl: 'zag het alarm opgeheven', de: 'sah, dass der Alarm aufgehoben ist' },
    needs: ['cleared_at'],
    may: itself,
  },
  pass_custody: {
    silent: true, fact: 'custody_passed', from: working, to: 'in_progress',
    label: { en: 'Pass on', nl: 'Overdragen', de: 'Übergeben' },
    tells: { en: 'passed the work to {party}', nl: 'droeg het werk over aan {party}', de: 'übergab die Arbeit an {party}' },
    needs: ['party', 'team'], input: { note, work_order: { kind: 'ref', to: 'work_order', label: { en: 'Work order', nl: 'Werkopdracht', de: 'Arbeitsauftrag' } } },
    may: itself,
  },
  return_custody: {
    silent: true, fact: 'custody_returned', from: every,
    label: { en: 'Take back', nl: 'Terugnemen', de: 'Zurücknehmen' },
    tells: { en: 'took the work back', nl: 'nam het werk terug', de: 'nahm die Arbeit zurück' },
    input: { note, work_order: { kind: 'ref', to: 'work_order', label: { en: 'Work order', nl: 'Werkopdracht', de: 'Arbeitsauftrag' } } },
    may: itself,
  },
  breach: {
    silent: true, fact: 'breached', from: every,
    label: { en: 'Target missed', nl: 'Norm gemist', de: 'Ziel verfehlt' },
    tells: { en: 'missed a target', nl: 'miste een norm', de: 'verfehlte ein Ziel' },
    needs: ['clock', 'key'],
    input: {
      clock: { kind: 'text', max: 60, label: { en: 'Clock', nl: 'Klok', de: 'Uhr' } },
      key: { kind: 'text', max: 200, label: { en: 'Which promise', nl: 'Welke afspraak', de: 'Welche Zusage' } },
    },
    may: itself,
  },
  import_step: {
    silent: true, fact: 'imported', from: every, to: every,
    label: { en: 'Imported step', nl: 'Geïmporteerde stap', de: 'Importierter Schritt' },
    tells: { en: 'did this in another system', nl: 'deed dit in een ander systeem', de: 'tat dies in einem anderen System' },
    takes: ['title', 'description', 'service', 'part', 'effect', 'impact', 'urgency', 'priority', 'party', 'team', 'agent', 'waiting_reason', 'waiting_until', 'restored_at', 'resolution', 'reopened'],
    input: {
      note,
      state: {
        kind: 'choice', label: { en: 'State', nl: 'Toestand', de: 'Zustand' },
        options: {
          new: { en: 'New', nl: 'Nieuw', de: 'Neu' },
          registered: { en: 'Registered', nl: 'Geregistreerd', de: 'Erfasst' },
          assigned: { en: 'Assigned', nl: 'Toegewezen', de: 'Zugewiesen' },
          in_progress: { en: 'In progress', nl: 'In behandeling', de: 'In Arbeit' },
          pending: { en: 'Waiting', nl: 'Wacht', de: 'Wartet' },
          resolved: { en: 'Resolved', nl: 'Opgelost', de: 'Gelöst' },
          closed: { en: 'Closed', nl: 'Gesloten', de: 'Geschlossen' },
          cancelled: { en: 'Cancelled', nl: 'Ingetrokken', de: 'Zurückgezogen' },
        },
      },
    },
    may: importers,
  },
} as const satisfies Readonly<Record<string, Command>>;
