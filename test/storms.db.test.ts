// Storms, races, waiting and lateness, on both databases: what only the whole machinery together can show.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonCode, ServiceCode } from '../src/app/demo/cast.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { asSystem } from '../src/kernel/scope.ts';
import type { Db } from '../src/platform/db/types.ts';
import { houseHandlers } from '../src/platform/jobs/handlers.ts';
import { jobRunner } from '../src/platform/jobs/runner.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { readClocks } from '../src/platform/journal/story.ts';
import { stretchAbove } from '../src/practices/configuration/impact.queries.ts';
import { feltOf } from '../src/practices/configuration/impact-facts.queries.ts';
import { type Delivery, namedBy, type Received, receiveSignals } from '../src/practices/event/queries.ts';
import type { Signal } from '../src/practices/event/signal.ts';
import { gatherIncident } from '../src/practices/incident/gather.ts';
import { incidentReactions } from '../src/practices/incident/reactions.gather.ts';
import { incident } from '../src/practices/incident/record.ts';
import { gatherWorkOrder } from '../src/practices/work-order/gather.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

eachDatabase('storms', (open) => {
  let world: World;
  const iso = (minutes = 0) => new Date(world.house.clock.now() + minutes * 60_000).toISOString();
  const org = (code: string) => world.id(`organisation.${code}`);
  const signal = (service: ServiceCode, change: Partial<Signal> = {}): Signal => ({
    dedup_key: `k-${service}`,
    action: 'trigger',
    summary: `${service} down`,
    severity: 'critical',
    started_at: iso(),
    cleared_at: null,
    labels: {},
    hints: [service],
    ...change,
  });
  const receive = (signals: readonly Signal[], sender: Partial<Delivery> = {}, db: Db = world.house.db): Promise<Received> =>
    receiveSignals(
      { db, now: iso(), perform: (intake) => perform(world.house, { ...intake, actor: asSystem('test alarms'), channel: 'webhook' }) },
      { signals, source: 'Zabbix', customer: null, ...sender },
    );
  const ask = (who: PersonCode, command: string, target: string | null, input: Input = {}) =>
    perform(world.house, { id: world.house.chance.uuid(), record: 'incident', command, target, input, actor: world.actor(who), channel: 'web' });
  const act = async (who: PersonCode, command: string, target: string | null, input: Input = {}): Promise<AnyRow> => {
    const outcome = await ask(who, command, target, input);
    if (isRefusal(outcome)) throw new Error(`${command}: ${JSON.stringify(outcome)}`);
    await world.runner.drain();
    return outcome.row;
  };
  const incidents = () => world.house.db.query<AnyRow>('select * from incident where open order by length(id), id');
  const events = (where: string) => world.house.db.query<AnyRow>(`select * from event where ${where} order by length(id), id`);
  const clock = async (id: string, name: string, key: string) =>
    (await readClocks(world.house, { actor: asSystem('test'), ids: [id], definition: incident }))[id]?.find((each) => each.clock === name && each.key === key);
  const fresh = async (): Promise<void> => {
    for (const each of await events('open'))
      await perform(world.house, {
        id: world.house.chance.uuid(),
        record: 'event',
        command: 'ignore',
        target: each.id,
        input: { note: 'test' },
        actor: world.actor('eva'),
        channel: 'web',
      });
    for (const each of await incidents())
      await ask(
        'eva',
        !Object.hasOwn(incident.states[each.state as keyof typeof incident.states], 'ends') && each.state !== 'resolved' ? 'cancel' : 'close',
        each.id,
        { note: 'test' },
      );
    await world.pass(24 * 60);
  };

  beforeAll(async () => {
    // A machine that is busy with other things is not what is tested here.
    world = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }));
  }, 180_000);

  describe('a shared part', () => {
    const order: ServiceCode[][] = [
      ['identity', 'workplace', 'care-record'],
      ['care-record', 'workplace', 'identity'],
      ['workplace', 'identity', 'care-record'],
    ];
    it.each(order)('%s, then %s, then %s is one incident with everybody who feels it', async (...services) => {
      await fresh();
      for (const each of services) await receive([signal(each)]);
      await world.runner.drain();
      const found = await incidents();
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ part: world.id('service.identity'), effect: 'down', priority: 1, fan_out: expect.any(Array) });
      const felt = ((found[0] as AnyRow).fan_out as { service: string; customer: string; effect: string }[]).map(
        (each) => `${each.service} ${each.customer} ${each.effect}`,
      );
      const workplace = world.id('service.workplace');
      expect(felt.sort()).toEqual(
        [
          `${workplace} ${org('waterschap-noord')} down`,
          `${workplace} ${org('gemeente-zuiderdam')} down`,
          `${world.id('service.care-record')} ${org('pflege-ems')} down`,
        ].sort(),
      );
      expect([...((found[0] as AnyRow).affected_customers as string[])].sort()).toEqual(
        [org('waterschap-noord'), org('gemeente-zuiderdam'), org('pflege-ems')].sort(),
      );
      const id = found[0]?.id as string;
      for (const customer of ['waterschap-noord', 'gemeente-zuiderdam', 'pflege-ems'])
        expect(await clock(id, 'restore', `customer:${org(customer)}`)).toMatchObject({ phase: 'running', target_minutes: 240 });
      expect((await events('open')).map((each) => each.incident)).toEqual([id, id, id]);
      await receive(services.map((each) => signal(each, { action: 'clear', cleared_at: iso() })));
      await world.runner.drain();
      expect((await incidents())[0]?.cleared_at).toBe(iso());
    });

    it('all at once is one incident too', async () => {
      await fresh();
      await Promise.all(['identity', 'workplace', 'care-record'].map((each) => receive([signal(each as ServiceCode)])));
      await world.runner.drain();
      const found = await incidents();
      expect(found).toHaveLength(1);
      expect(new Set((await events('open')).map((each) => each.incident))).toEqual(new Set([found[0]?.id]));
    });

    it('worked off by several workers at once is still one incident', async () => {
      await fresh();
      const workers = Array.from({ length: 4 }, () => jobRunner(world.house, houseHandlers));
      const lines = Array.from({ length: 12 }, (_, index) => signal('identity', { dedup_key: `k-${index}` }));
      await Promise.all(lines.map((each) => receive([each])));
      while ((await Promise.all(workers.map((each) => each.drain()))).some((count) => count > 0));
      expect(await incidents()).toHaveLength(1);
      expect(new Set((await events('open')).map((each) => each.incident))).toEqual(new Set([(await incidents())[0]?.id]));
    });

    it('two lines by different suppliers are two failures, and together take the service down', async () => {
      await fresh();
      await receive([signal('line-a')]);
      await world.runner.drain();
      await world.pass(60);
      await receive([signal('line-b')]);
      await world.runner.drain();
      expect((await incidents()).map((each) => [each.part, each.effect])).toEqual([
        [world.id('service.line-a'), 'degraded'],
        [world.id('service.line-b'), 'down'],
      ]);
    });
  });

  describe('signals that race', () => {
    it('the same news twice at once counts once, and different news both count', async () => {
      await fresh();
      await receive([signal('hosting')]);
      const worse = signal('hosting', { severity: 'error' });
      const answers = await Promise.all([receive([worse]), receive([worse]), receive([worse])]);
      expect(answers.reduce((sum, each) => sum + each.repeated, 0)).toBe(1);
      expect(answers.flatMap((each) => each.refused)).toEqual([]);
      expect(await events('open')).toMatchObject([{ count: 2, severity: 'error' }]);
    });

    it('senders without a start of their own make one event per occurrence', async () => {
      await fresh();
      const silent = signal('hosting', { started_at: null });
      const raised = async () => (await Promise.all(Array.from({ length: 10 }, () => receive([silent])))).reduce((sum, each) => sum + each.raised, 0);
      expect(await raised()).toBe(1);
      await receive([{ ...silent, action: 'clear' }]);
      await world.pass(5);
      expect(await raised()).toBe(1);
    });

    it('an outage that was over before anybody looked is an incident all the same', async () => {
      await fresh();
      await receive([signal('hosting', { started_at: iso(-5) })]);
      await receive([signal('hosting', { action: 'clear', cleared_at: iso(-1) })]);
      await world.runner.drain();
      expect(await incidents()).toMatchObject([{ part: world.id('service.hosting'), cleared_at: iso(-1), started_at: iso(-5) }]);
    });
  });

  describe('customers', () => {
    it('whose integrations share a name do not meet', async () => {
      await fresh();
      for (const customer of ['waterschap-noord', 'gemeente-zuiderdam']) await receive([signal('line-a')], { customer: org(customer) });
      expect((await events('open')).map((each) => each.customer)).toEqual([org('waterschap-noord'), org('gemeente-zuiderdam')]);
      await receive([signal('line-a', { action: 'clear', cleared_at: iso() })], { customer: org('waterschap-noord') });
      expect((await events('open')).map((each) => each.customer)).toEqual([org('gemeente-zuiderdam')]);
    });

    it('name only what their own services are made of', async () => {
      const named = async (customer: string | null) => [
        ...(await namedBy(world.house.db, { hints: ['SSO', 'line-a', 'care-record', 'nothing'], customer })).services.values(),
      ];
      const [identity, line, care] = ['identity', 'line-a', 'care-record'].map((each) => world.id(`service.${each}`));
      expect(new Set(await named(null))).toEqual(new Set([identity, line, care]));
      expect(new Set(await named(org('pflege-ems')))).toEqual(new Set([identity, care]));
      expect(new Set(await named(org('waterschap-noord')))).toEqual(new Set([identity, line]));
    });
  });

  describe('clocks', () => {
    const lead = () => `customer:${org('waterschap-noord')}`;
    const second = () => `customer:${org('gemeente-zuiderdam')}`;

    it('waiting on the leading customer stops its clock and no other; its answer goes on', async () => {
      await fresh();
      await receive([signal('line-a')], { customer: org('waterschap-noord') });
      await world.runner.drain();
      const [{ id }] = (await incidents()) as [AnyRow];
      await world.pass(5);
      await act('anna', 'take', id);
      await act('anna', 'wait', id, { waiting_reason: world.id('reason.customer_information'), note: 'Is the modem on?' });
      await world.pass(30);
      expect(await clock(id, 'restore', lead())).toMatchObject({ phase: 'paused', used_ms: 300_000, paused_ms: 1_800_000 });
      expect(await clock(id, 'restore', second())).toMatchObject({ phase: 'running', used_ms: 2_100_000, paused_ms: 0 });
      await act('jdewit', 'reply', id, { note: 'Yes it is.' });
      expect((await incidents())[0]).toMatchObject({ state: 'in_progress', waiting_reason: null });
      expect(await clock(id, 'restore', lead())).toMatchObject({ phase: 'running', used_ms: 300_000 });
      await act('anna', 'wait', id, { waiting_reason: world.id('reason.supplier_work') });
      await world.pass(10);
      expect(await clock(id, 'restore', lead())).toMatchObject({ phase: 'running', used_ms: 900_000 });
    });

    it('another priority gives another target and loses no time', async () => {
      const [{ id }] = (await incidents()) as [AnyRow];
      await act('eva', 'prioritise', id, { priority: 3, reason: world.id('reason.customer_board') });
      expect(await clock(id, 'restore', lead())).toMatchObject({ target_minutes: 960, used_ms: 900_000, paused_ms: 1_800_000, phase: 'running' });
      await act('anna', 'reclassify', id, { urgency: 'high' });
      expect(await clock(id, 'restore', lead())).toMatchObject({ target_minutes: 480, used_ms: 900_000 });
    });

    it('lateness is noted once per clock, at the moment it was late', async () => {
      const [{ id }] = (await incidents()) as [AnyRow];
      await world.pass(10 * 60);
      const late = await world.house.db.query<{ at: string; key: string; clock: string }>(
        "select at, params ->> 'key' as key, params ->> 'clock' as clock from journal where record_id = $1 and fact = 'incident.breached' order by at",
        [id],
      );
      expect(late.map((each) => `${each.clock} ${each.key}`)).toEqual([`restore ${second()}`, `restore ${lead()}`]);
      // A promise is kept until its last moment: the first moment too late is a millisecond later.
      const due = (await clock(id, 'restore', second()))?.breached_at ?? '';
      expect(Date.parse(late[0]?.at ?? '') - Date.parse(due)).toBe(1);
      await act('anna', 'resolve', id, { resolution: 'fixed', note: 'Replaced.' });
      expect(await clock(id, 'restore', lead())).toMatchObject({ phase: 'missed' });
    });

    it('a merged incident stops counting, and its events move along', async () => {
      await fresh();
      const both = [org('waterschap-noord'), org('gemeente-zuiderdam')];
      const report = { title: 'Workplace fails', service: world.id('service.workplace'), customer: both[0], affected_customers: both };
      const opened = await act('anna', 'open', null, report);
      await receive([signal('line-a')]);
      await world.runner.drain();
      const [, alarmed] = (await incidents()) as [AnyRow, AnyRow];
      expect(await events('open')).toMatchObject([{ incident: alarmed.id }]);
      await act('anna', 'merge_into', alarmed.id, { parent: opened.id });
      expect(await events('open')).toMatchObject([{ incident: opened.id }]);
      expect((await clock(alarmed.id, 'restore', lead()))?.phase).toBe('cancelled');
      await receive([signal('line-a', { action: 'clear', cleared_at: iso() })]);
      await world.runner.drain();
      expect(await incidents()).toMatchObject([{ id: opened.id, cleared_at: iso() }]);
    });
  });

  it('takes for each customer the promise on the incident’s own service before those on others it feels', async () => {
    const [customer, own, other] = [org('waterschap-noord'), world.id('service.workplace'), world.id('service.care-record')];
    const input = {
      name: 'Quick',
      service: other,
      provider: org('delta'),
      customer,
      metric: 'restore',
      measured_per: 'month',
      calendar: world.id('calendar.always'),
      targets: { '1': 60 },
    };
    const draft = await world.stage.act('kees', 'promise', 'open', { input });
    await world.stage.act('kees', 'promise', 'sign', {
      target: draft.id,
      input: { accepted_risk: 'test', risk_owner: world.id('person.rosa'), risk_until: '2099-12-31' },
    });
    const targetOf = async (service: string, feels: string) => {
      const asked = { title: 'x', service, customer, impact: 'high', urgency: 'high', fan_out: [{ service: feels, customer, effect: 'down' }] };
      const found = await gatherIncident(feltOf)(world.house.db, {
        row: null,
        actor: asSystem('test'),
        at: iso(),
        now: iso(),
        id: 'INC-0',
        command: 'open',
        input: asked,
      });
      return found.terms?.find((each) => each.clock === 'restore' && each.customer === customer)?.target_minutes;
    };
    expect([await targetOf(own, other), await targetOf(other, own)]).toEqual([240, 60]);
  });

  it('reads by a constant number of queries', async () => {
    let count = 0;
    const counting: Db = {
      ...world.house.db,
      query: (...asked) => {
        count += 1;
        return world.house.db.query(...asked);
      },
      batch: (statements) => {
        count += 1;
        return world.house.db.batch(statements);
      },
    };
    const counted = async (run: () => Promise<unknown>): Promise<number> => {
      count = 0;
      await run();
      return count;
    };
    const the = { row: null, actor: asSystem('test'), at: iso(), now: iso(), id: 'INC-0' };
    const opening = (affected: string[]) =>
      gatherIncident(feltOf)(counting, {
        ...the,
        command: 'open',
        input: {
          title: 'x',
          service: world.id('service.workplace'),
          customer: affected[0],
          affected_customers: affected,
          fan_out: affected.map((customer) => ({ service: world.id('service.care-record'), customer, effect: 'down' })),
        },
      });
    expect(await counted(() => opening([org('waterschap-noord')]))).toBe(2);
    expect(await counted(() => opening([org('waterschap-noord'), org('gemeente-zuiderdam'), org('pflege-ems')]))).toBe(2);
    expect((await opening([org('waterschap-noord'), org('gemeente-zuiderdam')])).terms?.length).toBe(5);
    const order = { title: 'x', instruction: 'y', supplier: org('noordlijn'), service: world.id('service.line-a'), priority: 1 };
    expect(await counted(() => gatherWorkOrder(counting, { ...the, command: 'offer', input: order }))).toBe(2);
    expect(await counted(() => receive([signal('line-a'), signal('line-b'), signal('hosting')], {}, counting))).toBe(2);
    await world.runner.drain();
    const fact = { record_id: 'EVT-1' } as never;
    const row = { id: 'WO-0', supplier: org('noordlijn'), parent: 'INC-1', team: null, service: null } as never;
    const each = await Promise.all(
      incidentReactions(stretchAbove).map(async (reaction) => [reaction.name, reaction.gather ? await countedAlone(reaction.gather, fact, row) : 0]),
    );
    expect(Object.fromEntries(each)).toEqual({
      'incident.take_in': 4,
      'incident.all_clear': 1,
      'event.relink': 1,
      'incident.offer_custody': 1,
      'incident.pass_custody': 1,
      'incident.return_custody': 1,
      'event.link': 0,
      'incident.go_on': 0,
    });
  });

  async function countedAlone(gather: (db: Db, fact: never, row: never) => Promise<unknown>, fact: never, row: never): Promise<number> {
    let count = 0;
    await gather(
      {
        ...world.house.db,
        query: (...asked) => {
          count += 1;
          return world.house.db.query(...asked);
        },
      },
      fact,
      row,
    );
    return count;
  }
});
