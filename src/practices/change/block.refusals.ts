// Why a change may not be at its time, in words: each kind of block with its reason, its way out, and who may make an exception.
import type { Text } from '../../kernel/text.ts';
import { conflictTexts } from './conflict-texts.ts';

const ways: Text = {
  en: 'Find another slot in the calendar, or have a process manager, service level manager or executive make an exception with its reason.',
  nl: 'Zoek een andere tijd in de kalender, of laat een procesmanager, servicelevelmanager of directielid een uitzondering maken met een reden.',
  de: 'Suchen Sie im Kalender eine andere Zeit, oder lassen Sie Prozessmanager, Service Level Manager oder Geschäftsleitung eine begründete Ausnahme machen.',
};
const told = (kind: 'freeze' | 'event' | 'hours' | 'same' | 'redundancy'): Text => {
  const { says, solve } = conflictTexts[kind];
  const one = (language: keyof Text) => `planned_start: ${says[language]}{more} ${solve[language]} ${ways[language]}`;
  return { en: one('en'), nl: one('nl'), de: one('de') };
};

export const blockRefusals = {
  'change.blocked.freeze': told('freeze'),
  'change.blocked.event': told('event'),
  'change.blocked.hours': told('hours'),
  'change.blocked.same': told('same'),
  'change.blocked.redundancy': told('redundancy'),
  'change.blocked.outside': {
    en: 'planned_start: something else that is planned forbids this time. Choose another, or ask the integrator for an exception.',
    nl: 'planned_start: iets anders dat gepland is verbiedt deze tijd. Kies een andere, of vraag de integrator om een uitzondering.',
    de: 'planned_start: Anderes, das geplant ist, verbietet diese Zeit. Wählen Sie eine andere, oder bitten Sie den Integrator um eine Ausnahme.',
  },
  'change.except.own': {
    en: '{field} is you. An exception is made by somebody who neither asked for the change nor builds it.',
    nl: '{field} bent u zelf. Een uitzondering maakt iemand die er niet om vroeg en het niet bouwt.',
    de: '{field} sind Sie selbst. Eine Ausnahme macht jemand, der den Change weder beantragt hat noch baut.',
  },
} as const satisfies Readonly<Record<string, Text>>;
