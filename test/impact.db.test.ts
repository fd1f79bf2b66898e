// Impact read from the database: the demo's items under its services, redundancy, the past, windows, and that it never reads what is not above.
import { beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Db } from '../src/platform/db/types.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { impactOf } from '../src/practices/configuration/impact.queries.ts';
import type { Failing } from '../src/practices/configuration/impact.record.ts';
import { drawnOf, edgesAround } from '../src/practices/configuration/map.queries.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

eachDatabase('impact', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await openWorld(await open());
  }, 120_000);
  const item = (code: string): string => w.id(`item.${code}`);
  const of = async (...codes: string[]) => {
    const found = await impactOf(w.house.db, { down: codes.map(item) });
    const effects = Object.fromEntries(found.services.map((each) => [each.service, each.effect]));
    return (code: string) => effects[w.id(`service.${code}`)] ?? 'up';
  };
  const asked = (failing: Failing) => impactOf(w.house.db, failing);
  const act = async (record: string, command: string, target: string | null, input: object) => {
    const outcome = await perform(w.house, {
      id: w.house.chance.uuid(),
      record,
      command,
      target,
      input: { ...input },
      actor: w.actor(record === 'service' ? 'eva' : 'chloe'),
      channel: 'web',
    });
    if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.row.id;
  };

  it('counts redundancy all the way up to the customers and their promises', async () => {
    const one = await of('hv-1');
    expect([one('hosting'), one('care-record'), one('workplace')]).toEqual(['degraded', 'degraded', 'degraded']);
    const two = await of('hv-1', 'hv-2');
    expect([two('hosting'), two('care-record')]).toEqual(['down', 'down']);
    const line = await of('circuit-north');
    expect([line('line-a'), line('network'), line('line-b')]).toEqual(['down', 'degraded', 'up']);
    expect((await of('panel-a', 'panel-b'))('hosting')).toBe('down');
    // The feed alone has a twin in one rack and none in the other: one host and one store are lost, and both have others.
    expect((await of('panel-a'))('hosting')).toBe('degraded');
  });

  it('draws the edges of a map with the gates they are, and the house as nobody’s supplier', async () => {
    const [network, line, cluster] = [w.id('service.network'), w.id('service.line-a'), item('cluster-alm')];
    const edges = await edgesAround(w.house.db, await drawnOf(w.house.db, [network, line, cluster]));
    expect(edges).toContainEqual({ from: network, to: line, gate: 'any' });
    expect(edges).toContainEqual({ from: network, to: item('fw-1'), gate: 'any' });
    expect(edges).toContainEqual({ from: cluster, to: item('hv-1'), gate: 'k 2' });
    expect(edges).toContainEqual({ from: w.id('service.workplace'), to: network, gate: 'all' });
    expect(edges).toContainEqual({ from: line, to: w.id('organisation.noordlijn'), gate: 'provides' });
    expect(edges.some((each) => each.to === w.id('organisation.delta'))).toBe(false);
  });

  it('names each customer with the promises on what it loses, the worst first, and never the house', async () => {
    const { customers } = await asked({ down: [item('sso')] });
    expect(customers.length).toBeGreaterThan(1);
    expect(customers.every((each) => each.promises.length > 0 && each.customer !== w.id('organisation.delta'))).toBe(true);
    const rows = await w.house.db.query<{ id: string; customer: string; service: string }>('select id, customer, service from promise where id = any($1)', [
      customers.flatMap((each) => each.promises),
    ]);
    for (const row of rows) expect(customers.find((each) => each.customer === row.customer && each.service === row.service)?.promises).toContain(row.id);
    const order = customers.map((each) => each.effect);
    expect(order).toEqual([...order].sort().reverse());
  });

  it('says by what something is hit, and how far off', async () => {
    const { hits } = await asked({ down: [item('circuit-north')] });
    expect(hits[0]).toEqual({ id: item('circuit-north'), effect: 'down', hops: 0, via: null });
    expect(hits.find((each) => each.id === w.id('service.network'))).toEqual({
      id: w.id('service.network'),
      effect: 'degraded',
      hops: 2,
      via: w.id('service.line-a'),
    });
  });

  it('reads the graph as of an instant, and in a window whatever stood at any moment of it', async () => {
    const before = new Date(w.house.clock.now()).toISOString();
    const [service, lone] = [
      w.id('service.printing'),
      await act('configuration_item', 'open', null, {
        name: 'Spooler',
        type: w.id('item_type.software'),
        owner: w.id('organisation.printwerk'),
        attributes: {},
        status: 'live',
      }),
    ];
    await w.pass(60);
    const relation = await act('item_relation', 'open', null, { subject: service, kind: 'needs', object: lone });
    await w.pass(60);
    const between = new Date(w.house.clock.now()).toISOString();
    await w.pass(60);
    await act('item_relation', 'end', relation, { note: 'gone' });
    await w.pass(60);
    const after = new Date(w.house.clock.now()).toISOString();
    const hit = async (window: Partial<Failing>) => (await asked({ down: [lone], ...window })).services.map((each) => each.service).includes(service);
    expect([await hit({}), await hit({ at: before }), await hit({ at: between }), await hit({ at: after }), await hit({ at: before, until: after })]).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('reads what a service was composed of from the journal', async () => {
    const then = new Date(w.house.clock.now()).toISOString();
    await w.pass(60);
    await act('service', 'compose', w.id('service.network'), { composition: { part: w.id('service.line-b') } });
    const hit = async (at?: string) => (await asked({ down: [w.id('service.line-a')], at: at ?? null })).services.map((each) => each.service);
    expect(await hit(then)).toContain(w.id('service.network'));
    expect(await hit()).not.toContain(w.id('service.network'));
  });

  it('costs at most two statements a step and two more, whatever else there is, and finds everything by an index', async () => {
    let statements = 0;
    const counting: Db = {
      ...w.house.db,
      query: (sql, params, options) => {
        statements += 1;
        return w.house.db.query(sql, params, options);
      },
      batch: (list) => {
        statements += 1;
        return w.house.db.batch(list);
      },
    };
    const { hits } = await impactOf(counting, { down: [item('hv-1')] });
    const deep = Math.max(...hits.map((each) => each.hops));
    expect(statements).toBeLessThanOrEqual(2 * (deep + 1) + 2);
    await w.house.db.exec('set enable_seqscan = off');
    const plan = await w.house.db.query<Record<string, string>>(
      `explain select id from service where open and jsonb_path_query_array(composition, '$.**.part') ?| array['SVC-1']`,
    );
    await w.house.db.exec('reset enable_seqscan');
    expect(plan.map((each) => Object.values(each)[0]).join('\n')).toContain('service_parts');
  });
});
