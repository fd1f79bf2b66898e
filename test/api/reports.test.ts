// The service-level report over HTTP: rated, frozen, corrected beside what was frozen, opened figure by figure, and each side's part only.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportJobs, watchReports } from '../../src/app/report-jobs.ts';
import { houseHandlers } from '../../src/platform/jobs/handlers.ts';
import { jobRunner } from '../../src/platform/jobs/runner.ts';
import { eachDatabase } from '../db-env.ts';
import { textOfPdf } from '../pdf-text.ts';
import type { Client } from './client.ts';
import { canaries, start, type Who, type World, world } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const march = '/api/reports/month?month=2026-03';

eachDatabase('service reports', (open) => {
  let w: World;
  let late = '';
  let rated = '';
  // Sessions end while the months pass: everybody signs in anew.
  const as = (who: Who): Promise<Client> => w.as(who);
  const jump = (ms: number): void => w.later(start + ms - w.house.clock.now());
  const section = async (who: Who, path = march) => (await (await as(who)).get(path)).body.data[0];
  const standing = async (who: Who) => (await (await as(who)).get(march)).body.reports[0];

  beforeAll(async () => {
    w = await world(await open());
    const [agent, user] = [await as('agent'), await as('user_a')];
    const opened = async (title: string): Promise<string> =>
      (await agent.post('/api/incidents', { title, service: w.id('service.a'), customer: w.id('organisation.a') })).body.data.id;
    const does = async (client: Client, id: string, command: string, input: object): Promise<void> => {
      const answer = await client.post(`/api/incidents/${id}/${command}`, input);
      expect(answer.status, `${command}: ${answer.text}`).toBe(200);
    };
    // Two in time, one late by an hour that the supplier had longest.
    for (const [index, satisfaction] of [5, 4].entries()) {
      const id = await opened(`In time ${index}`);
      w.later(hour / 2);
      await does(agent, id, 'take', {});
      await does(agent, id, 'resolve', { resolution: 'fixed', note: 'Done.' });
      await does(user, id, 'confirm', { satisfaction });
      rated = id;
    }
    late = w.id('incident.a');
    const taken = await (await as('agent_x')).post(`/api/work_orders/${w.id('work_order.x')}/accept`, {});
    expect(taken.status).toBe(200);
    await w.settle();
    w.later(4 * hour);
    await w.settle();
    await does(agent, late, 'resolve', { resolution: 'fixed', note: 'Done at last.' });
  }, 60_000);
  afterAll(() => w.close());

  it('tells what was met and missed, and who had it when it broke', async () => {
    const told = await section('agent');
    const restore = told.times.find((each: { metric: string }) => each.metric === 'restore');
    expect(restore).toMatchObject({ met: 2, missed: 1, attained_ppm: 666_666, kept: false });
    expect(told.breaches.find((each: { metric: string }) => each.metric === 'restore')).toMatchObject({
      record_id: late,
      target_ms: 4 * hour,
      used_ms: 4 * hour,
      longest: { party: w.id('organisation.x') },
    });
    expect(told.satisfaction[0]).toMatchObject({ answers: 2, content: 2 });
    expect(told.restoration).toMatchObject({ cases: 3, through_parts: [] });
    const whole = told.parties.reduce((sum: number, each: { ms: number }) => sum + each.ms, 0);
    expect(whole).toBe(2 * (hour / 2) + 5 * hour);
    expect(told.suppliers[0]).toMatchObject({ supplier: w.id('organisation.x'), held_ms: 4 * hour, breaches_longest: 1, cases: [late] });
  });

  it('opens every figure: the list behind it is as long as it says', async () => {
    for (const who of ['agent', 'user_a'] as const) {
      const client = await as(who);
      const { behind, data } = (await client.get(march)).body;
      const figures: Record<string, (promise: string | null) => number> = Object.fromEntries(
        ['met', 'missed', 'answers', 'content', 'handled'].map((what) => [
          what,
          (promise) =>
            [...data[0].times, ...data[0].satisfaction, ...data[0].suppliers.flatMap((each: { times: object[] }) => each.times)].find(
              (each) => each.promise === promise,
            )?.[what],
        ]),
      );
      const checked: string[] = [];
      for (const each of behind as { what: string; promise: string | null; plural: string; q: string; customer: string }[]) {
        if (each.customer !== w.id('organisation.a')) continue;
        const list = await client.get(`/api/${each.plural}?q=${encodeURIComponent(each.q)}`);
        expect(list.status, `${who} ${each.q}: ${list.text.slice(0, 200)}`).toBe(200);
        const expected = each.what === 'cases' ? (each.promise === null ? data[0].restoration.cases : 1) : figures[each.what]?.(each.promise);
        expect(list.body.count.value, `${who} ${each.what} ${each.q}`).toBe(expected);
        checked.push(each.what);
      }
      expect(new Set(checked), who).toEqual(
        new Set(who === 'agent' ? ['met', 'missed', 'cases', 'answers', 'content'] : ['met', 'missed', 'cases', 'answers']),
      );
    }
    const agent = await as('agent');
    const refused = await agent.get('/api/incidents?q=met:PRM-1@yesterday..today');
    expect(refused.body).toMatchObject({ status: 422, code: 'view.wrong_value' });
    expect((await agent.get('/api/services?q=met:PRM-1@2026-03-01T00:00:00Z..2026-04-01T00:00:00Z')).body).toMatchObject({
      status: 422,
      code: 'view.unknown_field',
    });
  });

  it('is provisional until the period is over; then a service level manager freezes it, and nobody else', async () => {
    const manager = await as('manager');
    const input = { customer: w.id('organisation.a'), period_from: '2026-03-15' };
    expect((await (await as('agent')).post('/api/service_reports', input)).status).toBe(403);
    const made = await manager.post('/api/service_reports', input);
    expect(made.body.data).toMatchObject({ state: 'draft', period_from: '2026-03-01', period_to: '2026-03-31' });
    const id = made.body.data.id;
    expect(await standing('user_a')).toMatchObject({ state: 'provisional', may: [] });
    expect((await (await as('user_a')).get(`/api/service_reports/${id}`)).status).toBe(404);
    expect((await manager.post(`/api/service_reports/${id}/freeze`, {})).body.code).toBe('service_report.freeze.not_over');
    expect((await manager.post('/api/service_reports', { ...input, period_from: '2026-08-01' })).body.code).toBe('service_report.open.not_begun');
    expect((await manager.post('/api/service_reports', { ...input, customer: w.id('organisation.x') })).body.code).toBe('service_report.open.nothing_promised');
    expect((await manager.post('/api/service_reports', input)).body.code).toBe('taken');
    // The month is over and not frozen: the customer waits, the house sees it computed.
    jump(31 * day);
    expect((await (await as('user_a')).get(march)).body.data).toEqual([]);
    expect(await section('agent')).toMatchObject({ restoration: { cases: 3 } });
    const frozen = await (await as('manager')).post(`/api/service_reports/${id}/freeze`, {});
    expect(frozen.body.data, frozen.text).toMatchObject({ state: 'frozen', definition_version: 1 });
    expect(await standing('user_a')).toMatchObject({ id, state: 'frozen', definition_version: 1, differs: [] });
    expect((await section('user_a')).times).toEqual((await section('agent')).times);
  });

  it('says what differs since, and keeps what was frozen beside its correction', async () => {
    const before = await section('agent');
    const again = await (await as('user_a')).post(`/api/incidents/${rated}/rate`, { satisfaction: 2, note: 'It came back.' });
    expect(again.body.code, 'fourteen days are over').toBe('incident.rate.too_late');
    // A late answer of somebody who had not been asked: the system of the customer sends it with its own time.
    await w.house.db.query("update incident set satisfaction = 2, rated_at = '2026-03-20T10:00:00Z' where id = $1", [late]);
    const told = await standing('manager');
    expect(told.differs).toEqual([{ service: w.id('service.a'), promise: null, what: 'answers', was: 2, now: 3 }]);
    expect((await standing('user_a')).differs).toEqual([]);
    expect(await section('agent')).toEqual(before);
    const manager = await as('manager');
    expect((await manager.post(`/api/service_reports/${told.id}/correct`, {})).body.code).toBe('field.required');
    expect((await (await as('agent')).post(`/api/service_reports/${told.id}/correct`, { note: 'x' })).status).toBe(403);
    const corrected = await manager.post(`/api/service_reports/${told.id}/correct`, { note: 'One answer came in late.' });
    expect(corrected.body.data, corrected.text).toMatchObject({ state: 'corrected', figures: { sections: [{ satisfaction: [{ answers: 2 }] }] } });
    for (const who of ['manager', 'user_a'] as const)
      expect((await standing(who)).corrections, who).toMatchObject([
        { reason: 'One answer came in late.', by: 'House manager', differences: [{ what: 'answers', was: 2, now: 3 }] },
      ]);
    expect((await section('user_a')).satisfaction[0]).toMatchObject({ answers: 3, content: 2 });
    expect((await manager.post(`/api/service_reports/${told.id}/correct`, { note: 'Again' })).body.code).toBe('service_report.correct.nothing');
  });

  it('shows a supplier none of it, and a customer nothing of who stands behind the house', async () => {
    expect((await (await as('agent_x')).get(march)).status).toBe(403);
    for (const form of ['', '.csv', '.pdf']) {
      const path = march.replace('/month', `/month${form}`);
      expect((await (await as('agent_x')).get(path)).status, `supplier ${form}`).toBe(403);
      const inside = await (await as('agent')).get(path);
      expect(inside.status, form).toBe(200);
      const text = async (who: Who): Promise<string> => {
        const response = await (await as(who)).get(path);
        return form === '.pdf' ? textOfPdf(response.bytes) : response.text;
      };
      expect(await text('agent'), form).toContain(canaries.x);
      const own = await text('user_a');
      expect(own, form).toContain(canaries.a);
      for (const word of [canaries.x, canaries.y, canaries.b, w.id('organisation.x'), w.id('promise.x')]) expect(own, `${form} ${word}`).not.toContain(word);
      expect(await text('user_b'), form).not.toContain(canaries.a);
    }
    expect((await (await as('user_a')).get('/api/reports/month?month=2026-Q1')).status).toBe(403);
    expect((await (await as('agent')).get('/api/reports/month?month=2026-Q1')).body.data[0].times[0]).toMatchObject({ kept: null, window: { whole: false } });
  });

  it('prints the same figures as it shows', async () => {
    const told = await section('agent');
    const answer = await (await as('agent')).get(march.replace('/month', '/month.pdf'));
    expect(answer.headers['content-type']).toBe('application/pdf');
    const words = textOfPdf(answer.bytes).replace(/\s+/g, ' ');
    const restore = told.times.find((each: { metric: string }) => each.metric === 'restore');
    for (const word of [
      'Service report: March 2026',
      'Corrected',
      'One answer came in late.',
      restore.name,
      `${restore.met} ${restore.missed} 66.7% 100% not kept`,
      late,
    ])
      expect(words).toContain(word);
    const csv = (await (await as('agent')).get(march.replace('/month', '/month.csv'))).text;
    expect(csv).toContain(`${restore.promise},${restore.name},restore,missed,1,cases`);
  });

  it('freezes by itself some days after the month, once, and opens the present month', async () => {
    const runner = jobRunner(w.house, { ...houseHandlers, ...reportJobs });
    const states = async (): Promise<string[]> =>
      (
        await w.house.db.query<{ said: string }>(
          "select o.name || ' ' || to_char(r.period_from, 'YYYY-MM') || ' ' || r.state as said from service_report r join organisation o on o.id = r.customer order by 1",
        )
      ).map((each) => each.said.replace(/^\w+ /, ''));
    await watchReports(w.house);
    await runner.drain();
    expect(await states()).toEqual([`${canaries.a} 2026-03 corrected`, `${canaries.a} 2026-04 draft`, `${canaries.b} 2026-04 draft`]);
    jump(36 * day);
    await runner.drain();
    await runner.drain();
    expect(await states()).toEqual([
      `${canaries.a} 2026-03 corrected`,
      `${canaries.a} 2026-04 draft`,
      `${canaries.b} 2026-03 frozen`,
      `${canaries.b} 2026-04 draft`,
    ]);
    jump(66 * day);
    await runner.drain();
    expect((await states()).filter((each) => each.includes('2026-04'))).toEqual([`${canaries.a} 2026-04 frozen`, `${canaries.b} 2026-04 frozen`]);
  });
});
