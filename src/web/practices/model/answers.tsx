// Who answers for how many activities: by role, by person and by side, over the matrices in force.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Accountability } from '../../../practices/model/figures.record.ts';
import { processRole } from '../../../practices/model/process-role.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { modelTexts as texts } from '../../texts/model.ts';
import { useAccountabilities } from './queries.ts';

export function Answers() {
  const say = useSay();
  const asked = useAccountabilities();
  return (
    <Panel of={asked} lines={6}>
      {({ data, refs }) =>
        data.length === 0 ? (
          <Message icon="list" title={say(texts.no_answers)} />
        ) : (
          <>
            <p className="dim small">{say(texts.answers_text)}</p>
            <Roles data={data} refs={refs} />
            <div className="model-sums">
              <Sums title={say(texts.by_person)} rows={byPerson(data, refs)} />
              <Sums title={say(texts.by_side)} rows={bySide(data, (party) => sideOf(party, say))} />
            </div>
          </>
        )
      }
    </Panel>
  );
}

type Say = ReturnType<typeof useSay>;

function sideOf(party: string, say: Say): string {
  const { options } = processRole.fields.party;
  return party in options ? say(options[party as keyof typeof options]) : party;
}

function Roles({ data, refs }: { readonly data: readonly Accountability[]; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  return (
    <section>
      <h2>{say(texts.by_role)}</h2>
      <Sideways label={say(texts.by_role)}>
        <table className="plain">
          <Heads of={[texts.role, texts.side, texts.held_by, texts.answers_for, texts.process]} />
          <tbody>
            {data.map((each) => (
              <tr key={each.role}>
                <th scope="row">
                  <Link to="/$id" params={{ id: each.role }}>
                    {each.name}
                  </Link>
                </th>
                <td>{sideOf(each.party, say)}</td>
                <td>{each.holders.map((id) => refs[id] ?? id).join(', ') || say(texts.nobody)}</td>
                <td className="number">{format.number(each.count)}</td>
                <td>
                  {each.processes.map((id, at) => (
                    <span key={id}>
                      {at ? ', ' : ''}
                      <Link to="/$id" params={{ id }} search={{ tab: 'raci' }}>
                        {refs[id] ?? id}
                      </Link>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

type Sum = { readonly key: string; readonly name: ReactNode; readonly count: number };

function byPerson(data: readonly Accountability[], refs: Refs): Sum[] {
  const counts = new Map<string, number>();
  for (const { holders, count } of data) for (const id of holders) counts.set(id, (counts.get(id) ?? 0) + count);
  return [...counts]
    .map(([id, count]) => ({
      key: id,
      count,
      name: (
        <Link to="/$id" params={{ id }}>
          {refs[id] ?? id}
        </Link>
      ),
    }))
    .toSorted((a, b) => b.count - a.count);
}

function bySide(data: readonly Accountability[], name: (party: string) => string): Sum[] {
  const counts = new Map<string, number>();
  for (const { party, count } of data) counts.set(party, (counts.get(party) ?? 0) + count);
  return [...counts].map(([party, count]) => ({ key: party, count, name: name(party) })).toSorted((a, b) => b.count - a.count);
}

function Sums({ title, rows }: { readonly title: string; readonly rows: readonly Sum[] }) {
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section>
      <h2>{title}</h2>
      <ul className="model-bars">
        {rows.map(({ key, name, count }) => (
          <li key={key}>
            <span>{name}</span>
            <span className="model-bar" aria-hidden="true">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <strong className="number">{format.number(count)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
