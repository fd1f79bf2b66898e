// A service review at /reviews/MTG-3: figures of the month, breaches to explain, what both sides undertook, actions and improvements.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meeting } from '../../practices/governance/meeting.record.ts';
import type { Review } from '../../practices/governance/review.record.ts';
import { reviewTexts as texts } from '../../practices/governance/review-texts.ts';
import type { Behind } from '../../practices/reporting/figures.record.ts';
import { get, query } from '../api.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Panel } from '../parts/states.tsx';
import { Breaches, Improvements, LastActions, Obligations, Proposals, ThisActions } from '../practices/governance/review-parts.tsx';
import { ReviewComments } from '../practices/governance/review-services.tsx';
import { Actions } from '../record/actions.tsx';
import { useOne } from '../record/queries.ts';
import { RefLink, StateBadge } from '../record/value.tsx';
import { periodWords } from '../report-words.ts';
import '../style/governance.css';
import { ReportSection } from './report-section.tsx';

const route = getRouteApi('/shell/reviews/$id');
type Answer = { readonly data: Review; readonly behind: readonly Behind[]; readonly refs: Refs; readonly now: string };

export function ReviewPage() {
  const say = useSay();
  const { id } = route.useParams();
  const asked = useQuery({ queryKey: ['meeting', 'review', id], queryFn: ({ signal }) => get<Answer>(`/api/reviews/${id}`, signal) });
  const name = asked.data ? `${say(texts.title)} ${asked.data.refs[asked.data.data.customer] ?? ''} ${asked.data.data.period}` : say(texts.title);
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <section className="page gov">
      <Panel of={asked} lines={12}>
        {(answer) => <Whole answer={answer} />}
      </Panel>
    </section>
  );
}

function Whole({ answer }: { readonly answer: Answer }) {
  const { data, refs, behind } = answer;
  return (
    <>
      <Head answer={answer} />
      <Frozen review={data} />
      <LastActions review={data} refs={refs} />
      <Breaches review={data} refs={refs} />
      <Obligations review={data} refs={refs} />
      <Proposals review={data} />
      <ThisActions review={data} refs={refs} />
      <Improvements review={data} refs={refs} />
      <ReviewComments review={data} refs={refs} />
      {data.services.map((each) => (
        <ReportSection key={each.service} section={each.section} refs={refs} behind={behind} quarter={false} />
      ))}
    </>
  );
}

function Head({ answer: { data, refs } }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const one = useOne(meeting, data.id);
  return (
    <header className="page-head">
      <div>
        <h1>
          {say(texts.title)} {refs[data.customer] ?? data.customer}, {periodWords(data.period, { say, format })}
        </h1>
        <p className="dim small">
          <StateBadge definition={meeting} state={data.state} />{' '}
          <span className="badge" data-tone={data.shared_at ? 'good' : 'neutral'}>
            {data.shared_at ? say(texts.shared, { when: format.instant(data.shared_at) }) : say(texts.not_shared)}
          </span>{' '}
          {format.instant(data.starts_at)} · <RefLink id={data.id} refs={{ [data.id]: say(texts.meeting) }} />
          {data.previous ? (
            <>
              {' · '}
              <Link className="ref" to="/reviews/$id" params={{ id: data.previous }}>
                {say(texts.previous)}
              </Link>
            </>
          ) : null}
        </p>
      </div>
      <div className="page-actions no-print">
        {one.data ? <Actions definition={meeting} answer={one.data} /> : null}
        <Button size="xs" variant="default" component="a" href={`/api/reviews/${data.id}/paper.pdf`} download>
          {say(texts.agenda_pdf)}
        </Button>
        <Button size="xs" variant="default" component="a" href={`/api/reviews/${data.id}/paper.pdf${query({ part: 'pack' })}`} download>
          {say(texts.pack_pdf)}
        </Button>
      </div>
    </header>
  );
}

function Frozen({ review }: { readonly review: Review }) {
  const say = useSay();
  const format = useFormat();
  const { report, changed, customer, period } = review;
  return (
    <>
      <p className="small">
        {report?.frozen_at ? say(texts.frozen, { report: report.id, when: format.instant(report.frozen_at) }) : say(texts.not_frozen)}{' '}
        <Link className="ref" to="/reports/month" search={{ month: period, customer }}>
          {say(texts.open_report)}
        </Link>
      </p>
      {changed.length ? (
        <p className="notice" data-tone="warn">
          {say(texts.changed)}: {say(texts.changed_count, { count: changed.length })}
        </p>
      ) : null}
    </>
  );
}
