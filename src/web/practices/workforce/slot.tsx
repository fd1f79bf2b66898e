// One half hour of a desk: what the needed people do, what one fewer and one more would do, and the incidents behind it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answered } from '../../../calculus/staffing.ts';
import type { ArrivalsAnswer, StaffingSlot } from '../../../practices/workforce/staffing.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Panel } from '../../parts/states.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';
import { clockOf } from './half-hours.tsx';

type Props = { readonly of: StaffingSlot; readonly asked: { readonly team?: string; readonly weeks?: string } };

export function Slot({ of, asked }: Props) {
  const say = useSay();
  const format = useFormat();
  const two = (value: number): string => format.number(Math.round(value * 100) / 100);
  const rows = [
    { key: 'fewer', label: texts.one_fewer, answered: of.fewer },
    { key: 'needed', label: texts.needed, answered: of.needed },
    { key: 'more', label: texts.one_more, answered: of.more },
  ];
  return (
    <section className="card" aria-live="polite">
      <h2>
        {format.weekday(of.day)} {clockOf(of.slot)}
      </h2>
      <p>
        {say(texts.expected, { value: two(of.value), low: two(of.low), high: two(of.high), seen: of.seen })} {say(texts.high_end, { count: of.rostered_high })}
      </p>
      <table className="plain">
        <Heads of={[texts.answering, texts.in_time, texts.mean_wait, texts.busy]} />
        <tbody>
          {rows.map(({ key, label, answered }) => (
            <tr key={key}>
              <th scope="row">
                {say(label)}: {answered.servers}
              </th>
              <Does answered={answered} />
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{say(texts.came_in)}</h3>
      <CameIn of={of} asked={asked} />
    </section>
  );
}

function Does({ answered: { service_level, wait, occupancy } }: { readonly answered: Answered }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <td className="figure">{format.share(Math.round(service_level * 1_000_000))}</td>
      <td className="figure">{wait === null ? say(texts.grows) : format.span(Math.round(wait) * 1_000)}</td>
      <td className="figure">{format.percent(occupancy)}</td>
    </>
  );
}

function CameIn({ of: { day, slot }, asked: { team, weeks } }: Props) {
  const say = useSay();
  const format = useFormat();
  const found = useQuery({
    queryKey: ['incident', 'list', 'arrivals', day, slot, team, weeks],
    queryFn: ({ signal }) => get<ArrivalsAnswer>(`/api/workforce/staffing/arrivals${query({ day, slot, team, weeks })}`, signal),
  });
  return (
    <Panel of={found}>
      {({ data }) => (
        <ul className="link-list small">
          {data.map((each) => (
            <li key={each.id}>
              <Link to="/$id" params={{ id: each.id }}>
                <span className="mono">{each.id}</span> {each.title}
              </Link>{' '}
              <span className="dim">{format.instant(each.opened_at)}</span>
            </li>
          ))}
          {data.length === 0 ? <li>{say(texts.behind_none)}</li> : null}
        </ul>
      )}
    </Panel>
  );
}
