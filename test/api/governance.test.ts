// Governance over HTTP: agendas that equal their lists, who sees what, a review that is shared, an improvement that is not done yet.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { canaries, type World, world } from './world.ts';

const day = 24 * 3_600_000;

eachDatabase('governance', (open) => {
  let w: World;
  /** Signed in anew each time: days go by here, and sessions do not last. */
  const manager: Pick<Client, 'get' | 'post'> = {
    get: async (path) => (await w.as('manager')).get(path),
    post: async (path, body) => (await w.as('manager')).post(path, body),
  };
  const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> => {
    const { status, body } = await answer;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return (body as { data: Record<string, unknown> }).data;
  };

  beforeAll(async () => {
    w = await world(await open());
  });
  afterAll(() => w.close());

  it('every count of an agenda is the length of the list it leads to', async () => {
    const sits = { level: 'operational', chair: w.id('person.manager'), members: [w.id('person.manager')], cadence: 'on_demand' };
    const points = [
      'breaches',
      'disputes',
      'candidates',
      'problems',
      'changes',
      'actions',
      'late',
      'improvements',
      'measuring',
      'findings',
      'promises',
      'maturity',
      'risks',
      'decisions',
    ];
    const forum = await w.act('forum', 'open', { input: { ...sits, name: 'All of it', kind: 'process_forum' } });
    await w.act('forum', 'edit', { target: forum, input: { points } });
    await w.act('action', 'open', { input: { title: 'Ring them', forum, due_on: '2026-03-03', owner: w.id('person.agent') } });
    w.later(3 * day);
    const meeting = await w.act('meeting', 'plan', { input: { forum, starts_at: '2026-03-05T10:00:00Z' } });
    w.later(day);
    for (const round of [1, 2]) {
      const { body } = await manager.get(`/api/meetings/${meeting}/agenda`);
      const { points: found, frozen } = (body as { data: { frozen: boolean; points: { code: string; count: number; plural: string; q: string }[] } }).data;
      expect(frozen).toBe(round === 2);
      expect(found.map((each) => each.code)).toEqual(points.filter((each) => each !== 'decisions'));
      expect(found.filter((each) => each.count > 0).map((each) => each.code)).toEqual(expect.arrayContaining(['breaches', 'actions', 'late', 'findings']));
      for (const { code, count, plural, q } of found) {
        const list = await manager.get(`/api/${plural}?q=${encodeURIComponent(q)}`);
        expect(list.status, `${code} ${q} ${JSON.stringify(list.body)}`).toBe(200);
        expect((list.body as { data: unknown[] }).data.length, `${code} ${q}`).toBe(count);
      }
      if (round === 1) await w.act('meeting', 'hold', { target: meeting, input: { minutes: 'We looked at everything' } });
    }
  });

  it('risks on an agenda are those to be treated and those whose acceptance ends within a month, the worst first', async () => {
    const at = w.house.clock.now();
    const inDays = (days: number): string => new Date(at + days * day).toISOString().slice(0, 10);
    const risk = (title: string, impact: number) => w.act('risk', 'open', { input: { title, likelihood: 2, impact, owner: w.id('person.manager') } });
    const accept = (target: string, days: number) =>
      w.act('risk', 'accept', { target, input: { accepted_until: inDays(days), accepted_because: 'Little can be done', owner: w.id('person.manager') } });
    const [open, soon, long] = [await risk('Small and open', 1), await risk('Ends soon', 3), await risk('Ends late', 2)];
    await accept(soon, 20);
    await accept(long, 90);
    const sits = { level: 'operational', chair: w.id('person.manager'), members: [w.id('person.manager')], cadence: 'on_demand', points: ['risks'] };
    const forum = await w.act('forum', 'open', { input: { ...sits, name: 'Of risks', kind: 'process_forum' } });
    const meeting = await w.act('meeting', 'plan', { input: { forum, starts_at: `${inDays(2)}T10:00:00Z` } });
    const { body } = await manager.get(`/api/meetings/${meeting}/agenda`);
    const {
      points: [found],
    } = (body as { data: { points: { plural: string; records: { id: string }[] }[] } }).data;
    expect(found?.plural).toBe('risks');
    const ids = found?.records.map((each) => each.id) ?? [];
    expect(ids.indexOf(soon)).toBeLessThan(ids.indexOf(open));
    expect(ids).toEqual(expect.arrayContaining([soon, open]));
    expect(ids).not.toContain(long);
  });

  it('a party at the table sees its forum and nothing that lies behind it', async () => {
    const supplier = await w.as('agent_x');
    const { body } = await supplier.get('/api/forums/overview');
    const said = JSON.stringify(body);
    expect(said).toContain(w.id('forum.x'));
    for (const secret of [w.id('forum.y'), w.id('forum.a'), canaries.y, canaries.a, w.id('person.manager')]) expect(said, secret).not.toContain(secret);
    const decision = JSON.stringify((await supplier.get(`/api/decisions/${w.id('decision.x')}`)).body);
    expect(decision).toContain(canaries.x);
    expect(decision).not.toContain('Inside');
    expect((await supplier.get(`/api/reviews/${w.id('meeting.a')}`)).status).toBe(404);
    expect((await supplier.get('/api/improvements/portfolio')).status).toBe(403);
  });

  it('a review is the house’s until it is shared, cannot be shared unfrozen or unexplained, and names no supplier to the customer', async () => {
    const customer = { get: async (path: string) => (await w.as('manager_a')).get(path) };
    const review = w.id('meeting.a');
    expect((await customer.get(`/api/reviews/${review}`)).status).toBe(403);
    const early = await manager.post(`/api/meetings/${review}/share`, {});
    expect(early).toMatchObject({ status: 422, body: { code: 'meeting.share.not_frozen' } });
    await w.act('meeting', 'edit', { target: review, input: { period: '2026-03' } });
    w.later(40 * day);
    const report = await w.act('service_report', 'open', { input: { customer: w.id('organisation.a'), period_from: '2026-03-01' } });
    await w.act('service_report', 'freeze', { target: report });
    const silent = await manager.post(`/api/meetings/${review}/share`, {});
    expect(silent).toMatchObject({ status: 422, body: { code: 'meeting.share.unexplained', field: 'explained' } });
    const inside = (await manager.get(`/api/reviews/${review}`)).body as { data: { breaches: { record_id: string; standing: string }[] } };
    expect(inside.data.breaches[0]).toMatchObject({ standing: 'open' });
    for (const { record_id } of inside.data.breaches)
      await w.act('meeting', 'explain', { target: review, input: { about: record_id, text: `We said sorry for ${record_id}` } });
    await done(manager.post(`/api/meetings/${review}/share`, {}));
    const said = JSON.stringify((await customer.get(`/api/reviews/${review}`)).body);
    expect(said).toContain('We said sorry');
    for (const secret of [canaries.x, canaries.y, canaries.b, w.id('organisation.x'), w.id('promise.x')]) expect(said, secret).not.toContain(secret);
    const paper = await customer.get(`/api/reviews/${review}/paper.pdf?part=pack`);
    expect(paper.status).toBe(200);
    expect((await customer.get(`/api/reviews/${w.id('meeting.b')}`)).status).toBe(404);
    expect((await manager.get(`/api/reviews/${review}/paper.pdf?part=poem`)).status).toBe(422);
  });

  it('an improvement is done only with the measurement, and an auditor never audits their own', async () => {
    const idea = await done((await w.as('agent')).post('/api/improvements', { title: 'Route by itself', text: 'Nobody has to look' }));
    expect(idea).toMatchObject({ state: 'idea', source_kind: 'idea', proposed_by: w.id('person.agent') });
    const at = (command: string, input: object) => manager.post(`/api/improvements/${idea.id}/${command}`, input);
    await done(at('accept', { owner: w.id('person.manager') }));
    expect(await at('start', {})).toMatchObject({ status: 422, body: { code: 'improvement.needs_measure', field: 'measure' } });
    await done(at('start', { measure: 'incident.reassignments', unit: 'count', better: 'lower', baseline: 190, expected: 130 }));
    await done(at('deliver', { starts_on: '2026-04-01', window_months: 1 }));
    expect(await at('finish', { lesson: 'It worked' })).toMatchObject({ status: 422, body: { code: 'improvement.finish.not_measured', field: 'measured' } });
    expect(await at('measure', {})).toMatchObject({ status: 422, body: { code: 'improvement.measure.too_early' } });
    w.later(40 * day);
    const before = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].map((period, n) => ({ period, value: 190 + (n % 2) * 4 }));
    const measured = { before, after: [{ period: '2026-04', value: 120 }], from: 'Counted in the old tool' };
    expect(await done(at('measure', measured))).toMatchObject({ baseline: 192, measured: 120, effect: 72, proven: true });
    expect(await done(at('finish', { lesson: 'It worked' }))).toMatchObject({ state: 'done' });
    const portfolio = (await manager.get('/api/improvements/portfolio')).body as { data: { proven: unknown[] } };
    expect(portfolio.data.proven).toEqual([{ unit: 'count', count: 1, effect: 72 }]);
    // Said on the audit itself, or known from the process.
    const own = { title: 'Mine', checklist: 'iso20000-1', planned_on: '2026-06-01', auditor: w.id('person.manager') };
    for (const theirs of [{ owner: w.id('person.manager') }, { process: w.id('process.judged') }])
      expect(await manager.post('/api/audits', { ...own, ...theirs })).toMatchObject({ status: 422, body: { code: 'audit.auditor_owns', field: 'auditor' } });
  });

  it('an audit closes only with an answer to everything and a finding for what does not conform', async () => {
    const planned = { title: 'Whole', checklist: 'fitsm-1', planned_on: '2026-06-01', auditor: w.id('person.manager'), owner: w.id('person.agent') };
    const audit = await done(manager.post('/api/audits', planned));
    const at = (command: string, input: object) => manager.post(`/api/audits/${audit.id}/${command}`, input);
    const started = await done(at('start', {}));
    const clauses = (started.clauses as { clause: string }[]).map((each) => each.clause);
    expect(clauses).toContain('PR14');
    const shown = (await manager.get(`/api/audits/${audit.id}/shown`)).body as { data: Record<string, { met: number; of: number }> };
    expect(shown.data.PR14).toMatchObject({ met: 1, of: 1 });
    expect(await at('close', { conclusion: 'Good' })).toMatchObject({ status: 422, body: { code: 'audit.close.unanswered' } });
    for (const clause of clauses)
      await done(at('answer', clause === 'GR2' ? { clause, verdict: 'not', text: 'Nothing is written' } : { clause, verdict: 'conform', text: 'Seen' }));
    expect(await at('close', { conclusion: 'Good' })).toMatchObject({ status: 422, body: { code: 'audit.close.without_finding' } });
    const finding = await done(
      manager.post('/api/findings', { title: 'Nothing written', audit: audit.id, clause: 'GR2', grade: 'major', statement: 'No document' }),
    );
    expect(await done(at('close', { conclusion: 'Good' }))).toMatchObject({ state: 'closed' });
    const fix = (command: string, input: object, by = manager) => by.post(`/api/findings/${finding.id}/${command}`, input);
    await done(fix('answer', { cause: 'No time', corrective_action: 'Write it', owner: w.id('person.manager'), due_on: '2026-07-01' }));
    expect(await fix('close', {})).toMatchObject({ status: 422, body: { code: 'finding.close.not_verified' } });
    expect(await fix('verify', { effect: 'There it is', evidence: [audit.id] })).toMatchObject({ body: { code: 'finding.verify.own_action' } });
    await done(fix('verify', { effect: 'There it is', evidence: [audit.id] }, await w.as('agent')));
    expect(await done(fix('close', {}))).toMatchObject({ state: 'closed' });
  });

  it('maturity is the lowest answered rule, and what is claimed needs something to show', async () => {
    const row = await done(manager.post('/api/maturity_assessments', { process: w.id('process.judged'), goal: 3 }));
    const at = (command: string, input: object) => manager.post(`/api/maturity_assessments/${row.id}/${command}`, input);
    const answer = (code: string, rating: string, text: string | null = 'Seen') => ({ code, rating, text, records: [], shown: null });
    expect(await at('answer', { answers: [answer('9.9', 'f')] })).toMatchObject({ body: { code: 'maturity_assessment.unknown_question', field: 'answers' } });
    const one = [answer('1.1', 'f'), answer('1.2', 'l'), answer('2.1', 'f'), answer('2.2', 'p'), answer('2.3', 'f'), answer('2.4', 'f'), answer('4.1', 'f')];
    await done(at('answer', { answers: [...one, answer('1.2', 'f', null)].filter((each, n, all) => all.findIndex((x) => x.code === each.code) === n) }));
    expect(await done(at('finalise', {}))).toMatchObject({ state: 'final', score: 1, held_by: ['2.2'] });
    const maturity = (await manager.get('/api/maturity')).body as { data: { process: string; score: number; goal: number }[] };
    expect(maturity.data).toMatchObject([{ process: w.id('process.judged'), score: 1, goal: 3, previous: null }]);
  });
});
