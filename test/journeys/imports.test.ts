// People from a file: which column fills what, a dry run that writes nothing, rows that are wrong by name, and twice is once.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, fetched, picture, sees, settled, soon, useStage } from './stage.ts';

const file = [
  'Nr,Naam,E-mailadres,Bedrijf,Telefoon',
  'a1,Femke Postma,femke@waterschap-noord.example,Waterschap Noord,+31 50 555 0201',
  'a2,Joost Hiemstra,joost@waterschap-noord.example,Waterschap Noord,+31 50 555 0202',
  'a3,Sietske de Boer,geen adres,Waterschap Noord,+31 50 555 0203',
  'a4,Wiebe Kok,wiebe@nergens.example,Bestaat Niet BV,+31 50 555 0204',
  'a5,Tjitske Veenstra,tjitske@waterschap-noord.example,Waterschap Noord,',
].join('\r\n');

describe('an import', () => {
  const stage = useStage();
  let page: Page;
  const people = async (): Promise<number> => ((await fetched(page, '/api/persons?q=&limit=1')).body as { count: { value: number } }).count.value;
  const figure = (label: string) => page.locator('.figures div', { has: page.getByText(label, { exact: true }) }).locator('dd');

  it('proposes from the names of the columns what fills what', async () => {
    page = await stage.enter('Sam de Groot', '/imports');
    await settled(page);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /File \(CSV or JSON\)/ }).click()]);
    await chooser.setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${file}`) });
    await button(page, 'Upload').click();
    await page.getByRole('heading', { name: /Which column fills which field/ }).waitFor();
    await picture(page, '07-mapping');
    await page.getByLabel('Column that names a row').selectOption('Nr');
    const wanted: Readonly<Record<string, string>> = { Name: 'Naam', 'E-mail address': 'E-mailadres', Organisation: 'Bedrijf', Phone: 'Telefoon' };
    for (const [label, column] of Object.entries(wanted)) {
      const select = page
        .locator('table select')
        .and(page.getByLabel(new RegExp(`^${label}`, 'i')))
        .first();
      if ((await select.inputValue()) !== column) await select.selectOption(column);
    }
    await sees(page, 'Femke Postma');
  });

  it('the dry run finds the bad rows and writes nothing', async () => {
    const before = await people();
    await button(page, 'Dry run').click();
    await sees(page, 'dry run: nothing was written');
    await soon(() => figure('Rows read').textContent()).toBe('5');
    await soon(() => figure('Bad rows').textContent()).toBe('2');
    const bad = page.locator('section.card', { has: page.getByRole('heading', { name: 'Bad rows' }) });
    await sees(bad.locator('tr', { hasText: 'geen adres' }), 'E-mailadres');
    await sees(bad.locator('tr', { hasText: 'Bestaat Niet BV' }), 'Bedrijf');
    await picture(page, '07-dry-run');
    expect(await people()).toBe(before);
  });

  it('the run adds the good rows, shows its progress, and the people are there', async () => {
    const before = await people();
    await button(page, 'Import for real').click();
    await soon(() => figure('Records added').textContent()).toBe('3');
    const bar = page.getByRole('progressbar');
    await soon(() => bar.getAttribute('aria-valuenow')).toBe('100');
    expect(await people()).toBe(before + 3);
    await picture(page, '07-done');
  });

  it('the same file again adds nothing', async () => {
    const before = await people();
    await button(page, 'Import for real').click();
    await soon(() => figure('Already there').textContent()).toBe('3');
    expect(await people()).toBe(before);
  });
});
