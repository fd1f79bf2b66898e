// A promise through its life on the screen: read, drafted anew, judged by its chain, signed with a risk that somebody answers for; and its holidays.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, picture, record, refer, sees, settled, soon, tab, useStage } from './stage.ts';

type Row = { readonly id: string; readonly name: string; readonly state: string };

async function promiseNamed(page: Page, name: string): Promise<string> {
  const { body } = await fetched(page, '/api/promises?q=is:active&limit=200');
  const found = (body.data as readonly Row[]).find((each) => each.name === name);
  if (!found) throw new Error(`no promise is called ${name}`);
  return found.id;
}

const theirs = 'Care record: availability (Pflegeverbund Ems)';

describe('the agreement page', () => {
  const stage = useStage();
  let page: Page;
  let old = '';

  it('tells a promise in plain words, to its customer too and without its chain', async () => {
    page = await stage.enter('Kees Bakker', '/list/promises');
    await settled(page);
    old = await promiseNamed(page, theirs);
    await go(page, `/${old}`);
    await sees(record(page), /Delta Integrator houdt Care record voor Pflegeverbund Ems werkend gedurende minstens 99,\d+% van het servicevenster\./);
    const hanna = await stage.enter('Hanna Schmidt', `/${old}`);
    await sees(record(hanna), /Delta Integrator hält Care record für Pflegeverbund Ems in mindestens 99,\d+\s?% der Servicezeiten in Betrieb\./);
    expect(await tab(record(hanna), 'Kette').count()).toBe(0);
    expect((await fetched(hanna, `/api/promises/${old}/chain`)).status).toBe(403);
  });

  it('drafts a new version from everything the old one says', async () => {
    await button(record(page), 'Nieuwe versie').click();
    const form = dialog(page);
    expect(await field(form, 'Naam').inputValue()).toBe(theirs);
    expect(await field(form, 'Beschikbaarheid').inputValue()).toMatch(/^99\.\d+$/);
    expect(await field(form, 'Geldig vanaf').inputValue()).toMatch(/^\d{4}-\d{2}-01$/);
    // What every version has in common is not asked again, and what this metric does not have is not asked at all.
    for (const absent of ['Dienst', 'Klant', 'Gevallen binnen de norm', 'Ondersteuningsvenster']) expect(await field(form, absent).count(), absent).toBe(0);
    await field(form, 'Beschikbaarheid').fill('99,99');
    await field(form, 'Vergoeding per periode').fill('2.500,00');
    await button(form, 'Venster toevoegen').click();
    await sees(form, 'laatste zondag van de maand 02:00–06:00');
    await picture(page, '40-new-version');
    await button(form, 'Afspraak opstellen').click();
    await page.waitForURL((at) => /^\/PRM-\d+$/.test(at.pathname) && at.pathname !== `/${old}`);
    const versions = record(page).locator('.versions');
    await sees(versions.locator('li[data-here]'), /Beschikbaarheid: 99,\d+% → 99,99%/);
    await sees(versions.locator('li[data-here]'), /Vergoeding per periode: .* → €\s2\.500,00/);
    await sees(versions, 'Versie 1');
    await picture(page, '40-versions');
  });

  it('shows the verdict before signing, refuses without anybody who answers for the risk, and signs with one', async () => {
    await button(record(page), 'Ondertekenen').click();
    const form = dialog(page);
    await sees(form, 'niet gedragen door de keten');
    await sees(form, 'Zwakste schakel');
    await field(form, 'Aanvaard risico').waitFor();
    await button(form, 'Ondertekenen').click();
    await form.locator('[class*=error], .refused').filter({ hasText: /geven/ }).first().waitFor();
    await field(form, 'Aanvaard risico').fill('De zorg vraagt het; de tweede locatie komt in het voorjaar.');
    await refer(form, 'Risico aanvaard door', 'Rosa Vermeer');
    const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
    await field(form, 'Risico aanvaard tot en met').fill(until);
    await picture(page, '40-sign');
    await button(form, 'Ondertekenen').click();
    await form.waitFor({ state: 'detached' });
    await sees(record(page).locator('.detail-head'), 'Van kracht');
    await sees(record(page), /Rosa Vermeer staat ervoor in tot en met/);
    await soon(async () => ((await fetched(page, `/api/promises/${old}`)).body.data as { valid_to: string | null }).valid_to).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('does not ask for a risk when the chain carries the promise', async () => {
    await go(page, `/${await promiseNamed(page, 'Workplace: restore (Waterschap Noord)')}`);
    await button(record(page), 'Nieuwe versie').click();
    await button(dialog(page), 'Afspraak opstellen').click();
    await button(record(page), 'Ondertekenen').click();
    await sees(dialog(page), 'De onderliggende afspraken dragen deze.');
    expect(await field(dialog(page), 'Aanvaard risico').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('lists every chain with its verdict, and each opens', async () => {
    await go(page, '/feasibility');
    await settled(page);
    await page.getByRole('button', { name: /^aanvaard risico \d+/ }).click();
    await page.waitForURL((at) => at.searchParams.get('verdict') === 'accepted');
    const { body } = await fetched(page, '/api/feasibility?verdict=accepted');
    const rows = page.locator('table.chains tbody tr');
    await soon(() => rows.count()).toBe((body.data as readonly unknown[]).length);
    await sees(page.locator('.chains-head'), /\d+ afspraken nagegaan in \d+ ms/);
    await picture(page, '40-chains');
    await go(page, '/feasibility');
    await rows.first().getByRole('link').first().press('Enter');
    await page.waitForURL((at) => at.searchParams.get('tab') === 'chain');
  });

  it('draws the chain, which can be walked by keyboard, with the same in a table', async () => {
    await go(page, `/${await promiseNamed(page, 'Workplace: restore (Waterschap Noord)')}?tab=chain`);
    const drawn = record(page).locator('svg.chain-drawn');
    const boxes = drawn.locator('a.chain-box');
    await boxes.first().waitFor();
    const { body } = await fetched(page, `/api/promises${new URL(page.url()).pathname}/chain`);
    expect(await boxes.count()).toBe((body.nodes as readonly unknown[]).length);
    await sees(drawn, 'zwakste schakel');
    await record(page).getByText('Als tabel').click();
    expect(await record(page).locator('details.twin tbody tr').count()).toBe(await boxes.count());
    await picture(page, '40-chain');
    await tab(record(page), 'Keten').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    for (let presses = 0; presses < 12 && !(await focused()).startsWith('/PRM-'); presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(new URL(page.url()).pathname);
    await page.keyboard.press('Tab');
    const next = await focused();
    expect(next).toMatch(/^\/PRM-\d+$/);
    await page.keyboard.press('Enter');
    await page.waitForURL((at) => at.pathname === next && at.searchParams.get('tab') === 'chain');
    await record(page).getByText('aan hen om na te komen').or(record(page).getByText('gedragen')).first().waitFor();
  });

  it('proposes public holidays, and adds only those that were chosen', async () => {
    await go(page, '/list/calendars');
    await button(page.locator('.page-head'), 'Servicevenster toevoegen').click();
    const form = dialog(page);
    await field(form, 'Naam').fill('Kantooruren met feestdagen');
    await field(form, 'Tijdzone').fill('Europe/Amsterdam');
    await page.getByRole('option', { name: 'Europe/Amsterdam' }).first().click();
    await button(form, 'Uren toevoegen').click();
    await button(form, 'Feestdagen voorstellen').click();
    const proposal = form.getByRole('region', { name: 'Feestdagen voorstellen' });
    await sees(proposal, /Hemelvaartsdag/);
    const year = String(new Date().getUTCFullYear() + 1);
    const easter = proposal.getByRole('checkbox', { name: new RegExp(`${year} Pasen`) });
    await easter.uncheck();
    await picture(page, '40-holidays');
    await button(proposal, /^\d+ dagen toevoegen$/).click();
    await sees(proposal, 'staat er al');
    await button(form, 'Servicevenster toevoegen').click();
    await page.waitForURL((at) => /^\/CAL-\d+$/.test(at.pathname));
    const { body } = await fetched(page, `/api/calendars${new URL(page.url()).pathname}`);
    const days = (body.data as { holidays: readonly { date: string; name: string }[] }).holidays;
    expect(days.some((each) => each.date === `${year}-12-25`)).toBe(true);
    expect(days.some((each) => each.date.startsWith(year) && each.name === 'Pasen')).toBe(false);
    expect(days.some((each) => each.date.startsWith(year) && each.name === 'Tweede paasdag')).toBe(true);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  describe(`against the rules of axe, in ${colorScheme}`, () => {
    const stage = useStage();
    it('the agreement, the chain, the form, signing, and all chains', async () => {
      const page = await stage.enter('Kees Bakker', '/feasibility', { colorScheme });
      await settled(page);
      const found = await audit(page, 'chains');
      await go(page, `/${await promiseNamed(page, 'Workplace: restore (Waterschap Noord)')}`);
      await record(page).locator('.versions li').first().waitFor();
      found.push(...(await audit(page, 'agreement')));
      await tab(record(page), 'Keten').click();
      await record(page).locator('svg.chain-drawn').waitFor();
      await record(page).getByText('Als tabel').click();
      found.push(...(await audit(page, 'chain')));
      await button(record(page), 'Nieuwe versie').click();
      await field(dialog(page), 'Naam').waitFor();
      for (const more of ['Venster toevoegen', 'Stap toevoegen', 'Trede toevoegen']) await button(dialog(page), more).click();
      found.push(...(await audit(page, 'new version')));
      await page.keyboard.press('Escape');
      const { body } = await fetched(page, '/api/promises?q=is:draft');
      // The journey above left one behind.
      const draft = (body.data as readonly Row[])[0]?.id ?? '';
      await go(page, `/${draft}`);
      await button(record(page), 'Ondertekenen').click();
      await sees(dialog(page), /gedragen door de keten/);
      found.push(...(await audit(page, 'sign')));
      expect(found).toEqual([]);
    });
  });
