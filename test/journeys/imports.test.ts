// People from a file: which column fills what, a dry run that writes nothing, rows that are wrong by name, and twice is once.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, fetched, go, picture, sees, settled, soon, useStage } from './stage.ts';

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
  const people = async (): Promise<number> => ((await fetched(page, '/api/people?limit=1')).body as { count: { value: number } }).count.value;
  const figure = (label: string) => page.locator('.figures div', { has: page.getByText(label, { exact: true }) }).locator('dd');

  const upload = async (): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /File \(CSV or JSON\)/ }).click()]);
    await chooser.setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${file}`) });
    await button(page, 'Upload').click();
    await page.getByRole('heading', { name: /Which column fills which field/ }).waitFor();
  };

  it('proposes from the names of the columns what fills what', async () => {
    page = await stage.enter('Sam de Groot', '/imports');
    await settled(page);
    await upload();
    await picture(page, '07-mapping');
    const column = (label: string) => page.locator('table').getByLabel(label, { exact: true }).inputValue();
    expect(await page.getByLabel('Column that names a row').inputValue()).toBe('Nr');
    expect([await column('Name'), await column('Organisation'), await column('E-mail'), await column('Phone')]).toEqual([
      'Naam',
      'Bedrijf',
      'E-mailadres',
      'Telefoon',
    ]);
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
    // The figures of the dry run stand there until the run begins.
    await page.getByText('dry run: nothing was written').waitFor({ state: 'hidden' });
    await soon(() => figure('Records added').textContent()).toBe('3');
    const bar = page.getByRole('progressbar');
    await soon(() => bar.getAttribute('aria-valuenow')).toBe('100');
    expect(await people()).toBe(before + 3);
    await picture(page, '07-done');
  });

  it('the same file again adds nothing', async () => {
    const before = await people();
    // The file is gone after the run, and so are the buttons that would need it.
    expect(await button(page, 'Import for real').count()).toBe(0);
    await go(page, '/imports');
    await settled(page);
    await upload();
    await button(page, 'Import for real').click();
    await soon(() => figure('Already there').textContent()).toBe('3');
    expect(await figure('Records added').textContent()).toBe('0');
    expect(await people()).toBe(before);
  });
});
