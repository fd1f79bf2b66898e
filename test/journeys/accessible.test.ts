// Every main screen, in light and dark, against the rules of axe: not one violation.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { forget, newPlace, start } from '../faults/server.ts';
import { audit } from './audit.ts';
import { fetched, go, settled, tab, useStage } from './stage.ts';

/** What a process manager reads of the organisation itself. */
const organisation = [
  ...['/models', '/models/ism', '/model', '/model/design', '/workforce', '/workforce/staffing', '/measures', '/objectives', '/scorecard'],
  ...['/forums', '/improve', '/maturity', '/growth', '/conformance', '/planning', '/planning/risks', '/planning/portfolio'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`in ${colorScheme}`, () => {
    const stage = useStage();
    const enter = async (persona: string, path: string): Promise<Page> => {
      const page = await stage.enter(persona, path, { colorScheme });
      await settled(page);
      return page;
    };

    /** What is due first may be of another kind. */
    const incidentOf = async (page: Page): Promise<void> => {
      await page.locator('.inbox-row[data-id^="INC-"] a').first().click();
      await page.locator('.detail-head', { hasText: /INC-\d/ }).waitFor();
      await settled(page);
    };

    it('signing in, the inbox, and a record with each of its tabs', async () => {
      const found: string[] = [];
      const anna = await enter('Anna Visser', '/inbox');
      found.push(...(await audit(anna, 'inbox')));
      await incidentOf(anna);
      for (const name of ['Werkopdrachten', 'Klokken', 'Geschiedenis', 'Verbanden']) {
        await tab(anna, name).click();
        await settled(anna);
        found.push(...(await audit(anna, `record, ${name}`)));
      }
      await go(anna, '/signin');
      await anna.locator('.personas').waitFor();
      found.push(...(await audit(anna, 'sign-in')));
      expect(found).toEqual([]);
    });

    it('quick create, the palette, the keys, and the form of an action', async () => {
      const found: string[] = [];
      const anna = await enter('Anna Visser', '/inbox');
      await incidentOf(anna);
      for (const [name, key] of [
        ['quick create', 'c'],
        ['palette', 'Control+k'],
        ['keys', '?'],
        ['resolve', 'e'],
      ] as const) {
        await anna.keyboard.press(key);
        await anna.getByRole('dialog').waitFor();
        found.push(...(await audit(anna, name)));
        await anna.keyboard.press('Escape');
        await anna.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      expect(found).toEqual([]);
    });

    it('the list of every kind of record', async () => {
      const found: string[] = [];
      const sam = await enter('Sam de Groot', '/list/incidents');
      const document = (await fetched(sam, '/api/openapi.json')).body as { paths: Record<string, unknown> };
      const plurals = Object.keys(document.paths).flatMap((path) => (Object.hasOwn(document.paths, `${path}/{id}/journal`) ? [path.replace('/api/', '')] : []));
      expect(plurals.length).toBeGreaterThan(10);
      for (const plural of plurals) {
        await go(sam, `/list/${plural}`);
        await settled(sam);
        found.push(...(await audit(sam, plural)));
      }
      expect(found).toEqual([]);
    }, 480_000);

    it('the model of the organisation', async () => {
      const found: string[] = [];
      const eva = await enter('Eva Smit', '/model');
      for (const path of organisation) {
        await go(eva, path);
        await settled(eva);
        found.push(...(await audit(eva, path)));
      }
      expect(found).toEqual([]);
    }, 300_000);

    it('a service, a promise, people, priorities, a calendar being edited, the report, imports and settings', async () => {
      const found: string[] = [];
      const sam = await enter('Sam de Groot', '/people');
      const first = async (plural: string, words = '') =>
        ((await fetched(sam, `/api/${plural}?limit=1&q=${words}`)).body as { data: { id: string }[] }).data[0]?.id;
      const service = await first('services', 'Workplace');
      const places = ['/people', `/${service}`, `/${service}?tab=chain`, `/${service}?tab=work`, `/${await first('promises')}`];
      for (const path of [...places, '/priorities', '/problems', '/problems/candidates', '/reports/month', '/imports', '/settings']) {
        await go(sam, path);
        await settled(sam);
        found.push(...(await audit(sam, path)));
      }
      await go(sam, `/${await first('calendars', 'Working')}`);
      await settled(sam);
      found.push(...(await audit(sam, 'calendar')));
      await sam.locator('.actions button').first().click();
      await sam.getByRole('dialog').waitFor();
      found.push(...(await audit(sam, 'calendar editor')));
      expect(found).toEqual([]);
    });

    it('what customers and suppliers see', async () => {
      const found: string[] = [];
      const wit = await enter('J. de Wit', '/list/incidents');
      found.push(...(await audit(wit, 'customer list')));
      await wit.locator('table.rows tbody a').first().click();
      await settled(wit);
      found.push(...(await audit(wit, 'customer record')));
      const fenna = await enter('Fenna Polder', '/inbox');
      found.push(...(await audit(fenna, 'supplier inbox')));
      await go(fenna, '/INC-1');
      await fenna.getByRole('alert').waitFor();
      found.push(...(await audit(fenna, 'not yours')));
      expect(found).toEqual([]);
    });
  });
}

describe('the first run', () => {
  const stage = useStage();
  it('the wizard, in light and dark', async () => {
    const place = newPlace();
    const server = await start(place);
    try {
      const link = /http\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? '';
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await stage.arrive(link, { colorScheme });
        for (const step of ['1', '2', '3']) {
          await page.getByText(`Step ${step} of 3`).waitFor();
          found.push(...(await audit(page, `setup ${step} ${colorScheme}`)));
          for (const box of await page.locator('input[required]').all()) await box.fill(step === '2' ? 'somebody@example.org' : 'Some Organisation');
          if (step !== '3') await page.getByRole('button', { name: 'Next' }).click();
        }
      }
      expect(found).toEqual([]);
    } finally {
      server.child.kill('SIGTERM');
      await server.gone;
      forget(place);
    }
  });
});
