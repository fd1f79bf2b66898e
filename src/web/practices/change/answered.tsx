// The seven questions of a change with their answers, as who judges it and who takes part in it read them.
import { change } from '../../../practices/change/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Value } from '../../record/value.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { questions } from './questions.ts';

export function Questions({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  return (
    <section className="change-section">
      <h3>{say(texts.questions)}</h3>
      <dl className="change-questions">
        {questions.map((each) => (
          <Question key={each.label.en} of={each} answer={answer} />
        ))}
      </dl>
    </section>
  );
}

type Asked = { readonly of: (typeof questions)[number]; readonly answer: OneAnswer };

function Question({ of: { label, fields }, answer: { data, refs } }: Asked) {
  const say = useSay();
  const given = fields.filter((each) => !empty(data[each]));
  return (
    <div>
      <dt>{say(label)}</dt>
      {given.length === 0 ? <dd className="dim">{say(texts.unanswered)}</dd> : null}
      {given.map((each) => (
        <dd key={each}>
          {fields.length > 1 ? <span className="dim small">{say(change.fields[each].label)}: </span> : null}
          <Value value={data[each]} field={change.fields[each]} refs={refs} />
        </dd>
      ))}
    </div>
  );
}

const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
