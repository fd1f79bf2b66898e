// Live updates: news for those who may see it and nobody else, an end within a second of losing the right, and cheap for many.
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type Who, type World, world } from './world.ts';

type Stream = {
  readonly events: { readonly event: string; readonly data: Record<string, unknown> }[];
  readonly raw: () => string;
  readonly ended: () => boolean;
  readonly stop: () => void;
  readonly until: (test: () => boolean, ms?: number) => Promise<boolean>;
};

function listenTo(url: string, { headers }: Client): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let text = '';
    let ended = false;
    const events: { event: string; data: Record<string, unknown> }[] = [];
    const request: ClientRequest = get(`${url}/api/live`, { headers, agent: false }, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode}`));
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        events.splice(
          0,
          events.length,
          ...[...text.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, event = '', data = '{}']) => ({
            event,
            data: JSON.parse(data) as Record<string, unknown>,
          })),
        );
        if (events.length > 0) resolve(stream);
      });
      answer.on('close', () => {
        ended = true;
      });
    });
    request.on('error', reject);
    const until = async (test: () => boolean, ms = 2_000): Promise<boolean> => {
      const end = performance.now() + ms;
      while (!test() && performance.now() < end) await pause(10);
      return test();
    };
    const stream: Stream = { events, raw: () => text, ended: () => ended, stop: () => request.destroy(), until };
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const changes = (stream: Stream): unknown[] => stream.events.filter((each) => each.event === 'change').map((each) => each.data.id);

eachDatabase('live updates', (open, engine) => {
  let w: World;
  let agent: Client;
  beforeAll(async () => {
    w = await world(await open(), { wrap: hesitant });
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  /** Milliseconds that looking at the sessions of open streams takes. */
  let hesitation = 0;
  const hesitant = (db: Db): Db => ({
    ...db,
    query: async (sql, params, options) => {
      if (sql.includes('decode(h')) await pause(hesitation);
      return db.query(sql, params, options);
    },
  });
  const note = (name: string, client = agent) => client.post(`/api/incidents/${w.id(name)}/note`, { note: 'news' });
  const listen = async (who: Who) => listenTo(w.url, await w.as(who));

  it('begin with hello and the time of the server', async () => {
    const stream = await listen('agent');
    expect(stream.events[0]).toEqual({ event: 'hello', data: { now: new Date(w.house.clock.now()).toISOString() } });
    stream.stop();
  });

  it('need somebody', async () => {
    await expect(listenTo(w.url, w.anonymous)).rejects.toThrow('401');
  });

  it('reach everybody who may see the record, and nobody else', async () => {
    const streams = { agent: await listen('agent'), user_a: await listen('user_a'), user_b: await listen('user_b'), agent_x: await listen('agent_x') };
    await note('incident.a');
    await note('incident.b');
    await agent.post(`/api/work_orders/${w.id('work_order.x')}/note`, { note: 'on behalf of them' });
    const [a, b, x] = [w.id('incident.a'), w.id('incident.b'), w.id('work_order.x')];
    expect(await streams.agent.until(() => changes(streams.agent).length === 3)).toBe(true);
    await pause(150);
    expect(changes(streams.user_a)).toEqual([a]);
    expect(changes(streams.user_b)).toEqual([b]);
    expect(changes(streams.agent_x)).toEqual([x]);
    expect(streams.user_a.events.at(-1)?.data).toEqual({ record: 'incident', id: a, version: expect.any(Number) });
    for (const stream of Object.values(streams)) stream.stop();
  });

  it('are not ended for those who connect while the others are checked', async () => {
    hesitation = 400;
    const streams: Stream[] = [];
    for (let n = 0; n < 30; n += 1) {
      streams.push(await listen('user_a'));
      await pause(50);
    }
    hesitation = 0;
    expect(streams.filter((stream) => stream.ended())).toEqual([]);
    for (const stream of streams) stream.stop();
  });

  it('end within a second of signing out', async () => {
    const browser = await w.as('agent');
    const stream = await listenTo(w.url, browser);
    await browser.send({ method: 'DELETE', path: '/api/session' });
    expect(await stream.until(stream.ended, 1_500)).toBe(true);
  });

  it('end within a second of a token being revoked', async () => {
    const program = await w.withToken('agent', ['read']);
    const stream = await listenTo(w.url, program);
    await w.house.db.query('update token set revoked_at = now() where revoked_at is null');
    expect(await stream.until(stream.ended, 1_500)).toBe(true);
  });

  it('end within a second of somebody leaving', async () => {
    const stream = await listen('user_b');
    await w.act('person', 'leave', { target: w.id('person.user_b') });
    expect(await stream.until(stream.ended, 1_500)).toBe(true);
  });

  it('bring no news of what a role that has just ended could see', async () => {
    const stream = await listen('manager_a');
    const [membership] = await w.house.db.query<{ id: string }>('select id from membership where person = $1', [w.id('person.manager_a')]);
    await w.act('membership', 'end', { target: membership?.id ?? '' });
    await note('incident.a');
    await stream.until(() => changes(stream).includes(w.id('incident.a')), 600);
    expect(changes(stream)).not.toContain(w.id('incident.a'));
    stream.stop();
  });

  it.runIf(engine === 'postgres')('ask everybody to look again after the listening connection was lost', async () => {
    const stream = await listen('agent');
    await w.house.db
      .query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()")
      .catch(() => undefined);
    expect(await stream.until(() => stream.events.some((each) => each.event === 'resync'), 10_000)).toBe(true);
    stream.stop();
  });

  it('tell everybody when to come back before the server stops', async () => {
    const stopping = await world(await open());
    const stream = await listenTo(stopping.url, await stopping.as('agent'));
    await stopping.close();
    expect(await stream.until(stream.ended)).toBe(true);
    const wait = Number(/retry: (\d+)/.exec(stream.raw())?.[1]);
    expect(wait).toBeGreaterThanOrEqual(500);
    expect(wait).toBeLessThan(5_000);
  });

  it('are cheap for five hundred', async () => {
    const browsers = await Promise.all(Array.from({ length: 10 }, () => w.withToken('agent', ['read'])));
    const streams = (await Promise.all(browsers.flatMap((browser) => Array.from({ length: 50 }, () => listenTo(w.url, browser))))) as Stream[];
    const before = process.cpuUsage();
    for (let n = 0; n < 20; n += 1) {
      await note('incident.a');
      await pause(100);
    }
    const version = (await agent.get(`/api/incidents/${w.id('incident.a')}`)).body.data.version;
    const heard = (stream: Stream) => stream.events.some((each) => each.event === 'change' && each.data.version === version);
    const began = performance.now();
    for (const stream of streams) expect(await stream.until(() => heard(stream))).toBe(true);
    const { user, system } = process.cpuUsage(before);
    console.info(
      `500 streams on ${engine}: the last news reached the last of them after ${Math.round(performance.now() - began)} ms; ${Math.round((user + system) / 1_000)} ms of CPU for 10,000 deliveries, both ends`,
    );
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const stream of streams) stream.stop();
  }, 60_000);
});
