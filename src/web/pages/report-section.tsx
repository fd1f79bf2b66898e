// One service of one customer in the report: what was promised and what came of it.
import type { ReactNode } from 'react';
import type { Available, Behind, Section } from '../../practices/reporting/figures.record.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { RefLink } from '../record/value.tsx';
import { reportTexts } from '../texts/report.ts';
import { Breaches, Credits, Parties, Restoring, Suppliers } from './report-details.tsx';
import { Figure, Table, ToldContext, useTold, Verdict } from './report-table.tsx';

type Props = { readonly section: Section; readonly refs: Refs; readonly behind: readonly Behind[]; readonly quarter: boolean };

export function ReportSection({ section, ...told }: Props) {
  return (
    <ToldContext value={{ section, ...told }}>
      <section className="report-section">
        <h2>
          <RefLink id={section.service} refs={told.refs} /> <span className="dim">{told.refs[section.customer] ?? section.customer}</span>
        </h2>
        <Mood />
        {section.times.length > 0 ? <Times /> : null}
        {section.availability.length > 0 ? <Availability /> : null}
        {section.throughput.length > 0 ? <Throughput /> : null}
        <Satisfied />
        {section.breaches.length > 0 ? <Breaches /> : null}
        <Restoring />
        {section.parties.length > 0 ? <Parties /> : null}
        {section.suppliers.length > 0 ? <Suppliers /> : null}
        {section.credits.owed.length + section.credits.recoverable.length > 0 ? <Credits /> : null}
      </section>
    </ToldContext>
  );
}

/** Figures and mood that contradict each other. */
function Mood() {
  const say = useSay();
  const { mood, satisfaction } = useTold().section;
  if (!mood || !satisfaction[0]) return null;
  return (
    <p className="notice report-mood" data-tone={mood === 'green_but_unhappy' ? 'warn' : 'info'}>
      <Icon name="flag" /> {say(reportTexts[mood], { content: satisfaction[0].content, answers: satisfaction[0].answers })}
    </p>
  );
}

export function Row({ id, name, children }: { readonly id: string; readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        <RefLink id={id} refs={{ [id]: name }} />
      </th>
      {children}
    </tr>
  );
}

function Times() {
  const format = useFormat();
  const { section } = useTold();
  const heads = [
    reportTexts.promise,
    [reportTexts.in_time],
    [reportTexts.missed],
    [reportTexts.attained],
    [reportTexts.promised],
    reportTexts.verdict,
  ] as const;
  return (
    <Table caption={reportTexts.promises_time} heads={heads}>
      {section.times.map((each) => (
        <Row key={each.promise} id={each.promise} name={each.name}>
          <td className="figure">
            <Figure promise={each.promise} what="met" name={reportTexts.in_time}>
              {format.number(each.met)}
            </Figure>
          </td>
          <td className="figure">
            <Figure promise={each.promise} what="missed" name={reportTexts.missed}>
              {format.number(each.missed)}
            </Figure>
          </td>
          <td className="figure">{each.attained_ppm === null ? '–' : format.share(each.attained_ppm)}</td>
          <td className="figure">{format.ppm(each.promised_ppm)}</td>
          <td>
            <Verdict of={each} />
          </td>
        </Row>
      ))}
    </Table>
  );
}

function Availability() {
  const { section } = useTold();
  const heads = [
    reportTexts.promise,
    [reportTexts.measured],
    [reportTexts.promised],
    [reportTexts.down],
    [reportTexts.budget_left],
    [reportTexts.outages],
    [reportTexts.longest],
    reportTexts.verdict,
  ] as const;
  return (
    <Table caption={reportTexts.availability} heads={heads}>
      {section.availability.map((each) => (
        <tr key={each.promise}>
          <th scope="row">
            <RefLink id={each.promise} refs={{ [each.promise]: each.name }} />
            <Chained each={each} />
          </th>
          <Measured each={each} />
        </tr>
      ))}
    </Table>
  );
}

/** What the promises beneath come to, and what they would if nothing were shared; told inside the house only. */
function Chained({ each }: { readonly each: Available }) {
  const say = useSay();
  const format = useFormat();
  if (each.chain_ppm === null) return null;
  return (
    <div className="dim small">
      {say(reportTexts.chain)}: {format.ppm(each.chain_ppm)}
      {each.naive_ppm === null || each.naive_ppm === each.chain_ppm ? '' : ` (${say(reportTexts.naive)}: ${format.ppm(each.naive_ppm)})`}
    </div>
  );
}

function Measured({ each }: { readonly each: Available }) {
  const format = useFormat();
  const say = useSay();
  const left = each.budget_left_ms;
  return (
    <>
      <td className="figure">{format.ppm(each.measured_ppm)}</td>
      <td className="figure">{format.ppm(each.promised_ppm)}</td>
      <td className="figure">{each.down_ms > 0 ? format.span(each.down_ms) : '–'}</td>
      <td className="figure">{left < 0 ? say(reportTexts.overspent, { span: format.span(-left) }) : format.span(left)}</td>
      <td className="figure">
        {each.outages}
        {each.incidents.length > 0 ? (
          <span className="small">
            {' ('}
            <Figure promise={each.promise} what="incidents" name={reportTexts.outages}>
              {say(reportTexts.incidents, { count: each.incidents.length })}
            </Figure>
            )
          </span>
        ) : null}
      </td>
      <td className="figure">{each.longest_ms > 0 ? format.span(each.longest_ms) : '–'}</td>
      <td>
        <Verdict of={each} />
      </td>
    </>
  );
}

function Throughput() {
  const format = useFormat();
  const { section } = useTold();
  return (
    <Table caption={reportTexts.throughput} heads={[reportTexts.promise, [reportTexts.handled], [reportTexts.promised], reportTexts.verdict]}>
      {section.throughput.map((each) => (
        <Row key={each.promise} id={each.promise} name={each.name}>
          <td className="figure">
            <Figure promise={each.promise} what="handled" name={reportTexts.handled}>
              {format.number(each.handled)}
            </Figure>
          </td>
          <td className="figure">{format.number(each.promised)}</td>
          <td>
            <Verdict of={each} />
          </td>
        </Row>
      ))}
    </Table>
  );
}

function Satisfied() {
  const say = useSay();
  const format = useFormat();
  const { section } = useTold();
  const heads = [reportTexts.promise, [reportTexts.answers], [reportTexts.content], [reportTexts.share], [reportTexts.promised], reportTexts.verdict] as const;
  return (
    <Table caption={reportTexts.satisfaction} heads={heads}>
      {section.satisfaction.map((each) => (
        <tr key={each.promise ?? 'answers'}>
          <th scope="row">{each.promise && each.name ? <RefLink id={each.promise} refs={{ [each.promise]: each.name }} /> : '–'}</th>
          <td className="figure">
            <Figure promise={each.promise} what="answers" name={reportTexts.answers}>
              {format.number(each.answers)}
            </Figure>
          </td>
          <td className="figure">
            <Figure promise={each.promise} what="content" name={reportTexts.content}>
              {format.number(each.content)}
            </Figure>
          </td>
          <td className="figure">{each.content_ppm === null ? '–' : format.share(each.content_ppm)}</td>
          <td className="figure">{each.promised_ppm === null ? '–' : format.ppm(each.promised_ppm)}</td>
          <td>{each.promise ? <Verdict of={each} /> : each.answers === 0 ? <span className="dim">{say(reportTexts.no_answers)}</span> : null}</td>
        </tr>
      ))}
    </Table>
  );
}
