// The house of processes: what we do at each level between customers and suppliers, with overlays, as a drawing and as a table; duties and who answers beside it.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { levels, type ModelFlow } from '../../practices/model/composing.record.ts';
import type { FiguresAnswer, ProcessFigures } from '../../practices/model/figures.record.ts';
import { flows as knownFlows } from '../../practices/model/flows.record.ts';
import { useFormat } from '../format.ts';
import { useReader, useSay } from '../language.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Answers } from '../practices/model/answers.tsx';
import { Duties } from '../practices/model/duties.tsx';
import { type Band, HouseDrawing } from '../practices/model/house-drawing.tsx';
import { HouseTable } from '../practices/model/house-table.tsx';
import { isOverlay, type Overlay, overlays } from '../practices/model/overlays.ts';
import { type Current, useCurrent, useFigures } from '../practices/model/queries.ts';
import { Selected } from '../practices/model/selected.tsx';
import { modelTexts as texts } from '../texts/model.ts';
import '../style/model.css';

const views = ['house', 'table', 'duties', 'answers'] as const;
type View = (typeof views)[number];

export function ModelPage() {
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/model' });
  const view: View = views.find((each) => each === search.view) ?? 'house';
  const current = useCurrent();
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page model-page">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.text)}</p>
          <Version current={current.data?.data ?? null} known={current.data !== undefined} />
        </div>
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/model/design" {...props} />}>
          {say(texts.design)}
        </Button>
      </header>
      <div className="model-choices">
        <SegmentedControl
          size="xs"
          aria-label={say(texts.view)}
          data={views.map((each) => ({ value: each, label: say(texts[each]) }))}
          value={view}
          onChange={(value) => void navigate({ to: '/model', search: { ...search, view: value } })}
        />
      </div>
      {view === 'duties' ? <Duties /> : view === 'answers' ? <Answers /> : <House view={view} current={current.data?.data ?? null} />}
    </section>
  );
}

function Version({ current, known }: { readonly current: Current | null; readonly known: boolean }) {
  const say = useSay();
  const format = useFormat();
  if (!current) return known ? <p className="small">{say(texts.none_published)}</p> : null;
  return (
    <p className="small">
      <Link to="/$id" params={{ id: current.id }}>
        {say(texts.version, { name: current.name, number: current.number })}
      </Link>
      {current.published_at ? `, ${say(texts.published, { date: format.date(current.published_at) })}` : ''} ·{' '}
      <Link to="/$id" params={{ id: current.id }} search={{ tab: 'compare' }}>
        {say(texts.compare)}
      </Link>
    </p>
  );
}

function House({ view, current }: { readonly view: 'house' | 'table'; readonly current: Current | null }) {
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/model' });
  const overlay: Overlay = isOverlay(search.overlay) ? search.overlay : 'breaches';
  const figures = useFigures();
  return (
    <>
      <NativeSelect
        size="xs"
        className="model-overlay"
        label={say(texts.overlay)}
        data={overlays.map((each) => ({ value: each, label: say(texts[each]) }))}
        value={overlay}
        onChange={(event) => void navigate({ to: '/model', search: { ...search, overlay: event.currentTarget.value }, replace: true })}
      />
      <Panel of={figures} lines={8}>
        {(answer) => (answer.data.length ? <Storeys answer={answer} view={view} current={current} overlay={overlay} /> : <Bare />)}
      </Panel>
    </>
  );
}

function Bare() {
  const say = useSay();
  return (
    <Message icon="list" title={say(texts.empty)} text={say(texts.empty_text)}>
      <Button size="xs" renderRoot={(props) => <Link to="/model/design" {...props} />}>
        {say(texts.design)}
      </Button>
    </Message>
  );
}

type StoreysProps = { readonly answer: FiguresAnswer; readonly view: 'house' | 'table'; readonly current: Current | null; readonly overlay: Overlay };

function Storeys({ answer, view, current, overlay }: StoreysProps) {
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/model' });
  const flows = useFlows(current, answer.data);
  const { bands, away } = useMemo(() => split(answer.data, current), [answer.data, current]);
  const shown = bands.flatMap(({ processes }) => processes);
  const at = shown.find(({ code }) => code === search.at)?.code ?? shown.find(({ code }) => code === 'incident')?.code ?? shown[0]?.code ?? '';
  const selected = shown.find(({ code }) => code === at);
  const onAt = (code: string): void =>
    void (code === at ? null : navigate({ to: '/model', search: { ...search, at: code }, replace: true, resetScroll: false }));
  return (
    <>
      {view === 'table' ? (
        <HouseTable processes={shown} refs={answer.refs} overlay={overlay} since={answer.since} />
      ) : (
        <>
          <HouseDrawing bands={bands} flows={flows} refs={answer.refs} overlay={overlay} at={at} onAt={onAt} />
          <p className="dim small house-hint">{say(texts.keys_hint)}</p>
          {selected ? <Selected figures={selected} all={answer.data} flows={flows} refs={answer.refs} since={answer.since} /> : null}
        </>
      )}
      {away.length ? (
        <section className="model-away">
          <h2>{say(texts.out_of_sight)}</h2>
          <p className="dim small">{say(texts.out_of_sight_text)}</p>
          <ul className="model-inline">
            {away.map((each) => (
              <li key={each.id}>
                <Link to="/$id" params={{ id: each.id }}>
                  {each.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** The flows of the model in effect, or of everything that is described where none is. */
function useFlows(current: Current | null, processes: readonly ProcessFigures[]): readonly ModelFlow[] {
  const { language } = useReader();
  return useMemo(() => {
    const ends = new Set(['customers', 'suppliers', ...processes.map(({ code }) => code)]);
    const known = current?.content ? new Set(current.content.flows.map(({ from, to }) => `${from} ${to}`)) : null;
    return knownFlows
      .filter(({ from, to }) => (known ? known.has(`${from} ${to}`) : ends.has(from) && ends.has(to)))
      .map(({ from, to, object }) => ({ from, to, object: object[language] }));
  }, [current, processes, language]);
}

/** Processes of the model in their bands, and those it leaves out. What has no level of its own in the model stands with daily work. */
function split(processes: readonly ProcessFigures[], current: Current | null): { readonly bands: readonly Band[]; readonly away: readonly ProcessFigures[] } {
  const content = current?.content ?? null;
  const within = content ? new Set(content.processes.map(({ code }) => code)) : null;
  const inside = processes.filter(({ code }) => within?.has(code) ?? true);
  const used = content ? content.levels : levels;
  const levelOf = ({ level }: ProcessFigures): Band['level'] => (used.includes(level) ? level : 'operational');
  const bands = levels
    .toReversed()
    .map((level) => ({ level, processes: inside.filter((each) => levelOf(each) === level) }))
    .filter((band) => band.processes.length > 0);
  return { bands, away: processes.filter(({ code }) => within && !within.has(code)) };
}
