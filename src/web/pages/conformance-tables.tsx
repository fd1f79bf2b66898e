// The figures of conformance as tables: ways of going, moves, and the time in each state; each figure opens its cases.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Definition } from '../../kernel/record.ts';
import type { MapAnswer, WayAnswer } from '../../practices/conformance/conformance.record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { commandsOf } from '../record/commands.ts';
import { conformanceTexts as texts } from '../texts/conformance.ts';

type Props = { readonly map: MapAnswer; readonly definition: Definition; readonly least: number; readonly open: (figure: string) => void };

/** A number that leads to the cases it counts. */
export function Count({ value, label, onPress }: { readonly value: number; readonly label: string; readonly onPress: () => void }) {
  const format = useFormat();
  return (
    <button type="button" className="link" aria-label={`${format.number(value)}: ${label}`} onClick={onPress}>
      {format.number(value)}
    </button>
  );
}

export function useSteps(definition: Definition): (steps: readonly string[]) => string {
  const say = useSay();
  const named = (step: string): string => {
    const state = definition.states[step];
    if (state) return say(state.label);
    const command = Object.values(commandsOf(definition)).find((each) => each.fact === step);
    return command ? say(command.label) : step;
  };
  return (steps) => steps.map(named).join(' → ');
}

export function Ways({ map, definition, least, open }: Props) {
  const say = useSay();
  const format = useFormat();
  const [by, setBy] = useState<'ways' | 'event_ways'>('ways');
  const words = useSteps(definition);
  const shown = map[by].filter((each) => each.cases >= least * map.cases);
  const median = (each: WayAnswer): string => (each.median_ms === null ? '-' : format.span(each.median_ms));
  return (
    <section>
      <h2>
        {say(texts.ways)} <span className="dim small">{say(texts.ways_count, { shown: shown.length, count: map.more[by] })}</span>
      </h2>
      <SegmentedControl
        size="xs"
        aria-label={say(texts.ways)}
        value={by}
        onChange={(value) => setBy(value === 'ways' ? 'ways' : 'event_ways')}
        data={[
          { value: 'ways', label: say(texts.by_state) },
          { value: 'event_ways', label: say(texts.by_event) },
        ]}
      />
      <Sideways label={say(texts.ways)} className="paths-ways">
        <table className="told-table">
          <Heads of={[texts.cases, texts.share, texts.fits, texts.median, texts.way]} />
          <tbody>
            {shown.slice(0, 50).map((each) => (
              <tr key={each.key}>
                <td>
                  <Count value={each.cases} label={words(each.steps)} onPress={() => open(`${by === 'ways' ? 'way' : 'event_way'}:${each.key}`)} />
                </td>
                <td>{format.share((each.cases / Math.max(1, map.cases)) * 1_000_000)}</td>
                <td>{each.fitness === null ? '-' : format.percent(each.fitness)}</td>
                <td>{median(each)}</td>
                <td>
                  {words(each.steps)}
                  {each.oddities.length ? (
                    <span className="small paths-odd"> {each.oddities.map((name) => say(texts[name as keyof typeof texts])).join(', ')}</span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

export function Moves({ map, definition, least, open }: Props) {
  const say = useSay();
  const format = useFormat();
  const words = useSteps(definition);
  const shown = map.moves.filter((each) => each.cases >= least * map.cases).toSorted((a, b) => b.cases - a.cases);
  return (
    <section>
      <h2>{say(texts.moves)}</h2>
      <Sideways label={say(texts.moves)}>
        <table className="told-table">
          <Heads of={[texts.move, texts.cases, texts.how, texts.median]} />
          <tbody>
            {shown.map((each) => {
              const name = words([each.from, each.to]);
              return (
                <tr key={`${each.from}>${each.to}`}>
                  <td>{name}</td>
                  <td>
                    <Count value={each.cases} label={name} onPress={() => open(`move:${each.from}>${each.to}`)} />
                  </td>
                  <td>{say(each.how === 'outside' ? texts.outside_move : texts[each.how])}</td>
                  <td>{typeof each.wall.at[1] === 'number' ? format.span(each.wall.at[1]) : '-'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

export function States({ map, definition, open }: Omit<Props, 'least'>) {
  const say = useSay();
  const format = useFormat();
  const words = useSteps(definition);
  const span = (ms: number | null | undefined): string => (typeof ms === 'number' ? format.span(ms) : '-');
  const order = Object.keys(definition.states);
  return (
    <section>
      <h2>{say(texts.states)}</h2>
      <Sideways label={say(texts.states)}>
        <table className="told-table">
          <Heads of={[texts.state, texts.cases, texts.visits, texts.again, texts.wall, texts.wall_90, texts.hours]} />
          <tbody>
            {map.states
              .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
              .map((each) => (
                <tr key={each.state}>
                  <th scope="row">{words([each.state])}</th>
                  <td>
                    <Count value={each.cases} label={words([each.state])} onPress={() => open(`state:${each.state}`)} />
                  </td>
                  <td>{format.number(each.visits)}</td>
                  <td>
                    <Count value={each.again} label={`${words([each.state])}, ${say(texts.again)}`} onPress={() => open(`again:${each.state}`)} />
                  </td>
                  <td>{span(each.wall.at[1])}</td>
                  <td>{span(each.wall.at[3])}</td>
                  <td>{span(each.working.at[1])}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
