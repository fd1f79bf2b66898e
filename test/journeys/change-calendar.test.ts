// The day of whoever plans changes: a freeze blocks, an exception goes through, a slot is found and used, a notice is taken in, a feed is read.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, sees, sent, settled, soon, useStage } from './stage.ts';

const day = 86_400_000;
const shown = (page: Page, id: string) => page.locator('.cal-bar', { hasText: id }).first();

describe('the calendar of changes', () => {
  const stage = useStage();
  let eva: Page;
  let id = '';
  // In a week of its own, far from what other journeys and the demo world plan.
  const monday = (() => {
    const now = Date.now() + 75 * day;
    return now - (now % day) - ((new Date(now).getUTCDay() + 6) % 7) * day;
  })();
  const date = (days: number): string => new Date(monday + days * day).toISOString().slice(0, 10);
  const at = (days: number, hours: number): string => new Date(monday + days * day + hours * 3_600_000).toISOString();
  const state = async () => ((await fetched(eva, `/api/changes/${id}`)).body as { data: Record<string, unknown> }).data;

  it('proposes a change on a day, refuses to plan it in a freeze, and lets it through with an exception', async () => {
    eva = await stage.enter('Eva Smit', `/changes/calendar?at=${date(0)}`);
    await settled(eva);
    await sent(eva, '/api/change_windows', { title: 'Telling van de stemmen', kind: 'freeze', starts_at: at(2, 0), ends_at: at(4, 0) });
    await eva.locator('button.cal-day').nth(3).click();
    await field(dialog(eva), 'Titel').fill('Certificaat van het telsysteem');
    expect(await field(dialog(eva), 'Gepland van').inputValue()).toBe(`${date(3)}T22:00`);
    await eva.keyboard.press('Control+Enter');
    await dialog(eva).waitFor({ state: 'detached' });
    const bar = eva.locator('.cal-bar', { hasText: 'Certificaat van het telsysteem' }).first();
    await bar.waitFor();
    id = /CHG-\d+/.exec((await bar.textContent()) ?? '')?.[0] ?? '';
    const builder = ((await fetched(eva, '/api/refs/person?q=Chloe')).body as { data: { id: string }[] }).data[0]?.id;
    const plan = { type: 'emergency', description: 'x', builder };
    expect((await sent(eva, `/api/changes/${id}/edit`, { ...plan, type: 'normal', requester: builder, outage_minutes: 0 })).status).toBe(200);
    const answers = { reason: 'Verloopt', benefit: 'Werkt', risks: 'Geen', resources: 'Een uur', relations: 'Geen' };
    const service = ((await fetched(eva, '/api/refs/service?q=Printing')).body as { data: { id: string }[] }).data[0]?.id;
    await sent(eva, `/api/changes/${id}/edit`, { ...answers, services: [service] });
    await sent(eva, `/api/changes/${id}/submit`, {});
    await sent(eva, `/api/changes/${id}/prepare`, { backout_plan: 'Terug' });
    await sent(eva, `/api/changes/${id}/assess`, {});
    expect((await sent(eva, `/api/changes/${id}/override_risk`, { risk_score: 5, note: 'Klein' })).status).toBe(200);

    await go(eva, `/${id}`);
    await eva.getByRole('button', { name: 'Goedkeuren', exact: true }).first().click();
    await button(dialog(eva), 'Goedkeuren').click();
    await sees(dialog(eva), /valt in de bevriezing “CHW-\d+ Telling van de stemmen”.*uitzondering/);
    await go(eva, `/changes/calendar?at=${date(0)}`);
    await shown(eva, id).locator('.conflict-chip[data-severity=block]').click();
    await sees(dialog(eva), 'Blokkeert');
    await button(dialog(eva), 'Uitzondering maken, met reden').click();
    await field(dialog(eva), 'Uitzondering').fill('De verkiezing kan niet zonder');
    await button(dialog(eva), 'Uitzondering maken').click();
    await dialog(eva).waitFor({ state: 'detached' });
    expect((await sent(eva, `/api/changes/${id}/approve`, {})).status).toBe(200);
    await shown(eva, id).locator('.conflict-chip[data-severity=warn]').click();
    await sees(dialog(eva), /uitzondering gemaakt.*Uitzondering gemaakt door Eva Smit: De verkiezing kan niet zonder/s);
    await eva.keyboard.press('Escape');
  });

  it('finds a slot for it and moves it there, out of the freeze', async () => {
    await button(eva, 'Tijd zoeken').click();
    await field(dialog(eva), 'Voor').selectOption(id);
    await button(dialog(eva), 'Zoeken').click();
    await button(dialog(eva), 'Deze tijd gebruiken').first().click();
    await dialog(eva).waitFor({ state: 'detached' });
    const moved = await state();
    expect(moved.state).toBe('scheduled');
    expect(String(moved.planned_end) <= at(2, 0) || String(moved.planned_start) >= at(4, 0)).toBe(true);
    expect((await sent(eva, `/api/changes/${id}/schedule`, { planned_start: at(2, 1), planned_end: at(2, 2) })).body).toMatchObject({
      code: 'change.blocked.freeze',
    });
  });

  it('takes in a mail with a preview, narrows the view, and gives it to another calendar', async () => {
    const mail = `From: noc@fresh.example\r\nSubject: Werk\r\n\r\nStarttijd: ${date(1)} 22:00 CET\r\nEindtijd: ${date(1)} 23:00 CET\r\nReferentie: FR-${Date.now()}\r\n`;
    await button(eva, 'Berichten inlezen').click();
    await eva.locator('input[type=file]').setInputFiles({ name: 'werk.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) });
    await field(dialog(eva), 'Van welke leverancier').fill('Vers Netwerk');
    await button(dialog(eva), 'Bekijken wat er zou gebeuren').click();
    await sees(dialog(eva), /Dit zou gebeuren: nieuw: 1/);
    expect(await audit(eva, 'upload')).toEqual([]);
    await button(dialog(eva), 'Inlezen').click();
    await sees(dialog(eva), /Dit is gebeurd: nieuw: 1/);
    await button(dialog(eva), 'Sluiten').last().click();
    await eva.getByLabel('Soort', { exact: true }).selectOption('notice');
    await sees(eva, 'Werk · Onderhoud leverancier');
    await soon(() => new URL(eva.url()).searchParams.get('kinds')).toBe('notice');
    await button(eva, 'In uw eigen agenda').click();
    await button(dialog(eva), 'Adres maken').click();
    const address = (await dialog(eva).locator('code.secret').textContent()) ?? '';
    const feed = await eva.evaluate(async (url) => {
      const answer = await fetch(url, { credentials: 'omit' });
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    }, address);
    expect(feed.type).toBe('text/calendar; charset=utf-8');
    expect(feed.text).toContain('Werk');
    expect(feed.text).not.toContain(id);
  });

  it('reads clean to axe in every view', async () => {
    for (const view of ['timeline', 'week', 'month', 'table']) {
      await go(eva, `/changes/calendar?view=${view}&at=${date(0)}`);
      await settled(eva);
      await eva.locator('.cal-timeline, .cal-event, table.plain').first().waitFor();
      expect(await audit(eva, view)).toEqual([]);
    }
  });
});
