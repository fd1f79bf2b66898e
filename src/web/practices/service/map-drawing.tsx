// The drawn map: columns of nodes with their state as colour, sign and word, lines between them, and one place for the keyboard at a time.
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MapAnswer, MapEdge, MapGroup, MapNode } from '../../../practices/configuration/map.record.ts';
import { type Say, useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { impactTexts as words } from '../../texts/impact.ts';
import { serviceTexts } from '../../texts/service.ts';
import { type Arrow, type Layout, layOut, type Placed, type Point, stepFrom } from './map-layout.ts';

export const stateTexts = { up: serviceTexts.up, degraded: serviceTexts.degraded, down: serviceTexts.down } as const;
const signs = { up: '✓', degraded: '!', down: '✕' } as const;
const box = { wide: 184, high: 50, gapX: 56, gapY: 14 };
const head = 26;
const arrows: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

type Props = { readonly answer: MapAnswer; readonly name: string; readonly onExpand: (id: string) => void };

export function Drawing({ answer, name, onExpand }: Props) {
  const say = useSay();
  const { from, nodes, groups, edges } = answer.data;
  const layout = useMemo(() => layOut({ nodes: [...nodes, ...groups], edges }, box), [nodes, groups, edges]);
  const [at, setAt] = useState(from);
  const here = layout.placed.has(at) ? at : from;
  const drawing = useRef<SVGSVGElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) drawing.current?.querySelector<SVGAElement>(`[data-id="${CSS.escape(here)}"]`)?.focus();
  }, [here]);
  // Where the map starts is in sight, however far to the right it stands.
  const start = layout.placed.get(from)?.x ?? 0;
  useEffect(() => {
    const frame = drawing.current?.parentElement;
    if (frame) frame.scrollLeft = Math.max(0, start + box.wide + 40 - frame.clientWidth);
  }, [start]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === '+' || event.key === '=') {
      event.preventDefault();
      onExpand(here);
    }
    if (!arrows.includes(event.key)) return;
    const next = stepFrom(here, event.key as Arrow, { placed: layout.placed, edges });
    event.preventDefault();
    moved.current = true;
    if (next) setAt(next);
  };
  const of = new Map(nodes.map((each) => [each.id, each]));
  const shared = { here, onExpand, onFocus: setAt, say };
  return (
    <Sideways className="map" label={name}>
      <svg
        ref={drawing}
        width={layout.width + 12}
        height={layout.height + head + 20}
        viewBox={`-6 ${-head - 6} ${layout.width + 12} ${layout.height + head + 20}`}
        role="group"
        aria-label={name}
        onKeyDown={onKey}
      >
        {layout.columns.map((each) => (
          <text key={each.layer} x={each.x} y={-10} className="map-head">
            {say(words[each.layer])}
          </text>
        ))}
        {edges.map((each) => (
          <Line key={`${each.from} ${each.to}`} edge={each} layout={layout} node={of.get(each.to)} whole={of.get(each.from)} say={say} />
        ))}
        {nodes.map((each) => (
          <Node key={each.id} node={each} root={each.id === from} place={layout.placed.get(each.id)} {...shared} />
        ))}
        {groups.map((each) => (
          <Group key={each.id} group={each} place={layout.placed.get(each.id)} {...shared} />
        ))}
      </svg>
    </Sideways>
  );
}

type Drawn = {
  readonly place: Placed | undefined;
  readonly here: string;
  readonly say: Say;
  readonly onExpand: (id: string) => void;
  readonly onFocus: (id: string) => void;
};

function Node({ node, root, place, here, say, onExpand, onFocus }: Drawn & { readonly node: MapNode; readonly root: boolean }) {
  const navigate = useNavigate();
  if (!place) return null;
  const state = say(stateTexts[node.state]);
  const party = node.layer === 'customer' || node.layer === 'supplier';
  const second = [party ? null : state, node.type, node.customers > 1 ? say(words.customers_of, { count: node.customers }) : null].filter(Boolean).join(' · ');
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <a
        href={`/${node.id}`}
        className="map-node"
        data-id={node.id}
        data-state={party ? 'party' : node.state}
        data-root={root || undefined}
        tabIndex={here === node.id ? 0 : -1}
        onFocus={() => onFocus(node.id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          void navigate({ to: '/$id', params: { id: node.id }, search: { tab: 'map' } });
        }}
      >
        <title>{`${node.name}${second ? `: ${second}` : ''}${node.more > 0 ? `, ${say(words.more_short, { count: node.more })}` : ''}`}</title>
        {root ? <rect x={-4} y={-4} width={box.wide + 8} height={box.high + 8} rx={party ? 20 : 10} className="map-root" /> : null}
        <rect width={box.wide} height={box.high} rx={party ? 16 : 6} />
        <text x={12} y={party ? 30 : 20} className="map-name">
          {cut(node.name, party ? 21 : 18)}
        </text>
        <text x={12} y={38} className="map-owner">
          {cut(second, 30)}
        </text>
        {party ? null : (
          <text x={box.wide - 10} y={21} textAnchor="end" className="map-sign" aria-hidden="true">
            {signs[node.state]}
          </text>
        )}
      </a>
      {node.more > 0 && !node.expanded ? <More node={node} say={say} onExpand={onExpand} /> : null}
    </g>
  );
}

/** For the pointer; the keyboard has + on the node itself. */
function More({ node, say, onExpand }: { readonly node: MapNode; readonly say: Say; readonly onExpand: (id: string) => void }) {
  return (
    <g
      role="button"
      tabIndex={-1}
      className="map-more"
      aria-label={say(words.more, { count: node.more, name: node.name })}
      transform={`translate(${box.wide - 24} ${box.high - 1})`}
      onClick={() => onExpand(node.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onExpand(node.id);
      }}
    >
      <rect x={-14} y={-8} width={38} height={20} rx={10} />
      <text x={5} y={6} textAnchor="middle">
        +{node.more}
      </text>
    </g>
  );
}

function Group({ group, place, here, say, onExpand, onFocus }: Drawn & { readonly group: MapGroup }) {
  if (!place) return null;
  const kind = group.type ?? say(words[group.layer]);
  const state = say(stateTexts[group.state]);
  return (
    <g
      role="button"
      tabIndex={here === group.id ? 0 : -1}
      className="map-node"
      data-id={group.id}
      data-state={group.state}
      data-group
      transform={`translate(${place.x} ${place.y})`}
      aria-label={say(words.open_group, { count: group.count, kind, state })}
      onFocus={() => onFocus(group.id)}
      onClick={() => onExpand(group.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onExpand(group.id);
        }
      }}
    >
      <rect x={5} y={5} width={box.wide} height={box.high} rx={6} className="map-behind" />
      <rect width={box.wide} height={box.high} rx={6} />
      <text x={12} y={20} className="map-name">
        {cut(say(words.group, { count: group.count, kind }), 21)}
      </text>
      <text x={12} y={38} className="map-owner">
        {signs[group.state]} {state}
      </text>
    </g>
  );
}

type LineProps = { readonly edge: MapEdge; readonly layout: Layout; readonly node?: MapNode; readonly whole?: MapNode; readonly say: Say };

/** Broader the more customers hang on it; around the nodes it passes, not behind them. */
function Line({ edge, layout, node, whole, say }: LineProps) {
  const [a, b] = [layout.placed.get(edge.from), layout.placed.get(edge.to)];
  if (!a || !b) return null;
  const ahead = b.x > a.x;
  const start = { x: ahead ? a.x + box.wide : a.x, y: a.y + box.high / 2 };
  const end = { x: ahead ? b.x : b.x + box.wide, y: b.y + box.high / 2 };
  // Level beside what it passes, bent where nothing stands.
  const passed = (layout.bends.get(`${edge.from} ${edge.to}`) ?? []).flatMap(({ x, y }) => [
    { x: x - box.wide / 2, y },
    { x: x + box.wide / 2, y },
  ]);
  const stops = [start, ...passed, end];
  const last = stops.at(-2) ?? start;
  const gate = gateText(edge.gate, say);
  return (
    <g aria-hidden="true">
      <path
        className="map-edge"
        data-state={node?.state === 'down' ? 'down' : undefined}
        style={{ strokeWidth: 1.2 + Math.log2(1 + (whole?.customers ?? 0)) / 2 }}
        d={`M${start.x} ${start.y}${stops
          .slice(1)
          .map((stop, n) => curve(stops[n] ?? start, stop))
          .join('')}`}
      />
      {gate ? (
        <text x={(last.x + end.x) / 2} y={(last.y + end.y) / 2 - 3} textAnchor="middle" className="map-gate-text">
          {gate}
        </text>
      ) : null}
    </g>
  );
}

function curve(from: Point, to: Point): string {
  const bend = Math.abs(to.x - from.x) < 1 ? -40 : (to.x - from.x) / 2;
  return `C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

/** "one of", "2 of"; nothing where everything is needed. */
export function gateText(gate: string, say: Say): string {
  if (gate === 'any') return say(words.gate_any);
  return gate.startsWith('k ') ? say(words.gate_k, { k: gate.slice(2) }) : '';
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
