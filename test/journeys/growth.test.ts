// The ladder of contracting from the matrix to the record that proves a gate; and how work really went, from a way to its cases.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { fetched, go, record, sees, settled, soon, useStage } from './stage.ts';

type Gate = { gate: string; met: boolean; ids: string[] };
type Growth = { customer: string; service: string; stage: number; stages: { gates: Gate[] }[] };

describe('growth and conformance', () => {
  const stage = useStage();
  const bothThemes = async (page: Page, name: string): Promise<string[]> => {
    const light = await audit(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await audit(page, `${name}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    return [...light, ...dark];
  };

  it('leads from the matrix to a gate, and from the gate to the record that proves it', async () => {
    const page = await stage.enter('Kees Bakker', '/growth');
    await settled(page);
    const growth = (await fetched(page, '/api/growth')).body.data as Growth[];
    expect([...new Set(growth.map((each) => each.stage))].sort()).toEqual([0, 1, 2, 3, 4]);
    await soon(() => page.locator('.growth-cell').count()).toBe(growth.length);
    expect(await bothThemes(page, 'ladder')).toEqual([]);
    const highest = growth.find((each) => each.stage === 4) as Growth;
    await page.locator(`.growth-cell[href$="#${highest.service}"][href*="${highest.customer}"]`).click();
    await page.waitForURL((url) => url.pathname === `/growth/${highest.customer}`);
    await settled(page);
    expect(await bothThemes(page, 'customer')).toEqual([]);
    const proof = highest.stages[4]?.gates.find((each) => each.gate === 'improved')?.ids[0] ?? '';
    const section = page.locator(`section[id="${highest.service}"]`);
    await section.locator('.growth-gate').getByRole('link', { name: proof }).click();
    await page.waitForURL((url) => url.pathname.endsWith(`/${proof}`));
    await sees(record(page), proof);
    expect((await fetched(page, `/api/improvements/${proof}`)).body.data).toMatchObject({ state: 'done', customer: highest.customer });
  }, 120_000);

  it('shows a customer’s manager their own rows, and nobody else’s', async () => {
    const page = await stage.enter('Marijke Hofstra', '/growth');
    await settled(page);
    await sees(page.locator('.growth-matrix'), 'Waterschap Noord');
    expect(await page.locator('.growth-matrix tbody tr').count()).toBe(1);
  }, 60_000);

  it('opens the cases of a way that work took, and a case of them', async () => {
    const page = await stage.enter('Eva Smit', '/conformance');
    await settled(page);
    const row = page.locator('.paths-ways tbody tr', { has: page.locator('.paths-odd') }).first();
    await row.waitFor();
    expect(await bothThemes(page, 'conformance')).toEqual([]);
    const figure = row.getByRole('button').first();
    const count = (await figure.textContent()) ?? '';
    await figure.click();
    const behind = page.locator('.paths-cases');
    await sees(behind.locator('h2'), count);
    await soon(() => behind.locator('tbody tr').count()).toBe(Math.min(50, Number(count)));
    expect(await audit(page, 'cases')).toEqual([]);
    const first = behind.locator('tbody tr').first().getByRole('link');
    const name = (await first.locator('.mono').textContent()) ?? '';
    await first.click();
    await page.waitForURL((url) => url.pathname.endsWith(`/${name}`));
    await sees(record(page), name);
  }, 120_000);

  it('fits a telephone: nothing is wider than the screen', async () => {
    const page = await stage.enter('Kees Bakker', '/growth', { viewport: { width: 390, height: 844 } });
    for (const path of ['/growth', '/conformance']) {
      await go(page, path);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  }, 60_000);
});
