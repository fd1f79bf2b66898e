// A service level manager goes from the overview to a verdict, its plan and what doubling a part would bring; a risk is accepted with an end; a cost run adds up.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { button, dialog, fetched, field, go, record, sees, sent, settled, soon, useStage } from './stage.ts';

type Rows<T> = { data: T[] };
type Plan = { data: { parts: { part: string; promised_ppm: number; doubled_ppm: number }[] }; refs: Record<string, string> };
type Cost = {
  data: { outcome: { total_minor: number } | null; unallocated_minor: number; charges: { cost_minor: number }[]; prices: Price[] };
};
type Price = { amount_minor: number; parts: { amount_minor: number }[] };
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

describe('tactical planning', () => {
  const stage = useStage();
  let kees: Page;
  const read = async <T>(path: string): Promise<T> => (await fetched(kees, path)).body as T;

  beforeAll(async () => {
    kees = await stage.enter('Kees Bakker', '/planning', { locale: 'en-GB' });
    await sent(kees, '/api/session/preferences', { language: 'en' }, 'PATCH');
    await go(kees, '/planning');
    await settled(kees);
  }, 240_000);
  // The journeys after this one find them as they were.
  afterAll(() => sent(kees, '/api/session/preferences', { language: 'nl' }, 'PATCH'));

  it('overview, verdict, plan, and what one step on a part would bring', async () => {
    expect(await audit(kees, 'overview')).toEqual([]);
    const row = kees.locator('tr', { has: kees.getByRole('rowheader', { name: /^Workplace/ }) });
    // Service, then a verdict per register: the first opens the availability plan.
    await row.locator('td').first().locator('a').click();
    await record(kees).getByText('AVP-1', { exact: true }).waitFor();
    await settled(kees);
    const plan = await read<Plan>('/api/availability_plans/AVP-1/figures');
    const hosting = plan.data.parts.find((each) => plan.refs[each.part] === 'Hosting');
    const line = kees.locator('tr', { has: kees.getByRole('link', { name: 'Hosting', exact: true }) }).last();
    await sees(line, percent(hosting?.doubled_ppm ?? 0));
    expect(await audit(kees, 'availability plan')).toEqual([]);
    // The same step, planned: the product keeps what it computed for it, and that is what the table said.
    const step = { part: hosting?.part, kind: 'double', what: 'A second place for hosting' };
    const planned = await sent<{ data: { steps: { what: string; expected_ppm: number }[] } }>(kees, '/api/availability_plans/AVP-1/plan_step', step);
    expect(planned.body.data.steps.find((each) => each.what === step.what)?.expected_ppm).toBe(hosting?.doubled_ppm);
    await go(kees, '/AVP-1');
    await sees(kees, step.what);
  });

  it('a risk is accepted until a day, by whom may, and shows when that ends', async () => {
    await go(kees, '/planning/risks');
    await settled(kees);
    expect(await audit(kees, 'risk register')).toEqual([]);
    const input = { title: 'The archive room is damp', likelihood: 2, impact: 2 };
    const made = await sent<{ data: { id: string } }>(kees, '/api/risks', input);
    const { id } = made.body.data;
    await go(kees, `/${id}`);
    await settled(kees);
    await button(record(kees), 'Accept').click();
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await field(dialog(kees), 'Accepted until').fill(until);
    await field(dialog(kees), 'Accepted because').fill('Nothing of value lies there');
    expect(await audit(kees, 'accepting a risk')).toEqual([]);
    await button(dialog(kees), 'Accept').click();
    await dialog(kees).waitFor({ state: 'hidden' });
    await soon(async () => (await read<{ data: { state: string } }>(`/api/risks/${id}`)).data.state).toBe('accepted');
    await go(kees, '/planning/risks');
    await sees(kees.locator('.plan-register section', { hasText: 'ends within 30 days' }), input.title);
    const refused = await sent<{ field?: string }>(kees, '/api/risks/RSK-1/accept', { owner: null, accepted_until: until, accepted_because: 'x' });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  it('the risk whose acceptance ended is in the inbox of its owner, which asks nothing that is refused', async () => {
    const { data } = await read<{ data: { expired: { id: string; title: string }[] } }>('/api/planning/risks');
    const [back] = data.expired;
    const eva = await stage.enter('Eva Smit', '/list/risks');
    const refused: string[] = [];
    eva.on('response', (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
    await go(eva, '/inbox');
    await eva.locator(`.inbox-row[data-id="${back?.id}"]`).waitFor();
    await settled(eva);
    expect(refused).toEqual([]);
  });

  it('a cost run adds up to the cent, on every line of its page', async () => {
    const like = { name: 'A month long ago', starts_on: '2020-01-01', ends_on: '2020-01-31', like: 'CST-1' };
    const opened = await sent<{ data: { id: string } }>(kees, '/api/cost_models', like);
    expect((await sent(kees, `/api/cost_models/${opened.body.data.id}/run`, {})).status).toBe(200);
    const { data } = await read<Rows<{ id: string }>>('/api/cost_models?limit=10');
    for (const { id } of data) {
      const cost = (await read<Cost>(`/api/cost_models/${id}/figures`)).data;
      expect(cost.outcome?.total_minor).toBeGreaterThan(0);
      expect(sum(cost.charges.map((each) => each.cost_minor)) + cost.unallocated_minor).toBe(cost.outcome?.total_minor);
      for (const price of cost.prices) expect(sum(price.parts.map((each) => each.amount_minor))).toBe(price.amount_minor);
    }
    await go(kees, `/${data[0]?.id}`);
    await settled(kees);
    expect(await audit(kees, 'cost model')).toEqual([]);
    for (const path of ['/planning/portfolio', '/CAP-1', '/CTP-1', '/RSK-1']) {
      await go(kees, path);
      await settled(kees);
      expect(await audit(kees, path)).toEqual([]);
    }
  });

  it('is as clear in the dark', async () => {
    await kees.emulateMedia({ colorScheme: 'dark' });
    const found: string[] = [];
    for (const path of ['/planning', '/planning/risks', '/planning/portfolio', '/AVP-1', '/CAP-1']) {
      await go(kees, path);
      await settled(kees);
      found.push(...(await audit(kees, path)));
    }
    expect(found).toEqual([]);
  });
});

const percent = (ppm: number): string => new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 4 }).format(ppm / 1_000_000);
