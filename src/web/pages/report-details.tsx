// Beneath the promises: what broke them, how long restoring took, whose time it was, who stands behind the service, and what it costs.
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Balance, Credit, Section } from '../../practices/reporting/figures.record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Time } from '../parts/time.tsx';
import { RefLink } from '../record/value.tsx';
import { causeWords } from '../report-words.ts';
import { reportTexts } from '../texts/report.ts';
import { Figure, Table, useTold, Verdict } from './report-table.tsx';

const shownAtOnce = 8;

export function Breaches() {
  const say = useSay();
  const format = useFormat();
  const { section, refs } = useTold();
  const rows = section.breaches.map((each) => (
    <tr key={`${each.record_id} ${each.promise}`}>
      <th scope="row">
        <Link to="/$id" params={{ id: each.record_id }} search={{ tab: 'clocks' }}>
          <span className="mono">{each.record_id}</span> {each.title}
        </Link>
      </th>
      <td>
        <Time at={each.breached_at} />
      </td>
      <td className="wrap">{causeWords(each, { say, format, refs })}</td>
    </tr>
  ));
  const heads = [reportTexts.record, reportTexts.missed, reportTexts.cause] as const;
  return (
    <>
      <Table caption={reportTexts.breaches} heads={heads}>
        {rows.slice(0, shownAtOnce)}
      </Table>
      {rows.length > shownAtOnce ? (
        <details>
          <summary>
            {say(reportTexts.breaches)} ({shownAtOnce + 1}–{rows.length})
          </summary>
          <Table caption={reportTexts.breaches} heads={heads}>
            {rows.slice(shownAtOnce)}
          </Table>
        </details>
      ) : null}
    </>
  );
}

/** Time to restore and time on the clock of the promise are two things: each has its own line. */
export function Restoring() {
  const say = useSay();
  const format = useFormat();
  const { restoration } = useTold().section;
  const { cases, through_parts, mtrs_wall_ms, mtrs_agreed_ms, resolution_ms } = restoration;
  const span = (ms: number | null): string => (ms === null ? '–' : format.span(ms));
  const lines = [
    [reportTexts.mtrs_wall, span(mtrs_wall_ms)],
    [reportTexts.mtrs_agreed, span(mtrs_agreed_ms)],
    [reportTexts.resolution, span(resolution_ms)],
  ] as const;
  return (
    <Table caption={reportTexts.restoration} heads={[reportTexts.figure, [reportTexts.now]]}>
      <tr>
        <th scope="row">{say(reportTexts.cases)}</th>
        <td className="figure">
          <Figure promise={null} what="cases" name={reportTexts.cases}>
            {format.number(cases)}
          </Figure>
        </td>
      </tr>
      {through_parts.length > 0 ? (
        <tr>
          <th scope="row">{say(reportTexts.through_parts)}</th>
          <td className="figure">
            <Figure promise={null} what="through_parts" name={reportTexts.through_parts}>
              {format.number(through_parts.length)}
            </Figure>
          </td>
        </tr>
      ) : null}
      {lines.map(([text, value]) => (
        <tr key={text.en}>
          <th scope="row">{say(text)}</th>
          <td className="figure">{value}</td>
        </tr>
      ))}
    </Table>
  );
}

export function Parties() {
  const format = useFormat();
  const { section, refs } = useTold();
  const { parties } = section;
  const whole = parties.reduce((sum, each) => sum + each.ms, 0) || 1;
  return (
    <>
      <div className="stack" aria-hidden="true">
        {parties.map((each, index) => (
          <span key={each.party} data-part={index % 6} style={{ flexGrow: each.ms / whole }} />
        ))}
      </div>
      <Table caption={reportTexts.whose_time} heads={[reportTexts.party, [reportTexts.worked], [reportTexts.waited]]}>
        {parties.map((each, index) => (
          <tr key={each.party}>
            <th scope="row">
              <span className="swatch" data-part={index % 6} aria-hidden="true" /> {refs[each.party] ?? each.party}
            </th>
            <td className="figure">
              {format.span(each.ms)} <span className="dim">({format.percent(each.ms / whole)})</span>
            </td>
            <td className="figure">{each.waiting_ms > 0 ? format.span(each.waiting_ms) : '–'}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** Per supplier a line about the cases it had, and beneath it the promises it made to the house. */
export function Suppliers() {
  const { section } = useTold();
  return (
    <Table caption={reportTexts.suppliers} heads={[reportTexts.promise, [reportTexts.attained], [reportTexts.promised], reportTexts.verdict]}>
      {section.suppliers.map((supplier) => (
        <Fragment key={supplier.supplier}>
          <SupplierLine supplier={supplier} />
          {[
            ...supplier.times.map((each) => <SupplierPromise key={each.promise} promise={each} reached={each.attained_ppm} counts={[each.met, each.missed]} />),
            ...supplier.availability.map((each) => <SupplierPromise key={each.promise} promise={each} reached={each.measured_ppm} counts={[0, 0]} />),
          ]}
        </Fragment>
      ))}
    </Table>
  );
}

type Supplier = Section['suppliers'][number];

function SupplierLine({ supplier }: { readonly supplier: Supplier }) {
  const say = useSay();
  const format = useFormat();
  const { refs } = useTold();
  const figures = [
    [reportTexts.held, supplier.held_ms > 0 ? format.span(supplier.held_ms) : '–'],
    [reportTexts.bounces, format.number(supplier.bounces)],
    [reportTexts.breaches_longest, format.number(supplier.breaches_longest)],
    [reportTexts.breaches_last, format.number(supplier.breaches_last)],
  ] as const;
  return (
    <tr className="report-supplier">
      <th scope="rowgroup" colSpan={4}>
        <RefLink id={supplier.supplier} refs={refs} />
        <span className="small">
          {say(reportTexts.supplier_cases)}:{' '}
          <Figure promise={supplier.supplier} what="cases" name={reportTexts.supplier_cases}>
            {format.number(supplier.cases.length)}
          </Figure>
          {figures.map(([text, value]) => ` · ${say(text)}: ${value}`).join('')}
        </span>
      </th>
    </tr>
  );
}

type Promised = Supplier['times'][number] | Supplier['availability'][number];

function SupplierPromise({
  promise,
  reached,
  counts,
}: {
  readonly promise: Promised;
  readonly reached: number | null;
  readonly counts: readonly [number, number];
}) {
  const format = useFormat();
  return (
    <tr>
      <td>
        <RefLink id={promise.promise} refs={{ [promise.promise]: promise.name }} />
      </td>
      <td className="figure">
        {reached === null ? '–' : format.ppm(reached)}
        {counts[0] + counts[1] > 0 ? (
          <>
            {' ('}
            <Figure promise={promise.promise} what="met" name={reportTexts.in_time}>
              {counts[0]}
            </Figure>
            {' / '}
            <Figure promise={promise.promise} what="missed" name={reportTexts.missed}>
              {counts[1]}
            </Figure>
            )
          </>
        ) : null}
      </td>
      <td className="figure">{format.ppm(promise.promised_ppm)}</td>
      <td>
        <Verdict of={promise} />
      </td>
    </tr>
  );
}

export function Credits() {
  const say = useSay();
  const { credits, suppliers } = useTold().section;
  return (
    <>
      <Table
        caption={reportTexts.credits}
        heads={[reportTexts.promise, reportTexts.party, [reportTexts.attained], [reportTexts.of_fee_head], [reportTexts.amount]]}
      >
        {credits.owed.map((each) => (
          <CreditRow key={each.promise} credit={each} label={say(reportTexts.owed)} />
        ))}
        {credits.recoverable.map((each) => (
          <CreditRow key={each.promise} credit={each} label={say(reportTexts.recoverable)} />
        ))}
      </Table>
      <Balances balance={credits.balance} both={suppliers.length > 0} />
    </>
  );
}

function CreditRow({ credit, label }: { readonly credit: Credit; readonly label: string }) {
  const format = useFormat();
  const say = useSay();
  const { refs } = useTold();
  const { promise, name, party, attained_ppm, credit_ppm, fee_minor, currency, amount_minor } = credit;
  return (
    <tr>
      <th scope="row">
        <RefLink id={promise} refs={{ [promise]: name }} />
      </th>
      <td>
        {refs[party] ?? party} <span className="dim small">{label}</span>
      </td>
      <td className="figure">{format.ppm(attained_ppm)}</td>
      <td className="figure">{say(reportTexts.of_fee, { credit: format.ppm(credit_ppm), fee: format.money(fee_minor, currency) })}</td>
      <td className="figure">{format.money(amount_minor, currency)}</td>
    </tr>
  );
}

/** Owed, recoverable, and what stays in between; a customer is told only what is owed. */
export function Balances({ balance, both }: { readonly balance: readonly Balance[]; readonly both: boolean }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className="report-balance">
      {balance.map((each) => (
        <li key={each.currency}>
          {say(reportTexts.owed)}: <strong>{format.money(each.owed_minor, each.currency)}</strong>
          {both ? (
            <>
              {' · '}
              {say(reportTexts.recoverable)}: <strong>{format.money(each.recoverable_minor, each.currency)}</strong>
              {' · '}
              {say(reportTexts.exposure)}: <strong>{format.money(each.exposure_minor, each.currency)}</strong>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
