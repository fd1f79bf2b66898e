// The reach of a risk: its score against what may be accepted, and the services and customers that it would hit.
import type { Refs as Names, RiskReach } from '../../../practices/planning/figures.record.ts';
import { risk } from '../../../practices/planning/risk.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Figure, Figures, Refs, useFigures, VerdictBadge } from './parts.tsx';

export function Risk({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const asked = useFigures<RiskReach>(risk, answer.data.id, answer.data.version);
  const { likelihood, impact, score } = answer.data as Readonly<Record<string, unknown>>;
  return (
    <Panel of={asked} lines={4}>
      {({ data, refs }) => (
        <div className="plan">
          <Figures>
            <Figure label={say(texts.score)} value={`${String(likelihood)} × ${String(impact)} = ${String(score)}`} strong>
              <VerdictBadge verdict={data.within ? 'good' : 'bad'}>{data.within ? undefined : say(texts.above)}</VerdictBadge>
            </Figure>
            <Figure label={say(texts.appetite)} value={data.appetite.most}>
              {data.appetite.id ? <RefLink id={data.appetite.id} refs={refs} /> : null}
            </Figure>
          </Figures>
          <Hit data={data} refs={refs} />
        </div>
      )}
    </Panel>
  );
}

function Hit({ data, refs }: { readonly data: RiskReach; readonly refs: Names }) {
  const say = useSay();
  const format = useFormat();
  if (!data.services.length && !data.customers.length) return null;
  return (
    <section>
      <h3>{say(texts.hits)}</h3>
      <Figures>
        <Figure label={say(texts.services_hit)} value={format.number(data.services.length)}>
          <Refs ids={data.services} refs={refs} />
        </Figure>
        <Figure label={say(texts.customers_hit)} value={format.number(data.customers.length)}>
          <Refs ids={data.customers} refs={refs} />
        </Figure>
      </Figures>
    </section>
  );
}
