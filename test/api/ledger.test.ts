// The ledger over HTTP: hand-overs, agreements and contested time, each as far as the reader may know; and a dispute from claim to ruling.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/app/verify.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

type Total = { party: string; ms: number; working_ms: number; reasons: { reason: string; ms: number; working_ms: number }[] };
const minute = 60_000;
const sum = (totals: readonly Total[], what: 'ms' | 'working_ms') => totals.reduce((all, each) => all + each[what], 0);
const byParty = (totals: readonly Total[]) => Object.fromEntries(totals.map((each) => [each.party, each.ms / minute]));

eachDatabase('the ledger over http', (open) => {
  let w: World;
  let agent: Client;
  let manager: Client;
  let customer: Client;
  let supplier: Client;
  let rival: Client;
  let house: string;
  let x: string;
  let a: string;
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
    manager = await w.as('manager');
    customer = await w.as('user_a');
    supplier = await w.as('agent_x');
    rival = await w.as('agent_y');
    house = w.id('organisation.house');
    x = w.id('organisation.x');
    a = w.id('organisation.a');
    const pass = async (minutes: number) => {
      w.later(minutes * minute);
      await w.settle();
    };
    // Offered for ten minutes, with the supplier for thirty, and back for twenty.
    await pass(10);
    await supplier.post(`/api/work_orders/${w.id('work_order.x')}/accept`, { team: w.id('team.x') });
    await w.settle();
    await pass(30);
    await supplier.post(`/api/work_orders/${w.id('work_order.x')}/complete`, { result: 'Mended' });
    await pass(0);
    await pass(20);
  });
  afterAll(() => w.close());

  const incident = (client: Client) => client.get(`/api/incidents/${w.id('incident.a')}/ledger`).then(({ body }) => body.data);
  const order = (client: Client) => client.get(`/api/work_orders/${w.id('work_order.x')}/ledger`).then(({ body }) => body.data);

  describe('whose time it was', () => {
    it('shows the house each party, with the handing over as a line of its own', async () => {
      const data = await incident(agent);
      expect(byParty(data.totals)).toEqual({ [house]: 30, [x]: 30 });
      expect(data.handover_ms).toBe(10 * minute);
      expect(data.totals[0].reasons).toEqual([
        { reason: 'handover', ms: 10 * minute, working_ms: 10 * minute },
        { reason: 'working', ms: 20 * minute, working_ms: 20 * minute },
      ]);
      expect(data.intervals[0]).toMatchObject({ reason: 'handover', receiver: x, team: w.id('team.house') });
      expect(data.counts).toEqual({ reassignments: 2, ping_pong: 1, bounces: 2, declined: 0, swarm: { due: false, limit: 2 } });
    });

    it('in the hours of every agreement the parts are the whole', async () => {
      const data = await incident(agent);
      expect(data.agreements.map((each: { clock: string; customer: string }) => [each.clock, each.customer])).toEqual([
        ['respond', a],
        ['restore', a],
      ]);
      for (const each of data.agreements) {
        expect(each.total_ms).toBe(60 * minute);
        expect(sum(each.totals, 'working_ms')).toBe(each.total_ms);
        for (const total of each.totals) expect(sum(total.reasons, 'working_ms')).toBe(total.working_ms);
      }
    });

    it('tells the customer of its own time and the house’s, and not how it went from hand to hand', async () => {
      const data = await incident(customer);
      expect(byParty(data.totals)).toEqual({ [house]: 60 });
      expect(data.intervals).toHaveLength(1);
      expect(data).toMatchObject({ counts: null, handover_ms: 0, contests: [] });
      expect(data.totals[0].reasons.map((each: { reason: string }) => each.reason)).toEqual(['working']);
      expect(JSON.stringify(data)).not.toContain(x);
    });

    it('tells the supplier that the offer waited for its answer, and only of its own agreement', async () => {
      const data = await order(supplier);
      expect(data.intervals.slice(0, 2)).toMatchObject([
        { party: house, team: null, reason: 'handover', receiver: x },
        { party: x, team: w.id('team.x'), reason: 'working' },
      ]);
      expect(byParty(data.totals)).toEqual({ [house]: 10, [x]: 30 });
      expect(data.agreements.map((each: { clock: string; provider: string }) => [each.clock, each.provider])).toEqual([]);
      expect(data.counts).toBeNull();
    });
  });

  describe('a dispute', () => {
    let id: string;
    const about = () => w.id('work_order.x');
    const stretch = async () => (await order(supplier)).intervals[1] as { from: string; to: string };

    it('is refused about time that is not there, not theirs, or of a record they may not see', async () => {
      const { from, to } = await stretch();
      const input = { about: about(), starts_at: from, ends_at: to, reason: 'The door was locked' };
      const code = async (client: Client, change: object) => (await client.post('/api/disputes', { ...input, ...change })).body.code;
      expect(await code(supplier, { ends_at: new Date(Date.parse(to) + 9e6).toISOString() })).toBe('dispute.open.outside');
      expect(await code(supplier, { starts_at: new Date(Date.parse(from) - minute).toISOString() })).toBe('dispute.open.other_party');
      expect(await code(rival, {})).toBe('field.not_there');
      expect(await code(customer, {})).toBe('field.not_there');
      expect(await code(supplier, { about: w.id('incident.a') })).toBe('field.not_there');
      expect(await code(agent, { about: w.id('service.a') })).toBe('dispute.open.no_ledger');
    });

    it('is raised by the supplier and seen by both sides, and by nobody else', async () => {
      const { from } = await stretch();
      const ends_at = new Date(Date.parse(from) + 12 * minute).toISOString();
      const made = await supplier.post('/api/disputes', { about: about(), starts_at: from, ends_at, reason: 'The door was locked' });
      expect(made.status).toBe(201);
      id = made.body.data.id;
      expect(made.body.data).toMatchObject({ held: x, claimed: house, asked: house, raised_by: x, state: 'open' });
      const again = await supplier.post('/api/disputes', { about: about(), starts_at: from, ends_at, reason: 'Once more' });
      expect(again.body).toMatchObject({ code: 'dispute.open.overlaps', field: 'starts_at' });
      for (const client of [agent, manager, supplier]) expect((await client.get(`/api/disputes/${id}`)).status).toBe(200);
      for (const client of [rival, customer]) expect((await client.get(`/api/disputes/${id}`)).status).toBe(404);
      expect((await order(supplier)).contests).toMatchObject([{ dispute: id, state: 'open', held: x, claimed: house, to: ends_at }]);
      expect((await incident(agent)).contests).toMatchObject([{ dispute: id, about: about() }]);
      expect((await incident(customer)).contests).toEqual([]);
      expect((await order(supplier)).ruled).toBeNull();
    });

    it('is answered by the other side and ruled on by a manager; the record stays as it was and the ruling stands beside it', async () => {
      const before = await w.house.db.query('select count(*)::int as n from journal where record_id = any($1)', [[about(), w.id('incident.a')]]);
      const recorded = [(await order(agent)).totals, (await incident(agent)).intervals];
      expect((await supplier.post(`/api/disputes/${id}/answer`, { answer: 'x' })).status).toBe(403);
      expect((await manager.post(`/api/disputes/${id}/uphold`, { ruling: 'x' })).body.code).toBe('dispute.rule.not_answered');
      expect((await agent.post(`/api/disputes/${id}/answer`, { answer: 'The guard says the same', agrees: true })).status).toBe(200);
      expect((await agent.post(`/api/disputes/${id}/uphold`, { ruling: 'x' })).status).toBe(403);
      expect((await manager.post(`/api/disputes/${id}/uphold`, { ruling: 'Our guard locked the door' })).body.data).toMatchObject({
        state: 'upheld',
        open: false,
      });
      const [ordered, told, shown] = [await order(supplier), await incident(agent), await incident(customer)];
      expect([(await order(agent)).totals, (await incident(agent)).intervals.slice(0, -1)]).toEqual([recorded[0], recorded[1].slice(0, -1)]);
      expect(byParty(ordered.totals)).toEqual({ [house]: 10, [x]: 30 });
      expect(byParty(ordered.ruled)).toEqual({ [house]: 22, [x]: 18 });
      expect(byParty(told.ruled)).toEqual({ [house]: 42, [x]: 18 });
      for (const each of told.agreements) expect(sum(each.ruled, 'working_ms')).toBe(each.total_ms);
      expect(byParty(shown.ruled)).toEqual({ [house]: 60 });
      expect(await w.house.db.query('select count(*)::int as n from journal where record_id = any($1)', [[about(), w.id('incident.a')]])).toEqual(before);
      expect(await verify(w.house)).toEqual([]);
    });
  });

  describe('work that nobody wants', () => {
    it('is declined by the team that is asked, goes back, and calls for a swarm after the second time', async () => {
      const made = await w.act('team', 'open', { input: { name: 'Second line', organisation: house } });
      const target = w.id('incident.a');
      const no = await w.act('reason', 'add', { input: { code: 'not_ours', name: 'Not ours', kind: 'rejection', waits_on: 'nobody' } });
      const round = async () => {
        expect((await manager.post(`/api/incidents/${target}/assign`, { team: made })).status).toBe(200);
        w.later(5 * minute);
        await w.act('incident', 'decline', { target, input: { reason: no } });
      };
      await round();
      expect((await incident(agent)).counts).toMatchObject({ declined: 1, swarm: { due: false } });
      await round();
      expect((await incident(agent)).counts).toMatchObject({ declined: 2, reassignments: 2, swarm: { due: true, limit: 2 } });
      expect((await agent.get(`/api/incidents/${target}`)).body.data).toMatchObject({ team: w.id('team.house'), handed_to: null, declined: 2 });
      expect((await customer.get(`/api/incidents/${target}`)).text).not.toContain('declined');
    });
  });
});
