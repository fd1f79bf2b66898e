// Words of the forms of a CAB meeting: what comes on the agenda, and when a vote settles.
import type { Text } from '../../kernel/text.ts';

export const cabFormTexts = {
  states: { en: 'Changes that are', nl: 'Changes die zijn', de: 'Changes im Status' },
  types: { en: 'Types', nl: 'Soorten', de: 'Arten' },
  services: { en: 'Services', nl: 'Diensten', de: 'Services' },
  all: { en: 'all', nl: 'alle', de: 'alle' },
  risk_from: { en: 'Risk from', nl: 'Risico vanaf', de: 'Risiko ab' },
  within_days: {
    en: 'Planned within so many days after the meeting',
    nl: 'Gepland binnen zoveel dagen na de vergadering',
    de: 'Geplant binnen so vieler Tage nach der Sitzung',
  },
  quorum: { en: 'Votes needed (abstaining is none)', nl: 'Benodigde stemmen (onthouden telt niet)', de: 'Nötige Stimmen (Enthaltungen zählen nicht)' },
  majority: { en: 'In favour', nl: 'Voor', de: 'Dafür' },
  everybody: {
    en: 'Everybody who is asked must have answered',
    nl: 'Iedereen die is gevraagd moet hebben geantwoord',
    de: 'Alle Gefragten müssen geantwortet haben',
  },
  rule_means: {
    en: 'Used when votes are given by a deadline. A single vote to reject always leaves the decision to the chair; the builder’s vote never counts.',
    nl: 'Geldt als er vóór een tijdstip wordt gestemd. Eén stem tegen laat het besluit altijd aan de voorzitter; de stem van de bouwer telt nooit.',
    de: 'Gilt bei Abstimmung bis zu einer Frist. Eine Gegenstimme überlässt die Entscheidung immer dem Vorsitz; die Stimme der Bauenden zählt nie.',
  },
} as const satisfies Readonly<Record<string, Text>>;
export const majorityTexts: Readonly<Record<string, Text>> = {
  unanimous: { en: 'all in favour', nl: 'allemaal voor', de: 'alle dafür' },
  two_thirds: { en: 'two thirds in favour', nl: 'twee derde voor', de: 'zwei Drittel dafür' },
  simple: { en: 'more than half in favour', nl: 'meer dan de helft voor', de: 'mehr als die Hälfte dafür' },
};
