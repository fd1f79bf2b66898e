// The changes of the demo world: a year's habit of them in all types and states, models they are made from, and one release in its early life.
import type { AnyRow } from '../../kernel/record.ts';
import type { OrganisationCode, PersonCode, ServiceCode } from './cast.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 60 * minute;
const day = 24 * hour;
const iso = (at: number): string => new Date(at).toISOString();

/** How far a change has come. Each step includes those before it. */
const road = ['draft', 'submitted', 'assessed', 'approved', 'scheduled', 'building', 'tested', 'implementing', 'implemented', 'reviewed', 'closed'] as const;
type Place = (typeof road)[number];
type Plan = {
  readonly key: string;
  /** When it is done: days from the morning the world opens, and the hour of that day in UTC. */
  readonly day: number;
  readonly hour: number;
  readonly hours?: number;
  readonly title: string;
  readonly type: 'standard' | 'normal' | 'emergency';
  readonly reaches: Place;
  readonly services: readonly ServiceCode[];
  readonly items?: readonly string[];
  readonly outage?: number;
  readonly notice?: string;
  readonly lead?: OrganisationCode;
  readonly raised_by?: PersonCode;
  readonly model?: string;
  readonly tasks?: readonly (readonly [title: string, party: OrganisationCode])[];
  /** The risk that a person sets, with the reason. */
  readonly light?: readonly [number, string];
  readonly ends?: 'success' | 'partial' | 'backed_out';
  readonly updates?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const small = [24, 'Done the same way at three other sites; the other device carries the traffic.'] as const;
const plans: readonly Plan[] = [
  ...([-96, -68, -41, -20] as const).map(
    (on, index): Plan => ({
      ...{ key: `patch-${index}`, day: on, hour: 20, type: 'standard', model: 'patching', services: ['hosting'], items: ['vm-files', 'vm-mail'] },
      ...{ title: 'Monthly updates of the file and mail servers', reaches: 'closed', ends: 'success' },
    }),
  ),
  {
    ...{ key: 'access-switch', day: -6, hour: 5, type: 'standard', model: 'switch', services: ['network'], items: ['acc-eems'], reaches: 'implementing' },
    ...{ title: 'Replace the access switch at Gemaal Eemskanaal', ends: 'backed_out' },
  },
  {
    ...{ key: 'mail-storage', day: -33, hour: 21, type: 'normal', services: ['hosting'], items: ['san-1'], reaches: 'closed', ends: 'success', light: small },
    ...{
      title: 'More room for mail',
      tasks: [
        ['Add two shelves to the storage', 'polder-hosting'],
        ['Enlarge the volume', 'delta'],
      ],
    },
  },
  {
    ...{ key: 'sign-in', day: -12, hour: 4, type: 'normal', services: ['identity'], reaches: 'reviewed', ends: 'partial', light: small, outage: 20 },
    ...{
      title: 'Newer version of sign-in',
      notice: 'You may have to sign in once more in the early morning.',
      tasks: [['Upgrade the sign-in service', 'identiq']],
    },
  },
  {
    ...{ key: 'certificate', day: -2, hour: 14, type: 'emergency', services: ['identity'], reaches: 'implemented' },
    ...{ title: 'Replace the expired certificate of sign-in', notice: 'Signing in works again.' },
  },
  {
    ...{ key: 'core-software', day: 7, hour: 21, type: 'normal', services: ['network'], items: ['core-1'], reaches: 'tested', light: small, hours: 3 },
    ...{ title: 'New software on the core switch', outage: 5, notice: 'Short interruptions of the network between 22:00 and 01:00.' },
    ...{
      tasks: [
        ['Watch the northern line meanwhile', 'noordlijn'],
        ['Install the software', 'delta'],
        ['Check that traffic flows', 'delta'],
      ],
    },
    updates: { 'core-1': { model: '7280SR3A' } },
  },
  {
    ...{ key: 'core-cabling', day: 8, hour: 6, type: 'normal', services: ['network'], items: ['core-1', 'core-2'], reaches: 'assessed', outage: 30, hours: 4 },
    ...{ title: 'New cabling in the network room Groningen', notice: 'The network may fail for half an hour in the morning.' },
    ...{ tasks: [['Lay the cables', 'delta']] },
  },
  {
    ...{
      key: 'northern-route',
      day: 12,
      hour: 2,
      type: 'normal',
      services: ['line-a'],
      items: ['circuit-north'],
      reaches: 'submitted',
      lead: 'noordlijn',
      raised_by: 'lbraun',
    },
    ...{ title: 'Move the northern line to another duct', outage: 90, hours: 4 },
  },
  {
    ...{ key: 'core-firmware', day: -54, hour: 20, type: 'normal', services: ['network'], items: ['core-2'], reaches: 'closed', ends: 'success', light: small },
    ...{ title: 'New firmware on the second core switch', tasks: [['Install the firmware', 'delta']] },
  },
  {
    ...{ key: 'printers', day: 19, hour: 7, type: 'normal', services: ['printing'], reaches: 'draft', lead: 'printwerk', raised_by: 'jkrause' },
    ...{ title: 'New drivers for all printers' },
  },
  {
    ...{ key: 'files-next', day: 9, hour: 20, type: 'standard', model: 'patching', services: ['hosting'], items: ['vm-files', 'vm-mail'] },
    ...{ title: 'Monthly updates of the file and mail servers', reaches: 'scheduled' },
  },
  ...(['care-app', 'care-data'] as const).map(
    (key, index): Plan => ({
      ...{ key, day: -9, hour: 3 + index, type: 'normal', services: ['care-record'], reaches: 'reviewed', ends: 'success', light: small },
      ...{ items: [index ? 'vm-care-db' : 'vm-care-app'], title: index ? 'Care record 8.2: new tables' : 'Care record 8.2: new screens' },
      ...{ notice: 'Care record looks a little different.', tasks: [[index ? 'Migrate the data' : 'Install the application', 'delta']] },
    }),
  ),
];

/** All of it, in the order of time; what lies after now is left out by who plays it. */
export const changes = (now: number): Step[] => [
  ...models(now - 150 * day),
  ...plans.flatMap((plan) => played(plan, now)),
  ...unauthorised(now),
  ...release(now),
];

function models(start: number): Step[] {
  const model = (key: string, at: number, content: (stage: Stage) => Readonly<Record<string, unknown>>): Step => ({
    at,
    run: async (stage) => {
      const ready = { backout_minutes: 20, outage_minutes: 0, test_evidence: 'Done in the test environment first, and by hand before it became a model.' };
      const row = await stage.act('chloe', 'change_model', 'open', { input: { ...ready, ...content(stage) } });
      await stage.act('eva', 'change_model', 'approve', { target: row.id });
      stage.ids[`change_model.${key}`] = row.id;
    },
  });
  return [
    model('patching', start, ({ id }) => ({
      ...{ name: 'Monthly updates of servers', services: [id('service.hosting')], items: [id('item.vm-files'), id('item.vm-mail')], duration_minutes: 120 },
      ...{ parties: [id('organisation.polder-hosting')], backout_plan: 'Go back to the snapshot of an hour before.' },
      steps: [
        { title: 'Take a snapshot of each machine', phase: 'implement', minutes: 15 },
        { title: 'Install the updates and restart', phase: 'implement', minutes: 60 },
      ],
    })),
    model('switch', start + hour, ({ id }) => ({
      ...{ name: 'Replace an access switch', services: [id('service.network')], items: [id('item.acc-eems')], duration_minutes: 90 },
      ...{ backout_plan: 'Put the old switch back; it stays in the rack until the next day.', notice: 'The network of one building stops for a moment.' },
      steps: [{ title: 'Swap the switch and check every port', phase: 'implement', minutes: 45 }],
    })),
  ];
}

const reached = (plan: Plan, place: Place): boolean => road.indexOf(plan.reaches) >= road.indexOf(place);
const doerOf: Readonly<Record<string, PersonCode>> = {
  delta: 'chloe',
  noordlijn: 'lbraun',
  'polder-hosting': 'fpolder',
  identiq: 'siobhan',
  printwerk: 'jkrause',
};

/** A change from its first draft to as far as it came. People ask two weeks ahead, or as much as there was time for. */
function played(plan: Plan, now: number): Step[] {
  const start = Math.floor(now / day) * day + plan.day * day + plan.hour * hour;
  const ends = start + (plan.hours ?? 2) * hour;
  const ahead = plan.type === 'emergency' ? 2 * hour : Math.max(start - now, 0) + 5 * day;
  const raised = start - Math.max(ahead, plan.type === 'emergency' ? 0 : 9 * day);
  const key = `change.${plan.key}`;
  const steps: Step[] = [];
  const on = (place: Place, at: number, run: (stage: Stage, target: string) => Promise<unknown>): void => {
    if (reached(plan, place)) steps.push({ at, run: async (stage) => void (await run(stage, place === 'draft' ? '' : stage.id(key))) });
  };
  const raiser = plan.raised_by ?? 'chloe';
  on('draft', raised, async (stage) => {
    const row = await stage.act(raiser, 'change', 'open', { input: { ...content(plan, stage), planned_start: iso(start), planned_end: iso(ends) } });
    stage.ids[key] = row.id;
    for (const [title, party] of plan.tasks ?? [])
      await stage.tryAct('chloe', 'change_task', 'plan', {
        input: { title, party: stage.id(`organisation.${party}`), change: row.id, ...planned(start, ends) },
      });
  });
  on('submitted', raised + 10 * minute, (stage, target) => stage.tryAct(raiser, 'change', 'submit', { target }));
  if (plan.type === 'normal') judged({ plan, on, raised });
  if (plan.type === 'emergency')
    on('approved', raised + 20 * minute, (stage, target) =>
      stage.tryAct('eva', 'change', 'approve', { target, input: { decision_reason: 'Nobody can sign in.' } }),
    );
  if (plan.type !== 'emergency')
    on('scheduled', raised + 2 * day, (stage, target) => stage.tryAct('anna', 'change', 'schedule', { target, input: planned(start, ends) }));
  if (plan.type === 'normal') built({ on, raised });
  done({ plan, on, start });
  return steps;
}

const planned = (start: number, ends: number) => ({ planned_start: iso(start), planned_end: iso(ends) });
type On = (place: Place, at: number, run: (stage: Stage, target: string) => Promise<unknown>) => void;

function content(plan: Plan, stage: Stage): Readonly<Record<string, unknown>> {
  const { title, type, notice } = plan;
  const services = plan.services.map((each) => stage.id(`service.${each}`));
  const items = (plan.items ?? []).map((each) => stage.id(`item.${each}`));
  const lead = plan.lead ? { lead_party: stage.id(`organisation.${plan.lead}`) } : {};
  if (plan.model) return { title, type, model: stage.id(`change_model.${plan.model}`), services, items };
  if (type === 'emergency') return { title, type, notice, services, outage_minutes: 0 };
  const questions = {
    reason: 'What is there is no longer supported, and has failed twice this year.',
    benefit: 'Fewer interruptions, and support until 2031.',
    risks: 'It may not come up again; not doing it leaves us without support.',
    resources: 'Two people for a night, and the equipment that was ordered.',
    relations: 'None that is planned in the same week.',
    builder: plan.raised_by ? stage.id(`person.${plan.raised_by}`) : stage.id('person.daan'),
  };
  const updates = Object.entries(plan.updates ?? {}).map(([item, attributes]) => ({ item: stage.id(`item.${item}`), changes: { attributes } }));
  const back = { backout_plan: 'Go back to the previous version, which stays ready beside it.', backout_minutes: 30, backout_tested: true };
  return {
    title,
    type,
    notice,
    services,
    items,
    ...lead,
    ...questions,
    ...back,
    outage_minutes: plan.outage ?? 0,
    ...(updates.length ? { item_updates: updates } : {}),
  };
}

/** Assessed, told to customers, consented to, and decided by somebody who neither asked for it nor builds it. */
function judged({ plan, on, raised }: { readonly plan: Plan; readonly on: On; readonly raised: number }): void {
  on('assessed', raised + 4 * hour, (stage, target) => stage.tryAct('anna', 'change', 'assess', { target }));
  const { light, outage = 0, notice } = plan;
  if (light)
    on('assessed', raised + 5 * hour, (stage, target) =>
      stage.tryAct('eva', 'change', 'override_risk', { target, input: { risk_score: light[0], note: light[1] } }),
    );
  if (notice) on('assessed', raised + 6 * hour, (stage, target) => stage.tryAct('anna', 'change', 'inform', { target }));
  if (notice && outage > 0) {
    on('assessed', raised + 8 * hour, (stage, target) => stage.tryAct('mhofstra', 'change', 'answer', { target, input: { answer: 'agrees' } }));
    const other = plan.reaches === 'assessed' ? { answer: 'objects', note: 'Die ochtend zijn er verkiezingen; kan het een dag later?' } : { answer: 'agrees' };
    on('assessed', raised + 9 * hour, (stage, target) => stage.tryAct('nyilmaz', 'change', 'answer', { target, input: other }));
    if (plan.services.includes('identity'))
      on('approved', raised + 9 * hour, (stage, target) => stage.tryAct('hschmidt', 'change', 'answer', { target, input: { answer: 'agrees' } }));
    on('approved', raised + 10 * hour, (stage, target) => stage.tryAct('kees', 'change', 'consent', { target }));
  }
  on('approved', raised + day, (stage, target) =>
    stage.tryAct('eva', 'change', 'approve', { target, input: { decision_reason: 'Small, tried, and with a way back.' } }),
  );
}

function built({ on, raised }: { readonly on: On; readonly raised: number }): void {
  on('building', raised + 2 * day + hour, (stage, target) => stage.tryAct('chloe', 'change', 'build', { target }));
  const test_evidence = 'Installed in the test environment on Monday; all forty checks passed, and going back took twelve minutes.';
  on('tested', raised + 3 * day, (stage, target) => stage.tryAct('chloe', 'change', 'test', { target, input: { test_evidence } }));
}

function done({ plan, on, start }: { readonly plan: Plan; readonly on: On; readonly start: number }): void {
  on('implementing', start + 5 * minute, (stage, target) => stage.tryAct('chloe', 'change', 'implement', { target }));
  on('implementing', start + 30 * minute, (stage, target) => work(stage, target, plan.ends === 'backed_out'));
  if (plan.ends === 'backed_out') {
    const input = { note: 'Half of the ports stayed dark: the new model wants other modules. The old switch is back.', service_hurt: true };
    on('implementing', start + 50 * minute, (stage, target) => stage.tryAct('chloe', 'change', 'back_out', { target, input }));
    return;
  }
  on('implemented', start + 70 * minute, (stage, target) => stage.tryAct('chloe', 'change', 'complete', { target }));
  const lessons = plan.ends === 'partial' ? 'Two applications were not on the list of who signs in; ask their owners next time.' : 'Went as planned.';
  const input = { outcome: plan.ends ?? 'success', lessons, ...(plan.ends === 'success' ? { incidents: [] } : {}) };
  on('reviewed', start + 3 * day, (stage, target) => stage.tryAct('eva', 'change', 'review', { target, input }));
  on('closed', start + 3 * day + hour, (stage, target) => stage.tryAct('eva', 'change', 'close', { target }));
}

/** Every task is done by its party; the last one fails when the change is to be backed out. */
async function work(stage: Stage, change: string, fails: boolean): Promise<void> {
  const tasks = await stage.house.db.query<{ id: string; party: string }>(
    'select id, party from change_task where change = $1 and open order by position, id',
    [change],
  );
  const organisations = Object.keys(doerOf);
  for (const [index, { id, party }] of tasks.entries()) {
    const who = doerOf[organisations.find((each) => stage.ids[`organisation.${each}`] === party) ?? 'delta'] ?? 'chloe';
    await stage.tryAct(who, 'change_task', 'start', { target: id });
    const failed = fails && index === tasks.length - 1;
    const [command, input] = failed
      ? (['fail', { failure: 'Ports 25 to 48 give no light.' }] as const)
      : (['finish', { evidence: 'Checked on site; see the log of the night.' }] as const);
    await stage.tryAct(who, 'change_task', command, { target: id, input });
  }
}

function unauthorised(now: number): Step[] {
  const input = (stage: Stage) => ({
    ...{
      type: 'normal',
      unauthorised: true,
      title: 'Firewall rule added without a change',
      reason: 'Found when the firewall was verified against what is recorded.',
    },
    ...{ implemented_at: iso(now - 16 * day), services: [stage.id('service.network')], items: [stage.id('item.fw-1')] },
  });
  return [{ at: now - 15 * day, run: async (stage) => void (await stage.tryAct('anna', 'change', 'open', { input: input(stage) })) }];
}

/** Care record 8.2: two changes deployed as one, accepted by operations, and watched until the end of next week. */
function release(now: number): Step[] {
  const start = Math.floor(now / day) * day - 9 * day + 2 * hour;
  let target = '';
  const act = (at: number, who: PersonCode, command: string, input: Readonly<Record<string, unknown>> = {}): Step => ({
    at,
    run: async (stage) => void (target && (await stage.tryAct(who, 'release', command, { target, input }))),
  });
  const acceptance = ['Monitoring shows the new screens', 'The desk has the manual and knows the differences', 'Going back was tried'].map((text) => ({
    text,
    met: false,
  }));
  const exit = ['No incident of priority 1 or 2 for a week', 'Fewer than five questions a day'].map((text, index) => ({ text, met: index === 0 }));
  return [
    {
      at: start - 7 * day,
      run: async (stage) => {
        const changes = ['care-app', 'care-data'].map((each) => stage.id(`change.${each}`));
        const input = { title: 'Care record 8.2', version_name: '8.2.0', changes, services: [stage.id('service.care-record')], team: stage.id('team.desk') };
        const row: AnyRow = await stage.act('chloe', 'release', 'open', {
          input: { ...input, ...planned(start, start + 4 * hour), backout_plan: 'Switch back to 8.1, which runs beside it for a week.' },
        });
        target = row.id;
        stage.ids['release.care'] = target;
        for (const [index, ring] of ['Pilot ward Leer', 'All other houses'].entries())
          await stage.tryAct('chloe', 'change_task', 'plan', {
            input: { title: `Deploy: ${ring}`, ring, release: target, position: index + 1 },
          });
      },
    },
    act(start - 6 * day, 'anna', 'agree', { acceptance }),
    act(start - 5 * day, 'daan', 'build'),
    act(start - 4 * day, 'daan', 'test', { test_evidence: 'Three wards tried it for two days; all findings are mended.' }),
    act(start - 3 * day, 'anna', 'accept', { acceptance: acceptance.map((each) => ({ ...each, met: true })) }),
    act(start, 'chloe', 'deploy'),
    {
      at: start + 3 * hour,
      run: async (stage) => {
        const rings = await stage.house.db.query<{ id: string }>('select id from change_task where release = $1 and open order by position', [target]);
        for (const ring of rings) {
          await stage.tryAct('chloe', 'change_task', 'start', { target: ring.id });
          await stage.tryAct('chloe', 'change_task', 'finish', { target: ring.id, input: { evidence: 'Installed; the ward signed off.' } });
        }
      },
    },
    act(start + 4 * hour, 'chloe', 'complete'),
    act(start + 5 * hour, 'chloe', 'support', { early_life_until: iso(now + 5 * day), exit }),
  ];
}
