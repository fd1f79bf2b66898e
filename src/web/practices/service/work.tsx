// What happens around a service: its open incidents and problems, the promises on it, and the way to its changes.
import { Link } from '@tanstack/react-router';
import type { Definition } from '../../../kernel/record.ts';
import type { Text } from '../../../kernel/text.ts';
import { incident } from '../../../practices/incident/record.ts';
import { problem } from '../../../practices/problem/record.ts';
import { promise } from '../../../practices/promise/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { RowClock } from '../../record/clock-badge.tsx';
import { useList } from '../../record/queries.ts';
import { StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { recordTexts } from '../../texts/record.ts';
import { serviceTexts } from '../../texts/service.ts';

export function ServiceWork({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { id } = answer.data;
  const inside = useSession().side === 'integrator';
  return (
    <>
      <Some definition={incident} q={`is:open service:${id}`} title={serviceTexts.incidents_here} />
      {inside ? <Some definition={problem} q={`is:open service:${id}`} title={serviceTexts.problems_here} /> : null}
      {inside ? (
        <p>
          <Link to="/changes/calendar" search={{ service: id }}>
            {say(serviceTexts.changes_here)}
          </Link>
        </p>
      ) : null}
      <Some definition={promise} q={`is:open service:${id}`} title={serviceTexts.promises_here} />
    </>
  );
}

function Some({ definition, q, title }: { readonly definition: Definition; readonly q: string; readonly title: Text }) {
  const say = useSay();
  const list = useList(definition, q, { limit: 20 });
  return (
    <section>
      <h3>{say(title)}</h3>
      <Panel of={list}>
        {({ pages }) => {
          const page = pages[0];
          if (!page || page.data.length === 0) return <p className="dim small">{say(serviceTexts.none_open)}</p>;
          return (
            <>
              <ul className="link-list">
                {page.data.map((row) => (
                  <li key={row.id}>
                    <Link to="/$id" params={{ id: row.id }}>
                      <span className="mono">{row.id}</span> {String(row[definition.title])}
                    </Link>
                    <StateBadge definition={definition} state={row.state} />
                    <RowClock clocks={page.clocks[row.id]} as_of={page.now} />
                  </li>
                ))}
              </ul>
              {page.next ? (
                <Link to="/list/$plural" params={{ plural: definition.plural }} search={{ q }}>
                  {say(recordTexts.load_more)}
                </Link>
              ) : null}
            </>
          );
        }}
      </Panel>
    </section>
  );
}
