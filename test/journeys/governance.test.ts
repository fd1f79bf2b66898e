// A process manager holds a meeting by its agenda, an improvement is done only with its measurement, a review has its pack, and maturity its table.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, record, refer, sees, sent, settled, soon, useStage } from './stage.ts';

type Rows<T> = { data: (T & { id: string })[] };
type One<T> = { data: T };
const words = (what: string): string => `${what} ${Date.now().toString(36)}`;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The first day of the month so many months ago, and that month. */
const monthAgo = (months: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
};

describe('governance', () => {
  const stage = useStage();
  let eva: Page;
  const read = async <T>(path: string): Promise<T> => (await fetched(eva, path)).body as T;

  beforeAll(async () => {
    eva = await stage.enter('Eva Smit', '/forums', { locale: 'en-GB' });
    await sent(eva, '/api/session/preferences', { language: 'en' }, 'PATCH');
    await go(eva, '/forums');
    await settled(eva);
  }, 240_000);
  // The journeys after this one find them as they were.
  afterAll(() => sent(eva, '/api/session/preferences', { language: 'nl' }, 'PATCH'));

  it('a meeting has its agenda from the records; a decision and an action are recorded in it, and the action is in the inbox of its owner', async () => {
    expect(await audit(eva, 'forums')).toEqual([]);
    const { data } = await read<Rows<{ kind: string }>>('/api/meetings?q=is:planned&limit=20');
    const planned = data.find((each) => each.kind === 'process_forum')?.id;
    await eva.locator(`a[href="/${planned}"]`).click();
    await settled(eva);
    const agenda = await read<One<{ points: { code: string; count: number; plural: string; q: string }[] }>>(`/api/meetings/${planned}/agenda`);
    expect(agenda.data.points.map((each) => each.code)).toContain('risks');
    for (const { count, plural, q } of agenda.data.points.filter((each) => each.count > 0))
      expect((await read<{ data: unknown[] }>(`/api/${plural}?limit=100&q=${encodeURIComponent(q)}`)).data.length, q).toBe(count);
    // What belongs to a service review alone is not offered here.
    expect(await button(record(eva), 'Share with the customer').count()).toBe(0);
    expect(await audit(eva, 'meeting')).toEqual([]);

    const decided = words('Close tickets with a cause');
    await button(record(eva), 'Record a decision').click();
    await field(dialog(eva), 'Decision').fill(decided);
    await button(dialog(eva), 'Add a row').click();
    const effect = dialog(eva).getByRole('group', { name: 'Row 1' });
    await field(effect, 'What changes').selectOption('policy');
    await field(effect, 'In words').fill('Every closed incident names its cause');
    expect(await audit(eva, 'recording a decision')).toEqual([]);
    await button(dialog(eva), 'Record a decision').click();
    await dialog(eva).waitFor({ state: 'hidden' });
    await sees(record(eva), decided);
    const [decision] = (await read<Rows<{ title: string; effects: unknown }>>(`/api/decisions?q=meeting:${planned}`)).data.filter(
      (each) => each.title === decided,
    );
    expect(decision?.effects).toEqual([{ kind: 'policy', record: null, text: 'Every closed incident names its cause' }]);
    await go(eva, `/${decision?.id}`);
    await sees(record(eva), 'A policy · Every closed incident names its cause');

    await go(eva, `/${planned}`);
    const agreed = words('Tell the desk about causes');
    await button(record(eva), 'Agree on an action').click();
    await field(dialog(eva), 'What').fill(agreed);
    await field(dialog(eva), 'Before the end of').fill(inDays(9));
    await refer(dialog(eva), 'Owner', 'Anna Visser');
    await button(dialog(eva), 'Agree on an action').click();
    await dialog(eva).waitFor({ state: 'hidden' });
    await sees(record(eva), agreed);
    const anna = await stage.enter('Anna Visser', '/inbox');
    await anna.locator('.inbox-row', { hasText: agreed }).waitFor();
  });

  it('an improvement goes from plan to do to check, and is done only with the measured effect', async () => {
    const title = words('Fewer calls about the same thing');
    const made = await sent<One<{ id: string }>>(eva, '/api/improvements', { title });
    const { id } = made.body.data;
    const now = async () => (await read<One<Record<string, unknown>>>(`/api/improvements/${id}`)).data;
    const press = async (name: string) => {
      await button(record(eva), name).click();
      await dialog(eva).waitFor();
    };
    const send = async (name: string) => {
      await button(dialog(eva), name).click();
      await dialog(eva).waitFor({ state: 'hidden' });
    };
    await go(eva, `/${id}`);
    await settled(eva);
    await press('Accept');
    await refer(dialog(eva), 'Owner', 'Eva Smit');
    await send('Accept');
    await press('Start');
    await field(dialog(eva), 'Measured by').fill('Repeated calls');
    await field(dialog(eva), 'Unit').selectOption('share');
    await field(dialog(eva), 'Better is').selectOption('lower');
    await field(dialog(eva), 'Baseline').fill('41');
    await field(dialog(eva), 'Expected').fill('25.5');
    await send('Start');
    // Typed as a percentage, kept in millionths.
    await soon(now).toMatchObject({ state: 'doing', baseline: 410_000, expected: 255_000 });
    await sees(record(eva), '25.5%');
    await press('In effect: measure');
    await field(dialog(eva), 'In effect from').fill(`${monthAgo(2)}-01`);
    await field(dialog(eva), 'Months measured').fill('1');
    await send('In effect: measure');
    await soon(now).toMatchObject({ state: 'measuring' });

    await press('Done');
    await field(dialog(eva), 'What was learnt').fill('People call once when the first answer is right');
    await button(dialog(eva), 'Done').click();
    await sees(dialog(eva), 'measured');
    await eva.keyboard.press('Escape');
    expect((await now()).state).toBe('measuring');

    await press('Measure the effect');
    const [before, after] = [dialog(eva).getByRole('group', { name: 'Values before' }), dialog(eva).getByRole('group', { name: 'Values after' })];
    for (const [at, value] of [40, 41, 42, 41, 40, 42].entries()) {
      await button(before, 'Add a row').click();
      const row = before.getByRole('group', { name: `Row ${at + 1}` });
      await field(row, 'Month, as 2026-03').fill(monthAgo(8 - at));
      await field(row, 'Value').fill(String(value));
    }
    await button(after, 'Add a row').click();
    await field(after, 'Month, as 2026-03').fill(monthAgo(2));
    await field(after, 'Value').fill('24');
    await field(dialog(eva), 'Where they are from').fill('Counted at the desk');
    expect(await audit(eva, 'measuring the effect')).toEqual([]);
    await send('Measure the effect');
    await soon(now).toMatchObject({ baseline: 410_000, measured: 240_000, effect: 170_000, proven: true });
    await press('Done');
    await field(dialog(eva), 'What was learnt').fill('People call once when the first answer is right');
    await send('Done');
    await soon(now).toMatchObject({ state: 'done' });
    await go(eva, '/improve');
    await sees(eva.locator('.improve-card', { hasText: title }), 'more than noise');
    expect(await audit(eva, 'board of improvements')).toEqual([]);
  });

  it('a service review shows its pack, and both papers can be fetched', async () => {
    const { data } = await read<Rows<{ kind: string; customer: string | null }>>('/api/meetings?q=is:held&limit=50');
    const review = data.find((each) => each.kind === 'review' && each.customer)?.id;
    await go(eva, `/reviews/${review}`);
    await settled(eva);
    await sees(eva, 'What the customer undertook');
    await sees(eva, 'Actions of this review');
    expect(await audit(eva, 'service review')).toEqual([]);
    for (const name of ['Agenda (PDF)', 'Pack (PDF)']) {
      const address = await eva.getByRole('link', { name, exact: true }).getAttribute('href');
      const paper = await eva.evaluate(async (path) => {
        const answer = await fetch(path);
        return { status: answer.status, begins: (await answer.text()).slice(0, 5) };
      }, String(address));
      expect(paper).toEqual({ status: 200, begins: '%PDF-' });
    }
  });

  it('the radar of maturity says the same as a table, and nothing is cut off or wider than a phone', async () => {
    await go(eva, '/maturity');
    await settled(eva);
    expect(await audit(eva, 'maturity')).toEqual([]);
    const { data, refs } = await read<{ data: { process: string; score: number; goal: number | null }[]; refs: Record<string, string> }>('/api/maturity');
    await button(eva, 'As a table').click();
    const rows = eva.locator('figure.chart tbody tr');
    await rows.first().waitFor();
    const told = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(told.map(([name, , score, goal]) => [name, score, goal])).toEqual(
      data.map((each) => [refs[each.process], String(each.score), each.goal === null ? '–' : String(each.goal)]),
    );
    await eva.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/maturity', '/forums', '/improve']) {
      await go(eva, path);
      await settled(eva);
      expect(await eva.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  });
});
