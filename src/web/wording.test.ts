// Words of another model inside sentences: replaced where the sentence stays right, left alone where it would break.
import { expect, it } from 'vitest';
import { rewording, type Swap } from './wording.ts';

const pair = ([own, many]: readonly [string, string], [say, plural]: readonly [string, string]): Swap[] => [
  { own, say, many: false },
  { own: many, say: plural, many: true },
];

it('replaces nouns in English with their article, and neither parameters, compounds nor names of fields', () => {
  const say = rewording('en', [
    ...pair(['incident', 'incidents'], ['Recovery', 'Recoveries']),
    ...pair(['problem', 'problems'], ['Risk to remove', 'Risks to remove']),
    ...pair(['work order', 'work orders'], ['Order', 'Orders']),
    ...pair(['promise', 'promises'], ['SLA', 'SLAs']),
    ...pair(['problem candidate', 'problem candidates'], ['Trend', 'Trends']),
  ]);
  expect(say('The problem candidates of a problem')).toBe('The trends of a risk to remove');
  expect(say('An incident of {incident} became a problem')).toBe('A recovery of {incident} became a risk to remove');
  expect(say('Open problems of this service')).toBe('Open risks to remove of this service');
  expect(say('A work order on a promise')).toBe('An order on an SLA');
  expect(say('Problem board')).toBe('Problem board');
  expect(say('Incident manager')).toBe('Recovery manager');
  expect(say('incidents: none of these incidents is linked')).toBe('incidents: none of these recoveries is linked');
  expect(say('incident-like, problem.recurrence, incidental')).toBe('incident-like, problem.recurrence, incidental');
});

it('replaces plurals in Dutch, and a singular only where no word agrees with it', () => {
  const say = rewording('nl', pair(['incident', 'incidenten'], ['Storing', 'Storingen']));
  expect(say('Open incidenten van deze dienst')).toBe('Open storingen van deze dienst');
  expect(say('Incident melden')).toBe('Storing melden');
  expect(say('Koppelen aan incident')).toBe('Koppelen aan storing');
  expect(say('Het incident is opgelost')).toBe('Het incident is opgelost');
  expect(say('Nieuw incident')).toBe('Nieuw incident');
});

it('leaves genitives and agreeing words in German alone', () => {
  const say = rewording('de', [
    ...pair(['Incident', 'Incidents'], ['Störung', 'Störungen']),
    ...pair(['Lieferant', 'Lieferanten'], ['Serviceprovider', 'Serviceprovider']),
    ...pair(['Problem', 'Problems'], ['Zu beseitigendes Risiko', 'Zu beseitigende Risiken']),
  ]);
  expect(say('Offene Incidents dieses Service')).toBe('Offene Störungen dieses Service');
  expect(say('Titel des Incidents')).toBe('Titel des Incidents');
  expect(say('Incident melden')).toBe('Störung melden');
  expect(say('Ein Incident')).toBe('Ein Incident');
  expect(say('Problems von den Lieferanten')).toBe('Zu beseitigende Risiken von den Lieferanten');
  expect(say('Keine Problems')).toBe('Keine Problems');
});
