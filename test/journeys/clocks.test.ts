// A clock that explains itself: what started it, why it stood still and for whom, and what did not count.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, dialog, fetched, field, go, picture, record, refer, sees, sent, settled, tab, useStage } from './stage.ts';

type Clock = { clock: string; side: string; phase: string; used_ms: number; paused_ms: number; steps: { event: string }[] };

describe('waiting for the customer', () => {
  const stage = useStage();
  let anna: Page;
  let id = '';
  const restore = () =>
    record(anna).locator('section.clock-explained', { has: anna.getByRole('heading', { name: /^Klant Waterschap Noord: Herstel binnen/ }) });
  const clocks = async (): Promise<Clock[]> => ((await fetched(anna, `/api/incidents/${id}/clocks`)).body as { data: Clock[] }).data;

  it('pauses the clock of the customer, with the reason and who said so', async () => {
    anna = await stage.enter('Anna Visser', '/inbox');
    await settled(anna);
    const ref = async (kind: string, words: string) => ((await fetched(anna, `/api/refs/${kind}?q=${words}`)).body as { data: { id: string }[] }).data[0]?.id;
    const made = await sent<{ data: { id: string } }>(anna, '/api/incidents', {
      title: 'Toetsenbord hangt',
      service: await ref('service', 'Workplace'),
      customer: await ref('organisation', 'Waterschap'),
      requester: await ref('person', 'J.%20de%20Wit'),
      impact: 'low',
      urgency: 'medium',
    });
    id = made.body.data.id;
    await go(anna, `/${id}?tab=clocks`);
    await restore().waitFor();
    await sees(restore().locator('[data-step=start]'), 'start');
    await button(record(anna), 'Oppakken').click();
    await sees(record(anna).locator('.detail-head'), 'In behandeling');
    await anna.keyboard.press('Escape');
    await record(anna).getByRole('button', { name: 'Meer acties' }).click();
    await anna.getByRole('menuitem', { name: 'Wachten' }).click();
    await refer(dialog(anna), 'Wacht omdat', 'Waiting for information from the customer');
    await field(dialog(anna), 'Notitie').fill('Welk model toetsenbord is het?');
    await button(dialog(anna), 'Wachten').click();
    const pause = restore().locator('[data-step=pause]');
    await pause.waitFor();
    await sees(pause, 'Waiting for information from the customer');
    await sees(pause, 'Anna Visser');
    await sees(restore(), /pauze/);
    await picture(anna, '04-paused');
  });

  it('stands still while it waits, and the others of the desk see it in the section of the customer', async () => {
    const before = (await clocks()).find((each) => each.side === 'customer' && each.clock === 'restore');
    await anna.waitForTimeout(2_500);
    const after = (await clocks()).find((each) => each.side === 'customer' && each.clock === 'restore');
    expect(before?.phase).toBe('paused');
    expect(after?.used_ms).toBe(before?.used_ms);
    expect((after?.paused_ms ?? 0) - (before?.paused_ms ?? 0)).toBeGreaterThanOrEqual(2_000);
    const bas = await stage.enter('Eva Smit', '/inbox');
    await bas
      .locator('.inbox-section', { hasText: /^Wacht op klant/ })
      .locator(`[data-id="${id}"]`)
      .waitFor();
  });

  it('runs on when the customer answers, and says how much was not counted', async () => {
    const wit = await stage.enter('J. de Wit', `/${id}`);
    await sees(record(wit).locator('.detail-head'), 'Wacht');
    await sees(record(wit), 'Welk model toetsenbord is het?');
    await button(record(wit), 'Hervatten').click();
    await field(dialog(wit), 'Notitie').fill('Het zwarte met draad.');
    await button(dialog(wit), 'Hervatten').click();
    await dialog(wit).waitFor({ state: 'hidden' });
    const resume = restore().locator('[data-step=resume]');
    await resume.waitFor();
    await sees(resume, 'J. de Wit');
    await sees(restore(), /niet geteld/);
    await sees(restore(), /gebruikt/);
    const steps = (await clocks()).find((each) => each.side === 'customer' && each.clock === 'restore')?.steps.map((each) => each.event);
    expect(steps).toEqual(['start', 'pause', 'resume']);
    await tab(record(anna), 'Klokken').click();
    await sees(record(anna), 'Van wie was de tijd');
    const wait = record(anna).locator('table', { hasText: 'Waterschap Noord' }).first();
    await wait.waitFor();
    await picture(anna, '04-resumed');
  });
});
