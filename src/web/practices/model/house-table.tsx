// The house as a table: every process with its figures, each opening its records, and what the overlay says of it.
import { Link } from '@tanstack/react-router';
import type { ProcessFigures } from '../../../practices/model/figures.record.ts';
import { levelOptions } from '../../../practices/model/process-fields.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { definitionOf } from '../../record/definitions.ts';
import { modelTexts as texts } from '../../texts/model.ts';
import { type Counted, mostOf, viewOf } from './figure-links.ts';
import { type Overlay, signs, tellers } from './overlays.ts';

type Props = { readonly processes: readonly ProcessFigures[]; readonly refs: Refs; readonly overlay: Overlay; readonly since: string };
const columns = ['open', 'late', 'opened', 'closed'] as const;

export function HouseTable({ processes, refs, overlay, since }: Props) {
  const say = useSay();
  return (
    <Sideways label={say(texts.table)}>
      <table className="plain">
        <Heads of={[texts.process, texts.level, texts[overlay], texts.open, texts.late, texts.opened_30, texts.closed_30, texts.conflicts]} />
        <tbody>
          {processes.map((each) => {
            const { figure, word, tone } = tellers[overlay]({ figures: each, refs, say });
            return (
              <tr key={each.id}>
                <th scope="row">
                  <Link to="/$id" params={{ id: each.id }}>
                    {each.name}
                  </Link>
                </th>
                <td>{say(levelOptions[each.level])}</td>
                <td>
                  <span className="house-chip" data-tone={tone}>
                    <span aria-hidden="true">{signs[tone]}</span> {figure} {word}
                  </span>
                </td>
                {columns.map((name) => (
                  <td key={name} className="number">
                    <Counts figures={each} name={name} since={since} />
                  </td>
                ))}
                <td className="number">
                  <Conflicts figures={each} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}

/** One kind: its list. Several: the process page, which says each of them. */
function Counts({ figures, name, since }: { readonly figures: ProcessFigures; readonly name: Counted; readonly since: string }) {
  const format = useFormat();
  const some = figures.work.filter((each) => each[name] > 0);
  const value = format.number(figures[name]);
  const only = some.length === 1 ? mostOf(some, name) : null;
  const definition = only ? definitionOf(only.record) : undefined;
  if (!figures.work.length) return <span className="dim">–</span>;
  if (definition)
    return (
      <Link to="/list/$plural" params={{ plural: definition.plural }} search={{ q: viewOf(name, since) }}>
        {value}
      </Link>
    );
  return some.length ? (
    <Link to="/$id" params={{ id: figures.id }}>
      {value}
    </Link>
  ) : (
    value
  );
}

function Conflicts({ figures: { conflicts, separations } }: { readonly figures: ProcessFigures }) {
  const format = useFormat();
  const found = separations.filter((each) => each.conflicts > 0);
  if (!separations.length) return <span className="dim">–</span>;
  const [one] = found;
  if (!one) return format.number(0);
  return found.length === 1 ? (
    <Link to="/$id" params={{ id: one.id }}>
      {format.number(conflicts)}
    </Link>
  ) : (
    <Link to="/model" search={{ view: 'duties' }}>
      {format.number(conflicts)}
    </Link>
  );
}
