// The figures of a continuity plan: whether the parts are back in time, which of them is too slow, what is lost, and how well it was tried.
import { continuityPlan } from '../../../practices/planning/continuity-plan.record.ts';
import { continuityTest } from '../../../practices/planning/continuity-test.record.ts';
import type { ContinuityFigures, Refs as Names } from '../../../practices/planning/figures.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { RefLink, StateBadge } from '../../record/value.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Figure, Figures, useFigures, VerdictBadge } from './parts.tsx';

type Shown = { readonly data: ContinuityFigures; readonly refs: Names };

export function Continuity({ answer }: { readonly answer: OneAnswer }) {
  const asked = useFigures<ContinuityFigures>(continuityPlan, answer.data.id, answer.data.version);
  return (
    <Panel of={asked} lines={8}>
      {({ data, refs }) => (
        <div className="plan">
          <Head data={data} refs={refs} />
          <Path data={data} refs={refs} />
          <Parts data={data} refs={refs} />
          <Suppliers data={data} refs={refs} />
          <Tests data={data} refs={refs} />
        </div>
      )}
    </Panel>
  );
}

function Head({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const { time, loss, slack } = data;
  const name = (id: string | null): string => (id ? (refs[id] ?? id) : '–');
  const missing = [...new Set([...time.unknown, ...loss.unknown])];
  const about = (minutes: number, unknown: readonly string[]): string => `${unknown.length ? `${say(texts.at_least)} ` : ''}${format.minutes(minutes)}`;
  return (
    <>
      <p>
        <VerdictBadge verdict={data.verdict} />
        {missing.length ? ` ${say(texts.without_plan, { parts: format.list(missing.map(name)) })}` : null}
      </p>
      <Figures>
        <Figure label={say(texts.rto)} value={format.minutes(data.rto)} strong />
        {slack === null ? (
          <Figure label={say(texts.needed)} value="–">
            {say(texts.no_way)}
          </Figure>
        ) : (
          <Figure label={say(texts.needed)} value={about(time.minutes, time.unknown)} strong>
            <VerdictBadge verdict={slack < 0 ? 'bad' : 'good'}>
              {say(slack < 0 ? texts.too_slow : texts.in_time, { time: format.minutes(Math.abs(slack)), part: name(time.slowest) })}
            </VerdictBadge>
          </Figure>
        )}
        <Figure label={say(texts.rpo)} value={format.minutes(data.rpo)} />
        <Figure label={say(texts.lost)} value={about(loss.minutes, loss.unknown)}>
          {loss.part ? <RefLink id={loss.part} refs={refs} /> : null}
        </Figure>
        <Figure label={say(texts.age)} value={data.age_days === null ? '–' : say(texts.days, { days: data.age_days })} />
      </Figures>
    </>
  );
}

/** Each step as long as it takes: a bar to scale, with its time in words. */
function Path({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const whole = Math.max(data.rto, data.time.minutes, 1);
  if (!data.time.path.length) return null;
  return (
    <section>
      <h3>{say(texts.path)}</h3>
      <ol className="plan-path">
        {data.time.path.map((each) => (
          <li key={`${each.part} ${each.own}`}>
            <span>{each.own ? say(texts.own_steps, { part: refs[each.part] ?? each.part }) : <RefLink id={each.part} refs={refs} />}</span>
            <span className="plan-bar" aria-hidden="true">
              <span
                style={{ width: `${(each.minutes / whole) * 100}%` }}
                data-tone={data.slack !== null && data.slack < 0 && each.part === data.time.slowest ? 'bad' : 'info'}
              />
            </span>
            <span>{format.minutes(each.minutes)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Parts({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  if (!data.parts.length) return null;
  return (
    <section>
      <h3>{say(texts.part)}</h3>
      <Sideways label={say(texts.part)}>
        <table className="plain">
          <Heads of={[texts.part, texts.plan, texts.rto, texts.rpo]} />
          <tbody>
            {data.parts.map((each) => (
              <tr key={each.part}>
                <td>
                  <RefLink id={each.part} refs={refs} />
                </td>
                <td>{each.plan ? <RefLink id={each.plan} refs={{}} /> : <VerdictBadge verdict="warn">{say(texts.no_plan)}</VerdictBadge>}</td>
                <td>{each.rto === null ? '–' : format.minutes(each.rto)}</td>
                <td>{each.rpo === null ? '–' : format.minutes(each.rpo)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Suppliers({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  if (!data.suppliers.length) return null;
  return (
    <section>
      <h3>{say(texts.suppliers)}</h3>
      <ul className="plan-lines">
        {data.suppliers.map((each) => (
          <li key={each.supplier}>
            <RefLink id={each.supplier} refs={refs} />{' '}
            <VerdictBadge verdict={each.verdict}>
              {each.valid_until ? say(texts.until, { date: format.date(each.valid_until) }) : say(texts.no_evidence)}
            </VerdictBadge>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tests({ data }: Shown) {
  const say = useSay();
  const format = useFormat();
  return (
    <section>
      <h3>{say(texts.tests)}</h3>
      {data.tests.length === 0 ? (
        <p className="dim">{say(texts.no_tests)}</p>
      ) : (
        <ul className="plan-lines">
          {data.tests.map((each) => (
            <li key={each.id}>
              <RefLink id={each.id} refs={{ [each.id]: each.name }} /> <StateBadge definition={continuityTest} state={each.state} />{' '}
              <span className="dim">{format.date(each.on)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
