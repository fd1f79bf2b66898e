// The columns of the lists inside forums, decisions and meetings.
import { effectKinds } from '../../../practices/governance/decision.record.ts';
import { obligationKinds } from '../../../practices/governance/forum.shapes.record.ts';
import type { Agenda } from '../../../practices/governance/meeting.shapes.record.ts';
import { points } from '../../../practices/governance/words.record.ts';
import type { Columns } from '../../record/row-words.ts';
import type { Tongue } from '../../record/widget.ts';

const code = { kind: 'text', required: true, max: 40, label: { en: 'Code', nl: 'Code', de: 'Code' } } as const;

export const governanceColumns = {
  obligations: {
    code,
    kind: { kind: 'choice', required: true, width: 200, options: obligationKinds, label: { en: 'Kind', nl: 'Soort', de: 'Art' } },
    text: { kind: 'text', required: true, max: 500, width: 300, label: { en: 'What is owed', nl: 'Wat wordt verwacht', de: 'Was geschuldet ist' } },
    within_hours: { kind: 'integer', min: 1, max: 8_760, label: { en: 'Within hours', nl: 'Binnen uren', de: 'Binnen Stunden' } },
    due_on: { kind: 'date', width: 160, label: { en: 'Once, before', nl: 'Eenmalig, vóór', de: 'Einmalig, vor' } },
  },
  attested: {
    on: { kind: 'date', label: { en: 'On', nl: 'Op', de: 'Am' } },
    code,
    kept: { kind: 'boolean', label: { en: 'Kept', nl: 'Nagekomen', de: 'Eingehalten' } },
    record: { kind: 'ref', to: '*', label: { en: 'Shown by', nl: 'Blijkt uit', de: 'Belegt durch' } },
    text: { kind: 'text', label: { en: 'What happened', nl: 'Wat er gebeurde', de: 'Was geschah' } },
  },
  effects: {
    kind: { kind: 'choice', required: true, width: 220, options: effectKinds, label: { en: 'What changes', nl: 'Wat verandert', de: 'Was sich ändert' } },
    record: { kind: 'ref', to: '*', width: 260, label: { en: 'Record', nl: 'Record', de: 'Datensatz' } },
    text: { kind: 'text', required: true, max: 1_000, width: 300, label: { en: 'In words', nl: 'In woorden', de: 'In Worten' } },
  },
  explained: {
    about: { kind: 'ref', to: '*', label: { en: 'About', nl: 'Over', de: 'Über' } },
    text: { kind: 'text', label: { en: 'In words', nl: 'In woorden', de: 'In Worten' } },
    by: { kind: 'ref', to: 'person', label: { en: 'By', nl: 'Door', de: 'Von' } },
    at: { kind: 'instant', label: { en: 'At', nl: 'Op', de: 'Am' } },
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** What was on the agenda, and how much of it was found. */
export const agendaWords = (value: unknown, { say, format }: Tongue): string =>
  (value as Agenda).points
    .map(({ code: name, count }) => `${Object.hasOwn(points, name) ? say(points[name as keyof typeof points]) : name}: ${format.number(count)}`)
    .join('\n');
