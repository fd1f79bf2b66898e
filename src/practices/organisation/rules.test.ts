// Organisations and what belongs to them: given who asks, when something is added or changed, then it stays with its owner or is refused.
import { describe, expect, it } from 'vitest';
import { administrator, aFact, agent, changesOf, customerManager, house, judging, rowOf, serviceLevelManager, supplierManager } from '../../../test/judge.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem, roles } from '../../kernel/scope.ts';
import { membership } from './membership.record.ts';
import { type MembershipGiven, membershipRules } from './membership.rules.ts';
import { person } from './person.record.ts';
import { type PersonGiven, personRules } from './person.rules.ts';
import { membershipReactions } from './reactions.ts';
import { organisation } from './record.ts';
import { organisationRules } from './rules.ts';
import { site } from './site.record.ts';
import { siteRules } from './site.rules.ts';
import { team } from './team.record.ts';
import { teamRules } from './team.rules.ts';

const active = { name: 'North', open: true };
const ended = { name: 'North', open: false };

describe('an organisation', () => {
  const ask = judging(organisation, organisationRules, { house, above: [] });
  const input = { name: 'North', code: 'north', language: 'nl', zone: 'Europe/Amsterdam' };

  it('is added by those who decide on relations', () => {
    expect(changesOf(ask({ command: 'open', input }))).toEqual({ ...input, state: 'active' });
    for (const actor of [agent, customerManager, supplierManager]) expect(ask({ command: 'open', input, actor })).toMatchObject({ refused: 'not_allowed' });
  });

  it('has a code that can be typed anywhere', () => {
    for (const code of ['North', 'north west', '-north', 'nørth']) {
      expect(ask({ command: 'open', input: { ...input, code } })).toMatchObject({ refused: 'organisation.code_not_slug', field: 'code' });
    }
    expect(ask({ command: 'edit', row: input, input: { code: 'N' } })).toMatchObject({ refused: 'organisation.code_not_slug' });
    expect(changesOf(ask({ command: 'edit', row: input, input: { code: '2-north' } }))).toEqual({ code: '2-north' });
  });

  it('is never part of itself, directly or round about', () => {
    const row = { ...input, id: 'ORG-7' };
    const refused = { refused: 'organisation.parent_cycle', field: 'parent' };
    expect(ask({ command: 'edit', row, input: { parent: 'ORG-7' } })).toMatchObject(refused);
    expect(ask({ command: 'edit', row, input: { parent: 'ORG-8' }, given: { above: ['ORG-8', 'ORG-7'] } })).toMatchObject(refused);
    expect(changesOf(ask({ command: 'edit', row, input: { parent: 'ORG-8' }, given: { above: ['ORG-8', 'ORG-9'] } }))).toEqual({ parent: 'ORG-8' });
  });

  it('ends and comes back, but for the house', () => {
    expect(changesOf(ask({ command: 'end', row: input }))).toEqual({ state: 'ended' });
    expect(changesOf(ask({ command: 'reopen', row: { ...input, state: 'ended' } }))).toEqual({ state: 'active' });
    expect(ask({ command: 'end', row: { ...input, id: house } })).toMatchObject({ refused: 'organisation.end.is_house' });
  });
});

describe('a site', () => {
  const ask = judging(site, siteRules, { organisation: active });
  it('is added to one’s own organisation, while that is active', () => {
    const input = { name: 'Lock 4', organisation: 'ORG-2' };
    expect(changesOf(ask({ command: 'open', input, actor: agent }))).toEqual({ ...input, state: 'active' });
    expect(isRefusal(ask({ command: 'open', input, actor: customerManager }))).toBe(false);
    expect(ask({ command: 'open', input, actor: supplierManager })).toMatchObject({ refused: 'site.not_your_organisation', field: 'organisation' });
    expect(ask({ command: 'open', input, given: { organisation: ended } })).toMatchObject({
      refused: 'site.organisation_ended',
      params: { organisation: 'North' },
    });
  });
});

describe('a team', () => {
  const ask = judging(team, teamRules, { organisation: active, lead: null, members: 0 });
  const row = { name: 'Network', organisation: 'ORG-5' };

  it('is kept by the managers of its organisation', () => {
    expect(changesOf(ask({ command: 'open', input: row, actor: supplierManager }))).toEqual({ ...row, state: 'active' });
    expect(ask({ command: 'open', input: row, actor: customerManager })).toMatchObject({ refused: 'team.not_your_organisation' });
    expect(ask({ command: 'open', input: row, actor: agent })).toMatchObject({ refused: 'not_allowed' });
    expect(ask({ command: 'edit', row, input: { name: 'Net' }, actor: customerManager })).toMatchObject({ refused: 'not_found' });
    expect(ask({ command: 'open', input: row, given: { organisation: ended } })).toMatchObject({ refused: 'team.organisation_ended' });
  });

  it('is led by somebody who is still there', () => {
    const given = { lead: { name: 'Ann', open: false } };
    expect(ask({ command: 'open', input: { ...row, lead: 'PER-2' }, given })).toMatchObject({ refused: 'team.lead_has_left', field: 'lead' });
    expect(ask({ command: 'edit', row, input: { lead: 'PER-2' }, given })).toMatchObject({ params: { lead: 'Ann' } });
    expect(changesOf(ask({ command: 'edit', row, input: { lead: 'PER-2' }, given: { lead: active } }))).toEqual({ lead: 'PER-2' });
  });

  it('is dissolved when nobody is in it any more', () => {
    expect(ask({ command: 'end', row, given: { members: 3 } })).toMatchObject({ refused: 'team.end.has_members', params: { count: 3 } });
    expect(changesOf(ask({ command: 'end', row }))).toEqual({ state: 'ended' });
  });
});

describe('a person', () => {
  const usual: PersonGiven = { organisation: active, site: null, is_administrator: false, other_administrators: 1 };
  const ask = judging(person, personRules, usual);
  const input = { name: 'Ann', organisation: 'ORG-2' };
  const row = { ...input, id: 'PER-9' };

  it('is added by the desk anywhere, by a manager to the own organisation', () => {
    expect(changesOf(ask({ command: 'open', input: { ...input, email: 'Ann.B@North.example' }, actor: agent }))).toEqual({
      ...input,
      email: 'ann.b@north.example',
      state: 'active',
    });
    expect(isRefusal(ask({ command: 'open', input, actor: customerManager }))).toBe(false);
    expect(ask({ command: 'open', input, actor: supplierManager })).toMatchObject({ refused: 'person.not_your_organisation' });
    expect(ask({ command: 'open', input, given: { organisation: ended } })).toMatchObject({ refused: 'person.organisation_ended' });
  });

  it('works at a site of the own organisation', () => {
    const elsewhere = { site: { name: 'Lock 4', organisation: 'ORG-5' } };
    expect(ask({ command: 'open', input: { ...input, site: 'SITE-1' }, given: elsewhere })).toMatchObject({
      refused: 'person.site_elsewhere',
      field: 'site',
      params: { site: 'Lock 4', organisation: 'North' },
    });
    expect(ask({ command: 'edit', row, input: { site: 'SITE-1' }, given: elsewhere })).toMatchObject({ refused: 'person.site_elsewhere' });
    expect(changesOf(ask({ command: 'edit', row, input: { site: 'SITE-1' }, given: { site: { name: 'Lock', organisation: 'ORG-2' } } }))).toEqual({
      site: 'SITE-1',
    });
  });

  it('may correct the own name, but not the address to sign in with', () => {
    const self = { ...customerManager, person: 'PER-9', roles: ['customer_user' as const] };
    expect(changesOf(ask({ command: 'edit', row, input: { name: 'Anna' }, actor: self }))).toEqual({ name: 'Anna' });
    expect(ask({ command: 'edit', row, input: { email: 'a@b.example' }, actor: self })).toMatchObject({ refused: 'field.unknown', field: 'email' });
    expect(ask({ command: 'edit', row, input: { name: 'X' }, actor: { ...self, person: 'PER-8' } })).toMatchObject({ refused: 'not_allowed' });
    expect(ask({ command: 'readdress', row, input: { email: 'a@b.example' }, actor: self })).toMatchObject({ refused: 'not_allowed' });
  });

  it('gets another address from an administrator or the own manager, not from the desk', () => {
    const change = { command: 'readdress', row, input: { email: 'ANN@b.example' } };
    for (const actor of [administrator, customerManager]) expect(changesOf(ask({ ...change, actor }))).toEqual({ email: 'ann@b.example' });
    for (const actor of [agent, serviceLevelManager]) expect(ask({ ...change, actor })).toMatchObject({ refused: 'not_allowed' });
    expect(changesOf(ask({ command: 'readdress', row: { ...row, email: 'a@b.example' }, input: { email: null } }))).toEqual({ email: null });
  });

  it('leaves, unless that leaves nobody to administer', () => {
    expect(changesOf(ask({ command: 'leave', row }))).toEqual({ state: 'left' });
    expect(changesOf(ask({ command: 'leave', row, given: { is_administrator: true } }))).toEqual({ state: 'left' });
    expect(changesOf(ask({ command: 'leave', row, given: { other_administrators: 0 } }))).toEqual({ state: 'left' });
    expect(ask({ command: 'leave', row, given: { is_administrator: true, other_administrators: 0 } })).toMatchObject({
      refused: 'person.leave.is_last_administrator',
    });
  });
});

describe('a role', () => {
  const north = { name: 'North', open: true };
  const usual: MembershipGiven = {
    house,
    organisation: north,
    person: { name: 'Ann', organisation: 'ORG-2', open: true },
    team: null,
    other_administrators: 1,
  };
  const ask = judging(membership, membershipRules, usual);
  const at = (place: string, role: string) => ({ person: 'PER-9', organisation: place, role });

  it('lists the roles there are', () => {
    expect(Object.keys(membership.fields.role.options)).toEqual([...roles]);
  });

  it('of the house is given in the house, of others elsewhere', () => {
    expect(changesOf(ask({ command: 'open', input: at(house, 'agent') }))).toEqual({ ...at(house, 'agent'), state: 'active' });
    expect(isRefusal(ask({ command: 'open', input: at('ORG-2', 'customer_user') }))).toBe(false);
    expect(ask({ command: 'open', input: at('ORG-2', 'agent') })).toMatchObject({
      refused: 'membership.role_of_the_house',
      field: 'role',
      params: { options: 'customer_manager, customer_user, supplier_manager, supplier_agent' },
    });
    expect(ask({ command: 'open', input: at(house, 'supplier_agent') })).toMatchObject({ refused: 'membership.role_of_others' });
  });

  it('can be given before there is a house, by the product itself', () => {
    const first = { command: 'open', input: at('ORG-2', 'administrator'), given: { house: null }, actor: asSystem('setup') };
    expect(isRefusal(ask(first))).toBe(false);
  });

  it('of administrator comes from an administrator only, and goes by one only', () => {
    const input = at(house, 'administrator');
    expect(isRefusal(ask({ command: 'open', input }))).toBe(false);
    expect(ask({ command: 'open', input, actor: serviceLevelManager })).toMatchObject({ refused: 'membership.role_above_yours' });
    expect(ask({ command: 'end', row: input, actor: serviceLevelManager })).toMatchObject({ refused: 'membership.role_above_yours' });
    expect(ask({ command: 'rejoin', row: { ...input, state: 'ended' }, actor: serviceLevelManager })).toMatchObject({ refused: 'membership.role_above_yours' });
  });

  it('is given by managers of others within their own organisation and kind', () => {
    const input = at('ORG-2', 'customer_user');
    expect(isRefusal(ask({ command: 'open', input, actor: customerManager }))).toBe(false);
    expect(ask({ command: 'open', input: at('ORG-2', 'supplier_agent'), actor: customerManager })).toMatchObject({
      refused: 'membership.role_not_yours_to_give',
      params: { options: 'customer_manager, customer_user' },
    });
    expect(ask({ command: 'open', input, actor: supplierManager })).toMatchObject({ refused: 'membership.not_your_organisation' });
    expect(ask({ command: 'open', input: at('ORG-3', 'customer_user'), actor: customerManager })).toMatchObject({
      refused: 'membership.not_your_organisation',
    });
    const stranger = { person: { name: 'Bob', organisation: 'ORG-3', open: true } };
    expect(ask({ command: 'open', input, given: stranger, actor: customerManager })).toMatchObject({ refused: 'membership.not_your_organisation' });
    expect(isRefusal(ask({ command: 'open', input, given: stranger }))).toBe(false);
  });

  it('needs somebody who is there, for an organisation that is', () => {
    const input = at('ORG-2', 'customer_user');
    expect(ask({ command: 'open', input, given: { organisation: { ...north, open: false } } })).toMatchObject({ refused: 'membership.organisation_ended' });
    expect(ask({ command: 'open', input, given: { person: { name: 'Ann', organisation: 'ORG-2', open: false } } })).toMatchObject({
      refused: 'membership.person_has_left',
    });
  });

  it('in a team is in a team of that organisation that still exists', () => {
    const input = { ...at(house, 'agent'), team: 'TEAM-1' };
    expect(ask({ command: 'open', input, given: { team: { name: 'Ops', organisation: 'ORG-5', open: true } } })).toMatchObject({
      refused: 'membership.team_elsewhere',
    });
    expect(ask({ command: 'open', input, given: { team: { name: 'Ops', organisation: house, open: false } } })).toMatchObject({
      refused: 'membership.team_ended',
    });
    expect(isRefusal(ask({ command: 'open', input, given: { team: { name: 'Ops', organisation: house, open: true } } }))).toBe(false);
  });

  it('of the last administrator stays', () => {
    const row = at(house, 'administrator');
    expect(ask({ command: 'end', row, given: { other_administrators: 0 } })).toMatchObject({ refused: 'membership.end.is_last_administrator' });
    expect(changesOf(ask({ command: 'end', row }))).toEqual({ state: 'ended' });
    expect(changesOf(ask({ command: 'end', row: at('ORG-2', 'administrator'), given: { other_administrators: 0 } }))).toEqual({ state: 'ended' });
    expect(changesOf(ask({ command: 'end', row: at(house, 'agent'), given: { other_administrators: 0 } }))).toEqual({ state: 'ended' });
  });

  it('ends when the person leaves', () => {
    const [reaction] = membershipReactions(async () => ['MEM-1', 'MEM-2']);
    const fact = aFact({ record: 'person', record_id: 'PER-9', fact: 'person.left' });
    expect(reaction?.on).toEqual(['person.left']);
    expect(reaction?.react(fact, rowOf(person, { id: 'PER-9' }), ['MEM-1', 'MEM-2'])).toEqual([
      { record: 'membership', command: 'end', target: 'MEM-1', input: {} },
      { record: 'membership', command: 'end', target: 'MEM-2', input: {} },
    ]);
  });
});
