// How mature the processes are: a radar of previous, present and goal, with the same as a table.
import { Link } from '@tanstack/react-router';
import type { Mature } from '../../../practices/measurement/answers.record.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';
import { Radar } from '../improvement/radar.tsx';

const words = { previous: texts.maturity_previous, current: texts.maturity_now, goal: texts.maturity_goal };

export function MaturityRadar({ processes }: { readonly processes: readonly Mature[] }) {
  const say = useSay();
  const cells = (each: Mature) => [
    <Link key="p" to="/$id" params={{ id: each.id }}>
      {each.process}
    </Link>,
    each.previous ?? '–',
    each.score ?? '–',
    each.goal ?? '–',
  ];
  const heads = [texts.process, texts.maturity_previous, texts.maturity_now, texts.maturity_goal];
  const table = { heads, rows: processes.map((each) => ({ key: each.id, cells: cells(each) })) };
  return (
    <section className="maturity">
      <h2>{say(texts.maturity)}</h2>
      {processes.length === 0 ? <p className="dim">{say(texts.maturity_none)}</p> : <p className="dim small">{say(texts.maturity_text)}</p>}
      {processes.length > 2 ? (
        <Radar of={processes.map((each) => ({ ...each, name: each.process }))} words={words} label={say(texts.maturity)} height={380} table={table} />
      ) : null}
      {processes.length > 0 && processes.length <= 2 ? (
        <Sideways label={say(texts.maturity)}>
          <table className="plain">
            <Heads of={heads} />
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, at) => (
                    <td key={heads[at]?.en ?? at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
    </section>
  );
}
