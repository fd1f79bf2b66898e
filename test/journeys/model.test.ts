// A small desk composes its model: four processes in two clicks, the rest out of sight; then another block brings one back with its history; and who does what is written.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, newPlace, type Server, start } from '../faults/server.ts';
import { audit } from './audit.ts';
import { button, fetched, field, go, sees, sent, settled, soon, tab, useStage } from './stage.ts';

describe('the model of a small desk', () => {
  const stage = useStage();
  const place = newPlace();
  let server: Server;
  let page: Page;
  let problem = '';
  let team = '';
  const blocks = () => page.locator('.house-block').allTextContents();
  const inEffect = async () => (await fetched(page, '/api/model/current')).body.data as { id: string; records_off: string[] } | null;
  const openProblem = (title: string) => sent<{ code?: string; detail?: string; data?: { id: string } }>(page, '/api/problems', { title, team });

  beforeAll(async () => {
    server = await start(place);
    page = await stage.arrive(/http\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? '');
    await field(page, 'Organisation').fill('Rivierenland Regie');
    await button(page, 'Next').click();
    await field(page, 'Name').fill('Ada Beheer');
    await field(page, 'E-mail address').fill('ada@rivierenland.example');
    await field(page, 'Password').fill('vier losse woorden samen');
    await button(page, 'Next').click();
    await page.getByLabel(/^Empty/).check();
    await button(page, 'Set up and sign in').click();
    await page.waitForURL((url) => url.pathname === '/inbox');
    const { organisation } = (await fetched(page, '/api/session')).body as { organisation: { id: string } };
    const made = await sent<{ data: { id: string } }>(page, '/api/teams', { name: 'Desk', organisation: organisation.id });
    team = made.body.data.id;
    problem = (await openProblem('Lines fail at night')).body.data?.id ?? '';
  }, 120_000);
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    await server?.gone;
    forget(place);
  });

  it('begins with four processes in two clicks; what they leave out is refused, and stays to be read', async () => {
    expect(await inEffect()).toBeNull();
    await go(page, '/model/design');
    await settled(page);
    expect(await audit(page, 'versions')).toEqual([]);
    await button(page, 'Start with four processes').click();
    await sees(page, /Out of sight:.*problems/);
    expect(await audit(page, 'design')).toEqual([]);
    await button(page, 'Publish').click();
    await soon(async () => (await inEffect())?.records_off ?? []).toEqual(expect.arrayContaining(['problem', 'work_order']));
    const refused = await openProblem('Another');
    expect(refused).toMatchObject({ status: 409, body: { code: 'operating_model.off' } });
    expect(refused.body.detail).toContain('problem');
    expect((await fetched(page, `/api/problems/${problem}`)).status).toBe(200);
    expect((await sent(page, `/api/problems/${problem}/note`, { note: 'Still to be finished' })).status).toBe(200);
    // The processes are made just after; the house then shows them in one band.
    await soon(async () => ((await fetched(page, '/api/processes/figures')).body.data as object[]).length).toBe(4);
    await go(page, '/model');
    await settled(page);
    expect((await blocks()).length).toBe(4);
    expect(await page.locator('.house-band').count()).toBe(1);
    expect(await audit(page, 'house')).toEqual([]);
  }, 120_000);

  it('takes another block later: it is back, with its history', async () => {
    await go(page, '/model/design');
    await button(page, 'Draft the next version').click();
    await page.locator('.model-step', { hasText: 'Process' }).click();
    await page.getByLabel('Take away causes').click();
    await soon(() => page.getByLabel('Take away causes').isChecked()).toBe(true);
    await sees(page.locator('.model-differences').last(), 'Problem management');
    await button(page, 'Publish').click();
    await soon(async () => (await inEffect())?.records_off.includes('problem')).toBe(false);
    expect(await openProblem('Another')).toMatchObject({ status: 201 });
    const journal = (await fetched(page, `/api/problems/${problem}/journal`)).body.data as object[];
    expect(journal.length).toBe(2);
    await soon(async () => ((await fetched(page, '/api/processes/figures')).body.data as object[]).length).toBe(5);
    await go(page, '/model');
    await soon(async () => (await blocks()).length).toBe(5);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await audit(page, 'house, dark')).toEqual([]);
    // The arrow keys walk from block to block, and Enter opens the process.
    await page.locator('.house-block').first().focus();
    const before = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.code);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.code)).not.toBe(before);
    await page.keyboard.press('Enter');
    await tab(page, 'RACI').click();
    await page.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  it('writes who does what by letters, and sees what is wrong while writing', async () => {
    await button(page, 'Draft the first version').click();
    await button(page, 'Fill in the usual letters').click();
    const cell = page.locator('input.raci-letter[data-letter="A"], input.raci-letter[data-letter="AR"]').first();
    await cell.focus();
    await page.keyboard.press('Delete');
    await sees(page.locator('.raci-wrong').first(), 'no A');
    expect(await button(page, 'Put in force').isDisabled()).toBe(true);
    expect(await audit(page, 'matrix')).toEqual([]);
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await sees(page, 'Nothing stands in the way.');
    await button(page, 'Keep').click();
    await soon(() => button(page, 'Put in force').isEnabled()).toBe(true);
    await button(page, 'Put in force').click();
    await sees(page.locator('.process-page'), 'In force');
  }, 120_000);
});
