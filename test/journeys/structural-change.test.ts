// The structural side in one go: a known error gets an incident going, a cause is found and removed by a change that others judge, and proof is asked for.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, picture, record, refer, sees, sent, settled, soon, useStage } from './stage.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly state: string };
const list = async (page: Page, path: string): Promise<readonly Row[]> => ((await fetched(page, path)).body as { data: readonly Row[] }).data;
const read = async (page: Page, path: string): Promise<Row> => ((await fetched(page, path)).body as { data: Row }).data;

describe('from a known error to a change that removes a cause', () => {
  const stage = useStage();
  let eva: Page;
  let problem = '';
  let change = '';
  let item = '';

  /** Presses a button that opens a form, fills the form, and sends it. */
  const fill = async (open: () => Promise<void>, send: string, boxes: Readonly<Record<string, string>> = {}): Promise<void> => {
    await open();
    for (const [label, text] of Object.entries(boxes)) await field(dialog(eva), label).fill(text);
    await button(dialog(eva), send).click();
    await dialog(eva).waitFor({ state: 'detached' });
  };
  const act = (name: string) => async () => {
    await record(eva).locator('.actions button').first().waitFor();
    const shown = record(eva).locator('.actions').getByRole('button', { name, exact: true });
    if (await shown.count()) return shown.click();
    await button(record(eva), 'Meer acties').click();
    await eva.getByRole('menuitem', { name, exact: true }).click();
  };
  const inState = (path: string, state: string) => soon(async () => (await read(eva, path)).state).toBe(state);

  it('offers an incident the known error that fits; its workaround is used in one click, and counted', async () => {
    const anna = await stage.enter('Anna Visser');
    const [service] = await list(anna, '/api/refs/service?q=Workplace');
    const [customer] = await list(anna, '/api/refs/organisation?q=Waterschap');
    const about = { service: service?.id, customer: customer?.id, impact: 'low', urgency: 'low' };
    const made = await sent<{ data: Row }>(anna, '/api/incidents', { title: 'VPN valt elke tien minuten weg', ...about });
    const [error] = await list(anna, '/api/known_errors?q=is:published%20vpn');
    await go(anna, `/${made.body.data.id}`);
    const offer = anna.locator('.offer', { hasText: String(error?.title) });
    await sees(offer, 'Load the profile "stable"');
    await button(offer, 'Omweg gebruiken').click();
    await sees(anna.locator('.known-errors'), 'Bekende fout in gebruik');
    await picture(anna, '30-known-error');
    await soon(async () => (await read(anna, `/api/known_errors/${error?.id}`)).used).toBe(Number(error?.used) + 1);
    expect(await read(anna, `/api/incidents/${made.body.data.id}`)).toMatchObject({ known_errors: [error?.id], state: 'registered' });
  });

  it('is investigated with evidence and five whys, until the error is known', async () => {
    eva = await stage.enter('Eva Smit');
    const [found] = await list(eva, '/api/problems?q=Calendars');
    problem = String(found?.id);
    await go(eva, `/${problem}?tab=investigation`);
    await settled(eva);
    await act('Oppakken')();
    await inState(`/api/problems/${problem}`, 'investigating');
    const card = (title: string) => eva.locator('.card', { hasText: title });
    await fill(() => button(card('Hypothesen'), 'Voorstellen …').click(), 'Hypothese voorstellen', {
      'Wat de oorzaak kan zijn': 'De koppeling draait op een oude server',
    });
    await fill(() => button(eva.locator('.hypothesis'), 'Bevestigen …').click(), 'Hypothese bevestigen', {
      Bewijs: 'Elke storing begint met een volle wachtrij daar.',
    });
    await sees(eva.locator('.hypothesis'), 'Bevestigd');
    await button(card('Vijf keer waarom'), 'Bewerken …').click();
    for (const because of ['de wachtrij loopt vol', 'de server is te klein', 'hij is sinds 2021 niet vervangen']) {
      await button(dialog(eva), 'Waarom?').last().click();
      await dialog(eva).locator('.why-row textarea:not([aria-hidden])').last().fill(because);
    }
    await dialog(eva).getByLabel('grondoorzaak').last().check();
    await button(dialog(eva), 'Waarom vragen').click();
    await dialog(eva).waitFor({ state: 'detached' });
    await sees(eva.locator('.why-tree'), /de wachtrij loopt vol.*de server is te klein.*hij is sinds 2021 niet vervangen.*grondoorzaak/s);
    await fill(act('Bekende fout vastleggen'), 'Bekende fout vastleggen', {
      Grondoorzaak: 'De server van de koppeling is te klein',
      Omweg: 'Herstart de koppeling; binnen een kwartier is alles bij.',
    });
    await inState(`/api/problems/${problem}`, 'known_error');
    await picture(eva, '30-investigation');
  });

  it('raises a change from it, with what is known filled in, and the seven questions one by one', async () => {
    await act('Wijziging aanvragen')();
    expect(await field(dialog(eva), 'Reden').inputValue()).toBe('De server van de koppeling is te klein');
    await refer(dialog(eva), 'Items', 'vm-mail-1');
    await refer(dialog(eva), 'Bouwt', 'Eva Smit');
    const boxes = {
      Titel: 'Grotere server voor agenda en mail',
      Onderbreking: '0m',
      Opbrengst: 'Agenda’s komen weer aan',
      'Risico’s': 'Even geen mail',
      Middelen: 'Een avond',
    };
    for (const [label, text] of Object.entries(boxes)) await field(dialog(eva), label).fill(text);
    await button(dialog(eva), 'Wijziging aanvragen').click();
    await dialog(eva).waitFor({ state: 'detached' });
    await eva.waitForURL(/CHG-\d+$/);
    change = new URL(eva.url()).pathname.slice(1);
    await inState(`/api/problems/${problem}`, 'change_raised');
    item = String((await read(eva, `/api/changes/${change}`)).items);
    await act('Terugval en tests plannen')();
    await field(dialog(eva), 'Terugvalplan').fill('De oude server blijft een week naast de nieuwe staan.');
    await field(dialog(eva), 'Testbewijs').fill('Een week proefgedraaid met de agenda’s van de helpdesk.');
    await dialog(eva).getByLabel('Item van deze wijziging toevoegen').click();
    await eva.getByRole('option', { name: /vm-mail-1/ }).click();
    await dialog(eva).locator('.item-update').getByLabel('Role').fill('Mail and calendars');
    await picture(eva, '30-item-updates');
    await button(dialog(eva), 'Terugval en tests plannen').click();
    await dialog(eva).waitFor({ state: 'detached' });
    await fill(act('Indienen'), 'Indienen');
    await act('Beoordelen')();
    await sees(dialog(eva), '6 van 7 vragen zijn beantwoord');
    await button(dialog(eva), 'Beoordelen').click();
    await sees(dialog(eva), 'Samenhang met andere wijzigingen is niet beantwoord');
    await field(dialog(eva), 'Samenhang met andere wijzigingen').fill('Geen');
    await sees(dialog(eva), 'Alle zeven vragen zijn beantwoord');
    expect(await audit(eva, 'assess')).toEqual([]);
    await picture(eva, '30-seven-questions');
    await button(dialog(eva), 'Beoordelen').click();
    await dialog(eva).waitFor({ state: 'detached' });
    await sees(record(eva), /Risico \d+ van 100/);
  });

  it('comes late to the board, is voted on there, and is never approved by who builds it', async () => {
    const [meeting] = await list(eva, '/api/cab_meetings?q=is:frozen%20mode:meeting&limit=1');
    await go(eva, `/changes/cab/${meeting?.id}?item=${change}`);
    await button(eva, 'Meer acties').first().click();
    await eva.getByRole('menuitem', { name: 'Change toevoegen' }).click();
    await refer(dialog(eva), 'Change', 'Grotere server');
    await field(dialog(eva), 'Reden').fill('De wachtrij loopt elke dag vol');
    await button(dialog(eva), 'Change toevoegen').click();
    await dialog(eva).waitFor({ state: 'detached' });
    const onAgenda = eva.locator('.cab-left li', { hasText: change });
    await sees(onAgenda, 'laat');
    const room = `/changes/cab/${meeting?.id}?item=${change}`;
    const kees = await stage.enter('Kees Bakker', room);
    await kees.getByRole('radio', { name: 'goedkeuren', exact: true }).check();
    await button(kees.locator('.cab-own'), 'Stemmen').click();
    await sees(eva.locator('.cab-ballots'), /Kees Bakker.*goedkeuren/);
    const decide = async (page: Page, what: string, confirm: string) => {
      await button(page.locator('.cab-decide'), what).click();
      await button(page.locator('.cab-decide'), confirm).click();
    };
    await decide(eva, 'Goedkeuren', 'Bevestigen: Goedkeuren');
    await sees(eva, 'Wie bouwt, keurt nooit goed');
    expect((await read(eva, `/api/changes/${change}`)).state).toBe('assessed');
    expect(await audit(eva, 'the room')).toEqual([]);
    const rosa = await stage.enter('Rosa Vermeer', room);
    await decide(rosa, 'Approve', 'Confirm: Approve');
    await sees(rosa.locator('.cab-decided'), 'approved');
    await picture(rosa, '30-board');
    expect(await read(eva, `/api/changes/${change}`)).toMatchObject({ state: 'approved', decision: 'approve', meeting: meeting?.id });
  });

  it('is scheduled, built, tested and implemented; then its item is what was planned', async () => {
    await go(eva, `/${change}`);
    const local = (minutes: number) =>
      new Date(Date.now() + minutes * 60_000).toLocaleString('sv', { timeZone: 'Europe/Amsterdam' }).slice(0, 16).replace(' ', 'T');
    await fill(act('Inplannen'), 'Inplannen', { 'Gepland van': local(-1), 'Gepland tot': local(120) });
    for (const command of ['build', 'test'])
      expect((await sent(eva, `/api/changes/${change}/${command}`, command === 'test' ? { test_evidence: 'Agenda’s kwamen aan.' } : {})).status).toBe(200);
    // The page follows by itself what a program did.
    await sees(record(eva).locator('.detail-head'), 'Getest');
    for (const [name, state] of [
      ['Uitvoeren', 'implementing'],
      ['Doorgevoerd', 'implemented'],
    ] as const) {
      await fill(act(name), name);
      await inState(`/api/changes/${change}`, state);
    }
    await go(eva, `/${item}`);
    await sees(eva.locator('.detail-main'), 'Mail and calendars');
    await picture(eva, '30-item');
  });

  it('leaves the problem in verification, where the proof tab says what is still needed', async () => {
    await inState(`/api/problems/${problem}`, 'verifying');
    await go(eva, `/${problem}?tab=proof`);
    await sees(record(eva), 'De verificatie is nog niet voorbij.');
    await sees(record(eva), /Geen enkele zou bewijs zijn vanaf/);
    const refused = await sent<{ code: string }>(eva, `/api/problems/${problem}/close`, {});
    expect(refused.body.code).toBe('problem.close.not_over');
    await picture(eva, '30-proof');
  });
});
