// Work that becomes somebody else's business: escalated, seen on top of the inbox, taken up; and a period told again under another target.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, dialog, fetched, field, go, picture, record, sees, sent, settled, soon, tab, useStage } from './stage.ts';

describe('escalation', () => {
  const stage = useStage();
  let id = '';

  it('an agent escalates with a reason, and the process manager finds it on top and takes it up', async () => {
    const anna = await stage.enter('Anna Visser', '/inbox');
    await settled(anna);
    const ref = async (kind: string, words: string) => ((await fetched(anna, `/api/refs/${kind}?q=${words}`)).body as { data: { id: string }[] }).data[0]?.id;
    const made = await sent<{ data: { id: string } }>(anna, '/api/incidents', {
      title: 'Raadsvergadering zonder beeld',
      service: await ref('service', 'Workplace'),
      customer: await ref('organisation', 'Zuiderdam'),
      impact: 'medium',
      urgency: 'medium',
    });
    id = made.body.data.id;
    await go(anna, `/${id}`);
    await record(anna).getByRole('button', { name: 'Meer acties' }).click();
    await anna.getByRole('menuitem', { name: 'Escaleren' }).click();
    await dialog(anna)
      .getByLabel(/^Escaleren naar/)
      .selectOption('process_manager');
    await field(dialog(anna), 'Waarom').fill('De raad begint om acht uur.');
    await button(dialog(anna), 'Escaleren').click();
    await dialog(anna).waitFor({ state: 'hidden' });
    await sees(record(anna).locator('.escalated'), 'procesmanager');

    const eva = await stage.enter('Eva Smit', '/inbox');
    const section = eva.locator('.inbox-section', { hasText: /^Geëscaleerd naar u/ });
    await section.locator(`[data-id="${id}"] a`).click();
    await picture(eva, '14-escalated');
    expect((await sent(eva, `/api/incidents/${id}/acknowledge`, {})).status).toBe(200);
    await go(eva, `/${id}`);
    await sees(record(eva).locator('.escalated'), 'opgepakt door Eva Smit');
  });

  it('the clocks of it say who is told next, and none of it is told to the customer', async () => {
    const eva = await stage.enter('Eva Smit', `/${id}?tab=clocks`);
    await tab(record(eva), 'Klokken').click();
    await eva.locator('.detail-head .clock[title*="volgende melding bij"]').first().waitFor();
    const theirs = await stage.enter('Tom Verhoef', `/${id}`);
    await sees(record(theirs), 'Raadsvergadering zonder beeld');
    expect(await record(theirs).locator('.escalated').count()).toBe(0);
    const words = JSON.stringify((await fetched(theirs, `/api/incidents/${id}`)).body);
    expect(words).not.toContain('escalat');
  });

  it('the service level manager tells a period again, and sees which records change sides', async () => {
    const kees = await stage.enter('Kees Bakker', '/list/promises');
    const found = (await fetched(kees, '/api/promises?q=metric:restore')).body as { data: { id: string; state: string; name: string }[] };
    const own = found.data.find((each) => each.state === 'active' && each.name.includes('Zuiderdam'));
    await go(kees, `/${own?.id}`);
    await kees.getByRole('link', { name: 'Wat als' }).click();
    await sees(kees.locator('.page'), 'Nog niets verteld');
    const tell = button(kees, 'Opnieuw vertellen');
    expect(await tell.isDisabled()).toBe(true);
    await field(kees, 'Van').fill('2026-01-01');
    for (const level of ['1', '2', '3', '4', '5'])
      await kees
        .locator('.targets input')
        .nth(Number(level) - 1)
        .fill('1m');
    await tell.click();
    const missed = kees.locator('[data-table=sides] [data-row=missed] td').nth(1);
    await missed.waitFor();
    await soon(() => missed.textContent()).not.toBe('0');
    await picture(kees, '14-what-if');
    await kees.locator('[data-table=changed] a').first().click();
    await record(kees).waitFor();
  });

  it('is refused to those who do not negotiate promises', async () => {
    const page: Page = await stage.enter('Tom Verhoef', '/');
    const answer = await fetched(page, '/api/predictions');
    expect(answer.status).toBe(403);
  });
});
