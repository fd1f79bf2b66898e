// A CAB meeting over HTTP as its people live it: frozen at the cut-off, late items, votes, two chairs at once, decisions as minutes, votes by a deadline.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import { textOfPdf } from '../pdf-text.ts';
import type { Answer, Client } from './client.ts';
import { canaries, start, type World, world } from './world.ts';

const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
/** A PDF sets every word by itself. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');
type Item = { readonly change: string; readonly visible: boolean; readonly late: boolean; readonly may: readonly string[]; readonly polled: never };

eachDatabase('CAB meetings', (open) => {
  let w: World;
  let chair: Client;
  let agent: Client;
  let x: Client;
  let y: Client;
  let a: Client;
  const changes: Record<string, string> = {};
  let meeting = '';
  /** Sessions end while days pass: everybody signs in anew. */
  const as = async (): Promise<void> => {
    [chair, agent, x] = [await w.as('manager'), await w.as('agent'), await w.as('agent_x')];
    [y, a] = [await w.as('agent_y'), await w.as('user_a')];
  };
  const ok = async (answer: Promise<Answer>): Promise<Answer['body']> => {
    const { status, text, body } = await answer;
    expect([200, 201], text).toContain(status);
    return body;
  };
  const refused = async (answer: Promise<Answer>): Promise<string> => (await answer).body.code;
  const raise = async (key: string, more: object = {}): Promise<void> => {
    const answers = { reason: 'Needed', benefit: 'It lasts', risks: 'It may not start', resources: 'An evening', relations: 'None' };
    const plan = {
      services: [w.id('service.a')],
      builder: w.id('person.agent'),
      outage_minutes: 0,
      backout_plan: 'Put the old one back',
      backout_tested: true,
    };
    const input = { title: `Change ${key}`, type: 'normal', ...answers, ...plan, ...more };
    const change = (await ok(agent.post('/api/changes', input))).data.id;
    await ok(agent.post(`/api/changes/${change}/submit`, {}));
    await ok(agent.post(`/api/changes/${change}/assess`, {}));
    changes[key] = change;
  };
  const id = (key: string): string => changes[key] as string;
  const at = (command: string, input: object = {}, who: Client = chair, headers: Record<string, string> = {}) =>
    who.post(`/api/cab_meetings/${meeting}/${command}`, input, headers);
  const room = async (who: Client = chair) => (await ok(who.get(`/api/cab_meetings/${meeting}/room`))).data;
  const votes = (who: Client, key: string, input: object) => who.post(`/api/changes/${id(key)}/vote`, input);
  const decides = (key: string, command: string, input: object = {}) => chair.post(`/api/changes/${id(key)}/${command}`, input);

  beforeAll(async () => {
    w = await world(await open());
    await w.act('membership', 'open', { input: { person: w.id('person.manager'), organisation: w.id('organisation.house'), role: 'process_manager' } });
    await as();
    await raise('one', { lead_party: w.id('organisation.x') });
    await raise('two', { lead_party: w.id('organisation.y'), type: 'emergency' });
    await raise('three');
    const input = {
      ...{ title: 'CAB of March', kind: 'regular', mode: 'meeting', starts_at: iso(start + 26 * hour), cut_off: iso(start + 2 * hour), repeats: 'weekly' },
      ...{ chair: w.id('person.manager'), members: ['manager', 'agent', 'agent_x', 'agent_y', 'user_a'].map((who) => w.id(`person.${who}`)) },
    };
    meeting = (await ok(chair.post('/api/cab_meetings', input))).data.id;
  }, 120_000);
  afterAll(() => w.close());

  it('freezes its agenda at the cut-off by itself, emergencies first, and marks what comes later', async () => {
    expect((await room()).items).toEqual([]);
    expect(await refused(votes(x, 'one', { vote: 'approve' }))).toBe('change.vote.no_meeting');
    w.later(2 * hour);
    await w.settle();
    expect((await room()).items.map((each: Item) => each.change)).toEqual([id('two'), id('one'), id('three')]);
    await raise('late');
    expect(await refused(at('add', { change: id('late') }))).toBe('cab_meeting.add.why_late');
    await ok(at('add', { change: id('late'), reason: 'Found this morning' }));
    await w.settle();
    const { items } = await room();
    expect(items.map((each: Item) => each.late)).toEqual([false, false, false, true]);
    expect((await ok(agent.get(`/api/changes/${id('late')}`))).data.meeting).toBe(meeting);
  });

  it('shows others what is theirs, asks them for those votes only, and tells nobody who else is at the table', async () => {
    const seen = await room(x);
    expect(seen.items.map((each: Item) => each.visible)).toEqual([false, true, false, false]);
    const told = JSON.stringify(await ok(x.get(`/api/cab_meetings/${meeting}/room`)));
    for (const secret of [canaries.y, canaries.a, id('two'), id('three'), 'Found this morning', w.id('person.agent_y'), w.id('organisation.y')])
      expect(told).not.toContain(secret);
    expect((await room(a)).items.every((each: Item) => !each.visible)).toBe(true);
    expect((await ok(x.get('/api/cab_meetings/asked'))).data.map((each: { change: string }) => each.change)).toEqual([id('one')]);
    expect((await (await w.as('user_b')).get(`/api/cab_meetings/${meeting}/room`)).status).toBe(404);
    expect((await w.anonymous.get(`/api/cab_meetings/${meeting}/room`)).status).toBe(401);
  });

  it('takes votes of members with their reasons, a changed mind, and never the builder’s', async () => {
    await ok(at('start'));
    expect(await refused(votes(agent, 'one', { vote: 'approve' }))).toBe('change.vote.builder');
    expect(await refused(votes(await w.as('admin'), 'one', { vote: 'approve' }))).toBe('change.vote.not_a_member');
    expect((await votes(x, 'one', { vote: 'reject' })).body).toMatchObject({ code: 'change.vote.reason', field: 'reason' });
    await ok(votes(x, 'one', { vote: 'reject', reason: 'Too soon' }));
    await ok(votes(x, 'one', { vote: 'approve_if', reason: 'After six' }));
    await ok(votes(chair, 'one', { vote: 'approve' }));
    await ok(votes(y, 'two', { vote: 'approve' }));
    expect((await votes(y, 'one', { vote: 'approve' })).status).toBe(404);
    const one = (await room()).items.find((each: Item) => each.change === id('one'));
    expect(one.polled.votes.map((each: { vote: string }) => each.vote)).toEqual(['approve_if', 'approve']);
    const seen = (await room(x)).items[1].polled;
    expect([seen.votes.length, seen.others, seen.own.reason, seen.verdict]).toEqual([1, 1, 'After six', null]);
  });

  it('goes on by one item when two press next at once, and a repeated request changes nothing', async () => {
    const { current } = await room();
    expect(current).toBe(id('two'));
    const admin = await w.as('admin');
    const both = await Promise.all([at('next', { after: current }), at('next', { after: current }, admin)]);
    expect(both.map((each) => each.status).toSorted()).toEqual([200, 422]);
    expect((await room()).current).toBe(id('one'));
    const key = { 'idempotency-key': 'once-more' };
    for (let i = 0; i < 2; i += 1) await ok(at('next', { after: id('one') }, chair, key));
    expect((await room()).current).toBe(id('three'));
    const { meeting: row } = await room();
    const stale = await at('next', { after: id('three') }, chair, { 'if-match': `"${row.version - 1}"` });
    expect(stale.status).toBe(412);
  });

  it('writes the minutes from what was voted and decided, and freezes them', async () => {
    await ok(decides('two', 'except', { exception: 'Pumps stop otherwise' }));
    await ok(decides('two', 'approve', {}));
    await ok(decides('one', 'approve', { conditions: 'Only after six' }));
    await ok(decides('three', 'defer', { decision_reason: 'No way back yet' }));
    await ok(at('act', { what: 'Write the way back', owner: w.id('person.agent'), change: id('three'), until: '2026-03-09' }));
    w.later(10 * 60_000);
    await ok(at('close'));
    const { minutes, frozen } = await room();
    expect(frozen).toBe(true);
    expect(minutes.items.map((each: { decision: { word: string } | null }) => each.decision?.word ?? null)).toEqual([
      'approved',
      'approved_if',
      'deferred',
      null,
    ]);
    expect(minutes.items[1]).toMatchObject({ decision: { condition: 'Only after six' }, votes: [{ vote: 'approve_if' }, { vote: 'approve' }] });
    expect(minutes.items[2].used_ms).toBe(10 * 60_000);
    const lines = minutes.lines.map((each: { what: string }) => each.what);
    expect(lines).toEqual(expect.arrayContaining(['late', 'started', 'voted', 'decided', 'action', 'ended']));
    expect(minutes.lines.find((each: { what: string }) => each.what === 'excepted')).toMatchObject({ change: id('two'), text: 'Pumps stop otherwise' });
    expect(minutes.items[0].decision.exception).toBe('Pumps stop otherwise');
    const supplied = JSON.stringify((await room(y)).minutes);
    expect(supplied).toContain(id('two'));
    expect(supplied).not.toContain('Pumps stop otherwise');
    expect(lines.filter((each: string) => each === 'voted').length).toBe(4);
    await ok(decides('three', 'cancel', { note: 'Not needed any more' }));
    expect((await room()).minutes).toEqual(minutes);
    await ok(at('correct', { text: 'It was after five' }));
    const after = await room();
    expect([after.minutes, after.corrections.length]).toEqual([minutes, 1]);
  });

  it('gives each reader the minutes in their language and with their own side only', async () => {
    const inside = await chair.get(`/api/cab_meetings/${meeting}/minutes.pdf`, { 'accept-language': 'nl' });
    expect(inside.headers['content-type']).toBe('application/pdf');
    const words = plain(await textOfPdf(inside.bytes));
    for (const each of ['Notulen: CAB of March', 'goedgekeurd met een voorwaarde', 'Only after six', 'Found this morning', 'It was after five'])
      expect(words).toContain(each);
    const outside = plain(await textOfPdf((await x.get(`/api/cab_meetings/${meeting}/minutes.pdf`, { 'accept-language': 'en' })).bytes));
    expect(outside).toContain('approved with a condition');
    for (const secret of [canaries.y, id('two'), 'No way back yet', 'Found this morning', 'Too soon'].slice(0, 4)) expect(outside).not.toContain(secret);
  });

  it('plans the next one a week later with the same people, once', async () => {
    await ok(at('recur'));
    await w.settle();
    const [next] = (await ok(chair.get('/api/cab_meetings?q=is:open'))).data;
    expect(next).toMatchObject({ previous: meeting, starts_at: iso(start + 26 * hour + 7 * 24 * hour), state: 'planned', agenda: [] });
    expect(await refused(at('recur'))).toBe('cab_meeting.recur.already');
  });

  it('settles a vote at its deadline by the rule, and leaves a rejection to the chair', async () => {
    await as();
    const now = w.house.clock.now();
    const night = { planned_start: iso(now + 200 * hour), planned_end: iso(now + 202 * hour) };
    for (const key of ['carried', 'against', 'thin']) await raise(key, { lead_party: w.id('organisation.x') });
    await raise('frozen', { lead_party: w.id('organisation.x'), ...night });
    await w.act('change_window', 'plan', {
      input: { title: 'Closing the year', kind: 'freeze', starts_at: iso(now + 199 * hour), ends_at: iso(now + 240 * hour) },
    });
    const input = {
      ...{
        title: 'By Thursday',
        kind: 'regular',
        mode: 'by_deadline',
        starts_at: iso(now + hour),
        deadline: iso(now + 49 * hour),
        filter: { types: ['standard'] },
      },
      ...{
        chair: w.id('person.manager'),
        members: ['manager', 'agent_x', 'admin'].map((who) => w.id(`person.${who}`)),
        rule: { quorum: 2, majority: 'simple', everybody: false },
      },
      changes: ['carried', 'against', 'thin', 'frozen'].map(id),
    };
    meeting = (await ok(chair.post('/api/cab_meetings', input))).data.id;
    w.later(hour);
    await w.settle();
    const admin = await w.as('admin');
    for (const who of [chair, x, admin]) for (const key of ['carried', 'frozen']) await ok(votes(who, key, { vote: 'approve' }));
    for (const who of [chair, admin]) await ok(votes(who, 'against', { vote: 'approve' }));
    await ok(votes(x, 'against', { vote: 'reject', reason: 'The line is old' }));
    await ok(votes(chair, 'thin', { vote: 'approve' }));
    expect(await refused(at('close'))).toBe('cab_meeting.close.voting');
    w.later(24.5 * hour);
    await w.settle();
    await as();
    expect((await ok(x.get('/api/cab_meetings/asked'))).data).toMatchObject([{ change: id('thin'), reminded_at: expect.any(String) }]);
    w.later(24 * hour);
    await w.settle();
    await as();
    expect(await refused(votes(x, 'thin', { vote: 'approve' }))).toBe('change.vote.too_late');
    const state = async (key: string): Promise<string> => (await ok(chair.get(`/api/changes/${id(key)}`))).data.state;
    expect([await state('carried'), await state('against'), await state('thin'), await state('frozen')]).toEqual([
      'approved',
      'assessed',
      'assessed',
      'assessed',
    ]);
    const { meeting: row } = await room();
    expect(row.state).toBe('frozen');
    expect(Object.fromEntries(row.settled.map((each: { change: string; verdict: string }) => [each.change, each.verdict]))).toEqual({
      [id('carried')]: 'approve',
      [id('against')]: 'rejected',
      [id('thin')]: 'no_quorum',
      [id('frozen')]: 'blocked',
    });
    await ok(decides('against', 'reject', { decision_reason: 'As the vote says' }));
    await ok(decides('thin', 'defer', { decision_reason: 'Ask again' }));
    await ok(decides('frozen', 'defer', { decision_reason: 'After the freeze' }));
    await ok(at('close'));
    expect((await room()).minutes.items.map((each: { decision: { word: string } }) => each.decision.word)).toEqual([
      'approved',
      'rejected',
      'deferred',
      'deferred',
    ]);
  });
});
