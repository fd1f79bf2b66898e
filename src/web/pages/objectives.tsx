// The line of sight: objectives from strategic to operational as a tree, each with its figure, and where the line is broken.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { LineAnswer, ObjectiveLine } from '../../practices/measurement/answers.record.ts';
import { levels } from '../../practices/measurement/measure-fields.record.ts';
import { objective } from '../../practices/measurement/objective.record.ts';
import { get } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { figureWords, measureName } from '../measure-words.ts';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Gaps } from '../practices/measurement/gaps.tsx';
import { againMs, Counting, Sparkline } from '../practices/measurement/parts.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { measureTexts as texts } from '../texts/measure.ts';
import '../style/measure.css';

export function ObjectivesPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({
    queryKey: ['objective', 'list', 'line'],
    queryFn: ({ signal }) => get<LineAnswer>('/api/line-of-sight', signal),
    refetchInterval: ({ state }) => againMs(state.data?.figures.some((each) => each.counting)),
  });
  useEffect(() => {
    document.title = say(texts.objectives);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.objectives)}</h1>
          <p className="dim small">{say(texts.objectives_text)}</p>
        </div>
        {mayOpen(objective, session) ? (
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(objective.name)}>
            {say(texts.new_objective)}
          </Button>
        ) : null}
      </header>
      <Panel of={asked} lines={10}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="list" title={say(texts.no_objectives)} text={say(texts.no_objectives_text)} />
          ) : (
            <>
              <Counting on={answer.figures.some((each) => each.counting)} />
              <Filters answer={answer} />
              <Tree answer={answer} />
              <Gaps answer={answer} />
            </>
          )
        }
      </Panel>
    </section>
  );
}

function Filters({ answer: { data, refs } }: { readonly answer: LineAnswer }) {
  const say = useSay();
  const navigate = useNavigate();
  const { owner = '', level = '' } = useSearch({ from: '/shell/objectives' });
  const owners = [...new Set(data.flatMap((each) => (each.owner ? [each.owner] : [])))];
  const go = (search: { owner?: string; level?: string }): void => void navigate({ to: '/objectives', search: { owner, level, ...search } });
  return (
    <div className="measure-head">
      <NativeSelect
        size="xs"
        aria-label={say(texts.owner)}
        value={owner}
        data={[{ value: '', label: say(texts.any_owner) }, ...owners.map((each) => ({ value: each, label: refs[each] ?? each }))]}
        onChange={(event) => go({ owner: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={say(texts.level)}
        value={level}
        data={[{ value: '', label: say(texts.any_level) }, ...Object.entries(levels).map(([value, label]) => ({ value, label: say(label) }))]}
        onChange={(event) => go({ level: event.currentTarget.value })}
      />
    </div>
  );
}

/** What is chosen, and what it serves: a line is read from the top. */
function Tree({ answer }: { readonly answer: LineAnswer }) {
  const { owner, level } = useSearch({ from: '/shell/objectives' });
  const { data } = answer;
  const byId = new Map(data.map((each) => [each.id, each]));
  const shown = new Set<string>();
  for (const each of data)
    if ((!owner || each.owner === owner) && (!level || each.level === level))
      for (let one: ObjectiveLine | undefined = each; one; one = byId.get(one.parent ?? '')) shown.add(one.id);
  const tops = data.filter((each) => shown.has(each.id) && !byId.has(each.parent ?? ''));
  return (
    <ul className="objectives">
      {tops.map((each) => (
        <Node key={each.id} line={each} answer={answer} shown={shown} />
      ))}
    </ul>
  );
}

type NodeProps = { readonly line: ObjectiveLine; readonly answer: LineAnswer; readonly shown: ReadonlySet<string> };

function Node({ line, answer, shown }: NodeProps) {
  const children = answer.data.filter((each) => each.parent === line.id && shown.has(each.id));
  return (
    <li>
      <Line line={line} answer={answer} />
      {children.length ? (
        <ul>
          {children.map((each) => (
            <Node key={each.id} line={each} answer={answer} shown={shown} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const tones = {
  on_course: 'good',
  reached: 'good',
  at_risk: 'warn',
  late: 'bad',
  missed: 'bad',
  unmeasured: 'dim',
  dropped: 'dim',
  proposed: 'dim',
} as const;

function Line({ line, answer: { figures, decided, refs } }: Omit<NodeProps, 'shown'>) {
  const say = useSay();
  const format = useFormat();
  const figure = figures.find((each) => each.id === line.measure);
  const decisions = decided.filter((each) => each.record === line.id || (line.measure !== null && each.record === line.measure));
  return (
    <div className={`objective ${line.level}`}>
      <div className="objective-name">
        <span className="dim small">{say(levels[line.level])}</span>{' '}
        <Link to="/$id" params={{ id: line.id }}>
          {line.name}
        </Link>
        <div className="dim small">
          {line.owner ? (refs[line.owner] ?? line.owner) : ''} {line.by ? say(texts.by, { date: format.date(line.by) }) : ''}
        </div>
        {decisions.map((each) => (
          <div key={`${each.id} ${each.text}`} className="small">
            <Link to="/$id" params={{ id: each.id }}>
              {say(texts.decided_by, { title: each.title })}
            </Link>{' '}
            <span className="dim">{each.text}</span>
          </div>
        ))}
      </div>
      <div className="objective-figure">
        {figure ? (
          <>
            <Link to="/measures/$code" params={{ code: figure.code }} search={{ period: figure.period }} title={measureName(figure, say)}>
              <strong>{figureWords(figure.value, figure.unit, format)}</strong>
            </Link>{' '}
            <span className="dim small">{say(texts.target_is, { target: figureWords(line.target, figure.unit, format) })}</span>
            <Sparkline values={figure.values} unit={figure.unit} />
          </>
        ) : null}
        <span className={`figure-word ${tones[line.status]}`}>{say(texts[`status_${line.status}`])}</span>
      </div>
    </div>
  );
}
