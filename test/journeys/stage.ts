// The stage of the journeys: a browser, people who enter it, and words for what they look for and do.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

export const patience = 30_000;
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Amsterdam', colorScheme: 'light' };

/** The address of the demo world that all files share; the first to ask waits until it is made. */
export async function demoWorld(): Promise<string> {
  const address = await text(connect(inject('demo')));
  if (!address.startsWith('http')) throw new Error(address);
  return address;
}

export type Stage = {
  /** Somebody without a session opens an address. */
  readonly arrive: (url: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A persona of the demo world comes in by one click and goes to the address. */
  readonly enter: (persona: string, path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What went wrong inside the pages, and was not only an answer of the server. */
  readonly faults: readonly string[];
};

/** One browser for a file of journeys; a page that throws fails the file at its end. */
export function useStage(): Stage {
  const faults: string[] = [];
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env['TESSERA_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: switches });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    expect(faults).toEqual([]);
  });
  const arrive: Stage['arrive'] = async (url, options = {}) => {
    if (!browser) throw new Error('the browser is not there yet');
    const context = await browser.newContext({ ...desk, ...options });
    contexts.push(context);
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(url);
    return page;
  };
  const enter: Stage['enter'] = async (persona, path = '/', options) => {
    const url = await demoWorld();
    const page = await arrive(`${url}/signin${path === '/' ? '' : `?to=${encodeURIComponent(path)}`}`, options);
    await page.locator('.personas button', { has: page.getByText(persona, { exact: true }) }).click();
    await page.waitForURL((at) => at.pathname !== '/signin');
    // The address is there before the screen: until then the page for signing in still stands, and no key is heard.
    await page.locator('.shell').waitFor();
    return page;
  };
  return { arrive, enter, faults };
}

export const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const tab = (page: Page | Locator, name: string): Locator => page.getByRole('tab', { name, exact: true });
/** The open record, beside the list or alone. */
export const record = (page: Page): Locator => page.locator('article.detail');
export const composer = (page: Page): Locator => page.locator('.composer');

/** Asks until the answer is the right one, or patience ends. */
export const soon = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: patience, interval: 100 });

/** Goes to an address of the same installation. */
export const go = (page: Page, path: string): Promise<unknown> => page.goto(new URL(path, page.url()).toString());

/** The input with this label, needed or not. */
export const field = (within: Page | Locator, label: string): Locator => within.getByLabel(new RegExp(`^${label}( \\*)?$`)).first();

/** Types into the box of a reference, and takes the first suggestion that shows the words. */
export async function refer(within: Locator, label: string, words: string): Promise<void> {
  const box = field(within, label);
  await box.click();
  await box.fill(words);
  await within.page().getByRole('option', { name: words }).first().click();
}

/** Waits until the words are to be read in that place. */
export async function sees(where: Page | Locator, words: string | RegExp): Promise<void> {
  const place = 'filter' in where ? where : where.locator('body');
  await place.filter({ hasText: words }).first().waitFor();
}

/** Waits until nothing on the page is still being fetched for the first time. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1,h2') !== null && document.querySelector('[aria-busy=true]') === null);
}

/** All words of the page, also those that only a screen reader or a tooltip says. */
export async function everyWord(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll('[title],[aria-label],[placeholder],[alt]')].flatMap((node) =>
      ['title', 'aria-label', 'placeholder', 'alt'].map((name) => node.getAttribute(name) ?? ''),
    );
    return `${document.title} ${document.body.textContent} ${said.join(' ')}`;
  });
}

/** What the page itself would ask of the server, with its session. */
export async function fetched(page: Page, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
  }, path);
}

/** Sends as the person of the page, as a program of theirs would. */
export async function sent<T = Record<string, unknown>>(page: Page, path: string, body: unknown, method = 'POST'): Promise<{ status: number; body: T }> {
  return page.evaluate(
    async ({ path: address, body: content, method: way }) => {
      const session = (await (await fetch('/api/session')).json()) as { csrf: string };
      const answer = await fetch(address, {
        method: way,
        headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrf },
        body: JSON.stringify(content),
      });
      return { status: answer.status, body: (await answer.json().catch(() => ({}))) as never };
    },
    { path, body, method },
  );
}

/** A picture for whoever looks at a journey, when TESSERA_TEST_SHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['TESSERA_TEST_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
