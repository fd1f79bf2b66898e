// Problems by their rules: what proves that a cause is gone, whose risk it is otherwise, which known errors fit, and what it all costs.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { Input } from '../../kernel/command.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { ProblemGiven } from './given.ts';
import { knownError } from './known-error.record.ts';
import { knownErrorRules } from './known-error.rules.ts';
import { matching } from './matching.ts';
import { type PainIncident, type PainPromise, painOf, standardRates } from './pain.ts';
import { standing } from './proving.ts';
import { afterClosing, comesBack, implemented, linkUse, raised, writeKnownError } from './reactions.ts';
import { problem } from './record.ts';
import { problemRules } from './rules.ts';

const house = 'ORG-1';
const manager = somebody({ side: 'integrator', organisation: house, person: 'PER-1', teams: ['TEAM-1'], roles: ['process_manager'] });
const given: ProblemGiven = {
  house,
  service_team: 'TEAM-1',
  house_team: 'TEAM-1',
  team: { id: 'TEAM-1', organisation: house },
  member: true,
  reason: null,
  no_suppliers: [],
  employers: { 'PER-1': house, 'PER-9': 'ORG-5' },
  level_ppm: 50_000,
  baseline_days: 90,
  verify_days: 30,
  counted: null,
};
const day = 86_400_000;
const start = Date.parse('2026-03-01T09:00:00.000Z');
const on = (days: number): string => new Date(start + days * day).toISOString();
const judge = (told: Told) => inMemory({ definition: problem, rules: problemRules, house }, { given, actor: manager, at: on(0), ...told });
const step = (command: string, row: AnyRow | null, told: Partial<Told> = {}): AnyRow => happened(judge({ command, row, ...told })).row;
const opened = (): AnyRow => step('open', null, { input: { title: 'The door sticks', service: 'SVC-1' } });
const known = (): AnyRow => step('identify', opened(), { input: { root_cause: 'Swollen wood', no_workaround: true } });
const verifying = (): AnyRow => step('verify', known(), { input: { baseline_days: 30, verify_until: on(20) } });
const of = (count: number): string[] => Array.from({ length: count }, (_, index) => `INC-${index + 1}`);
const closing = (days: number, baseline: number, found: number) =>
  judge({ command: 'close', row: verifying(), at: on(days), given: { ...given, counted: { baseline: of(baseline), found: of(found) } } });

describe('closing', () => {
  // 6 in 30 days make 4 in 20, and none of 4 is e^-4: 1.83 %. One of 4 is 9.2 %, more than the 5 % that are accepted.
  it.each([
    [19.9, 6, 0, 'problem.close.not_over'],
    [20, 0, 0, 'problem.close.no_baseline'],
    [20, 4, 0, 'problem.close.too_rare'],
    [20, 6, 1, 'problem.close.recurs'],
  ])('after %d days with %d before and %d since is refused: %s', (days, baseline, found, refused) => {
    expect(closing(days, baseline, found)).toMatchObject({ refused });
  });

  it('is begun anew once somebody opens it again', () => {
    const { row } = happened(closing(20, 6, 0));
    expect(step('reopen', row, { at: on(30), input: { note: 'Back' } })).toMatchObject({
      state: 'investigating',
      fixed_at: null,
      verify_until: null,
      proof: null,
    });
  });

  it('keeps what proved it', () => {
    const { row } = happened(closing(20, 6, 0));
    expect(row).toMatchObject({
      state: 'closed',
      open: false,
      proof: { expected_milli: 4_000, chance_ppm: 18_316, level_ppm: 50_000, found: [], until: on(20) },
    });
    expect((row.proof as { baseline_from: string }).baseline_from).toBe(on(-30));
  });

  it('counts days of the window only, however late somebody looks', () => {
    const window = { fixed_at: on(0), verify_until: on(20), baseline_days: 30 };
    expect(standing(window, { baseline: 6, found: 0 }, { now: on(400), level: 0.05 }).expected).toBeCloseTo(4);
    expect(standing(window, { baseline: 6, found: 0 }, { now: on(10), level: 0.05 }).expected).toBeCloseTo(2);
  });

  it('starts with a window that lies ahead of a removal that is done', () => {
    expect(judge({ command: 'verify', row: known(), input: { fixed_at: on(1) } })).toMatchObject({ refused: 'problem.time.in_future' });
    expect(judge({ command: 'verify', row: known(), input: { verify_until: on(0) } })).toMatchObject({ refused: 'problem.verify.too_short' });
    expect(step('verify', known())).toMatchObject({ state: 'verifying', fixed_at: on(0), verify_until: on(30), baseline_days: 90 });
    expect(judge({ command: 'extend', row: verifying(), at: on(21), input: { verify_until: on(20.5) } })).toMatchObject({
      refused: 'problem.verify.too_short',
    });
    expect(step('relapse', verifying(), { input: { note: 'It sticks again' } })).toMatchObject({ state: 'investigating', fixed_at: null, verify_until: null });
  });
});

describe('a risk that is accepted', () => {
  const accept = (input: Input, row = known(), at = on(0)) =>
    judge({
      command: row.state === 'accepted_risk' ? 'prolong_risk' : 'accept_risk',
      row,
      at,
      input: { risk_until: on(5), risk_reason: 'Too dear', ...input },
    });
  const accepted = () => happened(accept({ risk_owner: 'PER-1' })).row;

  it('has an owner of the house and an end, and comes back then, not before', () => {
    expect(accept({ risk_owner: 'PER-9' })).toMatchObject({ refused: 'problem.close.risk_owner', field: 'risk_owner' });
    expect(accept({ risk_owner: 'PER-1', risk_until: on(0) })).toMatchObject({ refused: 'problem.time.in_past', field: 'risk_until' });
    expect(accepted()).toMatchObject({ state: 'accepted_risk', open: false });
    expect(comesBack(accepted())).toEqual([
      expect.objectContaining({ key: 'risk:PRB-1', run_at: on(5), payload: expect.objectContaining({ command: 'expire' }) }),
    ]);
    expect(comesBack(known())).toEqual([]);
  });

  it('keeps its owner when it is prolonged, under one key, so that one end remains', () => {
    const longer = happened(accept({ risk_until: on(9) }, accepted(), on(2))).row;
    expect(longer).toMatchObject({ risk_owner: 'PER-1', risk_until: on(9), state: 'accepted_risk' });
    expect(comesBack(longer)[0]).toMatchObject({ key: 'risk:PRB-1', run_at: on(9) });
    expect(happened(judge({ command: 'expire', row: longer, at: on(9), actor: asSystem('test') })).row).toMatchObject({
      ...{ state: 'investigating', open: true, risk_owner: null, risk_until: null, risk_reason: null },
    });
  });
});

describe('a known error', () => {
  const publish = (row: object, extra: Input = {}, no_customers: readonly string[] = []) =>
    inMemory(
      { definition: knownError, rules: knownErrorRules, house },
      { command: 'publish', row: { ...draft, ...row } as AnyRow, input: extra, given: { no_customers }, actor: manager },
    );
  const draft = happened(
    inMemory(
      { definition: knownError, rules: knownErrorRules, house },
      {
        command: 'open',
        actor: manager,
        input: { title: 'Sticks', cause: 'Wood', workaround: 'Lift', services: ['SVC-1'], problem: 'PRB-1' },
        given: { no_customers: [] },
      },
    ),
  ).row;

  it('is published whole: cause, a way round or that there is none, services, and words for the customers it is for', () => {
    expect(publish({ cause: null })).toMatchObject({ field: 'cause' });
    expect(publish({ workaround: null })).toMatchObject({ refused: 'known_error.publish.no_workaround' });
    expect(publish({ no_workaround: true })).toMatchObject({ refused: 'known_error.publish.both' });
    expect(publish({ services: [] })).toMatchObject({ field: 'services' });
    expect(publish({}, { published_to: ['ORG-2'] })).toMatchObject({ field: 'customer_text' });
    expect(publish({}, { published_to: ['ORG-5'], customer_text: 'x' }, ['ORG-5'])).toMatchObject({ field: 'published_to' });
    expect(happened(publish({})).row).toMatchObject({ state: 'published', used: 0 });
  });

  it('counts every incident once', () => {
    const published = happened(publish({})).row;
    const count = (row: AnyRow) => inMemory({ definition: knownError, rules: knownErrorRules, house }, { command: 'count', row, input: { incident: 'INC-1' } });
    const once = happened(count(published)).row;
    expect(once).toMatchObject({ used: 1, used_by: ['INC-1'] });
    expect(count(once)).toMatchObject({ refused: 'known_error.count.again' });
  });

  const incident = { title: 'Deur klemt weer', description: null, services: ['SVC-1'], part: 'SVC-7', refused: [] };
  const error = (id: string, title: string, services = ['SVC-1']) => ({ id, title, symptoms: null, services });
  it('fits by the service and the words they share; the failing part makes one word enough', () => {
    expect(matching(incident, [error('KE-1', 'Deur klemt'), error('KE-2', 'Printer leeg')]).map((each) => each.id)).toEqual(['KE-1']);
    expect(matching(incident, [error('KE-1', 'Deur klemt', ['SVC-2'])])).toEqual([]);
    expect(matching({ ...incident, refused: ['KE-1'] }, [error('KE-1', 'Deur klemt')])).toEqual([]);
    const long = { ...incident, title: 'Deur kantoor verdieping drie links naast trap' };
    expect(matching(long, [error('KE-1', 'Deur'), error('KE-2', 'Deur', ['SVC-7'])])).toMatchObject([{ id: 'KE-2', same_part: true, words: ['deur'] }]);
    expect(
      matching(
        incident,
        ['Deur', 'Deur klemt', 'Klemt'].map((title, at) => error(`KE-${at}`, title)),
      ).map((each) => each.id),
    ).toEqual(['KE-1', 'KE-0', 'KE-2']);
    expect(
      matching(
        incident,
        of(9).map((id) => error(id, 'Deur klemt')),
      ),
    ).toHaveLength(5);
  });
});

describe('what follows', () => {
  it('a change begins the verification from when it was made, once the problem waits for it', () => {
    const change = { ...known(), id: 'CHG-1', implemented_at: on(2), problem: 'PRB-1' };
    const fact = { record_id: 'CHG-1', at: on(3) };
    for (const state of ['known_error', 'solution_proposed', 'change_raised'])
      expect(implemented(fact, change, { state, changes: [] })).toMatchObject([
        { command: 'change_implemented', input: { fixed_at: on(2), changes: ['CHG-1'] } },
      ]);
    for (const state of ['registered', 'investigating', 'verifying', 'closed', null]) expect(implemented(fact, change, { state, changes: [] })).toEqual([]);
    expect(raised(fact, change, { state: 'known_error', changes: [] })).toHaveLength(1);
    expect(raised(fact, change, { state: 'known_error', changes: ['CHG-1'] })).toEqual([]);
    const begun = happened(
      judge({ command: 'change_implemented', row: known(), input: { fixed_at: on(-2), changes: ['CHG-1'] }, actor: asSystem('test') }),
    ).row;
    expect(begun).toMatchObject({ state: 'verifying', fixed_at: on(-2), verify_until: on(28), changes: ['CHG-1'] });
  });

  it('a problem that is closed proposes and retires, and ends no incident', () => {
    const asks = afterClosing(verifying(), { language: 'en', incidents: ['INC-1'], known_errors: ['KE-1'] });
    expect(asks.map((each) => `${each.record}.${each.command}`)).toEqual(['incident.note', 'known_error.retire']);
  });

  it('what is known is written once, and said again where it is; use links the incident once', () => {
    expect(writeKnownError(known(), { known_error: null })).toMatchObject([
      { command: 'open', input: { cause: 'Swollen wood', no_workaround: true, problem: 'PRB-1' } },
    ]);
    expect(writeKnownError(known(), { known_error: 'KE-1' })).toMatchObject([{ command: 'edit', target: 'KE-1' }]);
    const fact = { record_id: 'INC-1', params: { problem: 'PRB-1' } };
    expect(linkUse(fact, { linked: false })).toMatchObject([{ target: 'PRB-1', input: { incidents: ['INC-1'] } }]);
    expect(linkUse(fact, { linked: true })).toEqual([]);
  });
});

describe('the cost of pain', () => {
  const one: PainIncident = {
    ...{ id: 'INC-1', title: 'x', state: 'closed', service: 'SVC-1', effect: 'down', affected_customers: ['ORG-2', 'ORG-3'], fan_out: null },
    ...{ started_at: on(0), ended_at: new Date(start + 3 * 3_600_000).toISOString() },
  };
  const promise: PainPromise = {
    ...{ id: 'PRM-1', name: 'x', service: 'SVC-1', customer: 'ORG-2', fee_minor: 100_000, currency: 'EUR' },
    credit_bands: { bands: [{ below: 990_000, credit: 100_000 }], cap: 250_000 },
  };
  const pain = (incidents: readonly PainIncident[], more: object = {}) =>
    painOf({ incidents, promises: [promise], work: new Map([['INC-1', 3_600_000]]), rates: standardRates, now: start + 60 * day, fixed_at: null, ...more });

  it('is customers’ hours and our hours, over the days since the first', () => {
    // Two customers for three hours at 40.00, and one hour of work at 65.00; sixty days of it.
    expect(pain([one])).toMatchObject({ cost_minor: 30_500, customer_ms: 6 * 3_600_000, days: 60, per_year_minor: Math.round((30_500 / 60) * 365) });
    expect(pain([one], { now: start + day })).toMatchObject({ days: 30 });
    expect(pain([one], { fixed_at: start + 40 * day })).toMatchObject({ days: 40 });
    expect(pain([{ ...one, ended_at: null }], { now: start + 2 * 3_600_000 })).toMatchObject({ impact_ms: 2 * 3_600_000 });
  });

  it('is no customer’s hour where redundancy held, and each promise at stake once', () => {
    expect(pain([{ ...one, effect: 'none' }])).toMatchObject({ cost_minor: 6_500, customers: [], at_stake: [] });
    expect(pain([one, { ...one, id: 'INC-2' }]).at_stake).toEqual([{ promise: 'PRM-1', name: 'x', customer: 'ORG-2', amount_minor: 10_000, currency: 'EUR' }]);
    expect(pain([{ ...one, affected_customers: ['ORG-3'] }]).at_stake).toEqual([]);
  });
});
