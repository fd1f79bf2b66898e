// The formulas about promises, suppliers and credits: told from the service reports, so that both say the same.
import type { ExampleRows, Formula } from './formula.record.ts';
import { atTheEnd, byReports, euros, t } from './said.ts';

const both = ['customer', 'service'] as const;
const reported = { process: 'service_level', level: 'tactical', grains: ['month', 'quarter'], by: both, clock: byReports } as const;
const share = { unit: 'share', better: 'higher', aggregate: 'ratio', chart: 'p' } as const;
const lost = { better: 'lower', denominator: null } as const;
const none = t(
  'Promises without a verdict: their window still runs, or nothing fell due.',
  'Toezeggingen zonder oordeel: hun venster loopt nog, of er verviel niets.',
  'Zusagen ohne Urteil: ihr Fenster läuft noch, oder nichts wurde fällig.',
);
const planned = t(
  'Time outside the agreed hours and agreed maintenance.',
  'Tijd buiten de afgesproken uren en afgesproken onderhoud.',
  'Zeit außerhalb der vereinbarten Stunden und vereinbarte Wartung.',
);
const availabilityPromises = t(
  'Promises on availability to customers, one figure for each.',
  'Beschikbaarheidstoezeggingen aan klanten, één cijfer per toezegging.',
  'Verfügbarkeitszusagen an Kunden, je eine Zahl.',
);

/** A section of a report: what each promise came to. */
const section: ExampleRows = [
  {
    table: 'figures',
    row: {
      times: [
        { promise: 'PRM-1', kept: true },
        { promise: 'PRM-2', kept: false },
        { promise: 'PRM-3', kept: null },
      ],
      availability: [
        { promise: 'PRM-4', kept: true, down_ms: 1_800_000, outages: 2, longest_ms: 1_200_000 },
        { promise: 'PRM-5', kept: false, down_ms: 5_400_000, outages: 1, longest_ms: 5_400_000 },
      ],
      suppliers: [
        { supplier: 'ORG-3', times: [{ promise: 'PRM-6', kept: true }], availability: [{ promise: 'PRM-7', kept: false }] },
        { supplier: 'ORG-4', times: [{ promise: 'PRM-8', kept: true }], availability: [{ promise: 'PRM-9', kept: true }] },
      ],
      credits: {
        owed: [
          { promise: 'PRM-2', amount_minor: 150_000, currency: 'EUR' },
          { promise: 'PRM-5', amount_minor: 50_000, currency: 'EUR' },
        ],
        recoverable: [{ promise: 'PRM-7', amount_minor: 40_000, currency: 'EUR' }],
      },
      mood: 'green_but_unhappy',
    },
  },
];

const kept: readonly Formula[] = [
  {
    ...reported,
    ...share,
    code: 'promise.attainment',
    population: t(
      'Promises to customers that were judged in the period: on time, availability and throughput.',
      'Toezeggingen aan klanten waarover in de periode is geoordeeld: tijd, beschikbaarheid en doorvoer.',
      'Zusagen an Kunden, über die im Zeitraum geurteilt wurde: Zeit, Verfügbarkeit und Durchsatz.',
    ),
    numerator: t('Those that were kept.', 'Die welke zijn nagekomen.', 'Die eingehaltenen.'),
    denominator: t('Kept and broken.', 'Nagekomen en gebroken.', 'Eingehalten und gebrochen.'),
    excluded: none,
    example: {
      says: t(
        'Of four judged promises two were kept, a fifth still runs: 50 %.',
        'Van vier beoordeelde toezeggingen zijn er twee nagekomen, een vijfde loopt nog: 50 %.',
        'Von vier beurteilten Zusagen wurden zwei eingehalten, eine fünfte läuft noch: 50 %.',
      ),
      given: section,
      numerator: 2,
      denominator: 4,
      value: 500_000,
    },
  },
  {
    ...reported,
    ...share,
    code: 'promise.availability_kept',
    process: 'availability',
    population: availabilityPromises,
    numerator: t('Those that were kept.', 'Die welke zijn nagekomen.', 'Die eingehaltenen.'),
    denominator: t('Kept and broken.', 'Nagekomen en gebroken.', 'Eingehalten und gebrochen.'),
    excluded: none,
    example: {
      says: t('One kept, one broken: 50 %.', 'Eén nagekomen, één gebroken: 50 %.', 'Eine eingehalten, eine gebrochen: 50 %.'),
      given: section,
      numerator: 1,
      denominator: 2,
      value: 500_000,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'promise.minutes_lost',
    process: 'availability',
    unit: 'minutes',
    aggregate: 'sum',
    chart: 'individuals',
    population: availabilityPromises,
    numerator: t(
      'Agreed minutes in which the service was down, added up over the promises.',
      'Afgesproken minuten waarin de dienst plat lag, opgeteld over de toezeggingen.',
      'Vereinbarte Minuten, in denen der Service ausfiel, über die Zusagen summiert.',
    ),
    excluded: planned,
    example: {
      says: t(
        '30 minutes of one promise and 90 of another: 120.',
        '30 minuten van de ene toezegging en 90 van de andere: 120.',
        '30 Minuten der einen und 90 der anderen Zusage: 120.',
      ),
      given: section,
      numerator: 120,
      denominator: null,
      value: 120,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'promise.outages',
    process: 'availability',
    unit: 'count',
    aggregate: 'sum',
    chart: 'c',
    population: availabilityPromises,
    numerator: t(
      'Outages that touched agreed hours. Two services down by one cause are two.',
      'Storingen die afgesproken uren raakten. Twee diensten plat door één oorzaak zijn er twee.',
      'Ausfälle in vereinbarten Stunden. Zwei Services durch eine Ursache sind zwei.',
    ),
    excluded: planned,
    example: {
      says: t('2 of one promise and 1 of another: 3.', '2 van de ene toezegging en 1 van de andere: 3.', '2 der einen und 1 der anderen Zusage: 3.'),
      given: section,
      numerator: 3,
      denominator: null,
      value: 3,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'promise.longest_outage',
    process: 'availability',
    unit: 'minutes',
    aggregate: 'longest',
    chart: 'individuals',
    population: availabilityPromises,
    numerator: t(
      'Agreed minutes of the longest single outage.',
      'Afgesproken minuten van de langste storing.',
      'Vereinbarte Minuten des längsten einzelnen Ausfalls.',
    ),
    excluded: planned,
    example: {
      says: t('20 minutes here and 90 there: 90.', '20 minuten hier en 90 daar: 90.', '20 Minuten hier und 90 dort: 90.'),
      given: section,
      numerator: null,
      denominator: 2,
      value: 90,
    },
  },
];

const others: readonly Formula[] = [
  {
    ...reported,
    ...share,
    code: 'promise.feasible',
    level: 'strategic',
    grains: ['week', 'month', 'quarter'],
    population: t(
      'Promises that the house makes, in force at the end of the period.',
      'Toezeggingen van het huis die aan het eind van de periode gelden.',
      'Am Ende des Zeitraums geltende Zusagen des Hauses.',
    ),
    numerator: t(
      'Those that the promises beneath them can carry.',
      'Die welke de toezeggingen eronder kunnen dragen.',
      'Jene, die die Zusagen darunter tragen können.',
    ),
    denominator: t('All of them, those with an accepted risk too.', 'Allemaal, ook die met een aanvaard risico.', 'Alle, auch die mit akzeptiertem Risiko.'),
    excluded: t(
      'Promises that have ended by today, and how services were put together before: past periods are judged by the agreements and compositions of today.',
      'Toezeggingen die inmiddels zijn geëindigd, en hoe diensten eerder waren samengesteld: voorbije perioden worden beoordeeld naar de afspraken en samenstellingen van vandaag.',
      'Inzwischen beendete Zusagen und frühere Zusammensetzungen: vergangene Zeiträume werden nach heutigen Vereinbarungen und Zusammensetzungen beurteilt.',
    ),
    clock: atTheEnd,
    example: {
      says: t(
        'Three promises, two of them carried by their chain: 66.6 %.',
        'Drie toezeggingen, waarvan twee gedragen door hun keten: 66,6 %.',
        'Drei Zusagen, zwei davon von ihrer Kette getragen: 66,6 %.',
      ),
      given: [
        { table: 'judgement', row: { id: 'PRM-1', num: 1, den: 1 } },
        { table: 'judgement', row: { id: 'PRM-2', num: 1, den: 1 } },
        { table: 'judgement', row: { id: 'PRM-3', num: 0, den: 1 } },
      ],
      numerator: 2,
      denominator: 3,
      value: 666_666,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'promise.watermelons',
    process: 'relationship',
    unit: 'count',
    aggregate: 'sum',
    chart: 'c',
    population: t(
      'Services of customers with a report of the month.',
      'Diensten van klanten met een rapport over de maand.',
      'Services von Kunden mit einem Bericht des Monats.',
    ),
    numerator: t(
      'Everything promised was kept, and the customers are not content: green outside, red inside.',
      'Alles is nagekomen, en de klanten zijn niet tevreden: groen van buiten, rood van binnen.',
      'Alles Zugesagte wurde eingehalten, und die Kunden sind nicht zufrieden: außen grün, innen rot.',
    ),
    excluded: t('Services with fewer than three answers.', 'Diensten met minder dan drie antwoorden.', 'Services mit weniger als drei Antworten.'),
    example: {
      says: t(
        'One service whose figures are green and whose customers are not content: 1.',
        'Eén dienst met groene cijfers en ontevreden klanten: 1.',
        'Ein Service mit grünen Zahlen und unzufriedenen Kunden: 1.',
      ),
      given: section,
      numerator: 1,
      denominator: null,
      value: 1,
    },
  },
  {
    ...reported,
    ...share,
    code: 'supplier.within_contract',
    process: 'supplier',
    population: t(
      'Promises of suppliers to the house, beneath services for customers, judged in the period.',
      'Toezeggingen van leveranciers aan het huis, onder diensten voor klanten, beoordeeld in de periode.',
      'Zusagen von Lieferanten an das Haus unter Services für Kunden, im Zeitraum beurteilt.',
    ),
    numerator: t('Those that were kept.', 'Die welke zijn nagekomen.', 'Die eingehaltenen.'),
    denominator: t(
      'Kept and broken; a promise that stands under several services once.',
      'Nagekomen en gebroken; een toezegging onder meer diensten één keer.',
      'Eingehalten und gebrochen; eine Zusage unter mehreren Services einmal.',
    ),
    excluded: none,
    example: {
      says: t(
        'Four promises of two suppliers, one broken: 75 %.',
        'Vier toezeggingen van twee leveranciers, één gebroken: 75 %.',
        'Vier Zusagen zweier Lieferanten, eine gebrochen: 75 %.',
      ),
      given: section,
      numerator: 3,
      denominator: 4,
      value: 750_000,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'money.credits_payable',
    process: 'finance',
    unit: 'money',
    aggregate: 'sum',
    chart: 'individuals',
    population: t('Promises to customers that were not kept.', 'Toezeggingen aan klanten die niet zijn nagekomen.', 'Nicht eingehaltene Zusagen an Kunden.'),
    numerator: t('What they cost by their credit bands.', 'Wat ze kosten volgens hun boetestaffels.', 'Was sie nach ihren Gutschriftstaffeln kosten.'),
    excluded: euros,
    example: {
      says: t('1,500 euros and 500 euros: 2,000 euros.', '1.500 euro en 500 euro: 2.000 euro.', '1.500 Euro und 500 Euro: 2.000 Euro.'),
      given: section,
      numerator: 200_000,
      denominator: null,
      value: 200_000,
    },
  },
  {
    ...reported,
    ...lost,
    code: 'money.credits_due',
    process: 'finance',
    unit: 'money',
    better: 'lower',
    aggregate: 'sum',
    chart: 'individuals',
    population: t(
      'Promises of suppliers that were not kept.',
      'Toezeggingen van leveranciers die niet zijn nagekomen.',
      'Nicht eingehaltene Zusagen von Lieferanten.',
    ),
    numerator: t(
      'What they owe by their credit bands; a promise under several services once.',
      'Wat ze verschuldigd zijn volgens hun boetestaffels; een toezegging onder meer diensten één keer.',
      'Was sie nach ihren Gutschriftstaffeln schulden; eine Zusage unter mehreren Services einmal.',
    ),
    excluded: euros,
    example: {
      says: t(
        'One broken promise of a supplier: 400 euros.',
        'Eén gebroken toezegging van een leverancier: 400 euro.',
        'Eine gebrochene Zusage eines Lieferanten: 400 Euro.',
      ),
      given: section,
      numerator: 40_000,
      denominator: null,
      value: 40_000,
    },
  },
];

export const promiseFormulas: readonly Formula[] = [...kept, ...others];
