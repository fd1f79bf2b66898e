// Customers and suppliers see what is theirs; an address typed by hand of what is not theirs answers as if it did not exist.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everyWord, fetched, go, picture, settled, useStage } from './stage.ts';

type Rows = { data: { id: string; [name: string]: unknown }[]; next: string | null };
const rows = async (page: Page, path: string): Promise<Rows['data']> => ((await fetched(page, path)).body as Rows).data;
/** Every incident somebody may see, page after page. */
const incidents = async (page: Page): Promise<Rows['data']> => {
  const found: Rows['data'] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { data, next } = (await fetched(page, `/api/incidents?limit=200&after=${encodeURIComponent(after)}`)).body as Rows;
    found.push(...data);
    after = next;
  }
  return found;
};
const own = async (page: Page): Promise<string> => ((await fetched(page, '/api/session')).body as { organisation: { id: string } }).organisation.id;

describe('the two other sides', () => {
  const stage = useStage();
  let inside: Page;

  it('a customer sees incidents, services and the report, and no suppliers, teams or work orders', async () => {
    inside = await stage.enter('Sam de Groot', '/list/incidents');
    await settled(inside);
    const tom = await stage.enter('Tom Verhoef');
    await tom.waitForURL((url) => url.pathname === '/list/incidents');
    await tom.locator('table.rows tbody tr').first().waitFor();
    await picture(tom, '08-customer-list');
    const names = await tom.getByRole('navigation').getByRole('link').allTextContents();
    expect(names).not.toContain('Werkopdrachten');
    const columns = (await tom.locator('table.rows th').allTextContents()).join(' ');
    for (const column of ['Ligt bij', 'Team', 'Behandelaar']) expect(columns).not.toContain(column);
    // Whose an incident is, the house says: customers are not told who else is affected.
    const organisation = await own(tom);
    const seen = await incidents(tom);
    const theirs = (await incidents(inside)).filter((each) => (each.affected_customers as string[]).includes(organisation));
    expect(theirs.length).toBeGreaterThan(0);
    expect(seen.map((each) => each.id).sort()).toEqual(theirs.map((each) => each.id).sort());
    for (const row of seen) {
      for (const hidden of ['affected_customers', 'party', 'team', 'agent', 'part']) expect(row[hidden], `${row.id} shows ${hidden}`).toBeUndefined();
    }
    await go(tom, '/list/services');
    await settled(tom);
    const words = await everyWord(tom);
    for (const word of ['Noordlijn', 'Kabelring', 'Polder Hosting', 'IdentiQ', 'Line A', 'Pflegeverbund', 'Waterschap']) expect(words).not.toContain(word);
    await go(tom, '/reports/month');
    await settled(tom);
    const report = await everyWord(tom);
    for (const word of ['Noordlijn', 'Kabelring', 'IdentiQ', 'Pflegeverbund', 'Waterschap']) expect(report).not.toContain(word);
    await picture(tom, '08-customer-report');
  });

  it('nothing of another customer opens by its address, nor work orders, suppliers and their promises', async () => {
    const tom = await stage.enter('Tom Verhoef');
    const organisation = await own(tom);
    const other = (await rows(inside, '/api/incidents?limit=200')).find((each) => !(each.affected_customers as string[]).includes(organisation));
    const order = (await rows(inside, '/api/work_orders?limit=1'))[0];
    const line = (await rows(inside, '/api/services?q=Line&limit=200')).find((each) => /^Line [AB]$/.test(String(each.name)));
    const beneath = (await rows(inside, '/api/promises?limit=200')).find((each) => each.provider !== organisation && each.customer !== organisation);
    for (const found of [other, order, line, beneath]) {
      expect(found).toBeDefined();
      for (const path of ['', '/journal', '/links', '/clocks']) {
        const plural = { INC: 'incidents', WO: 'work_orders', SVC: 'services', PRM: 'promises' }[found?.id.split('-')[0] ?? ''];
        expect((await fetched(tom, `/api/${plural}/${found?.id}${path}`)).status, `${found?.id}${path}`).toBe(404);
      }
      await go(tom, `/${found?.id}`);
      await tom.getByRole('alert').waitFor();
      expect(await everyWord(tom)).not.toContain(String(found?.title ?? found?.name));
    }
    await picture(tom, '08-not-yours');
  });

  it('a supplier sees their own work orders and nothing of customers, incidents or other suppliers', async () => {
    const fenna = await stage.enter('Fenna Polder', '/inbox');
    await settled(fenna);
    await picture(fenna, '08-supplier');
    const organisation = await own(fenna);
    const orders = await rows(fenna, '/api/work_orders?limit=200');
    expect(orders.length).toBeGreaterThan(3);
    for (const row of orders) {
      expect(row.supplier).toBe(organisation);
      expect(row.parent).toBeUndefined();
      expect(row.holder).toBeUndefined();
    }
    for (const row of await rows(fenna, '/api/services?limit=200')) expect(row.provider).toBe(organisation);
    expect(await rows(fenna, '/api/incidents?limit=5').then((found) => found?.length ?? 0)).toBe(0);
    for (const path of ['/list/work_orders', '/list/services', '/people']) {
      await go(fenna, path);
      await settled(fenna);
      const words = await everyWord(fenna);
      for (const word of ['Waterschap', 'Zuiderdam', 'Pflegeverbund', 'Kabelring', 'Noordlijn', 'INC-'])
        expect(words, `${path} says ${word}`).not.toContain(word);
    }
    const foreign = (await rows(inside, '/api/work_orders?limit=200')).find((each) => each.supplier !== organisation);
    await go(fenna, `/${foreign?.id}`);
    await fenna.getByRole('alert').waitFor();
    expect((await fetched(fenna, `/api/work_orders/${foreign?.id}`)).status).toBe(404);
    await go(fenna, '/INC-1');
    await fenna.getByRole('alert').waitFor();
    await go(fenna, '/imports');
    await fenna.getByRole('alert').waitFor();
  });

  it('an address of nothing says so, and the frame stays', async () => {
    const tom = await stage.enter('Tom Verhoef', '/XYZ-12');
    await tom.getByText('Op dit adres is niets').waitFor();
    expect(await tom.getByRole('navigation').isVisible()).toBe(true);
  });
});
