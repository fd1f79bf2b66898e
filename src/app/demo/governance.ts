// Governance of the demo world: forums on every level, meetings held and to come, decisions, actions that are late, and a shared review.
import type { Input } from '../../kernel/command.ts';
import type { Row } from '../../platform/db/types.ts';
import type { PersonCode } from './cast.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 60 * minute;
const day = 24 * hour;
const iso = (at: number): string => new Date(at).toISOString();
const date = (at: number): string => iso(at).slice(0, 10);
/** Ten o'clock in the morning of the day, on the clock of the cast's zone or an hour beside it; never on a weekend. */
const morning = (at: number): number => {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  return midnight + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * day + 9 * hour;
};

type Sits = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly chair: PersonCode;
  readonly members: readonly PersonCode[];
  readonly cadence: string;
};
const forums: readonly (Sits & { readonly purpose: string; readonly decides: string; readonly above?: string; readonly customer?: string })[] = [
  {
    ...{
      code: 'board',
      name: 'Directieoverleg dienstverlening',
      kind: 'board',
      level: 'strategic',
      chair: 'rosa',
      members: ['rosa', 'kees', 'eva', 'admin'],
      cadence: 'quarterly',
    },
    ...{ purpose: 'Richting, middelen en grote risico’s van de dienstverlening.', decides: 'Doelen, toewijzing van mensen en geld, contracten.' },
  },
  {
    ...{
      code: 'tactical',
      name: 'Tactisch overleg partners',
      kind: 'board',
      level: 'tactical',
      chair: 'kees',
      members: ['kees', 'eva', 'lbraun', 'fpolder'],
      cadence: 'monthly',
      above: 'board',
    },
    ...{
      purpose: 'Samenwerking met Noordlijn en Polder Hosting: wat er tussen ons misgaat en hoe het beter kan.',
      decides: 'Werkafspraken tussen partijen; geld en contracten gaan naar het directieoverleg.',
    },
  },
  {
    ...{
      code: 'review-noord',
      name: 'Servicereview Waterschap Noord',
      kind: 'review',
      level: 'tactical',
      chair: 'kees',
      members: ['kees', 'eva', 'mhofstra'],
      cadence: 'monthly',
      above: 'board',
      customer: 'waterschap-noord',
    },
    ...{
      purpose: 'Elke maand: wat was beloofd, wat kwam ervan, wat spreken we af.',
      decides: 'Acties en voorstellen; wijziging van de overeenkomst gaat naar het directieoverleg.',
    },
  },
  {
    ...{
      code: 'review-zuiderdam',
      name: 'Servicereview Gemeente Zuiderdam',
      kind: 'review',
      level: 'tactical',
      chair: 'kees',
      members: ['kees', 'nyilmaz'],
      cadence: 'monthly',
      above: 'board',
      customer: 'gemeente-zuiderdam',
    },
    ...{ purpose: 'Elke maand: wat was beloofd, wat kwam ervan, wat spreken we af.', decides: 'Acties en voorstellen.' },
  },
  {
    ...{
      code: 'incident',
      name: 'Procesoverleg incidenten',
      kind: 'process_forum',
      level: 'operational',
      chair: 'eva',
      members: ['eva', 'anna', 'bas', 'chloe'],
      cadence: 'weekly',
      above: 'tactical',
    },
    ...{
      purpose: 'Wat te laat is, wat wordt betwist en wat vaker terugkomt.',
      decides: 'Verdeling van het werk; wat een leverancier raakt gaat naar het tactisch overleg.',
    },
  },
  {
    ...{
      code: 'wifi',
      name: 'Werkgroep wifi in het stadhuis',
      kind: 'working_group',
      level: 'operational',
      chair: 'daan',
      members: ['daan', 'chloe'],
      cadence: 'on_demand',
      above: 'incident',
    },
    ...{ purpose: 'Tot de toegangspunten zijn vervangen.', decides: 'Volgorde van de verdiepingen.' },
  },
];

const obligations = [
  { code: 'antwoord', kind: 'decides', text: 'Antwoordt binnen een werkdag op een vraag over een melding', within_hours: 24, due_on: null },
  { code: 'toegang', kind: 'access', text: 'Geeft toegang tot gemalen en kantoren als wij het een dag eerder vragen', within_hours: null, due_on: null },
  { code: 'contact', kind: 'contact', text: 'Wijst per dienst een contactpersoon met vervanger aan', within_hours: null, due_on: null },
] as const;

export function governing(now: number): Step[] {
  return [
    { at: now - 130 * day, run: (stage) => setUp(stage, now) },
    { at: morning(now - 98 * day) + hour, run: (stage) => boardMeeting(stage, morning(now - 98 * day)) },
    { at: morning(now - 44 * day) + hour, run: (stage) => tacticalMeeting(stage, morning(now - 44 * day), now) },
    { at: morning(now - 40 * day) + hour, run: (stage) => lastReview(stage, morning(now - 40 * day), now) },
    { at: morning(now - 12 * day) + hour, run: (stage) => processForum(stage, morning(now - 12 * day), now) },
    {
      at: now - 20 * day,
      run: async ({ act, id }) =>
        void (await act('lbraun', 'action', 'finish', {
          target: id('action.route'),
          input: { done_note: 'Nummers van beide kanten staan op elk formulier.' },
        })),
    },
    { at: now - 50 * minute, run: (stage) => sharedReview(stage, now) },
  ];
}

async function setUp({ act, ids, id }: Stage, now: number): Promise<void> {
  for (const { code, above, members, chair, customer, ...sits } of forums) {
    const rhythm = sits.cadence === 'on_demand' ? {} : { starts_on: date(morning(now - 100 * day)), begins: '10:00' };
    const people = { chair: id(`person.${chair}`), members: members.map((each) => id(`person.${each}`)) };
    const input: Input = {
      ...sits,
      ...rhythm,
      ...people,
      ...(customer ? { customer: id(`organisation.${customer}`) } : {}),
      ...(above ? { escalates_to: id(`forum.${above}`) } : {}),
    };
    ids[`forum.${code}`] = (await act('rosa', 'forum', 'open', { input })).id;
  }
  await act('kees', 'forum', 'edit', { target: id('forum.review-noord'), input: { obligations } });
  const said = (code: string, ago: number, kept: boolean, text: string) =>
    act('kees', 'forum', 'attest', { target: id('forum.review-noord'), input: { code, on: date(now - ago * day), kept, text } });
  for (const ago of [35, 48, 62, 75])
    await said('toegang', ago, ago !== 48, ago === 48 ? 'Monteur stond een uur voor een dicht hek.' : 'Poort was open op de afgesproken tijd.');
  await said('contact', 66, true, 'Lijst met namen ontvangen.');
}

type Agreed = { readonly key?: string; readonly title: string; readonly owner: PersonCode; readonly by: number; readonly about?: string };

async function meet(
  stage: Stage,
  forum: string,
  at: number,
  { by, minutes, actions = [], period }: { by: PersonCode; minutes: string; actions?: readonly Agreed[]; period?: string },
): Promise<string> {
  const { act, id } = stage;
  const meeting = (await act(by, 'meeting', 'plan', { input: { forum: id(`forum.${forum}`), starts_at: iso(at), ...(period ? { period } : {}) } })).id;
  for (const { key, title, owner, by: due } of actions) {
    const made = await act(by, 'action', 'open', { input: { meeting, title, owner: id(`person.${owner}`), due_on: date(due) } });
    if (key) stage.ids[`action.${key}`] = made.id;
  }
  await act(by, 'meeting', 'hold', { target: meeting, input: { minutes } });
  return meeting;
}

async function boardMeeting(stage: Stage, at: number): Promise<void> {
  const { act, id } = stage;
  const meeting = await meet(stage, 'board', at, {
    by: 'rosa',
    minutes: 'Kwartaal besproken. De keten van leveranciers haalt de klantnorm niet overal; daar gaat het geld heen.',
    actions: [{ title: 'Voorstel voor tweede leverancier van lijnen', owner: 'kees', by: at + 60 * day }],
  });
  const [promise] = await stage.house.db.query<Row & { id: string }>(`select id from promise where state = 'active' and customer = $1 order by id limit 1`, [
    id('organisation.waterschap-noord'),
  ]);
  const effects = [
    ...(promise ? [{ kind: 'target', record: promise.id, text: 'Hersteltijd voor het waterschap blijft de norm, ook in het stormseizoen' }] : []),
    { kind: 'allocation', record: id('process.problem'), text: 'Zestien uur per week beschermd voor problemen' },
    { kind: 'policy', record: null, text: 'Geen leverancier zonder meetbare afspraak' },
  ];
  await act('rosa', 'decision', 'take', {
    input: { meeting, title: 'Tijd voor problemen is beschermd', text: 'Wie brandjes blust komt niet aan oorzaken toe.', effects },
  });
}

async function tacticalMeeting(stage: Stage, at: number, now: number): Promise<void> {
  const meeting = await meet(stage, 'tactical', at, {
    by: 'kees',
    minutes: 'Overdracht tussen de partijen besproken. Beide leveranciers leveren voortaan hun eigen nummer mee.',
    actions: [
      { key: 'route', title: 'Eigen nummer meegeven bij elke overdracht', owner: 'lbraun', by: now - 18 * day },
      { title: 'Contactlijst buiten kantoortijd bijwerken', owner: 'fpolder', by: now - 16 * day },
      { title: 'Gezamenlijke oefening uitval voorbereiden', owner: 'eva', by: now + 21 * day },
    ],
  });
  await stage.act('kees', 'decision', 'take', {
    input: {
      meeting,
      title: 'Overdracht alleen met nummer van beide kanten',
      text: 'Zonder nummer zoekt iedereen.',
      effects: [{ kind: 'policy', record: null, text: 'Werkafspraak overdracht' }],
    },
  });
}

async function lastReview(stage: Stage, at: number, now: number): Promise<void> {
  await meet(stage, 'review-noord', at, {
    by: 'kees',
    minutes: 'De maand is besproken; het waterschap vraagt om snellere terugkoppeling bij gemalen.',
    actions: [
      { key: 'pump', title: 'Belafspraak bij storing aan een gemaal', owner: 'anna', by: now - 20 * day },
      { title: 'Overzicht van open wensen naar het waterschap', owner: 'kees', by: now - 6 * day },
      { title: 'Vervangers van contactpersonen doorgeven', owner: 'mhofstra', by: now + 9 * day },
    ],
  });
  await stage.act('anna', 'action', 'finish', { target: stage.id('action.pump'), input: { done_note: 'Staat in de instructie van de desk.' } });
}

async function processForum(stage: Stage, at: number, now: number): Promise<void> {
  await meet(stage, 'incident', at, {
    by: 'eva',
    minutes: 'Achterstand doorgelopen; twee meldingen zijn kandidaat voor een problem.',
    actions: [
      { title: 'Oude meldingen over wifi bij elkaar zoeken', owner: 'daan', by: now - 2 * day },
      { title: 'Vaste antwoorden voor VPN nalopen', owner: 'anna', by: now + 4 * day },
    ],
  });
  await stage.act('eva', 'meeting', 'plan', { input: { forum: stage.id('forum.incident'), starts_at: iso(morning(now + 2 * day)) } });
}

/** The last month that is frozen and has something to explain, explained, commented on and shared, for the review that comes next. */
async function sharedReview({ act, id, house }: Stage, now: number): Promise<void> {
  const customer = id('organisation.waterschap-noord');
  type Found = Row & { period: string; services: string[]; breaches: { id: string; title: string }[] };
  const [report] = await house.db.query<Found>(
    `select to_char(r.period_from, 'YYYY-MM') as period, (select coalesce(jsonb_agg(distinct s ->> 'service'), '[]') from jsonb_array_elements(r.figures -> 'sections') s) as services,
       (select coalesce(jsonb_agg(distinct jsonb_build_object('id', b ->> 'record_id', 'title', b ->> 'title')), '[]')
          from jsonb_array_elements(r.figures -> 'sections') s, jsonb_array_elements(s -> 'breaches') b) as breaches
     from service_report r where r.customer = $1 and r.state in ('frozen', 'corrected')
     order by jsonb_path_exists(r.figures, '$.sections[*].breaches[*]') desc, r.period_from desc limit 1`,
    [customer],
  );
  if (!report) return;
  const meeting = (
    await act('kees', 'meeting', 'plan', { input: { forum: id('forum.review-noord'), starts_at: iso(morning(now + 3 * day)), period: report.period } })
  ).id;
  const explain = (about: string, text: string) => act('kees', 'meeting', 'explain', { target: meeting, input: { about, text } });
  for (const [index, each] of report.breaches.entries()) await explain(each.id, causes[index % causes.length] as string);
  for (const [index, each] of report.services.entries())
    await explain(each, index === 0 ? 'De cijfers zijn goed, de waardering niet: dat bespreken we.' : 'Geen bijzonderheden.');
  await act('kees', 'meeting', 'propose', {
    target: meeting,
    input: { proposals: ['Tweede lijn naar gemaal Eemskanaal', 'Vaste contactpersoon per dienst, ook buiten kantoortijd'] },
  });
  await act('kees', 'meeting', 'share', { target: meeting, input: {} });
  await act('kees', 'action', 'open', {
    input: { meeting, title: 'Belafspraak gemaal Eemskanaal evalueren', owner: id('person.anna'), due_on: date(now + 20 * day) },
  });
}

const causes = [
  'Een lijn lag eruit; het verkeer liep over de tweede lijn en werd trager. De lijn is hersteld en sindsdien bewaakt.',
  'Wij pakten de melding te laat op: de overdracht naar de tweede groep bleef liggen. De groep krijgt nu een seintje.',
  'De oorzaak lag in de opslag. Het is hersteld; een problem onderzoekt waarom het terugkwam.',
];
