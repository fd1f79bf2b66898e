// What the demo world is to improve, and how mature its processes are said to be: words and figures for governance.ts.
import type { PersonCode } from './cast.ts';

/** Values of the months before and after, so many of each; the last column is where it stands. */
export type Card = {
  readonly title: string;
  readonly text: string;
  readonly level: 'operational' | 'tactical' | 'strategic';
  readonly process: string;
  readonly owner: PersonCode;
  readonly measure?: string;
  readonly unit?: 'share' | 'count' | 'minutes' | 'money' | 'score';
  readonly better?: 'higher' | 'lower';
  readonly baseline?: number;
  readonly expected?: number;
  readonly until: 'idea' | 'accepted' | 'doing' | 'measuring' | 'done' | 'stopped';
  readonly before?: readonly number[];
  readonly after?: readonly number[];
  readonly lesson?: string;
  readonly saved?: number;
  readonly customer?: 'waterschap-noord' | 'gemeente-zuiderdam';
};

export const cards: readonly Card[] = [
  {
    ...{
      title: 'Kennisartikel voor VPN bij het aanmelden tonen',
      text: 'De helft van de VPN-meldingen is hetzelfde profiel.',
      level: 'operational',
      process: 'incident',
    },
    ...{ owner: 'anna', until: 'idea' },
  },
  {
    ...{
      title: 'Klant zelf laten kiezen wie er belt',
      text: 'Marijke Hofstra vroeg erom.',
      level: 'operational',
      process: 'desk',
      owner: 'bas',
      until: 'idea',
      customer: 'waterschap-noord',
    },
  },
  {
    ...{
      title: 'Leveranciers samen laten oefenen met uitval',
      text: 'De laatste uitval duurde lang door overleg.',
      level: 'strategic',
      process: 'continuity',
      owner: 'rosa',
      until: 'idea',
    },
  },
  {
    ...{
      title: 'Kennisbank voor de werkplek',
      text: 'Eerste lijn lost te weinig zelf op.',
      level: 'tactical',
      process: 'desk',
      owner: 'eva',
      until: 'accepted',
    },
    ...{ measure: 'desk.first_contact', unit: 'share', better: 'higher', baseline: 410_000, expected: 550_000 },
  },
  {
    ...{
      title: 'Contractgesprekken per kwartaal met vaste cijfers',
      text: 'Elke leverancier brengt nu eigen cijfers mee.',
      level: 'tactical',
      process: 'supplier',
      owner: 'kees',
      until: 'accepted',
    },
    ...{ measure: 'supplier.disputes', unit: 'count', better: 'lower', baseline: 9, expected: 4 },
  },
  {
    ...{
      title: 'Meldingen vanzelf bij de goede groep',
      text: 'Anna stuurt nu alles met de hand door.',
      level: 'operational',
      process: 'incident',
      owner: 'anna',
      until: 'doing',
    },
    ...{ measure: 'incident.reassigned', unit: 'share', better: 'lower', baseline: 300_000, expected: 150_000 },
  },
  {
    ...{
      title: 'Wijzigingen met test en weg terug',
      text: 'Bevinding van de audit op wijzigingen.',
      level: 'tactical',
      process: 'change',
      owner: 'eva',
      until: 'doing',
    },
    ...{ measure: 'change.success', unit: 'share', better: 'higher', baseline: 910_000, expected: 960_000 },
  },
  {
    ...{
      title: 'Bezetting plannen uit de voorspelling',
      text: 'Maandagochtend is te krap, vrijdagmiddag te ruim.',
      level: 'tactical',
      process: 'resource',
      owner: 'rosa',
      until: 'doing',
    },
    ...{ measure: 'desk.wait', unit: 'minutes', better: 'lower', baseline: 9, expected: 4 },
  },
  {
    ...{
      title: 'Minder doorgeven tussen partijen',
      text: 'Warme overdracht in plaats van een briefje.',
      level: 'operational',
      process: 'incident',
      owner: 'eva',
      until: 'measuring',
      customer: 'waterschap-noord',
    },
    ...{
      measure: 'incident.hops',
      unit: 'score',
      better: 'lower',
      baseline: 190,
      expected: 130,
      before: [194, 188, 201, 190, 185, 197, 192, 189],
      after: [171, 150, 140],
    },
  },
  {
    ...{
      title: 'Facturen in één overzicht',
      text: 'Minder vragen over de rekening.',
      level: 'tactical',
      process: 'finance',
      owner: 'kees',
      until: 'measuring',
    },
    ...{ measure: 'billing.questions', unit: 'count', better: 'lower', baseline: 14, expected: 8 },
  },
  {
    ...{
      title: 'Wachttijd op klant inkorten met vaste contactpersoon',
      text: 'Uit de servicereview van Waterschap Noord.',
      level: 'tactical',
      process: 'service_level',
      owner: 'kees',
      until: 'done',
      customer: 'waterschap-noord',
    },
    ...{
      measure: 'incident.wait_customer',
      unit: 'minutes',
      better: 'lower',
      baseline: 510,
      expected: 300,
      before: [520, 498, 531, 505, 489, 512, 540, 503],
      after: [288, 270, 281],
      saved: 18_700,
    },
    lesson: 'Eén naam per dienst scheelt meer dan elke herinnering.',
  },
  {
    ...{
      title: 'Bewaking stuurt alleen wat telt',
      text: 'Te veel meldingen zonder gevolg.',
      level: 'operational',
      process: 'event',
      owner: 'chloe',
      until: 'done',
    },
    ...{
      measure: 'event.useful',
      unit: 'share',
      better: 'higher',
      baseline: 430_000,
      expected: 700_000,
      before: [420_000, 441_000, 428_000, 433_000, 419_000, 436_000],
      after: [690_000, 731_000, 742_000],
      saved: 9_400,
    },
    lesson: 'Grenzen met de leverancier samen zetten; alleen verhogen helpt niet.',
  },
  {
    ...{
      title: 'Nieuwsbrief over storingen',
      text: 'Minder telefoontjes bij uitval, dachten wij.',
      level: 'operational',
      process: 'desk',
      owner: 'bas',
      until: 'done',
    },
    ...{
      measure: 'desk.calls_per_outage',
      unit: 'count',
      better: 'lower',
      baseline: 31,
      expected: 20,
      before: [33, 28, 36, 30, 27, 32, 34, 29],
      after: [30, 33, 28],
    },
    lesson: 'Geen verschil dat de ruis te boven gaat; niet voortgezet.',
  },
  {
    ...{ title: 'Eigen chatprogramma voor de desk', text: 'Bouwen wij niet zelf.', level: 'strategic', process: 'portfolio', owner: 'rosa', until: 'stopped' },
  },
];

/** Level a year ago, level now, goal, and the questions that hold it. */
export const maturities: readonly { readonly process: string; readonly was: number; readonly is: number; readonly goal: number }[] = [
  { process: 'incident', was: 3, is: 3, goal: 4 },
  { process: 'problem', was: 1, is: 2, goal: 3 },
  { process: 'change', was: 2, is: 3, goal: 4 },
  { process: 'configuration', was: 1, is: 2, goal: 3 },
  { process: 'service_level', was: 3, is: 4, goal: 4 },
  { process: 'supplier', was: 2, is: 2, goal: 4 },
  { process: 'event', was: 1, is: 2, goal: 3 },
  { process: 'request', was: 2, is: 2, goal: 3 },
  { process: 'availability', was: 1, is: 2, goal: 3 },
  { process: 'capacity', was: 0, is: 1, goal: 3 },
  { process: 'continuity', was: 1, is: 1, goal: 2 },
  { process: 'risk', was: 1, is: 2, goal: 3 },
  { process: 'finance', was: 2, is: 2, goal: 3 },
  { process: 'improvement', was: 1, is: 3, goal: 4 },
];
