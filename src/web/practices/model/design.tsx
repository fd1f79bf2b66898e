// One draft: its blocks as steps, the questions of the one that is looked at, what it adds, and what publishing the whole does.
import { Button, Checkbox, Radio } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Language } from '../../../kernel/text.ts';
import { blocks } from '../../../practices/model/building-blocks.record.ts';
import { catalogue } from '../../../practices/model/catalogue.record.ts';
import { compareContent, emptyContent } from '../../../practices/model/comparison.record.ts';
import { type Answered, type Block, chosenOf, compose, type Described, type Question, recordsOff } from '../../../practices/model/composing.record.ts';
import { operatingModel } from '../../../practices/model/operating-model.record.ts';
import { processDefinition } from '../../../practices/model/process.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Panel, Refused } from '../../parts/states.tsx';
import { useList, usePerform } from '../../record/queries.ts';
import { StateBadge } from '../../record/value.tsx';
import { modelTexts } from '../../texts/model.ts';
import { designTexts as texts } from '../../texts/model-design.ts';
import { Differences } from './differences.tsx';
import { Publishing } from './publishing.tsx';
import { useCurrent } from './queries.ts';

/** Processes that the organisation has described, for composing as the server does. */
function useDescribed() {
  return useList(processDefinition, 'is:open', { limit: 200 });
}

export function Design({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const described = useDescribed();
  const current = useCurrent();
  const { data } = answer;
  return (
    <>
      <header className="model-draft">
        <h2>
          <Link to="/$id" params={{ id: data.id }}>
            {say(modelTexts.version, { name: String(data.name), number: Number(data.number) })}
          </Link>
        </h2>
        <StateBadge definition={operatingModel} state={data.state} />
      </header>
      {data.state === 'draft' ? null : <p className="notice">{say(texts.frozen)}</p>}
      <Panel of={described}>
        {({ pages }) => (
          <Panel of={current}>
            {(now) => (
              <Composing
                answer={answer}
                described={pages.flatMap((each) => each.data) as readonly object[] as readonly Described[]}
                published={now.data?.content ?? emptyContent}
              />
            )}
          </Panel>
        )}
      </Panel>
    </>
  );
}

type ComposingProps = { readonly answer: OneAnswer; readonly described: readonly Described[]; readonly published: typeof emptyContent };

function Composing({ answer, described, published }: ComposingProps) {
  const say = useSay();
  const navigate = useNavigate();
  const { id, step } = useSearch({ from: '/shell/model/design' });
  const { data } = answer;
  const perform = usePerform(operatingModel, data.id);
  const steps = (data.steps ?? []) as readonly Answered[];
  const language = String(data.language) as Language;
  const block = blocks.find(({ code }) => code === step) ?? (blocks[0] as Block);
  const composed = useMemo(() => compose(steps, { catalogue, described, language }), [steps, described, language]);
  const change = (next: readonly Answered[]): void => perform.mutate({ command: 'edit', input: { steps: inOrder(next) }, hopeful: true });
  const may = answer.may.includes('edit');
  return (
    <div className="model-design">
      <nav aria-label={say(texts.steps)}>
        <ol>
          {blocks.map((each) => {
            const taken = steps.some((answered) => answered.step === each.code);
            return (
              <li key={each.code}>
                <button
                  type="button"
                  className="model-step"
                  aria-current={each.code === block.code ? 'step' : undefined}
                  onClick={() => void navigate({ to: '/model/design', search: { ...(id ? { id } : {}), step: each.code }, replace: true })}
                >
                  <strong>{say(each.label)}</strong>
                  <span className="small">
                    <span aria-hidden="true">{taken ? '✓' : '○'}</span> {say(taken ? texts.taken : texts.not_taken)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <p className="dim small">{say(texts.reconstruction)}</p>
      </nav>
      <div className="card">
        <OneBlock block={block} steps={steps} own={described} may={may} onChange={change} />
        <Refused error={perform.error} />
      </div>
      <div>
        <section className="card">
          <h3>{say(texts.this_adds)}</h3>
          <Adds block={block} steps={steps} described={described} language={language} />
        </section>
        <Publishing
          answer={answer}
          differences={compareContent(published, composed)}
          off={recordsOff(composed, [...catalogue.processes, ...described])}
          perform={perform}
        />
      </div>
    </div>
  );
}

const inOrder = (steps: readonly Answered[]): readonly Answered[] => blocks.flatMap(({ code }) => steps.find((each) => each.step === code) ?? []);

/** The difference it makes to the rest of the draft: what other blocks add anyway is not said twice. */
function Adds({
  block,
  steps,
  described,
  language,
}: {
  readonly block: Block;
  readonly steps: readonly Answered[];
  readonly described: readonly Described[];
  readonly language: Language;
}) {
  const say = useSay();
  const others = steps.filter(({ step }) => step !== block.code);
  const own = steps.find(({ step }) => step === block.code) ?? { step: block.code, answers: [] };
  const model = (taken: readonly Answered[]) => ({ ...compose(taken, { catalogue, described, language }), steps: [] });
  const added = compareContent(model(others), model([...others, own]));
  return added.length ? <Differences of={added} /> : <p className="dim small">{say(texts.nothing_more)}</p>;
}

type BlockProps = {
  readonly block: Block;
  readonly steps: readonly Answered[];
  readonly own: readonly Described[];
  readonly may: boolean;
  readonly onChange: (steps: readonly Answered[]) => void;
};

function OneBlock({ block, steps, own, may, onChange }: BlockProps) {
  const say = useSay();
  const taken = steps.find(({ step }) => step === block.code);
  const others = steps.filter(({ step }) => step !== block.code);
  const answer = (question: Question, values: readonly string[]): void => {
    const answers = block.questions.map((each) => ({ question: each.code, values: each.code === question.code ? values : chosenOf(steps, block.code, each) }));
    onChange([...others, { step: block.code, answers }]);
  };
  return (
    <>
      <h2>{say(block.label)}</h2>
      <p className="dim small">{say(block.paradigm)}</p>
      <p>{say(block.means)}</p>
      {block.questions.map((question) => (
        <Asked
          key={question.code}
          question={question}
          own={own}
          chosen={chosenOf(steps, block.code, question)}
          disabled={!may || !taken}
          onChoose={(values) => answer(question, values)}
        />
      ))}
      {may ? (
        <Button size="xs" variant={taken ? 'default' : 'filled'} onClick={() => onChange(taken ? others : [...others, { step: block.code, answers: [] }])}>
          {say(taken ? texts.leave : texts.take)}
        </Button>
      ) : null}
    </>
  );
}

type AskedProps = {
  readonly question: Question;
  readonly own: readonly Described[];
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChoose: (values: readonly string[]) => void;
};

function Asked({ question, own, chosen, disabled, onChoose }: AskedProps) {
  const say = useSay();
  const { many, options, label, code } = question;
  // Processes that are in no catalogue are chosen where processes are.
  const others = code === 'processes' ? own.filter((each) => !catalogue.processes.some((known) => known.code === each.code)) : [];
  const listed = [...options.map(({ value, label: text }) => ({ value, label: say(text) })), ...others.map((each) => ({ value: each.code, label: each.name }))];
  if (!many)
    return (
      <Radio.Group label={say(label)} value={chosen[0] ?? null} onChange={(value) => onChoose([value])}>
        {listed.map((each) => (
          <Radio key={each.value} value={each.value} label={each.label} disabled={disabled} />
        ))}
      </Radio.Group>
    );
  return (
    <Checkbox.Group label={say(label)} value={[...chosen]} onChange={onChoose}>
      {listed.map((each) => (
        <Checkbox key={each.value} value={each.value} label={each.label} disabled={disabled} />
      ))}
    </Checkbox.Group>
  );
}
