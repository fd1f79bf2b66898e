// Measures over HTTP: they say what the frozen report says, open as many records as they count, cost as many reads for a year as for a month, and are the house's own.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { eachDatabase } from '../db-env.ts';
import { textOfPdf } from '../pdf-text.ts';
import type { Client } from './client.ts';
import { start, type Who, type World, world } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;

eachDatabase('measures over HTTP', (open) => {
  let w: World;
  let reads = 0;
  const counting = (db: Db): Db => ({
    ...db,
    query: (...asked) => {
      reads += 1;
      return db.query(...(asked as Parameters<Db['query']>)) as never;
    },
  });
  const as = (who: Who): Promise<Client> => w.as(who);
  const of = async (code: string, asked = 'per=month&periods=2') => {
    const { body } = await (await as('manager')).get(`/api/measures/${code}/values?${asked}&customer=${w.id('organisation.a')}`);
    return body.values.find((each: { period: string }) => each.period === '2026-03');
  };

  beforeAll(async () => {
    w = await world(await open(), { wrap: counting });
    const [agent, user] = [await as('agent'), await as('user_a')];
    for (const [index, wait] of [hour / 2, hour / 2, 5 * hour].entries()) {
      const opened = await agent.post('/api/incidents', { title: `One ${index}`, service: w.id('service.a'), customer: w.id('organisation.a') });
      const id = opened.body.data.id;
      w.later(wait);
      for (const [client, command, input] of [
        [agent, 'take', {}],
        [agent, 'resolve', { resolution: 'fixed', note: 'Done.' }],
        [user, 'confirm', { satisfaction: index === 1 ? 2 : 5 }],
      ] as const) {
        const answer = await client.post(`/api/incidents/${id}/${command}`, input);
        expect(answer.status, `${command}: ${answer.text}`).toBe(200);
      }
    }
    w.later(start + 31 * day - w.house.clock.now());
    const manager = await as('manager');
    const made = await manager.post('/api/service_reports', { customer: w.id('organisation.a'), period_from: '2026-03-01' });
    expect((await manager.post(`/api/service_reports/${made.body.data.id}/freeze`, {})).status).toBe(200);
  }, 120_000);
  afterAll(async () => w?.close());

  it('agrees with the frozen report of the month', async () => {
    const [section] = (await (await as('manager')).get(`/api/reports/month?month=2026-03&customer=${w.id('organisation.a')}`)).body.data;
    const restore = section.times.filter((each: { metric: string }) => each.metric === 'restore');
    const sum = (name: 'met' | 'missed'): number => restore.reduce((total: number, each: Record<string, number>) => total + (each[name] ?? 0), 0);
    expect(sum('missed')).toBeGreaterThan(0);
    expect(await of('incident.restore_in_time')).toMatchObject({ numerator: sum('met'), denominator: sum('met') + sum('missed') });
    const { restoration, satisfaction } = section;
    const minutes = (ms: number): number => Math.round(ms / 60_000);
    expect(await of('incident.mtrs_wall')).toMatchObject({ denominator: restoration.cases, value: minutes(restoration.mtrs_wall_ms) });
    expect(await of('incident.mtrs_agreed')).toMatchObject({ denominator: restoration.cases, value: minutes(restoration.mtrs_agreed_ms) });
    expect(await of('incident.sla_time')).toMatchObject({ denominator: restoration.clocked, value: minutes(restoration.resolution_ms) });
    expect(await of('customer.satisfaction')).toMatchObject({ numerator: satisfaction[0].content, denominator: satisfaction[0].answers });
    const judged = [...section.times, ...section.availability, ...section.throughput, ...satisfaction].filter((each) => each.promise && each.kept !== null);
    expect(await of('promise.attainment')).toMatchObject({ numerator: judged.filter((each) => each.kept).length, denominator: judged.length });
  });

  it('opens as many records as it counts, and refuses what names none', async () => {
    const manager = await as('manager');
    const behind = (await manager.get('/api/measures/incident.mtrs_wall/records?period=2026-03&part=denominator&limit=2')).body;
    expect(behind.data.map((each: { title: string }) => each.title)).toEqual(['One 0', 'One 1']);
    const rest = (await manager.get(`/api/measures/incident.mtrs_wall/records?period=2026-03&part=denominator&limit=2&after=${behind.next}`)).body;
    expect(rest).toMatchObject({ data: [{ title: 'One 2', den: 1 }], next: null });
    for (const [path, field] of [
      ['incident.mtrs_wall/records?period=2026-13', 'period'],
      ['incident.mtrs_wall/records?period=2026-03&part=all', 'part'],
      ['incident.mtrs_wall/values?periods=61', 'periods'],
      ['promise.attainment/values?per=week', 'per'],
      [`dispute.open/values?customer=${w.id('organisation.a')}`, 'customer'],
    ] as const)
      expect((await manager.get(`/api/measures/${path}`)).body, path).toMatchObject({ status: 422, detail: expect.stringContaining(field) });
    expect((await manager.get('/api/measures/incident.nothing/values')).status).toBe(404);
  });

  it('costs as many reads for a year as for a month, once its months are kept', async () => {
    const manager = await as('manager');
    const cost = async (code: string, periods: number): Promise<number> => {
      await manager.get(`/api/measures/${code}/values?periods=13`);
      reads = 0;
      await manager.get(`/api/measures/${code}/values?periods=${periods}`);
      return reads;
    };
    for (const code of ['incident.restore_in_time', 'incident.mtrs_agreed', 'incident.ping_pong', 'change.success'])
      expect(await cost(code, 13), code).toBe(await cost(code, 2));
  });

  it('puts at most twelve on the scorecard, freezes a month once, and again only with a reason; as CSV and PDF too', async () => {
    const manager = await as('manager');
    const { unused } = (await manager.get('/api/measure-figures')).body;
    const answers: number[] = [];
    for (const code of unused.slice(0, 13))
      answers.push((await manager.post('/api/measures', { code, target: 1, at_once: true, board_group: 'risk', board_place: 1 })).status);
    expect(answers.filter((each) => each === 200 || each === 201)).toHaveLength(12);
    expect(answers.at(-1)).toBe(422);
    const day = '2026-03-15';
    const frozen = await manager.post('/api/scorecards', { per: 'month', day });
    expect(frozen.body.data, frozen.text).toMatchObject({ period: '2026-03', edition: 1, state: 'frozen' });
    expect((await manager.post('/api/scorecards', { per: 'month', day })).body.code).toBe('scorecard.freeze.again');
    expect((await manager.post('/api/scorecards', { per: 'quarter', day: '2026-04-15' })).body.code).toBe('scorecard.freeze.not_over');
    await w.house.db.query("update incident set resolved_at = null where title = 'One 0'");
    const kept = (await manager.get('/api/scorecard?period=2026-03')).body;
    const now = (await manager.get('/api/scorecard?period=2026-03&edition=now')).body;
    const wall = (body: { data: { code: string; values: unknown[] }[] }) => body.data.find((each) => each.code === 'incident.mtrs_wall')?.values.at(-1);
    expect(kept.frozen).toMatchObject({ edition: 1 });
    expect(wall(kept)).toMatchObject({ denominator: 3 });
    expect(wall(now)).toMatchObject({ denominator: 2 });
    await w.house.db.query(`update maturity_assessment set state = 'final', open = false, score = 2, assessed_on = '2026-03-10'`);
    const { maturity } = (await manager.get('/api/scorecard?period=2026-03')).body;
    expect(maturity).toEqual([expect.objectContaining({ process: 'Judged canaryhouse', score: 2 })]);
    const csv = (await manager.get('/api/scorecard.csv?period=2026-03')).text;
    expect(csv).toContain('2026-03,1,risk');
    expect(csv.trim().split('\n')).toHaveLength(13);
    const pdf = await manager.get('/api/scorecard.pdf?period=2026-03');
    expect(pdf.status).toBe(200);
    expect(textOfPdf(pdf.bytes).length).toBeGreaterThan(50);
  });

  it('is the business of the house alone', async () => {
    for (const who of ['user_a', 'agent_x'] as const)
      for (const path of [
        'measures/incident.mtrs_wall/values',
        'measures/incident.mtrs_wall/records?period=2026-03',
        'measure-figures',
        'line-of-sight',
        'scorecard',
        'scorecard.csv',
        'scorecard.pdf',
      ]) {
        const answer = await (await as(who)).get(`/api/${path}`);
        expect(answer.status, `${who} ${path}`).toBe(403);
      }
    expect((await (await as('user_a')).get('/api/measures')).body.data).toEqual([]);
  });
});
