// The figures of an availability plan: promised, computed and measured, what one step on a part would bring, and where the time of outages went.
import { availabilityPlan, type PlannedStep } from '../../../practices/planning/availability-plan.record.ts';
import type { AvailabilityFigures, Refs as Names } from '../../../practices/planning/figures.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { RefLink } from '../../record/value.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Behind, Figure, Figures, idsQuery, Percent, Refs, useFigures, VerdictBadge } from './parts.tsx';

type Shown = { readonly data: AvailabilityFigures; readonly refs: Names };

export function Availability({ answer }: { readonly answer: OneAnswer }) {
  const asked = useFigures<AvailabilityFigures>(availabilityPlan, answer.data.id, answer.data.version);
  const steps = (answer.data.steps ?? []) as readonly PlannedStep[];
  return (
    <Panel of={asked} lines={8}>
      {({ data, refs }) => (
        <div className="plan">
          <Head data={data} refs={refs} />
          {steps.length ? <Steps steps={steps} refs={{ ...refs, ...answer.refs }} /> : null}
          <Parts data={data} refs={refs} />
          <Redundancy data={data} refs={refs} />
          <Outages data={data} refs={refs} />
        </div>
      )}
    </Panel>
  );
}

function Head({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const over = say(texts.measured_over, { from: format.month(data.months[0] ?? ''), to: format.month(data.months.at(-1) ?? '') });
  return (
    <>
      <p>
        <VerdictBadge verdict={data.verdict} />
      </p>
      <Figures>
        <Figure label={say(texts.target)} value={<Percent ppm={data.target_ppm} />} strong>
          {data.target_from ? <RefLink id={data.target_from} refs={refs} /> : null}
        </Figure>
        <Figure label={say(texts.by_promises)} value={<Percent ppm={data.by_promises_ppm} />} strong>
          {data.unpromised.length ? <Refs ids={data.unpromised} refs={refs} /> : null}
        </Figure>
        <Figure label={say(texts.by_measures)} value={<Percent ppm={data.by_measures_ppm} />} />
        <Figure label={say(texts.measured)} value={<Percent ppm={data.measured_ppm} />} strong>
          <span className="dim">{over}</span>
        </Figure>
        {data.budget_ms === null ? null : (
          <Figure label={say(texts.budget)} value={format.span(data.budget_ms)}>
            {say(texts.budget_used, { used: format.span(data.down_ms), share: format.percent(data.budget_ms > 0 ? data.down_ms / data.budget_ms : 0) })}
          </Figure>
        )}
        {data.means ? (
          <>
            <Figure label={say(texts.mtrs)} value={format.span(data.means.mtrs_ms)} />
            <Figure label={say(texts.mtbf)} value={format.span(data.means.mtbf_ms)} />
            <Figure label={say(texts.mtbsi)} value={format.span(data.means.mtbsi_ms)} />
          </>
        ) : null}
      </Figures>
    </>
  );
}

function Steps({ steps, refs }: { readonly steps: readonly PlannedStep[]; readonly refs: Names }) {
  const say = useSay();
  const format = useFormat();
  return (
    <section>
      <h3>{say(texts.steps)}</h3>
      <Sideways label={say(texts.steps)}>
        <table className="plain">
          <Heads of={[texts.step, texts.part, texts.expected, texts.cost, texts.due, texts.measured]} />
          <tbody>
            {steps.map((each) => (
              <tr key={each.code}>
                <td>
                  <span className="mono">{each.code}</span> {each.what}
                </td>
                <td>
                  <RefLink id={each.part} refs={refs} />
                </td>
                <td>
                  <Percent ppm={each.before_ppm} /> → <Percent ppm={each.expected_ppm} />
                </td>
                <td>{each.cost_minor === null ? '–' : format.money(each.cost_minor, 'EUR')}</td>
                <td>{each.due_on ? format.date(each.due_on) : '–'}</td>
                <td>
                  {each.done_on ? <Percent ppm={each.measured_ppm} /> : '–'} {each.found ?? ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Parts({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  return (
    <section>
      <h3>{say(texts.parts)}</h3>
      <p className="dim small">{say(texts.parts_text)}</p>
      <Sideways label={say(texts.parts)}>
        <table className="plain">
          <Heads of={[texts.part, texts.promised, texts.measured, texts.outages, texts.weight, texts.raise_to, texts.doubled]} />
          <tbody>
            {data.parts.map((each) => (
              <tr key={each.part}>
                <td>
                  <RefLink id={each.part} refs={refs} /> {each.alone ? <span className="badge">{say(texts.alone)}</span> : null}
                </td>
                <td>{each.promise ? <RefLink id={each.promise} refs={{ [each.promise]: format.ppm(each.promised_ppm ?? 0) }} /> : '–'}</td>
                <td>
                  <Percent ppm={each.measured_ppm} />
                </td>
                <td>
                  {each.outages ? (
                    <Behind plural="incidents" q={idsQuery(each.incidents)}>
                      {each.outages} · {format.span(each.down_ms)}
                    </Behind>
                  ) : (
                    '–'
                  )}
                </td>
                <td>{each.slope === null ? '–' : format.number(Math.round(each.slope * 10_000) / 10_000)}</td>
                <td>
                  {each.to_ppm === null ? say(texts.not_alone) : each.to_ppm <= (each.promised_ppm ?? 0) ? say(texts.reached) : <Percent ppm={each.to_ppm} />}
                </td>
                <td>
                  <Percent ppm={each.doubled_ppm} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Redundancy({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  if (!data.redundant.length) return null;
  const name = (id: string): string => refs[id] ?? id;
  return (
    <section>
      <h3>{say(texts.redundant)}</h3>
      <ul>
        {data.redundant.map((each) => (
          <li key={`${each.within} ${each.members.join()}`}>
            {say(texts.redundancy, {
              members: format.list(each.members.map(name)),
              need: each.need,
              within: name(each.within),
              share: format.share(each.common_cause),
            })}{' '}
            {each.same_provider ? <VerdictBadge verdict="warn">{say(texts.same_provider)}</VerdictBadge> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outages({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const { lifecycle } = data;
  // Many outages have the same title: the number tells them apart.
  const numbered = Object.fromEntries(Object.entries(refs).map(([id, title]) => [id, `${id} ${title}`]));
  const all = [...new Set(data.outages.flatMap((each) => each.incidents))];
  return (
    <section>
      <h3>{say(texts.outages)}</h3>
      {data.outages.length === 0 ? (
        <p className="dim">{say(texts.no_outages)}</p>
      ) : (
        <>
          <p>
            <Behind plural="incidents" q={idsQuery(all)}>
              {say(texts.incidents)}: {all.length}
            </Behind>
          </p>
          <Sideways label={say(texts.outages)}>
            <table className="plain">
              <Heads of={[texts.began, texts.lasted, texts.incidents]} />
              <tbody>
                {data.outages.slice(0, 50).map((each) => (
                  <tr key={each.from}>
                    <td>
                      <Time at={each.from} />
                    </td>
                    <td>{format.span(Date.parse(each.to) - Date.parse(each.from))}</td>
                    <td>
                      <Refs ids={each.incidents} refs={numbered} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        </>
      )}
      {lifecycle.incidents ? (
        <>
          <h3>{say(texts.lifecycle)}</h3>
          <Figures>
            <Figure label={say(texts.detect)} value={format.span(lifecycle.detect_ms)} />
            {lifecycle.taken ? (
              <>
                <Figure label={say(texts.respond)} value={format.span(lifecycle.respond_ms)}>
                  {lifecycle.taken < lifecycle.incidents ? say(texts.known_of, { known: lifecycle.taken, all: lifecycle.incidents }) : null}
                </Figure>
                <Figure label={say(texts.repair)} value={format.span(lifecycle.repair_ms)} />
              </>
            ) : null}
            {lifecycle.restore.map((each) => (
              <Figure key={each.party} label={say(texts.restoring, { party: refs[each.party] ?? each.party })} value={format.span(each.ms)} />
            ))}
            <Figure label={say(texts.confirm)} value={format.span(lifecycle.confirm_ms)} />
          </Figures>
        </>
      ) : null}
    </section>
  );
}
