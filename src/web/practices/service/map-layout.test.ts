// Where nodes of a map stand, and where arrow keys lead.
import { describe, expect, it } from 'vitest';
import { layOut, stepFrom } from './map-layout.ts';

const box = { wide: 100, high: 40, gapX: 50, gapY: 10 };
const nodes = [
  { id: 'ORG-2', layer: 'customer' },
  { id: 'SVC-1', layer: 'service' },
  { id: 'CI-1', layer: 'item' },
  { id: 'CI-2', layer: 'item' },
  { id: 'CI-3', layer: 'item' },
  { id: 'ORG-5', layer: 'supplier' },
] as const;
const edges = [
  { from: 'ORG-2', to: 'SVC-1' },
  { from: 'SVC-1', to: 'CI-1' },
  { from: 'SVC-1', to: 'CI-2' },
  { from: 'CI-2', to: 'CI-3' },
  { from: 'CI-3', to: 'ORG-5' },
];

describe('a map', () => {
  it('has its layers from left to right, and what an item stands on further right', () => {
    const { placed, columns } = layOut({ nodes, edges }, box);
    const x = (id: string) => placed.get(id)?.x;
    expect(['ORG-2', 'SVC-1', 'CI-1', 'CI-2', 'CI-3', 'ORG-5'].map(x)).toEqual([0, 150, 300, 300, 450, 600]);
    expect(columns.map((each) => each.layer)).toEqual(['customer', 'service', 'item', 'supplier']);
  });

  it('leads a line that passes columns between their nodes, not behind them', () => {
    const far = [...edges, { from: 'ORG-2', to: 'CI-3' }, { from: 'SVC-1', to: 'ORG-5' }];
    const { placed, bends } = layOut({ nodes, edges: far }, box);
    expect(bends.has('ORG-2 SVC-1')).toBe(false);
    for (const [key, columns] of [
      ['ORG-2 CI-3', [200, 350]],
      ['SVC-1 ORG-5', [350, 500]],
    ] as const) {
      const passed = bends.get(key) ?? [];
      expect(passed.map((each) => each.x)).toEqual(columns);
      for (const { x, y } of passed)
        for (const node of placed.values()) expect(Math.abs(node.x + box.wide / 2 - x) < 1 && y >= node.y && y <= node.y + box.high).toBe(false);
    }
  });

  it('gathers the lines to one supplier on their way', () => {
    const owned = [...edges, { from: 'CI-1', to: 'ORG-5' }, { from: 'CI-2', to: 'ORG-5' }];
    const { bends } = layOut({ nodes, edges: owned }, box);
    expect(bends.get('CI-1 ORG-5')).toHaveLength(1);
    expect(bends.get('CI-1 ORG-5')).toEqual(bends.get('CI-2 ORG-5'));
  });

  it('puts no two at one place, and lays every node, circles included', () => {
    const circle = [...edges, { from: 'CI-3', to: 'CI-2' }, { from: 'CI-1', to: 'CI-1' }];
    const { placed } = layOut({ nodes, edges: circle }, box);
    expect(placed.size).toBe(nodes.length);
    expect(new Set([...placed.values()].map((each) => `${each.x} ${each.y}`)).size).toBe(nodes.length);
  });

  it('uncrosses what can be uncrossed', () => {
    const crossed = {
      nodes: [
        { id: 'a', layer: 'service' },
        { id: 'b', layer: 'service' },
        { id: 'x', layer: 'item' },
        { id: 'y', layer: 'item' },
      ] as const,
      edges: [
        { from: 'a', to: 'y' },
        { from: 'b', to: 'x' },
      ],
    };
    const { placed } = layOut(crossed, box);
    const y = (id: string) => placed.get(id)?.y ?? 0;
    expect(Math.sign(y('a') - y('b'))).toBe(Math.sign(y('y') - y('x')));
  });

  it('is walked along its edges, and up and down a column', () => {
    const { placed } = layOut({ nodes, edges }, box);
    const step = (id: string, key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown') => stepFrom(id, key, { placed, edges });
    expect(step('ORG-2', 'ArrowRight')).toBe('SVC-1');
    expect(step('SVC-1', 'ArrowLeft')).toBe('ORG-2');
    expect(step('CI-3', 'ArrowRight')).toBe('ORG-5');
    expect(step('CI-1', 'ArrowRight')).toBeNull();
    expect([step('CI-1', 'ArrowDown'), step('CI-1', 'ArrowUp')].filter(Boolean)).toEqual(['CI-2']);
  });
});
