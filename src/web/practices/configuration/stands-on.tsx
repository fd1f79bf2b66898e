// What a customer or service stands on: whose things these are, and what alone takes a service down.
import { useQuery } from '@tanstack/react-query';
import type { StandsOnAnswer, Support } from '../../../practices/configuration/impact.record.ts';
import { get } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { impactTexts as words } from '../../texts/impact.ts';
import { serviceTexts } from '../../texts/service.ts';

const shown = 200;

export function StandsOn({ plural, id }: { readonly plural: 'organisations' | 'services'; readonly id: string }) {
  const say = useSay();
  const stands = useQuery({ queryKey: [plural, 'stands-on', id], queryFn: ({ signal }) => get<StandsOnAnswer>(`/api/${plural}/${id}/stands-on`, signal) });
  return (
    <Panel of={stands}>
      {({ data, refs }) =>
        data.supports.length === 0 ? (
          <Message icon="map" title={say(words.beneath_none)} />
        ) : (
          <>
            <Owners data={data} refs={refs} />
            <Supports title={say(words.alone_head)} supports={data.supports.filter((each) => each.alone)} refs={refs} bare />
            <details className="twin">
              <summary>{say(words.supports)}</summary>
              <Supports title="" supports={data.supports} refs={refs} />
            </details>
          </>
        )
      }
    </Panel>
  );
}

type Refs = StandsOnAnswer['refs'];

function Owners({ data, refs }: { readonly data: StandsOnAnswer['data']; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  return (
    <section className="impact-part">
      <h3>{say(words.owners)}</h3>
      <Sideways label={say(words.owners)}>
        <table className="plain">
          <Heads of={[serviceTexts.owner, words.service, words.item, words.alone_head]} />
          <tbody>
            {data.owners.map((each) => (
              <tr key={each.owner}>
                <th scope="row">
                  <RefLink id={each.owner} refs={refs} />
                </th>
                <td>{format.number(each.services)}</td>
                <td>{format.number(each.items)}</td>
                <td>{format.number(each.alone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

type SupportsProps = { readonly title: string; readonly supports: readonly Support[]; readonly refs: Refs; readonly bare?: boolean };

/** `bare`: the title says already how redundant they are. */
function Supports({ title, supports, refs, bare = false }: SupportsProps) {
  const say = useSay();
  if (supports.length === 0) return null;
  return (
    <section className="impact-part">
      {title ? <h3>{title}</h3> : null}
      <ul className="link-list">
        {supports.slice(0, shown).map((each) => (
          <li key={each.id}>
            <RefLink id={each.id} refs={{ [each.id]: each.name }} />{' '}
            {each.alone === null || bare ? null : (
              <span className="badge" data-tone={each.alone ? 'warn' : 'good'}>
                {say(each.alone ? words.alone : words.redundant)}
              </span>
            )}{' '}
            <span className="dim">{[each.type, refs[each.owner]].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {supports.length > shown ? <p className="dim small">{say(words.cut)}</p> : null}
    </section>
  );
}
