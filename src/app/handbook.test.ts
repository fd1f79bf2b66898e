// The generated part of a handbook page says what the definition says, and leaves the prose alone.
import { expect, it } from 'vitest';
import { workOrder } from '../practices/work-order/record.ts';
import { handbookPage } from './handbook.ts';

const prose = '# Work orders\n\nBy hand.\n\n<!-- generated -->\nof yesterday\n<!-- /generated -->\n\nMore by hand.\n';

it('replaces what stands between the marks, and nothing else', () => {
  const page = handbookPage(prose, [workOrder]);
  expect(page.startsWith('# Work orders\n\nBy hand.\n\n<!-- generated -->\n')).toBe(true);
  expect(page.endsWith('<!-- /generated -->\n\nMore by hand.\n')).toBe(true);
  expect(page).not.toContain('of yesterday');
  expect(handbookPage(page, [workOrder])).toBe(page);
});

it('shows states, commands with who gives them, and fields', () => {
  const page = handbookPage(prose, [workOrder]);
  expect(page).toContain('  offered --> rejected: Reject\n');
  expect(page).toContain('  [*] --> offered: Send work order\n');
  expect(page).toMatch(
    /\| Accept \| `work_order\.accept` \| Offered \| Accepted \| the side of the supplier, and own organisation in supplier; or .* as agent, /,
  );
  expect(page).toContain('| Supplier’s number | `their_reference` | The number of this work in the receiver’s own system. |');
});

it('refuses a page without its marks', () => {
  expect(() => handbookPage('# Nothing here', [workOrder])).toThrow('<!-- generated -->');
});
