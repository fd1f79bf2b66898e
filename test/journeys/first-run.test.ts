// The first hour of a new installation: the link on the console, the wizard, and the first things an administrator makes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, newPlace, type Server, start } from '../faults/server.ts';
import { button, dialog, field, go, picture, record, refer, sees, settled, useStage } from './stage.ts';

describe('an empty installation', () => {
  const stage = useStage();
  const place = newPlace();
  let server: Server;
  let link = '';
  let page: Page;
  const password = 'vier losse woorden samen';

  beforeAll(async () => {
    server = await start(place);
    link = /http\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? '';
  });
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    await server?.gone;
    forget(place);
  });

  it('prints a link to make the first administrator, and offers nobody to become', async () => {
    expect(link).toMatch(/token=[\w-]{20,}/);
    page = await stage.arrive(`${server.url}/`);
    await page.waitForURL((url) => url.pathname === '/signin');
    await sees(page, /Nobody has been set up yet/);
    expect(await page.locator('.personas').count()).toBe(0);
    const session = (await (await fetch(`${server.url}/api/session`)).json()) as { personas?: unknown; demo: boolean };
    expect(session).toMatchObject({ demo: false, setup_needed: true });
    expect(session.personas ?? []).toEqual([]);
    const become = await fetch(`${server.url}/api/session/persona`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'PER-1' }),
    });
    expect(become.status).toBe(404);
  });

  it('a link with another token opens nothing', async () => {
    const other = await stage.arrive(`${server.url}/setup?token=${'x'.repeat(43)}`);
    await other.getByRole('alert').waitFor();
    expect(await other.getByLabel(/Organisation/).count()).toBe(0);
  });

  it('the wizard asks in three steps, says which password is too weak, and signs in', async () => {
    await page.goto(link);
    await field(page, 'Organisation').fill('Rivierenland Regie');
    await button(page, 'Next').click();
    await field(page, 'Name').fill('Ada Beheer');
    await field(page, 'E-mail address').fill('ada@rivierenland.example');
    await field(page, 'Password').fill('kort');
    await picture(page, '06-wizard');
    await button(page, 'Next').click();
    await page.getByLabel(/^Empty/).check();
    await button(page, 'Set up and sign in').click();
    await sees(page, /at least|12|characters/i);
    await field(page, 'Password').fill(password);
    await button(page, 'Next').click();
    await button(page, 'Set up and sign in').click();
    await page.waitForURL((url) => url.pathname === '/inbox');
    await sees(page, 'Nothing is waiting for you');
    await picture(page, '06-empty-inbox');
  });

  it('the used link is dead', async () => {
    const late = await stage.arrive(link);
    await late.getByRole('alert').waitFor();
    expect(await late.getByLabel(/Organisation/).count()).toBe(0);
    await picture(late, '06-dead-link');
  });

  it('she makes a team and a service', async () => {
    await go(page, '/list/teams');
    await settled(page);
    await page.locator('.page-head').getByRole('button').click();
    await field(dialog(page), 'Name').fill('Service Desk');
    await refer(dialog(page), 'Organisation', 'Rivierenland Regie');
    await picture(page, '06-team');
    await dialog(page).locator('button[type=submit]').click();
    await record(page).getByRole('heading', { name: 'Service Desk' }).waitFor();
    await go(page, '/list/services');
    await settled(page);
    await page.locator('.page-head').getByRole('button').click();
    await field(dialog(page), 'Name').fill('Werkplek');
    await field(dialog(page), 'Code').fill('werkplek');
    await refer(dialog(page), 'Provider', 'Rivierenland Regie');
    await field(dialog(page), 'Criticality').selectOption({ label: 'High' });
    await dialog(page).locator('button[type=submit]').click();
    await record(page).getByRole('heading', { name: 'Werkplek' }).waitFor();
    await picture(page, '06-service');
  });

  it('signs in again with the password, and not with another', async () => {
    const again = await stage.arrive(`${server.url}/signin`);
    await field(again, 'E-mail address').fill('ada@rivierenland.example');
    await field(again, 'Password').fill('een heel ander wachtwoord');
    await button(again, 'Sign in').click();
    await sees(again.getByRole('alert'), 'The address or the password is wrong.');
    await picture(again, '06-wrong-password');
    expect(new URL(again.url()).pathname).toBe('/signin');
    await field(again, 'Password').fill(password);
    await button(again, 'Sign in').click();
    await again.waitForURL((url) => url.pathname === '/inbox');
  });
});
