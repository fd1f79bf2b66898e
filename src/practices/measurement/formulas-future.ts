// The formulas about tomorrow: how grown the contracts are, hours kept for it, improvements that proved themselves, and how mature the processes are.
import type { Formula } from './formula.record.ts';
import { allOfThem, atTheEnd, t } from './said.ts';

const of = { level: 'strategic', better: 'higher', aggregate: 'ratio', grains: ['month', 'quarter'] } as const;
const assessed = { score: 3, state: 'final', open: false } as const;

export const futureFormulas: readonly Formula[] = [
  {
    ...of,
    code: 'growth.stage_index',
    process: 'relationship',
    unit: 'score',
    chart: 'individuals',
    by: ['customer', 'service'],
    population: t(
      'Customers and the services they have to do with, on the ladder of contracting of this house.',
      'Klanten en de diensten waar zij mee te maken hebben, op de ladder van contracteren van dit huis.',
      'Kunden und die Services, mit denen sie zu tun haben, auf der Vertragsleiter dieses Hauses.',
    ),
    numerator: t(
      'The stage of each, counted from 0: the highest whose gates, and those of every stage below, are proved by records.',
      'De trede van elk, geteld vanaf 0: de hoogste waarvan de poorten, en die van elke trede eronder, door records zijn bewezen.',
      'Die Stufe von jedem, ab 0 gezählt: die höchste, deren Tore und die aller Stufen darunter durch Datensätze belegt sind.',
    ),
    denominator: t(
      'Every customer and service between which there was anything by then.',
      'Elke klant en dienst waartussen er toen iets was.',
      'Jeder Kunde und Service, zwischen denen es da etwas gab.',
    ),
    excluded: t(
      'What was agreed and is not practised: a stage is not claimed, it is proved. Compositions and the chain are as they are today, for past periods too.',
      'Wat is afgesproken en niet gedaan wordt: een trede wordt niet geclaimd maar bewezen. Samenstelling en keten zijn die van vandaag, ook voor voorbije perioden.',
      'Was vereinbart ist und nicht gelebt wird: eine Stufe wird nicht behauptet, sondern belegt. Zusammensetzung und Kette sind die von heute, auch für vergangene Zeiträume.',
    ),
    clock: atTheEnd,
    example: {
      says: t(
        'One service, three customers of it on stages 3, 1 and 1: 5 over 3 is 1.67.',
        'Eén dienst, drie klanten daarvan op trede 3, 1 en 1: 5 over 3 is 1,67.',
        'Ein Service, drei Kunden davon auf Stufe 3, 1 und 1: 5 durch 3 ist 1,67.',
      ),
      given: [{ table: 'judgement', row: { id: 'SVC-1', num: 5, den: 3 } }],
      numerator: 5,
      denominator: 3,
      value: 1_667,
    },
  },
  {
    ...of,
    code: 'workforce.future_hours',
    process: 'resource',
    unit: 'share',
    chart: 'individuals',
    by: [],
    population: t(
      'Hours of people and teams allocated to processes, spread evenly over the days of each allocation.',
      'Uren van mensen en teams die aan processen zijn toegewezen, gelijk verdeeld over de dagen van elke toewijzing.',
      'Prozessen zugeteilte Stunden von Personen und Teams, gleichmäßig über die Tage jeder Zuteilung verteilt.',
    ),
    numerator: t(
      'Those meant for tactical and strategic work, less what was borrowed from them in the period and not given back.',
      'Die bedoeld zijn voor tactisch en strategisch werk, min wat er in de periode van geleend en niet teruggegeven is.',
      'Jene für taktische und strategische Arbeit, abzüglich dessen, was im Zeitraum davon geliehen und nicht zurückgegeben wurde.',
    ),
    denominator: t('All allocated hours.', 'Alle toegewezen uren.', 'Alle zugeteilten Stunden.'),
    excluded: t(
      'Withdrawn allocations, and hours nobody allocated. It is what was kept free, not what was done with it.',
      'Ingetrokken toewijzingen, en uren die niemand toewees. Het is wat is vrijgehouden, niet wat ermee is gedaan.',
      'Zurückgezogene Zuteilungen und nicht zugeteilte Stunden. Es ist, was freigehalten wurde, nicht, was damit geschah.',
    ),
    clock: t(
      'The days of the allocation that lie in the period; the day of a borrowing.',
      'De dagen van de toewijzing die in de periode liggen; de dag van een lening.',
      'Die Tage der Zuteilung, die im Zeitraum liegen; der Tag einer Leihe.',
    ),
    example: {
      says: t(
        '300 operational hours and 100 tactical hours in March, of which 10 were borrowed: 90 of 400 is 22.5 %.',
        '300 operationele en 100 tactische uren in maart, waarvan 10 geleend: 90 van 400 is 22,5 %.',
        '300 operative und 100 taktische Stunden im März, davon 10 geliehen: 90 von 400 sind 22,5 %.',
      ),
      given: [
        { table: 'allocation', row: { id: 'ALO-1', level: 'operational', hours: 300 } },
        { table: 'allocation', row: { id: 'ALO-2', level: 'tactical', hours: 100 } },
        { table: 'allocation', row: { id: 'ALO-3', level: 'strategic', hours: 900, state: 'withdrawn', open: false } },
        { table: 'borrowing', row: { allocation: 'ALO-2', minutes: 600, borrowed_on: '2026-03-12' } },
      ],
      numerator: 90,
      denominator: 400,
      value: 225_000,
    },
  },
  {
    ...of,
    code: 'improvement.proven',
    process: 'improvement',
    unit: 'share',
    chart: 'p',
    by: ['customer'],
    population: t(
      'Improvements of which the effect was measured in the period.',
      'Verbeteringen waarvan het effect in de periode is gemeten.',
      'Verbesserungen, deren Wirkung im Zeitraum gemessen wurde.',
    ),
    numerator: t(
      'Those that reached what was expected of them, beyond the usual variation.',
      'Die welke bereikten wat ervan werd verwacht, meer dan de gewone schommeling.',
      'Jene, die das Erwartete erreichten, über die übliche Schwankung hinaus.',
    ),
    denominator: allOfThem,
    excluded: t(
      'Ideas, what is being done, and what was stopped. One delivered anew counts again when it is measured again.',
      'Ideeën, wat loopt en wat is gestopt. Wat opnieuw is opgeleverd telt weer als het weer is gemeten.',
      'Ideen, Laufendes und Gestopptes. Was neu geliefert wurde, zählt wieder, wenn es wieder gemessen ist.',
    ),
    clock: t(
      'The instant of the last measurement decides the period.',
      'Het moment van de laatste meting bepaalt de periode.',
      'Der Zeitpunkt der letzten Messung bestimmt den Zeitraum.',
    ),
    example: {
      says: t(
        'Three measured, two of them with the effect expected, and one still doing: 2 of 3 is 66.6 %.',
        'Drie gemeten, waarvan twee met het verwachte effect, en één nog bezig: 2 van 3 is 66,6 %.',
        'Drei gemessen, davon zwei mit der erwarteten Wirkung, und eine noch in Arbeit: 2 von 3 sind 66,6 %.',
      ),
      given: [
        { table: 'improvement', times: 2, row: { measured_at: '2026-03-10T09:00:00Z', proven: true } },
        { table: 'improvement', row: { measured_at: '2026-03-20T09:00:00Z', proven: false } },
        { table: 'improvement', row: { state: 'doing' } },
      ],
      numerator: 2,
      denominator: 3,
      value: 666_666,
    },
  },
  {
    ...of,
    code: 'process.maturity',
    process: 'quality',
    unit: 'score',
    chart: 'individuals',
    by: [],
    population: t(
      'Processes with a final maturity assessment by the end of the period.',
      'Processen met een definitieve volwassenheidsbeoordeling aan het eind van de periode.',
      'Prozesse mit einer endgültigen Reifegradbewertung am Ende des Zeitraums.',
    ),
    numerator: t(
      'The level of each, from 0 to 5, by its last final assessment.',
      'Het niveau van elk, van 0 tot 5, volgens de laatste definitieve beoordeling.',
      'Die Stufe von jedem, von 0 bis 5, nach der letzten endgültigen Bewertung.',
    ),
    denominator: allOfThem,
    excluded: t(
      'Drafts, and processes never assessed. The level of one process is its lowest answered rule; only across processes is it a mean.',
      'Concepten, en nooit beoordeelde processen. Het niveau van één proces is de laagst beantwoorde regel; alleen over processen heen is het een gemiddelde.',
      'Entwürfe und nie bewertete Prozesse. Die Stufe eines Prozesses ist die niedrigste beantwortete Regel; nur über Prozesse hinweg ist es ein Mittel.',
    ),
    clock: t(
      'The day of the assessment; it holds until the next one.',
      'De dag van de beoordeling; zij geldt tot de volgende.',
      'Der Tag der Bewertung; sie gilt bis zur nächsten.',
    ),
    example: {
      says: t(
        'One process assessed at 1 and then at 3, another at 2: 3 and 2, a mean of 2.5.',
        'Eén proces beoordeeld op 1 en daarna op 3, een ander op 2: 3 en 2, gemiddeld 2,5.',
        'Ein Prozess mit 1 und danach mit 3 bewertet, ein anderer mit 2: 3 und 2, im Mittel 2,5.',
      ),
      given: [
        { table: 'maturity_assessment', row: { ...assessed, score: 1, assessed_on: '2026-03-02' } },
        { table: 'maturity_assessment', row: { ...assessed, assessed_on: '2026-03-20' } },
        { table: 'maturity_assessment', row: { ...assessed, process: 'PRO-2', score: 2, assessed_on: '2026-03-11' } },
        { table: 'maturity_assessment', row: { process: 'PRO-2', state: 'draft', assessed_on: '2026-03-25' } },
      ],
      numerator: 5,
      denominator: 2,
      value: 2_500,
    },
  },
];
