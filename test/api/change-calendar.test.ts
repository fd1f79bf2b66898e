// The calendar of changes over HTTP: conflicts told in both changes, slots without blocks, feeds other programs read, and who may know what.

import { sync } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

const hour = 3_600_000;
const from = Date.parse('2026-03-10T00:00:00Z');
const at = (hours: number): string => new Date(from + hours * hour).toISOString();

eachDatabase('the calendar of changes', (open) => {
  let w: World;
  let agent: Client;
  let statements = 0;
  const counting = (db: Db): Db => ({
    ...db,
    query: (sql, params, options) => {
      statements += 1;
      return db.query(sql, params, options);
    },
  });
  const ids: Record<string, string> = {};
  const planned = (title: string, services: readonly string[], [start, end]: readonly [number, number], more: object = {}) =>
    w.act('change', 'open', {
      input: {
        title,
        type: 'normal',
        services,
        lead_party: w.id('organisation.house'),
        planned_start: at(start),
        planned_end: at(end),
        outage_minutes: 30,
        ...more,
      },
    });
  const calendar = async (who: Client, more = '') => (await who.get(`/api/changes/calendar?from=${at(0)}&to=${at(24 * 14)}${more}`)).body;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  const entry = (body: any, id: string) => body.data.find((each: { id: string }) => each.id === id);

  beforeAll(async () => {
    w = await world(await open(), { wrap: counting });
    agent = await w.as('agent');
    await w.act('service', 'compose', { target: w.id('service.a'), input: { composition: { all: [{ part: w.id('service.x') }] } } });
    ids.x = await planned('Replace the line of Xray', [w.id('service.x')], [22, 24]);
    ids.whole = await planned(
      'New release — “Grüße” für alle, zonder onderbreking, met een lange titel die gevouwen moet worden 網路',
      [w.id('service.a')],
      [23, 25],
    );
    ids.far = await planned('Something else', [w.id('service.b')], [100, 101]);
    ids.freeze = await w.act('change_window', 'plan', {
      input: { title: 'Audit week', kind: 'freeze', organisation: w.id('organisation.b'), starts_at: at(96), ends_at: at(120) },
    });
    ids.nights = await w.act('change_window', 'plan', {
      input: {
        title: 'Nightly window',
        kind: 'maintenance',
        starts_at: at(0),
        zone: 'Europe/Amsterdam',
        recurrence: { days: [2, 3], from: '23:00', to: '02:00' },
      },
    });
    ids.notice = await w.act('maintenance_notice', 'receive', {
      input: {
        title: 'Works',
        provider: 'Xray',
        supplier: w.id('organisation.x'),
        notice_key: 'X-1',
        status: 'CONFIRMED',
        starts_at: at(23),
        ends_at: at(27),
        services: [w.id('service.x')],
      },
    });
  });
  afterAll(() => w.close());

  it('tells each of two changes on what depends on one another of the other, the notice beneath, and the freeze of a customer', async () => {
    const body = await calendar(agent);
    const told = (id: string | undefined) =>
      entry(body, id ?? '').conflicts.map((each: { severity: string; kind: string; with: string }) => `${each.severity} ${each.kind} ${each.with}`);
    expect(told(ids.x)).toEqual(expect.arrayContaining([`warn dependent ${ids.whole}`, `warn supplier ${ids.notice}`]));
    expect(told(ids.whole)).toEqual(expect.arrayContaining([`warn dependent ${ids.x}`, `warn supplier ${ids.notice}`]));
    expect(told(ids.far)).toContain(`block freeze ${ids.freeze}`);
    expect(body.zone).toBe('Europe/Amsterdam');
    const nights = body.data
      .filter((each: { id: string }) => each.id === ids.nights)
      .map((each: { starts_at: string; ends_at: string }) => [each.starts_at, each.ends_at]);
    expect(nights).toEqual([10, 11, 17, 18].map((day) => [`2026-03-${day}T22:00:00.000Z`, `2026-03-${day + 1}T01:00:00.000Z`]));
    const [conflict] = (await agent.get(`/api/changes/${ids.far}/conflicts`, { 'accept-language': 'nl' })).body.data;
    expect(conflict).toMatchObject({ kind: 'freeze', says: 'Het valt in de bevriezing “Audit week”.' });
    expect(conflict.solve).toContain('15 mrt');
  });

  it('costs the same number of statements for many plans as for few, and filters what a view asks', async () => {
    const cost = async () => {
      const before = statements;
      await calendar(agent);
      return statements - before;
    };
    await calendar(agent);
    const few = await cost();
    for (let n = 0; n < 12; n += 1) await planned(`More ${n}`, [w.id(n % 2 ? 'service.a' : 'service.x')], [200 + n, 202 + n]);
    await calendar(agent);
    expect(await cost()).toBe(few);
    // One for each step in what stands above it, one more where services are, and what does not depend on that.
    expect(few).toBeLessThanOrEqual(9);
    const kinds = (body: { data: readonly { kind: string }[] }) => [...new Set(body.data.map((each) => each.kind))];
    expect(kinds(await calendar(agent, '&kinds=freeze,notice'))).toEqual(['notice', 'freeze']);
    const own = (await calendar(agent, `&customer=${w.id('organisation.b')}`)).data.map((each: { id: string }) => each.id);
    expect(own).toContain(ids.far);
    expect(own).not.toContain(ids.x);
    expect((await agent.get(`/api/changes/calendar?from=${at(0)}&to=${at(-1)}`)).body).toMatchObject({ code: 'calendar.wrong_period', field: 'to' });
    expect((await agent.get(`/api/changes/calendar?from=${at(0)}&to=${at(24 * 500)}`)).body.code).toBe('calendar.too_long');
    expect((await agent.get(`/api/changes/calendar?from=${at(0)}&to=${at(1)}&kinds=party`)).body.code).toBe('field.not_choice');
  });

  it('finds slots that nothing blocks, and says what each leaves', async () => {
    const { status, body } = await agent.post('/api/changes/slots', { minutes: 90, services: [w.id('service.b')], outage_minutes: 10, from: at(90) });
    expect(status).toBe(200);
    expect(body.data.length).toBeGreaterThan(0);
    for (const slot of body.data) {
      expect(Date.parse(slot.ends_at) - Date.parse(slot.starts_at)).toBe(90 * 60_000);
      expect(slot.starts_at >= at(120) || slot.ends_at <= at(96)).toBe(true);
      expect(slot.conflicts.every((each: { severity: string }) => each.severity !== 'block')).toBe(true);
    }
    expect((await agent.post('/api/changes/slots', { minutes: 90 })).body).toMatchObject({ code: 'field.required', field: 'services' });
    expect((await agent.post('/api/changes/slots', { minutes: 90, change: ids.x, from: at(0) })).status).toBe(200);
  });

  it('shows outsiders what is theirs, and nobody outside what stands in the way', async () => {
    for (const who of ['user_a', 'agent_y'] as const) {
      const outsider = await w.as(who);
      const answer = await outsider.get(`/api/changes/calendar?from=${at(0)}&to=${at(24 * 14)}`);
      expect(answer.text).not.toMatch(/canary(bravo|xray|house)|Works|Audit week/);
      expect((await outsider.get(`/api/changes/${ids.x}/conflicts`)).status).toBe(403);
      expect((await outsider.post('/api/changes/slots', { minutes: 60, services: [w.id('service.a')] })).status).toBe(403);
    }
    const supplier = await calendar(await w.as('agent_x'));
    expect(entry(supplier, ids.notice ?? '')).toMatchObject({ title: 'Works', conflicts: [] });
    expect(entry(supplier, ids.freeze ?? '')).toBeUndefined();
    const customer = await calendar(await w.as('user_b'));
    expect(entry(customer, ids.freeze ?? '')).toMatchObject({ title: 'Audit week' });
  });

  it('takes in notices: once, newer ones only, cancellations withdraw, and what nobody can read waits for a person', async () => {
    const ics = (sequence: number, status: string, end = '20260320T230000Z') =>
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:1',
        'SUMMARY:Works',
        `SEQUENCE:${sequence}`,
        'DTSTAMP:20260301T080000Z',
        'DTSTART:20260320T210000Z',
        `DTEND:${end}`,
      ]
        .concat([
          'X-MAINTNOTE-PROVIDER:org-y',
          'X-MAINTNOTE-MAINTENANCE-ID:Y-1',
          `X-MAINTNOTE-STATUS:${status}`,
          'X-MAINTNOTE-OBJECT-ID:svc-y',
          'END:VEVENT',
          'END:VCALENDAR',
          '',
        ])
        .join('\r\n');
    const program = await w.withToken('agent', ['maintenance_notice.receive', 'read']);
    const take = async (raw: string, who = program) =>
      who.send({ method: 'POST', path: '/api/maintenance_notices/intake', raw, headers: { 'content-type': 'text/calendar' } });
    const first = await take(ics(1, 'TENTATIVE'));
    expect(first.body).toMatchObject({ received: 1, updated: 0, nothing_new: 0, unreadable: 0 });
    const read = async () => (await program.get(`/api/maintenance_notices/${first.body.ids[0]}`)).body.data;
    expect(await read()).toMatchObject({ state: 'planned', supplier: w.id('organisation.y'), services: [w.id('service.y')], notice_key: 'Y-1' });
    expect((await take(ics(1, 'TENTATIVE'))).body).toMatchObject({ received: 0, nothing_new: 1 });
    expect((await take(ics(3, 'CONFIRMED', '20260321T010000Z'))).body).toMatchObject({ updated: 1, ids: first.body.ids });
    expect((await take(ics(2, 'CANCELLED'))).body).toMatchObject({ nothing_new: 1 });
    expect(await read()).toMatchObject({ state: 'planned', status: 'CONFIRMED', ends_at: '2026-03-21T01:00:00.000Z' });
    expect((await take(ics(4, 'CANCELLED'))).body).toMatchObject({ updated: 1 });
    expect(await read()).toMatchObject({ state: 'withdrawn' });
    const odd = (await program.post('/api/maintenance_notices/intake', { content: 'Subject: Soon\r\n\r\nNext Thursday night.' })).body;
    expect(odd).toMatchObject({ received: 1, unreadable: 1 });
    expect((await program.get(`/api/maintenance_notices/${odd.ids[0]}`)).body.data).toMatchObject({
      state: 'unreadable',
      title: 'Soon',
      raw: expect.stringContaining('Next Thursday'),
    });
    const other = ics(11, 'CONFIRMED').replace('Y-1', 'Y-2');
    const dry = '/api/maintenance_notices/intake?dry_run=true';
    const preview = { dry_run: true, received: 1, ids: [], notices: [{ outcome: 'received', notice_key: 'Y-2', id: null }] };
    expect((await program.post(dry, { content: other })).body).toMatchObject(preview);
    expect((await program.post(dry, { content: other })).body.received).toBe(1);
    expect((await program.post('/api/maintenance_notices/intake', { content: ' ' })).body).toMatchObject({ code: 'notice.empty', field: 'content' });
    expect((await take(ics(9, 'CONFIRMED'), await w.withToken('agent', ['read']))).status).toBe(403);
    expect((await take(ics(9, 'CONFIRMED'), await w.withToken('agent_y', ['write']))).status).toBe(403);
  });

  it('of a supplier with a template of our own is read by it, once it reads its sample; what it does not find is told', async () => {
    const manager = await w.as('admin');
    const mail = 'From: noc@works.example\r\nSubject: Work\r\n\r\nVan: 2026-03-25 22:00\r\nTot: 2026-03-26 02:00\r\nKenmerk: W-7\r\n';
    const template = { provider: 'Works', supplier: w.id('organisation.x'), marks: ['works.example'], zone: 'Europe/Amsterdam', sample: mail };
    const said = { ...template, starts_after: ['Van:'], ends_after: ['Tot:'], key_after: ['Kenmerk:'] };
    const { supplier: _supplier, ...tried } = { ...said, ends_after: ['Einde:'] };
    const told = await agent.post('/api/notice_templates/try', tried, { 'accept-language': 'nl' });
    expect(told.body.data).toMatchObject({ notice: { notice_key: 'W-7' }, faults: [{ field: 'ends_after', text: expect.stringContaining('“Einde:”') }] });
    expect((await (await w.as('agent_x')).post('/api/notice_templates/try', tried)).status).toBe(403);
    expect((await agent.post('/api/notice_templates', said)).status).toBe(403);
    expect((await manager.post('/api/notice_templates', { ...said, ends_after: ['Einde:'] })).body).toMatchObject({
      code: 'notice_template.no_match',
      field: 'ends_after',
    });
    expect((await manager.post('/api/notice_templates', said)).status).toBe(201);
    const program = await w.withToken('manager', ['write']);
    const box = `From a@b Mon Jun  1 08:00:00 2026\n${mail}\nFrom a@b Mon Jun  1 09:00:00 2026\nSubject: Lunch\n\nNoon?\n`;
    const taken = (await program.post('/api/maintenance_notices/intake', { content: box })).body;
    expect(taken.notices).toMatchObject([
      { outcome: 'received', provider: 'Works', notice_key: 'W-7', starts_at: '2026-03-25T21:00:00.000Z' },
      { outcome: 'unreadable', title: 'Lunch' },
    ]);
    expect((await manager.get(`/api/maintenance_notices/${taken.ids[0]}`)).body.data).toMatchObject({ state: 'planned', supplier: w.id('organisation.x') });
  });

  describe('a feed', () => {
    let path = '';
    let feed = '';
    const events = (text: string) => Object.values(sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');

    it('is made by a person for a view, and read with its address alone', async () => {
      const made = await agent.post('/api/calendar_feeds', { name: 'Mine', kinds: 'change,notice,freeze' });
      expect(made.status).toBe(201);
      ({ path } = made.body);
      feed = made.body.data.id;
      const { status, headers, text } = await w.anonymous.get(path);
      expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(text).toMatch(/METHOD:PUBLISH\r\n/);
      expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text).not.toContain('\uFFFD');
      const found = events(text);
      const whole = found.find((each) => each && 'summary' in each && String(each.summary).startsWith(ids.whole ?? '-'));
      expect(whole).toMatchObject({
        summary: `${ids.whole} New release — “Grüße” für alle, zonder onderbreking, met een lange titel die gevouwen moet worden 網路`,
        status: 'TENTATIVE',
      });
      expect(whole && 'start' in whole ? new Date(String(whole.start)).toISOString() : '').toBe(at(23));
      expect((await agent.get('/api/calendar_feeds')).text).not.toContain(path.slice(14, 40));
    });

    it('keeps its numbers, counts every change up, and says when nothing changed', async () => {
      const of = (text: string, id: string) => {
        const block =
          text
            .replaceAll('\r\n ', '')
            .split('BEGIN:VEVENT')
            .find((each) => each.includes(`SUMMARY:${id} `)) ?? '';
        return Object.fromEntries(block.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).split(';')[0], line.slice(line.indexOf(':') + 1)]));
      };
      const before = await w.anonymous.get(path);
      expect((await w.anonymous.get(path, { 'if-none-match': before.headers.etag ?? '' })).status).toBe(304);
      w.later(60_000);
      await w.act('change', 'cancel', { target: ids.whole ?? '', input: { note: 'Not needed' } });
      const after = await w.anonymous.get(path, { 'if-none-match': before.headers.etag ?? '' });
      expect(after.status).toBe(200);
      const [was, is] = [of(before.text, ids.whole ?? ''), of(after.text, ids.whole ?? '')];
      expect(is.UID).toBe(was.UID);
      expect(Number(is.SEQUENCE)).toBe(Number(was.SEQUENCE) + 1);
      expect([was.STATUS, is.STATUS]).toEqual(['TENTATIVE', 'CANCELLED']);
      expect(String(is['LAST-MODIFIED']) > String(was['LAST-MODIFIED'])).toBe(true);
      expect(of(after.text, ids.far ?? '').SEQUENCE).toBe(of(before.text, ids.far ?? '').SEQUENCE);
    });

    it('ends when it is revoked, by its owner only, and unknown ones are not there', async () => {
      const other = await w.as('manager');
      expect((await other.send({ method: 'DELETE', path: `/api/calendar_feeds/${feed}` })).status).toBe(404);
      expect((await agent.send({ method: 'DELETE', path: `/api/calendar_feeds/${feed}` })).status).toBe(200);
      expect((await w.anonymous.get(path)).status).toBe(404);
      expect((await w.anonymous.get(`/api/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
      expect((await w.anonymous.get('/api/calendar/whatever')).status).toBe(404);
      const token = await w.withToken('agent', ['read', 'write']);
      expect((await token.post('/api/calendar_feeds', { name: 'More' })).body.code).toBe('login.session_only');
    });

    it('shows what its person may see at that moment', async () => {
      const customer = await w.as('user_b');
      const { path: own } = (await customer.post('/api/calendar_feeds', { name: 'Ours' })).body;
      const { text } = await w.anonymous.get(own);
      expect(text).toContain('Audit week');
      expect(text).not.toMatch(/Works|canaryxray|canaryalpha/);
      await w.act('person', 'leave', { target: w.id('person.user_b') });
      expect((await w.anonymous.get(own)).status).toBe(404);
    });
  });
});
