// Whose time was it: a strip of stretches in their order, the same figures as tables, by the wall and in the hours of each agreement.
import type { ReactNode } from 'react';
import type { Definition } from '../../kernel/record.ts';
import type { LedgerAnswer, LedgerInterval, LedgerTotal, OneAnswer, Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { custodyTexts } from '../texts/custody.ts';
import { recordTexts } from '../texts/record.ts';
import { Agreements, Contests } from './ledger-agreements.tsx';
import { Strip } from './ledger-strip.tsx';
import { type Naming, useNaming } from './naming.ts';
import { useLedger } from './queries.ts';

/** What a practice offers to do about one stretch. */
export type Contesting = (what: { readonly answer: OneAnswer; readonly interval: LedgerInterval; readonly refs: Refs; readonly now: string }) => ReactNode;
type Props = { readonly definition: Definition; readonly answer: OneAnswer; readonly contest?: Contesting | undefined };

export function Ledger({ definition, answer, contest }: Props) {
  const say = useSay();
  const ledger = useLedger(definition, answer.data.id);
  return (
    <section className="ledger">
      <h3>{say(recordTexts.ledger)}</h3>
      <p className="dim small">{say(recordTexts.ledger_text)}</p>
      <Panel of={ledger}>
        {(found) => (
          <Parts found={found} contest={(interval) => contest?.({ answer, interval, refs: found.refs, now: found.now }) ?? null} owner={ownerOf(answer)} />
        )}
      </Panel>
    </section>
  );
}

const ownerOf = ({ data, refs }: OneAnswer): string => refs[String(data.owner_team ?? '')] ?? '';

type PartsProps = { readonly found: LedgerAnswer; readonly contest: (interval: LedgerInterval) => ReactNode; readonly owner: string };

function Parts({ found, contest, owner }: PartsProps) {
  const say = useSay();
  const format = useFormat();
  const { data, refs, now } = found;
  const naming = useNaming(refs);
  const { counts } = data;
  return (
    <>
      {counts?.swarm.due ? (
        <p className="notice" role="note">
          {say(custodyTexts.swarm, { limit: counts.swarm.limit, owner })}
        </p>
      ) : null}
      <Strip data={data} naming={naming} now={now} contest={contest} />
      <Totals totals={data.totals} ruled={data.ruled} naming={naming} />
      <p className="small">
        {data.handover_ms > 0 ? `${say(custodyTexts.handing_over, { span: format.span(data.handover_ms) })} ` : ''}
        {counts ? say(recordTexts.handovers, { handovers: counts.reassignments, pingpong: counts.ping_pong, bounces: counts.bounces }) : ''}
        {counts?.declined ? ` ${say(custodyTexts.declined, { count: counts.declined })}` : ''}
      </p>
      <Contests data={data} naming={naming} />
      <Agreements data={data} naming={naming} />
      <details>
        <summary>{say(recordTexts.intervals)}</summary>
        <Intervals found={found} naming={naming} />
      </details>
    </>
  );
}

type TotalsProps = { readonly totals: readonly LedgerTotal[]; readonly ruled: readonly LedgerTotal[] | null; readonly naming: Naming };

function Totals({ totals, ruled, naming }: TotalsProps) {
  const say = useSay();
  const format = useFormat();
  const whole = totals.reduce((sum, each) => sum + each.ms, 0) || 1;
  const parties = [...new Set([...totals, ...(ruled ?? [])].map((each) => each.party))];
  const of = (list: readonly LedgerTotal[], party: string) => list.find((each) => each.party === party);
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{say(recordTexts.party)}</th>
          {[recordTexts.share, recordTexts.elapsed, recordTexts.working_time, ...(ruled ? [custodyTexts.as_ruled] : [])].map((each) => (
            <th key={each.en} scope="col" className="figure">
              {say(each)}
            </th>
          ))}
          <th scope="col">{say(recordTexts.reasons)}</th>
        </tr>
      </thead>
      <tbody>
        {parties.map((party, index) => {
          const { ms = 0, working_ms = 0, reasons = [] } = of(totals, party) ?? {};
          return (
            <tr key={party}>
              <th scope="row">
                <span className="swatch" data-part={index % 6} aria-hidden="true" /> {naming.party(party)}
              </th>
              <td className="figure">{format.percent(ms / whole)}</td>
              <td className="figure">{format.span(ms)}</td>
              <td className="figure">{format.span(working_ms)}</td>
              {ruled ? <td className="figure">{format.span(of(ruled, party)?.ms ?? 0)}</td> : null}
              <td>{reasons.map((part) => `${naming.reason(part)} ${format.span(part.ms)}`).join(' · ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Intervals({ found, naming }: { readonly found: LedgerAnswer; readonly naming: Naming }) {
  const say = useSay();
  const format = useFormat();
  return (
    <table className="plain">
      <Heads of={[recordTexts.from, recordTexts.to, recordTexts.elapsed, recordTexts.party, recordTexts.team, recordTexts.person, recordTexts.reason]} />
      <tbody>
        {found.data.intervals.map((each) => (
          <tr key={each.from}>
            <td>
              <Time at={each.from} />
            </td>
            <td>{each.to ? <Time at={each.to} /> : say(recordTexts.ongoing)}</td>
            <td className="figure">{format.span(Date.parse(each.to ?? found.now) - Date.parse(each.from))}</td>
            <td>{naming.party(each.party)}</td>
            <td>{each.team ? naming.party(each.team) : '–'}</td>
            <td>{each.person ? naming.party(each.person) : '–'}</td>
            <td>{naming.reason(each)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
