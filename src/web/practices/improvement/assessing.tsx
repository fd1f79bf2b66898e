// The questionnaire of a maturity assessment: how far each thing is so, what was seen, and what the records say by themselves.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Shown } from '../../../practices/improvement/audit.shapes.record.ts';
import type { MaturityQuestion, Questionnaire } from '../../../practices/improvement/checklist.record.ts';
import { type MaturityAnswer, maturityAssessment, ratingTexts } from '../../../practices/improvement/maturity.record.ts';
import { get, newKey, problemOf, query } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import { usePerform } from '../../record/queries.ts';
import { Frame } from '../../record/row-parts.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { improveTexts as texts } from '../../texts/governance.ts';
import '../../style/governance.css';
import { texts as words } from '../../texts.ts';
import { Says } from './questions.tsx';

type Known = { readonly questionnaire: Questionnaire };
type Draft = Readonly<Record<string, { readonly rating: string; readonly text: string }>>;

const useQuestionnaire = () =>
  useQuery({ queryKey: [maturityAssessment.name, 'list', 'overview'], queryFn: ({ signal }) => get<Known>('/api/maturity', signal) });
const draftOf = (answers: readonly MaturityAnswer[]): Draft =>
  Object.fromEntries(answers.map((each) => [each.code, { rating: each.rating, text: each.text ?? '' }]));

export function Assessing({ answer }: { readonly answer: OneAnswer }) {
  const asked = useQuestionnaire();
  return (
    <Panel of={asked} lines={10}>
      {({ questionnaire }) => <Questions key={answer.data.version} answer={answer} questionnaire={questionnaire} />}
    </Panel>
  );
}

function Questions({ answer, questionnaire }: { readonly answer: OneAnswer; readonly questionnaire: Questionnaire }) {
  const say = useSay();
  const { id, process, version } = answer.data;
  const answers = (answer.data.answers ?? []) as readonly MaturityAnswer[];
  const may = answer.may.includes('answer');
  const perform = usePerform(maturityAssessment, id);
  const [draft, setDraft] = useState<Draft>(() => draftOf(answers));
  const shown = useQuery({
    queryKey: [maturityAssessment.name, 'shown', process],
    queryFn: ({ signal }) => get<{ data: Readonly<Record<string, Shown>> }>(`/api/maturity/shown${query({ process: String(process) })}`, signal),
  });
  const save = () => {
    const kept = new Map(answers.map((each) => [each.code, each.records]));
    const sent = Object.entries(draft)
      .filter(([, each]) => each.rating)
      .map(([code, each]) => ({ code, rating: each.rating, text: each.text || null, records: kept.get(code) ?? [], shown: null }));
    perform.mutate(
      { command: 'answer', input: { answers: sent }, key: newKey(), version },
      {
        onSuccess: () => toast(say(texts.saved_answers)),
        onError: (error) => toast(problemOf(error).detail || say(words.error_text), true),
      },
    );
  };
  return (
    <div>
      <p className="dim small">{say(texts.maturity_text)}</p>
      <Levels
        questionnaire={questionnaire}
        shownOf={(code) => answers.find((one) => one.code === code)?.shown ?? shown.data?.data[code] ?? null}
        draft={draft}
        onChange={may ? (code, value) => setDraft({ ...draft, [code]: value }) : null}
      />
      {may ? (
        <Button size="xs" onClick={save} loading={perform.isPending}>
          {say(texts.save)}
        </Button>
      ) : null}
      <p className="dim small">{say(texts.source, { source: questionnaire.source })}</p>
    </div>
  );
}

/** The questionnaire as the box of a form. */
export function MaturityAnswers({ field, value, onChange, error }: WidgetProps) {
  const answers = (Array.isArray(value) ? value : []) as readonly MaturityAnswer[];
  const asked = useQuestionnaire();
  const change = (code: string, { rating, text }: Value) => {
    const others = answers.filter((each) => each.code !== code);
    const { records = [], shown = null } = answers.find((each) => each.code === code) ?? {};
    onChange(rating ? [...others, { code, rating, text: text || null, records, shown }] : others);
  };
  return (
    <Frame field={field} error={error ?? null}>
      <Panel of={asked} lines={10}>
        {({ questionnaire }) => <Levels questionnaire={questionnaire} shownOf={() => null} draft={draftOf(answers)} onChange={change} />}
      </Panel>
    </Frame>
  );
}

type LevelsProps = {
  readonly questionnaire: Questionnaire;
  readonly shownOf: (code: string) => Shown | null;
  readonly draft: Draft;
  readonly onChange: ((code: string, value: Value) => void) | null;
};

function Levels({ questionnaire, shownOf, draft, onChange }: LevelsProps) {
  const say = useSay();
  return (
    <>
      {questionnaire.levels
        .filter((each) => each.level > 0)
        .map((level) => (
          <section key={level.level}>
            <h3>{say(texts.level_of, { level: level.level, name: say(level.name) })}</h3>
            {questionnaire.questions
              .filter((each) => each.level === level.level)
              .map((each) => (
                <Question
                  key={each.code}
                  question={each}
                  shown={shownOf(each.code)}
                  value={draft[each.code] ?? { rating: '', text: '' }}
                  onChange={onChange ? (value) => onChange(each.code, value) : null}
                />
              ))}
          </section>
        ))}
    </>
  );
}

type Value = { readonly rating: string; readonly text: string };
type Props = { readonly question: MaturityQuestion; readonly shown: Shown | null; readonly value: Value; readonly onChange: ((value: Value) => void) | null };

function Question({ question, shown, value, onChange }: Props) {
  const say = useSay();
  const options = [{ value: '', label: '–' }, ...Object.entries(ratingTexts).map(([name, label]) => ({ value: name, label: say(label) }))];
  return (
    <div className="maturity-question">
      <div>
        <strong>{question.code}</strong> {say(question.question)}
        {shown ? (
          <p className="dim small">
            {say(texts.records_say)}: <Says shown={shown} />
          </p>
        ) : null}
      </div>
      <NativeSelect
        size="xs"
        aria-label={`${question.code}: ${say(texts.rating)}`}
        data={options}
        value={value.rating}
        disabled={!onChange}
        onChange={(event) => onChange?.({ ...value, rating: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        autosize
        minRows={1}
        aria-label={`${question.code}: ${say(texts.seen)}`}
        placeholder={onChange ? say(texts.seen) : ''}
        value={value.text}
        readOnly={!onChange}
        onChange={(event) => onChange?.({ ...value, text: event.currentTarget.value })}
      />
    </div>
  );
}
