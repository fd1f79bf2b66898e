// The page of a process: what it is for, its figures, what goes in and comes out, its activities, measures and what can be begun in it.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FiguresAnswer, ProcessFigures } from '../../../practices/model/figures.record.ts';
import { flows as knownFlows } from '../../../practices/model/flows.record.ts';
import { type Activity, processFields } from '../../../practices/model/process-fields.record.ts';
import type { OneAnswer, Row } from '../../contract.ts';
import { useReader, useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/states.tsx';
import { useCreating } from '../../record/creating.tsx';
import { definitionOf } from '../../record/definitions.ts';
import { mayOpen } from '../../record/may-open.ts';
import { useSession } from '../../session.tsx';
import { modelTexts as texts } from '../../texts/model.ts';
import { Figures } from './figures.tsx';
import { useFigures } from './queries.ts';
import { FlowsOf } from './selected.tsx';
import '../../style/model.css';

export function ProcessPage({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { data } = answer;
  const figures = useFigures(data.id);
  return (
    <div className="process-page">
      <p>{String(data.purpose ?? '') || <span className="dim">{say(texts.not_described)}</span>}</p>
      <h2>{say(texts.live)}</h2>
      <Panel of={figures} lines={3}>
        {({ data: [own], since }: FiguresAnswer) => (own ? <Figures figures={own} since={since} /> : null)}
      </Panel>
      <InOut row={data} />
      <h2>{say(texts.activities)}</h2>
      <Activities list={(data.activities ?? []) as readonly Activity[]} />
      <Around code={String(data.code)} />
      <h2>{say(texts.measures)}</h2>
      <Measures own={figures.data?.data[0]} />
      <h2>{say(texts.forms)}</h2>
      <Forms records={(data.records ?? []) as readonly string[]} />
    </div>
  );
}

const parts = ['inputs', 'throughput', 'outputs', 'control', 'outcome'] as const;

function InOut({ row }: { readonly row: Row }) {
  const say = useSay();
  return (
    <dl className="itoco">
      {parts.map((name) => (
        <div key={name}>
          <dt>{say(processFields[name].label)}</dt>
          <dd className="small">{String(row[name] ?? '') || <span className="dim">{say(texts.not_described)}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each activity with the commands that do it, in the words of the buttons. */
function Activities({ list }: { readonly list: readonly Activity[] }) {
  const say = useSay();
  if (!list.length) return <p className="dim small">{say(texts.no_activities)}</p>;
  return (
    <ol className="process-activities">
      {list.map(({ code, name, commands }) => (
        <li key={code}>
          {name} {commands.length ? <span className="dim small mono">{commands.join(', ')}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** What other processes hand it and get from it. */
function Around({ code }: { readonly code: string }) {
  const { language } = useReader();
  const all = useFigures();
  const flows = knownFlows.map(({ from, to, object }) => ({ from, to, object: object[language] }));
  return <FlowsOf code={code} all={all.data?.data ?? []} flows={flows} />;
}

function Measures({ own }: { readonly own: ProcessFigures | undefined }) {
  const say = useSay();
  if (!own?.measures.length) return <p className="dim small">{say(texts.no_measures)}</p>;
  return (
    <ul className="model-inline">
      {own.measures.map((each) => (
        <li key={each.id}>
          <Link to="/$id" params={{ id: each.id }}>
            {each.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Forms({ records }: { readonly records: readonly string[] }) {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const open = records.flatMap((name) => {
    const definition = definitionOf(name);
    return definition && mayOpen(definition, session) ? [definition] : [];
  });
  if (!open.length) return <p className="dim small">{say(texts.no_forms)}</p>;
  return (
    <div className="raci-buttons">
      {open.map((each) => (
        <Button key={each.name} size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => create(each.name)}>
          {say(each.label)}
        </Button>
      ))}
    </div>
  );
}
