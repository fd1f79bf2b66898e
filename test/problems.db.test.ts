// Problems with whole records on both databases: apart from incidents, known errors used and refused, proof before closing, risks that come back, and who sees what.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonCode } from '../src/app/demo/cast.ts';
import { verify } from '../src/app/verify.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { loadClocks } from '../src/platform/journal/clock-store.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { readRecord } from '../src/platform/journal/read.ts';
import { readJournal } from '../src/platform/journal/story.ts';
import { incident } from '../src/practices/incident/record.ts';
import { knownError } from '../src/practices/problem/known-error.record.ts';
import { problem } from '../src/practices/problem/record.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

const day = 24 * 60;

eachDatabase('problems', (open) => {
  let world: World;
  const attempt = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}): Promise<AnyRow | Refusal> => {
    const request = { id: world.house.chance.uuid(), record, command, target, input, actor: world.actor(who), channel: 'web' as const };
    const outcome = await perform(world.house, request);
    await world.runner.drain();
    return isRefusal(outcome) ? outcome : outcome.row;
  };
  const act = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}): Promise<AnyRow> => {
    const row = await attempt(who, record, command, target, input);
    if (isRefusal(row)) throw new Error(`${record}.${command}: ${JSON.stringify(row)}`);
    return row;
  };
  const refused = async (...asked: Parameters<typeof attempt>): Promise<string> => {
    const row = await attempt(...asked);
    return isRefusal(row) ? `${row.refused} ${row.field ?? '-'}` : 'done';
  };
  const row = async (definition: typeof problem | typeof incident | typeof knownError, id: string): Promise<AnyRow> =>
    (await readRecord(world.house, { actor: world.actor('eva'), definition, id })) as AnyRow;
  const report = async (title: string, input: Input = {}): Promise<string> => {
    const of = {
      service: world.id('service.workplace'),
      customer: world.id('organisation.waterschap-noord'),
      impact: 'low',
      urgency: 'low',
      effect: 'degraded',
    };
    return (await act('anna', 'incident', 'open', null, { title, ...of, ...input })).id;
  };
  const register = async (input: Input = {}): Promise<string> =>
    (await act('eva', 'problem', 'open', null, { title: 'The door sticks', service: world.id('service.workplace'), ...input })).id;
  const errorOf = async (id: string): Promise<string> =>
    (await world.house.db.query<{ id: string }>('select id from known_error where problem = $1', [id]))[0]?.id ?? '';

  beforeAll(async () => {
    world = await openWorld(await open());
  }, 120_000);

  it('linking and unlinking change no incident: not its row, its journal or its clocks; and it ends whatever the problem does', async () => {
    const [one, two] = [await report('Door one'), await report('Door two')];
    const state = async () => [
      await row(incident, one),
      await row(incident, two),
      [...(await loadClocks(world.house.db, [one, two]))],
      await world.house.db.query('select count(*)::int as n from journal where record_id = any($1)', [[one, two]]),
    ];
    const before = await state();
    const id = await register({ incidents: [one] });
    await act('eva', 'problem', 'link', id, { incidents: [one, two] });
    expect((await row(problem, id)).incidents).toEqual([one, two]);
    await act('eva', 'problem', 'unlink', id, { incidents: [one] });
    expect((await row(problem, id)).incidents).toEqual([two]);
    expect(await refused('eva', 'problem', 'unlink', id, { incidents: [one] })).toBe('problem.unlink.nothing incidents');
    expect(await state()).toEqual(before);
    await act('anna', 'incident', 'resolve', two, { resolution: 'workaround', note: 'Use the other door.' });
    expect((await row(incident, two)).state).toBe('resolved');
    expect((await row(problem, id)).state).toBe('registered');
    const other = await register({ incidents: [two] });
    expect((await row(problem, other)).incidents).toEqual([two]);
  });

  it('has clocks of its own, by days of its priority, that stop when the error is known and when the cause is gone', async () => {
    const id = await register({ priority: 1 });
    const clocks = async () =>
      ((await loadClocks(world.house.db, [id])).get(id) ?? []).map((each) => [each.terms.clock, each.terms.target_minutes / day, each.state.phase]);
    expect(await clocks()).toEqual([
      ['identify', 5, 'running'],
      ['remove', 30, 'running'],
    ]);
    await world.pass(3 * day);
    await act('eva', 'problem', 'identify', id, { root_cause: 'Swollen wood', no_workaround: true });
    expect(await clocks()).toContainEqual(['identify', 5, 'met']);
    await world.pass(31 * day);
    await act('eva', 'problem', 'verify', id);
    expect(await clocks()).toContainEqual(['remove', 30, 'missed']);
    expect((await row(problem, id)).escalated_to).toBe(null);
  });

  it('a known error says how to get round it or that nothing does, and becomes a draft that is not offered yet', async () => {
    const id = await register();
    expect(await refused('eva', 'problem', 'identify', id, { root_cause: 'Swollen wood' })).toBe('problem.identify.no_workaround workaround');
    expect(await refused('eva', 'problem', 'identify', id, { root_cause: 'x', workaround: 'y', no_workaround: true })).toBe(
      'problem.identify.both no_workaround',
    );
    await act('eva', 'problem', 'identify', id, { root_cause: 'Swollen wood', workaround: 'Lift it while pushing.', symptoms: 'The glimpdoor sticks' });
    const error = await errorOf(id);
    expect(await row(knownError, error)).toMatchObject({ state: 'draft', cause: 'Swollen wood', workaround: 'Lift it while pushing.', used: 0 });
    const late = await report('glimpdoor', {});
    expect(await refused('anna', 'incident', 'use_known_error', late, { known_error: error })).toBe('incident.use_known_error.not_published known_error');
    await act('eva', 'problem', 'change_workaround', id, { workaround: 'Lift it, then push.' });
    expect((await row(knownError, error)).workaround).toBe('Lift it, then push.');
  });

  it('published it suggests itself once, and use fills the workaround, links the problem and counts each incident once', async () => {
    const [fits, other] = [await report('Zwabberdeur klemt'), await report('Geheel iets anders')];
    const id = await register({ title: 'Zwabberdeur klemt' });
    await act('eva', 'problem', 'identify', id, { root_cause: 'Hout', workaround: 'Optillen.' });
    const error = await errorOf(id);
    await act('eva', 'known_error', 'publish', error);
    const told = async (which: string) =>
      (await readJournal(world.house, { actor: world.actor('anna'), definition: incident, id: which, limit: 50 })).data.filter(
        (each) => each.fact === 'incident.known_error_suggested',
      ).length;
    expect([await told(fits), await told(other)]).toEqual([1, 0]);
    await act('anna', 'incident', 'use_known_error', fits, { known_error: error });
    expect(await row(incident, fits)).toMatchObject({ workaround: 'Optillen.', known_errors: [error], state: 'registered' });
    expect(await refused('anna', 'incident', 'use_known_error', fits, { known_error: error })).toBe('incident.use_known_error.again known_error');
    expect(await row(knownError, error)).toMatchObject({ used: 1, used_by: [fits] });
    expect((await row(problem, id)).incidents).toEqual([fits]);
    await act('anna', 'incident', 'dismiss_known_error', other, { known_error: error });
    expect((await row(incident, other)).dismissed_errors).toEqual([error]);
  });

  describe('closing', () => {
    const made = async (baseline: number): Promise<string> => {
      const title = `Kraakdeur ${world.house.chance.uuid()}`;
      const incidents: string[] = [];
      for (let index = 0; index < baseline; index += 1) {
        incidents.push(await report(title));
        await world.pass(2 * day);
      }
      const id = await register({ title, incidents });
      await act('eva', 'problem', 'identify', id, { root_cause: 'Hout', no_workaround: true });
      await act('eva', 'problem', 'verify', id, { baseline_days: 30, verify_until: new Date(world.house.clock.now() + 20 * day * 60_000).toISOString() });
      return id;
    };

    it('waits for the end of the window, and then asks that so few came back that chance would hardly do it', async () => {
      const id = await made(6);
      expect(await refused('anna', 'problem', 'close', id)).toBe('not_allowed -');
      expect(await refused('eva', 'problem', 'close', id)).toBe('problem.close.not_over verify_until');
      await world.pass(21 * day);
      const open = await report('An open one');
      await act('eva', 'problem', 'link', id, { incidents: [open] });
      const closed = await act('eva', 'problem', 'close', id);
      // Six in 30 days make four in 20, and e to the power -4 is 1.8 %.
      expect(closed.proof).toMatchObject({ found: [], expected_milli: 4_000, chance_ppm: 18_316 });
      expect((closed.proof as { baseline: string[] }).baseline).toHaveLength(6);
      expect((await row(incident, open)).state).toBe('registered');
      const notes = (await readJournal(world.house, { actor: world.actor('anna'), definition: incident, id: open, limit: 9 })).data.map((each) => each.note);
      expect(notes.some((each) => each?.includes(id))).toBe(true);
      expect((await row(knownError, await errorOf(id))).state).toBe('retired');
    }, 30_000);

    it('is refused when it came back, also by its words alone, and when there were too few to tell', async () => {
      const back = await made(4);
      await act('eva', 'problem', 'edit', back, { matches: 'piepscharnier' });
      await report('Het piepscharnier weer');
      await world.pass(21 * day);
      expect(await refused('eva', 'problem', 'close', back)).toBe('problem.close.recurs -');
      const rare = await made(1);
      await world.pass(21 * day);
      expect(await refused('eva', 'problem', 'close', rare)).toBe('problem.close.too_rare verify_until');
      const none = await made(0);
      await world.pass(21 * day);
      expect(await refused('eva', 'problem', 'close', none)).toBe('problem.close.no_baseline baseline_days');
    }, 30_000);
  });

  it('an accepted risk has an owner of the house and an end, and comes back by itself at that end', async () => {
    const id = await register();
    const until = (days: number) => new Date(world.house.clock.now() + days * day * 60_000).toISOString();
    const risk = (owner: PersonCode, days: number) => ({ risk_owner: world.id(`person.${owner}`), risk_until: until(days), risk_reason: 'Too dear.' });
    expect(await refused('eva', 'problem', 'accept_risk', id, risk('lbraun', 5))).toMatch(/risk_owner$/);
    expect(await refused('eva', 'problem', 'accept_risk', id, risk('rosa', -1))).toBe('problem.time.in_past risk_until');
    await act('eva', 'problem', 'accept_risk', id, risk('rosa', 5));
    await world.pass(3 * day);
    await act('eva', 'problem', 'prolong_risk', id, { risk_until: until(5), risk_reason: 'Still too dear.' });
    await world.pass(4 * day);
    expect((await row(problem, id)).state).toBe('accepted_risk');
    await world.pass(2 * day);
    expect(await row(problem, id)).toMatchObject({ state: 'investigating', open: true, risk_until: null });
    // And again, when it is accepted again.
    await act('eva', 'problem', 'accept_risk', id, risk('rosa', 5));
    await world.pass(6 * day);
    expect((await row(problem, id)).state).toBe('investigating');
  });

  it('hypotheses gather evidence, whys go in no circle, and a timeline tells only of what is linked', async () => {
    const id = await register();
    await act('eva', 'problem', 'propose', id, { what: 'Damp' });
    await act('eva', 'problem', 'refute', id, { hypothesis: 'H1', evidence: 'It is dry.' });
    expect((await row(problem, id)).hypotheses).toMatchObject([{ id: 'H1', status: 'refuted', evidence: [{ what: 'It is dry.' }] }]);
    expect(await refused('eva', 'problem', 'support', id, { hypothesis: 'H9', evidence: 'x' })).toBe('problem.hypothesis.unknown hypothesis');
    const why = (one: string, of: string | null) => ({ id: one, of, because: 'so', root: false });
    expect(await refused('eva', 'problem', 'ask_why', id, { whys: [why('A', 'B'), why('B', 'A')] })).toBe('problem.whys.loose whys');
    await act('eva', 'problem', 'ask_why', id, { whys: [why('A', null), why('B', 'A'), why('C', 'A')] });
    const moment = (record: string) => ({ timeline: [{ at: '2026-03-16T09:00:00Z', what: 'It stuck', record }] });
    expect(await refused('eva', 'problem', 'write_timeline', id, moment('INC-1'))).toBe('problem.timeline.unknown_record timeline');
    await act('eva', 'problem', 'write_timeline', id, moment(id));
  });

  it('a supplier in the team sees the shared part and its own words; nobody else outside sees it at all', async () => {
    const id = await register({ symptoms: 'Waterschap Noord complains', supplier: world.id('organisation.kabelring') });
    const see = (who: PersonCode) => readRecord(world.house, { actor: world.actor(who), definition: problem, id });
    expect(await see('lbraun')).toBe(null);
    const parties = ['noordlijn', 'kabelring'].map((each) => world.id(`organisation.${each}`));
    expect(await refused('eva', 'problem', 'set_team', id, { team_parties: [world.id('organisation.waterschap-noord')] })).toBe(
      'problem.team.not_a_supplier team_parties',
    );
    expect(await refused('eva', 'problem', 'set_team', id, { members: [world.id('person.lbraun')] })).toBe('problem.team.stranger members');
    await act('eva', 'problem', 'set_team', id, { team_parties: parties, members: [world.id('person.lbraun')], briefing: 'Help us.' });
    await act('okelly', 'problem', 'propose', id, { what: 'Canary of the other supplier' });
    await act('okelly', 'problem', 'note', id, { note: 'Canary note', audience: parties });
    const journal = await readJournal(world.house, { actor: world.actor('lbraun'), definition: problem, id, limit: 50 });
    expect(JSON.stringify(journal)).not.toMatch(/Canary|Waterschap|ORG-6/);
    const words = async (who: PersonCode) => JSON.stringify(await readJournal(world.house, { actor: world.actor(who), definition: problem, id, limit: 50 }));
    expect(await words('okelly')).toMatch(/Canary of the other/);
    expect(await words('eva')).toMatch(/Canary note/);
    expect([await see('jdewit'), await see('fpolder')]).toEqual([null, null]);
  });

  it('customers read a known error when it is published to them, and not otherwise', async () => {
    const id = await register({ title: 'Secret door' });
    await act('eva', 'problem', 'identify', id, { root_cause: 'Hout', workaround: 'Ask Noordlijn.' });
    const error = await errorOf(id);
    const see = async (who: PersonCode) => (await readRecord(world.house, { actor: world.actor(who), definition: knownError, id: error })) !== null;
    const to = { published_to: [world.id('organisation.waterschap-noord')] };
    expect(await refused('eva', 'known_error', 'publish', error, to)).toBe('known_error.publish.no_text customer_text');
    await act('eva', 'known_error', 'publish', error, { ...to, customer_text: 'Use the window.' });
    expect([await see('jdewit'), await see('tverhoef'), await see('lbraun')]).toEqual([true, false, false]);
    await act('eva', 'known_error', 'retire', error);
    expect(await see('jdewit')).toBe(false);
  });

  it('leaves rows and clocks that are the fold of the journal', async () => expect(await verify(world.house)).toEqual([]));
});
