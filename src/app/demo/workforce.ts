// People and their hours in the demo world: what they can do, how much they work, a year of plans, where the time went, and what was borrowed.
import { daysOf } from '../../calculus/period.ts';
import type { PersonCode } from './cast.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;

const competences = [
  {
    code: 'networks',
    name: 'Networks',
    services: ['network'],
    demands: [
      ['incident', 'Restore a line', 3, 2],
      ['problem', 'Find the cause in the network', 4, 1],
    ],
  },
  { code: 'workplaces', name: 'Workplaces', services: ['workplace', 'desktop'], demands: [['incident', 'Help a user', 2, 3]] },
  { code: 'identity', name: 'Sign-in and access', services: ['identity', 'care-record'], demands: [['incident', 'Restore access', 3, 2]] },
  { code: 'care', name: 'Care record application', services: ['care-record'], demands: [['incident', 'Help a nurse', 3, 2]] },
  { code: 'causes', name: 'Root cause analysis', services: [], demands: [['problem', 'Lead an investigation', 4, 2]] },
  { code: 'agreements', name: 'Service agreements', services: [], demands: [['service_level', 'Agree on service levels', 4, 1]] },
] as const;

/** Who has what, at which level; a number of days is when it lapses. */
const skills: readonly (readonly [PersonCode, (typeof competences)[number]['code'], number, number?])[] = [
  ['chloe', 'networks', 5, 45],
  ['daan', 'networks', 2],
  ['anna', 'workplaces', 4],
  ['bas', 'workplaces', 3],
  ['daan', 'workplaces', 4],
  ['anna', 'identity', 3],
  ['bas', 'identity', 2],
  ['anna', 'care', 3, 200],
  ['eva', 'causes', 5],
  ['chloe', 'causes', 3],
  ['kees', 'agreements', 5],
];

const weekly: Readonly<Partial<Record<PersonCode, readonly [minutes: number, absence: number]>>> = {
  anna: [2_160, 180_000],
  bas: [1_920, 180_000],
  chloe: [2_160, 150_000],
  daan: [1_728, 160_000],
  eva: [2_160, 140_000],
  kees: [2_160, 140_000],
  rosa: [2_400, 140_000],
};

type Plan = {
  readonly who: PersonCode;
  readonly process: string;
  readonly level: 'operational' | 'tactical' | 'strategic';
  readonly hours: number;
  readonly windows?: object[];
};
const friday = [{ days: [5], from: '13:00', to: '17:00' }];
const tuesday = [{ days: [2], from: '09:00', to: '12:00' }];
const plans: readonly Plan[] = [
  { who: 'anna', process: 'desk', level: 'operational', hours: 112 },
  { who: 'bas', process: 'desk', level: 'operational', hours: 118 },
  { who: 'chloe', process: 'incident', level: 'operational', hours: 96 },
  { who: 'daan', process: 'incident', level: 'operational', hours: 84 },
  { who: 'chloe', process: 'problem', level: 'tactical', hours: 16, windows: friday },
  { who: 'anna', process: 'improvement', level: 'tactical', hours: 8 },
  { who: 'eva', process: 'problem', level: 'tactical', hours: 40, windows: tuesday },
  { who: 'eva', process: 'change', level: 'tactical', hours: 40 },
  { who: 'kees', process: 'service_level', level: 'tactical', hours: 80 },
  { who: 'kees', process: 'portfolio', level: 'strategic', hours: 16 },
  { who: 'rosa', process: 'strategy', level: 'strategic', hours: 40 },
];
const future = plans.filter((each) => each.level !== 'operational');

/** The steps of the year that ends at `now`, in no order. */
export function workforce(now: number): Step[] {
  const months = Array.from({ length: 13 }, (_, back) => monthBack(now, 12 - back));
  return [
    { at: now - 364 * day, run: begin(now) },
    ...months.map((month): Step => ({ at: Math.max(now - 363 * day, Date.parse(`${daysOf(month).first}T06:00:00Z`)), run: planMonth(month, now) })),
    ...spent(now),
    ...fires(now),
    { at: now - 20 * hour, run: onIncidents },
  ];
}

function monthBack(now: number, back: number): string {
  const at = new Date(now);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const begin =
  (now: number) =>
  async ({ act, ids, id }: Stage): Promise<void> => {
    for (const { code, name, services, demands } of competences) {
      const wanted = demands.map(([process, activity, level, people]) => ({ process, activity, level, people }));
      const input = { name, services: services.map((each) => id(`service.${each}`)), demands: wanted };
      ids[`competence.${code}`] = (await act('eva', 'competence', 'open', { input })).id;
    }
    for (const [who, code, level, lapses] of skills) {
      const until = lapses ? { valid_until: dateOf(now + lapses * day), evidence: 'Certificate' } : {};
      await act('kees', 'skill', 'open', { input: { person: id(`person.${who}`), competence: id(`competence.${code}`), level, ...until } });
    }
    for (const [who, [minutes, absence]] of Object.entries(weekly)) {
      const input = { person: id(`person.${who}`), weekly: minutes, absence, calendar: id('calendar.office'), starts_on: dateOf(now - 400 * day) };
      await act('eva', 'capacity', 'open', { input });
    }
  };

/** The last month has more firefighting planned than there is of Bas: somebody should see that. */
const planMonth =
  (month: string, now: number) =>
  async ({ act, ids, id }: Stage): Promise<void> => {
    const { first, last } = daysOf(month);
    for (const { who, process, level, hours, windows } of plans) {
      const more = who === 'bas' && month === dateOf(now).slice(0, 7) ? 26 : 0;
      const input = { process: id(`process.${process}`), person: id(`person.${who}`), level, hours: hours + more, starts_on: first, ends_on: last };
      const row = await act('eva', 'allocation', 'open', { input: { ...input, ...(windows ? { windows } : {}) } });
      ids[`allocation.${who}.${process}.${month}`] = row.id;
    }
  };

/** Hours as people book them themselves: one week in four long ago, every week of late, and less for the future than was planned. */
function spent(now: number): Step[] {
  const steps: Step[] = [];
  for (let week = 51; week >= 0; week -= 1) {
    if (week > 3 && week % 4 !== 2) continue;
    const monday = mondayOf(now - week * 7 * day);
    const book = (at: number, who: PersonCode, process: string, more: object): void => {
      if (at < now && at > now - 362 * day)
        steps.push({ at, run: async ({ act, id }) => void (await act(who, 'time_entry', 'open', { input: { process: id(`process.${process}`), ...more } })) });
    };
    for (const [place, { who, process, level, hours }] of future.entries()) {
      // One booking a day for each: on Tuesday, and on Thursday what else they do.
      const second = future.slice(0, place).some((each) => each.who === who);
      const minutes = Math.min(540, Math.round((hours * 60 * 0.2 * (10 - ((week * 3 + place) % 4))) / 10));
      book(monday + (second ? 3 : 1) * day + 16 * hour, who, process, { level, minutes });
    }
    for (const [place, who] of (['anna', 'bas', 'chloe', 'daan'] as const).entries())
      for (const weekday of [0, 2])
        book(monday + weekday * day + 16 * hour, who, place < 2 ? 'desk' : 'incident', { minutes: 430 + ((week + place + weekday) % 5) * 20 });
  }
  return steps;
}

const mondayOf = (at: number): number => {
  const midnight = Math.floor(at / day) * day;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
};

/** Midnight of that day, moved off the weekend. */
function workday(at: number): number {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  return midnight - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0) * day;
}

/** Fridays on which Chloé was called away from problems, and an hour of Eva that was borrowed outright. */
function fires(now: number): Step[] {
  const fridays = [3, 6, 10, 19, 31].map((weeks) => {
    const midnight = Math.floor((now - weeks * 7 * day) / day) * day;
    return midnight - ((new Date(midnight).getUTCDay() + 2) % 7) * day;
  });
  const reasons = ['Line B down, the water board has no pumps on screen', 'Sign-in broken for the whole town hall', 'Storage slow, care record unusable'];
  const called = fridays.map((friday, place): Step => {
    // From 13:30 to 15:00 in Amsterdam, in winter and in summer within the protected hours.
    const started = friday + 12.5 * hour;
    const input = { minutes: 90, started_at: new Date(started).toISOString(), reason: reasons[place % reasons.length] };
    return {
      at: started + 1.6 * hour,
      run: async ({ act, id }) => void (await act('chloe', 'time_entry', 'open', { input: { ...input, process: id('process.incident') } })),
    };
  });
  const outright = [12, 40].map((back): Step => {
    const at = workday(now - back * day) + 11 * hour;
    const month = dateOf(at).slice(0, 7);
    return {
      at,
      run: async ({ act, id }) => {
        const lent = {
          allocation: id(`allocation.eva.problem.${month}`),
          process: id('process.change'),
          level: 'operational',
          minutes: 180,
          borrowed_on: dateOf(at),
        };
        const row = await act('kees', 'borrowing', 'open', { input: { ...lent, reason: 'Emergency change needed somebody to coordinate' } });
        if (back > 20) await act('eva', 'borrowing', 'return', { target: row.id });
      },
    };
  });
  return [...called, ...outright];
}

/** Time that agents booked on incidents they resolved of late, one an hour at most. */
async function onIncidents({ house, act, ids, id }: Stage): Promise<void> {
  const rows = await house.db.query<{ id: string; agent: string; at: string; n: number }>(
    `select distinct on (agent, date_trunc('hour', resolved_at)) id, agent, resolved_at as at, (extract(minute from resolved_at))::int as n
     from incident where agent is not null and resolved_at > $1::timestamptz - interval '170 days' and resolved_at < $1::timestamptz - interval '1 day'
       and not exists (select 1 from time_entry e where e.person = agent and e.state = 'booked' and e.started_at < resolved_at
         and e.started_at + make_interval(mins => e.minutes) > resolved_at - interval '30 minutes')
     order by agent, date_trunc('hour', resolved_at), resolved_at, id limit 45`,
    [new Date(house.clock.now()).toISOString()],
  );
  const people = new Map(Object.entries(ids).map(([key, value]) => [value, key.replace('person.', '') as PersonCode]));
  for (const row of rows) {
    const who = people.get(row.agent);
    if (!who || !(who in weekly)) continue;
    const minutes = 6 + (row.n % 17);
    const input = { record: row.id, process: id('process.incident'), minutes, started_at: new Date(Date.parse(row.at) - minutes * 60_000).toISOString() };
    // What falls into a protected Friday afternoon says why.
    await act(who, 'time_entry', 'open', { input: who === 'chloe' ? { ...input, reason: 'Users were waiting' } : input });
  }
}
