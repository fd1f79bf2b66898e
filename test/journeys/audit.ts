// What axe has to say about a page as it stands: one line per rule and place.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Result = { violations: { id: string; help: string; nodes: { html: string; any: { message: string }[] }[] }[] };

export async function audit(page: Page, name: string): Promise<string[]> {
  // A fade-in is not a contrast that anybody reads.
  await page.waitForTimeout(250);
  // Given to the page by the debugger, which its Content-Security-Policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = (await page.evaluate(() => (window as never as { axe: { run(): Promise<never> } }).axe.run())) as Result;
  return violations.flatMap((each) => each.nodes.map((node) => `${name}: ${each.id} (${node.any[0]?.message ?? each.help}) ${node.html.slice(0, 160)}`));
}
