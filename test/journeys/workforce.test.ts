// Hours are allocated and copied, protected time is lent with a reason and seen in the balance, a timer runs on an incident, and the desk is staffed.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, picture, refer, sees, settled, soon, useStage } from './stage.ts';

type Figures = { data: { future: { lent: number }; from: string } };
const lent = async (page: Page): Promise<number> => ((await fetched(page, '/api/workforce')).body as Figures).data.future.lent;

describe('people and their hours', () => {
  const stage = useStage();

  it('an administrator borrows protected time with a reason, and the balance shows it', async () => {
    const sam = await stage.enter('Sam de Groot', '/workforce');
    await sees(sam, 'Time for the future');
    await settled(sam);
    const before = await lent(sam);
    await button(sam, 'Borrow protected time').click();
    // The running month stands before the months that are over.
    await refer(dialog(sam), 'From', 'Problem management · Eva Smit · ');
    await field(dialog(sam), 'Time').fill('45');
    await refer(dialog(sam), 'To process', 'Service desk');
    await field(dialog(sam), 'Reason').fill('Both lines were down');
    await button(dialog(sam), 'Borrow protected time').click();
    await soon(() => lent(sam)).toBe(before + 45);
    await go(sam, '/workforce');
    await sees(sam, 'Both lines were down');
    await settled(sam);
    await picture(sam, '30-workforce');
    expect(await audit(sam, 'workforce')).toEqual([]);
  });

  it('an agent runs a timer on an incident, and its time is theirs', async () => {
    const anna = await stage.enter('Anna Visser');
    const { id, name } = (await fetched(anna, '/api/session')).body['person'] as { id: string; name: string };
    expect(name).toBe('Anna Visser');
    const timed = async (): Promise<number> => {
      const { rows } = (await fetched(anna, '/api/workforce')).body['data'] as { rows: { id: string; spent: { timer: number } }[] };
      return rows.find((each) => each.id === id)?.spent.timer ?? Number.NaN;
    };
    const found = (await fetched(anna, '/api/incidents?q=is:open&limit=1')).body as { data: { id: string; title: string }[] };
    const incident = found.data[0]?.id ?? '';
    await go(anna, `/${incident}`);
    const before = await timed();
    await button(anna, 'Timer starten').click();
    await button(anna, /^Timer stoppen/).click();
    await soon(timed).toBe(before + 1);
    await button(anna, 'Timer starten').waitFor();
    expect(await audit(anna, 'timer')).toEqual([]);
    await go(anna, '/workforce');
    // After capacity, allocated and spent: what of it a timer told.
    await anna
      .getByRole('row', { name: /^Anna Visser/ })
      .locator('.wf-open')
      .nth(3)
      .click();
    await sees(dialog(anna), incident);
  });

  it('a figure opens the records behind it', async () => {
    const sam = await stage.enter('Sam de Groot', '/workforce');
    await settled(sam);
    await sam.locator('table .wf-open').first().click();
    await sees(dialog(sam), 'in all');
    expect(await dialog(sam).locator('tbody tr').count()).toBeGreaterThan(0);
    expect(await audit(sam, 'behind a figure')).toEqual([]);
  });

  it('the desk is staffed per half hour, with what to doubt and the incidents behind it', async () => {
    const rosa = await stage.enter('Rosa Vermeer', '/workforce/staffing', { colorScheme: 'dark' });
    await sees(rosa, 'Erlang C assumes');
    await settled(rosa);
    await rosa.locator('.wf-slot').first().click();
    await sees(rosa.locator('.wf-two > .card'), 'One fewer');
    await soon(() => rosa.locator('.wf-two > .card li a').count()).toBeGreaterThan(0);
    await picture(rosa, '30-staffing');
    expect(await audit(rosa, 'staffing')).toEqual([]);
  });
});
