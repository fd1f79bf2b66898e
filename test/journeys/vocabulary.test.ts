// The product in the words of another model: the navigation and headings change, stay so after a reload, and come back.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fetched, go, sees, settled, soon, useStage } from './stage.ts';

const places = async (page: Page): Promise<string> => (await page.locator('nav.nav > ul').first().textContent()) ?? '';
async function speak(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Account/ }).click();
  await page.getByRole('menuitem', { name: 'Words of another model' }).click();
  await page.getByRole('radio', { name }).click();
  await page.keyboard.press('Escape');
}

describe('vocabulary', () => {
  const stage = useStage();

  it('Rosa reads ISO/IEC 20000-1, and Tessera again', async () => {
    const rosa = await stage.enter('Rosa Vermeer', '/list/changes');
    await sees(rosa.getByRole('heading', { level: 1 }), 'Changes');
    await rosa.getByRole('button', { name: 'Operational' }).click();
    await soon(() => places(rosa)).toContain('Change calendar');
    await speak(rosa, 'ISO/IEC 20000-1');
    await soon(() => places(rosa)).toContain('8.5.1 Changes: schedule');
    await sees(rosa.getByRole('heading', { level: 1 }), 'Requests for change');
    await soon(async () => ((await fetched(rosa, '/api/session')).body as { person: { vocabulary: string } }).person.vocabulary).toBe('iso20000-1');
    await rosa.reload();
    await soon(() => places(rosa)).toContain('8.5.1 Changes: schedule');
    await speak(rosa, 'Tessera’s own words');
    await soon(() => places(rosa)).toContain('Change calendar');
    expect(await places(rosa)).not.toContain('8.5.1');
  });

  it('compares the models, and opens the process behind a cell, marked where it is ours', async () => {
    const rosa = await stage.enter('Rosa Vermeer', '/models?view=processes&of=ism,usm');
    await settled(rosa);
    const row = rosa.getByRole('row', { name: /Configuration management/ });
    await sees(row, 'our reconstruction');
    await rosa.getByLabel('Find a process').fill('incident management');
    await soon(() => rosa.locator('.models-table tbody tr').count()).toBeLessThan(10);
    await rosa
      .getByRole('row', { name: /^Incident management/ })
      .getByRole('link', { name: 'Recover' })
      .click();
    await sees(rosa.locator('[aria-current="true"] h3'), 'Recover');
    await go(rosa, '/models/ipw');
    await sees(rosa.locator('.models-ours'), 'our reconstruction');
  });
});
