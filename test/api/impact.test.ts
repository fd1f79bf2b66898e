// The doors of impact: what each side is told of it, what is refused, and what a customer stands on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { impactText, standsOnText } from '../../src/app/commands/impact.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { canaries, type World, world } from './world.ts';

eachDatabase('impact', (open) => {
  let w: World;
  let agent: Client;
  const of = (code: string): string => w.id(`configuration_item.${code}`);
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  it('tell the house everything: who is hit, how hard, by what, and the promises', async () => {
    const { status, body } = await agent.get(`/api/impact/${of('x')}`);
    expect(status).toBe(200);
    expect(body.data.hits.map((each: { id: string; effect: string; hops: number }) => [each.id, each.effect, each.hops]).slice(0, 3)).toEqual([
      [of('x'), 'down', 0],
      [of('house'), 'down', 1],
      [w.id('service.a'), 'down', 2],
    ]);
    expect(body.data.customers[0]).toMatchObject({ customer: w.id('organisation.a'), service: w.id('service.a'), effect: 'down', already: false });
    expect(body.data.promises.map((each: { id: string }) => each.id)).toEqual(expect.arrayContaining(body.data.customers[0].promises));
    expect(body.data.counts).toMatchObject({ items: 2, customers: 1 });
    expect(body.refs[of('x')]).toContain(canaries.x);
  });

  it('tell a supplier of its own things only, and never of customers', async () => {
    const supplier = await w.as('agent_x');
    const { status, body } = await supplier.get(`/api/impact/${of('x')}`);
    expect(status).toBe(200);
    expect(body.data.hits.map((each: { id: string }) => each.id)).not.toContain(of('house'));
    expect(body.data).toMatchObject({ customers: [], promises: [], now: [], counts: { customers: 0, promises: 0 } });
    const said = JSON.stringify(body);
    for (const name of [canaries.a, canaries.b, canaries.y, canaries.house, w.id('organisation.a'), w.id('service.a')]) expect(said).not.toContain(name);
    expect((await supplier.get(`/api/impact/${of('y')}`)).status).toBe(404);
    expect(await supplier.get(`/api/impact/${of('x')}?with=${of('y')}`)).toMatchObject({ status: 422, body: { field: 'with' } });
    expect((await supplier.get(`/api/organisations/${w.id('organisation.x')}/stands-on`)).status).toBe(403);
  });

  it('tell customers nothing', async () => {
    const customer = await w.as('user_a');
    expect((await customer.get(`/api/impact/${w.id('service.a')}`)).status).toBe(403);
    expect((await customer.get(`/api/services/${w.id('service.a')}/stands-on`)).status).toBe(403);
    expect((await w.anonymous.get(`/api/impact/${of('x')}`)).status).toBe(401);
  });

  it('count in what fails already, and say what is as bad without this', async () => {
    const part = w.id('service.a');
    const incident = await w.act('incident', 'open', { input: { title: 'All of it', service: part, customer: w.id('organisation.a'), part } });
    const { body } = await agent.get(`/api/impact/${of('x')}`);
    expect(body.data.now).toEqual([{ id: part, incidents: [incident] }]);
    expect(body.data.customers[0]).toMatchObject({ already: true });
    expect((await agent.get(`/api/impact/${of('x')}?at=${new Date(w.house.clock.now()).toISOString()}`)).body.data.now).toEqual([]);
    await w.act('incident', 'cancel', { target: incident, input: { note: 'done' } });
  });

  it('say how many minutes of the hours of a promise lie in a window', async () => {
    const { body } = await agent.get(`/api/impact/${of('x')}?at=2026-11-21T00:00:00Z&until=2026-11-21T02:00:00Z`);
    expect(body.data).toMatchObject({ at: '2026-11-21T00:00:00.000Z', until: '2026-11-21T02:00:00.000Z' });
    for (const each of body.data.promises) expect(each.minutes).toBeTypeOf('number');
  });

  it('name no promise whose last day is over', async () => {
    const told = async () => (await agent.get(`/api/impact/${of('x')}`)).body.data;
    const first: string = (await told()).promises[0].id;
    await w.house.db.query("update promise set valid_to = '2001-01-01' where id = $1", [first]);
    expect(JSON.stringify(await told())).not.toContain(`"${first}"`);
    await w.house.db.query('update promise set valid_to = null where id = $1', [first]);
  });

  it('refuse what cannot be asked, naming the field', async () => {
    const fault = async (path: string) => {
      const { status, body } = await agent.get(`/api/impact/${path}`);
      return [status, body.field];
    };
    expect(await fault(`${of('x')}?at=yesterday`)).toEqual([422, 'at']);
    expect(await fault(`${of('x')}?until=2026-01-01T00:00:00Z`)).toEqual([422, 'at']);
    expect(await fault(`${of('x')}?at=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z`)).toEqual([422, 'until']);
    expect(await fault(`${of('x')}?with=CI-99999`)).toEqual([422, 'with']);
    expect(await fault(`${of('x')}?with=%27;drop`)).toEqual([422, 'with']);
    expect(await fault(`${of('x')}?deep=1`)).toEqual([422, 'deep']);
    expect((await fault('CI-99999'))[0]).toBe(404);
    expect((await fault('INC-1'))[0]).toBe(404);
  });

  it('say what a customer and a service stand on, whose it is, and what alone takes them down', async () => {
    const { body } = await agent.get(`/api/organisations/${w.id('organisation.a')}/stands-on`);
    const found = Object.fromEntries(body.data.supports.map((each: { id: string; hops: number; alone: boolean }) => [each.id, [each.hops, each.alone]]));
    expect(body.data.services).toContain(w.id('service.a'));
    expect(found).toMatchObject({ [of('house')]: [1, true], [of('x')]: [2, true], [of('y')]: [2, true] });
    expect(body.data.owners.map((each: { owner: string }) => each.owner)).toContain(w.id('organisation.x'));
    expect((await agent.get(`/api/services/${w.id('service.a')}/stands-on`)).body.data.supports.length).toBe(body.data.supports.length);
    expect((await agent.get('/api/organisations/ORG-999/stands-on')).status).toBe(404);
    const then = async (at: string) => (await agent.get(`/api/organisations/${w.id('organisation.a')}/stands-on?at=${at}`)).body;
    expect((await then(new Date(w.house.clock.now()).toISOString())).data).toEqual(body.data);
    expect((await then('2001-01-01T00:00:00Z')).data.supports).toEqual([]);
    expect((await agent.get(`/api/services/${w.id('service.a')}/stands-on?at=2001-01-01T00:00:00Z`)).body.data.supports).toEqual([]);
    expect(await then('yesterday')).toMatchObject({ status: 422, field: 'at' });
  });

  it('are told in a terminal line by line, cleaned of what would steer it', async () => {
    const hit = impactText((await agent.get(`/api/impact/${of('x')}`)).body);
    expect(hit).toContain(`If ${of('x')}`);
    expect(hit).toMatch(new RegExp(`${w.id('organisation.a')} .*${w.id('service.a')} .* down .*PRM-`));
    expect(hit).toMatch(new RegExp(`^    ${w.id('service.a')} .* down +by ${of('house')}$`, 'm'));
    const failing = (await agent.get(`/api/impact/${of('x')}`)).body;
    expect(impactText({ ...failing, refs: { [of('x')]: 'c\u001b[2J' } })).not.toContain('\u001b');
    const beneath = (await agent.get(`/api/organisations/${w.id('organisation.a')}/stands-on`)).body;
    const stands = standsOnText(beneath);
    expect(stands).toMatch(new RegExp(`^  ${of('x')} .*alone takes a service down$`, 'm'));
    expect(stands).toMatch(new RegExp(`^${w.id('organisation.x')} .* [1-9]\\d* +[1-9]\\d*$`, 'm'));
    const hostile = Object.fromEntries(Object.keys(beneath.refs).map((each) => [each, 'a\u001b[2J']));
    const supports = [{ ...beneath.data.supports[0], name: 'b\u001b[2J' }];
    expect(standsOnText({ ...beneath, refs: hostile, data: { ...beneath.data, supports } })).not.toContain('\u001b');
    expect(standsOnText({ ...beneath, data: { ...beneath.data, services: [] } })).toBe('No service is promised to it.');
  });

  it('draw a map around a service, with its state in every node, and go on where asked', async () => {
    const from = w.id('service.a');
    const { status, body } = await agent.get(`/api/map?from=${from}`);
    expect(status).toBe(200);
    const layers = Object.fromEntries(body.data.nodes.map((each: { id: string; layer: string }) => [each.id, each.layer]));
    expect(layers).toMatchObject({ [from]: 'service', [w.id('organisation.a')]: 'customer', [of('house')]: 'item', [of('x')]: 'item' });
    expect(body.data.nodes.every((each: { state: string }) => each.state === 'up')).toBe(true);
    expect(body.data.edges).toContainEqual({ from: of('house'), to: of('x'), gate: 'all' });
    const customer = body.data.nodes.find((each: { id: string }) => each.id === w.id('organisation.a'));
    expect([customer.expanded, body.data.nodes[0].expanded]).toEqual([false, true]);
    const near = (await agent.get(`/api/map?from=${from}&hops=1`)).body.data;
    const item = near.nodes.find((each: { id: string }) => each.id === of('house'));
    expect([near.nodes.some((each: { id: string }) => each.id === of('x')), item.more, item.expanded]).toEqual([false, 2, false]);
    const more = (await agent.get(`/api/map?from=${from}&hops=1&expand=${of('house')}`)).body.data;
    expect(more.nodes.map((each: { id: string }) => each.id)).toEqual(expect.arrayContaining([of('x'), of('y')]));
    const incident = await w.act('incident', 'open', { input: { title: 'Gone', service: from, customer: w.id('organisation.a'), item: of('x') } });
    const failing = (await agent.get(`/api/map?from=${from}`)).body.data.nodes;
    const state = (id: string) => failing.find((each: { id: string }) => each.id === id);
    expect([state(from).state, state(of('x')).state, state(of('y')).state]).toEqual(['down', 'down', 'up']);
    expect(state(of('x')).incidents).toEqual([incident]);
    await w.act('incident', 'cancel', { target: incident, input: { note: 'done' } });
  });

  it('draw for a supplier its own things only, for customers nothing, and name what is wrong', async () => {
    const supplier = await w.as('agent_x');
    const incident = await w.act('incident', 'open', { input: { title: 'Gone', service: w.id('service.a'), customer: w.id('organisation.a'), item: of('x') } });
    const { status, body } = await supplier.get(`/api/map?from=${of('x')}`);
    expect(status).toBe(200);
    const said = JSON.stringify(body);
    for (const name of [canaries.a, canaries.b, canaries.y, canaries.house, of('house'), w.id('organisation.a'), incident]) expect(said).not.toContain(name);
    // That it stands on something of others, or how much stands on it, is theirs.
    expect(body.data.nodes.every((each: { more: number }) => each.more === 0)).toBe(true);
    await w.house.db.query('update service set customers = array[$1] where id = $2', [w.id('organisation.a'), w.id('service.x')]);
    const own = (await supplier.get(`/api/map?from=${w.id('service.x')}`)).body.data;
    expect(own.nodes.find((each: { id: string }) => each.id === w.id('service.x'))).toMatchObject({ layer: 'part', customers: 0 });
    expect(JSON.stringify(own)).not.toContain(w.id('organisation.a'));
    expect(await supplier.get(`/api/map?from=${of('y')}`)).toMatchObject({ status: 422, body: { field: 'from' } });
    expect((await (await w.as('user_a')).get(`/api/map?from=${w.id('service.a')}`)).status).toBe(403);
    for (const [path, field] of [
      ['', 'from'],
      ['?from=CI-9999', 'from'],
      [`?from=${of('x')}&hops=9`, 'hops'],
      [`?from=${of('x')}&deep=1`, 'deep'],
      [`?from=${of('x')}&expand=${Array.from({ length: 101 }, (_, n) => `CI-${n}`).join(',')}`, 'expand'],
    ])
      expect(await agent.get(`/api/map${path}`)).toMatchObject({ status: 422, body: { field } });
  });
});
