// A known error as somebody with a customer on the telephone reads it: how it shows, what to do now, why it happens, and where it helped.
import { knownError } from '../../../practices/problem/known-error.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { RefLink } from '../../record/value.tsx';
import { problemTexts as texts } from '../../texts/problem.ts';

/** What is not for the reader's side is not in the answer, and is left out. */
export function KnownError({ answer: { data, refs } }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { fields } = knownError;
  const told = (name: 'symptoms' | 'cause' | 'customer_text') =>
    data[name] ? (
      <section className="card" key={name}>
        <h3>{say(fields[name].label)}</h3>
        <p className="prose">{String(data[name])}</p>
      </section>
    ) : null;
  const used = (data.used_by ?? []) as readonly string[];
  return (
    <div className="investigation">
      {told('symptoms')}
      {data.workaround || data.no_workaround ? (
        <section className="card">
          <h3>{say(fields.workaround.label)}</h3>
          <p className="prose">{data.no_workaround ? say(texts.no_way_round) : String(data.workaround)}</p>
        </section>
      ) : null}
      {told('customer_text')}
      {told('cause')}
      {Object.hasOwn(data, 'used_by') ? (
        <section className="card">
          <h3>
            {say(fields.used_by.label)} <span className="dim">{format.number(Number(data.used ?? 0))}</span>
          </h3>
          {used.length === 0 ? <p className="dim small">{say(texts.never_used)}</p> : null}
          <ul className="link-list small">
            {used
              .slice(-20)
              .toReversed()
              .map((each) => (
                <li key={each}>
                  <span className="mono dim">{each}</span> <RefLink id={each} refs={refs} />
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
