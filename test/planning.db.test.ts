// Tactical registers on both databases: given the plans of the demo world, when their figures are asked for, then they are what the arithmetic says.
import { beforeAll, expect, it } from 'vitest';
import { tactics } from '../src/app/demo/planning.ts';
import { availabilityOf, capacityOf, continuityOf, costOf, reachOf } from '../src/app/planning.ts';
import { planningOverview, portfolioBoard, riskRegister } from '../src/app/planning-overview.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import type { Db } from '../src/platform/db/types.ts';
import type { House } from '../src/platform/house.ts';
import { readRecord } from '../src/platform/journal/read.ts';
import { eachDatabase } from './db-env.ts';
import { monday, openWorld, type World } from './world.ts';

const day = 24 * 3_600_000;

eachDatabase('tactical registers', (open) => {
  let world: World;
  const row = async (record: string, where: string, params: string[] = []): Promise<AnyRow> => {
    const [found] = await world.house.db.query<{ id: string }>(`select id from ${record} where ${where} order by id limit 1`, params);
    const definition = world.house.registry.practices.get(record)?.definition;
    if (!found || !definition) throw new Error(`${record} ${where}`);
    return (await readRecord(world.house, { actor: world.actor('kees'), definition, id: found.id })) as AnyRow;
  };
  const planOf = (record: string, code: string) => row(record, 'service = $1', [world.id(`service.${code}`)]);
  const name = (code: string): string => world.id(`service.${code}`);

  beforeAll(async () => {
    world = await openWorld(await open({ with: { statementTimeoutMs: 60_000 } }));
    const { stage, id } = world;
    for (const step of tactics(monday)) {
      stage.at(step.at);
      await step.run(stage);
      await stage.settle();
    }
    // Hosting was down for six hours in February, found after half an hour.
    const started_at = Date.parse('2026-02-10T08:00:00Z');
    stage.at(started_at + 30 * 60_000);
    const about = { title: 'Storage gone', service: id('service.hosting'), customer: id('organisation.waterschap-noord'), effect: 'down' };
    const incident = await stage.act('anna', 'incident', 'open', { input: { ...about, impact: 'high', urgency: 'high', started_at: iso(started_at) } });
    stage.at(started_at + 6.5 * 3_600_000);
    await stage.act('anna', 'incident', 'resolve', {
      target: incident.id,
      input: { resolution: 'fixed', note: 'Controller replaced', restored_at: iso(started_at + 6 * 3_600_000) },
    });
    stage.at(monday);
    await stage.settle();
  }, 240_000);

  it('availability: what is computed from promises, measured from outages, and the least step that is enough', async () => {
    const found = await availabilityOf(world.house, await planOf('availability_plan', 'workplace'));
    // Lines 99.7 % of which one is enough, hosting and identity 99.9 %, desktop 99.95 %: one shared nowhere.
    expect(found.by_promises_ppm).toBe(Math.floor((1 - 0.003 ** 2) * 0.999 * 0.999 * 0.9995 * 1e6));
    expect(found.target_ppm).toBe(995_000);
    expect(found.down_ms).toBe(6 * 3_600_000);
    expect(found.outages).toHaveLength(1);
    expect(found.means?.mtrs_ms).toBe(6 * 3_600_000);
    expect(found.means?.mtbsi_ms).toBe((found.means?.mtbf_ms ?? 0) + 6 * 3_600_000);
    expect(found.lifecycle).toMatchObject({ incidents: 1, detect_ms: 30 * 60_000 });
    expect(found.lifecycle.detect_ms + found.lifecycle.restore.reduce((sum, each) => sum + each.ms, 0)).toBe(6 * 3_600_000);
    // Nobody took it up before it was resolved, so nothing is said about when work began.
    expect(found.lifecycle).toMatchObject({ taken: 0, respond_ms: 0, repair_ms: 0 });
    const hosting = found.parts.find((each) => each.part === name('hosting'));
    expect(hosting?.incidents).toEqual(found.outages[0]?.incidents);
    expect([...found.single_points].sort()).toEqual([name('hosting'), name('identity'), name('desktop')].sort());
    expect(found.redundant).toMatchObject([{ within: name('network'), need: 1, same_provider: false }]);
    const strict = { ...(await planOf('availability_plan', 'workplace')), target: 998_000 };
    const [first] = (await availabilityOf(world.house, strict)).parts;
    expect([name('hosting'), name('identity')]).toContain(first?.part);
    expect(first?.to_ppm).toBeGreaterThan(999_000);
  });

  it('a planned step carries the effect that was computed for it', async () => {
    const { steps } = (await planOf('availability_plan', 'workplace')) as AnyRow & { steps: { before_ppm: number; expected_ppm: number; kind: string }[] };
    expect(steps.map((each) => each.kind)).toEqual(['improve', 'double']);
    expect(steps[0]?.expected_ppm).toBe(Math.floor((1 - 0.003 ** 2) * 0.9995 * 0.999 * 0.9995 * 1e6));
  });

  it('capacity: the day on which the forecast passes what is contracted, within its interval, and the peak of those who share it', async () => {
    const found = await capacityOf(world.house, await planOf('capacity_plan', 'hosting'));
    expect(found.crosses_on).not.toBeNull();
    const months = (Date.parse(found.crosses_on ?? '') - monday) / (30 * day);
    expect(months).toBeGreaterThan(2);
    expect(months).toBeLessThan(5);
    expect((found.earliest_on ?? '') < (found.crosses_on ?? '')).toBe(true);
    expect(found.peak).toMatchObject({ sum: 56, spare: 4, silent: [] });
    expect(found.verdict).toBe('bad');
    expect(found.mape).toBeLessThan(0.05);
    const idle = await capacityOf(world.house, await planOf('capacity_plan', 'printing'));
    expect(idle.unused_minor).toBe(Math.round((90_000 * 350_000) / 1e6));
  });

  it('continuity: the chain is too slow, and says which part of it', async () => {
    const found = await continuityOf(world.house, await planOf('continuity_plan', 'workplace'));
    expect(found.time).toMatchObject({ minutes: 480 + 45, slowest: name('hosting'), unknown: [] });
    expect(found).toMatchObject({ slack: 360 - 525, verdict: 'bad' });
    expect(found.suppliers.map((each) => each.verdict).sort()).toEqual(['bad', 'bad', 'good', 'warn']);
    // A part without steps and without parts has no way back to add up; it is not back at once.
    expect((await continuityOf(world.house, await planOf('continuity_plan', 'hosting'))).slack).toBeNull();
    const kept = await continuityOf(world.house, await planOf('continuity_plan', 'care-record'));
    expect(kept).toMatchObject({ slack: 600 - 525, verdict: 'good' });
  });

  it('a failed test opens a problem and names it', async () => {
    const failed = await row('continuity_test', "state = 'failed'");
    const problem = await row('problem', 'id = $1', [String(failed.problem)]);
    expect(problem).toMatchObject({ service: name('workplace'), source: 'review' });
    expect((await planOf('continuity_plan', 'workplace')).last_test).toBe(failed.id);
  });

  it('cost: everything arrives, the price of a service is the sum of its parts, and a second run is the same', async () => {
    const frozen = await row('cost_model', "state = 'run'");
    const found = await costOf(world.house, frozen);
    const charged = found.charges.reduce((sum, each) => sum + each.cost_minor, 0);
    expect(charged + found.unallocated_minor).toBe(found.outcome?.total_minor);
    for (const price of found.prices) expect(price.parts.reduce((sum, each) => sum + each.amount_minor, 0)).toBe(price.amount_minor);
    const total = 280_000 + 190_000 + 760_000 + 310_000 + 180_000 + 172_500 + 238_000 + 182_000 + 148_500 + 91_333;
    expect(found.outcome?.total_minor).toBe(total);
    const again = await costOf(world.house, { ...frozen, outcome: null, line_sums: null });
    expect(again.outcome).toEqual(found.outcome);
    expect(found.compared.every((each) => each.direct !== null && each.step_down !== null && each.reciprocal !== null)).toBe(true);
    const noord = found.charges.find((each) => each.customer === world.id('organisation.waterschap-noord') && each.service === name('workplace'));
    expect(noord?.fees_minor).toBe(950_000);
    expect(noord?.margin_minor).toBe(950_000 - (noord?.credits_minor ?? 0) - (noord?.cost_minor ?? 0));
  });

  it('cost lines of a frozen model stay as they are', async () => {
    const line = await row('cost_line', 'pool = $1', ['identity']);
    expect(await world.stage.tryAct('kees', 'cost_line', 'edit', { target: line.id, input: { amount_minor: 1 } })).toBeNull();
  });

  it('risks: one came back by itself, accepted ones elsewhere are shown, and who would be hit follows the composition', async () => {
    const found = await riskRegister(world.house);
    expect(found.cells.reduce((sum, each) => sum + each.open + each.accepted, 0)).toBe(8);
    expect(found.expired.map((each) => each.title)).toEqual(['Only one engineer knows the sign-in connectors']);
    expect(found.ending.map((each) => each.title)).toEqual(['Both lines run through the same bridge']);
    const reach = await reachOf(world.house, await row('risk', 'service = $1', [name('identity')]));
    expect(reach.services).toEqual(expect.arrayContaining([name('identity'), name('workplace'), name('care-record')]));
    expect(reach.customers).toHaveLength(3);
    const mine = await world.house.db.query<{ open: boolean; owner: string }>('select open, owner from risk where expired_on is not null');
    expect(mine).toEqual([{ open: true, owner: world.id('person.eva') }]);
  });

  it('the portfolio follows the services, and shows what they earn and cost in a year', async () => {
    const cards = await portfolioBoard(world.house);
    const workplace = cards.find((each) => each.service === name('workplace'));
    expect(workplace).toMatchObject({ state: 'catalogue', fees_minor: 2 * 12 * 950_000 });
    expect(workplace?.run_minor).toBeGreaterThan(0);
    expect(cards.filter((each) => each.overdue).map((each) => each.name)).toEqual(['Care record']);
  });

  it('the overview costs as many queries for nine services as for thirty', async () => {
    const counted = async (): Promise<{ queries: number; services: number }> => {
      let queries = 0;
      const db: Db = {
        ...world.house.db,
        query: (sql, params, options) => {
          queries += 1;
          return world.house.db.query(sql, params, options);
        },
      };
      const house: House = { ...world.house, db };
      const { services } = await planningOverview(house);
      return { queries, services: services.length };
    };
    const few = await counted();
    for (let n = 0; n < 21; n += 1) {
      const input = {
        code: `extra-${n}`,
        name: `Extra ${n}`,
        criticality: 'low',
        provider: world.id('organisation.delta'),
        composition: { all: [{ part: name('network') }] },
      };
      await world.stage.act('admin', 'service', 'open', { input });
    }
    const many = await counted();
    expect(many).toEqual({ queries: few.queries, services: few.services + 21 });
    // Nor with plans that count records.
    for (const [at, code] of ['identity', 'network', 'desktop'].entries()) {
      const source = at === 0 ? 'work_orders' : 'incidents';
      const input = { service: name(code), resource: 'Engineers', unit: 'records', source, contracted: 40 };
      await world.stage.act('kees', 'capacity_plan', 'open', { input });
    }
    expect((await counted()).queries).toBe(few.queries);
    const [own] = (await planningOverview(world.house)).services.filter((each) => each.service === name('hosting'));
    expect(own?.capacity.plans).toBe(1);
  });

  it('the overview gives each service its verdicts', async () => {
    const { services, tested, critical } = await planningOverview(world.house);
    const workplace = services.find((each) => each.service === name('workplace'));
    expect(workplace).toMatchObject({ continuity: { verdict: 'bad' }, risk: { verdict: 'bad' }, capacity: { plans: 1 } });
    expect([tested, critical]).toEqual([2, 5]);
  });
});

const iso = (at: number): string => new Date(at).toISOString();
