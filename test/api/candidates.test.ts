// The doors of scans for problem candidates: who may look and who may scan, what is refused, and that looking costs the same however many there are.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import { type World, world } from './world.ts';

const dayMs = 86_400_000;
const scan = '/api/problem-candidates/scan';
const findings = '/api/problem-candidates/findings';

eachDatabase('doors of problem candidates', (open) => {
  let w: World;

  beforeAll(async () => {
    w = await world(await open());
    const report = (title: string, days: number) => {
      const started_at = new Date(Date.parse('2026-03-01T12:00:00Z') - days * dayMs).toISOString();
      return w.act('incident', 'open', { input: { title, service: w.id('service.a'), customer: w.id('organisation.a'), effect: 'down', started_at } });
    };
    for (const [n, title] of ['Mouse', 'Screen dark', 'Phone mute', 'Cable loose'].entries()) await report(title, 40 + n * 60);
    for (const days of [0, 0.1, 0.2, 1, 2]) await report('Pump beeps', days);
  });
  afterAll(() => w.close());

  it('show what a scan finds without keeping it, as of a day', async () => {
    const manager = await w.as('manager');
    const { status, body } = await manager.get(findings);
    expect(status).toBe(200);
    expect(body).toMatchObject({ scan: { as_of: '2026-03-01' }, data: [{ words: expect.anything(), cases: expect.anything() }] });
    expect(body.data[0].cases.every((id: string) => body.refs[id] === 'Pump beeps')).toBe(true);
    expect((await manager.get(`${findings}?as_of=2026-02-20`)).body).toMatchObject({ data: [], scan: { as_of: '2026-02-20' } });
    expect((await manager.get('/api/problem_candidates')).body.data).toEqual([]);
    expect((await manager.get(scan)).body).toMatchObject({ data: { last: null, running: false, next: null } });
  });

  it('refuse a day that is none or has not been, and what they do not know', async () => {
    const manager = await w.as('manager');
    expect(await manager.get(`${findings}?as_of=2026-02-30`)).toMatchObject({ status: 422, body: { code: 'field.not_date', field: 'as_of' } });
    expect(await manager.post(`${scan}?as_of=2026-03-03`, {})).toMatchObject({ status: 422, body: { code: 'problem_candidate.scan.in_future' } });
    expect(await manager.get(`${findings}?of=2026-03-03`)).toMatchObject({ status: 422, body: { field: 'of' } });
  });

  it('scan for those who answer for problems alone; the house reads, nobody else learns of it', async () => {
    const agent = await w.as('agent');
    expect(await agent.post(scan, {})).toMatchObject({ status: 403 });
    expect(await agent.get(findings)).toMatchObject({ status: 403 });
    for (const who of ['user_a', 'manager_a', 'agent_x'] as const) {
      const outsider = await w.as(who);
      expect([(await outsider.get(scan)).status, (await outsider.get(findings)).status, (await outsider.post(scan, {})).status]).toEqual([403, 403, 403]);
    }
    expect(await (await w.withToken('manager', ['read'])).post(scan, {})).toMatchObject({ status: 403, body: { code: 'token.scope' } });
    const done = await (await w.as('manager')).post(scan, {});
    expect(done).toMatchObject({ status: 200, body: { data: { refreshed: [], returned: [], expired: [], scan: { proposed: 1 } } } });
    const [id] = done.body.data.proposed;
    expect(done.body.refs[id]).toBeTruthy();
    expect((await agent.get(scan)).body.data.last).toMatchObject({ as_of: '2026-03-01', proposed: 1 });
    expect((await agent.get(`/api/problem_candidates/${id}`)).body.may).toEqual(['accept', 'merge', 'dismiss']);
    for (const who of ['user_a', 'agent_x'] as const) expect((await (await w.as(who)).get(`/api/problem_candidates/${id}`)).status).toBe(404);
    expect(await agent.post(`/api/problem_candidates/${id}/expire`, { why: 'quiet' })).toMatchObject({ status: 404 });
  });

  it('accept opens the problem for whoever reads the candidate next', async () => {
    const agent = await w.as('agent');
    const [row] = (await agent.get('/api/problem_candidates?q=is:open')).body.data;
    expect(await agent.post(`/api/problem_candidates/${row.id}/accept`, { title: 'The pump' })).toMatchObject({ status: 200 });
    await w.settle();
    const { problem, state } = (await agent.get(`/api/problem_candidates/${row.id}`)).body.data;
    expect(state).toBe('accepted');
    expect((await agent.get(`/api/problems/${problem}`)).body.data).toMatchObject({ title: 'The pump', candidate: row.id, incidents: row.incidents });
    expect((await (await w.as('manager')).post(scan, {})).body.data).toMatchObject({ proposed: [], returned: [] });
  });
});
