// Problem candidates on both databases: what a scan counts, what it keeps, what people make of it, and what follows from that.
import { beforeAll, expect, it } from 'vitest';
import { candidateJobs, nextScan, watchCandidates } from '../src/app/candidate-jobs.ts';
import { refreshCandidates, scanForCandidates } from '../src/app/candidates.ts';
import type { PersonCode } from '../src/app/demo/cast.ts';
import { verify } from '../src/app/verify.ts';
import type { Input } from '../src/kernel/command.ts';
import type { AnyRow, Definition } from '../src/kernel/record.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Db } from '../src/platform/db/types.ts';
import { jobRunner } from '../src/platform/jobs/runner.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { readRecord } from '../src/platform/journal/read.ts';
import { incidentsToScan, lastScan, type ScannedIncident } from '../src/practices/problem/candidate.queries.ts';
import { problemCandidate } from '../src/practices/problem/candidate.record.ts';
import { problem } from '../src/practices/problem/record.ts';
import { eachDatabase } from './db-env.ts';
import { openWorld, type World } from './world.ts';

const day = 24 * 60;
const dayMs = day * 60_000;

eachDatabase('problem candidates', (open) => {
  let world: World;
  let statements = 0;
  let beeps: string[];
  const attempt = async (who: PersonCode, record: string, command: string, target: string | null, input: Input = {}) => {
    const request = { id: world.house.chance.uuid(), record, command, target, input, actor: world.actor(who), channel: 'web' as const };
    const outcome = await perform(world.house, request);
    await world.runner.drain();
    return isRefusal(outcome) ? outcome : outcome.row;
  };
  const act = async (...asked: Parameters<typeof attempt>): Promise<AnyRow> => {
    const row = await attempt(...asked);
    if (isRefusal(row)) throw new Error(`${asked[1]}.${asked[2]}: ${JSON.stringify(row)}`);
    return row;
  };
  /** An incident that began so many days before the day that is scanned is over. */
  const report = async (title: string, ago: number, input: Input = {}): Promise<string> => {
    const about = { service: world.id('service.care-record'), customer: world.id('organisation.pflege-ems') };
    const started_at = new Date(world.house.clock.now() - 12 * 3_600_000 - ago * dayMs).toISOString();
    const row = await act('anna', 'incident', 'open', null, { title, ...about, impact: 'low', urgency: 'low', effect: 'degraded', started_at, ...input });
    return row.id;
  };
  const row = async (definition: Definition, id: string): Promise<AnyRow> =>
    (await readRecord(world.house, { actor: world.actor('eva'), definition, id })) as AnyRow;
  const refresh = async () => {
    const done = await refreshCandidates(world.house);
    await world.runner.drain();
    return done ?? { proposed: [], refreshed: [], returned: [], expired: [], scan: null };
  };
  const counting = (db: Db): Db => ({
    ...db,
    query: (sql, params, options) => {
      statements += 1;
      return db.query(sql, params, options);
    },
  });

  beforeAll(async () => {
    world = await openWorld(counting(await open()));
    const said = ['Maus', 'Bildschirm dunkel', 'Drucker leer', 'Akte gesperrt', 'Konto fehlt', 'Tastatur klemmt', 'Telefon stumm', 'Kabel lose'];
    for (const [index, title] of said.entries())
      await report(title, 20 + index * 35, { service: world.id('service.workplace'), customer: world.id('organisation.waterschap-noord') });
    await report('Zuerst', 300);
    beeps = [
      await report('Pumpe piept', 4),
      await report('Pumpe piept', 3),
      await report('Pumpe piept laut', 2),
      await report('Pumpe piept', 1),
      await report('Pumpe piept', 0),
    ];
  }, 120_000);

  it('count what is nobody’s yet: nothing withdrawn, merged into another, of a known problem, or of today', async () => {
    const gone = await report('Pumpe piept', 1);
    await act('anna', 'incident', 'cancel', gone, { note: 'Not ours' });
    const merged = await report('Pumpe piept', 1);
    await act('anna', 'incident', 'merge_into', merged, { parent: beeps[0] ?? null });
    const linked = await report('Pumpe piept', 1);
    await act('eva', 'problem', 'open', null, { title: 'Known', incidents: [linked] });
    const idle = await report('Pumpe piept', 1);
    const withdrawn = await act('eva', 'problem', 'open', null, { title: 'Withdrawn', incidents: [idle] });
    await act('eva', 'problem', 'cancel', withdrawn.id, { note: 'By mistake' });
    const today = await report('Pumpe piept', -0.3);
    const cases = [...((await scanForCandidates(world.house))?.cases.keys() ?? [])];
    expect(cases).toEqual(expect.arrayContaining([...beeps, idle]));
    for (const each of [gone, merged, linked, today]) expect(cases).not.toContain(each);
    beeps = [...beeps, idle];
  });

  it('read pages that meet: everything once, and the groups of each', async () => {
    const supplier = { supplier: world.id('organisation.printwerk'), team: world.id('team.printwerk-hilfe'), service: world.id('service.printing') };
    const twice = new Date(world.house.clock.now() - 3 * dayMs).toISOString();
    const same = [
      await report('Same moment', 0, { started_at: twice }),
      await report('Same moment', 0, { started_at: twice }),
      await report('Same moment', 0, { started_at: twice }),
    ];
    await act('anna', 'work_order', 'offer', null, { title: 'Look', instruction: 'Please', parent: same[0] ?? '', ...supplier });
    const scope = { from: '2025-03-01', to: '2026-03-15', zone: 'Europe/Amsterdam', house: world.id('organisation.delta') };
    const paged: ScannedIncident[] = [];
    for (let after: ScannedIncident | null = null; ; after = paged.at(-1) ?? null) {
      const rows: ScannedIncident[] = await incidentsToScan(world.house.db, { ...scope, after, limit: 2 });
      paged.push(...rows);
      if (rows.length < 2) break;
    }
    const whole = await incidentsToScan(world.house.db, { ...scope, after: null, limit: 1_000 });
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(15);
    expect(whole.find(({ id }) => id === same[0])?.groups).toEqual([
      `service:${world.id('service.care-record')}`,
      `supplier:${world.id('organisation.printwerk')}`,
    ]);
    for (const id of same) await act('anna', 'incident', 'cancel', id, { note: 'Only for the test' });
  });

  let candidate: string;
  it('propose a rise once, with what it is about and what it may cost; a second scan tells nothing', async () => {
    const first = await refresh();
    expect(first.proposed).toHaveLength(1);
    candidate = first.proposed[0] ?? '';
    const found = await row(problemCandidate, candidate);
    expect(found).toMatchObject({ state: 'proposed', service: world.id('service.care-record'), currency: 'EUR' });
    const incidents = found.incidents as string[];
    expect(incidents.length).toBe(found.seen);
    expect(incidents.length).toBeGreaterThan(3);
    expect(beeps).toEqual(expect.arrayContaining(incidents));
    expect(found.odds_one_in).toBeGreaterThan(100);
    expect(found.yearly_cost_minor).toBeGreaterThan(0);
    expect(await refresh()).toMatchObject({ proposed: [], refreshed: [], returned: [], expired: [] });
    expect(await row(problemCandidate, candidate)).toMatchObject({ version: 1 });
    expect(await lastScan(world.house.db)).toMatchObject({ as_of: '2026-03-15', findings: 1, proposed: 0 });
  });

  it('count again when there is more', async () => {
    const before = await row(problemCandidate, candidate);
    const more = await report('Pumpe piept', -0.02);
    expect(await refresh()).toMatchObject({ proposed: [], refreshed: [candidate] });
    const { incidents, version } = await row(problemCandidate, candidate);
    expect(incidents).toEqual([...(before.incidents as string[]), more]);
    expect(version).toBe(2);
    beeps = incidents as string[];
  });

  it('stay quiet when dismissed, with a reason, until the evidence changes', async () => {
    expect(await attempt('eva', 'problem_candidate', 'dismiss', candidate)).toMatchObject({ refused: 'field.required', field: 'dismissed_reason' });
    await act('eva', 'problem_candidate', 'dismiss', candidate, { dismissed_reason: 'A filter change, planned' });
    const { seen, state, dismissed_seen } = await row(problemCandidate, candidate);
    expect([state, dismissed_seen]).toEqual(['dismissed', seen]);
    await world.pass(2 * day);
    const half = Math.max(3, Math.ceil(Number(seen) / 2));
    const fresh: string[] = [];
    while (fresh.length < half - 1) fresh.push(await report('Pumpe piept', 0.1 + fresh.length / 20));
    expect(await refresh()).toMatchObject({ proposed: [], returned: [] });
    fresh.push(await report('Pumpe piept', 0.05));
    expect(await refresh()).toMatchObject({ proposed: [], returned: [candidate] });
    const back = await row(problemCandidate, candidate);
    expect(back).toMatchObject({ state: 'proposed', open: true, dismissed_reason: 'A filter change, planned' });
    expect(back.incidents).toEqual(expect.arrayContaining(fresh));
    beeps = back.incidents as string[];
  });

  it('become a problem that names them back, and are not found again', async () => {
    await act('anna', 'problem_candidate', 'accept', candidate, { title: 'The pump of ward 3' });
    const { problem: opened } = await row(problemCandidate, candidate);
    const made = await row(problem, String(opened));
    expect(made).toMatchObject({ title: 'The pump of ward 3', source: 'candidate', candidate, service: world.id('service.care-record') });
    expect(made.incidents).toEqual(expect.arrayContaining(beeps));
    expect(await refresh()).toMatchObject({ proposed: [], returned: [] });
    // What comes after is a new matter, to be merged.
    await world.pass(day);
    const more = await Promise.all([0.1, 0.2, 0.3].map((ago) => report('Pumpe piept wieder', ago)));
    const [next = ''] = (await refresh()).proposed;
    expect(await attempt('eva', 'problem_candidate', 'merge', next, { problem: 'PRB-999' })).toMatchObject({ refused: 'field.not_there', field: 'problem' });
    await act('eva', 'problem_candidate', 'merge', next, { problem: made.id });
    expect((await row(problem, made.id)).incidents).toEqual(expect.arrayContaining([...beeps, ...more]));
    expect(await row(problemCandidate, next)).toMatchObject({ state: 'merged', problem: made.id });
    expect(await refresh()).toMatchObject({ proposed: [] });
  });

  it('are for nobody outside the house', async () => {
    for (const who of ['hschmidt', 'jkrause', 'fpolder'] as const)
      expect(await readRecord(world.house, { actor: world.actor(who), definition: problemCandidate, id: candidate })).toBeNull();
    expect(await attempt('kees', 'problem_candidate', 'expire', candidate, { why: 'quiet' })).toMatchObject({ refused: 'not_allowed' });
  });

  it('lapse when their incidents belong to a problem, and 28 days after the last', async () => {
    const burst = async (title: string) => Promise.all([0.1, 0.2, 0.3, 0.4].map((ago) => report(title, ago, { service: world.id('service.printing') })));
    await world.pass(day);
    const [toner, paper] = [await burst('Toner tropft'), await burst('Papier zerknittert')];
    const first = await refresh();
    expect(first.proposed).toHaveLength(1);
    await act('eva', 'problem', 'open', null, { title: 'Printers', incidents: [...toner, ...paper] });
    expect(await refresh()).toMatchObject({ expired: first.proposed });
    await world.pass(40 * day);
    await burst('Lampe blinkt');
    const [lamp = ''] = (await refresh()).proposed;
    await world.pass(26 * day);
    expect((await refresh()).expired).toEqual([]);
    await world.pass(3 * day);
    expect((await refresh()).expired).toEqual([lamp]);
    expect(await row(problemCandidate, lamp)).toMatchObject({ state: 'expired', open: false });
  });

  it('are looked for every night, by a job that makes up for a night it missed', async () => {
    await watchCandidates(world.house);
    const planned = await nextScan(world.house.db);
    expect(planned?.slice(11, 13)).toBe('01');
    await world.pass(0);
    await watchCandidates(world.house);
    expect(await nextScan(world.house.db)).toBe(planned);
    const before = await lastScan(world.house.db);
    const night = { ...world.house, clock: { now: () => Date.parse(planned ?? '') + 5 * 3_600_000 } };
    expect(await jobRunner(night, candidateJobs).drain()).toBe(1);
    expect((await lastScan(world.house.db))?.as_of).not.toBe(before?.as_of);
    expect(Date.parse((await nextScan(world.house.db)) ?? '')).toBe(Date.parse(planned ?? '') + dayMs);
  });

  it('cost the same number of statements however many incidents there are', async () => {
    const cost = async (): Promise<number> => {
      const before = statements;
      await scanForCandidates(world.house);
      return statements - before;
    };
    await cost();
    const few = await cost();
    for (let n = 0; n < 20; n += 1) await report(`Wort${n}`, 30 + n);
    expect(await cost()).toBe(few);
  });

  it('leave rows that are the fold of the journal', async () => expect(await verify(world.house)).toEqual([]));
});
