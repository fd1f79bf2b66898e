// The agenda of a meeting: points with the records they found, frozen or as of now, and what was decided and agreed.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { action } from '../../../practices/governance/action.record.ts';
import { decision } from '../../../practices/governance/decision.record.ts';
import type { AgendaPoint } from '../../../practices/governance/meeting.shapes.record.ts';
import { type Point, points } from '../../../practices/governance/words.record.ts';
import { get } from '../../api.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { gather } from '../../record/list.tsx';
import { useList } from '../../record/queries.ts';
import { RefLink, StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { governanceTexts as texts } from '../../texts/governance.ts';
import '../../style/governance.css';
import { OpenNew } from './opening.tsx';

type Answer = { readonly data: { readonly points: readonly AgendaPoint[]; readonly at: string; readonly frozen: boolean }; readonly refs: Refs };

export function MeetingAgenda({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { id } = answer.data;
  const asked = useQuery({ queryKey: ['meeting', 'agenda', id], queryFn: ({ signal }) => get<Answer>(`/api/meetings/${id}/agenda`, signal) });
  return (
    <div className="gov-stack">
      <Panel of={asked} lines={6}>
        {({ data, refs }) => (
          <>
            <p className="dim small">{data.frozen ? say(texts.agenda_frozen, { when: format.instant(data.at) }) : say(texts.agenda_now)}</p>
            {data.points.length === 0 ? <p>{say(texts.agenda_empty)}</p> : data.points.map((each) => <PointOf key={each.code} point={each} refs={refs} />)}
          </>
        )}
      </Panel>
      <Agreed answer={answer} />
    </div>
  );
}

function PointOf({ point, refs }: { readonly point: AgendaPoint; readonly refs: Refs }) {
  const say = useSay();
  const name = Object.hasOwn(points, point.code) ? say(points[point.code as Point]) : point.code;
  const first = point.records.slice(0, 5);
  return (
    <section className="agenda-point">
      <h3>
        {name}{' '}
        {point.count > 0 ? (
          <Link className="small" to="/list/$plural" params={{ plural: point.plural }} search={{ q: point.q }}>
            {say(texts.all_of_them, { count: point.count })}
          </Link>
        ) : (
          <span className="dim small">{say(texts.nothing)}</span>
        )}
      </h3>
      {first.length ? (
        <ul>
          {first.map((each) => (
            <li key={each.id}>
              <RefLink id={each.id} refs={{ [each.id]: each.title, ...refs }} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Decisions and actions of this meeting, and the two buttons that make them. */
function Agreed({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  const { id, title } = answer.data;
  const refs = { ...answer.refs, [id]: String(title) };
  return (
    <>
      <Of definition={decision} meeting={id} heading={say(texts.decisions)} />
      <Of definition={action} meeting={id} heading={say(texts.actions)} />
      {inside ? (
        <p className="gov-row">
          <OpenNew definition={decision} label={say(texts.add_decision)} known={{ meeting: id }} refs={refs} shows={['decision']} />
          <OpenNew definition={action} label={say(texts.add_action)} known={{ meeting: id }} refs={refs} shows={['action']} />
        </p>
      ) : null}
    </>
  );
}

function Of({ definition, meeting, heading }: { readonly definition: typeof decision | typeof action; readonly meeting: string; readonly heading: string }) {
  const say = useSay();
  const found = useList(definition, `meeting:${meeting}`, { limit: 50 });
  return (
    <section className="agenda-point">
      <h3>{heading}</h3>
      <Panel of={found} lines={2}>
        {() => {
          const { rows, refs } = gather(found.data?.pages ?? []);
          if (!rows.length) return <p className="dim small">{say(texts.none)}</p>;
          return (
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <RefLink id={row.id} refs={{ ...refs, [row.id]: String(row.title) }} /> <StateBadge definition={definition} state={row.state} />
                </li>
              ))}
            </ul>
          );
        }}
      </Panel>
    </section>
  );
}
