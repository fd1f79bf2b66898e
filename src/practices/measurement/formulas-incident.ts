// The formulas about incidents: promises of time, time itself, and never one from the other.
import type { Formula } from './formula.record.ts';
import { allOfThem, byResolution, resolvedIncidents, resolvedNotClosed, t } from './said.ts';

const grains = ['week', 'month', 'quarter'] as const;
const both = ['customer', 'service'] as const;
const of = { process: 'incident', level: 'operational', grains, by: both } as const;
const resolved = { population: resolvedIncidents, clock: byResolution, excluded: resolvedNotClosed } as const;
const three = {
  started_at: '2026-03-10T09:00:00Z',
  opened_at: '2026-03-10T09:00:00Z',
  restored_at: '2026-03-10T12:00:00Z',
  resolved_at: '2026-03-10T12:00:00Z',
};

export const incidentTimes: readonly Formula[] = [
  {
    ...of,
    code: 'incident.restore_in_time',
    unit: 'share',
    better: 'higher',
    aggregate: 'ratio',
    chart: 'p',
    population: t(
      'Targets of promises to customers to restore that fell due in the period.',
      'Normen van hersteltoezeggingen aan klanten die in de periode vervielen.',
      'Ziele von Zusagen an Kunden zur Wiederherstellung, die im Zeitraum fällig wurden.',
    ),
    numerator: t('Those that were met.', 'Die welke gehaald zijn.', 'Die eingehaltenen.'),
    denominator: t(
      'Met and missed; open and overdue is missed, from its due instant on.',
      'Gehaald en gemist; open en te laat is gemist, vanaf het vervalmoment.',
      'Eingehalten und verfehlt; offen und überfällig ist verfehlt, ab der Fälligkeit.',
    ),
    excluded: t(
      'Open targets that are not due yet, and clocks that were cancelled.',
      'Open normen die nog niet vervallen zijn, en vervallen klokken.',
      'Offene, noch nicht fällige Ziele und abgebrochene Uhren.',
    ),
    clock: t(
      'The clock of the promise: its own hours, its pauses left out. The due instant decides the period.',
      'De klok van de toezegging: haar eigen uren, zonder pauzes. Het vervalmoment bepaalt de periode.',
      'Die Uhr der Zusage: ihre eigenen Stunden, ohne Pausen. Die Fälligkeit bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        '90 met, 8 missed and 2 open and overdue: 90 of 100 is 90 %, not 90 of 98.',
        '90 gehaald, 8 gemist en 2 open en te laat: 90 van 100 is 90 %, niet 90 van 98.',
        '90 eingehalten, 8 verfehlt und 2 offen und überfällig: 90 von 100 sind 90 %, nicht 90 von 98.',
      ),
      given: [
        { table: 'clock', times: 90, row: { phase: 'met', due: '2026-03-10T12:00:00Z' } },
        { table: 'clock', times: 8, row: { phase: 'missed', due: '2026-03-11T12:00:00Z', breached_at: '2026-03-11T12:00:00Z' } },
        { table: 'clock', times: 2, row: { phase: 'running', due: '2026-03-12T12:00:00Z' } },
        { table: 'clock', row: { phase: 'running', due: '2026-05-12T12:00:00Z' } },
      ],
      numerator: 90,
      denominator: 100,
      value: 900_000,
    },
  },
  {
    ...of,
    ...resolved,
    code: 'incident.mtrs_wall',
    unit: 'minutes',
    better: 'lower',
    aggregate: 'ratio',
    chart: 'individuals',
    numerator: t(
      'Minutes from the start of the impact to the service restored; pauses are not taken out.',
      'Minuten van het begin van de last tot herstel van de dienst; pauzes gaan er niet af.',
      'Minuten vom Beginn der Beeinträchtigung bis zur Wiederherstellung; Pausen werden nicht abgezogen.',
    ),
    denominator: allOfThem,
    clock: t(
      'The wall clock. The instant of resolving decides the period.',
      'De gewone klok. Het moment van oplossen bepaalt de periode.',
      'Die Uhrzeit. Der Zeitpunkt der Lösung bestimmt den Zeitraum.',
    ),
    excluded: t(
      'It says nothing about a promise: the time on the promise is another measure.',
      'Het zegt niets over een toezegging: de tijd op de toezegging is een andere meetwaarde.',
      'Sie sagt nichts über eine Zusage: die Zeit auf der Zusage ist eine andere Kennzahl.',
    ),
    example: {
      says: t(
        'From 10:00 to 13:00, of which 11:00 to 12:00 waiting for the customer: 3 hours.',
        'Van 10:00 tot 13:00, waarvan 11:00 tot 12:00 wachten op de klant: 3 uur.',
        'Von 10:00 bis 13:00, davon 11:00 bis 12:00 Warten auf den Kunden: 3 Stunden.',
      ),
      given: [{ table: 'incident', row: three }],
      numerator: 180,
      denominator: 1,
      value: 180,
    },
  },
  {
    ...of,
    ...resolved,
    code: 'incident.mtrs_agreed',
    unit: 'minutes',
    better: 'lower',
    aggregate: 'ratio',
    chart: 'individuals',
    numerator: t(
      'Agreed minutes from the start of the impact to the service restored; pauses are not taken out.',
      'Afgesproken minuten van het begin van de last tot herstel; pauzes gaan er niet af.',
      'Vereinbarte Minuten vom Beginn der Beeinträchtigung bis zur Wiederherstellung; Pausen werden nicht abgezogen.',
    ),
    denominator: allOfThem,
    clock: t(
      'The hours agreed with the leading customer to restore this service; round the clock where nothing is agreed.',
      'De uren die met de leidende klant zijn afgesproken om deze dienst te herstellen; dag en nacht waar niets is afgesproken.',
      'Die mit dem führenden Kunden zur Wiederherstellung vereinbarten Stunden; rund um die Uhr, wo nichts vereinbart ist.',
    ),
    excluded: t(
      'Hours outside the agreement. It is not the time on the promise.',
      'Uren buiten de afspraak. Het is niet de tijd op de toezegging.',
      'Stunden außerhalb der Vereinbarung. Es ist nicht die Zeit auf der Zusage.',
    ),
    example: {
      says: t(
        'From 17:00 to 10:00 the next day, agreed 8:00 to 18:00: 3 agreed hours.',
        'Van 17:00 tot 10:00 de volgende dag, afgesproken 8:00 tot 18:00: 3 afgesproken uren.',
        'Von 17:00 bis 10:00 am nächsten Tag, vereinbart 8:00 bis 18:00: 3 vereinbarte Stunden.',
      ),
      given: [
        {
          table: 'incident',
          row: {
            started_at: '2026-03-10T16:00:00Z',
            opened_at: '2026-03-10T16:00:00Z',
            restored_at: '2026-03-11T09:00:00Z',
            resolved_at: '2026-03-11T09:00:00Z',
          },
        },
      ],
      numerator: 180,
      denominator: 1,
      value: 180,
    },
  },
  {
    ...of,
    code: 'incident.sla_time',
    unit: 'minutes',
    better: 'lower',
    aggregate: 'ratio',
    chart: 'individuals',
    population: t(
      'Clocks of promises to customers to restore or fulfil that were due in the period and have stopped.',
      'Klokken van toezeggingen aan klanten om te herstellen of te leveren die in de periode vervielen en stilstaan.',
      'Uhren von Zusagen an Kunden zur Wiederherstellung oder Erfüllung, die im Zeitraum fällig waren und stehen.',
    ),
    numerator: t(
      'Minutes the clock ran, in its own hours and without its pauses.',
      'Minuten dat de klok liep, in haar eigen uren en zonder pauzes.',
      'Minuten, die die Uhr lief, in ihren eigenen Stunden und ohne Pausen.',
    ),
    denominator: allOfThem,
    excluded: t(
      'Clocks that still run. It is not how long the customer was without service.',
      'Klokken die nog lopen. Het is niet hoe lang de klant zonder dienst zat.',
      'Noch laufende Uhren. Es ist nicht, wie lange der Kunde ohne Service war.',
    ),
    clock: t(
      'The clock of the promise; its due instant decides the period.',
      'De klok van de toezegging; haar vervalmoment bepaalt de periode.',
      'Die Uhr der Zusage; ihre Fälligkeit bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'From 10:00 to 13:00, of which 11:00 to 12:00 waiting for the customer: 2 hours on the promise.',
        'Van 10:00 tot 13:00, waarvan 11:00 tot 12:00 wachten op de klant: 2 uur op de toezegging.',
        'Von 10:00 bis 13:00, davon 11:00 bis 12:00 Warten auf den Kunden: 2 Stunden auf der Zusage.',
      ),
      given: [
        { table: 'clock', row: { phase: 'met', due: '2026-03-10T14:00:00Z', used_ms: 7_200_000, paused_ms: 3_600_000 } },
        { table: 'clock', row: { phase: 'running', due: '2026-03-12T12:00:00Z', used_ms: 1_000_000 } },
      ],
      numerator: 120,
      denominator: 1,
      value: 120,
    },
  },
  {
    ...of,
    ...resolved,
    code: 'incident.flow_efficiency',
    level: 'tactical',
    unit: 'share',
    better: 'higher',
    aggregate: 'ratio',
    chart: 'individuals',
    numerator: t(
      'Time in which somebody had it in hand (In progress).',
      'Tijd dat iemand het onder handen had (In behandeling).',
      'Zeit, in der es jemand in Arbeit hatte (In Arbeit).',
    ),
    denominator: t('Time from reported to resolved.', 'Tijd van melden tot opgelost.', 'Zeit von der Meldung bis zur Lösung.'),
    excluded: t(
      'Queueing, waiting and time after resolving are not active. Nobody is timed: In progress is a state, not effort.',
      'Wachtrij, wachten en tijd na oplossen zijn niet actief. Niemand wordt geklokt: In behandeling is een status, geen inspanning.',
      'Warteschlange, Warten und die Zeit nach der Lösung sind nicht aktiv. Niemand wird gestoppt: In Arbeit ist ein Status, kein Aufwand.',
    ),
    clock: t(
      'The wall clock, from the journal. The instant of resolving decides the period.',
      'De gewone klok, uit het journaal. Het moment van oplossen bepaalt de periode.',
      'Die Uhrzeit, aus dem Journal. Der Zeitpunkt der Lösung bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'Reported 9:00, taken 11:00, resolved 12:00: 1 of 3 hours is 33.3 %.',
        'Gemeld 9:00, opgepakt 11:00, opgelost 12:00: 1 van 3 uur is 33,3 %.',
        'Gemeldet 9:00, übernommen 11:00, gelöst 12:00: 1 von 3 Stunden sind 33,3 %.',
      ),
      given: [
        { table: 'incident', row: { id: 'INC-1', ...three } },
        {
          table: 'journal',
          row: { record_id: 'INC-1', version: 1, at: '2026-03-10T09:00:00Z', changes: { state: 'registered', team: 'TEAM-1', party: 'ORG-1' } },
        },
        { table: 'journal', row: { record_id: 'INC-1', version: 2, at: '2026-03-10T11:00:00Z', changes: { state: 'in_progress' } } },
        { table: 'journal', row: { record_id: 'INC-1', version: 3, at: '2026-03-10T12:00:00Z', changes: { state: 'resolved' } } },
      ],
      numerator: 3_600_000,
      denominator: 10_800_000,
      value: 333_333,
    },
  },
];
