// What the product itself does to an incident: what events say, whose it is as work orders go round, a target that is missed, a step from elsewhere.
import type { Command } from '../../kernel/record.ts';
import { every, importers, itself, note, working } from './scopes.ts';

export const followingCommands = {
  join_event: {
    silent: true,
    fact: 'joined',
    from: working,
    label: { en: 'Join an event', nl: 'Gebeurtenis erbij nemen', de: 'Ereignis hinzunehmen' },
    tells: { en: 'recognised {event} as the same incident', nl: 'herkende {event} als hetzelfde incident', de: 'erkannte {event} als dasselbe Incident' },
    needs: ['event'],
    takes: ['affected_customers', 'part', 'item', 'effect', 'fan_out', 'impact', 'urgency'],
    input: { note, event: { kind: 'ref', to: 'event', label: { en: 'Event', nl: 'Gebeurtenis', de: 'Ereignis' } } },
    may: itself,
  },
  event_cleared: {
    silent: true,
    fact: 'event_cleared',
    from: every,
    label: { en: 'Alarm cleared', nl: 'Alarm opgeheven', de: 'Alarm aufgehoben' },
    tells: { en: 'saw the alarm clear', nl: 'zag het alarm opgeheven', de: 'sah, dass der Alarm aufgehoben ist' },
    needs: ['cleared_at'],
    may: itself,
  },
  offer_custody: {
    silent: true,
    fact: 'custody_offered',
    from: working,
    label: { en: 'Offer', nl: 'Aanbieden', de: 'Anbieten' },
    tells: { en: 'asked {handed_to} to take the work', nl: 'vroeg {handed_to} het werk over te nemen', de: 'bat {handed_to}, die Arbeit zu übernehmen' },
    needs: ['handed_to'],
    input: { note, work_order: { kind: 'ref', to: 'work_order', label: { en: 'Work order', nl: 'Werkopdracht', de: 'Arbeitsauftrag' } } },
    may: itself,
  },
  pass_custody: {
    silent: true,
    fact: 'custody_passed',
    from: working,
    to: 'in_progress',
    label: { en: 'Pass on', nl: 'Overdragen', de: 'Übergeben' },
    tells: { en: 'passed the work to {party}', nl: 'droeg het werk over aan {party}', de: 'übergab die Arbeit an {party}' },
    needs: ['party', 'team'],
    input: { note, work_order: { kind: 'ref', to: 'work_order', label: { en: 'Work order', nl: 'Werkopdracht', de: 'Arbeitsauftrag' } } },
    may: itself,
  },
  return_custody: {
    silent: true,
    fact: 'custody_returned',
    from: every,
    label: { en: 'Take back', nl: 'Terugnemen', de: 'Zurücknehmen' },
    tells: { en: 'has the work itself, after {work_order}', nl: 'heeft het werk zelf, na {work_order}', de: 'hat die Arbeit selbst, nach {work_order}' },
    takes: ['team', 'handed_to'],
    input: {
      note,
      work_order: { kind: 'ref', to: 'work_order', label: { en: 'Work order', nl: 'Werkopdracht', de: 'Arbeitsauftrag' } },
      rejected: { kind: 'boolean', label: { en: 'Was rejected', nl: 'Is geweigerd', de: 'Wurde abgelehnt' } },
    },
    may: itself,
  },
} as const satisfies Readonly<Record<string, Command>>;

/** One step of a record that was kept elsewhere. */
export const importCommands = {
  import_step: {
    silent: true,
    fact: 'imported',
    from: every,
    to: every,
    label: { en: 'Imported step', nl: 'Geïmporteerde stap', de: 'Importierter Schritt' },
    tells: { en: 'did this in another system', nl: 'deed dit in een ander systeem', de: 'tat dies in einem anderen System' },
    takes: [
      'title',
      'description',
      'service',
      'part',
      'effect',
      'impact',
      'urgency',
      'priority',
      'party',
      'team',
      'agent',
      'waiting_reason',
      'waiting_until',
      'restored_at',
      'resolution',
      'reopened',
    ],
    input: {
      note,
      state: {
        kind: 'choice',
        label: { en: 'State', nl: 'Toestand', de: 'Zustand' },
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
