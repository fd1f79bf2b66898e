// The report of the month: per service and customer what was promised, what was done, whose time it was; every figure opens.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { get, query } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { FieldInput } from '../record/widgets.tsx';
import { useSession } from '../session.tsx';
import { reportTexts } from '../texts/service.ts';
import { shellTexts } from '../texts/shell.ts';
import { ReportSection, type Section } from './report-section.tsx';

const route = getRouteApi('/shell/reports/month');
type Answer = {
  readonly month: string;
  readonly zone: string;
  readonly cut_off: string;
  readonly data: readonly Section[];
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};

export function ReportPage() {
  const say = useSay();
  const format = useFormat();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month ?? '') ? (search.month as string) : new Date(serverNow()).toISOString().slice(0, 7);
  const asked = { month, customer: search.customer, service: search.service };
  const report = useQuery({
    queryKey: ['report', 'month', asked],
    queryFn: ({ signal }) => get<Answer>(`/api/reports/month${query(asked)}`, signal),
    staleTime: 60_000,
  });
  const go = (change: Partial<typeof asked>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const inside = session.side === 'integrator';
  const refs = report.data?.refs ?? {};
  useEffect(() => {
    document.title = `${say(shellTexts.report_month)} ${month}`;
  }, [say, month]);
  return (
    <section className="page report">
      <header className="page-head">
        <div>
          <h1>
            {say(shellTexts.report_month)}: {format.month(month)}
          </h1>
          {report.data ? (
            <p className="dim small">{say(reportTexts.cut_off, { when: format.instant(report.data.cut_off, report.data.zone), zone: report.data.zone })}</p>
          ) : null}
        </div>
        <Button size="xs" variant="default" onClick={() => window.print()} className="no-print">
          {say(reportTexts.print)}
        </Button>
      </header>
      <div className="report-tools no-print">
        <ActionIcon variant="default" size={36} aria-label={say(reportTexts.previous)} onClick={() => go({ month: shifted(month, -1) })}>
          <Icon name="left" />
        </ActionIcon>
        <TextInput
          type="month"
          aria-label={say(reportTexts.month)}
          value={month}
          onChange={(event) => event.currentTarget.value && go({ month: event.currentTarget.value })}
        />
        <ActionIcon variant="default" size={36} aria-label={say(reportTexts.next)} onClick={() => go({ month: shifted(month, 1) })}>
          <Icon name="right" />
        </ActionIcon>
        {inside ? (
          <FieldInput
            bare
            name="customer"
            field={{ kind: 'ref', to: 'organisation', label: reportTexts.customer }}
            value={search.customer ?? null}
            onChange={(customer) => go({ customer: typeof customer === 'string' ? customer : undefined })}
            refs={refs}
          />
        ) : null}
        <FieldInput
          bare
          name="service"
          field={{ kind: 'ref', to: 'service', label: reportTexts.service }}
          value={search.service ?? null}
          onChange={(service) => go({ service: typeof service === 'string' ? service : undefined })}
          refs={refs}
        />
      </div>
      <Panel of={report} lines={10}>
        {(answer) => (answer.data.length === 0 ? <Message icon="chart" title={say(reportTexts.empty)} /> : <Sections answer={answer} />)}
      </Panel>
    </section>
  );
}

function Sections({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const verdicts = answer.data.flatMap((section) => [...section.times, ...section.availability].map((each) => each.kept)).filter((kept) => kept !== null);
  return (
    <>
      <p className="report-sum" role="status">
        {say(reportTexts.summary, { kept: verdicts.filter(Boolean).length, all: verdicts.length })}
      </p>
      {answer.data.map((section) => (
        <ReportSection key={`${section.service} ${section.customer}`} section={section} refs={answer.refs} now={answer.now} />
      ))}
    </>
  );
}

function shifted(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
