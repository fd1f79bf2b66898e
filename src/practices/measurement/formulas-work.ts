// The formulas about problems, changes, disputes, the configuration, and what customers say.
import type { Formula } from './formula.record.ts';
import { allOfThem, atTheEnd, byResolution, resolvedIncidents, resolvedNotClosed, t } from './said.ts';

const grains = ['week', 'month', 'quarter'] as const;
const both = ['customer', 'service'] as const;
const tactical = { level: 'tactical', grains } as const;
const share = { unit: 'share', aggregate: 'ratio', chart: 'p' } as const;
const count = { unit: 'count', aggregate: 'sum', denominator: null } as const;
const within = { opened_at: '2026-03-05T09:00:00Z', started_at: '2026-03-05T09:00:00Z', resolved_at: '2026-03-06T09:00:00Z' };

const said: readonly Formula[] = [
  {
    ...tactical,
    ...share,
    code: 'customer.satisfaction',
    process: 'relationship',
    by: both,
    better: 'higher',
    population: t(
      'Answers of customers, from 1 to 5, about incidents that were resolved for them.',
      'Antwoorden van klanten, van 1 tot 5, over incidenten die voor hen zijn opgelost.',
      'Antworten von Kunden, von 1 bis 5, zu für sie gelösten Incidents.',
    ),
    numerator: t('Answers of 4 or 5.', 'Antwoorden van 4 of 5.', 'Antworten von 4 oder 5.'),
    denominator: t('All answers.', 'Alle antwoorden.', 'Alle Antworten.'),
    excluded: t(
      'Who did not answer: silence is neither content nor discontent.',
      'Wie niet antwoordde: zwijgen is tevreden noch ontevreden.',
      'Wer nicht antwortete: Schweigen ist weder Zufriedenheit noch Unzufriedenheit.',
    ),
    clock: t(
      'The instant of the answer decides the period.',
      'Het moment van het antwoord bepaalt de periode.',
      'Der Zeitpunkt der Antwort bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'Answers 5, 4, 4 and 2, and one incident without: 3 of 4 is 75 %.',
        'Antwoorden 5, 4, 4 en 2, en één incident zonder: 3 van 4 is 75 %.',
        'Antworten 5, 4, 4 und 2, und ein Incident ohne: 3 von 4 sind 75 %.',
      ),
      given: [
        ...[5, 4, 4, 2].map((satisfaction) => ({ table: 'incident', row: { ...within, satisfaction, rated_at: '2026-03-07T09:00:00Z' } })),
        { table: 'incident', row: within },
      ],
      numerator: 3,
      denominator: 4,
      value: 750_000,
    },
  },
  {
    ...tactical,
    ...count,
    code: 'dispute.open',
    process: 'supplier',
    by: [],
    better: 'lower',
    chart: 'individuals',
    population: t('Disputes about time in a ledger.', 'Betwistingen over tijd in een tijdverdeling.', 'Einsprüche über Zeit in einem Zeitnachweis.'),
    numerator: t(
      'Raised and neither ruled on nor withdrawn at the end of the period.',
      'Aangetekend en aan het eind van de periode beslist noch ingetrokken.',
      'Erhoben und am Ende des Zeitraums weder entschieden noch zurückgezogen.',
    ),
    excluded: t('Those that were settled within the period.', 'Die welke binnen de periode zijn beslecht.', 'Jene, die im Zeitraum beigelegt wurden.'),
    clock: atTheEnd,
    example: {
      says: t(
        'Two raised, one of them ruled on in the same month: 1.',
        'Twee aangetekend, waarvan één in dezelfde maand beslist: 1.',
        'Zwei erhoben, einer davon im selben Monat entschieden: 1.',
      ),
      given: [
        { table: 'dispute', row: { opened_at: '2026-03-05T09:00:00Z' } },
        { table: 'dispute', row: { opened_at: '2026-03-05T09:00:00Z', closed_at: '2026-03-09T09:00:00Z', open: false, state: 'upheld' } },
      ],
      numerator: 1,
      denominator: null,
      value: 1,
    },
  },
  {
    ...tactical,
    ...share,
    code: 'configuration.accuracy',
    process: 'configuration',
    by: [],
    better: 'higher',
    chart: 'individuals',
    population: t(
      'Items looked at by verifications that were compared in the period.',
      'Items waarnaar is gekeken bij verificaties die in de periode zijn vergeleken.',
      'Elemente, die bei im Zeitraum verglichenen Verifizierungen geprüft wurden.',
    ),
    numerator: t('Items found as they were recorded.', 'Items aangetroffen zoals ze waren vastgelegd.', 'Elemente, die wie erfasst vorgefunden wurden.'),
    denominator: t(
      'All items that were checked, the missing and the unexpected too.',
      'Alle gecontroleerde items, ook de ontbrekende en onverwachte.',
      'Alle geprüften Elemente, auch die fehlenden und unerwarteten.',
    ),
    excluded: t(
      'Items that nobody looked at: a figure of a sample, not of everything.',
      'Items waar niemand naar keek: een cijfer van een steekproef, niet van alles.',
      'Elemente, die niemand prüfte: eine Zahl der Stichprobe, nicht von allem.',
    ),
    clock: t(
      'The instant of comparing decides the period.',
      'Het moment van vergelijken bepaalt de periode.',
      'Der Zeitpunkt des Vergleichs bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'Two verifications, 90 of 100 and 48 of 50 right: 138 of 150 is 92 %.',
        'Twee verificaties, 90 van 100 en 48 van 50 goed: 138 van 150 is 92 %.',
        'Zwei Verifizierungen, 90 von 100 und 48 von 50 richtig: 138 von 150 sind 92 %.',
      ),
      given: [
        { table: 'verification', row: { compared_at: '2026-03-05T09:00:00Z', checked: 100, matching: 90 } },
        { table: 'verification', row: { compared_at: '2026-03-20T09:00:00Z', checked: 50, matching: 48 } },
      ],
      numerator: 138,
      denominator: 150,
      value: 920_000,
    },
  },
];

const implemented = {
  ...tactical,
  ...share,
  process: 'change',
  by: both,
  clock: t(
    'The instant of implementing decides the period; of a change backed out before that, its start.',
    'Het moment van doorvoeren bepaalt de periode; van een eerder teruggedraaide change het begin.',
    'Der Zeitpunkt der Umsetzung bestimmt den Zeitraum; bei vorher zurückgenommenen der Beginn.',
  ),
} as const;
const judged = t(
  'Changes implemented or backed out in the period, of which the outcome is known.',
  'Changes die in de periode zijn doorgevoerd of teruggedraaid en waarvan de uitkomst bekend is.',
  'Im Zeitraum umgesetzte oder zurückgenommene Changes, deren Ergebnis bekannt ist.',
);
const unjudged = t('Changes that are not reviewed yet.', 'Changes die nog niet zijn geëvalueerd.', 'Noch nicht nachbetrachtete Changes.');
const five = [
  { table: 'change', times: 2, row: { implemented_at: '2026-03-05T09:00:00Z', outcome: 'success', within_window: true } },
  { table: 'change', row: { implemented_at: '2026-03-05T09:00:00Z', outcome: 'success', within_window: true, incidents: ['INC-1'] } },
  { table: 'change', row: { implemented_at: '2026-03-05T09:00:00Z', outcome: 'failed', within_window: true, type: 'emergency' } },
  { table: 'change', row: { started_at: '2026-03-05T09:00:00Z', outcome: 'backed_out' } },
  { table: 'change', row: { implemented_at: '2026-03-05T09:00:00Z', type: 'emergency' } },
];

const changes: readonly Formula[] = [
  {
    ...implemented,
    code: 'change.success',
    better: 'higher',
    population: judged,
    numerator: t(
      'A success by its review, within its window, and without an incident afterwards.',
      'Geslaagd volgens de evaluatie, binnen het venster, en zonder incident erna.',
      'Laut Nachbetrachtung erfolgreich, im Zeitfenster und ohne Incident danach.',
    ),
    denominator: allOfThem,
    excluded: unjudged,
    example: {
      says: t(
        'Two clean, one with an incident afterwards, one failed, one backed out, one not reviewed: 2 of 5 is 40 %.',
        'Twee goed, één met een incident erna, één mislukt, één teruggedraaid, één niet geëvalueerd: 2 van 5 is 40 %.',
        'Zwei sauber, einer mit Incident danach, einer fehlgeschlagen, einer zurückgenommen, einer nicht nachbetrachtet: 2 von 5 sind 40 %.',
      ),
      given: five,
      numerator: 2,
      denominator: 5,
      value: 400_000,
    },
  },
  {
    ...implemented,
    code: 'change.failed',
    better: 'lower',
    population: judged,
    numerator: t('Failed or backed out.', 'Mislukt of teruggedraaid.', 'Fehlgeschlagen oder zurückgenommen.'),
    denominator: allOfThem,
    excluded: t(
      'What was done in part, or late, or followed by an incident: it is not a success either, but it did not fail.',
      'Wat deels is gedaan, te laat, of gevolgd door een incident: ook niet geslaagd, maar niet mislukt.',
      'Was teilweise, verspätet oder mit einem Incident danach geschah: kein Erfolg, aber nicht fehlgeschlagen.',
    ),
    example: {
      says: t(
        'The same five: one failed and one backed out, 2 of 5 is 40 %.',
        'Dezelfde vijf: één mislukt en één teruggedraaid, 2 van 5 is 40 %.',
        'Dieselben fünf: einer fehlgeschlagen und einer zurückgenommen, 2 von 5 sind 40 %.',
      ),
      given: five,
      numerator: 2,
      denominator: 5,
      value: 400_000,
    },
  },
  {
    ...implemented,
    code: 'change.emergency',
    better: 'lower',
    population: t(
      'Changes implemented or backed out in the period, reviewed or not.',
      'Changes die in de periode zijn doorgevoerd of teruggedraaid, geëvalueerd of niet.',
      'Im Zeitraum umgesetzte oder zurückgenommene Changes, nachbetrachtet oder nicht.',
    ),
    numerator: t('Emergency changes.', 'Spoedchanges.', 'Notfall-Changes.'),
    denominator: allOfThem,
    excluded: t('Changes that were only asked for.', 'Changes die alleen zijn aangevraagd.', 'Nur beantragte Changes.'),
    example: {
      says: t(
        'Six were done, two of them as an emergency: 33.3 %.',
        'Zes gedaan, waarvan twee met spoed: 33,3 %.',
        'Sechs umgesetzt, davon zwei als Notfall: 33,3 %.',
      ),
      given: five,
      numerator: 2,
      denominator: 6,
      value: 333_333,
    },
  },
];

const problems: readonly Formula[] = [
  {
    ...tactical,
    ...share,
    level: 'operational',
    code: 'problem.known_error_used',
    process: 'problem',
    by: both,
    better: 'higher',
    population: resolvedIncidents,
    numerator: t(
      'Those that a known error was linked to.',
      'Die waaraan een bekende fout is gekoppeld.',
      'Jene, mit denen ein bekannter Fehler verknüpft ist.',
    ),
    denominator: allOfThem,
    excluded: resolvedNotClosed,
    clock: byResolution,
    example: {
      says: t(
        'Four resolved, one with a known error: 25 %.',
        'Vier opgelost, één met een bekende fout: 25 %.',
        'Vier gelöst, eines mit bekanntem Fehler: 25 %.',
      ),
      given: [
        { table: 'incident', times: 3, row: within },
        { table: 'incident', row: { ...within, known_errors: ['KE-1'] } },
      ],
      numerator: 1,
      denominator: 4,
      value: 250_000,
    },
  },
  {
    ...tactical,
    ...count,
    code: 'problem.old',
    process: 'problem',
    by: ['service'],
    better: 'lower',
    chart: 'individuals',
    population: t(
      'Problems that were open at the end of the period.',
      'Problemen die aan het eind van de periode open waren.',
      'Am Ende des Zeitraums offene Probleme.',
    ),
    numerator: t(
      'Those opened 90 days before or earlier.',
      'Die welke 90 dagen eerder of langer geleden zijn geopend.',
      'Jene, die vor 90 Tagen oder früher eröffnet wurden.',
    ),
    excluded: t(
      'Problems that wait for proof after the repair stay open, and count.',
      'Problemen die na de reparatie op bewijs wachten blijven open, en tellen mee.',
      'Probleme, die nach der Behebung auf den Nachweis warten, bleiben offen und zählen.',
    ),
    clock: atTheEnd,
    example: {
      says: t(
        'Opened 100 days, 90 days and 89 days before the end of the month, all open: 2.',
        '100, 90 en 89 dagen voor het eind van de maand geopend, alle open: 2.',
        '100, 90 und 89 Tage vor Monatsende eröffnet, alle offen: 2.',
      ),
      given: [100, 90, 89].map((day) => ({
        table: 'problem',
        row: { opened_at: new Date(Date.parse('2026-03-31T22:00:00Z') - day * 86_400_000).toISOString() },
      })),
      numerator: 2,
      denominator: null,
      value: 2,
    },
  },
  {
    ...tactical,
    ...count,
    code: 'problem.recurrence',
    process: 'problem',
    by: both,
    better: 'lower',
    chart: 'c',
    population: t(
      'Incidents linked to a problem of which the cause was reported as removed.',
      'Incidenten gekoppeld aan een probleem waarvan de oorzaak als weggenomen is gemeld.',
      'Mit einem Problem verknüpfte Incidents, dessen Ursache als beseitigt gemeldet wurde.',
    ),
    numerator: t(
      'Those that began after the repair and before the end of its proof. None is expected.',
      'Die welke begonnen na de reparatie en voor het eind van het bewijs. Er wordt geen enkele verwacht.',
      'Jene, die nach der Behebung und vor dem Ende des Nachweises begannen. Keines wird erwartet.',
    ),
    excluded: t(
      'Incidents that nobody and nothing linked to the problem.',
      'Incidenten die niemand en niets aan het probleem koppelde.',
      'Incidents, die niemand und nichts mit dem Problem verknüpfte.',
    ),
    clock: t(
      'The start of the impact decides the period.',
      'Het begin van de last bepaalt de periode.',
      'Der Beginn der Beeinträchtigung bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'Repaired on 3 March, proof until 3 April; incidents of 1 March and 5 March: 1.',
        'Gerepareerd op 3 maart, bewijs tot 3 april; incidenten van 1 en 5 maart: 1.',
        'Behoben am 3. März, Nachweis bis 3. April; Incidents vom 1. und 5. März: 1.',
      ),
      given: [
        { table: 'incident', row: { ...within, id: 'INC-1' } },
        { table: 'incident', row: { ...within, id: 'INC-2', started_at: '2026-03-01T09:00:00Z' } },
        { table: 'problem', row: { incidents: ['INC-1', 'INC-2'], fixed_at: '2026-03-03T09:00:00Z', verify_until: '2026-04-03T09:00:00Z' } },
      ],
      numerator: 1,
      denominator: null,
      value: 1,
    },
  },
];

export const workFormulas: readonly Formula[] = [...said, ...changes, ...problems];
