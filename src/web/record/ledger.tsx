// Whose time was it: a stacked bar per party with the same figures as a table, and every stretch beneath.
import type { Definition } from '../../kernel/record.ts';
import type { LedgerAnswer } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { recordTexts } from '../texts/record.ts';
import { useLedger } from './queries.ts';

export function Ledger({ definition, id }: { readonly definition: Definition; readonly id: string }) {
  const say = useSay();
  const ledger = useLedger(definition, id);
  return (
    <section className="ledger">
      <h3>{say(recordTexts.ledger)}</h3>
      <p className="dim small">{say(recordTexts.ledger_text)}</p>
      <Panel of={ledger}>{(answer) => <Parts answer={answer} />}</Panel>
    </section>
  );
}

function Parts({ answer }: { readonly answer: LedgerAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { totals, counts } = answer.data;
  const whole = totals.reduce((sum, each) => sum + each.ms, 0) || 1;
  const reason = (id: string) => (id === 'working' ? say(recordTexts.working) : (answer.refs[id] ?? id));
  const name = (id: string | null) => (id ? (answer.refs[id] ?? id) : say(recordTexts.nobody));
  return (
    <>
      <div className="stack" aria-hidden="true">
        {totals.map((each, index) => (
          <span key={each.party} data-part={index % 6} style={{ flexGrow: each.ms / whole }} title={`${name(each.party)} ${format.percent(each.ms / whole)}`} />
        ))}
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(recordTexts.party)}</th>
            <th scope="col" className="figure">
              {say(recordTexts.share)}
            </th>
            <th scope="col" className="figure">
              {say(recordTexts.elapsed)}
            </th>
            <th scope="col" className="figure">
              {say(recordTexts.working_time)}
            </th>
            <th scope="col">{say(recordTexts.reasons)}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((each, index) => (
            <tr key={each.party}>
              <th scope="row">
                <span className="swatch" data-part={index % 6} aria-hidden="true" /> {name(each.party)}
              </th>
              <td className="figure">{format.percent(each.ms / whole)}</td>
              <td className="figure">{format.span(each.ms)}</td>
              <td className="figure">{format.span(each.working_ms)}</td>
              <td>{each.reasons.map((part) => `${reason(part.reason)} ${format.span(part.ms)}`).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts ? (
        <p className="small">{say(recordTexts.handovers, { handovers: counts.reassignments, pingpong: counts.ping_pong, bounces: counts.bounces })}</p>
      ) : null}
      <details>
        <summary>{say(recordTexts.intervals)}</summary>
        <Intervals answer={answer} name={name} reason={reason} />
      </details>
    </>
  );
}

function Intervals({
  answer,
  name,
  reason,
}: {
  readonly answer: LedgerAnswer;
  readonly name: (id: string | null) => string;
  readonly reason: (id: string) => string;
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <table className="plain">
      <thead>
        <tr>
          {[recordTexts.from, recordTexts.to, recordTexts.elapsed, recordTexts.party, recordTexts.team, recordTexts.person, recordTexts.reason].map((text) => (
            <th key={text.en} scope="col">
              {say(text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.data.intervals.map((each) => (
          <tr key={each.from}>
            <td>
              <Time at={each.from} />
            </td>
            <td>{each.to ? <Time at={each.to} /> : say(recordTexts.ongoing)}</td>
            <td className="figure">{format.span(Date.parse(each.to ?? answer.now) - Date.parse(each.from))}</td>
            <td>{name(each.party)}</td>
            <td>{each.team ? name(each.team) : '–'}</td>
            <td>{each.person ? name(each.person) : '–'}</td>
            <td>{reason(each.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
