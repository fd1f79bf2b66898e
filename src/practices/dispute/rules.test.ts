// Disputes by their rules: what may be contested by whom, what is refused and why, and when it is ripe for a ruling.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { dispute } from './record.ts';
import { type DisputeGiven, disputeRules } from './rules.ts';

const house = 'ORG-1';
const agent = somebody({ side: 'integrator', organisation: house, person: 'PER-1', roles: ['agent'] });
const manager = somebody({ side: 'integrator', organisation: house, person: 'PER-2', roles: ['service_level_manager'] });
const supplier = somebody({ side: 'supplier', organisation: 'ORG-5', person: 'PER-8', roles: ['supplier_agent'] });
const rival = somebody({ side: 'supplier', organisation: 'ORG-6', person: 'PER-9', roles: ['supplier_agent'] });
const customer = somebody({ side: 'customer', organisation: 'ORG-2', person: 'PER-5', roles: ['customer_manager'] });
const hour = (n: number): number => Date.UTC(2026, 9, 5, n);
const iso = (n: number): string => new Date(hour(n)).toISOString();
/** The house until eight, a supplier until ten, the customer until twelve. */
const given: DisputeGiven = {
  house,
  stretches: [
    { from: hour(6), to: hour(8), party: house },
    { from: hour(8), to: hour(9), party: 'ORG-5' },
    { from: hour(9), to: hour(10), party: 'ORG-5' },
    { from: hour(10), to: hour(12), party: 'ORG-2' },
  ],
  parties: [house, 'ORG-5', 'ORG-2'],
  unsettled: [],
};
const judge = (told: Told) => inMemory({ definition: dispute, rules: disputeRules, house }, { given, at: iso(13), ...told });
const open = (input: object, told: Partial<Told> = {}) =>
  judge({ command: 'open', actor: supplier, input: { about: 'WO-1', starts_at: iso(8), ends_at: iso(9), reason: 'The gate was closed', ...input }, ...told });
const raised = (told: Partial<Told> = {}): AnyRow => happened(open({}, told)).row;

describe('contesting', () => {
  it('a supplier says that its time was the house’s; the house is asked, and only the two of them read it', () => {
    const fact = happened(open({}));
    expect(fact.row).toMatchObject({ state: 'open', held: 'ORG-5', claimed: house, counterparty: 'ORG-5', raised_by: 'ORG-5', asked: house });
    expect(fact.row.title).toBe('WO-1 · 2026-10-05 08:00 – 2026-10-05 09:00 UTC');
    expect(fact.audience).toEqual([house, 'ORG-5']);
  });

  it('the house says that its time was a supplier’s or the customer’s; that party is asked', () => {
    expect(happened(open({ starts_at: iso(6), ends_at: iso(8), claimed: 'ORG-5' }, { actor: agent })).row).toMatchObject({
      held: house,
      claimed: 'ORG-5',
      counterparty: 'ORG-5',
      raised_by: house,
      asked: 'ORG-5',
    });
    expect(happened(open({ starts_at: iso(8), ends_at: iso(10) }, { actor: agent })).row).toMatchObject({ held: 'ORG-5', claimed: house, asked: 'ORG-5' });
    expect(happened(open({ starts_at: iso(10), ends_at: iso(11) }, { actor: customer })).row).toMatchObject({ held: 'ORG-2', asked: house });
  });

  it.each([
    ['a record without a ledger', {}, { given: { ...given, stretches: null } }, 'dispute.open.no_ledger', 'about'],
    ['a time that ends before it begins', { ends_at: iso(8) }, {}, 'dispute.open.wrong_period', 'ends_at'],
    ['a time before the record', { starts_at: iso(5) }, {}, 'dispute.open.outside', 'starts_at'],
    ['a time after what is known', { starts_at: iso(11), ends_at: iso(13) }, { actor: customer }, 'dispute.open.outside', 'ends_at'],
    ['time that is partly another’s', { ends_at: iso(11) }, {}, 'dispute.open.other_party', 'starts_at'],
    ['time that is not that of held', { held: 'ORG-2' }, { actor: agent }, 'dispute.open.other_party', 'starts_at'],
    ['a claim that changes nothing', { claimed: 'ORG-5' }, { actor: agent }, 'dispute.open.same_party', 'claimed'],
    ['an outsider about others', { starts_at: iso(6), ends_at: iso(7), held: house }, {}, 'dispute.open.not_yours', 'held'],
    ['an outsider accusing others', { claimed: 'ORG-2' }, {}, 'dispute.open.not_yours', 'claimed'],
    ['what lies between two others', { claimed: 'ORG-2' }, { actor: agent }, 'dispute.open.between_others', 'claimed'],
    ['a party that has no part in it', { starts_at: iso(6), ends_at: iso(7), claimed: 'ORG-7' }, { actor: agent }, 'dispute.open.stranger', 'claimed'],
    [
      'time that is contested already',
      { starts_at: iso(9), ends_at: iso(10) },
      { given: { ...given, unsettled: [{ id: 'DSP-3', starts_at: '2026-10-05T11:30:00+02:00', ends_at: '2026-10-05T12:30:00+02:00' }] } },
      'dispute.open.overlaps',
      'starts_at',
    ],
  ])('refuses %s', (_what, input, told, refused, field) => {
    expect(open(input, told)).toMatchObject({ refused, field });
  });

  it('does not refuse what only touches a contested time', () => {
    const unsettled = [{ id: 'DSP-3', starts_at: iso(9), ends_at: iso(10) }];
    expect(open({}, { given: { ...given, unsettled } })).toMatchObject({ fact: 'dispute.opened' });
  });

  it('tells an outsider who asks about others’ time no more than that it is the house’s', () => {
    const refused = open({ starts_at: iso(10), ends_at: iso(11), held: 'ORG-5' }, {});
    expect(refused).toMatchObject({ refused: 'dispute.open.other_party', params: { party: house } });
    expect(JSON.stringify(refused)).not.toContain('ORG-2');
  });
});

describe('answering and ruling', () => {
  it('only the other side answers', () => {
    const row = raised();
    expect(judge({ command: 'answer', row, actor: supplier, input: { answer: 'x' } })).toMatchObject({ refused: 'not_allowed' });
    expect(judge({ command: 'answer', row, actor: rival, input: { answer: 'x' } })).toEqual({ refused: 'not_found' });
    expect(happened(judge({ command: 'answer', row, actor: agent, input: { answer: 'It was open', agrees: false } })).row).toMatchObject({ state: 'answered' });
  });

  it('a manager of the house rules, once the other side has answered or had its time', () => {
    const row = raised();
    const ruling = { ruling: 'The log says so' };
    expect(judge({ command: 'uphold', row, actor: manager, input: ruling })).toMatchObject({ refused: 'dispute.rule.not_answered' });
    expect(happened(judge({ command: 'uphold', row, actor: manager, input: ruling, at: '2026-10-10T13:00:00.000Z' })).row).toMatchObject({ state: 'upheld' });
    const answered = happened(judge({ command: 'answer', row, actor: agent, input: { answer: 'No' } })).row;
    for (const actor of [agent, supplier]) expect(judge({ command: 'reject', row: answered, actor, input: ruling })).toMatchObject({ refused: 'not_allowed' });
    expect(happened(judge({ command: 'reject', row: answered, actor: manager, input: ruling })).row).toMatchObject({ state: 'rejected', open: false });
    expect(judge({ command: 'reject', row: answered, actor: manager })).toMatchObject({ refused: 'field.required', field: 'ruling' });
  });

  it('whoever raised it may take it back', () => {
    expect(judge({ command: 'withdraw', row: raised(), actor: agent })).toMatchObject({ refused: 'not_allowed' });
    expect(happened(judge({ command: 'withdraw', row: raised(), actor: supplier })).row).toMatchObject({ state: 'withdrawn' });
  });
});
