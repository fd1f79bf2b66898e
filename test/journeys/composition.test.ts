// What a service is made of, what its promises rest on, and that it cannot be part of itself.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, dialog, fetched, go, picture, record, sees, settled, tab, useStage } from './stage.ts';

describe('the service page', () => {
  const stage = useStage();
  let page: Page;
  let network = '';

  it('draws Workplace in layers from customers to items, and says the same in a table', async () => {
    page = await stage.enter('Kees Bakker', '/list/services');
    await page
      .getByRole('row', { name: /Workplace/ })
      .getByRole('link')
      .first()
      .click();
    const map = page.locator('svg[aria-label="De kaart rond Workplace"]');
    await map.waitFor();
    const nodes = await map.locator('a.map-node .map-name').allTextContents();
    for (const name of ['Workplace', 'Waterschap Noord', 'Network', 'Line A', 'Line B', 'Hosting', 'Identity', 'Desktop support', 'FW-GRN-1'])
      expect(nodes).toContain(name);
    expect(await map.locator('.map-head').allTextContents()).toEqual(['Klanten', 'Diensten', 'Deeldiensten', 'Items', 'Leveranciers']);
    await page.getByText('Als tabel').click();
    const table = page.locator('details.twin table');
    expect(await table.locator('tbody tr').count()).toBe(await map.locator('.map-node').count());
    await sees(table.locator('tr', { has: page.getByRole('rowheader', { name: 'Network' }) }), 'een van Line A');
    await picture(page, '05-map');
    await map.getByRole('link', { name: /^Workplace:/ }).focus();
    await page.keyboard.press('ArrowRight');
    const reached = await page.evaluate(() => document.activeElement?.getAttribute('data-id'));
    expect(reached).toMatch(/^SVC-/);
    const before = await map.locator('.map-node').count();
    await map.getByRole('link', { name: /^Care record:/ }).focus();
    await page.keyboard.press('+');
    await expect.poll(() => map.locator('.map-node').count()).toBeGreaterThan(before);
    await map.getByRole('link', { name: /^Network:/ }).click();
    await record(page).getByRole('heading', { name: 'Network' }).waitFor();
    network = new URL(page.url()).pathname;
    await tab(record(page), 'Impact').click();
    await sees(page.locator('.impact-sentence'), 'Als Network uitvalt');
    await picture(page, '05-impact');
    await page.goBack();
    await record(page).getByRole('heading', { name: 'Workplace' }).waitFor();
  });

  it('explains for each promise which promises beneath it carry it', async () => {
    await tab(record(page), 'Onderliggende afspraken').click();
    const card = page.locator('.chain-card', { has: page.getByRole('link', { name: 'Workplace: availability (Waterschap Noord)' }) });
    await card.waitFor();
    for (const words of ['Toegezegd', 'Gedragen door de onderdelen', 'Als niets gedeeld was', 'Gedekt door']) await sees(card, words);
    for (const party of ['Noordlijn Telecom', 'Kabelring Networks', 'Polder Hosting', 'IdentiQ']) await sees(card, party);
    const { body } = await fetched(page, `/api/services${new URL(page.url()).pathname}/composition`);
    const { chain } = body as {
      chain: { promise: string; name: string; ok: boolean; availability: { computed_ppm: number; bounds: { low_ppm: number; high_ppm: number } } | null }[];
    };
    const judged = chain.find((each) => each.name === 'Workplace: availability (Waterschap Noord)')?.availability;
    // Two lines of 99.7 % beside each other, then hosting and identity of 99.9 % and the desk of 99.95 % after one another.
    const lines = 1 - (1 - 0.997) ** 2;
    expect(Math.abs((judged?.computed_ppm ?? 0) / 1e6 - lines * 0.999 * 0.999 * 0.9995)).toBeLessThan(2e-6);
    const restore = page.locator('.chain-card', { has: page.getByRole('link', { name: 'Workplace: restore (Waterschap Noord)' }) });
    expect(await restore.locator('tbody tr').count()).toBe(5);
    await sees(restore, /speling/);
    await picture(page, '05-chain');
  });

  it('refuses in words that Network would be made of Workplace', async () => {
    await go(page, network);
    await settled(page);
    const direct = record(page).locator('.actions').getByRole('button', { name: 'Samenstellen' });
    if (await direct.isVisible()) await direct.click();
    else {
      await record(page).getByRole('button', { name: 'Meer acties' }).click();
      await page.getByRole('menuitem', { name: 'Samenstellen' }).click();
    }
    const form = dialog(page);
    await button(form, 'Onderdeel toevoegen').last().click();
    const empty = form.getByRole('combobox', { name: 'Dienst' }).last();
    await empty.click();
    await empty.fill('Workplace');
    await page.getByRole('option', { name: 'Workplace' }).click();
    await button(form, 'Samenstellen').click();
    const refusal = form.locator('.refused, [role=alert]').first();
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/Network/);
    expect(await refusal.textContent()).toMatch(/Workplace/);
    await picture(page, '05-cycle');
  });
});
