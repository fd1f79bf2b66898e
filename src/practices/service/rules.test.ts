// Services: given what exists, when one is named, composed, launched or retired, then it holds together or is refused by name.
import { describe, expect, it } from 'vitest';
import { aFact, changesOf, customerManager, judging, rowOf, serviceLevelManager, supplierManager } from '../../../test/judge.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { allows, asSystem } from '../../kernel/scope.ts';
import { serviceReactions } from './reactions.ts';
import { service } from './record.ts';
import { type ServiceGiven, serviceRules } from './rules.ts';

const known = (name: string, state = 'live') => ({ name, state });
const nothing: ServiceGiven = {
  services: new Map([
    ['SVC-1', known('Tunnel')],
    ['SVC-2', known('Power')],
    ['SVC-3', known('Network', 'draft')],
  ]),
  graph: {},
  namesakes: [],
  provider: null,
  team: null,
  customers: [],
};
const ask = judging(service, serviceRules, nothing);
const draft = { id: 'SVC-7', name: 'Tunnel control', code: 'tunnel-control', provider: 'ORG-1', criticality: 'high', aliases: [], customers: [] };
const input = { name: 'Tunnel control', code: 'tunnel-control', provider: 'ORG-1', criticality: 'high' };

describe('a new service', () => {
  it('starts as a draft, without aliases and promised to nobody', () => {
    expect(changesOf(ask({ command: 'open', input }))).toEqual({ ...input, state: 'draft', aliases: [], customers: [] });
    expect(changesOf(ask({ command: 'open', input: { ...input, aliases: ['tc4'] } })).aliases).toEqual(['tc4']);
  });

  it('needs a code that can be typed anywhere', () => {
    for (const code of ['Tunnel', 'tunnel 4', '-tunnel', 'tünnel']) {
      expect(ask({ command: 'open', input: { ...input, code } })).toMatchObject({ refused: 'service.code_not_slug', field: 'code' });
    }
    expect(isRefusal(ask({ command: 'open', input: { ...input, code: '4.tunnel_west-1' } }))).toBe(false);
  });

  it('shares no name with another, whether code or alias', () => {
    const namesakes = [{ id: 'SVC-2', name: 'Power', names: ['power', 'pwr'] }];
    expect(ask({ command: 'open', input: { ...input, code: 'pwr' }, given: { namesakes } })).toEqual({
      refused: 'service.alias_taken',
      field: 'code',
      params: { alias: 'pwr', service: 'Power' },
    });
    expect(ask({ command: 'edit', row: draft, input: { aliases: ['power'] }, given: { namesakes } })).toMatchObject({ field: 'aliases' });
    expect(isRefusal(ask({ command: 'edit', row: { ...draft, id: 'SVC-2' }, input: { aliases: ['pwr'] }, given: { namesakes } }))).toBe(false);
  });

  it('has a provider that is not ended, and a team of that provider', () => {
    expect(ask({ command: 'open', input, given: { provider: { name: 'Old', open: false } } })).toMatchObject({ refused: 'service.provider_ended' });
    const given = { provider: { name: 'House', open: true }, team: { name: 'Ops', organisation: 'ORG-5' } };
    expect(ask({ command: 'open', input: { ...input, team: 'TEAM-1' }, given })).toMatchObject({
      refused: 'service.team_elsewhere',
      field: 'team',
      params: { team: 'Ops', provider: 'House' },
    });
    expect(
      ask({ command: 'edit', row: draft, input: { provider: 'ORG-5' }, given: { ...given, team: { name: 'Desk', organisation: 'ORG-1' } } }),
    ).toMatchObject({
      refused: 'service.team_elsewhere',
    });
    expect(isRefusal(ask({ command: 'edit', row: draft, input: { provider: 'ORG-5' }, given }))).toBe(false);
    expect(isRefusal(ask({ command: 'edit', row: draft, input: { team: 'TEAM-2' }, given: { team: { name: 'Desk', organisation: 'ORG-1' } } }))).toBe(false);
  });

  it('is kept by the integrator’s managers only', () => {
    expect(ask({ command: 'open', input, actor: supplierManager })).toMatchObject({ refused: 'not_allowed' });
    expect(isRefusal(ask({ command: 'open', input, actor: serviceLevelManager }))).toBe(false);
  });
});

describe('composing', () => {
  const compose = (composition: unknown, given: Partial<ServiceGiven> = {}, row: object = draft) =>
    ask({ command: 'compose', row: { ...draft, ...row }, input: { composition }, given });

  it('takes all, any and k of n, in groups, and tells how many parts', () => {
    const composition = { all: [{ part: 'SVC-1' }, { any: [{ part: 'SVC-2' }, { k: 1, of: [{ part: 'SVC-3' }, { part: 'SVC-1' }] }] }] };
    expect(compose(composition)).toMatchObject({ changes: { composition }, params: { parts: 3 } });
  });

  it('can be taken away again', () => {
    expect(changesOf(compose(null, {}, { composition: { part: 'SVC-1' } }))).toEqual({ composition: null });
    expect(changesOf(ask({ command: 'compose', row: { ...draft, composition: { part: 'SVC-1' } } }))).toEqual({ composition: null });
  });

  it('refuses itself, and names the whole circle', () => {
    expect(compose({ part: 'SVC-7' })).toMatchObject({ refused: 'service.compose.cycle', params: { path: 'Tunnel control > Tunnel control' } });
    const graph = { 'SVC-2': { part: 'SVC-7' }, 'SVC-1': { any: [{ part: 'SVC-2' }] } };
    expect(compose({ all: [{ part: 'SVC-3' }, { part: 'SVC-1' }] }, { graph })).toEqual({
      refused: 'service.compose.cycle',
      field: 'composition',
      params: { path: 'Tunnel control > Tunnel > Power > Tunnel control' },
    });
  });

  it('lets a part be shared, which is no circle', () => {
    const graph = { 'SVC-1': { part: 'SVC-3' }, 'SVC-2': { part: 'SVC-3' } };
    expect(isRefusal(compose({ all: [{ part: 'SVC-1' }, { part: 'SVC-2' }] }, { graph }))).toBe(false);
  });

  it('refuses what is no service any more', () => {
    expect(compose({ all: [{ part: 'SVC-1' }, { part: 'SVC-99' }] })).toEqual({
      refused: 'service.compose.unknown_part',
      field: 'composition',
      params: { part: 'SVC-99' },
    });
  });

  it('refuses nonsense, hostile depth and endless lists', () => {
    expect(compose({ k: 3, of: [{ part: 'SVC-1' }] })).toMatchObject({ refused: 'service.compose.fault' });
    expect(compose({ all: [] })).toMatchObject({ refused: 'field.not_shape' });
    expect(compose({ part: 'SVC-1', all: [] })).toMatchObject({ refused: 'field.not_shape' });
    expect(compose({ part: "SVC-1'; drop table service" })).toMatchObject({ refused: 'field.not_shape' });
    const nested = (depth: number): object => (depth === 0 ? { part: 'SVC-1' } : { any: [nested(depth - 1)] });
    expect(isRefusal(compose(nested(5)))).toBe(false);
    expect(compose(nested(6))).toMatchObject({ refused: 'service.compose.too_large', params: { deep: 5 } });
    expect(compose(nested(5000))).toMatchObject({ refused: 'field.not_shape' });
    const many = Array.from({ length: 101 }, (_, i) => ({ part: `SVC-${i + 100}` }));
    expect(compose({ all: many })).toMatchObject({ refused: 'service.compose.too_large', params: { most: 100 } });
  });

  it('puts a live service on live parts only', () => {
    expect(compose({ part: 'SVC-3' }, {}, { state: 'live' })).toMatchObject({ refused: 'service.launch.part_not_live', params: { part: 'Network' } });
    expect(isRefusal(compose({ part: 'SVC-3' }))).toBe(false);
  });
});

describe('the life of a service', () => {
  it('goes into production once its parts are', () => {
    expect(changesOf(ask({ command: 'launch', row: { ...draft, composition: { part: 'SVC-1' } } }))).toEqual({ state: 'live' });
    expect(ask({ command: 'launch', row: { ...draft, composition: { any: [{ part: 'SVC-1' }, { part: 'SVC-3' }] } } })).toMatchObject({
      refused: 'service.launch.part_not_live',
      params: { part: 'Network' },
    });
    expect(ask({ command: 'launch', row: { ...draft, state: 'live' } })).toMatchObject({ refused: 'wrong_state' });
  });

  it('does not retire while something live needs it or somebody was promised it', () => {
    const live = { ...draft, id: 'SVC-2', state: 'live' };
    const graph = { 'SVC-3': { part: 'SVC-2' } };
    expect(changesOf(ask({ command: 'retire', row: live, given: { graph } }))).toEqual({ state: 'retired' });
    expect(ask({ command: 'retire', row: live, given: { graph: { ...graph, 'SVC-1': { any: [{ part: 'SVC-2' }] } } } })).toMatchObject({
      refused: 'service.retire.still_part',
      params: { whole: 'Tunnel' },
    });
    expect(ask({ command: 'retire', row: live, given: { customers: [{ id: 'ORG-2', name: 'North' }] } })).toMatchObject({
      refused: 'service.retire.still_promised',
      params: { customer: 'North' },
    });
  });

  it('is served to those whom it is promised to, by the product itself only', () => {
    const given = {
      customers: [
        { id: 'ORG-2', name: 'North' },
        { id: 'ORG-3', name: 'South' },
      ],
    };
    expect(changesOf(ask({ command: 'serve', row: draft, given, actor: asSystem('serve') }))).toEqual({ customers: ['ORG-2', 'ORG-3'] });
    expect(ask({ command: 'serve', row: draft, given })).toMatchObject({ refused: 'not_allowed' });
  });

  it('hears of promises that begin and end', () => {
    const [reaction] = serviceReactions;
    expect(reaction?.on).toEqual(['promise.signed', 'promise.ended', 'promise.lapsed']);
    const fact = aFact({ record: 'promise', record_id: 'PRM-1', fact: 'promise.signed' });
    expect(reaction?.react(fact, rowOf(service, { service: 'SVC-7' }), undefined)).toEqual([
      { record: 'service', command: 'serve', target: 'SVC-7', input: {} },
    ]);
  });
});

describe('who sees a service', () => {
  const row = { provider: 'ORG-5', customers: ['ORG-2'] };
  it('the integrator, its provider, and those it is promised to', () => {
    expect(allows(service.see, serviceLevelManager, row)).toBe(true);
    expect(allows(service.see, supplierManager, row)).toBe(true);
    expect(allows(service.see, customerManager, row)).toBe(true);
    expect(allows(service.see, { ...customerManager, parties: ['ORG-3'] }, row)).toBe(false);
  });

  it('a customer is shown neither its parts nor its other customers', () => {
    const hidden = Object.entries(service.fields).flatMap(([name, field]) =>
      'shown_to' in field && !(field.shown_to as readonly string[]).includes('customer') ? [name] : [],
    );
    expect(hidden).toEqual(['aliases', 'team', 'composition', 'customers']);
  });
});
