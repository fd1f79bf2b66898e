// Differences between two pictures of the configuration as tables: value by value, and relations that came or went.
import { type RelationKind, relationKinds } from '../../../practices/configuration/item-relation.record.ts';
import type { PicturedRelation, ValueDifference } from '../../../practices/configuration/picture.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { RefLink } from '../../record/value.tsx';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { Redundancy } from './relations.tsx';
import { ItemValue, useLabels } from './values.tsx';

type Values = { readonly values: readonly ValueDifference[]; readonly type: unknown; readonly refs: Refs; readonly before: string; readonly after: string };

export function ValueTable({ values, type, refs, before, after }: Values) {
  const say = useSay();
  const labelled = useLabels(type);
  return (
    <Sideways label={say(words.changed)}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(words.value)}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((each) => (
            <tr key={each.field}>
              <th scope="row">{labelled(each.field)}</th>
              <td>
                <ItemValue field={each.field} value={each.before} refs={refs} />
              </td>
              <td>
                <ItemValue field={each.field} value={each.after} refs={refs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

export function RelationLines({ relations, refs }: { readonly relations: readonly PicturedRelation[]; readonly refs: Refs }) {
  const say = useSay();
  return (
    <ul>
      {relations.map((each) => (
        <li key={each.id}>
          <RefLink id={each.subject} refs={refs} /> {say(relationKinds[each.kind as RelationKind])} <RefLink id={each.object} refs={refs} />
          {each.redundancy ? (
            <span className="dim">
              {' ('}
              <Redundancy row={each} />)
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
