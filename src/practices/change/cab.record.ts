// What a meeting of the change advisory board is: an agenda frozen at the cut-off, votes on it, and minutes that its decisions write.
import { define } from '../../kernel/record.ts';
import { cabCommands } from './cab-commands.ts';
import { cabFields } from './cab-fields.ts';
import { cabRefusals } from './cab-refusals.ts';

/** A forum that governs, rather than the work itself. */
export const cabMeeting = define({
  name: 'cab_meeting',
  plural: 'cab_meetings',
  practice: 'change',
  level: 'tactical',
  prefix: 'CAB',
  label: { en: 'CAB meeting', nl: 'CAB-vergadering', de: 'CAB-Sitzung' },
  plural_label: { en: 'CAB meetings', nl: 'CAB-vergaderingen', de: 'CAB-Sitzungen' },
  means: {
    en: 'People of all parties judge changes together, at one table or by votes before a deadline. The decisions are the minutes.',
    nl: 'Mensen van alle partijen beoordelen samen changes, aan één tafel of met stemmen vóór een tijdstip. De besluiten zijn de notulen.',
    de: 'Menschen aller Parteien beurteilen Changes gemeinsam, an einem Tisch oder mit Stimmen bis zu einer Frist. Die Beschlüsse sind das Protokoll.',
  },
  title: 'title',
  initial: 'planned',
  fields: cabFields,
  states: {
    planned: { label: { en: 'Planned', nl: 'Gepland', de: 'Geplant' }, tone: 'neutral' },
    frozen: { label: { en: 'Agenda frozen', nl: 'Agenda bevroren', de: 'Agenda eingefroren' }, tone: 'info' },
    in_session: { label: { en: 'In session', nl: 'Bezig', de: 'Läuft' }, tone: 'good' },
    paused: { label: { en: 'Paused', nl: 'Geschorst', de: 'Unterbrochen' }, tone: 'warn' },
    held: { label: { en: 'Held', nl: 'Gehouden', de: 'Abgehalten' }, tone: 'neutral', ends: true },
    cancelled: { label: { en: 'Cancelled', nl: 'Afgezegd', de: 'Abgesagt' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { field: 'parties', overlaps: 'parties' }] },
  parties: { supplier: ['parties'] },
  commands: cabCommands,
  refusals: cabRefusals,
});
