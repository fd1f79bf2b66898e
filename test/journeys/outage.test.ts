// The server goes away in the middle of work and comes back; and two people change the same thing.
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, newPlace, type Server, start } from '../faults/server.ts';
import { button, composer, dialog, fetched, field, go, picture, record, sees, sent, settled, soon, useStage } from './stage.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const found = createServer();
    found.listen(0, '127.0.0.1', () => {
      const address = found.address();
      found.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

describe('a server that goes away', () => {
  const stage = useStage();
  const place = newPlace();
  const password = 'vier losse woorden samen';
  let port = '';
  let server: Server;
  let page: Page;
  let id = '';

  const signIn = async (path: string): Promise<Page> => {
    const mine = await stage.arrive(`${server.url}/signin?to=${encodeURIComponent(path)}`);
    await field(mine, 'E-mail address').fill('ada@rivierenland.example');
    await field(mine, 'Password').fill(password);
    await button(mine, 'Sign in').click();
    await mine.waitForURL((url) => url.pathname !== '/signin');
    return mine;
  };

  /** A small world by the API: a customer, a service promised to it, a desk, and one incident. */
  async function furnish(mine: Page): Promise<void> {
    const make = async (plural: string, input: unknown): Promise<string> => {
      const made = await sent<{ data: { id: string }; detail?: string }>(mine, `/api/${plural}`, input);
      if (made.status !== 201) throw new Error(`${plural}: ${JSON.stringify(made.body)}\n${server.output()}`);
      return made.body.data.id;
    };
    const act = async (path: string, input: unknown = {}): Promise<void> => {
      const done = await sent(mine, `/api/${path}`, input);
      if (done.status !== 200) throw new Error(`${path}: ${JSON.stringify(done.body)}`);
    };
    const house = ((await fetched(mine, '/api/session')).body as { house: { id: string } }).house.id;
    const team = await make('teams', { name: 'Service Desk', organisation: house });
    const customer = await make('organisations', { name: 'Waterschap Zuid', code: 'waterschap-zuid', zone: 'Europe/Amsterdam', language: 'nl' });
    const service = await make('services', { name: 'Werkplek', code: 'werkplek', provider: house, criticality: 'high', team });
    await act(`services/${service}/launch`);
    const calendar = await make('calendars', { name: 'Altijd', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] });
    const targets = { 1: 60, 2: 120, 3: 240, 4: 480, 5: 960 };
    const promise = await make('promises', {
      name: 'Herstel',
      metric: 'restore',
      measured_per: 'month',
      service,
      provider: house,
      customer,
      calendar,
      targets,
    });
    await act(`promises/${promise}/sign`, { valid_from: '2024-01-01' });
    id = await make('incidents', { title: 'Bestanden traag', service, customer, impact: 'medium', urgency: 'medium', team });
  }

  beforeAll(async () => {
    port = String(await freePort());
    server = await start(place, [], { TESSERA_PORT: port });
    const token = /setup\?token=(\S+)/.exec(server.output())?.[1];
    const body = {
      token,
      name: 'Ada Beheer',
      email: 'ada@rivierenland.example',
      password,
      organisation: 'Rivierenland Regie',
      language: 'en',
      zone: 'Europe/Amsterdam',
      world: 'empty',
    };
    const made = await fetch(`${server.url}/api/setup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(made.status).toBe(200);
    page = await signIn('/settings');
    await furnish(page);
  });
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    await server?.gone;
    forget(place);
  });

  it('says that it is gone and how old the picture is; what is shown and written stays', async () => {
    await go(page, `/${id}`);
    await settled(page);
    await page.locator('.line[data-state=live]').waitFor();
    await composer(page).locator('textarea').fill('Halverwege een zin');
    server.child.kill('SIGKILL');
    await server.gone;
    const banner = page.locator('.banner[data-kind=lost]');
    await banner.waitFor();
    expect(await banner.textContent()).toMatch(/No connection: what you see is \d+\s?\w* old/);
    await sees(record(page).locator('.detail-title'), 'Bestanden traag');
    await composer(page).locator('textarea').fill('Halverwege een zin, en af.');
    await composer(page)
      .getByRole('button', { name: /^Note for/ })
      .click();
    await sees(composer(page), /cannot be reached|not confirmed/);
    expect(await composer(page).locator('textarea').inputValue()).toBe('Halverwege een zin, en af.');
    await picture(page, '11-lost');
  });

  it('comes back by itself, and the message is sent once', async () => {
    server = await start(place, [], { TESSERA_PORT: port });
    const began = Date.now();
    // The line is dialled again after at most three quarters of a minute.
    await page.locator('.line[data-state=live]').waitFor({ timeout: 90_000 });
    console.warn(`live again ${((Date.now() - began) / 1000).toFixed(1)} s after the server was ready`);
    await page.locator('.banner[data-kind=lost]').waitFor({ state: 'detached' });
    await composer(page)
      .getByRole('button', { name: /^Note for/ })
      .click();
    await sees(record(page).locator('.entry'), 'Halverwege een zin, en af.');
    await soon(() => composer(page).locator('textarea').inputValue()).toBe('');
    const { data } = (await fetched(page, `/api/incidents/${id}/journal`)).body as { data: { note: string | null }[] };
    expect(data.filter((each) => each.note === 'Halverwege een zin, en af.')).toHaveLength(1);
    await picture(page, '11-back');
  }, 240_000);

  it('a page that was open all the time sees what happened after the return', async () => {
    const other = await signIn(`/${id}`);
    await composer(other).locator('textarea').fill('Van de andere kant');
    await composer(other)
      .getByRole('button', { name: /^Note for/ })
      .click();
    await sees(record(page).locator('.entry'), 'Van de andere kant');
  });

  it('two people change the same thing: the second is told, sees the newest, and tries again', async () => {
    const other = await signIn(`/${id}`);
    await settled(other);
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    const classify = async (who: Page) => {
      await record(who).getByRole('button', { name: 'More actions' }).click();
      await who.getByRole('menuitem', { name: 'Classify again' }).click();
      await dialog(who).waitFor();
    };
    // While the form is open its version must not follow by itself, or nobody would ever be told.
    await other.route('**/api/live', (route) => route.abort());
    await other.reload();
    await settled(other);
    await classify(other);
    await classify(page);
    await field(dialog(page), 'Impact').selectOption({ label: 'High' });
    await button(dialog(page), 'Classify again').click();
    await dialog(page).waitFor({ state: 'hidden' });
    await field(dialog(other), 'Impact').selectOption({ label: 'Low' });
    await button(dialog(other), 'Classify again').click();
    await sees(dialog(other), 'Somebody changed this meanwhile');
    await picture(other, '11-stale');
    const value = ((await fetched(other, `/api/incidents/${id}`)).body as { data: { impact: string } }).data.impact;
    expect(value).toBe('high');
    await button(dialog(other), 'Classify again').click();
    await dialog(other).waitFor({ state: 'hidden' });
    await soon(async () => ((await fetched(other, `/api/incidents/${id}`)).body as { data: { impact: string } }).data.impact).toBe('low');
  });
});
