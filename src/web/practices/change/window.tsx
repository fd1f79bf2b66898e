// When a change happens and what is noticed of it: the part of its plan that everybody sees.
import { change } from '../../../practices/change/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Time } from '../../parts/time.tsx';
import { changeTexts as texts } from '../../texts/change.ts';

export function Window({ answer: { data } }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const outage = typeof data.outage_minutes === 'number' ? data.outage_minutes : null;
  return (
    <section className="change-section">
      <h3>{say(texts.when)}</h3>
      {data.planned_start ? (
        <p>
          <Time at={String(data.planned_start)} />
          {data.planned_end ? (
            <>
              {' – '}
              <Time at={String(data.planned_end)} />
            </>
          ) : null}
          {outage ? <span className="dim"> · {say(texts.outage_of, { span: format.minutes(outage) })}</span> : null}
        </p>
      ) : (
        <p className="dim">{say(texts.not_planned)}</p>
      )}
      {data.notice ? (
        <p className="prose">
          <span className="dim small">{say(change.fields.notice.label)}: </span>
          {String(data.notice)}
        </p>
      ) : null}
    </section>
  );
}
