// Work without a mouse: an incident from a telephone call, the keys of the lists and the record, and the switch that silences them.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, field, go, picture, record, sees, soon, useStage } from './stage.ts';

const chosen = (page: Page): Promise<string | null> => page.locator('.inbox-row[data-chosen]').first().getAttribute('data-id');

describe('the keyboard', () => {
  const stage = useStage();
  let page: Page;
  const title = `Scanner op de begane grond doet niets ${Date.now() % 100_000}`;

  it('c, a few words, Ctrl+Enter: the call is an incident, and it stands in the inbox', async () => {
    page = await stage.enter('Anna Visser', '/inbox');
    await page.locator('.inbox-row').first().waitFor();
    await page.keyboard.press('c');
    await field(dialog(page), 'Titel').waitFor();
    await soon(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    const began = Date.now();
    await page.keyboard.type(title);
    expect(await field(dialog(page), 'Titel').inputValue()).toBe(title);
    await page.keyboard.press('Tab');
    await page.keyboard.type('J. de Wit');
    await page.getByRole('option', { name: /J\. de Wit/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(dialog(page), 'Gemeld door').inputValue()).toMatch(/^J\. de Wit/);
    // The customer follows from who calls.
    await soon(() => field(dialog(page), 'Klant').inputValue()).toBe('Waterschap Noord');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'Care record' }).waitFor();
    // Faster than any answer: what is chosen must fit the words all the same.
    await page.keyboard.type('Workplace');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(dialog(page), 'Dienst').inputValue()).toMatch(/^Workplace/);
    await picture(page, '02-quick');
    await page.keyboard.press('Control+Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    console.warn(`a call from c to created: ${Date.now() - began} ms`);
    await page.locator('.inbox-row', { hasText: title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/inbox');
  });

  it('j and k walk the inbox, and the record beside it follows', async () => {
    const ids = await page.locator('.inbox-row').evaluateAll((rows) => rows.map((each) => each.getAttribute('data-id')));
    const first = await chosen(page);
    await page.keyboard.press('j');
    await soon(() => chosen(page)).toBe(ids[ids.indexOf(first) + 1]);
    await record(page)
      .locator('.detail-head', { hasText: ids[ids.indexOf(first) + 1] ?? '' })
      .waitFor();
    await page.keyboard.press('k');
    await soon(() => chosen(page)).toBe(first);
  });

  it('g i, g t, o and u go where they say', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL((url) => url.pathname === '/list/incidents');
    await page.locator('table.rows tr[data-index="1"]').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.waitForURL((url) => /^\/INC-\d+$/.test(url.pathname));
    await record(page).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('u');
    await page.waitForURL((url) => url.pathname === '/list/incidents');
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL((url) => url.pathname === '/inbox');
  });

  it('? shows the keys of this screen, / and Ctrl+K open the palette, and a number jumps', async () => {
    await page.locator('.inbox-row').first().waitFor();
    await page.keyboard.press('?');
    await dialog(page).getByRole('heading', { name: 'Sneltoetsen' }).waitFor();
    for (const words of ['Volgende', 'Oppakken', 'Ga naar: Postvak']) await sees(dialog(page), words);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await dialog(page).getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill('12');
    await sees(dialog(page).getByRole('listbox'), 'INC-12');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => /-12$/.test(url.pathname));
  });

  it('no key does anything while somebody writes', async () => {
    await go(page, '/inbox');
    // A problem opens on its investigation, an incident on its conversation.
    await page.locator('.inbox-row[data-id^="INC-"] a').first().click();
    const box = page.locator('.composer textarea');
    await box.click();
    const before = await chosen(page);
    await page.keyboard.type('jk c ? / gi u e');
    expect(await box.inputValue()).toBe('jk c ? / gi u e');
    expect(await dialog(page).count()).toBe(0);
    expect(await chosen(page)).toBe(before);
    await box.fill('');
    await page.keyboard.press('Escape');
  });

  it('the switch silences every single key, and Ctrl+K still works', async () => {
    await go(page, '/settings');
    const silence = page.getByRole('switch', { name: /Sneltoetsen van één toets/ });
    await silence.uncheck({ force: true });
    await go(page, '/inbox');
    await page.locator('.inbox-row').first().waitFor();
    const before = await chosen(page);
    for (const key of ['c', 'j', '?', '/', 'e', 'i']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    expect(await dialog(page).count()).toBe(0);
    expect(await chosen(page)).toBe(before);
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await go(page, '/settings');
    await silence.check({ force: true });
    await go(page, '/inbox');
    await page.locator('.inbox-row').first().waitFor();
    await page.keyboard.press('?');
    await dialog(page).waitFor();
  });
});
