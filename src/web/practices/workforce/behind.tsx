// The records behind a figure of hours, each with its part of it, in a dialog.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BehindAnswer, BehindKind, BehindRow } from '../../../practices/workforce/figures.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';

export type Opened = {
  readonly what: BehindKind;
  readonly name: string;
  readonly person?: string;
  readonly team?: string;
  readonly process?: string;
  readonly level?: string;
  readonly how?: string;
  /** Of another period than that of the page. */
  readonly from?: string;
  readonly to?: string;
};
type Props = { readonly opened: Opened; readonly from: string; readonly to: string; readonly onClose: () => void };

export function Behind({ opened, onClose, ...page }: Props) {
  const say = useSay();
  const format = useFormat();
  const { name, ...asked } = { ...page, ...opened };
  const found = useQuery({
    queryKey: ['time_entry', 'list', 'behind', asked],
    queryFn: ({ signal }) => get<BehindAnswer>(`/api/workforce/behind${query(asked)}`, signal),
  });
  return (
    <Dialog title={say(texts.behind, { figure: name })} onClose={onClose} size="lg">
      <Panel of={found}>
        {({ data, refs }) => {
          if (data.length === 0) return <p className="dim">{say(texts.behind_none)}</p>;
          return (
            <>
              <p>{say(texts.sum, { time: format.hours(data.reduce((sum, each) => sum + each.minutes, 0)) })}</p>
              {data.some((each) => each.how === 'derived') ? <p className="dim small">{say(texts.derived_text)}</p> : null}
              <Sideways label={say(texts.behind, { figure: name })}>
                <table className="plain">
                  <Heads of={[texts.time, texts.on, texts.counted_as, texts.record]} />
                  <tbody>
                    {data.map((each) => (
                      // One record may stand here once for each day.
                      <Row key={`${each.id} ${each.on} ${each.how}`} row={each} title={refs[each.id]} />
                    ))}
                  </tbody>
                </table>
              </Sideways>
            </>
          );
        }}
      </Panel>
    </Dialog>
  );
}

function Row({ row, title }: { readonly row: BehindRow; readonly title: string | undefined }) {
  const say = useSay();
  const format = useFormat();
  return (
    <tr>
      <td className="figure">{format.hours(row.minutes)}</td>
      <td>{format.date(row.on)}</td>
      <td>{say(texts[row.how])}</td>
      <td>
        <Link to="/$id" params={{ id: row.id }}>
          <span className="mono">{row.id}</span> {title ?? ''}
        </Link>
      </td>
    </tr>
  );
}
