// The formulas about how incidents travel and end: hand-overs, first contact, reopening, and what still lies there.
import type { Formula } from './formula.record.ts';
import { allOfThem, atTheEnd, byResolution, resolvedIncidents, resolvedNotClosed, t } from './said.ts';

const grains = ['week', 'month', 'quarter'] as const;
const both = ['customer', 'service'] as const;
const of = { process: 'incident', level: 'operational', grains, by: both } as const;
const resolved = { population: resolvedIncidents, clock: byResolution, excluded: resolvedNotClosed } as const;
const done = { opened_at: '2026-03-10T09:00:00Z', started_at: '2026-03-10T09:00:00Z', resolved_at: '2026-03-10T09:20:00Z' };
const first = {
  table: 'journal',
  row: { record_id: 'INC-1', version: 1, at: '2026-03-10T09:00:00Z', changes: { state: 'registered', team: 'TEAM-1', party: 'ORG-1' } },
};
const moved = (version: number, changes: object) => ({ table: 'journal', row: { record_id: 'INC-1', version, at: '2026-03-10T09:10:00Z', changes } });
/** From a team to another, and back. */
const there = [{ table: 'incident', row: { id: 'INC-1', ...done } }, first, moved(2, { team: 'TEAM-2' }), moved(3, { team: 'TEAM-1' })];
const perIncident = { ...of, ...resolved, unit: 'score', better: 'lower', aggregate: 'ratio', chart: 'u', denominator: allOfThem } as const;

const moves: readonly Formula[] = [
  {
    ...perIncident,
    code: 'incident.reassignments',
    numerator: t(
      'Changes from one team to another after the first assignment.',
      'Wisselingen van team na de eerste toewijzing.',
      'Wechsel des Teams nach der ersten Zuweisung.',
    ),
    excluded: t(
      'The first team, and another person of the same team.',
      'Het eerste team, en een andere persoon van hetzelfde team.',
      'Das erste Team und eine andere Person desselben Teams.',
    ),
    example: {
      says: t('A to B and back to A: 2.', 'Van A naar B en terug naar A: 2.', 'Von A nach B und zurück zu A: 2.'),
      given: there,
      numerator: 2,
      denominator: 1,
      value: 2_000,
    },
  },
  {
    ...perIncident,
    code: 'incident.ping_pong',
    numerator: t(
      'Returns to a team that had it before.',
      'Keren dat het terugkwam bij een team dat het al had.',
      'Rückkehr zu einem Team, das es schon hatte.',
    ),
    excluded: t(
      'Moves to a team that never had it: those are reassignments, not ping-pong.',
      'Overdracht aan een team dat het nooit had: dat is een overdracht, geen pingpong.',
      'Wechsel zu einem Team, das es nie hatte: das sind Übergaben, kein Pingpong.',
    ),
    example: {
      says: t('A to B and back to A: 1.', 'Van A naar B en terug naar A: 1.', 'Von A nach B und zurück zu A: 1.'),
      given: there,
      numerator: 1,
      denominator: 1,
      value: 1_000,
    },
  },
  {
    ...perIncident,
    code: 'incident.party_bounces',
    level: 'tactical',
    process: 'supplier',
    numerator: t(
      'Changes of party: from the house to a supplier, back, or to another.',
      'Wisselingen van partij: van het huis naar een leverancier, terug, of naar een andere.',
      'Wechsel der Partei: vom Haus zu einem Lieferanten, zurück oder zu einem anderen.',
    ),
    excluded: t('Changes of team within one party.', 'Wisselingen van team binnen één partij.', 'Wechsel des Teams innerhalb einer Partei.'),
    example: {
      says: t(
        'House team A to house team B, then to a supplier and back: 2.',
        'Team A van het huis naar team B, dan naar een leverancier en terug: 2.',
        'Team A des Hauses zu Team B, dann zu einem Lieferanten und zurück: 2.',
      ),
      given: [
        { table: 'incident', row: { id: 'INC-1', ...done } },
        first,
        moved(2, { team: 'TEAM-2' }),
        moved(3, { team: 'TEAM-9', party: 'ORG-3' }),
        moved(4, { team: 'TEAM-2', party: 'ORG-1' }),
      ],
      numerator: 2,
      denominator: 1,
      value: 2_000,
    },
  },
];

const ends: readonly Formula[] = [
  {
    ...of,
    code: 'incident.first_contact',
    process: 'desk',
    unit: 'share',
    better: 'higher',
    aggregate: 'ratio',
    chart: 'p',
    population: t(
      'Incidents resolved in the period that a person reported: by telephone, mail, portal or in person.',
      'In de periode opgeloste incidenten die een mens meldde: per telefoon, mail, portaal of in persoon.',
      'Im Zeitraum gelöste Incidents, die ein Mensch meldete: per Telefon, Mail, Portal oder persönlich.',
    ),
    numerator: t(
      'Resolved within 30 minutes by the team that took the report: never passed on, never waiting, not reopened.',
      'Binnen 30 minuten opgelost door het team dat de melding aannam: nooit doorgegeven, nooit gewacht, niet heropend.',
      'Innerhalb von 30 Minuten vom annehmenden Team gelöst: nie weitergegeben, nie gewartet, nicht wieder geöffnet.',
    ),
    denominator: allOfThem,
    excluded: t(
      'Reports by monitoring and other systems: nobody was on the line.',
      'Meldingen van bewaking en andere systemen: er was niemand aan de lijn.',
      'Meldungen von Überwachung und anderen Systemen: niemand war am Apparat.',
    ),
    clock: byResolution,
    example: {
      says: t(
        'Four reports: one solved at once, one passed on, one solved at once and reopened, one by monitoring: 1 of 3.',
        'Vier meldingen: één direct opgelost, één doorgegeven, één direct opgelost en heropend, één van bewaking: 1 van 3.',
        'Vier Meldungen: eine sofort gelöst, eine weitergegeben, eine sofort gelöst und wieder geöffnet, eine der Überwachung: 1 von 3.',
      ),
      given: [
        { table: 'incident', row: { id: 'INC-1', ...done, source: 'phone' } },
        first,
        moved(2, { team: 'TEAM-2' }),
        { table: 'incident', row: { id: 'INC-2', ...done, source: 'phone' } },
        { table: 'incident', row: { id: 'INC-3', ...done, source: 'mail', reopened: 1 } },
        { table: 'incident', row: { id: 'INC-4', ...done, source: 'monitoring' } },
      ],
      numerator: 1,
      denominator: 3,
      value: 333_333,
    },
  },
  {
    ...of,
    ...resolved,
    code: 'incident.reopened',
    unit: 'share',
    better: 'lower',
    aggregate: 'ratio',
    chart: 'p',
    numerator: t(
      'Those that had been reopened at least once before.',
      'Die welke daarvoor minstens één keer heropend waren.',
      'Jene, die zuvor mindestens einmal wieder geöffnet wurden.',
    ),
    denominator: allOfThem,
    example: {
      says: t(
        'Four resolved, one of them for the second time: 25 %.',
        'Vier opgelost, waarvan één voor de tweede keer: 25 %.',
        'Vier gelöst, davon eines zum zweiten Mal: 25 %.',
      ),
      given: [
        { table: 'incident', times: 3, row: done },
        { table: 'incident', row: { ...done, reopened: 1 } },
      ],
      numerator: 1,
      denominator: 4,
      value: 250_000,
    },
  },
];

const aged = [5, 10, 20, 40].map((day) => ({
  table: 'incident',
  row: { opened_at: new Date(Date.parse('2026-03-31T22:00:00Z') - day * 86_400_000).toISOString(), state: 'assigned' },
}));
const lying = {
  ...of,
  population: t(
    'Incidents that were reported and not resolved at the end of the period, without cancelled ones.',
    'Incidenten die aan het eind van de periode gemeld en niet opgelost waren, zonder ingetrokken.',
    'Incidents, die am Ende des Zeitraums gemeldet und nicht gelöst waren, ohne zurückgezogene.',
  ),
  excluded: t(
    'What is resolved and waits for confirmation. An incident reopened later counts as open all the while.',
    'Wat is opgelost en op bevestiging wacht. Een later heropend incident telt al die tijd als open.',
    'Was gelöst ist und auf Bestätigung wartet. Ein später wieder geöffnetes Incident zählt die ganze Zeit als offen.',
  ),
  clock: atTheEnd,
  denominator: null,
  better: 'lower',
} as const;
const age = t('Minutes since they were reported.', 'Minuten sinds ze zijn gemeld.', 'Minuten seit der Meldung.');

const backlog: readonly Formula[] = [
  {
    ...lying,
    code: 'incident.backlog',
    unit: 'count',
    aggregate: 'sum',
    chart: 'individuals',
    numerator: allOfThem,
    example: {
      says: t('Four open at the end of the month: 4.', 'Vier open aan het eind van de maand: 4.', 'Vier offen am Monatsende: 4.'),
      given: aged,
      numerator: 4,
      denominator: null,
      value: 4,
    },
  },
  {
    ...lying,
    code: 'incident.backlog_age_median',
    unit: 'minutes',
    aggregate: 'median',
    chart: 'individuals',
    numerator: age,
    example: {
      says: t(
        '5, 10, 20 and 40 days old: half are at most 10 days old.',
        '5, 10, 20 en 40 dagen oud: de helft is hooguit 10 dagen oud.',
        '5, 10, 20 und 40 Tage alt: die Hälfte ist höchstens 10 Tage alt.',
      ),
      given: aged,
      numerator: null,
      denominator: 4,
      value: 14_400,
    },
  },
  {
    ...lying,
    code: 'incident.backlog_age_p90',
    unit: 'minutes',
    aggregate: 'p90',
    chart: 'individuals',
    numerator: age,
    example: {
      says: t(
        '5, 10, 20 and 40 days old: nine of ten are at most 40 days old.',
        '5, 10, 20 en 40 dagen oud: negen van de tien zijn hooguit 40 dagen oud.',
        '5, 10, 20 und 40 Tage alt: neun von zehn sind höchstens 40 Tage alt.',
      ),
      given: aged,
      numerator: null,
      denominator: 4,
      value: 57_600,
    },
  },
];

export const incidentHanding: readonly Formula[] = [...moves, ...ends, ...backlog];
