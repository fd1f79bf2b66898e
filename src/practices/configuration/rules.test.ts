// The rules of configuration, given / when / then: attributes by type, relations that hold together, and what a verification finds.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../kernel/decide.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import { type KnownType, wrongAttributes } from './attributes.ts';
import type { Difference } from './difference.record.ts';
import { type ItemRelationGiven, itemRelationRules, pathTo } from './item-relation.rules.ts';
import { itemTypeRules } from './item-type.rules.ts';
import { configurationItemRules, type ItemGiven } from './rules.ts';
import { correct } from './verification.reactions.ts';
import { compareFound, type Recorded, verificationRules } from './verification.rules.ts';

const at = '2026-03-16T08:00:00.000Z';
const judge = <G>(
  rule: ((the: Case<AnyRow | null, G> & Case) => unknown) | undefined,
  the: { input?: object; row?: object | null; given: G; command?: string },
) =>
  rule?.({
    command: 'open',
    id: 'CI-9',
    actor: asSystem('test'),
    at,
    now: at,
    ...the,
    input: { ...the.input },
    row: (the.row ?? null) as AnyRow | null,
  } as never);

const device: KnownType = {
  id: 'CIT-1',
  name: 'Device',
  open: true,
  attributes: [
    { name: 'model', label: 'Model', kind: 'text', required: true },
    { name: 'ports', label: 'Ports', kind: 'integer' },
    { name: 'managed', label: 'Managed', kind: 'boolean' },
    { name: 'bought', label: 'Bought', kind: 'date' },
    { name: 'use', label: 'Use', kind: 'choice', options: ['core', 'edge'] },
  ],
};

describe('attributes', () => {
  it('are those of the type, each of its kind, and say which one is wrong', () => {
    expect(wrongAttributes(device, { model: 'X', ports: 24, managed: false, bought: '2026-02-28', use: 'core' })).toBeNull();
    const wrong = (more: object) => wrongAttributes(device, { model: 'X', ...more });
    expect(wrong({ colour: 'red' })).toMatchObject({ refused: 'configuration_item.attribute_unknown', params: { attribute: 'colour' } });
    expect(wrong({ ports: '24' })).toMatchObject({ refused: 'configuration_item.attribute_not_integer', field: 'attributes', params: { attribute: 'ports' } });
    expect(wrong({ managed: 'no' })).toMatchObject({ refused: 'configuration_item.attribute_not_boolean' });
    expect(wrong({ bought: '2026-02-30' })).toMatchObject({ refused: 'configuration_item.attribute_not_date' });
    expect(wrong({ use: 'attic' })).toMatchObject({ refused: 'configuration_item.attribute_not_choice', params: { options: 'core, edge' } });
    expect(wrongAttributes(device, { ports: 1 })).toMatchObject({ refused: 'configuration_item.attribute_required', params: { attribute: 'model' } });
  });

  it('of a type have names of their own and options to choose from', () => {
    const open = (attributes: readonly object[], code = 'thing') =>
      judge(itemTypeRules.open, { input: { code, attributes }, given: { first: null, count: 0 } });
    const text = { name: 'a', label: 'A', kind: 'text' };
    expect(open([text, { ...text, kind: 'date' }])).toMatchObject({ refused: 'item_type.attribute_twice' });
    expect(open([{ ...text, kind: 'choice', options: [] }])).toMatchObject({ refused: 'item_type.choice_without_options' });
    expect(open([text], 'No Slug')).toMatchObject({ refused: 'item_type.code_not_slug' });
    expect(open([text])).toMatchObject({ changes: { attributes: [text] } });
  });
});

describe('an item', () => {
  const given: ItemGiven = { house: 'ORG-1', type: device, owner: null, dependents: [] };
  const open = (input: object, more: Partial<ItemGiven> = {}) => judge(configurationItemRules.open, { input, given: { ...given, ...more } });
  it('belongs to the integrator, comes from hand and is planned unless somebody says otherwise', () => {
    const attributes = { model: 'X' };
    expect(open({ attributes })).toEqual({ changes: { attributes, owner: 'ORG-1', source: 'hand', seen_at: at, aliases: [] } });
    expect(open({ attributes, status: 'live', owner: 'ORG-2' })).toMatchObject({ changes: { state: 'live', owner: 'ORG-2' } });
    expect(open({ attributes }, { owner: { name: 'Gone', open: false } })).toMatchObject({ refused: 'configuration_item.owner_ended' });
    expect(open({ attributes }, { type: { ...device, open: false } })).toMatchObject({ refused: 'configuration_item.type_retired' });
    expect(open({ attributes, seen_at: '2026-03-16T09:00:00.000Z' })).toMatchObject({ refused: 'configuration_item.seen_in_future' });
    expect(open({ attributes, source_key: '1' })).toMatchObject({ refused: 'configuration_item.source_key_needs_source' });
  });
  it('cannot be retired while something stands on it', () => {
    const retire = (dependents: ItemGiven['dependents']) => judge(configurationItemRules.retire, { row: {}, given: { ...given, dependents } });
    expect(retire([{ name: 'Hosting' }])).toMatchObject({ refused: 'configuration_item.retire.still_needed', params: { dependent: 'Hosting' } });
    expect(retire([])).toEqual({});
  });
});

describe('a relation', () => {
  const ends = new Map(['CI-1', 'CI-2', 'SVC-1', 'SVC-2'].map((id) => [id, { name: `the ${id}`, open: true }]));
  const given: ItemRelationGiven = { ends, same: null, group: null, beneath: [], names: new Map() };
  const open = (input: object, more: Partial<ItemRelationGiven> = {}) =>
    judge(itemRelationRules.open, { input: { subject: 'SVC-1', kind: 'needs', object: 'CI-1', ...input }, given: { ...given, ...more } });

  it('has two different ends that are services or items and still there, and is said once', () => {
    expect(open({})).toMatchObject({ changes: { title: 'the SVC-1 → the CI-1', source: 'hand', seen_at: at } });
    expect(open({ object: 'ORG-1' })).toMatchObject({ refused: 'item_relation.open.no_end', field: 'object' });
    expect(open({ object: 'SVC-1' })).toMatchObject({ refused: 'item_relation.open.itself' });
    expect(open({ object: 'SVC-2' })).toMatchObject({ refused: 'item_relation.open.composed' });
    expect(open({ object: 'SVC-2', kind: 'connects' })).toHaveProperty('changes');
    expect(open({}, { same: 'CIR-4' })).toMatchObject({ refused: 'item_relation.open.already', params: { relation: 'CIR-4' } });
    const gone = new Map([...ends, ['CI-1', { name: 'old', open: false }]]);
    expect(open({}, { ends: gone })).toMatchObject({ refused: 'item_relation.open.ended', field: 'object' });
  });

  it('in a group agrees with the group, and outside has none', () => {
    expect(open({ kind: 'any_of' })).toMatchObject({ changes: { redundancy: 'default' } });
    expect(open({ kind: 'k_of_n', need: 2 })).toMatchObject({ refused: 'item_relation.open.needs_group', field: 'redundancy' });
    expect(open({ kind: 'k_of_n', redundancy: 'g' })).toMatchObject({ refused: 'item_relation.open.needs_need', field: 'need' });
    expect(open({ redundancy: 'g' })).toMatchObject({ refused: 'item_relation.open.no_group_here', field: 'redundancy' });
    expect(open({ kind: 'any_of', need: 1 })).toMatchObject({ refused: 'item_relation.open.no_group_here', field: 'need' });
    const group = { kind: 'k_of_n', need: 2 };
    expect(open({ kind: 'k_of_n', redundancy: 'g', need: 3 }, { group })).toMatchObject({ refused: 'item_relation.open.other_group' });
    expect(open({ kind: 'k_of_n', redundancy: 'g', need: 2 }, { group })).toHaveProperty('changes');
  });

  it('never lets anything stand on itself, and tells the circle by names', () => {
    const beneath = [
      { dependent: 'CI-1', supporter: 'CI-2' },
      { dependent: 'CI-2', supporter: 'SVC-1' },
    ];
    expect(open({}, { beneath })).toMatchObject({ refused: 'item_relation.open.cycle', params: { path: 'the SVC-1 > the CI-1 > the CI-2 > the SVC-1' } });
    // What contains is a support of what it contains.
    expect(open({ subject: 'CI-1', kind: 'contains', object: 'SVC-1' }, { beneath })).toMatchObject({ refused: 'item_relation.open.cycle' });
    expect(open({ kind: 'connects' }, { beneath })).toHaveProperty('changes');
    expect(open({}, { beneath: beneath.slice(0, 1) })).toHaveProperty('changes');
    expect(pathTo(beneath, 'CI-2', 'CI-1')).toBeNull();
  });
});

describe('a verification', () => {
  const item = (id: string, name: string, more: Partial<Recorded> = {}): Recorded => ({
    id,
    name,
    source_key: null,
    aliases: [],
    type_code: 'device',
    attributes: {},
    ...more,
  });
  const recorded = [
    item('CI-1', 'SW-1', { attributes: { serial: 'A', ports: 24 } }),
    item('CI-2', 'SW-2', { source_key: 'dev:2' }),
    item('CI-3', 'Feed', { aliases: ['F3'] }),
    item('CI-4', 'Twin'),
    item('CI-5', 'Twin', { type_code: 'rack' }),
    item('CI-6', 'Lost'),
  ];
  const found = [
    { name: 'sw-1', attributes: { serial: 'B', ports: 24 } },
    { key: 'dev:2', name: 'SW-2-new' },
    { name: 'f3' },
    { name: 'Twin', type: 'rack' },
    { name: 'Twin' },
    { name: 'Stray', type: 'device' },
  ];
  const result = compareFound(recorded, found, ['CI-4']);

  it('recognises by number, key and name, and tells missing, unexpected and different apart', () => {
    expect(result.differences.map((each) => [each.id, each.recorded, each.found])).toEqual([
      ['missing:CI-6', null, null],
      ['differs:CI-1:serial', 'A', 'B'],
      ['differs:CI-2:name', 'SW-2', 'SW-2-new'],
      ['unexpected:Twin', null, null],
      ['unexpected:Stray', null, null],
    ]);
    expect(result).toMatchObject({ checked: 6, matching: 3 });
  });

  it('counts what was seen by hand as recorded, and reckons the accuracy', () => {
    const row = { found: found.slice(0, 1), seen: ['CI-2', 'CI-3'] };
    const done = judge(verificationRules.compare, { row, given: { recorded: recorded.slice(0, 4), type: null } });
    expect(done).toMatchObject({ changes: { checked: 4, matching: 2, missing: 1, differing: 1, unexpected: 0, accuracy: 500_000 } });
    expect(judge(verificationRules.compare, { row: { found: null, seen: [] }, given: { recorded, type: null } })).toMatchObject({
      refused: 'verification.compare.nothing_found',
    });
  });

  it('has every difference decided once, with a reason unless the record is corrected', () => {
    const row = { differences: result.differences };
    const decide = (input: object, type: string | null = null) => judge(verificationRules.decide, { row, input, given: { recorded: [], type } });
    expect(decide({ difference: 'nope', decision: 'accepted' })).toMatchObject({ refused: 'verification.decide.no_difference' });
    expect(decide({ difference: 'missing:CI-6', decision: 'accepted' })).toMatchObject({ refused: 'verification.decide.needs_reason' });
    expect(decide({ difference: 'unexpected:Twin', decision: 'corrected' })).toMatchObject({ refused: 'verification.decide.no_type' });
    expect(decide({ difference: 'missing:CI-6', decision: 'corrected' })).toMatchObject({ params: { of: 'missing:CI-6', decision: 'corrected' } });
    const [first] = result.differences as [Difference];
    const again = { differences: [{ ...first, decision: 'accepted' }] };
    expect(
      judge(verificationRules.decide, { row: again, input: { difference: first.id, decision: 'corrected' }, given: { recorded: [], type: null } }),
    ).toMatchObject({
      refused: 'verification.decide.decided',
    });
    expect(judge(verificationRules.close, { row, given: { recorded: [], type: null } })).toMatchObject({
      refused: 'verification.close.undecided',
      params: { left: 5 },
    });
  });

  it('corrects the record by what was found, keeping the other attributes', () => {
    const row = { name: 'Walk', differences: result.differences } as never;
    const fact = (of: string, type: string | null = null) => ({ at, params: { of, decision: 'corrected', type } }) as never;
    expect(correct(fact('differs:CI-1:serial'), row, { attributes: { serial: 'A', ports: 24 } })).toMatchObject([
      { command: 'sync', target: 'CI-1', input: { attributes: { serial: 'B', ports: 24 } } },
    ]);
    expect(correct(fact('differs:CI-2:name'), row, { attributes: {} })).toMatchObject([{ target: 'CI-2', input: { name: 'SW-2-new' } }]);
    expect(correct(fact('missing:CI-6'), row, { attributes: null })).toMatchObject([{ target: 'CI-6', input: { status: 'retired' } }]);
    expect(correct(fact('unexpected:Stray', 'CIT-1'), row, { attributes: null })).toMatchObject([{ command: 'open', input: { name: 'Stray', type: 'CIT-1' } }]);
  });
});
