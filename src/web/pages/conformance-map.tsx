// The map of moves, drawn: states with their cases, lines as thick as they are frequent, deviations told by pattern and colour; every part opens its cases.
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { Definition } from '../../kernel/record.ts';
import type { MapAnswer } from '../../practices/conformance/conformance.record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { conformanceTexts as texts } from '../texts/conformance.ts';
import { drawn, type Line, node, type Placed } from './conformance-layout.ts';

type Props = {
  readonly map: MapAnswer;
  readonly definition: Definition;
  /** The smallest share of the cases (0 to 1) that is drawn. */
  readonly least: number;
  readonly open: (figure: string) => void;
};

export function MapOfMoves({ map, definition, least, open }: Props) {
  const say = useSay();
  const shown = useMemo(() => {
    const moves = map.moves.filter((each) => each.cases >= least * map.cases);
    const states = map.states.filter((each) => each.cases >= least * map.cases);
    return drawn(states, moves, Object.keys(definition.states));
  }, [map, definition, least]);
  return (
    <Sideways label={say(texts.map)} className="paths-map">
      <svg width={shown.width} height={shown.height} viewBox={`0 0 ${shown.width} ${shown.height}`} role="group" aria-label={say(texts.map)}>
        <defs>
          {(['meant', 'allowed', 'outside'] as const).map((how) => (
            <marker
              key={how}
              id={`arrow-${how}`}
              className="paths-arrow"
              data-how={how}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="9"
              markerHeight="9"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" />
            </marker>
          ))}
        </defs>
        {shown.lines.map((line) => (
          <Move key={`${line.move.from}>${line.move.to}`} line={line} cases={map.cases} definition={definition} open={open} />
        ))}
        {shown.nodes.map((place) => (
          <State key={place.state} place={place} map={map} definition={definition} open={open} />
        ))}
      </svg>
    </Sideways>
  );
}

/** A part of a drawing that is pressed like a button. Without a label its own words are its name, as they are to be seen. */
function Pressable({ label, onPress, className, children }: { label?: string; onPress: () => void; className: string; children: ReactNode }) {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    <g role="button" tabIndex={0} aria-label={label} className={className} onClick={onPress} onKeyDown={press}>
      {children}
    </g>
  );
}

const labelOf = (definition: Definition, state: string) => definition.states[state]?.label ?? { en: state, nl: state, de: state };

type MoveProps = Pick<Props, 'definition' | 'open'> & { readonly line: Line; readonly cases: number };

function Move({ line: { move, path, x, y }, cases, definition, open }: MoveProps) {
  const say = useSay();
  const format = useFormat();
  const how = say(move.how === 'outside' ? texts.outside_move : texts[move.how]);
  const label = `${say(labelOf(definition, move.from))} → ${say(labelOf(definition, move.to))}: ${format.number(move.cases)}, ${how}`;
  const width = move.cases === 0 ? 1 : 1.5 + 6 * (move.cases / Math.max(1, cases));
  return (
    <Pressable label={label} onPress={() => open(`move:${move.from}>${move.to}`)} className="paths-move">
      <title>{label}</title>
      <path className="paths-hit" d={path} />
      <path
        className="paths-line"
        data-how={move.how}
        data-never={move.cases === 0 || undefined}
        d={path}
        strokeWidth={width}
        markerEnd={`url(#arrow-${move.how})`}
      />
      <text x={x} y={y + 4} textAnchor="middle">
        {format.number(move.cases)}
      </text>
    </Pressable>
  );
}

type StateProps = Pick<Props, 'map' | 'definition' | 'open'> & { readonly place: Placed };

function State({ place: { state, x, y }, map, definition, open }: StateProps) {
  const say = useSay();
  const format = useFormat();
  const found = map.states.find((each) => each.state === state);
  const name = say(labelOf(definition, state));
  const median = found?.wall.at[1] ?? null;
  const figures = found ? `${format.number(found.cases)} · ${median === null ? '-' : format.span(median)}` : '0';
  return (
    <Pressable onPress={() => open(`state:${state}`)} className="paths-state">
      <rect
        x={x - node.width / 2}
        y={y - node.height / 2}
        width={node.width}
        height={node.height}
        rx="6"
        data-ends={definition.states[state]?.ends || undefined}
      />
      <text x={x} y={y - 3} textAnchor="middle" className="paths-name">
        {name}
      </text>
      <text x={x} y={y + 14} textAnchor="middle" className="paths-figures">
        {figures}
      </text>
    </Pressable>
  );
}
