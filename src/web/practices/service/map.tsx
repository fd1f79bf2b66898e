// The map of a service: a drawn tree that can be walked by keyboard, and the same as a table for those who prefer or need it.

import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Say, useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { serviceTexts } from '../../texts/service.ts';
import { type CompositionAnswer, flat, type Gate, type Place, stateOf, useComposition, walk } from './composition-query.ts';

export function ServiceMap({ id }: { readonly id: string }) {
  const composition = useComposition(id);
  return <Panel of={composition}>{(answer) => <Drawing answer={answer} />}</Panel>;
}

const wide = 210;
const high = 52;
const gapX = 56;
const gapY = 14;

type Drawn = { readonly place: Place; readonly x: number; readonly y: number; readonly from: { readonly x: number; readonly y: number } | null };

/** Left to right by depth; leaves one under the other, a parent in the middle of its children. */
function layOut(root: Place): { drawn: Drawn[]; width: number; height: number } {
  const drawn: Drawn[] = [];
  let next = 0;
  const put = (place: Place): number => {
    const rows = place.children.map(put);
    const row = rows.length > 0 ? ((rows[0] as number) + (rows.at(-1) as number)) / 2 : next++;
    drawn.push({ place, x: place.depth * (wide + gapX), y: row * (high + gapY), from: null });
    return row;
  };
  put(root);
  const at = new Map(drawn.map((each) => [each.place.path, each]));
  const parents = new Map(flat(root).flatMap((place) => place.children.map((child) => [child.path, place.path] as const)));
  const linked = drawn.map((each) => {
    const parent = at.get(parents.get(each.place.path) ?? '');
    return parent ? { ...each, from: { x: parent.x + (parent.place.part ? wide : gateWide), y: parent.y + high / 2 } } : each;
  });
  const depth = Math.max(...drawn.map((each) => each.place.depth));
  return { drawn: linked, width: depth * (wide + gapX) + wide, height: Math.max(1, next) * (high + gapY) - gapY };
}

const gateWide = 150;

function Drawing({ answer }: { readonly answer: CompositionAnswer }) {
  const say = useSay();
  const root = useMemo(() => walk(answer.data.nodes, answer.data.root), [answer]);
  if (!root || root.children.length === 0) return <Message icon="map" title={say(serviceTexts.alone)} text={say(serviceTexts.alone_text)} />;
  const { drawn, width, height } = layOut(root);
  const name = say(serviceTexts.map_of, { name: root.part?.name ?? '' });
  return (
    <>
      <Sideways className="map" label={name}>
        <svg width={width + 4} height={height + 4} viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="group" aria-label={name}>
          {drawn.map((each) =>
            each.from ? <Edge key={`e${each.place.path}`} from={each.from} to={{ x: each.x, y: each.y + high / 2 }} place={each.place} /> : null,
          )}
          {drawn.map((each) => (
            <Node key={each.place.path} drawn={each} refs={answer.refs} root={answer.data.root} />
          ))}
        </svg>
      </Sideways>
      <details className="twin" open={drawn.length > 24}>
        <summary>{say(serviceTexts.as_table)}</summary>
        <Twin root={root} answer={answer} />
      </details>
    </>
  );
}

type Point = { readonly x: number; readonly y: number };

function Edge({ from, to, place }: { readonly from: Point; readonly to: Point; readonly place: Place }) {
  const middle = (from.x + to.x) / 2;
  const broken = place.part && stateOf(place.part) === 'down';
  return (
    <path
      className="map-edge"
      data-state={broken ? 'down' : undefined}
      d={`M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`}
      aria-hidden="true"
    />
  );
}

const stateTexts = { up: serviceTexts.up, degraded: serviceTexts.degraded, down: serviceTexts.down };
const signs = { up: '✓', degraded: '!', down: '✕' };

export function gateText(gate: Gate, say: Say): string {
  if (gate.kind === 'k') return say(serviceTexts.gate_k, { k: gate.k, n: gate.n });
  return say(gate.kind === 'any' ? serviceTexts.gate_any : serviceTexts.gate_all);
}

function Node({ drawn, refs, root }: { readonly drawn: Drawn; readonly refs: Readonly<Record<string, string>>; readonly root: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const { place, x, y } = drawn;
  const { part } = place;
  if (!part) {
    return (
      <g transform={`translate(${x} ${y + high / 2 - 13})`} className="map-gate">
        <rect width={gateWide} height={26} rx={13} />
        <text x={gateWide / 2} y={17} textAnchor="middle">
          {place.gate ? gateText(place.gate, say) : ''}
        </text>
      </g>
    );
  }
  const state = stateOf(part);
  const shared = part.shared_by.length > 1;
  const owner = part.owner ? (refs[part.owner] ?? part.owner) : '';
  const label = `${part.name}: ${say(stateTexts[state])}${shared ? `, ${say(serviceTexts.shared, { names: part.shared_by.map((each) => refs[each] ?? each).join(', ') })}` : ''}`;
  return (
    <a
      href={`/${part.id}`}
      className="map-node"
      data-state={state}
      data-root={part.id === root || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        void navigate({ to: '/$id', params: { id: part.id }, search: { tab: 'map' } });
      }}
    >
      <g transform={`translate(${x} ${y})`}>
        <title>{label}</title>
        <rect width={wide} height={high} rx={6} />
        <text x={12} y={21} className="map-name">
          {cut(part.name, 25)}
        </text>
        <text x={12} y={40} className="map-owner">
          {cut(`${owner}${shared ? ` · ${say(serviceTexts.shared_word)}` : ''}`, 31)}
        </text>
        <text x={wide - 12} y={22} textAnchor="end" className="map-sign">
          {signs[state]}
        </text>
        {place.gate && place.gate.kind !== 'all' ? (
          <text x={wide - 10} y={high - 8} textAnchor="end" className="map-owner">
            {place.gate.kind === 'any' ? '≥ 1' : `≥ ${place.gate.k}`}
          </text>
        ) : null}
      </g>
    </a>
  );
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function Twin({ root, answer }: { readonly root: Place; readonly answer: CompositionAnswer }) {
  const say = useSay();
  return (
    <Sideways label={say(serviceTexts.as_table)}>
      <table className="plain">
        <thead>
          <tr>
            {[serviceTexts.part, serviceTexts.owner, serviceTexts.gate, serviceTexts.shared_by, serviceTexts.outages].map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(root, null).map(({ place, gate }) =>
            place.part ? (
              <tr key={place.path}>
                <th scope="row" style={{ paddingLeft: 8 + place.depth * 16 }}>
                  <Link to="/$id" params={{ id: place.part.id }}>
                    {place.part.name}
                  </Link>{' '}
                  <span className="badge" data-tone={{ up: 'good', degraded: 'warn', down: 'bad' }[stateOf(place.part)]}>
                    {say(stateTexts[stateOf(place.part)])}
                  </span>
                </th>
                <td>{place.part.owner ? <RefLink id={place.part.owner} refs={answer.refs} /> : null}</td>
                <td>{gate ? gateText(gate, say) : ''}</td>
                <td>{place.part.shared_by.map((each) => answer.refs[each] ?? each).join(', ')}</td>
                <td>
                  {place.part.incidents.map((each) => (
                    <span key={each}>
                      <RefLink id={each} refs={{}} />{' '}
                    </span>
                  ))}
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </Sideways>
  );
}

/** Every part with the gate it hangs on. */
function rowsOf(place: Place, gate: Gate | null): { place: Place; gate: Gate | null }[] {
  return [{ place, gate }, ...place.children.flatMap((child) => rowsOf(child, place.gate))];
}
