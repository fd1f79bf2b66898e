// The service-level report: per customer and period what was promised, what was done, whose time it was and what it costs; every figure opens.
import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Balance, Behind, Section, Standing } from '../../practices/reporting/figures.record.ts';
import { get, query } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { FieldInput } from '../record/widgets.tsx';
import { periodWords, verdictsOf } from '../report-words.ts';
import { useSession } from '../session.tsx';
import { reportTexts } from '../texts/report.ts';
import { Balances } from './report-details.tsx';
import { ReportSection } from './report-section.tsx';
import { ReportState } from './report-state.tsx';

const route = getRouteApi('/shell/reports/month');
type Answer = {
  readonly period: string;
  readonly zone: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly cut_off: string;
  readonly reports: readonly Standing[];
  readonly data: readonly Section[];
  readonly balance: readonly Balance[];
  readonly behind: readonly Behind[];
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
type Asked = { readonly month: string; readonly customer?: string | undefined; readonly service?: string | undefined };

export function ReportPage() {
  const say = useSay();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = isPeriod(search.month) ? search.month : new Date(serverNow()).toISOString().slice(0, 7);
  const asked: Asked = { month, customer: search.customer, service: search.service };
  const report = useQuery({
    queryKey: ['report', 'month', asked],
    queryFn: ({ signal }) => get<Answer>(`/api/reports/month${query(asked)}`, signal),
    staleTime: 60_000,
  });
  const go = (change: Partial<Asked>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const title = `${say(reportTexts.title)}: ${periodWords(month, { say, format })}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <section className="page report">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {report.data ? (
            <p className="dim small">{say(reportTexts.cut_off, { when: format.instant(report.data.cut_off, report.data.zone), zone: report.data.zone })}</p>
          ) : null}
        </div>
        <div className="page-actions no-print">
          <Button size="xs" variant="default" component="a" href={`/api/reports/month.pdf${query(asked)}`} download>
            {say(reportTexts.as_pdf)}
          </Button>
          <Button size="xs" variant="default" component="a" href={`/api/reports/month.csv${query(asked)}`} download>
            {say(reportTexts.as_csv)}
          </Button>
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {say(reportTexts.print)}
          </Button>
        </div>
      </header>
      <Tools asked={asked} refs={report.data?.refs ?? {}} onGo={go} />
      <Panel of={report} lines={10}>
        {(answer) => (answer.data.length === 0 ? <Nothing answer={answer} /> : <Sections answer={answer} />)}
      </Panel>
    </section>
  );
}

type ToolsProps = { readonly asked: Asked; readonly refs: Answer['refs']; readonly onGo: (change: Partial<Asked>) => void };

/** Which period, of whom, about what. Customers have their own months. */
function Tools({ asked, refs, onGo }: ToolsProps) {
  const say = useSay();
  const format = useFormat();
  const inside = useSession().side === 'integrator';
  const { month } = asked;
  const isQuarter = month.includes('Q');
  return (
    <div className="report-tools no-print">
      {inside ? (
        <SegmentedControl
          size="xs"
          aria-label={say(reportTexts.by)}
          value={isQuarter ? 'quarter' : 'month'}
          onChange={(by) => onGo({ month: by === 'quarter' ? quarterOf(month) : lastMonthOf(month) })}
          data={[
            { value: 'month', label: say(reportTexts.month) },
            { value: 'quarter', label: say(reportTexts.quarter) },
          ]}
        />
      ) : null}
      <ActionIcon variant="default" size={36} aria-label={say(reportTexts.previous)} onClick={() => onGo({ month: shifted(month, -1) })}>
        <Icon name="left" />
      </ActionIcon>
      {isQuarter ? (
        <strong>{periodWords(month, { say, format })}</strong>
      ) : (
        <TextInput
          type="month"
          aria-label={say(reportTexts.month)}
          value={month}
          onChange={(event) => event.currentTarget.value && onGo({ month: event.currentTarget.value })}
        />
      )}
      <ActionIcon variant="default" size={36} aria-label={say(reportTexts.next)} onClick={() => onGo({ month: shifted(month, 1) })}>
        <Icon name="right" />
      </ActionIcon>
      {inside ? (
        <FieldInput
          bare
          name="customer"
          field={{ kind: 'ref', to: 'organisation', label: reportTexts.customer }}
          value={asked.customer ?? null}
          onChange={(customer) => onGo({ customer: typeof customer === 'string' ? customer : undefined })}
          refs={refs}
        />
      ) : null}
      <FieldInput
        bare
        name="service"
        field={{ kind: 'ref', to: 'service', label: reportTexts.service }}
        value={asked.service ?? null}
        onChange={(service) => onGo({ service: typeof service === 'string' ? service : undefined })}
        refs={refs}
      />
    </div>
  );
}

/** A customer's month that is over but not frozen is not published yet. */
function Nothing({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const isWaiting =
    useSession().side === 'customer' && answer.window.to <= answer.now && answer.window.to > new Date(Date.parse(answer.now) - 40 * 86_400_000).toISOString();
  if (isWaiting) return <Message icon="chart" title={say(reportTexts.not_published)} text={say(reportTexts.not_published_text)} />;
  return <Message icon="chart" title={say(reportTexts.empty)} />;
}

function Sections({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const { reports, data, refs, period, zone } = answer;
  const inside = useSession().side === 'integrator';
  const verdicts = verdictsOf(data);
  const quarter = period.includes('Q');
  return (
    <>
      <p className="report-sum" role="status">
        {say(reportTexts.summary, { kept: verdicts.filter(Boolean).length, all: verdicts.length })}
      </p>
      {(quarter ? reports.slice(0, 1) : reports).map((each) => (
        <ReportState
          key={each.customer}
          standing={each}
          period={period}
          zone={zone}
          refs={refs}
          many={reports.length > 1}
          sections={data.filter((section) => section.customer === each.customer)}
        />
      ))}
      {data.length > 1 && answer.balance.length > 0 ? (
        <section className="report-total">
          <h2>{say(reportTexts.total)}</h2>
          <Balances balance={answer.balance} both={inside} />
        </section>
      ) : null}
      {data.map((section) => (
        <ReportSection key={`${section.service} ${section.customer}`} section={section} refs={refs} quarter={quarter} behind={answer.behind} />
      ))}
    </>
  );
}

const isPeriod = (month: string | undefined): month is string => /^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/.test(month ?? '');

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
const lastMonthOf = (quarter: string): string => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;

function shifted(period: string, by: number): string {
  const year = Number(period.slice(0, 4));
  if (!period.includes('Q')) return new Date(Date.UTC(year, Number(period.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);
  const count = year * 4 + Number(period.slice(6)) - 1 + by;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}
