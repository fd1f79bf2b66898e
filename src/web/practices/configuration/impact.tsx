// The impact of a service or item: who is hit and how hard, which promises, what redundancy is left, now or in a window, and what if more fails.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImpactAnswer } from '../../../practices/configuration/impact.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { impactTexts as words } from '../../texts/impact.ts';
import { Asking, type Window } from './impact-asking.tsx';
import { PromisesHit } from './impact-promises.tsx';

export function ImpactTab({ id, name }: { readonly id: string; readonly name: string }) {
  const [window, setWindow] = useState<Window>({ at: null, until: null });
  const [others, setOthers] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const asked = query({ with: others.map((each) => each.id).join(','), ...window });
  const impact = useQuery({
    queryKey: ['impact', id, asked],
    queryFn: ({ signal }) => get<ImpactAnswer>(`/api/impact/${id}${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Asking own={id} window={window} onWindow={setWindow} others={others} onOthers={setOthers} />
      <Panel of={impact}>{(answer) => <Told answer={answer} name={[name, ...others.map((each) => each.name)].join(' + ')} />}</Panel>
    </>
  );
}

function Told({ answer, name }: { readonly answer: ImpactAnswer; readonly name: string }) {
  const say = useSay();
  const { data, refs } = answer;
  return (
    <>
      <Sentence answer={answer} name={name} />
      {data.now.length > 0 ? (
        <section className="impact-part">
          <h3>{say(words.fails_now)}</h3>
          <p className="dim small">{say(words.fails_now_text)}</p>
          <ul className="link-list">
            {data.now.map((each) => (
              <li key={each.id}>
                <RefLink id={each.id} refs={refs} />{' '}
                {each.incidents.map((incident) => (
                  <RefLink key={incident} id={incident} refs={{}} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.customers.length > 0 ? <Who answer={answer} /> : null}
      {data.spares.length > 0 ? <Spares answer={answer} /> : null}
      <Hits answer={answer} />
    </>
  );
}

function Sentence({ answer: { data }, name }: { readonly answer: ImpactAnswer; readonly name: string }) {
  const say = useSay();
  const format = useFormat();
  const inside = useSession().side === 'integrator';
  const fresh = data.customers.filter((each) => !each.already);
  const lose = new Set(fresh.filter((each) => each.effect === 'down').map((each) => each.customer));
  // Who loses one service and the redundancy of another is told once, with those who lose.
  const weaker = new Set(fresh.map((each) => each.customer).filter((each) => !lose.has(each)));
  const down = lose.size;
  const counts = { down, degraded: weaker.size, count: data.counts.customers, services: data.counts.services, items: data.counts.items };
  const told = Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, format.number(value)]));
  const hit = fresh.length > 0 ? words.sentence : data.counts.customers > 0 ? words.sentence_already : words.sentence_none;
  const text = inside ? hit : words.own_sentence;
  return (
    <p className="impact-sentence" role="status" data-tone={down > 0 ? 'bad' : counts.degraded > 0 ? 'warn' : 'good'}>
      <Icon name={down > 0 ? 'exclamation' : 'map'} /> {say(text, { name, ...told })}
    </p>
  );
}

export function Effect({ effect, already = false }: { readonly effect: 'down' | 'degraded'; readonly already?: boolean }) {
  const say = useSay();
  return (
    <>
      <span className="badge" data-tone={effect === 'down' ? 'bad' : 'warn'}>
        {say(effect === 'down' ? words.down : words.degraded)}
      </span>
      {already ? <span className="dim small impact-already"> {say(words.already)}</span> : null}
    </>
  );
}

function Who({ answer: { data, refs } }: { readonly answer: ImpactAnswer }) {
  const say = useSay();
  return (
    <section className="impact-part">
      <h3>{say(words.who)}</h3>
      <Sideways label={say(words.who)}>
        <table className="plain">
          <Heads of={[words.customer_one, words.service_one, words.how_hard, words.promises]} />
          <tbody>
            {data.customers.map((each) => (
              <tr key={`${each.customer} ${each.service}`}>
                <th scope="row">
                  <RefLink id={each.customer} refs={refs} />
                </th>
                <td>
                  <RefLink id={each.service} refs={refs} />
                </td>
                <td>
                  <Effect effect={each.effect} already={each.already} />
                </td>
                <td>
                  <PromisesHit promises={data.promises.filter((promise) => each.promises.includes(promise.id))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Spares({ answer: { data, refs } }: { readonly answer: ImpactAnswer }) {
  const say = useSay();
  return (
    <section className="impact-part">
      <h3>{say(words.left)}</h3>
      <ul className="link-list">
        {data.spares.slice(0, 50).map((each, index) => {
          const spare = each.left - each.need;
          const text = spare < 0 ? words.left_none : spare === 0 ? words.left_last : words.left_some;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part may have more than one group
            <li key={`${each.part} ${index}`}>
              <RefLink id={each.part} refs={refs} />{' '}
              <span className="badge" data-tone={spare < 0 ? 'bad' : spare === 0 ? 'warn' : 'info'}>
                {say(text, { count: spare })}
              </span>{' '}
              <span className="dim">
                {say(words.left_of, { left: each.left, of: each.of, need: each.need })} · {say(words.lost)}{' '}
                {each.lost.map((lost) => refs[lost] ?? lost).join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Hits({ answer: { data, refs } }: { readonly answer: ImpactAnswer }) {
  const say = useSay();
  const total = data.counts.items + data.counts.services;
  return (
    <details className="twin" open={data.hits.length <= 20}>
      <summary>{say(words.hits)}</summary>
      <Sideways label={say(words.hits)}>
        <table className="plain">
          <Heads of={[words.hit, words.how_hard, words.via, words.hops]} />
          <tbody>
            {data.hits.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <RefLink id={each.id} refs={refs} />
                </th>
                <td>
                  <Effect effect={each.effect} already={each.already} />
                </td>
                <td>{each.via ? <RefLink id={each.via} refs={refs} /> : '–'}</td>
                <td>{each.hops}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {data.truncated || total > data.hits.length ? <p className="dim small">{say(words.cut)}</p> : null}
    </details>
  );
}
