// The ledger in the hours of every agreement on the record, and what of it is contested or was ruled on.
import type { LedgerAgreement, LedgerData } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { custodyTexts } from '../texts/custody.ts';
import { definitionOfId } from './definitions.ts';
import type { Naming } from './naming.ts';
import { RefLink, StateBadge } from './value.tsx';

type Props = { readonly data: LedgerData; readonly naming: Naming };

/** One line for each agreement, one column for each party: the parts are the whole in each of them. */
export function Agreements({ data, naming }: Props) {
  const say = useSay();
  const format = useFormat();
  const { agreements } = data;
  if (agreements.length === 0) return null;
  const parties = [...new Set([...data.totals, ...(data.ruled ?? [])].map((each) => each.party))];
  const part = (each: LedgerAgreement, party: string): string => {
    const ms = (list: LedgerAgreement['totals']): number => list.find((one) => one.party === party)?.working_ms ?? 0;
    const recorded = format.span(ms(each.totals));
    return each.ruled && ms(each.ruled) !== ms(each.totals) ? `${recorded} (${say(custodyTexts.as_ruled)}: ${format.span(ms(each.ruled))})` : recorded;
  };
  return (
    <>
      <h4>{say(custodyTexts.agreements)}</h4>
      <div className="sideways">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say(custodyTexts.agreement)}</th>
              {parties.map((party) => (
                <th key={party} scope="col" className="figure">
                  {naming.party(party)}
                </th>
              ))}
              <th scope="col" className="figure">
                {say(custodyTexts.total)}
              </th>
            </tr>
          </thead>
          <tbody>
            {agreements.map((each) => (
              <tr key={`${each.clock} ${each.key}`}>
                <th scope="row">
                  {each.label ? say(each.label) : each.clock} {format.minutes(each.target_minutes)}, {naming.party(each.provider)} –{' '}
                  {naming.party(each.customer)} <span className="dim">{each.zone}</span>
                </th>
                {parties.map((party) => (
                  <td key={party} className="figure">
                    {part(each, party)}
                  </td>
                ))}
                <td className="figure">{format.span(each.total_ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function Contests({ data, naming }: Props) {
  const say = useSay();
  const format = useFormat();
  if (data.contests.length === 0) return null;
  return (
    <>
      <h4>{say(custodyTexts.contested)}</h4>
      <ul className="link-list small">
        {data.contests.map((each) => {
          const definition = definitionOfId(each.dispute);
          const params = { from: format.instant(each.from), to: format.instant(each.to), held: naming.party(each.held), claimed: naming.party(each.claimed) };
          return (
            <li key={each.dispute}>
              <RefLink id={each.dispute} refs={{ [each.dispute]: each.dispute }} />{' '}
              {definition ? <StateBadge definition={definition} state={each.state} customer={false} /> : null} {say(custodyTexts.contest_line, params)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
