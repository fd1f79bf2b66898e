// Who reads it: a note stays inside, a reply reaches the customer at once, and what is half written is still there after a reload.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { composer, everyWord, fetched, go, picture, record, sees, sent, settled, useStage } from './stage.ts';

describe('a note and a reply', () => {
  const stage = useStage();
  let eva: Page;
  let wit: Page;
  let id = '';
  const secret = 'Deze klant belt vaak; eerst zelf de logs bekijken.';
  const reply = 'Goedemorgen, wij kijken er nu naar.';

  it('J. de Wit reports that something does not work, in three fields', async () => {
    wit = await stage.enter('J. de Wit');
    await settled(wit);
    const service = ((await fetched(wit, '/api/refs/service?q=Workplace')).body as { data: { id: string }[] }).data[0]?.id;
    const made = await sent<{ data: { id: string } }>(wit, '/api/incidents', { title: 'Beeldbellen hapert', service });
    expect(made.status).toBe(201);
    id = made.body.data.id;
    await go(wit, `/${id}`);
    await sees(record(wit).locator('.detail-head'), 'Ontvangen');
    // The customer has nobody to choose: what they write goes to the service desk.
    expect(await composer(wit).getByRole('radio').count()).toBe(0);
    await composer(wit).getByRole('button', { name: 'Stuur naar Delta Integrator' }).waitFor();
  });

  it('Eva writes a note: amber and hatched, and the button says for whom', async () => {
    eva = await stage.enter('Eva Smit', `/${id}`);
    const write = composer(eva);
    await write.waitFor();
    expect(await write.getAttribute('data-circle')).toBe('team');
    const send = write.getByRole('button', { name: /^Notitie voor team Service Desk$/ });
    await send.waitFor();
    const look = (where: Page) =>
      where.locator('.composer').evaluate((node) => `${getComputedStyle(node).borderColor} ${getComputedStyle(node, '::before').backgroundImage}`);
    const inside = await look(eva);
    await write.locator('textarea').fill(secret);
    await send.click();
    await record(eva).locator('.entry[data-circle="team"]', { hasText: secret }).waitFor();
    await write.getByLabel('Waterschap Noord (klant)').check();
    await write.getByRole('button', { name: 'Stuur naar Waterschap Noord (klant)' }).waitFor();
    expect(await write.getAttribute('data-circle')).toBe('customer');
    expect(await look(eva)).not.toBe(inside);
    await picture(eva, '03-audience');
  });

  it('the reply appears at J. de Wit without a reload, and the note never does', async () => {
    await wit.evaluate(() => Object.assign(window, { stillHere: true }));
    await composer(eva).locator('textarea').fill(reply);
    await composer(eva).locator('textarea').press('Control+Enter');
    const own = record(eva).locator('.entry[data-circle="customer"]', { hasText: reply });
    await own.waitFor();
    await sees(own, 'KLANT');
    await sees(record(wit), reply);
    expect(await wit.evaluate(() => 'stillHere' in window)).toBe(true);
    expect(await everyWord(wit)).not.toContain(secret);
    expect(JSON.stringify(await fetched(wit, `/api/incidents/${id}/journal`))).not.toContain(secret);
    await wit.getByRole('tab', { name: 'Geschiedenis' }).click();
    await settled(wit);
    expect(await everyWord(wit)).not.toContain(secret);
    await picture(wit, '03-customer');
  });

  it('after a message to the customer the next words are for the team again', async () => {
    await composer(eva)
      .getByRole('button', { name: /^Notitie voor team/ })
      .waitFor();
  });

  it('a draft and its readers survive a reload', async () => {
    await composer(eva).getByLabel('Waterschap Noord (klant)').check();
    await composer(eva).locator('textarea').fill('Nog niet af');
    await eva.reload();
    await composer(eva).waitFor();
    expect(await composer(eva).locator('textarea').inputValue()).toBe('Nog niet af');
    await composer(eva).getByRole('button', { name: 'Stuur naar Waterschap Noord (klant)' }).waitFor();
    await sees(composer(eva), 'Concept bewaard');
  });

  it('what J. de Wit writes meanwhile stops the reply until Eva has looked', async () => {
    await wit.getByRole('tab', { name: 'Gesprek' }).click();
    await composer(wit).locator('textarea').fill('Het ligt aan de koptelefoon, lijkt mij.');
    await composer(wit).locator('textarea').press('Control+Enter');
    await sees(record(eva), 'Het ligt aan de koptelefoon');
    await composer(eva).locator('textarea').press('Control+Enter');
    await composer(eva).getByRole('alert').waitFor();
    expect(await composer(eva).locator('textarea').inputValue()).toBe('Nog niet af');
    await picture(eva, '03-stopped');
    await composer(eva).getByRole('button', { name: 'Ik heb ze gezien' }).click();
    await composer(eva).locator('textarea').press('Control+Enter');
    await sees(record(wit), 'Nog niet af');
  });
});
