// A baseline compared with now or with another baseline: what came, what went, what changed.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { baseline } from '../../../practices/configuration/baseline.record.ts';
import type { PictureDifference, PicturedItem } from '../../../practices/configuration/picture.record.ts';
import { get, query } from '../../api.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { useList } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { RelationLines, ValueTable } from './differences.tsx';

type Answer = { readonly data: PictureDifference & { readonly same: number; readonly with: string }; readonly refs: Refs };

export function Comparison({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { id } = answer.data;
  const [other, setOther] = useState('now');
  const others = useList(baseline, 'sort:-taken_at', { limit: 100 });
  const choices = (others.data?.pages[0]?.data ?? []).filter((each) => each.id !== id).map((each) => ({ value: each.id, label: String(each.name) }));
  const compared = useQuery({
    queryKey: [baseline.name, 'comparison', id, other],
    queryFn: ({ signal }) => get<Answer>(`/api/baselines/${id}/comparison${query({ with: other })}`, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <NativeSelect
        className="as-of-when"
        label={say(words.compare_with)}
        data={[{ value: 'now', label: say(words.now) }, ...choices]}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <Panel of={compared}>{(told) => <Told told={told} />}</Panel>
    </>
  );
}

function Told({ told: { data, refs } }: { readonly told: Answer }) {
  const say = useSay();
  const format = useFormat();
  const lists = [data.added, data.removed, data.changed, data.relations_added, data.relations_removed];
  if (lists.every((each) => each.length === 0))
    return <Message icon="check" title={say(words.no_difference)} text={say(words.same_items, { count: format.number(data.same) })} />;
  return (
    <>
      <p>{say(words.same_items, { count: format.number(data.same) })}</p>
      <Part title={say(words.changed)} count={data.changed.length}>
        {data.changed.map((each) => (
          <details key={each.id} open={data.changed.length <= 20}>
            <summary>
              {each.name} ({format.number(each.values.length)})
            </summary>
            <p className="small">
              <RefLink id={each.id} refs={refs} />
            </p>
            <ValueTable values={each.values} type={null} refs={refs} before={say(words.before)} after={say(words.after)} />
          </details>
        ))}
      </Part>
      <Part title={say(words.added)} count={data.added.length}>
        <Items items={data.added} refs={refs} />
      </Part>
      <Part title={say(words.removed)} count={data.removed.length}>
        <Items items={data.removed} refs={refs} />
      </Part>
      <Part title={say(words.relations_added)} count={data.relations_added.length}>
        <RelationLines relations={data.relations_added} refs={refs} />
      </Part>
      <Part title={say(words.relations_removed)} count={data.relations_removed.length}>
        <RelationLines relations={data.relations_removed} refs={refs} />
      </Part>
    </>
  );
}

function Part({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <section className="config-part">
      <h3>
        {title} ({format.number(count)})
      </h3>
      {children}
    </section>
  );
}

function Items({ items, refs }: { readonly items: readonly PicturedItem[]; readonly refs: Refs }) {
  return (
    <ul>
      {items.map((each) => (
        <li key={each.id}>
          <RefLink id={each.id} refs={{ ...refs, [each.id]: each.name }} /> <span className="dim">{refs[each.type] ?? each.type}</span>
        </li>
      ))}
    </ul>
  );
}
