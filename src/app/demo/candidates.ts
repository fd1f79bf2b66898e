// Problem candidates of the demo world: four small rises in incidents, the scans that found them, and what people made of two of them.
import { refreshCandidates } from '../candidates.ts';
import type { OrganisationCode, PersonCode, ServiceCode } from './cast.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 60 * minute;
const day = 24 * hour;

type Caller = readonly [customer: OrganisationCode, who: PersonCode];
type Rise = {
  readonly service: ServiceCode;
  readonly item?: string;
  readonly callers: readonly Caller[];
  readonly fix: string;
  /** Days before the morning the world opens, and what was said. */
  readonly calls: readonly (readonly [ago: number, title: string])[];
};

const jan: Caller = ['waterschap-noord', 'jdewit'];
const marijke: Caller = ['waterschap-noord', 'mhofstra'];
const tom: Caller = ['gemeente-zuiderdam', 'tverhoef'];
const nur: Caller = ['gemeente-zuiderdam', 'nyilmaz'];
const queue = 'Afdrukken blijven in de wachtrij staan';
const password = 'Wachtwoord verlopen tijdens vakantie';
const scans = 'Scans kommen nicht im Postfach an';
const rises: readonly Rise[] = [
  {
    service: 'printing',
    callers: [jan, tom, marijke],
    fix: 'Wachtrij geleegd en printer opnieuw toegevoegd.',
    calls: [45, 44, 42, 41, 39].map((ago) => [ago, queue]),
  },
  {
    service: 'workplace',
    callers: [tom, jan, nur, marijke],
    fix: 'Nieuw wachtwoord gezet.',
    calls: [19, 18.8, 18, 17.9, 17.8].map((ago) => [ago, password]),
  },
  {
    service: 'care-record',
    callers: [['pflege-ems', 'hschmidt']],
    fix: 'Dateien von Hand nachgereicht.',
    calls: [8, 7, 5, 4, 2].map((ago) => [ago, scans]),
  },
  {
    service: 'printing',
    // Everything in that building hangs on one switch.
    item: 'acc-eems',
    callers: [jan, marijke],
    fix: 'Poort van de switch uit- en aangezet.',
    calls: [
      [5, 'Printer van het gemaal niet bereikbaar'],
      [4, 'Dagstaat komt niet uit de plotter'],
      [3, 'Labels voor monsters lukken niet'],
      [2, 'Multifunctional in de bedieningsruimte offline'],
    ],
  },
];

/** The steps of a history that ends at `now`. */
export function candidates(now: number): Step[] {
  return [
    ...rises.flatMap((each) => called(each, now)),
    scan(now - 38 * day),
    { at: now - 38 * day + 4 * hour, run: (stage) => judge(stage, queue, 'accept', { title: 'Print jobs stay in the queue since the new driver' }) },
    scan(now - 16 * day),
    {
      at: now - 16 * day + 6 * hour,
      run: (stage) => judge(stage, password, 'dismiss', { dismissed_reason: 'The weeks after the holidays: it is so every year and it ends by itself.' }),
    },
    scan(now - 5 * hour),
  ];
}

function called({ service, item, callers, fix, calls }: Rise, now: number): Step[] {
  return calls.flatMap(([ago, title], index) => {
    const [customer, who] = callers[index % callers.length] as Caller;
    const start = now - ago * day;
    let incident = '';
    const then = (minutes: number, run: Step['run']): Step => ({ at: start + minutes * minute, run });
    const done =
      (command: string, input = {}) =>
      async (stage: Stage) =>
        void (await stage.tryAct('bas', 'incident', command, { target: incident, input }));
    const opened = async ({ act, id }: Stage): Promise<void> => {
      const about = { service: id(`service.${service}`), customer: id(`organisation.${customer}`), requester: id(`person.${who}`) };
      const part = item ? { item: id(`item.${item}`) } : {};
      const input = { title, ...about, ...part, impact: 'low', urgency: 'medium', effect: 'degraded', source: 'phone' };
      incident = (await act('bas', 'incident', 'open', { input })).id;
    };
    return [then(0, opened), then(12, done('take')), then(85 + 20 * index, done('resolve', { resolution: 'workaround', note: fix })), then(600, done('close'))];
  });
}

const scan = (at: number): Step => ({ at, run: async ({ house }) => void (await refreshCandidates(house)) });

/** The open candidate that most incidents with this title belong to. */
async function judge(stage: Stage, title: string, command: 'accept' | 'dismiss', input: Readonly<Record<string, unknown>>): Promise<void> {
  const [found] = await stage.house.db.query<{ id: string }>(
    `select c.id from problem_candidate c where c.open
     order by (select count(*) from incident i where i.id = any(c.incidents) and i.title = $1) desc, c.id limit 1`,
    [title],
  );
  if (found) await stage.tryAct('eva', 'problem_candidate', command, { target: found.id, input });
}
