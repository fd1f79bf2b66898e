// What a source changes here: only what it says otherwise, without touching what people filled in or what it cannot know.
import { expect, it } from 'vitest';
import type { AnyRow } from '../../kernel/record.ts';
import type { SourceItem } from './netbox-items.ts';
import { planItems } from './source-plan.ts';

const at = '2026-10-05T09:00:00.000Z';
const hours = (count: number): string => new Date(Date.parse(at) - count * 3_600_000).toISOString();
const text = (name: string) => ({ name, label: name, kind: 'text' }) as const;
const type = { id: 'CIT-1', name: 'Switch', open: true, attributes: [text('model'), text('contract')] };
const item = (key: string, more: object = {}): SourceItem =>
  ({ key, name: key, type: 'switch', attributes: { model: 'X' }, aliases: [], description: null, state: 'live', ...more }) as never as SourceItem;
const row = (key: string, more: object = {}): AnyRow =>
  ({
    id: `CI-${key}`,
    name: key,
    type: 'CIT-1',
    attributes: { contract: 'C-9', model: 'X' },
    aliases: ['by hand'],
    state: 'live',
    open: true,
    seen_at: hours(1),
    ...more,
  }) as never as AnyRow;
const plan = (items: readonly SourceItem[], rows: readonly AnyRow[], unreadable: readonly string[] = []) =>
  planItems({
    ...{ source: 'netbox', items, types: new Map([['switch', type as never]]), owner: 'ORG-1', at },
    ...{ rows: new Map(rows.map((each) => [String(each.name), each])), given: new Map([['switch', new Set(['model'])]]), unreadable: new Set(unreadable) },
  });

it('changes nothing that is as recorded, and confirms it once a day', () => {
  expect(plan([item('a')], [row('a')])).toMatchObject({ added: [], changed: [], confirmed: [], same: 1, gone: [] });
  expect(plan([item('a')], [row('a', { seen_at: hours(24) })])).toMatchObject({ confirmed: [{ key: 'a', changes: { seen_at: at } }], same: 0 });
});

it('takes over what the source says, and leaves what people said: attributes of theirs, names, a maintenance', () => {
  const { changed } = plan([item('a', { attributes: { model: 'Y' } })], [row('a')]);
  expect(changed).toMatchObject([{ changes: { attributes: { model: 'Y', contract: 'C-9' }, seen_at: at } }]);
  expect(plan([item('a', { aliases: ['sw'] })], [row('a')]).changed).toMatchObject([{ changes: { aliases: ['by hand', 'sw'] } }]);
  expect(plan([item('a')], [row('a', { state: 'maintenance' })])).toMatchObject({ changed: [], same: 1 });
  expect(plan([item('a', { state: 'retired' })], [row('a', { state: 'maintenance' })]).changed).toMatchObject([{ changes: { state: 'retired' } }]);
});

it('calls gone what the source no longer names, but not what could not be read or ended before', () => {
  const rows = [row('a'), row('b'), row('c', { open: false })];
  expect(plan([], rows).gone.map((each) => each.name)).toEqual(['a', 'b']);
  expect(plan([], rows, ['b']).gone.map((each) => each.name)).toEqual(['a']);
});
