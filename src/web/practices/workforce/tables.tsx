// The tables of the page of hours: people and teams, processes by level, what was borrowed, and the competences asked for.
import type { CSSProperties } from 'react';
import { type LentRow, type LevelName, levelNames, type Spent, type WorkCell, type WorkRow } from '../../../practices/workforce/figures.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { RefLink } from '../../record/value.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';
import type { Opened } from './behind.tsx';

type Open = (opened: Opened) => void;
export const total = ({ timer, hand, derived }: Spent): number => timer + hand + derived;

export function Hours({ minutes, open }: { readonly minutes: number; readonly open: () => void }) {
  const format = useFormat();
  return minutes === 0 ? <span className="dim">–</span> : <Opens text={format.hours(minutes)} open={open} />;
}

/** A figure that opens what it counts. */
export function Opens({ text, open }: { readonly text: string; readonly open: () => void }) {
  return (
    <button type="button" className="wf-open" onClick={open}>
      {text}
    </button>
  );
}

export function People({ rows, refs, label, open }: { readonly rows: readonly WorkRow[]; readonly refs: Refs; readonly label: string; readonly open: Open }) {
  const say = useSay();
  return (
    <Sideways label={label}>
      <table className="plain">
        <Heads of={[texts.who, texts.capacity, texts.allocated, texts.spent, texts.timer, texts.hand, texts.derived, texts.load]} />
        <tbody>
          {rows.map((row) => {
            const name = refs[row.id] ?? row.id;
            const whose = { [row.kind]: row.id };
            const spent = (how?: keyof Spent) => () =>
              open({ what: 'spent', name: `${name}, ${say(texts[how ?? 'spent'])}`, ...whose, ...(how ? { how } : {}) });
            return (
              <tr key={row.id}>
                <th scope="row">
                  <RefLink id={row.id} refs={refs} />
                </th>
                <td className="figure">
                  <Hours minutes={row.capacity} open={() => open({ what: 'capacity', name: `${name}, ${say(texts.capacity)}`, ...whose })} />
                </td>
                <td className="figure">
                  <Hours minutes={row.allocated} open={() => open({ what: 'allocated', name: `${name}, ${say(texts.allocated)}`, ...whose })} />
                </td>
                <td className="figure">
                  <Hours minutes={total(row.spent)} open={spent()} />
                </td>
                {(['timer', 'hand', 'derived'] as const).map((how) => (
                  <td className="figure" key={how}>
                    <Hours minutes={row.spent[how]} open={spent(how)} />
                  </td>
                ))}
                <td>
                  <Load row={row} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}

/** Spent as a bar and allocated as a line, of the capacity; in words what is too much. */
function Load({ row }: { readonly row: WorkRow }) {
  const say = useSay();
  const format = useFormat();
  if (row.capacity === 0) return <span className="dim small">{say(texts.no_capacity)}</span>;
  const part = (minutes: number): string => `${Math.min(100, (minutes / row.capacity) * 100).toFixed(1)}%`;
  return (
    <>
      <span className="wf-load" aria-hidden="true">
        <span style={{ width: part(total(row.spent)) }} />
        <i style={{ left: `calc(${part(row.allocated)} - 2px)` }} />
      </span>
      <span className="small dim">
        {format.percent(total(row.spent) / row.capacity)} · {say(texts.allocated)} {format.percent(row.allocated / row.capacity)}
      </span>{' '}
      {row.over_allocated ? <span className="small wf-mark">▲ {say(texts.over_allocated)}</span> : null}
      {row.over_spent ? <span className="small wf-mark">▲ {say(texts.over_spent)}</span> : null}
    </>
  );
}

export function Processes({ cells, refs, open }: { readonly cells: readonly WorkCell[]; readonly refs: Refs; readonly open: Open }) {
  const say = useSay();
  const format = useFormat();
  const processes = [...new Set(cells.map((each) => each.process))];
  const most = Math.max(1, ...cells.map((each) => Math.max(total(each.spent), each.allocated)));
  const cellOf = (process: string | null, level: LevelName) => cells.find((each) => each.process === process && each.level === level);
  return (
    <Sideways label={say(texts.cells)}>
      <table className="plain">
        <Heads of={[texts.process, texts.operational, texts.tactical, texts.strategic]} />
        <tbody>
          {processes.map((process) => (
            <tr key={process ?? 'none'}>
              <th scope="row">{process ? <RefLink id={process} refs={refs} /> : say(texts.no_process)}</th>
              {levelNames.map((level) => {
                const cell = cellOf(process, level);
                if (!cell) return <td key={level} />;
                const name = `${process ? (refs[process] ?? process) : say(texts.no_process)}, ${say(texts[level])}`;
                const work = { process: process ?? 'none', level };
                return (
                  <td key={level} className="wf-heat" style={{ '--heat': total(cell.spent) / most } as CSSProperties}>
                    <Hours minutes={total(cell.spent)} open={() => open({ what: 'spent', name: `${name}, ${say(texts.spent)}`, ...work })} />
                    <br />
                    {cell.allocated > 0 ? (
                      <button
                        type="button"
                        className="wf-open small"
                        onClick={() => open({ what: 'allocated', name: `${name}, ${say(texts.allocated)}`, ...work })}
                      >
                        {say(texts.of_allocated, { time: format.hours(cell.allocated) })}
                      </button>
                    ) : null}
                    {cell.lent > 0 ? (
                      <button type="button" className="wf-open small" onClick={() => open({ what: 'lent', name: `${name}, ${say(texts.lent)}`, ...work })}>
                        {say(texts.lent)} {format.hours(cell.lent)}
                      </button>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

export function Lent({ rows, refs }: { readonly rows: readonly LentRow[]; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  if (rows.length === 0) return <p className="dim">{say(texts.no_borrowings)}</p>;
  return (
    <Sideways label={say(texts.borrowings)}>
      <table className="plain">
        <Heads of={[texts.on, texts.time_of, texts.from_to, texts.time, texts.by, texts.reason, texts.state]} />
        <tbody>
          {rows.map((each) => (
            <tr key={each.id}>
              <td>
                <RefLink id={each.id} refs={{ [each.id]: format.date(each.borrowed_on) }} />
              </td>
              <td>{each.person ? <RefLink id={each.person} refs={refs} /> : '–'}</td>
              <td>
                {refs[each.from_process] ?? each.from_process} ({say(texts[each.from_level])}) → {refs[each.process] ?? each.process} ({say(texts[each.level])})
              </td>
              <td className="figure">{format.hours(each.minutes)}</td>
              <td>{each.by ? <RefLink id={each.by} refs={refs} /> : '–'}</td>
              <td>{each.reason}</td>
              <td>{say(each.state === 'owed' ? texts.owed : texts.given_back)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
