// The same product in another language, in the dark, and on a telephone.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { composer, fetched, go, picture, record, sees, settled, soon, useStage } from './stage.ts';

const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 1)
      .map((node) => `${node.tagName}.${node.className}`);
  });

describe('preferences', () => {
  const stage = useStage();

  it('Rosa reads in German, Dutch and English, and it stays so after a reload and on another device', async () => {
    const rosa = await stage.enter('Rosa Vermeer', '/list/incidents');
    await sees(rosa.getByRole('heading', { level: 1 }), 'Incidents');
    const choose = async (name: string) => {
      await rosa.getByRole('button', { name: /Language|Taal|Sprache/ }).click();
      await rosa.getByRole('menuitem', { name }).click();
    };
    await choose('Deutsch');
    await sees(rosa.locator('th'), 'Priorität');
    await soon(() => rosa.evaluate(() => document.documentElement.lang)).toBe('de');
    await soon(async () => ((await fetched(rosa, '/api/session')).body as { person: { language: string } }).person.language).toBe('de');
    await rosa.reload();
    await sees(rosa.locator('th'), 'Priorität');
    const elsewhere = await stage.enter('Rosa Vermeer', '/list/incidents');
    await sees(elsewhere.locator('th'), 'Priorität');
    await choose('Nederlands');
    await sees(rosa.locator('th'), 'Prioriteit');
    await choose('English');
    await sees(rosa.locator('th'), 'Priority');
  });

  it('the dark stays dark after a reload', async () => {
    const rosa = await stage.enter('Rosa Vermeer', '/list/incidents');
    await settled(rosa);
    const light = await background(rosa);
    await rosa.getByRole('button', { name: /Account/ }).click();
    await rosa.getByRole('menuitem', { name: 'Dark' }).click();
    await soon(() => background(rosa)).not.toBe(light);
    const dark = await background(rosa);
    await soon(async () => ((await fetched(rosa, '/api/session')).body as { person: { theme: string } }).person.theme).toBe('dark');
    await rosa.reload();
    await settled(rosa);
    expect(await background(rosa)).toBe(dark);
    await picture(rosa, '09-dark');
    await rosa.getByRole('button', { name: /Account/ }).click();
    await rosa.getByRole('menuitem', { name: 'As the system' }).click();
    await soon(() => background(rosa)).toBe(light);
  });
});

describe('a telephone of 390 by 844', () => {
  const stage = useStage();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  it('Anna opens her inbox, a record and its details, and writes to the customer', async () => {
    const anna = await stage.enter('Anna Visser', '/inbox', phone);
    await anna.locator('.inbox-row').first().waitFor();
    await picture(anna, '09-phone-inbox');
    expect(await tooWide(anna)).toEqual([]);
    await anna.locator('.inbox-row', { hasText: 'VPN valt elke tien minuten weg' }).first().tap();
    await record(anna)
      .getByRole('heading', { name: /VPN valt/ })
      .waitFor();
    await settled(anna);
    await picture(anna, '09-phone-record');
    expect(await tooWide(anna)).toEqual([]);
    // On a phone the circles are one line: a list to choose from.
    await composer(anna).getByLabel('Wie leest dit').selectOption({ label: 'Waterschap Noord (klant)' });
    await composer(anna).locator('textarea').fill('Wij bellen u binnen een uur.');
    await composer(anna)
      .getByRole('button', { name: /^Stuur naar Waterschap Noord/ })
      .tap();
    await sees(record(anna).locator('.entry'), 'Wij bellen u binnen een uur.');
    await picture(anna, '09-phone-reply');
    for (const name of ['Details', 'Klokken', 'Werkopdrachten', 'Geschiedenis']) {
      await anna.getByRole('tab', { name }).tap();
      await settled(anna);
      expect(await tooWide(anna), name).toEqual([]);
    }
    await anna.getByRole('button', { name: 'Terug' }).tap();
    await anna.locator('.inbox-row').first().waitFor();
  });

  it('lists, services, the report and the settings fit', async () => {
    const anna = await stage.enter('Anna Visser', '/inbox', phone);
    for (const path of ['/list/incidents', '/list/services', '/SVC-8', '/reports/month', '/people', '/priorities', '/settings', '/imports']) {
      await go(anna, path);
      await settled(anna);
      await picture(anna, `09-phone${path.replaceAll('/', '-')}`);
      expect(await tooWide(anna), path).toEqual([]);
    }
    await anna.getByRole('button', { name: 'Navigatie' }).tap();
    await anna.getByRole('navigation').getByRole('link', { name: 'Postvak' }).tap();
    await anna.waitForURL((url) => url.pathname === '/inbox');
  });
});
