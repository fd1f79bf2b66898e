// An item fails: one incident, the right customers, redundancy counted; the agent who names an item, and the one who knows better.
import { beforeAll, expect, it } from 'vitest';
import type { PersonCode } from '../src/app/demo/cast.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { asSystem } from '../src/kernel/scope.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { namedBy, receiveSignals } from '../src/practices/event/queries.ts';
import type { Felt } from '../src/practices/incident/fields.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

eachDatabase('an item fails', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await openWorld(await open({ with: { statementTimeoutMs: 120_000 } }));
  }, 180_000);
  const item = (code: string): string => w.id(`item.${code}`);
  const service = (code: string): string => w.id(`service.${code}`);
  const org = (code: string): string => w.id(`organisation.${code}`);
  const iso = (): string => new Date(w.house.clock.now()).toISOString();
  const alarm = async (hint: string, change: { readonly severity?: 'warning'; readonly action?: 'clear' } = {}): Promise<void> => {
    const signal = {
      dedup_key: hint,
      action: 'trigger',
      summary: `${hint} down`,
      severity: 'critical',
      started_at: iso(),
      cleared_at: null,
      labels: {},
      hints: [hint],
    } as const;
    const cleared = change.action ? { started_at: null, cleared_at: iso() } : {};
    const intake = {
      db: w.house.db,
      now: iso(),
      perform: (each: object) => perform(w.house, { ...each, actor: asSystem('alarms'), channel: 'webhook' } as never),
    };
    await receiveSignals(intake, { signals: [{ ...signal, ...change, ...cleared }], source: 'Zabbix', customer: null });
    await w.runner.drain();
  };
  const incidents = (): Promise<AnyRow[]> => w.house.db.query<AnyRow>('select * from incident where open order by length(id), id');
  const ask = async (who: PersonCode, command: string, target: string | null, input: Input) => {
    const outcome = await perform(w.house, { id: w.house.chance.uuid(), record: 'incident', command, target, input, actor: w.actor(who), channel: 'web' });
    await w.runner.drain();
    return isRefusal(outcome) ? outcome : outcome.row;
  };
  const act = async (who: PersonCode, command: string, target: string | null, input: Input): Promise<AnyRow> => {
    const row = await ask(who, command, target, input);
    if (!('id' in row)) throw new Error(JSON.stringify(row));
    return row as AnyRow;
  };
  const over = async (): Promise<void> => {
    for (const each of await w.house.db.query<{ id: string }>('select id from event where open'))
      await perform(w.house, {
        id: w.house.chance.uuid(),
        record: 'event',
        command: 'ignore',
        target: each.id,
        input: { note: 'x' },
        actor: w.actor('eva'),
        channel: 'web',
      });
    for (const each of await incidents()) await act('eva', 'cancel', each.id, { note: 'x' });
    await w.pass(24 * 60);
  };
  const felt = (row: AnyRow | undefined): string[] => ((row?.fan_out ?? []) as Felt[]).map((each) => `${each.service} ${each.customer} ${each.effect}`).sort();

  it('opens one incident for everybody who feels it, with what is left of each service', async () => {
    await alarm('HV-ALM-1');
    const [row, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      item: item('hv-1'),
      part: null,
      effect: 'degraded',
      computed_effect: 'degraded',
      computed_impact: row?.impact,
      source: 'monitoring',
    });
    expect(felt(row)).toContain(`${service('care-record')} ${org('pflege-ems')} degraded`);
    expect(felt(row).every((each) => each.endsWith('degraded'))).toBe(true);
    expect(row?.affected_customers).toContain(org('pflege-ems'));
    const [event] = await w.house.db.query<AnyRow>('select * from event where open');
    expect(event).toMatchObject({ item: item('hv-1'), incident: row?.id });
  });

  it('a second host of the three takes down what the first only weakened', async () => {
    await w.pass(60);
    await alarm('hv-alm-2');
    const [first, second] = await incidents();
    expect(first).toMatchObject({ effect: 'degraded' });
    expect(second).toMatchObject({ item: item('hv-2'), effect: 'down', computed_effect: 'down' });
    expect(felt(second)).toContain(`${service('care-record')} ${org('pflege-ems')} down`);
    await over();
  });

  it('joins what stands on it to the same incident, whichever came first, and names the service it takes down', async () => {
    for (const order of [
      ['NL-4471', 'network'],
      ['network', 'NL-4471'],
    ]) {
      for (const each of order) await alarm(each);
      const rows = await incidents();
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ item: item('circuit-north'), part: service('line-a') });
      await over();
    }
  });

  it('is heard by name or alias in any case, never by a name that two share, and by customers only beneath their own services', async () => {
    const found = async (hints: string[], customer: string | null = null) => Object.fromEntries((await namedBy(w.house.db, { hints, customer })).items);
    expect(await found(['hv-ALM-1', 'nl-4471', 'unknown'])).toEqual({ 'hv-alm-1': item('hv-1'), 'nl-4471': item('circuit-north') });
    const twin = { name: 'SAN-ALM-1', type: w.id('item_type.storage'), owner: org('delta'), attributes: {}, status: 'live' };
    const { id } = await w.stage.act('chloe', 'configuration_item', 'open', { input: twin });
    expect(await found(['SAN-ALM-1'])).toEqual({});
    await w.stage.act('eva', 'configuration_item', 'retire', { target: id });
    expect(await found(['SAN-ALM-1'])).toEqual({ 'san-alm-1': item('san-1') });
    expect(await found(['vm-care-db-1'], org('pflege-ems'))).toEqual({ 'vm-care-db-1': item('vm-care-db') });
    expect(await found(['vm-care-db-1'], org('gemeente-zuiderdam'))).toEqual({});
  });

  it('that carries nothing opens nothing; the event stays for people to see', async () => {
    await w.stage.act('chloe', 'configuration_item', 'open', {
      input: { name: 'Loner', type: w.id('item_type.server'), owner: org('delta'), attributes: {}, status: 'live' },
    });
    await alarm('loner');
    expect(await incidents()).toEqual([]);
    await over();
  });

  it('named by an agent: what was computed stands beside, and concerns nobody until it is taken over', async () => {
    const [workplace, noord] = [service('workplace'), org('waterschap-noord')];
    const opened = await act('anna', 'open', null, { title: 'Slow', service: workplace, customer: noord, impact: 'low', urgency: 'low' });
    expect(await ask('anna', 'follow_impact', opened.id, {})).toMatchObject({ refused: 'incident.impact.nothing_computed' });
    const named = await act('anna', 'name_item', opened.id, { item: item('sso') });
    expect(named).toMatchObject({ item: item('sso'), computed_effect: 'down', computed_impact: 'high', impact: 'low', affected_customers: [noord] });
    const taken = await act('anna', 'follow_impact', opened.id, {});
    expect(taken).toMatchObject({ impact: 'high', effect: 'down', impact_reason: null });
    expect((taken.affected_customers as string[]).length).toBeGreaterThan(1);
    expect(taken.priority).toBeLessThan(opened.priority as number);
    await over();
  });

  it('a person who knows better sets it by hand with a reason; further alarms keep both', async () => {
    await alarm('hv-alm-1');
    const [row] = await incidents();
    const said = { impact: 'low', effect: 'none', impact_reason: 'Moved everything yesterday.' };
    expect(await ask('anna', 'override_impact', String(row?.id), { impact: 'low' })).toMatchObject({ refused: 'field.required', field: 'impact_reason' });
    expect(await act('anna', 'override_impact', String(row?.id), said)).toMatchObject({
      ...said,
      computed_effect: 'degraded',
      computed_impact: row?.computed_impact,
    });
    await alarm('hosting');
    const [still, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(still).toMatchObject({ ...said, computed_effect: 'down', computed_impact: 'high' });
    expect(await act('anna', 'follow_impact', String(row?.id), {})).toMatchObject({ impact_reason: null });
    await over();
  });
});
