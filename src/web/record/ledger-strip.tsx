// The stretches of a ledger from left to right, by party in colour and by reason in pattern; each tells its details when pointed at or reached.
import { type ReactNode, useState } from 'react';
import type { LedgerData, LedgerInterval } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Time } from '../parts/time.tsx';
import { custodyTexts } from '../texts/custody.ts';
import { recordTexts } from '../texts/record.ts';
import type { Naming } from './naming.ts';

type Props = {
  readonly data: LedgerData;
  readonly naming: Naming;
  readonly now: string;
  readonly contest: (interval: LedgerInterval) => ReactNode;
};

export function Strip({ data, naming, now, contest }: Props) {
  const say = useSay();
  const format = useFormat();
  const [at, setAt] = useState<number | null>(null);
  const { intervals, totals, contests } = data;
  const parties = totals.map((each) => each.party);
  const ms = (each: LedgerInterval): number => Date.parse(each.to ?? now) - Date.parse(each.from);
  const isContested = (each: LedgerInterval): boolean =>
    contests.some((one) => one.held === each.party && Date.parse(one.from) < Date.parse(each.to ?? now) && Date.parse(each.from) < Date.parse(one.to));
  const shown = at === null ? null : (intervals[at] ?? null);
  return (
    <>
      <ul className="strip" aria-label={say(custodyTexts.strip)}>
        {intervals.map((each, index) => {
          const words = say(custodyTexts.stretch, { party: naming.party(each.party), reason: naming.reason(each), span: format.span(ms(each)) });
          return (
            <li key={each.from} style={{ flexGrow: Math.max(1, ms(each)) }}>
              <button
                type="button"
                data-part={parties.indexOf(each.party) % 6}
                data-kind={kindOf(each.reason)}
                data-contested={isContested(each) || undefined}
                aria-pressed={at === index}
                aria-label={isContested(each) ? `${words}, ${say(custodyTexts.is_contested)}` : words}
                title={words}
                onClick={() => setAt(index)}
                onFocus={() => setAt(index)}
              />
            </li>
          );
        })}
      </ul>
      <div className="strip-detail" aria-live="polite">
        {shown ? (
          <>
            <strong>{naming.party(shown.party)}</strong> {naming.reason(shown)} · <Time at={shown.from} /> –{' '}
            {shown.to ? <Time at={shown.to} /> : say(recordTexts.ongoing)} · {format.span(ms(shown))}
            {shown.team ? ` · ${naming.party(shown.team)}` : ''}
            {shown.person ? ` · ${naming.party(shown.person)}` : ''} {contest(shown)}
          </>
        ) : (
          <span className="dim">{say(custodyTexts.pick)}</span>
        )}
      </div>
    </>
  );
}

/** Patterns beside colours: working is plain, handing over striped, waiting dotted, done faint. */
const kindOf = (reason: string): string => (['working', 'handover', 'done'].includes(reason) ? reason : 'waiting');
