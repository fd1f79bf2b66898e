// What arithmetic proposes becomes a problem with its incidents, or is dismissed with a reason; both by a person, with the evidence before them.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, record, sees, settled, soon, tab, useStage } from './stage.ts';

type Row = { id: string; state: string; problem: string | null; incidents: string[]; dismissed_reason: string | null; seen: number };

describe('problem candidates', () => {
  const stage = useStage();
  let sam: Page;
  const rows = async (q: string): Promise<Row[]> => ((await fetched(sam, `/api/problem_candidates?q=${encodeURIComponent(q)}`)).body as { data: Row[] }).data;
  const one = async (id: string): Promise<Row> => ((await fetched(sam, `/api/problem_candidates/${id}`)).body as { data: Row }).data;
  const proposals = (page: Page) => page.locator('.candidates-list li');

  it('are reached from the problem board, and say why in one sentence with the figures and the incidents', async () => {
    sam = await stage.enter('Sam de Groot', '/problems');
    await settled(sam);
    await sam.locator('.candidates h2 a').click();
    await sam.waitForURL(/\/problems\/candidates/);
    await proposals(sam).nth(1).waitFor();
    const [first] = await rows('is:open sort:-yearly_cost_minor');
    await sees(record(sam).locator('.candidate-why'), new RegExp(`^${first?.seen} `));
    await record(sam).locator('.candidate-chart svg').waitFor();
    const shown = record(sam).locator('.candidate-incidents tr');
    expect(await shown.count()).toBe(first?.incidents.length);
    expect(await audit(sam, 'candidates')).toEqual([]);
  });

  it('move by key, and one that is accepted becomes a problem with its incidents', async () => {
    const [first, second] = await rows('is:open sort:-yearly_cost_minor');
    await sam.keyboard.press('j');
    await sam.locator(`.candidates-list li[data-id="${second?.id}"][data-chosen]`).waitFor();
    await sam.keyboard.press('k');
    await sam.locator(`.candidates-list li[data-id="${first?.id}"][data-chosen]`).waitFor();
    await sees(record(sam).locator('.detail-head'), first?.id ?? '-');
    await button(record(sam), 'Accept as problem').click();
    await button(dialog(sam), 'Accept as problem').click();
    await dialog(sam).waitFor({ state: 'hidden' });
    await soon(async () => (await one(first?.id ?? '')).problem).toMatch(/^PRB-/);
    const { problem } = await one(first?.id ?? '');
    const made = ((await fetched(sam, `/api/problems/${problem}`)).body as { data: Row }).data;
    expect([...made.incidents].sort()).toEqual([...(first?.incidents ?? [])].sort());
    await sam.locator(`.candidates-list li[data-id="${first?.id}"]`).waitFor({ state: 'detached' });
    await sam.getByText('Accepted', { exact: true }).first().click();
    await sees(sam.locator(`.candidates-list li[data-id="${first?.id}"]`), problem ?? '-');
  });

  it('are dismissed only with a reason, which is kept with them', async () => {
    await go(sam, '/problems/candidates');
    await proposals(sam).first().waitFor();
    const [next] = await rows('is:open sort:-yearly_cost_minor');
    await button(record(sam), 'Dismiss').click();
    await button(dialog(sam), 'Dismiss').click();
    await dialog(sam).waitFor();
    expect((await one(next?.id ?? '')).state).toBe('proposed');
    await field(dialog(sam), 'Why it was dismissed').fill('A fire drill: everybody called.');
    await button(dialog(sam), 'Dismiss').click();
    await dialog(sam).waitFor({ state: 'hidden' });
    await soon(async () => (await one(next?.id ?? '')).dismissed_reason).toBe('A fire drill: everybody called.');
    await go(sam, `/problems/candidates?view=dismissed&sel=${next?.id}`);
    await sees(record(sam).locator('.notice'), 'A fire drill');
    await tab(record(sam), 'Evidence').waitFor();
  });

  it('are not for suppliers and customers', async () => {
    for (const persona of ['J. de Wit', 'Fenna Polder']) {
      const page = await stage.enter(persona, '/problems/candidates');
      await settled(page);
      await page.locator('main').getByRole('alert').waitFor();
      expect(await proposals(page).count()).toBe(0);
      expect((await fetched(page, '/api/problem-candidates/PBC-1/evidence')).status).toBe(404);
    }
  });
});
