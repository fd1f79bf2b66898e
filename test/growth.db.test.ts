// The ladder of contracting on a real database: each gate seen not met and then met, the stage climbing, as it was a quarter ago, and its cost.
import { beforeAll, expect, it } from 'vitest';
import { growthFor } from '../src/app/growth.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Actor } from '../src/kernel/scope.ts';
import type { Growth, GrowthAnswer } from '../src/practices/growth/growth.record.ts';
import { eachDatabase } from './db-env.ts';
import { type ImportWorld, importWorld } from './import-world.ts';

eachDatabase('the ladder of contracting', (open) => {
  let w: ImportWorld;
  const ids: Record<string, string> = {};
  let statements = 0;
  const id = (name: string): string => ids[name] ?? '';
  const answer = async (asked: { actor?: Actor; customer?: string; as_of?: string } = {}): Promise<GrowthAnswer> => {
    const found = await growthFor(w.house, { actor: w.admin, ...asked });
    if (isRefusal(found)) throw new Error(JSON.stringify(found));
    return found;
  };
  const cell = async (asked = {}): Promise<Growth> => (await answer(asked)).data.find((each) => each.service === id('whole')) as Growth;
  const met = async (gate: string): Promise<boolean> => (await cell()).stages.some((stage) => stage.gates.some((each) => each.gate === gate && each.met));
  /** Not met before, met after: a gate that always says the same would be none. */
  const opens = async (gate: string, does: () => Promise<unknown>): Promise<void> => {
    expect(await met(gate), `${gate} before`).toBe(false);
    await does();
    expect(await met(gate), `${gate} after`).toBe(true);
  };
  const sql = (text: string, params: readonly string[] = []) => w.house.db.query(text, params);
  const now = (): number => w.house.clock.now();
  const ago = (days: number): string => new Date(now() - days * 86_400_000).toISOString();
  const promise = async (more: Record<string, unknown>, risk: Record<string, unknown> = {}): Promise<string> => {
    const base = { name: 'Promise', provider: w.own, customer: id('customer'), service: id('whole'), calendar: id('calendar'), measured_per: 'month' };
    const draft = await w.act('promise', 'open', { ...base, targets: { 1: 600, 2: 600, 3: 600, 4: 600, 5: 600 }, ...more });
    return (await w.act('promise', 'sign', { valid_from: ago(400).slice(0, 10), ...risk }, draft.id)).id;
  };
  const incidents = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1)
      await w.act('incident', 'open', { title: `Case ${n}`, service: id('whole'), customer: id('customer'), team: id('team') });
  };

  beforeAll(async () => {
    const db = await open();
    w = await importWorld({
      ...db,
      query: (text, params, options) => {
        statements += 1;
        return db.query(text, params, options);
      },
      batch: (list) => {
        statements += list.length;
        return db.batch(list);
      },
    });
    for (const impact of ['high', 'medium', 'low'])
      for (const urgency of ['high', 'medium', 'low']) await w.act('priority_rule', 'add', { impact, urgency, priority: 3 });
    ids.team = (await w.act('team', 'open', { name: 'Desk', organisation: w.own })).id;
    ids.person = (await w.act('person', 'open', { name: 'Rosa', organisation: w.own, email: 'rosa@example.org' })).id;
    await w.act('membership', 'open', { person: id('person'), organisation: w.own, role: 'service_level_manager', team: id('team') });
    for (const [code, name] of Object.entries({ customer: 'Alpha', other: 'Bravo', supplier: 'Secret supplier' }))
      ids[code] = (await w.act('organisation', 'open', { name, code, language: 'en', zone: 'UTC' })).id;
    const week = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    ids.calendar = (await w.act('calendar', 'open', { name: 'Always', zone: 'UTC', week })).id;
    for (const [code, provider] of Object.entries({ whole: w.own, hosted: id('supplier'), own: w.own }))
      ids[code] = (await w.act('service', 'open', { name: code, code, provider, criticality: 'high', team: code === 'hosted' ? null : id('team') })).id;
    for (const code of ['whole', 'hosted', 'own']) await w.act('service', 'launch', {}, id(code));
    await sql('update service set customers = array[$1] where id = $2', [id('customer'), id('whole')]);
    await incidents(1);
  });

  it('climbs with the evidence, gate by gate', async () => {
    expect(await cell()).toMatchObject({ stage: 0, before: null, next: { stage: 1, distance: 3 } });
    await opens('in_catalogue', () => w.act('service', 'edit', { description: 'What it is' }, id('whole')));
    await opens('promised', () => promise({ metric: 'respond' }));
    await opens('clock_data', async () => {
      const incident = await w.act('incident', 'open', { title: 'Case', service: id('whole'), customer: id('customer'), team: id('team') });
      await w.act('incident', 'resolve', { resolution: 'fixed', note: 'Done' }, incident.id);
    });
    expect((await cell()).stage).toBe(1);
    await opens('level_promised', async () => {
      ids.restore = await promise({ metric: 'restore' });
    });
    await opens('items_registered', async () => {
      const type = (await w.act('item_type', 'open', { name: 'Device', code: 'device', attributes: [] })).id;
      const item = (await w.act('configuration_item', 'open', { name: 'Server', type, status: 'live' })).id;
      await w.act('item_relation', 'open', { subject: id('whole'), kind: 'needs', object: item });
    });
    await opens('incident_in_place', async () => {
      await incidents(2);
      await sql('update incident set resolved_at = $1', [ago(2)]);
    });
    await opens('change_in_place', async () => {
      ids.change = (await w.act('change', 'open', { title: 'Patch', type: 'normal', services: [id('whole')], affected_customers: [id('customer')] })).id;
      await sql('update change set reviewed_at = $1 where id = $2', [ago(3), id('change')]);
    });
    expect((await cell()).stage).toBe(2);
    await opens('composed', () => w.act('service', 'compose', { composition: { all: [{ part: id('hosted') }, { part: id('own') }] } }, id('whole')));
    expect((await cell()).stages[3]?.gates.find((each) => each.gate === 'chain_backed')).toMatchObject({ lacks: [id('hosted')], missing: 2 });
    await opens('chain_backed', () =>
      promise({ service: id('hosted'), provider: id('supplier'), customer: w.own, metric: 'repair', targets: { 1: 60, 2: 60, 3: 60, 4: 60, 5: 60 } }),
    );
    const always = { metric: 'availability', targets: null, availability: 990_000, customer: w.own };
    await promise({ ...always, service: id('hosted'), provider: id('supplier') });
    await promise({ ...always, service: id('own') });
    await opens('end_to_end', () => promise({ metric: 'availability', targets: null, availability: 900_000 }));
    await opens('problem_in_place', () => w.act('problem', 'open', { title: 'Why', service: id('hosted'), team: id('team') }));
    await opens('reported', async () => {
      const report = await w.act('service_report', 'open', { customer: id('customer'), period_from: ago(35).slice(0, 10) });
      await w.act('service_report', 'freeze', {}, report.id);
    });
    const quick = { metric: 'repair', targets: { 1: 60, 2: 60, 3: 60, 4: 60, 5: 60 }, service: id('own'), customer: w.own };
    await opens('chain_feasible', async () => {
      await promise(quick);
      await promise({ ...quick, metric: 'respond', service: id('whole') });
    });
    expect((await cell()).stage).toBe(3);
    await opens('priced', async () => {
      await sql("update promise set fee_minor = 100 where customer = $1 and metric = 'repair'", [w.own]);
      expect(await met('priced')).toBe(false);
      await sql("update promise set fee_minor = 100 where customer = $1 and metric = 'restore'", [id('customer')]);
    });
    await opens('outcome_promised', () => promise({ metric: 'satisfaction', targets: null, satisfied: 800_000 }));
    await opens('experience_measured', () => sql('update incident set rated_at = $1', [ago(1)]));
    // Rows as they end up after weeks of work: what leads there is tested with those records.
    const row = (state: string) => `1, '${state}', false, null, now(), now(), now(), '{}'`;
    await opens('continuity_tested', () =>
      sql(
        `insert into continuity_test (id, version, state, open, due, opened_at, updated_at, closed_at, extra, name, plan, service, kind, planned_on, owner, ran_on, restored)
         values ('CTT-900', ${row('done')}, 'Restore', 'CTP-900', $1, 'full', $2::date, $3, $2::date, true)`,
        [id('hosted'), ago(20), id('person')],
      ),
    );
    await opens('reviewed', () =>
      sql(
        `insert into meeting (id, version, state, open, due, opened_at, updated_at, closed_at, extra, title, forum, kind, level, customer, starts_at, chair, present, parties)
         values ('MTG-900', ${row('held')}, 'Review', 'FRM-900', 'review', 'tactical', $1, $2, $3, '{}', '{}')`,
        [id('customer'), ago(20), id('person')],
      ),
    );
    await opens('improved', () =>
      sql(
        `insert into improvement (id, version, state, open, due, opened_at, updated_at, closed_at, extra, title, level, customer, source_kind, measured_at)
         values ('IMP-900', ${row('done')}, 'Better', 'tactical', $1, 'review', $2)`,
        [id('customer'), ago(20)],
      ),
    );
    expect(await cell()).toMatchObject({ stage: 4, next: null });
    expect(await met('chain_feasible')).toBe(true);
    const weak = { metric: 'fulfil', targets: { 1: 30, 2: 30, 3: 30, 4: 30, 5: 30 } };
    const risky = await promise(weak, { accepted_risk: 'We try', risk_owner: id('person'), risk_until: ago(-30).slice(0, 10) });
    expect(await met('chain_feasible')).toBe(true);
    await sql('update promise set risk_until = $1 where id = $2', [ago(1).slice(0, 10), risky]);
    expect((await cell()).stages[3]?.gates.find((each) => each.gate === 'chain_feasible')).toMatchObject({ met: false, lacks: [risky] });
    expect((await cell()).stage).toBe(2);
    await sql("update promise set state = 'ended', open = false, closed_at = $1 where id = $2", [ago(0), risky]);
  });

  it('was lower a quarter ago, as the records were then', async () => {
    expect(await cell()).toMatchObject({ stage: 4, before: null });
    for (const table of ['promise', 'service', 'configuration_item', 'item_relation', 'incident', 'clock'])
      await sql(`update ${table} set ${table === 'clock' ? 'started_at = $1, stopped_at = $1' : 'opened_at = $1'}`, [ago(120)]);
    await sql("update promise set opened_at = $1 where metric = 'satisfaction'", [ago(10)]);
    expect((await cell()).before).toBe(1);
    expect((await cell({ as_of: ago(100).slice(0, 10) })).stage).toBe(1);
    await sql("update promise set closed_at = $1 where customer = $2 and metric <> 'satisfaction'", [ago(100), id('customer')]);
    expect((await cell()).before).toBe(0);
  });

  it('shows a customer’s manager their own row, without who is behind, and nobody else anything', async () => {
    const manager: Actor = { ...w.admin, side: 'customer', organisation: id('customer'), parties: [id('customer')], roles: ['customer_manager'] };
    const own = await answer({ actor: manager });
    expect(own.data.map((each) => each.customer)).toEqual([id('customer')]);
    expect(JSON.stringify(own)).not.toMatch(/Secret supplier|hosted/);
    expect(JSON.stringify(own)).not.toContain(id('supplier'));
    expect(JSON.stringify(await answer())).toContain(id('hosted'));
    const refused = (actor: Actor, customer?: string) => growthFor(w.house, { actor, customer });
    expect(await refused(manager, id('other'))).toMatchObject({ refused: 'not_found' });
    expect(await refused({ ...manager, roles: ['customer_user'] })).toMatchObject({ refused: 'not_allowed' });
    expect(await refused({ ...manager, side: 'supplier', roles: ['supplier_manager'] })).toMatchObject({ refused: 'not_allowed' });
    expect(await growthFor(w.house, { actor: w.admin, as_of: '2026-02-30' })).toMatchObject({ refused: 'field.not_date', field: 'as_of' });
  });

  it('is asked with as many statements for many customers as for one', async () => {
    const cost = async (): Promise<number> => {
      const before = statements;
      await answer();
      return statements - before;
    };
    await cost();
    const few = await cost();
    for (let n = 0; n < 8; n += 1) {
      const customer = (await w.act('organisation', 'open', { name: `Many ${n}`, code: `many-${n}`, language: 'en', zone: 'UTC' })).id;
      await promise({ customer, metric: 'respond' });
    }
    expect((await answer()).data.length).toBeGreaterThan(8);
    expect(await cost()).toBe(few);
  });
});
