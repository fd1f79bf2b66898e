// Work is dispatched although the check says that it will be late, with the customer told so; and a supplier contests time, is answered and gets a ruling.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, dialog, fetched, field, go, picture, record, refer, sees, settled, soon, useStage } from './stage.ts';

type Found = { data: { id: string; state: string; title: string; about: string; raised_by: string; note?: string }[] };
const list = async (page: Page, path: string): Promise<Found['data']> => ((await fetched(page, path)).body as Found).data;

describe('whose time it is', () => {
  const stage = useStage();

  it('the dispatch dialog says that the receiver would be late, proposes ways out, and does not stand in the way', async () => {
    const sam = await stage.enter('Sam de Groot');
    const [incident] = await list(sam, '/api/incidents?q=is:open%20not%20working&limit=1');
    expect(incident).toBeDefined();
    await go(sam, `/${incident?.id}?tab=work`);
    await settled(sam);
    await button(sam, 'Send a work order').first().click();
    const check = dialog(sam).locator('.handover');
    await sees(check, 'Choose who is asked');
    await refer(dialog(sam), 'Supplier', 'Polder Hosting');
    await sees(check, /to spare|Short by|Late already/);
    await check.scrollIntoViewIfNeeded();
    // Less pressing for the receiver means more time by its promise: hours too late for the customer.
    await field(dialog(sam), 'Priority').fill('5');
    await sees(check, /Short by|Late already/);
    await sees(check, 'You may hand it over all the same.');
    await picture(sam, '20-handover-short');
    await button(check, 'Tell the customer a new time …').click();
    const draft = dialog(sam).last();
    await sees(draft, /Read by: (Waterschap Noord|Gemeente Zuiderdam|Pflegeverbund Ems)/);
    const words = await field(draft, 'Message').inputValue();
    expect(words).toContain(incident?.id);
    for (const name of ['Polder', 'Hosting']) expect(words).not.toContain(name);
    await button(draft, 'Send').click();
    await soon(async () => (await list(sam, `/api/incidents/${incident?.id}/journal?limit=20`)).some((fact) => fact.note === words)).toBe(true);
    await field(dialog(sam), 'Instruction').fill('Please look at the storage.');
    await button(dialog(sam), 'Send work order').click();
    await dialog(sam).waitFor({ state: 'detached' });
    await soon(async () => ((await fetched(sam, `/api/incidents/${incident?.id}`)).body as { data: { handed_to: string | null } }).data.handed_to).toMatch(
      /^(ORG|TEAM)-/,
    );
  });

  it('a supplier contests a stretch of its ledger, the house answers, and the service level manager rules', async () => {
    const fenna = await stage.enter('Fenna Polder');
    const [order] = await list(fenna, '/api/work_orders?q=Cooling&limit=1');
    await go(fenna, `/${order?.id}?tab=clocks`);
    await settled(fenna);
    const strip = fenna.locator('.strip button');
    await soon(() => strip.count()).toBe(2);
    await strip.first().focus();
    await sees(fenna.locator('.strip-detail'), 'overdracht aan Polder Hosting');
    await fenna.keyboard.press('Tab');
    await sees(fenna.locator('.strip-detail'), 'Polder Hosting aan het werk');
    await picture(fenna, '20-ledger');
    await button(fenna.locator('.strip-detail'), 'Deze tijd betwisten').click();
    // The first three quarters of an hour were ruled on before: what is contested now lies after them.
    const [ruled] = await list(fenna, `/api/disputes?q=is:upheld&limit=1`);
    expect(ruled?.about).toBe(order?.id);
    await field(dialog(fenna), 'Reden').fill('We waited for the keys again.');
    await button(dialog(fenna), 'Tijd betwisten').click();
    await dialog(fenna).waitFor({ state: 'detached' });
    const [raised] = await list(fenna, '/api/disputes?q=is:open&limit=1');
    expect(raised?.about).toBe(order?.id);

    const eva = await stage.enter('Eva Smit', `/${raised?.id}`);
    await button(record(eva), 'Antwoorden').click();
    await field(dialog(eva), 'Antwoord').fill('The keys were there at nine.');
    await button(dialog(eva), 'Antwoorden').click();
    await sees(record(eva).locator('.detail-head'), 'Beantwoord');

    const kees = await stage.enter('Kees Bakker', `/${raised?.id}`);
    await sees(record(kees), 'The keys were there at nine.');
    await button(record(kees), 'Afwijzen').click();
    await field(dialog(kees), 'Uitspraak').fill('The log of the gate agrees with the answer.');
    await button(dialog(kees), 'Afwijzen').click();
    await sees(record(kees).locator('.detail-head'), 'Afgewezen');

    await go(fenna, `/${raised?.id}`);
    await sees(record(fenna), 'The log of the gate agrees with the answer.');
    await go(fenna, `/${order?.id}?tab=clocks`);
    await sees(fenna.locator('.ledger'), 'Na uitspraak');
    await picture(fenna, '20-ruled');
    const braun = await stage.enter('L. Braun');
    expect((await fetched(braun, `/api/disputes/${raised?.id}`)).status).toBe(404);
  });
});
