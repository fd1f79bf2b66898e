// The review of a change: when it is due, how it went, what came after it, and what was learned.
import { change } from '../../../practices/change/record.ts';
import { serverNow } from '../../clockwork.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Time } from '../../parts/time.tsx';
import { RefLink, Value } from '../../record/value.tsx';
import { changeTexts as texts } from '../../texts/change.ts';

const told = ['outcome', 'within_window', 'implemented_at', 'incident', 'lessons', 'actions', 'reviewed_at'] as const;

export function ChangeReview({ answer: { data, refs } }: { readonly answer: OneAnswer }) {
  const say = useSay();
  if (!data.review_due) return <p className="dim">{say(texts.not_yet)}</p>;
  const due = String(data.review_due);
  const waits = data.state === 'implemented' || data.state === 'backed_out';
  const incidents = (data.incidents ?? []) as readonly string[];
  return (
    <>
      {waits ? (
        <p className="notice" role="status">
          {say(texts.due, { when: '' })} <Time at={due} />{' '}
          {Date.parse(due) < serverNow() ? (
            <span className="badge" data-tone="bad">
              {say(texts.late)}
            </span>
          ) : null}
        </p>
      ) : null}
      <dl className="change-questions">
        {told
          .filter((name) => data[name] !== null && data[name] !== undefined)
          .map((name) => (
            <div key={name}>
              <dt>{say(change.fields[name].label)}</dt>
              <dd>
                <Value value={data[name]} field={change.fields[name]} refs={refs} />
              </dd>
            </div>
          ))}
        <div>
          <dt>{say(change.fields.incidents.label)}</dt>
          <dd>
            {incidents.length === 0 ? <span className="dim">{say(waits ? texts.counted_then : texts.no_incidents)}</span> : null}
            <ul className="link-list">
              {incidents.map((each) => (
                <li key={each}>
                  <RefLink id={each} refs={refs} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </>
  );
}
