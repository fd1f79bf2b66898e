// The answer of a what-if: both sides with their differences, the records that change sides, and what was assumed.
import type { Figures } from '../../practices/reporting/what-if.record.ts';
import type { Refs } from '../contract.ts';
import { type Format, useFormat } from '../format.ts';
import { type Say, useSay } from '../language.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message } from '../parts/states.tsx';
import { RefLink } from '../record/value.tsx';
import { whatIfTexts as texts } from '../texts/what-if.ts';
import { texts as common } from '../texts.ts';

type Ended = { readonly decided_at: string | null; readonly kept: boolean; readonly used_ms: number; readonly target_minutes: number };
type Changed = { readonly id: string; readonly key: string; readonly before: Ended; readonly after: Ended; readonly why: readonly string[] };
export type Answer = {
  readonly currency: string | null;
  readonly before: Figures;
  readonly after: Figures;
  readonly looked_at: number;
  readonly changed_count: number;
  readonly changed: readonly Changed[];
  readonly assumes: readonly string[];
  readonly refs: Refs;
};

export function Told({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const { changed, changed_count, refs } = answer;
  if (answer.before.cases + answer.after.cases === 0) return <Message icon="inbox" title={say(texts.no_cases)} />;
  return (
    <>
      <Sides answer={answer} />
      <h2>{changed_count === 0 ? say(texts.none_changed) : say(texts.changed, { count: format.number(changed_count) })}</h2>
      {changed_count > changed.length ? <p className="small dim">{say(texts.shown, { count: format.number(changed.length) })}</p> : null}
      {changed.length > 0 ? (
        <Sideways label={say(texts.changed, { count: format.number(changed_count) })}>
          <table className="plain" data-table="changed">
            <thead>
              <tr>
                {[texts.record, texts.before, texts.after, texts.why].map((each) => (
                  <th key={each.en} scope="col">
                    {say(each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changed.map((each) => (
                <tr key={`${each.id} ${each.key}`}>
                  <td>
                    <RefLink id={each.id} refs={refs} />
                  </td>
                  <td>{verdict(each.before, say, format)}</td>
                  <td>{verdict(each.after, say, format)}</td>
                  <td>{each.why.map((one) => say(reasons[one as keyof typeof reasons] ?? texts.why_together)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
      <h2>{say(texts.assumes)}</h2>
      <ul className="small dim">
        {answer.assumes.map((each) => (
          <li key={each}>{say(assumptions[each as keyof typeof assumptions] ?? texts.assumes_same_events)}</li>
        ))}
      </ul>
    </>
  );
}

const reasons = {
  targets: texts.why_targets,
  hours: texts.why_hours,
  pauses: texts.why_pauses,
  supplier: texts.why_supplier,
  together: texts.why_together,
};
const assumptions = {
  same_events: texts.assumes_same_events,
  supplier: texts.assumes_supplier,
  hours: texts.assumes_hours,
  windows: texts.assumes_windows,
};

function verdict(ended: Ended, say: Say, format: Format): string {
  if (ended.decided_at === null) return say(texts.verdict_none);
  return say(ended.kept ? texts.verdict_met : texts.verdict_missed, { used: format.span(ended.used_ms), target: format.minutes(ended.target_minutes) });
}

function Sides({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const { before, after, currency } = answer;
  const signed = (value: number, words: (size: number) => string): string => (value === 0 ? '=' : `${value > 0 ? '+' : '−'}${words(Math.abs(value))}`);
  const count = (name: 'cases' | 'met' | 'missed') => ({
    name,
    label: texts[name],
    before: format.number(before[name]),
    after: format.number(after[name]),
    difference: signed(after[name] - before[name], format.number),
  });
  const share = (side: Figures): string => (side.attained === null ? '–' : format.share(side.attained));
  const yes = (side: Figures): string => (side.kept === null ? '–' : say(side.kept ? common.yes : common.no));
  const money = (minor: number): string => new Intl.NumberFormat(format.language, { style: 'currency', currency: currency ?? 'EUR' }).format(minor / 100);
  const owed = (side: Figures): string => (side.credit_minor === null ? format.share(side.credit) : money(side.credit_minor));
  const rows = [
    count('cases'),
    count('met'),
    count('missed'),
    {
      name: 'attained',
      label: texts.attained,
      before: share(before),
      after: share(after),
      difference: before.attained === null || after.attained === null ? '–' : signed(after.attained - before.attained, format.share),
    },
    { name: 'kept', label: texts.kept, before: yes(before), after: yes(after), difference: before.kept === after.kept ? '=' : yes(after) },
    {
      name: 'credit',
      label: texts.credit,
      before: owed(before),
      after: owed(after),
      difference:
        before.credit_minor !== null && after.credit_minor !== null
          ? signed(after.credit_minor - before.credit_minor, money)
          : signed(after.credit - before.credit, format.share),
    },
  ];
  return (
    <Sideways label={say(texts.difference)}>
      <table className="plain" data-table="sides">
        <thead>
          <tr>
            <td />
            {[texts.before, texts.after, texts.difference].map((each) => (
              <th key={each.en} scope="col" className="figure">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} data-row={row.name}>
              <th scope="row">{say(row.label)}</th>
              <td className="figure">{row.before}</td>
              <td className="figure">{row.after}</td>
              <td className="figure">{row.difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
