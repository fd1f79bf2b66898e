// Customers of the demo world at different stages of contracting, and calls that went another way than the process means them to go.
import type { Input } from '../../kernel/command.ts';
import type { OrganisationCode, PersonCode, ServiceCode } from './cast.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 60 * minute;
const day = 24 * hour;

/** The steps of growing contracts in a history that ends at `now`. */
export function growing(now: number): Step[] {
  return [
    { at: now - 175 * day, run: managedLines },
    { at: now - 80 * day, run: outcome },
    ...calls.flatMap((each) => went(each, morning(now - each.ago * day))),
  ];
}

const base = { provider: 'organisation.delta', calendar: 'calendar.always', pauses: ['reason.customer_information', 'reason.customer_access'] } as const;

async function promised({ act, id }: Stage, { service, customer, ...terms }: Input & { service: ServiceCode; customer: OrganisationCode }): Promise<void> {
  const parts = { service: id(`service.${service}`), customer: id(`organisation.${customer}`), provider: id(base.provider), calendar: id(base.calendar) };
  const draft = await act('kees', 'promise', 'open', { input: { measured_per: 'month', ...parts, ...terms } });
  await act('kees', 'promise', 'sign', { target: draft.id });
}

/** The water board only wants somebody to look at its lines in time; the municipality has a level promised for them. */
async function managedLines(stage: Stage): Promise<void> {
  const kept = { service: 'network', attainment: 900_000, pauses: base.pauses.map((each) => stage.id(each)) } as const;
  const respond = { ...kept, metric: 'respond', targets: { '1': 15, '2': 30, '3': 60, '4': 240, '5': 480 } };
  await promised(stage, { ...respond, customer: 'waterschap-noord', name: 'Network: respond (Waterschap Noord)' });
  await promised(stage, { ...respond, customer: 'gemeente-zuiderdam', name: 'Network: respond (Gemeente Zuiderdam)' });
  const restore = { ...kept, metric: 'restore', targets: { '1': 240, '2': 480, '3': 960, '4': 2_880, '5': 5_760 } };
  await promised(stage, { ...restore, customer: 'gemeente-zuiderdam', name: 'Network: restore (Gemeente Zuiderdam)' });
}

/** What the water board pays for in the end: people who can work. */
async function outcome(stage: Stage): Promise<void> {
  const input = { metric: 'satisfaction', satisfied: 700_000, name: 'Workplace: satisfaction (Waterschap Noord)' };
  await promised(stage, { ...input, service: 'workplace', customer: 'waterschap-noord' });
}

type Act = readonly [minutes: number, command: string, who?: PersonCode, team?: 'network' | 'desktop' | 'desk'];
/** Minutes after the call. Who is left out is the agent who took the call. The second priority is to be restored in 480 minutes. */
const ways = {
  straight: [
    [9, 'take'],
    [75, 'resolve'],
    [190, 'close'],
  ],
  solved_in_the_call: [
    [7, 'resolve'],
    [320, 'close'],
  ],
  came_back: [
    [12, 'take'],
    [80, 'resolve'],
    [410, 'reopen'],
    [520, 'resolve'],
    [1_490, 'close'],
  ],
  asked_late: [
    [14, 'take'],
    [412, 'wait'],
    [905, 'resume'],
    [930, 'resolve'],
    [1_400, 'close'],
  ],
  asked_twice: [
    [10, 'take'],
    [32, 'wait'],
    [141, 'resume'],
    [170, 'wait'],
    [421, 'resume'],
    [450, 'resolve'],
    [610, 'close'],
  ],
  handed_on: [
    [8, 'take'],
    [31, 'assign', undefined, 'network'],
    [70, 'take', 'chloe'],
    [184, 'resolve', 'chloe'],
    [260, 'close'],
  ],
  back_and_forth: [
    [5, 'assign', undefined, 'network'],
    [26, 'take', 'chloe'],
    [52, 'assign', 'chloe', 'desk'],
    [61, 'take'],
    [150, 'resolve'],
    [240, 'close'],
  ],
} as const satisfies Readonly<Record<string, readonly Act[]>>;

type Call = { readonly ago: number; readonly way: keyof typeof ways; readonly at: keyof typeof places; readonly agent: PersonCode } & Told;
type Told = { readonly title: string; readonly fix: string };
const places = {
  'noord-network': { customer: 'waterschap-noord', service: 'network', requester: 'jdewit' },
  'zuiderdam-network': { customer: 'gemeente-zuiderdam', service: 'network', requester: 'tverhoef' },
  'ems-desktop': { customer: 'pflege-ems', service: 'desktop', requester: 'hschmidt' },
  noord: { customer: 'waterschap-noord', service: 'workplace', requester: 'jdewit' },
  zuiderdam: { customer: 'gemeente-zuiderdam', service: 'workplace', requester: 'tverhoef' },
} as const satisfies Readonly<Record<string, { customer: OrganisationCode; service: ServiceCode; requester: PersonCode }>>;

const calls: readonly Call[] = [
  { ago: 168, way: 'straight', at: 'noord-network', agent: 'bas', title: 'Geen draadloos netwerk in de kantine', fix: 'Toegangspunt vervangen.' },
  { ago: 66, way: 'solved_in_the_call', at: 'noord-network', agent: 'anna', title: 'Gastennetwerk vraagt om een code', fix: 'Code van de dag doorgegeven.' },
  { ago: 19, way: 'handed_on', at: 'noord-network', agent: 'anna', title: 'Camera bij de sluis komt niet door', fix: 'Poort op de schakelkast opengezet.' },
  { ago: 151, way: 'asked_twice', at: 'zuiderdam-network', agent: 'bas', title: 'Balie 4 heeft geen netwerk', fix: 'Patchkabel in de wandkast omgezet.' },
  {
    ago: 83,
    way: 'straight',
    at: 'zuiderdam-network',
    agent: 'anna',
    title: 'Trage verbinding in het archief',
    fix: 'Snelheid van de poort stond op tien megabit.',
  },
  { ago: 58, way: 'asked_late', at: 'zuiderdam-network', agent: 'bas', title: 'Buitendienst kan niet bij de kaarten', fix: 'Regel in de firewall hersteld.' },
  {
    ago: 33,
    way: 'back_and_forth',
    at: 'zuiderdam-network',
    agent: 'anna',
    title: 'Bellen via het netwerk hapert',
    fix: 'Voorrang voor spraak weer aangezet.',
  },
  { ago: 11, way: 'straight', at: 'zuiderdam-network', agent: 'bas', title: 'Parkeerautomaat niet bereikbaar', fix: 'Simkaart opnieuw geactiveerd.' },
  { ago: 120, way: 'straight', at: 'ems-desktop', agent: 'anna', title: 'Neuer Rechner für die Pflegeleitung', fix: 'Rechner eingerichtet und übergeben.' },
  { ago: 47, way: 'came_back', at: 'ems-desktop', agent: 'bas', title: 'Tablet der Nachtschicht lädt nicht', fix: 'Ladestation getauscht.' },
  { ago: 14, way: 'straight', at: 'ems-desktop', agent: 'anna', title: 'Headset wird nicht erkannt', fix: 'Treiber neu installiert.' },
  { ago: 300, way: 'came_back', at: 'noord', agent: 'bas', title: 'Tweede scherm blijft leeg', fix: 'Dockingstation opnieuw ingesteld.' },
  { ago: 262, way: 'solved_in_the_call', at: 'zuiderdam', agent: 'anna', title: 'Handtekening onder mail is weg', fix: 'Samen opnieuw ingesteld.' },
  {
    ago: 214,
    way: 'handed_on',
    at: 'noord',
    agent: 'anna',
    title: 'Thuiswerkplek verbindt niet met de meldkamer',
    fix: 'Toegang tot het netwerk van de meldkamer gegeven.',
  },
  { ago: 183, way: 'asked_late', at: 'zuiderdam', agent: 'bas', title: 'Vergadersysteem neemt geen gesprek aan', fix: 'Account van de zaal hersteld.' },
  { ago: 97, way: 'solved_in_the_call', at: 'noord', agent: 'bas', title: 'Toetsenbord typt vreemde tekens', fix: 'Taal van het toetsenbord gekozen.' },
  { ago: 74, way: 'came_back', at: 'zuiderdam', agent: 'anna', title: 'Scanner stuurt niets naar de mail', fix: 'Nieuw wachtwoord in de scanner gezet.' },
  { ago: 52, way: 'asked_late', at: 'noord', agent: 'anna', title: 'Rekenmodel opent niet na verhuizing', fix: 'Pad naar de rekenkern aangepast.' },
  { ago: 26, way: 'back_and_forth', at: 'noord', agent: 'bas', title: 'Kaartviewer laadt niet in het veld', fix: 'Profiel van de tablet vernieuwd.' },
  { ago: 16, way: 'came_back', at: 'zuiderdam', agent: 'bas', title: 'Agenda van de raadzaal dubbel geboekt', fix: 'Rechten op de agenda rechtgezet.' },
  { ago: 9, way: 'solved_in_the_call', at: 'noord', agent: 'anna', title: 'Printervoorraad staat niet in de lijst', fix: 'Juiste printer gekozen.' },
];

/** One call and what became of it. */
function went({ way, at: place, agent, title, fix }: Call, start: number): Step[] {
  const { customer, service, requester } = places[place];
  let incident = '';
  const opened: Step = {
    at: start,
    run: async ({ act, id }) => {
      const about = { service: id(`service.${service}`), customer: id(`organisation.${customer}`), requester: id(`person.${requester}`) };
      const input = { title, ...about, impact: 'medium', urgency: 'high', effect: 'degraded', source: 'phone' };
      incident = (await act(agent, 'incident', 'open', { input })).id;
    },
  };
  const acts: readonly Act[] = ways[way];
  return [
    opened,
    ...acts.map(
      ([minutes, command, who = agent, team]): Step => ({
        at: start + minutes * minute,
        run: async (stage) => void (await stage.tryAct(who, 'incident', command, { target: incident, input: inputOf(stage, { command, team, fix }) })),
      }),
    ),
  ];
}

function inputOf({ id }: Stage, { command, team, fix }: { command: string; team: string | undefined; fix: string }): Input {
  if (command === 'assign') return { team: id(`team.${team}`), note: 'Willen jullie hiernaar kijken?' };
  if (command === 'wait') return { waiting_reason: id('reason.customer_information'), note: 'Kunt u ons het nummer van het apparaat geven?' };
  if (command === 'resolve') return { resolution: 'fixed', note: fix };
  return command === 'reopen' ? { note: 'De melder belt opnieuw: het is er weer.' } : {};
}

/** Nine o'clock on the clock of the cast's zone or an hour beside it, on a working day. */
function morning(at: number): number {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  return midnight + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * day + 8 * hour;
}
