// The tasks of a change or release as an ordered list, with who does each, when, and how far it is.
import { Link } from '@tanstack/react-router';
import { changeTask } from '../../../practices/change/task.record.ts';
import type { Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { useList } from '../../record/queries.ts';
import { choiceLabel, RefLink, StateBadge } from '../../record/value.tsx';
import { changeTexts as texts } from '../../texts/change.ts';

export function Tasks({ q, lead = '' }: { readonly q: string; readonly lead?: string }) {
  const say = useSay();
  const list = useList(changeTask, `${q} sort:id`, { limit: 100 });
  return (
    <Panel of={list} lines={3}>
      {({ pages }) => {
        const rows = pages.flatMap((each) => each.data).toSorted((a, b) => Number(a.position) - Number(b.position));
        const refs = Object.assign({}, ...pages.map((each) => each.refs)) as Readonly<Record<string, string>>;
        if (rows.length === 0) return <p className="dim">{say(texts.no_tasks)}</p>;
        return (
          <>
            <ol className="change-tasks">
              {rows.map((row) => (
                <Task key={row.id} row={row} refs={refs} lead={lead} />
              ))}
            </ol>
            {pages.at(-1)?.next ? (
              <Link to="/list/$plural" params={{ plural: changeTask.plural }} search={{ q }}>
                {say(texts.more_tasks)}
              </Link>
            ) : null}
          </>
        );
      }}
    </Panel>
  );
}

function Task({ row, refs, lead }: { readonly row: Row; readonly refs: Readonly<Record<string, string>>; readonly lead: string }) {
  const say = useSay();
  const after = (row.after ?? []) as readonly string[];
  return (
    <li>
      <div>
        <Link to="/$id" params={{ id: row.id }}>
          {String(row.title)}
        </Link>{' '}
        <StateBadge definition={changeTask} state={row.state} />
      </div>
      <div className="dim small">
        {row.ring ? `${String(row.ring)} · ` : ''}
        {choiceLabel(changeTask.fields.phase, String(row.phase), say)} · <RefLink id={String(row.party)} refs={refs} />
        {row.party === lead ? ` (${say(texts.lead)})` : ''}
        {row.planned_start ? (
          <>
            {' · '}
            <Time at={String(row.planned_start)} />
          </>
        ) : null}
        {after.length ? ` · ${say(texts.after, { tasks: after.map((each) => refs[each] ?? each).join(', ') })}` : ''}
      </div>
      {row.failure ? <p className="small prose">{String(row.failure)}</p> : null}
      {row.evidence ? <p className="small prose dim">{String(row.evidence)}</p> : null}
    </li>
  );
}
