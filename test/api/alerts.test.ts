// The doors for monitoring systems: the right token, the right customer, and nothing twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken } from '../../src/platform/auth/token.ts';
import { eachDatabase } from '../db-env.ts';
import { type Client, client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('alarms', (open) => {
  let w: World;
  let secret: string;
  let monitor: Client;
  beforeAll(async () => {
    w = await world(await open());
    secret = await tokenOf('a', 'customer', 'Prometheus at A', ['alerts']);
    monitor = client(w.url, { authorization: `Bearer ${secret}` });
  });
  afterAll(() => w.close());

  const tokenOf = async (code: string, side: 'customer' | 'supplier' | 'integrator', name: string, scopes: readonly string[]): Promise<string> => {
    const expires_at = new Date(w.house.clock.now() + 3_600_000).toISOString();
    return (await createToken(w.house, { name, person: null, organisation: w.id(`organisation.${code}`), side, scopes, expires_at, created_by: null })).secret;
  };
  const alert = (more: object = {}) => ({
    status: 'firing',
    fingerprint: 'f1',
    startsAt: '2026-03-02T08:59:00Z',
    labels: { alertname: 'Down', severity: 'critical' },
    annotations: { summary: 'It is down' },
    ...more,
  });
  const events = () =>
    w.house.db.query<{ source: string; customer: string | null; summary: string }>('select source, customer, summary from event order by id');

  it("of Alertmanager become events of the token's name and customer, once", async () => {
    const message = { version: '4', status: 'firing', alerts: [alert()] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => monitor.post('/api/alerts/alertmanager', message)));
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200]));
    expect(answers.reduce((sum, each) => sum + each.body.raised, 0)).toBe(1);
    expect(await events()).toEqual([{ source: 'Prometheus at A', customer: w.id('organisation.a'), summary: 'It is down' }]);
    const seen = async (who: 'user_a' | 'user_b') => (await (await w.as(who)).get('/api/events')).body.data.length;
    expect([await seen('user_a'), await seen('user_b')]).toEqual([1, 0]);
    expect((await monitor.post('/api/alerts/alertmanager', { alerts: [alert({ status: 'resolved', endsAt: '2026-03-02T08:59:30Z' })] })).body).toMatchObject({
      cleared: 1,
    });
  });

  it('of PagerDuty clients bring the token as routing key', async () => {
    const body = { routing_key: secret, event_action: 'trigger', dedup_key: 'd1', payload: { summary: 'Disk full', source: 'db1', severity: 'error' } };
    expect(await w.anonymous.post('/v2/enqueue', body)).toMatchObject({ status: 202, body: { status: 'success', dedup_key: 'd1' } });
    expect((await events()).map((each) => each.summary)).toContain('Disk full');
    for (const routing_key of ['x', undefined, 1, `tessera_pat_${'x'.repeat(43)}`])
      expect((await w.anonymous.post('/v2/enqueue', { ...body, routing_key })).status).toBe(401);
    expect((await w.anonymous.post('/v2/enqueue', { ...body, event_action: 'explode' })).body).toMatchObject({ status: 422, field: 'event_action' });
  });

  it('need the scope, and are not for suppliers, nor for people', async () => {
    const ask = (bearer: string) =>
      client(w.url, { authorization: `Bearer ${bearer}` }).post('/api/alerts/alertmanager', { alerts: [alert({ fingerprint: 'f2' })] });
    expect((await ask(await tokenOf('a', 'customer', 'reader', ['read', 'write']))).body.code).toBe('token.scope');
    expect((await ask(await tokenOf('x', 'supplier', 'their monitor', ['alerts']))).body.code).toBe('not_allowed');
    expect((await (await w.as('agent')).post('/api/alerts/alertmanager', { alerts: [] })).body.code).toBe('not_allowed');
    expect((await w.anonymous.post('/api/alerts/alertmanager', { alerts: [] })).status).toBe(401);
    expect((await monitor.get('/api/incidents')).body.code).toBe('token.scope');
    expect(JSON.stringify(await events())).not.toContain('f2');
  });

  it('are refused by name when they make no sense', async () => {
    expect((await monitor.post('/api/alerts/alertmanager', { alerts: [alert({ status: 'on fire' })] })).body).toMatchObject({
      status: 422,
      field: 'alerts[0].status',
      detail: expect.stringContaining('firing'),
    });
    expect((await monitor.post('/api/alerts/alertmanager', [])).status).toBeGreaterThanOrEqual(400);
  });
});
