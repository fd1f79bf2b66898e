// Duties that are kept apart, with how many records one person did both on; and the list of those of one separation.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { modelTexts as texts } from '../../texts/model.ts';
import { useConflicts, useDuties } from './queries.ts';

export function Duties() {
  const say = useSay();
  const format = useFormat();
  const duties = useDuties();
  return (
    <Panel of={duties} lines={5}>
      {({ data }) =>
        data.length === 0 ? (
          <Message icon="list" title={say(texts.no_duties)} />
        ) : (
          <>
            <p className="dim small">{say(texts.duty_text)}</p>
            <Sideways label={say(texts.duties)}>
              <table className="plain">
                <Heads of={[texts.separation, texts.first, texts.second, texts.how, texts.conflicts]} />
                <tbody>
                  {data.map((each) => (
                    <tr key={each.id}>
                      <th scope="row">
                        <Link to="/$id" params={{ id: each.id }}>
                          {each.name}
                        </Link>
                        {each.why ? <p className="dim small model-why">{each.why}</p> : null}
                      </th>
                      <td className="mono">{`${each.record}.${each.first}`}</td>
                      <td className="mono">{`${each.record}.${each.second}`}</td>
                      <td>{say(each.enforced ? texts.enforced : texts.shown)}</td>
                      <td className="number">
                        <Link to="/$id" params={{ id: each.id }} search={{ tab: 'conflicts' }}>
                          {each.conflicts > 1_000 ? '1000+' : format.number(each.conflicts)}
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sideways>
          </>
        )
      }
    </Panel>
  );
}

export function Conflicts({ id }: { readonly id: string }) {
  const say = useSay();
  const format = useFormat();
  const found = useConflicts(id);
  return (
    <Panel of={found} lines={4}>
      {({ pages }) => {
        const rows = pages.flatMap((each) => each.data);
        const refs = Object.assign({}, ...pages.map((each) => each.refs)) as Readonly<Record<string, string>>;
        if (rows.length === 0) return <Message icon="check" title={say(texts.no_conflicts)} text={say(texts.no_conflicts_text)} />;
        return (
          <>
            <Sideways label={say(texts.conflicts)}>
              <table className="plain">
                <Heads of={[texts.record, texts.person, texts.first, texts.second]} />
                <tbody>
                  {rows.map((each) => (
                    <tr key={`${each.record_id} ${each.actor}`}>
                      <th scope="row">
                        <Link to="/$id" params={{ id: each.record_id }}>
                          <span className="mono">{each.record_id}</span> {refs[each.record_id] ?? ''}
                        </Link>
                      </th>
                      <td>{refs[each.actor] ?? each.actor}</td>
                      <td>{format.instant(each.first_at)}</td>
                      <td>{format.instant(each.second_at)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sideways>
            {found.hasNextPage ? (
              <Button size="xs" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {say(texts.more)}
              </Button>
            ) : null}
          </>
        );
      }}
    </Panel>
  );
}
