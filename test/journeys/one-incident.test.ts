// The whole story of one incident: an alarm of a customer's monitoring, two suppliers, one customer, and the report of the month.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, composer, demoWorld, dialog, everyWord, fetched, field, go, picture, record, refer, sees, settled, soon, tab, useStage } from './stage.ts';

type Message = { status: string; alerts: { status: string; startsAt: string; endsAt: string; fingerprint: string }[] };
type Listed = { data: { id: string; title: string; due: string | null; state: string }[] };

const started = new Date(Date.now() - 60_000);
const suppliers = ['Noordlijn', 'Kabelring', 'Polder Hosting', 'IdentiQ', 'Printwerk', 'L. Braun', 'Owen Kelly'];

/** What a real Alertmanager sent, with its moments moved to now. */
function sample(name: 'firing' | 'resolved'): Message {
  const { body } = JSON.parse(readFileSync(new URL(`../samples/alertmanager-webhook-${name}.json`, import.meta.url), 'utf8')) as { body: Message };
  for (const alert of body.alerts) {
    alert.startsAt = started.toISOString();
    if (name === 'resolved') alert.endsAt = new Date().toISOString();
  }
  return body;
}

async function post(secret: string, message: Message): Promise<unknown> {
  const answer = await fetch(new URL('/api/alerts/alertmanager', await demoWorld()), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'user-agent': 'Alertmanager/0.25.0' },
    body: JSON.stringify(message),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

const openOf = async (page: Page, plural: string): Promise<Listed['data']> => {
  const { body } = await fetched(page, `/api/${plural}?q=is:open&limit=200`);
  return (body as Listed).data;
};
const openIncidents = (page: Page): Promise<Listed['data']> => openOf(page, 'incidents');

describe('an alarm that two suppliers and one customer hear of', () => {
  const stage = useStage();
  let secret = '';
  let anna: Page;
  let id = '';

  it('Marijke of Waterschap Noord makes a token for her Alertmanager', async () => {
    const page = await stage.enter('Marijke Hofstra', '/settings');
    await page.getByLabel('Waarvoor').fill('Alertmanager of the pumping stations');
    await page.getByLabel('lezen', { exact: true }).uncheck();
    await page.getByLabel('alarmen sturen').check();
    await button(page, 'Token maken').click();
    secret = (await page.locator('code.secret').textContent()) ?? '';
    expect(secret).toMatch(/^tessera_pat_/);
  });

  it('the alarm becomes an incident in the open inbox of Anna, without loading the page again', async () => {
    anna = await stage.enter('Anna Visser', '/inbox');
    await anna.locator('.inbox-row').first().waitFor();
    await anna.evaluate(() => Object.assign(window, { stillHere: true }));
    const before = new Set((await openIncidents(anna)).map((each) => each.id));
    expect(await post(secret, sample('firing'))).toMatchObject({ raised: 1 });
    // The alarm is kept when it is answered; the incident follows it.
    const raised = async (): Promise<Listed['data'][number] | undefined> => (await openIncidents(anna)).find((each) => !before.has(each.id));
    await soon(raised).toBeDefined();
    const incident = await raised();
    id = incident?.id ?? '';
    expect(incident?.title).toMatch(/^Workplace, Network: /);
    const row = anna.locator(`.inbox-row[data-id="${id}"]`);
    await row.waitFor();
    expect(await anna.evaluate(() => 'stillHere' in window)).toBe(true);
    await sees(row, 'Waterschap Noord');
    // It is new and due soon: only what is due sooner, or is late already, stands above it.
    const now = anna.locator('.inbox-section', { hasText: /^Nu/ }).locator('.inbox-row');
    const above = await now.evaluateAll(
      (rows, mine) =>
        rows
          .map((each) => each.getAttribute('data-id') ?? '')
          .slice(
            0,
            rows.findIndex((each) => each.getAttribute('data-id') === mine),
          ),
      id,
    );
    const work = await Promise.all(['incidents', 'work_orders', 'problems'].map((plural) => openOf(anna, plural)));
    const due = new Map(work.flat().map((each) => [each.id, each.due ?? '9']));
    for (const each of above) expect((due.get(each) ?? '9') <= (due.get(id) ?? '9'), `${each} stands above ${id}`).toBe(true);
    await picture(anna, '01-arrived');
  });

  it('the same message again, and a retry of it, add nothing', async () => {
    const before = (await openIncidents(anna)).length;
    expect(await post(secret, sample('firing'))).toMatchObject({ raised: 0, nothing_new: 1 });
    expect(await post(secret, sample('firing'))).toMatchObject({ raised: 0, nothing_new: 1 });
    expect((await openIncidents(anna)).length).toBe(before);
  });

  it('Anna opens it, and sees impact, urgency, priority and the clocks of the customer and of her own desk', async () => {
    await anna.locator(`.inbox-row[data-id="${id}"] a`).click();
    const open = record(anna);
    await open.locator('.detail-head', { hasText: id }).waitFor();
    const value = (label: string) => open.locator('.field', { has: anna.getByText(label, { exact: true }) }).locator('dd');
    expect(await value('Impact').textContent()).toMatch(/Hoog|Middel|Laag/);
    expect(await value('Urgentie').textContent()).toMatch(/Hoog|Middel|Laag/);
    await open.locator('.detail-head .priority').first().waitFor();
    expect(await value('Falend onderdeel').textContent()).toContain('Line A');
    await tab(open, 'Klokken').click();
    await open.getByRole('heading', { name: /^Klant Waterschap Noord: Reactie binnen/ }).waitFor();
    await open.getByRole('heading', { name: /^Klant Waterschap Noord: Herstel binnen/ }).waitFor();
    await open.getByRole('heading', { name: /^Intern: Reactie binnen/ }).waitFor();
    await picture(anna, '01-clocks');
  });

  it('she takes it, and the clock of the response stops as met', async () => {
    await button(record(anna), 'Oppakken').click();
    await sees(record(anna).locator('.detail-head'), 'In behandeling');
    const response = record(anna).locator('section.clock-explained', { has: anna.getByRole('heading', { name: /^Klant Waterschap Noord: Reactie/ }) });
    await sees(response, /gehaald/);
  });

  it('she offers the work to Kabelring: not for the line of another supplier, then for their own', async () => {
    await tab(record(anna), 'Werkopdrachten').click();
    await button(record(anna), 'Werkopdracht sturen').click();
    const form = dialog(anna);
    await field(form, 'Titel').fill('No light on the line');
    await field(form, 'Opdracht').fill('The router of the customer does not answer. Please test the line.');
    await refer(form, 'Leverancier', 'Kabelring Networks');
    await button(form, 'Werkopdracht sturen').click();
    await sees(form, /wordt niet door .* geleverd/);
    await refer(form, 'Dienst', 'Line B');
    await picture(anna, '01-offer');
    await button(form, 'Werkopdracht sturen').click();
    await form.waitFor({ state: 'hidden' });
    await sees(record(anna), 'No light on the line');
  });

  it('Owen of Kabelring sees the work order, nothing of the incident, and rejects it with a reason', async () => {
    const owen = await stage.enter('Owen Kelly', '/inbox');
    await owen.locator('.inbox-row', { hasText: 'No light on the line' }).click();
    await record(owen).getByRole('heading', { name: 'No light on the line' }).waitFor();
    const words = await everyWord(owen);
    for (const word of ['Waterschap', 'Zuiderdam', id, 'Noordlijn', 'Workplace']) expect(words).not.toContain(word);
    const orders = (await fetched(owen, '/api/work_orders?limit=200')).body as { data: { supplier: string }[] };
    expect(new Set(orders.data.map((each) => each.supplier)).size).toBe(1);
    expect((await fetched(owen, `/api/incidents/${id}`)).status).toBe(404);
    await button(record(owen), 'Reject').click();
    await refer(dialog(owen), 'Rejected because', 'Not our service');
    await field(dialog(owen), 'Note').fill('Our line is up; look at the other route.');
    await picture(owen, '01-reject');
    await button(dialog(owen), 'Reject').click();
    await sees(record(owen).locator('.detail-head'), 'Rejected');
  });

  it('Anna reads why at once, and offers the work to Noordlijn', async () => {
    await sees(record(anna), 'Geweigerd');
    await button(record(anna), 'Werkopdracht sturen').click();
    const form = dialog(anna);
    await field(form, 'Titel').fill('Line A is down');
    await field(form, 'Opdracht').fill('No light since a minute ago. Please restore.');
    await refer(form, 'Leverancier', 'Noordlijn Telecom');
    await button(form, 'Werkopdracht sturen').click();
    await form.waitFor({ state: 'hidden' });
    await sees(record(anna), 'Line A is down');
  });

  it('L. Braun of Noordlijn accepts it under their own number and reports it done', async () => {
    const braun = await stage.enter('L. Braun', '/inbox');
    await braun.locator('.inbox-row', { hasText: 'Line A is down' }).click();
    await button(record(braun), 'Aannemen').click();
    await field(dialog(braun), 'Nummer van de leverancier').fill('NL-88131');
    await button(dialog(braun), 'Aannemen').click();
    await sees(record(braun).locator('.detail-head'), 'Aangenomen');
    await sees(record(braun).locator('.detail-head'), 'Reparatie');
    await sees(braun, 'NL-88131');
    await button(record(braun), 'Gereed melden').click();
    await field(dialog(braun), 'Resultaat').fill('Switched to the spare pair.');
    await button(dialog(braun), 'Gereed melden').click();
    await sees(record(braun).locator('.detail-head'), 'Gereed gemeld');
    await picture(braun, '01-braun');
  });

  it('the alarm clears; Anna sees it, and resolves with a workaround', async () => {
    expect(await post(secret, sample('resolved'))).toMatchObject({ cleared: 1 });
    await tab(record(anna), 'Gesprek').click();
    await button(record(anna), 'Oplossen').click();
    const form = dialog(anna);
    await field(form, 'Oplossing').selectOption({ label: 'Omweg' });
    await field(form, 'Notitie').fill('De verbinding loopt over een reservelijn; alles werkt weer.');
    await picture(anna, '01-resolve');
    await button(form, 'Oplossen').click();
    await sees(record(anna).locator('.detail-head'), 'Opgelost');
  });

  it('J. de Wit sees one incident in his own words, no name of a supplier anywhere, and confirms', async () => {
    const wit = await stage.enter('J. de Wit');
    await sees(wit.getByRole('heading', { level: 1 }), 'Incidenten');
    const row = wit.locator('table.rows tr', { hasText: id });
    await row.first().waitFor();
    expect(await wit.locator('table.rows tr', { hasText: id }).count()).toBe(1);
    await sees(row, 'Werkt weer: graag bevestigen');
    await go(wit, `/${id}`);
    await sees(record(wit).locator('.detail-head'), 'Werkt weer: graag bevestigen');
    await sees(wit, 'De verbinding loopt over een reservelijn');
    await picture(wit, '01-customer');
    for (const name of ['Gesprek', 'Klokken', 'Geschiedenis', 'Verbanden']) {
      await tab(record(wit), name).click();
      await settled(wit);
      const words = await everyWord(wit);
      for (const supplier of suppliers) expect(words, `${name} names ${supplier}`).not.toContain(supplier);
      expect(words).not.toContain('WO-');
    }
    for (const path of ['', '/journal', '/clocks', '/ledger', '/links']) {
      const said = JSON.stringify(await fetched(wit, `/api/incidents/${id}${path}`));
      for (const supplier of suppliers) expect(said, `${path} names ${supplier}`).not.toContain(supplier);
    }
    // His words stand there before he confirms: what he does himself is no news that would hold them.
    await tab(record(wit), 'Gesprek').click();
    await composer(wit).locator('textarea').fill('Bedankt, alles doet het weer.');
    await button(record(wit), 'Bevestigen dat het werkt').click();
    await button(dialog(wit), 'Bevestigen dat het werkt').click();
    await sees(record(wit).locator('.detail-head'), 'Gesloten');
    // Closed is not deaf: he may still write, and say that it is broken again.
    await composer(wit)
      .getByRole('button', { name: /^Stuur naar/ })
      .click();
    await sees(record(wit).locator('.entry'), 'Bedankt, alles doet het weer.');
    await sees(record(wit).locator('.detail-head'), 'Gesloten');
    await button(record(wit), 'Heropenen').waitFor();
  });

  it('Kees reads in the report of the month that the promise was kept, what was down, and whose time it was', async () => {
    const kees = await stage.enter('Kees Bakker');
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit' }).format(started);
    const noord = ((await fetched(kees, '/api/refs/organisation?q=Waterschap')).body as { data: { id: string }[] }).data[0]?.id;
    await go(kees, `/reports/month?month=${month}&customer=${noord}`);
    const section = kees.locator('.report-section', { has: kees.getByRole('heading', { name: /^Workplace/ }) });
    const restore = section.locator('tr', { has: kees.getByRole('link', { name: /restore/ }) }).first();
    await restore.waitFor();
    await picture(kees, '01-report');
    await section
      .getByText(/Gemeten/)
      .first()
      .waitFor();
    await section
      .getByText(/Gedragen door de keten/)
      .first()
      .waitFor();
    const { body } = await fetched(kees, `/api/reports/month?month=${month}&customer=${noord}`);
    const { behind, refs } = body as { behind: { what: string; promise: string | null; q: string }[]; refs: Record<string, string> };
    const figures = (body as { data: Figures[] }).data.find((each) => refs[each.service] === 'Workplace');
    if (!figures) throw new Error('no section');
    // The figure opens the list it counts, and this incident is in it.
    const restored = figures.times.find((each) => each.metric === 'restore');
    const met = behind.find((each) => each.what === 'met' && each.promise === restored?.promise);
    const list = (await fetched(kees, `/api/incidents?limit=200&q=${encodeURIComponent(met?.q ?? '')}`)).body as { data: { id: string }[] };
    expect(list.data.length).toBe(restored?.met);
    expect(list.data.map((each) => each.id)).toContain(id);
    const availability = figures.availability[0] as Figures['availability'][number];
    expect(availability.incidents.length === 0 || availability.down_ms > 0).toBe(true);
    const shown = await section.locator('table', { hasText: 'Van wie de tijd was' }).locator('tbody tr .dim').allTextContents();
    expect(Math.abs(sum(shown.map((each) => Number(each.replace(/\D/g, '')))) - 100)).toBeLessThanOrEqual(shown.length);
  });
});

type Figures = {
  service: string;
  times: { promise: string; metric: string; met: number }[];
  availability: { down_ms: number; incidents: string[] }[];
};
const sum = (numbers: readonly number[] = []): number => numbers.reduce((all, each) => all + each, 0);
