// One service of one customer in the report of the month.

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Text } from '../../kernel/text.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Time } from '../parts/time.tsx';
import { definitionOf } from '../record/definitions.ts';
import { Priority, RefLink, StateBadge } from '../record/value.tsx';
import { reportTexts } from '../texts/service.ts';

type PartyTime = { readonly party: string; readonly ms: number; readonly waiting_ms: number };
export type Section = {
  readonly service: string;
  readonly customer: string;
  readonly times: readonly {
    readonly promise: string;
    readonly name: string;
    readonly metric: string;
    readonly met: number;
    readonly missed: number;
    readonly attained_ppm: number | null;
    readonly promised_ppm: number;
    readonly kept: boolean | null;
    readonly cases: readonly { readonly record_id: string; readonly met: boolean; readonly used_ms: number; readonly target_ms: number }[];
  }[];
  readonly availability: readonly {
    readonly promise: string;
    readonly name: string;
    readonly promised_ppm: number;
    readonly measured_ppm: number;
    readonly down_ms: number;
    readonly outages: number;
    readonly longest_ms: number;
    readonly kept: boolean;
    readonly chain_ppm: number | null;
    readonly naive_ppm: number | null;
    readonly incidents: readonly string[];
  }[];
  readonly incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly priority: number | null;
    readonly state: string;
    readonly started_at: string;
    readonly restored_at: string | null;
    readonly parties: readonly PartyTime[];
  }[];
  readonly parties: readonly PartyTime[];
};
type Props = { readonly section: Section; readonly refs: Refs; readonly now: string };

export function ReportSection({ section, refs }: Props) {
  return (
    <section className="report-section">
      <h2>
        <RefLink id={section.service} refs={refs} /> <span className="dim">{refs[section.customer] ?? section.customer}</span>
      </h2>
      {section.times.length > 0 ? <Times section={section} /> : null}
      {section.availability.length > 0 ? <Availability section={section} /> : null}
      {section.parties.length > 0 ? <Parties parties={section.parties} refs={refs} /> : null}
      {section.incidents.length > 0 ? <Incidents section={section} /> : null}
    </section>
  );
}

function Table({ caption, heads, children }: { readonly caption: Text; readonly heads: readonly (Text | readonly [Text])[]; readonly children: ReactNode }) {
  const say = useSay();
  return (
    <Sideways label={say(caption)}>
      <table className="plain">
        <caption>{say(caption)}</caption>
        <thead>
          <tr>
            {heads.map((head) => {
              const [text, figure] = Array.isArray(head) ? [head[0] as Text, true] : [head as Text, false];
              return (
                <th key={text.en} scope="col" className={figure ? 'figure' : undefined}>
                  {say(text)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Sideways>
  );
}

function Verdict({ kept }: { readonly kept: boolean | null }) {
  const say = useSay();
  if (kept === null)
    return (
      <span className="badge" data-tone="neutral">
        {say(reportTexts.no_cases)}
      </span>
    );
  return (
    <span className="badge" data-tone={kept ? 'good' : 'bad'}>
      <Icon name={kept ? 'check' : 'cross'} size={12} /> {say(kept ? reportTexts.kept : reportTexts.broken)}
    </span>
  );
}

function Times({ section }: { readonly section: Section }) {
  const format = useFormat();
  return (
    <Table
      caption={reportTexts.promises_time}
      heads={[reportTexts.promise, [reportTexts.in_time], [reportTexts.attained], [reportTexts.promised], reportTexts.verdict]}
    >
      {section.times.map((each) => (
        <tr key={each.promise}>
          <th scope="row">
            <RefLink id={each.promise} refs={{ [each.promise]: each.name }} />
          </th>
          <td className="figure">
            {each.met + each.missed > 0 ? <Cases cases={each.cases} text={`${format.number(each.met)} / ${format.number(each.met + each.missed)}`} /> : '–'}
          </td>
          <td className="figure">{each.attained_ppm === null ? '–' : format.share(each.attained_ppm)}</td>
          <td className="figure">{format.ppm(each.promised_ppm)}</td>
          <td>
            <Verdict kept={each.kept} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The figure opens to the cases behind it, the late ones first. */
function Cases({ cases, text }: { readonly cases: Section['times'][number]['cases']; readonly text: string }) {
  const format = useFormat();
  const sorted = [...cases].sort((a, b) => Number(a.met) - Number(b.met));
  return (
    <details className="cases">
      <summary>{text}</summary>
      <ul>
        {sorted.slice(0, 60).map((each) => (
          <li key={each.record_id}>
            <Icon name={each.met ? 'check' : 'cross'} size={12} />
            <Link to="/$id" params={{ id: each.record_id }} search={{ tab: 'clocks' }}>
              {each.record_id}
            </Link>{' '}
            <span className="dim">
              {format.span(each.used_ms)} / {format.span(each.target_ms)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Availability({ section }: { readonly section: Section }) {
  const format = useFormat();
  const beneath = section.availability.some((each) => each.chain_ppm !== null);
  const heads = [
    reportTexts.promise,
    [reportTexts.measured],
    [reportTexts.promised],
    [reportTexts.down],
    [reportTexts.outages],
    [reportTexts.longest],
    ...(beneath ? [[reportTexts.chain] as const, [reportTexts.naive] as const] : []),
    reportTexts.verdict,
  ] as const;
  return (
    <Table caption={reportTexts.availability} heads={heads}>
      {section.availability.map((each) => (
        <tr key={each.promise}>
          <th scope="row">
            <RefLink id={each.promise} refs={{ [each.promise]: each.name }} />
          </th>
          <td className="figure">{format.ppm(each.measured_ppm)}</td>
          <td className="figure">{format.ppm(each.promised_ppm)}</td>
          <td className="figure">{each.down_ms > 0 ? format.span(each.down_ms) : '–'}</td>
          <td className="figure">{each.outages}</td>
          <td className="figure">{each.longest_ms > 0 ? format.span(each.longest_ms) : '–'}</td>
          {beneath ? <td className="figure">{each.chain_ppm === null ? '–' : format.ppm(each.chain_ppm)}</td> : null}
          {beneath ? <td className="figure dim">{each.naive_ppm === null ? '–' : format.ppm(each.naive_ppm)}</td> : null}
          <td>
            <Verdict kept={each.kept} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Parties({ parties, refs }: { readonly parties: readonly PartyTime[]; readonly refs: Refs }) {
  const format = useFormat();
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

function Incidents({ section }: { readonly section: Section }) {
  const say = useSay();
  const definition = definitionOf('incident');
  return (
    <details>
      <summary>
        {say(reportTexts.incidents)} ({section.incidents.length})
      </summary>
      <ul className="link-list">
        {section.incidents.map((each) => (
          <li key={each.id}>
            <Link to="/$id" params={{ id: each.id }}>
              <span className="mono">{each.id}</span> {each.title}
            </Link>
            {each.priority === null ? null : <Priority level={each.priority} />}
            {definition ? <StateBadge definition={definition} state={each.state} /> : null}
            <span className="dim small">
              {say(reportTexts.started)} <Time at={each.started_at} /> · {say(reportTexts.restored)}{' '}
              {each.restored_at ? <Time at={each.restored_at} /> : say(reportTexts.still_open)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
