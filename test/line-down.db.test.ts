// The story of the line that went down, on both databases: from fifty identical alarms to a promise kept and every minute accounted for.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonCode } from '../src/app/demo/cast.ts';
import type { Input } from '../src/kernel/command.ts';
import { type AnyRow, project } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { asSystem } from '../src/kernel/scope.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { readRecord } from '../src/platform/journal/read.ts';
import { explainClocks, foldClocks, readClocks, readJournal, readLedgers } from '../src/platform/journal/story.ts';
import { fromAlertmanager } from '../src/practices/event/alertmanager.ts';
import { type Delivery, type Received, receiveSignals } from '../src/practices/event/queries.ts';
import type { Signal } from '../src/practices/event/signal.ts';
import { incident } from '../src/practices/incident/record.ts';
import { workOrder } from '../src/practices/work-order/record.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

type Alert = { fingerprint: string; startsAt: string; endsAt?: string; labels: Record<string, string> };
const minute = 60_000;

eachDatabase('the line that went down', (open) => {
  let world: World;
  const customer = () => world.id('organisation.waterschap-noord');
  const second = () => world.id('organisation.gemeente-zuiderdam');
  const house = () => world.id('organisation.delta');
  const iso = (minutes = 0) => new Date(world.house.clock.now() + minutes * minute).toISOString();

  const post = (body: unknown, sender: Partial<Delivery> = {}): Promise<Received> => {
    const signals = fromAlertmanager(body);
    if (isRefusal(signals)) throw new Error(JSON.stringify(signals));
    return receive(signals, sender);
  };
  const receive = (signals: readonly Signal[], sender: Partial<Delivery> = {}): Promise<Received> =>
    receiveSignals(
      { db: world.house.db, now: iso(), perform: (intake) => perform(world.house, { ...intake, actor: asSystem('test alarms'), channel: 'webhook' }) },
      { signals, source: 'Prometheus', customer: customer(), ...sender },
    );
  const body = (status: 'firing' | 'resolved', alert: Alert) => ({
    alerts: [{ status, endsAt: '0001-01-01T00:00:00Z', annotations: { summary: `${alert.labels.ci} down` }, ...alert }],
  });
  const act = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}): Promise<AnyRow> => {
    const outcome = await perform(world.house, { id: world.house.chance.uuid(), record, command, target, input, actor: world.actor(who), channel: 'web' });
    if (isRefusal(outcome)) throw new Error(`${record}.${command}: ${JSON.stringify(outcome)}`);
    await world.runner.drain();
    return outcome.row;
  };
  const refusal = async (who: PersonCode, record: string, command: string, target: string, input: Input = {}) =>
    perform(world.house, { id: world.house.chance.uuid(), record, command, target, input, actor: world.actor(who), channel: 'web' });
  const rows = (table: string, where = 'true') => world.house.db.query<AnyRow>(`select * from ${table} where ${where} order by length(id), id`);
  const one = async (table: string, id: string): Promise<AnyRow> => (await rows(table, `id = '${id}'`))[0] as AnyRow;
  const facts = async () => (await world.house.db.query<{ count: number }>('select count(*)::integer as count from journal'))[0]?.count;
  const clocksOf = async (id: string, definition: typeof incident | typeof workOrder = incident, who?: PersonCode) =>
    (await readClocks(world.house, { actor: who ? world.actor(who) : asSystem('test'), ids: [id], definition }))[id] ?? [];
  const phases = async (id: string, definition: typeof incident | typeof workOrder = incident) =>
    Object.fromEntries((await clocksOf(id, definition)).map((each) => [`${each.clock} ${each.key}`, `${each.phase} ${each.target_minutes}`]));

  beforeAll(async () => {
    // A machine that is busy with other things is not what is tested here.
    world = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }));
  }, 180_000);

  describe('the alarm', () => {
    const alert = (): Alert => ({
      fingerprint: 'df012a996b9419b3',
      startsAt: iso(-1),
      labels: { alertname: 'LinkDown', ci: 'rtr-ams-1', severity: 'critical' },
    });
    let down: Alert;

    it('said fifty times at once is one event and one incident', async () => {
      down = alert();
      const before = (await rows('event')).length;
      const answers = await Promise.all(Array.from({ length: 50 }, () => post(body('firing', down))));
      await world.runner.drain();
      expect(answers.reduce((sum, each) => sum + each.raised, 0)).toBe(1);
      expect(answers.flatMap((each) => each.refused)).toEqual([]);
      expect(answers.every((each) => each.raised + each.nothing_new === 1)).toBe(true);
      expect((await rows('event')).length - before).toBe(1);
      expect(await rows('incident')).toHaveLength(1);
      expect((await rows('event'))[0]).toMatchObject({ service: world.id('service.line-a'), customer: customer(), count: 1, incident: 'INC-1' });
    });

    it('said again later adds nothing at all', async () => {
      const before = await facts();
      expect(await post(body('firing', down))).toMatchObject({ raised: 0, repeated: 0, nothing_new: 1 });
      expect(await post(body('resolved', { ...down, fingerprint: 'unknown', endsAt: iso() }))).toMatchObject({ cleared: 0, nothing_new: 1 });
      expect(await post(body('resolved', { ...down, startsAt: iso(-90), endsAt: iso(-60) }))).toMatchObject({ cleared: 0, nothing_new: 1 });
      await world.runner.drain();
      expect(await facts()).toBe(before);
    });

    it('is about the service the customer knows, degraded because the other line holds, for everybody who uses it', async () => {
      expect(await one('incident', 'INC-1')).toMatchObject({
        title: 'Workplace: works badly',
        state: 'registered',
        service: world.id('service.workplace'),
        part: world.id('service.line-a'),
        effect: 'degraded',
        customer: customer(),
        affected_customers: [customer(), second()],
        impact: 'medium',
        urgency: 'high',
        priority: 2,
        source: 'monitoring',
        party: house(),
        team: world.id('team.desk'),
        owner_team: world.id('team.desk'),
        started_at: down.startsAt,
      });
      expect(await phases('INC-1')).toEqual({
        [`respond customer:${customer()}`]: 'running 30',
        [`respond customer:${second()}`]: 'running 30',
        'respond desk': 'running 20',
        [`restore customer:${customer()}`]: 'running 480',
        [`restore customer:${second()}`]: 'running 480',
      });
    });

    it('explains itself: the event caused the incident, the incident linked the event', async () => {
      const chain = await world.house.db.query<{ fact: string; because: string | null }>(
        "select j.fact, c.fact as because from journal j left join journal c on c.id = j.cause where j.record in ('event', 'incident') order by j.id",
      );
      expect(chain).toEqual([
        { fact: 'event.raised', because: null },
        { fact: 'incident.opened', because: 'event.raised' },
        { fact: 'event.linked', because: 'incident.opened' },
      ]);
    });

    it('is first in the inbox of the desk', async () => {
      const [first] = await rows('incident', 'open');
      expect(first?.due).toBe(iso(20));
    });

    it('clears, and the desk is told when', async () => {
      await world.pass(2);
      await act('anna', 'incident', 'take', 'INC-1');
      const cleared = iso();
      expect(await post(body('resolved', { ...down, endsAt: cleared }))).toMatchObject({ cleared: 1 });
      await world.runner.drain();
      expect(await one('incident', 'INC-1')).toMatchObject({ state: 'in_progress', agent: world.id('person.anna'), cleared_at: cleared });
      await world.pass(1);
      await post(body('firing', { ...down, startsAt: iso() }));
      await world.runner.drain();
      expect(await rows('incident')).toHaveLength(1);
      expect(await one('incident', 'INC-1')).toMatchObject({ cleared_at: null });
      expect(await rows('event', 'open')).toMatchObject([{ incident: 'INC-1' }]);
    });
  });

  describe('the work', () => {
    const order = { title: 'Line A is down', instruction: 'No carrier on rtr-ams-1. Please restore.', parent: 'INC-1' };
    it('is offered to the wrong supplier, who rejects it; the desk keeps it all the time', async () => {
      const offered = await act('anna', 'work_order', 'offer', null, {
        ...order,
        supplier: world.id('organisation.kabelring'),
        service: world.id('service.line-b'),
      });
      expect(offered).toMatchObject({ id: 'WO-1', state: 'offered', holder: house(), team: world.id('team.kabelring-noc'), priority: 2 });
      expect(await phases('WO-1', workOrder)).toEqual({
        [`accept supplier:${offered.supplier}`]: 'running 30',
        [`repair supplier:${offered.supplier}`]: 'idle 300',
      });
      await world.pass(4);
      expect(await refusal('okelly', 'work_order', 'reject', 'WO-1', { reject_reason: world.id('reason.supplier_work') })).toMatchObject({
        refused: 'work_order.reject.wrong_reason',
      });
      await act('okelly', 'work_order', 'reject', 'WO-1', { reject_reason: world.id('reason.not_ours') });
      expect(await phases('WO-1', workOrder)).toMatchObject({ [`accept supplier:${offered.supplier}`]: 'met 30' });
      expect(await one('incident', 'INC-1')).toMatchObject({ party: house(), agent: world.id('person.anna') });
    });

    it('is accepted by the right one, who then has it, with its own number and clock', async () => {
      const offered = await act('anna', 'work_order', 'offer', null, { ...order, supplier: world.id('organisation.noordlijn') });
      expect(offered).toMatchObject({ id: 'WO-2', service: world.id('service.line-a'), team: world.id('team.noordlijn-noc'), priority: 2 });
      await world.pass(5);
      await act('lbraun', 'work_order', 'accept', 'WO-2', { their_reference: 'TT-4711' });
      expect(await one('incident', 'INC-1')).toMatchObject({
        state: 'in_progress',
        party: offered.supplier,
        team: world.id('team.noordlijn-noc'),
        agent: null,
        owner_team: world.id('team.desk'),
      });
      expect(await phases('WO-2', workOrder)).toEqual({
        [`accept supplier:${offered.supplier}`]: 'met 30',
        [`repair supplier:${offered.supplier}`]: 'running 300',
      });
      expect(await phases('INC-1')).toMatchObject({ [`restore customer:${customer()}`]: 'running 480', [`respond customer:${customer()}`]: 'met 30' });
    });

    it('shows each supplier its own order only, and nothing of the customer', async () => {
      const see = async (who: PersonCode, definition: typeof incident | typeof workOrder, id: string) =>
        readRecord(world.house, { actor: world.actor(who), definition, id });
      expect([await see('lbraun', workOrder, 'WO-1'), await see('lbraun', incident, 'INC-1'), await see('jdewit', workOrder, 'WO-2')]).toEqual([
        null,
        null,
        null,
      ]);
      const theirs = await see('lbraun', workOrder, 'WO-2');
      const { data } = await readJournal(world.house, { actor: world.actor('lbraun'), definition: workOrder, id: 'WO-2', limit: 50 });
      expect(data.map((each) => each.fact)).toEqual(['work_order.offered', 'work_order.accepted']);
      const known = JSON.stringify([
        theirs && project(workOrder, theirs, 'supplier'),
        data.map((each) => each.changes),
        await clocksOf('WO-2', workOrder, 'lbraun'),
      ]);
      for (const secret of ['INC-1', customer(), second(), world.id('organisation.kabelring')]) expect(known.includes(`"${secret}"`)).toBe(false);
    });

    it('is done and comes back to the owner', async () => {
      await world.pass(40);
      await act('lbraun', 'work_order', 'complete', 'WO-2', { result: 'Rerouted over Assen; the fibre is spliced tonight.' });
      expect(await one('incident', 'INC-1')).toMatchObject({ party: house(), team: world.id('team.desk'), state: 'in_progress' });
      await act('anna', 'work_order', 'close', 'WO-2');
    });
  });

  describe('the end', () => {
    it('a workaround restores it, the customer confirms, and the promise was kept', async () => {
      const [event] = await rows('event', 'open');
      const cleared = iso(-1);
      const fingerprint = event?.dedup_key as string;
      await post(body('resolved', { fingerprint, startsAt: event?.started_at as string, endsAt: cleared, labels: {} }));
      await world.runner.drain();
      await world.pass(2);
      await act('anna', 'incident', 'resolve', 'INC-1', { resolution: 'workaround', note: 'Traffic runs over another route.' });
      expect(await one('incident', 'INC-1')).toMatchObject({ state: 'resolved', restored_at: cleared });
      await world.pass(30);
      expect(await refusal('tverhoef', 'incident', 'confirm', 'INC-1')).toEqual({ refused: 'incident.confirm.not_yours' });
      await act('jdewit', 'incident', 'confirm', 'INC-1');
      expect(await one('incident', 'INC-1')).toMatchObject({ state: 'closed', open: false, due: null });
      const kept = await clocksOf('INC-1');
      expect(new Set(kept.map((each) => each.phase))).toEqual(new Set(['met']));
      expect(kept.find((each) => each.key === `customer:${customer()}` && each.clock === 'restore')?.used_ms).toBe(54 * minute);
    });

    it('every minute was somebody’s', async () => {
      const found = (await readLedgers(world.house, { definition: incident, ids: ['INC-1'] })).get('INC-1');
      expect(found?.total.wall_ms).toBe(54 * minute);
      expect(Object.fromEntries(found?.by_party.map((each) => [each.party, each.wall_ms / minute]) ?? [])).toEqual({
        [house()]: 14,
        [world.id('organisation.noordlijn')]: 40,
      });
      expect([found?.bounces, found?.reassignments, found?.ping_pong]).toEqual([2, 2, 1]);
    });

    it('each customer read its own part of the story', async () => {
      const read = async (who: PersonCode) => {
        const row = await readRecord(world.house, { actor: world.actor(who), definition: incident, id: 'INC-1' });
        const { data } = await readJournal(world.house, { actor: world.actor(who), definition: incident, id: 'INC-1', limit: 50 });
        const clocks = await clocksOf('INC-1', incident, who);
        return {
          facts: data.map((each) => each.fact),
          keys: [...new Set(clocks.map((each) => each.key))],
          known: JSON.stringify([row && project(incident, row, 'customer'), data.map(({ actor_party: _party, ...each }) => each), clocks]),
        };
      };
      const theirs = await read('tverhoef');
      expect(theirs.facts).toEqual(['incident.opened', 'incident.taken', 'incident.resolved', 'incident.confirmed']);
      expect(theirs.keys).toEqual([`customer:${second()}`]);
      for (const secret of [customer(), world.id('organisation.noordlijn'), world.id('organisation.kabelring'), world.id('service.line-a'), 'WO-1', 'WO-2'])
        expect(theirs.known.includes(`"${secret}"`)).toBe(false);
      expect((await read('jdewit')).keys).toEqual([`customer:${customer()}`]);
    });

    it('the stored clocks and rows are what the journal tells', async () => {
      for (const [definition, ids] of [
        [incident, ['INC-1']],
        [workOrder, ['WO-1', 'WO-2']],
      ] as const) {
        for (const id of ids) {
          const folded = await foldClocks(world.house, { definition, id });
          const stored = await one(definition.name, id);
          expect(folded.row).toMatchObject({ version: stored.version, state: stored.state, updated_at: stored.updated_at, team: stored.team });
          const explained = await explainClocks(world.house, { actor: asSystem('test'), definition, id });
          const sorted = explained.map(({ steps: _, ...each }) => each).sort((a, b) => (`${a.clock} ${a.key}` < `${b.clock} ${b.key}` ? -1 : 1));
          expect(sorted).toEqual(await clocksOf(id, definition));
        }
      }
    });

    it('a new alarm after that is a new incident', async () => {
      await world.pass(60);
      await post(body('firing', { fingerprint: 'df012a996b9419b3', startsAt: iso(-1), labels: { ci: 'rtr-ams-1', severity: 'warning' } }));
      await world.runner.drain();
      expect(await rows('incident', "state <> 'closed'")).toMatchObject([{ id: 'INC-2', part: world.id('service.line-a'), urgency: 'medium' }]);
    });
  });
});
