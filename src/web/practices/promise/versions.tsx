// All editions of a promise, the newest first, with what differs between one and the one before it, in words.
import { promise } from '../../../practices/promise/record.ts';
import type { OneAnswer, Refs, Row } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { useList, useOne } from '../../record/queries.ts';
import { RefLink, StateBadge, useWords } from '../../record/value.tsx';
import { agreementTexts } from '../../texts/agreement.ts';
import { promiseReading } from './arrangement.tsx';
import { validSentence } from './sentences.ts';

/** Dates and numbering differ by nature, and a risk is accepted for one version. */
const beside = new Set(['name', 'valid_from', 'valid_to', 'version_of', 'edition', 'currency', 'accepted_risk', 'risk_owner', 'risk_until']);

export function Versions({ answer }: { readonly answer: OneAnswer }) {
  const first = String(answer.data.version_of ?? answer.data.id);
  const root = useOne(promise, first);
  const later = useList(promise, `version_of:${first} sort:-id`, { limit: 100 });
  return (
    <Panel of={later} lines={2}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        const all = [...rows, ...(root.data ? [root.data.data] : [])].toSorted((a, b) => Number(b.edition ?? 1) - Number(a.edition ?? 1));
        const refs = Object.assign({}, root.data?.refs ?? {}, ...pages.map((page) => page.refs)) as Refs;
        return (
          <ol className="versions">
            {all.map((row, index) => (
              <Edition key={row.id} row={row} before={all[index + 1] ?? null} refs={refs} here={row.id === answer.data.id} />
            ))}
          </ol>
        );
      }}
    </Panel>
  );
}

type EditionProps = { readonly row: Row; readonly before: Row | null; readonly refs: Refs; readonly here: boolean };

function Edition({ row, before, refs, here }: EditionProps) {
  const say = useSay();
  const format = useFormat();
  const differences = useDifferences(before, row, refs);
  return (
    <li data-here={here || undefined}>
      <p>
        <RefLink id={row.id} refs={{ [row.id]: say(agreementTexts.edition, { number: Number(row.edition ?? 1) }) }} />{' '}
        <span className="mono dim">{row.id}</span> <StateBadge definition={promise} state={row.state} />{' '}
        {here ? <span className="dim small">({say(agreementTexts.this_one)})</span> : null}
      </p>
      <p className="small">{validSentence(row, { say, format, refs })}</p>
      {before === null ? (
        <p className="dim small">{say(agreementTexts.first_version)}</p>
      ) : differences.length === 0 ? (
        <p className="dim small">{say(agreementTexts.no_difference)}</p>
      ) : (
        <ul className="small">
          {differences.map((each) => (
            <li key={each.field}>{say(agreementTexts.from_to, each)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function useDifferences(before: Row | null, after: Row, refs: Refs): { field: string; from: string; to: string }[] {
  const say = useSay();
  const format = useFormat();
  const words = useWords();
  if (!before) return [];
  return Object.entries(promise.fields).flatMap(([name, field]) => {
    if (beside.has(name) || (JSON.stringify(before[name] ?? null) === JSON.stringify(after[name] ?? null) && name !== 'fee_minor')) return [];
    const own = (row: Row) => promiseReading.says?.[name]?.(row, { say, format, refs });
    const said = (row: Row): string => own(row)?.words ?? words({ value: row[name], field, refs }).replaceAll('\n', '; ');
    const [from, to] = [said(before), said(after)];
    return from === to ? [] : [{ field: say(own(after)?.label ?? own(before)?.label ?? field.label), from, to }];
  });
}
