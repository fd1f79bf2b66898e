// The same content as the drawn map, as a table.
import { layers, type MapAnswer, type MapEdge, type MapNode } from '../../../practices/configuration/map.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { RefLink } from '../../record/value.tsx';
import { impactTexts as words } from '../../texts/impact.ts';
import { serviceTexts } from '../../texts/service.ts';
import { gateText, stateTexts } from './map-drawing.tsx';

/** `onExpand` takes the number of a node or the id of a group. */
type Props = { readonly answer: MapAnswer; readonly onExpand: (id: string) => void };

const tones = { up: 'good', degraded: 'warn', down: 'bad' } as const;

export function MapTable({ answer, onExpand }: Props) {
  const say = useSay();
  const { nodes, groups, edges } = answer.data;
  const names = Object.fromEntries(nodes.map((each) => [each.id, each.name]));
  const inOrder = layers.flatMap((layer) => nodes.filter((each) => each.layer === layer));
  return (
    <Sideways label={say(serviceTexts.as_table)}>
      <table className="plain">
        <Heads of={[words.hit, words.kind, words.state, words.stands_on, words.carries, serviceTexts.outages, words.around]} />
        <tbody>
          {inOrder.map((each) => (
            <Row key={each.id} node={each} edges={edges} names={names} onExpand={onExpand} />
          ))}
          {groups.map((each) => (
            <tr key={each.id}>
              <th scope="row">{say(words.group, { count: each.count, kind: each.type ?? say(words[each.layer]) })}</th>
              <td>{say(words[each.layer])}</td>
              <td>
                <span className="badge" data-tone={tones[each.state]}>
                  {say(stateTexts[each.state])}
                </span>
              </td>
              <td />
              <td />
              <td />
              <td>
                <button type="button" className="link" onClick={() => onExpand(each.id)}>
                  {say(words.more_short, { count: each.count })}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

type RowProps = { readonly node: MapNode; readonly edges: readonly MapEdge[]; readonly names: Refs; readonly onExpand: (id: string) => void };

function Row({ node, edges, names, onExpand }: RowProps) {
  const say = useSay();
  const party = node.layer === 'customer' || node.layer === 'supplier';
  const ends = (own: 'from' | 'to', other: 'from' | 'to'): string =>
    edges
      .filter((each) => each[own] === node.id && Object.hasOwn(names, each[other]))
      .map((each) => [own === 'from' ? gateText(each.gate, say) : '', names[each[other]]].filter(Boolean).join(' '))
      .join(', ');
  return (
    <tr>
      <th scope="row">
        <RefLink id={node.id} refs={names} />
      </th>
      <td>{node.type ?? say(words[`${node.layer}_one`])}</td>
      <td>
        {party ? null : (
          <span className="badge" data-tone={tones[node.state]}>
            {say(stateTexts[node.state])}
          </span>
        )}
      </td>
      <td>{ends('from', 'to')}</td>
      <td>{ends('to', 'from')}</td>
      <td>
        {node.incidents.map((each) => (
          <span key={each}>
            <RefLink id={each} refs={{}} />{' '}
          </span>
        ))}
      </td>
      <td>
        {node.more > 0 && !node.expanded ? (
          <button type="button" className="link" onClick={() => onExpand(node.id)} aria-label={say(words.more, { count: node.more, name: node.name })}>
            {say(words.more_short, { count: node.more })}
          </button>
        ) : null}
      </td>
    </tr>
  );
}
