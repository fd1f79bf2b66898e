// One reference model: its processes by level with what they take in and give, relations, roles, words and sources, and where our records stand.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Certainty, certainties, characteristics, type ModelAnswer, type ReferenceModel } from '../../practices/model/reference.record.ts';
import { characteristicTexts } from '../../practices/model/reference-texts.ts';
import { get } from '../api.ts';
import { usePlainSay } from '../language.tsx';
import { Panel } from '../parts/states.tsx';
import { mostlyOurs } from '../practices/model/model-list.tsx';
import { ModelParts } from '../practices/model/model-parts.tsx';
import { ProcessCard } from '../practices/model/process-card.tsx';
import { Legend, Sure } from '../practices/model/sure.tsx';
import { referenceTexts as texts } from '../texts/reference.ts';
import { shellTexts } from '../texts/shell.ts';
import '../style/reference.css';

export function OneModelPage() {
  const { key } = useParams({ from: '/shell/models/$key' });
  const asked = useQuery({
    queryKey: ['models', 'one', key],
    queryFn: ({ signal }) => get<ModelAnswer>(`/api/models/${encodeURIComponent(key)}`, signal),
    staleTime: 300_000,
  });
  return <Panel of={asked}>{(answer) => <OneModel answer={answer} />}</Panel>;
}

function OneModel({ answer: { data: model, standing, statements } }: { readonly answer: ModelAnswer }) {
  const say = usePlainSay();
  const { process } = useSearch({ from: '/shell/models/$key' });
  const name = say(model.name);
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    if (process) showIn(document.getElementById('content'), document.getElementById(`process-${process}`));
  }, [process]);
  return (
    <section className="page models">
      <header className="page-head">
        <div>
          <p className="small">
            <Link to="/models">{say(texts.title)}</Link>
          </p>
          <h1>
            {name} <span className="dim small">{say(model.edition)}</span>
          </h1>
          <p>{say(model.about)}</p>
        </div>
        <Link to="/models" search={{ view: 'characteristics', of: model.key }}>
          {say(texts.compare)}
        </Link>
      </header>
      {mostlyOurs({ statements }) ? <p className="models-ours">{say(texts.mostly_ours)}</p> : null}
      <Told model={model} />
      <Bands model={model} standing={standing} chosen={process} />
      <ModelParts model={model} />
      <p className="dim small">{say(model.marks)}</p>
      <Legend />
    </section>
  );
}

/** Scrolls the content alone: asked to show an element, a browser would move the frame around it too. */
function showIn(content: HTMLElement | null, part: HTMLElement | null): void {
  if (!content || !part) return;
  const [frame, box] = [content.getBoundingClientRect(), part.getBoundingClientRect()];
  content.scrollBy({ top: box.top - frame.top - Math.max(0, (frame.height - box.height) / 2) });
}

function Told({ model }: { readonly model: ReferenceModel }) {
  const say = usePlainSay();
  return (
    <section>
      <h2>{say(texts.view_characteristics)}</h2>
      <dl className="models-characteristics">
        {characteristics.map((each) => (
          <div key={each}>
            <dt>{say(characteristicTexts[each])}</dt>
            <dd>
              {say(model.characteristics[each].text)} <Sure of={model.characteristics[each].sure} sources={model.sources} short />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const levels = ['strategic', 'tactical', 'operational'] as const;

/** Each process once, on the highest level it is on; the card names all of them. */
function Bands({
  model,
  standing,
  chosen,
}: {
  readonly model: ReferenceModel;
  readonly standing: ModelAnswer['standing'];
  readonly chosen: string | undefined;
}) {
  const say = usePlainSay();
  const homeOf = (each: ReferenceModel['processes'][number]) => levels.find((level) => each.levels.includes(level));
  return (
    <>
      {levels.map((level) => {
        const here = model.processes.filter((each) => homeOf(each) === level);
        return here.length === 0 ? null : (
          <section key={level}>
            <h2>
              {say(shellTexts[level])} <LevelSure model={model} processes={here} />
            </h2>
            <ul className="models-processes">
              {here.map((each) => (
                <ProcessCard
                  key={each.key}
                  model={model}
                  process={each}
                  chosen={each.key === chosen}
                  standing={standing.filter((one) => one.process === each.key)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** The weakest certainty of the places on this level, told once. */
function LevelSure({ model, processes }: { readonly model: ReferenceModel; readonly processes: ReferenceModel['processes'] }) {
  const say = usePlainSay();
  const rank = (mark: Certainty) => certainties.indexOf(mark);
  const weakest = processes.reduce(
    (worst, each) => (rank(each.level_sure.certainty) > rank(worst.certainty) ? each.level_sure : worst),
    processes[0]?.level_sure ?? { certainty: 'X' as const, sources: [] },
  );
  return (
    <span className="small">
      {say(texts.level)}: <Sure of={weakest} sources={model.sources} />
    </span>
  );
}
