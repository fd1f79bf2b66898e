// The figures of a cost model: what each service costs and of what, what customers are charged, the margin, and the three ways side by side.
import { costLine } from '../../../practices/planning/cost-line.record.ts';
import { costModel } from '../../../practices/planning/cost-model.record.ts';
import type { CostFigures, Refs as Names, Price } from '../../../practices/planning/figures.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Behind, Figure, Figures, Refs, useFigures, VerdictBadge } from './parts.tsx';

type Shown = { readonly data: CostFigures; readonly refs: Names };

export function Cost({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const asked = useFigures<CostFigures>(costModel, answer.data.id, answer.data.version);
  return (
    <Panel of={asked} lines={8}>
      {({ data, refs }) =>
        data.outcome === null ? (
          <Message icon="exclamation" title={say(texts.fault, { fault: data.names[data.fault ?? ''] ?? data.fault ?? '' })} />
        ) : data.outcome.total_minor === 0 ? (
          <Message icon="chart" title={say(texts.no_cost)} />
        ) : (
          <div className="plan">
            <Head data={data} refs={refs} />
            <Prices data={data} refs={refs} />
            <Charges data={data} refs={refs} />
            <Compared data={data} refs={refs} />
          </div>
        )
      }
    </Panel>
  );
}

function Head({ data }: Shown) {
  const say = useSay();
  const format = useFormat();
  const total = data.outcome?.total_minor ?? 0;
  return (
    <Figures>
      <Figure label={say(texts.total)} value={format.money(total, data.currency)} strong>
        {say(data.frozen ? texts.frozen : texts.trial)} ·{' '}
        <Behind plural={costLine.plural} q={`is:open model:${data.model}`}>
          {say(texts.cost_lines)}
        </Behind>
      </Figure>
      <Figure label={say(texts.unallocated)} value={format.money(data.unallocated_minor, data.currency)}>
        {total > 0 ? format.percent(data.unallocated_minor / total) : null}
      </Figure>
    </Figures>
  );
}

function Prices({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  return (
    <section>
      <h3>{say(texts.prices)}</h3>
      <Sideways label={say(texts.prices)}>
        <table className="plain">
          <Heads of={[texts.service, texts.amount, texts.made_of]} />
          <tbody>
            {[...data.prices]
              .sort((a, b) => b.amount_minor - a.amount_minor)
              .map((each) => (
                <tr key={each.service}>
                  <td>
                    <RefLink id={each.service} refs={refs} />
                  </td>
                  <td className="amount">{format.money(each.amount_minor, data.currency)}</td>
                  <td>
                    <Components price={each} data={data} refs={refs} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Components({ price, data, refs }: Shown & { readonly price: Price }) {
  const format = useFormat();
  const name = (from: string): string => data.names[from] ?? from;
  return (
    <ul className="plan-lines">
      {price.parts.map((each) => (
        <li key={`${each.kind} ${each.from}`}>
          {each.kind === 'service' ? (
            <RefLink id={each.from} refs={refs} />
          ) : each.q ? (
            <Behind plural={costLine.plural} q={each.q}>
              {name(each.from)}
            </Behind>
          ) : (
            name(each.from)
          )}{' '}
          <span className="dim">
            {format.money(each.amount_minor, data.currency)} · {format.percent(each.amount_minor / price.amount_minor)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Charges({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const money = (minor: number): string => format.money(minor, data.currency);
  return (
    <section>
      <h3>{say(texts.charges)}</h3>
      <Sideways label={say(texts.charges)}>
        <table className="plain">
          <Heads of={[texts.customer, texts.service, texts.fees, texts.credits, texts.cost, texts.margin]} />
          <tbody>
            {data.charges.map((each) => (
              <tr key={`${each.customer} ${each.service}`}>
                <td>
                  <RefLink id={each.customer} refs={refs} />
                </td>
                <td>
                  <RefLink id={each.service} refs={refs} />
                </td>
                <td>
                  {money(each.fees_minor)} <Refs ids={each.promises} refs={{}} />
                </td>
                <td>{money(each.credits_minor)}</td>
                <td>{money(each.cost_minor)}</td>
                <td>
                  <VerdictBadge verdict={each.margin_minor < 0 ? 'bad' : 'good'}>{money(each.margin_minor)}</VerdictBadge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Compared({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const money = (minor: number | null): string => (minor === null ? '–' : format.money(minor, data.currency));
  return (
    <section>
      <h3>{say(texts.compared)}</h3>
      <Sideways label={say(texts.compared)}>
        <table className="plain">
          <Heads of={[texts.service, texts.direct, texts.step_down, texts.reciprocal]} />
          <tbody>
            {data.compared.map((each) => (
              <tr key={each.service}>
                <td>
                  <RefLink id={each.service} refs={refs} />
                </td>
                <td>{money(each.direct)}</td>
                <td>{money(each.step_down)}</td>
                <td>{money(each.reciprocal)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
